package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// assumed is what a reader knows of a measure that a headline does not say: see
// data/assumed.txt.
type assumed struct {
	instrument     string
	words          [][]string // phrases, word by word; nil for no such need
	given          string
	sender, target string
	text           bool // so in texts as well
}

func (w *signalWords) addAssumed(lex *lexicon) error {
	w.hints = lex.newBit()
	rows, err := table(signalData, "data/assumed.txt", 6)
	if err != nil {
		return err
	}
	for _, row := range rows {
		x := assumed{instrument: row[0], given: row[2], sender: row[3], target: row[4], text: row[5] == "text"}
		for _, phrase := range list(row[1]) {
			words := strings.Fields(phrase)
			lex.mark(words[0], w.hints)
			x.words = append(x.words, words)
		}
		w.assumed = append(w.assumed, x)
	}
	return nil
}

// assumeSender fills in who sends a measure that is told without a sender, unless that
// would hit itself.
func (c *signalContext) assumeSender(sent stretch, a *anchor, out *act) {
	if len(out.senders) > 0 || out.action == "called-for" || c.t.field == model.InText && len(c.hinting(sent)) == 0 {
		return // of a text nothing is assumed that no word of it hints at
	}
	for i := range c.words.assumed {
		x := &c.words.assumed[i]
		if x.sender == "" || c.t.field == model.InText && !x.text || !c.assumes(sent, a, x) || slices.Contains(out.targets, x.sender) {
			continue
		}
		out.senders = []string{x.sender}
		out.rule += "-assumed"
		return
	}
}

// assumeTarget fills in who is hit by a measure that a headline tells without a target.
func (c *signalContext) assumeTarget(sent stretch, a *anchor, out *act) {
	if len(out.targets) > 0 || c.t.field == model.InText && len(c.hinting(sent)) == 0 {
		return
	}
	if origin := c.origin(sent); origin != "" && c.t.field == model.InTitle {
		// A secondary measure is aimed at whose goods are bought, through the buyers.
		if strings.HasPrefix(a.instrument, "secondary-") && !slices.Contains(out.senders, origin) {
			out.targets = []string{origin}
		}
		return
	}
	for i := range c.words.assumed {
		x := &c.words.assumed[i]
		if x.target == "" || c.t.field == model.InText && !x.text || !c.assumes(sent, a, x) || x.given != "" && !slices.Contains(out.senders, x.given) && !(x.given == "eu" && slices.Contains(out.senders, "european-leaders")) || slices.Contains(out.senders, x.target) {
			continue
		}
		out.targets = []string{x.target}
		out.rule += "-assumed"
		return
	}
}

// origin is the state whose goods somebody buys in a sentence: "buyers of Russian oil".
func (c *signalContext) origin(sent stretch) string {
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if c.buysFrom(m) {
			return c.senderID(m)
		}
	}
	return ""
}

// assumes says that a row is about a measure and that its words stand in the sentence.
func (c *signalContext) assumes(sent stretch, a *anchor, x *assumed) bool {
	if x.instrument != "*" && x.instrument != a.instrument {
		return false
	}
	if x.words == nil {
		return true
	}
	for _, i := range c.hinting(sent) {
		for _, phrase := range x.words {
			if c.reads(i, sent.hi, phrase) {
				return true
			}
		}
	}
	return false
}

// hinting lists the tokens of a sentence with which a phrase of data/assumed.txt may
// begin. The list is good until the next sentence.
func (c *signalContext) hinting(sent stretch) []int {
	if c.hinted == sent {
		return c.hints
	}
	c.hinted, c.hints = sent, c.hints[:0]
	for i := sent.lo; i < sent.hi; i++ {
		if c.t.tok[i].starts&c.words.hints != 0 {
			c.hints = append(c.hints, i)
		}
	}
	return c.hints
}

// reads says that a phrase stands at token i, before hi.
func (c *signalContext) reads(i, hi int, phrase []string) bool {
	if i+len(phrase) > hi {
		return false
	}
	for n, word := range phrase {
		if c.t.tok[i+n].low != word {
			return false
		}
	}
	return true
}

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
	given          string
	sender, target string
	text           bool // so in texts as well
}

// hint is a phrase that calls for a row of data/assumed.txt.
type hint struct {
	words   []string
	capital bool // the first has one in a text
	row     int
}

func (w *signalWords) addAssumed(lex *lexicon) error {
	w.hinting = lex.newBit()
	rows, err := table(signalData, "data/assumed.txt", 6)
	if err != nil {
		return err
	}
	for n, row := range rows {
		w.assumed = append(w.assumed, assumed{instrument: row[0], given: row[2], sender: row[3], target: row[4], text: row[5] == "text"})
		phrases := list(row[1])
		if len(phrases) == 0 {
			w.unhinted = append(w.unhinted, n)
		}
		for _, phrase := range phrases {
			words := strings.Fields(strings.ToLower(phrase))
			lex.mark(words[0], w.hinting)
			begun := w.hints.at(lex.number(words[0]))
			*begun = append(*begun, hint{words, phrase != strings.ToLower(phrase), n})
		}
	}
	return nil
}

// assumeSender fills in who sends a measure that is told without a sender, unless that
// would hit itself.
func (c *signalContext) assumeSender(sent stretch, a *anchor, ch *chain, out *act) {
	if len(out.senders) > 0 || out.action == "called-for" || out.action == "denied" && ch.passive || c.byStranger(sent, a) || c.organOfAnother(sent) {
		return
	}
	if who := c.toldAgain(sent, a); who != "" {
		out.senders, out.targets = []string{who}, without(out.targets, []string{who})
		return
	}
	if who := c.strangerActs(sent, ch); who != "" {
		if ch.core.deed != deedDefer { // a storm puts measures off, too
			out.senders = []string{who}
		}
		return
	}
	pair := c.dealOfTwo(sent, a)
	if len(pair) > 0 && !slices.ContainsFunc(c.hintsIn(sent), func(row int) bool { return slices.Contains(pair, c.words.assumed[row].sender) }) {
		return // which of the two gives way is not told
	}
	for _, row := range c.hintsIn(sent) {
		x := &c.words.assumed[row]
		if x.sender == "" || !c.about(x, a) || slices.Contains(out.targets, x.sender) || slices.Contains(c.words.unhinted, row) && c.inOwnWorld(sent) {
			continue
		}
		out.senders = []string{x.sender}
		out.rule += "-assumed"
		return
	}
}

// dealOfTwo names the two whose deal a headline tells of, behind a measure that it brings: "duties halved in
// Ruritania-Altland deal". Nil for none.
func (c *signalContext) dealOfTwo(sent stretch, a *anchor) []string {
	if c.t.field != model.InTitle || a.instrument != "tariff" {
		return nil
	}
	for i := a.hi; i+1 < sent.hi; i++ {
		if !c.t.has(i, i+1, "in", "under", "by", "after") {
			continue
		}
		if ms := c.res.mentions(c.t, i+1, min(i+7, sent.hi)); len(ms) == 2 && c.t.has(ms[1].hi, min(ms[1].hi+3, sent.hi), "deal", "pact", "accord", "truce", "agreement", "talks") {
			return c.senders(ms)
		}
	}
	return nil
}

// toldAgain names the one of whom a headline tells, behind a duty that it puts down to nobody, that
// he put one on: "farmers face 76% duty after Altland applied levies". It is the same. Empty for none.
func (c *signalContext) toldAgain(sent stretch, a *anchor) string {
	if c.t.field != model.InTitle || a.instrument != "tariff" || a.verb {
		return ""
	}
	for i := a.hi; i+1 < sent.hi; i++ {
		if !c.t.has(i, i+1, "after", "as", "since") {
			continue
		}
		m, ok := c.res.nameAt(c.t, i+1)
		if !ok {
			continue
		}
		w, n, ok := c.words.ladder.match(c.t.tok, m.hi)
		if ins, _, named := c.words.instruments.match(c.t.tok, m.hi+n); ok && named && w.deed == deedImpose && ins.name == a.instrument {
			return c.senderID(m)
		}
	}
	return ""
}

// inOwnWorld says that a sentence is about a state that only a configuration knows: what every
// reader knows of measures of these days does not hold there.
func (c *signalContext) inOwnWorld(sent stretch) bool {
	return slices.ContainsFunc(c.res.mentions(c.t, sent.lo, sent.hi), func(m mention) bool {
		a := c.res.actors[m.actor]
		if s := c.res.find(a.State); s != nil {
			a = s
		}
		return a.Kind == model.State && !a.Builtin && !a.Known
	})
}

// organOfAnother says that a text names the organ of a bloc or a state by words that alone are
// another's: "the Ruritanian Union's Peace and Security Council".
func (c *signalContext) organOfAnother(sent stretch) bool {
	return slices.ContainsFunc(c.res.mentions(c.t, sent.lo, sent.hi), func(m mention) bool { return c.ownerOf(m) != "" })
}

// byStranger says that right behind a measure of a text it is told by whom it is, who may
// be somebody whom nobody knows: "the blockade imposed by the Hill Council".
func (c *signalContext) byStranger(sent stretch, a *anchor) bool {
	for i := a.hi; c.t.field == model.InText && i+1 < min(a.hi+3, sent.hi); i++ {
		if c.t.has(i, i+1, "by") {
			return c.t.tok[c.skipDeterminers(i+1, sent.hi-1)].is(flagCapital)
		}
	}
	return false
}

// assumeTarget fills in who is hit by a measure that a headline tells without a target.
func (c *signalContext) assumeTarget(sent stretch, a *anchor, out *act) {
	if len(out.targets) > 0 || out.action == "denied" && c.chain.passive {
		return
	}
	if c.t.field == model.InTitle {
		if origin := c.origin(sent); origin != "" {
			// A secondary measure is aimed at whose goods are bought, through the buyers.
			if (strings.HasPrefix(a.instrument, "secondary-") || c.chain.core.deed == deedSuffer && c.chain.core.lo < a.np) && !slices.Contains(out.senders, origin) {
				out.targets = []string{origin}
			}
			return
		}
	}
	for _, row := range c.hintsIn(sent) {
		x := &c.words.assumed[row]
		if slices.Contains(c.words.unhinted, row) && c.t.field == model.InTitle && c.t.has(a.hi, a.hi+1, "on", "against") {
			continue // it is on somebody whom nobody knows
		}
		if x.target == "" || !c.about(x, a) || x.given != "" && !slices.Contains(out.senders, x.given) && !(x.given == "eu" && slices.Contains(out.senders, "european-leaders")) || slices.Contains(out.senders, x.target) {
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

// about says that a row is about a measure, where it stands.
func (c *signalContext) about(x *assumed, a *anchor) bool {
	return (x.instrument == "*" || x.instrument == a.instrument) && (x.text || c.t.field == model.InTitle)
}

// hintsIn lists the rows of data/assumed.txt that the words of a sentence call for, in
// order. The list is good until the next sentence.
func (c *signalContext) hintsIn(sent stretch) []int {
	if c.hinted == sent {
		return c.hints
	}
	c.hinted, c.hints = sent, append(c.hints[:0], c.words.unhinted...)
	for i := sent.lo; i < sent.hi; i++ {
		if c.t.tok[i].starts&c.words.hinting == 0 {
			continue
		}
		for _, h := range c.words.hints.of(c.t.tok[i].word) {
			if c.reads(i, sent.hi, h.words) && (!h.capital || c.t.tok[i].is(flagCapital)) {
				c.hints = append(c.hints, h.row)
			}
		}
	}
	slices.Sort(c.hints)
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

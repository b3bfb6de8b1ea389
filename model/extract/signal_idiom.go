package extract

import (
	"fmt"
	"strings"

	"parley/model"
)

// Turns of phrase that stand around a measure or behind it, and that no one verb tells:
// "kicks tariffs down the road", "sanctions still on the table". They are in
// data/measure-idioms.txt, those of headlines apart from those of texts.

// idiom is one of them with what it says of the measure.
type idiom struct {
	deed    deed
	upper   deed // that above it; noDeed for none
	suffers bool // who stands before it is hit or let off
	text    bool // of running text, not of headlines
	steps   []step
}

// addIdioms reads the phrases and files each by its first words; those that begin with
// the measure are kept apart.
func (w *signalWords) addIdioms(x *lexicon) error {
	w.idiomatic = x.newBit()
	rows, err := table(signalData, "data/measure-idioms.txt", 3)
	if err != nil {
		return err
	}
	for n, row := range rows {
		voice, kind, _ := strings.Cut(row[1], " ")
		if voice != "does" && voice != "suffers" || kind != "" && kind != "text" {
			return fmt.Errorf("data/measure-idioms.txt: entry %d: no voice is called %q", n+1, row[1])
		}
		d := idiom{suffers: voice == "suffers", text: kind == "text"}
		first, second, two := strings.Cut(row[0], " ")
		if d.deed = deeds[first]; two {
			d.upper, d.deed = d.deed, deeds[second]
		}
		if d.deed == noDeed {
			return fmt.Errorf("data/measure-idioms.txt: entry %d: no deed is called %q", n+1, row[0])
		}
		for _, phrase := range list(row[2]) {
			d.steps = stepsOf(x, phrase)
			switch first := &d.steps[0]; {
			case first.measure && d.text:
				return fmt.Errorf("data/measure-idioms.txt: entry %d: move %q of texts to data/behind.txt, without the *", n+1, phrase)
			case first.measure:
				w.behind = append(w.behind, d)
				continue
			case first.words == nil || first.optional:
				return fmt.Errorf("data/measure-idioms.txt: entry %d: %q has to begin with a word or the measure", n+1, phrase)
			}
			for _, number := range d.steps[0].words {
				x.mark(x.known.words[number], w.idiomatic)
				begun := w.idioms.at(number)
				*begun = append(*begun, d)
			}
		}
	}
	return nil
}

// governedByIdiom reads the turn of phrase that a measure stands in.
func (c *signalContext) governedByIdiom(sent stretch, a *anchor) (chain, bool) {
	if a.verb && (!a.trade || c.t.field != model.InTitle) {
		return chain{}, false
	}
	c.held = stretch{a.np, a.hi}
	for i := a.lo - 1; i >= sent.lo && i >= a.np-wordingGap-6; i-- {
		if c.t.tok[i].starts&c.words.idiomatic == 0 {
			continue
		}
		begun := c.words.idioms.of(c.t.tok[i].word)
		for k := range begun {
			d := &begun[k]
			if d.text != (c.t.field == model.InText) {
				continue
			}
			end := c.followed(d.steps, i, sent.hi)
			if end < a.hi {
				continue
			}
			if i >= a.np {
				a.np = i + 1 // no list knew the verb
			}
			ch := c.idiomChain(d, i, max(i+1, a.np), max(end, a.np))
			c.climb(sent, &ch)
			return ch, true
		}
	}
	if c.t.field == model.InText {
		return chain{}, false // see saidOf
	}
	for k := range c.words.behind {
		d := &c.words.behind[k]
		if end := c.follow(d.steps[1:], a.hi, sent.hi); end > a.hi {
			ch := c.idiomChain(d, a.hi, end, end)
			ch.passive = true
			return ch, true
		}
	}
	return chain{}, false
}

func (c *signalContext) idiomChain(d *idiom, lo, coreEnd, hi int) chain {
	word := ladderWord{deed: d.deed, form: c.words.formOf(c.t.tok[lo].low), lead: "wording"}
	ch := chain{lo: lo, hi: hi, passive: d.suffers, core: link{lo, coreEnd, word}}
	if d.upper != noDeed {
		word.deed = d.upper
		ch.upper, ch.hasUpper = link{lo, lo + 1, word}, true
	}
	return ch
}

// inIdiom says that tokens lo to hi only tell what is done with a measure that was found:
// "gave the green light to the sanctions".
func (c *signalContext) inIdiom(sent stretch, have []anchor, lo, hi int) bool {
	for k := range have {
		if probe := have[k]; probe.np >= hi {
			if ch, ok := c.governedByIdiom(sent, &probe); ok && ch.core.lo <= lo && hi <= ch.core.hi {
				return true
			}
		}
	}
	return false
}

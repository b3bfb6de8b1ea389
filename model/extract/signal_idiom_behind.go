package extract

import "errors"

// Turns of phrase that a text has behind a measure: "sanctions on Ruritania remain an
// option", "the duties were put on ice".

// addBehind files such a phrase by the words that it goes on with.
func (w *signalWords) addBehind(x *lexicon, d idiom) error {
	d.steps = d.steps[1:]
	if len(d.steps) == 0 || d.steps[0].words == nil || d.steps[0].optional {
		return errors.New("a phrase of texts has to go on with a word")
	}
	for _, number := range d.steps[0].words {
		x.mark(x.known.words[number], w.idiomatic)
		begun := w.textBehind.at(number)
		*begun = append(*begun, d)
	}
	return nil
}

// behindReach is how many tokens behind a measure of a text its turn of phrase may begin.
const behindReach = 12

// idiomBehind reads the turn of phrase behind a measure of a text, with the modal and the
// negation before it.
func (c *signalContext) idiomBehind(sent stretch, a *anchor) (chain, bool) {
	modal, negated, verbal := "", false, false
	for i := a.hi; i < sent.hi && i < a.hi+behindReach; i++ {
		k := &c.t.tok[i]
		if k.starts&c.words.idiomatic != 0 {
			begun := c.words.textBehind.of(k.word)
			for n := range begun {
				d := &begun[n]
				end := c.followed(d.steps, i, sent.hi)
				if end < 0 || c.verbGoesOn(end) || d.deed == deedExpire && c.since(sent, i+1) || !verbal && i > a.hi && c.parted(a.hi, i) || negated && d.deed == deedFloat {
					continue // what is not thought about is denied: see saidOf
				}
				ch := c.idiomChain(d, i, end, end)
				ch.lo, ch.passive, ch.modal, ch.negated = a.hi, true, modal, negated
				return ch, true
			}
		}
		class := c.res.lex.of(k)
		switch {
		case k.kind != wordToken && k.kind != numberToken && k.kind != quoteToken && !genitive(k), class&(classRelative|classConditional|classConjunction) != 0:
			return chain{}, false
		case negative(k.low):
			negated, verbal = true, true
			modal = or(modal, c.modalAt(i))
		case c.modalAt(i) != "":
			modal, verbal = c.modalAt(i), true
		case class&classAuxiliary != 0:
			verbal = true
		case verbal && class&classAdverb == 0:
			return chain{}, false
		}
	}
	return chain{}, false
}

// parted says that a verb of the ladder stands between tokens lo and hi, whose own the words
// behind it are.
func (c *signalContext) parted(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && w.form != formNoun {
			return true
		}
	}
	return false
}

// verbGoesOn says that a verb goes on at token i, as behind an adverb: "are expected to",
// "would likely be".
func (c *signalContext) verbGoesOn(i int) bool {
	if i >= len(c.t.tok) {
		return false
	}
	w, _, ok := c.words.ladder.match(c.t.tok, i)
	return c.isTo(i) || c.res.lex.of(&c.t.tok[i])&(classAuxiliary|classModal) != 0 || ok && w.form == formPast
}

// inIdiom says that tokens lo to hi only tell what is done with a measure that was found:
// "gave the green light to the sanctions", "the sanctions may be reinstated".
func (c *signalContext) inIdiom(sent stretch, have []anchor, lo, hi int) bool {
	for k := range have {
		switch probe := have[k]; {
		case probe.np >= hi:
			if ch, ok := c.governedByIdiom(sent, &probe); ok && ch.core.lo <= lo && hi <= ch.core.hi {
				return true
			}
		case probe.hi <= lo && !probe.verb:
			if ch, ok := c.chainAfter(sent, &probe); ok && ch.core.lo == lo {
				return true
			}
		}
	}
	return false
}

package extract

import "parley/model"

// Measures with a loose name: "the ban", "was barred", "a punitive charge". The same
// words mean many other things, so what was learnt has to be sure that a measure is
// meant, and the sentence has to name a state, or somebody of one.

// loosely is a measure that its name alone does not tell.
type loosely struct {
	instrument string
	verb       bool
	on         bool // only where it is told whom it is on
	list       bool // only where somebody is put on it or taken off it
	states     bool // only where two states are named
}

// looseAnchors appends to have the loosely named measures of a sentence, and those of the
// phrases that begin with words of a set.
func (c *signalContext) looseAnchors(have []anchor, sent stretch, meant starts) []anchor {
	if c.t.field == model.InTitle {
		return have
	}
	out := have
	some, toks := c.words.loose.bit|meant, c.t.tok
	for i := sent.lo; i < sent.hi; i++ {
		if toks[i].starts&some == 0 {
			continue
		}
		if m, ok := c.res.nameAt(c.t, i); ok && m.hi > i+1 && c.res.actors[m.actor].Kind == model.Person {
			continue // "Ban Ki-moon"
		}
		if toks[i].starts&meant != 0 {
			if w, ok := c.wordingAnchor(sent, out, i, true); ok {
				out = append(out, w)
				i = w.hi - 1
				continue
			}
		}
		l, n, ok := c.words.loose.match(c.t.tok, i)
		if !ok || i+n > sent.hi || covered(have, i, i+n) {
			continue
		}
		a := anchor{lo: i, hi: i + n, np: i, instrument: l.instrument, loose: true, verb: l.verb}
		switch {
		case l.list:
			a.list = true
			a.np = c.phraseStart(sent, i)
			if !c.listOfHit(sent, have, &a) {
				continue
			}
		case !l.verb:
			if c.t.has(i, i+1, "freeze", "freezes") && c.t.has(i+1, i+2, "on", "in", "of") && c.any("halted-at-home", i+2, i+5) {
				continue // "a freeze on hiring"
			}
			if c.t.has(i, i+1, "freeze", "freezes", "ban") && c.t.has(i-1, i, "and", "to", "will", "would", "could") || c.anotherThing(&a, sent) || c.in("at-home", i-1) {
				continue
			}
			a.np = c.phraseStart(sent, i)
			if c.oneMore(sent, out, &a) {
				a.loose, a.weak = false, true
			} else if !c.onState(sent, a.hi, l.on) {
				continue
			}
		case c.named(sent, i), c.adjectival(sent, i), l.states && (covered(out, i-earshot/6, i) || !c.statesNamed(sent)):
			continue // "the sanctioned", "banned the party"
		default:
			a.deed, a.weak = deedImpose, true
		}
		out = append(out, a)
		i = a.hi - 1
	}
	return out
}

// oneMore says that a noun with what it is on stands in a list behind a measure that has a
// name: "an arms embargo, a ban on exports and".
func (c *signalContext) oneMore(sent stretch, have []anchor, a *anchor) bool {
	if !c.t.has(a.hi, min(a.hi+1, sent.hi), "on", "against") || !c.t.has(a.np-1, a.np, ",", "and", "including", "as", "or") || !c.determined(a.np) {
		return false
	}
	for k := range have {
		if b := &have[k]; b.hi < a.np && a.np-b.hi < earshot/6 && !b.loose && !b.verb {
			return true
		}
	}
	return false
}

// listOfHit says that a list that has no name is one of those whom a state hits, as far as
// its words go: somebody is taken off it, or it is told whose or of whom it is.
func (c *signalContext) listOfHit(sent stretch, have []anchor, a *anchor) bool {
	if c.in("other-lists", a.lo-1) || covered(have, a.lo, min(a.lo+earshot/10, sent.hi)) {
		return false // "the grey list", "the list of those banned from entering"
	}
	ch, ok := c.listing(sent, a)
	return ok && (ch.core.deed == deedLift || c.t.has(a.hi, min(a.hi+1, sent.hi), "of") || c.t.has(a.lo-1, a.lo, "its", "their", "that"))
}

// onState says that what stands behind a noun at i, if it is told there on whom or what
// the measure is, is of a state, or somebody's own: "a ban on its produce".
func (c *signalContext) onState(sent stretch, i int, must bool) bool {
	if !c.t.has(i, min(i+1, sent.hi), "on", "of", "against") {
		return !must
	}
	if c.any("matters", i+1, min(i+5, sent.hi)) {
		return false // "a freeze on trade talks with X"
	}
	return c.any("owning", i+1, min(i+2, sent.hi)) || c.stateIn(i+1, min(i+earshot/10, sent.hi)) || c.statesNamed(sent)
}

// covered says that one of the measures stands in tokens lo to hi.
func covered(list []anchor, lo, hi int) bool {
	for k := range list {
		if list[k].lo < hi && lo < list[k].hi {
			return true
		}
	}
	return false
}

// plainlyMeant says that a loosely named measure is one of a state against another.
func (c *signalContext) plainlyMeant(sent stretch, a *anchor) bool {
	if !c.amongStates(sent) {
		return false
	}
	chance := c.chanceOf(sent, a)
	return chance >= surelyLoose || a.worded && (chance >= likelyWorded || chance >= maybeWorded && c.twoStates(sent))
}

// likelyMeant says the same of a measure of a text whose name means other things too, but
// not many: "the restrictions", "a licence".
func (c *signalContext) likelyMeant(sent stretch, a *anchor) bool {
	return c.t.field == model.InText && !a.loose && c.amongStates(sent) && (a.instrument != "licence" && a.instrument != "tariff" || c.twoStates(sent)) && c.chanceOf(sent, a) >= surelySignal
}

// amongStates says that a sentence names a state, and tells of no sport and no rule at home.
func (c *signalContext) amongStates(sent stretch) bool {
	return c.ofStates(sent) && !c.sporty(sent) && !c.domestic(sent)
}

// ofStates says that a sentence names a state, a bloc, or somebody of one.
func (c *signalContext) ofStates(sent stretch) bool {
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if x := c.res.actors[m.actor]; x.Kind == model.State || x.Kind == model.Bloc || x.State != "" {
			return true
		}
	}
	return false
}

// chanceOf is the chance that something is done with a measure, by what was learnt.
func (c *signalContext) chanceOf(sent stretch, a *anchor) float64 {
	var v view
	s := c.weigh(&v, sent, a)
	return 1 - s[noAction]
}

// twoStates says that a sentence names two states, or somebody of theirs.
func (c *signalContext) twoStates(sent stretch) bool {
	first := ""
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		x := c.res.actors[m.actor]
		state := x.State
		if x.Kind == model.State || x.Kind == model.Bloc {
			state = x.ID
		}
		if state != "" && first != "" && state != first {
			return true
		}
		first = or(first, state)
	}
	return false
}

// statesNamed says that a sentence names two states themselves, and not only people of theirs.
func (c *signalContext) statesNamed(sent stretch) bool {
	first := ""
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		x := c.res.actors[m.actor]
		if x.Kind != model.State && x.Kind != model.Bloc {
			continue
		}
		if first != "" && x.ID != first {
			return true
		}
		first = x.ID
	}
	return false
}

package extract

import "parley/model"

// Headlines in which somebody's own wish, a court's order or a warning stands over a
// measure: each is a word and no deed.

// wishes turns what a headline tells of its subject's own wish into a plan of his: "Ruritania
// aims to tax Altland's tea". Whom nobody is asked to help has no other sender in mind.
func (c *signalContext) wishes(sent stretch, a *anchor, ch *chain) {
	if c.t.field != model.InTitle || ch.negated {
		return
	}
	if c.wantsRelief(sent, a, ch) {
		ch.upper.deed = deedFloat
		return
	}
	if ch.hasUpper && ch.upper.deed == deedDemand && (ch.core.deed == deedImpose || ch.core.deed == deedTighten) && !ch.passive && c.in("wishing", ch.upper.lo) {
		to := ch.upper.hi
		if c.isTo(to - 1) {
			to--
		}
		if c.isTo(to) && c.skipBack(sent, ch.core.lo) <= to+1 && len(c.senders(c.subject(sent, ch))) > 0 {
			ch.upper.deed = deedFloat
		}
		return
	}
	if ch.hasUpper || ch.core.deed != deedDemand || a.instrument != "tariff" || a.after != noDeed || !c.t.has(ch.core.hi-1, ch.core.hi, "for") || ch.core.hi > a.np {
		return
	}
	sources, _ := c.inside(a)
	if own := c.senders(c.subject(sent, ch)); len(own) == 1 && len(sources) == 0 && len(c.res.mentions(c.t, ch.core.lo, a.np)) == 0 && c.words.measures["imposer"][own[0]] {
		ch.core.deed = deedFloat // "pushes for tariffs": only the state itself can levy them
	}
}

// ordered says that a verb at i is a court's order to somebody, whose doing
// what stands behind it is still to come: "court orders Ruritania to lift the ban".
func (c *signalContext) ordered(i int, w ladderWord, ch *chain) bool {
	if w.lead != "order" || w.form == formNoun || ch.modal != "to" || len(c.res.mentions(c.t, i+1, ch.core.lo)) == 0 {
		return false
	}
	return c.in("bench", i-1)
}

// warnsOfHarm says that a warning before a measure is of what the measure of somebody else
// does, and so speaks against it: "Ruritania warns Altland's tariffs threaten jobs".
func (c *signalContext) warnsOfHarm(a *anchor, left *chain) bool {
	if c.t.field != model.InTitle || left.core.deed != deedThreaten || left.core.form == formNoun || left.core.hi != a.np || !c.in("effect", a.hi) {
		return false
	}
	sources, _ := c.inside(a)
	return len(sources) > 0
}

// warnedOff reads a measure of which somebody is told not to retaliate against it: it is on
// him already.
func (c *signalContext) warnedOff(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InTitle || !c.t.has(a.np-1, a.np, "against", "to", "over", "for") || !c.in("retaliating", a.np-2) {
		return chain{}, false
	}
	i := a.np - 2
	if !c.isTo(i-1) && !c.t.has(i-1, i, "against", "from") {
		return chain{}, false
	}
	for j := i - 1; j > sent.lo && j > i-8; j-- {
		if c.in("dissuading", j-1) {
			return chain{lo: j - 1, hi: a.hi, core: link{j - 1, j, ladderWord{deed: deedForce, form: formPresent, lead: "warned off"}}}, c.t.has(j, i, "not", "against", "from")
		}
	}
	return chain{}, false
}

// warnedParties names who has put on the measure that somebody is told not to answer, and
// who is told.
func (c *signalContext) warnedParties(sent stretch, a *anchor, ch *chain) (senders, targets []string) {
	sources, _ := c.inside(a)
	told := c.res.mentions(c.t, ch.core.hi, a.np)
	teller := c.res.mentions(c.t, sent.lo, ch.core.lo)
	if len(told) == 0 {
		return sources, without(c.asTargets(teller), sources) // "Ruritania urged not to answer"
	}
	return or2(sources, c.senders(teller)), c.asTargets(told[:1])
}

// onlyAgenda says that a headline names a measure as what people meet to talk about, or a
// war of tariffs that somebody means to avert: nothing is told of it.
func (c *signalContext) onlyAgenda(sent stretch, a *anchor, ch *chain) bool {
	if c.t.field != model.InTitle {
		return false
	}
	if c.t.has(a.hi-1, a.hi, "war", "wars") && c.in("averting", ch.core.lo) {
		return true
	}
	if ch.core.deed != deedForce && ch.core.deed != deedAnnounce || !ch.bare {
		return false
	}
	if c.t.has(a.hi, sent.hi, "agenda") {
		return true
	}
	return c.in("dominating", a.hi) && c.any("occasion", a.hi+1, min(a.hi+6, sent.hi))
}

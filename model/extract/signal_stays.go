package extract

import "parley/model"

// What is said of measures of a text that are there already: that they are needed, that
// somebody will answer them, looks at them anew, or only talks of them.

// stillNeeded reads that a measure remains necessary as a call for it: "sanctions remain a
// necessary answer".
func (c *signalContext) stillNeeded(a *anchor, ch *chain) {
	if ch.core.lo < a.hi || ch.core.deed != deedForce || ch.negated || ch.hasUpper || ch.modal != "" || !c.any("staying", ch.core.lo, ch.core.hi) {
		return
	}
	for i := ch.core.hi; i < ch.core.hi+4; i++ {
		if c.in("needful", i) {
			ch.core.deed = deedDemand
			return
		}
	}
}

// willAnswer reads that somebody means to retaliate against a measure as his threat: "reserved
// the right to retaliate against the ban", "would retaliate against".
func (c *signalContext) willAnswer(sent stretch, a *anchor, ch *chain) {
	if ch.core.deed != deedOppose || ch.core.lead != "retaliate against" || ch.negated || ch.core.lo >= ch.hi && ch.modal == "" {
		return
	}
	if ch.hasUpper && ch.upper.deed == deedDemand {
		return
	}
	if ch.modal == "will" || ch.modal == "would" || ch.modal == "could" || ch.modal == "may" || ch.modal == "to" && (ch.hasUpper || c.t.has(max(sent.lo, ch.core.lo-8), ch.core.lo, "right")) {
		ch.core.deed, ch.hasUpper, ch.modal = deedThreaten, false, ""
		for i := range c.room {
			if b := &c.room[i]; b.instrument == "unspecified-consequences" && b.hi <= a.np {
				ch.core.deed, c.unsaid = noDeed, true // what it answers is told already
			}
		}
	}
}

// calledOff reads that somebody calls off a siege or a boycott as its end: it holds already.
func (c *signalContext) calledOff(a *anchor, ch *chain) {
	if ch.core.deed == deedDefer && !ch.hasUpper && c.t.has(ch.core.lo, ch.core.lo+1, "call", "calls", "called", "calling") && c.t.has(a.lo, a.hi, "boycott", "blockade", "siege", "embargo") {
		ch.core.deed = deedLift
	}
}

// pleaRefused reads a plea for relief that is turned down behind its measure as a refusal: "a
// request to lift the ban was rejected".
func (c *signalContext) pleaRefused(sent stretch, a *anchor, ch *chain) {
	if !ch.hasUpper || ch.upper.deed != deedDemand || !ch.core.deed.relieves() || !c.any("pleas", ch.upper.lo, ch.upper.hi) {
		return
	}
	for i := max(a.hi, ch.core.hi); i+1 < sent.hi && i < a.hi+earshot/6; i++ {
		if c.t.has(i, i+1, "was", "were", "been") && c.t.has(i+1, min(i+3, sent.hi), "rejected", "refused", "dismissed", "turned", "rebuffed", "ignored", "denied") {
			ch.upper.deed = deedRefuse
			return
		}
		if c.t.tok[i].kind == stopToken || c.res.lex.of(&c.t.tok[i])&classRelative != 0 {
			return
		}
	}
}

// reviewOf reads that somebody announces to look anew at a measure as his thinking of relief:
// "announced a review of the duties".
func (c *signalContext) reviewOf(a *anchor, ch *chain) {
	if ch.hasUpper || ch.core.deed != deedAnnounce && ch.core.deed != deedAgree || ch.core.lo >= a.np || c.any("newness", a.np, a.lo) {
		return
	}
	for i := ch.core.hi; i+1 < a.np && i < ch.core.hi+4; i++ {
		if c.t.has(i, i+1, "review", "reassessment", "reconsideration") && c.t.has(i+1, i+2, "of", "into") {
			ch.upper, ch.hasUpper = link{i, i + 1, ladderWord{deed: deedFloat, form: formNoun, lead: "review of"}}, true
			ch.core = link{i, i + 1, ladderWord{deed: deedEase, form: formNoun, lead: "review of"}}
			return
		}
	}
}

// passedToDo reads what a resolution that has passed would do as done: "the resolution passed
// on Thursday would renew".
func (c *signalContext) passedToDo(sent stretch, ch *chain) {
	if ch.modal != "would" && ch.modal != "will" || ch.negated || ch.hasUpper && ch.upper.deed != deedFloat {
		return
	}
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-8; i-- {
		if c.t.has(i, i+1, "passed", "adopted", "approved") && c.t.has(i-1, i, "resolution") {
			ch.modal, ch.hasUpper = "", false
			ch.core.form = formPast
			return
		}
	}
}

// talksOfImposed reads talk of a measure which its own clause tells to have been put on as that:
// "discuss the sanctions they have imposed on".
func (c *signalContext) talksOfImposed(sent stretch, a *anchor, ch *chain) {
	if ch.core.deed != deedFloat || ch.hasUpper || ch.core.lo >= a.np || !c.in("debating", ch.core.lo) {
		return
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+5; i++ {
		if c.t.has(i, i+1, "have", "has", "had") && c.t.has(i+1, i+2, "imposed", "slapped", "placed", "put", "levied") {
			ch.core.deed, ch.core.form, ch.modal = deedImpose, formPast, ""
			return
		}
	}
}

// heldSince says that a text tells in the perfect of what was put on at a time past and has
// held from then: "has imposed a blockade on it since 2007", "have been barred since".
func (c *signalContext) heldSince(sent stretch, a *anchor, ch *chain) bool {
	if c.t.field != model.InText || ch.negated || ch.hasUpper || ch.modal != "" || !c.t.has(c.skipBack(sent, ch.core.lo), ch.core.lo, "has", "have") {
		return false
	}
	from := max(a.hi, ch.core.hi)
	for i := from; i < sent.hi && i < from+earshot/6; i++ {
		k := &c.t.tok[i]
		if k.low == "since" {
			return !c.t.has(i-1, i, "ever", "long", ",")
		}
		if k.kind == stopToken || k.low == "," || k.low == ";" || k.low == "and" {
			return false
		}
	}
	return false
}

// onlyReady reads that somebody prepares to do something as his thinking of it, and that he
// stands ready to press as his threat: "is preparing to widen", "were prepared to impose".
func (c *signalContext) onlyReady(ch *chain) {
	if !ch.hasUpper || ch.upper.deed != deedAgree || ch.negated {
		return
	}
	switch at := ch.upper.lo; {
	case c.t.has(at, ch.upper.hi, "prepare", "prepares", "preparing", "gearing", "gears"):
		ch.upper.deed = deedFloat
	case c.t.has(at, ch.upper.hi, "ready", "prepared") && !c.t.has(at-1, at, "had") && !ch.core.deed.relieves() && ch.core.deed != deedDefer:
		ch.upper.deed = deedThreaten
	}
}

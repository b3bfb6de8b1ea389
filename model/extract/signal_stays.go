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
		if c.t.has(i, i+1, "necessary", "needed", "essential", "vital", "justified", "indispensable", "crucial", "warranted", "right", "best", "appropriate") {
			ch.core.deed = deedDemand
			return
		}
	}
}

// willAnswer reads that somebody means to retaliate against a measure as his threat: "reserved
// the right to retaliate against the ban", "would retaliate against".
func (c *signalContext) willAnswer(sent stretch, a *anchor, ch *chain) {
	if ch.core.deed != deedOppose || ch.core.lead != "retaliate against" && ch.core.lead != "=retaliate against" || ch.negated || ch.core.lo >= ch.hi && ch.modal == "" {
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
	if ch.core.deed != deedFloat || ch.hasUpper || ch.core.lo >= a.np || c.t.field != model.InText || !c.t.has(ch.core.lo, ch.core.lo+1, "discuss", "discussed", "discusses", "discussing", "debate", "debated", "assess", "assessed", "talks") {
		return
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+5; i++ {
		if c.t.has(i, i+1, "have", "has", "had") && c.t.has(i+1, i+2, "imposed", "slapped", "placed", "put", "levied") {
			ch.core.deed, ch.core.form, ch.modal = deedImpose, formPast, ""
			return
		}
	}
}

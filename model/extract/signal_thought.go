package extract

import "parley/model"

// What a text tells of a measure that is only thought of, only heard of, or spoken against.

// onlyThoughtOf puts relief that a text names by a noun onto the stage at which it stands: it is
// under discussion, a paper foresees it, nothing goes on without it; or it is a matter that is
// taken off an agenda.
func (c *signalContext) onlyThoughtOf(sent stretch, a *anchor, ch *chain) {
	core := &ch.core
	if core.deed.relieves() && !ch.negated && core.form != formNoun && c.t.has(a.hi, min(a.hi+judgedReach, sent.hi), "agenda") {
		core.deed, ch.hasUpper = deedDefer, false // "removed the sanctions from the agenda"
		return
	}
	if core.deed == deedLoom && ch.modal == "" && !ch.negated && c.followsUpon(a, core) {
		core.deed, core.form, ch.hasUpper = deedImpose, formPast, false // "the sanctions come after a month of"
		return
	}
	if core.form == formGerund && (!ch.hasUpper || ch.upper.deed == deedAnnounce) && ch.modal == "" && !ch.negated && core.deed.does() && core.lo < a.np && c.t.has(core.lo-1, core.lo, "at") && c.in("purpose", core.lo-2) {
		ch.upper, ch.hasUpper = link{core.lo - 2, core.lo, ladderWord{deed: deedFloat, form: formPast, lead: "aim"}}, true // "talks aimed at lifting"
		return
	}
	if core.deed.relieves() && !ch.hasUpper && ch.modal == "" && core.lo < a.np && (core.form == formGerund || core.form == formNoun) {
		c.groundsFor(sent, a, ch)
	}
	if core.form != formNoun || ch.hasUpper || ch.negated || !core.deed.does() || core.lo >= a.np {
		return
	}
	above := link{core.lo, core.lo, ladderWord{deed: deedFloat, form: formNoun, lead: "thought"}}
	if core.deed.relieves() && c.t.has(max(sent.lo, core.lo-3), core.lo, "without") {
		above.deed = deedDemand
		ch.upper, ch.hasUpper, ch.modal = above, true, ""
		return
	}
	if ch.modal != "" {
		return
	}
	for i := a.hi; core.deed.relieves() && i+1 < sent.hi && i < a.hi+judgedReach; i++ {
		if c.t.has(i, i+1, "under") && c.in("pondering", i+1) {
			ch.upper, ch.hasUpper = above, true
			return
		}
		if c.t.tok[i].kind == stopToken || c.t.has(i, i+1, ",", ";") {
			break
		}
	}
	for i := core.lo - 1; i > sent.lo && i > core.lo-7; i-- {
		if !c.in("foreseeing", i) {
			continue
		}
		if paper := c.skipBack(sent, i) - 1; c.any("settling", max(sent.lo, paper-4), paper+1) || c.t.has(max(sent.lo, paper-4), paper+1, "accord", "pact", "treaty") {
			above.deed = deedAgree
		}
		ch.upper, ch.hasUpper = above, true
		return
	}
}

// onlyHeard reads who rejects what is put about of a measure, or says that nobody plans it, as
// a denial: "brushed off rumours of", "nobody is thinking of".
func (c *signalContext) onlyHeard(sent stretch, a *anchor, ch *chain) {
	core := &ch.core
	switch {
	case ch.hasUpper && (ch.upper.deed == deedOppose || ch.upper.deed == deedRefuse) && core.lo <= a.lo && c.any("hearsay", ch.upper.hi, min(ch.upper.hi+4, core.lo)):
		ch.upper.deed, ch.negated = deedDeny, false // "dismissed reports that it would"
	case (core.deed == deedOppose || core.deed == deedRefuse) && core.lo < a.np && c.any("hearsay", core.hi, a.np),
		core.deed == deedOppose && core.lo >= a.hi && core.lead == "judged" && c.t.has(a.np-1, a.np, "of", "about") && c.in("hearsay", a.np-2):
		core.deed, ch.hasUpper, ch.negated = deedDeny, false, false
	case (core.deed == deedFloat || ch.hasUpper && ch.upper.deed == deedFloat) && core.lo < a.np && !ch.negated:
		for i := ch.lo - 1; i >= sent.lo && i > ch.lo-8; i-- {
			if c.in("nobodies", i) || c.t.has(i, i+1, "no") && c.t.has(i+1, i+2, "one") {
				ch.upper, ch.hasUpper = link{i, i + 1, ladderWord{deed: deedDeny, form: formPast, lead: "nobody"}}, true
				return
			}
			if k := &c.t.tok[i]; k.kind != wordToken || c.res.lex.of(k)&(classRelative|classConjunction) != 0 {
				return
			}
		}
	}
}

// byAnybody says that a text tells what follows whenever anybody does it: "the moment you impose
// sanctions, talks end".
func (c *signalContext) byAnybody(sent stretch, ch *chain) bool {
	you := c.skipBack(sent, ch.lo) - 1
	if c.t.field != model.InText || you <= sent.lo || !c.t.has(you, you+1, "you", "one") {
		return false
	}
	return c.t.has(you-1, you, "if", "when", "once", "whenever", "every", "moment", "minute", "time")
}

// withoutThreat says that a text speaks of what is so without a threat: "without a threat of
// sanctions he will not talk".
func (r *actReader) withoutThreat() bool {
	i := r.ch.lo
	for i > r.sent.lo && (r.determined(i-1) || r.t.has(i-1, i, "any", "real", "credible", "serious")) {
		i--
	}
	return r.t.field == model.InText && r.ch.core.form == formNoun && r.ch.core.deed == deedThreaten && r.t.has(i-1, i, "without", "absent")
}

// leftUnsaid says that somebody will not say whether a measure is so: "neither confirmed nor
// denied that it would lift".
func (c *signalContext) leftUnsaid(sent stretch, a *anchor) bool {
	for i := sent.lo; i+3 < a.np; i++ {
		if c.t.tok[i].low == "neither" && c.t.has(i+1, i+2, "confirmed", "confirms", "confirm", "denied", "denies", "deny") && c.t.has(i+2, i+3, "nor") {
			return true
		}
		if c.t.has(i, i+1, "declined", "declines", "refused", "refuses") && c.isTo(i+1) && c.t.has(i+2, i+3, "say", "comment", "disclose") && c.t.has(i+3, min(i+6, a.np), "whether", "if") {
			return true
		}
	}
	return false
}

// onlyHoped says that a text only hopes for relief that is to come: "hopes that the duty will be
// scrapped".
func (r *actReader) onlyHoped() bool {
	if r.t.field != model.InText || r.out.action != "offered" || r.ch.modal != "will" && r.ch.modal != "would" {
		return false
	}
	i := min(r.a.np, r.ch.lo) - 1
	for i > r.sent.lo && (r.determined(i) || r.t.has(i, i+1, "that")) {
		i--
	}
	return r.t.has(i, i+1, "hope", "hopes", "hoped", "hoping")
}

// notRaised says that nobody spoke of what a measure's question is: "the question of lifting the
// embargo was not raised".
func (r *actReader) notRaised() bool {
	for i := r.a.hi; i+1 < r.sent.hi && i < r.a.hi+6; i++ {
		if negative(r.t.tok[i].low) {
			return r.any("broached", i+1, min(i+3, r.sent.hi))
		}
	}
	return false
}

// wronglyDone reads what is called wrong to do as opposed: "it would be a blunder to put".
func (c *signalContext) wronglyDone(sent stretch, ch *chain) {
	if ch.negated || ch.hasUpper || ch.core.deed != deedImpose && ch.core.deed != deedTighten || !c.isTo(ch.core.lo-1) {
		return
	}
	at := ch.core.lo - 2
	if at-2 < sent.lo || c.verdictIn(at, at+1) == 0 {
		return
	}
	for i := at - 1; i >= sent.lo && i > at-5; i-- {
		if isBe(c.t.tok[i].low) {
			ch.upper, ch.hasUpper, ch.lo = link{at, at + 1, ladderWord{deed: deedOppose, form: formPast, lead: "judged"}}, true, at
			return
		}
	}
}

// byOrgan reads what an organ of the sender recommends as what is thought of: "the commission
// recommended that the duties be cut".
func (c *signalContext) byOrgan(sent stretch, a *anchor, ch *chain) {
	from := a.np
	switch {
	case ch.core.lo >= a.hi && ch.modal == "must" && c.t.has(a.hi, ch.core.lo, "be") && !c.t.has(a.hi, ch.core.lo, "must", "should"):
	case ch.core.lo < a.np && ch.hasUpper && ch.upper.deed == deedDemand:
		from = ch.upper.hi
	case ch.core.lo < a.np && !ch.hasUpper && ch.core.deed == deedDemand:
		from = ch.core.hi
	default:
		return
	}
	for i := from - 1; i > sent.lo && i > from-5; i-- {
		if !c.t.has(i, i+1, "recommend", "recommends", "recommended", "propose", "proposes", "proposed") {
			continue
		}
		if i > sent.lo && c.any("recommenders", max(sent.lo, i-5), i) {
			if ch.core.deed == deedDemand {
				ch.core.deed = deedFloat
				return
			}
			ch.upper, ch.hasUpper, ch.modal = link{i, i + 1, ladderWord{deed: deedFloat, form: formPast, lead: "recommend"}}, true, ""
		}
		return
	}
}

// speaksAgainst finds the verb of who speaks against a measure: "spoke out against sanctions",
// "advised against tariffs"; 0 for none.
func (c *signalContext) speaksAgainst(sent stretch, a *anchor) int {
	if c.t.field != model.InText || !c.t.has(a.np-1, a.np, "against") {
		return 0
	}
	for i := a.np - 2; i > sent.lo && i > a.np-8 && c.t.tok[i].kind == wordToken; i-- {
		if c.t.has(i, i+1, "marched", "marching", "protested", "protesting", "rallied", "rallying", "demonstrated", "demonstrating") {
			return i // "marched in Havana against"
		}
	}
	for i := a.np - 2; i > sent.lo && i > a.np-5; i-- {
		if c.in("counselling", i) || c.t.has(i, i+1, "lined", "stood", "stand", "came", "rose") && c.t.has(i+1, i+2, "up", "out") {
			return i
		}
		if !c.t.has(i, i+1, "up", "out", "strongly", "publicly") {
			return 0
		}
	}
	return 0
}

// groundsFor reads what conditions relief has as what is thought of, or refused where they are
// not there: "the conditions for lifting sanctions had not been met", "no basis for easing".
func (c *signalContext) groundsFor(sent stretch, a *anchor, ch *chain) {
	at := ch.core.lo - 1
	for at > sent.lo && c.determined(at) {
		at--
	}
	if at-1 <= sent.lo || !c.t.has(at, at+1, "for") || !c.in("footing", at-1) {
		return
	}
	ch.upper, ch.hasUpper = link{at - 1, at + 1, ladderWord{deed: deedFloat, form: formNoun, lead: "conditions"}}, true
	for i := max(sent.lo, at-4); i < sent.hi && i < a.hi+judgedReach; i++ {
		if negative(c.t.tok[i].low) && (i < at || i >= a.hi) {
			ch.upper.deed, ch.negated = deedRefuse, false
			return
		}
	}
}

// followsUpon says that a measure which is there is only told by what came before it: "the sanctions come
// after a month of".
func (c *signalContext) followsUpon(a *anchor, core *link) bool {
	return c.t.has(core.lo, core.lo+1, "come", "comes", "came", "follow", "follows", "followed") &&
		c.t.has(a.np, a.np+1, "the", "these", "those", "its", "their") &&
		c.t.has(core.hi, core.hi+1, "after", "as", "amid", "a", "just", "days", "hours", "weeks", "months", "several", "despite", "on", "two", "three")
}

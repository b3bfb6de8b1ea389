package extract

import "parley/model"

// The stage at which a text leaves a measure that its verb alone puts further on, or less
// far: what goes on already, what is only awaited, what a bill would do.

// staged puts a chain of a text onto the stage that the words around its verb tell of.
func (c *signalContext) staged(sent stretch, a *anchor, ch *chain) {
	c.goingOn(sent, ch)
	c.followsIn(sent, ch)
	if ch.core.deed == deedImpose && ch.core.form == formNoun && !ch.hasUpper && c.determined(ch.core.lo-1) && c.t.has(ch.core.lo-2, ch.core.lo-1, "toward", "towards", "before", "until") {
		ch.modal = "will" // "counts down toward the imposition of"
	}
	if ch.core.lead == "return of" && !ch.hasUpper && ch.modal == "" && !ch.negated && c.t.has(ch.core.lo-2, ch.core.lo, "including", "for", "about", "of", "like", "as") {
		ch.upper, ch.hasUpper = link{ch.core.lo, ch.core.lo, ladderWord{deed: deedFloat, form: formNoun, lead: "return"}}, true // "prepared for anything, including the return of"
	}
	c.onlyToward(sent, ch)
	c.pausedOwn(a, ch)
	if !ch.hasUpper && ch.modal == "to" && c.isTo(ch.core.lo-1) && c.shelved(sent, ch.core.lo-2) {
		ch.upper, ch.hasUpper, ch.modal = link{ch.core.lo - 2, ch.core.lo, ladderWord{deed: deedDefer, form: formNoun, lead: "plan"}}, true, "" // "dropped a plan to"
	}
	if c.onceDone(sent, ch) {
		ch.modal = "must"
	}
	if ch.hasUpper && (ch.upper.deed == deedAgree || ch.upper.deed == deedAnnounce) && c.t.has(ch.upper.lo-1, ch.upper.lo, "of") && c.t.has(ch.upper.lo-2, ch.upper.lo-1, "short") {
		ch.upper.deed = deedDefer // "stopped short of agreeing to"
	}
	if c.openedFor(sent, a, ch) {
		ch.upper, ch.hasUpper, ch.modal = link{ch.core.lo, ch.core.lo, ladderWord{deed: deedFloat}}, true, ""
	}
	if a.permit && a.deed == deedImpose && c.ruled(sent, a.lo) && ch.modal == "" && !ch.negated {
		ch.core.deed = deedForce // "the order bars firms from selling"
	}
	c.leaveToExport(a, ch)
	c.pressedTo(sent, ch)
	c.bySeeking(a, ch)
	c.byStatute(sent, ch)
	if core := &ch.core; core.deed == deedLift && a.instrument != "licence" && (c.any("partly", max(sent.lo, core.lo-2), core.lo) || core.hi < a.lo && c.t.has(core.hi, core.hi+1, "some", "most", "many", "several", "part")) {
		core.deed = deedEase
	}
	if up := &ch.upper; ch.hasUpper && up.deed == deedAnnounce && ch.core.form == formNoun && ch.core.deed.relieves() && c.isTo(up.lo-1) && up.lo-2 > sent.lo {
		switch {
		case c.in("expected", up.lo-2):
			up.deed = deedFloat // "is expected to announce an easing of"
		case c.in("scheduled", up.lo-2):
			up.deed = deedAgree
		}
	}
	if ch.hasUpper && ch.upper.deed == deedAgree && ch.modal != "must" {
		switch {
		case ch.core.deed == deedAnnounce && (c.in("expected", ch.upper.lo) || c.in("scheduled", ch.upper.lo)):
			ch.core.deed, ch.hasUpper = deedFloat, false // what is to be announced is not yet
		case (ch.core.deed == deedImpose || ch.core.deed == deedTighten) && c.in("expected", ch.upper.lo):
			ch.upper.deed = deedFloat
		}
	}
	if ch.hasUpper && ch.upper.deed == deedDemand && ch.upper.hi < ch.core.lo && c.t.has(ch.upper.lo, ch.upper.hi, "exchange", "return") && c.endsName(sent, c.skipBack(sent, ch.core.lo)) {
		ch.upper, ch.hasUpper, ch.modal, ch.lo = link{}, false, "", ch.core.lo // "in exchange for X lifting": a deal has it so
	}
	if ch.core.deed == deedFloat && ch.negated && c.t.has(a.hi, min(sent.hi, a.hi+20), "now") && c.t.has(a.hi, min(sent.hi, a.hi+20), "for") {
		ch.core.deed, ch.negated = deedDefer, false // "would not consider tariffs for now"
	}
	if ch.core.deed == deedFloat && ch.core.form == formNoun && c.any("lessening", max(sent.lo, ch.core.lo-2), ch.core.lo) {
		ch.negated = true // "reduces the likelihood of"
	}
	if ch.core.deed == deedThreaten && ch.core.form == formNoun && !ch.hasUpper && c.determined(ch.core.lo-1) && c.in("shelve", ch.core.lo-2) {
		ch.core.deed = deedDefer // "dropped its threat of"
	}
	if ch.core.deed == deedSuffer && ch.modal == "to" && (ch.core.lead == "avoid" || ch.core.lead == "escape") && c.any("trying", max(sent.lo, ch.core.lo-3), ch.core.lo) {
		ch.core.deed, ch.hasUpper = deedEvade, false // "its efforts to avoid sanctions"
	}
	if ch.core.deed == deedSuffer && ch.core.form == formGerund && c.t.has(ch.core.lo-1, ch.core.lo, ",") && !ch.hasUpper {
		ch.core.form = formPast // "agreed to take them back, averting the duties"
	}
	c.unsupported(ch)
	if ch.hasUpper && ch.upper.deed == deedDemand && c.in("voting", ch.upper.lo) && c.in("chamber", c.skipBack(sent, ch.lo)-1) {
		ch.upper.deed = deedFloat // a house has voted for it, and it is no law yet
	}
	if !ch.hasUpper && ch.core.deed == deedDemand && c.in("voting", ch.core.lo) && (c.in("assembled", c.skipBack(sent, ch.lo)-1) || c.in("chamber", c.skipBack(sent, ch.lo)-1)) {
		ch.core.deed = deedImpose // who votes together for a measure of their own
	}
	if (ch.bare || ch.core.deed.suffers()) && c.any("hypothetical", a.np, a.lo) {
		ch.core.deed, ch.modal, ch.bare = deedFloat, "", false // "despite possible sanctions"
	}
}

// openedFor says that the way is cleared for what is told of a measure in a text, which is
// no word that it is done: "paves the way for sanctions to be lifted".
func (c *signalContext) openedFor(sent stretch, a *anchor, ch *chain) bool {
	return ch.modal == "to" && ch.core.lo >= a.hi && c.t.has(a.np-1, a.np, "for") && c.any("opening", max(sent.lo, a.np-3), a.np-1)
}

// goingOn reads what somebody begins or continues to do as what is done: "continues to
// remove", "began to ease".
func (c *signalContext) goingOn(sent stretch, ch *chain) {
	if ch.modal != "to" || ch.core.form != formBase {
		return
	}
	to := ch.core.lo - 1
	for to > sent.lo && (c.res.lex.of(&c.t.tok[to])&classAdverb != 0 || c.in("partly", to)) {
		to--
	}
	if !c.isTo(to) && ch.core.lo-1 == to && c.t.has(to, to+1, "and", ",") {
		for to--; to > sent.lo && to > ch.core.lo-earshot/5 && !(c.isTo(to) && c.infinitive(to+1)); to-- {
		}
	}
	if m, ok := c.mentionEnding(sent, to); ok && c.isTo(to) && (c.in("causing", m.lo-1) || c.determined(m.lo-1) && c.in("causing", m.lo-2)) {
		ch.modal, ch.hasUpper, ch.lo = "", false, to // "the coup led Ruritania to cut"
	}
	if ch.hasUpper {
		return
	}
	if to > sent.lo && c.isTo(to) && (c.in("beginning", to-1) || ch.core.deed.relieves() && c.t.has(max(sent.lo, to-5), to, "decision")) {
		ch.modal = ""
	}
}

// followsIn takes over whether somebody has followed another in what a gerund tells, or only
// means to: "intends to follow Ruritania in imposing".
func (c *signalContext) followsIn(sent stretch, ch *chain) {
	if ch.core.form != formGerund || ch.hasUpper || ch.modal != "" || !c.t.has(ch.core.lo-1, ch.core.lo, "in") {
		return
	}
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-9 && c.t.tok[i].kind == wordToken; i-- {
		if c.t.has(i, i+1, "follow", "join", "copy") && (c.isTo(i-1) || modalOf(c.t.tok[i-1].low) != "") {
			if c.isTo(i-1) && c.t.has(i-2, i-1, "not") {
				ch.upper, ch.hasUpper, ch.modal, ch.lo = link{i - 2, i, ladderWord{deed: deedOppose, form: formBase, lead: "not to"}}, true, "", i-2
				return // "asked it not to join in imposing"
			}
			ch.modal = or(modalOf(c.t.tok[i-1].low), "will")
			return
		}
	}
}

// bySeeking reads that somebody will seek to relieve others of his own measure as his
// word that he will, and that he wants to as his thought: "would seek to lift its ban".
func (c *signalContext) bySeeking(a *anchor, ch *chain) {
	wishes := ch.hasUpper && c.in("wishing", ch.upper.lo) && ch.upper.hi+1 >= ch.core.lo && !ch.negated
	if !ch.hasUpper || ch.upper.lead != "seek" && !wishes || !ch.core.deed.relieves() && ch.core.deed != deedDefer {
		return
	}
	for i := ch.core.hi; i < a.lo; i++ {
		switch {
		case c.res.lex.of(&c.t.tok[i])&classPossessive == 0:
		case ch.upper.lead == "seek":
			ch.upper.deed = deedAgree
		default:
			ch.upper.deed = deedFloat
		}
	}
}

// byStatute reads what a bill, a resolution or a decree does, which stands in a participle
// behind it, by what is done with that: "passed a bill tightening", "renewed a decree
// imposing".
func (c *signalContext) byStatute(sent stretch, ch *chain) {
	if ch.core.form != formGerund || ch.hasUpper || ch.core.deed != deedImpose && ch.core.deed != deedTighten && !ch.core.deed.relieves() {
		return
	}
	noun := c.skipBack(sent, ch.core.lo) - 1
	bill := c.in("bill", noun) || c.t.has(noun, noun+1, "resolution", "draft", "text", "package")
	if noun <= sent.lo || !bill && !c.in("statute", noun) {
		return
	}
	for i := noun; i > sent.lo && i > noun-7; i-- {
		n := c.ladderEnding(sent, i)
		if n == 0 {
			continue
		}
		w, _, _ := c.words.ladder.match(c.t.tok, i-n)
		above := link{i - n, i, w}
		if asked := (chain{lo: i - n, core: above}); c.isTo(i - n - 1) {
			if c.askedTo(sent, &asked, i-n-1); asked.hasUpper && asked.upper.deed == deedDemand {
				ch.upper, ch.hasUpper, ch.lo = asked.upper, true, asked.lo // "asked the council to pass a text imposing"
				return
			}
		}
		switch {
		case w.deed == deedImpose && (!bill || c.in("enact", i-n) || c.t.has(i-1, i, "signed", "signs", "enacted")):
			return
		case w.deed == deedImpose, w.deed == deedDemand && c.in("voting", i-n):
			w.deed = deedFloat // what is passed is no law yet
		}
		above.deed = w.deed
		ch.upper, ch.hasUpper, ch.lo = above, true, i-n
		return
	}
	if bill {
		ch.upper, ch.hasUpper = link{noun, noun + 1, ladderWord{deed: deedFloat}}, true
	}
}

// unsupported reads that somebody did not support a measure as his being against it.
func (c *signalContext) unsupported(ch *chain) {
	if !ch.negated {
		return
	}
	switch {
	case ch.hasUpper && ch.upper.deed == deedDemand && c.in("backing", ch.upper.lo):
		ch.upper.deed, ch.negated = deedOppose, false
	case !ch.hasUpper && ch.core.deed == deedDemand && c.in("backing", ch.core.lo):
		ch.core.deed, ch.negated = deedOppose, false
	}
}

// settled says that a text tells of a measure that a decision to take it is made, or that
// those who agreed on it have put it into force at once: "decided to ban", "the decision to
// stop", "agreed to impose them with immediate effect".
func (c *signalContext) settled(sent stretch, ch *chain) bool {
	if c.t.field != model.InText || !ch.hasUpper || ch.negated || ch.core.lo < ch.upper.hi {
		return false
	}
	switch ch.upper.deed {
	case deedDecide:
		return ch.upper.lead == "decided" || ch.upper.lead == "decision to"
	case deedAgree, deedAnnounce:
		if ch.prolongs && ch.core.deed == deedTighten && c.in("agreeing", ch.upper.lo) {
			return true // who agrees to prolong a measure has done it
		}
		for i := ch.upper.lo; i+1 < sent.hi && i < ch.upper.lo+earshot/3; i++ {
			if c.t.has(i, i+1, "immediate") && c.t.has(i+1, i+2, "effect") {
				return c.words.formOf(c.t.tok[ch.upper.lo].low) == formPast || ch.upper.form == formPast
			}
		}
	}
	return false
}

// onceDone says that what a verb of a text tells is what somebody waits for before he does
// something himself: "will come back as soon as Ruritania lifts".
func (c *signalContext) onceDone(sent stretch, ch *chain) bool {
	if !ch.core.deed.relieves() || ch.hasUpper || ch.negated || ch.core.form == formBase || ch.core.form == formGerund {
		return false
	}
	for i := ch.lo - 1; i > sent.lo && i > ch.lo-7; i-- {
		switch k := &c.t.tok[i]; {
		case k.low == "once" && c.t.has(i+1, ch.core.lo, "had"):
			return false // what came once it was done tells that it was
		case (k.low == "before" || k.low == "until" || k.low == "unless") && c.balking(i):
			return true // "no duties would go before Ruritania scrapped"
		case k.low == "once", k.low == "as" && c.t.has(i-1, i, "soon"), (k.low == "when" || k.low == "after") && c.t.has(i-1, i, "only"):
			return true
		case k.kind != wordToken && !genitive(k), c.res.lex.of(k)&(classRelative|classConditional|classModal) != 0:
			return false
		}
	}
	return false
}

// councilsOwn says that the Security Council itself has done what the verb at token i tells:
// its resolutions are law.
func (c *signalContext) councilsOwn(sent stretch, i int) bool {
	at := c.skipBack(sent, i)
	return at-2 >= sent.lo && c.words.formOf(c.t.tok[i].low) == formPast && c.t.has(at-1, at, "council") && c.t.has(at-2, at-1, "security") && at >= i-1
}

// leaveToExport turns round what is done with licences to export: to give or restore them is
// relief, to revoke or refuse them presses.
func (c *signalContext) leaveToExport(a *anchor, ch *chain) {
	if a.instrument != "export-control" || a.verb || !c.t.has(a.hi-1, a.hi, "licence", "licences", "license", "licenses", "permit", "permits") {
		return
	}
	switch core := &ch.core; {
	case core.deed == deedImpose && c.in("handing-back", core.lo):
		core.deed = deedLift
	case core.deed == deedImpose && c.in("granting", core.lo):
		core.deed = deedLicense // "approves export licences"
	case (core.deed == deedRefuse || core.deed == deedDefer) && !ch.hasUpper:
		core.deed = deedImpose // "withholds export licences"
	case core.deed == deedLift || core.deed == deedSuspend:
		core.deed = deedImpose
	case core.deed == deedTighten && c.words.measures["renewing"][core.lead]:
		core.deed, ch.renews = deedLicense, false // "agreed not to renew its export permit"
	}
}

// pressedTo reads relief as asked for where a text tells of pressure on somebody to give it:
// "put pressure on the government to lift".
func (c *signalContext) pressedTo(sent stretch, ch *chain) {
	if !ch.core.deed.relieves() || ch.modal != "to" || ch.hasUpper {
		return
	}
	for i := ch.core.lo - 1; i > sent.lo && i > ch.core.lo-12; i-- {
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == "," || k.low == ";" {
			return
		}
	}
}

package extract

import (
	"strings"

	"parley/model"
)

// What stands above the verb of a measure in a text: the clause that it is the object
// of, or the verb behind the noun that it makes.

// above completes a chain with what is said of it elsewhere in the sentence, of a text for the
// most part.
func (c *signalContext) above(sent stretch, a *anchor, ch *chain) {
	if !ch.hasUpper && (ch.core.deed == deedFloat || ch.core.deed == deedAgree || ch.core.deed == deedAnnounce) && ch.core.form != formPast && c.shelved(sent, ch.core.lo) {
		ch.core.deed = deedDefer // "dropped plans for"
	}
	if c.t.field != model.InText {
		ch.yet = c.any("for-now", sent.lo, sent.hi)
		if ch.core.lo >= a.hi && ch.passive && !ch.negated && c.t.has(a.np-1, a.lo, "no") {
			ch.negated = true // "no sanctions imposed on"
		}
		return
	}
	if ch.modal == "will" && c.t.has(max(sent.lo, ch.core.lo-3), ch.core.lo, "shall") && (a.verb && c.wholesale(sent) || c.official(sent)) {
		ch.modal = "" // what a law says shall be is so
	}
	if ch.core.deed == deedSuffer && (ch.core.lead == "face" && c.t.has(ch.core.lo-1, ch.core.lo, "have", "has") || c.t.has(a.hi, min(a.hi+6, sent.hi), "since")) {
		ch.now = true // "have faced a duty", "facing duties since May"
	}
	c.askedFor(sent, a, ch)
	ch.now = ch.now || ch.core.deed == deedBear && (c.in("holding", ch.core.lo) || c.in("holding", ch.core.lo-1) || c.t.has(ch.core.lo, ch.core.lo+1, "still"))
	c.staged(sent, a, ch)
	if ch.core.lo >= a.hi {
		c.moment(sent, a, ch)
		c.wanted(sent, a, ch)
		if ch.modal == "" && c.t.has(a.hi, ch.core.lo, "be") {
			ch.modal = or(c.modalAt(max(sent.lo, a.np-1)), "must") // "insisted that the sanctions be lifted", but "only then will the sanctions be lifted"
		}
		return
	}
	if ch.core.lead == "subject to" {
		c.addedTo(sent, ch)
	}
	if ch.core.form == formGerund && !ch.hasUpper {
		c.undecided(sent, ch)
	}
	if ch.hasUpper && ch.upper.deed == deedDemand && c.in("bill", c.skipBack(sent, ch.lo)-1) {
		ch.upper.deed = deedFloat // what a bill seeks
	}
	if ch.modal == "to" && !ch.hasUpper && c.inBill(sent, ch) {
		ch.upper, ch.hasUpper = link{ch.lo, ch.core.lo, ladderWord{deed: deedFloat}}, true
	}
	if ch.hasUpper && ch.upper.deed == deedFloat && c.billCalledFor(sent, ch) {
		ch.upper.deed, ch.modal = deedDemand, ""
	}
	if ch.modal == "to" && (c.firstTo(sent, ch) || c.voted(sent, ch) || c.byPowers(sent, ch) || c.ordersOwn(sent, ch)) {
		ch.modal, ch.hasUpper = "", false
	}
	switch {
	case ch.core.form == formNoun && !ch.hasUpper && ch.modal == "" && ch.core.deed.does():
	case ch.modal == "to" && c.projected(sent, ch):
	default:
		return
	}
	c.governedLater(sent, a, ch)
}

// undecided finds who put off, or fights over, the decision on what a gerund tells: "put
// off until spring a decision on closing its ports".
func (c *signalContext) undecided(sent stretch, ch *chain) {
	at := ch.core.lo - 1
	if at-1 <= sent.lo || !c.t.has(at, at+1, "on", "about", "over") || !c.in("matters", at-1) {
		return
	}
	for i := at - 1; i > sent.lo && i > at-9; i-- {
		if n := c.ladderEnding(sent, i); n > 0 {
			if w, _, _ := c.words.ladder.match(c.t.tok, i-n); w.deed == deedDefer {
				ch.upper, ch.hasUpper, ch.lo = link{i - n, i, w}, true, i-n
			}
			return
		}
	}
}

// inBill says that the verb behind "to" tells what a bill is for, which is no law yet.
func (c *signalContext) inBill(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i >= ch.core.lo-3; i-- {
		if c.in("bill", i) {
			return true
		}
	}
	return false
}

// billCalledFor says that somebody calls for the bill that would do what a chain tells: "calls
// for a bill to ban".
func (c *signalContext) billCalledFor(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i > sent.lo && i > ch.core.lo-8; i-- {
		if c.in("bill", i) || c.t.has(i, i+1, "law") {
			for j := i; j > sent.lo && j > i-5; j-- {
				if n := c.ladderEnding(sent, j); n > 0 {
					w, _, _ := c.words.ladder.match(c.t.tok, j-n)
					return w.deed == deedDemand && c.t.has(j-1, j, "for") && !c.in("voting", j-n)
				}
			}
			return false
		}
	}
	return false
}

// governedLater joins the verb behind a noun that acts, or behind a plan, to its chain:
// "the imposition of tariffs was delayed", "a plan to ban imports was dropped".
func (c *signalContext) governedLater(sent stretch, a *anchor, ch *chain) {
	late, ok := c.chainAfter(sent, a)
	if !ok {
		if ch.modal == "" && late.modal != "to" {
			ch.modal = late.modal // "the lifting of sanctions would"
		}
		return
	}
	plan := ch.modal == "to"
	switch d := late.core.deed; {
	case plan && late.passive && (d == deedLift || d == deedSuspend || d == deedDefer || d == deedRefuse):
		late.core.deed = deedDefer
	case plan && late.negated && (d == deedImpose || d == deedTighten):
		late.core.deed = deedDefer // a plan that is not adopted
	case plan && (d == deedImpose || d == deedTighten):
		late.core.deed = deedAnnounce // a plan that was adopted is not in force
	case d == deedDefer, d == deedOppose, d == deedRefuse, d == deedDemand, d == deedFloat, d == deedDeny, d == deedAnnounce, d == deedThreaten, d == deedAgree:
	default:
		return
	}
	ch.upper, ch.hasUpper, ch.hi = late.core, true, max(ch.hi, late.hi)
}

// projected says that the verb of a measure stands behind "to" as what a plan is for.
func (c *signalContext) projected(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i >= ch.core.lo-4; i-- {
		if c.in("project", i) {
			return true
		}
	}
	return false
}

// wanted finds the verb above a clause whose subject is the measure: "demanded that all
// sanctions be removed", "agreed that the embargo would be lifted".
func (c *signalContext) wanted(sent stretch, a *anchor, ch *chain) {
	if ch.hasUpper {
		return
	}
	at := a.np - 1
	for at >= sent.lo && at > a.np-4 && c.res.lex.of(&c.t.tok[at])&classDeterminer != 0 && c.t.tok[at].low != "that" {
		at--
	}
	if at <= sent.lo || c.t.tok[at].low != "that" {
		return
	}
	for i := at; i > sent.lo && i > at-4; i-- {
		n := c.ladderEnding(sent, i)
		if n == 0 {
			continue
		}
		w, _, _ := c.words.ladder.match(c.t.tok, i-n)
		switch w.deed {
		case deedDemand, deedThreaten, deedRefuse, deedDeny, deedOppose, deedAgree, deedAnnounce:
			if c.t.has(i-n, i, "told", "tells", "tell", "telling") && ch.modal != "must" {
				return // "told them that sanctions will be imposed" asks for nothing
			}
			ch.upper, ch.hasUpper, ch.lo = link{i - n, i, w}, true, i-n
			c.negationBefore(sent, ch, i-n)
		}
		return
	}
}

// despite names who acts in the main clause of a text that a measure opens: "Despite the
// threat of tariffs, X will". Nil for nobody.
func (c *signalContext) despite(sent stretch, a *anchor) []string {
	if !c.in("fronting", sent.lo) || a.hi > sent.lo+12 {
		return nil
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+8; i++ {
		if c.t.tok[i].low != "," {
			continue
		}
		if ms := c.res.mentions(c.t, i+1, min(i+4, sent.hi)); len(ms) > 0 && ms[0].lo <= i+2 {
			return c.asTargets(c.withJoined(sent, ms[0]))
		}
		return nil
	}
	return nil
}

// market names who takes the goods that bear a measure, and so sends it: "exports to X
// now face". Nil for nobody.
func (c *signalContext) market(sent stretch, ch *chain) []string {
	for i := sent.lo; i+1 < ch.lo; i++ {
		if c.in("flows", i) && c.t.has(i+1, i+2, "to", "into") {
			if ms := c.res.mentions(c.t, i+2, min(i+5, ch.lo)); len(ms) > 0 {
				return c.senders(ms[:1])
			}
		}
	}
	return nil
}

// seated names the state in which the court or the parliament sits that acts in a text:
// "a court in Istanbul has lifted". Nil for none.
func (c *signalContext) seated(sent stretch, ch *chain) []string {
	if c.t.field != model.InText {
		return nil
	}
	verb := c.skipBack(sent, ch.lo)
	for i := verb - 1; i > sent.lo && i > verb-5; i-- {
		if !c.t.has(i, i+1, "in") || !c.in("rulers", i-1) && !c.in("bench", i-1) {
			continue
		}
		if id := c.states[strings.ToLower(c.t.raw(i+1, verb))]; id != "" {
			return []string{id}
		}
		return c.senders(c.res.mentions(c.t, i+1, verb))
	}
	return nil
}

// blocked says that a verb stops what others want to do, and is not only against it.
func (c *signalContext) blocked(ch *chain) bool {
	return c.in("blocking", ch.core.lo) || ch.hasUpper && c.in("blocking", ch.upper.lo) || c.any("blocking", ch.lo, ch.core.lo) || c.t.has(ch.core.lo, ch.core.hi, "veto", "block")
}

// addedTo reads who is put under a measure as one more of those who are: "to add ten firms
// of X to those subject to the freeze".
func (c *signalContext) addedTo(sent stretch, ch *chain) {
	if c.t.has(ch.core.lo-1, ch.core.lo, "longer") {
		ch.core.deed, ch.core.form, ch.negated = deedLift, formPast, false
		ch.passive = true
		return
	}
	as := c.t.has(ch.core.lo-1, ch.core.lo, "as")
	if !as && !c.t.has(ch.core.lo-1, ch.core.lo, "those", "persons", "entities", "individuals") {
		return
	}
	for i := ch.core.lo - 1; i > sent.lo && i > ch.core.lo-earshot/5; i-- {
		if !as && c.t.has(i-1, i, "add", "adds", "added", "adding") || as && c.any("naming", i-1, i) {
			ch.core = link{i - 1, i, ladderWord{deed: deedImpose, form: c.words.formOf(c.t.tok[i-1].low), lead: "added"}}
			ch.lo, ch.upper, ch.hasUpper, ch.modal = i-1, link{}, false, ""
			return
		}
	}
}

// moment reads a measure whose beginning is put off: "postponed the moment when its duties
// would take hold".
func (c *signalContext) moment(sent stretch, a *anchor, ch *chain) {
	if ch.core.deed != deedForce {
		return
	}
	if ch.core.form != formPast && ch.modal == "" && starting(ch.core.lead) && c.t.has(a.np-1, a.np, "before", "until", "when", "once") {
		ch.modal = "will" // "before a duty takes effect"
	}
	begins := false
	for i := a.np; i > sent.lo && i > a.np-12; i-- {
		begins = begins || c.any("onset", i-1, i)
		if n := c.ladderEnding(sent, i); begins && n > 0 {
			if w, _, _ := c.words.ladder.match(c.t.tok, i-n); w.deed == deedDefer {
				ch.core, ch.lo, ch.modal = link{i - n, i, w}, i-n, ""
			}
			return
		}
	}
}

// onlyTalk says that a text asks about a measure, or tells of a debate whether it works.
func (c *signalContext) onlyTalk(sent stretch, a *anchor, ch *chain) bool {
	if ch.core.hi <= a.np && (c.t.has(ch.core.hi, a.lo, "whether", "how", "why") || c.t.has(max(a.np-1, ch.core.hi), a.np+1, "what") && !c.any("brand", a.np, a.lo)) {
		return true
	}
	if ch.core.form == formGerund && ch.core.lo < a.np && c.t.has(max(sent.lo, ch.lo-8), ch.lo, "instead") {
		return true // "instead of voting on extending it"
	}
	return c.question(sent) && !c.t.has(sent.lo, sent.hi, ":", "–", "—") && c.t.tok[sent.lo].kind == wordToken
}

// unsure says that a word which no list knows stands before the gerund of a text: what it
// makes of it is not said to be done: "favoured imposing tariffs".
func (c *signalContext) unsure(sent stretch, ch *chain) bool {
	if c.t.field != model.InText || ch.core.form != formGerund || ch.core.deed != deedImpose && ch.core.deed != deedTighten || ch.hasUpper || ch.core.lo-1 <= sent.lo {
		return false
	}
	k := &c.t.tok[ch.core.lo-1]
	return k.kind == wordToken && c.res.lex.of(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal|classAdverb|classDeterminer|classTime|classPossessive) == 0 && !c.in("beginning", ch.core.lo-1) && !c.ruledBy(sent, ch.core.lo-1) && !c.in("notice", ch.core.lo-1) && !k.is(flagCapital) && !c.any("instruments", ch.core.lo-1, ch.core.lo)
}

// gerundReach is how many tokens before the second of two gerunds the first one stands at most.
const gerundReach = 20

// besideGerund hangs the second of two gerunds on the verb that the first one hangs on: "proposed
// suspending concessions and sanctioning two ministers".
func (c *signalContext) besideGerund(sent stretch, ch *chain) {
	at := ch.core.lo - 1
	if ch.core.form != formGerund || ch.hasUpper || ch.modal != "" || ch.negated || at <= sent.lo || !c.t.has(at, at+1, "and", "or") {
		return
	}
	for i := at - 1; i > sent.lo && i > at-gerundReach; i-- {
		k := &c.t.tok[i]
		if k.kind == stopToken || k.low == ";" || c.res.lex.of(k)&(classRelative|classConditional|classModal) != 0 {
			return
		}
		if c.words.formOf(k.low) != formGerund {
			continue
		}
		first := chain{lo: i, hi: i + 1, core: link{i, i + 1, ladderWord{deed: ch.core.deed, form: formGerund}}}
		if c.climb(sent, &first); first.hasUpper {
			ch.upper, ch.hasUpper, ch.negated, ch.modal, ch.lo = first.upper, true, first.negated, first.modal, first.lo
			return
		}
	}
}

// ruledBy says that the verb at token i tells what those who govern a state, and pass no bill, have
// approved: "the cabinet approved freezing".
func (c *signalContext) ruledBy(sent stretch, i int) bool {
	return c.t.has(i, i+1, "approved", "authorised", "authorized", "adopted") && c.t.has(max(sent.lo, i-3), i, "cabinet", "government", "president", "minister", "premier", "council", "commission")
}

// theirOwn says that a measure whose verb stands behind it is that of whoever speaks of it
// in a text: "Ottawa said its sanctions will", "tariffs on X will take effect, he said".
func (c *signalContext) theirOwn(a *anchor, subject []mention) bool {
	for i := a.np; i < a.lo; i++ {
		if c.res.lex.of(&c.t.tok[i])&classPossessive != 0 {
			return true
		}
	}
	if len(subject) == 0 || !c.words.measures["imposer"][c.senderID(subject[0])] {
		return false
	}
	return a.instrument == "tariff" || subject[0].hi <= a.np && c.t.has(a.hi, a.hi+1, "on", "against")
}

// firstTo says that somebody is told to be the first, or the latest, to do what a verb
// tells: that is done. The chain then begins where he becomes it.
func (c *signalContext) firstTo(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i >= ch.core.lo-9; i-- {
		if !c.in("foremost", i) {
			continue
		}
		for j := i - 1; j >= sent.lo && j >= i-4; j-- {
			if c.in("becoming", j) {
				if j > sent.lo && (c.isTo(j-1) || c.modalAt(j-1) != "") {
					return false // "is set to become the first to ban"
				}
				ch.lo = j
				return true
			}
		}
		if c.t.field == model.InTitle && c.t.has(i, i+1, "first") && c.endsName(sent, i) {
			ch.lo = i
			return true // "Ruritania first to ban"
		}
		return false
	}
	return false
}

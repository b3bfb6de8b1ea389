package extract

import (
	"strings"

	"parley/model"
)

// What the words around the verb of a measure in a text make of it: another's wish, a mere
// possibility, a plan, or a deed that the verb above seemed to leave open.

// turned puts a chain of a text right by the words around its verbs.
func (c *signalContext) turned(sent stretch, a *anchor, ch *chain) {
	c.empowered(sent, a, ch)
	c.putOffByBill(sent, ch)
	c.askedNotTo(ch)
	c.facesNone(a, ch)
	c.noSubject(sent, ch)
	c.nobodyBears(sent, ch)
	c.failsToDelay(sent, ch)
	if c.t.field != model.InText {
		c.inQuestion(sent, a, ch)
		c.deniesAsking(ch)
		return
	}
	c.notSaid(sent, ch)
	c.announcesAct(a, ch)
	c.onlyThoughtOf(sent, a, ch)
	c.onlyHeard(sent, a, ch)
	c.prolongsRates(sent, a, ch)
	c.inHopeOf(ch)
	c.proposalUnsupported(sent, ch)
	c.wronglyDone(sent, ch)
	c.byOrgan(sent, a, ch)
	c.besideAnother(sent, ch)
	c.inQuestion(sent, a, ch)
	c.carriesOut(a, ch)
	c.unpressed(ch)
	c.calledOff(a, ch)
	c.pleaRefused(sent, a, ch)
	c.stillNeeded(a, ch)
	c.willAnswer(sent, a, ch)
	c.reviewOf(a, ch)
	c.onlyReady(ch)
	c.passedToDo(sent, ch)
	c.talksOfImposed(sent, a, ch)
	if !ch.hasUpper && ch.core.deed == deedSuffer && ch.core.lead == "up against" && c.speaksAgainst(sent, a) > 0 {
		ch.core.deed = deedOppose
	}
	if ch.hasUpper && ch.upper.deed == deedDemand && ch.upper.form == formPast && ch.modal != "" && ch.modal != "to" && ch.modal != "must" && c.t.has(ch.upper.lo, ch.upper.hi, "told") {
		ch.hasUpper = false // "told parliament that it would"
		if ch.modal == "would" {
			ch.modal = "will"
		}
	}
	if ch.hasUpper && ch.upper.deed == deedDemand && ch.core.form == formGerund && c.any("goodwill", ch.upper.lo, ch.upper.hi) && c.councilVoted(sent, ch.upper.lo) {
		ch.hasUpper = false // "voted in favour of a resolution imposing"
	}
	if ch.hasUpper && ch.core.deed == deedThreaten && ch.core.form == formNoun && (ch.upper.deed == deedRefuse || ch.upper.deed == deedOppose) && !ch.negated {
		ch.upper.deed = deedOppose // "rejected the threat of": the other side has made it
	}
	if ch.hasUpper && ch.upper.deed == deedDecide && c.t.has(ch.upper.hi, ch.core.lo, "whether", "if") {
		ch.upper.deed, ch.modal = deedFloat, "" // "to decide whether to lift"
	}
	c.urgedToHold(sent, ch)
	c.onlyPossible(sent, ch)
	c.proposedTo(ch)
	c.warnedAgainst(sent, ch)
	c.goesWithWord(sent, ch)
	c.foreseenFor(sent, a, ch)
	c.writtenDown(sent, ch)
	if ch.hasUpper && ch.upper.deed == deedAnnounce && ch.modal == "" && !ch.negated && c.isDoing(ch) {
		ch.hasUpper = false
	}
	if !ch.hasUpper && ch.core.deed == deedFloat && ch.core.lead == "push to" || ch.hasUpper && ch.upper.deed == deedFloat && ch.upper.lead == "push to" {
		at := &ch.core
		if ch.hasUpper {
			at = &ch.upper
		}
		if c.determined(at.lo - 1) {
			at.deed = deedDemand // "the push to extend"
		}
	}
}

// announcesAct finds the noun that acts between the verb of a text and its measure, where
// words of time stand in it: "will announce the lifting today of all bans on".
func (c *signalContext) announcesAct(a *anchor, ch *chain) {
	if ch.hasUpper || ch.core.hi >= a.np || ch.core.deed != deedAnnounce && ch.core.deed != deedAgree && ch.core.deed != deedDemand && ch.core.deed != deedFloat {
		return
	}
	for i := ch.core.hi; i < a.np && i < ch.core.hi+4; i++ {
		w, ok := c.words.acts[c.t.tok[i].low]
		if !ok || i+1 >= a.np || c.res.lex.of(&c.t.tok[i+1])&classTime == 0 || !c.t.has(i+1, a.np, "of") {
			continue
		}
		ch.upper, ch.hasUpper = ch.core, true
		ch.core = link{i, i + 1, w}
		return
	}
}

// onlyPossible says of a noun that acts that what it tells is only thought of: "the possible
// lifting of", "a proposed extension of".
func (c *signalContext) onlyPossible(sent stretch, ch *chain) {
	if ch.core.form == formNoun && !ch.hasUpper && !ch.negated && ch.core.deed.does() && c.any("hypothetical", max(sent.lo, ch.core.lo-2), ch.core.lo) {
		at := ch.core.lo
		ch.upper, ch.hasUpper = link{at, at, ladderWord{deed: deedFloat, form: formNoun, lead: "possible"}}, true
	}
}

// proposedTo reads a proposal that others do something as a call for it: "proposed that
// Ruritania blacklist", "suggested that the council adopt".
func (c *signalContext) proposedTo(ch *chain) {
	if !ch.hasUpper || ch.upper.deed != deedFloat || ch.core.form != formBase || ch.modal != "" || ch.negated || !strings.Contains(ch.upper.lead, "propos") && !strings.Contains(ch.upper.lead, "suggest") {
		return
	}
	if c.t.has(ch.upper.hi, ch.upper.hi+2, "that") && len(c.res.mentions(c.t, ch.upper.hi, ch.core.lo)) > 0 {
		ch.upper.deed = deedDemand
	}
}

// warnedAgainst reads who advises another against a deed, or decides against one himself, as
// his being against it: "warned Ruritania against imposing", "argued against lifting".
func (c *signalContext) warnedAgainst(sent stretch, ch *chain) {
	if ch.core.form != formGerund || !c.t.has(ch.core.lo-1, ch.core.lo, "against") || ch.negated {
		return
	}
	for i := ch.core.lo - 2; i >= sent.lo && i > ch.core.lo-10; i-- {
		switch {
		case c.t.has(i, i+1, "decided", "decides", "decide", "decision"):
			ch.upper, ch.hasUpper, ch.lo = link{i, i + 1, ladderWord{deed: deedRefuse, form: formPast, lead: "decide against"}}, true, i
			return
		case c.in("counselling", i):
			ch.upper, ch.hasUpper, ch.lo = link{i, i + 1, ladderWord{deed: deedOppose, form: formPast, lead: "warn against"}}, true, i
			return
		}
	}
}

// goesWithWord gives what a gerund behind a comma tells the stage of the word that its sentence
// says before: "is threatening to hit more goods, extending the tariffs to".
func (c *signalContext) goesWithWord(sent stretch, ch *chain) {
	if ch.core.form != formGerund || ch.hasUpper || ch.modal != "" || ch.negated || !ch.core.deed.does() {
		return
	}
	at := ch.core.lo
	for at > sent.lo && c.res.lex.of(&c.t.tok[at-1])&classAdverb != 0 {
		at--
	}
	if at <= sent.lo || c.t.tok[at-1].low != "," {
		return
	}
	for i := at - 2; i > sent.lo && i > at-earshot/5; i-- {
		k := &c.t.tok[i]
		if k.kind == stopToken || k.kind == quoteToken || k.low == ";" || c.res.lex.of(k)&(classRelative|classConjunction|classConditional) != 0 {
			return
		}
		w, _, ok := c.words.ladder.match(c.t.tok, i)
		switch {
		case !ok || w.form == formNoun || w.form == formBase || c.nominal(sent, i, w):
		case w.deed == deedThreaten || w.deed == deedFloat:
			ch.upper, ch.hasUpper = link{i, i + 1, w}, true
			return
		case w.form == formPast || w.form == formPresent:
			return
		}
	}
}

// foreseenFor reads what is not expected before a day as still to come: "are not expected to
// be approved until June".
func (c *signalContext) foreseenFor(sent stretch, a *anchor, ch *chain) {
	if !ch.negated || ch.hasUpper || ch.core.lo < a.hi || ch.core.deed != deedImpose && ch.core.deed != deedTighten || !c.any("expected", a.hi, ch.core.lo) && !c.t.has(a.hi, ch.core.lo, "expected") {
		return
	}
	if c.t.has(ch.core.hi, min(ch.core.hi+3, sent.hi), "until", "before") {
		ch.negated = false
		ch.upper, ch.hasUpper = link{ch.core.lo, ch.core.lo, ladderWord{deed: deedFloat, form: formPast, lead: "expect"}}, true
	}
}

// writtenDown reads what a paper calls for by what the paper is: a draft only thinks of it, a
// deal promises it, and what the council has adopted is law.
func (c *signalContext) writtenDown(sent stretch, ch *chain) {
	calls := &ch.core
	if ch.hasUpper {
		calls = &ch.upper
	}
	if calls.deed != deedDemand || calls.form == formNoun || calls.form == formBase || !strings.Contains(calls.lead, "call") && !strings.Contains(calls.lead, "demand") && !strings.Contains(calls.lead, "provide") {
		return
	}
	at := c.skipBack(sent, calls.lo)
	for at > sent.lo && c.t.has(at-1, at, "which", "that", ",", "also") {
		at--
	}
	if at > sent.lo && c.t.tok[at-1].kind == numberToken {
		at--
	}
	paper := at - 1
	switch {
	case paper < sent.lo:
	case c.in("bill", paper) || c.in("drafts", paper):
		if c.t.has(max(sent.lo, paper-4), paper+1, "draft", "bill", "proposed", "proposal", "motion") {
			calls.deed = deedFloat
			return
		}
		for i := paper - 1; i >= sent.lo && i > paper-6; i-- {
			if c.in("enact", i) && !c.t.has(i-1, i, "to", "not") && !ch.hasUpper {
				calls.deed = deedImpose // "adopted a resolution that calls for"
				return
			}
		}
	case c.in("settling", paper) || c.t.has(paper, paper+1, "accord", "pact", "roadmap", "plan"):
		if ch.hasUpper && (ch.core.deed.relieves() || ch.core.deed == deedDefer) {
			calls.deed = deedAgree
		}
	}
}

// isDoing says that what a chain announces is under way or done: "announced that it had imposed",
// "announced it is extending".
func (c *signalContext) isDoing(ch *chain) bool {
	lo := max(ch.upper.hi, ch.core.lo-2)
	switch ch.core.form {
	case formPast:
		return c.t.has(lo, ch.core.lo, "had", "has", "have")
	case formGerund:
		return c.t.has(lo, ch.core.lo, "is", "are", "was", "were", "been", "'s", "'re")
	}
	return false
}

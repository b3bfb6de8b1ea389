package extract

import (
	"slices"

	"parley/model"
)

// Measures of a text that are only supposed, hoped for, asked about or voted on, and who threatens or lets whom.

// evenIf says that what a verb tells is only supposed: "will go on buying even if Ruritania imposed duties".
func (r *actReader) evenIf() bool {
	for i := r.ch.core.lo - 1; i > r.sent.lo && i > r.ch.core.lo-8; i-- {
		if r.t.has(i, i+1, "if") {
			return r.t.has(i-1, i, "even") || r.t.has(i-1, i, "only")
		}
		if k := &r.t.tok[i]; k.kind != wordToken && !genitive(k) {
			return false
		}
	}
	return false
}

// houseVoted says that a house of parliament is told to have voted for what a verb tells, at some time that is
// named: "the parliament voted on Tuesday to raise".
func (r *actReader) houseVoted() bool {
	to := r.ch.core.lo - 1
	if r.t.field != model.InText || !r.isTo(to) {
		return false
	}
	for i := to - 1; i > r.sent.lo && i > to-6; i-- {
		if r.t.has(i, i+1, "voted", "votes", "vote") {
			house := r.skipBack(r.sent, i) - 1
			return r.in("chamber", house) || r.t.has(house, house+1, "parliament", "bundestag", "assembly", "knesset", "sejm")
		}
	}
	return false
}

// inHopeOf reads what a text tells somebody to hope for as asked for: "in the hope of lowering the duty".
func (c *signalContext) inHopeOf(ch *chain) {
	at := ch.core.lo - 1
	if ch.core.form == formGerund && !ch.hasUpper && ch.core.deed.relieves() && c.t.has(at, at+1, "of") && c.t.has(at-1, at, "hope", "hopes") {
		ch.upper, ch.hasUpper, ch.lo = link{at - 1, at + 1, ladderWord{deed: deedDemand, form: formNoun, lead: "hope"}}, true, at-1
	}
}

// proposalUnsupported reads that somebody does not support a proposal as his being against what it would do:
// "would not back the plan to end".
func (c *signalContext) proposalUnsupported(sent stretch, ch *chain) {
	to := ch.core.lo - 1
	if ch.core.form != formBase || !c.isTo(to) || !c.in("project", to-1) && !c.t.has(to-1, to, "proposal", "proposals", "plan", "plans") {
		return
	}
	at := to - 2
	for at > sent.lo && c.determined(at) {
		at--
	}
	if at-1 <= sent.lo || !c.in("backing", at) && !c.t.has(at, at+1, "support", "back", "accept", "approve", "endorse") {
		return
	}
	for i := at - 1; i > sent.lo && i > at-4; i-- {
		if negative(c.t.tok[i].low) {
			ch.upper, ch.hasUpper, ch.modal, ch.negated, ch.lo = link{at, at + 1, ladderWord{deed: deedOppose, form: formBase, lead: "oppose"}}, true, "", false, at
			return
		}
	}
}

// threatenedWith names who threatens whom in a text with a measure: "Ruritania threatened Altland, a big buyer, with
// duties".
func (r *actReader) threatenedWith() {
	with := r.a.np - 1
	if r.t.field != model.InText || r.out.action != "threatened" || !r.t.has(with, with+1, "with") {
		return
	}
	for i := with - 2; i >= r.sent.lo && i > with-16; i-- {
		if !r.t.has(i, i+1, "threaten", "threatens", "threatened", "threatening") {
			continue
		}
		m, ok := r.res.nameAt(r.t, r.skipDeterminers(i+1, with))
		if !ok {
			return
		}
		r.out.targets = r.asTargets([]mention{m})
		r.out.senders = without(r.out.senders, r.senders([]mention{m}))
		if who, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, i)); ok {
			r.out.senders = r.senders([]mention{who})
		}
		return
	}
}

// letTo names who lets whom in a text where leave is told by the way: "said Ruritania had let the firm resume
// exports under a licence".
func (r *actReader) letTo() {
	if r.t.field != model.InText || r.out.direction != model.Relief || !done(r.out.action) || len(r.inPhrase) > 0 {
		return
	}
	for i := r.a.lo - 1; i > r.sent.lo && i > r.a.lo-8; i-- {
		if !r.t.has(i, i+1, "let", "lets", "allowed", "allows", "permitted") {
			continue
		}
		who, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, i))
		m, named := r.res.nameAt(r.t, r.skipDeterminers(i+1, r.a.hi))
		if ok && named && m.lo < r.a.lo && who.how != byAdjective && who.actor != m.actor {
			r.out.senders, r.out.targets = r.senders([]mention{who}), r.asTargets([]mention{m})
		}
		return
	}
}

// rejectsRenewal reads who rejects the renewal of another's measure as against it: "Altland rejected the extension
// of the Ruritanian embargo". Who would rule out renewing his own gives relief.
func (r *actReader) rejectsRenewal() {
	if r.out.action != "offered" || !r.ch.renews || !r.ch.hasUpper || r.ch.upper.deed != deedRefuse {
		return
	}
	sources, _ := r.inside(r.a)
	own := r.senders(r.subject(r.sent, r.ch))
	if len(own) == 0 || len(sources) == 0 || slices.Contains(sources, own[0]) {
		return
	}
	r.out.action, r.out.direction = "opposed", model.Pressure
	r.out.senders, r.out.targets = sources, own
}

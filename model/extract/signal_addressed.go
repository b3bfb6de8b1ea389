package extract

import (
	"slices"

	"parley/model"
)

// Whom a measure is on who is named elsewhere than its verb tells: before the clause that says what
// will hit him, between a call and its passive, in the measure's own phrase.

// movesItself says that a headline's measure rises or falls by its verb, whose subject it is, so that
// whom its phrase names does nothing: "Ruritania tariff doubles to 50%".
func (r *actReader) movesItself() bool {
	return r.t.field == model.InTitle && r.a.instrument == "tariff" && r.ch.core.lo >= r.a.hi && !r.ch.passive && len(r.doers) == 1 && r.doers[0].lo >= r.a.np && r.doers[0].hi <= r.a.lo && r.goesOn(r.ch.core.hi, r.sent.hi)
}

// addressedHit takes those who are told what may hit them for the ones a measure of a text is on:
// "warned Ruritania, Vesk and Altland that they could be hit by".
func (r *actReader) addressedHit() {
	if r.t.field != model.InText || !r.ch.core.deed.suffers() && r.ch.core.deed != deedLoom && !r.risks() && !(r.ch.with && r.beHit(r.sent, r.ch)) {
		return
	}
	they := r.skipBack(r.sent, r.ch.lo) - 1
	if they-2 < r.sent.lo || !r.t.has(they, they+1, "they", "it", "he") {
		return
	}
	end := they
	if r.t.has(end-1, end, "that") {
		end--
	}
	last, ok := r.mentionEnding(r.sent, end)
	if !ok {
		return
	}
	told := []mention{last}
	ms := r.res.mentions(r.t, r.sent.lo, last.lo)
	for k := len(ms) - 1; k >= 0 && (r.joined(ms[k].hi, told[0].lo) || r.t.has(ms[k].hi, told[0].lo, ",") && told[0].lo-ms[k].hi == 1); k-- {
		told = append([]mention{ms[k]}, told...)
	}
	verb := told[0].lo - 1
	if r.determined(verb) {
		verb--
	}
	if verb < r.sent.lo || !r.t.has(verb, verb+1, "warned", "warns", "warning", "told", "tells", "telling", "cautioned", "informed", "reminded") {
		return
	}
	r.out.targets = r.senders(told)
	r.out.senders = without(r.out.senders, r.out.targets)
	if by := r.senders(r.earlier(r.sent, verb)); len(r.out.senders) == 0 && len(by) == 1 && r.words.measures["imposer"][by[0]] {
		r.out.senders = without(by, r.out.targets)
	}
}

// statesOf puts the state in the place of whoever leads it: what he is told that he will face is put
// on it.
func (c *signalContext) statesOf(ids []string) []string {
	out := slices.Clone(ids)
	for i, id := range out {
		if x, ok := c.res.dir.Find(id); ok && c.leads(&x) {
			out[i] = x.State
		}
	}
	return out
}

// calledForOn names those of whom a text asks that a measure be put on them: "called for Ruritanian
// envoys to be kept out of". Who asks stands before.
func (c *signalContext) calledForOn(a *anchor, ch *chain) []string {
	if c.t.field != model.InText || !a.verb || !ch.hasUpper || ch.upper.deed != deedDemand || ch.core.lo <= ch.upper.hi || !c.t.has(ch.upper.hi, ch.core.lo, "be") {
		return nil
	}
	return c.asTargets(c.res.mentions(c.t, ch.upper.hi, ch.core.lo))
}

// answersListing finds the verb of whoever means to answer that his own were put on a list: "vowed to answer
// the listing of its banks"; 0 for none.
func (c *signalContext) answersListing(sent stretch, a *anchor) int {
	if c.t.field != model.InText || !a.listing {
		return 0
	}
	at := a.lo - 1
	for at > sent.lo && (c.determined(at) || c.t.has(at, at+1, "to", "against")) {
		at--
	}
	if at > sent.lo && c.t.has(at, at+1, "answer", "retaliate", "respond", "avenge") && c.t.has(at-1, at, "to", "will", "would") {
		return at
	}
	return 0
}

// pleaOnMeasure reads a plea about a measure that is turned down in a headline as relief that is
// refused: "rejects Ruritanian plea on sanctions".
func (r *actReader) pleaOnMeasure() {
	core := &r.ch.core
	if r.t.field != model.InTitle || r.ch.hasUpper || core.deed != deedRefuse && core.deed != deedOppose || !r.t.has(r.a.np-1, r.a.np, "on", "over") || !r.t.has(r.a.np-2, r.a.np-1, "plea", "pleas", "request", "appeal", "bid", "requests") {
		return
	}
	r.ch.upper, r.ch.hasUpper = link{core.lo, core.hi, ladderWord{deed: deedRefuse, form: core.form, lead: "reject plea"}}, true
	r.ch.core.deed, r.ch.core.lead = deedLift, "plea"
}

// graceOf takes in a headline whom a deadline is for off those who act, and puts who set it there:
// "Altland lets Ruritania deadline pass without sanctions".
func (r *actReader) graceOf() {
	if r.t.field != model.InTitle || len(r.doers) == 0 || r.out.rule != "signal-idiom-defer" {
		return
	}
	m := r.doers[len(r.doers)-1]
	if !r.t.has(m.hi, m.hi+1, "deadline", "ultimatum") || m.lo == r.sent.lo {
		return
	}
	r.doers = r.earlier(r.sent, m.lo)
	r.out.targets = or2(r.out.targets, r.senders([]mention{m}))
}

package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// What a sentence names a measure for, and says that it is not so, not so for all, or no longer asked.

// standings are the leads by which a subject stands under a measure: denied, they tell that none holds.
var standings = [...]string{"under", "subject to", "covered by", "hit by", "targeted by", "struck by", "bound by", "restricted by", "caught by", "affected by", "come under", "comes under", "came under", "coming under", "fall under", "falls under", "fell under", "falling under"}

// standsUnder says that a verb tells only that its subject is under a measure, not how he bears it.
func (w ladderWord) standsUnder() bool {
	return slices.Contains(standings[:], strings.TrimPrefix(w.lead, "="))
}

// nobodyBears reads a measure that nobody is told to be under as negated: "none of the ships is subject
// to", "nobody in the party was under".
func (c *signalContext) nobodyBears(sent stretch, ch *chain) {
	at := c.skipBack(sent, ch.core.lo)
	if ch.negated || ch.core.lo == at || !ch.core.standsUnder() && (ch.core.deed != deedImpose || !ch.passive) {
		return
	}
	for i := at - 1; i >= sent.lo && i > at-8; i-- {
		k := &c.t.tok[i]
		if k.kind != wordToken || c.res.lex.of(k)&(classRelative|classConjunction|classConditional) != 0 {
			return
		}
		if c.t.has(i, i+1, "none", "nobody", "neither") || k.low == "no" && c.t.has(i+1, i+2, "one") {
			ch.negated = true
			return
		}
	}
}

// demandDropped says that somebody gives up asking for what is told of a measure: "dropped its demand
// for the lifting of sanctions".
func (r *actReader) demandDropped() bool {
	at := r.ch.core.lo
	switch {
	case r.ch.hasUpper && r.ch.upper.deed == deedDemand:
		at = r.ch.upper.lo
	case r.ch.core.deed != deedDemand:
		at = r.skipDeterminers(r.ch.core.hi, r.a.np)
	}
	for i := at; i < r.a.np && i < at+3; i++ {
		if !r.t.has(i, i+1, "demand", "demands", "request", "requests", "call", "calls", "plea", "pleas", "insistence") || !r.t.has(i+1, i+2, "for", "on", "that", "to") {
			continue
		}
		for j := i - 1; j >= r.sent.lo && j > i-5; j-- {
			if !r.t.has(j, j+1, "drop", "drops", "dropped", "dropping", "abandon", "abandons", "abandoned", "abandoning", "withdrew", "withdraw", "withdraws", "withdrawn", "shelved", "shelves", "scrapped", "waived", "waives", "ditched", "ditches") {
				continue
			}
			for k := j - 1; k >= r.sent.lo && k > j-4; k-- {
				if negative(r.t.tok[k].low) || r.t.has(k, k+1, "refused", "refuses", "refuse") {
					return false // it still asks
				}
			}
			return true
		}
	}
	return false
}

// partOfAll says that what is lifted is so for a part of those who are under it: "lifted sanctions on two
// of eight banks".
func (r *actReader) partOfAll() bool {
	at := r.a.hi
	if !r.t.has(at, at+1, "on", "from", "against", "for") {
		at = r.ch.core.hi
	}
	if at+3 >= r.sent.hi || !r.t.has(at, at+1, "on", "from", "against", "for") {
		return false
	}
	at++
	if r.t.has(at, at+1, "half", "some", "most", "part") {
		return r.t.has(at+1, at+2, "of")
	}
	counted := func(i int) bool {
		k := &r.t.tok[i]
		return k.kind == numberToken || r.res.lex.of(k)&classNumeral != 0
	}
	if !counted(at) || !r.t.has(at+1, at+2, "of", "out") {
		return false
	}
	for i := at + 2; i < r.sent.hi && i < at+5; i++ {
		if counted(i) {
			return true
		}
	}
	return false
}

// bothOpen says that two sides agree to open the border between them, which is a deal and no measure of
// either: "agreed to reopen the border".
func (r *actReader) bothOpen() bool {
	if !r.a.worded || r.a.instrument != "other" || r.a.deed != deedLift || !r.ch.hasUpper || r.ch.upper.deed != deedAgree || !r.t.has(r.a.lo, min(r.a.hi+4, r.sent.hi), "border", "borders", "frontier", "crossing", "crossings") {
		return false
	}
	return !r.t.has(r.a.lo, min(r.a.hi+3, r.sent.hi), "with", "to") && len(r.subject(r.sent, r.ch)) > 1
}

// paidFor says that a licence is what somebody is told to pay for, which asks for nothing: "agreed to pay
// a tenth of sales in return for licences".
func (r *actReader) paidFor() bool {
	if r.a.instrument != "licence" && r.a.instrument != "export-control" || r.ch.core.lo >= r.a.np {
		return false
	}
	for i := r.a.np - 1; i > r.sent.lo+1 && i > r.a.np-5; i-- {
		if r.t.has(i, i+1, "for") && r.t.has(i-1, i, "return", "exchange") {
			return r.t.has(max(r.sent.lo, i-20), i, "pay", "pays", "paid", "paying", "share", "shares", "hand", "give", "cut")
		}
	}
	return false
}

// didSo says that a sentence ends by telling that what was threatened or promised was done: "threatened to
// double the duties, and did so last week".
func (r *actReader) didSo() bool {
	for i := r.a.hi; i+2 < r.sent.hi; i++ {
		if r.t.has(i, i+1, "and", "then") && r.t.has(i+1, i+2, "did") && r.t.has(i+2, i+3, "so", "just", "it") {
			return true
		}
	}
	return false
}

// probeEnded says that an inquiry which may bring a duty is brought to an end: "halted an anti-dumping
// probe into".
func (r *actReader) probeEnded() bool {
	if !r.a.worded || r.a.deed != deedFloat || r.a.instrument != "tariff" {
		return false
	}
	for i := r.a.lo - 1; i >= r.sent.lo && i > r.a.lo-4; i-- {
		if w, _, ok := r.words.ladder.match(r.t.tok, i); ok && w.form != formNoun && (w.deed.relieves() || w.deed == deedDefer) || r.in("ceasing", i) || r.t.has(i, i+1, "halt", "halts", "halted", "halting", "close", "closes", "closed", "closing", "terminate", "terminates", "terminated") {
			return true
		}
	}
	return false
}

// appealDecided reads what a court makes of somebody's appeal against his listing: "dismissed an appeal by
// him against his inclusion on" refuses him relief, "upheld" gives it.
func (r *actReader) appealDecided() {
	ch := r.ch
	if r.t.field != model.InText || ch.core.deed != deedOppose && !(ch.hasUpper && ch.upper.deed == deedOppose && ch.core.deed == deedImpose) && ch.core.lead != "list" {
		return
	}
	for i := r.a.np - 1; i > r.sent.lo && i > r.a.np-14; i-- {
		if !r.t.has(i, i+1, "appeal", "appeals", "challenge", "lawsuit", "complaint", "case", "suit", "bid") {
			continue
		}
		for j := i - 1; j > r.sent.lo && j > i-5; j-- {
			if won := r.t.has(j, j+1, "upheld", "upholds", "granted", "allowed"); (won || r.t.has(j, j+1, "dismissed", "dismisses", "rejected", "rejects", "threw", "throws")) && r.any("bench", r.sent.lo, j) {
				ch.core.deed, ch.hasUpper, ch.upper, ch.modal = deedLift, !won, link{j, j + 1, ladderWord{deed: deedRefuse}}, ""
				ch.core.form = formPast
				return
			}
		}
		return
	}
}

// preparedIn names the state in whose seat a measure of a text is said to be made ready, whoever speaks of
// it: "the sanctions being drafted in Washington".
func (r *actReader) preparedIn() {
	for i := r.a.hi; r.t.field == model.InText && i+2 < r.sent.hi && i < r.a.hi+3; i++ {
		if !r.t.has(i-1, i, "being") || !r.t.has(i, i+1, "prepared", "drafted", "readied", "drawn", "weighed", "discussed", "planned", "considered", "debated") {
			continue
		}
		if r.t.has(i+1, i+2, "up") {
			i++
		}
		m, ok := r.res.nameAt(r.t, i+2)
		if !ok || !r.t.has(i+1, i+2, "in") {
			return
		}
		r.out.senders = r.senders([]mention{m})
		r.out.targets = without(r.out.targets, r.out.senders)
		if !r.t.has(r.a.np-1, r.a.np, "on", "against") {
			for _, s := range r.res.mentions(r.t, r.sent.lo, r.a.np) {
				r.out.targets = without(r.out.targets, r.senders([]mention{s}))
			}
		}
		return
	}
}

// weWereSpared takes who says that "we" got off a measure for the one who is let off, and never for who
// lets him: "We got full exemption, says Ovezov".
func (r *actReader) weWereSpared() {
	if r.out.direction != model.Relief && !r.ch.bare {
		return
	}
	got := false
	for i := r.sent.lo; i+1 < r.a.lo && !got; i++ {
		got = r.t.has(i, i+1, "we") && r.t.has(i+1, min(i+4, r.a.lo), "got", "get", "won", "win", "secured", "obtained", "received", "gained", "negotiated", "given", "granted")
	}
	if !got {
		return
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.sent.hi) {
		before := m.lo > r.sent.lo && r.t.tok[m.lo-1].class&classSaid != 0
		if !before && !r.says(r.sent, m) && !(m.lo == r.sent.lo && r.t.has(m.hi, m.hi+1, ":")) {
			continue
		}
		own := r.senders([]mention{m})
		r.out.senders = without(r.out.senders, own)
		if r.out.direction == model.Relief {
			r.out.targets = own
		}
		return
	}
}

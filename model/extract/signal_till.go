package extract

import "parley/model"

// What has to be before a measure goes: who puts that up refuses relief, who bears the measure
// asks for it.

// waitedFor puts onto its rung relief that a text names only as what comes later: "must disarm
// before any sanctions are lifted", "will not come to the table until the tariffs go".
func (r *actReader) waitedFor() {
	if r.t.field != model.InText || !r.ch.core.deed.relieves() || r.ch.core.lo < r.a.hi || r.ch.hasUpper {
		return
	}
	at := r.a.np - 1
	for at > r.sent.lo && (r.determined(at) || r.t.has(at, at+1, "that", "when")) {
		at--
	}
	if r.t.has(at, at+1, "if") && r.ch.negated {
		r.out.action, r.out.direction, r.out.condition = "demanded", model.Relief, nil // "will answer in kind if the tariffs are not lifted"
		return
	}
	switch {
	case r.t.has(at, at+1, "before") && r.stillAhead(r.a.hi, r.ch.core.lo):
	case r.t.has(at, at+1, "until", "till", "unless") && r.balking(at):
	default:
		return
	}
	r.out.action, r.out.direction, r.out.condition = "refused-relief", model.Pressure, nil
	if ms := r.res.mentions(r.t, r.sent.lo, at); len(ms) > 0 && !r.t.has(ms[0].hi, at, "must", "should") && !r.hasTo(ms[0].hi, at) && shareAny(r.senders(ms[:1]), r.out.targets) {
		r.out.action, r.out.direction = "demanded", model.Relief
	}
}

// answeredWith says that a chain tells with what a deed would be met, which threatens whoever does
// it: "any attack will be met with sanctions".
func (c *signalContext) answeredWith(ch *chain) bool {
	return c.t.field == model.InText && ch.core.lead == "wording" && c.t.has(ch.core.lo, ch.core.lo+1, "met", "meet") && (ch.modal == "will" || ch.modal == "would") && !ch.hasUpper && !ch.negated
}

// stillAhead says that the auxiliaries in tokens lo to hi tell of what is not yet: "are", "can be".
func (c *signalContext) stillAhead(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if c.modalAt(i) != "" || c.t.has(i, i+1, "are", "is", "be") {
			return true
		}
	}
	return false
}

// balking says that the clause before token at tells what somebody does not do, or has to:
// "refuses to talk", "will not", "must first".
func (c *signalContext) balking(at int) bool {
	for i := at - 1; i >= 0 && i > at-earshot/5; i-- {
		k := &c.t.tok[i]
		w, _, ok := c.words.ladder.match(c.t.tok, i)
		if negative(k.low) || c.modalAt(i) != "" || ok && w.deed == deedRefuse {
			return true
		}
	}
	return false
}

// longPast says that a sentence opens or ends with a day long before the report: "last October", "in
// 2019".
func (r *actReader) longPast() bool {
	for i := r.sent.lo; i+1 < r.sent.hi; i++ {
		if r.t.has(i, i+1, "last") && (r.t.has(i+1, i+2, "year") || r.res.lex.of(&r.t.tok[i+1])&classTime != 0 && !r.t.has(i+1, i+2, "week", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "night", "month")) {
			return true
		}
	}
	return false
}

// parenthesis finds the comma that opens what stands between a modal of a text and its verb, which the
// comma at token i ends: "could, in the coming weeks, impose"; 0 for none.
func (c *signalContext) parenthesis(sent stretch, i int, ch *chain) int {
	if c.t.field != model.InText || ch.core.form != formBase {
		return 0
	}
	for j := i - 1; j > sent.lo && j > i-14; j-- {
		k := &c.t.tok[j]
		if k.low == "," {
			if c.modalAt(j-1) != "" || negative(c.t.tok[j-1].low) {
				return j
			}
			return 0
		}
	}
	return 0
}

package extract

import "parley/model"

// What two agree to do: "X and Y agree to extend the truce".

// agreeTo reads "X and Y agree to extend …": what they agree on stands behind it. What
// they agree to hold or to sign is told by its own name. The n tokens from i end with "to".
func (r *eventReader) agreeTo(s stretch, i, n int) bool {
	t := r.t
	if n == 0 || t.field != model.InTitle && !r.meansDeal(i+n, s.hi) || i+n+1 >= s.hi || i == s.lo || r.asked(s.lo, i) {
		return false
	}
	if w := t.tok[i].low; w != "agree" && w != "agreed" || t.tok[i+n-1].low != "to" || !r.actAt(i+n) {
		return false
	}
	if w, _, _ := r.ev.terms.match(t.tok, i+n); w.is(roleHold|rolePlan) && r.meetingAhead(i+n, r.untilWhen(i+n, min(i+n+5, s.hi))) {
		return false // "agree to resume talks"
	}
	lo := r.clauseStart(s, i)
	end, aux := r.auxBefore(lo, i)
	who, np := r.doers(s, lo, end)
	if len(who) < 2 || aux != "" && aux != "has" || r.any(end, i, "not", "n't", "never", "to") {
		return false
	}
	return r.add(model.Event{Kind: "agreement", Status: model.Done, Participants: who, Rule: "event-agree"}, stretch{np.lo, i + n}, s)
}

// untilWhen returns where what two agree on goes on to say until when, hi where it does not:
// "agree to extend truce till talks end".
func (r *eventReader) untilWhen(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if r.any(i, i+1, "till", "until", "pending", "while", "during", "before", "after") {
			return i
		}
	}
	return hi
}

// actAt tells whether the plain form of a verb stands at i that two may agree on.
func (r *eventReader) actAt(i int) bool {
	w, _, ok := r.ev.terms.match(r.t.tok, i)
	return ok && w.is(roleAct) && w.form&inBase != 0
}

// agreedFrom counts the tokens from "agree" at i to the "to" behind it, over when, where and how
// they agreed: "agreed on Sunday to", "agreed in principle to"; 0 for anything else.
func (r *eventReader) agreedFrom(i, hi int) int {
	for k := i + 1; k < hi && k < i+9; k++ {
		low := r.t.tok[k].low
		switch {
		case low == "to":
			return k + 1 - i
		case r.day(k), r.t.tok[k].kind == numberToken, r.t.tok[k].is(flagCapital), r.beside(k, k+1, aroundManner), r.word(r.t, k)&hAdverb != 0 || r.lex.of(&r.t.tok[k])&classAdverb != 0:
		default:
			return 0
		}
	}
	return 0
}

// failsToAgree reads "leaders fail to agree on …".
func (r *eventReader) failsToAgree(s stretch, i, n int) bool {
	if r.t.tok[i].low != "agree" || !r.any(max(s.lo, i-2), i, "fail", "fails", "failed", "unable") || r.conditional(s, i) {
		return false
	}
	who := r.namedIn(s.lo, i)
	if r.t.field == model.InText {
		var np stretch
		if who, np = r.doers(s, r.clauseStart(s, i), i-2); len(who) < 2 || !r.any(i-2, i, "failed") || r.any(np.hi, i-2, "not", "never", "n't") {
			return false
		}
	}
	return len(who) > 0 && r.add(model.Event{Kind: "agreement", Status: model.NoneReached, Participants: who, Rule: "event-agree"}, stretch{max(s.lo, i-2), i + n}, s)
}

package extract

import "parley/model"

// What is told so that it did not come about, or is not to: what somebody once looked forward to
// and what would have been, what neither of two did, and what is no longer meant.

// unreal tells whether the words before the word at i say that what it tells did not come about:
// "had the ministers met", "had hoped that they would meet", "neither X nor Y attended".
func (r *eventReader) unreal(s stretch, i int) bool {
	if r.t.mayHold(s, r.ev.neither) && r.any(max(s.lo, r.clauseStart(s, i)-1), i, "neither", "nor") && !r.any(i-1, i, ",") {
		return true
	}
	if r.t.mayHold(s, r.ev.denying) && r.notDenied(s, i) {
		return true
	}
	if r.t.field != model.InText || !r.beforeAny(s, i, r.ev.had) {
		return false
	}
	return r.inverted(s, r.clauseStart(s, i), i) || r.lookedForward(s, i)
}

// farBefore is how many tokens before an event a word stands at most that tells of it.
const farBefore = 24

// beforeAny says whether a word of some lists, by their bits, stands not far before the word at i.
func (r *eventReader) beforeAny(s stretch, i int, lists starts) bool {
	if !r.t.mayHold(s, lists) {
		return false
	}
	for k := max(s.lo, i-farBefore); k < i; k++ {
		if r.t.tok[k].starts&lists != 0 {
			return true
		}
	}
	return false
}

// inverted tells whether a clause that begins at lo, or before the word at i, supposes something
// by its order of words alone: "had X met Y", "should the talks fail".
func (r *eventReader) inverted(s stretch, lo, i int) bool {
	for k := i - 1; k >= lo && k > i-12; k-- {
		if r.t.tok[k].starts&r.ev.had == 0 || k+1 >= i {
			continue
		}
		opens := k == s.lo || r.any(k-1, k, "that") || r.any(k-1, k, ",") && k == lo
		if !opens && !r.any(s.lo, k, "would") {
			continue
		}
		if next := &r.t.tok[k+1]; r.who.known(r.t, k+1) || r.lex.of(next)&(classPronoun|classDeterminer|classPossessive) != 0 || r.word(r.t, k+1)&(hDeterminer|hPronoun) != 0 || next.is(flagCapital) {
			return opens || !r.any(k-1, k, "have") && !r.who.known(r.t, k-1)
		}
	}
	return false
}

// lookedForward tells whether somebody only had hoped for what the word at i tells: "had hoped
// that they would meet", "had been close to a truce".
func (r *eventReader) lookedForward(s stretch, i int) bool {
	for k := i - 1; k > s.lo && k > i-16; k-- {
		switch {
		case r.any(k, k+1, ",", ";", "but"):
			return false
		case !r.beside(k, k+1, aroundForward):
			continue
		}
		at := k
		for at > s.lo && (r.any(at-1, at, "been") || r.word(r.t, at-1)&hAdverb != 0) {
			at--
		}
		if r.any(k, k+1, "set", "about") && !r.any(at, k, "been") {
			return false // "had set him a deadline"
		}
		return at > s.lo && r.any(at-1, at, "had") && (k+1 == i || r.any(k+1, i+1, "would", "to", "for", "on", "a", "with"))
	}
	return false
}

// noLonger tells whether "no longer" stands between lo and hi.
func (r *eventReader) noLonger(lo, hi int) bool {
	for k := max(lo, 0) + 1; k < min(hi, len(r.t.tok)); k++ {
		if r.t.tok[k].low == "longer" && r.t.tok[k-1].low == "no" {
			return true
		}
	}
	return false
}

// loath tells whether a headline says before "to" and the verb at i that somebody will not do it,
// or not soon: "in no rush to resume", "'no reason' to meet".
func (r *eventReader) loath(lo, i int) bool {
	k := i - 1
	for k > lo && r.word(r.t, k)&hAdverb != 0 {
		k--
	}
	if r.t.field != model.InTitle || k <= lo || !r.any(k, k+1, "to", "in", "of") {
		return false
	}
	for k--; k > lo && r.t.tok[k].kind == quoteToken; {
		k--
	}
	for back := min(4, k-lo); back >= 0; back-- {
		if w, n, ok := r.ev.terms.match(r.t.tok, k-back); ok && n == back+1 && w.is(roleLoath) && r.t.tok[k-back].id != 0 {
			return true
		}
	}
	return false
}

// notDropped reads an event that a headline says has not been called off, which is a plan still:
// "X-Y summit not cancelled". What is put off instead is dropped all the same.
func (r *eventReader) notDropped(i, hi int) bool {
	neg := false
	for k := i; k < hi && k < i+6; k++ {
		w, _, ok := r.ev.terms.match(r.t.tok, k)
		switch {
		case r.any(k, k+1, "not", "n't"):
			neg = true
		case ok && r.t.tok[k].id != 0 && w.is(roleDrop) && w.form&inPast != 0:
			return neg && !r.anyRole(k+1, min(hi, k+5), roleDrop)
		case r.word(r.t, k)&(hAux|hAdverb) == 0 && r.t.tok[k].kind != quoteToken:
			return false
		}
	}
	return false
}

// noneHeld tells whether a headline says no more of an event, whose name stands from lo to to,
// than that there is none: "No talks between X and Y this week". What hangs on something else is
// open.
func (r *eventReader) noneHeld(s stretch, lo, i, to int) bool {
	if r.t.field != model.InTitle || !r.any(max(s.lo, lo-1), i, "no") || r.any(to, s.hi, "until", "unless", "without", "if", "before", "but") {
		return false
	}
	end := r.sourceFrom(to, s.hi)
	for k := to; k < end; k++ {
		if r.word(r.t, k)&(hVerb|hAux) != 0 || r.tellsStatus(k, end) {
			return false
		}
	}
	return true
}

// namesMonth tells whether a month or a year stands right behind an agreement's name, in which
// something once was so.
func (r *eventReader) namesMonth(i, hi int) bool {
	for k := i; k+1 < hi && k < i+4; k++ {
		if r.any(k, k+1, "in", "last") && (months[r.t.tok[k+1].low] != 0 || r.any(k+1, k+2, "spring", "summer", "autumn", "winter", "year", "month") || r.t.tok[k+1].kind == numberToken) {
			return true
		}
	}
	return false
}

// notDenied tells whether somebody only does not deny what the word at i tells, which leaves it
// open: "would not deny that he had met Y".
func (r *eventReader) notDenied(s stretch, i int) bool {
	for k := i - 1; k > s.lo && k > i-10; k-- {
		if r.any(k, k+1, ",", ";", ":", "but") {
			return false
		}
		if r.any(k, k+1, "deny", "denying") {
			return r.any(max(s.lo, k-3), k, "not", "n't", "never", "refuses", "refused", "declines", "declined", "without", "won't")
		}
	}
	return false
}

// butNot tells whether what was due at i is said behind "but" or "then" not to have been: "due to
// begin on Monday but did not".
func (r *eventReader) butNot(i, hi int) bool {
	but := min(r.beforeWord("but", i, hi), r.beforeWord("then", i, hi))
	return but+2 < hi && r.any(but+1, but+3, "did", "has", "have", "was", "were", "never") && r.negated(but+1, min(but+4, hi))
}

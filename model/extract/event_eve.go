package extract

import "parley/model"

// onlyAhead tells whether the rest of a headline says that what a clause from lo to hi has in
// the present tense is still to come: "Marden scrambles for a say as X meets Y", "X vows
// calm before Y meets Z". What looms or nears may be another thing, and says nothing of it.
func (r *eventReader) onlyAhead(s stretch, lo int) bool {
	if r.t.field != model.InTitle || lo-2 < s.lo {
		return false
	}
	switch r.t.tok[lo-1].low {
	case "before":
		return true
	case "as", "while":
	default:
		return false
	}
	for k := s.lo; k < lo-1; k++ {
		if r.word(r.t, k)&hEve != 0 || r.isToDo(s, k) {
			return true
		}
	}
	return false
}

// isToDo tells whether the "to" at i stands for a future: "Marden to brief allies".
func (r *eventReader) isToDo(s stretch, i int) bool {
	if r.t.tok[i].low != "to" || i == s.lo || !r.who.known(r.t, i-1) || r.any(s.lo, i, "from") {
		return false
	}
	w, _, ok := r.ev.terms.match(r.t.tok, i+1)
	return r.cueAt(i+1) || r.word(r.t, i+1)&hVerb != 0 || ok && w.form&inBase != 0
}

// endBy tells whether a day behind an event's name is only the one by which something is to
// come of it: "talks might fail to yield a deal by Friday".
func (r *eventReader) endBy(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if r.t.tok[k].low != "by" {
			continue
		}
		if _, _, n := date(r.t, k+1, hi, r.written, 1); n > 0 {
			return true
		}
	}
	return false
}

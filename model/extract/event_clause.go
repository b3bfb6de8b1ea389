package extract

// predicateEnd returns where what is told of an event ends because its subject goes
// on to speak: "met him on Monday and said …".
func (r *eventReader) predicateEnd(lo, hi int) int {
	for i := lo; i+1 < hi; i++ {
		if r.t.tok[i].low == "and" && (r.cueAt(i+1) || r.lex.of(&r.t.tok[i+1])&classSaid != 0) {
			return i
		}
	}
	return hi
}

// clauseEnd returns where the clause around lo ends.
func (r *eventReader) clauseEnd(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if _, n, ok := r.breaks.match(r.t.tok, i); ok && !r.timeBehind(i, n, hi) {
			return i
		}
		if w := r.t.tok[i].low; w == "but" || w == ";" {
			return i
		}
	}
	return hi
}

// timeBehind tells whether what breaks off a clause elsewhere only goes before a time: "shortly
// before 9 a.m.", "as early as 22 August".
func (r *eventReader) timeBehind(i, n, hi int) bool {
	k := i + n
	if k < hi && r.t.tok[i].low == "as" && r.any(k, k+1, "early", "soon", "late", "planned", "scheduled", "expected") {
		return true
	}
	if k < hi && r.t.tok[i].low == "as" && r.any(i-1, i, "early", "soon", "late") {
		return true
	}
	if k < hi && r.any(k, k+1, "tomorrow", "yesterday") || i > 0 && r.t.tok[i].low == "ahead" && r.any(i-1, i, "go", "goes", "went", "going") {
		return true
	}
	if k >= hi || !r.any(i, i+1, "before", "after") {
		return false
	}
	_, _, clocked := clock(r.t, k, hi)
	return clocked > 0
}

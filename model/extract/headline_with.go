package extract

// withWord reads "X shells Y with threat to A": who acts says what he will do.
func (r *titleReader) withWord(s segment, i int, noun headNoun) bool {
	if i < s.lo+3 || i+2 >= s.hi || r.t.tok[i-1].low != "with" || r.t.tok[i+1].low != "to" || noun.typ != "threat" && noun.typ != "promise" && noun.typ != "assertion" {
		return false
	}
	np := r.firstName(s)
	if np.lo >= np.hi || r.inTaken(i) {
		return false
	}
	r.addNoun(np, i, noun, stretch{i + 1, r.contentEnd(i+2, s.hi)})
	return true
}

// firstName returns the known name that a segment begins with, where a word stands behind it
// that may be its verb; empty for none.
func (r *titleReader) firstName(s segment) stretch {
	m, ok := r.who.nameAt(r.t, s.lo)
	if !ok || m.how == byAdjective || m.hi >= s.hi || genitive(&r.t.tok[m.hi]) || r.t.tok[m.hi].kind != wordToken || r.word(r.t, m.hi)&(hPrep|hBreak) != 0 {
		return stretch{}
	}
	return stretch{m.lo, m.hi}
}

package extract

// withWord reads "X shells Y with threat to A": who acts says what he will do.
func (r *titleReader) withWord(s segment, i int, noun headNoun) bool {
	t := r.t
	if i < s.lo+2 || i+2 >= s.hi || r.inTaken(i) {
		return false
	}
	with := i - 1
	for with > s.lo && with > i-3 && r.word(t, with)&(hPrep|hVerb|hDeterminer) == 0 && t.tok[with].wordy() && !t.tok[with].is(flagQuoted) {
		with--
	}
	if r.word(t, with)&hDeterminer != 0 {
		with--
	}
	np := r.firstName(s)
	if np.empty() || t.tok[with].low != "with" && !(t.tok[with].low == "in" && np.hi == with) {
		return false
	}
	if t.tok[with].low == "with" && with == np.hi {
		return false // "X with plea for A" may be anybody's
	}
	lo := r.linked(i, noun)
	switch {
	case lo == 0:
		if noun.typ != "assertion" || !r.clauseFollows(i+1, s.hi) || r.word(t, i+1)&(hPrep|hVerb|hBreak) != 0 {
			return false
		}
		lo = i + 1
	case t.tok[i+1].low == "to" && lo == i+2 && (r.who.known(t, lo) || r.word(t, lo)&(hDeterminer|hPeople) != 0 || r.noun(lo)&nounUnnamed != 0):
		return false // "in veiled threat to Y" tells of no act
	case t.tok[i+1].low == "to" && lo == i+2:
		lo--
	}
	r.addNoun(np, i, noun, stretch{lo, r.contentEnd(lo+1, s.hi)})
	return true
}

// firstName returns the known name that a segment begins with, where a word stands behind it
// that may be its verb; empty for none.
func (r *titleReader) firstName(s segment) stretch {
	m, ok := r.who.nameAt(r.t, s.lo)
	if !ok || m.how == byAdjective || m.hi >= s.hi || genitive(&r.t.tok[m.hi]) || r.t.tok[m.hi].kind != wordToken || r.noun(m.hi)&nounUnnamed != 0 || r.word(r.t, m.hi)&(hPrep|hBreak) != 0 && r.t.tok[m.hi].low != "in" {
		return stretch{}
	}
	return stretch{m.lo, m.hi}
}

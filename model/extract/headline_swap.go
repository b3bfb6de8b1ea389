package extract

// Two sides that speak ill of each other.

// swaps reads "X, Y trade barbs" and "X and Y exchange insults as A": each speaks of the other.
func (r *titleReader) swaps(s segment) {
	t := r.t
	for i := s.lo + 2; i+1 < s.hi; i++ {
		if r.word(t, i)&hSwaps == 0 || r.inTaken(i) || t.tok[i].is(flagQuoted) {
			continue
		}
		end := i + 1
		for end < s.hi && end < i+4 && r.word(t, end)&(hSwapped|hPrep|hBreak) == 0 && t.tok[end].wordy() {
			end++ // "trade angry barbs"
		}
		if end >= s.hi || r.word(t, end)&hSwapped == 0 || t.tok[end].low == "words" && end == i+1 || end+1 < s.hi && !r.swapEnds(end+1) {
			continue
		}
		lo := r.clauseStart(s.stretch, i)
		np := r.withoutLead(stretch{lo, r.backOverAdverbs(lo, i)})
		if np.lo >= np.hi || !r.canSpeak(np) {
			continue
		}
		ps := r.parties(np)
		if len(ps) != 2 || ps[0].lo >= ps[0].hi || ps[1].lo >= ps[1].hi {
			continue
		}
		for k := range ps {
			who, other := ps[k], ps[1-k]
			r.add(headFound{speakers: []party{who}, speaker: stretch{who.lo, who.hi}, cue: stretch{i, end + 1}, content: stretch{other.lo, other.hi}, typ: "criticism", rule: "swap:" + t.tok[end].low, judged: true})
		}
		return
	}
}

// swapEnds tells whether nothing that both speak of follows at i.
func (r *titleReader) swapEnds(i int) bool {
	_, _, brk := r.breaks.match(r.t.tok, i)
	return brk || !r.t.tok[i].wordy() || r.any(i, i+1, "at", "in", "during", "before", "with")
}

package extract

// givesUp reads what somebody asked for or threatened with and no longer does: "X drops ceasefire
// demand", "X backs off threat to A".
func (r *titleReader) givesUp(s segment) {
	t := r.t
	if r.question(s.stretch) {
		return
	}
	for i := s.lo + 1; i+1 < s.hi; i++ {
		_, n, ok := r.yields.match(t.tok, i)
		if !ok || i+n >= s.hi || r.inTaken(i) || t.tok[i].is(flagQuoted) {
			continue
		}
		lo := r.clauseStart(s.stretch, i)
		np := r.withoutLead(stretch{lo, r.backOverAdverbs(lo, i)})
		if np.lo >= np.hi || r.negated(np.hi, i) || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
			continue
		}
		content := stretch{i + n, r.contentEnd(i+n, s.hi)}
		if r.inTaken(content.hi-1) || !r.isPressed(content) {
			continue
		}
		r.add(headFound{speakers: r.parties(np), speaker: np, cue: stretch{i, i + n}, content: content, typ: "concession", rule: "given-up:" + t.tok[i].low, judged: true})
		return
	}
}

// isPressed tells whether a phrase names what one asks of others or threatens them with.
func (r *titleReader) isPressed(p stretch) bool {
	for i := p.lo; i < p.hi && i < p.lo+6; i++ {
		if r.word(r.t, i)&hPressed != 0 {
			return i+1 == p.hi || r.word(r.t, i+1)&hPrep != 0 || r.any(i+1, i+2, "to", "that", "over", "on")
		}
		if r.word(r.t, i)&(hPrep|hBreak) != 0 {
			break
		}
	}
	return false
}

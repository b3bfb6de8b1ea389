package extract

// inner reads whom somebody reports to have spoken: "X asks Y to A, official says" is
// the official's word that X asks, and X's that Y should; "X claims Y vowed to A" has
// Y's vow in it.
func (r *titleReader) inner(s stretch) {
	np, verb := r.subject(s)
	for verb >= 0 && verb+2 < s.hi && (r.any(verb, verb+1, "has", "have", "had") || r.word(r.t, verb)&hAdverb != 0) {
		verb++
	}
	if verb < 0 || !r.canSpeak(np) {
		return
	}
	v, k, ok := r.verbs.match(r.t.tok, verb)
	if !ok || v.frame == frameNone || verb+k >= s.hi || !r.gaveWord(verb, v) || r.negated(np.hi, verb) || r.passive(verb+k, np, v) {
		return
	}
	if !r.knownSpeaker(np) && (v.typ != "promise" || v.things || !r.knownOrPeople(np) && !r.countedStates(np)) {
		return
	}
	plain, frame := r.plain, r.frame
	r.verbClause(s, verb, k, v, stretch{})
	r.plain, r.frame = plain, frame
}

// gaveWord tells whether the verb at i reports another's word as such: in the present
// any verb that reports, in the past one by which he bound himself or another.
func (r *titleReader) gaveWord(i int, v headVerb) bool {
	if r.cueAt(i) {
		return true
	}
	if v.form&(inPast|inBase) == 0 {
		return false
	}
	switch v.typ {
	case "promise", "demand", "threat":
		return true
	}
	return v.frame == frameTell || v.frame == frameWarn
}

// countedStates tells whether a phrase is a number of states: "26 countries".
func (r *titleReader) countedStates(np stretch) bool {
	return np.hi-np.lo == 2 && r.t.tok[np.lo].kind == numberToken && r.any(np.lo+1, np.hi, "countries", "nations", "states", "governments", "members", "allies")
}

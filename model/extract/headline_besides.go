package extract

// Who speaks by a verb in -ing that stands behind a comma: "X shuts harbour, blaming Y".

// besides returns who begins the clause before the comma before the verb at i, whether or not
// a list holds what he does there: "Dockers walk out, demanding A", "Marden on alert at port,
// fearing A".
func (r *titleReader) besides(s stretch, i int, v headVerb) stretch {
	comma := r.backOverAdverbs(s.lo, i) - 1
	if comma <= s.lo || r.t.tok[comma].low != "," || r.t.tok[comma].is(flagQuoted) {
		return stretch{}
	}
	lo := s.lo
	if r.word(r.t, lo)&(hPrep|hBreak) != 0 {
		if lo = r.commaOutside(s) + 1; lo >= comma {
			return stretch{} // "After storm, fearing A, …"
		}
	}
	return r.begins(stretch{lo, comma}, v)
}

// begins returns who begins a clause and may speak by v, whatever the clause tells of him.
func (r *titleReader) begins(s stretch, v headVerb) stretch {
	for _, np := range [...]stretch{r.firstSubject(s), r.standing(s), r.doer(s, s.hi), r.doerAhead(s.lo, s.hi, headVerb{form: inThird}), r.pluralAhead(s.lo, s.hi), r.placedAhead(s)} {
		if np = r.withoutLead(np); np.lo < np.hi && r.canSpeak(np) && (r.knownOrPeople(np) || r.personOrKnown(np) || !v.things && (r.unheard(np) || r.titled(np))) {
			return np
		}
	}
	return stretch{}
}

// firstSubject returns the subject of a clause whose verb a list holds.
func (r *titleReader) firstSubject(s stretch) stretch {
	if np, verb := r.subject(s); verb >= 0 {
		return np
	}
	return stretch{}
}

// placedAhead returns the known actor that begins a clause without a verb: "Marden on alert".
func (r *titleReader) placedAhead(s stretch) stretch {
	m, ok := r.who.nameAt(r.t, s.lo)
	if !ok || m.hi+1 >= s.hi || r.word(r.t, m.hi)&(hPrep|hReady) == 0 || r.any(m.hi, m.hi+1, "of", "for", "to") {
		return stretch{}
	}
	return stretch{m.lo, m.hi}
}

// showsOnly tells whether the verb in -ing at i, behind a comma, tells what a deed shows or does
// and no word of him who did it: "X builds fort, signalling A", "masses ships, threatening Y".
func (r *titleReader) showsOnly(s stretch, i int, v headVerb) bool {
	comma := r.backOverAdverbs(s.lo, i) - 1
	if comma <= s.lo || r.t.tok[comma].low != "," || r.anyQuote(stretch{i, r.contentEnd(i+1, s.hi)}) {
		return false
	}
	return v.finite || v.frame == frameAct && v.things && !r.any(i+1, min(i+2, s.hi), "to")
}

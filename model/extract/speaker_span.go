package extract

// spanSpeakers settles what is marked as the speaker of each attribution of the
// unit: a name with what explains it behind it, and of a relative clause the word
// that stands for the speaker there. Whom it is about stays as it was found.
func (s *scan) spanSpeakers() {
	for i := range s.found {
		a := &s.found[i]
		if len(a.speaker) == 0 || a.who.hi <= a.who.lo {
			continue
		}
		if len(a.speaker) == 2 {
			if l := s.low(a.speaker[1].lo); l == "who" || l == "which" {
				a.speaker = a.speaker[1:]
				continue
			}
		}
		for k := range a.speaker {
			if a.speaker[k] == a.who { // attributions that share a subject share its span
				a.speaker[k].hi = s.asideEnd(a)
			}
		}
	}
}

// asideEnd returns the end of a speaker's name with the brackets and appositions
// behind it: "Jane Smith (R), a lawyer who led the board, said".
func (s *scan) asideEnd(a *attribution) int {
	end := a.who.hi
	if a.who.hi == a.who.lo+1 && s.class(a.who.lo)&(classPronoun|classPossessive) != 0 || genitive(&s.t.tok[end-1]) {
		return end
	}
	for {
		next := s.segmentEnd(end)
		if next <= end || !s.freeOf(a, end, next) {
			return end
		}
		if next < s.unit.hi && s.low(next) != "," && end < a.cue.lo && next != a.cue.lo && s.low(next-1) != ")" {
			return end // no comma parts it from the verb
		}
		end = next
	}
}

// segmentEnd returns the end of a bracket or an apposition that begins at i, i for none.
func (s *scan) segmentEnd(i int) int {
	open := i
	switch s.low(i) {
	case "(":
		for ; i < s.unit.hi && i < open+12; i++ {
			if s.low(i) == ")" {
				return i + 1
			}
		}
		return open
	case ",":
	default:
		return open
	}
	i++
	if !s.explains(i) {
		return open
	}
	for ; i < s.unit.hi; i++ {
		if s.quote[i] >= 0 {
			if !s.workTitle(i) {
				break
			}
			if i = s.quoteEnd(i); s.t.tok[s.t.quotes[s.quote[i]].hi-1].endsClause() {
				return i + 1
			}
			continue
		}
		if l := s.low(i); l == "," || l == ";" || l == ":" || l == ")" || s.t.tok[i].kind == stopToken || s.t.tok[i].kind == dashToken && l != "-" {
			break
		}
	}
	return i
}

// explains says whether what begins at i, behind a comma, can explain a name: who
// somebody is, how old, or a clause about him.
func (s *scan) explains(i int) bool {
	cl, l := s.class(i), s.low(i)
	switch {
	case !s.isWord(i) || s.quote[i] >= 0:
		return false
	case l == "who" || l == "whose" || l == "which", (l == "of" || l == "from") && s.capital(i+1), l == "then" && s.isWord(i+1) && s.class(i+1) == 0:
		return true
	case cl&(classPronoun|classPreposition|classConjunction|classAnd|classAdverb|classRelative|classTime|classAuxiliary|classModal) != 0 && cl&(classDeterminer|classPossessive) == 0:
		return false
	case l == "that" || l == "both" || s.endsInLy(i):
		return false
	case cl&(classDeterminer|classPossessive) != 0:
		return s.class(i+1)&classTime == 0
	}
	return s.capital(i) || s.t.tok[i].kind == numberToken || s.formAt(i) != asIng && s.formAt(i) != asPast && s.verbAt(i) == nil
}

// freeOf says whether neither cue nor content of an attribution lies in lo to hi.
func (s *scan) freeOf(a *attribution, lo, hi int) bool {
	if lo <= a.cue.lo && a.cue.lo < hi {
		return false
	}
	for _, c := range a.content {
		if c.lo < hi && lo < c.hi {
			return false
		}
	}
	return true
}

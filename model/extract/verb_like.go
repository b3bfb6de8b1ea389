package extract

// What looks like a verb that reports, and whether it is one.

// goesBy says whether a participle only gives the name that its noun goes by: "the
// practice sometimes called harbour farming".
func (s *scan) goesBy(c *cue, at stretch) bool {
	switch s.low(at.lo - 1) {
	case "sometimes", "often", "commonly", "formerly", "informally", "popularly", "also", "now":
	default:
		return false
	}
	return (c.lemma == "call" || c.lemma == "dub" || c.lemma == "label") && s.isWord(at.hi) && !s.capital(at.hi) && s.class(at.hi)&(classDeterminer|classPossessive|classObject|classPronoun|classPreposition) == 0
}

// behindParticiple says whether an "and" before the token at i joins it to a participle
// that reports: "telling the crowd it was over and questioning …".
func (s *scan) behindParticiple(i int) bool {
	if len(s.found) == 0 || s.class(i-1)&classAnd == 0 {
		return false
	}
	last := s.found[len(s.found)-1]
	return last.entry.form == asIng && last.content[len(last.content)-1].hi >= i-1
}

// quotesWhatItBears says whether a verb stands between "that" and a quotation:
// "a banner that said, “…”".
func (s *scan) quotesWhatItBears(at stretch, that int) bool {
	i := at.hi
	if l := s.low(i); l == "," || l == ":" {
		i++
	}
	return s.low(that) == "that" && at.lo == that+1 && s.isWord(that-1) && s.quoteAt(i)
}

// pluralNoun says whether what looks like a verb is the subject of one that
// reports: "…, reports from the port said".
func (s *scan) pluralNoun(at stretch) bool {
	if at.lo > s.unit.lo && s.low(at.lo-1) != "," && s.quote[at.lo-1] < 0 {
		return false
	}
	if c := s.verbAt(at.hi + 2); c != nil && c.form == asPast && s.class(at.hi)&classPossessive != 0 && at.lo > s.unit.lo {
		return true // "…, charges her office denied"
	}
	for i := at.hi; i < s.unit.hi && i < at.hi+8 && s.isWord(i); i++ {
		if c := s.verbAt(i); c != nil && c.kind == kindSay && c.takes(frameClause) && !s.named(i) && (c.form == asPast || c.form == asBase) {
			return i == at.hi || s.class(i-1)&(classDeterminer|classPossessive|classPreposition) == 0
		}
		if cl := s.class(i); s.low(i) == "that" || cl&(classPronoun|classModal|classRelative) != 0 && cl&classDeterminer == 0 || i == at.hi && cl&classPreposition == 0 {
			return false
		}
	}
	return false
}

// pluralHead says whether what looks like a verb is the head of a plural: "states
// that vote early", "swing states", "the claims were".
func (s *scan) pluralHead(at stretch, prev int) bool {
	if s.class(prev)&classPronoun == 0 && s.low(at.hi) == "that" && (s.class(at.hi+1)&(classAuxiliary|classModal) != 0 || s.formAt(at.hi+1) == asPast) {
		return true
	}
	if s.followsLikeVerb(at.hi) && !s.capital(at.hi) || !s.isWord(prev) || s.capital(prev) || s.class(prev)&(classPronoun|classRelative|classAdverb) != 0 {
		return false
	}
	np := s.nounPhraseEnding(prev + 1)
	for i := np.lo; i < np.hi; i++ {
		if s.capital(i) || s.class(i)&(classDeterminer|classPossessive) != 0 {
			return false
		}
	}
	return np.lo < np.hi
}

// closesReport says whether a doubtful form ends a report that stands before it:
// "…, the lawsuit alleges."
func (s *scan) closesReport(head, tail int) bool {
	if tail < s.unit.hi && s.low(tail) != "," && s.t.tok[tail].kind != stopToken {
		return false
	}
	np := s.nounPhraseEnding(head + 1)
	return np.lo < np.hi && np.lo > s.unit.lo+3 && !s.pluralBefore(head) && (s.low(np.lo-1) == "," || s.endsQuote(np.lo-1)) && s.class(np.lo)&(classDeterminer|classPossessive) != 0 && s.leftContent(np.lo)
}

// named says whether the word at i is part of a name: a capital inside a
// sentence that is not written in title case.
func (s *scan) named(i int) bool {
	return !s.title && i > s.unit.lo && s.capital(i) && s.t.tok[i-1].kind <= numberToken
}

// ownedNoun says whether a genitive stands in the group: "the mayor's comments".
func (s *scan) ownedNoun(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if genitive(&s.t.tok[i]) && s.class(i-1)&(classPronoun|classRelative) == 0 {
			return true
		}
	}
	return false
}

// followsLikeVerb says whether what follows a doubtful form reads like a verb's
// complement.
func (s *scan) followsLikeVerb(i int) bool {
	cl := s.class(i)
	return s.low(i) == "that" || cl&(classDeterminer|classPossessive|classPronoun|classObject) != 0 || s.capital(i) || i < s.unit.hi && s.quote[i] >= 0
}

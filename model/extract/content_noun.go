package extract

// Where a content ends that is a noun phrase.

// nounEnd cuts a content that is a noun phrase at the first clause after it.
func (s *scan) nounEnd(lo, hi int) int {
	for i := lo + 1; i < hi; i++ {
		if s.quote[i] >= 0 {
			i = s.quoteEnd(i)
			if s.low(s.t.quotes[s.quote[i]].hi-1) == "," && i+1 < hi && !s.quoteAt(i+1) && !s.quoteAt(i+2) || s.setsScene(i+1) || s.low(i+1) == "even" && s.low(i+2) == "as" {
				return i + 1
			}
			continue
		}
		l, cl := s.low(i), s.class(i)
		if l == "," {
			if e := s.relativeAside(i); e > i {
				i = e
				continue
			}
			if e := s.clauseTail(i + 1); s.low(i-1) == "that" && i == lo+2 && e < hi && s.low(e) == "," { // "concern that, for years, the board"
				i = e
				continue
			}
			if s.class(i+1)&classAnd != 0 && (s.low(i+2) == "a" && s.low(i+3) == "few" || s.class(i+2)&(classNumeral|classPronoun) != 0) && s.mainClauseAt(i+2) { // "…, and some have"
				return i
			}
			if i-lo <= 1 || s.listGoesOn(i, hi) || i-lo < 8 && (s.class(i-2)&classDeterminer != 0 || s.low(i-2) == "as") && s.isWord(i+1) && s.class(i+1) == 0 {
				continue
			}
			return i
		}
		if l == "while" || l == "although" || l == "though" || l == "but" || l == "after" && i > lo+1 || l == "before" && i > lo+1 || l == "when" || l == "if" || l == "unless" || l == "until" || l == "even" && (s.low(i+1) == "as" || s.low(i+1) == "though" || s.low(i+1) == "when") {
			return i
		}
		if cl&classAnd != 0 && s.class(i+1)&(classAdverb|classTime) != 0 && s.capital(i+2) && s.mainClauseAt(i+2) { // "and now Smith has"
			return i
		}
		if cl&classAnd != 0 && i+1 < hi && (s.verbAt(i+1) != nil && s.verbAt(i+1).form != asBase && s.verbAt(i+1).form != asIng || s.class(i+1)&(classAuxiliary|classModal) != 0 || s.class(i+1)&classPronoun != 0 && s.class(i+1)&(classDeterminer|classObject) == 0 || s.pastAt(i+1) || s.gerund && s.formAt(i+1) == asIng) {
			return i
		}
		if s.t.tok[i].kind == dashToken && l != "-" {
			if s.quoteAt(i+1) && !s.workTitle(i+1) { // "the record — “the longest boom ever” —"
				i = s.quoteEnd(i + 1)
				continue
			}
			return i
		}
	}
	return hi
}

// relativeAside returns the comma that ends a relative clause or an apposition
// opened at the comma i when what it broke off goes on: "praised Smith, who left
// early, as a friend", "accused Smith, the leader, of delay".
func (s *scan) relativeAside(i int) int {
	l := s.low(i + 1)
	relative := l == "who" || l == "which" || l == "whose"
	if !relative && s.class(i+1)&(classDeterminer|classPossessive) == 0 && !s.capital(i+1) {
		return i
	}
	for j := i + 2; j < s.unit.hi && j < i+25; j++ {
		if s.low(j) == "," {
			if l := s.low(j + 1); l == "as" || l == "for" || l == "of" || relative && s.quote[j] < 0 && s.quoteAt(j+1) || s.quote[j] < 0 && (l == "a" || l == "an") && (s.quoteAt(j+2) || s.isWord(j+2) && s.quoteAt(j+3)) { // "Smith, his rival, a “fool”"
				return j
			}
		}
	}
	return i
}

// listGoesOn says whether the comma at i parts the members of a list.
func (s *scan) listGoesOn(i, hi int) bool {
	for j := i + 1; j < hi && j < i+7; j++ {
		if s.class(j)&classAnd != 0 {
			return true
		}
		if s.low(j) == "," {
			return s.listGoesOn(j, hi)
		}
		if s.class(j)&(classAuxiliary|classModal|classRelative|classConjunction|classPronoun) != 0 {
			return false
		}
	}
	return false
}

package extract

// aroundAside finds the name that opens the unit and that an aside follows which ends in
// the quotation that k closes, before a verb at at: "Smith, whose plan is “late,” told the
// board". It is empty for none.
func (s *scan) aroundAside(c *cue, at stretch, k int) stretch {
	open := s.quoteStart(k)
	if s.low(s.t.quotes[s.quote[k]].hi-1) != "," || s.quoteEnd(k) != k || at.hi >= s.unit.hi || s.clauseTail(at.hi) == at.hi && !s.quoteAt(at.hi) {
		return stretch{}
	}
	who := s.opening(open)
	if who.hi <= who.lo || s.low(who.hi) != "," || open-who.hi < 2 || !s.person(who) {
		return stretch{}
	}
	if inv, ok := s.invertedSubject(at.hi); ok && c.lemma != "tell" && s.clauseTail(inv.hi) == inv.hi {
		return stretch{} // "The plan, which is “late,” said Smith"
	}
	first := who.hi + 1
	l, f := s.low(first), s.formAt(first)
	if l != "who" && l != "whose" && l != "known" && f != asIng && f != asPast && s.class(first)&(classDeterminer|classPossessive|classPreposition) == 0 {
		return stretch{}
	}
	relative := l == "who" || l == "whose"
	for i := first; i < open; i++ {
		if s.quote[i] >= 0 || !relative && (s.low(i) == "," || s.class(i)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i])) {
			return stretch{}
		}
		if s.low(i) == "," && s.parenthetic(i+1) {
			return stretch{}
		}
	}
	return who
}

// behindQuote finds who is named right behind a quotation that ends a clause where all up
// to the comma k only explains the name: “…,” Smith, 54, a sailor from Salem, Borland, who
// ran the port, said. It is empty for none.
func (s *scan) behindQuote(k int) stretch {
	lo := k
	for lo > s.unit.lo && k-lo < 60 && s.quote[lo-1] < 0 {
		lo--
	}
	if lo <= s.unit.lo || s.quote[lo-1] < 0 || s.quoteEnd(lo-1) != lo-1 || s.workTitle(lo-1) || !s.t.tok[s.t.quotes[s.quote[lo-1]].hi-1].endsClause() {
		return stretch{}
	}
	if !s.capital(lo) && s.class(lo)&(classDeterminer|classPossessive|classTitle) == 0 {
		return stretch{}
	}
	who := s.heading(lo, k)
	if who.lo != lo || s.low(who.hi) != "," {
		return stretch{}
	}
	relative, parts := false, 0
	for i := who.hi; i < k; i++ {
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && s.low(i) != "," && s.low(i) != "-" && s.low(i) != "$" {
			return stretch{}
		}
		if s.low(i) == "," {
			next := s.class(i + 1)
			relative = s.low(i+1) == "who" || s.low(i+1) == "whose" || s.low(i+1) == "which" || relative && s.capital(i+1)
			if parts++; !relative && next&(classPronoun|classConjunction) != 0 && next&(classDeterminer|classPreposition) == 0 {
				return stretch{}
			}
			if next&classAnd != 0 && s.capital(i+2) {
				who.hi = k // "Smith, a sailor, and Jones, a pilot, said"
			}
			continue
		}
		if !relative && (s.finiteCue(i) || s.class(i)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i])) {
			return stretch{}
		}
	}
	if parts < 2 {
		return stretch{} // a single aside is read elsewhere
	}
	return who
}

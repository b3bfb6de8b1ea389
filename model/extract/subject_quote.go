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

// tagged reads who speaks the quotation before i that opens the unit, from a tag whose
// verb stands far from its subject or before it: “…,” one of those who built it said;
// “…,” Smith used to say; “…,” goes the song.
func (s *scan) tagged(i int) (attribution, bool) {
	a := attribution{entry: labelCue, rule: "quote-tag"}
	if s.class(i)&classVerb != 0 || s.class(i) == 0 && !s.capital(i) && s.formAt(i) != asIng && s.low(i)[len(s.low(i))-1] == 's' {
		inv, ok := s.invertedSubject(i + 1)
		if a.speaker, a.who, a.cue = s.list(inv), inv, (stretch{i, i + 1}); ok && s.class(inv.lo)&classDeterminer != 0 && s.clauseTail(inv.hi) == inv.hi {
			a.content = s.around(i, inv.hi, true)
			return a, true
		}
		return a, false
	}
	who := s.heading(i, s.unit.hi)
	if who.lo != i || who.hi <= i {
		return a, false
	}
	switch last := who.hi - 1; {
	case s.class(last)&classDeterminer != 0 && s.low(who.hi+1) == "that": // "the head of the board that runs it"
		who.hi++
	case last > i && s.low(last) == "used": // "Smith used to say"
		who.hi--
	}
	for v := who.hi; v < s.unit.hi && s.quote[v] < 0 && s.low(v) != "," && s.low(v) != ":"; v++ {
		c := s.verbAt(v)
		if c == nil || c.kind != kindSay || !c.takes(frameQuote) || s.class(v+1)&(classDeterminer|classPossessive) != 0 {
			continue
		}
		if c.form == asBase && s.low(v-1) != "to" || c.form == asParticiple || s.passive(s.groupStart(v), v) {
			continue
		}
		a.speaker, a.who, a.cue, a.entry = s.list(who), who, stretch{v, v + 1}, c
		a.content = s.around(i, s.clauseTail(v+1), true)
		return a, true
	}
	return a, false
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
		relative = relative || s.low(i) == "who"
		if !relative && (s.finiteCue(i) || s.class(i)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i])) {
			return stretch{}
		}
	}
	if parts < 2 && (!relative || s.low(k) == ",") {
		return stretch{} // a single aside is read elsewhere
	}
	return who
}

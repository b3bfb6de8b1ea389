package extract

import "strings"

// Verbs that stand before who speaks, and those that only introduce what he says.

// calledBy returns where "by" stands behind the quotation that a participle calls its
// noun, 0 for none: "dubbed “a wish” by".
func (s *scan) calledBy(c *cue, at stretch, group int) int {
	if c.form != asPast && c.form != asParticiple || group < at.lo || !c.takes(framePassive) || !s.quoteAt(at.hi) {
		return 0
	}
	if by := s.quoteEnd(at.hi) + 1; s.low(by) == "by" {
		return by
	}
	return 0
}

// plainInversion reads ", said Jane Smith" and an end or a comma: a name alone
// behind a verb that reports what stood before it.
func (s *scan) plainInversion(c *cue, at stretch) (stretch, bool) {
	if c.kind != kindSay || !c.takes(frameQuote) || c.form != asPast && c.form != asThird || s.low(at.lo-1) != "," || !s.leftContent(at.lo) && at.lo-s.unit.lo != 2 || len(s.found) > 0 || c.lemma == "tell" {
		return stretch{}, false
	}
	inv, ok := s.invertedSubject(at.hi)
	if !ok || inv.hi < s.unit.hi && s.low(inv.hi) != "," && s.t.tok[inv.hi].kind != stopToken {
		return stretch{}, false
	}
	for i := inv.lo; i < inv.hi; i++ {
		if s.isWord(i) && !s.capital(i) && s.class(i)&(classTitle|classPreposition|classDeterminer|classAnd) == 0 && !genitive(&s.t.tok[i]) {
			return stretch{}, false
		}
	}
	return inv, s.capital(inv.lo) || s.class(inv.lo)&classTitle != 0
}

// leadingInversion reads "Said Smith, who knows it, “…”": the verb opens the
// sentence, its subject follows. It returns the subject and the quotation, 0 for none.
func (s *scan) leadingInversion(c *cue, at stretch) (stretch, int) {
	if c.kind != kindSay || !c.takes(frameQuote) || c.form != asPast && c.form != asThird || at.lo != s.unit.lo {
		return stretch{}, 0
	}
	inv, ok := s.invertedSubject(at.hi)
	if !ok || s.low(inv.hi) != "," && s.low(inv.hi) != ":" || s.class(inv.lo)&classPronoun != 0 {
		return stretch{}, 0
	}
	for i := inv.hi + 1; i < s.unit.hi && i < inv.hi+20; i++ {
		if s.quote[i] < 0 {
			continue
		}
		if l := s.low(i - 1); l != "," && l != ":" || s.workTitle(i) {
			break
		}
		return inv, i
	}
	return stretch{}, 0
}

// brokenOff says whether an attribution from lo to tail stands between commas in
// another clause: "Loyalty, he noted, has its price".
func (s *scan) brokenOff(lo, tail int) bool {
	if lo-2 < s.unit.lo || s.low(lo-1) != "," || tail+2 >= s.unit.hi || s.low(tail) != "," {
		return false
	}
	return !s.asides(tail+1) || s.predicateAt(tail+1, lo-1)
}

// introducing says whether a participle at i opens the unit, alone or behind a
// preposition: "Noting that …, Smith left", "In calling it “…”, she went far".
func (s *scan) introducing(i int) bool {
	lo := s.unit.lo
	if i > lo+1 && (s.low(i-1) == "after" || s.low(i-1) == "before") { // "Two days after calling it “…”"
		for k := lo; k < i-1; k++ {
			if s.class(k)&(classTime|classNumeral|classDeterminer|classAdverb) == 0 && s.t.tok[k].kind != numberToken && !strings.HasSuffix(s.low(k), "ly") {
				return false
			}
		}
		return true
	}
	return i == lo || i == lo+1 && s.class(lo)&(classPreposition|classConjunction) != 0
}

// readIntroducing reads a participle that opens the unit; its subject is that of
// the main clause behind its content.
func (s *scan) readIntroducing(a attribution, c *cue, at stretch) (attribution, bool) {
	s.opens = true
	rt := s.complement(c, at.hi, false)
	s.opens = false
	if !rt.ok {
		return a, false
	}
	i := rt.hi
	for i < s.unit.hi && (s.low(i) == "," || s.quote[i] >= 0 && i <= s.quoteEnd(i) && s.quote[i] == s.quote[rt.hi-1]) {
		i++
	}
	who := s.heading(i, s.unit.hi)
	parted := i > rt.hi || s.endsQuote(i-1) && s.t.tok[s.t.quotes[s.quote[i-1]].hi-1].endsClause()
	if !parted || who.lo >= who.hi || !s.mainClauseAt(i) {
		return a, false
	}
	a.speaker, a.who, a.content, a.rule = s.list(who), who, []stretch{{rt.lo, rt.hi}}, "verb-introducing"
	return a, true
}

package extract

// Quotations that something parts from their cue, and what may stand between a cue and its content.

// cries says whether the quotation at j is called out and so no title of a work,
// whatever its capitals: "chanted “Go Home”", "yelled “Liar!”".
func (s *scan) cries(c *cue, j int) bool {
	if !c.takes(frameQuote) || c.kind != kindSay && c.lemma != "read" {
		return false
	}
	switch c.lemma {
	case "chant", "shout", "yell", "scream", "cry", "cry out", "shout out", "yell out":
		return true
	case "read": // "a sign that read “Go Home”"
		return s.low(j-2) == "that" || s.low(j-2) == "which"
	}
	last := s.low(s.t.quotes[s.quote[j]].hi - 1)
	return last == "!" || last == "?"
}

// lateQuote finds a whole quotation behind an aside that begins at i: "said in
// spring, when it all came out, “…”". It returns 0 for none.
func (s *scan) lateQuote(i int) int {
	for j := i; j < s.unit.hi && j < i+25; j++ {
		if s.quote[j] >= 0 {
			if s.low(j-1) == "," && s.t.tok[s.t.quotes[s.quote[j]].lo].is(flagCapital) && !s.workTitle(j) {
				return j
			}
			return 0
		}
		if c := s.verbAt(j); c != nil && c.kind == kindSay && c.form != asBase && !s.named(j) {
			return 0
		}
	}
	return 0
}

// colonQuote returns where a quotation begins behind a colon that ends the phrase at i, 0
// for none. One that a second cue in the phrase leads to is that one's: "(said) as a man
// yelled: “…”", "(said) before adding: “…”".
func (s *scan) colonQuote(i int) int {
	q := s.clauseTail(i)
	if !s.quoteAt(q) || s.low(q-1) != ":" {
		return 0
	}
	for k := i + 1; k < q-1; k++ {
		if c := s.verbAt(k); c != nil && c.kind == kindSay && c.takes(frameQuote) && c.form != asBase && !s.named(k) && (c.form == asIng || !s.modifier(k)) && s.class(k-1)&classDeterminer == 0 {
			return 0
		}
	}
	return q
}

// behindState returns where a phrase goes on behind the comma at i that parts a town
// from its state or its kind: "told a crowd in Salem, New Borland, on Monday that".
func (s *scan) behindState(i int, c *cue) int {
	if !s.capital(i-1) || !s.capital(i+1) {
		return i
	}
	for i++; s.capital(i); i++ {
	}
	if s.low(i) == "," {
		i++
	}
	for n := 0; n < 4 && s.isWord(i) && s.class(i) == 0 && s.verbAt(i) == nil; n++ { // "…, Borland, breakfast room"
		i++
	}
	i, _ = s.skipAdjuncts(i, c)
	return i
}

// announces says whether a few words at i, an article and a noun, lead to the quotation behind
// a colon.
func (s *scan) announces(i int) bool {
	q := s.colonQuote(i)
	for k := i + 1; k < q-1; k++ {
		if s.class(k)&^classBody != 0 || q-i > 5 || !s.isWord(k) {
			return false
		}
	}
	return q > i+2
}

// judgedAs returns where the noun stands that a verb judges behind its verdict, the phrase with
// "as" at i: "as nonsense (a claim that)", "as “fake” (reports)". It returns 0 for none.
func (s *scan) judgedAs(i int) int {
	k := i + 1
	for k < i+5 && s.isWord(k) && s.quote[k] < 0 && (k == i+1 || s.class(k)&(classDeterminer|classPossessive) == 0) && s.class(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal) == 0 {
		k++
	}
	if k == i+1 && s.quoteAt(k) {
		if k = s.quoteEnd(k) + 1; s.isWord(k) && s.class(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal) == 0 {
			return k
		}
		return 0
	}
	if k > i+1 && s.class(k)&(classDeterminer|classPossessive) != 0 && s.class(k)&classPreposition == 0 {
		return k
	}
	return 0
}

// onlyTime says whether all from i to j tells when: "(blasted) on Friday (the plan)".
func (s *scan) onlyTime(i, j int) bool {
	if s.low(i) == "on" {
		i++
	}
	for ; i < j; i++ {
		if s.class(i)&classTime == 0 {
			return false
		}
	}
	return true
}

package extract

// readSource reads "according to X": before, behind or inside its content.
func (s *scan) readSource(c *cue, at stretch) (attribution, bool) {
	a := attribution{cue: at, entry: c, rule: "source"}
	end := s.sourceEnd(at.hi)
	if per := c.lemma == "per"; end <= at.hi || per && (!s.endsQuote(at.lo-1) || s.class(at.hi)&(classDeterminer|classPossessive) == 0 && !s.capital(at.hi)) { // "per year"
		return a, false
	}
	if s.breaksIn(at.lo, end) {
		return a, false
	}
	a.speaker, a.who = []stretch{{at.hi, end}}, stretch{at.hi, end}
	return s.sourced(a, end)
}

// breaksIn says whether a source from lo to end, in commas, stands between one who opens the
// unit and the verb that tells what he said, and so is only where that is told: "Smith,
// according to a transcript, told the board that".
func (s *scan) breaksIn(lo, end int) bool {
	from := s.behindDateline()
	if s.low(lo-1) != "," || s.low(end) != "," || s.heading(from, lo-1).hi != lo-1 {
		return false
	}
	for end++; s.class(end)&classAdverb != 0; end++ {
	}
	return s.finiteCue(end)
}

// readOwnWords reads "in her own words", "in the mayor's view": whose they are, and what
// stands before, behind or around them.
func (s *scan) readOwnWords(c *cue, at stretch) (attribution, bool) {
	who, ok := s.owner(at.lo)
	in := who.lo - 1
	if !ok || s.low(in) != "in" {
		return attribution{}, false
	}
	if in > s.unit.lo && s.isWord(in-1) && s.quote[in-1] < 0 && s.class(in-1)&(classAnd|classConjunction) == 0 {
		return attribution{}, false // "their faith in her word"
	}
	if l := s.low(at.hi); at.hi < s.unit.hi && l != "," && l != ":" && !s.quoteAt(at.hi) && s.t.tok[at.hi].kind != stopToken {
		return attribution{}, false
	}
	return s.sourced(attribution{cue: stretch{in, at.hi}, entry: c, rule: "source", speaker: s.list(who), who: who}, at.hi)
}

// sourced reads the content of an attribution whose words, cue and speaker, end at
// end: what stands before, behind or around them.
func (s *scan) sourced(a attribution, end int) (attribution, bool) {
	at := a.cue
	first := at.lo <= s.unit.lo+2 || s.low(at.lo-1) == "," && s.introOnly(s.unit.lo, at.lo-1) && at.lo-s.unit.lo < 6 || s.t.tok[at.lo].is(flagCapital) || s.low(at.lo-1) == "," && s.class(at.lo-2)&(classConjunction|classAnd) != 0
	tail := s.behindRelative(s.clauseTail(end))
	if s.low(at.lo-1) == "," && s.low(tail) == "," && s.t.tok[at.lo-2].is(flagCapital) && s.predicateAt(tail+1, at.lo-1) {
		first = false // "Altland, in her view, is late"
	}
	if e := s.behindApposed(a, tail); !first || s.low(e) == "," {
		tail = e // behind a source that leads in, what nothing follows is what it says
	}
	if first {
		if tail < s.unit.hi && (s.low(tail) == "," || s.low(tail) == ":") {
			tail++
		}
		a.rule = "source-first"
		a.content = s.list(s.trim(tail, s.contentEnd(min(tail, s.unit.hi-1))))
		return a, true
	}
	hi := at.lo
	lo := s.behindDateline()
	for _, f := range s.found {
		for _, c := range f.content {
			if c.hi <= hi && c.hi > lo && f.rule == "source" {
				lo = c.hi
			}
		}
	}
	for i := lo; i < hi; i++ {
		if s.low(i) == ";" {
			lo = i + 1
		}
	}
	a.content = s.list(s.trim(lo, hi))
	if tail+1 < s.unit.hi && (s.low(tail) == "," && s.low(hi-1) == "," && !s.asides(tail+1) && !s.tagAt(tail+1) || s.dashAt(tail) && s.dashAt(hi-1)) {
		a.content = append(a.content, s.trim(tail+1, s.contentEnd(tail+1)))
	}
	return a, true
}

// behindRelative returns where a clause about a source ends that opens behind the comma at i, as a
// main clause follows it: "According to Ada Quell, who runs it, (the port is shut)". It returns i
// for none.
func (s *scan) behindRelative(i int) int {
	if l := s.low(i + 1); s.low(i) != "," || l != "who" && l != "which" && l != "whose" {
		return i
	}
	for e := i + 2; e < s.unit.hi && s.quote[e] < 0; e++ {
		if s.low(e) != "," {
			continue
		}
		if who := s.heading(e+1, s.unit.hi); s.mainClauseAt(e+1) || !who.empty() && s.quoteAt(who.hi) {
			return e
		}
	}
	return i
}

// tagAt says whether nothing but who else reports it follows at i: "the Harbour Times reported".
func (s *scan) tagAt(i int) bool {
	v := i + 1
	for v < s.unit.hi && v < i+7 && !s.finiteCue(v) {
		v++
	}
	c := s.verbAt(v)
	return c != nil && c.kind == kindSay && c.takes(frameClause) && c.form != asIng && s.heading(i, v).hi == v && s.clauseTail(v+1) == v+1
}

// behindApposed returns where an attribution goes on behind what only explains its source,
// between the comma at i and the next one or the end: "according to the Ferry Council, a
// body of owners", "According to his aunt, Ada Quell, the crew was late". It returns i where
// nothing of the kind stands there.
func (s *scan) behindApposed(a attribution, i int) int {
	last := a.who.hi - 1
	if s.low(i) != "," || a.who.empty() || s.class(last)&classPronoun != 0 {
		return i
	}
	lo := i + 1
	name := s.capital(lo) && !s.capital(last) && s.class(lo)&classTime == 0 // "his aunt, Ada Quell"
	if !name && s.class(lo)&(classDeterminer|classPossessive) == 0 || s.class(lo)&(classPreposition|classPronoun) != 0 && s.class(lo)&classDeterminer == 0 {
		return i
	}
	end := lo
	for ; end < s.unit.hi && s.quote[end] < 0 && s.low(end) != "," && s.t.tok[end].kind != stopToken; end++ {
		cl := s.class(end)
		if !s.isWord(end) && !genitive(&s.t.tok[end]) && s.low(end) != "-" || cl&(classAuxiliary|classModal|classVerb|classConjunction|classAnd) != 0 && cl&classPreposition == 0 && !genitive(&s.t.tok[end]) || s.finiteCue(end) || name && !s.capital(end) {
			return i
		}
	}
	if end < s.unit.hi && s.low(end) == "," && (!s.mainClauseAt(end+1) || s.listGoesOn(i, s.unit.hi)) {
		return i
	}
	return end
}

// sourceEnd returns the end of a source's name at i.
func (s *scan) sourceEnd(i int) int {
	j := i
	for j < s.unit.hi {
		if s.quote[j] >= 0 {
			j = s.quoteEnd(j) + 1
			continue
		}
		l := s.low(j)
		if l == "," || l == ";" || l == ":" || s.t.tok[j].kind == stopToken || s.dashAt(j) {
			break
		}
		if j > i && (l == "who" || l == "which" || s.class(j)&classConjunction != 0 && s.class(j)&classPreposition == 0 || s.class(j)&classModal != 0) {
			break
		}
		j++
	}
	return j
}

package extract

// contentEnd returns the end of a content that begins at lo: the end of the unit,
// or where another attribution takes over.
func (s *scan) contentEnd(lo int) int {
	opened, bracket := s.quote[lo] >= 0, false
	for i := lo; i < s.unit.hi; i++ {
		if s.quote[i] >= 0 {
			e := s.quoteEnd(i)
			if opened && i == lo && s.completeQuote(e) && !s.quoteAt(e+1) && !(s.class(e+1)&classAnd != 0 && (s.quoteAt(e+2) || s.low(e+2) == "," && s.quoteAt(e+3))) {
				return e + 1
			}
			if i == lo+1 && s.low(lo) == "that" && s.clauseQuoted(i) || opened && i == lo && s.tellsWhen(e+1) {
				return e + 1
			}
			if s.narrates(e+1) || s.leadsToQuote(e) || s.low(e+1) == "when" && s.low(e+2) == "asked" {
				return e + 1
			}
			if s.low(s.t.quotes[s.quote[i]].hi-1) == "," && (s.sumsUp(e+1) || s.othersTell(lo, e+1) || s.opens && s.mainClauseAt(e+1) || s.takesOver(e+1) || s.relative && s.finiteAt(e+1)) {
				return e + 1
			}
			i = e
			continue
		}
		l := s.low(i)
		switch {
		case l == ";" && i > lo && !s.withinDashes(lo, i):
			return i
		case l == "," && i > lo:
			if s.sumsUp(i+1) || s.withholds(i+1) || s.leavesOpen(i+1) || s.othersTell(lo, i+1) || s.goesOnTelling(lo, i) || s.leadsToQuote(i) {
				return i
			}
			if s.opens && s.mainClauseAt(i+1) || s.withTeller(i+1) || (opened || !s.clause) && s.didBesides(i+1) {
				return i
			}
			if s.takesOver(i+1) && !s.awaitsVerb(lo, i) || s.relative && (s.finiteAt(i+1) || s.isWord(i+1) && s.class(i+1)&(classPreposition|classRelative|classConjunction|classAnd|classDeterminer|classPossessive|classAdverb) == 0 && !s.capital(i+1) && s.class(i-2)&classDeterminer == 0) {
				return i
			}
		case (l == "and" || l == "but" || l == "then" || l == "while" || l == "although" || l == "though") && i > lo && !s.namesOnly(lo, i) && (s.sharedCueAt(i+1) || s.newClauseAt(i+1) && !s.joinsSubjects(lo, i)):
			return i
		case (l == "but" || l == "and") && i > lo && s.withholds(i), l == "and" && i > lo && s.gerund && s.othersGerundAt(i+1):
			return i
		case (l == "while" || l == "before" || l == "after") && i > lo:
			if c := s.verbAt(i + 1); c != nil && c.kind == kindSay && c.form == asIng || l == "before" && s.quoteAt(i-1) && s.formAt(i+1) == asIng {
				return i
			}
		case s.relative && i > lo+2 && s.class(i)&classAuxiliary != 0 && !genitive(&s.t.tok[i]) && s.formAt(i-1) == asPast && s.class(i-1) == 0 && s.class(i-2)&classAuxiliary != 0: // "(who agree) it should be closed were"
			return i
		case s.dashAt(i) && i > lo && lo > s.unit.lo && s.dashBefore(lo):
			return i
		case s.t.tok[i].kind == dashToken && l != "-" && i > lo && s.endsQuote(i-1) && (s.asides(i+1) || s.class(i+1)&classDeterminer != 0) && s.dashAfter(i) < 0:
			return i
		case s.dashAt(i) && !s.t.tok[i].is(flagGlued) && i > lo && (s.sumsUp(i+1) || s.class(i+1)&classDeterminer != 0 && s.class(i+2) == 0 && s.low(i+3) == "which") && s.dashAfter(i) < 0:
			return i
		case l == "(" && i == lo, l == ")" && !bracket:
			return i
		case l == "(":
			bracket = true
		}
	}
	return s.unit.hi
}

// narrates says whether a clause begins at i, behind a quotation, that tells what somebody
// did meanwhile: "she is “glad” as she takes the stage", "…,” while the others left", "…”, while".
func (s *scan) narrates(i int) bool {
	switch s.low(i) {
	case "as":
		l := s.low(i + 1)
		return l == "he" || l == "she" || l == "they"
	case "while":
		return s.low(s.t.quotes[s.quote[i-1]].hi-1) == "," && s.mainClauseAt(i+1)
	case ",":
		return s.low(i+1) == "while" && s.mainClauseAt(i+2)
	}
	return false
}

// goesOnTelling says whether the writer tells on behind the comma at i what somebody did, as
// what was said from lo on must be or is, and is no tale of the past: "(said) the toll must go,
// and Ada Quell met Reyl".
func (s *scan) goesOnTelling(lo, i int) bool {
	if s.low(i+1) != "and" || !s.capital(i+2) || !s.clause {
		return false
	}
	present := false
	for k := lo; k < i; k++ {
		switch s.low(k) {
		case "must", "will", "is", "are", "has", "can", "should":
			present = true
		case "was", "were", "had", "would", "could":
			return false
		}
	}
	if !present {
		return false
	}
	k := i + 2
	for s.capital(k) {
		k++
	}
	return s.formAt(k) == asPast && s.verbAt(k) == nil && s.class(k) == 0 || s.low(k) == "met" || s.low(k) == "left" || s.low(k) == "held"
}

// awaitsVerb says whether a clause from lo to the comma at i has only named who does what
// stands behind it: "(said) the minister, Ada Quell, (ruled that)".
func (s *scan) awaitsVerb(lo, i int) bool {
	v := i + 1
	for s.class(v)&classAdverb != 0 {
		v++
	}
	if c := s.verbAt(v); !s.clause || c == nil || c.form != asPast {
		return false
	}
	if s.low(lo) == "that" {
		lo++
	}
	who := s.heading(lo, i)
	if who.hi <= who.lo || s.class(who.lo)&classPronoun != 0 && s.class(who.lo)&classDeterminer == 0 {
		return false
	}
	for s.class(who.hi)&classPreposition != 0 && who.hi < i { // "the Minister of Ports for the North"
		for who.hi++; who.hi < i && s.isWord(who.hi) && s.class(who.hi)&(classPreposition|classAuxiliary|classModal|classVerb) == 0; who.hi++ {
		}
	}
	for s.isWord(who.hi) && s.class(who.hi) == 0 && who.hi < i { // "many people"
		who.hi++
	}
	if s.low(who.hi) != "," || who.hi >= i {
		return false
	}
	for k := who.hi + 1; k < i; k++ {
		if cl := s.class(k); s.quote[k] >= 0 || cl&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[k]) || s.finiteCue(k) || cl&classPronoun != 0 && cl&classDeterminer == 0 {
			return false
		}
	}
	return true
}

// withinDashes says whether the token at i of a content that begins at lo stands in an aside
// between dashes: "three men — a cook, 61; Ada Quell, 40 — were".
func (s *scan) withinDashes(lo, i int) bool {
	open := false
	for k := lo; k < i; k++ {
		if s.dashAt(k) && !s.t.tok[k].is(flagGlued) {
			open = !open
		}
	}
	return open && s.dashAfter(i) >= 0
}

// namesOnly tells whether "that" and the names behind it are all that stands before
// an "and": they have not got their verb yet ("that X and Y had agreed").
func (s *scan) namesOnly(lo, i int) bool {
	if s.low(lo) != "that" || i <= lo+1 {
		return false
	}
	for j := lo + 1; j < i; j++ {
		if l := s.low(j); !s.capital(j) && l != "of" && l != "for" && s.class(j)&(classDeterminer|classPossessive) == 0 && !(s.isWord(j) && s.low(j+1) == "of") && !(s.isWord(j) && s.low(j+1) == "for") {
			return false
		}
	}
	return true
}

// joinsSubjects says whether the "and" at i of a content joins the two who do what it tells,
// as no verb stands before it and an auxiliary right behind the second: "Altland and its allies
// had agreed". A clause needs no auxiliary: "she and Marden disagreed".
func (s *scan) joinsSubjects(lo, i int) bool {
	if s.low(i) != "and" {
		return false
	}
	for j := lo; j < i; j++ {
		if cl := s.class(j); s.quote[j] >= 0 || !s.isWord(j) && !genitive(&s.t.tok[j]) || cl&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[j]) || s.finiteAt(j) && !s.capital(j) {
			return false
		}
	}
	if s.clause {
		return true
	}
	for j := i + 1; j < s.unit.hi && j < i+8; j++ {
		if s.class(j)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[j]) {
			return true
		}
		if !s.capital(j) && s.class(j)&(classDeterminer|classPossessive|classTitle|classPreposition) == 0 && !genitive(&s.t.tok[j]) && s.formAt(j) == asPast {
			return false
		}
	}
	return false
}

func (s *scan) quoteAt(i int) bool { return i < s.unit.hi && s.quote[i] >= 0 }

// dashAfter finds the next dash of the unit behind i, -1 for none.
func (s *scan) dashAfter(i int) int {
	for j := i + 1; j < s.unit.hi; j++ {
		if s.dashAt(j) && !s.t.tok[j].is(flagGlued) {
			return j
		}
	}
	return -1
}

// dashBefore says whether a dash opened the clause that a content at lo is in.
func (s *scan) dashBefore(lo int) bool {
	for i := lo - 1; i >= s.unit.lo && lo-i < 12; i-- {
		if s.t.tok[i].kind == dashToken && !s.t.tok[i].is(flagGlued) {
			return true
		}
		if s.low(i) == "," || s.quote[i] >= 0 {
			return false
		}
	}
	return false
}

// completeQuote says whether the quotation that ends at e is a statement of its
// own: it ends with a stop, or nothing but more attribution follows.
func (s *scan) completeQuote(e int) bool {
	q := s.t.quotes[s.quote[e]]
	last := s.low(q.hi - 1)
	if last == "," || s.t.tok[q.hi-1].kind == stopToken {
		return true
	}
	return false
}

// takesOver says whether after a comma at i-1 something begins that belongs to
// another attribution: "adding that", "according to", "he said".
func (s *scan) takesOver(i int) bool {
	if i >= s.unit.hi || s.quote[i] >= 0 {
		return false
	}
	j := i
	if s.class(j)&classAnd != 0 || s.low(j) == "but" || s.low(j) == "while" || s.low(j) == "although" || s.low(j) == "though" {
		return s.sharedCueAt(j+1) || s.newClauseAt(j+1)
	}
	for j < s.unit.hi && s.class(j)&classAdverb != 0 {
		j++
	}
	if c := s.verbAt(j); c != nil && c.kind != kindAct && (c.form == asIng || c.form == asPast && c.kind == kindSay && (s.low(j+1) == "that" || s.class(j+1)&classObject != 0 || c.takes(frameClause) && c.takes(frameQuote) && c.lemma != "ask")) {
		return true
	}
	if c, _, ok := s.r.cues.nouns.match(s.t.tok, j); ok && c.takes(frameSource) {
		return true
	}
	return s.parenthetic(i)
}

// sumsUp says whether the noun phrase at i, behind a comma, is the writer's word
// for what was said: "…, a charge that", "…, a swipe at", "…, another sign of".
func (s *scan) sumsUp(i int) bool {
	if l := s.low(i); l != "a" && l != "an" && l != "another" && l != "the" {
		switch l {
		case "remarks", "words", "comments", "claims", "charges", "allegations", "demands", "conditions":
			return s.low(i+1) == "that" && s.low(i-1) != "and"
		}
		return false
	}
	for j := i + 1; j < i+5 && s.isWord(j); j++ {
		if s.wordIs(j, reportSumming) {
			return s.low(i) != "the" || s.low(j+1) == "that"
		}
		if s.class(j)&(classPreposition|classConjunction|classRelative|classAnd) != 0 {
			return false
		}
	}
	return false
}

// parenthetic says whether "he said" or "Smith told reporters on Friday" and then
// an end stands at i.
func (s *scan) parenthetic(i int) bool {
	for n := 0; n < 8 && i < s.unit.hi && s.quote[i] < 0; n, i = n+1, i+1 {
		if n == 0 && s.formAt(i) == asIng && !s.capital(i) {
			return false // "including cheers and jeers,"
		}
		if c := s.verbAt(i); c != nil && n > 0 && c.kind == kindSay && c.takes(frameQuote) && (c.form == asPast || c.form == asThird) {
			tail := s.clauseTail(i + 1)
			return tail-i < 8 && (tail >= s.unit.hi || s.low(tail) == "," || s.t.tok[tail].kind == stopToken) && s.low(i+1) != "that" && !s.hasComplement(c, i+1, tail)
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) {
			return false
		}
		if s.class(i)&(classConjunction|classRelative|classPreposition) != 0 && s.low(i) != "of" && s.low(i) != "for" {
			return false
		}
	}
	return false
}

func (s *scan) hasComplement(c *cue, i, tail int) bool {
	if c.takes(frameAddressee) {
		i = s.addressee(i)
	}
	j, _ := s.skipAdjuncts(i, c)
	return j < tail && (s.class(j)&(classPronoun|classDeterminer|classPossessive) != 0 || s.low(j) == "that" || s.low(j) == "to")
}

// sharedCueAt says whether a verb of speech without a subject of its own stands
// at i: "… and said".
func (s *scan) sharedCueAt(i int) bool {
	for n := 0; n < 4 && i < s.unit.hi; n, i = n+1, i+1 {
		if s.quote[i] >= 0 {
			return false
		}
		if c := s.verbAt(i); c != nil {
			if n > 0 && c.form == asBase && c.kind == kindSay {
				return s.class(i-1)&classNegation != 0
			}
			if c.kind == kindSay && c.form == asIng {
				return s.gerund || s.low(i+1) == "," || s.low(i+1) == "that" || i+1 < s.unit.hi && s.quote[i+1] >= 0
			}
			return c.kind == kindSay && (c.form == asPast || c.form == asThird && (!s.past || s.low(i+1) == "that")) && (c.form == asPast || n > 0 || s.low(i+1) == "that" || !c.nounToo) && s.class(i+1)&classAuxiliary == 0
		}
		if s.class(i)&(classAdverb|classAuxiliary) == 0 {
			return false
		}
	}
	return false
}

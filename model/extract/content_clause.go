package extract

// Clauses around what was said: those that another clause follows, and those that are
// no part of it.

// opensUnit says whether the clause whose subject begins at lo opens the unit with
// a conjunction, so that the main clause is still to come.
func (s *scan) opensUnit(lo int) bool {
	i := s.behindAnd(lo)
	for i < lo && (s.class(i)&(classAnd|classAdverb) != 0 && s.class(i)&classConjunction == 0 || s.low(i) == "but") {
		i++
	}
	if i+3 < lo && s.class(i)&classPreposition != 0 && s.class(i+1)&classDeterminer != 0 && s.low(i+3) == "when" {
		i += 3 // "At a time when Smith says …, (the board …)"
	}
	switch s.low(i) {
	case "while", "although", "though", "as", "when", "after", "before", "since", "because", "whereas", "once", "until", "if":
	default:
		return false
	}
	for i++; i < lo; i++ {
		if s.low(i) == "," || s.quote[i] >= 0 {
			return false
		}
	}
	return true
}

// clauseOf returns where the clause of a subject begins, which a verb that shares it is in as
// well: "While Smith praised the talks and said A, (he left)".
func (s *scan) clauseOf(sub subject) int {
	if sub.kind == subjectShared && s.unit.lo <= sub.who.lo && sub.who.lo < sub.start {
		return sub.who.lo
	}
	return sub.start
}

// behindAnd returns where the clause of the subject at lo begins that an "and" or "but"
// behind a comma puts beside the first: "Some left, and when Smith said …, a man …".
func (s *scan) behindAnd(lo int) int {
	for i := lo - 1; i > s.unit.lo && lo-i < 12; i-- {
		if s.quote[i] >= 0 {
			break
		}
		if s.low(i) == "," {
			if s.class(i+1)&classAnd != 0 || s.low(i+1) == "but" {
				return i + 1
			}
			break
		}
	}
	return s.unit.lo
}

// mainClauseAt says whether a clause with a subject and a verb of its own begins at i.
func (s *scan) mainClauseAt(i int) bool {
	for i < s.unit.hi && s.class(i)&classAdverb != 0 && s.class(i)&classDeterminer == 0 {
		i++
	}
	if cl := s.class(i); !s.isWord(i) || s.quote[i] >= 0 || cl&(classDeterminer|classPossessive|classPronoun) == 0 && !s.capital(i) {
		return false
	} else if cl&classPronoun != 0 && cl&classDeterminer == 0 {
		return true
	}
	for j := i + 1; j < s.unit.hi && j < i+14 && s.quote[j] < 0; j++ {
		if !s.isWord(j) && !genitive(&s.t.tok[j]) && s.low(j) != "-" {
			return false
		}
		if cl := s.class(j); cl&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[j]) {
			return true
		} else if cl&(classConjunction|classRelative) != 0 && cl&classPreposition == 0 {
			return false
		}
		if c := s.verbAt(j); c != nil && (c.form == asPast || c.form == asThird) && !s.named(j) || s.formAt(j) == asPast {
			return true
		}
		if s.pluralBefore(j-1) && s.class(j) == 0 && !s.capital(j) && s.isWord(j) {
			return true // "the crews stay"
		}
	}
	return false
}

// finiteAt says whether the verb of a main clause stands at i, behind a relative
// clause that a comma ended: "Smith, who says it is over, called for calm".
func (s *scan) finiteAt(i int) bool {
	if i >= s.unit.hi || s.quote[i] >= 0 {
		return false
	}
	for s.class(i)&classAdverb != 0 && i+1 < s.unit.hi {
		i++
	}
	return s.class(i)&(classAuxiliary|classModal|classVerb) != 0 || s.formAt(i) == asPast || s.formAt(i) == asThird
}

// clauseQuoted says whether the quotation at i is a clause of its own, and what stands behind it
// only tells when it was said: "(that) “we are not there yet” on Monday as the talks ended".
func (s *scan) clauseQuoted(i int) bool {
	e := s.quoteEnd(i)
	day := e + 1
	if s.low(day) == "on" || s.low(day) == "late" || s.low(day) == "earlier" {
		day++
	}
	if s.class(day)&classTime == 0 || !s.capital(day) && day == e+1 {
		return false
	}
	for k := i + 1; k < e; k++ {
		if s.class(k)&(classAuxiliary|classModal|classVerb) != 0 && (!genitive(&s.t.tok[k]) || s.class(k-1)&classPronoun != 0 || s.low(k-1) == "there") {
			return true
		}
	}
	return false
}

// newClauseAt says whether a clause with a subject and a verb of speech of its own
// begins at i, behind "and": "… and the envoy vowed to return".
func (s *scan) newClauseAt(i int) bool {
	for n := 0; n < 7 && i < s.unit.hi && s.quote[i] < 0; n, i = n+1, i+1 {
		if !s.isWord(i) && !genitive(&s.t.tok[i]) {
			return false
		}
		if c := s.verbAt(i); c != nil && n > 0 && c.kind == kindSay && (c.form == asPast || c.form == asThird || c.form == asBase && !c.nounToo && s.speaks(i-1) && s.pluralBefore(i-1)) && (!s.named(i) || s.title) {
			return c.takes(frameClause|frameQuote) && s.class(i-1)&classAnd == 0 && !s.goesBy(c, stretch{i, i + 1}) && (s.class(i-1)&(classDeterminer|classPossessive) == 0 || s.aloneDoer(i-1)) && (c.form == asPast || !c.nounToo)
		}
		if n == 0 && s.class(i)&(classDeterminer|classPronoun|classPossessive) == 0 && !s.capital(i) && s.t.tok[i].kind != numberToken && !s.speaks(i) {
			return false
		}
		if cl := s.class(i); n > 0 && cl&(classPreposition|classConjunction|classModal|classRelative|classObject) != 0 && s.low(i) != "of" && cl&classDeterminer == 0 {
			return false
		}
	}
	return false
}

// predicateQuoted says whether the quotation at i begins with the verb of a bare subject that
// opens the unit and ends at the comma hi: "Quell, he added, “has had enough”".
func (s *scan) predicateQuoted(i, hi int) bool {
	if s.quoteAt(i) {
		i = s.t.quotes[s.quote[i]].lo
	}
	return s.low(hi) == "," && s.class(i)&(classAuxiliary|classModal) != 0 && s.heading(s.behindDateline(), hi).hi == hi
}

// phones says whether the one at i, behind "call", is only rung up, as nothing tells what he is
// called: "called Quell to brief him".
func (s *scan) phones(i int) bool {
	end := i + 1
	switch m, ok := s.r.who.nameAt(s.t, i); {
	case ok && s.capital(i):
		end = m.hi
	case s.capital(i) && s.class(i) == 0:
		for end < i+3 && s.capital(end) && s.class(end) == 0 {
			end++
		}
		return end >= s.unit.hi || s.t.tok[end].kind == stopToken || s.class(end)&classTime != 0 || s.low(end) == "back" || s.low(end) == "and" && s.sharedCueAt(end+1)
	case s.low(i) == "her":
		switch s.low(end) {
		case "late", "early", "back", "again", "at", "on", "from", "to", "up", "in":
			return true // "called her late on Monday"
		}
		return end >= s.unit.hi || s.t.tok[end].kind == stopToken
	case s.class(i)&classObject == 0, s.class(i)&classPossessive != 0:
		return false
	}
	return s.low(end) == "late" || s.low(end) == "early" || s.low(end) == "back" || s.low(end) == "again" || end >= s.unit.hi || s.t.tok[end].kind == stopToken || s.class(end)&(classPreposition|classTime) != 0 && s.low(end) != "as"
}

// rings says whether the verb at i tells what a call was made for, and not what it asks:
// "a call to discuss the truce".
func (s *scan) rings(i int) bool { return s.wordIs(i, reportCalling) }

// saysLittle says whether the words from i, behind "said", tell how much was said and not what:
// "said little in public", "said nothing of the toll".
func (s *scan) saysLittle(i int) bool {
	switch s.low(i) {
	case "little", "nothing", "much", "more":
	default:
		return false
	}
	next := i + 1
	if s.low(i) == "much" && s.low(next) == "the" && s.low(next+1) == "same" {
		next += 2
	}
	if s.low(next) == "more" || s.low(next) == "else" {
		next++
	}
	l := s.low(next)
	return next >= s.unit.hi || s.t.tok[next].kind == stopToken || l == "in" || l == "of" || l == "about" || l == "on" || l == "to" || l == "," && !s.quoteAt(next+1) || s.class(next)&classConjunction != 0
}

// staysUnnamed says whether a source only asks that his name be kept back, in the words from i:
// "who asked not to be named".
func (s *scan) staysUnnamed(c *cue, i int) bool {
	switch c.lemma {
	case "ask", "ask for", "request", "insist on", "decline", "refuse", "wish", "want", "prefer":
	default:
		return false
	}
	return s.unnamedFrom(i)
}

// unnamedFrom says whether the words from i ask that nobody be named.
func (s *scan) unnamedFrom(i int) bool {
	for j := i; j < s.unit.hi && j < i+5; j++ {
		if s.low(j) == "called" && s.low(j-1) == "be" {
			return true
		}
		switch s.low(j) {
		case "named", "identified", "anonymous", "anonymity", "quoted", "unnamed":
			return true
		}
	}
	return false
}

// clausal says whether the words from j are a clause with a verb in a tense, and no thing that
// relative clauses tell of: "added the gate was shut", not "added a gate that was shut".
func (s *scan) clausal(j int) bool {
	for i := j; i < s.unit.hi && i < j+30; i++ {
		cl := s.class(i)
		if s.quote[i] >= 0 {
			return i > j && s.verbal(s.t.quotes[s.quote[i]].lo)
		}
		if s.low(i) == "," || i > j && (cl&classConjunction != 0 && cl&classPreposition == 0 || cl&classRelative != 0 || s.low(i) == "what") {
			return false
		}
		if (cl&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i])) || genitive(&s.t.tok[i]) && s.pronounBefore(i) || s.low(i) == "there" {
			return true
		}
		if i > j && s.class(i-1)&classPronoun != 0 && s.class(i-1)&classDeterminer == 0 {
			return true
		}
		if i > j && s.formAt(i) == asPast && s.class(i-1)&(classDeterminer|classPossessive|classPreposition|classAnd) == 0 && !genitive(&s.t.tok[i-1]) || i > j && s.formAt(i) == asThird && s.finiteUnlisted(i) {
			return true
		}
	}
	return false
}

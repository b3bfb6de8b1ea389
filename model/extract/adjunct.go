package extract

// skipAdjuncts passes over what may stand between a cue and its content: "on
// Friday", "in an interview with the paper", "again".
func (s *scan) skipAdjuncts(i int, c *cue) (end int, moved bool) {
	start := i
	for i < s.unit.hi && s.quote[i] < 0 {
		cl, l := s.class(i), s.low(i)
		if (l == "late" || l == "early") && s.low(i+1) == "on" && s.class(i+2)&classTime != 0 {
			i += 3 // "announced late on Thursday that"
			continue
		}
		if e := s.inTerms(i); e > i && i == start {
			start, i = e, e
			continue
		}
		if l == "to" && i == start && s.class(i+1)&classObject != 0 && s.low(i+2) == "as" { // "described to me as"
			start, i = i+2, i+2
			continue
		}
		if e := s.timeFrom(i); e > i {
			i = e
			continue
		}
		switch {
		case l == "(":
			i = s.bracketEnd(i)
			continue
		case s.endsInLy(i) && cl == 0:
			i++
			continue
		case l == "and" && i > start && s.endsInLy(i+1) && s.endsInLy(i-1): // "slowly and clearly"
			i += 2
			continue
		case cl&classTime != 0 && i+1 < s.unit.hi && genitive(&s.t.tok[i+1]):
			return i, i > start
		case l == "only" && (s.low(i+1) == "that" || s.quoteAt(i+1) || s.low(i+1) == "," && s.quoteAt(i+2)):
			i++
			continue
		case cl&classTime != 0 && l != "may" || cl&classAdverb != 0 && cl&(classDeterminer|classNegation) == 0 && l != "only" && l != "even":
			i++
			continue
		case s.dashAt(i) && s.dashAside(i) > i:
			i = s.dashAside(i)
			continue
		case s.amountAt(i), l == "the" && s.class(i+1)&classTime != 0 && s.capital(i+1) && s.isWord(i+2) && s.class(i+2)&(classTime|classAuxiliary|classModal|classPreposition|classDeterminer|classPronoun|classAnd|classConjunction) == 0: // "the Monday call"
			return i, i > start
		case (l == "last" || l == "that" || l == "this" || l == "next" || l == "earlier" || l == "late" || l == "early" || l == "one" || l == "the") && s.class(i+1)&classTime != 0 && !s.genitiveAt(i+2) && !(l == "that" && s.class(i+2)&(classAuxiliary|classModal) != 0):
			i += 2
			continue
		case l == "the" && s.class(i+2)&classTime != 0 && s.low(i+1) != "last":
			return i, i > start
		case cl&classPreposition != 0 && l != "like" && l != "than" && l != "as" && (c.takes(frameClause | frameQuote)) && !(c.takes(framePreposition) && (l == "of" || l == "about" || l == "for" && !s.spell(i) || l == "against" || l == "over")):
			if l == "to" && s.class(i+1)&(classDeterminer|classPossessive|classObject) == 0 && !s.capital(i+1) && !s.pluralBefore(i+1) {
				return i, i > start
			}
			e := s.prepositionalEnd(i)
			if e < 0 {
				return i, i > start
			}
			i = e
			continue
		}
		break
	}
	i = min(i, s.unit.hi)
	return i, i > start
}

// timeFrom returns the end of words at i that tell how long before or after something was said: "a
// week earlier", "two days ago". It returns i for none.
func (s *scan) timeFrom(i int) int {
	k := i
	for n := 0; n < 3 && k < s.unit.hi && (s.class(k)&(classDeterminer|classNumeral) != 0 || s.t.tok[k].kind == numberToken || s.low(k) == "few"); n++ {
		k++
	}
	if k == i || s.class(k)&classTime == 0 {
		return i
	}
	switch s.low(k + 1) {
	case "earlier", "later", "ago":
		if !aboutWord(s.low(k + 2)) { // "said two years ago of “the toll”"
			return k + 2
		}
	}
	return i
}

// inTerms returns where a phrase at i ends that only tells how strongly something is said: "in the
// strongest possible terms". It returns i for none.
func (s *scan) inTerms(i int) int {
	if s.low(i) != "in" {
		return i
	}
	for j := i + 1; j < i+6 && s.isWord(j); j++ {
		if s.low(j) == "terms" && j > i+1 {
			return j + 1
		}
		if s.class(j)&classPreposition != 0 || s.capital(j) {
			break
		}
	}
	return i
}

// endsTerms says whether a word is the last one of such a phrase, and no verb: "in clear terms".
func (s *scan) endsTerms(at stretch) bool {
	for i := at.lo - 2; i >= s.unit.lo && at.lo-i < 6; i-- {
		if s.inTerms(i) == at.hi {
			return true
		}
	}
	return false
}

// spell says whether "for" at i tells how long: "for years", "for the last decade".
func (s *scan) spell(i int) bool {
	for j := i + 1; j < i+4; j++ {
		switch s.low(j) {
		case "decades", "decade", "hours", "minutes", "centuries", "generations", "while", "moment", "moments", "time", "second", "seconds":
			return s.low(i) == "for"
		case "long", "short", "brief":
			continue
		}
		if s.class(j)&classTime != 0 {
			return true
		}
		if s.class(j)&(classDeterminer|classNumeral) == 0 && s.t.tok[min(j, s.unit.hi-1)].kind != numberToken {
			return false
		}
	}
	return false
}

// amountAt says whether what looks like an adjunct at i is how many of a clause's subject there
// are: "said at least nine were hurt", "said over 300 had left".
func (s *scan) amountAt(i int) bool {
	switch s.low(i) {
	case "at":
		return s.low(i+1) == "least" || s.low(i+1) == "most"
	case "as":
		return s.low(i+1) == "many" || s.low(i+1) == "much" || s.low(i+1) == "few"
	case "up":
		if i++; s.low(i) != "to" {
			return false
		}
	case "about", "around", "over", "under", "between":
		if s.low(i+1) == "half" {
			return true
		}
	default:
		return false
	}
	counts := i+1 < s.unit.hi && s.t.tok[i+1].kind == numberToken || s.class(i+1)&classNumeral != 0 && s.class(i+1)&(classPronoun|classDeterminer) == 0
	return counts && s.class(i+2)&classTime == 0
}

// bracketEnd returns the end of what stands in the bracket that opens at i.
func (s *scan) bracketEnd(i int) int {
	for i < s.unit.hi && s.low(i) != ")" {
		i++
	}
	return i + 1
}

// endsInLy says whether an adverb made from an adjective stands at i.
func (s *scan) endsInLy(i int) bool {
	l := s.low(i)
	return len(l) > 4 && l[len(l)-2:] == "ly" && !s.capital(i)
}

// dashAside returns the end of a short aside between dashes at i, else i.
func (s *scan) dashAside(i int) int {
	for j := i + 1; j < s.unit.hi && j < i+7; j++ {
		if s.quote[j] >= 0 {
			return i
		}
		if s.dashAt(j) {
			return j + 1
		}
	}
	return i
}

// prepositionalEnd returns the end of a prepositional phrase at i when what
// follows it can be the content of a cue before it, else -1.
func (s *scan) prepositionalEnd(i int) int {
	for j := i + 1; j < s.unit.hi && j < i+30; j++ {
		if s.quote[j] >= 0 {
			if e := s.quoteEnd(j); s.workTitle(j) {
				j = e
				continue
			}
			return j
		}
		cl, l := s.class(j), s.low(j)
		if l == "that" || l == "," || l == ":" || l == "." || l == "whether" || l == "how" || s.t.tok[j].kind == stopToken || s.dashAt(j) {
			return j
		}
		if j > i+2 && s.class(j-1)&^classBody == 0 && s.isWord(j-1) && s.formAt(j-1) == asBase && (cl&(classDeterminer|classPossessive) != 0 && cl&classPreposition == 0 || l == "there") && s.statesWhere(j-1) && s.clauseAt(j, true) {
			return j // "(said) in a statement the offer was", "in remarks to the daily there were"
		}
		if s.t.tok[j].kind == numberToken && j == i+1 && s.low(i) == "in" && len(l) >= 4 && s.isWord(j+1) && s.class(j+1)&classPreposition == 0 && s.clauseAt(j+1, true) {
			return j + 1 // "(added) in 1987 two billion had"
		}
		if c := s.verbAt(j); c != nil && c.form == asPast && j > i+1 && s.class(j-1) == 0 && s.class(j+1)&classPreposition != 0 && s.pluralBefore(j-1) {
			continue // "in remarks published in the daily"
		}
		if c := s.verbAt(j); c != nil && c.kind == kindSay && (c.form == asIng || c.form == asPast && c.takes(frameClause|framePassive)) && !s.named(j) && s.class(j-1)&classDeterminer == 0 {
			return -1
		}
		if l == "(" {
			for j < s.unit.hi && s.low(j) != ")" {
				j++
			}
			continue
		}
		if cl&classTime != 0 && s.class(j-1)&(classDeterminer|classPossessive) != 0 && s.isWord(j+1) && s.class(j+1) == 0 && s.low(j+2) == "that" {
			continue // "at the February conference that"
		}
		if cl&classTime != 0 && s.class(j+1)&(classTime|classPreposition) == 0 && !(j+1 < s.unit.hi && genitive(&s.t.tok[j+1])) {
			return j + 1
		}
		if j > i+1 && cl&classPronoun != 0 && cl&(classDeterminer|classObject) == 0 && l != "one" && l != "who" {
			if before := s.low(j - 1); before == "before" || before == "after" {
				return -1 // "posted on a page before it arrived"
			}
			return j
		}
		if cl&(classConjunction|classRelative) != 0 && cl&classPreposition == 0 && l != "who" && l != "which" && l != "when" && l != "where" && cl&classAnd == 0 {
			return j
		}
	}
	return s.unit.hi
}

// statesWhere says whether the noun at i, the end of a phrase behind a cue, is of what somebody
// spoke or wrote, or of who published it.
func (s *scan) statesWhere(i int) bool {
	return s.capital(i) || s.class(i)&classBody != 0 || s.r.heads.word(s.t, i)&(hPaper|hSpoken) != 0
}

// workTitle says whether the quotation at i names a work or a programme: its
// longer words have capitals, it is short, and a word before it leads to it.
func (s *scan) workTitle(i int) bool {
	q := s.t.quotes[s.quote[i]]
	if q.hi-q.lo > 10 || !s.isWord(q.open-1) && !genitive(&s.t.tok[max(q.open-1, 0)]) {
		return false
	}
	if l := s.low(q.open - 1); l == "titled" || l == "entitled" || l == "headlined" {
		return true
	}
	if !s.inCapitals(q) {
		return false
	}
	words := 0
	for k := q.lo; k < q.hi; k++ {
		if s.t.tok[k].kind <= numberToken {
			words++
		}
	}
	if words == 1 && q.hi-q.lo == 2 && s.t.tok[q.hi-1].low == "," {
		return s.t.tok[q.lo].is(flagCapital) && (genitive(&s.t.tok[q.open-1]) || s.low(q.open-1) == "of")
	}
	return words > 1
}

// workNamed says whether the quotation at i is the title of what the noun before it calls it:
// "recorded a ballad, “Cold Sea”".
func (s *scan) workNamed(i int) bool {
	q := s.t.quotes[s.quote[i]]
	k := q.open - 1
	if s.low(k) == "," {
		k--
	}
	return k >= s.unit.lo && s.r.heads.word(s.t, k)&hWork != 0 && s.inCapitals(q)
}

// inCapitals says whether the longer words of a quotation begin with a capital.
func (s *scan) inCapitals(q quotation) bool {
	for k := q.lo; k < q.hi; k++ {
		if w := &s.t.tok[k]; w.kind == wordToken && !w.is(flagCapital) && (len(w.low) > 3 || s.r.lex.of(w)&(classPronoun|classAdverb|classAuxiliary|classNegation) != 0 && s.r.lex.of(w)&classDeterminer == 0) {
			return false
		}
	}
	return s.t.tok[q.lo].is(flagCapital)
}

// clauseTail returns where the clause of an attribution ends: at the next comma,
// dash, quotation or stop.
func (s *scan) clauseTail(i int) int {
	for i < s.unit.hi {
		if s.quote[i] < 0 && s.isWord(i) {
			i++
			continue
		}
		if s.quote[i] >= 0 || s.low(i) == "," || s.low(i) == ";" || s.dashAt(i) || s.t.tok[i].kind == stopToken {
			return i
		}
		i++
	}
	return i
}

// clauseBehindPhrase says whether a phrase with a preposition begins at i and a clause goes on
// behind it that nothing leads in: "said despite the storm the talks would go on".
func (s *scan) clauseBehindPhrase(i int) bool {
	if s.class(i)&classPreposition == 0 || s.low(i) == "to" || s.low(i) == "of" {
		return false
	}
	for j := i + 1; j < s.unit.hi; j++ {
		cl := s.class(j)
		switch {
		case s.quote[j] >= 0 || !s.isWord(j) && s.t.tok[j].kind != numberToken && !genitive(&s.t.tok[j]):
			return false
		case cl&(classRelative|classConjunction) != 0 && cl&classPreposition == 0 || s.low(j) == "to":
			return false
		case cl&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[j]):
			return j > i+2
		}
	}
	return false
}

package extract

// Whom somebody addresses, between a cue and what he says: "told the press that".

// addressee returns the end of a noun phrase that somebody is addressed by.
func (s *scan) addressee(i int) int {
	if i >= s.unit.hi || s.quote[i] >= 0 && s.programme(i) < 0 || s.quote[i] < 0 && !s.isWord(i) {
		return i
	}
	cl := s.class(i)
	if cl&classObject != 0 && cl&classPossessive == 0 || s.low(i) == "you" || s.low(i) == "her" && s.objectHer(i) || s.low(i) == "it" {
		return i + 1
	}
	if l := s.low(i); indirectQuestion(l) || l == "that" || l == "if" || l == "to" || cl&classPreposition != 0 {
		return i
	}
	if cl&(classPronoun|classConjunction|classRelative|classAuxiliary|classModal) != 0 && cl&classDeterminer == 0 {
		return i
	}
	if s.formAt(i) == asIng && !s.capital(i) && s.class(i+1)&(classDeterminer|classPossessive) != 0 {
		return i // "advised calling the desk"
	}
	lo := i
	capital := s.capital(i) || s.quote[i] >= 0
	for i < s.unit.hi {
		if s.quote[i] >= 0 { // "told CBS's “Morning Hour” that"
			e := s.programme(i)
			if e < 0 {
				break
			}
			if i = e + 1; s.t.tok[s.t.quotes[s.quote[e]].hi-1].endsClause() {
				break
			}
			continue
		}
		cl, l := s.class(i), s.low(i)
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && l != "-" {
			break
		}
		if i > lo && (s.endsAddressee(i) || capital && s.endsAddressedName(i)) {
			break
		}
		if i > lo && l == "there" && s.class(i+1)&(classAuxiliary|classModal) != 0 {
			break // "told the hall there was no way out"
		}
		if i > lo && !capital && cl&(classDeterminer|classPossessive) != 0 && s.class(i-1)&(classAnd|classPreposition|classDeterminer) == 0 {
			break // "told reporters the deal was off"
		}
		if i > lo && !capital && s.capital(i) && s.class(lo)&(classDeterminer|classPossessive) == 0 && s.class(i-1)&classPreposition == 0 && cl&classTime == 0 && !s.namedListener(i) {
			break // "told reporters Smith had left"
		}
		i++
	}
	return i
}

// somebodyAt says whether a phrase for somebody may begin at i, and no verb: "(said to) the press".
func (s *scan) somebodyAt(i int) bool {
	return s.class(i)&(classDeterminer|classPossessive|classObject) != 0 || s.capital(i) || s.pluralBefore(i)
}

// subjectOfClause says whether a phrase behind a cue is no addressee, as a modal or a form of "be"
// behind it makes it a subject: "warned (Marden) would strike".
func (s *scan) subjectOfClause(c *cue, np stretch) bool {
	return c.takes(frameClause) && s.class(np.hi)&(classModal|classAuxiliary) != 0 && !genitive(&s.t.tok[np.hi]) && s.class(np.lo)&classObject == 0
}

// endsAddressee says whether the word at i is no part of whom somebody addresses before it: a new
// clause, a time or a preposition.
func (s *scan) endsAddressee(i int) bool {
	cl, l := s.class(i), s.low(i)
	switch {
	case indirectQuestion(l), l == "that", l == "to", cl&classPreposition != 0 && l != "of":
		return true
	case cl&classTime != 0 && !(s.capital(i) && s.afterGenitive(i)):
		return true
	}
	return cl&(classConjunction|classRelative|classAuxiliary|classModal|classPronoun) != 0 && !genitive(&s.t.tok[i])
}

// endsAddressedName says whether the word at i is no part of whom somebody addresses by a name
// before it: "told Channel Nine the deal was off".
func (s *scan) endsAddressedName(i int) bool {
	cl := s.class(i)
	if s.capital(i) || cl&(classAnd|classPreposition) != 0 || s.low(i) == "-" || cl&classDeterminer != 0 && s.low(i-1) == "of" {
		return false
	}
	return !s.listeners(i) && !genitive(&s.t.tok[i]) && !s.afterGenitive(i) && !s.genitiveAt(i+1)
}

// programme returns the last token of the title of a programme or the like that opens at
// i, -1 for none.
func (s *scan) programme(i int) int {
	if s.quoteStart(i) != i || !s.workTitle(i) {
		return -1
	}
	return s.quoteEnd(i)
}

// listener says whether the word at i tells what a name beside it is to whom somebody
// tells something: "host", "newspaper".
func (s *scan) listener(i int) bool {
	return s.isWord(i) && s.r.who.noun(&s.t.tok[i])&nounListener != 0
}

// namedListener says whether the name at i belongs to whom is spoken to, and no
// clause begins with it: "told radio host Jane Smith on Friday that".
func (s *scan) namedListener(i int) bool {
	if s.listener(i) || s.listener(i-1) {
		return true // "told state TV the deal", "told radio host Jane Smith the deal"
	}
	for s.capital(i) {
		i++
	}
	return s.low(i) == "that" || s.class(i)&(classTime|classPreposition) != 0 || s.quoteAt(i) || s.low(i) == "," && s.quoteAt(i+1)
}

// listeners says whether the noun at i ends whom a name in front of it belongs to, and
// no clause begins with it: "told FBI agents that", "told Channel 7 he".
func (s *scan) listeners(i int) bool {
	if s.class(i) == 0 && s.formAt(i) == asBase && s.listener(i+1) { // "told Borland state television that"
		i++
	}
	next := s.class(i + 1)
	if s.listener(i) {
		return next&(classAuxiliary|classModal|classVerb) == 0 && s.verbAt(i+1) == nil && (!s.isWord(i+1) || next != 0 || s.capital(i+1) || s.listener(i+1))
	}
	if s.class(i) != 0 || s.t.tok[i].kind == wordToken && !s.pluralBefore(i) {
		return false
	}
	return s.low(i+1) == "that" || s.low(i+1) == "to" || s.low(i+1) == "not" && s.low(i+2) == "to" || next&(classTime|classPreposition) != 0 || next&classPronoun != 0 && next&classDeterminer == 0 || s.quoteAt(i+1) || s.low(i+1) == "," && s.quoteAt(i+2)
}

func (s *scan) afterGenitive(i int) bool { return i > s.unit.lo && genitive(&s.t.tok[i-1]) }

func (s *scan) objectHer(i int) bool {
	return s.class(i+1)&(classDeterminer|classPronoun|classPreposition|classRelative) != 0 || !s.isWord(i+1) || s.low(i+1) == "that" || s.low(i+1) == "to"
}

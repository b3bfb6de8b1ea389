package extract

import "strings"

// The noun phrase that opens a clause, to its verb.

// heading returns the noun phrase that opens a clause at lo.
func (s *scan) heading(lo, before int) stretch {
	for lo < before && s.leadsToSubject(lo) {
		if s.quote[lo] >= 0 {
			return stretch{}
		}
		lo++
	}
	switch {
	case lo >= before:
		return stretch{}
	case s.frontedAdverb(lo):
		return s.heading(lo+1, before)
	case s.onlyFills(lo):
		return stretch{}
	case s.class(lo)&classPronoun != 0:
		return stretch{lo, lo + 1}
	}
	hi := lo
	if s.quantity(lo) {
		hi++
	}
	for hi < before && s.quote[hi] < 0 {
		if s.endsHeading(hi) || hi > lo && s.verbOfHeading(lo, hi) || hi > lo+1 && s.plainVerbOfHeading(hi) {
			break
		}
		if hi > lo+1 && s.low(hi) == "that" { // "Smith accepts that"
			hi--
			break
		}
		hi++
	}
	if hi == lo || !s.nounish(stretch{lo, hi}) {
		return stretch{}
	}
	return stretch{lo, hi}
}

// leadsToSubject says whether the word at i may stand before the subject of its clause and is no
// part of it: "and", "yet", a mark.
func (s *scan) leadsToSubject(i int) bool {
	cl := s.class(i)
	return cl&(classAnd|classAdverb|classConjunction) != 0 && cl&(classDeterminer|classPronoun) == 0 || !s.isWord(i)
}

// frontedAdverb says whether an adverb that no list knows stands before the subject:
// "Simultaneously, he said", "Shortly after Smith spoke".
func (s *scan) frontedAdverb(i int) bool {
	if !strings.HasSuffix(s.low(i), "ly") {
		return false
	}
	next := s.low(i + 1)
	return next == "," && s.class(i+2)&classPronoun != 0 || next == "after" || next == "before"
}

// onlyFills says whether the word at i takes the place of a subject and is none: "there is time",
// "most recently".
func (s *scan) onlyFills(i int) bool {
	if s.low(i) == "there" {
		return true
	}
	return s.low(i) == "most" && s.isWord(i+1) && !s.pluralBefore(i+1) && s.class(i+1)&(classPreposition|classAuxiliary|classModal) == 0
}

// endsHeading says whether the word at i can be no part of a noun phrase before its verb.
func (s *scan) endsHeading(i int) bool {
	cl, owns := s.class(i), genitive(&s.t.tok[i])
	if !s.isWord(i) && !owns && s.low(i) != "-" || cl&classPreposition != 0 && s.low(i) != "of" {
		return true
	}
	helps := cl&(classAuxiliary|classModal|classConjunction|classAdverb|classRelative|classObject) != 0
	return helps && cl&(classDeterminer|classPossessive) == 0 && !owns && !s.t.tok[i].is(flagAllCaps) // "the US" is no "us"
}

// verbOfHeading says whether the word at i is the verb, by its form, of a noun phrase that begins at lo.
func (s *scan) verbOfHeading(lo, i int) bool {
	cl := s.class(i)
	if cl&classDeterminer != 0 || cl&classVerb == 0 && s.verbAt(i) == nil && s.formAt(i) != asPast {
		return false
	}
	return !s.capital(i) && s.class(i-1)&(classDeterminer|classPossessive) == 0 && !s.nounThenVerb(lo, i)
}

// plainVerbOfHeading says whether the word at i is a verb that no list knows, as people in the plural
// stand before it and a preposition behind: "Norse leaders rally around".
func (s *scan) plainVerbOfHeading(i int) bool {
	if s.class(i) != 0 || s.capital(i) || !s.pluralBefore(i-1) || s.low(i-1) == "-" || strings.HasSuffix(s.low(i), "s") {
		return false
	}
	if s.class(i+1)&classPreposition == 0 || s.low(i+1) == "of" {
		return false
	}
	return s.r.who.noun(&s.t.tok[i-1])&(nounMembers|nounUnnamed) != 0 && s.r.who.noun(&s.t.tok[i])&nounVenue == 0
}

// nounThenVerb says whether the word at i, which may be a verb, is the noun that an owner named
// from lo on has put out, as a verb with a tense follows: "Quell's late-night post stunned".
func (s *scan) nounThenVerb(lo, i int) bool {
	if s.r.who.noun(&s.t.tok[i])&nounWords == 0 || s.formAt(i+1) != asPast {
		return false
	}
	for k := lo + 1; k < i; k++ {
		if genitive(&s.t.tok[k]) {
			return true
		}
	}
	return false
}

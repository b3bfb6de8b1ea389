package extract

import "strings"

// beforeAsides finds who opens the clause where all up to the comma k only explains who
// that is, in more than one part: "Smith, a collector of charts, maps and globes, said",
// "Smith, one of the nine who decide what ships pay, a sailor, said". It is empty for none.
func (s *scan) beforeAsides(k int) stretch {
	who := s.opening(k)
	if who.hi <= who.lo || s.low(who.hi) != "," || who.hi+2 > k || !s.nounish(who) || s.class(who.hi-1)&classTime != 0 || who.hi == who.lo+1 && strings.HasSuffix(s.low(who.lo), "ly") {
		return stretch{}
	}
	switch first := s.class(who.hi + 1); {
	case first&(classPronoun|classConjunction|classAnd|classTime|classAuxiliary|classModal) != 0 && first&(classDeterminer|classPossessive|classPreposition) == 0, s.capital(who.hi+1) && first&(classDeterminer|classTitle|classPossessive) == 0:
		return stretch{} // a list, or a clause of its own
	}
	relative, parts := false, 0
	for i := who.hi; i < k; i++ {
		if s.quote[i] >= 0 {
			if !s.workTitle(i) {
				return stretch{}
			}
			i = s.quoteEnd(i)
			continue
		}
		cl, l := s.class(i), s.low(i)
		if l == "," {
			parts++
			continue
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && l != "-" && l != "$" {
			return stretch{}
		}
		relative = relative || l == "who" || l == "whose" || l == "which" || l == "that" || l == "what"
		if !relative && (cl&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i]) || s.finiteCue(i) && !s.modifier(i) && !strings.Contains(s.verbAt(i).lemma, " ") || cl&classPronoun != 0 && cl&(classDeterminer|classPossessive|classObject) == 0) {
			return stretch{}
		}
	}
	if parts < 2 {
		return stretch{}
	}
	return who
}

// withDoer finds who does what a participle behind the comma at k tells, as a phrase with
// "with" tells what that one does before: "with Ada Quell marching up to him, saying".
func (s *scan) withDoer(k int) subject {
	for w := k - 2; w >= s.unit.lo && k-w < 15 && s.quote[w] < 0 && s.low(w) != ","; w-- {
		if s.low(w) != "with" {
			continue
		}
		who := stretch{w + 1, w + 1}
		for s.capital(who.hi) {
			who.hi++
		}
		if who.empty() || s.formAt(who.hi) != asIng {
			break
		}
		return subject{subjectShared, s.list(who), who, k + 1}
	}
	return subject{}
}

// withNamed finds who does what a participle behind the comma at k tells, where a phrase with
// "with" names him behind what he is: "with its head, Ada Quell, calling".
func (s *scan) withNamed(k int) subject {
	lo := k
	for lo > s.unit.lo && k-lo < 5 && s.capital(lo-1) {
		lo--
	}
	if k-lo < 2 || s.low(lo-1) != "," {
		return subject{}
	}
	for w := lo - 2; w > s.unit.lo && lo-w < 8 && s.isWord(w); w-- {
		if s.low(w) == "with" {
			who := stretch{lo, k}
			return subject{subjectOwn, s.list(who), who, w}
		}
		if s.class(w)&(classAuxiliary|classModal|classPreposition) != 0 && s.low(w) != "of" && s.low(w) != "for" {
			break
		}
	}
	return subject{}
}

// cameAway says whether a phrase before a participle is a whole clause that only tells how somebody
// moved: "He flew home (saying)", "Smith came back (saying)".
func (s *scan) cameAway(np stretch) bool {
	v := np.hi - 2
	if v <= np.lo-1 || s.capital(np.hi-1) || s.formAt(v) != asPast && s.class(v)&classVerb == 0 || s.capital(v) {
		return false
	}
	switch s.low(np.hi - 1) {
	case "home", "back", "away", "out", "in", "ashore", "abroad":
		return v > np.lo
	}
	return false
}

// overVerb says whether a phrase before a participle reached back over the verb whose
// object it ends in: "(is) making a pitch to voters (saying)".
func (s *scan) overVerb(np stretch) bool {
	for i := np.lo; i < np.hi-1; i++ {
		next := s.class(i + 1)
		if !s.capital(i) && i > np.lo && s.capital(i-1) && s.class(i) == 0 && s.formAt(i) == asPast && s.class(i+1)&(classPreposition|classTime|classAdverb) != 0 && s.low(i+1) != "by" {
			return true // "Smith started out his speech (saying)"
		}
		if s.capital(i) || next&(classDeterminer|classPossessive|classObject) == 0 && !s.capital(i+1) {
			continue
		}
		if s.class(i)&classVerb != 0 || s.class(i) == 0 && (s.formAt(i) == asPast || s.formAt(i) == asIng && i == np.lo) {
			return true
		}
	}
	return false
}

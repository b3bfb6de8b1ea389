package extract

// Sources of whom more is told before what they say.

// farthestWho is how many words may tell of a source behind "who".
const farthestWho = 16

// sourceOf returns who opens a clause and is told of behind "who" up to a verb at i, with no
// comma between: "An official who asked not to be named (said)", "Two sailors who met Quell
// (said)". It is empty for none.
func (s *scan) sourceOf(i int) stretch {
	k := i - 2
	for ; k > s.unit.lo && i-k <= farthestWho && s.quote[k] < 0 && s.low(k) != "who"; k-- {
		if !s.isWord(k) && !genitive(&s.t.tok[k]) {
			return stretch{}
		}
	}
	if s.low(k) != "who" || !s.isWord(k-1) || s.capital(k-1) || s.quote[k] >= 0 {
		return stretch{}
	}
	for v := k + 1; v < i-1; v++ {
		if c := s.verbAt(v); c != nil && s.finiteCue(v) && c.takes(frameClause) && !s.passive(s.groupStart(v), v) && s.low(v+1) != "to" && s.low(v+1) != "not" && s.class(v+1)&classPreposition == 0 {
			return stretch{}
		}
	}
	who, ok := s.antecedent(k)
	if !ok || !s.nounish(who) || !s.hasTense(k, i) && !s.bareVerb(k+1, i) {
		return stretch{}
	}
	before := who.lo - 1
	for before >= s.unit.lo && s.class(before)&classAdverb != 0 {
		before-- // "So even brokers who (own a boat agree)"
	}
	if l := s.low(before); before < s.unit.lo || l == "," && !s.capital(before-1) || l == "that" || before == s.unit.lo && s.class(before)&classConjunction != 0 || s.class(before)&classAnd != 0 || s.quote[before] >= 0 {
		return who
	}
	return stretch{}
}

// bareVerb says whether the word at v, right behind "who", can only be the verb of its clause,
// though no list knows it: "(brokers who) own a boat (agree)", not "(what) brokers in Salem (agree)".
func (s *scan) bareVerb(v, hi int) bool {
	return hi-v > 1 && s.isWord(v) && s.class(v) == 0 && !s.capital(v) && !s.pluralBefore(v)
}

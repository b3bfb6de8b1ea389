package extract

// Sources of whom more is told before what they say.

// farthestWho is how many words may tell of a source behind "who".
const farthestWho = 16

// sourceOf returns who opens a clause and is told of behind "who" up to a verb at i, with no
// comma between: "An official who asked not to be named (said)", "Two sailors who met Quell
// (said)". It is empty for none.
func (s *scan) sourceOf(i int) stretch {
	for k := i - 2; k > s.unit.lo && i-k <= farthestWho && s.quote[k] < 0 && (s.isWord(k) || genitive(&s.t.tok[k])); k-- {
		if c := s.verbAt(k); c != nil && s.finiteCue(k) && c.takes(frameClause) && !s.passive(s.groupStart(k), k) && s.low(k+1) != "to" && s.low(k+1) != "not" && s.class(k+1)&classPreposition == 0 {
			return stretch{}
		}
		if s.low(k) != "who" {
			continue
		}
		who, ok := s.antecedent(k)
		if !ok || !s.isWord(k-1) || s.capital(k-1) || !s.nounish(who) || !s.hasTense(k, i) {
			return stretch{}
		}
		before := who.lo - 1
		if l := s.low(before); before < s.unit.lo || l == "," && !s.capital(before-1) || l == "that" || s.class(before)&classAnd != 0 || s.quote[before] >= 0 {
			return who
		}
		return stretch{}
	}
	return stretch{}
}

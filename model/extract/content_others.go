package extract

// Where the writer leaves what somebody said for what others say, or for what nobody knows.

// longestAside is how many words an aside may have that tells who somebody is.
const longestAside = 25

// othersTell says whether another's statement begins at i, behind the comma of a content that
// begins at lo: a link word, who it is, perhaps with asides, and a verb that reports: "…, while
// his deputy, Ada Quell, said", "…, and Ada Quell mocked".
func (s *scan) othersTell(lo, i int) bool {
	switch s.low(i) {
	case "and", "but", "while", "whereas", "although", "though":
	default:
		return false
	}
	if s.supposes(lo) || s.clause && !s.hasTense(lo, i-1) {
		return false
	}
	who := s.heading(i+1, s.unit.hi)
	if who.hi <= who.lo || s.class(who.lo)&classPronoun != 0 && s.class(who.lo)&(classDeterminer|classPossessive) == 0 {
		return false
	}
	verb := s.behindAsides(who.hi)
	if verb == who.hi && s.low(verb) == "who" && s.speaks(verb-1) { // "officials who were there said"
		for verb++; verb < s.unit.hi && s.isWord(verb) && s.quote[verb] < 0 && !s.finiteCue(verb); verb++ {
		}
	}
	aside := verb > who.hi
	for s.class(verb)&(classAdverb|classAuxiliary) != 0 {
		verb++
	}
	c := s.verbAt(verb)
	if c == nil || c.form != asPast && c.form != asThird && c.form != asParticiple || c.kind != kindSay && c.kind != kindAct || s.named(verb) || c.form == asThird && c.nounToo {
		return false
	}
	if !aside && !s.speaks(who.hi-1) && !(s.capital(who.hi-1) && s.hasTitle(who)) {
		return false
	}
	return s.reportsAt(verb)
}

// othersGerundAt says whether somebody else and a participle that reports stand at i, behind
// "and": "(Quell saying it was over) and Reyl calling it a start".
func (s *scan) othersGerundAt(i int) bool {
	who := stretch{i, i}
	for who.hi < s.unit.hi && who.hi < i+6 && s.quote[who.hi] < 0 && s.isWord(who.hi) && s.formAt(who.hi) != asIng {
		who.hi++
	}
	c := s.verbAt(who.hi)
	return c != nil && c.form == asIng && c.kind == kindSay && !who.empty() && s.capital(who.hi-1) && s.reportsAt(who.hi)
}

// supposes says whether a content that begins at lo opens with a clause that another depends
// on, which "and" may go on with: "(said) if Altland attacked, and Marden backed it, …".
func (s *scan) supposes(lo int) bool {
	if s.low(lo) == "that" {
		lo++
	}
	switch s.low(lo) {
	case "if", "when", "once", "because", "as", "unless", "although", "while", "after", "before":
		return true
	}
	return false
}

// withTeller says whether words at i tell what another says at the same time: "(denied it,)
// with Quell saying that".
func (s *scan) withTeller(i int) bool {
	if s.low(i) != "with" {
		return false
	}
	for k := i + 2; k < i+9 && (s.isWord(k) || s.low(k) == "-") && s.quote[k] < 0; k++ {
		if c := s.verbAt(k); c != nil && c.form == asIng {
			return c.kind == kindSay && c.takes(frameClause|frameQuote)
		}
		if s.class(k)&(classAuxiliary|classModal|classConjunction) != 0 {
			return false
		}
	}
	return false
}

// didBesides says whether words at i tell what the same one has done besides what is quoted:
// "(threatened “grave steps” if they stay,) and last week doubled the toll".
func (s *scan) didBesides(i int) bool {
	if s.low(i) != "and" {
		return false
	}
	for i++; s.class(i)&(classTime|classAdverb) != 0 || s.low(i) == "last" || s.low(i) == "on" || s.low(i) == "this"; i++ {
	}
	return s.formAt(i) == asPast && s.class(i)&(classAuxiliary|classModal) == 0
}

// hasTense says whether a verb with a tense stands between lo and hi, in quotation marks or not.
func (s *scan) hasTense(lo, hi int) bool {
	for k := lo + 1; k < hi; k++ {
		if s.class(k)&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[k]) || s.formAt(k) == asPast || s.quote[k] >= 0 || s.finiteCue(k) {
			return true
		}
	}
	return false
}

// behindAsides goes right from i, behind a name, over the asides in commas that tell who that
// is or where he spoke. It returns i where none is closed.
func (s *scan) behindAsides(i int) int {
	for n := 0; n < 3 && s.low(i) == ","; n++ {
		end, relative := i+1, false
		for ; end < s.unit.hi && end-i <= longestAside && s.low(end) != ","; end++ {
			l := s.low(end)
			relative = relative || l == "who" || l == "whose" || l == "which" || l == "where"
			if !s.isWord(end) && !genitive(&s.t.tok[end]) && l != "-" || s.quote[end] >= 0 ||
				!relative && (s.class(end)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[end]) || s.finiteCue(end) && !s.modifier(end)) {
				return i
			}
		}
		if s.low(end) != "," || end == i+1 || s.class(i+1)&(classPronoun|classConjunction) != 0 && s.class(i+1)&(classDeterminer|classPreposition|classPossessive|classRelative) == 0 {
			return i
		}
		i = end
		if s.quoteAt(i+1) || s.finiteAt(i+1) || s.formAt(i+1) != asIng && s.verbAt(i+1) != nil {
			return i + 1
		}
	}
	return i
}

// hasTitle says whether a title or an office stands in a phrase: "foreign ministry spokeswoman
// Ada Quell".
func (s *scan) hasTitle(who stretch) bool {
	for k := who.lo; k < who.hi; k++ {
		if s.speaks(k) {
			return true
		}
	}
	return false
}

// reportsAt says whether what the verb at i reports stands right behind it: "mocked the press",
// "declined to comment", "said that".
func (s *scan) reportsAt(i int) bool {
	c, n, ok := s.r.cues.verbs.match(s.t.tok, i)
	if !ok {
		return false
	}
	next := i + n
	switch cl := s.class(next); {
	case s.quoteAt(next):
		return true
	case !s.isWord(next), cl&classAnd != 0:
		return false
	case s.low(next) == "to":
		return c.takes(frameInfinitive)
	case cl&classPreposition != 0 && cl&classDeterminer == 0:
		return c.kind == kindSay && c.takes(frameClause|frameQuote)
	}
	return c.takes(frameClause | frameQuote | frameNoun | frameAddressee)
}

// leavesOpen says whether the words from i on are the writer's own, of what nobody knows yet:
// "but it was unclear if", "and it is not known whether".
func (s *scan) leavesOpen(i int) bool {
	switch s.low(i) {
	case "but", "and", "though", "although", "while":
	default:
		return false
	}
	if s.low(i+1) != "it" {
		return false
	}
	switch s.low(i + 2) {
	case "is", "was", "remains", "remained":
	default:
		return false
	}
	not := false
	for i += 3; s.class(i)&(classAdverb|classNegation) != 0 && s.class(i)&classRelative == 0; i++ {
		not = not || s.class(i)&classNegation != 0
	}
	switch s.low(i) {
	case "unclear", "uncertain", "unknown":
		return true
	case "clear", "known", "certain":
		return not
	}
	return false
}

// aloneDoer says whether the word at i is somebody without a noun: "(and) one (said)".
func (s *scan) aloneDoer(i int) bool {
	switch s.low(i) {
	case "one", "another", "some", "others", "both", "many", "few", "most", "several":
		return s.class(i-1)&(classDeterminer|classPossessive|classPreposition) == 0
	case "other":
		return s.low(i-1) == "the"
	}
	return false
}

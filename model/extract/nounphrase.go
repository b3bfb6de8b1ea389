package extract

import "strings"

// nounish says whether a stretch looks like a subject: it has a capital, a
// determiner or a plural.
func (s *scan) nounish(np stretch) bool {
	for i := np.lo; i < np.hi; i++ {
		if s.capital(i) && i > s.unit.lo || s.class(i)&(classDeterminer|classPossessive|classPronoun|classTitle) != 0 {
			return true
		}
	}
	return s.capital(np.lo) || s.pluralBefore(np.hi-1)
}

// nounPhraseEnding returns the noun phrase whose last token is hi-1, leftwards to
// the beginning of its clause; after a leading preposition only its last chunk.
func (s *scan) nounPhraseEnding(hi int) stretch {
	lo := hi
	for lo > s.unit.lo {
		k := lo - 1
		if s.quote[k] >= 0 {
			// a title of a work inside the phrase
			if q := s.t.quotes[s.quote[k]]; lo < hi && q.hi-q.lo <= 6 && !s.t.tok[max(q.hi-1, q.lo)].endsClause() {
				lo = s.quoteStart(k)
				continue
			}
			break
		}
		cl, l := s.class(k), s.low(k)
		if !s.isWord(k) && !genitive(&s.t.tok[k]) && !(l == "-" && s.t.tok[k].is(flagGlued)) && l != "$" && l != "%" && l != "&" && l != "/" {
			break
		}
		if l == "that" && k == s.unit.lo && lo < hi {
			lo = k // "That letter"
			break
		}
		if l == "that" || l == "what" || cl&classRelative != 0 && l != "that" || cl&classModal != 0 && l != "may" && l != "will" || cl&classAuxiliary != 0 && !genitive(&s.t.tok[k]) {
			break
		}
		if cl&classConjunction != 0 && cl&classPreposition == 0 || l == "as" || l == "but" {
			break
		}
		if cl&classPronoun != 0 && l != "one" && l != "you" && lo < hi && !(cl&classDeterminer != 0 && s.class(k-1)&classPreposition != 0) {
			lo = k
			break
		}
		if c := s.verbAt(k); c != nil && (c.kind == kindSay && !c.nounToo || c.kind == kindSay && c.form == asPast && !s.modifier(k)) && lo < hi {
			break
		}
		if cl&classAnd != 0 && !s.joinsNouns(k) {
			break
		}
		lo--
	}
	return s.lastChunk(lo, hi)
}

// modifier says whether the participle at k stands inside a noun phrase.
func (s *scan) modifier(k int) bool {
	prev := s.class(k - 1)
	return prev&(classDeterminer|classPossessive|classPreposition) != 0 || s.low(k+1) == "by" || k > s.unit.lo && s.r.heads.word(s.t, k-1)&hPaper != 0 && s.class(k+1)&classPreposition != 0 || k > s.unit.lo && s.low(k+1) == "on" && s.speaks(k-1) // "a source briefed on"
}

func (k *token) endsClause() bool { return k.kind == stopToken || k.low == "," }

// joinsNouns says whether "and" at k links two subjects and no clauses.
func (s *scan) joinsNouns(k int) bool {
	if k-1 < s.unit.lo || !s.isWord(k-1) {
		return false
	}
	for i := k - 1; i >= s.unit.lo && k-i < 9; i-- {
		if !s.isWord(i) && !genitive(&s.t.tok[i]) {
			return s.low(i) == "," || s.quote[i] >= 0
		}
		cl := s.class(i)
		if s.low(i) == "both" || cl&(classConjunction|classAdverb) != 0 && i == s.unit.lo && i < k-1 {
			return true // "Both Smith and Jones", "But Smith and Jones"
		}
		if i == k-1 && cl&classPronoun != 0 && cl&classDeterminer == 0 && (i == s.unit.lo || s.class(i-1)&(classConjunction|classAnd) != 0 || s.low(i-1) == ",") {
			return s.class(k+1)&classPossessive != 0 // "She and her aides"
		}
		if cl&(classAuxiliary|classModal|classConjunction) != 0 && cl&classPreposition == 0 || cl&classPronoun != 0 && cl&classDeterminer == 0 || s.verbAt(i) != nil && s.verbAt(i).form != asBase && s.verbAt(i).form != asThird {
			return false
		}
		if i == s.unit.lo {
			return true
		}
	}
	return false
}

// lastChunk trims a clause's beginning off a subject: linking words, and a
// leading "In Iowa" or "After the vote" that no comma parted from it.
func (s *scan) lastChunk(lo, hi int) stretch {
	for lo < hi-1 && (s.class(lo)&(classAnd|classAdverb|classTime) != 0 && s.class(lo)&(classDeterminer|classPronoun) == 0 || s.low(lo) == "far" && s.low(lo-1) == "so") {
		lo++
	}
	if s.class(lo)&(classPreposition|classConjunction) == 0 || s.low(lo) == "at" && (s.low(lo+1) == "least" || s.low(lo+1) == "most") {
		return stretch{lo, hi}
	}
	for k := hi - 1; k > lo; k-- {
		cl := s.class(k)
		if cl&classTime != 0 && k < hi-1 && s.low(k) != "may" {
			return stretch{k + 1, hi}
		}
		if cl&(classDeterminer|classPossessive) != 0 && s.low(k) != "of" {
			if s.low(k-1) == "of" || s.low(k-1) == "for" {
				continue
			}
			return stretch{k, hi}
		}
		if s.capital(k) && !s.capital(k-1) && s.class(k-1)&(classPreposition|classDeterminer|classPossessive|classTitle) == 0 && s.low(k-1) != "-" && s.low(k-1) != "." && !genitive(&s.t.tok[k-1]) {
			return stretch{k, hi}
		}
	}
	return stretch{lo + 1, hi}
}

// opening returns the noun phrase that opens a unit, behind any introduction.
func (s *scan) opening(before int) stretch {
	lo := s.behindDateline()
	if s.introductory(lo) {
		for i := lo; i < before && i < lo+25; i++ {
			if s.low(i) == "," {
				lo = s.behindPlace(i)
				break
			}
		}
	}
	return s.heading(lo, before)
}

// behindDateline returns where the unit's words begin behind a place and an agency
// that a dash parts from them, or behind the colon of a town: "SALEM, N.B. (AP) — The mayor …",
// "NEW SALEM: The mayor …".
func (s *scan) behindDateline() int {
	if s.start < 0 {
		s.start = s.seekDateline()
	}
	return s.start
}

// seekDateline looks for what behindDateline returns.
func (s *scan) seekDateline() int {
	if s.unit.lo != s.para.lo {
		return s.unit.lo
	}
	if s.low(s.unit.lo+1) == ":" && s.class(s.unit.lo)&classKicker != 0 && s.unit.lo+2 < s.unit.hi {
		return s.unit.lo + 2 // "BREAKING: The talks …"
	}
	for i := s.unit.lo; i < s.unit.hi && i < s.unit.lo+12; i++ {
		switch l := s.low(i); {
		case s.dashAt(i):
			if i > s.unit.lo && (s.t.tok[s.unit.lo].is(flagAllCaps) || s.low(i-1) == ")") {
				return i + 1
			}
			return s.unit.lo
		case l == ":" && i > s.unit.lo && s.townAt(s.unit.lo, i):
			return i + 1
		case !s.capital(i) && s.t.tok[i].kind != numberToken && l != "," && l != "." && l != "(" && l != ")" && l != "-":
			return s.unit.lo
		}
	}
	return s.unit.lo
}

// townAt says whether the words from lo to the colon at hi are a seat of government in capitals,
// from where a paragraph is told, and not who speaks.
func (s *scan) townAt(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !s.t.tok[i].is(flagAllCaps) {
			return false
		}
	}
	m, ok := s.r.who.nameAt(s.t, lo)
	return ok && m.seat && m.hi == hi && !s.quoteAt(hi+1)
}

// behindPlace returns where a clause begins behind the comma of its introduction,
// one further where that comma only parts a town from its state: "Speaking in
// Salem, New Hampshire, Smith …".
func (s *scan) behindPlace(comma int) int {
	if !s.capital(comma-1) || s.class(comma-1)&classTime != 0 {
		return comma + 1
	}
	i := comma + 1
	for i < comma+4 && s.capital(i) && s.class(i)&(classTitle|classPronoun|classDeterminer) == 0 {
		i++
	}
	if i > comma+1 && s.low(i) == "," && (s.capital(i+1) || s.class(i+1)&(classPronoun|classDeterminer|classPossessive) != 0) && !s.apposed(i+1) {
		return i + 1
	}
	return comma + 1
}

// apposed says whether the words at i only explain the name before them: a comma
// ends them before any verb does.
func (s *scan) apposed(i int) bool {
	for j := i; j < s.unit.hi && j < i+12; j++ {
		if s.low(j) == "," {
			return true
		}
		if s.class(j)&(classAuxiliary|classModal|classVerb) != 0 || s.verbAt(j) != nil || j > i && s.formAt(j) == asPast {
			return false
		}
	}
	return false
}

// quantity says whether a preposition at i only rounds the number behind it:
// "about 40 sailors".
func (s *scan) quantity(i int) bool {
	return s.class(i)&classPreposition != 0 && i+2 < s.unit.hi && (s.t.tok[i+1].kind == numberToken || s.class(i+1)&classNumeral != 0) && s.isWord(i+2) && s.class(i+2) == 0
}

func (s *scan) introductory(i int) bool {
	if s.quantity(i) && (s.low(i) == "about" || s.low(i) == "over" || s.low(i) == "around" || s.low(i) == "under") {
		return false
	}
	if l := s.low(i); l == "here" || s.low(i+2) == "," && (s.low(i+1) == "later" || s.low(i+1) == "earlier" || s.low(i+1) == "ago") || s.low(i+3) == "," && s.low(i+2) == "later" {
		return true // "Hours later, Smith …", "Here in Rome, Smith …"
	}
	cl := s.class(i)
	if (cl&(classDeterminer|classNumeral) != 0 || s.low(i) == "last" || s.low(i) == "next") && s.class(i+1)&classTime != 0 && !s.genitiveAt(i+2) {
		return s.leadsInTime(i + 2) // "A day before the vote, Smith …", "Last week, Smith …"
	}
	return cl&(classPreposition|classConjunction|classTime) != 0 && cl&classDeterminer == 0 || s.formAt(i) == asIng || s.formAt(i) == asPast
}

// leadsInTime says whether no verb stands between i, behind a time, and the next comma.
func (s *scan) leadsInTime(i int) bool {
	for ; i < s.unit.hi && s.quote[i] < 0; i++ {
		if s.low(i) == "," {
			return true
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) || s.class(i)&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[i]) || s.finiteCue(i) {
			return false
		}
	}
	return false
}

// invertedSubject reads the subject that stands behind a cue: "said Jane Smith".
func (s *scan) invertedSubject(i int) (stretch, bool) {
	lo := i
	if i >= s.unit.hi || s.quote[i] >= 0 || !s.isWord(i) {
		return stretch{}, false
	}
	cl := s.class(i)
	if s.low(i) == "it" {
		return stretch{}, false // "…,” denied it"
	}
	if cl&classPronoun != 0 && s.low(i) != "one" && (cl&classDeterminer == 0 || !s.isWord(i+1)) {
		next := i + 1
		if l := s.low(i); strings.HasPrefix(l, "some") || strings.HasPrefix(l, "every") || strings.HasPrefix(l, "no") || l == "others" { // "said someone in the hall"
			return stretch{i, next}, next >= s.unit.hi || !s.isWord(next) || s.class(next)&(classPreposition|classRelative) != 0
		}
		return stretch{i, next}, next >= s.unit.hi || !s.isWord(next)
	}
	if cl&(classPossessive|classObject) != 0 && !s.isWord(i+1) {
		return stretch{}, false
	}
	if !s.capital(i) && cl&(classDeterminer|classPossessive|classTitle) == 0 && !s.pluralBefore(i) || s.low(i) == "that" || cl&(classTime|classPreposition) != 0 {
		if !s.nounTitle(i) {
			return stretch{}, false
		}
	}
	for i < s.unit.hi && s.quote[i] < 0 {
		cl := s.class(i)
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && s.low(i) != "-" {
			break
		}
		if i > lo+1 && s.low(i-1) == "of" && cl&classObject != 0 && cl&classPossessive == 0 {
			i++ // "said one of them"
			break
		}
		if i > lo && (cl&(classTime|classConjunction|classRelative|classAuxiliary|classPronoun|classObject) != 0 && !s.capital(i) && cl&classDeterminer == 0 && !genitive(&s.t.tok[i]) || cl&classTime != 0 && s.capital(i) && (s.low(i) != "day" || !s.capital(i-1))) {
			break
		}
		if cl&classPreposition != 0 && s.low(i) != "of" && s.low(i) != "for" {
			break
		}
		if next := s.class(i + 1); i > lo && s.low(i) == "of" && s.capital(i-1) && (next&classPossessive != 0 || next&classDeterminer != 0 && !s.capital(i+2)) {
			break // "said Smith of her plan"
		}
		if f := s.formAt(i); i > lo && f == asIng && !s.capital(i) {
			break
		}
		if i > lo && cl&classModal != 0 && !s.capital(i) {
			return stretch{}, false // "(said) the port should close"
		}
		i++
	}
	if i < s.unit.hi && s.class(i)&(classAuxiliary|classModal) != 0 || i > lo && s.genitiveAt(i-1) {
		return stretch{}, false // "(said) Smith's “plan” works"
	}
	return stretch{lo, i}, i > lo
}

// nounTitle says whether a lower-case word before a name is a post: "spokesman".
func (s *scan) nounTitle(i int) bool {
	for n := 0; n < 5 && s.isWord(i); n, i = n+1, i+1 {
		if s.capital(i) {
			return n > 0
		}
		if s.class(i)&(classPreposition|classConjunction|classPronoun|classAuxiliary|classTime) != 0 && (n == 0 || s.low(i) != "of") {
			return false
		}
	}
	return false
}

package extract

import "strings"

// subjectKind says how the subject of a cue was found.
type subjectKind uint8

const (
	subjectNone   subjectKind = iota
	subjectOwn                // stands before the cue
	subjectShared             // that of an earlier verb: "described … but admitted"
)

// subject is who does a cue.
type subject struct {
	kind  subjectKind
	spans []stretch
	who   stretch
	start int // where the attribution begins
}

// groupStart returns the first token of the verb group that ends in a cue at i:
// "has also repeatedly said".
func (s *scan) groupStart(i int) int {
	for i > s.unit.lo && s.quote[i-1] < 0 {
		cl := s.class(i - 1)
		if cl&(classAuxiliary|classModal|classNegation) != 0 || cl&classAdverb != 0 && s.low(i-1) != "all" && s.low(i-1) != "both" {
			i--
			continue
		}
		l := s.low(i - 1)
		if l == "to" || strings.HasSuffix(l, "ly") && s.isWord(i-1) && !s.capital(i-1) {
			i--
			continue
		}
		if (l == "both" || l == "all" || l == "each") && i-2 >= s.unit.lo && s.isWord(i-2) && s.class(i-2)&(classPreposition|classConjunction|classRelative) == 0 {
			i-- // "Smith and Jones both said"
			continue
		}
		if j := s.beforeTime(i); j < i {
			i = j
			continue
		}
		break
	}
	return i
}

// beforeTime passes to the left over a time between a subject and its verb:
// "Smith on Friday said", "Smith last week said".
func (s *scan) beforeTime(i int) int {
	j := i
	for j > s.unit.lo && s.class(j-1)&classTime != 0 && s.low(j-1) != "may" {
		j--
	}
	if j == i {
		return i
	}
	switch s.low(j - 1) {
	case "last", "this", "on", "earlier", "late", "early", "next":
		j--
	}
	if j <= s.unit.lo || !s.isWord(j-1) && s.low(j-1) != ")" || s.class(j-1)&(classPreposition|classDeterminer|classPossessive) != 0 {
		return i
	}
	return j
}

// afterTime passes to the right over a time that groupStart took in.
func (s *scan) afterTime(i, verb int) int {
	for j := i; j < verb; j++ {
		if s.class(j)&classTime != 0 {
			i = j + 1
		}
	}
	return i
}

// isVerb tells a cue that is a verb of its clause from a noun or a participle
// that looks like it: "the proposed deal", "his claims", "a report by".
func (s *scan) isVerb(c *cue, at stretch, group int) bool {
	prev := group - 1
	direct := s.low(at.lo - 1)
	pc := s.class(prev)
	helped := group < at.lo
	if c.takes(frameFinite) && (c.form == asBase || c.form == asIng && !helped) || s.named(at.lo) {
		return false
	}
	if s.ownedNoun(group, at.lo) {
		return false
	}
	switch c.form {
	case asPast, asParticiple:
		if s.low(at.hi) == "by" {
			return false
		}
		if s.passive(group, at.lo) {
			return false
		}
		if !helped && pc&(classDeterminer|classPossessive) != 0 && pc&(classPronoun|classNumeral) == 0 || s.low(prev) == "'s" && !helped {
			return false
		}
		if c.form == asParticiple && !helped {
			return false
		}
	case asBase:
		if !helped {
			if s.low(prev) == "," && c.lemma == "say" {
				return s.followsLikeVerb(c, at.hi)
			}
			if prev < s.unit.lo || pc&(classDeterminer|classPossessive|classPreposition|classObject) != 0 && pc&(classPronoun|classRelative) == 0 {
				return false
			}
			if pc&classPronoun != 0 {
				l := s.low(prev)
				return l != "he" && l != "she" && l != "it" && l != "one"
			}
			return s.pluralBefore(prev) || !c.nounLike() && s.isWord(prev) && pc&(classConjunction|classAdverb) == 0 && c.kind == kindSay
		}
		return s.low(at.lo-1) == "to" || s.hasHelper(group, at.lo) || s.pluralBefore(prev)
	case asThird:
		if !helped && (pc&(classDeterminer|classPossessive|classPreposition) != 0 && pc&(classPronoun|classRelative) == 0 || s.low(prev) == "'s" || s.low(prev) == "'") {
			return false
		}
		if prev < s.unit.lo || !s.isWord(prev) && s.low(prev) != "," && s.low(prev) != ")" && s.quote[prev] < 0 && s.t.tok[prev].kind != dashToken {
			return false
		}
		if pc&classPronoun != 0 {
			l := s.low(prev)
			return l == "he" || l == "she" || l == "it" || l == "who" || l == "one" || l == "everyone" || l == "someone" || l == "nobody" || l == "another"
		}
		if !s.capital(prev) && s.isWord(prev) && c.nounLike() && !s.followsLikeVerb(c, at.hi) {
			return false
		}
	case asIng:
		if direct == "'s" && !helped || pc&(classDeterminer|classPossessive) != 0 && !helped {
			return false
		}
	}
	return true
}

// named says whether the word at i is part of a name: a capital inside a
// sentence that is not written in title case.
func (s *scan) named(i int) bool {
	return !s.title && i > s.unit.lo && s.capital(i) && s.t.tok[i-1].kind <= numberToken
}

// ownedNoun says whether a genitive stands in the group: "the mayor's comments".
func (s *scan) ownedNoun(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if genitive(&s.t.tok[i]) && s.class(i-1)&(classPronoun|classRelative) == 0 {
			return true
		}
	}
	return false
}

// nounLike says whether the third person of a cue is a plural noun as well.
func (c *cue) nounLike() bool {
	switch c.lemma {
	case "say", "tell", "believe", "think", "insist", "argue", "add", "write", "know", "want", "agree", "deny", "oppose", "explain", "describe", "seek", "accuse", "contend":
		return false
	}
	return !strings.Contains(c.lemma, " ")
}

// followsLikeVerb says whether what follows a doubtful form reads like a verb's
// complement.
func (s *scan) followsLikeVerb(c *cue, i int) bool {
	cl := s.class(i)
	return s.low(i) == "that" || cl&(classDeterminer|classPossessive|classPronoun|classObject) != 0 || s.capital(i) || i < s.unit.hi && s.quote[i] >= 0
}

// passive says whether the group from lo to hi ends in a form of "be".
func (s *scan) passive(lo, hi int) bool {
	for i := hi - 1; i >= lo; i-- {
		switch s.low(i) {
		case "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m", "get", "got", "isn't", "aren't", "wasn't", "weren't":
			return true
		case "'s":
			return i > s.unit.lo && s.class(i-1)&classPronoun != 0 && false
		case "has", "have", "had", "'ve", "did", "do", "does":
			return false
		}
	}
	return false
}

func (s *scan) hasHelper(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.class(i)&(classAuxiliary|classModal) != 0 {
			return true
		}
	}
	return false
}

// pluralBefore guesses whether token i can be the plural subject of a base form.
func (s *scan) pluralBefore(i int) bool {
	l := s.low(i)
	if s.class(i)&(classRelative|classAnd) != 0 {
		return s.class(i)&classRelative != 0
	}
	switch l {
	case "people", "men", "women", "many", "most", "some", "both", "others", "few", "all", "police", "percent", "%", ")":
		return true
	}
	return s.isWord(i) && len(l) > 3 && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && s.class(i)&classPossessive == 0
}

// subject finds who does the verb group that begins at group.
func (s *scan) subject(c *cue, group int, at stretch) subject {
	k := group - 1
	if s.low(group) == "to" && group < at.lo {
		return s.shared(group)
	}
	switch {
	case k < s.unit.lo:
		return s.shared(group)
	case s.quote[k] >= 0:
		if q := s.t.quotes[s.quote[k]]; s.workTitle(k) && s.low(q.hi-1) == "," && c.form != asIng { // 'Smith, host of "Morning Hour," said'
			return s.beforeAside(q.hi-1, group)
		}
		return s.shared(group)
	case s.low(k) == "who" || s.low(k) == "which" || s.low(k) == "that" && s.class(k-1)&classPreposition == 0:
		if who, ok := s.antecedent(k); ok {
			return subject{subjectOwn, []stretch{who, {k, k + 1}}, who, who.lo}
		}
		return subject{subjectOwn, []stretch{{k, k + 1}}, stretch{k, k + 1}, k}
	case s.class(k)&classPronoun != 0:
		return subject{subjectOwn, []stretch{{k, k + 1}}, stretch{k, k + 1}, k}
	case s.low(k) == "," || s.low(k) == ")" || s.t.tok[k].kind == dashToken:
		if c.form == asIng {
			return s.shared(group)
		}
		return s.beforeAside(k, group)
	case s.class(k)&(classAnd|classConjunction) != 0 || s.low(k) == "then":
		return s.shared(group)
	case !s.isWord(k) && !genitive(&s.t.tok[k]) && s.low(k) != "%":
		return s.shared(group)
	}
	np := s.nounPhraseEnding(k + 1)
	if np.lo >= np.hi {
		return s.shared(group)
	}
	if c.takes(frameQuote) {
		np = s.backToQuote(np)
	}
	np = s.withRelative(np)
	return subject{subjectOwn, []stretch{np}, np, np.lo}
}

// withRelative widens a subject that is the rest of a relative clause by what the
// clause is about: "the board that runs the harbour".
func (s *scan) withRelative(np stretch) stretch {
	rel := np.lo - 1
	if rel-1 < s.unit.lo || s.class(rel)&classRelative == 0 || !s.isWord(rel-1) || s.verbAt(rel-1) != nil || s.capital(np.lo) {
		return np
	}
	if l := s.low(np.lo); s.class(np.lo)&(classAuxiliary|classVerb) == 0 && s.formAt(np.lo) != asPast && (len(l) < 3 || l[len(l)-1] != 's') {
		return np
	}
	if head := s.nounPhraseEnding(rel); head.lo < head.hi && s.nounish(head) {
		return stretch{head.lo, np.hi}
	}
	return np
}

// backToQuote widens a subject to the end of a quotation shortly before it when
// nothing but more of its name stands between: “…,” the head of X and Y said.
func (s *scan) backToQuote(np stretch) stretch {
	for i := np.lo - 1; i >= s.unit.lo && np.lo-i < 30; i-- {
		if s.quote[i] >= 0 {
			if q := s.t.quotes[s.quote[i]]; i+1 < np.lo && s.class(i+1)&(classConjunction|classAnd) == 0 && s.quoteEnd(i) == i && s.t.tok[q.hi-1].endsClause() {
				return stretch{i + 1, np.hi}
			}
			return np
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) || s.finiteCue(i) || s.class(i)&(classAuxiliary|classModal|classPronoun|classRelative) != 0 && !genitive(&s.t.tok[i]) {
			return np
		}
	}
	return np
}

// finiteCue says whether a verb of speech with a tense stands at i.
func (s *scan) finiteCue(i int) bool {
	c := s.verbAt(i)
	return c != nil && c.kind == kindSay && (c.form == asPast || c.form == asThird) && !s.named(i)
}

// antecedent finds the noun phrase that "who" at k is about.
func (s *scan) antecedent(k int) (stretch, bool) {
	hi := k
	if s.low(hi-1) == "," {
		hi--
	}
	np := s.nounPhraseEnding(hi)
	return np, np.lo < np.hi
}

// beforeAside finds the head before an aside that ends at k, a comma, bracket or
// dash: "Smith, the leader of the bloc, said".
func (s *scan) beforeAside(k, group int) subject {
	mark, open := s.low(k), s.low(k)
	if mark == ")" {
		open = "("
	}
	// "Rep. Smith (R-Ohio), a leader, said"
	for i := k - 1; i > s.unit.lo && k-i < 40; i-- {
		if s.quote[i] >= 0 && mark != "," {
			continue
		}
		if s.low(i) != open {
			continue
		}
		np := s.nounPhraseEnding(i)
		if np.lo < np.hi && s.nounish(np) {
			if mark == "," && s.low(i-1) == ")" {
				return s.beforeAside(i-1, group)
			}
			// "Smith, at a meeting in Columbus, Ohio, said"
			if mark == "," && s.class(np.lo-1)&classPreposition != 0 && s.low(np.lo-2) == "," {
				i = np.lo - 1
				continue
			}
			// an apposition begins with a name, an article or a number
			if mark == "," && !s.apposition(i+1, k) {
				break
			}
			return subject{subjectOwn, []stretch{np}, np, np.lo}
		}
		if mark == "," && s.low(i-1) == ")" {
			sub := s.beforeAside(i-1, group)
			if sub.kind == subjectOwn {
				return sub
			}
		}
		if mark != "," {
			break
		}
	}
	return s.shared(group)
}

// apposition says whether lo to hi can stand between a name and its verb.
func (s *scan) apposition(lo, hi int) bool {
	cl := s.class(lo)
	if s.low(lo) == "who" || s.low(lo) == "which" || s.low(lo) == "whose" {
		return true
	}
	if cl&(classPronoun|classConjunction) != 0 && cl&(classPreposition|classDeterminer) == 0 {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.class(i)&classRelative != 0 {
			break // what it did, not what is said here
		}
		if c := s.verbAt(i); c != nil && c.kind == kindSay && (c.form == asPast) && s.class(lo)&classRelative == 0 && i > lo {
			return false
		}
	}
	return true
}

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
		if !s.isWord(k) && !genitive(&s.t.tok[k]) && l != "-" && l != "$" && l != "%" && l != "&" && l != "/" {
			break
		}
		if l == "that" || cl&classRelative != 0 && l != "that" || cl&classModal != 0 && l != "may" && l != "will" || cl&classAuxiliary != 0 && !genitive(&s.t.tok[k]) {
			break
		}
		if cl&classConjunction != 0 && cl&classPreposition == 0 || l == "as" || l == "but" {
			break
		}
		if cl&classPronoun != 0 && l != "one" && l != "you" && lo < hi {
			lo = k
			break
		}
		if c := s.verbAt(k); c != nil && (c.kind == kindSay && !c.nounLike() || c.kind == kindSay && c.form == asPast && !s.modifier(k)) && lo < hi {
			break
		}
		if cl&classAnd != 0 && !s.joinsNouns(k, hi) {
			break
		}
		lo--
	}
	return s.lastChunk(lo, hi)
}

// modifier says whether the participle at k stands inside a noun phrase.
func (s *scan) modifier(k int) bool {
	prev := s.class(k - 1)
	return prev&(classDeterminer|classPossessive|classPreposition) != 0 || s.low(k+1) == "by"
}

func (k *token) endsClause() bool { return k.kind == stopToken || k.low == "," }

// joinsNouns says whether "and" at k links two subjects and no clauses.
func (s *scan) joinsNouns(k, hi int) bool {
	if k-1 < s.unit.lo || !s.isWord(k-1) {
		return false
	}
	for i := k - 1; i >= s.unit.lo && k-i < 9; i-- {
		if !s.isWord(i) && !genitive(&s.t.tok[i]) {
			return s.low(i) == ","
		}
		if s.class(i)&(classAuxiliary|classModal|classPronoun|classConjunction) != 0 && s.class(i)&classPreposition == 0 || s.verbAt(i) != nil && s.verbAt(i).form != asBase && s.verbAt(i).form != asThird {
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
	for lo < hi-1 && s.class(lo)&(classAnd|classAdverb|classTime) != 0 && s.class(lo)&(classDeterminer|classPronoun) == 0 {
		lo++
	}
	if s.class(lo)&(classPreposition|classConjunction) == 0 {
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

// shared finds the subject of a verb that has none of its own: that of the
// attribution before it in the unit, else the one that the unit begins with.
func (s *scan) shared(group int) subject {
	np := s.opening(group)
	for i := len(s.found) - 1; i >= 0; i-- {
		f := s.found[i]
		if f.cue.lo < group && len(f.speaker) > 0 && (np.lo >= np.hi || !f.inner && f.cue.lo >= np.lo) {
			return subject{subjectShared, f.speaker, f.who, group}
		}
	}
	if np.lo >= np.hi {
		return subject{kind: subjectNone, start: group}
	}
	return subject{subjectShared, []stretch{np}, np, group}
}

// opening returns the noun phrase that opens a unit, behind any introduction.
func (s *scan) opening(before int) stretch {
	lo := s.unit.lo
	if s.introductory(lo) {
		for i := lo; i < before && i < lo+25; i++ {
			if s.low(i) == "," {
				lo = i + 1
				break
			}
		}
	}
	for lo < before && (s.class(lo)&(classAnd|classAdverb|classConjunction) != 0 && s.class(lo)&(classDeterminer|classPronoun) == 0 || !s.isWord(lo)) {
		if s.quote[lo] >= 0 {
			return stretch{}
		}
		lo++
	}
	if lo >= before {
		return stretch{}
	}
	if s.class(lo)&classPronoun != 0 {
		return stretch{lo, lo + 1}
	}
	hi := lo
	for hi < before && s.quote[hi] < 0 {
		cl := s.class(hi)
		if !s.isWord(hi) && !genitive(&s.t.tok[hi]) && s.low(hi) != "-" || cl&(classAuxiliary|classModal|classConjunction|classAdverb|classRelative|classObject) != 0 && cl&classDeterminer == 0 && !genitive(&s.t.tok[hi]) {
			break
		}
		if cl&classPreposition != 0 && s.low(hi) != "of" {
			break
		}
		if hi > lo && !s.capital(hi) && s.class(hi-1)&(classDeterminer|classPossessive) == 0 && (cl&classVerb != 0 || s.verbAt(hi) != nil || s.formAt(hi) == asPast) && cl&classDeterminer == 0 {
			break
		}
		hi++
	}
	if hi == lo || !s.nounish(stretch{lo, hi}) {
		return stretch{}
	}
	return stretch{lo, hi}
}

func (s *scan) introductory(i int) bool {
	cl := s.class(i)
	return cl&(classPreposition|classConjunction|classTime) != 0 && cl&classDeterminer == 0 || s.formAt(i) == asIng || s.formAt(i) == asPast
}

// invertedSubject reads the subject that stands behind a cue: "said Jane Smith".
func (s *scan) invertedSubject(i int) (stretch, bool) {
	lo := i
	if i >= s.unit.hi || s.quote[i] >= 0 || !s.isWord(i) {
		return stretch{}, false
	}
	cl := s.class(i)
	if cl&classPronoun != 0 && s.low(i) != "one" && (cl&classDeterminer == 0 || !s.isWord(i+1)) {
		next := i + 1
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
		if i > lo && (cl&(classTime|classConjunction|classRelative|classAuxiliary|classPronoun|classObject) != 0 && !s.capital(i) && cl&classDeterminer == 0 && !genitive(&s.t.tok[i]) || cl&classTime != 0 && s.capital(i)) {
			break
		}
		if cl&classPreposition != 0 && s.low(i) != "of" && s.low(i) != "for" {
			break
		}
		if f := s.formAt(i); i > lo && f == asIng && !s.capital(i) {
			break
		}
		i++
	}
	if i < s.unit.hi && s.class(i)&(classAuxiliary|classModal) != 0 {
		return stretch{}, false
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

package extract

import "strings"

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
		if s.low(i) == "to" && s.class(i-1)&classTime != 0 {
			break // "wrote on Friday to say"
		}
		if s.low(i) == "likely" && (l == "more" || l == "less" || l == "most" || l == "equally") {
			i--
			continue
		}
		if l == "but" && s.low(i-2) == "all" && s.isWord(i-3) {
			i -= 2 // "Smith all but called it"
			continue
		}
		if l == "to" || strings.HasSuffix(l, "ly") && s.isWord(i-1) && !s.capital(i-1) {
			i--
			continue
		}
		if (l == "both" || l == "all" || l == "each") && i-2 >= s.unit.lo && s.isWord(i-2) && s.class(i-2)&(classPreposition|classConjunction|classRelative) == 0 {
			i-- // "Smith and Jones both said"
			continue
		}
		if i > s.unit.lo+1 && s.formAt(i) == asIng && s.leadsIn(i-1) {
			i-- // "kept asking", "was heard shouting"
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

// leadsIn says whether the verb at i only says how another goes on or is noticed.
func (s *scan) leadsIn(i int) bool {
	switch s.low(i) {
	case "kept", "keeps", "keep", "began", "started", "starts", "begins", "continued", "continues", "stopped":
		return true
	case "heard", "overheard", "seen", "shown", "caught":
		return s.passive(s.groupStart(i), i)
	}
	return false
}

// beforeTime passes to the left over a time between a subject and its verb:
// "Smith on Friday said", "Smith last week said".
func (s *scan) beforeTime(i int) int {
	j := i
	for j > s.unit.lo && s.class(j-1)&classTime != 0 && s.low(j-1) != "may" {
		j--
	}
	if l := s.low(i - 1); s.low(i-3) == "at" && (l == "time" || l == "point" || l == "moment") && s.class(i-2)&classDeterminer != 0 && s.isWord(i-4) {
		return i - 3 // "Smith at that time said"
	}
	if l := s.low(i - 3); s.low(i-2) == "that" && (l == "later" || l == "earlier") && s.isWord(i-4) {
		return i - 3 // "Smith later that day said"
	}
	if s.low(i-3) == "in" && s.low(i-2) == "the" && s.low(i-1) == "past" && s.class(i-4)&classAuxiliary != 0 {
		return i - 3 // "who has in the past described"
	}
	if j == i {
		return i
	}
	switch s.low(j - 1) {
	case "last", "this", "on", "earlier", "late", "early", "next":
		j--
	case "past":
		if s.low(j-2) == "this" {
			j -= 2
		}
	}
	aside := s.low(j-1) == "," && (s.low(j) == "on" || s.low(j) == "last" || s.low(j) == "this") // "Smith, who left early, on Friday said"
	if j <= s.unit.lo || !s.isWord(j-1) && s.low(j-1) != ")" && !aside || s.class(j-1)&(classPreposition|classDeterminer|classPossessive) != 0 {
		return i
	}
	return j
}

// afterTime passes to the right over a time that groupStart took in.
func (s *scan) afterTime(i, verb int) int {
	if s.low(i) == "at" && i+3 <= verb {
		i += 3
	}
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
	if c.lemma == "convince" && (direct == "remain" || direct == "remains" || direct == "remained") {
		return false
	}
	if c.takes(frameFinite) && (c.form == asBase || c.form == asIng && !helped && direct != "," && !s.behindParticiple(at.lo)) || s.named(at.lo) {
		return false
	}
	if s.ownedNoun(group, at.lo) {
		return false
	}
	if c.form == asThird && c.nounToo && s.low(at.hi) == "and" && !helped && s.class(at.hi+1) == 0 && s.pluralBefore(at.hi+1) {
		return false // "trade disputes and ties rankle"
	}
	switch c.form {
	case asPast, asParticiple:
		if s.low(at.hi) == "by" && s.class(at.hi+1)&classMeans == 0 {
			return false
		}
		if s.passive(group, at.lo) || s.goesBy(c, at) {
			return false
		}
		if s.quotesWhatItBears(at, prev) {
			return c.form == asPast
		}
		if !s.hasHelper(group, at.lo) && pc&(classDeterminer|classPossessive) != 0 && pc&(classPronoun|classNumeral) == 0 && !((s.aloneDoer(prev) || s.withHer(prev)) && s.followsLikeVerb(at.hi)) || s.low(prev) == "'s" && !helped {
			return false
		}
		if c.form == asParticiple && !helped {
			return false
		}
	case asBase:
		if direct == "no" {
			return false // "had no comment"
		}
		if !helped {
			if s.low(prev) == "," && c.lemma == "say" {
				return s.followsLikeVerb(at.hi) || s.pluralBefore(at.hi)
			}
			if pc&classAnd != 0 && s.quoteAt(at.hi) && c.takes(frameQuote) {
				return true // "point at the sea and cry “…”"
			}
			if pc&classNumeral != 0 && s.class(prev-1)&classDeterminer != 0 && c.takes(frameQuote) && s.endsQuote(prev-2) {
				return true // "the two write"
			}
			if prev < s.unit.lo || pc&(classDeterminer|classPossessive|classPreposition|classObject) != 0 && pc&(classPronoun|classRelative) == 0 {
				_, ok := s.whoseWord(at.lo)
				return ok && c.lemma == "say" && s.followsLikeVerb(at.hi)
			}
			if pc&classPronoun != 0 {
				l := s.low(prev)
				return l != "he" && l != "she" && l != "it" && l != "one"
			}
			if s.low(at.hi) == "that" && s.capital(prev) && s.manyOf(prev) {
				return true // "Economists at Marden Bank estimate that"
			}
			return s.pluralBefore(prev) || !c.nounToo && s.isWord(prev) && pc&(classConjunction|classAdverb) == 0 && c.kind == kindSay
		}
		return s.low(at.lo-1) == "to" || s.hasHelper(group, at.lo) || s.pluralBefore(prev)
	case asThird:
		if (s.class(at.lo-1)&classAuxiliary != 0 || direct == "to") && c.nounToo {
			return false // "there were shouts", "replied to claims"
		}
		if !helped && c.nounToo && (s.pluralNoun(at) || s.pluralHead(at, prev)) {
			return false
		}
		if !helped && (pc&(classDeterminer|classPossessive|classPreposition) != 0 && pc&(classPronoun|classRelative) == 0 || s.low(prev) == "'s" || s.low(prev) == "'") {
			return false
		}
		if c.nounToo && !helped && direct == "," && s.low(at.hi) == "that" && c.lemma == "state" {
			return false // "Altland and Marden, states that vote in May"
		}
		if c.nounToo && !helped && s.formAt(prev) == asPast && pc == 0 && !s.capital(prev) && s.class(prev-1)&classDeterminer == 0 {
			return false // "the board renewed claims"
		}
		if c.nounToo && !helped && prev >= s.unit.lo && s.quote[prev] >= 0 && !s.endsClauseQuote(prev) && c.lemma != "read" {
			return false // "“harbour expense” reports"
		}
		if prev < s.unit.lo || at.lo == s.behindDateline() || !s.isWord(prev) && s.low(prev) != "," && s.low(prev) != ")" && s.quote[prev] < 0 && s.t.tok[prev].kind != dashToken {
			return false
		}
		if pc&classPronoun != 0 {
			l := s.low(prev)
			return l == "he" || l == "she" || l == "it" || l == "who" || l == "one" || l == "everyone" || l == "someone" || l == "nobody" || l == "another"
		}
		if !s.capital(prev) && s.isWord(prev) && c.nounToo && pc&classRelative == 0 && !s.followsLikeVerb(at.hi) && !s.closesReport(prev, at.hi) && !(c.takes(frameQuote) && s.quotesBehindComma(at.hi)) {
			return false
		}
	case asIng:
		if _, _, noun := s.r.cues.nouns.match(s.t.tok, at.lo); noun && !helped && s.isWord(prev) && s.class(prev) == 0 && !s.capital(prev) && !s.pluralBefore(prev) && !s.speaks(prev) && s.class(prev-1)&(classDeterminer|classPossessive) != 0 {
			return false // "a stern warning about"
		}
		if !helped && direct != "," && s.capital(at.hi) && s.class(prev) == 0 && s.isWord(prev) && !s.capital(prev) && !s.pluralBefore(prev) && s.class(prev-1)&classPreposition != 0 {
			return false // "the head of financial reporting Ada Quell"
		}
		if c.lemma == "regard" && !helped {
			return false // a preposition
		}
		if direct == "'s" && !helped || pc&(classDeterminer|classPossessive) != 0 && !helped {
			return false
		}
	}
	return true
}

// manyOf says whether the name that ends at i only tells of which house those are who are named
// before it at the beginning of the unit: "Brokers at Marden Bank".
func (s *scan) manyOf(i int) bool {
	for i > s.unit.lo && s.capital(i) {
		i--
	}
	return i > s.unit.lo && s.class(i)&classPreposition != 0 && s.pluralBefore(i-1) && s.speaks(i-1) && i-s.unit.lo < 4
}

// quotesBehindComma says whether a quotation stands behind the comma at i, or behind an
// aside of a few words that it opens: "(reads), in part, “…”".
func (s *scan) quotesBehindComma(i int) bool {
	if s.low(i) != "," || i+1 >= s.unit.hi {
		return false
	}
	e := i
	if !s.quoteAt(i + 1) {
		e = s.clauseTail(i + 1)
	}
	return e < i+5 && s.low(e) == "," && s.quoteAt(e+1)
}

// negated says whether a negation stands in lo to hi.
func (s *scan) negated(lo, hi int) bool { return s.hasClass(lo, hi, classNegation) }

// hasClass says whether a word of a class stands in lo to hi.
func (s *scan) hasClass(lo, hi int, of class) bool {
	for i := lo; i < hi; i++ {
		if s.class(i)&of != 0 {
			return true
		}
	}
	return false
}

// passive says whether the group from lo to hi ends in a form of "be".
func (s *scan) passive(lo, hi int) bool {
	for i := hi - 1; i >= lo; i-- {
		switch s.low(i) {
		case "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m", "get", "got", "isn't", "aren't", "wasn't", "weren't":
			return true
		case "'s", "has", "have", "had", "'ve", "did", "do", "does":
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
	if l == "police" && s.low(i-1) == "a" {
		return false // "a police report"
	}
	switch l {
	case "people", "men", "women", "many", "most", "some", "both", "others", "few", "all", "police", "percent", "%", ")":
		return true
	}
	return s.isWord(i) && len(l) > 3 && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && s.class(i)&classPossessive == 0
}

// finiteCue says whether a verb of speech with a tense stands at i.
func (s *scan) finiteCue(i int) bool {
	c := s.verbAt(i)
	return c != nil && c.kind == kindSay && (c.form == asPast || c.form == asThird) && !s.named(i)
}

// granted says that what stands behind "deny" from token j on is something that one who may
// grant it keeps from somebody: "him bail", "his appeal", "visas to the team", "the airline
// permission to land".
func (s *scan) granted(j int) bool {
	if s.low(j) == "him" || s.low(j) == "them" || s.low(j) == "us" || s.low(j) == "me" || s.low(j) == "her" && s.class(j+1)&classDeterminer != 0 {
		return true
	}
	if s.low(j) == "any" || s.low(j) == "that" {
		return false
	}
	for k := j; k < j+8 && k < s.unit.hi; k++ {
		cl := s.class(k)
		if cl&classGranted != 0 {
			next := s.class(k + 1)
			return !s.isWord(k+1) || next&(classPreposition|classTime|classAdverb|classConjunction|classAnd) != 0
		}
		if !s.isWord(k) && s.low(k) != "'s" || cl&(classPreposition|classConjunction|classRelative|classAnd|classAuxiliary|classModal) != 0 && s.low(k) != "'s" {
			return false
		}
	}
	return false
}

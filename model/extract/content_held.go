package extract

// Where contents end before what the writer holds against them.

// infinitiveEnd cuts a content that begins with "to" where an "and" joins a verb with a
// tense: that one is the speaker's next, "pledged to win and cast doubt on the vote".
func (s *scan) infinitiveEnd(lo, hi int) int {
	for i := lo + 2; i < hi; i++ {
		if s.quote[i] >= 0 {
			i = s.quoteEnd(i)
			continue
		}
		if i == lo+2 && s.class(i)&classAuxiliary != 0 && s.low(lo) == "to" {
			return i // "(duties that Smith threatened) to raise were"
		}
		if s.class(i)&(classRelative|classConjunction) != 0 && s.class(i)&classPreposition == 0 {
			return hi // a clause with a tense of its own may follow
		}
		if s.low(i) == "and" && s.pastAt(i+1) || s.low(i) == "," && s.low(i+1) == "but" && s.mainClauseAt(i+2) {
			return i
		}
	}
	return hi
}

// promiseEnd cuts what somebody promised where the writer holds against it what is: "that
// wages would rise, but in the port they are falling".
func (s *scan) promiseEnd(lo, hi int) int {
	for i := lo + 2; i+1 < hi; i++ {
		if s.quote[i] >= 0 {
			i = s.quoteEnd(i)
			continue
		}
		if s.low(i) != "," || s.low(i+1) != "but" {
			continue
		}
		for k := i + 2; k < hi && s.quote[k] < 0 && s.low(k) != ","; k++ {
			switch s.low(k) {
			case "is", "are", "has", "have", "was", "were":
				return i
			case "would", "will", "could", "should":
				return hi
			}
		}
	}
	return hi
}

// pastAt says whether a past tense with an object stands at i, and no participle
// before a noun: "… and boycotted the next one".
func (s *scan) pastAt(i int) bool {
	if s.class(i)&classAdverb != 0 {
		i++
	}
	if s.class(i)&classVerb == 0 && (s.formAt(i) != asPast || s.class(i) != 0 || s.capital(i)) {
		return false
	}
	next := s.class(i + 1)
	return next&(classDeterminer|classPossessive|classObject) != 0 || s.capital(i+1) || s.class(i)&classVerb != 0
}

// withholds says whether the words from i on tell that a speaker told no more: "but did not
// elaborate", "but gave no details", "without giving a date".
func (s *scan) withholds(i int) bool {
	opens := s.low(i)
	if opens != "but" && opens != "and" && opens != "though" && opens != "without" {
		return false
	}
	no := opens == "without"
	if opens == "but" && pronounOf(s.low(i+1)) != "" && s.class(i+1)&classPronoun != 0 {
		switch s.low(i + 2) {
		case "declined", "declines", "refused", "refuses":
			return s.low(i+3) == "to"
		}
	}
	for i++; s.class(i)&(classAuxiliary|classNegation|classAdverb) != 0 && s.class(i)&classDeterminer == 0; i++ {
		no = no || s.class(i)&classNegation != 0
	}
	if i >= s.unit.hi || s.quote[i] >= 0 || s.r.heads.word(s.t, i)&hWithholds == 0 {
		return false
	}
	if next := s.low(i + 1); no && (!s.isWord(i+1) || next == "on" || s.class(i+1)&classRelative != 0) {
		return true // "did not elaborate"
	}
	for j := i + 1; j < s.unit.hi && j < i+5 && s.isWord(j); j++ {
		if s.r.heads.word(s.t, j)&hParticulars != 0 {
			return no || s.low(i+1) == "no" || s.low(i+1) == "few" || s.low(i+1) == "little"
		}
	}
	return false
}

// leadsToQuote says whether the writer's own clause behind the comma at i leads to a quotation
// of its own: "…, but she gave him a compliment: “…”".
func (s *scan) leadsToQuote(i int) bool {
	if l := s.low(i + 1); l != "but" && l != "and" && l != "though" || s.class(i+2)&classPronoun == 0 || s.class(i+2)&classDeterminer != 0 {
		return false
	}
	q := s.clauseTail(i + 3)
	return s.quoteAt(q) && s.low(q-1) == ":"
}

// tellsWhen says whether the words from i on, behind a quotation that is all that was said, are
// the writer's own, of what it was said upon: "(chanted “no toll”) after the talks failed".
func (s *scan) tellsWhen(i int) bool {
	if l := s.low(i); l != "after" && l != "before" && l != "when" && l != "as" && l != "while" {
		return false
	}
	for i++; i < s.unit.hi; i++ {
		if s.quote[i] >= 0 {
			return false
		}
	}
	return true
}

// setsScene says whether words at i, behind a quotation, only tell where it was said: "(called
// it a “wish”) in a tweet", "on her radio show".
func (s *scan) setsScene(i int) bool {
	if l := s.low(i); l != "in" && l != "on" && l != "during" && l != "at" && l != "via" {
		return false
	}
	if _, n, ok := s.r.heads.settings.match(s.t.tok, i); ok && n > 1 {
		return true
	}
	if s.class(i+1)&(classDeterminer|classPossessive) == 0 {
		return false
	}
	for j := i + 2; j < i+6 && s.isWord(j) && s.class(j)&(classPreposition|classAuxiliary|classAnd) == 0; j++ {
		if s.r.heads.word(s.t, j)&(hSpoken|hStage) != 0 || s.low(j) == "show" || s.low(j) == "programme" {
			return true
		}
	}
	return false
}

// beforeSetting cuts off a noun that is what somebody says where he says it: "announced the
// meeting (on Truth Social)". Where a clause is what he says, it may be the clause's own.
func (s *scan) beforeSetting(lo, hi int) int {
	for i := lo + 1; i < hi; i++ {
		if s.quote[i] >= 0 || s.class(i)&(classAuxiliary|classModal|classVerb|classRelative) != 0 || s.formAt(i) == asPast {
			return hi
		}
		if _, n, ok := s.r.heads.settings.match(s.t.tok, i); ok && i > lo+1 && s.low(i) == "on" && i+n >= hi-1 {
			return i
		}
	}
	return hi
}

package extract

// What a scan sees of the tokens of a unit: words, quotations and cues, and names that look like other words.

// outside says whether tokens lo to hi all lie in the unit and outside quotations.
func (s *scan) outside(lo, hi int) bool {
	if hi > s.unit.hi {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.quote[i] >= 0 {
			return false
		}
	}
	return true
}

// nextQuote returns the first token of the unit from i on that stands in a quotation, the end
// of the unit for none.
func (s *scan) nextQuote(i int) int {
	for i < s.unit.hi && s.quote[i] < 0 {
		i++
	}
	return i
}

// quoteEnd returns the last token of the quotation at i, its mark included.
func (s *scan) quoteEnd(i int) int {
	return min(s.t.quotes[s.quote[i]].close, s.unit.hi-1)
}

// quoteStart returns the first token of the quotation at i, its mark included.
func (s *scan) quoteStart(i int) int { return max(s.t.quotes[s.quote[i]].open, s.unit.lo) }

func (s *scan) class(i int) class {
	n := i - s.unit.lo
	if uint(n) >= uint(len(s.words)) {
		return 0
	}
	if k := &s.words[n]; k.flags&flagCapital == 0 || k.class&namesToo == 0 {
		return k.class
	}
	return s.unlessName(n)
}

// namesToo are the classes of words that are names, too.
const namesToo = classModal | classPreposition | classPronoun

// unlessName is the class of a word with a capital that may be a name where it stands, n words into
// the unit: none for "Will wrote", "Mr. May", "Mr He".
func (s *scan) unlessName(n int) class {
	k := &s.words[n]
	if n == 0 {
		return k.class
	}
	before, i := &s.words[n-1], n+s.unit.lo
	if k.class&classPronoun != 0 && s.r.who.honorific(before.low) {
		return 0
	}
	if k.class&(classModal|classPreposition) != 0 && !s.title && (s.quote[i-1] >= 0 || before.kind <= numberToken) {
		return 0
	}
	return k.class
}

func (s *scan) low(i int) string {
	if n := i - s.unit.lo; uint(n) < uint(len(s.words)) {
		return s.words[n].low
	}
	return ""
}

func (s *scan) isWord(i int) bool {
	n := i - s.unit.lo
	return uint(n) < uint(len(s.words)) && s.words[n].kind <= numberToken
}

func (s *scan) capital(i int) bool { return s.isWord(i) && s.t.tok[i].is(flagCapital) }

// genitiveAt says whether the mark of a genitive stands at i.
func (s *scan) genitiveAt(i int) bool {
	return i >= s.unit.lo && i < s.unit.hi && genitive(&s.t.tok[i])
}

// dashAt says whether a dash stands at i, and no hyphen within a name: "Reyes-Holm".
func (s *scan) dashAt(i int) bool {
	n := i - s.unit.lo
	return uint(n) < uint(len(s.words)) && s.words[n].kind == dashToken &&
		(s.words[n].low != "-" || !s.words[n].is(flagGlued) || i+1 >= len(s.t.tok) || !s.t.tok[i+1].is(flagGlued))
}

// verbAt returns the verb cue at i, nil for none.
func (s *scan) verbAt(i int) *cue {
	if i < s.unit.lo || i >= s.unit.hi || s.quote[i] >= 0 || !s.r.cues.verbs.begins(&s.t.tok[i]) {
		return nil
	}
	c, _, _ := s.r.cues.verbs.match(s.t.tok, i)
	return c
}

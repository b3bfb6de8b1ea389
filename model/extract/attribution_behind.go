package extract

import "slices"

// spokenOf reads the quotation whose marks are i and e by what is said of it: whose
// words they are called before and behind them, or who signs them.
func (s *scan) spokenOf(i, e int, q quotation) (attribution, bool) {
	a := attribution{content: s.list(s.t.unquoted(q)), entry: labelCue, cue: stretch{e + 1, e + 2}}
	j := e + 1
	if j >= s.unit.hi {
		return a, false
	}
	c, n, listed := s.r.cues.nouns.match(s.t.tok, j)
	if !listed && s.class(j) == 0 && s.isWord(j) && !s.capital(j) && s.formAt(j) == asBase && q.hi-q.lo > 2 && !s.workTitle(i) {
		c, n, listed = unlistedCue, 1, true
	}
	if listed && c.kind == kindSay && !c.takes(frameSource|frameAdjective) && i > s.unit.lo && j+n <= s.unit.hi {
		who := stretch{i - 1, i} // "the mayor's “never again” promise"
		if genitive(&s.t.tok[i-1]) {
			who.lo = s.ownerStart(s.nounPhraseEnding(i - 1))
		} else if s.class(i-1)&classPossessive == 0 {
			return a, false
		}
		a.speaker, a.who, a.cue, a.entry, a.rule = s.list(who), who, stretch{j, j + n}, c, "noun-behind"
		return a, true
	}
	if !s.t.tok[q.lo].is(flagCapital) || q.hi-q.lo < 2 {
		return a, false
	}
	switch l := s.low(j); {
	case s.t.tok[j].kind == dashToken, l == "~": // “…” — Jane Smith
		a.who = s.signer(j)
		a.speaker, a.rule = s.list(a.who), "signature"
		return a, a.who.hi > a.who.lo
	case l == "was" || l == "is" || l == "came":
		return s.equals(a, j)
	}
	return a, false
}

// equals reads "“…” was her answer", "“…” came the reply from the hall", "“…” is how
// (or the way) the mayor put it", "“…” was all she would say": who is behind the words that "was", "is" or "came" at j equates
// with the quotation of a.
func (s *scan) equals(a attribution, j int) (attribution, bool) {
	if l := s.low(j + 1); l == "all" || l == "how" || l == "what" || l == "the" && s.low(j+2) == "way" {
		if l == "the" {
			j++
		}
		for v := j + 3; v < j+9 && v < s.unit.hi && s.isWord(v); v++ {
			c, n, ok := s.r.cues.verbs.match(s.t.tok, v)
			if !ok || c.kind != kindSay || c.form != asPast && c.form != asThird && s.groupStart(v) == v {
				continue
			}
			a.who = stretch{j + 2, s.groupStart(v)}
			a.speaker, a.cue, a.entry, a.rule = s.list(a.who), stretch{v, v + n}, c, "quote-equals"
			s.found = slices.DeleteFunc(s.found, func(f attribution) bool { return f.cue.lo == v })
			return a, s.person(a.who)
		}
		return a, false
	}
	for i := j + 1; i < j+6 && i < s.unit.hi && s.quote[i] < 0; i++ {
		c, n, ok := s.r.cues.nouns.match(s.t.tok, i)
		if !ok || c.kind != kindSay || c.takes(frameSource|frameAdjective) {
			if s.class(i)&(classPreposition|classRelative|classConjunction|classAuxiliary) != 0 && !genitive(&s.t.tok[i]) {
				break
			}
			continue
		}
		a.cue, a.entry, a.rule = stretch{i, i + n}, c, "quote-equals"
		if who, ok := s.owner(i); ok {
			a.who = who
		} else if l := s.low(i + n); l == "from" || l == "of" || l == "by" {
			a.who = stretch{i + n + 1, s.addressee(i + n + 1)}
		}
		if a.who.hi > a.who.lo {
			a.speaker = s.list(a.who)
		}
		return a, len(a.speaker) > 0 || c.takes(frameBe)
	}
	return a, false
}

// signer finds the name that signs a quotation behind the mark at i and all that ends the
// unit but when, where or as what that was: “…” — Jane Smith, in May.
// It is empty for none.
func (s *scan) signer(i int) stretch {
	lo := i + 1
	end := lo
	for end < s.unit.hi && end < lo+6 && (s.isWord(end) && (s.capital(end) || s.class(end)&(classAnd|classDeterminer) != 0) && s.class(end)&classTime == 0 || s.low(end) == "-" || genitive(&s.t.tok[end])) {
		end++
	}
	for k := lo; k < s.unit.hi; k++ {
		if s.quote[k] >= 0 || s.class(k)&(classAuxiliary|classModal|classPronoun|classRelative) != 0 && !genitive(&s.t.tok[k]) || s.verbAt(k) != nil && !s.capital(k) || k-lo > 12 {
			return stretch{}
		}
	}
	who := stretch{lo, end}
	if end <= lo || !s.capital(lo) || !s.capital(end-1) || !s.speakerLabel(lo, end) || end < s.unit.hi && s.isWord(end) && s.class(end)&(classPreposition|classTime) == 0 {
		return stretch{}
	}
	return who
}

func (s *scan) hasPreposition(np stretch) bool {
	for i := np.lo; i < np.hi; i++ {
		if s.class(i)&classPreposition != 0 {
			return true
		}
	}
	return false
}

// askedAside says whether "asked" at a token opens an aside that tells what somebody was asked
// before he did what stands behind it: "Smith, asked about the toll, laughed".
func (s *scan) askedAside(at stretch) bool {
	if s.low(at.lo-1) != "," {
		return false
	}
	switch s.low(at.hi) {
	case "about", "if", "whether", "by", "why", "how", "what":
	default:
		return false
	}
	end := s.clauseTail(at.hi)
	return s.low(end) == "," && (s.finiteAt(end+1) || s.finiteCue(end+1))
}

// usedTo says whether "to" at i tells what somebody used a speech or the like for, which he
// did: "used a speech to accuse".
func (s *scan) usedTo(i int) bool {
	for k := i - 1; k > s.unit.lo && i-k < 10 && s.isWord(k) && s.quote[k] < 0; k-- {
		if l := s.low(k); l == "used" || l == "uses" {
			return s.class(k+1)&(classDeterminer|classPossessive) != 0 && s.class(k-1)&(classAuxiliary|classPronoun) == 0 && s.spoken(k+1, i)
		}
	}
	return false
}

// spoken says whether something that is said or written is named between lo and hi.
func (s *scan) spoken(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.r.heads.word(s.t, k)&(hSpoken|hStage|hPaper) != 0 {
			return true
		}
	}
	return false
}

// pressedOn says whether somebody was pressed to answer: "Pressed on whether", "when pressed about".
func (s *scan) pressedOn(at stretch) bool {
	l := s.low(at.hi)
	return (at.lo == s.unit.lo || s.low(at.lo-1) == "when") && (l == "on" || l == "about" || l == "by" || l == "whether")
}

// pressedCue stands for the question that somebody was pressed to answer.
var pressedCue = &cue{lemma: "press", form: asPast, frames: frameClause, kind: kindSay, stance: "neutral", typ: "appeal", cameo: "02"}

// ofBody says whether the word at i is what somebody wears or is made of, which he points to
// without a word.
func (s *scan) ofBody(i int) bool { return s.wordIs(i, reportBodyPart) }

// threatened says whether a verb that reports stands right before the "to" at i, and so what
// stands behind it belongs to that one: "(duties that Smith) threatened to raise (were dropped)".
func (s *scan) threatened(i int) bool {
	c := s.verbAt(i - 1)
	return c != nil && c.takes(frameInfinitive)
}

package extract

// readUnlisted reads a quotation that no attribution of the unit took and that
// stands in what somebody does by a verb that no list knows: "Smith pilloried the
// plan as “a wish with a date”".
func (s *scan) readUnlisted() {
	for i := s.nextQuote(s.unit.lo); i < s.unit.hi; i = s.nextQuote(i + 1) {
		e := s.quoteEnd(i)
		if s.owned(i) {
			i = e
			continue
		}
		if a, ok := s.titled(i); ok {
			s.add(a)
		} else if a, ok := s.unlistedWithin(i); ok {
			s.add(a)
		} else if a, ok := s.unlistedThat(i); ok {
			s.add(a)
		} else if s.told(i) {
			if a, ok := s.unlistedNoun(i); ok {
				s.add(a)
			} else if a, ok := s.unlistedBefore(i); ok {
				s.add(a)
			}
		}
		i = e
	}
}

// told says whether the quotation that opens at i is somebody's words rather than a
// name or a single word at arm's length.
func (s *scan) told(i int) bool {
	q := s.t.quotes[s.quote[i]]
	if s.workNamed(i) || s.low(i-1) == "as" && s.calledSo(i, q) {
		return false
	}
	if s.low(i-1) == "as" && s.low(i-2) != "such" || s.class(i-1)&classDeterminer != 0 && s.low(i-2) == "as" && !s.plainNoun(s.quoteEnd(i)+1) {
		return true // "treats him as a “guest”"
	}
	if s.class(i-1)&classObject != 0 {
		return true
	}
	if e := s.quoteEnd(i) + 1; (s.pluralBefore(i-1) || s.capital(i-1)) && !s.t.tok[q.lo].is(flagCapital) && (!s.isWord(e) || s.class(e)&(classAnd|classPreposition|classConjunction) != 0) {
		return true // "labelled crews “heroes” and"
	}
	if s.quoteEnd(i) == s.unit.hi-1 && !s.t.tok[q.lo].is(flagCapital) {
		return true
	}
	if e := s.quoteEnd(i) + 1; s.class(i-1)&classDeterminer == 0 && s.isWord(e) && s.class(e) == 0 {
		return false // "earned “is it over?” headlines"
	}
	return q.hi-q.lo >= 4 && !s.workTitle(i) && s.isWord(i-1)
}

// plainNoun says whether a word that no list knows stands at i: "the “1960s” comment".
func (s *scan) plainNoun(i int) bool { return s.isWord(i) && s.class(i) == 0 && !s.isWord(i+1) }

// calledSo says whether the quotation q behind "as" before i is a name that somebody or
// something goes by: "embraced her role as “The Sailor”", "the deck we know as “the tarot”".
func (s *scan) calledSo(i int, q quotation) bool {
	switch s.low(i - 2) {
	case "know", "knows", "knew", "known":
		return true
	}
	return q.hi-q.lo > 1 && q.hi-q.lo <= 5 && s.inCapitals(q)
}

// unlistedThat reads "Smith posited that the plan is “a wish”" around the quotation
// that opens at i.
func (s *scan) unlistedThat(i int) (attribution, bool) {
	for that := i - 1; that > s.unit.lo+1 && i-that < 30; that-- {
		if s.low(that) != "that" {
			continue
		}
		v := that - 1
		for s.class(v)&classTime != 0 || s.low(v) == "on" {
			v--
		}
		c := s.unlistedVerb(v)
		if c == nil || s.formAt(v) == asThird || s.formAt(v) == asBase {
			continue
		}
		group := s.groupStart(v)
		sub := s.subject(c, group, stretch{v, v + 1})
		if s.passive(group, v) || sub.kind == subjectNone || !s.person(sub.who) {
			continue
		}
		content := s.trim(that, s.contentEnd(that))
		if content.hi <= i {
			continue
		}
		return attribution{speaker: sub.spans, who: sub.who, cue: stretch{group, v + 1}, content: s.list(content), entry: unlistedCue, rule: "unlisted-that"}, true
	}
	return attribution{}, false
}

// unlistedWithin reads "The plan, Smith quavered, is “a wish”" around the quotation that
// opens at i: a name and a verb alone between commas that break a clause off.
func (s *scan) unlistedWithin(i int) (attribution, bool) {
	for v := i - 1; v > s.unit.lo+2 && i-v < 40 && s.quote[v] < 0; v-- {
		if s.low(v+1) != "," || s.formAt(v) != asPast || s.unlistedVerb(v) == nil {
			continue
		}
		lo := v
		for lo > s.unit.lo && v-lo < 4 && (s.capital(lo-1) || s.class(lo-1)&classPronoun != 0 && s.class(lo-1)&classDeterminer == 0) {
			lo--
		}
		who := stretch{lo, v}
		if lo == v || s.low(lo-1) != "," || !s.person(who) || !s.predicateAt(v+2, lo-1) {
			continue
		}
		return attribution{
			speaker: s.list(who), who: who, cue: stretch{v, v + 1}, entry: unlistedCue, rule: "unlisted-inside",
			content: s.list(s.trim(s.behindDateline(), lo-1), s.trim(v+2, s.contentEnd(v+2))),
		}, true
	}
	return attribution{}, false
}

// unlistedNoun reads "Smith's tirade about “a wish with a date”", "her stance is that
// the plan is “a wish”" around the quotation that opens at i: what somebody has whom
// the noun belongs to, whatever noun it is.
func (s *scan) unlistedNoun(i int) (attribution, bool) {
	for k := i - 1; k > s.unit.lo+1 && i-k < 12 && s.quote[k] < 0; k-- {
		l, noun := s.low(k), k-1
		switch l {
		case "that":
			if be := s.low(noun); be == "is" || be == "was" {
				noun--
			}
		case "of", "about":
		default:
			if l == "," || l == ";" || l == ":" || s.dashAt(k) {
				return attribution{}, false
			}
			continue
		}
		if s.class(noun) != 0 || s.capital(noun) || !s.isWord(noun) {
			continue
		}
		who, ok := s.owner(noun)
		if !ok {
			continue
		}
		a := attribution{speaker: s.list(who), who: who, cue: stretch{noun, noun + 1}, entry: unlistedCue, rule: "unlisted-noun"}
		lo, hi := k, s.contentEnd(k)
		if l != "that" {
			lo = k + 1
			if hi = s.nounEnd(lo, s.contentEnd(lo)); s.headsClause(noun) {
				hi = s.verbAhead(lo, hi)
			}
		}
		a.content = s.list(s.trim(lo, hi))
		return a, a.content[0].hi >= s.quoteEnd(i)
	}
	return attribution{}, false
}

// titled reads the title that somebody gave to what they wrote or made: "released a
// memo titled “…”".
func (s *scan) titled(i int) (attribution, bool) {
	k := i - 1
	if s.low(k) == "," {
		k--
	}
	a := attribution{cue: stretch{k, k + 1}, content: s.list(s.trim(i, s.quoteEnd(i)+1)), entry: unlistedCue, rule: "titled"}
	if l := s.low(k); l != "titled" && l != "entitled" || s.passive(k, k) {
		return a, false
	}
	sub := s.givenBy(k - 1)
	a.speaker, a.who = sub.spans, sub.who
	return a, sub.who.hi > sub.who.lo
}

// owned says whether the token at i lies in what an attribution of the unit read.
func (s *scan) owned(i int) bool {
	for _, f := range s.found {
		for _, c := range f.content {
			if c.lo-1 <= i && i < c.hi {
				return true
			}
		}
	}
	return false
}

// unlistedCue stands for a verb that no list knows, in a tense; unlistedParticiple for
// its participle.
var (
	unlistedCue        = &cue{lemma: "unlisted", form: asPast, frames: frameNoun, stance: "neutral", typ: "assertion"}
	unlistedParticiple = &cue{lemma: "unlisted", form: asIng, frames: frameNoun, stance: "neutral", typ: "assertion"}
)

// unlistedVerb returns what stands for the verb at i that no list knows: one in a
// tense, or a participle behind a comma. It returns nil for none.
func (s *scan) unlistedVerb(i int) *cue {
	switch {
	case s.finiteUnlisted(i):
		return unlistedCue
	case s.low(i-1) == "," && s.class(i) == 0 && !s.capital(i) && s.formAt(i) == asIng:
		return unlistedParticiple
	}
	return nil
}

func (s *scan) unlistedBefore(i int) (attribution, bool) {
	for v := i - 1; v > s.unit.lo && i-v < 20 && s.quote[v] < 0; v-- {
		if s.t.tok[v].kind == stopToken || s.low(v) == ";" || s.low(v) == ":" {
			break
		}
		if s.class(v)&(classAuxiliary|classModal) != 0 && !s.genitiveAt(v) && s.class(v+1)&(classAuxiliary|classModal|classAdverb) == 0 && s.formAt(v+1) != asPast {
			break
		}
		if !s.finiteUnlisted(v) || s.low(v+1) == "by" && s.formAt(v+2) != asIng {
			continue
		}
		group := s.groupStart(v)
		if s.passive(group, v) {
			break
		}
		sub := s.subject(unlistedCue, group, stretch{v, v + 1})
		if sub.kind != subjectOwn && sub.kind != subjectShared || !s.person(sub.who) {
			break
		}
		lo := v + 1
		hi := s.nounEnd(lo, s.contentEnd(lo))
		if hi <= s.quoteEnd(i)-1 {
			break
		}
		return attribution{speaker: sub.spans, who: sub.who, cue: stretch{group, v + 1}, content: s.list(s.trim(lo, hi)), entry: unlistedCue, rule: "unlisted"}, true
	}
	return attribution{}, false
}

// finiteUnlisted says whether a verb in a tense stands at i that no list knows.
func (s *scan) finiteUnlisted(i int) bool {
	if s.class(i)&classVerb != 0 {
		return !s.named(i)
	}
	l := s.low(i)
	if s.class(i) != 0 || s.capital(i) || len(l) < 4 || s.verbAt(i) != nil && s.verbAt(i).form != asPast && s.verbAt(i).form != asThird {
		return false
	}
	if s.class(i-1)&(classDeterminer|classPossessive|classPreposition) != 0 && s.class(i-1)&classPronoun == 0 || s.afterGenitive(i) {
		return false
	}
	return l[len(l)-2:] == "ed" || l[len(l)-1] == 's' && s.class(i+1)&(classDeterminer|classPossessive|classPreposition|classObject) != 0 && l[len(l)-2] != 's'
}

// person says whether a subject is somebody: a name, a pronoun, a post.
func (s *scan) person(np stretch) bool {
	if np.hi <= np.lo {
		return false
	}
	if np.hi == np.lo+1 {
		switch s.low(np.lo) {
		case "he", "she", "they", "who":
			return true
		case "it", "i", "we", "you":
			return false
		}
	}
	if s.speaks(np.hi-1) && (np.hi == np.lo+1 || s.class(np.lo)&classPronoun == 0) { // not "he searched a number of police (quarters)"
		return true
	}
	return s.capital(np.hi-1) || s.capital(np.lo) && np.lo > s.unit.lo || s.class(np.lo)&(classDeterminer|classPossessive) != 0
}

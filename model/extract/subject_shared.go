package extract

// shared finds the subject of a verb that has none of its own: that of the verb with
// a tense that it is joined to, else that of the attribution before it in the unit,
// else the one that the unit begins with.
func (s *scan) shared(group int) subject {
	np := s.opening(group)
	near := s.joinedDoer(group)
	if near.kind != subjectNone && (np.lo >= np.hi || near.who.lo > np.lo) {
		return subject{subjectShared, near.spans, near.who, group}
	}
	for i := len(s.found) - 1; i >= 0; i-- {
		f := s.found[i]
		if f.rule == "source-first" && f.cue.lo < group {
			if who := s.heading(f.content[0].lo, group); !who.empty() {
				return subject{subjectShared, s.list(who), who, group} // "According to two sailors, he sat down and said"
			}
		}
		if i == len(s.found)-1 && f.entry.form == asIng && f.inner && s.class(group-1)&classAnd != 0 && f.content[len(f.content)-1].hi == group-1 && len(f.speaker) > 0 {
			return subject{subjectShared, f.speaker, f.who, group} // "with Smith calling it a “wish” and asking"
		}
		if f.cue.lo < group && len(f.speaker) > 0 && !s.owns(f.who) && (np.lo >= np.hi || !f.inner && f.cue.lo >= np.lo) {
			return subject{subjectShared, f.speaker, f.who, group}
		}
	}
	if np.lo >= np.hi {
		np = s.forWhom(group)
	}
	if np.lo >= np.hi {
		return subject{kind: subjectNone, start: group}
	}
	return subject{subjectShared, []stretch{np}, np, group}
}

// forWhom finds whom "there" leaves something to do before i: "There is time for Smith to".
func (s *scan) forWhom(i int) stretch {
	if s.low(s.behindDateline()) != "there" {
		return stretch{}
	}
	for k := i - 1; k > s.unit.lo && i-k < 40 && s.quote[k] < 0; k-- {
		if s.low(k) == "for" && s.capital(k+1) {
			if end := s.addressee(k + 1); s.low(end) == "to" {
				return stretch{k + 1, end}
			}
		}
	}
	return stretch{}
}

// joinedDoer finds who does the nearest verb with a tense before a verb group that
// has no subject of its own: "as the mayor lamented the delay and criticised …". A
// clause that hangs on another counts only while no comma has closed it.
func (s *scan) joinedDoer(group int) subject {
	if s.joining || s.low(group-1) == "," || group > s.unit.lo && s.quote[group-1] >= 0 {
		return subject{}
	}
	s.joining = true
	defer func() { s.joining = false }()
	comma := false
	for v := group - 1; v > s.unit.lo && group-v < 40; v-- {
		if s.quote[v] >= 0 {
			v = s.quoteStart(v)
			continue
		}
		if at := s.reported(v); at < v {
			v = at
			continue
		}
		switch l := s.low(v); {
		case l == ",":
			comma = true
			continue
		case l == ";" || l == ":" || s.dashAt(v) || s.t.tok[v].kind == stopToken:
			return subject{}
		}
		c := s.verbAt(v)
		switch {
		case c != nil && (c.form == asPast || c.form == asThird) && s.isVerb(c, stretch{v, v + 1}, s.groupStart(v)):
		case s.class(v)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[v]), c == nil && s.formAt(v) == asPast && s.finiteUnlisted(v), s.class(v)&classVerb != 0:
			c = unlistedCue
		default:
			continue
		}
		at := s.groupStart(v)
		sub := s.subject(c, at, stretch{v, v + 1})
		if sub.kind == subjectOwn {
			if s.class(sub.start-1)&classAnd != 0 && !s.capitalIn(sub.who.lo, sub.who.hi) && s.class(sub.who.lo)&(classDeterminer|classPossessive|classPronoun) == 0 && s.class(at+1)&classPreposition != 0 && at == v {
				continue // "Smith met pilots and kin of sailors lost on Friday and (said)"
			}
			if s.low(sub.start-1) == "that" || comma && (s.subordinate(sub.start) || len(sub.spans) > 1 || s.contact(sub.who)) {
				continue
			}
			if !s.person(sub.who) || sub.who.hi == sub.who.lo+1 && s.class(sub.who.lo)&classDeterminer != 0 {
				return subject{}
			}
			return sub
		}
		v = at
	}
	return subject{}
}

// contact says whether a pronoun stands right behind the noun that its clause is
// about: "the film he calls his best".
func (s *scan) contact(who stretch) bool {
	return who.hi == who.lo+1 && s.class(who.lo)&classPronoun != 0 && s.isWord(who.lo-1) && s.class(who.lo-1) == 0
}

// reported returns the end of the cue whose content the token at i lies in, i for none.
func (s *scan) reported(i int) int {
	for _, f := range s.found {
		for _, c := range f.content {
			if c.lo <= i && i < c.hi && f.cue.hi <= c.lo {
				return f.cue.hi
			}
		}
	}
	return i
}

// lastDoer finds who does the last verb with a tense before a comma at i: whose
// participle follows it, "…, when sailors broke in, shouting". Only somebody counts.
func (s *scan) lastDoer(i int) subject {
	for v := i - 1; v > s.unit.lo && i-v < 16; v-- {
		if s.quote[v] >= 0 && s.workTitle(v) && !s.owned(v) {
			v = s.quoteStart(v)
			continue
		}
		if s.owned(v) {
			return s.besideClause(v)
		}
		if s.quote[v] >= 0 || s.low(v) == ";" || s.low(v) == "," || s.low(v) == "that" {
			return subject{} // reported words: their verb is nobody's here
		}
		c := s.verbAt(v)
		switch {
		case c != nil && (c.form == asPast || c.form == asThird) && s.isVerb(c, stretch{v, v + 1}, s.groupStart(v)):
		case c == nil && s.formAt(v) == asPast && s.finiteUnlisted(v), s.class(v)&classVerb != 0:
			c = unlistedCue
		default:
			continue
		}
		group := s.groupStart(v)
		if s.passive(group, v) || s.class(group-1)&classRelative != 0 {
			return subject{}
		}
		sub := s.subject(c, group, stretch{v, v + 1})
		if before := s.low(sub.start - 1); sub.kind != subjectOwn || !s.person(sub.who) || before == "after" || before == "before" {
			return subject{} // "(Smith spoke) after the mayor left, noting": it is the first who goes on
		}
		if s.class(sub.start-1)&classAnd != 0 { // "after the Altland and Norse envoys left, noting"
			for k := sub.start - 2; k > sub.start-8 && s.isWord(k); k-- {
				if s.low(k) == "after" || s.low(k) == "before" {
					return subject{}
				}
			}
		}
		return sub
	}
	return subject{}
}

// besideClause finds who does the verb whose object the token at i lies in, where its
// clause stands beside another: "…, as Smith praised the crew, saying". Reported
// clauses have none: they are what somebody else says.
func (s *scan) besideClause(i int) subject {
	for k := len(s.found) - 1; k >= 0; k-- {
		f := s.found[k]
		c := f.content[len(f.content)-1]
		if i < c.lo || i >= c.hi || len(f.speaker) == 0 || f.entry.form == asIng {
			continue
		}
		if l := s.low(f.speaker[0].lo - 1); f.rule == "verb-noun" && (l == "as" || l == "when" || l == "while" || l == "which") {
			return subject{subjectOwn, f.speaker, f.who, f.speaker[0].lo}
		}
		break
	}
	return subject{}
}

// driven finds who does the verb right before "to" at i: "(so rude that) Smith was prompted
// to say". Only somebody counts.
func (s *scan) driven(i int) subject {
	v := i - 1
	if v <= s.unit.lo || s.joining || s.quote[v] >= 0 || s.class(v) != 0 && s.class(v)&classVerb == 0 || s.formAt(v) != asPast && s.class(v)&classVerb == 0 {
		return subject{}
	}
	s.joining = true
	defer func() { s.joining = false }()
	sub := s.subject(unlistedCue, s.groupStart(v), stretch{v, v + 1})
	if sub.kind != subjectOwn || !s.person(sub.who) || len(sub.spans) > 1 {
		return subject{}
	}
	return subject{subjectShared, sub.spans, sub.who, i}
}

// grantedTime says whether "to" at i tells what another is given time or a chance for, and may
// not do: "set Marden a deadline of Friday (to agree)", "gave Quell until noon (to agree)".
func (s *scan) grantedTime(i int) bool {
	term := false
	for k := i - 1; k > s.unit.lo && i-k < 14 && s.quote[k] < 0; k-- {
		switch l := s.low(k); {
		case s.wordIs(k, reportTerm):
			term = true
		case s.wordIs(k, reportGranting):
			return term
		case l == "," || l == ";" || l == ":":
			return false
		}
	}
	return false
}

// moved finds whom something moves to do what follows "to" at i: "leading Smith to
// say", "prompted the mayor to demand".
func (s *scan) moved(i int) subject {
	np := s.nounPhraseEnding(i)
	if np.lo >= np.hi {
		return subject{}
	}
	for v := np.hi - 2; v >= np.lo-1 && v > s.unit.lo; v-- {
		if !s.wordIs(v, reportMoving) {
			continue
		}
		who := stretch{v + 1, np.hi}
		if s.passive(s.groupStart(v), v) || !s.person(who) && !s.nounish(who) {
			return subject{}
		}
		return subject{subjectShared, s.list(who), who, i}
	}
	return subject{}
}

// withHer says whether "her" at i ends a phrase and owns nothing, as no noun follows it:
// "an aide who travelled with her (denied that)".
func (s *scan) withHer(i int) bool {
	return s.low(i) == "her" && i-1 > s.unit.lo && s.class(i-1)&classPreposition != 0
}

// aboutIt says whether the pronoun at i belongs to those who open the clause and tells what they know:
// "two people briefed on it (said)".
func (s *scan) aboutIt(i int) bool {
	if l := s.low(i); l != "it" && l != "them" && l != "him" || i-2 <= s.unit.lo || s.class(i-1)&classPreposition == 0 || s.class(i-1)&classConjunction != 0 || s.low(i-1) == "as" || s.low(i-1) == "than" {
		return false
	}
	np := s.nounPhraseEnding(i - 1)
	return np.hi-np.lo > 1 && s.low(np.lo-1) == "," && s.class(np.lo)&classPronoun == 0 && s.nounish(np)
}

// whoseWord finds the people whom a relative clause that ends before i tells apart and who say
// something: "Those who know her (say)", "people who work with Quell (say)".
func (s *scan) whoseWord(i int) (stretch, bool) {
	for k := i - 2; k > s.unit.lo && i-k < 9 && s.isWord(k) && s.quote[k] < 0 && s.class(k)&classAnd == 0; k-- {
		if s.low(k) != "who" {
			continue
		}
		if s.low(k-1) == "those" {
			return stretch{k - 1, i}, true
		}
		who, ok := s.antecedent(k)
		return stretch{who.lo, i}, ok && s.pluralBefore(who.hi-1)
	}
	return stretch{}, false
}

// saysOf says whether the object at j of a relative clause only ends it, as its people then say
// something: "(Those who know) her say she will stay".
func (s *scan) saysOf(j int) bool {
	e := s.addressee(j)
	if s.low(j) == "her" {
		e = j + 1
	}
	if e == j || e >= s.unit.hi {
		return false
	}
	c := s.verbAt(e)
	return c != nil && c.lemma == "say" && c.form == asBase && s.followsLikeVerb(e+1)
}

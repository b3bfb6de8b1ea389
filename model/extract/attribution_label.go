package extract

// readLabel reads a speaker's name and a colon that open a paragraph: "SMITH: …".
func (s *scan) readLabel() {
	lo := s.unit.lo
	if lo != s.para.lo {
		return
	}
	for i := lo; i < s.unit.hi && i < lo+8; i++ {
		if s.quote[i] >= 0 {
			return
		}
		if s.low(i) == ":" && i > lo {
			if i+2 >= s.unit.hi || !s.capital(lo) || s.t.tok[i+1].is(flagGlued) {
				return
			}
			if c := s.verbAt(lo); c != nil && c.kind == kindSay && (c.form == asPast || c.form == asThird) && s.capital(lo+1) {
				return // "Said Smith: “…”"
			}
			for k := lo; k < i; k++ {
				if c := s.verbAt(k); c != nil && (!s.capital(k) || k > lo && k+1 < i && c.form == asThird && s.capital(k-1)) {
					return // "Ada Quell Endorses Ivo Marden: “…”" is a heading
				}
			}
			if s.townAt(lo, i) || !s.speakerLabel(lo, i) || s.quote[i+1] < 0 && !s.saysSomething(i+1) {
				return
			}
			s.add(attribution{
				speaker: []stretch{{lo, i}}, who: stretch{lo, i}, cue: stretch{i, i + 1},
				content: s.list(s.trim(s.behindStage(i+1), s.labelEnd(lo, i))), entry: labelCue, rule: "label",
			})
			return
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && s.low(i) != "-" && s.low(i) != "." {
			return
		}
	}
}

// behindStage goes over what a transcript puts in brackets before somebody speaks, at i:
// "QUELL: (Laughs.) We will see."
func (s *scan) behindStage(i int) int {
	if open := s.low(i); open == "(" || open == "[" {
		for e := i + 1; e < i+5 && e+1 < s.para.hi; e++ {
			if l := s.t.tok[e].low; l == ")" || l == "]" {
				return e + 1
			}
		}
	}
	return i
}

// labelEnd returns where the words end that a label at lo to hi opens: with its
// paragraph in a transcript, whose labels are in capitals or come back, else with its
// sentence.
func (s *scan) labelEnd(lo, hi int) int {
	capitals := true
	for i := lo; i < hi; i++ {
		capitals = capitals && (!s.isWord(i) || s.t.tok[i].is(flagAllCaps))
	}
	if capitals {
		return s.para.hi
	}
	for n := max(0, s.number-labelsApart); n < len(s.t.paras) && n <= s.number+labelsApart; n++ {
		if p := s.t.paras[n]; n != s.number && s.sameLabel(p, lo, hi) {
			return s.para.hi
		}
	}
	return s.unit.hi
}

// labelsApart is how many paragraphs may stand between two turns of a speaker.
const labelsApart = 6

// sameLabel says whether a paragraph opens with the words lo to hi and a colon.
func (s *scan) sameLabel(p stretch, lo, hi int) bool {
	if p.hi-p.lo <= hi-lo || s.t.tok[p.lo+hi-lo].low != ":" {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.t.tok[p.lo+i-lo].low != s.t.tok[i].low {
			return false
		}
	}
	return true
}

// readSignature reads a paragraph that only signs the quotation before it: "— Smith".
func (s *scan) readSignature() {
	lo, hi := s.unit.lo, s.unit.hi
	if s.t.tok[lo].kind != dashToken && s.low(lo) != "~" || lo == 0 || hi-lo > 14 || s.quote[lo-1] < 0 || !s.capital(lo+1) {
		return
	}
	q := s.t.quotes[s.quote[lo-1]]
	if q.close != lo-1 {
		return
	}
	who := s.signer(lo)
	if who.hi <= who.lo || s.dashAfter(lo) > 0 || s.r.byOutlet(s.t, who) && s.t.sentence(q.open).lo != q.open {
		return // a heading between dashes, what happened next; who wrote the story that ends in a quotation
	}
	s.add(attribution{
		speaker: s.list(who), who: who, cue: stretch{lo, lo + 1}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "signature",
	})
}

// labelCue stands for the colon of a label.
var labelCue = &cue{lemma: ":", frames: frameQuote | frameClause, stance: "neutral", typ: "assertion"}

// saysSomething says whether a clause begins at i and no list of names or numbers.
func (s *scan) saysSomething(i int) bool {
	for ; i < s.para.hi; i++ {
		if k := &s.t.tok[i]; s.r.lex.of(k)&(classAuxiliary|classModal|classPronoun) != 0 || s.verbAt(i) != nil || s.quote[i] >= 0 {
			return true
		}
	}
	return false
}

// speakerLabel says whether lo to hi names a speaker: all its words but "of",
// "the" and the like have capitals, and it is short.
func (s *scan) speakerLabel(lo, hi int) bool {
	if hi-lo > 5 || s.t.tok[hi-1].rend-s.t.tok[lo].rstart < 2 {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.class(i)&classKicker != 0 {
			return false
		}
		if s.isWord(i) && !s.capital(i) && s.class(i)&(classPreposition|classDeterminer|classAnd) == 0 {
			return false
		}
	}
	return s.class(lo)&(classPreposition|classConjunction|classRelative|classAdverb) == 0 && (s.class(lo)&classTime == 0 || s.low(lo) == "may" || s.low(lo) == "april" || s.low(lo) == "june")
}

// readUnknownVerb reads quotations that no listed cue took and that stand next to
// somebody and an unlisted verb: “…,” Smith drawled; Smith drawled, “…”.
func (s *scan) readUnknownVerb() {
	for i := s.nextQuote(s.unit.lo); i < s.unit.hi; i = s.nextQuote(i + 1) {
		e := s.quoteEnd(i)
		if q := s.t.quotes[s.quote[i]]; !s.owned(i) {
			if a, ok := s.spokenOf(i, e, q); ok {
				s.add(a)
			} else if a, ok := s.unknownAround(i, e, q); ok {
				s.add(a)
			}
		}
		i = e
	}
}

// unknownAround reads who utters the quotation q, whose marks are i and e, by a verb
// that no list knows, or by a mere colon.
func (s *scan) unknownAround(i, e int, q quotation) (attribution, bool) {
	if e+2 < s.unit.hi && s.t.tok[q.hi-1].endsClause() && !s.workTitle(i) && !(s.inCapitals(q) && s.frontsQuote(e+1)) && !s.isWord(i-1) && (q.hi-q.lo >= 3 || s.low(e+1) == "he" || s.low(e+1) == "she") {
		if a, ok := s.unknownAfter(e + 1); ok {
			return a, true
		}
		if i == s.unit.lo && q.hi-q.lo >= 4 {
			if a, ok := s.tagged(e + 1); ok {
				return a, true
			}
		}
	}
	if i-1 <= s.unit.lo || q.hi-q.lo < 2 || s.t.tok[q.hi-1].kind != stopToken || !s.t.tok[q.lo].is(flagCapital) {
		return attribution{}, false
	}
	switch {
	case s.low(i-1) == ":": // "He had one message: “Go home.”"
		if len(s.found) > 0 {
			who := s.leader(i - 1)
			if f := s.found[0]; f.rule == "verb-asked" && len(s.found) == 1 && f.cue.lo == s.unit.lo {
				if end := f.content[0].hi; s.low(end) == "," { // "Asked how long, Smith was short: “…”"
					who = s.heading(end+1, i-1)
				}
			}
			return attribution{speaker: s.list(who), who: who, cue: stretch{i - 1, i}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "colon-quote"}, !who.empty()
		}
		if a, ok := s.readHeaded(i, q); ok || len(s.lone) > 0 && s.lone[len(s.lone)-1].cue.lo == i {
			return a, ok
		}
		if np := s.opening(i - 1); np.lo < np.hi && !s.counts(np) {
			if name := s.nounPhraseEnding(i - 1); s.ofThing(np) && name.lo > np.hi && name.hi-name.lo > 1 && s.capital(name.hi-1) && s.capital(name.hi-2) {
				for np = name; !s.capital(np.lo) && s.class(np.lo)&(classDeterminer|classTitle) == 0; np.lo++ {
				} // "The loss does not surprise Ada Smith: “…”"
			} else if who, ok := s.owner(np.hi - 1); ok && s.r.cues.nouns.bit&s.t.tok[np.hi-1].starts != 0 {
				np = who // "Her answer was blunt: “…”"
			} else if l := s.low(np.hi); (l == "from" || l == "by") && s.capital(np.hi+1) && s.r.cues.nouns.bit&s.t.tok[np.hi-1].starts != 0 {
				np = stretch{np.hi + 1, s.addressee(np.hi + 1)} // "The verdict from Smith: “…”"
			}
			return attribution{speaker: s.list(np), who: np, cue: stretch{i - 1, i}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "colon-quote"}, true
		} else if np := s.nameIn(s.unit.lo, i-1); np.lo < np.hi { // "And here is Smith: “…”"
			return attribution{speaker: s.list(np), who: np, cue: stretch{i - 1, i}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "colon-quote"}, true
		}
	case s.low(i-1) == ",":
		return s.unknownBefore(i, q)
	}
	return attribution{}, false
}

// ofThing says whether a phrase is headed by a common noun of a thing, which says nothing: "The
// timing of the vote".
func (s *scan) ofThing(np stretch) bool {
	head := np.hi - 1
	for i := np.lo + 1; i < np.hi; i++ {
		if s.class(i)&classPreposition != 0 {
			head = i - 1
			break
		}
	}
	return s.class(np.lo)&classDeterminer != 0 && s.class(head) == 0 && !s.capital(head) && !s.speaks(head) && s.r.heads.word(s.t, head)&(hPeople|hBody|hPaper) == 0 && s.r.cues.nouns.bit&s.t.tok[head].starts == 0
}

// leader finds the pronoun that opens the clause which leads to a quotation behind the colon at
// i: "…, but she gave him a compliment:". It is empty for none.
func (s *scan) leader(i int) stretch {
	for k := i - 1; k > s.unit.lo && i-k < 20; k-- {
		if l := s.low(k); (l == "but" || l == "and" || l == "though") && s.leadsToQuote(k-1) {
			return stretch{k + 1, k + 2}
		}
	}
	return stretch{}
}

// nameIn finds the last name that is no time in a short phrase from lo to hi.
func (s *scan) nameIn(lo, hi int) stretch {
	if hi-lo > 9 {
		return stretch{}
	}
	for end := hi; end > lo+1; end-- {
		if !s.capital(end-1) || s.class(end-1)&(classTime|classKicker) != 0 {
			continue
		}
		at := end - 1
		for at > lo && s.capital(at-1) && s.class(at-1)&classTime == 0 && (at-1 > s.unit.lo || s.class(at-1) == 0) {
			at--
		}
		return stretch{at, end}
	}
	return stretch{}
}

// unknownBefore reads "Smith drawled, “…”" before the quotation q that opens at i.
func (s *scan) unknownBefore(i int, q quotation) (attribution, bool) {
	for v := i - 2; v > s.unit.lo && i-v < 8 && s.quote[v] < 0 && s.isWord(v) && !s.workNamed(i); v-- {
		c := s.unlistedVerb(v)
		if c == nil || s.clauseTail(v+1) != i-1 {
			continue
		}
		group := s.groupStart(v)
		sub := s.subject(c, group, stretch{v, v + 1})
		if s.passive(group, v) || sub.kind != subjectOwn && c.form != asIng || !s.person(sub.who) {
			break
		}
		return attribution{speaker: sub.spans, who: sub.who, cue: stretch{group, v + 1}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "unlisted-comma-quote"}, true
	}
	return attribution{}, false
}

// unknownAfter reads "Smith drawled" or "drawled Smith" behind a quotation at i.
func (s *scan) unknownAfter(i int) (attribution, bool) {
	lo := i
	if l := s.low(i); s.finiteUnlisted(i) && len(l) > 4 && l[len(l)-2:] == "ed" {
		if inv, ok := s.invertedSubject(i + 1); ok && s.person(inv) && (s.capital(inv.lo) || s.class(inv.lo)&classTitle != 0 || s.class(inv.lo)&(classDeterminer|classPossessive) != 0 && (s.capitalIn(inv.lo, inv.hi) || s.speaks(inv.hi-1))) {
			return attribution{speaker: s.list(inv), who: inv, cue: stretch{i, i + 1}, content: s.around(i, s.clauseTail(inv.hi), true), entry: labelCue, rule: "quote-unlisted-verb"}, true
		}
	}
	for n := 0; n < 7 && i < s.unit.hi && s.isWord(i); n, i = n+1, i+1 {
		l := s.low(i)
		if n > 0 && !s.capital(i) && len(l) > 4 && (l[len(l)-2:] == "ed" || l[len(l)-1] == 's') && s.class(i)&(classPreposition|classAdverb|classDeterminer) == 0 && s.low(i+1) != "by" {
			np := stretch{lo, i}
			if !s.nounish(np) || s.class(lo)&(classPreposition|classConjunction|classRelative) != 0 || s.class(i)&classHedge != 0 {
				return attribution{}, false
			}
			return attribution{speaker: s.list(np), who: np, cue: stretch{i, i + 1}, content: s.around(lo, s.clauseTail(i+1), false), entry: labelCue, rule: "quote-unlisted-verb"}, true
		}
	}
	return attribution{}, false
}

// readIntroduction reads a unit that ends in a colon and so introduces the
// paragraph after it: "The ministry issued the following statement:".
func (s *scan) readIntroduction() {
	t, colon := s.t, s.unit.hi-1
	if s.low(colon) != ":" || s.unit.hi != s.para.hi || s.unit.hi >= len(t.tok) {
		return
	}
	next := t.paras[s.number+1]
	if s.quote[next.lo] < 0 {
		return
	}
	q := t.quotes[s.quote[next.lo]]
	a := attribution{cue: stretch{colon, colon + 1}, entry: labelCue, rule: "introduction", content: []stretch{t.unquoted(q)}}
	for i := s.unit.lo; i < colon; i++ {
		c, n, ok := s.r.cues.verbs.match(t.tok, i)
		if !ok || c.kind == kindThink || c.kind == kindAct || !s.outside(i, i+n) {
			continue
		}
		if sub := s.subject(c, s.groupStart(i), stretch{i, i + n}); sub.kind != subjectNone {
			a.speaker, a.who, a.cue, a.entry = sub.spans, sub.who, stretch{s.groupStart(i), i + n}, c
		} else if inv, ok := s.invertedSubject(i + n); ok { // "Stated Smith:"
			a.speaker, a.who, a.cue, a.entry = s.list(inv), inv, stretch{i, i + n}, c
		}
	}
	if topic := s.class(s.unit.lo)&(classDeterminer|classPossessive|classPreposition) != 0 && s.namesNobody(s.unit.lo, colon); len(a.speaker) == 0 && !topic {
		if np := s.opening(colon); np.lo < np.hi {
			a.speaker, a.who = s.list(np), np
		}
	}
	if len(a.speaker) > 0 {
		s.add(a)
	}
}

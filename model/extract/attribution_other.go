package extract

import "slices"

// readNoun reads the attribution of a noun, an adjective or a source phrase.
func (s *scan) readNoun(c *cue, at stretch) (attribution, bool) {
	switch {
	case c.takes(frameSource):
		return s.readSource(c, at)
	case c.takes(frameAdjective):
		return s.readAdjective(c, at)
	}
	a := attribution{cue: at, entry: c}
	if s.verbAt(at.lo) != nil && s.low(at.lo-1) == "to" {
		return a, false
	}
	i := at.hi
	// "a warning by the envoy that", "his warning on Friday that"
	var by stretch
	if l := s.low(i); l == "by" || l == "from" {
		if end := s.addressee(i + 1); end > i+1 {
			by = stretch{i + 1, end}
			i = end
		}
	}
	l := s.low(i)
	switch {
	case l == "that" && c.takes(frameClause):
		a.content = []stretch{s.trim(i, s.contentEnd(i))}
		a.rule = "noun-that"
	case l == "to" && c.takes(frameInfinitive) && s.isWord(i+1) && s.class(i+1)&(classDeterminer|classPossessive) == 0 && !s.capital(i+1):
		a.content = []stretch{s.trim(i, s.nounEnd(i, s.contentEnd(i)))}
		a.rule = "noun-to"
	case c.takes(framePreposition) && i < s.unit.hi && c.preps[s.t.tok[i].id] && i+1 < s.unit.hi:
		a.cue.hi = max(a.cue.hi, i+1)
		a.content = []stretch{s.trim(i+1, s.nounEnd(i+1, s.contentEnd(i+1)))}
		a.rule = "noun-prep"
	default:
		return a, false
	}
	if by.hi > by.lo {
		a.speaker, a.who = []stretch{by}, by
		a.cue.hi = at.hi
		return a, true
	}
	if who, ok := s.owner(at.lo); ok {
		a.speaker, a.who = []stretch{who}, who
	}
	return a, true
}

// owner finds whose a noun at i is: "his", "the minister's", skipping adjectives.
func (s *scan) owner(i int) (stretch, bool) {
	for k := i - 1; k >= s.unit.lo && i-k < 5 && s.quote[k] < 0; k-- {
		if s.class(k)&classPossessive != 0 {
			return stretch{k, k + 1}, true
		}
		if genitive(&s.t.tok[k]) {
			np := s.nounPhraseEnding(k)
			return stretch{s.ownerStart(np), k + 1}, np.lo < k
		}
		if !s.isWord(k) || s.class(k)&(classDeterminer|classPreposition|classConjunction|classAuxiliary) != 0 {
			break
		}
	}
	return stretch{}, false
}

// ownerStart cuts what is not the owner's name off the front of a phrase that
// reached back over a verb: "The paper printed the minister('s claim)".
func (s *scan) ownerStart(np stretch) int {
	for i := np.hi - 1; i > np.lo; i-- {
		if s.class(i)&classVerb != 0 || s.class(i)&classPreposition != 0 && s.low(i) != "of" && s.low(i) != "for" {
			return i + 1
		}
		if s.class(i)&(classDeterminer|classPossessive) != 0 && s.low(i-1) != "of" && s.low(i-1) != "for" {
			return i
		}
		if s.capital(i) && !s.capital(i-1) && s.class(i-1)&(classPreposition|classDeterminer|classPossessive|classTitle|classAnd) == 0 && s.t.tok[i-1].kind == wordToken && !genitive(&s.t.tok[i-1]) && s.formAt(i-1) == asPast {
			return i
		}
	}
	return np.lo
}

// readSource reads "according to X": before, behind or inside its content.
func (s *scan) readSource(c *cue, at stretch) (attribution, bool) {
	a := attribution{cue: at, entry: c, rule: "source"}
	end := s.sourceEnd(at.hi)
	if end <= at.hi {
		return a, false
	}
	a.speaker, a.who = []stretch{{at.hi, end}}, stretch{at.hi, end}
	tail := s.clauseTail(end)
	if at.lo <= s.unit.lo+2 || s.low(at.lo-1) == "," && s.introOnly(s.unit.lo, at.lo-1) && at.lo-s.unit.lo < 6 || s.t.tok[at.lo].is(flagCapital) || s.low(at.lo-1) == "," && s.class(at.lo-2)&(classConjunction|classAnd) != 0 {
		if tail < s.unit.hi && s.low(tail) == "," {
			tail++
		}
		a.rule = "source-first"
		a.content = []stretch{s.trim(tail, s.contentEnd(min(tail, s.unit.hi-1)))}
		return a, true
	}
	hi := at.lo
	lo := s.unit.lo
	for _, f := range s.found {
		for _, c := range f.content {
			if c.hi <= hi && c.hi > lo && f.rule == "source" {
				lo = c.hi
			}
		}
	}
	for i := lo; i < hi; i++ {
		if s.low(i) == ";" {
			lo = i + 1
		}
	}
	a.content = []stretch{s.trim(lo, hi)}
	if tail+1 < s.unit.hi && s.low(tail) == "," && !s.asides(tail+1) && s.low(hi-1) == "," {
		a.content = append(a.content, s.trim(tail+1, s.contentEnd(tail+1)))
	}
	return a, true
}

// sourceEnd returns the end of a source's name at i.
func (s *scan) sourceEnd(i int) int {
	j := i
	for j < s.unit.hi {
		if s.quote[j] >= 0 {
			j = s.quoteEnd(j) + 1
			continue
		}
		l := s.low(j)
		if l == "," || l == ";" || l == ":" || s.t.tok[j].kind == stopToken || s.t.tok[j].kind == dashToken && l != "-" {
			break
		}
		if j > i && (l == "who" || l == "which" || s.class(j)&classConjunction != 0 && s.class(j)&classPreposition == 0 || s.class(j)&classModal != 0) {
			break
		}
		j++
	}
	return j
}

// readAdjective reads "is confident that", "was critical of".
func (s *scan) readAdjective(c *cue, at stretch) (attribution, bool) {
	group := s.groupStart(at.lo)
	a := attribution{cue: stretch{group, at.hi}, entry: c}
	if group == at.lo || !s.hasHelper(group, at.lo) && s.low(group) != "not" {
		return a, false
	}
	sub := s.subject(c, group, at)
	if sub.kind == subjectNone {
		return a, false
	}
	a.speaker, a.who = sub.spans, sub.who
	i := at.hi
	l := s.low(i)
	switch {
	case l == "that" && c.takes(frameClause):
		a.rule = "adjective-that"
		a.content = []stretch{s.trim(i, s.contentEnd(i))}
	case l == "to" && c.takes(frameInfinitive):
		a.rule = "adjective-to"
		a.content = []stretch{s.trim(i, s.contentEnd(i))}
	case c.takes(framePreposition) && i+1 < s.unit.hi && c.preps[s.t.tok[i].id]:
		a.cue.hi = i + 1
		a.rule = "adjective-prep"
		a.content = []stretch{s.trim(i+1, s.nounEnd(i+1, s.contentEnd(i+1)))}
	case c.takes(frameClause) && s.class(i)&(classPronoun|classDeterminer|classPossessive|classRelative) != 0 || s.low(i) == "whether" || s.low(i) == "how":
		a.rule = "adjective-clause"
		a.content = []stretch{s.trim(i, s.contentEnd(i))}
	default:
		return a, false
	}
	return a, true
}

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
			for k := lo; k < i; k++ {
				if s.verbAt(k) != nil && !s.capital(k) {
					return
				}
			}
			if !s.speakerLabel(lo, i) {
				return
			}
			s.found = append(s.found, attribution{
				speaker: []stretch{{lo, i}}, who: stretch{lo, i}, cue: stretch{i, i + 1},
				content: []stretch{s.trim(i+1, s.unit.hi)}, entry: labelCue, rule: "label",
			})
			return
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && s.low(i) != "-" && s.low(i) != "." {
			return
		}
	}
}

// readSignature reads a paragraph that only signs the quotation before it: "— Smith".
func (s *scan) readSignature() {
	lo, hi := s.unit.lo, s.unit.hi
	if lo != s.para.lo || s.t.tok[lo].kind != dashToken || lo == 0 || hi-lo > 9 || s.quote[lo-1] < 0 || !s.capital(lo+1) {
		return
	}
	q := s.t.quotes[s.quote[lo-1]]
	if q.close != lo-1 {
		return
	}
	end := lo + 1
	for end < hi && (s.isWord(end) || s.low(end) == "-") {
		end++
	}
	who := stretch{lo + 1, end}
	s.found = append(s.found, attribution{
		speaker: []stretch{who}, who: who, cue: stretch{lo, lo + 1}, content: []stretch{s.t.unquoted(q)}, entry: labelCue, rule: "signature",
	})
}

// labelCue stands for the colon of a label.
var labelCue = &cue{lemma: ":", frames: frameQuote | frameClause, stance: "neutral", typ: "assertion"}

// speakerLabel says whether lo to hi names a speaker: all its words but "of",
// "the" and the like have capitals, and it is short.
func (s *scan) speakerLabel(lo, hi int) bool {
	if hi-lo > 5 {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.isWord(i) && !s.capital(i) && s.class(i)&(classPreposition|classDeterminer|classAnd) == 0 {
			return false
		}
	}
	return s.class(lo)&(classPreposition|classConjunction|classRelative|classAdverb) == 0
}

// readUnknownVerb reads a quotation that a name and an unlisted verb stand next
// to: “…,” Smith drawled.
func (s *scan) readUnknownVerb() {
	for i := s.unit.lo; i < s.unit.hi; i++ {
		if s.quote[i] < 0 {
			continue
		}
		e := s.quoteEnd(i)
		q := s.t.quotes[s.quote[i]]
		if q.hi-q.lo >= 3 && e+2 < s.unit.hi && s.t.tok[q.hi-1].endsClause() && !s.workTitle(i) && !s.isWord(i-1) {
			if a, ok := s.unknownAfter(e + 1); ok {
				s.found = append(s.found, a)
				return
			}
		}
		// "He had one message: “Go home.”"
		if i-2 > s.unit.lo && s.low(i-1) == ":" && q.hi-q.lo >= 2 && s.t.tok[q.hi-1].kind == stopToken && s.t.tok[q.lo].is(flagCapital) {
			if np := s.opening(i - 1); np.lo < np.hi {
				s.found = append(s.found, attribution{speaker: []stretch{np}, who: np, cue: stretch{i - 1, i}, content: []stretch{s.t.unquoted(q)}, entry: labelCue, rule: "colon-quote"})
				return
			}
		}
		i = e
	}
}

func (s *scan) unknownAfter(i int) (attribution, bool) {
	lo := i
	for n := 0; n < 7 && i < s.unit.hi && s.isWord(i); n, i = n+1, i+1 {
		l := s.low(i)
		if n > 0 && !s.capital(i) && len(l) > 4 && (l[len(l)-2:] == "ed" || l[len(l)-1] == 's') && s.class(i)&(classPreposition|classAdverb|classDeterminer) == 0 {
			np := stretch{lo, i}
			if !s.nounish(np) || s.class(lo)&(classPreposition|classConjunction) != 0 {
				return attribution{}, false
			}
			return attribution{speaker: []stretch{np}, who: np, cue: stretch{i, i + 1}, content: s.around(lo, s.clauseTail(i+1), false), entry: labelCue, rule: "quote-unlisted-verb"}, true
		}
	}
	return attribution{}, false
}

// joinQuotations gives quotations that no attribution took to the statement
// before them: the rest of an interrupted quotation, a quotation that runs over
// paragraphs, a fully quoted sentence or paragraph that goes on.
func (t *text) joinQuotations(all []attribution, quoteOf []int32) []attribution {
	if len(t.quotes) == 0 {
		return all
	}
	owner := make([]int, len(t.quotes))
	for i := range owner {
		owner[i] = -1
	}
	for n, a := range all {
		for _, c := range a.content {
			for i := c.lo; i < c.hi; i++ {
				if q := quoteOf[i]; q >= 0 {
					if owner[q] < 0 {
						owner[q] = n
					}
					i = max(i, t.quotes[q].hi-1)
				}
			}
		}
	}
	for n, q := range t.quotes {
		if owner[n] >= 0 {
			continue
		}
		if !t.standsAlone(q) {
			if n > 0 && owner[n-1] >= 0 && t.resumes(t.quotes[n-1], q, all[owner[n-1]]) {
				owner[n] = owner[n-1]
				all[owner[n]].content = append(all[owner[n]].content, t.unquoted(q))
			}
			continue
		}
		prev := -1
		if n > 0 && owner[n-1] >= 0 && t.follows(q, all[owner[n-1]], quoteOf) {
			prev = owner[n-1]
		} else {
			prev = t.statementBefore(q, all, quoteOf)
		}
		if prev >= 0 {
			all[prev].content = append(all[prev].content, t.unquoted(q))
			owner[n] = prev
		}
	}
	return all
}

// resumes says whether q goes on with a quotation p that its attribution broke off
// in the same sentence: “The risk,” said X, who knows it, “is that …”
func (t *text) resumes(p, q quotation, a attribution) bool {
	return q.open > 0 && t.tok[q.open-1].low == "," && a.cue.lo >= p.close && a.cue.hi <= q.open &&
		t.tok[p.hi-1].low == "," && t.tok[q.open].sent == t.tok[p.close-1].sent
}

// statementBefore finds the statement that a quotation standing alone goes on
// with: the main one of the sentence before it, -1 for none.
func (t *text) statementBefore(q quotation, all []attribution, quoteOf []int32) int {
	best := -1
	at, _ := slices.BinarySearchFunc(all, q.open, func(a attribution, open int) int { return a.cue.lo - open })
	for n := at - 1; n >= 0 && n >= at-6; n-- {
		a := all[n]
		if a.entry.kind != kindSay || a.entry == labelCue || len(a.content) == 0 || !t.follows(q, a, quoteOf) {
			continue
		}
		if best < 0 || t.tok[a.cue.lo].sent == t.tok[all[best].cue.lo].sent && a.who != (stretch{}) {
			best = n
		}
	}
	return best
}

// unquoted is the inside of a quotation without a comma at its end.
func (t *text) unquoted(q quotation) stretch {
	if q.hi-1 > q.lo && t.tok[q.hi-1].low == "," {
		return stretch{q.lo, q.hi - 1}
	}
	return stretch{q.lo, q.hi}
}

// standsAlone says whether a quotation is a sentence of its own: it begins one,
// and ends with a stop.
func (t *text) standsAlone(q quotation) bool {
	if q.joined {
		return true
	}
	sent := t.sentence(q.open)
	if q.open != sent.lo {
		return false
	}
	return t.sentence(q.close).hi == q.close+1 || q.close+1 < len(t.tok) && t.tok[q.close+1].kind == stopToken
}

// follows says whether q comes right after the words of a statement, in its
// paragraph or as the next one, with no sentence of another between them.
func (t *text) follows(q quotation, a attribution, quoteOf []int32) bool {
	end := a.cue.hi
	for _, c := range a.content {
		end = max(end, c.hi)
	}
	for _, sp := range a.speaker {
		end = max(end, sp.hi)
	}
	if end > q.open {
		return false
	}
	between := 0
	for i := end; i < q.open; i++ {
		if t.tok[i].kind <= numberToken && quoteOf[i] < 0 {
			between++
		}
	}
	if t.tok[q.open].sent-t.tok[max(end-1, 0)].sent > 1 && between > 0 {
		return false
	}
	return between < 60
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
			a.speaker, a.who, a.cue, a.entry = []stretch{inv}, inv, stretch{i, i + n}, c
		}
	}
	if len(a.speaker) == 0 {
		if np := s.opening(colon); np.lo < np.hi {
			a.speaker, a.who = []stretch{np}, np
		}
	}
	if len(a.speaker) > 0 {
		s.found = append(s.found, a)
	}
}

package extract

// attribution is one statement as it was found, in tokens.
type attribution struct {
	speaker []stretch // as written; empty where nobody is named
	who     stretch   // the words that name the speaker: the antecedent of "who", the speaker of "adding"
	cue     stretch
	content []stretch
	with    stretch // the person addressed
	entry   *cue
	rule    string
	inner   bool // its clause depends on another: its subject is nobody else's
	hearsay bool // it is reported within another's content
}

// scan reads one unit, a run of sentences that no quotation crosses, from left to
// right. It is made anew for every unit and knows what came before in it.
type scan struct {
	r        *Reader
	t        *text
	para     stretch
	number   int // of the paragraph
	unit     stretch
	title    bool // the unit is written in title case: its capitals say nothing
	fronted  bool // the clause begins with a relative that its content belongs to: "who he said was"
	relative bool // the cue stands in a relative clause
	found    []attribution
	quote    []int32 // quotation that each token of the paragraph stands in, marks included; -1 for none
}

// units merges the sentences of a paragraph that one quotation spans.
func (t *text) units(p stretch, quoteAt func(i int) int32) []stretch {
	var out []stretch
	lo := p.lo
	for lo < p.hi {
		hi := t.sentence(lo).hi
		for hi < p.hi && quoteAt(hi-1) >= 0 && quoteAt(hi-1) == quoteAt(hi) {
			hi = t.sentence(hi).hi
		}
		out = append(out, stretch{lo, min(hi, p.hi)})
		lo = hi
	}
	return out
}

// readAttributions finds who said what in the text.
func (r *Reader) readAttributions(t *text) []attribution {
	quoteOf := make([]int32, len(t.tok))
	for i := range quoteOf {
		quoteOf[i] = -1
	}
	for n, q := range t.quotes {
		for i := q.open; i <= q.close && i < len(t.tok); i++ {
			quoteOf[i] = int32(n)
		}
	}
	var all []attribution
	for n, p := range t.paras {
		s := &scan{r: r, t: t, para: p, number: n, quote: quoteOf}
		for _, u := range t.units(p, func(i int) int32 { return quoteOf[i] }) {
			s.unit = u
			s.title = t.titleCase(u)
			s.found = s.found[:0]
			s.readUnit()
			all = append(all, s.found...)
		}
	}
	return t.joinQuotations(all, quoteOf)
}

// readUnit walks over the cues of a unit that stand outside quotation marks.
func (s *scan) readUnit() {
	s.readLabel()
	s.readSignature()
	for i := s.unit.lo; i < s.unit.hi; i++ {
		if q := s.quote[i]; q >= 0 {
			i = s.quoteEnd(i)
			continue
		}
		if c, n, ok := s.r.cues.verbs.match(s.t.tok, i); ok && s.outside(i, i+n) {
			if a, ok := s.readVerb(c, stretch{i, i + n}); ok {
				s.add(a)
				i += n - 1
				continue
			}
		}
		if c, n, ok := s.r.cues.nouns.match(s.t.tok, i); ok && s.outside(i, i+n) {
			if a, ok := s.readNoun(c, stretch{i, i + n}); ok {
				s.add(a)
				i += n - 1
			}
		}
	}
	if len(s.found) == 0 {
		s.readUnknownVerb()
	}
	s.readIntroduction()
	s.dropNested()
}

// dropNested drops what is reported within another's content: there it is part of
// what that one said, and no statement made to the desk. What somebody is said to
// have said stays when it stands deep enough to be a report of its own.
func (s *scan) dropNested() {
	if len(s.found) < 2 {
		return
	}
	n := len(s.found)
	inside := func(i, j int) int { // how deep i's cue stands in j's content, -1 for outside
		for _, c := range s.found[j].content {
			if c.lo <= s.found[i].cue.lo && s.found[i].cue.lo < c.hi {
				return s.found[i].cue.lo - c.lo
			}
		}
		return -1
	}
	dropped := make([]bool, n)
	for i, a := range s.found {
		depth := -1
		for j := range n {
			if i != j && !dropped[j] && !(j > i && inside(j, i) >= 0) {
				depth = max(depth, inside(i, j))
			}
		}
		report := a.entry.lemma == "say" || a.entry.lemma == "tell" || a.entry.takes(frameSource)
		dropped[i] = depth >= 0 && (depth <= 6 || !report)
		s.found[i].hearsay = depth >= 0
	}
	kept := s.found[:0:0]
	for i, a := range s.found {
		if !dropped[i] {
			kept = append(kept, a)
		}
	}
	s.found = kept
}

func (s *scan) add(a attribution) {
	size := 0
	for _, c := range a.content {
		size += c.hi - c.lo
	}
	if size > 0 {
		s.found = append(s.found, a)
	}
}

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

// quoteEnd returns the last token of the quotation at i, its mark included.
func (s *scan) quoteEnd(i int) int {
	return min(s.t.quotes[s.quote[i]].close, s.unit.hi-1)
}

// quoteStart returns the first token of the quotation at i, its mark included.
func (s *scan) quoteStart(i int) int { return max(s.t.quotes[s.quote[i]].open, s.unit.lo) }

func (s *scan) class(i int) class {
	if i < s.unit.lo || i >= s.unit.hi {
		return 0
	}
	k := &s.t.tok[i]
	cl := s.r.lex.of(k)
	if k.is(flagCapital) && cl&(classModal|classPreposition) != 0 && !s.title && i > s.unit.lo && (s.quote[i-1] >= 0 || s.t.tok[i-1].kind <= numberToken) {
		return 0 // a name: "Will wrote", "Mr. May"
	}
	return cl
}

func (s *scan) low(i int) string {
	if i < s.unit.lo || i >= s.unit.hi {
		return ""
	}
	return s.t.tok[i].low
}

func (s *scan) isWord(i int) bool {
	return i >= s.unit.lo && i < s.unit.hi && s.t.tok[i].kind <= numberToken
}

func (s *scan) capital(i int) bool { return s.isWord(i) && s.t.tok[i].is(flagCapital) }

// verbAt returns the verb cue at i, nil for none.
func (s *scan) verbAt(i int) *cue {
	if i < s.unit.lo || i >= s.unit.hi || s.quote[i] >= 0 {
		return nil
	}
	c, _, _ := s.r.cues.verbs.match(s.t.tok, i)
	return c
}

// readVerb reads the attribution of a verb cue, if it is one here.
func (s *scan) readVerb(c *cue, at stretch) (attribution, bool) {
	group := s.groupStart(at.lo)
	if c.lemma == "expect" && c.form == asPast && s.passive(group, at.lo) && s.low(at.hi) == "to" {
		return s.readExpected(c, at, group)
	}
	if c.lemma == "ask" && c.form == asPast && (at.lo == s.unit.lo || s.low(at.lo-1) == "when" || s.passive(group, at.lo)) {
		return s.readAsked(c, at)
	}
	if !s.isVerb(c, at, group) {
		return attribution{}, false
	}
	a := attribution{cue: stretch{s.afterTime(group, at.lo), at.hi}, entry: c}
	if inv, ok := s.plainInversion(c, at); ok && group == at.lo {
		a.speaker, a.who, a.rule = []stretch{inv}, inv, "verb-inverted"
		a.content = s.around(group, s.clauseTail(inv.hi), true)
		if at.lo-s.unit.lo == 2 && !s.endsQuote(at.lo-1) {
			a.content = a.content[1:] // "But, said Smith, “…”"
		}
		return a, len(a.content) > 0
	}
	sub := s.subject(c, group, at)
	// “…,” said Smith — the subject stands behind
	if c.takes(frameQuote) && (c.form == asPast || c.form == asThird) && s.leftContent(group) && sub.kind != subjectOwn && (s.endsQuote(group-1) || len(s.found) == 0 || c.lemma == "say") {
		if inv, ok := s.invertedSubject(at.hi); ok {
			a.speaker, a.who = []stretch{inv}, inv
			a.cue = at
			a.rule = "verb-inverted"
			a.content = s.around(group, s.clauseTail(inv.hi), true)
			return a, len(a.content) > 0
		}
	}
	a.speaker, a.who = sub.spans, sub.who
	a.inner = sub.kind == subjectOwn && (c.form == asIng && group == at.lo || s.subordinate(sub.start))
	if sub.kind == subjectNone && c.kind != kindThink && c.kind != kindFind {
		return a, false
	}
	start := sub.start
	if j, _ := s.skipAdjuncts(at.hi, c); s.low(start-1) == "as" && sub.kind == subjectOwn && s.low(j) != "that" {
		return s.readAs(a, c, at, start-1)
	}
	quoteBefore := start > s.unit.lo && s.endsQuote(start-1) && sub.kind != subjectShared
	s.fronted = sub.kind == subjectOwn && s.class(start-1)&classRelative != 0
	s.relative = s.fronted || group > s.unit.lo && (s.low(group-1) == "who" || s.low(group-1) == "which")
	rt := s.complement(c, at.hi, quoteBefore)
	s.relative = false
	if c.form == asBase && s.low(at.lo-1) == "to" && (rt.rule == "noun" || rt.rule == "clause" && c.kind != kindSay) {
		return a, false // "to defend the plan" is a purpose
	}
	a.with = rt.addressee
	switch {
	case rt.ok && !(quoteBefore && rt.weak):
		a.content = []stretch{{rt.lo, rt.hi}}
		a.rule = "verb-" + rt.rule
		if sub.kind == subjectShared {
			a.rule += "-shared"
		}
	case (c.takes(frameQuote) || c.kind == kindSay && c.takes(frameClause)) && sub.kind != subjectShared && s.leftContent(start) && (quoteBefore || c.takes(frameClause)):
		a.content = s.around(start, rt.tail, false)
		a.rule = "verb-after"
		if quoteBefore {
			a.rule = "quote-verb"
		}
	case c.takes(frameQuote) && c.kind == kindSay && sub.kind == subjectOwn && s.brokenOff(start, rt.tail):
		a.content = s.around(start, rt.tail, false)
		if start-s.unit.lo == 2 && len(a.content) > 1 && s.class(s.unit.lo)&(classAdverb|classConjunction|classAnd) != 0 {
			a.content = a.content[1:] // "Instead, she said, …"
		}
		a.rule = "verb-inside"
	default:
		return a, false
	}
	return a, true
}

// readExpected reads "Smith is expected to leave": nobody says who expects it.
func (s *scan) readExpected(c *cue, at stretch, group int) (attribution, bool) {
	sub := s.subject(c, group, at)
	if sub.kind != subjectOwn {
		return attribution{}, false
	}
	a := attribution{cue: stretch{group, at.hi}, entry: c, rule: "verb-passive"}
	a.content = []stretch{sub.who, s.trim(at.hi, s.contentEnd(at.hi))}
	return a, true
}

// readAsked reads a question told in the passive: "asked by a reporter whether …",
// "when asked about …". Without "by" nobody is named.
func (s *scan) readAsked(c *cue, at stretch) (attribution, bool) {
	a := attribution{cue: at, entry: c, rule: "verb-asked", inner: true}
	j := at.hi
	if s.low(j) == "by" {
		end := s.addressee(j + 1)
		if end == j+1 {
			return a, false
		}
		a.who = stretch{j + 1, end}
		a.speaker = []stretch{a.who}
		j = end
	}
	j, _ = s.skipAdjuncts(j, c)
	if j >= s.unit.hi {
		return a, false
	}
	switch l := s.low(j); {
	case s.quote[j] >= 0:
		a.content = []stretch{s.trim(j, s.quoteEnd(j)+1)}
		return a, true
	case l == "," && s.quoteAt(j+1):
		a.content = []stretch{s.trim(j+1, s.quoteEnd(j+1)+1)}
		return a, true
	case l == "about":
		j++
	case l != "whether" && l != "if" && l != "why" && l != "how" && l != "what" && l != "which" && l != "who" && l != "to":
		return a, false
	}
	end := j
	for end < s.unit.hi && s.low(end) != "," && s.t.tok[end].kind != stopToken && s.t.tok[end].kind != dashToken {
		if s.quote[end] >= 0 {
			end = s.quoteEnd(end)
		}
		end++
	}
	a.content = []stretch{s.trim(j, min(end, s.unit.hi))}
	return a, true
}

// plainInversion reads ", said Jane Smith" and an end or a comma: a name alone
// behind a verb that reports what stood before it.
func (s *scan) plainInversion(c *cue, at stretch) (stretch, bool) {
	if c.kind != kindSay || !c.takes(frameQuote) || c.form != asPast && c.form != asThird || s.low(at.lo-1) != "," || !s.leftContent(at.lo) && at.lo-s.unit.lo != 2 || len(s.found) > 0 || c.lemma == "tell" {
		return stretch{}, false
	}
	inv, ok := s.invertedSubject(at.hi)
	if !ok || inv.hi < s.unit.hi && s.low(inv.hi) != "," && s.t.tok[inv.hi].kind != stopToken {
		return stretch{}, false
	}
	for i := inv.lo; i < inv.hi; i++ {
		if s.isWord(i) && !s.capital(i) && s.class(i)&(classTitle|classPreposition|classDeterminer|classAnd) == 0 && !genitive(&s.t.tok[i]) {
			return stretch{}, false
		}
	}
	return inv, s.capital(inv.lo) || s.class(inv.lo)&classTitle != 0
}

// brokenOff says whether an attribution from lo to tail stands between commas in
// another clause: "Loyalty, he noted, has its price".
func (s *scan) brokenOff(lo, tail int) bool {
	return lo-2 >= s.unit.lo && s.low(lo-1) == "," && tail+2 < s.unit.hi && s.low(tail) == "," && !s.asides(tail+1)
}

// readAs reads "As Smith said, …" and "…, as Smith said".
func (s *scan) readAs(a attribution, c *cue, at stretch, start int) (attribution, bool) {
	if c.kind != kindSay || !c.takes(frameQuote|frameClause) {
		return a, false
	}
	j, _ := s.skipAdjuncts(at.hi, c)
	tail := s.clauseTail(j)
	a.rule = "as-verb"
	switch {
	case start-s.unit.lo <= 3 && tail+1 < s.unit.hi && (s.low(tail) == "," || s.low(tail) == ":"):
		a.content = []stretch{s.trim(tail+1, s.contentEnd(tail+1))}
	case s.leftContent(start) && tail-j < 2:
		a.content = s.around(start, tail, false)
	default:
		return a, false
	}
	return a, true
}

// subordinate says whether the clause whose subject begins at lo hangs on another.
func (s *scan) subordinate(lo int) bool {
	if s.class(lo-1)&(classConjunction|classRelative) != 0 {
		return s.low(lo-1) != "but"
	}
	l := s.low(lo - 1)
	return l == "how" || l == "what" || l == "why" || l == "as" || l == "whether" || s.low(lo) == "who"
}

// leftContent says whether what stands before token i can be the content of a
// cue that follows it: a quotation, or a clause and a comma.
func (s *scan) leftContent(i int) bool {
	k := i - 1
	if k < s.unit.lo {
		return false
	}
	if s.endsQuote(k) {
		return true
	}
	if l := s.low(k); l != "," && s.t.tok[k].kind != dashToken {
		return false
	}
	return k-s.unit.lo >= 2 && !s.introOnly(s.unit.lo, k)
}

// introOnly says whether lo to hi is a mere introduction ("On Friday",
// "Asked about it", "However"), and so no content of its own.
func (s *scan) introOnly(lo, hi int) bool {
	if hi-lo < 2 {
		return true
	}
	first := s.class(lo)
	if first&(classPreposition|classConjunction|classAdverb|classTime) != 0 && first&classDeterminer == 0 {
		// a whole clause after a comma may still follow an introduction
		for i := lo; i < hi; i++ {
			if s.low(i) == "," && hi-i > 4 {
				return s.introOnly(i+1, hi)
			}
		}
		return first&(classConjunction) == 0 || s.low(lo) != "but"
	}
	if s.t.tok[lo].kind == wordToken && (s.formAt(lo) == asIng || s.formAt(lo) == asPast) {
		return true
	}
	return false
}

func (s *scan) formAt(i int) cueForm {
	if c := s.verbAt(i); c != nil {
		return c.form
	}
	l := s.low(i)
	switch {
	case len(l) > 5 && l[len(l)-3:] == "ing":
		return asIng
	case len(l) > 4 && l[len(l)-2:] == "ed":
		return asPast
	}
	return asBase
}

// endsQuote says whether token k closes a quotation (a comma may stand after it).
func (s *scan) endsQuote(k int) bool {
	if k >= s.unit.lo && (s.low(k) == "," || s.t.tok[k].kind == dashToken) {
		k--
	}
	return k >= s.unit.lo && s.quote[k] >= 0 && s.quoteEnd(k) == k && !s.workTitle(k)
}

// around returns the content before an attribution that stands at from, and what
// goes on after it at tail: only a quotation when more of the speaker may stand there.
func (s *scan) around(from, tail int, onlyQuote bool) []stretch {
	lo, hi := s.unit.lo, from
	if s.endsQuote(from - 1) {
		k := from - 1
		if s.quote[k] < 0 {
			k--
		}
		open := s.quoteStart(k)
		hi = k + 1
		// another attribution before the quotation owns what is before it
		fragment := s.isWord(open - 1) // the quotation is only part of the content
		for _, f := range s.found {
			if fragment {
				break
			}
			if f.cue.hi <= open && f.cue.lo >= lo {
				lo = open
			}
			for _, c := range f.content {
				if c.hi > lo && c.hi <= open {
					lo = open
				}
			}
		}
		if s.introOnly(lo, open) && s.low(open-1) == "," || s.low(open-1) == ":" {
			lo = open
		}
	}
	out := []stretch{s.trim(lo, hi)}
	if tail < s.unit.hi && s.low(tail) == "," && tail+1 < s.unit.hi {
		next := tail + 1
		switch {
		case s.quote[next] >= 0:
			out = append(out, s.trim(next, s.contentEnd(next)))
		case !onlyQuote && !s.endsQuote(from-1) && !s.asides(next):
			out = append(out, s.trim(next, s.contentEnd(next)))
		}
	}
	return out
}

// asides says whether a clause at i only comments on the attribution before it.
func (s *scan) asides(i int) bool {
	cl := s.class(i)
	if cl&(classPreposition|classRelative|classConjunction) != 0 && s.low(i) != "but" {
		return true
	}
	if f := s.formAt(i); (f == asIng || f == asPast) && !s.clauseAt(i, true) {
		return true
	}
	if s.class(i)&classAnd != 0 || s.low(i) == "but" {
		return s.verbAt(i+1) != nil || s.class(i+1)&classAdverb != 0 && s.verbAt(i+2) != nil
	}
	return s.low(i) == "citing"
}

// trim takes quotation marks and punctuation off the ends of a stretch, so that
// a content of one quotation leaves out its marks.
func (s *scan) trim(lo, hi int) stretch {
	t := s.t
	for lo < hi {
		k := &t.tok[lo]
		if k.kind == punctToken && k.low != "$" && k.low != "#" && k.low != "@" && k.low != "(" && k.low != "[" && k.low != "£" && k.low != "€" || k.kind == dashToken || k.kind == stopToken && k.low != "..." && k.low != "…" {
			lo++
			continue
		}
		break
	}
	for lo < hi {
		k := &t.tok[hi-1]
		if k.low == "," || k.low == ";" || k.low == ":" || k.kind == dashToken || k.kind == stopToken && s.quote[hi-1] < 0 {
			hi--
			continue
		}
		break
	}
	// outer marks of a single quotation
	if lo < hi && s.quote[lo] >= 0 && s.quote[lo] == s.quote[hi-1] {
		q := t.quotes[s.quote[lo]]
		lo, hi = max(lo, q.lo), min(hi, q.hi)
		if hi > lo && t.tok[hi-1].low == "," {
			hi--
		}
	}
	return stretch{lo, hi}
}

// titleCase says whether most longer words of a stretch begin with a capital.
func (t *text) titleCase(u stretch) bool {
	capital, words := 0, 0
	for i := u.lo; i < u.hi; i++ {
		if k := &t.tok[i]; k.kind == wordToken && len(k.low) > 3 {
			words++
			if k.is(flagCapital) {
				capital++
			}
		}
	}
	return words > 4 && capital*10 >= words*8
}

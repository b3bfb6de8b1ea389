package extract

import "slices"

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
	number   int     // of the paragraph
	unit     stretch // set by enter
	words    []token // of the unit
	start    int     // where the unit begins behind a dateline; -1 until it is sought
	title    bool    // the unit is written in title case: its capitals say nothing
	fronted  bool    // the clause begins with a relative that its content belongs to: "who he said was"
	relative bool    // the cue stands in a relative clause
	fused    bool    // the clause is what somebody calls something: "what she called “a wish”"
	opens    bool    // the cue's clause opens the unit and hangs on the one behind it: "While he says …, she …"
	from     int     // where the attribution begins whose complement is read
	joining  bool    // the subject of a verb is sought that another one shares
	clause   bool    // a clause is the content: it has not ended before its verb
	gerund   bool    // the cue is a participle: another one behind "and" is its equal
	past     bool    // the cue is in the past: a verb in the present behind "and" is no equal of it, unless "that" follows
	found    []attribution
	before   attribution   // the last one of the units before in the paragraph
	lone     []attribution // units that are one quotation, for when they go on with nothing
	quote    []int32       // quotation that each token of the paragraph stands in, marks included; -1 for none
	dropped  []bool        // room for dropNested
	runs     []stretch     // room for speakers and contents
}

// list makes a list of stretches in the room for them.
func (s *scan) list(runs ...stretch) []stretch {
	from := len(s.runs)
	s.runs = append(s.runs, runs...)
	return s.runs[from:len(s.runs):len(s.runs)]
}

// units appends the sentences of a paragraph to out; those that one quotation spans
// are merged.
func (t *text) units(out []stretch, p stretch, quoteOf []int32) []stretch {
	lo := p.lo
	for lo < p.hi {
		hi := t.sentence(lo).hi
		for hi < p.hi && quoteOf[hi-1] >= 0 && quoteOf[hi-1] == quoteOf[hi] {
			hi = t.sentence(hi).hi
		}
		out = append(out, stretch{lo, min(hi, p.hi)})
		lo = hi
	}
	return out
}

// readAttributions finds who said what in the text. What it returns is the workroom's.
func (r *Reader) readAttributions(t *text, work *workroom) []attribution {
	quoteOf := slices.Grow(work.quoteOf[:0], len(t.tok))[:len(t.tok)]
	for i := range quoteOf {
		quoteOf[i] = -1
	}
	for n, q := range t.quotes {
		for i := q.open; i <= q.close && i < len(t.tok); i++ {
			quoteOf[i] = int32(n)
		}
	}
	all, units := work.all[:0], work.units
	s := scan{found: work.found, dropped: work.dropped, lone: work.lone[:0], runs: work.runs[:0]}
	for n, p := range t.paras {
		s = scan{r: r, t: t, para: p, number: n, quote: quoteOf, found: s.found, dropped: s.dropped, lone: s.lone, runs: s.runs}
		units = t.units(units[:0], p, quoteOf)
		for _, u := range units {
			s.enter(u)
			s.title = t.titleCase(u)
			s.found = s.found[:0]
			s.readUnit()
			all = append(all, s.found...)
			if n := len(s.found); n > 0 {
				s.before = s.found[n-1]
			}
			if n := len(all); n > 0 && all[n-1].rule == "label" && all[n-1].content[0].hi > u.hi {
				break // the whole paragraph of a transcript
			}
		}
	}
	work.quoteOf, work.units, work.found, work.all, work.dropped, work.lone, work.runs = quoteOf, units, s.found, all, s.dropped, s.lone, s.runs
	return t.joinQuotations(all, s.lone, quoteOf)
}

// enter makes a stretch the unit that is read.
func (s *scan) enter(unit stretch) {
	s.unit, s.words, s.start = unit, s.t.tok[unit.lo:unit.hi], -1
}

// mostInUnit bounds the attributions of a unit: no sentence that somebody wrote has
// as many, and a hostile one costs no more.
const mostInUnit = 64

// readUnit walks over the cues of a unit that stand outside quotation marks.
func (s *scan) readUnit() {
	s.readLabel()
	s.readSignature()
	toks, cues := s.t.tok, s.r.cues.verbs.bit|s.r.cues.nouns.bit
	from := s.unit.lo
	if n := len(s.found); n > 0 && s.found[n-1].rule == "label" {
		from = s.found[n-1].cue.hi // "QUESTION: Is that so?"
	}
	for i := from; i < s.unit.hi && len(s.found) < mostInUnit; i++ {
		if toks[i].starts&cues == 0 {
			continue
		}
		if q := s.quote[i]; q >= 0 {
			i = s.quoteEnd(i)
			continue
		}
		if c, n, ok := s.r.cues.verbs.match(s.t.tok, i); ok {
			if a, ok := s.readVerb(c, stretch{i, i + n}); ok {
				s.add(a)
				i = max(i+n, a.cue.hi) - 1
				continue
			}
		}
		if c, n, ok := s.r.cues.nouns.match(s.t.tok, i); ok && !s.passedOver(i) {
			if a, ok := s.readNoun(c, stretch{i, i + n}); ok {
				s.add(a)
				i += n - 1
			}
		}
	}
	s.readGoingOn()
	s.readUnknownVerb()
	s.readUnlisted()
	s.readIntroduction()
	s.readLone()
	s.readBreakingIn()
	s.joinTwice()
	s.endAtTag()
	s.dropNested()
	s.spanSpeakers()
	slices.SortStableFunc(s.found, func(a, b attribution) int { return a.cue.lo - b.cue.lo })
}

// passedOver says whether token i stands between a cue and what it reports, and so
// only tells where or how that was said: "wrote in a description of the boat that".
func (s *scan) passedOver(i int) bool {
	if len(s.found) == 0 {
		return false
	}
	last := s.found[len(s.found)-1]
	return last.cue.hi <= i && i < last.content[0].lo
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
	s.dropped = append(s.dropped[:0], make([]bool, n)...)
	dropped := s.dropped
	for j := range n {
		dropped[j] = s.onlyRelays(j) || s.onlySends(j)
	}
	for i, a := range s.found {
		if dropped[i] {
			continue
		}
		depth := -1
		for j := range n {
			if i != j && !dropped[j] && !(j > i && inside(j, i) >= 0) {
				depth = max(depth, inside(i, j))
			}
		}
		report := a.entry.lemma == "say" || a.entry.lemma == "tell" || a.entry.takes(frameSource) || s.ownWords(a)
		dropped[i] = depth >= 0 && (depth <= 6 || !report || s.denied(i)) && !s.threatens(i)
		s.found[i].hearsay = depth >= 0
	}
	kept := s.found[:0]
	for i, a := range s.found {
		if !dropped[i] {
			kept = append(kept, a)
		}
	}
	s.found = kept
}

// denied says whether what the attribution i reports stands in what somebody denies: "denied a
// report that Smith had called it over".
func (s *scan) denied(i int) bool {
	for _, b := range s.found {
		if c := b.content[0]; b.entry.typ == "denial" && c.lo <= s.found[i].cue.lo && s.found[i].cue.lo < c.hi {
			return true
		}
	}
	return false
}

// threatens says whether the attribution i is a threat of somebody named, and what another only
// tells of it: "Smith has threatened to leave, two officials said".
func (s *scan) threatens(i int) bool {
	a := &s.found[i]
	return a.entry.typ == "threat" && !s.denied(i) && len(a.speaker) > 0 && s.capital(a.who.hi-1)
}

// onlyRelays says whether the attribution j only names the papers and agencies that tell what
// somebody said at the beginning of its content: "Quell called it useful, agencies reported".
func (s *scan) onlyRelays(j int) bool {
	b := s.found[j]
	if len(b.content) != 1 || b.content[0].lo > b.cue.lo || !s.relays(b.who) {
		return false
	}
	c := b.content[0]
	for i, a := range s.found {
		if i == j || len(a.speaker) != 1 || a.speaker[0].hi != a.cue.lo && (a.cue.lo < a.speaker[0].hi || s.segmentEnd(a.who.hi)+1 != a.cue.lo) || a.entry.kind != kindSay || s.relays(a.who) {
			continue
		}
		from, to := min(a.speaker[0].lo, a.content[0].lo), max(a.cue.hi, a.content[len(a.content)-1].hi)
		for _, more := range s.found {
			if more.who == a.who { // "welcomed the talks, saying they were late"
				to = max(to, more.content[len(more.content)-1].hi)
			}
		}
		if from <= c.lo+1 && c.hi <= to+1 && c.lo <= from && to <= c.hi {
			return true
		}
	}
	return false
}

// onlySends says whether the attribution j only tells that something was sent or shown in
// which words stand that another one reads: "posted a message reading “…”".
func (s *scan) onlySends(j int) bool {
	switch s.found[j].entry.lemma {
	case "post", "email", "tweet", "send", "release", "issue", "publish":
	default:
		return false
	}
	for _, a := range s.found {
		if c := s.found[j].content[0]; a.entry.form == asIng && c.lo < a.cue.lo && s.clauseTail(c.lo) > a.cue.lo && s.quoteAt(a.content[0].lo) {
			return true
		}
	}
	return false
}

// relays says whether a phrase names who only passes on what others say: papers, agencies.
func (s *scan) relays(who stretch) bool {
	return s.r.byOutlet(s.t, who) || !who.empty() && (s.r.heads.word(s.t, who.hi-1)&hRelay != 0 || s.recordAt(who.lo))
}

// recordAt says whether the words at i name a record of what somebody himself said: "a transcript
// of his remarks".
func (s *scan) recordAt(i int) bool {
	if s.class(i)&classDeterminer != 0 {
		i++
	}
	switch s.low(i) {
	case "readout", "transcript", "recording":
		return s.low(i+1) == "of"
	}
	return false
}

// ownWords says whether what is reported behind a relative is somebody's own words:
// "…, which he called “a wish”".
func (s *scan) ownWords(a attribution) bool {
	lo := a.content[0].lo
	if s.low(lo) == "as" || s.quote[lo] < 0 && len(a.speaker) > 0 && s.class(a.who.lo)&classDeterminer == 0 && s.class(lo)&(classDeterminer|classPossessive) != 0 && s.quoteAt(lo+1) {
		lo++ // "what she called a “wish”"
	}
	if a.entry.kind != kindSay || len(a.speaker) == 0 || lo < a.cue.hi || lo >= s.unit.hi || s.quote[lo] < 0 {
		return false
	}
	l := s.low(a.speaker[0].lo - 1)
	return (l == "which" || l == "whom" || l == "what") && s.quoteStart(lo) >= lo-1
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

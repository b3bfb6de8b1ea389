package extract

// clauses reads the clauses of segment n: an attribution at the end ("A, X
// says"), and every speaker with his verb ("X says A but warns of B").
func (r *titleReader) clauses(n int) {
	s := r.segs[n].stretch
	if at, ok := r.tail(s); ok {
		s = at
	}
	if r.question(s) {
		return
	}
	subject := stretch{}
	for i := s.lo; i < s.hi; i++ {
		if r.inTaken(i) || r.t.tok[i].is(flagQuoted) {
			continue
		}
		v, k, ok := r.verbs.match(r.t.tok, i)
		if !ok || v.frame == frameNone || i+k > s.hi {
			continue
		}
		if np, end, ok := r.verbClause(s, i, k, v, subject); ok {
			subject = np
			i = end - 1
		}
	}
}

func (r *titleReader) inTaken(i int) bool {
	for _, s := range r.taken {
		if s.lo <= i && i < s.hi {
			return true
		}
	}
	return false
}

// tail reads an attribution that stands after what was said, and returns what is
// left to read after it.
func (r *titleReader) tail(s stretch) (stretch, bool) {
	t := r.t
	for i := s.lo + 2; i < s.hi; i++ {
		if !r.mayAttribute(i) {
			continue
		}
		np, cue, end, ok := r.attribution(i, s.hi)
		if !ok {
			continue
		}
		content := stretch{s.lo, i}
		content = r.withoutKicker(content)
		rest := stretch{end, s.hi}
		if r.isOutlet(np) {
			return stretch{s.lo, i}, true
		}
		v, _, _ := r.verbs.match(t.tok, cue.lo)
		f := found{speakers: r.who.parties(t, np.lo, np.hi), speaker: np, cue: cue, content: content, typ: v.typ, stance: v.stance, rule: "pattern-4:attribution-after"}
		if q, quoted := r.wholeQuote(r.trimContent(content)); quoted {
			f.content, f.rule = stretch{q.open, q.close + 1}, "pattern-3:quotation-attributed"
		}
		r.taken = append(r.taken, content)
		r.add(f)
		return rest, true
	}
	return s, false
}

func (r *titleReader) tailAttribution(s stretch) bool {
	for i := s.lo + 2; i < s.hi; i++ {
		if r.mayAttribute(i) {
			if np, _, _, ok := r.attribution(i, s.hi); ok {
				return !r.isOutlet(np)
			}
		}
	}
	return false
}

func (r *titleReader) attributionAt(i, hi int) bool {
	_, _, _, ok := r.attribution(i, hi)
	return ok
}

// mayAttribute tells whether an attribution may begin at i: after a comma or
// after a closing mark.
func (r *titleReader) mayAttribute(i int) bool {
	p := &r.t.tok[i-1]
	if r.t.tok[i].is(flagQuoted) {
		return false
	}
	return p.low == "," && !p.is(flagQuoted) || p.kind == quoteToken && !p.is(flagOpens)
}

// attribution reads "X says" or "says X" from i to the end of the segment or to
// where the narrator goes on.
func (r *titleReader) attribution(i, hi int) (np, cue stretch, end int, ok bool) {
	t := r.t
	if v, n, is := r.verbs.match(t.tok, i); is && v.frame == frameSay && v.form&(inThird|inPast|inBase) != 0 {
		end = i + n
		for end < hi && !r.narratorAt(end, hi) {
			end++
		}
		np = stretch{i + n, end}
		if np.lo < np.hi && (r.canSpeak(np) || r.isOutlet(np)) {
			return np, stretch{i, i + n}, end, true
		}
	}
	for j := i + 1; j < hi && j < i+12; j++ {
		v, n, is := r.verbs.match(t.tok, j)
		reports := !is && (t.tok[j].low == "reports" || t.tok[j].low == "reported" || t.tok[j].low == "report")
		if !reports && (!is || v.frame != frameSay && !(v.frame == frameWarn && j+n >= hi) && !(v.frame == frameClaim && j+n >= hi) || v.form&(inThird|inPast|inBase) == 0) {
			continue
		}
		if reports {
			n = 1
		}
		if j+n < hi && !r.narratorAt(j+n, hi) {
			return np, cue, 0, false
		}
		np = stretch{i, r.backOverAdverbs(i, j)}
		if np.lo < np.hi && (r.isOutlet(np) || !reports && r.canSpeak(np)) {
			return np, stretch{j, j + n}, j + n, true
		}
		return np, cue, 0, false
	}
	return np, cue, 0, false
}

// narratorAt tells whether the narrator goes on at i.
func (r *titleReader) narratorAt(i, hi int) bool {
	t := r.t
	if !t.tok[i].wordy() {
		return t.tok[i].kind != quoteToken
	}
	if _, _, ok := r.breaks.match(t.tok, i); ok {
		return true
	}
	switch t.tok[i].low {
	case "in", "on", "at", "during", "but", "and", "to", "about", "over":
		return !r.anyQuote(stretch{i, hi})
	}
	return false
}

// withoutKicker drops "Ukraine: " and the like within a content. The segments
// have done it already; what is left is an adjunct.
func (r *titleReader) withoutKicker(c stretch) stretch { return c }

// verbClause reads the clause of a verb of k tokens at i: whom it reports and
// what. It returns the speaker and where the content ends.
func (r *titleReader) verbClause(s stretch, i, k int, v headVerb, last stretch) (stretch, int, bool) {
	np, shared, future := r.speakerBefore(s, i, v, last)
	if np.lo >= np.hi || !shared && !r.canSpeak(np) {
		return np, 0, false
	}
	np = r.withoutLead(np)
	f := found{speakers: r.who.parties(r.t, np.lo, np.hi), speaker: np, cue: stretch{i, i + k}, typ: v.typ, stance: v.stance, rule: "pattern-5:" + v.lemma}
	if (v.frame == frameJudge || v.frame == frameAct) && !r.strongSpeaker(f.speakers) {
		return np, 0, false
	}
	if future {
		f.modality = "future"
	}
	lo := i + k
	hi := r.contentEnd(lo, s.hi)
	if lo >= hi || !r.frameFits(v, lo, hi, s.hi) {
		return np, 0, false
	}
	f.content = stretch{lo, hi}
	switch v.frame {
	case frameTell:
		f.content.lo, f.address = r.afterAddressee(lo, hi)
	case frameWarn:
		f.content.lo, f.address = r.afterWarned(lo, hi)
	}
	if r.negated(np.hi, i) {
		f.modality = "negated"
	}
	r.add(f)
	return np, hi, true
}

// strongSpeaker tells whether the speakers are known, or persons by name or kind.
func (r *titleReader) strongSpeaker(ps []party) bool {
	for _, p := range ps {
		if p.actor < 0 && p.capacity == "collective" {
			return false
		}
	}
	return true
}

// speakerBefore finds who speaks by the verb at i: the noun phrase before it, or
// the speaker of the clause before when the verb follows a conjunction.
func (r *titleReader) speakerBefore(s stretch, i int, v headVerb, last stretch) (np stretch, shared, future bool) {
	t := r.t
	lo := r.clauseStart(s, i)
	end, aux := r.auxBefore(lo, i)
	switch {
	case v.form&inThird == 0 && v.form&inPast == 0 && v.form&inBase != 0 && aux == "" && !r.plural(r.withoutLead(stretch{lo, end})) && end > lo:
		return stretch{}, false, false
	case v.form == inIng && aux != "is" && end > lo:
		return stretch{}, false, false
	case end > lo && (genitive(&t.tok[end-1]) || r.nounBefore(end)):
		return stretch{}, false, false
	}
	future = aux == "to" || aux == "will"
	if end > lo {
		np = stretch{lo, end}
		if !r.canSpeak(np) {
			if c := r.relative(lo, end); c.lo < c.hi {
				return c, false, future
			}
		}
		return np, false, future
	}
	if lo == s.lo {
		return stretch{}, false, false
	}
	if last.lo >= last.hi {
		if np, _ := r.subject(s); r.canSpeak(np) && np.hi <= i {
			last = np
		}
	}
	return last, true, future
}

// nounBefore tells whether the word before makes the verb a noun: "a call", "new offer".
func (r *titleReader) nounBefore(i int) bool {
	c := r.word(r.t, i-1)
	return c&hDeterminer != 0 || c&hPrep != 0 && c&hAdverb == 0 || r.lex.of(&r.t.tok[i-1])&classPossessive != 0
}

// relative finds the speaker of a clause inside a noun phrase: "weapons that
// Putin says …".
func (r *titleReader) relative(lo, end int) stretch {
	for j := end - 1; j > lo && j > end-5; j-- {
		switch r.t.tok[j].low {
		case "that", "which", "what", "who", "whom":
			if c := (stretch{j + 1, end}); r.canSpeak(c) {
				return c
			}
		}
	}
	return stretch{}
}

// auxBefore steps back over adverbs and auxiliaries, and over "set to", "tries
// to"; it returns where the subject ends and the auxiliary that decides.
func (r *titleReader) auxBefore(lo, i int) (int, string) {
	aux := ""
	for i > lo {
		k := &r.t.tok[i-1]
		c := r.word(r.t, i-1)
		switch {
		case genitive(k) || k.is(flagQuoted):
			return i, aux
		case k.low == "to":
			aux = "to"
			if i-2 >= lo && r.word(r.t, i-2)&hPlan != 0 {
				i--
			}
		case c&hAux != 0:
			switch k.low {
			case "is", "are", "was", "were", "be", "been":
				aux = "is"
			default:
				aux = "will"
			}
		case c&hAdverb == 0:
			return i, aux
		}
		i--
	}
	return i, aux
}

// clauseStart returns where the clause around the verb at i begins: after a comma
// that is not within a list of names, a conjunction or a narrator's word.
func (r *titleReader) clauseStart(s stretch, i int) int {
	t := r.t
	for j := i - 1; j >= s.lo; j-- {
		k := &t.tok[j]
		if r.inTaken(j) {
			return j + 1
		}
		if k.is(flagQuoted) {
			continue
		}
		_, n, brk := r.breaks.match(t.tok, j)
		switch {
		case brk && !(j == s.lo && r.commaBetween(j, i)):
			return j + n
		case k.low == "but" || k.low == "yet" || k.low == "because" || k.low == "so":
			return j + 1
		case k.low == "and" && r.partsClauses(s.lo, j):
			return j + 1
		case k.low == "," && r.partsClauses(s.lo, j):
			if j+1 < i && (t.tok[j+1].low == "and" || t.tok[j+1].low == "but") {
				return j + 2
			}
			return j + 1
		}
	}
	return s.lo
}

func (r *titleReader) commaBetween(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == "," {
			return true
		}
	}
	return false
}

// partsClauses tells whether a finite verb stands before j: then "and" or a comma
// at j begins another clause, else it joins two names.
func (r *titleReader) partsClauses(lo, j int) bool {
	return r.hasVerb(stretch{lo, j}) || r.hasCue(stretch{lo, j}) || r.word(r.t, lo)&(hPrep|hBreak) != 0
}

func (r *titleReader) negated(lo, i int) bool {
	for j := lo; j < i; j++ {
		if r.word(r.t, j)&hNegator != 0 {
			return true
		}
	}
	return false
}

// frameFits tells whether what follows is what the verb takes.
func (r *titleReader) frameFits(v headVerb, lo, hi, end int) bool {
	t := r.t
	first := r.word(t, lo)
	switch v.lemma {
	case "call":
		return r.anyQuote(stretch{lo, hi}) || r.secondObject(lo, hi)
	case "press", "pressure", "push", "ask", "invite":
		return r.has("to", lo, hi) || r.anyQuote(stretch{lo, hi})
	case "welcome":
		m, ok := r.who.nameAt(t, lo)
		return !(ok && m.hi <= hi && (m.hi == hi || !genitive(&t.tok[m.hi])))
	case "back", "see", "press for":
		return first&hPrep == 0 && t.tok[lo].low != "to"
	case "add", "note", "state", "post", "write", "see off", "rip", "question", "challenge", "label", "brand", "term", "fault", "reveal":
		return first&hPrep == 0
	case "confess", "repeat", "respond":
		return r.anyQuote(stretch{lo, hi})
	case "say", "claim", "think", "joke":
		return t.tok[lo].low != "about" && t.tok[lo].low != "of" || r.anyQuote(stretch{lo, hi})
	}
	if v.frame == frameJudge || v.frame == frameAct {
		return first&hPrep == 0 || t.tok[lo].low == "to" || t.tok[lo].low == "no" || strings2(v.lemma)
	}
	return true
}

// strings2 tells verbs of several words: the word after them is no preposition of theirs.
func strings2(lemma string) bool {
	for i := range lemma {
		if lemma[i] == ' ' {
			return true
		}
	}
	return false
}

// secondObject tells "calls Putin a friend" from "calls Putin".
func (r *titleReader) secondObject(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		w := r.t.tok[i].low
		if w == "a" || w == "an" || w == "the" && i > lo+1 {
			return true
		}
	}
	return false
}

func (r *titleReader) has(word string, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == word {
			return true
		}
	}
	return false
}

// afterAddressee skips whom a speaker tells: "tells European leaders he intends
// …". One who is told to do something belongs to the content.
func (r *titleReader) afterAddressee(lo, hi int) (int, string) {
	t := r.t
	for i := lo + 1; i < hi && i < lo+8; i++ {
		k := &t.tok[i]
		switch {
		case k.low == "to" || k.low == "not":
			return lo, t.raw(lo, i)
		case k.low == "that" || k.low == "of" || k.low == "about":
			return i + 1, t.raw(lo, i)
		case k.kind == quoteToken && k.is(flagOpens), r.word(t, i)&hPronoun != 0, k.low == "it's", k.low == "there":
			return i, t.raw(lo, i)
		}
		if m, ok := r.who.nameAt(t, i-1); ok && i-1 == lo && m.hi < hi {
			if w := t.tok[m.hi].low; w != "to" && w != "not" && w != "and" && w != "," && w != "that" && !genitive(&t.tok[m.hi]) && r.noun(m.hi) == 0 {
				return m.hi, t.raw(lo, m.hi)
			}
			if m.hi > i {
				i = m.hi - 1
			}
		} else if r.who.noun(&t.tok[i-1])&nounUnnamed != 0 && r.hasVerb(stretch{i, hi}) && k.low != "and" {
			return i, t.raw(lo, i)
		}
	}
	return lo, ""
}

func (r *titleReader) noun(i int) nounClass { return r.who.noun(&r.t.tok[i]) }

// afterWarned skips whom a speaker warns: "warns Russia of 'consequences'".
func (r *titleReader) afterWarned(lo, hi int) (int, string) {
	t := r.t
	switch t.tok[lo].low {
	case "of", "about":
		return lo + 1, ""
	case "against", "over", "that":
		return lo, ""
	}
	for i := lo + 1; i < hi && i < lo+6; i++ {
		k := &t.tok[i]
		switch {
		case k.low == "of" || k.low == "about":
			return i + 1, t.raw(lo, i)
		case k.low == "that" || k.low == "against" || k.low == "over" || k.low == "not":
			return i, t.raw(lo, i)
		case k.kind == quoteToken && k.is(flagOpens) && i > lo:
			return i, t.raw(lo, i)
		case r.word(t, i)&(hVerb|hAux) != 0:
			return lo, ""
		}
	}
	return lo, ""
}

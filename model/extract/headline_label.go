package extract

import "parley/model"

// attributedSegments reads what strong marks attribute: "X: A", "A – X",
// "'q': X on T" and "X shrugs off Y: 'q'".
func (r *titleReader) attributedSegments() {
	r.attributionAfter()
	for i := range r.segs {
		s := r.segs[i]
		if s.label {
			continue
		}
		if q, ok := r.wholeQuote(s.stretch); ok {
			switch {
			case i+1 < len(r.segs) && r.segs[i+1].sep != "." && (i == 0 || r.segs[i-1].label) && r.quoteBefore(i, q):
			case i > 0 && !r.segs[i-1].label && r.segs[i].sep != "." && r.quoteAfter(i, q):
			default:
				r.lone(i, q)
			}
			continue
		}
		if i+1 < len(r.segs) && r.segs[i+1].sep == ":" && (i == 0 || r.segs[i-1].label) {
			r.colon(i)
		}
	}
}

// wholeQuote tells whether a segment is one quotation, and which.
func (r *titleReader) wholeQuote(s stretch) (quotation, bool) {
	for _, q := range r.t.quotes {
		if q.open == s.lo && q.close >= s.hi-2 && q.close < s.hi {
			if q.close == s.hi-1 || r.t.tok[s.hi-1].kind == punctToken {
				return q, true
			}
		}
	}
	return quotation{}, false
}

// attributionAfter reads "A – sources" and "A: Officials".
func (r *titleReader) attributionAfter() {
	n := len(r.segs)
	if n < 2 {
		return
	}
	last := r.segs[n-1]
	lo := last.lo
	if v, k, ok := r.verbs.match(r.t.tok, last.hi-1); ok && k == 1 && v.frame == frameSay && last.hi-lo > 1 {
		last.hi--
	}
	if w := r.t.tok[last.lo].low; w == "and" || w == "or" || w == "but" {
		return
	}
	if r.wordOfOwner(n) {
		return
	}
	if people := r.t.tok[max(0, r.segs[n-2].hi-1)]; last.sep == "–" && r.who.noun(&people)&nounUnnamed != 0 {
		return // "his former customer – President X" names him
	}
	if last.hi-last.lo > 6 || last.sep != ":" && last.sep != "–" || !r.speakerLabel(last.stretch) && !r.paper(last.stretch) {
		return
	}
	from := 0
	for from < n-1 && r.segs[from].label {
		from++
	}
	content := stretch{r.segs[from].lo, r.segs[n-2].hi}
	if !r.attributes(last.stretch, content) {
		return
	}
	if from == n-1 || content.hi-content.lo < 4 || r.question(content) {
		return
	}
	who := r.parties(last.stretch)
	if r.isState(who) && r.hasCue(content) {
		return
	}
	if !r.anyQuote(content) {
		r.inner(content)
	}
	r.add(headFound{speakers: who, speaker: last.stretch, content: content, typ: "assertion", rule: "pattern-14:after-mark"})
	r.segs = r.segs[:n-1]
	for i := from; i < n-1; i++ {
		r.segs[i].label = true
	}
}

// paper tells whether a part of a title is only a word for what found something out:
// "A – poll".
func (r *titleReader) paper(s stretch) bool {
	return s.hi-s.lo < 3 && r.word(r.t, s.hi-1)&hReport != 0 && r.word(r.t, s.hi-1)&hAttribute != 0 && r.who.noun(&r.t.tok[s.hi-1])&nounUnnamed != 0
}

// attributes tells whether the last part of a title says whose word the rest is:
// one known actor, a person by name after a clause, or officials and the like.
func (r *titleReader) attributes(np, content stretch) bool {
	if lo := content.hi - 2; lo > content.lo && (r.word(r.t, lo)&hDeterminer != 0 || r.t.tok[lo].low == "one") && r.t.tok[lo].low != "the" && !r.anyQuote(content) {
		return false // "they agree on one thing: X"
	}
	if r.hasComma(np) || r.word(r.t, np.lo)&hNegator != 0 || r.any(np.lo+1, np.hi, "on", "off", "to", "under", "without", "away", "back") {
		return false // "day of the summit: X on his way"
	}
	if r.t.tok[np.lo].low == "the" && !r.t.tok[np.lo].is(flagCapital) && !r.hasVerb(content) {
		return false // "Lunch by the sea: the harbour pilot"
	}
	for _, p := range r.parties(np) {
		switch {
		case p.actor < 0 && p.capacity != "anonymous" && !r.hasVerb(content) && !r.titled(np):
			return false
		case p.capacity == "anonymous" && r.word(r.t, np.hi-1)&hAttribute == 0 && !(r.noun(np.hi-1)&nounUnnamed != 0 && np.hi-np.lo > 1 && r.placed(np.lo, np.hi-1) && r.hasVerb(content)):
			return false
		}
	}
	return true
}

// topicLabel reads "X on Y: A" and "X to Y: A": it returns X.
func (r *titleReader) topicLabel(s stretch) stretch {
	for i := s.lo + 1; i < s.hi-1; i++ {
		w := r.t.tok[i].low
		if _, known := r.who.nameAt(r.t, i+1); w == "to" && !known && !r.isOutlet(stretch{i + 1, s.hi}) && !(r.arePeopleAt(i+1, s.hi)) {
			return stretch{}
		}
		if w == "on" || w == "about" || w == "to" {
			np := stretch{s.lo, i}
			if r.canSpeak(np) && (r.personOrKnown(np) || r.titled(np) || r.unheard(np)) && !r.hasVerb(np) && !r.isState(r.parties(np)) {
				return np
			}
			break
		}
	}
	return stretch{}
}

// arePeopleAt tells whether what stands behind "to" is people and no act: "X to
// reporters".
func (r *titleReader) arePeopleAt(lo, hi int) bool {
	return lo < hi && r.word(r.t, lo)&hVerb == 0 && (r.who.noun(&r.t.tok[hi-1])&nounUnnamed != 0 || r.word(r.t, hi-1)&hPeople != 0) && hi-lo < 4
}

// personOrKnown tells whether a phrase names known actors or persons by full name.
func (r *titleReader) personOrKnown(np stretch) bool {
	for _, p := range r.parties(np) {
		if p.actor < 0 && p.capacity != "person" {
			return false
		}
	}
	return true
}

func (r *titleReader) isState(ps []party) bool {
	for _, p := range ps {
		if p.actor < 0 || r.who.actors[p.actor].Kind != model.State {
			return false
		}
	}
	return true
}

// colon reads "X: A" when X can speak; else X is a label.
func (r *titleReader) colon(i int) {
	s, rest := r.segs[i], r.segs[i+1]
	content := stretch{rest.lo, r.segs[len(r.segs)-1].hi}
	owner, noun := r.nounLabel(s.stretch)
	if on := r.topicLabel(s.stretch); on.lo < on.hi {
		s.stretch = on
	} else if noun > 0 {
		s.stretch = owner
	} else if !r.speakerLabel(s.stretch) {
		np, verb := r.actor(s.stretch)
		_, quoted := r.wholeQuote(rest.stretch)
		if !r.hasVerb(s.stretch) && !r.hasCue(s.stretch) && !(verb >= 0 && r.plainCueAt(verb)) && !(quoted && r.canSpeak(np) && (r.knownOrPeople(np) || verb < 0 && np.hi < s.hi && r.looksPlainThird(np.hi))) {
			r.segs[i].label = true
		}
		return
	}
	who := r.parties(s.stretch)
	q, quoted := r.wholeQuote(rest.stretch)
	to := s.hi < r.segs[i].hi && r.t.tok[s.hi].low == "to" // "X to Y: A" is X's word
	switch {
	case quoted:
		content = rest.stretch
	case !quoted && !to && !r.personOrKnown(s.stretch) && !r.knownOrPeople(s.stretch) && !r.title(s.lo) && !r.titled(s.stretch) && !r.unheard(s.stretch),
		!quoted && !r.knownOrPeople(s.stretch) && !to && !r.title(s.lo) && !r.titled(s.stretch) && !r.anyQuote(content) && !r.firstPerson(content) && !r.opines(rest.stretch):
		r.segs[i].label = true // a column or a series may be called like a person
		return
	case !quoted && (r.isTheme(who, rest.stretch) || r.any(s.hi-1, s.hi, "memoir", "book", "diary", "film")):
		r.segs[i].label = true
		return
	case r.question(content) || r.tailAttribution(rest.stretch) || r.kicker(rest.stretch) != 0:
		r.segs[i].label = true
		return
	case r.isState(who) && !r.anyQuote(content) && !r.wantsOrMust(content) && !(s.hi-s.lo > 1 && r.noun(s.hi-1)&nounOrgan != 0):
		r.segs[i].label = true
		return
	default:
		r.frame = frameNone // a "but" behind the mark is the speaker's own
		content = stretch{rest.lo, r.contentEnd(rest.lo, rest.hi)}
	}
	f := headFound{speakers: who, speaker: s.stretch, content: content, typ: "assertion", rule: "pattern-1:label"}
	if noun > 0 {
		f.cue, f.typ, f.rule = stretch{noun, noun + 1}, r.nouns[r.t.tok[noun].id].typ, "noun:"+r.t.tok[noun].low
	}
	if quoted {
		f.content = stretch{q.open, q.close + 1}
	}
	r.add(f)
	r.segs[i].label, r.segs[i+1].label = true, quoted
	r.taken = append(r.taken, content)
}

// firstPerson tells whether "I" or "we" speaks in a stretch outside quotations.
func (r *titleReader) firstPerson(s stretch) bool {
	return r.any(s.lo, s.hi, "i", "we", "my", "our", "me")
}

// opines tells whether what follows an unknown person's name reads like his word and
// not like news of him: it goes on in lower case with a verb, or says what must be.
func (r *titleReader) opines(s stretch) bool {
	if r.cased || s.hi-s.lo < 4 {
		return false
	}
	k := &r.t.tok[s.lo]
	return k.kind == wordToken && !k.is(flagCapital) && r.word(r.t, s.lo)&(hPrep|hQuestion) == 0 && r.clauseFollows(s.lo, s.hi) || r.wantsOrMust(s)
}

// isTheme tells whether what follows a label only tells what the label stands for:
// "X and Y: a friendship", "X: the man behind Y".
func (r *titleReader) isTheme(who []party, rest stretch) bool {
	for _, q := range r.t.quotes {
		if q.open == rest.lo && q.close+1 < rest.hi && r.thirdAt(q.close+1) || q.open > rest.lo && q.open < rest.hi && r.has("who", rest.lo, q.open) {
			return true // "X: 'kindest judge' dies", "X: poet who was 'kind'"
		}
	}
	if r.anyQuote(rest) || r.hasVerb(rest) || r.hasCue(rest) {
		return false
	}
	switch r.t.tok[rest.lo].low {
	case "a", "an", "the":
		return true
	}
	return len(who) > 1 && r.allPeople(who)
}

func (r *titleReader) allPeople(who []party) bool {
	for _, p := range who {
		if p.capacity != "person" {
			return false
		}
	}
	return true
}

// wantsOrMust tells whether a clause after a state's name is its word: a demand
// or a promise, not news from there.
func (r *titleReader) wantsOrMust(s stretch) bool {
	for i := s.lo; i < s.hi && i < s.lo+8; i++ {
		switch r.t.tok[i].low {
		case "must", "will", "should", "would", "ready", "cannot", "won't", "we", "our":
			return true
		}
	}
	return false
}

// quoteBefore reads "'q': X …": the one that the rest is about speaks, if the
// rest says that he spoke, felt or looked on, and nobody does where it only moves.
func (r *titleReader) quoteBefore(i int, q quotation) bool {
	rest := r.segs[i+1]
	if rest.label {
		return false
	}
	f := headFound{content: stretch{q.open, q.close + 1}, typ: "assertion", rule: "pattern-2:quotation-first"}
	np, verb := r.subject(rest.stretch)
	if who := r.standing(rest.stretch); who.lo < who.hi {
		f.speakers, f.speaker = r.parties(who), who
		r.segs[i].label = true
		r.add(f)
		return true // "'It floats.' X confident A"
	}
	switch {
	case r.question(rest.stretch) || np.lo >= np.hi || !r.canSpeak(np) || r.staff(rest.stretch):
		return false
	case verb >= 0 && r.word(r.t, verb)&hMove != 0 || r.unmarked(i) && (verb < 0 || !r.cueAt(verb) || !r.knownOrPeople(np)):
		return false
	case verb < 0 && np.hi < rest.hi && r.t.tok[np.hi].low != "on" && r.t.tok[np.hi].low != "about" && r.t.tok[np.hi].low != "over":
		return false
	case verb >= 0 && !r.knownOrPeople(np) && !r.cueAt(verb) && r.word(r.t, verb)&hLook == 0:
		return false
	}
	f.speakers, f.speaker = r.parties(np), np
	if v, n, ok := r.verbs.match(r.t.tok, max(verb, 0)); ok && verb >= 0 && v.frame != frameNone {
		f.cue, f.typ = stretch{verb, verb + n}, v.typ
		if !r.anyQuote(rest.stretch) && (v.lemma == "invite" || v.frame == frameSay && (verb+n >= rest.hi || r.narratorAt(verb+n, rest.hi))) {
			r.segs[i+1].label = true
		}
	}
	r.segs[i].label = true
	r.add(f)
	return true
}

// quoteAfter reads "X shrugs off Y: 'q'": the subject of the part before speaks.
func (r *titleReader) quoteAfter(i int, q quotation) bool {
	before := r.segs[i-1]
	np, verb := r.actor(before.stretch)
	if np.lo >= np.hi || !r.canSpeak(np) || r.question(before.stretch) {
		return false
	}
	f := headFound{speakers: r.parties(np), speaker: np, content: stretch{q.open, q.close + 1}, typ: "assertion", rule: "pattern-4:quotation-after-clause"}
	if verb >= 0 {
		if v, n, ok := r.verbs.match(r.t.tok, verb); ok && v.frame != frameNone {
			f.cue, f.typ = stretch{verb, verb + n}, v.typ
		} else if r.word(r.t, verb)&hMove != 0 || len(f.speakers) > 1 || f.speakers[0].actor < 0 && f.speakers[0].capacity == "collective" {
			return false // two who meet do not speak as one, and of a body only its act is told
		}
	}
	r.segs[i].label, r.segs[i-1].label = true, true
	r.add(f)
	return true
}

// unmarked tells whether no mark but its own parts a quotation from what follows it.
func (r *titleReader) unmarked(i int) bool { return i+1 < len(r.segs) && r.segs[i+1].sep == "”" }

// lone keeps a quotation that nobody is said to have said, when it leads the title.
func (r *titleReader) lone(i int, q quotation) {
	r.segs[i].label = true
	if i+1 < len(r.segs) && r.staff(r.segs[i+1].stretch) {
		return // "'It floats' – Harbour Times writers talk"
	}
	if i > 1 || q.hi-q.lo < 2 || r.unmarked(i) && r.t.tok[q.hi-1].low == "?" || q.hi-q.lo == 2 && r.t.tok[q.hi-1].is(flagCapital) {
		return // "'Night Ferry'" is a title
	}
	r.add(headFound{
		speakers: []party{{id: model.Unknown, name: model.Unknown, capacity: "anonymous", actor: -1}},
		content:  stretch{q.open, q.close + 1}, typ: "assertion", rule: "kicker-quotation",
	})
}

// anyQuote tells whether quotation marks stand in a stretch.
func (r *titleReader) anyQuote(s stretch) bool {
	for _, q := range r.t.quotes {
		if q.open >= s.lo && q.open < s.hi {
			return true
		}
	}
	return false
}

// question tells whether a stretch asks: by its mark, or by its first word where
// it explains ("Why …", "What to know").
func (r *titleReader) question(s stretch) bool {
	t := r.t
	if s.lo >= s.hi {
		return false
	}
	if s.hi < len(t.tok) && t.tok[s.hi].low == "?" || t.tok[s.hi-1].low == "?" && !t.tok[s.hi-1].is(flagQuoted) {
		return true
	}
	return r.word(t, s.lo)&hQuestion != 0 && !t.tok[s.lo].is(flagQuoted)
}

// hasVerb tells whether a finite verb of any sort stands in a stretch.
func (r *titleReader) hasVerb(s stretch) bool {
	for i := s.lo; i < s.hi; i++ {
		if r.word(r.t, i)&hVerb != 0 && !r.t.tok[i].is(flagQuoted) {
			return true
		}
	}
	return false
}

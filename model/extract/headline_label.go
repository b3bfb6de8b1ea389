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
	_, whole := r.wholeQuote(r.segs[n-2].stretch)
	if on := r.topicLabel(last.stretch); !whole && !on.empty() && last.sep == ":" && r.t.tok[on.hi].low != "to" && r.knownSpeaker(on) && (r.segs[n-2].hi-r.segs[n-2].lo > 2 && r.predicates(r.segs[n-2].stretch) || last.hi-on.hi > 2 && r.word(r.t, on.hi+1)&hDeterminer == 0 && r.finds(r.segs[n-2].stretch)) {
		last.stretch = on // "No one will be spared: X on Y"
	}
	if people := r.t.tok[max(0, r.segs[n-2].hi-1)]; last.sep == "–" && r.who.noun(&people)&nounUnnamed != 0 {
		return // "his former customer – President X" names him
	}
	if last.hi-last.lo > 6 || last.sep != ":" && last.sep != "–" || !r.speakerLabel(last.stretch) && !r.paper(last.stretch) && !r.reportBehind(n-1) && !r.namedBefore(last.stretch) && !r.lastName(n) {
		return
	}
	from := 0
	for from < n-1 && r.segs[from].label {
		from++
	}
	content := stretch{r.segs[from].lo, r.segs[n-2].hi}
	if !r.attributes(last, content) {
		return
	}
	if from == n-1 || content.hi-content.lo < 4 && !r.finds(content) || r.question(content) {
		return
	}
	who := r.parties(last.stretch)
	if _, verb := r.subject(content); r.isState(who) && verb >= 0 && r.cueAt(verb) {
		return
	}
	r.segs = r.segs[:n-1]
	if !r.anyQuote(content) {
		r.inner(content)
	}
	r.add(headFound{speakers: who, speaker: last.stretch, content: content, typ: "assertion", rule: "pattern-14:after-mark"})
	for i := from; i < n-1; i++ {
		r.segs[i].label = true
	}
}

// namedBefore tells whether a part of a title is only the family name of one that was named
// before it: "X meets Senator Quell in Marden: Quell".
func (r *titleReader) namedBefore(s stretch) bool {
	if !r.unheard(s) {
		return false
	}
	for i := 1; i < s.lo; i++ {
		if r.t.tok[i].low == r.t.tok[s.lo].low && r.t.tok[i].is(flagCapital) && (r.title(i-1) || r.t.tok[i-1].is(flagCapital)) {
			return true
		}
	}
	return false
}

// lastName tells whether segment n, the last, is nothing but a family name or the short form
// of a body's that no list knows, behind what can only be said: "Deal out of reach: Quell".
func (r *titleReader) lastName(n int) bool {
	s, before := r.segs[n-1].stretch, r.segs[n-2].stretch
	if r.cased || r.t.caps || s.hi-s.lo > 2 || before.hi-before.lo < 5 || r.word(r.t, before.lo)&(hRank|hQuestion) != 0 || !r.predicates(before) {
		return false
	}
	for i := s.lo; i < s.hi; i++ {
		k := &r.t.tok[i]
		if k.kind != wordToken || !k.is(flagCapital) || k.id != 0 && (i+1 == s.hi || r.noun(i)&nounParticle == 0) {
			return false
		}
	}
	return true
}

// predicates tells whether a stretch says something of its subject: by a verb, by what is
// to come ("dollar to slide"), by an adverb of degree or in somebody's words.
func (r *titleReader) predicates(s stretch) bool {
	if r.hasVerb(s) || r.hasCue(s) {
		return true
	}
	for _, q := range r.t.quotes {
		if q.open >= s.lo && q.open < s.hi && (q.hi-q.lo > 1 || q.close+1 >= s.hi) {
			return true // no "'clever' move"
		}
	}
	for i := s.lo + 1; i+1 < s.hi; i++ {
		if r.t.tok[i].low == "to" && r.mayBeVerb(i+1) || r.word(r.t, i)&(hAdverb|hReady) != 0 || r.any(i, i+1, "very", "too", "more", "less", "closer", "behind", "within", "near") || r.looksPlainThird(i) && r.t.tok[i-1].is(flagCapital) {
			return true
		}
	}
	return false
}

// finds tells whether a few words without a verb say how somebody finds something: "Nothing
// decided yet", "Very good talks", "Promising talk".
func (r *titleReader) finds(s stretch) bool {
	if r.cased || s.hi-s.lo < 2 || s.hi-s.lo > 6 || r.t.tok[s.hi-1].is(flagCapital) || r.kicker(s) != 0 || r.isKickerTail(s) {
		return false
	}
	return r.word(r.t, s.lo)&hNegator != 0 || r.any(s.lo, s.lo+1, "nothing", "no", "very", "promising", "encouraging", "disappointing", "worrying", "alarming")
}

// paper tells whether a part of a title is only a word for what found something out:
// "A – poll".
func (r *titleReader) paper(s stretch) bool {
	return s.hi-s.lo < 3 && r.word(r.t, s.hi-1)&hReport != 0 && r.word(r.t, s.hi-1)&hAttribute != 0 && r.who.noun(&r.t.tok[s.hi-1])&nounUnnamed != 0
}

// attributes tells whether the last part of a title says whose word the rest is:
// one known actor, a person by name after a clause, or officials and the like.
func (r *titleReader) attributes(last segment, content stretch) bool {
	np := last.stretch
	if lo := content.hi - 2; last.sep == ":" && lo > content.lo && (r.word(r.t, lo)&hDeterminer != 0 || r.t.tok[lo].low == "one") && r.t.tok[lo].low != "the" && r.t.tok[lo].low != "this" && !r.anyQuote(content) {
		return false // "they agree on one thing: X"
	}
	if r.hasComma(np) || r.word(r.t, np.lo)&hNegator != 0 || r.any(np.lo+1, np.hi, "on", "off", "to", "under", "without", "away", "back") {
		return false // "day of the summit: X on his way"
	}
	if r.t.tok[np.lo].low == "the" && !r.t.tok[np.lo].is(flagCapital) && !r.hasVerb(content) {
		return false // "Lunch by the sea: the harbour pilot"
	}
	for i := np.lo + 1; i < np.hi; i++ {
		if r.word(r.t, i)&hDeterminer != 0 && r.word(r.t, i-1)&hPrep == 0 {
			return false // "X to Y: free the crew"
		}
	}
	for _, p := range r.parties(np) {
		switch {
		case p.actor < 0 && p.capacity != "anonymous" && !r.predicates(content) && !r.titled(np):
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
		w, to := r.t.tok[i].low, i+1
		if to+1 < s.hi && r.word(r.t, to)&hDeterminer != 0 {
			to++ // "X to the UN: A"
		}
		if _, known := r.who.nameAt(r.t, to); w == "to" && !known && !r.isOutlet(stretch{i + 1, s.hi}) && !(r.arePeopleAt(i+1, s.hi)) {
			return stretch{}
		}
		if w == "on" || w == "about" || w == "to" {
			np := stretch{s.lo, i}
			if r.canSpeak(np) && (r.personOrKnown(np) || r.titled(np) || r.unheard(np)) && !r.hasVerb(np) && (w == "to" || !r.isState(r.parties(np))) {
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
		if !r.hasVerb(s.stretch) && !r.hasCue(s.stretch) && !(quoted && !r.standing(s.stretch).empty()) && !(verb >= 0 && r.plainCueAt(verb)) && !(quoted && r.canSpeak(np) && (r.knownOrPeople(np) || verb < 0 && np.hi < s.hi && r.looksPlainThird(np.hi))) {
			r.segs[i].label = true
		}
		return
	}
	who := r.parties(s.stretch)
	if noun == 0 && s.hi == r.segs[i].hi && !r.knownOrPeople(s.stretch) && !r.titled(s.stretch) && r.hasOwnSpeaker(rest.stretch) {
		r.segs[i].label = true // "Ferry Farce: X calls for A"
		return
	}
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
	case r.isState(who) && !r.anyQuote(content) && !r.wantsOrMust(content) && !r.hasNone(content) && !(to && r.hasVerb(rest.stretch)) && !(s.hi-s.lo > 1 && r.noun(s.hi-1)&nounOrgan != 0):
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
	r.segs[i].label, r.segs[i+1].label, r.segs[i+1].owner = true, quoted, s.stretch
	r.taken = append(r.taken, content)
}

// isTheme tells whether what follows a label only tells what the label stands for:
// "X and Y: a friendship", "X: the man behind Y".
func (r *titleReader) isTheme(who []party, rest stretch) bool {
	for _, q := range r.t.quotes {
		if q.open == rest.lo && q.close+1 < rest.hi && r.thirdAt(q.close+1) || q.open > rest.lo && q.open < rest.hi && r.has("who", rest.lo, q.open) {
			return true // "X: 'kindest judge' dies", "X: poet who was 'kind'"
		}
	}
	if r.any(rest.lo, rest.lo+1, "a", "an", "the") && !r.anyQuote(rest) && r.any(rest.lo+2, min(rest.lo+5, rest.hi), "who", "whose") {
		return true // "X: the man who would be king"
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

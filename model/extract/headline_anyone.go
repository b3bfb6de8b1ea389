package extract

import "strings"

// anyone finds the speaker of a verb that only one with a mouth can be the subject
// of, though no list knows his noun: "Harbour fund says A", "Poet jailed over verses
// tells of B", "Dutch fear C". A verb that is as often a plural noun ("hopes",
// "claims") asks for a speaker that is known by his noun.
func (r *titleReader) anyone(np stretch, i int, v headVerb) stretch {
	if !r.onlyMouthed(i, v) || np.lo >= np.hi || np.hi-np.lo > 12 {
		return stretch{}
	}
	if v.form&(inThird|inPast) == 0 {
		if np.hi-np.lo == 1 && r.nation(np.lo) {
			return np
		}
		if !r.plural(np) {
			return stretch{}
		}
	}
	t := r.t
	if cut := r.describedFrom(np); cut > np.lo {
		if who := (stretch{np.lo, cut}); r.canSpeak(who) || r.nounOf(who) {
			return who
		}
		return stretch{}
	}
	for k := np.lo; k < np.hi; k++ {
		if t.tok[k].is(flagQuoted) || t.tok[k].kind == quoteToken {
			return stretch{}
		}
	}
	if r.nounOf(np) {
		return np
	}
	return stretch{}
}

// onlyMouthed tells whether the verb at i is no noun and has a speaker for its subject.
func (r *titleReader) onlyMouthed(i int, v headVerb) bool {
	if v.things || v.quoted || v.frame == frameAct || v.frame == frameNone || r.word(r.t, i)&hHomograph != 0 {
		return false
	}
	_, noun := r.nouns[r.t.tok[i].id]
	return !noun
}

// nation tells whether the word at i is the adjective of a state by which its people
// go: "Dutch", "Japanese".
func (r *titleReader) nation(i int) bool {
	w := r.t.tok[i].low
	if !strings.HasSuffix(w, "ch") && !strings.HasSuffix(w, "sh") && !strings.HasSuffix(w, "ese") && w != "swiss" {
		return false
	}
	m, ok := r.who.nameAt(r.t, i)
	return ok && m.how == byAdjective
}

// describedFrom returns where a participle begins to tell more of a noun ("Clerk
// sacked over A", "Woman seeking B"), or where "who" does; 0 if none does.
func (r *titleReader) describedFrom(np stretch) int {
	t := r.t
	for i := np.lo + 1; i+1 < np.hi; i++ {
		k := &t.tok[i]
		if k.kind != wordToken || k.is(flagCapital) && !r.cased || k.is(flagQuoted) || t.tok[i-1].kind != wordToken {
			continue
		}
		if k.low == "who" {
			return i
		}
		c := r.word(t, i+1)
		told := strings.HasSuffix(k.low, "ed") || strings.HasSuffix(k.low, "ing") && len(k.low) > 5 || r.word(t, i)&hVerb != 0 && !strings.HasSuffix(k.low, "s") && r.word(t, i)&(hThing|hAux) == 0
		if told && (c&(hPrep|hDeterminer) != 0 || t.tok[i+1].low == "to") {
			return i
		}
	}
	return 0
}

// nounOf tells whether a stretch is built like a noun phrase whose head may be
// anybody: words without a verb, a question or a mark in them.
func (r *titleReader) nounOf(np stretch) bool {
	t := r.t
	if r.isOutlet(np) || np.hi-np.lo > 8 {
		return false
	}
	end := r.who.headEnd(t, np.lo, np.hi, r.who.mentions(t, np.lo, np.hi))
	if end <= np.lo {
		return false
	}
	for i := np.lo; i < np.hi; i++ {
		k := &t.tok[i]
		c := r.word(t, i)
		if i == np.lo && (k.low == "both" || k.low == "all") || strings.HasSuffix(k.low, "ed") && i+1 < end && r.word(t, i+1)&(hPrep|hDeterminer) == 0 {
			continue // "both skippers", "jailed poet"
		}
		if !k.wordy() && k.low != "-" || k.low == "to" || c&(hQuestion|hPronoun|hBreak|hAux) != 0 || c&hVerb != 0 && c&(hThing|hPeople) == 0 && r.noun(i) == 0 || c&hPrep != 0 && (i < end || i == np.lo) {
			return false
		}
	}
	head := &t.tok[end-1]
	if head.kind != wordToken || r.word(t, end-1)&(hThing|hDeterminer|hAdverb|hReady|hNegator) != 0 || r.lex.of(head)&^classTitle != 0 || strings.HasSuffix(head.low, "ing") || head.low == "'s" {
		return false
	}
	if r.cased {
		return end-np.lo > 1 || !strings.HasSuffix(head.low, "s")
	}
	return true
}

// contact finds who speaks in a clause that only tells more of a noun: "Norway frees
// man it says was spy".
func (r *titleReader) contact(s stretch, i, k int, v headVerb) stretch {
	if v.frame != frameSay && v.frame != frameClaim || i < s.lo+3 || i+k+1 >= s.hi || v.form&inThird == 0 && r.t.tok[i-1].low != "they" {
		return stretch{}
	}
	if w := r.t.tok[i-1].low; w != "it" && w != "he" && w != "she" && w != "they" || r.word(r.t, i-2)&(hBreak|hVerb|hAux|hPrep) != 0 || !r.t.tok[i-2].wordy() {
		return stretch{}
	}
	if c := r.word(r.t, i+k); c&(hVerb|hAux) == 0 {
		return stretch{}
	}
	np, verb := r.subject(stretch{s.lo, i - 1})
	if verb < 0 || r.cueAt(verb) || !r.canSpeak(np) || !r.knownOrPeople(np) {
		return stretch{}
	}
	return np
}

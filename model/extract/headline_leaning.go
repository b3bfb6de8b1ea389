package extract

import "strings"

// leanings reads where somebody stands without a reporting verb: "X ready to A",
// "X open to A", "X hopeful after B", "X 'looking at' A".
func (r *titleReader) leanings(s segment) {
	t := r.t
	if r.question(s.stretch) {
		return
	}
	for i := s.lo + 1; i < s.hi; i++ {
		ready := r.word(t, i)&hReady != 0
		quoted := t.tok[i].kind == quoteToken && t.tok[i].is(flagOpens)
		if !ready && !quoted || r.inTaken(i) || t.tok[i].is(flagQuoted) {
			continue
		}
		lo := r.clauseStart(s.stretch, i)
		from := i
		for from > lo && r.word(t, from-1)&hAdverb != 0 {
			from--
		}
		end := from
		for ready && end > lo && r.word(t, end-1)&hAux != 0 && !genitive(&t.tok[end-1]) {
			end--
		}
		np := r.withoutLead(stretch{lo, end})
		if np.lo >= np.hi || genitive(&t.tok[np.hi-1]) || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) || quoted && (!r.knownSpeaker(np) || r.scareQuote(i, s.hi)) {
			continue
		}
		hi := r.contentEnd(i, s.hi)
		if ready && hi == i+1 && !r.endsAt(hi, s.hi) {
			continue
		}
		f := headFound{speakers: r.who.parties(t, np.lo, np.hi), speaker: np, content: stretch{from, hi}, typ: "assertion", rule: "pattern-18:stance"}
		if quoted {
			f.content.lo, f.rule = i, "pattern-6:bare-quotation"
		}
		r.add(f)
		return
	}
}

// scareQuote tells whether the quotation that opens at i is one word before its
// noun, a name for a thing and not what somebody said: "US 'reciprocal' tariff".
func (r *titleReader) scareQuote(i, hi int) bool {
	t := r.t
	if i+3 >= hi || t.tok[i+2].kind != quoteToken || strings.HasSuffix(t.tok[i+1].low, "ing") {
		return false
	}
	next := &t.tok[i+3]
	return next.kind == wordToken && r.word(t, i+3)&^(hThing|hVerb) == 0 && r.lex.of(next) == 0
}

func (r *titleReader) endsAt(i, hi int) bool {
	return i >= hi || !r.t.tok[i].wordy() || r.narratorAt(i, hi)
}

func (r *titleReader) knownSpeaker(np stretch) bool {
	for _, p := range r.who.parties(r.t, np.lo, np.hi) {
		if p.actor < 0 {
			return false
		}
	}
	return true
}

// nominals reads "X's pledge to A" and "X's claim that A".
func (r *titleReader) nominals(s segment) {
	t := r.t
	if r.question(s.stretch) {
		return
	}
	for i := s.lo + 2; i < s.hi; i++ {
		noun, ok := r.nouns[t.tok[i].id]
		typ := noun.typ
		if !ok || r.inTaken(i) && !(i+2 < s.hi && (t.tok[i+1].low == "that" || t.tok[i].low == "claims" && r.who.known(t, i-1))) || t.tok[i].is(flagQuoted) {
			continue
		}
		if !genitive(&t.tok[i-1]) {
			r.compound(s, i, noun)
			continue
		}
		if i+2 >= s.hi {
			continue
		}
		link := t.tok[i+1].low
		if link != "to" && link != "that" && !(link == "of" && typ != "offer") && link != "for" {
			continue
		}
		np, ok := r.ownerBefore(s.lo, i-1)
		if !ok {
			continue
		}
		hi := r.contentEnd(i+2, s.hi)
		for j := i + 2; j < hi; j++ {
			if t.tok[j].low == "," {
				hi = j
			}
		}
		r.add(headFound{speakers: r.who.parties(t, np.lo, np.hi), speaker: np, cue: stretch{i, i + 1}, content: stretch{i + 2, hi}, typ: typ, rule: "noun:" + t.tok[i].low})
	}
}

// compound reads "Putin's ceasefire offer" and "US security vow": what is offered
// stands before the noun.
func (r *titleReader) compound(s segment, i int, noun headNoun) {
	typ := noun.typ
	if i+2 < s.hi && (r.t.tok[i+1].low == "that" || r.inTaken(i) && r.clauseFollows(i+1, s.hi)) {
		if np, ok := r.ownerBefore(s.lo, i); ok {
			r.add(headFound{speakers: r.who.parties(r.t, np.lo, np.hi), speaker: np, cue: stretch{i, i + 1}, content: stretch{i + 1, r.contentEnd(i+2, s.hi)}, typ: typ, rule: "noun:" + r.t.tok[i].low})
		}
		return
	}
	if !noun.compound {
		return
	}
	for _, m := range r.who.mentions(r.t, max(s.lo, i-4), i) {
		lo := m.hi
		if lo < i && genitive(&r.t.tok[lo]) {
			lo++
		}
		if n := i - lo; n < 1 || n > 2 || r.hasVerb(stretch{lo, i}) || r.hasComma(stretch{m.lo, i}) || r.word(r.t, lo)&(hAux|hPrep) != 0 || r.lex.of(&r.t.tok[lo])&classAnd != 0 || r.who.noun(&r.t.tok[i-1]) != 0 {
			continue
		}
		np := stretch{m.lo, m.hi}
		r.add(headFound{speakers: r.who.parties(r.t, np.lo, np.hi), speaker: np, cue: stretch{i, i + 1}, content: stretch{lo, i}, typ: typ, rule: "noun:" + r.t.tok[i].low})
		return
	}
}

// ownerBefore finds the known actor whose genitive ends at end.
func (r *titleReader) ownerBefore(lo, end int) (stretch, bool) {
	for _, m := range r.who.mentions(r.t, lo, end) {
		if m.hi == end {
			return stretch{m.lo, m.hi}, true
		}
	}
	return stretch{}, false
}

package extract

import "strings"

// passive tells "Police told to …" and "X accused of …" from the active.
func (r *titleReader) passive(next int, np stretch, v headVerb) bool {
	if v.form&inPast == 0 || v.form&inThird != 0 {
		return false
	}
	if next-1 > np.hi { // "is argued"
		for i := np.hi; i < next-1; i++ {
			switch r.t.tok[i].low {
			case "is", "are", "was", "were", "be", "been", "being":
				return true
			}
		}
	}
	if next >= len(r.t.tok) {
		return true
	}
	w := r.t.tok[next].low
	if v.lemma == "say" && v.form&inThird == 0 && strings.HasSuffix(w, "ing") && len(w) > 6 && r.t.tok[next].kind == wordToken && !r.t.tok[next].is(flagCapital) {
		return true // "Norway said planning A"
	}
	if v.frame == frameAct && r.t.tok[next].kind == wordToken && !r.saysWhat(next) && (v.lemma == "deny" || v.lemma == "offer" || v.lemma == "give" || v.lemma == "guarantee") {
		return true // "Sailor denied parole", "Islanders offered boats"
	}
	if r.t.tok[next].kind == quoteToken && (v.names() || v.lemma == "accuse") {
		return true // "Fair branded 'a farce'"
	}
	if v.lemma == "call for" && r.lex.of(&r.t.tok[next])&classTime != 0 {
		return true // "session called for Monday"
	}
	if v.lemma == "tell" && r.word(r.t, np.hi-1)&hReport != 0 {
		return true // "Inquiry told …"
	}
	if w == "not" && next+1 < len(r.t.tok) && r.t.tok[next+1].low == "to" && (v.frame == frameTell || v.frame == frameAsk || v.frame == frameWarn) {
		return true
	}
	if v.frame == frameWarn && w != "that" && r.t.tok[next].kind == wordToken && r.lex.of(&r.t.tok[next])&classDeterminer == 0 && r.noun(next) == 0 {
		if _, named := r.who.nameAt(r.t, next); !named && !r.t.tok[next].is(flagCapital) {
			return true // "Ferries warned storms may follow"
		}
	}
	switch v.frame {
	case frameTell, frameAsk, frameWarn, frameJudge:
		return w == "to" || w == "of" || w == "by" || w == "with" || w == "over" || w == "for" || w == "as" || w == "about" || w == "after" || w == "they" ||
			v.frame == frameTell && !r.strongSpeaker(r.parties(np))
	}
	return w == "by" || (w == "to" || w == "in") && v.lemma != "swear" && v.lemma != "refuse" && v.lemma != "decline" && v.lemma != "claim" && v.lemma != "promise" && v.lemma != "vow" && v.lemma != "pledge" && v.lemma != "threaten" && v.lemma != "offer" && v.lemma != "hope"
}

// saysWhat tells whether what stands at i can only be what somebody offers to do or denies:
// "to", "that", a verb in -ing, a claim.
func (r *titleReader) saysWhat(i int) bool {
	switch w := r.t.tok[i].low; w {
	case "to", "that", "any", "having", "being", "involvement", "wrongdoing", "knowledge", "responsibility", "claims", "reports", "rumours", "allegations", "accusations", "charges":
		return true
	default:
		return strings.HasSuffix(w, "ing") && len(w) > 5
	}
}

// knownOrPeople tells whether a phrase names a known actor or people of a kind.
func (r *titleReader) knownOrPeople(np stretch) bool {
	for _, p := range r.parties(np) {
		if p.actor < 0 && p.capacity != "anonymous" {
			return false
		}
	}
	return true
}

func (r *titleReader) hasComma(s stretch) bool { return r.has(",", s.lo, s.hi) }

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
	if v.form == inIng && end == i && i-1 > lo && r.any(i-1, i, "keep", "keeps", "kept", "continues", "starts", "started", "begins", "began") {
		end, aux = r.backOverAdverbs(lo, i-1), "is" // "X keeps threatening to A"
	}
	if end == i && i-1 > lo && t.tok[i-1].low == "," && v.form != inIng {
		if who := r.doerAhead(lo, i, v); who.lo < who.hi {
			return who, true, false
		}
		if who := r.standing(stretch{lo, i}); who.lo < who.hi {
			return who, true, false // "X 'surprised' by A, warns of B"
		}
		if who := r.struck(stretch{lo, i}); who.lo < who.hi {
			return who, true, false
		}
	}
	if v.form == inIng && aux != "is" && (end > lo || last.empty()) {
		if who := r.besides(s, i, v); who.lo < who.hi {
			return who, true, false
		}
	}
	switch {
	case v.form&inThird == 0 && v.form&inPast == 0 && v.form&inBase != 0 && aux == "" && !r.plural(r.withoutLead(stretch{lo, end})) && end > lo:
		return stretch{}, false, false
	case v.form == inIng && aux != "is" && end > lo:
		return r.participle(lo, i, v), false, false
	case end > lo && aux != "" && r.attempt(lo, end) > lo:
		return stretch{lo, r.attempt(lo, end)}, false, false
	case v.form&inThird == 0 && v.form&inBase != 0 && aux == "" && end > lo && r.headOf(stretch{lo, end}) != end && !r.peopleOf(stretch{lo, end}, i, v):
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
	if lo == s.lo && last.lo >= last.hi {
		return stretch{}, false, false
	}
	if last.lo >= last.hi {
		if np := r.quoting(stretch{s.lo, i}); np.lo < np.hi {
			last = np // "X 'not ruling out' A but says B"
		} else if np := r.struck(stretch{s.lo, i}); np.lo < np.hi {
			last = np // "X surprised by A, says B"
		} else if np, _ := r.subject(s); r.canSpeak(np) && np.hi <= i {
			last = np
		} else if np := r.standing(stretch{s.lo, i}); np.lo < np.hi {
			last = np // "X upbeat on A but says B"
		} else if np := r.doer(s, i); np.lo < np.hi {
			last = np
		} else if np := r.pluralAhead(s.lo, i); v.form&inThird == 0 && v.form&inBase != 0 && i > s.lo && r.t.tok[i-1].low == "," {
			last = np
		}
	}
	return last, true, future
}

// attempt reads "JD Vance's attempt to blame": it returns where the owner ends.
func (r *titleReader) attempt(lo, end int) int {
	t := r.t
	if genitive(&t.tok[end-1]) && end < len(t.tok) {
		end++ // auxBefore went over "attempt to"
	}
	if end-2 > lo && genitive(&t.tok[end-2]) {
		switch t.tok[end-1].low {
		case "attempt", "bid", "effort", "attempts", "efforts":
			return end - 2
		}
	}
	return lo
}

func (r *titleReader) headOf(np stretch) int {
	np = r.withoutLead(np)
	for i := np.hi - 1; i > np.lo; i-- {
		if w := r.t.tok[i].low; w == "," || w == "and" {
			np.lo = i + 1
			break
		}
	}
	return r.who.headEnd(r.t, np.lo, np.hi, r.who.mentions(r.t, np.lo, np.hi))
}

// peopleOf tells whether a subject is people with more said of them behind their
// noun, before a verb that is no noun: "Lawyers for the nurse criticise A".
func (r *titleReader) peopleOf(np stretch, i int, v headVerb) bool {
	end := r.headOf(np)
	if end <= np.lo || end >= np.hi || v.things {
		return false
	}
	toAct := v.typ == "promise" && i+2 < len(r.t.tok) && r.t.tok[i+1].low == "to" && r.mayBeVerb(i+2)
	if _, noun := r.nouns[r.t.tok[i].id]; noun && !toAct && !r.objectAt(i+1) && !r.onlyVerb(i) {
		return false
	}
	switch v.lemma {
	case "hope", "fear", "doubt", "estimate", "forecast", "praise", "blame", "plan", "float", "pitch", "tease", "joke", "post", "dread", "regret", "taunt", "rebuke", "insult", "slam":
		return false
	}
	if r.who.noun(&r.t.tok[end-1])&nounUnnamed == 0 && r.word(r.t, end-1)&hPeople == 0 {
		return false
	}
	switch r.t.tok[end].low {
	case "who", "of", "for", "in", "from", "at", "with", "near", "along", "behind", "outside", "inside", "around", "on":
		return true
	}
	return false
}

// onlyVerb tells whether the title can have no other verb than the word at i, which has
// an object behind it: "Hundreds of drivers demand better roads".
func (r *titleReader) onlyVerb(i int) bool {
	_, k, _ := r.verbs.match(r.t.tok, i)
	for _, s := range r.segs {
		if s.lo <= i && i < s.hi {
			return i+k < s.hi && r.t.tok[i+k].wordy() && (k > 1 || r.word(r.t, i+k)&(hPrep|hBreak|hAux) == 0) && !r.hasVerb(stretch{i + k, s.hi})
		}
	}
	return false
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
			if c := (stretch{j + 1, end}); r.t.tok[c.lo].is(flagCapital) && r.canSpeak(c) {
				return c
			}
		}
	}
	return stretch{}
}

func (r *titleReader) negated(lo, i int) bool {
	for j := lo; j < i; j++ {
		if r.word(r.t, j)&hNegator != 0 || r.lex.of(&r.t.tok[j])&classNegation != 0 {
			return true
		}
	}
	return false
}

// objectAt tells whether a name or a determiner stands at i, so that the word before
// it is a verb: "Dockers in Marden demand Quell's release".
func (r *titleReader) objectAt(i int) bool {
	if i >= len(r.t.tok) || r.cased {
		return false
	}
	return r.t.tok[i].is(flagCapital) && r.t.tok[i].kind == wordToken || r.word(r.t, i)&hDeterminer != 0 || r.t.tok[i].kind == quoteToken
}

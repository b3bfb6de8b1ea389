package extract

import (
	"strings"

	"parley/model"
)

// clauses reads the clauses of segment n: an attribution at the end ("A, X
// says"), and every speaker with his verb ("X says A but warns of B").
func (r *titleReader) clauses(n int) {
	s := r.segs[n].stretch
	if at, ok := r.tail(s); ok {
		s = at
	} else if at, ok := r.heardTail(s); ok {
		s = at
	}
	if s.lo < s.hi {
		s = r.fronted(s)
	}
	if r.question(s) {
		if s = r.asideOf(s); s.lo >= s.hi {
			return
		}
	}
	subject := stretch{}
	if n > 0 && r.segs[n].sep != "." && r.opensWithCue(s) {
		if subject = r.last; r.segs[n].sep == ":" || subject.empty() && r.segs[n].sep == ";" {
			subject = r.actsBefore(n)
		}
	}
	if own := r.segs[n].owner; subject.empty() && !own.empty() {
		subject = own // "X: A, blames B"
		for s.lo+1 < s.hi && r.inTaken(s.lo) {
			s.lo++
		}
		if r.t.tok[s.lo].low == "," && s.lo+1 < s.hi {
			s.lo++
		}
	}
	for i := s.lo; i < s.hi; i++ {
		if r.inTaken(i) || r.t.tok[i].is(flagQuoted) {
			continue
		}
		v, k, ok := r.cue(s, i)
		if !ok || v.frame == frameNone || i+k > s.hi {
			continue
		}
		if np, end, ok := r.verbClause(s, i, k, v, subject); ok {
			subject, r.last = np, np
			i = end - 1
		}
	}
	r.goesOnBehindColon(n)
}

// goesOnBehindColon reads "X slams Y over A: rules 'must change'": what stands in small
// letters behind the colon is the speaker's too.
func (r *titleReader) goesOnBehindColon(n int) {
	if n+1 >= len(r.segs) || r.segs[n+1].sep != ":" || r.segs[n+1].label || len(r.out) == 0 || r.last.empty() || r.last.lo < r.segs[n].lo {
		return
	}
	next := r.segs[n+1].stretch
	if k := &r.t.tok[next.lo]; k.kind != wordToken || k.is(flagCapital) || next.hi-next.lo < 4 || !r.anyQuote(next) || r.question(next) || r.hasCue(next) || r.tailAttribution(next) || !r.knownSpeaker(r.last) {
		return
	}
	r.segs[n+1].label = true
	r.add(headFound{speakers: r.parties(r.last), speaker: r.last, content: next, typ: "assertion", rule: "pattern-4:behind-colon"})
}

// cue reads the verb that reports at i, listed or not.
func (r *titleReader) cue(s stretch, i int) (headVerb, int, bool) {
	if i > s.lo && r.t.tok[i].is(flagGlued) && r.t.tok[i-1].low == "-" {
		return headVerb{}, 0, false // "Norway-Backed Rebels"
	}
	if v, k, ok := r.crowd(s, i); ok {
		return v, k, true
	}
	if v, k, ok := r.voiced(s, i); ok {
		return v, k, true
	}
	if v, k, ok := r.verbs.match(r.t.tok, i); ok && !r.partOfName(s, i) && !r.nounBeforeCue(s, i) {
		return v, k, true
	}
	return r.unlisted(s, i)
}

// nounBeforeCue tells a plural that only looks like a verb, because the verb stands
// behind it: "ministers of Nordic states urge A".
func (r *titleReader) nounBeforeCue(s stretch, i int) bool {
	if r.word(r.t, i)&hHomograph == 0 || i <= s.lo || i+2 >= s.hi || r.t.tok[i+1].is(flagQuoted) || r.word(r.t, i+1)&(hHomograph|hThing) != 0 {
		return false
	}
	return !r.cased && !r.t.tok[i+1].is(flagCapital) && strings.HasSuffix(r.t.tok[i].low, "s") && r.plainCueAt(i+1)
}

// partOfName tells a capitalised word within a title in sentence case from a verb:
// "Ada Quell, State Department spokeswoman".
func (r *titleReader) partOfName(s stretch, i int) bool {
	k := &r.t.tok[i]
	return !r.cased && i > s.lo && i+1 < s.hi && k.is(flagCapital) && !k.is(flagAllCaps) && r.t.tok[i+1].is(flagCapital) && !r.t.caps
}

// actsBefore returns the known speaker whose act stands before segment n: "X wades in:
// Urges Y to A".
func (r *titleReader) actsBefore(n int) stretch {
	np, verb := r.subject(r.segs[n-1].stretch)
	if r.segs[n-1].label || verb < 0 || !r.canSpeak(np) || !r.knownSpeaker(np) {
		return stretch{}
	}
	return np
}

// asideOf returns what a question takes for granted: "What next, as X threatens A?"
func (r *titleReader) asideOf(s stretch) stretch {
	for i := s.lo; i+2 < s.hi; i++ {
		if r.t.tok[i].low != "as" || r.t.tok[i].is(flagQuoted) {
			continue
		}
		aside := stretch{i + 1, s.hi}
		if i == s.lo {
			aside.hi = r.beforeComma(i, s.hi)
		}
		if np, verb := r.subject(aside); verb >= 0 && r.cueAt(verb) && r.canSpeak(np) && r.knownSpeaker(np) {
			for aside.hi > verb+1 && r.t.tok[aside.hi-1].low == "?" {
				aside.hi--
			}
			return aside
		}
	}
	return stretch{}
}

// opensWithCue tells whether a segment goes on with a verb of the speaker before:
// "… — but rules out A".
func (r *titleReader) opensWithCue(s stretch) bool {
	if s.lo < s.hi && (r.t.tok[s.lo].low == "but" || r.t.tok[s.lo].low == "and") {
		s.lo++
	}
	return s.lo < s.hi && r.cueAt(s.lo)
}

func (r *titleReader) inTaken(i int) bool {
	for _, s := range r.taken {
		if s.lo <= i && i < s.hi {
			return true
		}
	}
	return false
}

// verbClause reads the clause of a verb of k tokens at i: whom it reports and
// what. It returns the speaker and where the content ends.
func (r *titleReader) verbClause(s stretch, i, k int, v headVerb, last stretch) (stretch, int, bool) {
	switch r.t.tok[max(s.lo, r.clauseStart(s, i)-1)].low {
	case "if", "when", "unless", "because", "once":
		return stretch{}, 0, false
	}
	np, shared, future := r.speakerBefore(s, i, v, last)
	if who := r.contact(s, i, k, v); who.lo < who.hi {
		np, shared = who, true
		last = who
	}
	if s.lo > 0 && r.last.lo < r.last.hi && np.lo == s.lo && np.hi == s.lo+1 && r.word(r.t, np.lo)&hPronoun != 0 {
		switch r.t.tok[np.lo].low {
		case "he", "she", "they":
			np = r.last // "X rips Y; he hails Z"
		}
	}
	if np.hi == np.lo+1 && np.lo > s.lo && r.any(np.lo, np.hi, "he", "she") && r.word(r.t, np.lo-1)&hBreak != 0 {
		if who, verb := r.subject(s); verb >= 0 && verb < np.lo && r.canSpeak(who) && r.isPerson(who) {
			np = who // "X sends ships as he vows A"
		}
	}
	switch r.t.tok[np.lo].low {
	case "if", "when", "unless", "because", "once":
		return np, 0, false
	}
	if np.lo >= np.hi {
		return np, 0, false
	}
	if !shared && !r.canSpeak(np) && !(v.mouthed() && r.loneName(r.withoutLead(np))) {
		who := r.anyone(r.withoutLead(np), i, v)
		if who.lo >= who.hi {
			if quoted := i+k < s.hi && r.anyQuote(stretch{i + k, min(i+k+2, s.hi)}); quoted && r.nounOf(np) && r.passive(i+k, np, v) {
				r.agentless(s, np, i, k, v) // "Fair branded 'a farce'"
			}
			return np, 0, false
		}
		np = who
	}
	np = r.withoutLead(np)
	if v.form == inIng && shared && r.showsOnly(s, i, v) {
		return np, 0, false // "X builds fort, signalling A"
	}
	if v.papers && !(v.lemma == "put" && r.has("notice", i, s.hi)) && (np.lo >= np.hi || r.word(r.t, np.hi-1)&hReport == 0) {
		return np, 0, false
	}
	if shared && i > s.lo && r.word(r.t, i-1)&hBreak != 0 && v.form&inIng == 0 {
		return np, 0, false // "X does A as state prepares"
	}
	if v.frame == frameAct && v.form&inPast != 0 && r.word(r.t, np.hi-1)&hPeople != 0 {
		return np, 0, false // "Thousands denied payouts"
	}
	if shared && last.lo >= last.hi && np.hi-np.lo == 1 && !r.knownOrPeople(np) {
		return np, 0, false
	}
	if r.word(r.t, i)&hReady != 0 && v.form&inPast != 0 && r.any(i-1, i, "not", "never") {
		return np, 0, false // "X not worried about A" says where he stands
	}
	if r.passive(i+k, np, v) {
		if np, end, ok := r.byAgent(s, i, k, v); ok {
			return np, end, ok
		}
		if !shared {
			r.agentless(s, np, i, k, v)
		}
		return np, 0, false
	}
	if r.has("sign", np.lo, np.hi) || r.word(r.t, np.hi-1)&hTraders != 0 && !r.knownSpeaker(np) && v.moods() {
		return np, 0, false // "Norway, Oman sign pledge", "investors fret over debt": a deed, a mood
	}
	f := headFound{speakers: r.parties(np), speaker: np, cue: stretch{i, i + k}, typ: v.typ, stance: v.stance, rule: "pattern-5:" + v.lemma, judged: v.frame == frameJudge || v.typ == "denial"}
	if v.things && !(v.frame == frameSay && r.shortForm(np)) && !r.fullNameEnds(np) && !(r.titled(np) && !r.cased) && !((v.names() || v.lemma != "give" && r.unheard(np)) && r.anyQuote(stretch{i, r.contentEnd(i+k, s.hi)})) && (!r.strongSpeaker(f.speakers) || !r.knownOrPeople(np) && (r.cased || r.has("'s", np.lo, np.hi))) {
		return np, 0, false
	}
	if r.guessed(r.backOverAdverbs(s.lo, i), i, v) || future && (r.has("under", np.lo, np.hi) || v.frame == frameJudge && (v.typ == "praise" && (v.things || v.lemma == "endorse") || v.things && v.lemma == "challenge")) {
		return np, 0, false
	}
	if future {
		switch v.lemma {
		case "announce", "reveal", "regret", "rue", "deny", "unveil", "testify", "address", "find", "rule", "present":
			return np, 0, false // it is not said yet, or it is no speech: "set to announce A", "will regret A"
		}
		f.modality = "future"
	}
	if v.lemma == "deny" && r.word(r.t, np.hi-1)&hReport != 0 {
		return np, 0, false // what a court denies is a request
	}
	r.plain, r.frame = v.form&inThird == 0 && v.form&inBase != 0, v.frame
	lo := i + k
	hi := r.contentEnd(lo, s.hi)
	if r.word(r.t, s.lo)&(hPrep|hBreak) != 0 && !r.hasComma(stretch{s.lo, i}) {
		hi = r.beforeComma(lo, hi) // "As X demands A, Y does B"
	}
	if lo >= s.hi && r.word(r.t, i)&hHomograph != 0 && r.nouns[r.t.tok[i].id].typ != "" {
		return np, 0, false // "Ferries, cables and security fears: …"
	}
	if lo >= s.hi || (v.frame == frameTell || v.frame == frameJudge && v.typ == "threat" || v.frame == frameWarn && !r.any(lo+1, s.hi, "against", "of", "over", "about", "not") || v.frame == frameAsk && !r.any(lo, s.hi, "to", "for", "not")) && r.colonAt(s.hi) && (r.canSpeak(stretch{lo, s.hi}) || r.nounOf(stretch{lo, s.hi})) {
		if rest := (stretch{s.hi, len(r.t.tok)}); v.quoted && !r.anyQuote(rest) && !r.firstPerson(rest) && !r.wantsOrMust(rest) {
			return np, 0, false // "X hits back: 40 firms banned"
		}
		return r.colonContent(f, s)
	}
	if r.cutOff(s, i) {
		return np, 0, false
	}
	if lo >= hi || !r.t.tok[lo].wordy() && r.t.tok[lo].kind != quoteToken && r.t.tok[lo].low != "$" && r.t.tok[lo].low != "€" && r.t.tok[lo].low != "£" || !r.frameFits(v, lo, hi) {
		return np, 0, false
	}
	if v.quoted && !r.anyQuote(stretch{lo, hi}) {
		return np, 0, false
	}
	if that := r.beforeWord("that", lo, min(lo+6, hi)); (v.frame == frameSay || v.frame == frameClaim) && that+2 < hi && that > lo && that < lo+6 && r.any(lo, lo+1, "in", "at", "on", "during", "after", "with") {
		lo = that + 1 // "claims in interview that A"
	}
	if v.frame == frameJudge && v.typ == "criticism" && r.answersInDeed(lo, hi) {
		return np, 0, false // "hits back at X with tariffs"
	}
	f.content, f.about = stretch{lo, hi}, r.strandedFrom(s, np, stretch{lo, hi})
	if v.lemma == "put" && r.has("notice", lo, hi) {
		f.content.hi, f.typ = r.beforeWord("on", lo, hi), "threat"
	}
	if comma := r.beforeComma(lo, hi); v.lemma == "announce" && comma+1 < hi && (r.t.tok[comma+1].low == "the" || r.t.tok[comma+1].low == "a") && !r.finiteAhead(lo, comma) {
		f.content.hi = comma // "a pact with Y, the first since B"
	}
	if v.lemma == "give" && r.givesTime(lo, hi) {
		f.typ = "ultimatum"
	}
	switch v.frame {
	case frameTell:
		f.content.lo, f.address = r.afterAddressee(lo, hi)
	case frameWarn:
		f.content.lo, f.address = r.afterWarned(lo, hi)
	case frameAsk:
		f.content.lo, f.address = r.afterLobbied(v, lo, hi)
	}
	if r.onlyWhom(v, f.content) {
		return np, 0, false
	}
	not := r.negated(np.hi, i)
	if shared { // another clause stands between
		not = r.negated(max(np.hi, r.clauseStart(s, i)), i)
	}
	switch {
	case v.typ == "rejection" && not: // "won't rule out": open
		f.typ, f.modality = "assertion", "hedged"
	case not, v.lemma == "refuse", v.lemma == "decline":
		f.modality = "negated"
	}
	if r.keepsSilent(v, lo, hi, not) {
		f.typ = "no-comment"
	}
	if (v.lemma == "say" || v.lemma == "claim" || v.lemma == "confirm" || v.lemma == "insist" || v.lemma == "allege" || v.lemma == "reveal") && !r.anyQuote(f.content) {
		r.inner(f.content)
	}
	r.add(f)
	r.disputed(f.content, s.hi)
	return np, hi, true
}

// isPerson tells whether a phrase names one known person.
func (r *titleReader) isPerson(np stretch) bool {
	ps := r.parties(np)
	return len(ps) == 1 && ps[0].actor >= 0 && r.who.actors[ps[0].actor].Kind == model.Person
}

// guessed tells whether the narrator only guesses or wishes that somebody spoke:
// "X may offer A", "X should condemn A". "X can't rule out A" is X's word.
func (r *titleReader) guessed(lo, i int, v headVerb) bool {
	return r.any(lo, i, "may", "might", "could", "should", "must") ||
		r.any(lo, i, "can", "cannot", "can't") && (v.frame == frameJudge || v.frame == frameAct) && v.typ != "rejection"
}

// answersInDeed tells whether somebody is answered "with" a measure or an attack, and not
// in words.
func (r *titleReader) answersInDeed(lo, hi int) bool {
	with := r.beforeWord("with", lo, hi)
	for i := with + 1; i < hi && i < with+7; i++ {
		if r.t.tok[i].is(flagQuoted) {
			return false
		}
		if _, _, ok := r.weapons.match(r.t.tok, i); ok {
			return true
		}
	}
	return false
}

package extract

import (
	"strings"

	"parley/model"
)

// colonContent reads "X says: A" and "X tells reporters: A", where what was said is
// the next segment.
func (r *titleReader) colonContent(f headFound, s stretch) (stretch, int, bool) {
	for i := 1; i < len(r.segs); i++ {
		if r.segs[i-1].hi == s.hi && r.segs[i].sep == ":" && !r.segs[i].label && !r.question(r.segs[i].stretch) {
			f.content = stretch{r.segs[i].lo, r.contentEnd(r.segs[i].lo, r.segs[i].hi)}
			r.segs[i].label = true
			r.add(f)
			return f.speaker, s.hi, true
		}
	}
	return f.speaker, 0, false
}

func (r *titleReader) colonAt(i int) bool { return i < len(r.t.tok) && r.t.tok[i].low == ":" }

// frameFits tells whether what follows is what the verb takes.
func (r *titleReader) frameFits(v headVerb, lo, hi int) bool {
	t := r.t
	first := r.word(t, lo)
	if t.tok[lo].low == "that" && r.clauseFollows(lo+1, hi) {
		return v.frame != frameJudge
	}
	if v.clause && !r.anyQuote(stretch{lo, hi}) && !r.clauseSoon(lo, hi) {
		return false
	}
	if r.cased && first&hVerb != 0 && t.tok[lo].low != "need" && first&(hDeterminer|hPlan) == 0 && (v.frame != frameSay || v.lemma == "claim") && !r.who.known(t, lo) {
		return false
	}
	if _, noun := r.nouns[t.tok[lo-1].id]; noun && first&hFade != 0 && first&hThing == 0 && v.form&inThird != 0 {
		return false // "X's demands loom"
	}
	switch t.tok[lo].low {
	case "guilty", "dead", "alive":
		return v.lemma != "find" && v.lemma != "rule" && v.lemma != "declare" && v.lemma != "pronounce"
	case "goodbye", "farewell", "hello", "otherwise":
		return false
	case "why", "how", "what", "whether", "if", "when", "where":
		if r.any(lo-4, lo, "not", "n't") {
			return false // "has not said why"
		}
	case "is", "are", "was", "were", "has", "have", "will", "would":
		if lo > 1 && r.word(t, lo-2)&hPronoun != 0 {
			return true // "man it says was spy"
		}
		if v.frame == frameSay && v.form&inThird != 0 && r.opensSegment(lo-1) && r.word(t, lo-1)&hHomograph == 0 && r.nouns[t.tok[lo-1].id].typ == "" {
			return true // "X says will try to A"
		}
		return false // the verb was a noun: "demands are …"
	}
	if _, _, brk := r.breaks.match(t.tok, lo); brk && v.frame == frameClaim && strings.Contains(v.lemma, " ") {
		return false // "X expresses relief after B" does not say at what
	}
	switch v.lemma {
	case "recall":
		return r.anyQuote(stretch{lo, hi}) || !r.arePeople(r.firstWords(lo, hi)) // "recalls envoy" is a deed
	case "report":
		if r.any(max(0, lo-2), lo-1, "intelligence", "media", "press", "rights", "news") {
			return false // "intelligence reports undercut A"
		}
		return v.form&inIng == 0 && first&(hPrep|hVerb|hAux) == 0 && !r.has("to", lo, hi) && !r.resultsIn(lo, hi) // "report theft to police" is a deed
	case "snub":
		m, ok := r.who.nameAt(t, lo)
		return !ok || m.hi < hi || r.anyQuote(stretch{lo, hi}) // "snubs Marden" is a deed, "snubs Marden's offer" an answer
	case "stand with", "stand behind":
		return r.who.known(t, lo)
	case "conclude":
		return r.anyQuote(stretch{lo, hi}) || r.finiteAhead(lo, hi)
	case "hope", "fear", "doubt", "worry", "fear for", "hope for", "worry about", "worry over":
		return !r.fades(lo, hi) || r.anyQuote(stretch{lo, hi})
	case "call":
		it := hi-lo > 1 && r.any(lo, lo+1, "it", "him", "her", "them", "this", "that") && (v.form&inIng != 0 || r.describes(lo+1, hi) || t.tok[lo].low != "her" && r.describedBehind(lo+1, hi)) // "…, calling it extortion", "calls it theft", "calls him great leader"
		return it || r.anyQuote(stretch{lo, hi}) || r.secondObject(lo, hi)
	case "press", "pressure", "push":
		if r.anyQuote(stretch{lo, hi}) {
			return true
		}
		to := r.beforeWord("to", lo+1, hi)
		return to+1 < hi && r.word(t, to+1)&(hReached|hDeterminer) == 0 && !r.who.known(t, to+1) && r.lex.of(&t.tok[to+1])&(classDeterminer|classPossessive) == 0 && t.tok[lo].low != "to"
	case "ask", "invite":
		return r.has("to", lo, hi) || r.has("for", lo+1, hi) || r.anyQuote(stretch{lo, hi})
	case "shoot down", "knock down", "turn down", "blast", "lash", "hit", "strike back at":
		return !r.any(lo, hi, "drone", "drones", "missile", "missiles", "jet", "jets", "plane", "planes", "aircraft", "helicopter", "balloon", "rocket", "rockets", "uav", "uavs", "warplane", "warplanes", "heat", "volume")
	case "welcome":
		return !r.receives(lo, hi)
	case "see":
		if v.form&inIng != 0 || v.form&(inThird|inBase) == 0 && !r.anyQuote(stretch{lo, hi}) {
			return false // what is being seen is no view
		}
		switch t.tok[lo].low {
		case "rise", "drop", "fall", "surge", "increase", "decline", "spike", "jump", "growth", "record", "biggest", "largest", "off":
			return false
		}
		return first&hPrep == 0
	case "back", "press for":
		return first&hPrep == 0 && t.tok[lo].low != "to"
	case "give":
		return t.tok[lo].kind == quoteToken || lo+1 < hi && t.tok[lo+1].kind == quoteToken || r.givesTime(lo, hi)
	case "put":
		return r.has("notice", lo, hi) || lo > 1 && r.word(t, lo-2)&hReport != 0 && hi-lo > 2
	case "target":
		return r.personBefore(lo-1) && r.any(lo+1, hi, "over", "for") && !r.anyQuote(stretch{lo, hi})
	case "announce":
		if v.form&inThird != 0 && r.opensSegment(lo-1) && r.measureIn(lo, hi) {
			return true // a state's word of its own measure
		}
		return r.anyQuote(stretch{lo, hi}) || t.tok[lo].low == "that" || t.tok[lo].low == "to" || r.personBefore(lo-1) || r.finiteAhead(lo, hi)
	case "tell":
		return !(r.lex.of(&t.tok[lo])&classPossessive != 0 && r.any(lo+1, hi, "story", "stories", "tale", "tales"))
	case "table":
		for i := lo; i < hi && r.word(t, i)&(hPrep|hBreak) == 0; i++ {
			if noun := r.nouns[t.tok[i].id]; noun.typ == "offer" || r.any(i, i+1, "bid", "deal", "motion", "plan", "amendment") {
				return true // "bosses table new pay offer"
			}
		}
		return false
	case "question", "reveal":
		return first&hPrep == 0 || first&hQuestion != 0
	case "tell of", "launch into":
		return v.form&inPast == 0 || v.form&inThird != 0
	case "allege":
		return v.form&inPast == 0 || v.form&inThird != 0 || t.tok[lo].low == "that" || lo > 1 && t.tok[lo-2].kind == wordToken && r.lex.of(&t.tok[lo-2]) == 0 && r.clauseFollows(lo, hi) // no "alleged breaches"
	case "deny":
		for i := lo; i < hi && (i < lo+2 || i < lo+5 && t.tok[i-1].is(flagCapital)); i++ {
			if r.word(t, i)&hGranted != 0 {
				return false // "denies visas to Y", "denies Ada Quell visa" are deeds
			}
		}
		return true
	case "refuse":
		return !(v.form&inPast != 0 && hi-lo < 3 && r.word(t, lo)&hGranted != 0) // "as envoy refused entry"
	case "speak of":
		return hi-lo > 1 || r.anyQuote(stretch{lo, hi}) // "speaks of delegations" says nothing of them
	case "cite":
		return v.form&inIng == 0 && first&hPrep == 0 // "…, citing A" is the narrator's reason
	case "offer":
		for i := lo; i < hi && i < lo+5 && (first&hPrep == 0 || i > lo) && r.word(t, i)&(hPrep|hBreak) == 0; i++ {
			if r.word(t, i)&hHeld != 0 {
				return false
			}
		}
		return first&hPrep == 0 || t.tok[lo].low == "to" || t.tok[lo].low == "no"
	case "reply":
		return t.tok[lo].low != "to" || r.anyQuote(stretch{lo, hi})
	case "add":
		return t.tok[lo].low == "that" || r.anyQuote(stretch{lo, hi}) || first&(hPrep|hDeterminer) == 0 && r.finiteAhead(lo, hi) && !r.any(lo+1, hi, "list", "lists", "blacklist", "roster", "register") // "adds Y, Z to list" is a deed
	case "request", "contend", "reckon", "estimate", "anticipate", "forecast", "note", "state", "post", "rip", "challenge", "label", "brand", "term", "fault":
		return first&hPrep == 0 && t.tok[lo].low != "to"
	case "confess", "repeat", "respond", "feel":
		return r.anyQuote(stretch{lo, hi})
	case "rule", "find":
		if m, ok := r.who.nameAt(t, lo); ok && m.hi < hi && strings.HasSuffix(t.tok[m.hi].low, "ing") && v.lemma == "find" {
			return true // "Inquiry finds X committing A"
		}
		if v.lemma == "find" && lo > 1 && r.word(t, lo-2)&hReport != 0 && first&(hPronoun|hPrep) == 0 && hi-lo > 2 {
			return true // "Think tank finds war chest shrinking", "Study finds no link"
		}
		if w := t.tok[hi-1].low; v.lemma == "rule" && (w == "unlawful" || w == "lawful" || w == "illegal" || w == "legal" || w == "unconstitutional" || w == "constitutional" || w == "invalid" || w == "void") {
			return true // "Court rules levy unlawful"
		}
		return r.clauseFollows(lo, r.beforeWord("to", lo, hi)) && !r.any(lo, hi, "that", "which", "who") && first&(hPronoun|hPrep) == 0
	case "write":
		return r.anyQuote(stretch{lo, hi}) || r.clauseFollows(lo, hi)
	case "lobby", "petition", "encourage", "advise", "prod", "dare", "exhort", "entreat", "beseech":
		return r.any(lo, hi, "to", "for", "on", "against", "not") || r.anyQuote(stretch{lo, hi})
	case "say", "claim", "think", "joke":
		return t.tok[lo].low != "about" && t.tok[lo].low != "of" || r.anyQuote(stretch{lo, hi})
	}
	if v.frame == frameJudge || v.frame == frameAct {
		return first&hPrep == 0 || t.tok[lo].low == "to" || t.tok[lo].low == "no" || strings.Contains(v.lemma, " ")
	}
	return true
}

// resultsIn tells whether what is reported is what firms report by the calendar.
func (r *titleReader) resultsIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.word(r.t, i)&hResults != 0 {
			return true
		}
	}
	return false
}

// measureIn tells whether a measure or an attack is what is spoken of, before a phrase
// tells more of it.
func (r *titleReader) measureIn(lo, hi int) bool {
	for i := lo; i < hi && i < lo+6 && r.word(r.t, i)&(hPrep|hBreak) == 0; i++ {
		if _, _, ok := r.weapons.match(r.t.tok, i); ok && !r.t.tok[i].is(flagQuoted) {
			return true
		}
	}
	return false
}

// receives tells whether somebody is welcomed himself, as a guest is: "welcomes Ukraine's
// Quell to Berlin", "welcomes home athletes".
func (r *titleReader) receives(lo, hi int) bool {
	if m, ok := r.who.nameAt(r.t, lo); ok && m.hi <= hi && (m.hi == hi || !genitive(&r.t.tok[m.hi])) {
		owns := m.hi < hi && r.who.actors[m.actor].Kind != model.Person && r.t.tok[m.hi].kind == wordToken && r.word(r.t, m.hi)&(hPrep|hBreak|hAdverb|hPeople) == 0 && r.noun(m.hi) == 0
		return !owns // "welcomes Norway aid"
	}
	end := lo
	for end < hi && (r.word(r.t, end)&(hPrep|hBreak) == 0 || r.who.known(r.t, end)) && r.t.tok[end].low != "to" && r.t.tok[end].low != "home" && r.t.tok[end].low != "back" {
		end++
	}
	if end == lo {
		return end < hi && r.any(end, end+1, "home", "back")
	}
	if end+1 < hi && r.t.tok[end].low == "to" && r.word(r.t, end-1)&hThing == 0 && strings.HasSuffix(r.t.tok[end-1].low, "s") {
		if _, _, town := r.towns.match(r.t.tok, end+1); town || r.who.known(r.t, end+1) {
			return true // "welcomes premiers to Oslo"
		}
	}
	if end < hi && !r.any(end, end+1, "to", "at", "in", "for", "on", "home", "back", "with", "aboard", "ahead", "after", "as", "before", "amid", "into") {
		return false
	}
	np := stretch{lo, end}
	if ms := r.who.mentions(r.t, lo, end); len(ms) > 0 && ms[len(ms)-1].hi == end && r.who.actors[ms[len(ms)-1].actor].Kind == model.Person {
		return true
	}
	if r.fullNameEnds(np) || r.personOrKnown(np) && r.canSpeak(np) && !r.knownSpeaker(np) {
		return true
	}
	head := r.who.headEnd(r.t, lo, end, nil)
	return head == end && (r.who.noun(&r.t.tok[end-1])&nounUnnamed != 0 && r.word(r.t, end-1)&(hBody|hReport|hThing) == 0 || r.word(r.t, end-1)&hPeople != 0) && r.canSpeak(np)
}

// fades tells whether what follows "hopes" or "fears" says what becomes of them, so
// that they are nouns: "hopes fade", "fears for harbour grow".
func (r *titleReader) fades(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if _, _, brk := r.breaks.match(r.t.tok, i); brk || r.t.tok[i].low == "to" || r.t.tok[i].low == "that" {
			return false
		}
		if r.word(r.t, i)&hFade != 0 && !r.t.tok[i].is(flagQuoted) {
			return true
		}
	}
	return false
}

// clauseSoon tells whether an auxiliary follows a few words at lo, so that these are its
// subject: "agrees levy must go"; or "that" behind whom somebody agrees with.
func (r *titleReader) clauseSoon(lo, hi int) bool {
	if r.t.tok[lo].low == "with" {
		that := r.beforeWord("that", lo, min(lo+6, hi))
		return that < min(lo+6, hi) && that+2 < hi
	}
	if r.word(r.t, lo)&(hPrep|hBreak|hAux) != 0 {
		return false
	}
	for i := lo + 1; i+1 < hi && i < lo+7; i++ {
		c := r.word(r.t, i)
		if _, _, brk := r.breaks.match(r.t.tok, i); brk || !r.t.tok[i].wordy() || c&hPrep != 0 && r.t.tok[i].low != "of" || r.any(i, i+1, "to", "that", "who", "which") {
			return false
		}
		if (c&hAux != 0 || r.lex.of(&r.t.tok[i])&(classAuxiliary|classModal) != 0) && !genitive(&r.t.tok[i]) {
			return true
		}
	}
	return false
}

// personBefore tells whether a known person's name or post ends before i.
func (r *titleReader) personBefore(i int) bool {
	for _, m := range r.who.mentions(r.t, max(0, i-6), i) {
		if m.hi == i && r.who.actors[m.actor].Kind == model.Person {
			return true
		}
	}
	return false
}

// givesTime tells "gives Y until Friday to A" and "gives Y two weeks to A": an ultimatum.
func (r *titleReader) givesTime(lo, hi int) bool {
	for i := lo + 1; i+2 < hi && i < lo+6; i++ {
		switch k := &r.t.tok[i]; {
		case k.low == "until", k.low == "till":
			return true
		case k.low == "day" || k.low == "days" || k.low == "week" || k.low == "weeks" || k.low == "hours" || k.low == "month" || k.low == "months":
			return r.t.tok[i+1].low == "to" || r.t.tok[i+1].low == "deadline"
		case k.low == "deadline" || k.low == "ultimatum":
			return true
		}
	}
	return false
}

// finiteAhead tells whether a verb with a subject before it stands in a stretch, so
// that it is a clause: "announces it will A", not "announces a plan".
func (r *titleReader) finiteAhead(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		k := &r.t.tok[i]
		if k.is(flagQuoted) {
			continue
		}
		if _, _, brk := r.breaks.match(r.t.tok, i); brk {
			return false
		}
		if k.low == "'s" && r.lex.of(&r.t.tok[i-1])&classPronoun != 0 || k.low == "to" && r.t.tok[i-1].is(flagCapital) && !r.cased {
			return true // "announces she's running", "announces Quell to stand"
		}
		switch k.low {
		case "who", "which", "that", "to", "for", "of", "with", "in", "on", "at", "from", "against", "into":
			return false
		}
		c := r.word(r.t, i)
		if v, _, cue := r.verbs.match(r.t.tok, i); c&hVerb != 0 && c&(hThing|hDeterminer) == 0 || cue && v.frame != frameNone && v.form&inThird != 0 && r.nouns[k.id].typ == "" || r.looksThird(i) {
			return true
		}
	}
	return false
}

// opensSegment tells whether nothing but a short subject stands before the verb at i.
func (r *titleReader) opensSegment(i int) bool {
	for _, s := range r.segs {
		if s.lo < i && i < s.hi {
			np := stretch{s.lo, i}
			return i-s.lo < 5 && r.canSpeak(np) && r.knownSpeaker(np)
		}
	}
	return false
}

// secondObject tells "calls Quell a friend" and "calls Quell weak" from "calls Quell".
func (r *titleReader) secondObject(lo, hi int) bool {
	if m, ok := r.who.nameAt(r.t, lo); ok && m.hi < hi && r.describes(m.hi, hi) {
		return true
	}
	if lo+1 < hi && r.any(lo, lo+1, "move", "decision", "offer", "proposal", "idea", "claim", "claims", "remarks", "comments", "attack", "ban", "deal", "step") && r.t.tok[lo+1].kind == wordToken && !r.t.tok[lo+1].is(flagCapital) &&
		r.word(r.t, lo+1)&(hPrep|hBreak|hVerb|hAux) == 0 && r.lex.of(&r.t.tok[lo+1])&(classPreposition|classAnd|classConjunction) == 0 {
		return true // "calls move reward for pirates"
	}
	for i := lo + 1; i < hi; i++ {
		w := r.t.tok[i].low
		if w == "a" || w == "an" || w == "the" && i > lo+1 {
			return true
		}
	}
	return false
}

// describes tells whether the word at i, behind a name, can only say what he is: it
// ends the clause, and tells no time, place or manner.
func (r *titleReader) describes(i, hi int) bool {
	k := &r.t.tok[i]
	if k.kind != wordToken || k.is(flagCapital) && !r.cased || r.word(r.t, i)&(hPrep|hBreak|hAdverb|hAux|hVerb|hReached|hPlanned|hDeterminer|hPronoun|hNegator) != 0 ||
		r.lex.of(k)&(classPreposition|classConjunction|classAnd|classAdverb|classTime|classPronoun|classTitle) != 0 {
		return false
	}
	if _, _, brk := r.breaks.match(r.t.tok, i); brk {
		return false
	}
	return i+1 == hi || r.word(r.t, i+1)&(hPrep|hBreak) != 0 || r.t.tok[i+1].low == ","
}

// describedBehind tells whether the words at i, behind a pronoun, say what somebody is called, and
// neither where nor when he was rung up nor what else was called: "off", "in to talks", "quits".
func (r *titleReader) describedBehind(i, hi int) bool {
	return i < hi && r.t.tok[i].wordy() && r.word(r.t, i)&(hPrep|hBreak|hAdverb|hAux|hReached|hPlanned|hDeterminer|hPronoun|hNegator) == 0 &&
		r.lex.of(&r.t.tok[i])&(classPreposition|classConjunction|classAnd|classTime|classPronoun|classNumeral) == 0 && !r.any(i, i+1, "to", "off", "out", "up", "back", "quits", "day", "again", "twice")
}

func (r *titleReader) has(word string, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == word {
			return true
		}
	}
	return false
}

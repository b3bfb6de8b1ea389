package extract

import "parley/model"

// How running text tells where an event stands: what it only supposes, asks for or has in
// passing is none, and what is told in the past tense lies in the past.

// supposed tells whether the clause around the word at i in running text only supposes what
// it tells: "if X meets Y", "once the talks end".
func (r *eventReader) supposed(s stretch, i int) bool {
	if !r.t.mayHold(s, r.ev.supposing) {
		return false
	}
	for k := i - 1; k >= s.lo; k-- {
		if r.t.tok[k].starts&r.ev.supposing != 0 {
			return k >= r.clauseStart(s, i)
		}
		switch r.t.tok[k].low {
		case ",", ";", "that", "and", "but":
			return false
		}
	}
	return false
}

// infinitiveAt tells whether the plain form of a verb stands at i: "to resume", "to be held".
func (r *eventReader) infinitiveAt(i, hi int) bool {
	if i >= hi {
		return false
	}
	w, _, ok := r.ev.terms.match(r.t.tok, i)
	return r.any(i, i+1, "be", "have") || ok && w.form&inBase != 0 && !w.is(roleNoun)
}

// turnsDown tells whether the verb at i in running text says that somebody will not have
// what follows, and not only that something is not so.
func (r *eventReader) turnsDown(s stretch, i int, w eventWord) bool {
	if w.form&(inThird|inPast) == 0 && !r.any(max(s.lo, i-1), i, "has", "have", "had") {
		return false
	}
	switch w.lemma {
	case "rule out", "reject", "refuse", "rebuff", "turn down", "decline":
		lo := r.clauseStart(s, i)
		end, _ := r.auxBefore(lo, i)
		return !r.negated(end, i)
	}
	return false
}

// droppedWhen reads when what was taken back was to be, which stands before the verb that
// takes it back or with "planned for", or else when that was done, which stands behind it. The
// verb is at governor, or somewhere behind i.
func (r *eventReader) droppedWhen(i int, s stretch, governor int) model.When {
	verb := governor
	for k := i; verb < 0 && k < s.hi; k++ {
		if w, _, ok := r.ev.terms.match(r.t.tok, k); ok && r.t.tok[k].id != 0 && (w.is(roleDrop) || w.is(roleBegin|roleHold)) && w.form != 0 {
			verb = k
		}
	}
	if verb < 0 || r.t.field == model.InTitle && governor >= 0 {
		return r.whenOut(model.Planned, s, nil)
	}
	if governor >= 0 && r.dayOwns(stretch{verb + 1, i}) {
		return r.whenOut(model.Planned, stretch{verb, i}, nil) // "cancelled Friday's talks"
	}
	if w := r.whenOut(model.Planned, stretch{s.lo, verb}, nil); governor < 0 && w.Start != "" {
		return w
	}
	for k := verb + 1; k < s.hi; k++ {
		switch r.t.tok[k].low {
		case "planned", "scheduled", "foreseen", "due", "set":
			return r.whenOut(model.Planned, stretch{k, s.hi}, nil)
		case "to":
			if !r.dayAt(k+1, s.hi) {
				continue // "called off a visit to Oslo on Monday"
			}
			return r.whenOut(model.Planned, stretch{k, s.hi}, nil)
		case "until", "till", "for":
			if w := r.whenOut(model.Planned, stretch{k, s.hi}, nil); w.Start != "" {
				return w // to which other day it was put off
			}
		}
	}
	return r.whenOut(model.NoneReached, stretch{verb, s.hi}, nil)
}

// dayAt tells whether a day, a month or a year is named at i, an adverb or an article before it.
func (r *eventReader) dayAt(i, hi int) bool {
	for k := i; k < hi && k < i+2; k++ {
		if _, _, n := date(r.t, k, hi, r.written, 1); n > 0 {
			return true
		}
	}
	return false
}

// overTold goes right from i over a verb in running text that says that an event was, is or
// will be held, to the parties behind it: "talks were held between X and Y". It returns i for
// anything else.
func (r *eventReader) overTold(i, hi int) int {
	if r.t.field != model.InText {
		return i
	}
	k := i
	for k < hi && k < i+4 && (r.word(r.t, k)&(hAux|hAdverb) != 0 || r.lex.of(&r.t.tok[k])&(classAuxiliary|classModal|classAdverb) != 0) {
		k++
	}
	if k == i || k >= hi {
		return i
	}
	w, n, ok := r.ev.terms.match(r.t.tok, k)
	if ok && r.t.tok[k].id != 0 && w.is(roleHold|roleBegin|roleDue|roleDrop) && k+n < hi && r.any(k+n, k+n+1, "between", "with") {
		return k + n
	}
	return i
}

// noneToBe reads "there will be no meeting with Y" up to the event's name at lo.
func (r *eventReader) noneToBe(s stretch, lo int) bool {
	if r.t.field != model.InText {
		return false
	}
	if lo < s.hi && r.t.tok[lo].low != "no" {
		lo--
	}
	return lo-3 >= s.lo && r.t.tok[lo].low == "no" && r.t.tok[lo-1].low == "be" && r.t.tok[lo-3].low == "there"
}

// urged tells whether somebody only asks those whose name ends at i to do what follows.
func (r *eventReader) urged(s stretch, i int) bool {
	for k := i - 2; k > s.lo && k > i-6; k-- {
		if v, n, ok := r.verbs.match(r.t.tok, k); ok && (v.frame == frameAsk || v.frame == frameTell) {
			return r.who.known(r.t, k+n)
		}
	}
	return false
}

// actsNext tells whether a name at i in running text is the subject of a verb behind it: "In a
// call with X, Y praised Z".
func (r *eventReader) actsNext(i, hi int) bool {
	m, ok := r.who.nameAt(r.t, i)
	if !ok || m.hi >= hi {
		return false
	}
	if v, _, cue := r.verbs.match(r.t.tok, m.hi); cue && v.form&(inThird|inPast) != 0 {
		return true
	}
	w, _, ok := r.ev.terms.match(r.t.tok, m.hi)
	return ok && r.t.tok[m.hi].id != 0 && w.form&(inThird|inPast) != 0 || r.lex.of(&r.t.tok[m.hi])&(classAuxiliary|classModal|classSaid) != 0
}

// toldAsPast tells whether what stands between lo and hi is told in the past tense, whatever
// the event's own status is: "the talks began on Monday", "X did not meet Y on Monday".
func (r *eventReader) toldAsPast(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		switch r.t.tok[k].low {
		case "will", "would", "is", "are", "to", "may", "could", "might", "should":
			return false
		case "did", "was", "were", "had", "failed":
			return true
		}
		if w, n, ok := r.ev.terms.match(r.t.tok, k); ok && n == 1 && r.t.tok[k].id != 0 && w.form&inPast != 0 && w.form&(inThird|inBase) == 0 && w.is(roleBegin|roleHold) {
			return true
		}
	}
	return false
}

// stands reads a summit that is said not to have been called off, which is a plan still.
func (r *eventReader) stands(s stretch, ev model.Event, name stretch, i, n, to int, parties []string) bool {
	kept := r.t.field == model.InTitle && r.startsClause(s, name.lo) && r.notDropped(to, s.hi)
	if ev.Kind == "letter" || !kept && !(r.deniedBefore(s, name.lo) && r.droppedAfter(to, s.hi, false)) {
		return false
	}
	if len(parties) == 1 && ev.Kind != "visit" && r.t.field == model.InTitle {
		parties = merge(r.speakerBefore(s, name.lo), parties...) // "X denies talks with Y were cut off"
	}
	if len(parties) < 2 && !r.goesBack(s, name, i, n) && !(ev.Kind == "visit" && len(parties) == 1) {
		return ev.Kind == "visit" && r.t.field == model.InTitle // "denies trip was cancelled" denies no trip
	}
	ev.Status, ev.Participants, ev.Rule, ev.When = model.Planned, parties, ruleStands, model.When{Precision: "unknown"}
	ev.Place = r.placeIn(name.lo, i)
	if ev.Kind == "talks" && kept && r.any(to, min(to+6, s.hi), "paused", "suspended", "halted", "broken", "frozen", "abandoned") {
		ev.Status = model.UnderWay // "talks not paused"
	}
	return r.add(ev, stretch{name.lo, to}, s)
}

const ruleStands = "event-stands"

// aside tells whether a verb at i in running text only tells when something else is, what is a
// habit, or what those do who are spoken of: "when X arrives", "X often meets Y", "told those
// gathered in Oslo".
func (r *eventReader) aside(lo, end, i int, w eventWord, status string) bool {
	t := r.t
	before := lo - 1
	switch {
	case t.tok[i-min(i, 1)].low == "to" && i > 1 && t.tok[i-2].low == ",":
		return true // "it is his job, he said, to talk to Y"
	case r.any(end, i, "may", "might", "could", "would") && r.any(i, min(i+12, len(t.tok)), "if", "unless"):
		return true
	case r.any(lo, end, "neither", "nor", "nobody"):
		return true
	case r.beside(end, i, aroundHabit), i > lo && r.beside(i-1, i, aroundHabit):
		return true
	case status == model.UnderWay && w.form&inIng == 0 && before >= 0 && r.any(before, before+1, "when", "before", "until", "after", "that", "whenever", "where"), status == model.UnderWay && w.form&inIng == 0 && r.any(lo, end, "when", "until", "that", "whenever", "where"):
		return true
	case status == model.Done && w.form&inPast != 0 && end == i && before >= 0 && r.word(t, before)&hPrep != 0 && !r.any(before, before+1, "after", "before", "since", "as"):
		return true
	}
	for k := end - 1; k >= lo && status == model.Done && end == i && (w.lemma == "gather" || w.lemma == "convene" || w.lemma == "assemble"); k-- {
		if r.word(t, k)&hPrep != 0 && t.tok[k].low != "of" || t.tok[k].low == "to" {
			return true
		}
	}
	return w.lemma == "spar" || w.lemma == "face off"
}

// standsBefore tells whether a thing, and no person, is the head of the object that begins at
// i: "met the deadline that Y set", "received the endorsement of Y".
func (r *eventReader) standsBefore(i, hi int) bool {
	for k := i; k < hi && k < i+5; k++ {
		low := &r.t.tok[k]
		if r.who.known(r.t, k) || low.is(flagCapital) || !low.wordy() {
			return false
		}
		c := r.word(r.t, k)
		switch {
		case k == i && low.low == "with", c&hDeterminer != 0, r.lex.of(low)&(classDeterminer|classPossessive|classAdverb) != 0, c&hAdverb != 0:
		case c&(hPrep|hBreak) != 0 || r.lex.of(low)&(classPreposition|classConjunction) != 0 || r.day(k):
			return low.low == "of" && k > i
		case r.who.noun(low) != 0 || c&hPeople != 0 || r.isRole(k, rolePeople):
			return false
		case r.thing(k) && k+1 < hi && (r.any(k+1, k+2, "of", "that", "which") || r.who.known(r.t, k+1)) && r.t.tok[i].low != "with":
			return true
		}
	}
	return false
}

// cameOut tells whether "without" at k in running text says how an event of the same sentence
// came out: "the talks ended without a deal".
func (r *eventReader) cameOut(s stretch, k int) bool {
	n := len(r.found)
	return n > 0 && r.heads[n-1].lo >= s.lo && r.heads[n-1].hi <= k && happens(r.found[n-1].Status) && !r.any(r.heads[n-1].hi, k, "would", "could", "may", "might", "will")
}

// withBehind returns where "with" and those whom somebody meets stand behind a time or a place
// that begins at i: "met in the afternoon with Y"; i for anything else.
func (r *eventReader) withBehind(i, hi int) int {
	if i >= hi || r.word(r.t, i)&hPrep == 0 && !r.day(i) && r.lex.of(&r.t.tok[i])&classAdverb == 0 || r.t.tok[i].low == "with" || r.t.tok[i].low == "by" {
		return i
	}
	for k := i + 1; k < hi && k < i+7; k++ {
		if r.t.tok[k].low == "with" {
			if r.actorAhead(k+1, hi) {
				return k
			}
			return i
		}
		if !r.t.tok[k].wordy() || r.word(r.t, k)&(hVerb|hBreak) != 0 || r.t.tok[k].low == "and" || r.isRole(k, roleNoun) {
			return i
		}
	}
	return i
}

// tellsHow tells whether "to" at i behind "expected" and the like does not go on to say that an
// event begins or ends: "are expected to last six hours", "are likely to fail".
func (r *eventReader) tellsHow(i, hi int) bool {
	return i+1 < hi && r.t.tok[i].low == "to" && !r.beside(i+1, i+2, aroundProceeding)
}

// paved tells whether the verb at i in running text only tells that the way was made for an
// event that was told of before, whose name begins at lo and names nobody: "X and Y laid the
// groundwork for the summit on Tuesday".
func (r *eventReader) paved(i int, w eventWord, lo, parties int) bool {
	if w.form&inPast == 0 || parties > 0 || !r.any(max(0, lo-1), lo+1, "the") {
		return false
	}
	switch w.lemma {
	case "lay groundwork for", "lay the groundwork for", "pave way for", "pave the way for", "set stage for", "set the stage for", "clear the way for", "prepare", "prepare for":
		return r.lex.of(&r.t.tok[max(0, i-1)])&classAuxiliary == 0 || r.any(max(0, i-1), i, "has", "have", "had")
	}
	return false
}

// appealOf tells whether a call in running text whose name ends at i is what somebody calls
// for, and none by telephone: "rejected a call by X for a truce".
func (r *eventReader) appealOf(i, hi int) bool {
	if i+1 >= hi || !r.any(i, i+1, "by", "from") {
		return false
	}
	for k := i + 1; k < hi && k < i+8 && r.t.tok[k].wordy(); k++ {
		if r.any(k, k+1, "for", "to") {
			return true
		}
	}
	return false
}

// whereClause returns where the words begin that tell when an event was to be: behind ", where"
// before its name at lo, as the day before it is of what was done: "left on Friday for Oslo,
// where he was to attend the summit".
func (r *eventReader) whereClause(s stretch, lo int, status string) int {
	for k := lo - 1; k > s.lo && r.t.field == model.InText && status == model.Planned; k-- {
		if r.any(k, k+1, "where") && r.any(k-1, k, ",") && r.toldAsPast(s.lo, k) {
			return k
		}
	}
	return s.lo
}

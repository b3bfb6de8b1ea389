package extract

import "parley/model"

// Running text names the parties once and then goes back to them: "The talks ended", "A
// second meeting could be held in Oslo", "The two sides signed a memorandum". Such an event
// is told without anybody named where its name, or those who meet, can be no others than
// those of diplomacy.

// standsAlone tells whether an event may be told of without anybody who takes part; who
// travels or calls is always named.
func standsAlone(kind string) bool {
	switch kind {
	case "deadline", "agreement", "cancellation", "meeting", "talks", "call", "press":
		return true
	}
	return false
}

// short is how many sentences a text may have that names no parties for what it goes back to:
// its headline does.
const short = 4

// goesBack tells whether the event that the noun at i names in running text, whose name
// begins at name.lo and is followed by its companions, is one of diplomacy that was told of
// before: "the summit", "a trilateral meeting", "the next round of talks".
func (r *eventReader) goesBack(s, name stretch, i, n int) bool {
	t := r.t
	if i+n < s.hi && (t.tok[i+n].kind == wordToken && !t.tok[i+n].is(flagCapital) && r.compoundBehind(i+n) || r.any(i+n, i+n+1, "of", "with", "between", "among", "for", "-")) {
		return false // "the meeting of shareholders", "talks with lenders", "the summit venue"
	}
	pointed, formal := false, false
	for k := max(s.lo, name.lo-1); k < i; k++ {
		switch {
		case r.lex.of(&t.tok[k])&classDeterminer != 0 || r.word(t, k)&hDeterminer != 0:
			pointed = pointed || r.beside(k, k+1, aroundPointing)
		case r.isRole(k, roleMatter) && !r.any(k, k+1, "trade", "border", "water", "security", "crisis", "secret", "technical", "leaders", "ministerial", "emergency"), r.beside(k, k+1, aroundFormal):
			formal = true
		case r.isRole(k, roleMatter), r.beside(k, k+1, aroundPointing):
			pointed = pointed || r.beside(k, k+1, aroundPointing)
		case genitive(&t.tok[k]) && k > 0 && r.day(k-1):
			pointed = true // "Monday's talks"
		case r.word(t, k)&hPlanned != 0, t.tok[k].kind == dashToken, t.tok[k].kind == numberToken, r.day(k), genitive(&t.tok[k]), k < name.lo, r.any(k, k+1, "of", "round", "rounds"):
		case r.listedTown(k):
			pointed = true // "the Oslo summit"
		default:
			return false // "the school meeting"
		}
	}
	if !pointed && name.lo > s.lo {
		k := name.lo - 1
		pointed = r.beside(k, k+1, aroundPointing)
	}
	pointed = pointed && len(t.sents) <= short // a longer text has said before whose they are
	switch t.tok[i+n-1].low {
	case "summit", "talks", "negotiations", "bilateral", "trilateral", "round":
		return pointed || formal || n > 1 || i == s.lo && t.tok[i+n-1].low != "summit"
	case "meeting", "session", "conference", "briefing", "appearance":
		return formal || pointed && (t.tok[i].low == "meeting" || i+n-i > 1 && r.any(name.lo, i+1, "joint"))
	case "presser":
		return pointed || formal
	case "lunch", "dinner", "breakfast":
		return formal || n > 1
	}
	return false
}

// compoundBehind tells whether the plain word at i makes of the event's name before it the
// name of something else: "summit venue", "meeting room".
func (r *eventReader) compoundBehind(i int) bool {
	return r.thing(i) && !r.tellsStatus(i, len(r.t.tok)) && !r.t.tok[i].is(flagQuoted) && r.word(r.t, i)&(hReached|hPlanned) == 0
}

// theSides tells whether a subject in running text ends with those who meet for states and
// need no name: "the two leaders", "both sides", "Russian negotiators".
func (r *eventReader) theSides(np stretch) bool { return r.sidesIn(np).hi > 0 }

// sidesIn is where such people stand at the end of a subject, empty if others do.
func (r *eventReader) sidesIn(np stretch) stretch {
	if np.lo >= np.hi || !r.beside(np.hi-1, np.hi, aroundSides) && !(r.t.tok[np.hi-1].low == "officials" && len(r.namedIn(np.lo, np.hi)) > 1) {
		return stretch{}
	}
	from := -1
	for k := np.hi - 2; k >= np.lo; k-- {
		switch {
		case r.any(k, k+1, "the", "both", "their", "all"):
			return stretch{k, np.hi}
		case r.who.known(r.t, k):
			from = k
		case r.isRole(k, rolePeople), r.any(k, k+1, "two", "three", "foreign", "defence", "defense", "finance", "prime", "warring", "senior", "top", "chief", "and", ",", "a"), r.t.tok[k].kind == dashToken:
		default:
			k = np.lo
		}
	}
	if from < 0 {
		return stretch{}
	}
	return stretch{from, np.hi}
}

// supposed tells whether the clause around the word at i in running text only supposes what
// it tells: "if X meets Y", "once the talks end".
func (r *eventReader) supposed(s stretch, i int) bool {
	if r.t.field != model.InText {
		return false
	}
	lo := r.clauseStart(s, i)
	for k := i - 1; k >= lo; k-- {
		switch r.t.tok[k].low {
		case "if", "unless", "whether", "once":
			return true
		case ",", ";", "that", "and", "but":
			return false
		}
	}
	return false
}

// sides lists whom such people meet for.
func (r *eventReader) sides(at stretch) []string {
	if them := r.namedIn(at.lo, at.hi); len(them) > 0 {
		return them
	}
	return r.partiesBefore()
}

// strangerActs tells whether the subject of a sentence is somebody with a name that nobody
// knows, whom a pronoun at a later token may mean: "Quell says he met Y".
func (r *eventReader) strangerActs(s stretch, at int) bool {
	first, verb := r.subject(s)
	first = r.withoutLead(first)
	if verb < 0 || verb >= at || first.lo >= first.hi || first.hi > at {
		return false
	}
	last := first.hi - 1
	return r.t.tok[last].is(flagCapital) && r.t.tok[last].kind == wordToken && len(r.namedIn(first.lo, first.hi)) == 0 && r.lex.of(&r.t.tok[last])&classPronoun == 0
}

// meantBefore lists whom a pronoun in a sentence means that names nobody before it: those of
// the event told last, in the sentence before, if their number fits.
func (r *eventReader) meantBefore(s stretch, pronoun string) []string {
	n := len(r.found) - 1
	if n < 0 || r.heads[n].hi > s.lo {
		return nil
	}
	for k, before := range r.t.sents {
		if k+1 < len(r.t.sents) && r.t.sents[k+1].lo == s.lo && r.heads[n].lo < before.lo {
			return nil
		}
	}
	them := r.found[n].Participants
	switch pronoun {
	case "they":
		if len(them) > 1 {
			return them
		}
	case "he", "she":
		if len(them) == 1 && r.person(them[0]) {
			return them
		}
	}
	return nil
}

// partiesBefore lists those who were told of as two or more before, which "the leaders" and
// "the two sides" go back to.
func (r *eventReader) partiesBefore() []string {
	if them := r.inherited(nil); len(them) > 1 {
		return them
	}
	return nil
}

// holders tells whether those who hold an event in running text need nobody else for it: a
// body that meets by itself, or "the two sides".
func (r *eventReader) holders(clause stretch, who []string) bool {
	end, _ := r.auxBefore(clause.lo, clause.hi)
	np := r.withoutLead(stretch{clause.lo, end})
	if np.lo >= np.hi {
		return false
	}
	return r.theSides(np) || len(who) == 1 && r.assembly(np) && !r.person(who[0])
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
	if w := r.whenOut(model.Planned, stretch{s.lo, verb}, nil); governor < 0 && w.Start != "" {
		return w
	}
	for k := verb + 1; k < s.hi; k++ {
		switch r.t.tok[k].low {
		case "planned", "scheduled", "foreseen", "due", "set":
			return r.whenOut(model.Planned, stretch{k, s.hi}, nil)
		case "until", "till", "to", "for":
			if w := r.whenOut(model.Planned, stretch{k, s.hi}, nil); w.Start != "" {
				return w // to which other day it was put off
			}
		}
	}
	return r.whenOut(model.NoneReached, stretch{verb, s.hi}, nil)
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

// ofSides tells whether an agreement in running text, whose name ends at i, is one between
// states though no party is named: "the two sides signed a memorandum", "no deal was
// reached", "the talks ended without a breakthrough".
func (r *eventReader) ofSides(s stretch, i int, prev, status string) bool {
	first, _ := r.subject(s)
	if r.theSides(r.withoutLead(first)) {
		return true
	}
	if status != model.NoneReached {
		return false
	}
	if n := len(r.found); prev == "without" && n > 0 && r.heads[n-1].lo >= s.lo && r.heads[n-1].hi <= i && kin(r.found[n-1].Kind) == "talks" {
		return true
	}
	return r.reachedVerb(i, s.hi) > 0 && prev != "without" && !r.any(i, s.hi, "by")
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

// listedTown tells whether a place of the list, or the seat of a state, is named at i.
func (r *eventReader) listedTown(i int) bool {
	if !r.t.tok[i].is(flagCapital) {
		return false
	}
	_, _, ok := r.ev.times.places.match(r.t.tok, i)
	m, named := r.who.nameAt(r.t, i)
	return ok || named && m.seat
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
		case "did", "was", "were", "had":
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
	if !r.deniedBefore(s, name.lo) || !r.droppedAfter(to, s.hi, false) || ev.Kind == "letter" {
		return false
	}
	if len(parties) < 2 && !r.goesBack(s, name, i, n) {
		return false
	}
	ev.Status, ev.Participants, ev.Rule, ev.When = model.Planned, parties, ruleStands, model.When{Precision: "unknown"}
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
	case r.any(lo, end, "neither", "nor", "nobody"):
		return true
	case r.beside(end, i, aroundHabit), i > lo && r.beside(i-1, i, aroundHabit):
		return true
	case status == model.UnderWay && w.form&inIng == 0 && before >= 0 && r.any(before, before+1, "when", "before", "until", "after", "that", "whenever", "where"), status == model.UnderWay && w.form&inIng == 0 && r.any(lo, end, "when", "until", "that", "whenever", "where"):
		return true
	case status == model.Done && w.form&inPast != 0 && end == i && before >= 0 && r.word(t, before)&hPrep != 0 && !r.any(before, before+1, "after", "before", "since"):
		return true
	}
	for k := end - 1; k >= lo && status == model.Done && end == i && (w.lemma == "gather" || w.lemma == "convene" || w.lemma == "assemble"); k-- {
		if r.word(t, k)&hPrep != 0 && t.tok[k].low != "of" {
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

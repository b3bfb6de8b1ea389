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
	case "deadline", "agreement", "cancellation", "meeting", "talks", "press":
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
		case r.townAt(k) && t.tok[k].is(flagCapital):
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
func (r *eventReader) theSides(np stretch) bool {
	if !r.beside(np.hi-1, np.hi, aroundSides) {
		return false
	}
	for k := np.hi - 2; k >= np.lo; k-- {
		switch {
		case r.any(k, k+1, "the", "both", "their", "all"), r.who.known(r.t, k):
			return true
		case r.isRole(k, rolePeople), r.any(k, k+1, "two", "three", "foreign", "defence", "defense", "finance", "prime", "warring", "senior", "top", "chief", "and", ","), r.t.tok[k].kind == dashToken:
		default:
			return false
		}
	}
	return false
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

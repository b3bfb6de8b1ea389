package extract

import (
	"strings"

	"parley/model"
)

// Plans that were dropped are told of several things at once: "working lunch and
// expanded talks called off". Each of them is an event of its own.

// eventName is an event's name while it is read: tokens lo to hi.
type eventName struct {
	stretch
	at int // where the noun begins
}

// drops reads every thing that a clause takes back, and tells whether the clause
// that begins with the name at i takes any back.
func (r *eventReader) drops(s stretch, i, n int) bool {
	t := r.t
	first := eventName{stretch{r.wholeName(s, i), i + n}, i}
	if r.timesPlan(s, first.lo) {
		return false
	}
	names := r.list(first, s.hi)
	last := names[len(names)-1]
	governor, gov := r.governor(s, first.lo)
	var doers []string
	switch {
	case governor >= 0 && r.loath(r.clauseStart(s, governor), governor):
		return false // "sees no reason to hold a summit", "no need to cancel talks"
	case governor >= 0 && t.field == model.InTitle && gov.lemma == "pause" && r.any(last.hi, min(last.hi+1, s.hi), "to") && r.isRole(min(last.hi+1, s.hi-1), roleDo):
		return false // "pauses talks to phone Y" goes on with them
	case governor >= 0 && gov.is(roleDrop):
		end, aux := r.auxBefore(r.clauseStart(s, governor), governor)
		status := r.verbStatus(r.clauseStart(s, governor), end, governor, gov, aux)
		if t.field == model.InTitle && status == model.Planned && r.any(last.hi, s.hi, "if", "unless") {
			return false // "to quit talks if"
		}
		if r.onlySought(s, governor) || status == "" || status == model.EventDenied || r.any(end, governor, "may", "might", "could", "would", "should") {
			return false // "does not cancel", "may cancel"
		}
		doers, _ = r.doers(s, r.clauseStart(s, governor), end)
	case governor >= 0 && gov.is(roleHold) && r.any(max(s.lo, governor-5), governor, "may", "might", "could", "want", "wants", "wanted"):
		return false // "may not want to hold a summit"
	case governor >= 0 && ((gov.lemma == "attend" || gov.lemma == "join") || t.field == model.InText && gov.is(roleShun)):
		return false // who will not attend does not call it off
	case governor >= 0 && gov.is(roleHold) && (len(names) > 1 || r.wasPlanned(last.hi, s.hi) || r.diplomatic(names)) && r.governedStatus(s, governor, gov) == model.EventDenied:
		end, _ := r.auxBefore(r.clauseStart(s, governor), governor)
		doers, _ = r.doers(s, r.clauseStart(s, governor), end)
	case governor < 0 && r.startsClause(s, first.lo) && r.droppedAfter(last.hi, s.hi, len(names) > 1 || r.pluralName(last)):
	default:
		return false
	}
	with, to := r.companions(last.hi, s.hi)
	if strings.HasSuffix(gov.lemma, "ation of") || strings.HasSuffix(gov.lemma, "ment of") {
		doers = nil // who announces it need not be a party
	}
	parties := merge(doers, with...)
	for _, name := range names {
		parties = merge(parties, r.ownersIn(name.lo, name.at)...)
	}
	if len(parties) < 2 && t.field == model.InText {
		if before := r.actorsIn(s.lo, first.lo); (len(before) > 1 || len(before) == 1 && r.person(before[0]) && r.any(first.at, first.hi, "visit", "trip", "tour")) && r.definite(first.lo) {
			parties = merge(parties, before...) // "X had planned to meet Y, but the meeting was cancelled"
		} else if !r.any(first.lo, first.hi, "trilateral", "three-way", "four-way") {
			parties = r.inherited(model.Event{Participants: parties, Status: model.EventDenied}, first.lo)
		}
	}
	if before := r.actorsIn(s.lo, first.lo); len(parties) == 0 && t.field == model.InTitle && len(before) > 1 && r.any(s.lo, first.lo, "was", "were", "due", "set") && r.any(s.lo, first.lo, "meet", "speak", "talk", "see", "host") {
		parties = before // "X was to meet Y, but talks are off"
	}
	if len(parties) == 0 && t.field == model.InTitle {
		parties = r.partiesOfMeeting(last.hi, s.hi) // "lunch cancelled as X-Y summit ends early"
	}
	if len(parties) == 1 && len(with) == 1 && t.field == model.InTitle && governor < 0 && first.lo > s.lo && r.cueAt(first.lo-1) {
		parties = merge(r.forTheirState(r.speakerBefore(s, first.lo-1)), parties...) // "X says lunch with Y cancelled"
	}
	if len(parties) == 1 && t.field == model.InTitle && !r.any(first.at, first.hi, "visit", "trip", "tour", "stopover") {
		parties = merge(parties, r.stateNamed(first.lo, first.at)...) // "X puts off Norway talks"
	}
	if len(parties) == 0 && !r.diplomatic(names) && !(t.field == model.InText && r.goesBack(s, first.stretch, i, n)) {
		return false
	}
	found := false
	for _, name := range names {
		ev := model.Event{Kind: "cancellation", Status: model.EventDenied, Participants: merge(nil, parties...), Place: r.place(last.hi, r.clauseEnd(to, s.hi)), Rule: "event-dropped"}
		if ev.Place == "" {
			ev.Place = r.placeIn(name.lo, name.at)
		}
		ev.When = r.droppedWhen(last.hi, stretch{s.lo, r.clauseEnd(to, s.hi)}, governor)
		found = r.add(ev, name.stretch, stretch{s.lo, r.clauseEnd(to, s.hi)}) || found
	}
	return found
}

// partiesOfMeeting lists whose meeting is named in the rest of a title, as the occasion on which
// something else was dropped.
func (r *eventReader) partiesOfMeeting(lo, hi int) []string {
	for i := lo; i < hi; i++ {
		w, n, ok := r.ev.terms.match(r.t.tok, i)
		if ok && w.is(roleNoun) && (w.kinds[roleNoun] == "meeting" || w.kinds[roleNoun] == "talks") && i+n <= hi {
			own, with, _ := r.ownWith(r.nameStart(stretch{lo, hi}, i), i, i+n, hi)
			if who := merge(own, with...); len(who) > 1 {
				return who
			}
		}
	}
	return nil
}

// onlySought tells "seeks to postpone", "would abandon": nothing is off yet.
func (r *eventReader) onlySought(s stretch, verb int) bool {
	if r.t.field == model.InTitle && verb > s.lo && strings.HasSuffix(r.t.tok[verb].low, "ing") && !r.who.known(r.t, verb-1) && (r.cueAt(verb-1) || r.isRole(verb-1, rolePlan|roleDeny) || r.beside(verb-1, verb, aroundDoubting)) {
		return true // "denies pausing talks", "considers halting talks"
	}
	if r.t.field == model.InTitle && verb-2 > s.lo && r.t.tok[verb-1].low == "to" {
		if noun, ok := r.nouns[r.t.tok[verb-2].id]; ok && (noun.typ == "threat" || noun.typ == "promise" || noun.typ == "ultimatum" || noun.typ == "offer") {
			return true // "repeats his threat to walk away from talks"
		}
	}
	return verb > s.lo && r.any(verb-1, verb, "would", "could", "may", "might") || verb > s.lo && r.t.tok[verb-1].low == "to" && r.beside(max(s.lo, verb-4), verb, aroundSeeking)
}

// breaksOff tells whether who ends talks gives them up before they led anywhere: one side ends
// them ("X ends trade talks with Y over Z"), and no place tells of a meeting that is over.
func (r *eventReader) breaksOff(s stretch, lo, verb int, gov eventWord, own, with []string, place string) bool {
	if r.t.field != model.InTitle || gov.lemma != "end" || len(own) > 0 || len(with) == 0 || place != "" || !r.anyRole(lo, s.hi, roleMatter) {
		return false
	}
	end, _ := r.auxBefore(r.clauseStart(s, verb), verb)
	who, _ := r.doers(s, r.clauseStart(s, verb), end)
	return len(who) == 1
}

// wasPlanned tells "the lunch that was planned": who does not hold it drops it.
func (r *eventReader) wasPlanned(i, hi int) bool {
	for k := i; k < hi && k < i+4; k++ {
		switch r.t.tok[k].low {
		case "planned", "scheduled", "foreseen", "announced":
			return true
		case "that", "which", "was", "were", "had", "been", "originally":
		default:
			return false
		}
	}
	return false
}

// wholeName returns where the name of the event at i begins, a participle in it
// included: "Trump-Putin expanded talks".
func (r *eventReader) wholeName(s stretch, i int) int {
	lo := r.nameStart(s, i)
	if lo > s.lo && r.word(r.t, lo-1)&hVerb != 0 && participle(r.t.tok[lo-1].low) && !r.isRole(lo-1, roleHold|rolePlan|roleDrop) {
		return r.nameStart(s, lo-1)
	}
	return lo
}

func participle(low string) bool { return strings.HasSuffix(low, "ed") }

// timesPlan tells whether a name only says when something else was planned for:
// "the lunch planned after the talks".
func (r *eventReader) timesPlan(s stretch, lo int) bool {
	for lo > s.lo && r.word(r.t, lo-1)&hDeterminer != 0 {
		lo--
	}
	if lo-2 < s.lo || r.word(r.t, lo-1)&hBreak == 0 {
		return false
	}
	switch r.t.tok[lo-2].low {
	case "planned", "scheduled", "foreseen":
		return true
	}
	return false
}

// list returns a name and those that are listed with it: "X, Y and Z".
func (r *eventReader) list(first eventName, hi int) []eventName {
	names := []eventName{first}
	for k := first.hi; k < hi && len(names) < 6; {
		lo := k
		for lo < hi && (r.t.tok[lo].low == "," || r.lex.of(&r.t.tok[lo])&classAnd != 0 || r.t.tok[lo].low == "&" || r.t.tok[lo].low == "or") {
			lo++
		}
		next, ok := r.nameAhead(lo, hi)
		if lo == k || !ok {
			break
		}
		names = append(names, next)
		k = next.hi
	}
	return names
}

// nameAhead reads a noun phrase from lo to the event's name that ends it.
func (r *eventReader) nameAhead(lo, hi int) (eventName, bool) {
	for i := lo; i < hi && i < lo+8; i++ {
		if w, n, ok := r.ev.terms.match(r.t.tok, i); ok && r.t.tok[i].id != 0 && w.is(roleNoun) && i+n <= hi {
			return eventName{stretch{lo, i + n}, i}, w.kinds[roleNoun] != "deadline" && w.kinds[roleNoun] != "letter"
		}
		c := r.word(r.t, i)
		if !r.t.tok[i].wordy() && r.t.tok[i].kind != dashToken || c&(hPrep|hBreak|hAux) != 0 && c&hDeterminer == 0 || c&hVerb != 0 && c&hPlanned == 0 && !(participle(r.t.tok[i].low) && i+1 < hi && !r.actorAhead(i+1, i+2)) || r.cueAt(i) {
			break
		}
	}
	return eventName{}, false
}

// droppedAfter tells whether what is named before i is said not to take place. A
// plan may have its time first: "the lunch planned after the talks was cancelled";
// there the verb's number tells which of the two it means.
func (r *eventReader) droppedAfter(i, hi int, plural bool) bool {
	t := r.t
	neg, planned, crossed := false, false, false
	for k := i; k < hi && k < i+20; k++ {
		low := t.tok[k].low
		if _, _, brk := r.breaks.match(t.tok, k); brk {
			if !planned || crossed {
				return false
			}
			crossed = true
			continue
		}
		switch low {
		case "planned", "scheduled", "foreseen", "expected", "due":
			if r.noLonger(k-2, k) {
				return true
			}
			if low == "expected" || low == "due" {
				break
			}
			planned = true
			continue
		case "off":
			if (r.any(k-1, k, "is", "are", "was", "were", "be") || k == i && t.field == model.InTitle) && (k+1 >= hi || !r.t.tok[k+1].wordy() || r.word(t, k+1)&(hBreak|hPrep) != 0) {
				return true // "the summit is off"
			}
		case "not", "n't", "won't":
			neg = true
		case "longer":
			neg = neg || r.noLonger(k-1, k+1)
		case "may", "might", "could", "should", "if", "unless", "but", "who", "says", "said", ":":
			return false
		}
		w, n, ok := r.ev.terms.match(t.tok, k)
		if !ok || t.tok[k].id == 0 {
			continue
		}
		if neg && w.is(roleBegin) && r.any(max(i, k-4), k, "has", "have", "had", "yet") {
			return false // "have not begun"
		}
		if neg && (w.is(roleBegin) || w.lemma == "hold") || !neg && w.is(roleDrop) && w.form&inPast != 0 && (r.any(i, k, "is", "are", "was", "were", "be", "been", "being") || !r.objectAt(k+n, hi)) {
			return !crossed || t.field == model.InText && plural == r.any(max(i, k-3), k, "were", "are", "have")
		}
		k += n - 1
	}
	return false
}

// objectAt tells "the meeting delayed sanctions" from "meeting delayed until Monday".
func (r *eventReader) objectAt(i, hi int) bool {
	return i < hi && r.t.tok[i].wordy() && r.word(r.t, i)&^(hDeterminer|hVerb|hThing) == 0 && r.lex.of(&r.t.tok[i])&(classPreposition|classConjunction|classAnd|classAdverb|classTime) == 0 && !r.day(i)
}

func (r *eventReader) pluralName(n eventName) bool {
	w := r.t.tok[n.hi-1].low
	return w[len(w)-1] == 's'
}

// diplomatic tells whether names that go without parties are those of diplomacy:
// "the working lunch", not "the lunch".
func (r *eventReader) diplomatic(names []eventName) bool {
	for _, n := range names {
		for i := n.lo; i < n.hi; i++ {
			if r.t.tok[i].low == "planned" {
				return r.t.field == model.InText
			}
			if r.beside(i, i+1, aroundOfStates) {
				return true
			}
		}
	}
	return false
}

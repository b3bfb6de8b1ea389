package model

import (
	"slices"
	"strings"
)

// sameEvent finds the latest earlier report of the same event, or -1.
func (w *writer) sameEvent(i int32) int32 {
	f, now := w.fact(i), w.factTime(i)
	d := &w.r.dict.labels
	class := EventClass(d.text[f.class])
	return w.latestAlike(i, eventWindow, func(j int32) bool {
		g := w.fact(j)
		if g.kind != KindEvent || f.class != g.class && class != EventClass(d.text[g.class]) && !w.talksOfCall(i, j) {
			return false
		}
		if class == "meeting" && (f.flags^g.flags)&flagHandshake != 0 && f.phases&g.phases == 0 {
			return false // the talks are held behind it
		}
		if class == "meeting" && !w.talksOfCall(i, j) && w.anyOfGroup(j, func(k int32) bool { return EventClass(d.text[w.fact(k).class]) == "call" }) {
			return false // talks that were a call are not the meeting after it
		}
		if class == "call" && EventClass(d.text[g.class]) == "meeting" && w.anyOfGroup(j, func(k int32) bool { return EventClass(d.text[w.fact(k).class]) == "meeting" && !w.onlyTalks(k) }) {
			return false // nor is a call the meeting of which talks are told
		}
		if w.spokeAgain(i, j) || class == cancellation && apartIn(w.thingsOff(i), w.thingsOff(j)) || class == "agreement" && (w.anotherMatter(i, j) || w.reachedSince(i, j)) {
			return false
		}
		if f.drops(&w.r.dict) || g.drops(&w.r.dict) {
			return f.phases == g.phases // whoever is named with it
		}
		if !travels(class) && f.phases != g.phases && f.phases&g.phases == 0 {
			return false // a session of the day is not the day
		}
		if d.text[f.sector] == Planned && !(f.prec >= precDay && f.when*1000 <= now) && w.heldBefore(j, w.factTold(i)) {
			return false // what is planned after one was held is another one
		}
		if w.nextOf(i, j) {
			return false
		}
		if w.notYet(i, j) || w.notYet(j, i) {
			return false
		}
		if f.prec >= precDay && g.prec >= precDay && absDiff(f.when, g.when) > 36*3600 {
			return false
		}
		if class == "visit" && w.elsewhere(i, j) {
			return false // one day in one town, the next in another
		}
		if comesOrGoes(class) && !w.sameJourney(i, j) || class == "call" && !w.sameCall(i, j) {
			return false
		}
		return w.sameNames(i, j, class)
	})
}

// elsewhere says whether an event is in another place than one that a report of the group of
// another names.
func (w *writer) elsewhere(i, j int32) bool {
	labels := &w.r.dict.labels
	f := w.fact(i)
	return f.detail != 0 && w.anyOfGroup(j, func(k int32) bool {
		g := w.fact(k)
		return g.detail != 0 && !w.oneTown(labels.text[f.detail], labels.text[g.detail])
	})
}

// How long after an event was told to be under way, or done, a slower report may tell of
// it as planned, in ms.
const (
	stillPlanned = 3 * msPerHour
	justDone     = msPerHour
)

// heldBefore says whether the event of a report was told to be held so long before a time,
// in ms, that who plans one then plans another.
func (w *writer) heldBefore(j int32, now int64) bool {
	return w.anyOfGroup(j, func(k int32) bool {
		g := w.fact(k)
		window := int64(justDone)
		if w.r.dict.labels.text[g.sector] == UnderWay {
			window = stillPlanned
		}
		return g.flags&flagHeld != 0 && now-w.factTold(k) > window
	})
}

// notYet says whether a plan is for so much later than when another report came, which
// tells of a thing held, that it is another one.
func (w *writer) notYet(plan, held int32) bool {
	f, g := w.fact(plan), w.fact(held)
	return w.r.dict.labels.text[f.sector] == Planned && f.prec >= precDay && g.flags&flagHeld != 0 && f.when*1000-w.factTold(held) > msPerDay/2
}

// sameNames says whether those whom two reports of an event of a class name can be those
// of one.
func (w *writer) sameNames(i, j int32, class string) bool {
	f, g := w.fact(i), w.fact(j)
	mine, theirs, apart := unique(w.others(i)), unique(w.others(j)), w.apart(i, j)
	outcome := class == "agreement"
	switch {
	case len(mine) > 0 && len(theirs) > 0:
		if sameParty(mine, theirs, travels(class)) {
			return true
		}
		if !travels(class) && !outcome && apart <= outcomeWindow && (w.standIn(mine, theirs) || class == "meeting" && w.oneOfThem(i, j)) {
			return true
		}
		// Who tells of it may stand for those who took part: "no deal, Vell says".
		if outcome && f.sector == g.sector && apart <= outcomeWindow && w.sameStates(mine, theirs) {
			return true
		}
		shared := len(sharedOf(mine, theirs))
		return (outcome && f.sector == g.sector || class == "press") && apart <= outcomeWindow && shared > 0 && shared == min(len(mine), len(theirs))
	case outcome && len(mine)+len(theirs) > 0:
		named, other := i, j
		if len(mine) == 0 {
			named, other = j, i
		}
		here := w.atSummit(other) && (w.atSummit(named) || w.partiesAt(named) > 1) || f.detail != 0 && f.detail == g.detail
		return f.sector == g.sector && apart <= outcomeWindow && (here || w.namesAll(other, w.others(named)))
	case len(mine) == 0 != (len(theirs) == 0):
		return w.sameUnnamed(i, j, class)
	case len(mine)+len(theirs) == 0 && f.ver == g.ver && f.sector == g.sector:
		return true // what the text goes back to is what its headline tells
	case len(mine) == 0 && (f.detail == 0 || f.detail != g.detail):
		// Nobody named: only the place and the words tell.
		return jaccard(w.factWords(i), w.factWords(j)) >= .5 || outcome && f.sector == g.sector && apart <= outcomeWindow && w.atSummit(i) && w.atSummit(j)
	}
	return true
}

// outcomeWindow is how long reports of what came of a meeting, of which one names nobody
// or only one of those who met, can be of the same, in ms.
const outcomeWindow = 12 * msPerHour

// atSummit says whether the sentence or the place of an event has a word of the place
// where the summit is.
func (w *writer) atSummit(i int32) bool {
	if sharesWord(w.r.dict.labels.text[w.fact(i).detail], w.r.site) {
		return true
	}
	for place := range strings.FieldsSeq(w.r.site) {
		if no := w.r.dict.words.find(stem(place)); no >= 0 && slices.Contains(w.factWords(i), uint32(no)) {
			return true
		}
	}
	return false
}

// namesAll says whether the version of a fact names all of some actors.
func (w *writer) namesAll(i int32, actors []int32) bool {
	for _, a := range actors {
		if !w.names(i, folded(nameInText(w.r.c.Directory.actor(w.r.dict.actors.text[a], "")))) {
			return false
		}
	}
	return true
}

// shareAny says whether something stands in both of two lists.
func shareAny[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// mayMeet says whether two lists share something, or one of them is empty, which leaves it open.
func mayMeet[T comparable](a, b []T) bool { return len(a) == 0 || len(b) == 0 || shareAny(a, b) }

// sharedOf are those of a that stand in b as well.
func sharedOf(a, b []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(a), func(x int32) bool { return !slices.Contains(b, x) })
}

// drops says whether an event takes back phases of the agenda: what it takes back
// tells more than who is named.
func (f *fact) drops(d *dictionary) bool {
	return f.phases != 0 && d.labels.text[f.class] == "cancellation"
}

// travels says whether a kind of event is one of those who come and go, where
// who else is named is not who travels.
func travels(class string) bool {
	return class == "arrival" || class == "departure" || class == "visit"
}

func comesOrGoes(class string) bool { return class == "arrival" || class == "departure" }

// journeyWindow is how long after one report of an arrival or a departure another
// one can be of the same: who travels leaves twice in a day, from two places.
const journeyWindow = 8 * msPerHour

// sameJourney says whether two reports of who comes or goes can be of one journey.
func (w *writer) sameJourney(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	if f.prec == precMinute && g.prec == precMinute && (f.detail == 0 || g.detail == 0 || !w.near(i, j)) {
		return absDiff(f.when, g.when) < 2*3600
	}
	return w.apart(i, j) <= journeyWindow
}

// callWindow is how long after one report of a call another one can be of the same, where
// both say that it was held and neither when: the same people call again the next day.
const callWindow = 18 * msPerHour

// sameCall says whether two reports of a call can be of one.
func (w *writer) sameCall(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	dated := f.prec >= precDay && g.prec >= precDay
	return dated || f.flags&g.flags&flagHeld == 0 || w.apart(i, j) <= callWindow
}

// sameParty says whether two lists of participants can be of one event: the same
// ones, or two at least of a longer list.
func sameParty(a, b []int32, exact bool) bool {
	shared := len(sharedOf(a, b))
	if shared == len(a) && shared == len(b) {
		return true
	}
	return !exact && shared >= 2 && shared == min(len(a), len(b))
}

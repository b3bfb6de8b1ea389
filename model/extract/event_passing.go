package extract

import (
	"strings"

	"parley/model"
)

// Events that a headline tells of in passing: talks that are judged, talks in which
// somebody does something now, talks that are still ahead, and people sent to hold them.

// judged tells whether what follows an event's name judges how it went: "talks were
// 'constructive'". What will be, or may be, is not judged yet.
func (r *eventReader) judged(i, hi int) bool {
	for i < hi && (r.beside(i, i+1, aroundDegree) || r.t.tok[i].kind == quoteToken) {
		i++
	}
	if i >= hi {
		return false
	}
	w, n, ok := r.ev.terms.match(r.t.tok, i)
	return ok && r.t.tok[i].id != 0 && w.is(roleVerdict) && (i+n >= hi || !r.t.tok[i+n].wordy() || r.word(r.t, i+n)&(hBreak|hPrep) != 0 || r.t.tok[i+n].low == "and" || r.cueAt(i+n))
}

// amidTalks reads "X toughens stance in EU trade talks": with a state they go on, with one
// person they are over when they are told of.
func (r *eventReader) amidTalks(s stretch, ev model.Event, name stretch, i int, parties []string) bool {
	t := r.t
	first, verb := r.subject(s)
	who := r.subjectActors(first)
	if m, ok := r.who.nameAt(t, s.lo); verb < 0 && ok && m.hi > 0 && m.hi < name.lo-1 && !genitive(&t.tok[m.hi]) && strings.HasSuffix(t.tok[m.hi].low, "s") {
		verb, who = m.hi, r.actorsIn(s.lo, m.hi) // a verb that no list knows: "toughens"
		first = stretch{s.lo, m.hi}
	} else if verb < 1 || !r.thirdAt(verb) && !r.cueAt(verb) && !r.looksThird(verb) {
		return false
	}
	if len(who) == 0 || verb < 0 || verb >= name.lo || r.clauseStart(s, name.lo-1) > verb {
		return false
	}
	if r.beside(verb, verb+1, aroundLinking) || r.beside(first.hi, name.lo, aroundAbsent|aroundSeat) {
		return false
	}
	for k := verb + 1; k < name.lo; k++ {
		if t.tok[k].low == "," {
			return false
		}
	}
	if len(parties) == 0 {
		parties = r.namedIn(name.lo, i)
	}
	if len(parties) == 0 {
		return false
	}
	ev.Status, ev.Participants = model.UnderWay, merge(who, parties...)
	if len(parties) == 1 && r.person(parties[0]) {
		ev.Status = model.Done
	}
	return len(ev.Participants) > 1 && r.add(ev, name, stretch{s.lo, r.clauseEnd(name.hi, s.hi)})
}

// touched tells whether something happens to talks that begin at lo, which are on then:
// "raid disrupts truce talks", "puts pressure on Oslo talks", "outcome of talks".
func (r *eventReader) touched(s stretch, lo int) bool {
	if r.t.field != model.InTitle || lo-1 <= s.lo || r.any(max(s.lo, lo-4), lo, "could", "would", "may", "might", "not", "to") {
		return false
	}
	switch r.t.tok[lo-1].low {
	case "of":
		return r.beside(lo-2, lo-1, aroundCourse)
	case "on", "over":
		return lo-3 > s.lo && r.beside(lo-2, lo-1, aroundStrain)
	}
	return r.beside(lo-1, lo, aroundJolting)
}

// stillAhead tells whether an event is named as one to come, and not only as the time of
// something else: "doubt cast over upcoming talks", not "ahead of upcoming talks".
func (r *eventReader) stillAhead(s stretch, lo, i int) bool {
	if r.t.field != model.InTitle || !r.beside(max(s.lo, lo-1), i, aroundComing) {
		return false
	}
	for k := lo - 1; k >= s.lo && k > lo-5; k-- {
		if _, _, brk := r.breaks.match(r.t.tok, k); brk && !r.any(k, k+1, "as", "while") || r.beside(k, k+1, aroundTiming) {
			return false
		}
	}
	return true
}

// sentFor reads "X sends team for talks with Y": it returns X, nil for anything else.
func (r *eventReader) sentFor(s stretch, lo int) []string {
	if r.t.field != model.InTitle || lo-2 <= s.lo || r.t.tok[lo-1].low != "for" {
		return nil
	}
	from := r.clauseStart(s, lo-1)
	for k := from + 1; k < lo-2; k++ {
		w, n, ok := r.ev.terms.match(r.t.tok, k)
		if !ok || r.t.tok[k].id == 0 || !w.is(roleSend) || !r.anyRole(k+n, lo-1, rolePeople) {
			continue
		}
		end, _ := r.auxBefore(from, k)
		who, _ := r.doers(s, from, end)
		return who
	}
	return nil
}

// saidBy is who speaks of "we" in a headline whose label names him: "X: We had a good meeting".
func (r *eventReader) saidBy(np stretch) []string {
	if r.t.field != model.InTitle || np.hi-np.lo != 1 || !r.any(np.lo, np.hi, "we", "i") || len(r.segs) < 2 || np.lo < r.segs[1].lo {
		return nil
	}
	return r.inLabel(r.segs[1].stretch)
}

// inLabel is who is named in the label right before a segment of a headline: "X: No talks with Y".
func (r *eventReader) inLabel(s stretch) []string {
	if len(r.segs) < 2 || r.segs[1].sep != ":" || s.lo != r.segs[1].lo {
		return nil
	}
	if who := r.actorsIn(r.segs[0].lo, r.segs[0].hi); len(who) == 1 {
		return who
	}
	return r.strangers(r.segs[0].lo, r.segs[0].hi)
}

// ownCall tells whether the call named before i is somebody's own: "X's birthday call".
func (r *eventReader) ownCall(i int) bool {
	for k := i - 2; k >= 0 && k > i-6; k-- {
		if genitive(&r.t.tok[k]) {
			return true
		}
	}
	return false
}

// inTalks returns where a subject ends that is said to be in the talks whose name begins at
// lo: "X and Y still in 'early' talks"; 0 for none.
func (r *eventReader) inTalks(s stretch, lo int) int {
	i := r.beforeQuoted(s, lo-1)
	if r.t.field != model.InTitle || i <= s.lo || r.t.tok[i].low != "in" {
		return 0
	}
	for i > s.lo && r.beside(i-1, i, aroundStill) {
		i--
	}
	if i <= s.lo || !r.who.known(r.t, i-1) || r.hasVerb(stretch{r.clauseStart(s, i), i}) {
		return 0
	}
	return i
}

// withPeople tells whether the one who takes part meets people who have no name: "talks
// with rebels".
func (r *eventReader) withPeople(ev model.Event, i, hi int) bool {
	if r.t.field != model.InTitle || len(ev.Participants) != 1 || i+1 >= hi || r.t.tok[i].low != "with" || ev.Kind != "talks" && ev.Kind != "meeting" {
		return false
	}
	end := i + 1
	for end < hi && r.t.tok[end].wordy() && r.word(r.t, end)&(hPrep|hBreak|hVerb) == 0 && !r.day(end) {
		end++
	}
	return r.meetsPeople(stretch{i + 1, end})
}

// ownThing tells whether what is called is something of somebody's, which is to name it and
// no call: "calls Quell's plan absurd".
func (r *eventReader) ownThing(lo, hi int) bool {
	for i := lo; i+1 < hi && i < lo+6; i++ {
		if genitive(&r.t.tok[i]) {
			return r.word(r.t, i+1)&hPeople == 0
		}
	}
	return false
}

// reportedOn tells whether what is told up to i is what somebody reports on to others: "X briefs
// Y on talks with Z".
func (r *eventReader) reportedOn(i int) bool {
	on := false
	for k := i - 1; k > 0 && k > i-9; k-- {
		switch r.t.tok[k].low {
		case "on", "about":
			on = true
		case "brief", "briefs", "briefed", "briefing", "debriefs", "debriefed", "updates", "updated":
			return on
		case ",", ";", ":", ".":
			return false
		}
	}
	return false
}

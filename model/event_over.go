package model

import (
	"slices"
	"strings"
	"time"
)

// runsOn is how long after the last report that an event is under way it may still
// be, by its class, in ms.
func runsOn(class string) int64 {
	switch class {
	case "press", "call":
		return 2 * msPerHour
	case "meeting":
		return 6 * msPerHour
	case "arrival", "departure":
		return 12 * msPerHour
	}
	return msPerDay
}

// over says whether an event that its reports tell as under way is so no longer at the
// board's moment: another report tells its end, or none tells of it any more.
func (b *Board) over(ref Ref) bool {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	g := b.groupAt(ref)
	if g == noGroup {
		return false
	}
	last, at := int32(-1), int64(0)
	for i := range b.members(g) {
		f := b.view.fact(i)
		v := b.view.ver(f.ver)
		if b.out(v) && b.time(v) >= at && b.r.dict.labels.text[f.sector] == UnderWay && b.factStands(i) {
			last, at = i, b.time(v)
		}
	}
	if last < 0 {
		return false
	}
	class := EventClass(b.r.dict.labels.text[b.view.fact(last).class])
	return b.At.UnixMilli()-b.told(b.view.ver(b.view.fact(last).ver)) > runsOn(class) || b.endTold(last, at, class)
}

// maxEndSought is how many of the facts after a report are looked at for the end of what
// it tells as under way.
const maxEndSought = 4096

// endTold says whether a later report tells the end of what one tells as under way.
func (b *Board) endTold(last int32, at int64, class string) bool {
	top := min(b.view.nFacts(), int(last)+maxEndSought)
	for i := last + 1; int(i) < top; i++ {
		x := b.view.fact(i)
		v := b.view.ver(x.ver)
		if x.kind == KindEvent && b.out(v) && b.time(v) >= at && b.ends(last, i, class) && b.factStands(i) {
			return true
		}
	}
	return false
}

// ends says whether a report can tell the end of what another one of a class tells as
// under way: who visits leaves, who is on the way arrives, who meets has met.
func (b *Board) ends(last, i int32, class string) bool {
	f, x, labels := b.view.fact(last), b.view.fact(i), b.r.dict.labels.text
	if labels[x.sector] != Done || x.flags&(flagHistorical|flagHandshake) != 0 {
		return false
	}
	other := EventClass(labels[x.class])
	mine, theirs := unique(b.view.others(last)), unique(b.view.others(i))
	switch class {
	case "visit":
		return other == "departure" && len(mine) > 0 && len(sharedOf(mine, theirs)) == len(mine) && b.onePlace(f, x)
	case "departure":
		return other == "arrival" && len(mine) > 0 && len(sharedOf(mine, theirs)) == len(mine)
	}
	if other != class {
		return false
	}
	if len(mine) == 0 || len(theirs) == 0 {
		return f.detail == 0 || x.detail == 0 || b.onePlace(f, x)
	}
	return b.sameSides(mine, theirs)
}

// onePlace says whether two events can be at one place, by what their reports call it.
func (b *Board) onePlace(f, x *fact) bool {
	p, q := b.r.dict.labels.text[f.detail], b.r.dict.labels.text[x.detail]
	return p == q || sharesWord(p, q) || sharesWord(p, b.r.here) && sharesWord(q, b.r.here)
}

// sameSides says whether two lists of who meets can be those of one meeting: they share
// two of them or, where one names no person, two sides. Talks of two states are those
// of their presidents.
func (b *Board) sameSides(mine, theirs []int32) bool {
	if len(sharedOf(mine, theirs)) >= min(2, len(mine), len(theirs)) {
		return true
	}
	sides := func(actors []int32) (out []string, people bool) {
		for _, a := range actors {
			who := b.actor(b.r.dict.actors.text[a], "")
			people = people || who.Kind == Person
			if side := SideOf(*who); side != "" && !slices.Contains(out, side) {
				out = append(out, side)
			}
		}
		return out, people
	}
	p, named := sides(mine)
	q, also := sides(theirs)
	p = slices.DeleteFunc(p, func(side string) bool { return !slices.Contains(q, side) })
	return !(named && also) && len(p) >= 2
}

// planPassed says whether the time for which a row tells a plan is over at the board's
// moment: whether it came about, no report of it says.
func (b *Board) planPassed(row *EventRow) bool {
	if row.Event.Status != Planned || row.Struck || !slices.Contains(precisions[precDay:], row.Precision) {
		return false
	}
	end := row.At.UnixMilli()
	if row.Precision == precisions[precDay] {
		end += msPerDay*3/2 - end%msPerDay // in the west a day ends half a day later
	}
	if row.Event.Kind != "deadline" { // of that nobody need say that it began
		end += runsOn(EventClass(row.Event.Kind))
	}
	return b.At.UnixMilli() > end
}

// passedPlan is how a title that ends with what was planned tells that its time is over.
func passedPlan(kind, title string) string {
	switch {
	case kind == "deadline":
		return "passed"
	case manyByName[title[strings.LastIndexByte(title, ' ')+1:]]:
		return "were planned"
	}
	return "was planned"
}

// manyByName are names of one thing that are plural.
var manyByName = map[string]bool{"talks": true, "negotiations": true, "consultations": true, "discussions": true}

// movedTo is the day to which later reports move a deadline that a row tells, zero for
// none: those who set it set another one for the same party.
func (b *Board) movedTo(row *EventRow) time.Time {
	if row.Event.Kind != "deadline" || row.Event.Status != Planned || row.Struck || len(row.Event.Participants) == 0 || row.Precision == precisions[precUnknown] {
		return time.Time{}
	}
	desk := b.rowDesk()
	defer desk.free(b.r)
	b.r.mu.RLock()
	g, d := b.groupAt(row.Ref), &b.r.dict
	if g == noGroup {
		b.r.mu.RUnlock()
		return time.Time{}
	}
	latest := int64(0) // when the last report came that sets this one
	for i := range b.members(g) {
		if v := b.view.ver(b.view.fact(i).ver); b.out(v) && b.factStands(i) {
			latest = max(latest, b.time(v))
		}
	}
	var later []report
	key := likenessOf(3, hashOf(EventClass("deadline")), d.actors.hash(d.actors.find(row.Event.Participants[0])))
	base, layer := posted(&b.view, alikeOf, key, b.view.top.facts)
	steps := 0
	for i := range newestFirst(base, layer) {
		x := b.view.fact(i)
		v := b.view.ver(x.ver)
		if steps++; steps > maxMatches {
			break
		}
		if x.kind != KindEvent || b.groupOf(i) == g || x.prec < precDay || !b.out(v) || b.time(v) <= latest || !b.factStands(i) ||
			absDiff(x.when*1000, row.At.UnixMilli()) <= msPerDay*3/2 {
			continue
		}
		later = append(later, report{fact: i, first: x.ver, copyOf: -1})
	}
	desk.list = b.sources(desk.list, later, b.shown(later))
	b.r.mu.RUnlock()
	mine := b.addressees(row.Event, row.Evidence)
	for _, t := range b.fetch(desk) {
		e := t.reading.Events[t.idx]
		if e.Kind != "deadline" || e.Status != Planned {
			continue
		}
		theirs := b.addressees(e, []Evidence{t.evidence(e.In, e.Spans, e.Rule)})
		if when, ok := parseTime(e.When.Start); ok && shareAny(theirs, mine) {
			return when.UTC()
		}
	}
	return time.Time{}
}

// addressees are the parties that the reports of an event name beside those who take
// part in it.
func (b *Board) addressees(e Event, reports []Evidence) []int {
	var own, out []int
	for _, id := range e.Participants {
		own = append(own, b.r.sideNames[folded(b.actor(id, "").Name)])
	}
	for _, r := range reports {
		words := foldWords(r.Title + " " + r.Sentence)
		for i := range words {
			if p := b.r.firstNamed(words[i:min(i+1, len(words))]); p > 0 && !slices.Contains(own, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

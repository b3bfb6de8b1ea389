package model

import "slices"

// What reports of an event share that name it differently: the place where nobody is named,
// the people for whom a state stands, and the call of which "talks" are told.

// eventLikeness are the keys of which reports of one event share one.
func (w *writer) eventLikeness(i int32) []uint32 {
	f, d := w.fact(i), &w.r.dict
	kind := d.labels.text[f.class]
	class := EventClass(kind)
	hash := hashOf(class)
	if f.drops(d) {
		return []uint32{likenessOf(4, hash, uint64(f.phases))}
	}
	var keys []uint32
	switch {
	case class == "agreement":
		keys = append(keys, likenessOf(5, hash)) // whoever is named with it
	case class == "press" && f.phases != 0:
		keys = append(keys, likenessOf(7, hash, uint64(f.phases)))
	case (class == "meeting" || class == cancellation) && f.detail != 0:
		keys = append(keys, likenessOf(8, hash, hashOf(w.venueOf(d.labels.text[f.detail]))))
	}
	if f.nOther == 0 {
		return append(keys, likenessOf(2, hash))
	}
	for _, a := range unique(w.others(i)) {
		keys = append(keys, likenessOf(3, hash, d.actors.hash(a)))
		if w.onlyTalks(i) {
			keys = append(keys, likenessOf(3, hashOf("call"), d.actors.hash(a)))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// venueOf is a place by the summit that is there, or by whose seat it is, where it has one.
func (w *writer) venueOf(place string) string {
	if sharesWord(place, w.r.site) {
		return w.r.site
	}
	if seat := w.r.seats[place]; seat != "" {
		return seat
	}
	return place
}

// onlyTalks says whether a report tells of talks that were held, or for which a time is set,
// and not where, as is told of a call too.
func (w *writer) onlyTalks(i int32) bool {
	f := w.fact(i)
	return w.r.dict.labels.text[f.class] == "talks" && f.detail == 0 && (f.flags&flagHeld != 0 || f.prec >= precHour)
}

// talksWindow is how long before and after a call those are told of as having had talks, in
// ms, who only had the call.
const talksWindow = 3 * msPerHour

// talksOfCall says whether one of two reports tells of talks and the other of the call that
// they were.
func (w *writer) talksOfCall(i, j int32) bool {
	d := &w.r.dict.labels
	if EventClass(d.text[w.fact(i).class]) == "call" {
		i, j = j, i
	}
	f, g := w.fact(i), w.fact(j)
	if !w.onlyTalks(i) || EventClass(d.text[g.class]) != "call" || g.flags&flagHeld == 0 {
		return false
	}
	at := w.factTold(i)
	if f.prec >= precHour {
		at = f.when * 1000
	}
	return absDiff(at, w.factTold(j)) <= talksWindow
}

// anyOfGroup says whether one of the reports of the event of a fact is so.
func (w *writer) anyOfGroup(j int32, is func(k int32) bool) bool {
	k := w.tail(w.fact(j).group)
	for steps := 0; k >= 0 && steps < maxMatches; steps++ {
		if is(k) {
			return true
		}
		k = w.fact(k).prev
	}
	return false
}

// spokeAgain says whether those of whom two reports tell days apart that they had talks,
// neither where, spoke twice.
func (w *writer) spokeAgain(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	if !w.onlyTalks(i) || g.flags&flagHeld == 0 || f.prec >= precDay && g.prec >= precDay || w.apart(i, j) <= callWindow {
		return false
	}
	return !w.anyOfGroup(j, func(k int32) bool { return w.fact(k).detail != 0 })
}

// unnamedWindow is how long before and after a report of a meeting another one that names
// only its place can be of it, in ms.
const unnamedWindow = 36 * msPerHour

// sameUnnamed says whether a report that names nobody can be of the event of one that does:
// both are of one press appearance of the agenda, or of a meeting in one place, and the first
// names one of those who meet beside the event, or nobody at all.
func (w *writer) sameUnnamed(i, j int32, class string) bool {
	named, other := i, j
	if len(w.others(i)) == 0 {
		named, other = j, i
	}
	f, g := w.fact(named), w.fact(other)
	apart := w.apart(i, j)
	if class == "press" {
		return f.phases != 0 && f.phases == g.phases && apart <= outcomeWindow
	}
	d := &w.r.dict.labels
	switch {
	case class != "meeting" && class != cancellation || f.detail == 0 || g.detail == 0 || apart > unnamedWindow || !w.oneTown(d.text[f.detail], d.text[g.detail]):
		return false
	case d.text[g.sector] == Planned && f.flags&flagHeld != 0:
		return false // the next round
	case f.flags&g.flags&flagHeld != 0 && g.flags&flagNameless != 0 && apart <= outcomeWindow:
		return true // no others are told to meet there
	}
	return slices.ContainsFunc(w.others(named), func(a int32) bool { return w.namesParty(other, a) })
}

// oneOfThem says whether one of two reports of a meeting in one place names only one of those
// whom the other does, and names another of them beside the event.
func (w *writer) oneOfThem(i, j int32) bool {
	if len(w.others(i)) > 1 {
		i, j = j, i
	}
	f, g, d := w.fact(i), w.fact(j), &w.r.dict.labels
	mine, theirs := unique(w.others(i)), unique(w.others(j))
	if len(mine) != 1 || len(theirs) < 2 || !slices.Contains(theirs, mine[0]) || f.flags&g.flags&flagHeld == 0 || f.detail == 0 || g.detail == 0 || !w.oneTown(d.text[f.detail], d.text[g.detail]) {
		return false
	}
	return slices.ContainsFunc(theirs, func(a int32) bool { return a != mine[0] && w.namesParty(i, a) })
}

// namesParty says whether the version of a fact names an actor, or his state.
func (w *writer) namesParty(i, actor int32) bool {
	a := w.r.c.Directory.actor(w.r.dict.actors.text[actor], "")
	if w.names(i, folded(nameInText(a))) {
		return true
	}
	return a.State != "" && w.names(i, folded(nameInText(w.r.c.Directory.actor(a.State, ""))))
}

// standIn says whether all of the shorter of two lists are on the longer one, or are states
// for which people on it stand, and one person is on both: "Vell and Southland" are Vell and
// two ministers of Southland. A bloc that meets by itself is those of its side who are named
// with it.
func (w *writer) standIn(a, b []int32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	actor := func(no int32) *Actor { return w.r.c.Directory.actor(w.r.dict.actors.text[no], "") }
	if len(a) == 1 && slices.Contains(b, a[0]) && actor(a[0]).Kind == Bloc {
		side := SideOf(*actor(a[0]))
		return side != "" && !slices.ContainsFunc(b, func(no int32) bool { return SideOf(*actor(no)) != side })
	}
	person, state := false, false
	for _, no := range a {
		x := actor(no)
		switch {
		case slices.Contains(b, no):
			person = person || x.Kind == Person
		case (x.Kind == State || x.Kind == Bloc) && SideOf(*x) != "" && slices.ContainsFunc(b, func(o int32) bool {
			y := actor(o)
			return y.Kind == Person && (y.State == x.ID || SideOf(*y) == SideOf(*x))
		}):
			state = true
		default:
			return false
		}
	}
	return person && state
}

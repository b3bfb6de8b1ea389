package model

import "slices"

// Who reports that a measure was taken and who reports that its sender denies it contradict each
// other, and so do those of whom one tells that a threat was withdrawn and the other that it
// stands. They are rows of their own: another deed is another signal.

// deniable are the actions that the denial of a measure can be of.
var deniable = []string{"floated", "threatened", "announced", "imposed", "in-force", "tightened", "considered", "offered", "licensed", "eased", "suspended", "lifted"}

// afterAllOf are the actions of which a report says by stillWords that they stand, by what it
// contradicts.
var afterAllOf = map[string][]string{"deferred": {"threatened", "announced"}, "lifted": {"in-force", "imposed"}, "suspended": {"in-force", "imposed"}}

// sideOfMeasure is the side that a report takes of a measure of which it tells an action.
func sideOfMeasure(action string) string {
	switch action {
	case "denied", "deferred", "lifted", "suspended", "eased", "licensed":
		return "not so"
	}
	return "so"
}

// standsWords are the stems by which a report says that what was said before stands.
var standsWords = stemsOf("stand stands standing remain remains remaining still keeps")

// clashMeasures notes with which reports of the days before, on the same measure, the report of
// a signal cannot hold.
func (w *writer) clashMeasures(i int32) {
	f, labels := w.fact(i), w.r.dict.labels.text
	if f.flags&(flagHistorical|flagHedged) != 0 || f.actor <= nobody {
		return
	}
	switch action := labels[f.class]; {
	case action == "denied":
		for _, other := range deniable {
			w.clashSignals(i, other, func(j int32) bool { return w.fact(j).dir == f.dir })
		}
	case slices.Contains(deniable, action):
		w.clashSignals(i, "denied", func(j int32) bool { return w.fact(j).dir == f.dir && w.apart(i, j) <= cameAbout })
	}
	w.clashRefusals(i)
	switch action := labels[f.class]; {
	case afterAllOf[action] != nil:
		for _, other := range afterAllOf[action] {
			w.clashSignals(i, other, func(j int32) bool { return w.apart(i, j) <= standsBefore && w.saysStands(j) })
		}
	case w.saysStands(i):
		for _, dropped := range []string{"deferred", "lifted", "suspended"} {
			if slices.Contains(afterAllOf[dropped], action) {
				w.clashSignals(i, dropped, func(int32) bool { return true })
			}
		}
	}
}

// given are the actions by which relief was given.
var given = []string{"licensed", "eased", "suspended", "lifted"}

// clashRefusals notes who tells, at about the time at which relief was refused, that it was given.
func (w *writer) clashRefusals(i int32) {
	soon := func(j int32) bool { return w.apart(i, j) <= fellThrough }
	switch action := w.r.dict.labels.text[w.fact(i).class]; {
	case action == "refused-relief":
		for _, other := range given {
			w.clashSignals(i, other, soon)
		}
	case slices.Contains(given, action):
		w.clashSignals(i, "refused-relief", soon)
	}
}

// standsBefore is how long before a measure was given up a report that it stands contradicts
// that, in ms: a while later it is given up since.
const standsBefore = msPerHour

// saysStands says whether a report of a signal only says that it stands.
func (w *writer) saysStands(i int32) bool { return w.namedIn(i, []map[string]bool{standsWords}) != 0 }

// clashSignals notes a clash with the latest reports of an action on the measure of a signal.
func (w *writer) clashSignals(i int32, action string, cannot func(j int32) bool) {
	f, d := w.fact(i), &w.r.dict
	key := likenessOf(1, hashOf(action), hashOf(measureOf(d.labels.text[f.detail])), d.actors.hash(f.actor), 0)
	base, layer := posted(&w.view, alikeOf, key, w.top.facts)
	if len(base)+len(layer) == 0 {
		return
	}
	steps, noted := 0, 0
	targets := w.others(i)
	for j := range newestFirst(base, layer) {
		g := w.fact(j)
		if steps++; steps > maxMatches || noted == maxClashes || w.factTime(i)-w.factTime(j) > planWindow {
			return
		}
		if g.kind != KindSignal || d.labels.text[g.class] != action || g.actor != f.actor || g.flags&(flagHistorical|flagHedged) != 0 || w.factVer(j).item == w.factVer(i).item || w.apart(i, j) > planWindow {
			continue
		}
		theirs := w.namedFor(j)
		if len(targets) > 0 && len(theirs) > 0 && !slices.ContainsFunc(targets, func(t int32) bool { return slices.Contains(theirs, t) }) {
			continue
		}
		if f.sector != 0 && g.sector != 0 && f.sector != g.sector || w.r.houses[w.factVer(j).feed] == w.r.houses[w.factVer(i).feed] {
			continue // a house that tells both tells how it went on
		}
		if cannot(j) {
			w.noteClash(j, i, clashMeasure)
			noted++
		}
	}
}

package model

import (
	"slices"
	"strings"
)

// Who reports that a measure was taken and who reports that its sender denies it contradict each
// other, and so do those of whom one tells that a threat was withdrawn and the other that it
// stands. They are rows of their own: another deed is another signal.

// deniable are the actions that the denial of a measure can be of.
var deniable = []string{"floated", "threatened", "announced", "imposed", "in-force", "tightened", "considered", "offered", "licensed", "eased", "suspended", "lifted"}

// givenUp are the actions by which a measure is given up, each with those of which a report
// that they stand contradicts it.
var givenUp = []struct {
	action string
	stands []string
}{{"deferred", []string{"threatened", "announced"}}, {"lifted", []string{"in-force", "imposed"}}, {"suspended", []string{"in-force", "imposed"}}}

// sideOfMeasure is the side that a report takes of a measure of which it tells an action.
func sideOfMeasure(action string) string {
	switch action {
	case "denied", "deferred", "lifted", "suspended", "eased", "licensed":
		return "not so"
	}
	return "so"
}

// standsStems are the stems by which a report says that what was said before stands.
var standsStems = stemsOf("stand stands standing remain remains remaining still keeps")

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
	w.clashGivenUp(i)
}

// clashGivenUp notes who tells that a measure stands about the time at which it was given up.
func (w *writer) clashGivenUp(i int32) {
	action := w.r.dict.labels.text[w.fact(i).class]
	for _, up := range givenUp {
		switch {
		case action == up.action:
			for _, other := range up.stands {
				w.clashSignals(i, other, func(j int32) bool { return w.apart(i, j) <= standsBefore && w.saysStands(j) && !w.ofPart(i, j) })
			}
		case slices.Contains(up.stands, action) && w.saysStands(i):
			w.clashSignals(i, up.action, func(j int32) bool { return !w.ofPart(i, j) })
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
func (w *writer) saysStands(i int32) bool { return w.namesAny(i, standsStems) }

// partStems are the stems by which a measure is told of a part of those whom it is on.
var partStems = stemsOf("partial partially partly part parts several others rest half")

// ofPart says whether one of two reports tells of a part of those whom a measure is on, or counts them
// otherwise than the other: what is lifted for two banks of eight stands for six.
func (w *writer) ofPart(i, j int32) bool {
	if w.namesAny(i, partStems) || w.namesAny(j, partStems) {
		return true
	}
	counts := func(i int32) (n []uint32) {
		for _, word := range w.factWords(i) {
			if f := figure(w.r.dict.words.text[word]); f != "" && !strings.HasSuffix(f, "%") {
				n = append(n, word)
			}
		}
		return n
	}
	return !slices.Equal(counts(i), counts(j))
}

// clashSignals notes a clash with those of the latest reports of an action on the measure of a
// signal with which, by cannot, it cannot hold.
func (w *writer) clashSignals(i int32, action string, cannot func(j int32) bool) {
	f, d := w.fact(i), &w.r.dict
	base, layer := posted(&w.view, alikeOf, d.signalKey(f, action, f.actor, 0), w.top.facts)
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
		if !mayMeet(targets, w.namedFor(j)) {
			continue
		}
		if f.sector != 0 && g.sector != 0 && f.sector != g.sector || apartIn(w.goodsOf(i), w.goodsOf(j)) || w.r.houses[w.factVer(j).feed] == w.r.houses[w.factVer(i).feed] {
			continue // a house that tells both tells how it went on
		}
		if cannot(j) {
			w.noteClash(j, i, clashMeasure)
			noted++
		}
	}
}

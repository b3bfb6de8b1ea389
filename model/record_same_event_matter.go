package model

import (
	_ "embed"
	"slices"
)

//go:embed data/dealmatters.txt
var dealMatters string

// mattersOfDeals are the stems of dealmatters.txt, with the lines in which each stands as bits.
var mattersOfDeals = bitsOfStems(dealMatters)

// mattersOf are the matters, as bits, that the sentence of an agreement names.
func (w *writer) mattersOf(i int32) uint32 { return w.namedIn(i, mattersOfDeals) }

// anotherMatter says whether an agreement is on another matter than that of which a report of
// the group of another one tells.
func (w *writer) anotherMatter(i, j int32) bool {
	mine := w.mattersOf(i)
	return mine != 0 && w.anyOfGroup(j, func(k int32) bool { return apartMatters(mine, w.mattersOf(k)) })
}

// tradeMatter is the line of what is traded at all.
var tradeMatter = mattersOfDeals[stem("trade")]

// apartMatters says whether two agreements are on matters of which none is the same: those that
// name their goods, grain and gas, are not one for being of trade.
func apartMatters(a, b uint32) bool {
	if a&^tradeMatter != 0 && b&^tradeMatter != 0 {
		a, b = a&^tradeMatter, b&^tradeMatter
	}
	return apartIn(a, b)
}

// reachedSince says whether two reports tell half a day apart that an agreement was reached and
// that none was: who had none on Monday may have one on Tuesday.
func (w *writer) reachedSince(i, j int32) bool {
	labels := w.r.dict.labels.text
	p, q := labels[w.fact(i).sector], labels[w.fact(j).sector]
	return (p == NoneReached && q == Done || p == Done && q == NoneReached) && w.apart(i, j) > outcomeWindow
}

// thingsThatAreOff are the stems of what a cancellation names, with the classes of each as bits.
var thingsThatAreOff = bitsOfLists(nounsOf["meeting"], nounsOf["visit"], nounsOf["press"], nounsOf["ceremony"])

// thingsOff are the classes, as bits, of what the sentence of a cancellation names.
func (w *writer) thingsOff(i int32) uint32 { return w.namedIn(i, thingsThatAreOff) }

// namedIn are the bits that some stems have which the sentence of a fact has, too.
func (w *writer) namedIn(i int32, stems map[string]uint32) (bits uint32) {
	for _, word := range w.factWords(i) {
		bits |= stems[w.r.dict.words.text[word]]
	}
	return bits
}

// namesAny says whether a word of the sentence of a fact is one of some stems.
func (w *writer) namesAny(i int32, stems map[string]bool) bool {
	return slices.ContainsFunc(w.factWords(i), func(word uint32) bool { return stems[w.r.dict.words.text[word]] })
}

// apartIn says whether two facts name something each, and nothing that is the same.
func apartIn(a, b uint32) bool { return a != 0 && b != 0 && a&b == 0 }

// sameStates says whether two lists are of the same two sides or more, of whom the one names
// the people and the other the states: "Vell and Osk" are Northland and Southland.
func (w *writer) sameStates(a, b []int32) bool {
	x, y := w.sidesAmong(a), w.sidesAmong(b)
	return len(x) > 1 && len(x) == len(y) && !slices.ContainsFunc(x, func(side string) bool { return !slices.Contains(y, side) })
}

// sidesAmong are the sides of some actors, each once.
func (w *writer) sidesAmong(actors []int32) []string {
	names := make([]string, len(actors))
	for i, no := range actors {
		names[i] = w.r.dict.actors.text[no]
	}
	return w.r.sidesOf(names)
}

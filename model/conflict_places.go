package model

import (
	"slices"
	"strings"
)

// near says whether the places of two events may be one inside the other: they
// share a word, one report names both, both are at the summit, or one party has
// its seat in both.
func (w *writer) near(a, b int32) bool {
	d := &w.r.dict.labels
	p, q := d.text[w.fact(a).detail], d.text[w.fact(b).detail]
	return w.oneTown(p, q) || w.namesToo(a, q) || w.namesToo(b, p)
}

// namesToo says whether a report of an event at one place names another one beside it. What
// corrects a report names the place that it takes back.
func (w *writer) namesToo(i int32, place string) bool {
	return w.factVer(i).op != opCorrected && w.names(i, place)
}

// oneTown says whether two names of places share a word, are both of the summit, or have one
// seat of government in them.
func (w *writer) oneTown(p, q string) bool {
	if sharesWord(p, q) || sharesWord(p, w.r.here) && sharesWord(q, w.r.here) {
		return true
	}
	return w.r.seats[p] != "" && w.r.seats[p] == w.r.seats[q]
}

// names says whether the version of a fact has all words of a place.
func (w *writer) names(i int32, place string) bool {
	vi := w.fact(i).ver
	for p := range strings.FieldsSeq(place) {
		no := w.r.dict.words.find(stem(p))
		if functionWords[p] {
			continue
		}
		if no < 0 || !slices.Contains(w.titleWords(vi), uint32(no)) && !slices.Contains(w.bodyWords(vi), uint32(no)) {
			return false
		}
	}
	return true
}

// placesOf are the words of all that the summit and its agenda call a place.
func placesOf(s Summit) string {
	all := []string{s.Name, s.Place}
	for _, p := range s.Agenda {
		all = append(all, p.Place, p.Title)
	}
	return folded(strings.Join(all, " "))
}

// siteOf are the words that name the place where a summit is, and none that any meeting
// may have: "alaska", "anchorage", and neither "joint" nor "summit".
func siteOf(s Summit) string {
	frames := frameStems()
	words := slices.DeleteFunc(foldWords(s.Name+" "+s.Place), func(w string) bool { return functionWords[w] || frames[stem(w)] })
	return strings.Join(words, " ")
}

// seatsOf says whose seat a place is, by its folded name.
func seatsOf(d *Directory) map[string]string {
	seats := map[string]string{}
	for _, a := range d.All() {
		for _, s := range append(append(slices.Clone(a.Seats), a.Aliases...), a.Name) {
			whose := a.State
			if whose == "" || a.Kind == State {
				whose = a.ID
			}
			if key := folded(s); seats[key] == "" {
				seats[key] = whose
			}
		}
	}
	return seats
}

func sharesWord(a, b string) bool {
	words := strings.Fields(b)
	for w := range strings.FieldsSeq(a) {
		if !functionWords[w] && slices.Contains(words, w) {
			return true
		}
	}
	return false
}

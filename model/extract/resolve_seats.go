package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// partSeats moves the capitals among the demonyms of a configured state or bloc to its
// seats: what is named there is a place, and who goes there is no part of it.
func partSeats(a *model.Actor) {
	if a.Builtin || a.Kind != model.State && a.Kind != model.Bloc {
		return
	}
	alike := slices.ContainsFunc(a.Demonyms, func(d string) bool { return likeName(a, d) })
	var adjectives []string
	seats := slices.Clone(a.Seats)
	for _, d := range a.Demonyms {
		switch {
		case likeName(a, d) || !alike && adjectival(d):
			adjectives = append(adjectives, d)
		case !slices.Contains(seats, d):
			seats = append(seats, d)
		}
	}
	a.Demonyms, a.Seats = adjectives, seats
}

// likeName tells whether a demonym is made from a name of its actor: "Slovenian", "EU".
func likeName(a *model.Actor, demonym string) bool {
	if demonym == strings.ToUpper(demonym) {
		return true
	}
	const root = 3 // letters in which an adjective and its state agree
	return slices.ContainsFunc(append([]string{a.Name}, a.Aliases...), func(name string) bool {
		for word := range strings.FieldsSeq(name) {
			if word == demonym || adjectival(demonym) && len(word) >= root && strings.HasPrefix(demonym, word[:root]) {
				return true
			}
		}
		return false
	})
}

// adjectival tells whether a word has the ending of an adjective of a state.
func adjectival(word string) bool {
	return slices.ContainsFunc([]string{"an", "ish", "ese", "ic", "i", "ch", "er", "ss", "se", "ek", "ak"}, func(end string) bool { return strings.HasSuffix(word, end) })
}

// seats lists the seats of states and blocs that a configuration names.
func (r *resolver) seats() []string {
	var out []string
	for _, a := range r.actors {
		if !a.Builtin && (a.Kind == model.State || a.Kind == model.Bloc) {
			out = append(out, a.Seats...)
		}
	}
	return out
}

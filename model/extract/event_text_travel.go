package extract

import (
	"strings"

	"parley/model"
)

// Journeys as running text tells them: "X's plane touched down", "Air Force One landed in
// Oslo", "X is due in Oslo on Monday", "X left the base".

// craft tells whether a subject is what people travel in: "X's plane", "Air Force One".
func (r *eventReader) craft(np stretch) bool {
	return np.lo < np.hi && (r.beside(np.hi-1, np.hi, aroundCraft) || r.carrying(np) > 0 || r.airForceOne(np))
}

// aboard lists who travels in what a subject names.
func (r *eventReader) aboard(np stretch) []string {
	if r.t.field != model.InText || np.lo >= np.hi {
		return nil
	}
	if r.airForceOne(np) {
		for _, a := range r.who.dir.All() {
			if a.Office == "US president" {
				return []string{a.ID}
			}
		}
	}
	if k := r.carrying(np); k > 0 {
		return r.actorsIn(k, np.hi)
	}
	if !r.beside(np.hi-1, np.hi, aroundCraft) {
		return nil
	}
	for k := np.lo; k < np.hi-1; k++ {
		if genitive(&r.t.tok[k]) {
			return r.personsOf(r.actorsIn(np.lo, k+1))
		}
	}
	return nil
}

// airForceOne tells whether a subject is the aircraft that has the US president on board.
func (r *eventReader) airForceOne(np stretch) bool {
	return np.hi-np.lo >= 3 && strings.EqualFold(r.t.raw(np.hi-3, np.hi), "Air Force One")
}

// carrying returns where those stand whom a craft is said to carry, 0 if none are: "the
// plane carrying X".
func (r *eventReader) carrying(np stretch) int {
	for k := np.lo + 1; k+1 < np.hi; k++ {
		if r.t.tok[k].low == "carrying" && r.beside(k-1, k, aroundCraft) {
			return k + 1
		}
	}
	return 0
}

// thingAhead tells whether a thing is the object that begins at i: "landed a job".
func (r *eventReader) thingAhead(i, hi int) bool {
	return i < hi && (r.word(r.t, i)&hDeterminer != 0 || r.lex.of(&r.t.tok[i])&(classDeterminer|classPossessive) != 0)
}

// venueAt tells whether where they meet is named at i without its name: "the base".
func (r *eventReader) venueAt(i, hi int) bool {
	if i+1 >= hi || r.t.tok[i].low != "the" {
		return false
	}
	k := i + 1
	for k+1 < hi && k < i+3 && (r.beside(k, k+1, aroundFormal|aroundPointing) || r.any(k, k+1, "military", "air", "air-force", "presidential")) {
		k++
	}
	return r.beside(k, k+1, aroundVenue) && (k+1 >= hi || !r.thing(k+1) || r.any(k+1, k+2, "shortly", "early", "late"))
}

// dueIn reads "X is due in Z" as a visit that is planned, "X is on his way to Z" as one that
// goes on.
func (r *eventReader) dueIn(s stretch) {
	t := r.t
	if !t.mayHold(s, r.ev.coming) {
		return
	}
	for k := s.lo + 2; k+1 < s.hi; k++ {
		be, at, status := k-2, k+1, model.Planned
		if to := r.onTheWay(k, s.hi); to > 0 {
			be, at, status = k-1, to, model.UnderWay // "X is on his way to Z"
		} else if t.tok[k].low != "in" || !r.any(k-1, k, "due", "expected") || be <= s.lo {
			continue
		}
		for be > s.lo && r.lex.of(&t.tok[be])&classAdverb != 0 {
			be--
		}
		if !r.any(be, be+1, "is", "are", "'s", "'re") || r.supposed(s, k) {
			continue
		}
		who, np := r.doers(s, r.clauseStart(s, be), be)
		place := r.placeAt(at, s.hi)
		if len(who) == 0 || place == "" || !r.person(who[0]) && !r.delegates(np) || !r.delegates(np) && !r.actsAt(be-1) {
			continue
		}
		r.add(model.Event{Kind: "visit", Status: status, Participants: who, Place: place, Rule: "event-presence"}, stretch{np.lo, at + len(r.cut(place))}, stretch{s.lo, r.clauseEnd(k, s.hi)})
	}
}

// travellers tells whether those who a subject names can travel: people, and states only
// where their delegations are named.
func (r *eventReader) travellers(who []string, np stretch) bool {
	for _, id := range who {
		if a, ok := r.who.dir.Find(id); ok && (a.Kind == model.Person || a.Kind == model.Group) {
			return true
		}
	}
	return r.anyRole(np.lo, np.hi, rolePeople) || r.craft(np)
}

// leavesTown tells whether the place of somebody's leaving at i is one of the list, or a name
// that no list has.
func (r *eventReader) leavesTown(i, hi int) bool {
	for i < hi && (r.word(r.t, i)&hDeterminer != 0 || r.lex.of(&r.t.tok[i])&classDeterminer != 0) {
		i++
	}
	return i < hi && r.townAt(i)
}

// departsUnplaced tells whether a verb of n words that begins a clause tells that somebody or
// his craft set out from where nobody says: "X's plane departed shortly after noon". Who takes
// off without a plane may take off his hat.
func (r *eventReader) departsUnplaced(w eventWord, np stretch, who []string, clause stretch, n int) bool {
	next := clause.lo + n
	switch w.lemma {
	case "depart":
		if len(who) == 0 || !r.craft(np) && !r.person(who[0]) {
			return false
		}
	case "take off":
		if !r.craft(np) {
			return false
		}
	default:
		return false
	}
	for k := next; k < clause.hi; k++ {
		if r.t.tok[k].is(flagCapital) && !r.day(k) || r.any(k, k+1, "from", "for", "to") {
			return false // its place is told, or what was left is none
		}
	}
	return true
}

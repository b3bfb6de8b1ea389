package extract

import "parley/model"

// presence reads "X in Berlin for talks" as a visit that goes on.
func (r *eventReader) presence(s stretch) {
	if r.t.field != model.InTitle {
		return
	}
	for k := s.lo + 1; k+2 < s.hi; k++ {
		if r.t.tok[k].low == "in" && r.any(k-1, k, "due", "expected") && r.t.tok[s.lo].low != "no" {
			who, place := r.actorsIn(s.lo, k-1), r.placeAt(k+1, s.hi)
			if len(who) > 0 && place != "" && r.person(who[0]) && r.who.known(r.t, k-2) {
				r.add(model.Event{Kind: "visit", Status: model.Planned, Participants: who, Place: place, Rule: "event-presence"}, stretch{s.lo, k + 2}, s)
			}
			return
		}
		if to := r.onTheWay(k, s.hi); to > 0 && !r.hasVerb(stretch{s.lo, k}) {
			who, place := r.actorsIn(s.lo, k), r.placeAt(to, s.hi)
			if len(who) > 0 && !r.person(who[0]) && r.t.tok[k].low == "bound" {
				who = nil // "state grants licence for oil bound for Z"
			}
			if np := (stretch{s.lo, k}); len(who) == 0 && r.delegates(np) {
				who = r.namedIn(s.lo, k)
			}
			if len(who) > 0 && place != "" {
				r.add(model.Event{Kind: "visit", Status: model.UnderWay, Participants: who, Place: place, Rule: "event-presence"}, stretch{s.lo, to + 1}, s)
			}
			return
		}
		if r.t.tok[k].low != "in" || r.hasVerb(stretch{s.lo, k}) {
			continue
		}
		who, place := r.actorsIn(s.lo, k), r.placeAt(k+1, s.hi)
		if len(who) == 0 || place == "" || !r.person(who[0]) || !r.who.known(r.t, k-1) || genitive(&r.t.tok[k-1]) {
			return
		}
		end := k + 1 + len(r.cut(place))
		stay := end < s.hi && r.t.tok[end].low == "on" && r.any(end, min(end+6, s.hi), "visit", "trip", "tour", "stopover")
		if stay || end < s.hi && (r.t.tok[end].low == "for" || r.t.tok[end].low == "to" || r.t.tok[end].low == "ahead") {
			r.add(model.Event{Kind: "visit", Status: model.UnderWay, Participants: who, Place: place, Rule: "event-presence"}, stretch{s.lo, end}, s)
		}
		return
	}
}

// onTheWay returns where the place begins to which somebody is said at i to be on his
// way, 0 if none is: "en route to Z", "on way to Z", "bound for Z".
func (r *eventReader) onTheWay(i, hi int) int {
	t := r.t
	for k := i + 1; k < min(i+4, hi-1); k++ {
		w, end := t.tok[k-1].low, t.tok[k].low
		if (w == "route" || w == "way") && end == "to" && (t.tok[i].low == "en" || t.tok[i].low == "on") || w == "bound" && end == "for" && k == i+1 {
			return k + 1
		}
	}
	return 0
}

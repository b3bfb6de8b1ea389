package extract

import "parley/model"

// presence reads "X in Berlin for talks" as a visit that goes on.
func (r *eventReader) presence(s stretch) {
	if r.t.field != model.InTitle {
		r.dueIn(s)
		return
	}
	for k := s.lo + 1; k+1 < s.hi; k++ {
		if r.t.tok[k].low == "in" && r.any(k-1, k, "due", "expected") && r.t.tok[s.lo].low != "no" {
			who, place := r.actorsIn(s.lo, k-1), r.placeAt(k+1, s.hi)
			if len(who) > 0 && place != "" && r.person(who[0]) && r.who.known(r.t, k-2) {
				r.add(model.Event{Kind: "visit", Status: model.Planned, Participants: who, Place: place, Rule: "event-presence"}, stretch{s.lo, k + 2}, s)
			}
			return
		}
		if r.onVisit(s, k) {
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
		if np := (stretch{s.lo, k}); place != "" && r.delegates(np) && (len(who) == 0 || !r.person(who[0])) {
			who = r.namedIn(np.lo, np.hi) // "Norwegian foreign minister in Oslo for talks"
			if len(who) == 0 {
				return
			}
		} else if len(who) == 0 || place == "" || !r.person(who[0]) || !r.who.known(r.t, k-1) || genitive(&r.t.tok[k-1]) {
			return
		}
		end := k + 1 + len(r.cut(place))
		if first, ok := r.who.nameAt(r.t, s.lo); ok && first.hi == k && (end == s.hi || r.any(end, end+1, "as", "amid", "after", "while")) {
			r.add(model.Event{Kind: "visit", Status: model.UnderWay, Participants: who, Place: place, Rule: "event-presence"}, stretch{s.lo, end}, s)
			return
		}
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
	toks := r.t.tok
	switch toks[i].low {
	case "bound":
		if i+2 < hi && toks[i+1].low == "for" {
			return i + 2
		}
	case "en", "on":
		for k := i + 2; k < min(i+4, hi-1); k++ {
			if w := toks[k-1].low; (w == "route" || w == "way") && toks[k].low == "to" {
				return k + 1
			}
		}
	}
	return 0
}

// onVisit reads "X on visit to Z" and "X leads delegation on visit to Z" with "on" at i.
func (r *eventReader) onVisit(s stretch, i int) bool {
	t := r.t
	if t.tok[i].low != "on" {
		return false
	}
	k := i + 1
	for k < s.hi && k < i+5 && !r.any(k, k+1, "visit", "trip", "tour") {
		if !t.tok[k].wordy() || r.word(t, k)&(hPrep|hBreak|hVerb) != 0 && r.word(t, k)&hDeterminer == 0 {
			return false
		}
		k++
	}
	if k+2 >= s.hi || !r.any(k, k+1, "visit", "trip", "tour") || !r.any(k+1, k+2, "to", "of") {
		return false
	}
	place := r.placeAt(k+2, s.hi)
	first, verb := r.subject(stretch{s.lo, i})
	if whole := (stretch{s.lo, i}); verb < 0 {
		if first = whole; !r.who.known(t, i-1) && !r.delegates(whole) {
			return false
		}
	} else if !r.beside(verb, verb+1, aroundLeading) && !r.any(verb, verb+1, "is", "are") {
		return false
	}
	if place == "" || r.any(s.lo, i, "to", "will", "may", "could", "would", "not", "cancels", "cancelled", "if", "planned") {
		return false
	}
	who := r.subjectActors(first)
	if len(who) == 0 && r.delegates(first) {
		who = r.namedIn(first.lo, first.hi)
	}
	return len(who) > 0 && (r.person(who[0]) || r.delegates(first)) && r.add(model.Event{Kind: "visit", Status: model.UnderWay, Participants: who, Place: place, Rule: "event-presence"}, stretch{s.lo, k + 3}, s)
}

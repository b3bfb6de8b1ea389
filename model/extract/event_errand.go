package extract

import "parley/model"

// errand reads whom a journey is made to see: "X lands in Oslo to meet Y" tells of a meeting
// to come as well. The journeys are the events found in a segment from number n on.
func (r *eventReader) errand(s stretch, n int) {
	if r.t.field != model.InTitle {
		return
	}
	for k := n; k < len(r.found); k++ {
		ev, head := r.found[k], r.heads[k]
		if ev.Kind != "arrival" && ev.Kind != "visit" && ev.Kind != "departure" || ev.Status == model.EventDenied || len(ev.Participants) != 1 {
			continue
		}
		i := r.errandAt(head, s.hi)
		if i == 0 {
			continue
		}
		end := r.objectEnd(i, s.hi)
		whom := r.partiesIn(i, end)
		if len(whom) == 0 && !r.meetsPeople(stretch{i, end}) {
			continue
		}
		r.add(model.Event{Kind: "meeting", Status: model.Planned, Participants: merge(ev.Participants, whom...), Place: ev.Place, Rule: "event-errand"}, stretch{i - 1, end}, s)
		return
	}
}

// errandAt returns where those stand whom a journey that is told in head is made "to meet", 0 if
// it is made for something else.
func (r *eventReader) errandAt(head stretch, hi int) int {
	for i := head.hi; i+2 < hi && i < head.hi+4; i++ {
		if r.t.tok[i].low == "to" && r.any(i+1, i+2, "meet", "see") {
			if r.t.tok[i+2].low == "with" {
				i++
			}
			return i + 2
		}
		if r.word(r.t, i)&(hBreak|hVerb) != 0 || !r.t.tok[i].wordy() {
			return 0
		}
	}
	return 0
}

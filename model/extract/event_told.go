package extract

import (
	"slices"

	"parley/model"
)

// Which event told before one goes back to that names nobody: "the summit ended", "the talks
// will go on". What has begun is never one that is only planned.

// inherited takes over who takes part in what an event goes back to that is named at token at.
// Whom it names itself must be one of them.
func (r *eventReader) inherited(now model.Event, at int) []string {
	own := now.Participants
	if len(own) > 1 {
		return own
	}
	begun := happens(now.Status) || now.Status == model.NoneReached
	for _, ev := range r.found {
		if now.Place != "" && ev.Place == now.Place && (happens(ev.Status) || !begun) && kin(ev.Kind) == "talks" && r.takesIn(ev, own) {
			return ev.Participants // "the meeting in Oslo" is the one told of there
		}
	}
	if them := r.toldNear(own, begun, at); len(them) > 0 {
		return them
	}
	for _, told := range [][]model.Event{r.found, r.above} {
		for _, ev := range told {
			if happens(ev.Status) && kin(ev.Kind) == "talks" && (ev.Kind == "call") == (now.Kind == "call") && r.takesIn(ev, own) {
				return ev.Participants
			}
		}
	}
	for i := len(r.found) - 1; i >= 0 && !begun; i-- {
		if r.takesIn(r.found[i], own) {
			return r.found[i].Participants
		}
	}
	return own
}

// toldNear lists those of the last event that the sentence of token at or the one before told,
// nil where that does not fit.
func (r *eventReader) toldNear(own []string, begun bool, at int) []string {
	another := r.beside(at, min(at+2, len(r.t.tok)), aroundPointing) && !r.any(at, min(at+2, len(r.t.tok)), "the", "these", "those", "their")
	for i := len(r.found) - 1; i >= 0 && r.t.tok[r.heads[i].lo].sent+1 >= r.t.tok[at].sent; i-- {
		if (happens(r.found[i].Status) || !begun && !another) && r.takesIn(r.found[i], own) {
			return r.found[i].Participants
		}
	}
	return nil
}

// takesIn tells whether two or more take part in an event, one of them the one that is named
// again, or who is of his state.
func (r *eventReader) takesIn(ev model.Event, own []string) bool {
	if len(ev.Participants) < 2 {
		return false
	}
	return len(own) == 0 || slices.ContainsFunc(ev.Participants, func(id string) bool {
		a, known := r.who.dir.Find(id)
		return id == own[0] || known && a.State == own[0]
	})
}

// forTheirState puts the state in the place of an organ that speaks for it.
func (r *eventReader) forTheirState(ids []string) []string {
	out := slices.Clone(ids)
	for i, id := range out {
		if a, known := r.who.dir.Find(id); known && a.Kind == model.Organisation && a.State != "" {
			out[i] = a.State
		}
	}
	return out
}

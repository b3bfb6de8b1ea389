package extract

import "parley/model"

// boundFor reads "X arrives in Oslo for talks" and "X waits for Y in Oslo for talks",
// where the event's name begins at lo: it returns whom that names and where the talks
// stand, an empty status for anything else.
func (r *eventReader) boundFor(s stretch, lo int) ([]string, string) {
	t := r.t
	if t.field != model.InTitle || lo-2 <= s.lo || t.tok[lo-1].low != "for" {
		return nil, ""
	}
	from := r.clauseStart(s, lo-1)
	for k := from + 1; k < lo-2; k++ {
		w, n, ok := r.ev.terms.match(t.tok, k)
		waits := r.any(k, k+1, "wait", "waits", "waiting", "await", "awaits") && r.any(k, lo-1, "in", "at")
		if !waits && (!ok || t.tok[k].id == 0 || !w.is(roleArrive|roleTravel) || w.form&inPast != 0 && w.form&(inThird|inBase) == 0) {
			continue
		}
		if !waits && r.placeAt(k+n, lo) == "" {
			continue
		}
		end, _ := r.auxBefore(from, k)
		who, np := r.doers(s, from, end)
		if len(who) == 0 || np.hi > k {
			return nil, ""
		}
		if waits {
			for j := k + 1; j < lo-1; j++ {
				if t.tok[j].low == "for" || j == k+1 {
					who = merge(who, r.actorsIn(j, r.objectEnd(j+1, lo-1))...)
				}
			}
		}
		if r.any(lo, min(lo+4, s.hi), "second", "third", "fourth", "final", "last") && r.any(lo, min(lo+5, s.hi), "day", "days") {
			return who, model.UnderWay // "for a second day of talks"
		}
		return who, model.Planned
	}
	return nil, ""
}

// inTheMidst reads "X praises Y during meeting in Z": the meeting is on, and X is there.
func (r *eventReader) inTheMidst(s stretch, ev model.Event, head stretch, parties []string) bool {
	first, verb := r.subject(s)
	who := r.subjectActors(first)
	if len(who) == 0 || first.hi > head.lo || verb < 0 || r.any(first.lo, head.lo, "to", "will", "could", "may", "would", "not", "n't") {
		return false
	}
	ev.Status, ev.Participants = model.UnderWay, merge(who, parties...)
	if len(ev.Participants) < 2 {
		ev.Participants = merge(who, r.actorsIn(verb+1, head.lo-1)...)
	}
	return len(ev.Participants) > 1 && r.add(ev, head, stretch{s.lo, r.clauseEnd(head.hi, s.hi)})
}

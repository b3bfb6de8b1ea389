package extract

import "parley/model"

// Letters from one leader to another.

// letter reads "letter to Y" with who sends it.
func (r *eventReader) letter(s stretch, i, n int) bool {
	if i+n >= s.hi || r.t.tok[i+n].low != "to" {
		return r.letterFrom(s, i, n)
	}
	end := r.objectEnd(i+n+1, s.hi)
	others := r.actorsIn(i+n+1, end)
	first, _ := r.subject(s)
	who := r.subjectActors(first)
	if len(others) == 0 || len(who) == 0 || first.hi > i {
		return false
	}
	return r.add(model.Event{Kind: "letter", Status: model.Done, Participants: merge(who, others...), Rule: "event-letter"}, stretch{i, end}, s)
}

// letterFrom reads "letter from X delivered to Y".
func (r *eventReader) letterFrom(s stretch, i, n int) bool {
	if r.t.field != model.InTitle || i+n >= s.hi || r.t.tok[i+n].low != "from" {
		return false
	}
	if first, verb := r.subject(s); verb > 0 && verb < i && r.beside(verb, verb+1, aroundGetting) {
		end := r.objectEnd(i+n+1, s.hi)
		to, from := r.subjectActors(first), r.partiesIn(i+n+1, end)
		return len(to) > 0 && len(from) > 0 && r.add(model.Event{Kind: "letter", Status: model.Done, Participants: merge(from, to...), Rule: "event-letter"}, stretch{i, end}, s)
	}
	for k := i + n + 1; k < s.hi && k < i+n+6; k++ {
		switch r.t.tok[k].low {
		case "delivered", "handed", "sent", "given", "passed", "reaches", "reached", "arrives", "arrived":
			end := r.clauseEnd(k, s.hi)
			from, to := r.namedIn(i+n+1, k), r.namedIn(k+1, end)
			if len(from) == 0 || len(to) == 0 && !r.t.tok[min(k+1, end-1)].is(flagCapital) {
				return false
			}
			return r.add(model.Event{Kind: "letter", Status: model.Done, Participants: merge(from, to...), Rule: "event-letter"}, stretch{i, end}, s)
		}
	}
	return false
}

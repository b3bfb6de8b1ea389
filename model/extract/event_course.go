package extract

import "parley/model"

// inTheCourse reads "X presses Y on fish in tense meeting", "In call with Y, X pledges Z":
// what somebody does tells that the event which it is done in is on, or over. The event's
// name is head, from the words before its noun to the end of its parties.
func (r *eventReader) inTheCourse(s stretch, ev model.Event, head stretch, parties []string) bool {
	t := r.t
	if t.field != model.InTitle && ev.Kind != "call" || ev.Kind != "call" && ev.Kind != "talks" && ev.Kind != "meeting" && ev.Kind != "visit" {
		return false
	}
	prep := head.lo - 1
	for prep > s.lo && (r.word(t, prep)&hDeterminer != 0 || r.lex.of(&t.tok[prep])&(classDeterminer|classPossessive) != 0) {
		prep--
	}
	if prep < s.lo || !r.opensCourse(prep, ev.Kind) {
		return false
	}
	clause := s
	if prep == s.lo {
		comma := r.beforeWord(",", prep, s.hi)
		if comma >= s.hi || comma < head.hi-1 {
			return false
		}
		clause = stretch{comma + 1, s.hi}
	} else if clause.lo = r.clauseStart(s, prep); clause.lo >= prep {
		return false
	}
	first, verb := r.doesSomething(clause, prep)
	who := r.subjectActors(first)
	if verb >= 0 && r.beside(verb, verb+1, aroundShunning) {
		return false // "snubs Y at summit"
	}
	if verb < 0 || prep > s.lo && verb >= prep || len(who) == 0 || r.beside(verb, verb+1, aroundLinking) && !r.cueAt(verb) {
		return false
	}
	told := verb
	if prep > s.lo {
		told = prep
		if r.beside(verb, prep, aroundSeat) || ev.Kind != "call" && r.any(verb, prep, "no", "not") || ev.Kind != "call" && r.any(verb, prep, "would", "could", "may", "will", "if") || ev.Kind != "call" && ev.Kind != "meeting" && r.any(verb, prep, "to") && !r.beside(prep-1, prep, aroundTopic) {
			return false
		}
	}
	if r.any(first.lo, verb, "to", "will", "could", "may", "would", "should", "must") || ev.Kind != "call" && r.any(first.lo, verb, "not", "n't", "never") || r.any(max(s.lo, head.lo-2), head.hi, "upcoming", "planned", "next", "future", "possible", "proposed", "looming", "coming") {
		return false
	}
	ev.Participants = merge(who, parties...)
	if len(ev.Participants) < 2 && ev.Kind != "visit" && prep > s.lo {
		them := r.partiesIn(verb+1, r.objectEnd(verb+1, told))
		if r.demands(verb, prep) && len(r.personsOf(them)) == 0 {
			return false // "X demanded that Y leave at summit"
		}
		ev.Participants = merge(who, them...)
	}
	for k := head.lo; ev.Kind == "visit" && ev.Place == "" && k < head.hi; k++ {
		ev.Place = r.placeAt(k, head.hi) // "on Oslo visit"
	}
	if len(ev.Participants) < 2 && ev.Kind != "visit" || ev.Kind == "visit" && (ev.Place == "" || !r.person(who[0]) && !r.delegates(first)) {
		return false
	}
	if ev.Kind == "visit" {
		ev.Participants = who
	}
	if n := len(r.found); n > 0 && r.heads[n-1].lo >= s.lo && ev.Kind != "call" {
		return false // "fails to strike deal at summit with Y": that is told
	}
	ev.Status = r.courseStatus(ev, t.tok[prep].low, verb)
	return r.add(ev, head, stretch{s.lo, r.clauseEnd(head.hi, s.hi)})
}

// demands tells whether the verb at i asks others to do what stands between it and hi.
func (r *eventReader) demands(i, hi int) bool {
	v, n, ok := r.verbs.match(r.t.tok, i)
	if !ok || v.frame != frameAsk && v.frame != frameTell && v.typ != "demand" {
		return false
	}
	for k := i + n + 1; k < hi; k++ {
		if r.t.tok[k].low == "to" || r.mayBeVerb(k) && r.who.known(r.t, k-1) {
			return true
		}
	}
	return false
}

// opensCourse tells whether a word at i may open what goes on while something is done.
func (r *eventReader) opensCourse(i int, kind string) bool {
	switch r.t.tok[i].low {
	case "in", "during":
		return true
	case "at":
		return kind == "meeting" || kind == "talks"
	case "on":
		return kind == "visit" || kind == "call"
	}
	return false
}

// doesSomething finds the subject and the finite verb of a clause, also one that only the
// lists of events or of what events do hold.
func (r *eventReader) doesSomething(clause stretch, prep int) (stretch, int) {
	first, verb := r.subject(clause)
	if verb >= 0 && (prep <= clause.lo || verb < prep) {
		return first, verb
	}
	hi := clause.hi
	if prep > clause.lo {
		hi = prep
	}
	for i := clause.lo + 1; i < hi; i++ {
		w, _, ok := r.ev.terms.match(r.t.tok, i)
		form := r.ev.effects[r.t.tok[i].low]
		if ok && r.t.tok[i].id != 0 {
			form |= w.form
		}
		if form&inThird == 0 && (form&inPast == 0 || form&inBase != 0) {
			continue
		}
		if np := (stretch{clause.lo, r.backOverAdverbs(clause.lo, i)}); np.lo < np.hi && r.actsAt(np.hi-1) {
			return np, i
		}
	}
	return clause, -1
}

// courseStatus tells whether an event goes on in which somebody does what the verb at i says:
// a call is over when it is told of, so is a meeting of two persons, and talks with one.
func (r *eventReader) courseStatus(ev model.Event, prep string, verb int) string {
	switch ev.Kind {
	case "visit":
		return model.UnderWay
	case "call":
		return model.Done
	}
	persons := len(r.personsOf(ev.Participants)) == len(ev.Participants)
	if r.ev.effects[r.t.tok[verb].low]&(inThird|inPast) == inPast {
		return model.Done
	}
	if v, _, ok := r.verbs.match(r.t.tok, verb); ok && v.form&inPast != 0 && v.form&inThird == 0 {
		return model.Done
	}
	if persons && prep == "in" {
		return model.Done
	}
	return model.UnderWay
}

// onlyWhen tells whether an event's name from lo to hi only tells when something else is that
// stands behind a comma: "After the talks, X will meet Y".
func (r *eventReader) onlyWhen(s stretch, lo, hi int) bool {
	for lo > s.lo && (r.word(r.t, lo-1)&hDeterminer != 0 || r.lex.of(&r.t.tok[lo-1])&(classDeterminer|classPossessive) != 0) {
		lo--
	}
	return lo == s.lo+1 && r.any(s.lo, lo, "after", "before", "following", "during") && hi < s.hi && r.t.tok[hi].low == ","
}

// leavesEarly reads "X leaves summit early", where the verb is at i: X departs, and the others
// stay.
func (r *eventReader) leavesEarly(s stretch, i int, name stretch, place string) bool {
	end, _ := r.auxBefore(r.clauseStart(s, i), i)
	who, np := r.doers(s, r.clauseStart(s, i), end)
	if len(who) == 0 || np.hi > name.lo {
		return false
	}
	return r.add(model.Event{Kind: "departure", Status: model.Done, Participants: who, Place: place, Rule: "event-departure"}, stretch{np.lo, name.hi}, s)
}

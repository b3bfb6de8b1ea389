package extract

import (
	"strings"

	"parley/model"
)

// named reads an event by its name: "X to hold talks with Y", "X-Y summit ends".
func (r *eventReader) named(s stretch, i, n int, w eventWord) bool {
	kind := w.kinds[roleNoun]
	if r.t.tok[i].is(flagQuoted) && r.t.field == model.InText {
		return false
	}
	if kind == "deadline" {
		return r.deadline(s, i, n)
	}
	lo := r.nameStart(s, i)
	if kind == "call" && strings.HasPrefix(w.lemma, "conversation") && r.any(lo, min(i+n+4, s.hi), "one-on-one", "face-to-face", "in-person", "car", "limousine", "sidelines", "private") {
		kind = "talks" // "a one-on-one conversation in the car"
	}
	switch {
	case r.onlyOffered(i+n, s.hi), r.staysAway(s, lo, i):
		return false // "skips the summit"
	case kind == "call" && (r.truceCall(s, lo, i) || r.t.field == model.InText && r.appealOf(i+n, s.hi)):
		return false // "rejects truce call"
	case kind == "visit" && r.t.field == model.InTitle && r.anyRole(s.lo, lo, roleWish):
		return false // "weighs call at Oslo on Nordic trip"
	}
	if own, with, to := r.ownWith(lo, i, i+n, s.hi); r.stands(s, model.Event{Kind: kind}, stretch{lo, i + n}, i, n, to, merge(own, with...)) {
		return true
	}
	if kind != "letter" && r.drops(s, i, n) {
		return true
	}
	if r.t.field == model.InText && r.timesPlan(s, lo) || r.onlyWhen(s, lo, i+n) {
		return false
	}
	own, with, to := r.ownWith(lo, i, i+n, s.hi)
	if len(own) == 0 && len(with) > 0 && to < s.hi && r.t.tok[to].low == "," && r.attributedAt(to+1, s.hi) {
		if m, _ := r.who.nameAt(r.t, to+1); r.person(r.who.actors[m.actor].ID) {
			with = merge(with, r.who.actors[m.actor].ID) // "summit with X and Y possible, Z says"
		}
	}
	if len(own) == 0 && len(with) == 1 && r.t.field == model.InTitle {
		own = r.stateOf(lo, i) // "Iran nuclear talks with Y"
	}
	if len(own)+len(with) == 0 && (r.t.field == model.InTitle || r.any(i, i+n, "summit")) {
		own = r.blocOf(lo, i)
	}
	clause := r.clauseEnd(to, s.hi)
	ev := model.Event{Kind: kind, Place: r.place(i+n, clause), Rule: "event-named-" + kind}
	if ev.Place == "" {
		ev.Place = r.placeIn(lo, i)
	}
	governor, gov := r.governor(s, lo)
	if governor >= 0 && (strings.HasPrefix(gov.lemma, "venue") || strings.HasPrefix(gov.lemma, "host ")) && r.refusesBefore(s.lo, governor) {
		return false // "rejects Oslo as venue for talks"
	}
	if r.t.field == model.InText && r.any(max(s.lo, lo-2), lo, "that") {
		governor = -1 // "proposed that the talks be held" has a clause of its own
	}
	if r.t.field == model.InText && governor >= 0 && (r.paved(governor, gov, lo, len(own)+len(with)) || gov.form&inBase != 0 && r.any(governor-1, governor, "to") && r.urged(s, governor-1)) {
		return false
	}
	if governor >= 0 && gov.lemma == "confirm" && (r.t.field == model.InText || to < s.hi && r.tellsStatus(to, s.hi) && !(kind == "visit" && r.t.tok[to].low == "to")) {
		governor = -1 // "confirms call took place" has a clause of its own
	}
	if governor < 0 && lo > s.lo+1 && r.t.tok[lo-1].low == "for" && r.reachedVerb(lo-2, lo-1) > 0 {
		ev.Status, ev.Participants = model.Planned, merge(own, with...)
		return len(ev.Participants) > 1 && r.add(ev, stretch{lo, to}, stretch{s.lo, clause})
	}
	if who, status := r.boundFor(s, lo); governor < 0 && status != "" && (kind == "talks" || kind == "meeting") {
		ev.Status, ev.Participants = status, merge(who, merge(own, with...)...)
		if at := r.place(r.clauseStart(s, lo-1), lo-1); at != "" && (ev.Place != "" || r.beside(lo, i, aroundLand)) && len(own)+len(with) == 0 {
			ev.Place = at // "arrives in Oslo for Tarn talks": they are about Tarn
		}
		return len(ev.Participants) > 1 && r.add(ev, stretch{lo, to}, stretch{s.lo, clause})
	}
	if governor < 0 && lo-1 > s.lo && r.t.tok[lo-1].low == "during" && r.t.field == model.InTitle && (kind == "talks" || kind == "meeting") {
		return r.inTheMidst(s, ev, stretch{lo, to}, merge(own, with...))
	}
	if in := r.inTalks(s, lo); governor < 0 && kind == "talks" && in > s.lo {
		ev.Status, ev.Participants = model.UnderWay, merge(r.subjectActors(stretch{r.clauseStart(s, in), in}), merge(own, with...)...)
		return len(ev.Participants) > 1 && r.add(ev, stretch{lo, to}, stretch{s.lo, clause}) // "X and Y in talks"
	}
	if governor < 0 && kind == "talks" && lo-1 > s.lo && r.t.field == model.InTitle && r.t.tok[lo-1].low == "in" && r.amidTalks(s, ev, stretch{lo, to}, i, merge(own, with...)) {
		return true
	}
	if governor < 0 && kind == "talks" && r.touched(s, lo) {
		ev.Status, ev.Participants = model.UnderWay, merge(own, merge(r.namedIn(lo, i), with...)...)
		return (len(ev.Participants) > 0 || n > 1 || r.anyRole(lo, i, roleMatter)) && r.add(ev, stretch{lo, to}, stretch{s.lo, clause})
	}
	if governor < 0 && len(own)+len(with) > 1 && (kind == "talks" || kind == "meeting") && !r.startsClause(s, lo) && r.stillAhead(s, lo, i) {
		ev.Status, ev.Participants = model.Planned, merge(own, with...)
		return r.add(ev, stretch{lo, to}, stretch{s.lo, clause})
	}
	if who := r.sentFor(s, lo); governor < 0 && len(who) > 0 && len(own)+len(with) > 0 && kind == "talks" {
		ev.Status, ev.Participants = model.Planned, merge(who, merge(own, with...)...)
		return r.add(ev, stretch{lo, to}, stretch{s.lo, clause})
	}
	if who, at := r.invited(s, lo); governor < 0 && len(who) > 1 && (kind == "talks" || kind == "meeting" || kind == "visit") {
		ev.Status, ev.Participants = model.Planned, merge(who, with...)
		return r.add(ev, stretch{at, to}, stretch{s.lo, clause})
	}
	switch {
	case kind == "letter":
		return r.letter(s, i, n)
	case governor >= 0 && gov.is(roleDrop) && (gov.lemma == "pause" && r.any(i+n, min(i+n+1, s.hi), "to") || r.onlySought(s, governor) || r.refused(s, governor) && !r.refused(s, governor-1) || r.loath(r.clauseStart(s, governor), governor)):
		return false
	case governor >= 0 && (gov.is(roleDrop) || kind == "talks" && r.breaksOff(s, lo, governor, gov, own, with, ev.Place)):
		ev.Kind, ev.Status = "cancellation", model.EventDenied
	case governor >= 0 && gov.lemma == "have" && len(own) > 1 && to < s.hi && r.isRole(to, roleBegin):
		ev.Status = model.Planned // "the programme has the X-Y meeting start at noon"
	case governor >= 0 && gov.is(roleHold|rolePlan) && (r.any(max(s.lo, governor-3), governor, "short") || gov.lemma == "announce" && r.any(s.lo, governor, "after")):
		return false // "stops short of agreeing to a meeting", "a day after X announces a meeting"
	case governor >= 0 && gov.is(roleDeny):
		if r.any(governor, lo, "if") || r.refused(s, governor) || r.t.field == model.InText && !r.turnsDown(s, governor, gov) {
			return false
		}
		ev.Status = model.EventDenied
	case governor >= 0 && gov.is(roleRecall):
		if r.any(lo, i, "planned", "upcoming", "possible", "proposed", "looming") || r.t.field == model.InText {
			return false
		}
		ev.Status = model.Done
	case governor >= 0:
		ev.Status = r.governedStatus(s, governor, gov)
		switch denied := ev.Status == model.EventDenied; {
		case denied && r.t.field == model.InText && (gov.lemma == "attend" || gov.lemma == "join"):
			return false // who did not attend does not deny that it was held
		case ev.Status == model.Planned && gov.lemma == "leave":
			return false // "may leave the summit", "vows to leave talks"
		case denied && r.any(max(s.lo, governor-5), governor, "may", "might"):
			return false // "may not want to hold a summit"
		case r.onlyWished(gov, ev.Status):
			return false
		}
		if gov.is(rolePlan) && r.t.field == model.InTitle && r.droppedAfter(to, clause, false) {
			ev.Kind, ev.Status = "cancellation", model.EventDenied // "plans for a summit shelved"
		}
		if r.t.field == model.InText && gov.lemma == "announce" && gov.form&inPast != 0 && r.definite(lo) && !r.any(to, min(to+1, s.hi), "for") {
			ev.When = model.When{Precision: "unknown"} // "announced the meeting on Friday" tells when he did
		}
		if r.any(max(s.lo, governor-2), i, "no") {
			ev.Status = model.EventDenied // "no plans for a meeting", "holds no talks"
			if r.dateOpen(max(s.lo, governor-2), i) {
				ev.Status = model.Planned
			}
		}
	case r.noneToBe(s, lo):
		ev.Status, own = model.EventDenied, merge(r.speakerBefore(s, lo-1), own...)
	case governor == inPlace:
		ev.Status = model.UnderWay
	case kind == "call" && lo-1 > s.lo && r.t.tok[lo-1].low == "in" && len(own)+len(with) > 0 && r.t.field == model.InTitle:
		return r.during(s, ev, stretch{lo, to}, merge(own, with...))
	case r.t.field == model.InText && len(own)+len(with) == 0 && to < s.hi && r.isRole(to, roleSpan):
		return false // "the meeting lasted two hours" tells how long the one told before was
	case r.startsClause(s, lo):
		ev.Status = r.followedStatus(to, s.hi)
		if ev.Status == "" && kind == "call" && r.t.field == model.InTitle && len(own)+len(with) > 1 && (r.ownCall(i+1) || len(own) > 1) && to < s.hi && r.beside(to, to+1, aroundLeaving) {
			ev.Status = model.Done
		}
		if ev.Status == "" && r.t.field == model.InTitle && r.judged(to, s.hi) {
			ev.Status = model.Done
			if len(own)+len(with) == 0 {
				own = r.namedIn(lo, i) // "says Iceland talks constructive"
			}
		}
		if ev.Status == "" && (len(own)+len(with) > 1 || kind != "call" && kind != "meeting" || r.ownCall(i+1)) {
			ev.Status = r.effectStatus(kind, i+n, to, s.hi)
		}
		if len(own)+len(with) == 1 && (len(with) == 1 || r.t.field == model.InTitle && (r.judged(to, s.hi) || ev.Status == model.EventDenied)) && lo > s.lo && r.cueAt(lo-1) {
			with = merge(own, with...)
			own = r.speakerBefore(s, lo-1) // "X says meeting with Y could be held"
		}
		if ev.Status == model.Done && (kind == "talks" || kind == "meeting") && r.fallsThrough(to, clause) {
			return r.fruitless(s, ev, stretch{lo, to}, merge(own, with...), clause)
		}
		if ev.Status == model.Planned && r.any(max(s.lo, lo-1), i, "no") {
			return len(own)+len(with) > 1 && r.add(model.Event{Kind: kind, Status: model.EventDenied, Participants: merge(own, with...), Rule: ev.Rule}, stretch{lo, to}, stretch{s.lo, clause})
		}
		if label := r.inLabel(s); ev.Status == "" && len(own) == 0 && len(with) == 1 && len(label) == 1 && !r.person(label[0]) {
			own = label // "Norway: No talks with Malta"
		}
		if ev.Status == "" && len(own)+len(with) > 1 && r.noneHeld(s, lo, i, to) {
			ev.Status = model.EventDenied
			return r.add(model.Event{Kind: kind, Status: ev.Status, Place: ev.Place, Participants: merge(own, with...), Rule: ev.Rule}, stretch{lo, to}, stretch{s.lo, clause})
		}
		if ev.Status == model.EventDenied && !r.neverDue(to, clause) {
			ev.Kind = "cancellation"
		}
		if ev.Status == model.UnderWay && (r.any(to, clause, "still", "continue", "continues", "continued", "ongoing", "goes", "extend", "extended", "prolonged") || r.endBy(to, clause)) {
			ev.When = model.When{Precision: "unknown"} // it is on at that time, and began at another
		}
		governor = -1
	default:
		return r.inTheCourse(s, ev, stretch{lo, to}, merge(own, merge(r.actorsIn(lo, i), with...)...))
	}
	if ev.Status == "" {
		return governor < 0 && r.inTheCourse(s, ev, stretch{lo, to}, merge(own, with...))
	}
	ev.Participants = merge(own, with...)
	head := stretch{lo, to}
	if governor >= 0 && gov.lemma == "leave" && r.t.field == model.InTitle && ev.Status == model.Done && r.any(to, clause, "early") {
		return r.leavesEarly(s, governor, stretch{lo, to}, ev.Place)
	}
	if governor >= 0 {
		end, _ := r.auxBefore(r.clauseStart(s, governor), governor)
		who, np := r.doers(s, r.clauseStart(s, governor), end)
		if (gov.is(rolePlan) && (!gov.is(roleReady) || r.any(i+n, min(i+n+1, s.hi), "between")) || gov.lemma == "have" && ev.Status == model.Planned) && len(own)+len(with) >= 2 {
			who = nil // "X urges talks between Y and Z": X need not be there
		}
		if gov.is(roleDeny) && (r.t.field == model.InText && len(own)+len(with) >= 2 || len(own) >= 2) {
			who = nil // who rules out talks between others
		}
		if gov.is(roleRecall) && r.t.field == model.InTitle && len(with) >= 2 {
			who = nil // nor need who welcomes them
		}
		if gov.lemma == "host" && len(own)+len(with) >= 2 && len(who) == 1 && !r.person(who[0]) {
			who = nil // "Oman to host X-Y talks": it is their place
			if ev.Place == "" && r.t.field == model.InText {
				ev.Place = r.placeAt(np.lo, np.hi)
			}
		}
		if gov.lemma == "host" && np.lo < np.hi && r.t.tok[np.hi-1].low == "it" {
			who = nil // where it is held is its place
		}
		ev.Participants = merge(who, ev.Participants...)
		if np.lo < np.hi && np.hi <= lo && !(gov.is(roleEnd) && gov.is(rolePlan)) {
			head.lo = np.lo
		}
		if gov.is(rolePlan) && len(ev.Participants) == 1 && r.t.field == model.InTitle {
			ev.Participants = merge(ev.Participants, r.stateNamed(lo, i)...) // "proposes Iran talks"
		}
	}
	if governor == inPlace {
		ev.Participants = merge(r.inPlaceOf(s, lo), ev.Participants...)
		if ev.Place == "" {
			ev.Place = r.place(s.lo, lo)
		}
	}
	stranger := to == i+n && to < s.hi && r.any(to, to+1, "of", "with", "between", "among")
	if len(ev.Participants) < 2 && r.t.field == model.InText && kind != "visit" && !stranger && !(len(with) == 1 && r.group(with)) && (r.definite(lo) || r.dayOwns(stretch{lo, i + n})) && !r.any(lo, i+n, "trilateral", "three-way", "four-way") {
		if them := r.personsOf(r.actorsIn(s.lo, lo)); len(them) == 2 && r.any(s.lo, lo, "they", "both") {
			ev.Participants = merge(ev.Participants, them...)
		}
		if ev.Status != model.Planned || !r.any(lo, i+n, "peace") { // peace talks to come are nobody's yet
			ev.Participants = r.inherited(ev, lo)
		}
		if gov.lemma == "host" && governor >= 0 && len(ev.Participants) > 2 && !r.person(ev.Participants[0]) {
			ev.Participants = ev.Participants[1:] // where it is held is its place
		}
	}
	if governor >= 0 && gov.lemma == "have" && len(ev.Participants) == 0 && ev.Status == model.Done {
		end, _ := r.auxBefore(r.clauseStart(s, governor), governor)
		if who := r.saidBy(stretch{r.clauseStart(s, governor), end}); len(who) > 0 {
			ev.Participants = who
			return r.add(ev, head, stretch{s.lo, clause})
		}
	}
	if len(ev.Participants) == 0 && kind == "visit" && ev.Place == "" {
		return false // "trip" may be anything
	}
	begun := governor >= 0 && gov.is(rolePlan) && !gov.is(roleHold) && kind == "talks" && ev.Status == model.Planned && r.t.field == model.InTitle && len(ev.Participants) == 1 && !r.person(ev.Participants[0])
	begun = begun || governor >= 0 && gov.is(roleHold) && kind == "talks" && r.t.field == model.InTitle && len(ev.Participants) == 1 && !r.person(ev.Participants[0]) && to < s.hi && (r.t.tok[to].low == "to" || r.t.tok[to].low == "on" || r.t.tok[to].low == "over" || r.t.tok[to].low == "about")
	begun = begun || governor >= 0 && gov.is(roleHold) && len(ev.Participants) == 1 && head.lo < lo && r.delegates(stretch{head.lo, governor}) && r.plural(stretch{head.lo, governor})
	begun = begun || governor >= 0 && r.t.field == model.InText && gov.is(roleHold) && r.holders(stretch{r.clauseStart(s, governor), governor}, ev.Participants)
	begun = begun || governor >= 0 && r.t.field == model.InTitle && ev.Status != model.EventDenied && len(ev.Participants) == 1 && (gov.lemma == "host" || gov.lemma == "convene") && r.any(i+n-1, i+n, "summit")
	if t := r.t; t.field == model.InText && len(ev.Participants) == 0 && !begun && (governor >= 0 || !r.goesBack(s, stretch{lo, to}, i, n)) {
		return false
	}
	dropped := ev.Kind == "cancellation" && r.t.field == model.InTitle && len(ev.Participants) == 1 && r.any(i, i+n, "summit")
	if len(ev.Participants) < 2 && kind != "press" && kind != "visit" && !begun && !dropped && !r.bloc(ev.Participants) && !r.withPeople(ev, i+n, s.hi) && !r.ofStates(s, stretch{lo, to}, i, n, governor >= 0) {
		return false
	}
	return r.add(ev, head, stretch{r.whereClause(s, lo, ev.Status), clause})
}

// dateOpen tells whether only the when and where of an event are not settled: "no date set
// for the meeting".
func (r *eventReader) dateOpen(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if r.t.tok[k].low == "no" {
			return r.any(k+1, min(k+4, hi), "date", "dates", "location", "venue", "time", "place", "timetable", "timeline", "format")
		}
	}
	return false
}

// neverDue tells "not on the agenda", "not planned" from what was taken back.
func (r *eventReader) neverDue(lo, hi int) bool {
	return r.any(lo, min(lo+3, hi), "not", "n't", "never", "fail", "fails", "failed") && !r.anyRole(lo, hi, roleDrop)
}

// refusesBefore tells whether a verb or a phrase between lo and hi says that somebody will not have
// what follows: "rules out".
func (r *eventReader) refusesBefore(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w, _, ok := r.ev.terms.match(r.t.tok, k); ok && r.t.tok[k].id != 0 && w.is(roleDeny) {
			return true
		}
	}
	return false
}

func (r *eventReader) anyRole(lo, hi int, role tellRole) bool {
	for k := lo; k < hi; k++ {
		if r.isRole(k, role) {
			return true
		}
	}
	return false
}

// during reads "X sets terms in call with Y": what X does tells where the call stands.
func (r *eventReader) during(s stretch, ev model.Event, head stretch, with []string) bool {
	first, verb := r.subject(s)
	who := r.subjectActors(first)
	if len(who) == 0 || first.hi > head.lo || !r.person(who[0]) && ev.Kind != "call" {
		return false
	}
	ev.Status = model.Done
	told := head.lo
	if verb > first.lo && (r.cueAt(verb) || r.lex.of(&r.t.tok[verb])&classSaid != 0) {
		told = verb // "X says talks will be held, in call with Y": what he says is ahead, the call is over
	}
	if r.any(first.lo, told, "to", "will", "could", "may", "would") {
		ev.Status = model.Planned
	}
	ev.Participants = merge(who, with...)
	return len(ev.Participants) > 1 && r.add(ev, head, stretch{s.lo, r.clauseEnd(head.hi, s.hi)})
}

package extract

import "parley/model"

// Turns of phrase by which headlines tell of events without a plain verb or name of the other
// lists: "X and Y bury the hatchet", "X invites Y to Z". They are patterns in
// data/events-turns.txt.

// turns reads the phrases of a segment of a headline, or those of a sentence that are plain
// enough for running text; what was found from the n-th event on is of the same segment, and
// is not told twice.
func (r *eventReader) turns(s stretch, n int) {
	phrases, some := r.ev.turns, r.ev.turning
	if r.t.field == model.InText {
		phrases, some = r.ev.plain, r.ev.plainly
	}
	if !r.t.mayHold(s, some) {
		return
	}
	for i := s.lo; i < s.hi; i++ {
		if r.t.tok[i].starts&some == 0 {
			continue
		}
		begun := phrases[r.t.tok[i].low]
		for k := range begun {
			if r.turn(s, i, n, &begun[k]) {
				break
			}
		}
	}
}

// turn reads one phrase at token i.
func (r *eventReader) turn(s stretch, i, n int, t *eventTurn) bool {
	got, ok := r.followTurn(t.steps[1:], i+1, s.hi, turned{})
	if !ok {
		return false
	}
	form := t.steps[0].words[r.t.tok[i].low]
	if form != 0 && i > s.lo && r.any(i-1, i, "no") {
		return false // "no talks with Y"
	}
	switch {
	case r.toldAlready(n, t.kind), r.conditional(s, i):
		return false
	case t.kind == "talks" && t.status == model.EventDenied && r.any(got.end, s.hi, "consultations"):
		return false
	case form != 0 && (t.kind == "agreement" && r.calledUpon(s, i) || r.t.tok[i].is(flagQuoted) || r.noVerb(s, i, form)):
		return false
	}
	lo := r.clauseStart(s, i)
	end, aux := r.auxBefore(lo, i)
	status := t.status
	if form != 0 {
		if form&inBase != 0 && end > lo && aux == "to" && (r.isRole(end-1, rolePlan) || r.t.field == model.InText && r.beside(end-1, end, aroundIntent)) {
			end = r.backOverAdverbs(lo, end-1) // "X plans to invite Y"
		}
		if status = r.turnStatus(t, lo, end, i, form, aux); status == "" {
			return false
		}
	} else if end = r.backOverAdverbs(lo, i); t.who != turnWhom && t.who != turnNone && (r.hasVerb(stretch{lo, end}) || r.hasCue(stretch{lo, end}) || r.negated(end, i)) {
		return false
	}
	who, np := r.doers(s, lo, end)
	stranger := false
	acts := end == lo || r.actsAt(end-1) || r.delegates(np)
	if np.lo < np.hi && len(who) < 2 {
		if them := r.eachOf(np); len(them) > 1 {
			who, acts = them, true
		} else if len(who) == 0 && r.delegates(np) {
			who = r.namedIn(np.lo, np.hi)
		}
		if len(who) == 0 && !r.cased && (r.titled(np) || form&inThird != 0 && r.unheard(np)) {
			if who = r.strangers(np.lo, np.hi); len(who) == 0 {
				who = []string{kebab(r.t.raw(np.lo, np.hi))} // "Quell presses Y for deal"
			}
			acts, stranger = true, true
		}
	}
	if form&(inThird|inPast|inIng) == 0 && form != 0 && aux == "" && len(who) < 2 && !r.plural(np) {
		return false
	}
	if len(got.parties) == 0 {
		got.parties = r.between(got.end, s.hi)
	}
	if r.isRole(i, roleNoun|roleDeal) {
		got.parties = merge(r.ownersIn(r.nameStart(s, i), i), got.parties...)
	}
	ev := model.Event{Kind: t.kind, Status: status, Place: got.place, Rule: "event-turn"}
	switch t.who {
	case turnDoer, turnJoint, turnBoth:
		if len(who) == 0 && !(t.who == turnJoint && r.t.field == model.InText && r.theSides(np)) || !acts || t.who == turnJoint && len(who) < 2 && !r.delegates(np) && !(r.any(np.lo, np.hi, "and") && r.arePeople(np)) || kin(t.kind) == "visit" && !stranger && !r.person(who[0]) && !r.delegates(np) {
			return false
		}
		ev.Participants = who
		if t.who == turnBoth {
			if len(got.parties) > 1 && r.any(i, got.end, "between") {
				who = nil // "X hopes for a truce between Y and Z"
			}
			if ev.Participants = merge(who, got.parties...); len(ev.Participants) < 2 {
				return false
			}
		}
	case turnWhom:
		if ev.Participants = got.parties; len(got.parties) == 0 {
			return false
		}
	case turnNone:
		ev.Participants = merge(who, got.parties...)
	}
	if t.kind == "visit" && got.place != "" && r.t.tok[i].low == "back" && len(ev.Participants) == 1 && r.homeAt(ev.Participants[0], i+2) {
		ev.Kind, ev.Status = "arrival", model.Done
	}
	if ev.Place == "" && t.kind != "deadline" && t.kind != "letter" {
		ev.Place = r.place(i, r.sourceFrom(got.end, r.clauseEnd(got.end, s.hi)))
	}
	return r.add(ev, stretch{i, got.end}, s)
}

// turnStatus tells where the event of a phrase stands whose verb is at i, empty for nowhere.
func (r *eventReader) turnStatus(t *eventTurn, lo, end, i int, form uint8, aux string) string {
	if form&inIng != 0 && !r.any(end, i, "is", "are", "was", "were", "be", "been", "'s", "'re") && (i == lo || !r.who.known(r.t, r.backOverAdverbs(lo, i)-1) && !r.isRole(i-1, rolePlan) && !r.any(i-1, i, "after")) {
		return ""
	}
	if (t.status == model.Done || t.status == model.UnderWay) && r.beside(max(lo, i-3), i, aroundShort) {
		return "" // "nearly settle"
	}
	if kin(t.kind) != "visit" && r.any(end, i, "to") && r.hasVerb(stretch{lo, end}) {
		return "" // "wants Y to settle": nobody does yet
	}
	may := r.any(end, i, "may", "might", "could", "would", "should", "must")
	switch vs := r.verbStatus(lo, end, i, eventWord{roles: roleDo, form: form}, aux); vs {
	case "":
		if form&inIng != 0 && i > lo && (r.who.known(r.t, r.backOverAdverbs(lo, i)-1) || r.any(i-1, i, "after", "by")) && !r.hasVerb(stretch{lo, i}) {
			return t.status // "X and Y closing in on a deal"
		}
	case model.EventDenied:
		switch {
		case r.noLonger(end, i): // "no longer backs truce": that there was one, or will be, is open
		case t.status == model.EventDenied || t.status == model.NoneReached:
		case t.kind == "agreement" && t.status != model.Planned:
			return model.NoneReached
		case t.kind != "agreement":
			return model.EventDenied
		}
	case model.Planned:
		switch {
		case t.status == model.Planned:
			return model.Planned
		case t.status == model.EventDenied || t.status == model.NoneReached:
			if !may {
				return t.status
			}
		case !may || t.kind != "agreement":
			return model.Planned
		}
	case model.Done:
		if t.status == model.UnderWay && t.kind != "agreement" {
			return model.Done
		}
		return t.status
	default:
		return t.status
	}
	return ""
}

// homeAt tells whether a seat of the state that somebody stands for is named at token i.
func (r *eventReader) homeAt(who string, i int) bool {
	a, ok := r.who.dir.Find(who)
	m, named := r.who.nameAt(r.t, i)
	if !ok || !named || a.State == "" {
		return false
	}
	at := r.who.actors[m.actor]
	return at.ID == a.State || at.State == a.State
}

// noVerb tells whether what looks like the verb of a phrase is a noun behind a preposition, or
// has only hopes for its object: "ahead of talks on fish with Y", "raises prospect of a deal
// with Y".
func (r *eventReader) noVerb(s stretch, i int, form uint8) bool {
	if i > s.lo && form&inIng == 0 && r.word(r.t, i-1)&hPrep != 0 && r.t.tok[i-1].low != "to" {
		return true
	}
	return i+1 < s.hi && form&inIng == 0 && r.any(i, i+1, "raise", "raises", "raised") && r.beside(i+1, min(i+3, s.hi), aroundHoped)
}

// toldAlready tells whether an event of the same kin was found from the n-th on.
func (r *eventReader) toldAlready(n int, kind string) bool {
	for _, ev := range r.found[n:] {
		if kin(ev.Kind) == kin(kind) || ev.Kind == "cancellation" && kind != "agreement" && kind != "deadline" {
			return true
		}
	}
	return false
}

// kin is what kinds of events have in common that one clause tells once.
func kin(kind string) string {
	switch kind {
	case "arrival", "departure":
		return "visit"
	case "meeting", "call", "press", "ceremony":
		return "talks"
	}
	return kind
}

package extract

import "parley/model"

// Headlines tell of events without naming who takes part: "Truce talks resume",
// "Leaders gather in Helsinki". Then the words of the name, or the people whose
// work it is to meet for others, tell that it is one between states.

// ofStates tells whether the event named in a headline by the noun at i is one
// between states though two parties are not named. What a verb governs needs more
// than a place for that: "prepares for White House talks".
func (r *eventReader) ofStates(s, name stretch, i, n int, governed bool) bool {
	if r.t.field != model.InTitle {
		return r.goesBack(s, name, i, n)
	}
	for k := name.lo; k < name.hi; k++ {
		if r.isRole(k, roleMatter) && !(k >= i && r.any(k, k+1, "round", "rounds")) || k != i && r.isRole(k, rolePeople) {
			return true
		}
	}
	if !governed && i == s.lo && (s.lo == 0 || len(r.segs) > 1 && s.lo == r.segs[1].lo && r.segs[1].sep == ":") && n == 1 && r.any(i, i+1, "talks", "negotiations") {
		return true // "Talks resume"
	}
	switch r.t.tok[i+n-1].low {
	case "parley", "round", "conclave":
		return r.townBehind(i+n, s.hi)
	case "summit", "talks", "negotiations", "session":
		return r.t.tok[i].low != r.t.tok[i+n-1].low || !governed && (r.placeIn(name.lo, i) != "" || r.beside(name.lo, i, aroundLand) || len(r.namedIn(name.lo, i)) > 0 || r.knownPlace(i+n, s.hi))
	case "call", "meeting":
		if governed && r.group(r.namedIn(s.lo, name.lo)) {
			return true // "Nordic leaders hold call"
		}
		return r.deniedBefore(s, name.lo)
	}
	return false
}

// delegates tells whether a subject ends with people who meet and travel for
// others: "the Swiss team", "two leaders".
func (r *eventReader) delegates(np stretch) bool {
	if np.hi <= np.lo {
		return false
	}
	if r.t.field != model.InTitle {
		return r.theSides(np)
	}
	for k := np.lo - 1; k >= 0 && k > np.lo-3; k-- {
		switch r.t.tok[k].low {
		case "before", "until", "after", "ahead", "when":
			return false // only the time of something else
		}
	}
	people := r.isRole(np.hi-1, rolePeople) || r.t.tok[np.hi-1].low == "officials" && len(r.namedIn(np.lo, np.hi)) > 1
	return people && !r.any(np.lo, np.hi, "former", "ex", "past")
}

// deniedBefore tells whether somebody says that what begins at i is not so: "Kremlin
// denies call took place", "he denied that they would meet".
func (r *eventReader) deniedBefore(s stretch, i int) bool {
	for k := i - 1; k > s.lo && k > i-18; k-- {
		if _, _, brk := r.breaks.match(r.t.tok, k); brk {
			return false
		}
		switch r.t.tok[k].low {
		case ",", ";", ":", "but", "and":
			if !r.joinsNames(k) {
				return false
			}
		case "denies", "denied", "deny", "denying":
			return r.t.field == model.InTitle || r.any(k+1, min(k+6, i), "that", "having") || k+1 == i
		case "refutes", "disputes", "rubbishes":
			return r.t.field == model.InTitle
		case "claims", "claim", "reports", "report", "talk", "suggestion", "suggestions", "rumours":
			if r.t.field == model.InTitle && r.any(max(s.lo, k-6), k, "dismisses", "dismissed", "rejects", "rejected", "pushes", "pushed", "refutes", "disputes", "quashes", "knocks") {
				return true
			}
		}
	}
	return false
}

// fallsThrough tells whether the verb that follows an event's name says that it
// brought nothing about: "talks collapse".
func (r *eventReader) fallsThrough(i, hi int) bool {
	for k := i; k < hi && k < i+8; k++ {
		if w, _, ok := r.ev.terms.match(r.t.tok, k); ok && r.t.tok[k].id != 0 && w.is(roleFall) {
			return r.t.field == model.InTitle
		}
	}
	return false
}

// fruitless keeps talks that failed as the agreement that was not reached.
func (r *eventReader) fruitless(s stretch, ev model.Event, head stretch, parties []string, clause int) bool {
	ev.Kind, ev.Status, ev.Rule = "agreement", model.NoneReached, "event-fruitless"
	if aside := head.lo > s.lo+1 && r.any(head.lo-1, head.lo, "after", "once", "when"); aside {
		s.lo = head.lo // "A takes effect at midnight after talks fail": the hour is of A
	} else if len(parties) < 2 {
		parties = merge(parties, r.actorsIn(s.lo, head.lo)...)
	}
	ev.Participants = parties
	at, n := head.hi-1, 1
	if w, long, ok := r.ev.terms.match(r.t.tok, head.lo); ok && w.is(roleNoun) {
		at, n = head.lo, long // "peace talks"
	}
	if len(parties) == 0 && !r.ofStates(s, head, at, n, false) {
		return false
	}
	return r.add(ev, head, stretch{s.lo, clause})
}

// beforeQuoted goes left from i over one or two words in quotation marks: "hails
// 'useful' meeting".
func (r *eventReader) beforeQuoted(s stretch, i int) int {
	if i < s.lo || r.t.tok[i].kind != quoteToken {
		return i
	}
	if r.t.tok[i].is(flagOpens) && i > s.lo {
		return i - 1 // "having 'good discussions'"
	}
	for k := i - 1; k > s.lo && k > i-4; k-- {
		if r.t.tok[k].kind == quoteToken {
			return k - 1
		}
	}
	return i
}

// leads reads an arrival at what is to be held there: "arrives at summit venue".
func (r *eventReader) leads(i, hi int) bool {
	if r.t.field == model.InText {
		return r.venueAt(i, hi)
	}
	return r.any(i, min(i+6, hi), "summit", "talks", "venue", "meeting", "airport", "palace", "ceremony")
}

// gathers tells whether those who gather are leaders, not a crowd.
func (r *eventReader) gathers(lemma string, np stretch, who []string) bool {
	switch lemma {
	case "gather", "convene", "assemble", "converge", "huddle":
	default:
		return true
	}
	for _, id := range who {
		if _, ok := r.who.dir.Find(id); !ok {
			return r.delegates(np)
		}
	}
	if r.any(np.lo, np.hi, "protesters", "crowds", "crowd", "demonstrators", "supporters", "mourners", "fans", "families", "troops", "residents") {
		return false
	}
	return r.delegates(np) || len(who) > 1 || r.group(who) || r.assembly(np)
}

// purpose is the kind of event that somebody is received for: "hosts delegation
// for talks"; empty for none.
func (r *eventReader) purpose(i, hi int) string {
	for k := i; k+1 < hi; k++ {
		if _, _, brk := r.breaks.match(r.t.tok, k); brk {
			return ""
		}
		if r.t.tok[k].low != "for" {
			continue
		}
		for j := k + 1; j < hi && j < k+6; j++ {
			if w, _, ok := r.ev.terms.match(r.t.tok, j); ok && r.t.tok[j].id != 0 && w.is(roleNoun) {
				if kind := w.kinds[roleNoun]; kind == "talks" || kind == "meeting" || kind == "ceremony" {
					return kind
				}
			}
		}
	}
	return ""
}

// followsOn tells whether what comes at i tells where an event before it stands.
func (r *eventReader) followsOn(i int) bool {
	w, _, ok := r.ev.terms.match(r.t.tok, i)
	return ok && r.t.tok[i].id != 0 && w.is(roleBegin|roleEnd|roleDue|roleDrop)
}

// tellsEnd tells whether a word that tells where an event stands follows its parties,
// which begin at i.
func (r *eventReader) tellsEnd(i, hi int) bool {
	end := r.objectEnd(i, hi)
	return end < hi && r.followsOn(end)
}

// phraseEnds tells whether a governing phrase of two words ends before i: "cut short".
func (r *eventReader) phraseEnds(i int) bool {
	if i < 2 {
		return false
	}
	w, n, ok := r.ev.terms.match(r.t.tok, i-2)
	return ok && n == 2 && w.is(roleHold|rolePlan|roleDrop|roleDeny|roleRecall) && !w.is(roleNoun|roleDeal)
}

// partiesIn lists whom tokens lo to hi name, with the state that people meet for:
// "the Estonian counterpart".
func (r *eventReader) partiesIn(lo, hi int) []string {
	ids := r.actorsIn(lo, hi)
	if them := r.namedIn(lo, hi); len(them) > 1 && len(r.personsOf(them)) == 0 && r.unnamedPair(lo, hi) {
		return them // "the Ruritanian and Norwegian leaders"
	}
	if len(ids) == 0 && r.unnamed(stretch{lo, hi}) {
		return r.namedIn(lo, hi)
	}
	if len(ids) == 0 {
		return r.strangers(lo, hi)
	}
	if len(ids) == 1 && !r.person(ids[0]) {
		if them := r.strangers(lo, hi); len(them) == 1 && !r.any(lo, hi, "and", ",") && !r.who.known(r.t, hi-1) {
			return them // "retired U.S. Admiral Quell"
		}
	}
	return ids
}

// strangers lists persons that a headline names between lo and hi though no list
// knows them: "meets Ada Quell", "discusses fish with Quell".
func (r *eventReader) strangers(lo, hi int) []string {
	if r.t.field == model.InText {
		return r.withPost(lo, hi)
	}
	if r.cased || lo >= hi {
		return nil
	}
	if w := r.t.tok[lo].low; (w == "with" || w == "to") && lo+1 < hi {
		lo++
	}
	var out []string
	for _, p := range r.parties(stretch{lo, hi}) {
		single := p.hi == p.lo+1 && r.unheard(stretch{p.lo, p.hi}) && lo > 0 && r.t.tok[lo-1].low == "with" || r.titled(stretch{p.lo, p.hi})
		if p.actor < 0 && !single && (p.capacity != "person" || !r.t.tok[p.lo].is(flagCapital)) {
			return nil
		}
		out = merge(out, p.id)
	}
	return out
}

// knownPlace tells whether "in" and a place of the list come right at i.
func (r *eventReader) knownPlace(i, hi int) bool {
	if i+1 >= hi || r.t.tok[i].low != "in" {
		return false
	}
	_, n, ok := r.ev.times.places.match(r.t.tok, i+1)
	return ok && i+1+n <= hi
}

// townBehind tells whether "in" and a place of the list stand somewhere behind an
// event's name.
func (r *eventReader) townBehind(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.knownPlace(i, hi) {
			return true
		}
	}
	return false
}

package extract

import (
	"slices"

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
	if kind != "letter" && r.drops(s, i, n) {
		return true
	}
	lo := r.nameStart(s, i)
	with, to := r.companions(i+n, s.hi)
	own := r.ownersIn(lo, i)
	if len(own) == 0 && len(with) > 0 && to < s.hi && r.t.tok[to].low == "," && r.attributedAt(to+1, s.hi) {
		if m, _ := r.who.nameAt(r.t, to+1); r.person(r.who.actors[m.actor].ID) {
			with = merge(with, r.who.actors[m.actor].ID) // "summit with X and Y possible, Z says"
		}
	}
	if len(own) == 0 && len(with) == 1 && r.t.field == model.InTitle {
		own = r.stateOf(lo, i) // "Iran nuclear talks with Y"
	}
	if len(own)+len(with) == 0 && r.t.field == model.InTitle {
		own = r.blocOf(lo, i)
	}
	clause := r.clauseEnd(to, s.hi)
	ev := model.Event{Kind: kind, Place: r.place(i+n, clause), Rule: "event-named-" + kind}
	if ev.Place == "" {
		ev.Place = r.placeIn(lo, i)
	}
	governor, gov := r.governor(s, lo)
	if governor < 0 && lo > s.lo+1 && r.t.tok[lo-1].low == "for" && r.reachedAfter(lo-2, lo) {
		ev.Status, ev.Participants = model.Planned, merge(own, with...)
		return len(ev.Participants) > 1 && r.add(ev, stretch{lo, to}, stretch{s.lo, clause})
	}
	if who, at := r.invited(s, lo); governor < 0 && len(who) > 1 && (kind == "talks" || kind == "meeting" || kind == "visit") {
		ev.Status, ev.Participants = model.Planned, merge(who, with...)
		return r.add(ev, stretch{at, to}, stretch{s.lo, clause})
	}
	switch {
	case kind == "letter":
		return r.letter(s, i, n)
	case governor >= 0 && gov.is(roleDrop) && r.onlySought(s, governor):
		return false
	case governor >= 0 && gov.is(roleDrop):
		ev.Kind, ev.Status = "cancellation", model.EventDenied
	case governor >= 0 && gov.lemma == "have" && len(own) > 1 && to < s.hi && r.isRole(to, roleBegin):
		ev.Status = model.Planned // "the programme has the X-Y meeting start at noon"
	case governor >= 0 && gov.is(roleHold|rolePlan) && (r.any(max(s.lo, governor-3), governor, "short") || gov.lemma == "announce" && r.any(s.lo, governor, "after")):
		return false // "stops short of agreeing to a meeting", "a day after X announces a meeting"
	case governor >= 0 && gov.is(roleDeny):
		if t := r.t; t.field == model.InText || r.any(governor, lo, "if") {
			return false
		}
		ev.Status = model.EventDenied
	case governor >= 0 && gov.is(roleRecall):
		if r.any(lo, i, "planned", "upcoming", "possible", "proposed", "looming") || r.t.field == model.InText {
			return false
		}
		ev.Status = model.Done
	case governor >= 0 && gov.is(roleHold|rolePlan):
		ev.Status = r.governedStatus(s, governor, gov)
		if gov.is(rolePlan) && r.t.field == model.InTitle && r.droppedAfter(to, clause, false) {
			ev.Kind, ev.Status = "cancellation", model.EventDenied // "plans for a summit shelved"
		}
		if r.any(max(s.lo, governor-2), i, "no") {
			ev.Status = model.EventDenied // "no plans for a meeting", "holds no talks"
			if r.dateOpen(max(s.lo, governor-2), i) {
				ev.Status = model.Planned
			}
		}
	case governor == inPlace:
		ev.Status = model.UnderWay
	case kind == "call" && lo-1 > s.lo && r.t.tok[lo-1].low == "in" && len(own)+len(with) > 0 && r.t.field == model.InTitle:
		return r.during(s, ev, stretch{lo, to}, merge(own, with...))
	case r.startsClause(s, lo):
		ev.Status = r.followedStatus(to, s.hi)
		if len(own)+len(with) == 1 && len(with) == 1 && lo > s.lo && r.cueAt(lo-1) {
			own = r.speakerBefore(s, lo-1) // "X says meeting with Y could be held"
		}
		if ev.Status == model.Done && (kind == "talks" || kind == "meeting") && r.fallsThrough(to, clause) {
			return r.fruitless(s, ev, stretch{lo, to}, merge(own, with...), clause)
		}
		if ev.Status == model.Planned && r.any(max(s.lo, lo-1), i, "no") {
			return len(own)+len(with) > 1 && r.add(model.Event{Kind: kind, Status: model.EventDenied, Participants: merge(own, with...), Rule: ev.Rule}, stretch{lo, to}, stretch{s.lo, clause})
		}
		if ev.Status == model.EventDenied && !r.neverDue(to, clause) {
			ev.Kind = "cancellation"
		}
		if ev.Status == model.UnderWay && r.any(to, clause, "still", "continue", "continues", "continued", "ongoing") {
			ev.When = model.When{Precision: "unknown"} // it is on at that time, and began at another
		}
		governor = -1
	default:
		return false
	}
	if ev.Status == "" {
		return false
	}
	ev.Participants = merge(own, with...)
	head := stretch{lo, to}
	if governor >= 0 {
		end, _ := r.auxBefore(r.clauseStart(s, governor), governor)
		who, np := r.doers(s, r.clauseStart(s, governor), end)
		if (gov.is(rolePlan) || gov.lemma == "have" && ev.Status == model.Planned) && len(own)+len(with) >= 2 {
			who = nil // "X urges talks between Y and Z": X need not be there
		}
		if gov.lemma == "host" && len(own)+len(with) >= 2 && len(who) == 1 && !r.person(who[0]) {
			who = nil // "Oman to host X-Y talks": it is their place
		}
		if gov.lemma == "host" && np.lo < np.hi && r.t.tok[np.hi-1].low == "it" {
			who = nil // where it is held is its place
		}
		ev.Participants = merge(who, ev.Participants...)
		if np.lo < np.hi && np.hi <= lo {
			head.lo = np.lo
		}
	}
	if governor == inPlace {
		ev.Participants = merge(r.inPlaceOf(s, lo), ev.Participants...)
		if ev.Place == "" {
			ev.Place = r.place(s.lo, lo)
		}
	}
	if len(ev.Participants) < 2 && r.t.field == model.InText && r.definite(lo) {
		ev.Participants = r.inherited(ev.Participants)
	}
	if len(ev.Participants) == 0 && kind == "visit" && ev.Place == "" {
		return false // "trip" may be anything
	}
	begun := governor >= 0 && gov.is(rolePlan) && !gov.is(roleHold) && kind == "talks" && ev.Status == model.Planned && r.t.field == model.InTitle && len(ev.Participants) == 1 && !r.person(ev.Participants[0])
	begun = begun || governor >= 0 && gov.is(roleHold) && kind == "talks" && r.t.field == model.InTitle && len(ev.Participants) == 1 && !r.person(ev.Participants[0]) && to < s.hi && (r.t.tok[to].low == "to" || r.t.tok[to].low == "on" || r.t.tok[to].low == "over" || r.t.tok[to].low == "about")
	if len(ev.Participants) < 2 && kind != "press" && kind != "visit" && !begun && governor != inPlace && !r.bloc(ev.Participants) && !r.ofStates(s, stretch{lo, to}, i, n, governor >= 0) {
		return false
	}
	return r.add(ev, head, stretch{s.lo, clause})
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
	return r.any(lo, min(lo+3, hi), "not", "n't", "never") && !r.anyRole(lo, hi, roleDrop)
}

func (r *eventReader) anyRole(lo, hi int, role tellRole) bool {
	for k := lo; k < hi; k++ {
		if r.isRole(k, role) {
			return true
		}
	}
	return false
}

// invited reads "X invites Y for" right before an event's name: it returns both, and
// where that begins.
func (r *eventReader) invited(s stretch, lo int) ([]string, int) {
	t := r.t
	if t.field != model.InTitle || lo-1 <= s.lo || t.tok[lo-1].low != "for" && t.tok[lo-1].low != "to" {
		return nil, 0
	}
	for k := lo - 2; k > s.lo && k > lo-8; k-- {
		if !r.any(k, k+1, "invite", "invites", "invited", "summon", "summons", "summoned") {
			continue
		}
		end, aux := r.auxBefore(r.clauseStart(s, k), k)
		who, np := r.doers(s, r.clauseStart(s, k), end)
		if len(who) == 0 || aux == "is" {
			return nil, 0
		}
		return merge(who, r.partiesIn(k+1, lo-1)...), np.lo
	}
	return nil, 0
}

// blocOf is the bloc whose event a name tells of: "NATO summit".
func (r *eventReader) blocOf(lo, i int) []string {
	for _, m := range r.who.mentions(r.t, lo, i) {
		if k := r.who.actors[m.actor].Kind; k == model.Bloc && m.how == byName {
			return []string{r.who.actors[m.actor].ID}
		}
	}
	return nil
}

// stateOf is the state that an event's name begins with.
func (r *eventReader) stateOf(lo, i int) []string {
	if m, ok := r.who.nameAt(r.t, lo); ok && m.hi < i && m.how == byName && !m.seat && r.who.actors[m.actor].Kind == model.State {
		return []string{r.who.actors[m.actor].ID}
	}
	return nil
}

// during reads "X sets terms in call with Y": what X does tells where the call stands.
func (r *eventReader) during(s stretch, ev model.Event, head stretch, with []string) bool {
	first, _ := r.subject(s)
	who := r.subjectActors(first)
	if len(who) == 0 || first.hi > head.lo || !r.person(who[0]) && ev.Kind != "call" {
		return false
	}
	ev.Status = model.Done
	if r.any(first.lo, head.lo, "to", "will", "could", "may", "would") {
		ev.Status = model.Planned
	}
	ev.Participants = merge(who, with...)
	return len(ev.Participants) > 1 && r.add(ev, head, stretch{s.lo, r.clauseEnd(head.hi, s.hi)})
}

// speakerBefore is the person who says what begins behind the cue at i.
func (r *eventReader) speakerBefore(s stretch, i int) []string {
	ids := r.actorsIn(s.lo, i)
	for _, id := range ids {
		if r.person(id) {
			return []string{id}
		}
	}
	if r.t.field == model.InTitle && len(ids) == 1 {
		return ids
	}
	return nil
}

// definite tells whether an event's name goes back to one told before: "the talks",
// "a second meeting".
func (r *eventReader) definite(lo int) bool {
	for k := max(0, lo-1); k <= lo+1 && k < len(r.t.tok); k++ {
		switch r.t.tok[k].low {
		case "the", "a", "their", "second", "another", "talks", "negotiations", "both":
			return true
		}
	}
	return false
}

// inherited takes over who took part in the last event told that had two parties,
// one that took place before one that is planned.
func (r *eventReader) inherited(own []string) []string {
	var planned []string
	for i := len(r.found) - 1; i >= 0 && i >= len(r.found)-6; i-- {
		ev := r.found[i]
		switch {
		case len(ev.Participants) < 2:
		case ev.Status == model.Done || ev.Status == model.UnderWay:
			return merge(own, ev.Participants...)
		case planned == nil:
			planned = ev.Participants
		}
	}
	return merge(own, planned...)
}

func (r *eventReader) bloc(ids []string) bool {
	for _, id := range ids {
		if a, ok := r.who.dir.Find(id); ok && a.Kind == model.Bloc {
			return true
		}
	}
	return false
}

// nameStart returns where the name of an event begins: its owners ("Trump-Putin",
// "Trump's") and adjectives before it.
func (r *eventReader) nameStart(s stretch, i int) int {
	t := r.t
	for i > s.lo {
		k := &t.tok[i-1]
		c := r.word(t, i-1)
		known := r.who.known(t, i-1)
		if k.is(flagQuoted) && k.kind != wordToken {
			break
		}
		switch {
		case r.phraseEnds(i):
			return i
		case k.low == "of" && i-2 >= s.lo && (t.tok[i-2].low == "round" || t.tok[i-2].low == "rounds" || t.tok[i-2].low == "day" || t.tok[i-2].low == "days" || t.tok[i-2].low == "hours" || t.tok[i-2].low == "weeks" || t.tok[i-2].low == "series"):
		case known, genitive(k), c&hPlanned != 0, k.kind == dashToken && r.joins(i-1):
		case k.low == ",", k.low == "and", k.low == "&":
			if i-2 < s.lo || !r.who.known(t, i-2) || !r.who.known(t, i) {
				return i
			}
		case k.kind != wordToken && k.kind != numberToken, c&(hPrep|hBreak|hAux) != 0, r.isRole(i-1, roleHold|rolePlan|roleDrop), c&hVerb != 0, r.lex.of(k)&(classPreposition|classConjunction|classAuxiliary|classModal) != 0:
			return i
		case r.cueAt(i - 1):
			return i
		}
		i--
	}
	return i
}

// ownersIn lists who takes part by the words before an event's name: two joined,
// or one in the genitive or before it; a state alone is its subject, not a party.
func (r *eventReader) ownersIn(lo, i int) []string {
	t := r.t
	var out []string
	ms := r.who.mentions(t, lo, i)
	for k, m := range ms {
		a := r.who.actors[m.actor]
		if m.seat && (a.Kind == model.Organisation || len(ms) < 2) || r.who.isPlace(t, m) && len(ms) < 2 {
			continue
		}
		joined := k > 0 && m.lo-ms[k-1].hi <= 1 || k+1 < len(ms) && ms[k+1].lo-m.hi <= 1
		owner := m.hi < i && genitive(&t.tok[m.hi])
		if a.Kind != model.Person && !joined && !owner {
			continue
		}
		if !slices.Contains(out, a.ID) {
			out = append(out, a.ID)
		}
	}
	return out
}

func (r *eventReader) placeIn(lo, i int) string {
	for _, m := range r.who.mentions(r.t, lo, i) {
		if m.seat {
			return r.t.raw(m.lo, m.hi)
		}
	}
	for k := lo; k < i; k++ {
		if _, n, ok := r.ev.times.places.match(r.t.tok, k); ok && r.t.tok[k].is(flagCapital) && k+n <= i && !r.who.known(r.t, k) {
			return r.t.raw(k, k+n)
		}
	}
	return ""
}

// overTime goes right from i over the time of an event: "last Friday", "on 15 August".
func (r *eventReader) overTime(i, hi int) int {
	if r.t.tok[i].low == "on" {
		i++
	}
	if r.written.IsZero() || i >= hi {
		return i
	}
	_, _, n := date(r.t, i, hi, midnight(r.written), 0)
	return i + n
}

// companions reads "with X", "between X and Y" after an event's name.
func (r *eventReader) companions(i, hi int) ([]string, int) {
	if i >= hi {
		return nil, i
	}
	if i+1 < hi && r.isRole(i, roleDue|roleDrop) && (r.t.tok[i+1].low == "with" || r.t.tok[i+1].low == "between") {
		ids, _ := r.companions(i+1, hi)
		return ids, i // "no meeting planned between X and Y"
	}
	if k := r.overTime(i, hi); k > i && k < hi && (r.t.tok[k].low == "with" || r.t.tok[k].low == "between") {
		return r.companions(k, hi)
	}
	switch low := r.t.tok[i].low; low {
	case "of": // "the talks of X and Y"
		end := r.objectEnd(i+1, hi)
		if ids := r.actorsIn(i+1, end); len(ids) > 1 || r.bloc(ids) {
			return ids, end
		}
	case "with", "between", "among":
		end := r.objectEnd(i+1, hi)
		ids := r.partiesIn(i+1, end)
		if len(ids) == 0 && r.has("no", i+1, end) {
			return nil, i // "ends talks with no deal"
		}
		return ids, end
	case "in", "on", "at", "over", "about":
		if end := r.objectEnd(i+1, hi); end < hi && (r.t.tok[end].low == "with" || r.t.tok[end].low == "between") {
			to := r.objectEnd(end+1, hi)
			return r.actorsIn(end+1, to), to
		}
		for k := i + 1; k < hi && k < i+5; k++ {
			if r.isRole(k, roleBegin|roleEnd|roleDue|roleDrop) || r.word(r.t, k)&hVerb != 0 {
				break
			}
			if w := r.t.tok[k].low; w == "with" || w == "between" {
				to := r.objectEnd(k+1, hi)
				return r.actorsIn(k+1, to), to
			}
		}
	}
	return nil, i
}

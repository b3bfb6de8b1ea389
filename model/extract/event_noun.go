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
	lo := r.nameStart(s, i)
	with, to := r.companions(i+n, s.hi)
	own := r.ownersIn(lo, i)
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
	switch {
	case kind == "letter":
		return r.letter(s, i, n)
	case governor >= 0 && gov.is(roleDrop):
		ev.Kind, ev.Status = "cancellation", model.EventDenied
	case governor >= 0 && gov.is(roleHold|rolePlan):
		ev.Status = r.governedStatus(s, governor, gov)
	case governor == inPlace:
		ev.Status = model.UnderWay
	case r.startsClause(s, lo):
		ev.Status = r.followedStatus(to, s.hi)
		if ev.Status == model.EventDenied {
			ev.Kind = "cancellation"
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
		if gov.is(rolePlan) && len(own)+len(with) >= 2 {
			who = nil // "X urges talks between Y and Z": X need not be there
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
	if len(ev.Participants) < 2 && kind != "press" && kind != "visit" && governor != inPlace && !r.bloc(ev.Participants) {
		return false
	}
	return r.add(ev, head, stretch{s.lo, clause})
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

// inPlace is the governor of "X in Berlin for talks".
const inPlace = -2

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
		case k.low == "of" && i-2 >= s.lo && (t.tok[i-2].low == "round" || t.tok[i-2].low == "rounds" || t.tok[i-2].low == "day" || t.tok[i-2].low == "series"):
		case known, genitive(k), planned[k.low], k.kind == dashToken && r.joins(i-1):
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

// planned are adjectives of an event that has not come yet.
var planned = map[string]bool{"planned": true, "scheduled": true, "proposed": true, "expected": true, "possible": true, "potential": true, "upcoming": true, "looming": true}

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

// companions reads "with X", "between X and Y" after an event's name.
func (r *eventReader) companions(i, hi int) ([]string, int) {
	if i >= hi {
		return nil, i
	}
	switch r.t.tok[i].low {
	case "with", "between", "among":
		end := r.objectEnd(i+1, hi)
		return r.actorsIn(i+1, end), end
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

// governor finds the verb whose object an event is, or "X in Berlin for".
func (r *eventReader) governor(s stretch, lo int) (int, eventWord) {
	t := r.t
	i := lo - 1
	for i >= s.lo && (r.word(t, i)&hDeterminer != 0 || r.lex.of(&t.tok[i])&(classDeterminer|classPossessive) != 0) {
		i--
	}
	for back := 0; back < 4 && i-back >= s.lo; back++ {
		if w, n, ok := r.ev.terms.match(t.tok, i-back); ok && n == back+1 && w.is(roleHold|rolePlan|roleDrop) {
			return i - back, w
		}
	}
	if i >= s.lo && t.tok[i].low == "for" && r.placedBefore(s, i) {
		return inPlace, eventWord{}
	}
	return -1, eventWord{}
}

// placedBefore tells whether "X in Berlin" stands right before "for talks".
func (r *eventReader) placedBefore(s stretch, i int) bool {
	lo := r.clauseStart(s, i)
	for k := lo + 1; k < i; k++ {
		if r.t.tok[k].low == "in" && !r.hasVerb(stretch{lo, k}) && r.placeAt(k+1, i) != "" && len(r.actorsIn(lo, k)) > 0 {
			return true
		}
	}
	return false
}

// inPlaceOf lists who is there, and notes his visit.
func (r *eventReader) inPlaceOf(s stretch, before int) []string {
	lo := r.clauseStart(s, before-1)
	for k := lo + 1; k < before; k++ {
		if r.t.tok[k].low == "in" {
			return r.actorsIn(lo, k)
		}
	}
	return nil
}

// governedStatus tells where an event stands by the verb that it is the object of.
func (r *eventReader) governedStatus(s stretch, g int, gov eventWord) string {
	lo := r.clauseStart(s, g)
	end, aux := r.auxBefore(lo, g)
	status := r.verbStatus(lo, end, g, gov, aux)
	switch {
	case status == model.EventDenied:
		return status
	case gov.is(rolePlan) && !gov.is(roleHold):
		return model.Planned
	case status == model.UnderWay && (gov.lemma == "end" || gov.lemma == "conclude" || gov.lemma == "finish" || gov.lemma == "wrap up" || gov.lemma == "leave"):
		return model.Done
	case status == "" && gov.form&inIng != 0:
		return ""
	}
	return status
}

// startsClause tells whether an event's name is the subject of its clause.
func (r *eventReader) startsClause(s stretch, lo int) bool {
	k := lo
	for k > s.lo && (r.word(r.t, k-1)&hDeterminer != 0 || r.lex.of(&r.t.tok[k-1])&classDeterminer != 0 || r.t.tok[k-1].kind == quoteToken) {
		k--
	}
	if k == s.lo {
		return true
	}
	p := r.t.tok[k-1].low
	if p == "after" || p == "as" || p == "while" || p == "but" || p == "that" {
		return true
	}
	return r.cueAt(k - 1)
}

// followedStatus tells where an event stands by what follows its name.
func (r *eventReader) followedStatus(i, hi int) string {
	t := r.t
	neg, future := false, false
	for k := i; k < hi && k < i+12; k++ {
		low := t.tok[k].low
		switch {
		case t.tok[k].kind == quoteToken && k > i && r.any(i, k, "was", "were"):
			return model.Done
		case low == "not" || low == "n't" || low == "won't":
			neg = true
		case low == "to" || low == "will" || low == "could" || low == "may" || low == "might" || low == "would" || low == "should":
			future = true
		}
		if _, _, brk := r.breaks.match(t.tok, k); brk || low == "who" || low == "but" {
			return ""
		}
		w, n, ok := r.ev.terms.match(t.tok, k)
		if !ok || t.tok[k].id == 0 {
			continue
		}
		switch {
		case w.is(roleDrop) && (w.form&inPast != 0 || future):
			return model.EventDenied
		case neg && w.is(roleBegin|roleDue):
			return model.EventDenied
		case w.is(roleDue) && low != "possible" || future && w.is(roleBegin|roleEnd|roleHold):
			return model.Planned
		case w.is(roleBegin) && low != "open":
			if w.form&inPast != 0 && w.form&inThird == 0 || low == "unfolds" || low == "unfolded" {
				return model.Done
			}
			return model.UnderWay
		case w.is(roleEnd):
			return model.Done
		}
		k += n - 1
	}
	return ""
}

// deadline reads "deadline looms", "sets deadline", "deadline passes".
func (r *eventReader) deadline(s stretch, i, n int) bool {
	t := r.t
	ev := model.Event{Kind: "deadline", Rule: "event-deadline"}
	for k := i + n; k < s.hi && k < i+n+6; k++ {
		switch t.tok[k].low {
		case "looms", "loom", "nears", "near", "approaches", "approaching", "looming", "set", "draws":
			ev.Status = model.Planned
		case "passes", "passed", "expires", "expired", "lapses", "lapsed":
			ev.Status = model.Done
		}
	}
	if g, w := r.governor(s, r.nameStart(s, i)); g >= 0 && (w.lemma == "set" || w.lemma == "give") {
		ev.Status = model.Planned
		end, _ := r.auxBefore(r.clauseStart(s, g), g)
		ev.Participants, _ = r.doers(s, r.clauseStart(s, g), end)
	}
	if ev.Status == "" {
		return false
	}
	return r.add(ev, stretch{r.nameStart(s, i), min(i+n+1, s.hi)}, s)
}

// letter reads "letter to Y" with who sends it.
func (r *eventReader) letter(s stretch, i, n int) bool {
	if i+n >= s.hi || r.t.tok[i+n].low != "to" {
		return false
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

// deal reads agreements, and that none was reached.
func (r *eventReader) deal(s stretch, i, n int, w eventWord) bool {
	t := r.t
	ev := model.Event{Kind: "agreement", Rule: "event-agreement", Place: r.place(i+n, r.clauseEnd(i+n, s.hi))}
	lo := i
	for lo > s.lo && i-lo < 7 && (t.tok[lo-1].wordy() || t.tok[lo-1].kind == dashToken && r.joins(lo-1) || t.tok[lo-1].low == "£" || t.tok[lo-1].low == "$" || t.tok[lo-1].low == "€" || t.tok[lo-1].kind == quoteToken && t.tok[i].is(flagQuoted)) && r.word(t, lo-1)&(hPrep|hBreak|hAux|hNegator) == 0 && !r.isRole(lo-1, roleReach|rolePlan|roleHold) && r.word(t, lo-1)&hVerb == 0 {
		lo--
	}
	k := lo - 1
	prev := ""
	if k >= s.lo {
		prev = t.tok[k].low
	}
	switch {
	case i+n < s.hi && (t.tok[i+n].low == "deadline" || t.tok[i+n].low == "offer" || t.tok[i+n].low == "proposal" || t.tok[i+n].low == "talks" || t.tok[i+n].low == "plan" || t.tok[i+n].low == "hopes" || t.tok[i+n].low == "push" || t.tok[i+n].low == "demand" || t.tok[i+n].low == "demands" || t.tok[i+n].low == "calls"):
		return false
	case r.any(s.lo, i, "if", "unless", "until") || t.tok[i].is(flagQuoted) && (k < s.lo || t.tok[k].is(flagQuoted) || !r.isRole(k, roleReach) && prev != "to"):
		return false
	case (prev == "no" || prev == "without") && (k == s.lo || !r.inSpeech(s, k)):
		ev.Status = model.NoneReached
	case r.failsBefore(s, lo):
		ev.Status = model.NoneReached
	case prev != "" && r.isRole(k, rolePlan) && !r.isRole(k, roleReach) && (prev == "plan" || prev == "plans" || prev == "propose" || prev == "proposes" || prev == "seek" || prev == "seeks"):
		ev.Status = model.Planned
	case prev != "" && r.isRole(k, roleReach):
		g, _, _ := r.ev.terms.match(t.tok, k)
		end, aux := r.auxBefore(r.clauseStart(s, k), k)
		ev.Status = r.verbStatus(r.clauseStart(s, k), end, k, g, aux)
		if ev.Status == model.UnderWay {
			ev.Status = model.Done
		}
		if ev.Status == model.EventDenied {
			if r.any(end, k, "may", "might", "want", "could", "will", "won't") {
				return false
			}
			ev.Status = model.NoneReached
		}
		if ev.Status == model.Planned && !r.any(end, k, "will", "set", "expected") && (t.tok[end].low != "to" || t.field == model.InText) {
			return false
		}
	case i+n < s.hi && r.reachedAfter(i+n, s.hi) && r.startsClause(s, lo):
		ev.Status = model.Done
		if i+n < s.hi && r.meetingAhead(i+n, s.hi) { // "agreement reached for a meeting"
			return false
		}
	default:
		return false
	}
	if ev.Status == "" {
		return false
	}
	ev.Participants = r.actorsIn(s.lo, max(s.lo, k+1))
	if len(ev.Participants) == 0 {
		ev.Participants = r.actorsIn(i+n, s.hi)
	}
	if len(ev.Participants) == 0 && t.field == model.InText {
		ev.Participants = r.inherited(nil)
	}
	if len(ev.Participants) == 0 && ev.Status != model.NoneReached {
		return false
	}
	if len(ev.Participants) == 0 && (t.field == model.InText || len(r.actorsIn(0, len(t.tok))) == 0) {
		return false
	}
	from := max(s.lo, k)
	return r.add(ev, stretch{from, i + n}, s)
}

// inSpeech tells whether a reporting verb stands before k in the segment: then
// "no deal" may be what somebody wants.
func (r *eventReader) inSpeech(s stretch, k int) bool {
	for i := s.lo + 1; i < k; i++ {
		if r.cueAt(i) && r.t.tok[k].low == "no" {
			return true
		}
	}
	return false
}

// failsBefore tells "fails to secure", "stops short of" before an agreement.
func (r *eventReader) failsBefore(s stretch, lo int) bool {
	from := max(s.lo, lo-5)
	if r.any(max(s.lo, from-2), lo, "might", "may", "could", "will") {
		return false
	}
	return r.any(from, lo, "fail", "fails", "failed", "fails to", "short", "unable") && r.any(from, lo, "to", "of")
}

// reachedAfter tells "deal reached", "agreement signed".
func (r *eventReader) reachedAfter(i, hi int) bool {
	for k := i; k < hi && k < i+4; k++ {
		switch r.t.tok[k].low {
		case "reached", "signed", "struck", "agreed", "sealed", "clinched":
			return true
		}
	}
	return false
}

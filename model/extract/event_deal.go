package extract

import (
	"strings"

	"parley/model"
)

// deal reads agreements, and that none was reached.
func (r *eventReader) deal(s stretch, i, n int) bool {
	t := r.t
	ev := model.Event{Kind: "agreement", Rule: "event-agreement", Place: r.place(i+n, r.clauseEnd(i+n, s.hi))}
	lo := i
	for lo > s.lo && i-lo < 7 && r.namesDeal(s, lo-1, t.tok[i].is(flagQuoted)) {
		lo--
	}
	for from := lo; t.field == model.InTitle && from < i; from++ {
		if from > s.lo && r.who.known(t, from-1) && (r.lex.of(&t.tok[from])&classSaid != 0 || r.any(from, from+1, "says", "insists", "claims", "believes")) {
			lo = from + 1 // "X says deal"
		}
	}
	k := lo - 1
	if t.field == model.InTitle {
		k = r.beforeQuoted(s, k) // "sign 'landmark' pact"
	}
	if k-2 > s.lo && (t.tok[k].low == "of" || t.tok[k].low == "for" && r.any(k-1, k, "framework", "outline", "terms", "text", "roadmap")) && r.any(k-1, k, "phase", "stage", "part", "terms", "text", "outline", "outlines", "framework", "draft", "parts", "roadmap") {
		for k -= 2; k > s.lo && (r.word(t, k)&hDeterminer != 0 || r.any(k, k+1, "first", "second", "third", "final", "initial", "next", "broad", "main")); k-- {
		}
		lo = k + 1 // "agree first phase of a deal"
	}
	prev := ""
	if k >= s.lo {
		prev = t.tok[k].low
	}
	if prev == "initial" && k > s.lo && !r.who.known(t, k-1) { // "an initial deal"
		lo, k = k, k-1
		prev = t.tok[k].low
	}
	reach, g := r.reachBefore(s, k)
	if reach < k && reach >= 0 && t.field == model.InText && !r.agreedBy(s, reach, g) {
		reach = -1
	}
	switch {
	case i+n < s.hi && (t.tok[i+n].low == "deadline" || t.tok[i+n].low == "offer" || t.tok[i+n].low == "proposal" || t.tok[i+n].low == "talks" || t.tok[i+n].low == "plan" || t.tok[i+n].low == "hopes" || t.tok[i+n].low == "push" || t.tok[i+n].low == "demand" || t.tok[i+n].low == "demands" || t.tok[i+n].low == "calls"):
		return false
	case t.field == model.InText && r.beside(lo, i, aroundPrivate):
		return false // "a licensing agreement"
	case r.conditional(s, i) || t.tok[i].is(flagQuoted) && (k < s.lo || t.tok[k].is(flagQuoted) || !r.isRole(k, roleReach) && prev != "to"):
		return false
	case prev == "no" && r.noLonger(k, i):
		return false // "no longer backs a truce"
	case prev == "no" && i+n < s.hi && r.any(i+n, i+n+1, "is", "would", "until", "without", "unless", "can", "will"):
		return false // "no deal is better than"
	case prev == "without" && r.isTerm(s, k, i+n):
		return false // "no talks without a truce", "without a deal, X will …"
	case prev == "without" && t.field == model.InText && !r.cameOut(s, k):
		return false // "prices would have fallen without a deal"
	case (prev == "no" || prev == "without") && (k == s.lo || !r.inSpeech(s, k)):
		ev.Status = model.NoneReached
	case r.failsBefore(s, lo) || t.field == model.InTitle && r.missedBy(s, k):
		ev.Status = model.NoneReached
	case r.wished(s, k):
		ev.Status = model.Planned
		if t.field == model.InTitle && !r.isRole(k, rolePlan) && len(r.actorsIn(s.lo, lo))+len(r.between(i+n, s.hi)) < 2 {
			return false // what one side seeks is no plan of both
		}
	case t.field == model.InTitle && k-1 > s.lo && prev == "for" && r.any(k-1, k, "push", "pushes", "pushing", "pushed") && r.who.known(t, k-2):
		ev.Status = model.Planned
	case r.nearAt(s.lo, k):
		if len(r.actorsIn(s.lo, lo)) < 2 && t.field == model.InText {
			return false
		}
		if r.farFrom(s.lo, k) || t.field == model.InText && r.any(s.lo, k, "was", "were") && r.namesMonth(i+n, s.hi) {
			return false // "were close to a deal in July"
		}
		ev.Status = model.Planned // "close to a deal"
		if near := r.between(i+n, s.hi); len(near) < 2 && len(near)+len(r.actorsIn(s.lo, lo)) < 2 {
			return r.add(ev, stretch{k, i + n}, s) // "we are close to a deal" names only who says so
		}
	case t.field == model.InTitle && k > s.lo && r.beside(k, k+1, aroundAnnouncing) && i+n < s.hi && r.reachedVerb(i+n, s.hi) == 0:
		g, _, _ := r.ev.terms.match(t.tok, k)
		end, aux := r.auxBefore(r.clauseStart(s, k), k)
		if ev.Status = r.verbStatus(r.clauseStart(s, k), end, k, g, aux); ev.Status == model.UnderWay {
			ev.Status = model.Done
		}
		if parties := r.between(i+n, s.hi); len(parties) > 1 {
			ev.Participants = parties
			return r.add(ev, stretch{k, i + n}, s)
		} else if with := r.any(i+n, i+n+1, "with"); !with || len(parties) == 0 {
			return false
		}
	case t.field == model.InTitle && k > s.lo && r.hails(k) && len(r.between(i+n, s.hi)) > 0:
		ev.Status, ev.Participants = model.Done, r.between(i+n, s.hi)
		if len(ev.Participants) > 1 {
			return r.add(ev, stretch{k, i + n}, s) // "X hails truce between Y and Z"
		}
	case prev != "" && r.isRole(k, roleReach) && t.field == model.InText && k-1 > s.lo && t.tok[k-1].low == "to" && r.beside(max(s.lo, k-7), k-1, aroundStriving):
		return false // "has been trying for months to secure a deal"
	case reach >= 0 && r.calledUpon(s, reach):
		return false // "urges Y to accept a truce"
	case reach >= 0:
		if ev.Status = r.reachedBy(s, reach, g); ev.Status == "" {
			return false
		}
		if t.field == model.InTitle && ev.Status == model.Done && g.form&(inThird|inIng) == 0 && r.onlyMeant(s, reach) {
			ev.Status = model.Planned // "X hopes Y and Z strike deal"
		}
		k = reach
	case t.field == model.InTitle && r.startsClause(s, lo) && r.nearBehind(i+n, s.hi):
		ev.Status = model.Planned // "deal with X close"
		if len(r.ownersIn(lo, i))+len(r.between(i+n, s.hi)) == 0 {
			return false
		}
	case (t.field == model.InTitle || r.truce(i, n)) && i+n < s.hi && r.startsClause(s, lo) && r.inForce(i+n, s.hi):
		ev.Status = model.Done // "truce takes effect"
		if r.forceAhead(i+n, s.hi) || t.field == model.InTitle && r.ahead(r.when(model.Planned, stretch{i + n, s.hi}, nil)) {
			ev.Status = model.Planned // "comes into force on Monday", told on a Friday
		}
		if len(r.ownersIn(lo, i))+len(r.between(i+n, s.hi)) < 2 && !(r.truce(i, n) && r.applies(i+n, s.hi)) {
			return false
		}
	case t.field == model.InTitle && r.startsClause(s, lo) && r.dealActs(lo, i, n, s.hi):
		ev.Status = model.Done // "X-Y truce boosts markets"
	case t.field == model.InTitle && i+n < s.hi && r.isEnd(i+n) && r.startsClause(s, lo) && len(r.ownersIn(lo, i)) > 1:
		ev.Status = model.Done // "X-Y truce paves way for Z"
	case i+n < s.hi && r.startsClause(s, lo) && r.reachedVerb(i+n, s.hi) > 0:
		if ev.Status = r.reachedBehind(s, lo, i+n); ev.Status == "" || !r.reachedThere(i+n, s.hi) && r.meetingAhead(i+n, r.clauseEnd(i+n, s.hi)) { // "agreement reached for a meeting"
			return false
		}
	default:
		return false
	}
	if ev.Status == "" {
		return false
	}
	ev.Participants = r.withoutTopics(r.behindCue(s, k), max(s.lo, k+1))
	if people := r.personsOf(ev.Participants); t.field == model.InText && len(people) > 1 {
		ev.Participants = people // the states are what it is about
	}
	if t.field == model.InTitle && len(ev.Participants) > 1 && r.hasCue(stretch{s.lo, k}) {
		if who := r.subjectActors(stretch{s.lo, k}); len(who) > 0 {
			ev.Participants = who // "X says Y has struck a pact with Z"
		}
	}
	if t.field == model.InTitle && k > s.lo && k == lo-1 && r.cueAt(k) {
		sides := merge(r.ownersIn(lo, i), r.between(i+n, s.hi)...)
		if len(sides) == 1 && len(ev.Participants) == 1 {
			ev.Participants = merge(r.forTheirState(ev.Participants), sides...) // who speaks of a deal with one other speaks of his own
		} else if len(sides) > 1 {
			ev.Participants = sides
		}
	}
	if t.field == model.InText && k > s.lo && reach < 0 && ev.Status == model.Done && len(ev.Participants) > 0 && r.hasCue(stretch{s.lo, k}) {
		first, _ := r.subject(s)
		if ev.Participants = r.subjectActors(first); len(ev.Participants) < 2 {
			ev.Participants = r.between(i+n, s.hi) // "X thanked Y and hailed the agreement reached"
		}
	}
	if who := (stretch{s.lo, k}); len(ev.Participants) < 2 && r.delegates(who) {
		ev.Participants = r.namedIn(who.lo, who.hi) // "Ruritanian, Norwegian generals"
	}
	subject, _ := r.auxBefore(s.lo, k)
	if np := (stretch{s.lo, subject}); t.field == model.InTitle && np.lo < np.hi && r.who.noun(&t.tok[np.hi-1])&nounOrgan != 0 && len(r.actorsIn(np.lo, np.hi)) == 0 {
		ev.Participants = merge(r.namedIn(np.lo, np.hi), ev.Participants...) // "the Ruritanian government"
	}
	if np := (stretch{s.lo, subject}); len(ev.Participants) == 1 && t.field == model.InTitle && np.lo < np.hi && r.any(np.lo, np.hi, "and", ",") {
		ev.Participants = r.withStrangers(np, ev.Participants)
	}
	if len(ev.Participants) == 1 && i+n+1 < s.hi && t.tok[i+n].low == "with" {
		ev.Participants = merge(ev.Participants, r.partiesIn(i+n+1, r.objectEnd(i+n+1, s.hi))...)
	}
	if sides := merge(r.namedIn(lo, i), r.between(i+n, s.hi)...); t.field == model.InTitle && len(sides) > 1 && r.any(max(s.lo, k), k+1, "brokers", "brokered", "mediates", "mediated", "brokering") {
		ev.Participants = sides // who brokers a truce is no side of it
	}
	if own := r.ownersIn(lo, i); len(own) > 1 && (len(ev.Participants) == 0 || reach >= 0 && (g.lemma == "ratify" || g.lemma == "approve" || g.lemma == "endorse")) {
		ev.Participants = own
	}
	if len(ev.Participants) == 0 && t.field == model.InTitle {
		ev.Participants = r.actorsIn(i+n, r.sourceFrom(i+n, s.hi))
	} else if len(ev.Participants) == 0 {
		ev.Participants = r.between(i+n, s.hi)
	}
	if by := r.signedBy(i+n, s.hi); len(by) > 1 {
		ev.Participants = by
	}
	if len(ev.Participants) == 0 && t.field == model.InTitle && ev.Status == model.Planned {
		ev.Participants = r.namedIn(lo, i) // "believes Tarn deal can be reached"
	}
	if len(ev.Participants) == 0 && (t.field == model.InTitle || r.ofSides(s, i+n, prev, ev.Status)) {
		first, _ := r.subject(s)
		if at := r.sidesIn(first); !at.empty() || ev.Status != model.NoneReached || t.field == model.InTitle {
			ev.Participants = r.sides(at)
		} else {
			ev.Participants = r.inherited(ev, i) // "the summit ended without a deal"
		}
	}
	if t.field == model.InText && len(ev.Participants) == 1 && ev.Status == model.NoneReached && !r.person(ev.Participants[0]) && !r.ofSides(s, i+n, prev, ev.Status) {
		return false
	}
	if t.field == model.InText && len(ev.Participants) == 1 && !r.bloc(ev.Participants) && (ev.Status == model.Planned || ev.Status == model.Done || i+n < s.hi && t.tok[i+n].low == "with") {
		return false // what one side seeks, or has of somebody unknown, is no agreement of two states
	}
	if len(ev.Participants) == 0 && t.field == model.InText && r.ofSides(s, i+n, prev, ev.Status) {
		return r.add(ev, stretch{max(s.lo, k), i + n}, s)
	}
	if len(ev.Participants) == 0 && ev.Status != model.NoneReached && !(t.field == model.InTitle && ev.Status == model.Done && (r.delegates(stretch{s.lo, subject}) || len(r.namedIn(0, len(t.tok))) > 0 || r.townBehind(i+n, s.hi))) {
		return false
	}
	if len(ev.Participants) == 0 && (t.field == model.InText || len(r.actorsIn(0, len(t.tok))) == 0 && !(ev.Status == model.Done && r.delegates(stretch{s.lo, subject})) && !r.townBehind(i+n, s.hi) && !r.meetingAhead(s.lo, lo)) {
		return false
	}
	from := max(s.lo, k)
	return r.add(ev, stretch{from, i + n}, s)
}

// namesDeal tells whether the token at k, before the noun of an agreement, may be part of its name:
// "a $3bn fish plan deal".
func (r *eventReader) namesDeal(s stretch, k int, quoted bool) bool {
	t, low := r.t, r.t.tok[k].low
	money := low == "£" || low == "$" || low == "€"
	if !t.tok[k].wordy() && !money && !(t.tok[k].kind == dashToken && r.joins(k)) && !(t.tok[k].kind == quoteToken && quoted) {
		return false
	}
	if r.word(t, k)&(hPrep|hBreak|hAux|hNegator|hVerb) != 0 {
		return false
	}
	reaches := r.isRole(k, roleReach|rolePlan|roleHold|roleRecall) || t.field == model.InTitle && r.beside(k, k+1, aroundWishing)
	return !reaches || r.planNoun(s.lo, k)
}

func (r *eventReader) personsOf(ids []string) []string {
	var out []string
	for _, id := range ids {
		if r.person(id) {
			out = append(out, id)
		}
	}
	return out
}

// between lists the parties behind an agreement's name: "with Y", "between Y and Z".
func (r *eventReader) between(lo, hi int) []string {
	for i := lo; i+1 < hi && i < lo+8; i++ {
		if w := r.t.tok[i].low; w == "with" || w == "between" {
			return r.partiesIn(i+1, r.objectEnd(i+1, hi))
		}
	}
	return nil
}

// withoutTopics lists whom tokens lo to hi name, but not what talks are about: "talks
// on X end".
func (r *eventReader) withoutTopics(lo, hi int) []string {
	for i := lo + 1; i+1 < hi; i++ {
		if r.t.tok[i].low != "on" && r.t.tok[i].low != "over" || !r.isRole(i-1, roleNoun) {
			continue
		}
		end := i + 1
		if m, ok := r.who.nameAt(r.t, i+1); ok {
			end = m.hi
		}
		return merge(r.actorsIn(lo, i), r.actorsIn(end, hi)...)
	}
	return r.actorsIn(lo, hi)
}

// asked tells whether somebody asks for what follows: "urge Ukraine to sign".
func (r *eventReader) asked(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		if v, _, ok := r.verbs.match(r.t.tok, i); ok && v.frame != frameNone {
			return true
		}
	}
	return false
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

// namedIn lists whom tokens lo to hi name, seats and adjectives included.
func (r *eventReader) namedIn(lo, hi int) []string {
	var out []string
	for _, m := range r.who.mentions(r.t, lo, hi) {
		out = merge(out, r.who.actors[m.actor].ID)
	}
	return out
}

// emptyHanded reads "X and Y walk away empty-handed": they reached no agreement.
func (r *eventReader) emptyHanded(s stretch, i, n int) bool {
	lo := r.clauseStart(s, i)
	end, aux := r.auxBefore(lo, i)
	who, np := r.doers(s, lo, end)
	if r.t.field != model.InTitle || aux != "" || len(who) == 0 || len(who) < 2 && !r.delegates(np) && !r.has("and", np.lo, np.hi) {
		return false
	}
	return r.add(model.Event{Kind: "agreement", Status: model.NoneReached, Participants: who, Place: r.placeFrom(i+n, s.hi), Rule: "event-fruitless"}, stretch{np.lo, i + n}, s)
}

// placeFrom reads "from Z" right at i.
func (r *eventReader) placeFrom(i, hi int) string {
	if i+1 >= hi || r.t.tok[i].low != "from" {
		return ""
	}
	return r.placeAt(i+1, hi)
}

// isEnd tells whether a phrase at i says what an agreement before it leads to.
func (r *eventReader) isEnd(i int) bool {
	w, _, ok := r.ev.terms.match(r.t.tok, i)
	return ok && w.is(roleEnd) && w.is(rolePlan)
}

// hails tells whether a verb that looks back on what was agreed stands at k: what
// somebody touts may not be there yet.
func (r *eventReader) hails(k int) bool {
	w, _, ok := r.ev.terms.match(r.t.tok, k)
	return ok && w.is(roleRecall) && w.lemma != "tout" && w.lemma != "trumpet" && w.form&inIng == 0
}

// planNoun tells whether "plan" at i is part of a name: "strikes fish plan deal".
func (r *eventReader) planNoun(lo, i int) bool {
	if r.t.field != model.InTitle || r.t.tok[i].low != "plan" || i-2 < lo || r.who.known(r.t, i-1) {
		return false
	}
	before := &r.t.tok[i-1]
	return before.kind == wordToken && !strings.HasSuffix(before.low, "s") && r.word(r.t, i-1)&(hAux|hAdverb|hPronoun|hBreak|hDeterminer) == 0 && before.low != "and" && r.lex.of(before)&(classAuxiliary|classModal|classAdverb) == 0
}

// wished tells whether a verb ends at k, before an agreement's name, by which somebody
// seeks it or prepares for it: "pursue a pact", "prepares for a truce".
func (r *eventReader) wished(s stretch, k int) bool {
	verb := k
	if k > s.lo && r.t.tok[k].low == "for" {
		verb = k - 1
		if r.t.field != model.InTitle || !r.beside(verb, k, aroundWishedFor) {
			return false
		}
	} else if k < s.lo || !r.beside(k, k+1, aroundWishing) {
		return false
	}
	if r.t.field == model.InText {
		return r.isRole(verb, rolePlan)
	}
	lo := r.clauseStart(s, verb)
	end, _ := r.auxBefore(lo, verb)
	return verb > lo && !r.beside(max(lo, end), verb, aroundDistant) && !r.asked(s.lo, end) && (r.who.known(r.t, end-1) || r.delegates(stretch{lo, end}))
}

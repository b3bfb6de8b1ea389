package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// verb reads an event that is told by its verb: "X to meet Y", "X calls Y", "X
// lands in Z".
func (r *eventReader) verb(s stretch, i, n int, w eventWord) bool {
	t := r.t
	if t.field == model.InText && i > s.lo && t.tok[i].is(flagCapital) {
		return false // the name of something
	}
	if w.lemma == "shake hands on" {
		if r.meansDeal(i+n, s.hi) {
			return false
		}
		n-- // "shake hands on the stairs", not on a deal
	}
	if i > s.lo && (genitive(&t.tok[i-1]) && !(w.is(roleTravel) && w.form&inIng != 0) || r.word(t, i-1)&hDeterminer != 0 || t.tok[i-1].low == "of") || t.tok[i].is(flagQuoted) && t.field == model.InText {
		return false
	}
	if t.field == model.InText && w.is(roleDo) && !r.mayDo(w, i+n, s.hi) {
		return false
	}
	lo := r.clauseStart(s, i)
	if lo-2 >= s.lo && t.tok[lo-1].low == "and" && r.lex.of(&t.tok[lo-2])&classPronoun != 0 {
		lo -= 2 // "he and X will meet"
	}
	if r.listed(s.lo, stretch{lo, i}) {
		lo = s.lo
	}
	at := i
	if t.field == model.InText && i-1 > lo && t.tok[i-1].low == "last" {
		at-- // "X last met Y in April"
	}
	end, aux := r.auxBefore(lo, at)
	status := r.verbStatus(lo, end, i, w, aux)
	if w.form&inIng != 0 && i-1 > lo && r.isRole(i-1, rolePlan) {
		end, aux = r.auxBefore(lo, i-1) // "X suggests meeting Y"
	}
	if end > lo && end < i && t.tok[end].low == "to" {
		g, n, ok := r.ev.terms.match(t.tok, end-1)
		ok = ok && n == 1 && g.form&(inThird|inPast) != 0 && (g.is(roleDeny) || t.field == model.InTitle && g.is(rolePlan))
		if t.field == model.InText && r.any(max(lo, end-3), end, "had", "was", "were") {
			ok = false // "had hoped to meet"
		} else {
			ok = ok || r.beside(end-1, end, aroundIntent)
		}
		if ok && r.onlyWished(g, model.Planned) {
			return false // "wants to meet Y"
		}
		if ok && !r.hasVerb(stretch{lo, end - 1}) {
			end, status = r.backOverAdverbs(lo, end-1), model.Planned // "X offers to meet Y"
			if g.is(roleDeny) {
				status = model.EventDenied
			}
		}
	}
	if w.is(roleDo) && (r.wishesFor(lo, end, i) || r.calledUpon(s, i) || r.longsTo(end, i, status)) {
		return false
	}
	if at := r.offered(lo, end, i); at > lo {
		end, status = at, model.Planned
	}
	if at, told := r.firstTo(lo, i); at > lo && w.is(roleVisit|roleTravel|roleDo) {
		end, status = at, told
	}
	shared := r.sharesInfinitive(s, i, w)
	if shared.lo < shared.hi {
		lo, end, status = shared.lo, shared.hi, model.Planned
	}
	from := s.lo
	if t.field == model.InTitle && aux == "to" && end == lo && lo-1 > s.lo && t.tok[lo-1].low == "," {
		from = lo // "X met Y on Friday, to meet Z on Monday"
	}
	if i > lo && genitive(&t.tok[i-1]) { // "X's coming to Alaska"
		end, status = i-1, model.Planned
	}
	if status == model.EventDenied && strings.HasPrefix(w.lemma, "shake hands") {
		return false // they met, and did not shake hands
	}
	if status == "" || t.field == model.InText && (r.aside(lo, end, i, w, status) || status == model.Planned && r.butNot(i, s.hi)) {
		return false
	}
	if status == model.UnderWay && w.is(roleDo) && r.onlyAhead(s, lo) {
		status = model.Planned
	}
	who, np := r.doers(s, lo, end)
	stranger := len(who) > 1 && r.who.find(who[len(who)-1]) == nil
	if np.lo < np.hi && (len(who) == 0 || r.t.field == model.InTitle && len(who) == 1 && r.titled(np) || t.field == model.InTitle && genitive(&t.tok[max(np.lo, np.hi-2)])) {
		them := r.eachOf(np)
		if len(them) < 2 {
			them = r.strangers(np.lo, np.hi)
		}
		if w.is(roleDo) && len(them) == 0 && !r.cased && t.field == model.InTitle && r.unheard(np) && w.form&inThird != 0 {
			them = []string{kebab(t.raw(np.lo, np.hi))} // "Quell joins talks"
		}
		if t.field == model.InTitle && !r.cased && len(them) == 0 && w.is(roleVisit) && w.form&inPast == 0 && r.unheard(np) && !strings.HasSuffix(t.tok[np.lo].low, "s") {
			them = []string{kebab(t.raw(np.lo, np.hi))} // "Quell to visit Oslo"
		}
		if len(them) > 0 && (w.is(roleDo|roleVisit) && (len(who) == 0 || r.titled(np)) || r.person(them[0]) || w.is(roleTravel|roleArrive|roleDepart) && r.titled(np)) {
			who, stranger = them, true // "North Korea's Kim"
		}
	}
	if w.form&(inThird|inPast|inIng) == 0 && aux == "" && shared.lo >= shared.hi && len(who) < 2 && !r.plural(np) {
		return false
	}
	if end > lo && !stranger && !r.actsAt(end-1) && !r.unnamed(np) && !(w.is(roleTravel|roleArrive|roleDepart) && len(r.aboard(np)) > 0) {
		return false
	}
	object := i + n
	if aux == "is" && object < s.hi && t.tok[object].low == "by" && (w.is(roleReceive) || w.lemma == "host" || w.lemma == "receive") {
		object++ // "was received by Y"
		if by := r.actorsIn(object, r.objectEnd(object, s.hi)); len(by) == 0 || !r.inDirectory(by[0]) || r.group(by) {
			return false // "was received by protesters"
		}
	}
	if t.field == model.InText && w.is(roleDo) && object == i+n {
		object = r.withBehind(object, s.hi)
	}
	if t.field == model.InTitle && w.is(roleDo) && i+n < s.hi {
		if k := r.overTime(i+n, s.hi); k > i+n && k < s.hi && t.tok[k].low == "with" {
			object = k // "X meets Friday with Y"
		}
	}
	to := r.objectEnd(object, s.hi)
	others := r.partiesIn(object, to)
	if len(others) == 0 && w.is(roleDo) && t.field == model.InTitle {
		others = r.challenger(s, np)
	}
	clause := r.predicateEnd(i+n, r.clauseEnd(i+n, s.hi))
	if t.field == model.InTitle && to < clause && r.any(to, to+1, ",", "and") && r.goesOnAt(to+1, s.hi) {
		clause = to // "X meets Y, Z flies to Oslo"
	}
	ev := model.Event{Status: status, Place: r.place(i, clause)}
	if p := r.t.tok[i+n-1].low; p == "to" || p == "in" || p == "at" || p == "for" || p == "into" {
		ev.Place = r.placeAt(i+n, clause)
	}
	if from := r.placeAt(i+n, clause); w.is(roleDepart) && n == 1 && from != "" {
		ev.Place = from // "left Oslo to fly to Tarn"
	}
	if ev.Place == "" && w.is(roleDepart) && t.field == model.InText {
		ev.Place = r.placeFrom(i+n, clause) // "took off from Z"
	}
	if ev.Place == "" && w.is(roleVisit) && t.field == model.InText {
		ev.Place = r.place(to, clause) // "visited troops in Z"
	}
	head := stretch{np.lo, to}
	if np.lo >= np.hi || shared.lo < shared.hi || np.hi < i && np.hi < lo || from > s.lo {
		head.lo = i
	}
	if len(who) == 0 && w.is(roleTravel|roleArrive|roleDepart) && np.lo < np.hi {
		who = r.aboard(np)
	}
	if len(who) == 0 && w.kinds[roleDo] == "meeting" && r.assembly(np) {
		for _, m := range r.who.mentions(t, np.lo, np.hi) { // "the Israeli cabinet"
			if a := r.who.actors[m.actor]; a.Kind != model.Person {
				who = merge(who, a.ID)
			}
		}
	}
	if len(who) == 0 && !(t.field == model.InTitle && w.kinds[roleDo] == "meeting" && r.assembly(np)) && (!r.delegates(np) || !w.is(roleDo) || len(others) == 0 && !r.plural(np)) {
		return false
	}
	switch {
	case t.field == model.InText && w.is(roleTravel|roleArrive|roleDepart|roleVisit) && !w.is(roleDo) && !r.travellers(who, np):
		return false // "Norway left the bloc"
	case w.is(roleDo) && !r.gathers(w.lemma, np, who), w.lemma == "call" && r.ownThing(object, clause):
		return false
	case w.is(roleDo) && t.field == model.InTitle && len(who)+len(others) == 0 && ev.Place == "" && np.lo > s.lo && r.any(np.lo-1, np.lo, "as", "while", "when") && r.any(np.lo, np.hi, "leaders", "presidents", "both"):
		return false // "supporters rally as leaders meet": who meets is told elsewhere
	case w.is(roleDo) && t.field == model.InText && w.form&inBase != 0 && r.any(i-1, i, "to") && r.urged(s, end):
		return false // "urged Y to meet Z"
	case w.is(roleDo) && t.field == model.InText && r.standsBefore(i+n, clause):
		return false // "met the deadline that Y set"
	case w.is(roleDo) && t.field == model.InText && len(who)+len(others) > 0 && !slices.ContainsFunc(merge(who, others...), r.inDirectory):
		return false // who meets is nobody that is known
	case w.is(roleDo):
		return r.does(ev, w, i, n, who, others, head, stretch{from, clause}, r.unnamed(np) || !r.counterpart(stretch{object, to}).empty())
	case w.is(roleVisit|roleTravel|roleDepart|roleArrive) && aux != "" && r.any(end, i, "to") && r.asked(s.lo, end):
		return false // "urges Y to visit Z", "urges citizens to leave Z": nobody plans it
	case w.is(roleVisit) && t.field == model.InTitle && len(others) == 0 && r.placeAt(i+n, s.hi) == "" && r.placeNear(i+n, clause) != "":
		ev.Kind, ev.Participants, ev.Rule, ev.Place = "visit", who, "event-visit", r.placeNear(i+n, clause)
	case w.is(roleVisit) && (len(others) > 0 || r.placeAt(i+n, s.hi) != ""):
		ev.Kind, ev.Participants, ev.Rule = "visit", who, "event-visit"
		if at := r.placeAt(i+n, s.hi); at != "" {
			ev.Place = at
		}
	case w.is(roleVisit) && ev.Place != "" && r.person(who[0]) && (t.field == model.InText || r.meetsPeople(stretch{i + n, to})):
		ev.Kind, ev.Participants, ev.Rule = "visit", who, "event-visit" // "visits wounded sailors in Oslo"
	case w.is(roleTravel) && (w.lemma == "go to" || w.lemma == "come to") && (w.form&inIng == 0 && aux != "will" || ev.Place == "" || !r.person(who[0])):
		return false // "goes to court", "comes to power"
	case w.is(roleTravel) && ev.Place != "":
		if w.lemma == "go to" || w.lemma == "come to" {
			ev.Status = model.Planned // "is going to Alaska"
		}
		ev.Kind, ev.Participants, ev.Rule = "visit", who, "event-travel"
	case w.lemma == "return to" && t.field == model.InTitle && !r.cased && r.compoundAt(i+n+len(r.cut(ev.Place))-1):
		return false // "return to Geneva streets"
	case w.lemma == "reach" && !r.townAt(i+n), w.is(roleArrive) && t.field == model.InText && n == 1 && w.lemma != "reach" && r.thingAhead(i+n, s.hi):
		return false // "reach deal in Oslo", "landed a job in Oslo"
	case w.is(roleArrive) && (ev.Place != "" || r.leads(i+n, clause) || w.lemma == "arrive for" && t.field == model.InTitle):
		ev.Kind, ev.Participants, ev.Rule = "arrival", who, "event-arrival"
		if status == model.UnderWay {
			ev.Status = model.Done
			if t.field == model.InTitle && r.ahead(r.when(model.Planned, stretch{i, clause}, r.zoneAt(ev.Place))) {
				ev.Status = model.Planned // "arrives on Friday", told on a Monday
			}
		}
	case w.is(roleArrive) && r.craft(np) && w.lemma != "reach":
		ev.Kind, ev.Participants, ev.Rule = "arrival", who, "event-arrival" // "X's plane touched down"
	case w.is(roleDepart) && t.field == model.InText && w.lemma == "leave" && n == 1 && r.venueAt(i+n, s.hi):
		ev.Kind, ev.Participants, ev.Rule, ev.Place = "departure", who, "event-departure", ""
	case w.is(roleDepart) && t.field == model.InText && w.lemma == "leave" && n == 1 && !r.leavesTown(i+n, s.hi):
		return false // "left the party"
	case w.is(roleDepart) && t.field == model.InText && r.departsUnplaced(w, np, who, stretch{i, clause}, n):
		ev.Kind, ev.Participants, ev.Rule = "departure", who, "event-departure"
		if status == model.UnderWay {
			ev.Status = model.Done
		}
	case w.is(roleDepart) && (ev.Place != "" || r.placeAt(i+n, s.hi) != ""):
		ev.Kind, ev.Participants, ev.Rule = "departure", who, "event-departure"
		if ev.Place == "" {
			ev.Place = r.placeAt(i+n, s.hi)
		}
		if status == model.UnderWay && (w.lemma == "leave" || w.lemma == "take off" || w.lemma == "depart" || w.lemma == "leave for" || w.lemma == "depart for" || w.lemma == "fly home from" || w.lemma == "fly out of") {
			ev.Status = model.Done
		}
		if p := t.tok[i+n-1].low; p != "to" && p != "for" { // it names where from
			ev.When = r.when(ev.Status, stretch{s.lo, clause}, r.zoneAt(ev.Place))
		}
	case w.is(roleReceive) && t.field == model.InTitle && r.delegates(stretch{i + n, to}) && r.purpose(to, clause) != "":
		ev.Kind, ev.Participants, ev.Rule = r.purpose(to, clause), others, "event-meeting"
		return r.add(ev, head, stretch{s.lo, clause}) // "ready to welcome delegations for third round"
	case w.is(roleReceive) && len(others) > 0 && (ev.Place != "" || t.field == model.InTitle && r.honoured(w, others, i+n, clause)):
		ev.Kind, ev.Participants, ev.Rule = "arrival", merge(others, who...), model.RuleWelcome
		if status == model.UnderWay {
			ev.Status = model.Done
		}
	default:
		return false
	}
	head.hi = max(i+n, min(i+n+len(r.cut(ev.Place)), clause))
	return r.add(ev, head, stretch{from, clause})
}

// placeNear reads a place of the list that stands before a noun: "visits aid site" in
// "visits battered Gaza aid site".
func (r *eventReader) placeNear(lo, hi int) string {
	for k := lo; k < hi && k < lo+4; k++ {
		if r.word(r.t, k)&(hPrep|hVerb) != 0 {
			return ""
		}
		if _, n, ok := r.ev.times.places.match(r.t.tok, k); ok && r.t.tok[k].is(flagCapital) {
			return r.t.raw(k, k+n)
		}
	}
	return ""
}

// verbStatus tells from auxiliary and form where an event stands; empty for one
// that is only mentioned.
func (r *eventReader) verbStatus(lo, end, i int, w eventWord, aux string) string {
	t := r.t
	neg := r.any(end, i, "not", "n't", "never", "won't") || r.noLonger(end, i) || r.loath(lo, i)
	switch {
	case r.any(max(lo, i-14), i, "plan", "plans") && r.any(end, i, "to") && r.planOf(lo, i):
		if r.any(max(lo, i-14), i, "no") {
			return model.EventDenied // "there are no plans for X to meet Y"
		}
		return model.Planned
	case neg && r.any(i, min(i+8, len(t.tok)), "alone", "only", "just"):
		return "" // they will, but otherwise
	case t.field == model.InTitle && w.is(roleTravel|roleVisit) && !w.is(roleDo) && !neg && r.any(end, i, "would", "'d"):
		return "" // "says he would go to Oslo": if asked
	case r.any(max(0, lo-1), i, "yet") && r.any(end, i, "to") && !r.any(max(0, lo-2), i, ","):
		return "" // "have yet to meet"
	case neg && r.any(end, i, "has", "have", "had") && (r.any(end, i, "never") || r.any(i, min(i+8, len(t.tok)), "since")):
		return "" // "have not met since May" tells of no one meeting
	case r.beside(end, i, aroundScarce) || r.any(end, i, "cannot", "can't"), neg && r.any(end, i, "may", "might", "can"):
		return "" // "almost met", "cannot meet", "may not meet"
	case r.any(end, i, "to") && r.any(end, i, "tries", "tried", "trying", "try"), r.any(end, i, "should", "must", "ought") && !neg && !r.dayWithin(i, min(i+10, len(t.tok))):
		return "" // "tried to meet", "should meet"
	case neg && r.any(end, i, "yet") && r.any(end, i, "has", "have", "had"):
		return "" // "have not yet met"
	case neg && !r.any(end, i, "could", "yet"):
		return model.EventDenied
	case r.any(end, i, "to") && !r.any(end, i, "will", "would", "set") && r.hasVerb(stretch{lo, end}) && !r.hasCue(stretch{lo, end}):
		return model.UnderWay // "rolls out red carpet to welcome Y"
	case r.t.field == model.InTitle && (r.any(end, i, "was", "were", "had") && r.any(end, i, "to") || r.any(end, i, "should", "could", "would", "might") && r.any(end, i, "have")):
		return "" // "was due to meet", "should have met": it did not come to that
	case r.t.field == model.InText && r.any(end, i, "have") && (r.any(end, i, "should", "could", "would", "might") || r.any(end, i, "to") && r.any(end, i, "was", "were")):
		return "" // "should have met", "was to have met"
	case r.t.field == model.InText && r.any(end, i, "had") && r.any(end, i, "to"):
		return "" // "had planned to meet", "had been due to speak": whether they did is told elsewhere
	case r.any(end, i, "to", "will", "'ll", "would", "'d", "can", "could", "may", "might", "should", "shall", "set", "must"):
		if end > lo && r.any(max(lo, end-3), i, "fails", "refuses", "declines", "failed", "refused", "declined") {
			return model.EventDenied
		}
		return model.Planned
	case w.form&inIng != 0:
		if r.any(end, i, "is", "are", "'re", "'s", "am") {
			return model.UnderWay
		}
		if r.any(end, i, "was", "were", "been") {
			return model.Done
		}
		if i > 0 && (r.isRole(i-1, rolePlan) || t.tok[i-1].low == "about" || t.tok[i-1].low == "be") {
			return model.Planned
		}
		if i > lo && r.backOverAdverbs(lo, i) == end && r.t.field == model.InTitle && w.is(roleVisit|roleDo|roleDepart|roleTravel) && r.who.known(t, end-1) && !genitive(&t.tok[end-1]) && !r.hasVerb(stretch{lo, i}) && !r.anyFinite(i+1) {
			return model.UnderWay // "X visiting Oslo", its "is" left out
		}
		if i > lo && r.t.field == model.InTitle && r.any(i-1, i, "denies", "denied") {
			return model.EventDenied
		}
		if i > 0 && t.field == model.InTitle && t.tok[i-1].low == "after" && w.is(roleArrive|roleDepart) {
			return model.Done
		}
		return ""
	case r.any(end, i, "has", "have", "had", "been"):
		return model.Done
	case w.form&inPast != 0 && w.form&(inBase|inThird) == 0:
		return model.Done
	case aux == "is":
		return ""
	}
	return model.UnderWay
}

// anyFinite tells whether a finite verb stands between i and the end of a headline's clause.
func (r *eventReader) anyFinite(i int) bool {
	end := r.clauseEnd(i, len(r.t.tok))
	for k := i; k < end; k++ {
		if k > i && r.word(r.t, k-1)&hPrep != 0 {
			continue // "for talks"
		}
		if r.cueAt(k) || r.followsOn(k) || r.word(r.t, k)&hVerb != 0 {
			return true
		}
	}
	return false
}

// planOf tells whether the verb at i is what a plan before it is for: "plans for X
// to meet Y".
func (r *eventReader) planOf(lo, i int) bool {
	for k := i - 1; k >= lo && k > i-14; k-- {
		switch r.t.tok[k].low {
		case "plan", "plans":
			next := k + 1
			for next < i && r.t.tok[next].kind == quoteToken {
				next++
			}
			return next < i && (r.t.tok[next].low == "for" || r.t.tok[next].low == "to")
		case ",", ";", "that":
			return false
		}
	}
	return false
}

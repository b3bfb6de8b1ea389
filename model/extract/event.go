package extract

import (
	"slices"
	"strings"
	"time"

	"parley/model"
)

// Reading events, clause by clause:
//
//	trigger (a verb, an event's name, an agreement) ──► who takes part, left and right
//	                                              ──► status (auxiliary, form, what governs the name)
//	                                              ──► place, time
//
// An event that is only named in passing ("ahead of talks") is none.

// eventReader is one text while its events are read.
type eventReader struct {
	*titleReader
	ev      *events
	written time.Time
	above   []model.Event // what the headline of a text tells
	found   []model.Event
	heads   []stretch // where each was found
	few     []token   // of the words last cut
	own     []ownLength
	units   []int // where hours or minutes stand
}

// cut cuts a few words; the tokens are good until the next ones are cut.
func (r *eventReader) cut(words string) []token {
	r.few = r.lex.tokenizeInto(r.few, words)
	return r.few
}

// read returns the events of a title, or of a text below those of its headline, that was
// written at a time, and how long events that it only refers to went on.
func (e *events) read(t *text, above []model.Event, written time.Time) ([]model.Event, []ownLength) {
	if len(t.tok) == 0 || t.field == model.InTitle && len(t.tok) > maxTitle {
		return nil, nil
	}
	r := &eventReader{titleReader: &titleReader{headlines: e.headlines, t: t}, ev: e, above: above, written: written, units: e.unitsIn(t)}
	if t.field == model.InTitle {
		r.cased = r.titleCase(t)
		r.split()
		r.trim()
		for _, s := range r.segs {
			if !s.label {
				r.told(s.stretch)
			}
		}
		return r.found, r.own
	}
	if zone := e.times.dateline(t); zone != nil {
		r.written = written.In(zone)
	}
	for n, s := range t.sents {
		if n == 0 {
			s.lo = afterDateline(t, s)
		}
		if t.begins[n]&e.terms.bit != 0 && s.hi-s.lo <= maxTitle {
			r.told(s)
		}
	}
	return r.found, r.own
}

// told reads a segment that neither asks nor mends what was told before.
func (r *eventReader) told(s stretch) {
	if !r.asks(s) && !correction(r.t, s) {
		n := len(r.found)
		r.segment(s)
		r.errand(s, n)
		r.turns(s, n)
		r.lengths(s, n)
	}
}

// asks tells whether a segment is a question or explains one.
func (r *eventReader) asks(s stretch) bool {
	if r.t.field == model.InText {
		return r.t.tok[s.hi-1].low == "?"
	}
	return r.question(s)
}

// Roles of words that tell of an event by themselves, unlike those that only say where one stands.
const (
	rolesOfVerbs = roleDo | roleTravel | roleArrive | roleDepart | roleVisit | roleReceive
	rolesTelling = rolesOfVerbs | roleFigure | roleTick | roleFall | roleDeal | roleNoun
)

func (r *eventReader) segment(s stretch) {
	t := r.t
	r.presence(s)
	r.grace(s)
	toks, some := t.tok, r.ev.terms.bit
	for i := s.lo; i < s.hi; i++ {
		if toks[i].starts&some == 0 {
			continue
		}
		w, n, ok := r.ev.terms.match(t.tok, i)
		if !ok || i+n > s.hi || !w.is(rolesTelling) && !strings.HasPrefix(w.lemma, "agree") || r.supposed(s, i) || r.unreal(s, i) {
			continue
		}
		done := false
		switch {
		case w.is(roleFigure):
			done = true
		case strings.HasPrefix(w.lemma, "agree") && r.agreeTo(s, i, r.agreedFrom(i, s.hi)):
			done = true
		case r.failsToAgree(s, i, n):
			done = true
		case w.is(roleTick):
			done = r.ticks(s, i, n)
		case w.is(roleFall) && w.kinds[roleFall] == "agreement":
			done = r.emptyHanded(s, i, n)
		case w.is(roleDeal):
			done = r.deal(s, i, n)
		case w.is(roleNoun) && r.isNoun(s, i, n, w):
			done = r.named(s, i, n, w)
		case w.is(rolesOfVerbs):
			done = r.verb(s, i, n, w)
		}
		if done {
			i += n - 1
		}
	}
}

func (r *eventReader) person(id string) bool {
	a, ok := r.who.dir.Find(id)
	return ok && a.Kind == model.Person
}

// inDirectory tells whether the directory has an actor, who then is no mere name in the text.
func (r *eventReader) inDirectory(id string) bool {
	_, ok := r.who.dir.Find(id)
	return ok
}

func (r *eventReader) isRole(i int, role tellRole) bool {
	if i < 0 || r.t.tok[i].id == 0 {
		return false
	}
	w, n, ok := r.ev.terms.match(r.t.tok, i)
	return ok && n == 1 && w.is(role)
}

// add keeps an event unless the same was found in the clause before.
func (r *eventReader) add(ev model.Event, head stretch, s stretch) bool {
	if r.reportedOn(head.hi) {
		return false
	}
	if len(ev.Participants) == 0 && r.t.field == model.InText && (!standsAlone(ev.Kind) || ev.Kind != "deadline" && r.domestic(s, head)) {
		return false
	}
	denied := r.deniedBefore(s, head.hi)
	if ev.Kind == "deadline" && r.t.field == model.InTitle && (denied || r.deniedBefore(s, head.lo+1)) || denied && ev.Kind == "cancellation" && ev.Rule != ruleStands {
		return false // "denies it set a deadline", "denies that he called it off"
	}
	if denied && ev.Rule != ruleStands && ev.Kind != "deadline" && ev.Status != model.NoneReached {
		ev.Status = model.EventDenied
	}
	for i := len(r.found) - 1; i >= 0 && r.heads[i].hi >= s.lo; i-- {
		old := r.found[i]
		if r.heads[i].hi > head.lo && r.heads[i].lo < head.hi || related(old, ev) && r.heads[i].lo >= s.lo && r.heads[i].hi <= s.hi {
			return false
		}
	}
	ev.In = r.t.field
	if ev.When.Precision == "" {
		var at *time.Location
		if ev.Kind != "visit" && ev.Kind != "departure" || r.localTime(s) { // who travels to a place leaves from another
			at = r.zoneAt(ev.Place)
		}
		told := s
		if ev.Kind == "agreement" && ev.Status == model.Done {
			told.hi = r.beforeWord("until", head.lo, s.hi) // to when it holds
		}
		told.hi = r.beforeNext(head.hi, told.hi)
		ev.When = r.whenOf(ev.Status, stretch{head.lo, min(head.hi, told.hi)}, told, at)
		if (ev.Kind == "meeting" || ev.Kind == "talks") && ev.Status == model.Planned && (len(ev.Participants) > 1 || r.whereItIs(at) || at == nil && len(ev.Participants) == 0 && r.t.field == model.InText) {
			ev.When = r.onTheEve(ev.When, s)
		}
	}
	if r.t.field == model.InTitle && r.countedWithin(s) {
		ev.When = model.When{Precision: "unknown"} // "second dinner in two days"
	}
	if ev.Kind == "agreement" && ev.Status == model.Done && (r.ahead(ev.When) || r.validFrom(head.hi, s.hi)) {
		ev.When = model.When{Precision: "unknown"} // "agreed to a truce from midnight" tells when it holds
	}
	switch {
	case ev.Status == model.UnderWay && (r.ahead(ev.When) || r.any(s.lo, s.hi, "tomorrow") && r.later(ev.When)) && !(r.t.field == model.InText && r.toldAsPast(head.hi, s.hi)):
		ev.Status = model.Planned
		ev.When = r.dayBefore(ev.When, s)
	case ev.Status == model.Planned && r.past(ev.When) && r.dayOwns(head):
		ev.Status = model.Done // "hoped Monday's talks would help", told on a Tuesday
	}
	ev.CAMEO = eventCAMEO(ev)
	ev.Spans = []model.Span{r.t.span(head.lo, head.hi)}
	if ev.Participants == nil {
		ev.Participants = []string{}
	}
	r.found = append(r.found, ev)
	r.heads = append(r.heads, head)
	return true
}

// when reads the time in a stretch of what stands at a status; at is the zone of
// its place, nil for not known.
func (r *eventReader) when(status string, s stretch, at *time.Location) model.When {
	tense := 0
	switch status {
	case model.Planned, model.EventDenied:
		tense = 1
	case model.Done, model.NoneReached:
		tense = -1
	}
	if (status == model.UnderWay || status == model.EventDenied) && r.toldAsPast(s.lo, s.hi) {
		tense = -1
	}
	w := r.ev.times.find(r.t, s.lo, s.hi, r.written, tense, at)
	if status == model.Planned {
		return r.dayBefore(w, s)
	}
	return w
}

// startOf reads the start of a time, false where none is known. Most events have none.
func startOf(w model.When) (at time.Time, known bool) {
	if w.Start == "" {
		return time.Time{}, false
	}
	at, err := time.Parse(time.RFC3339, w.Start)
	return at, err == nil
}

// ahead tells whether a resolved time lies after the day of writing, or a clock time
// after the hour.
func (r *eventReader) ahead(w model.When) bool {
	at, known := startOf(w)
	if !known {
		return false
	}
	if w.Precision == "minute" {
		return at.After(r.written)
	}
	return at.After(midnight(r.written).AddDate(0, 0, 1))
}

// later tells whether a resolved day comes after that of writing.
func (r *eventReader) later(w model.When) bool {
	at, known := startOf(w)
	return known && at.After(r.written)
}

// past tells whether a resolved day lies before the day of writing.
func (r *eventReader) past(w model.When) bool {
	at, known := startOf(w)
	return known && w.Precision == "day" && at.Before(midnight(r.written))
}

// dayOwns tells whether a day in the genitive stands in an event's name: "Monday's talks".
func (r *eventReader) dayOwns(head stretch) bool {
	for i := max(0, head.lo-3); i+1 < head.hi; i++ {
		if r.day(i) && genitive(&r.t.tok[i+1]) {
			return true
		}
	}
	return false
}

// related tells whether two events of one clause are the same one told twice.
func related(a, b model.Event) bool {
	if a.Kind == "deadline" && b.Kind == "deadline" {
		return a.Status == b.Status // "deadline of the ultimatum"
	}
	if a.Kind == "cancellation" && b.Kind == "cancellation" {
		return false // each thing that is dropped counts
	}
	if a.Kind == "agreement" != (b.Kind == "agreement") || a.Kind == "deadline" || b.Kind == "deadline" || a.Kind == "visit" || b.Kind == "visit" || a.Kind == "arrival" || b.Kind == "arrival" {
		return false
	}
	if a.Kind == "agreement" {
		return true
	}
	if a.Kind == "cancellation" != (b.Kind == "cancellation") && (a.Status == model.Done || b.Status == model.Done) {
		return false // a lunch was cancelled, a summit was held
	}
	shared := 0
	for _, p := range a.Participants {
		if slices.Contains(b.Participants, p) {
			shared++
		}
	}
	return shared >= 2 || shared > 0 && a.Kind == b.Kind
}

func eventCAMEO(ev model.Event) string {
	switch {
	case ev.Status == model.EventDenied && ev.Kind != "agreement":
		return "125"
	case ev.Kind == "agreement" && ev.Status == model.Done:
		return "057"
	case ev.Kind == "agreement", ev.Kind == "deadline", ev.Kind == "letter":
		return ""
	case ev.Status == model.Planned:
		return "036"
	}
	return map[string]string{"call": "041", "visit": "042", "arrival": "042", "talks": "046"}[ev.Kind] + map[string]string{"meeting": "040"}[ev.Kind]
}

// actorsIn lists whom tokens lo to hi name, places left out.
func (r *eventReader) actorsIn(lo, hi int) []string {
	var out []string
	for _, m := range r.who.mentions(r.t, lo, hi) {
		if r.who.isPlace(r.t, m) || m.seat && m.lo > lo && r.isRole(m.lo-1, roleDepart|roleVisit|roleArrive) || m.hi < hi && m.how == byAdjective || r.ownsName(m, hi) || r.titlesName(m, hi) || r.homeOf(m, lo) || r.ownsOther(m, hi) {
			continue
		}
		if id := r.who.actors[m.actor].ID; !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// ownsName tells whether somebody only says whose the next name is: "Ukraine's Zelenskyy",
// "Britain's one-time envoy Quell", "Marden's successor Quell".
func (r *eventReader) ownsName(m mention, hi int) bool {
	person := r.who.actors[m.actor].Kind == model.Person
	if k := r.who.actors[m.actor].Kind; !person && k != model.State && k != model.Group || m.hi+1 >= hi || !genitive(&r.t.tok[m.hi]) {
		return false
	}
	for k := m.hi + 1; k < hi && k < m.hi+5; k++ {
		if next, ok := r.who.nameAt(r.t, k); ok && r.who.actors[next.actor].Kind == model.Person {
			return !person || k > m.hi+1
		} else if ok && !person && k == m.hi+1 && r.who.actors[next.actor].Kind == model.Group {
			return true // "Norway's Tarn Front"
		}
		if !r.t.tok[k].wordy() && r.t.tok[k].low != "-" || r.word(r.t, k)&(hPrep|hVerb) != 0 || r.t.tok[k].low == "and" {
			return false
		}
	}
	return false
}

func merge(a []string, more ...string) []string {
	out := slices.Clone(a)
	for _, m := range more {
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

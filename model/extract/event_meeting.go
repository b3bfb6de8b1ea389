package extract

import (
	"strings"

	"parley/model"
)

// does reads meetings, calls and talks; delegates says that the subject is people
// who meet for others.
func (r *eventReader) does(ev model.Event, w eventWord, i, n int, who, others []string, head, clause stretch, delegates bool) bool {
	t := r.t
	ev.Kind, ev.Rule, ev.Participants = w.kinds[roleDo], "event-"+w.kinds[roleDo], merge(who, others...)
	next := ""
	if t.field == model.InTitle && w.lemma == "speak" {
		for i+n < clause.hi && r.word(t, i+n)&hAdverb != 0 {
			n++ // "X and Y spoke briefly"
		}
	}
	if i+n < clause.hi {
		next = t.tok[i+n].low
	}
	switch {
	case w.lemma == "hold":
		return false
	case w.lemma == "brief":
		parties := r.namedIn(i+n, r.objectEnd(i+n, clause.hi))
		if len(who) == 0 || len(parties) == 0 || t.field != model.InTitle {
			return false
		}
		ev.Participants = merge(who, parties...)
		if r.any(i+n, clause.hi, "phone", "telephone", "video", "call") {
			ev.Kind = "call"
		}
		return r.add(ev, head, clause)
	case ev.Kind == "letter":
		if len(who) == 0 || len(others) == 0 || t.field != model.InTitle {
			return false
		}
		if ev.Status == model.UnderWay {
			ev.Status = model.Done
		}
		return r.add(ev, head, clause)
	case w.lemma == "talk" && t.field == model.InTitle && len(who) > 1 && len(others) == 0 && (next == "" || next == "about" || next == "on" || next == "over" || next == "of" || next == "for" && r.any(i+n+1, min(i+n+4, clause.hi), "hours", "hour", "minutes", "days") || r.isRole(i+n, roleMatter) || r.thing(i+n) || r.who.known(t, i+n)):
		ev.Participants, head.hi = who, i+n // "X and Y talk trade"
		return r.add(ev, head, clause)
	case w.lemma == "speak" && t.field == model.InTitle && len(who) > 1 && len(others) == 0 && (next == "" || r.any(i+n, i+n+1, "before", "after", "ahead", "again", "this", "next") || r.any(i+n, i+n+1, "in", "within") && r.any(i+n+1, min(i+n+3, clause.hi), "coming", "next", "days", "hours", "weeks") || r.day(i+n) || r.overTime(i+n, clause.hi) > i+n):
		ev.Participants, head.hi = who, i+n // "X and Y to speak before the summit"
		return r.add(ev, head, clause)
	case w.lemma == "review":
		if t.field != model.InTitle || len(who) < 2 || next == "" || r.word(t, i+n)&hPrep != 0 {
			return false
		}
		ev.Participants = who // "X and Y foreign ministers review Z"
		return r.add(ev, head, clause)
	case w.lemma == "negotiate" && t.field == model.InTitle && (len(who) > 1 || delegates) && next != "with" && r.meansDeal(i+n, clause.hi):
		ev.Participants = who // "X and Y are negotiating a truce"
		return r.add(ev, stretch{head.lo, i + n}, clause)
	case (ev.Kind == "talks" && w.lemma != "discuss" || w.lemma == "dine") && next != "with" && next != "to" && next != "by":
		return false
	case w.lemma == "host" || w.lemma == "receive":
		to := r.objectEnd(i+n, clause.hi)
		if to < clause.hi && r.isRole(to, roleNoun) {
			return false // "host X-Y talks" is told by its name
		}
		if w.lemma == "receive" && r.beside(max(i+n, to-1), min(to+1, clause.hi), aroundDelivered) {
			return false // "receives X's reply"
		}
		guests := r.delegates(stretch{i + n, to})
		if !guests && (len(others) == 0 || !r.person(others[0]) && !r.group(others[:1]) && r.who.noun(&t.tok[i+n])&nounUnnamed == 0) {
			return false
		}
		if kind := r.purpose(to, clause.hi); guests && kind != "" {
			ev.Kind = kind
		}
		if guests && len(others) == 0 {
			if len(who) == 0 || !r.person(who[0]) {
				ev.Participants = nil // they meet one another
			}
			return r.add(ev, head, clause)
		}
		if len(who) == 1 && !r.inDirectory(who[0]) {
			if place := r.placeAt(head.lo, i); place != "" { // "Camp Orrin to host X and Y"
				ev.Place, ev.Participants = place, others
			}
		}
	case w.lemma == "join" || w.lemma == "accompany":
		if !r.meetingAhead(i+n, clause.hi) && ev.Place == "" || len(others) == 0 {
			return false
		}
		ev.Participants = merge(who, r.actorsIn(i+n, clause.hi)...)
		head.hi = clause.hi
		if !r.has("for", i+n, clause.hi) && r.any(i+n, clause.hi, "call", "calls", "videoconference") {
			ev.Kind = "call"
		}
	case w.lemma == "discuss":
		if !r.has("with", i+n, clause.hi) || r.ofAnother(i+n, clause.hi) {
			if len(who) < 2 && !(r.group(who) && t.field == model.InTitle) {
				return false
			}
			if r.any(i+n, clause.hi, "phone", "call", "video") {
				ev.Kind = "call"
				if ev.Status == model.UnderWay {
					ev.Status = model.Done
				}
			}
			ev.Participants = who // "X and Y discuss Z": Z is their subject
			return r.add(ev, head, clause)
		}
		for k := i + n; k < clause.hi; k++ {
			if t.field == model.InText && t.tok[k].kind == dashToken && !r.joins(k) {
				return false // what is set off tells of its subject
			}
			if t.tok[k].low == "with" {
				others = r.partiesIn(k+1, r.objectEnd(k+1, clause.hi))
				head.hi = r.objectEnd(k+1, clause.hi)
			}
		}
		ev.Participants = merge(who, others...)
		if len(others) == 0 {
			return false
		}
	case ev.Kind == "talks" && next == "by" && r.any(i+n, clause.hi, "phone", "telephone", "video") && t.field == model.InTitle:
		for k := i + n; k < clause.hi && k < i+n+6; k++ {
			if t.tok[k].low == "with" || t.tok[k].low == "to" {
				head.hi = r.objectEnd(k+1, clause.hi)
				ev.Participants = merge(who, r.actorsIn(k+1, head.hi)...)
				break
			}
		}
		ev.Kind = "call"
		if ev.Status == model.UnderWay {
			ev.Status = model.Done
		}
		return (len(ev.Participants) > 1 || len(who) == 0) && r.add(ev, head, clause)
	case ev.Kind == "call":
		if len(others) == 0 || next == "for" || next == "to" || next == "on" || next == "it" || next == "off" || next == "out" || strings.HasPrefix(t.tok[i].low, "call") && r.objectStated(i+n, r.beforeWord("and", min(head.hi, clause.hi), clause.hi)) || len(ev.Participants) < 2 {
			return false
		}
	case w.lemma == "meet" && t.field == model.InTitle && len(who) == 1 && len(others) == 0 && r.meetsPeople(stretch{i + n, head.hi}):
	case len(ev.Participants) < 2 && !(len(others) == 0 && (delegates || r.group(who) || ev.Kind == "meeting" && r.assembly(head))):
		return false
	case len(others) == 0 && next != "" && r.word(t, i+n)&(hPrep|hBreak|hAdverb) == 0 && t.tok[i+n].wordy() && r.overTime(i+n, clause.hi) == i+n && next != "for" && !(next == "to" && ev.Kind == "meeting" && len(who) > 1) && next != "and" && next != "but" && next != "face" && next != "face-to-face" && next != "one-on-one" && next != "1-on-1" && next != "next" && next != "again":
		return false // "meet target"
	case r.any(i+n, clause.hi, "virtually", "online", "phone", "telephone", "video"):
		ev.Kind = "call"
	}
	if ev.Kind == "call" && t.field == model.InText {
		ev.Place = "" // who calls is in two places
	}
	if (ev.Kind == "call" || strings.HasPrefix(w.lemma, "shake hands")) && ev.Status == model.UnderWay && w.form&inIng == 0 {
		ev.Status = model.Done
	}
	return r.add(ev, head, clause)
}

// mayDo tells whether behind a verb in running text, at i, stands what it needs to tell of an
// event; some tell of one only in headlines.
func (r *eventReader) mayDo(w eventWord, i, hi int) bool {
	switch kind := w.kinds[roleDo]; {
	case kind == "letter", w.lemma == "hold", w.lemma == "brief", w.lemma == "review":
		return false
	case kind == "talks" && w.lemma != "discuss", w.lemma == "dine":
		return i < hi && r.any(i, i+1, "with", "to", "by")
	case kind == "call":
		i = r.withBehind(i, hi)
		return len(r.partiesIn(i, r.objectEnd(i, hi))) > 0
	}
	return true
}

// meetsPeople tells whether an object is people without a name: "X meets shipowners".
func (r *eventReader) meetsPeople(s stretch) bool {
	if s.lo < s.hi && r.t.tok[s.lo].low == "with" {
		s.lo++
	}
	s.hi = r.beforeComma(s.lo, s.hi)
	return s.lo < s.hi && r.canSpeak(s) && r.arePeople(s) && r.knownOrPeople(s)
}

// meansDeal tells whether an agreement is named in the few words from lo.
func (r *eventReader) meansDeal(lo, hi int) bool {
	for k := lo; k < min(lo+4, hi); k++ {
		if r.isRole(k, roleDeal) {
			return true
		}
	}
	return false
}

// ofAnother tells whether "with" belongs to another event that is their subject:
// "discussed the talks with Y".
func (r *eventReader) ofAnother(lo, hi int) bool {
	for k := lo + 1; k < hi; k++ {
		if r.t.tok[k].low == "with" {
			return r.isRole(k-1, roleNoun)
		}
	}
	return false
}

// meetingAhead tells whether a meeting is named in lo to hi.
func (r *eventReader) meetingAhead(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.t.tok[k].low == "meet" {
			return true
		}
		if r.t.field == model.InText && r.any(k, k+1, "call", "calls") && r.any(k+1, min(k+2, hi), "to", "for") {
			continue // "in its calls to delay it"
		}
		if w, _, ok := r.ev.terms.match(r.t.tok, k); ok && r.t.tok[k].id != 0 && w.is(roleNoun) && (w.kinds[roleNoun] == "meeting" || w.kinds[roleNoun] == "talks" || w.kinds[roleNoun] == "call") {
			return true
		}
	}
	return false
}

// objectStated tells "calls Quell 'a friend'" and "calls Quell a liar" from a telephone
// call; what he calls for is said behind "to".
func (r *eventReader) objectStated(lo, hi int) bool {
	if to := r.beforeWord("to", lo, hi); to+1 < hi && !r.t.tok[to+1].is(flagCapital) {
		hi = to
	}
	return r.anyQuote(stretch{lo, hi}) || r.secondObject(lo, hi)
}

// thing tells whether a plain noun stands at i, as what is talked of without a preposition.
func (r *eventReader) thing(i int) bool {
	k := &r.t.tok[i]
	return k.kind == wordToken && (r.cased || !k.is(flagCapital)) && r.word(r.t, i)&(hPrep|hBreak|hAux|hAdverb|hVerb|hPronoun) == 0 && r.lex.of(k)&(classAdverb|classPreposition|classConjunction) == 0 && !r.day(i)
}

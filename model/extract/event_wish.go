package extract

import (
	"strings"

	"parley/model"
)

// Meetings that somebody offers or is ready for: they are planned as far as headlines go.
// Those that one side only wants, or presses others to hold, are not.

// offered reads "X willing to meet Y" and "X renews offer to meet Y", where the subject
// and what stands before "to" end at end; it returns where the subject ends, lo for neither.
func (r *eventReader) offered(lo, end, i int) int {
	t := r.t
	if t.field != model.InTitle || end <= lo || end >= i || t.tok[end].low != "to" {
		if t.field != model.InTitle || end <= lo+1 || i-1 != end || t.tok[i-1].low != "to" {
			return lo
		}
	}
	if r.word(t, end-1)&hReady != 0 && !r.who.known(t, end-1) {
		return r.backOverAdverbs(lo, end-1)
	}
	noun, ok := r.nouns[t.tok[end-1].id]
	if !ok || noun.typ != "offer" && noun.typ != "promise" {
		return lo
	}
	for k := end - 2; k > lo && k > end-5; k-- {
		if r.word(t, k)&(hLight|hVoicing) != 0 && !r.t.tok[k].is(flagCapital) || r.word(t, k)&hLight != 0 && r.cased {
			return r.backOverAdverbs(lo, k)
		}
	}
	return lo
}

// sharesInfinitive reads the second of two things that somebody is to do: "X to fly to
// Oslo, meet Y". It returns the subject, an empty stretch where no infinitive goes before.
func (r *eventReader) sharesInfinitive(s stretch, i int, w eventWord) stretch {
	t := r.t
	if t.field != model.InTitle || w.form&inBase == 0 || i-3 <= s.lo || t.tok[i-1].low != "," && t.tok[i-1].low != "and" {
		return stretch{}
	}
	for k := i - 2; k > s.lo && k > i-9; k-- {
		if _, _, brk := r.breaks.match(t.tok, k); brk || t.tok[k].low == "," && k < i-1 {
			break
		}
		if t.tok[k].low != "to" && t.tok[k].low != "will" {
			continue
		}
		if v, _, ok := r.ev.terms.match(t.tok, k+1); !ok || v.form&inBase == 0 || !v.is(roleDo|roleTravel|roleVisit|roleArrive) {
			continue
		}
		lo := r.clauseStart(s, k)
		end, _ := r.auxBefore(lo, k+1)
		if who := r.subjectActors(stretch{lo, end}); len(who) > 0 {
			return stretch{lo, end}
		}
	}
	return stretch{}
}

// challenger finds who offered the meeting to those before the verb: "X invites Y to meet at Z".
func (r *eventReader) challenger(s, np stretch) []string {
	t := r.t
	for c := np.hi - 2; c > s.lo; c-- {
		if v, _, ok := r.verbs.match(t.tok, c); ok && v.frame != frameNone && (v.form&inThird != 0 || v.form&inPast != 0) {
			if v.typ != "offer" {
				return nil
			}
			if who := r.actorsIn(r.clauseStart(s, c), c); len(who) > 0 {
				return who
			}
			first, _ := r.subject(s)
			return r.subjectActors(first) // "X hopes for A and invites Y to meet him"
		}
	}
	return nil
}

// pomp tells whether what follows a guest says how he was received: "with a red carpet".
func (r *eventReader) pomp(i, hi int) bool {
	return i < hi && r.anyRole(i+1, min(i+6, hi), rolePomp)
}

// honoured tells whether guests are received with honours, which is told by the verb w or behind
// it: "rolls out red carpet for X", "greets X on red carpet", "welcomes X with a guard of honour".
func (r *eventReader) honoured(w eventWord, guests []string, i, hi int) bool {
	if r.pomp(r.beforeWord("with", i, hi), hi) {
		return true
	}
	return r.person(guests[0]) && (strings.HasPrefix(w.lemma, "roll out") || r.pomp(r.beforeWord("on", i, hi), hi))
}

// staysAway tells whether somebody only keeps away from what others hold: "skips summit".
func (r *eventReader) staysAway(s stretch, lo, i int) bool {
	if len(r.ownersIn(lo, i)) > 1 {
		return false
	}
	_, gov := r.governor(s, lo)
	return gov.is(roleShun)
}

// stateNamed is the one state named in an event's name before its noun: "new Iran talks".
func (r *eventReader) stateNamed(lo, i int) []string {
	for _, m := range r.who.mentions(r.t, lo, i) {
		if m.how == byName && !m.seat && r.who.actors[m.actor].Kind == model.State {
			return []string{r.who.actors[m.actor].ID}
		}
	}
	return nil
}

// wishesFor tells whether somebody only wants those before the verb at i to meet: "X wants Y
// and Z to meet".
func (r *eventReader) wishesFor(lo, end, i int) bool {
	if !r.any(end, i, "to") {
		return false
	}
	for k := lo; k < end; k++ {
		if r.any(k, k+1, "wants", "want", "wanted") && (len(r.actorsIn(k+1, end)) > 0 || r.any(k+1, end, "leaders", "presidents")) {
			return true
		}
	}
	return false
}

// onlyOffered tells whether an event's name only says at i what is offered or asked for: "rejects
// talks offer", not "talks offer hope".
func (r *eventReader) onlyOffered(i, hi int) bool {
	if r.t.field != model.InTitle || i >= hi || !r.any(i, i+1, "offer", "offers", "proposal", "proposals", "invitation", "overture", "overtures", "request") {
		return false
	}
	return i+1 >= hi || !r.t.tok[i+1].wordy() || r.word(r.t, i+1)&(hPrep|hBreak|hAux) != 0 || r.any(i+1, i+2, "to")
}

// longsTo tells whether one side only wants to do what the verb at i tells: "X wants to meet Y",
// "X considers meeting Y".
func (r *eventReader) longsTo(end, i int, status string) bool {
	if status == model.EventDenied {
		return false
	}
	for k := end; k < i; k++ {
		if r.isRole(k, roleWish) {
			return true
		}
	}
	return false
}

// calledUpon tells whether those who stand before "to" and the verb at i are only asked or
// pressed to do it: "X urges Y and Z to meet". Who invites somebody has something to offer.
func (r *eventReader) calledUpon(s stretch, i int) bool {
	t, to := r.t, i-1
	if t.field != model.InTitle || to <= s.lo || t.tok[to].low != "to" {
		return false
	}
	for k := to - 1; k > s.lo; k-- {
		if v, n, ok := r.verbs.match(t.tok, k); ok && v.frame != frameNone && k+n < to && v.form&(inThird|inBase|inPast) != 0 && !r.who.known(t, k) {
			return (v.frame == frameAsk || v.frame == frameTell || v.typ == "criticism") && v.typ != "offer" && v.lemma != "invite" && r.onlyNames(k+n, to)
		}
	}
	return false
}

// onlyNames tells whether a stretch is one name or a list of names.
func (r *eventReader) onlyNames(lo, hi int) bool {
	for _, m := range r.who.mentions(r.t, lo, hi) {
		if m.lo > lo && !r.any(lo, lo+1, ",", "and", "&", "both") {
			return false
		}
		lo = m.hi
	}
	return lo >= hi
}

// onlyWished tells whether a verb that has an event for its object says no more than that
// somebody would like it.
func (r *eventReader) onlyWished(gov eventWord, status string) bool {
	return gov.is(roleWish) && status == model.Planned
}

// truceCall tells whether a call in a headline, whose name begins at lo and its noun at i, is
// what somebody calls for and has no time for: "rejects truce call".
func (r *eventReader) truceCall(s stretch, lo, i int) bool {
	if r.t.field != model.InTitle || i-1 < s.lo || !r.isRole(i-1, roleDeal|roleMatter) || len(r.ownersIn(lo, i)) > 1 {
		return false
	}
	_, gov := r.governor(s, lo)
	return gov.is(roleDeny) || gov.lemma == "recall" || r.isRole(i-1, roleDeal) && !gov.is(roleHold)
}

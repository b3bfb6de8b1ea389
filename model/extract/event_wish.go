package extract

import (
	"strings"

	"parley/model"
)

// Meetings that somebody offers, dares another to or is ready for: they are planned as
// far as headlines go.

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

// challenger finds who is to be met by a pronoun, or who asked for the meeting: "X dares
// Y to meet him", "X invites Y to meet at Z".
func (r *eventReader) challenger(s, np stretch, i, n int) []string {
	t, k := r.t, i+n
	if k < s.hi && t.tok[k].low == "with" {
		k++
	}
	pronoun := k < s.hi && r.any(k, k+1, "him", "her", "them")
	for c := np.hi - 2; c > s.lo; c-- {
		if v, _, ok := r.verbs.match(t.tok, c); ok && v.frame != frameNone && (v.form&inThird != 0 || v.form&inPast != 0) {
			if v.typ != "offer" && !(pronoun && (v.frame == frameAsk || v.frame == frameTell || v.typ == "criticism")) {
				return nil
			}
			if who := r.actorsIn(r.clauseStart(s, c), c); len(who) > 0 {
				return who
			}
			first, _ := r.subject(s)
			return r.subjectActors(first) // "X hopes for A and dares Y to meet him"
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

// wishesFor returns where those begin whom somebody wants to meet: "X wants Y and Z to meet".
func (r *eventReader) wishesFor(lo, end, i int) int {
	if !r.any(end, i, "to") {
		return lo
	}
	for k := lo + 1; k < end; k++ {
		if r.any(k, k+1, "wants", "want", "wanted") && len(r.actorsIn(k+1, end)) > 0 {
			return k + 1
		}
	}
	return lo
}

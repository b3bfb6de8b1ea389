package extract

import (
	"strings"

	"parley/model"
)

// Running text names the parties once and then goes back to them: "The talks ended", "A
// second meeting could be held in Oslo", "The two sides signed a memorandum". Such an event
// is told without anybody named where its name, or those who meet, can be no others than
// those of diplomacy.

// standsAlone tells whether an event may be told of without anybody who takes part; who
// travels is always named.
func standsAlone(kind string) bool {
	switch kind {
	case "deadline", "agreement", "cancellation", "meeting", "talks", "call", "press":
		return true
	}
	return false
}

// short is how many sentences a text may have that names no parties for what it goes back to:
// its headline does.
const short = 4

// goesBack tells whether the event that the noun at i names in running text, whose name
// begins at name.lo and is followed by its companions, is one of diplomacy that was told of
// before: "the summit", "a trilateral meeting", "the next round of talks".
func (r *eventReader) goesBack(s, name stretch, i, n int) bool {
	t := r.t
	if i+n+1 < s.hi && r.any(i+n, i+n+1, "between") && r.theSides(stretch{i + n + 1, r.objectEnd(i+n+1, s.hi)}) {
		return true
	}
	if i+n < s.hi && (t.tok[i+n].kind == wordToken && !t.tok[i+n].is(flagCapital) && r.compoundBehind(i+n) || r.any(i+n, i+n+1, "of", "with", "between", "among", "for", "-")) {
		return false // "the meeting of shareholders", "talks with lenders", "the summit venue"
	}
	pointed, formal := false, false
	for k := max(s.lo, name.lo-1); k < i; k++ {
		switch {
		case r.lex.of(&t.tok[k])&classDeterminer != 0 || r.word(t, k)&hDeterminer != 0:
			pointed = pointed || r.beside(k, k+1, aroundPointing)
		case r.isRole(k, roleMatter) && !r.any(k, k+1, "trade", "border", "water", "security", "crisis", "secret", "technical", "leaders", "ministerial", "emergency"), r.beside(k, k+1, aroundFormal):
			formal = true
		case r.isRole(k, roleMatter), r.beside(k, k+1, aroundPointing):
			pointed = pointed || r.beside(k, k+1, aroundPointing)
		case genitive(&t.tok[k]) && k > 0 && r.day(k-1):
			pointed = true // "Monday's talks"
		case r.word(t, k)&hPlanned != 0, t.tok[k].kind == dashToken, t.tok[k].kind == numberToken, r.day(k), genitive(&t.tok[k]), k < name.lo, r.any(k, k+1, "of", "round", "rounds"):
		case r.listedTown(k):
			pointed = true // "the Oslo summit"
		default:
			return false // "the school meeting"
		}
	}
	if !pointed && name.lo > s.lo {
		k := name.lo - 1
		pointed = r.beside(k, k+1, aroundPointing)
	}
	pointed = pointed && len(t.sents) <= short // a longer text has said before whose they are
	switch t.tok[i+n-1].low {
	case "summit", "talks", "negotiations", "bilateral", "trilateral", "round":
		return pointed || formal || n > 1 || i == s.lo && t.tok[i+n-1].low != "summit"
	case "meeting", "session", "conference", "briefing", "appearance":
		return formal || pointed && (t.tok[i].low == "meeting" || i+n-i > 1 && r.any(name.lo, i+1, "joint"))
	case "presser":
		return pointed || formal
	case "lunch", "dinner", "breakfast":
		return formal || n > 1
	}
	return false
}

// compoundBehind tells whether the plain word at i makes of the event's name before it the
// name of something else: "summit venue", "meeting room".
func (r *eventReader) compoundBehind(i int) bool {
	return r.thing(i) && !r.tellsStatus(i, len(r.t.tok)) && !r.t.tok[i].is(flagQuoted) && r.word(r.t, i)&(hReached|hPlanned) == 0
}

// strangerActs tells whether the subject of a sentence is somebody with a name that nobody
// knows, whom a pronoun at a later token may mean: "Quell says he met Y".
func (r *eventReader) strangerActs(s stretch, at int) bool {
	first, verb := r.subject(s)
	first = r.withoutLead(first)
	if verb < 0 || verb >= at || first.lo >= first.hi || first.hi > at {
		return false
	}
	last := first.hi - 1
	return r.t.tok[last].is(flagCapital) && r.t.tok[last].kind == wordToken && len(r.namedIn(first.lo, first.hi)) == 0 && r.lex.of(&r.t.tok[last])&classPronoun == 0
}

// meantBefore lists whom a pronoun in a sentence means that names nobody before it: those of
// the event told last, in the sentence before, if their number fits.
func (r *eventReader) meantBefore(s stretch, pronoun string) []string {
	n := len(r.found) - 1
	if n < 0 || r.heads[n].hi > s.lo {
		return nil
	}
	for k, before := range r.t.sents {
		if k+1 < len(r.t.sents) && r.t.sents[k+1].lo == s.lo && r.heads[n].lo < before.lo {
			return nil
		}
	}
	them := r.found[n].Participants
	switch pronoun {
	case "they":
		if len(them) > 1 {
			return them
		}
	case "he", "she":
		if len(them) == 1 && r.person(them[0]) {
			return them
		}
	}
	return nil
}

// holders tells whether those who hold an event in running text need nobody else for it: a
// body that meets by itself, or "the two sides".
func (r *eventReader) holders(clause stretch, who []string) bool {
	end, _ := r.auxBefore(clause.lo, clause.hi)
	np := r.withoutLead(stretch{clause.lo, end})
	if np.lo >= np.hi {
		return false
	}
	return r.theSides(np) || len(who) == 1 && r.assembly(np) && !r.person(who[0])
}

// ofSides tells whether an agreement in running text, whose name ends at i, is one between
// states though no party is named: "the two sides signed a memorandum", "no deal was
// reached", "the talks ended without a breakthrough".
func (r *eventReader) ofSides(s stretch, i int, prev, status string) bool {
	first, _ := r.subject(s)
	if r.theSides(r.withoutLead(first)) {
		return true
	}
	if status == model.Done && r.beside(max(s.lo, i-2), i, aroundWarring) {
		return r.reachedVerb(i, s.hi) > 0 || r.applies(i, s.hi) // "a ceasefire was agreed"
	}
	if status != model.NoneReached {
		return false
	}
	if n := len(r.found); prev == "without" && n > 0 && r.heads[n-1].lo >= s.lo && r.heads[n-1].hi <= i && kin(r.found[n-1].Kind) == "talks" {
		return true
	}
	if prev == "no" && r.any(s.lo, i, "there") && r.any(s.lo, i, "was") {
		return true // "there was no deal"
	}
	return r.reachedVerb(i, s.hi) > 0 && prev != "without" && !r.any(i, s.hi, "by")
}

// listedTown tells whether a place of the list, or the seat of a state, is named at i.
func (r *eventReader) listedTown(i int) bool {
	if !r.t.tok[i].is(flagCapital) {
		return false
	}
	_, _, ok := r.ev.times.places.match(r.t.tok, i)
	m, named := r.who.nameAt(r.t, i)
	return ok || named && m.seat
}

// agreedBy tells whether two sides in running text agree on what follows the verb at i: "X and
// Y agreed to a truce".
func (r *eventReader) agreedBy(s stretch, i int, g eventWord) bool {
	if !strings.HasPrefix(g.lemma, "agree") {
		return false
	}
	lo := r.clauseStart(s, i)
	end, _ := r.auxBefore(lo, i)
	np := r.withoutLead(stretch{lo, end})
	return len(r.subjectActors(np)) > 1 || r.theSides(np)
}

// fullName tells whether nothing but a first and a family name stands in np, which no list
// knows: "Ada Quell".
func (r *eventReader) fullName(np stretch) bool {
	if n := np.hi - np.lo; n < 2 || n > 4 {
		return false
	}
	for k := np.lo; k < np.hi; k++ {
		w := &r.t.tok[k]
		if w.kind != wordToken || !w.is(flagCapital) || w.is(flagQuoted) || w.is(flagAllCaps) || w.id != 0 && (k == np.hi-1 || r.common(k)) {
			return false
		}
	}
	return true
}

// common tells whether a list knows the word at k as anything but part of somebody's name.
func (r *eventReader) common(k int) bool {
	w := &r.t.tok[k]
	_, _, event := r.ev.terms.match(r.t.tok, k)
	_, _, town := r.ev.times.places.match(r.t.tok, k)
	return event || town || r.word(r.t, k) != 0 || r.lex.of(w) != 0 || r.who.noun(w) != 0 || r.who.known(r.t, k)
}

// withPost is the one person that running text names between lo and hi, with a post or by a full
// name, whom no list knows: "Foreign Minister Ada Quell".
func (r *eventReader) withPost(lo, hi int) []string {
	if lo < hi && r.any(lo, lo+1, "with", "to", "by") {
		lo++
	}
	np := stretch{lo, r.beforeComma(lo, hi)}
	for np.hi > np.lo && r.t.tok[np.hi-1].kind == stopToken {
		np.hi--
	}
	if np.lo >= np.hi || !r.t.tok[np.hi-1].is(flagCapital) || !r.titled(np) && !r.fullName(np) {
		return nil
	}
	ps := r.parties(np)
	if len(ps) != 1 || ps[0].actor >= 0 || ps[0].capacity != "person" {
		return nil
	}
	return []string{ps[0].id}
}

// domestic tells whether a sentence of running text speaks of work, trade or games, where those
// who meet without a name are none of states: "talks to end the strike".
func (r *eventReader) domestic(s, head stretch) bool {
	for k := s.lo; k < min(s.hi, head.hi+12); k++ {
		if r.beside(k, k+1, aroundDomestic) && !r.t.tok[k].is(flagCapital) {
			return true
		}
	}
	return false
}

package extract

import (
	"strings"

	"parley/model"
)

// The name of an event: where it begins, what it goes back to, and the place in it.

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
		case r.phraseEnds(i), participle(k.low) && r.word(t, i)&hDeterminer != 0 && !known:
			return i // "has overshadowed the summit"
		case k.low == "of" && i-2 >= s.lo && (t.tok[i-2].low == "round" || t.tok[i-2].low == "rounds" || t.tok[i-2].low == "day" || t.tok[i-2].low == "days" || t.tok[i-2].low == "hours" || t.tok[i-2].low == "weeks" || t.tok[i-2].low == "series"):
		case t.field == model.InText && (r.lex.of(k)&classSaid != 0 || k.low == "that"):
			return i // "the Kremlin said the summit"
		case t.field == model.InText && participle(k.low) && i-3 >= s.lo && (r.word(t, i-2)&hDeterminer != 0 || r.word(t, i-3)&hDeterminer != 0 && strings.HasSuffix(t.tok[i-2].low, "ly")): // "a closed session"
		case known, genitive(k), c&hPlanned != 0, k.kind == dashToken && r.joins(i-1):
		case k.low == ",", k.low == "and", k.low == "&":
			if i-2 < s.lo || !r.who.known(t, i-2) || !r.who.known(t, i) {
				return i
			}
		case k.kind != wordToken && k.kind != numberToken, c&(hPrep|hBreak|hAux) != 0, r.isRole(i-1, roleHold|rolePlan|roleDrop|roleRecall), c&hVerb != 0, r.lex.of(k)&(classPreposition|classConjunction|classAuxiliary|classModal) != 0:
			return i
		case r.cueAt(i - 1):
			return i
		}
		i--
	}
	return i
}

// inPair tells whether a seat is one of two that stand for their states: "Oslo-Lima talks".
func (r *eventReader) inPair(m mention, hi int) bool {
	return m.hi+1 < hi && r.t.tok[m.hi].kind == dashToken && r.joins(m.hi) && r.who.known(r.t, m.hi+1) ||
		m.lo > 1 && r.t.tok[m.lo-1].kind == dashToken && r.joins(m.lo-1) && r.who.known(r.t, m.lo-2)
}

// placeIn is the place that an event's name has between its beginning at lo and its noun at i, empty
// for none: "the Oslo talks".
func (r *eventReader) placeIn(lo, i int) string {
	for _, m := range r.who.mentions(r.t, lo, i) {
		if m.seat && !r.inPair(m, i) {
			return r.t.raw(m.lo, m.hi)
		}
		if m.hi == i && m.how == byName && r.who.actors[m.actor].Kind == model.State && r.any(i, i+1, "visit", "trip", "tour", "stopover") && !r.any(i+1, min(i+2, len(r.t.tok)), "date", "dates", "show", "shows", "match", "matches", "squad") {
			return r.t.raw(m.lo, m.hi) // "cuts short Norway visit", not a band's "tour dates"
		}
	}
	for k := lo; k < i; k++ {
		if k+1 == i && r.beside(k, i, aroundLand) && !r.any(i, i+1, "visit", "trip", "tour") {
			continue
		}
		if _, n, ok := r.ev.times.places.match(r.t.tok, k); ok && r.t.tok[k].is(flagCapital) && k+n <= i && !r.who.known(r.t, k) {
			return r.t.raw(k, k+n)
		}
	}
	return ""
}

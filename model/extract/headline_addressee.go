package extract

import (
	"strings"
)

// Whom somebody tells, warns or lobbies, which is no part of what he says.

// afterAddressee skips whom a speaker tells: "tells European leaders he intends
// …". One who is told to do something belongs to the content.
func (r *titleReader) afterAddressee(lo, hi int) (int, string) {
	t := r.t
	if _, n, ok := r.outlets.match(t.tok, lo); ok && t.tok[lo].is(flagCapital) && lo+n < hi {
		return lo + n, t.raw(lo, lo+n)
	}
	switch t.tok[lo].low {
	case "me", "us", "him", "her", "them", "reporters":
		if lo+1 < hi && t.tok[lo+1].low != "to" && t.tok[lo+1].low != "not" && t.tok[lo+1].low != "that" && !t.tok[lo].is(flagAllCaps) {
			return lo + 1, t.raw(lo, lo+1)
		}
	}
	if end := r.unknownName(lo, hi); end > lo {
		return end, t.raw(lo, end)
	}
	for i := lo + 1; i < hi && i < lo+8; i++ {
		k := &t.tok[i]
		if k.kind == quoteToken && k.is(flagOpens) && r.predicateQuoted(i, hi) {
			return lo, ""
		}
		if k.kind == quoteToken && k.is(flagOpens) && r.word(t, i-1)&hAux != 0 && t.tok[i-1].low != "to" {
			return r.capitalsEnd(lo, i), "" // "tells Storting war is 'over'"
		}
		switch {
		case k.low == "to" || k.low == "not":
			return lo, t.raw(lo, i)
		case r.word(t, i)&hAux != 0:
			return r.capitalsEnd(lo, i+1), "" // "tells Hannity talks were a waste of time"
		case k.low == "that" || k.low == "of" || k.low == "about":
			return i + 1, t.raw(lo, i)
		case k.kind == quoteToken && k.is(flagOpens), r.word(t, i)&hPronoun != 0, k.low == "it's", k.low == "there":
			return i, t.raw(lo, i)
		}
		if m, ok := r.who.nameAt(t, i-1); ok && i-1 == lo && m.hi < hi {
			if w := t.tok[m.hi].low; w != "to" && w != "not" && w != "and" && w != "," && w != "that" && !genitive(&t.tok[m.hi]) && r.noun(m.hi) == 0 {
				return m.hi, t.raw(lo, m.hi)
			}
			if m.hi > i {
				i = m.hi - 1
			}
		} else if r.who.noun(&t.tok[i-1])&nounUnnamed != 0 && r.hasVerb(stretch{i, hi}) && k.low != "and" {
			return i, t.raw(lo, i)
		}
	}
	return lo, ""
}

// onlyWhom tells whether what seems to be said is no more than whom somebody told, or
// where: "tells Gazette", "tells Norway", "tells Quell in Oslo".
func (r *titleReader) onlyWhom(v headVerb, c stretch) bool {
	if c.lo >= c.hi || v.frame != frameTell {
		return false
	}
	if r.isOutlet(c) || r.any(c.lo, c.lo+1, "in", "at", "during") && c.hi-c.lo < 4 {
		return true
	}
	m, ok := r.who.nameAt(r.t, c.lo)
	return ok && m.hi == c.hi && !r.anyQuote(c)
}

func (r *titleReader) noun(i int) nounClass { return r.who.noun(&r.t.tok[i]) }

// unknownName returns where a name that nobody knows ends, when a clause follows it
// in lower case: "tells Hannity meeting went well".
func (r *titleReader) unknownName(lo, hi int) int {
	t, i := r.t, lo
	for i < hi && i < lo+3 && t.tok[i].is(flagCapital) && t.tok[i].id == 0 {
		i++
	}
	if r.cased || i == lo || i >= hi || t.tok[i].kind != wordToken || t.tok[i].is(flagCapital) || r.word(t, i)&^hThing != 0 || r.lex.of(&t.tok[i]) != 0 || !r.hasVerb(stretch{i, hi}) {
		return lo
	}
	return i
}

// capitalsEnd returns where the capitalised words that begin at lo end, lo where none follow
// in small letters before hi.
func (r *titleReader) capitalsEnd(lo, hi int) int {
	i := lo
	for i < hi && r.t.tok[i].is(flagCapital) {
		i++
	}
	if r.cased || i >= hi-1 || genitive(&r.t.tok[i]) {
		return lo
	}
	return i
}

// predicateQuoted tells whether the quotation that opens at i begins with a verb, so that
// its subject stands before it: "warns Quell 'has no interest'".
func (r *titleReader) predicateQuoted(i, hi int) bool {
	if i+1 >= hi {
		return false
	}
	c := r.word(r.t, i+1)
	return c&hAux != 0 && r.t.tok[i+1].low != "to" && !r.t.tok[i+1].is(flagCapital) || c&hVerb != 0 && c&hThing == 0 && strings.HasSuffix(r.t.tok[i+1].low, "s")
}

// afterWarned skips whom a speaker warns: "warns Russia of 'consequences'".
func (r *titleReader) afterWarned(lo, hi int) (int, string) {
	t := r.t
	switch t.tok[lo].low {
	case "of", "about":
		return lo + 1, ""
	case "against", "over", "that":
		return lo, ""
	}
	for i := lo + 1; i < hi && i < lo+6; i++ {
		k := &t.tok[i]
		switch {
		case k.low == "of" && r.any(i-1, i, "risk", "danger", "brink", "threat", "number", "part", "verge"):
			return lo, "" // "warns 40 villages at risk of flood"
		case k.low == "of" || k.low == "about":
			return i + 1, t.raw(lo, i)
		case k.low == "not" && i+1 < hi && t.tok[i+1].low == "to":
			return lo, t.raw(lo, i) // what somebody is to leave alone, as with "urges"
		case k.low == "not" && !r.canSpeak(stretch{lo, i}):
			return lo, "" // "warns rate cut not certain"
		case k.low == "that" || k.low == "against" || k.low == "over" || k.low == "not":
			return i, t.raw(lo, i)
		case k.kind == quoteToken && k.is(flagOpens) && i > lo:
			if r.predicateQuoted(i, hi) {
				return lo, ""
			}
			return i, t.raw(lo, i)
		case (k.low == "he" || k.low == "she" || k.low == "they" || k.low == "it" || k.low == "we") && i+1 < hi && r.word(t, i+1)&hAux != 0:
			return i, t.raw(lo, i) // "warns Russia he may send boats"
		case r.word(t, i)&(hVerb|hAux) != 0:
			return lo, ""
		}
	}
	return lo, ""
}

// afterLobbied skips whom a speaker lobbies: "lobbies X for A".
func (r *titleReader) afterLobbied(v headVerb, lo, hi int) (int, string) {
	if v.lemma != "lobby" && v.lemma != "petition" {
		return lo, ""
	}
	for i := lo + 1; i+1 < hi && i < lo+7; i++ {
		switch r.t.tok[i].low {
		case "for":
			return i + 1, r.t.raw(lo, i)
		case "to", "on":
			return lo, ""
		}
	}
	return lo, ""
}

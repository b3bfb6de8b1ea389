package extract

import (
	"strings"

	"parley/model"
)

// Where the name of somebody, or of a body, ends within the phrase that names him.

// wholeBody is the name of a body that goes on behind its head: "National Federation
// of Small Ports" is no "Federation". Any other name is returned as it is.
func (r *resolver) wholeBody(t *text, lo, end, hi int, name string) string {
	if end+1 >= hi || t.tok[end].low != "of" && t.tok[end].low != "for" || !t.tok[end+1].is(flagCapital) {
		return name
	}
	for end++; end < hi && (t.tok[end].is(flagCapital) && t.tok[end].kind == wordToken || t.tok[end].low == "and" && end+1 < hi && t.tok[end+1].is(flagCapital)); end++ {
	}
	for lo < end && (!t.tok[lo].is(flagCapital) || t.tok[lo].low == "the") {
		lo++
	}
	return t.raw(lo, end)
}

// nameBack gathers the capitalised words that end at end, without titles, posts,
// adjectives of states and determiners.
func (r *resolver) nameBack(t *text, lo, end int) string {
	i := end
	for i > lo && end-i < 5 {
		w := &t.tok[i-1]
		if w.low == "-" && i-1 > lo && i < end {
			i--
			continue
		}
		if w.kind != wordToken || !w.is(flagCapital) && r.noun(w)&nounParticle == 0 || i < end && !w.initial() && r.stops(t, i-1) {
			break
		}
		i--
	}
	for i < end && (t.tok[i].low == "-" || r.noun(&t.tok[i])&nounParticle != 0 && !t.tok[i].is(flagCapital)) {
		i++
	}
	return t.raw(i, end)
}

// initial tells whether a token stands for a given name: the "F." of a full name.
func (k *token) initial() bool {
	return len(k.low) == 2 && k.is(flagAbbrev) && k.is(flagCapital)
}

// endOfName finds the person of the directory whose full name ends with a name that
// begins with an initial, which nobody goes by alone.
func (r *resolver) endOfName(t *text, end int, name string) (actor int, ok bool) {
	first := end
	for range strings.FieldsSeq(name) {
		first--
	}
	if first < 0 || !t.tok[first].initial() {
		return 0, false
	}
	for i := range r.actors {
		if r.actors[i].Kind == model.Person && strings.HasSuffix(r.actors[i].Name, " "+name) {
			return i, true
		}
	}
	return 0, false
}

// stops tells whether the word before a name is no part of it.
func (r *resolver) stops(t *text, i int) bool {
	return r.noun(&t.tok[i])&(nounTitle|nounUnnamed|nounPast|nounRank) != 0 || t.tok[i].low == "'s" || r.known(t, i) && !r.besideName[t.tok[i].low].place || r.endsOffice(t, i)
}

// endsOffice tells whether a post of several words ends with the word at i: "minister of
// foreign affairs".
func (r *resolver) endsOffice(t *text, i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if t.tok[k].starts&r.offices.bit == 0 {
			continue
		}
		if end, _ := r.officeAt(t, k); end == i+1 {
			return true
		}
	}
	return false
}

// wordy says that a token is a word or a number.
func (k *token) wordy() bool { return k.kind == wordToken || k.kind == numberToken }

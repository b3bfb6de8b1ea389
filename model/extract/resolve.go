package extract

import (
	"sort"

	"parley/model"
)

// mention is a stretch of words that names an actor of the directory.
type mention struct {
	lo, hi int // tokens
	actor  int // index in the directory
	how    refKind
	seat   bool
}

// nameAt returns the longest name that begins at token i. Case counts where the
// name has capitals, except in a text that is all capitals.
func (r *resolver) nameAt(t *text, i int) (m mention, ok bool) {
	if i >= len(t.tok) || !r.names.begins(&t.tok[i]) {
		return m, false
	}
	at, n := r.names.find(t.tok, i)
	if n == 0 {
		return m, false
	}
	ref := &r.names.values[at]
	if k := &t.tok[i]; !t.caps && !ref.any && (!k.is(flagCapital) && !ref.small || ref.caps && !k.is(flagAllCaps)) {
		return mention{}, false
	}
	if ref.shared && r.foreign(t, i, i+n, r.actors[ref.actor].State) || n == 1 && r.ofDoubleName(t, i) {
		return mention{}, false
	}
	return mention{lo: i, hi: i + n, actor: ref.actor, how: ref.how, seat: ref.seat}, true
}

// foreign tells whether tokens lo to hi name a body of another state than the one given:
// "India's Supreme Court", "the Senate of Ruritania".
func (r *resolver) foreign(t *text, lo, hi int, state string) bool {
	other := func(at int32) bool {
		a := r.actors[r.names.values[at].actor]
		return (a.Kind == model.State || a.Kind == model.Bloc) && a.ID != state
	}
	end := lo
	if end > 0 && genitive(&t.tok[end-1]) {
		end--
	}
	for k := max(0, end-3); k < end; k++ {
		if at, n := r.names.find(t.tok, k); n > 0 && k+n == end && other(at) {
			return true
		}
	}
	if hi+1 < len(t.tok) && (t.tok[hi].low == "of" || t.tok[hi].low == "in") {
		k := hi + 1
		if t.tok[k].low == "the" && k+1 < len(t.tok) {
			k++
		}
		at, n := r.names.find(t.tok, k)
		return n > 0 && other(at)
	}
	return false
}

// officeAt returns the end of the longest post that is named at token i, and its classes.
func (r *resolver) officeAt(t *text, i int) (int, []string) {
	if i >= len(t.tok) {
		return i, nil
	}
	classes, n, _ := r.offices.match(t.tok, i)
	return i + n, classes
}

// find returns the actor with an id, nil for none.
func (r *resolver) find(id string) *model.Actor { return r.byID[id] }

func (r *resolver) noun(k *token) nounClass { return r.nouns.of(k.id) }

// holderAfter looks for a post after a name: "Russian president", "Ukraine's top
// envoy", "NATO chief". It returns the holder and where the phrase ends.
func (r *resolver) holderAfter(t *text, m mention) (mention, bool) {
	if m.lo > 0 && r.noun(&t.tok[m.lo-1])&nounPast != 0 {
		return m, false
	}
	i := m.hi
	if i < len(t.tok) && (genitive(&t.tok[i])) {
		i++
	}
	for i < len(t.tok) {
		if end, classes := r.officeAt(t, i); end > i {
			if end < len(t.tok) && r.noun(&t.tok[end])&nounSought != 0 {
				return m, false
			}
			if who, ok := r.holder(t, m.actor, classes); ok && !r.anotherHolds(t, end, who) {
				if r.familyOf(t, end, who) {
					end++
				}
				return mention{lo: m.lo, hi: end, actor: who, how: byOffice}, true
			}
		}
		if c := r.noun(&t.tok[i]); c&nounRank == 0 || c&nounPast != 0 || i-m.hi > 3 || t.tok[i].low == "trade" { // a trade envoy is no envoy
			return m, false
		}
		i++
	}
	return m, false
}

// anotherHolds tells whether a name after a post is not the holder's: an office of
// another time.
func (r *resolver) anotherHolds(t *text, i, who int) bool {
	if i >= len(t.tok) || t.tok[i].kind != wordToken || !t.tok[i].is(flagCapital) || t.caps {
		return false
	}
	if m, ok := r.nameAt(t, i); ok {
		return m.actor != who && r.actors[m.actor].Kind == model.Person
	}
	return t.tok[i].id == 0 && !r.familyOf(t, i, who)
}

// familyOf tells whether the word at i, which is no name by itself, is the one by which a
// holder goes behind his post: "North Korean leader Kim".
func (r *resolver) familyOf(t *text, i, who int) bool {
	if i >= len(t.tok) || t.tok[i].kind != wordToken || !t.tok[i].is(flagCapital) || i+1 < len(t.tok) && t.tok[i+1].kind == wordToken && t.tok[i+1].is(flagCapital) && t.tok[i+1].id == 0 {
		return false
	}
	if _, ok := r.nameAt(t, i); ok {
		return false
	}
	return hasName(r.actors[who].Name, t.raw(i, i+1))
}

// officeOf reads "president of Ukraine" and "the NATO secretary general"'s inverse.
func (r *resolver) officeOf(t *text, i int) (mention, bool) {
	end, classes := r.officeAt(t, i)
	if end == i || end+1 >= len(t.tok) || t.tok[end].low != "of" || i > 0 && r.noun(&t.tok[i-1])&nounPast != 0 {
		return mention{}, false
	}
	if longer, _ := r.officeAt(t, max(0, i-1)); i > 0 && longer >= end {
		return mention{}, false // "the vice president of X" is not the president of X
	}
	k := end + 1
	if t.tok[k].low == "the" && k+1 < len(t.tok) {
		k++
	}
	m, ok := r.nameAt(t, k)
	if !ok {
		return mention{}, false
	}
	who, ok := r.holder(t, m.actor, classes)
	return mention{lo: i, hi: m.hi, actor: who, how: byOffice}, ok && !r.anotherHolds(t, m.hi, who)
}

// search finds every actor that a text names, once for all who ask.
func (r *resolver) search(t *text) {
	t.named, t.searched = r.appendMentions(t.named, t, 0, len(t.tok)), true
}

// mentions finds every actor that tokens lo to hi name, in order, without overlaps. The
// list is the caller's own until the next document is read.
func (r *resolver) mentions(t *text, lo, hi int) []mention {
	if !t.searched {
		return r.appendMentions(nil, t, lo, hi)
	}
	from := sort.Search(len(t.named), func(k int) bool { return t.named[k].hi > lo })
	if from < len(t.named) && t.named[from].lo < lo {
		return r.appendMentions(nil, t, lo, hi) // lo parts a name, whose end may be another
	}
	to := from
	for to < len(t.named) && t.named[to].hi <= hi {
		to++
	}
	out := t.copyOf(t.named[from:to])
	if to < len(t.named) && t.named[to].lo < hi {
		return r.appendMentions(out, t, t.named[to].lo, hi) // hi parts one
	}
	return out
}

func (r *resolver) appendMentions(out []mention, t *text, lo, hi int) []mention {
	either, toks := r.names.bit|r.offices.bit, t.tok
	for i := lo; i < hi; {
		if toks[i].starts&either == 0 {
			i++
			continue
		}
		m, ok := r.nameAt(t, i)
		if ok {
			if held, is := r.holderAfter(t, m); is {
				m = held
			}
		} else if r.offices.begins(&t.tok[i]) {
			m, ok = r.officeOf(t, i)
		}
		if !ok || m.hi > hi {
			i++
			continue
		}
		out = append(out, m)
		i = m.hi
	}
	return out
}

// isPlace tells whether a mention is where something is: "in Washington", "at the
// White House", "White House meeting".
func (r *resolver) isPlace(t *text, m mention) bool {
	if m.seat && m.hi < len(t.tok) && r.noun(&t.tok[m.hi])&nounVenue != 0 {
		return true
	}
	k := m.lo - 1
	if k >= 0 && t.tok[k].low == "the" {
		k--
	}
	if k < 0 {
		return false
	}
	switch t.tok[k].low {
	case "in", "at", "near", "across", "inside", "outside", "into", "throughout", "around":
		kind := r.actors[m.actor].Kind
		return m.how == byName && kind != model.Person && kind != model.Group
	case "to", "from", "for", "via", "through", "leaves", "leaving", "visits", "visiting", "of":
		return m.seat
	}
	return false
}

func genitive(k *token) bool { return k.low == "'s" || k.low == "'" }

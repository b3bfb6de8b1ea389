package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// party is who a phrase means.
type party struct {
	id, name string
	capacity string // person, office, spokesperson, collective, anonymous
	actor    int    // index in the directory, -1 for none
	lo, hi   int    // tokens
}

// parties reads a speaker's phrase: one party, or several that speak together.
func (r *resolver) parties(t *text, lo, hi int) []party { return r.appendParties(nil, t, lo, hi) }

// appendParties is parties in the room of an empty list.
func (r *resolver) appendParties(out []party, t *text, lo, hi int) []party {
	from := lo
	joined, and := false, false
	for i := lo; i <= hi; i++ {
		if i < hi && t.tok[i].low != "and" && t.tok[i].low != "&" && t.tok[i].low != "," && t.tok[i].low != "plus" && t.tok[i].low != "nor" {
			if m, ok := r.nameAt(t, i); ok && m.hi > i+1 && m.hi <= hi {
				i = m.hi - 1
			}
			continue
		}
		if i+1 < hi && t.tok[i].low == "&" && r.besideName[t.tok[i+1].low].firm {
			continue
		}
		and = and || i < hi && t.tok[i].low != ","
		if i > from {
			out = append(out, r.party(t, from, i))
		}
		joined = joined || i < hi
		from = i + 1
	}
	if joined && r.ofSeveral(t, out) {
		p := r.party(t, out[len(out)-1].lo, hi)
		p.lo, p.name = lo, t.raw(lo, hi)
		return append(out[:0], p)
	}
	if and {
		r.asStates(t, out)
	}
	if joined && !separate(out, and) {
		return append(out[:0], r.pick(out, t, lo, hi))
	}
	return out
}

// ofSeveral tells whether a list only says of which states nameless people are: "US and
// European officials", "Arab and Western nations".
func (r *resolver) ofSeveral(t *text, ps []party) bool {
	if len(ps) < 2 {
		return false
	}
	last := ps[len(ps)-1]
	if last.capacity != "anonymous" || last.hi-last.lo < 2 || !strings.HasSuffix(t.tok[last.hi-1].low, "s") || !t.tok[last.lo].is(flagCapital) {
		return false
	}
	for _, p := range ps[:len(ps)-1] {
		m, ok := r.nameAt(t, p.lo)
		if p.capacity == "person" || p.hi-p.lo > 2 || p.actor >= 0 && !(ok && m.hi == p.hi && (m.how == byAdjective || r.names.values[r.refAt(t, p.lo)].both)) || p.actor < 0 && p.hi-p.lo > 1 {
			return false
		}
	}
	return true
}

// asStates lets the leaders of the last of several states speak as the state, as the others
// do: "Norway, Sweden and Finland leaders".
func (r *resolver) asStates(t *text, ps []party) {
	if len(ps) < 2 {
		return
	}
	for i := range ps[:len(ps)-1] {
		if ps[i].actor < 0 || r.actors[ps[i].actor].Kind != model.State {
			return
		}
	}
	last := &ps[len(ps)-1]
	if m, ok := r.nameAt(t, last.lo); ok && last.capacity == "anonymous" && m.hi == last.hi-1 && r.noun(&t.tok[m.hi])&nounMembers != 0 && r.actors[m.actor].Kind == model.State {
		a := r.actors[m.actor]
		last.id, last.name, last.capacity, last.actor = a.ID, a.Name, "collective", m.actor
	}
}

// refAt is the place among the names of the one that begins at token i.
func (r *resolver) refAt(t *text, i int) int32 {
	at, _ := r.names.find(t.tok, i)
	return at
}

// separate tells a list of speakers ("Zelenskyy, Trump") from a name with its
// apposition ("Rutte, NATO chief").
func separate(ps []party, and bool) bool {
	for i := range ps {
		p := &ps[i]
		again := slices.ContainsFunc(ps[:i], func(before party) bool { return before.id == p.id })
		if !and && p.actor < 0 || p.id == model.Unnamed && p.capacity != "anonymous" || p.capacity == "office" && len(ps) == 2 && !and || again {
			return false
		}
	}
	return true
}

// pick chooses the speaker among the pieces of one phrase: a person before all.
func (r *resolver) pick(ps []party, t *text, lo, hi int) party {
	for _, p := range ps {
		if p.capacity == "person" || p.capacity == "spokesperson" {
			return p
		}
	}
	for _, p := range ps {
		if p.actor >= 0 {
			return p
		}
	}
	return r.party(t, lo, hi)
}

// party reads one noun phrase by its head: the last word before "of", "in", "who"
// and the like.
func (r *resolver) party(t *text, lo, hi int) party {
	for lo < hi && (!t.tok[lo].wordy() || t.tok[lo].low == "the" || t.tok[lo].low == "a" || t.tok[lo].low == "an" || t.tok[lo].low == "neither" || t.tok[lo].low == "both") {
		lo++
	}
	if lo >= hi {
		return party{id: model.Unnamed, name: model.Unnamed, capacity: "anonymous", actor: -1, lo: lo, hi: hi}
	}
	ms := r.mentions(t, lo, hi)
	end := r.headEnd(t, lo, hi, ms)
	for i := len(ms) - 1; i >= 0; i-- {
		if ms[i].hi == end {
			if m, ok := r.oneOf(t, lo, ms[i]); ok {
				a := r.actors[m.actor]
				return party{id: a.ID, name: a.Name, capacity: "spokesperson", actor: m.actor, lo: lo, hi: hi}
			}
			return r.named(t, lo, hi, ms[i])
		}
	}
	if n := len(ms); n > 0 && ms[n-1].hi-ms[n-1].lo > 2 && ms[n-1].how == byName && r.actors[ms[n-1].actor].Kind == model.Person && capitals(t, ms[n-1].hi, end) {
		return r.named(t, lo, hi, ms[n-1]) // "Sheikh Ivo bin Quell Al Marden" for "Sheikh Ivo bin Quell"
	}
	if m, ok := r.heldBy(t, end, hi, ms); ok {
		return r.named(t, lo, hi, m)
	}
	if name := r.strangerHeld(t, end, hi); !name.empty() {
		full := t.raw(name.lo, name.hi)
		return party{id: kebab(full), name: full, capacity: "person", actor: -1, lo: lo, hi: hi}
	}
	return r.unnamed(t, lo, hi, end, ms)
}

// heldBy finds who is named behind the whole of his post, whose first word ends before
// token end: "head of the harbour office Ada Quell". "Aide of Ada Quell" is another.
func (r *resolver) heldBy(t *text, end, hi int, ms []mention) (mention, bool) {
	if end+1 >= hi || t.tok[end].low != "of" || r.noun(&t.tok[end-1])&nounTitle == 0 || len(ms) == 0 {
		return mention{}, false
	}
	m := ms[len(ms)-1]
	if m.hi != hi || m.how != byName || r.actors[m.actor].Kind != model.Person || m.lo <= end+1 || r.stops(t, m.lo-1) && !r.known(t, m.lo-1) && t.tok[m.lo-1].low != "opposition" {
		return mention{}, false
	}
	before := &t.tok[m.lo-1]
	return m, before.kind == wordToken && (r.noun(before)&(nounTitle|nounRank|nounUnnamed) == 0 && before.low != "the" || before.low == "opposition")
}

// headEnd returns where the head of a noun phrase ends.
func (r *resolver) headEnd(t *text, lo, hi int, ms []mention) int {
	k := 0
	for i := lo; i < hi; i++ {
		for k < len(ms) && ms[k].hi <= i {
			k++
		}
		if k < len(ms) && ms[k].lo <= i {
			i = ms[k].hi - 1
			continue
		}
		if t.tok[i].starts&r.offices.bit != 0 {
			if end, _ := r.officeAt(t, i); end > i+1 && end < hi {
				i = end - 1 // "secretary of state"
				continue
			}
		}
		switch t.tok[i].low {
		case "of", "in", "for", "at", "from", "with", "on", "to", "who", "that", "which", "near", "by", "(", ",", "against", "over", "behind", "whose", "after", "during", "about", "under", "among", "–", "—":
			if i > lo {
				return i
			}
		}
	}
	for hi > lo && !t.tok[hi-1].wordy() || hi-1 > lo && t.tok[hi-1].low == "'s" {
		hi--
	}
	return hi
}

// named reads a phrase whose head is a known actor, unless a given name before
// it says that it is another of the family ("Ivanka Trump").
func (r *resolver) named(t *text, lo, hi int, m mention) party {
	a := r.actors[m.actor]
	p := party{id: a.ID, name: a.Name, capacity: capacityOf(a, m.how), actor: m.actor, lo: lo, hi: hi}
	if a.Kind == model.Person && m.how == byName && m.hi == m.lo+1 && m.lo > lo {
		if w := &t.tok[m.lo-1]; w.kind == wordToken && w.is(flagCapital) && r.noun(w) == 0 && !strings.Contains(a.Name, t.raw(m.lo-1, m.lo)) && !r.known(t, m.lo-1) && !r.besideName[w.low].common {
			name := r.nameBack(t, lo, m.hi)
			p = party{id: kebab(name), name: name, capacity: "person", actor: -1, lo: lo, hi: hi}
		}
	}
	return p
}

// known tells whether the word at i ends a name of the directory.
func (r *resolver) known(t *text, i int) bool {
	if i < 0 || t.tok[i].starts&r.naming == 0 {
		return false
	}
	for k := max(0, i-4); k <= i; k++ {
		if !r.names.begins(&t.tok[k]) {
			continue
		}
		if m, ok := r.nameAt(t, k); ok && m.hi > i {
			return true
		}
	}
	return false
}

func capacityOf(a *model.Actor, how refKind) string {
	switch {
	case a.Kind != model.Person:
		return "collective"
	case a.Role == "spokesperson":
		return "spokesperson"
	case how == byOffice:
		return "office"
	}
	return "person"
}

// unnamed reads a phrase whose head is not in the directory: a person or body of
// another name, the state behind "the Indian government", or nobody in particular.
func (r *resolver) unnamed(t *text, lo, hi, end int, ms []mention) party {
	head := &t.tok[end-1]
	class := r.noun(head)
	if class&nounWords != 0 {
		if whose := r.whose(t, lo, hi, end); whose.id != "" {
			return whose
		}
	}
	if len(ms) > 0 {
		last := ms[len(ms)-1]
		a := r.actors[last.actor]
		if a.Kind == model.Person && head.low == "office" && last.hi == end-2 && genitive(&t.tok[end-2]) {
			return party{id: a.ID, name: a.Name, capacity: "spokesperson", actor: last.actor, lo: lo, hi: hi} // "Quell's office"
		}
		if (class&nounOrgan != 0 && (a.Kind == model.State || a.Kind == model.Bloc) || class&nounMembers != 0 && a.Kind == model.Bloc) && last.hi >= end-3 {
			return party{id: a.ID, name: a.Name, capacity: "collective", actor: last.actor, lo: lo, hi: hi}
		}
	}
	if head.is(flagCapital) && head.kind == wordToken && r.names.lex.of(head)&(classDeterminer|classNumeral) == 0 && class&(nounUnnamed|nounOrgan|nounMembers) == 0 {
		if name := r.nameBack(t, lo, end); name != "" && !(head.starts&r.sharing != 0 && r.shared[strings.ToLower(name)]) {
			if i, ok := r.endOfName(t, end, name); ok {
				a := r.actors[i]
				return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byName), actor: i, lo: lo, hi: hi}
			}
			capacity := "collective"
			if strings.Contains(name, " ") {
				if class&nounSpot == 0 { // "Quell Street"
					capacity = "person"
				}
			} else {
				name = r.wholeBody(t, lo, end, hi, name)
			}
			return party{id: kebab(name), name: name, capacity: capacity, actor: -1, lo: lo, hi: hi}
		}
	}
	return party{id: model.Unnamed, name: t.raw(lo, end), capacity: "anonymous", actor: -1, lo: lo, hi: hi}
}

// whose reads who stands behind words whose noun ends before token end, as the words are his:
// "Quell's late-night post", "a statement from the harbour office". The empty party for nobody.
func (r *resolver) whose(t *text, lo, hi, end int) party {
	from, to := lo, end-2
	for to > lo && !genitive(&t.tok[to]) {
		to--
	}
	if to <= lo && end+1 < hi && (t.tok[end].low == "by" || t.tok[end].low == "from") {
		from, to = end+1, hi
	} else if k := r.fromAt(t, end, hi); to <= lo && k > end {
		from, to = k+1, hi
	}
	if to <= from {
		return party{}
	}
	p := r.party(t, from, to)
	if p.id == model.Unnamed {
		return party{}
	}
	p.lo, p.hi = lo, hi
	return p
}

// fromAt returns where "from" stands behind what words that end at end are of or to: "a readout of
// the call (from the palace)". It returns end for none.
func (r *resolver) fromAt(t *text, end, hi int) int {
	if end < hi && (t.tok[end].low == "of" || t.tok[end].low == "to") {
		for k := end + 2; k+1 < min(hi, end+6); k++ {
			if t.tok[k].low == "from" {
				return k
			}
		}
	}
	return end
}

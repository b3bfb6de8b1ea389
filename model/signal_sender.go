package model

import "slices"

// senderWindow is how far apart two reports of a measure can be of which one leaves out
// whose it is, in ms.
const senderWindow = 36 * msPerHour

// takeSender gives a signal that names no sender that of the same measure on the same
// target of the same days, where reports name one and no other: "the duty took effect".
func (w *writer) takeSender(i int32) {
	f := w.fact(i)
	sender := int32(nobody)
	for _, j := range w.sameMeasures(i) {
		switch actor := w.fact(j).actor; {
		case actor <= nobody || actor == sender:
		case sender > nobody:
			return // of two it could be either's
		default:
			sender = actor
		}
	}
	f.actor = max(f.actor, sender)
}

// sameMeasures are reports known so far of what a signal without a sender does, with the
// same instrument: those of its own item, and the first ones of the days around on one
// of its targets.
func (w *writer) sameMeasures(i int32) (out []int32) {
	f := w.fact(i)
	alike := func(j int32) bool {
		g := w.fact(j)
		return g.kind == KindSignal && g.class == f.class && g.detail == f.detail && g.dir == f.dir && (f.flags^g.flags)&(flagHistorical|flagTemporary) == 0 &&
			(f.sector == 0 || g.sector == 0 || f.sector == g.sector)
	}
	targets := unique(w.others(i))
	meet := func(j int32) bool {
		return shareAny(w.others(j), targets)
	}
	v := w.ver(f.ver)
	for j := v.facts; j < v.facts+int32(v.nFacts); j++ {
		if j != i && alike(j) && (len(targets) == 0 || len(w.others(j)) == 0 || meet(j) || w.oneSide(targets, w.others(j))) {
			out = append(out, j)
		}
	}
	now := w.factTime(i)
	for _, t := range targets {
		base, layer := w.listed(listKey{kind: KindSignal, dim: byTarget}, t)
		steps := 0
		for g := range newestFirst(base, layer) {
			j := w.group(g).founder
			if steps++; steps > maxMatches || now-w.factTime(j) > senderWindow {
				break
			}
			if w.apart(i, j) <= senderWindow && alike(j) && meet(j) {
				out = append(out, j)
			}
		}
	}
	return out
}

// oneSide says whether somebody of some actors is of the side of one of others: a text names
// the firms where its headline names their state.
func (w *writer) oneSide(some, others []int32) bool {
	side := func(a int32) string { return SideOf(*w.r.c.Directory.actor(w.r.dict.actors.text[a], "")) }
	return slices.ContainsFunc(some, func(a int32) bool {
		return side(a) != "" && slices.ContainsFunc(others, func(b int32) bool { return side(a) == side(b) })
	})
}

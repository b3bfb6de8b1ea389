package model

import "slices"

// Through is what of some changes passes a filter: facts that do, of some kinds only
// where any are named; items with such a fact; conflicts of which a side has one.
func (b *Board) Through(set ChangeSet, f Filter, kinds []Kind) ChangeSet {
	if b.unfiltered(f) && len(kinds) == 0 {
		return set
	}
	return b.through(set, f, kinds, b.passing(f))
}

func (b *Board) through(set ChangeSet, f Filter, kinds []Kind, passes func(Ref) bool) ChangeSet {
	facts := func(list []Ref) []Ref {
		return kept(list, func(ref Ref) bool { return ofKinds(kinds, ref.Kind) && passes(ref) })
	}
	out := ChangeSet{Since: set.Since, New: facts(set.New), Lifted: facts(set.Lifted)}
	if len(set.Changed)+len(set.Corrected) > 0 {
		wanted := map[Ref]bool{}
		for _, ref := range b.Items(f) {
			wanted[ref] = true
		}
		items := func(list []Ref) []Ref { return kept(list, func(ref Ref) bool { return wanted[ref] }) }
		out.Changed, out.Corrected = items(set.Changed), items(set.Corrected)
	}
	if len(set.Resolved) > 0 {
		for _, c := range b.conflicts(len(set.Resolved), true, func(c *Conflict) bool { return slices.Contains(set.Resolved, c.Ref) && c.passes(passes) }) {
			out.Resolved = append(out.Resolved, c.Ref)
		}
	}
	return out
}

// ofKinds says whether a kind is among some, or none are named.
func ofKinds(kinds []Kind, k Kind) bool { return len(kinds) == 0 || slices.Contains(kinds, k) }

func kept(list []Ref, keep func(Ref) bool) (out []Ref) {
	for _, ref := range list {
		if keep(ref) {
			out = append(out, ref)
		}
	}
	return out
}

// passes says whether a report of any side does.
func (c *Conflict) passes(report func(Ref) bool) bool {
	return slices.ContainsFunc(c.Sides, func(s ConflictSide) bool {
		return slices.ContainsFunc(s.Evidence, func(e Evidence) bool { return report(e.Report) })
	})
}

// passing says of a report whether its row passes a filter.
func (b *Board) passing(f Filter) func(report Ref) bool {
	rows := map[Ref]bool{}
	for _, list := range [][]Ref{b.Statements(f), b.Signals(f), b.Events(f)} {
		for _, ref := range list {
			rows[ref] = true
		}
	}
	return func(report Ref) bool {
		b.r.mu.RLock()
		defer b.r.mu.RUnlock()
		g := b.groupAt(report)
		return g != noGroup && rows[b.groupRef(g)]
	}
}

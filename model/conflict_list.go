package model

import (
	"cmp"
	"slices"
	"time"
)

// Conflicts returns the accounts that cannot all hold, open ones first, each
// with its sides. One is resolved when only one side still stands.
func (b *Board) Conflicts() []Conflict {
	contests := b.contested()
	out := make([]Conflict, 0, len(contests.list))
	for i := range contests.list {
		if c, ok := b.conflict(&contests.list[i], contests.reports(i)); ok {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y Conflict) int {
		return cmp.Or(compareBool(!x.Resolved.IsZero(), !y.Resolved.IsZero()), -x.Since.Compare(y.Since), cmp.Compare(x.Ref.N, y.Ref.N))
	})
	return out
}

// OpenConflicts returns the newest n open conflicts, newest first, without
// asking for the reports of any other.
func (b *Board) OpenConflicts(n int) []Conflict {
	contests := b.contested()
	slices.SortStableFunc(contests.list, func(x, y contest) int {
		return cmp.Or(-cmp.Compare(x.since, y.since), cmp.Compare(x.ref.N, y.ref.N))
	})
	var out []Conflict
	for i := range contests.list {
		if len(out) == n {
			break
		}
		if c, ok := b.conflict(&contests.list[i], contests.reports(i)); ok && c.Resolved.IsZero() {
			out = append(out, c)
		}
	}
	return out
}

// resolvedAfter returns the conflicts that one side gave up after a moment.
func (b *Board) resolvedAfter(since time.Time) []Ref {
	contests := b.contested()
	var out []Ref
	for i := range contests.list {
		if contests.stand(i) {
			continue // all its reports stand: it is open
		}
		if c, ok := b.conflict(&contests.list[i], contests.reports(i)); ok && c.Resolved.After(since) {
			out = append(out, c.Ref)
		}
	}
	return out
}

// contest is a group with clashes of one kind.
type contest struct {
	ref   Ref
	kind  clashKind
	since int64
	last  int32 // its latest clash, in all of its contests
}

// contests are those of a board. Their reports are gathered when asked for.
type contests struct {
	b    *Board
	list []contest
	all  []chained
	of   map[int32][]sourced // by group
}

// chained is a clash with the one before it in its contest, -1 for none.
type chained struct {
	*clash
	prev int32
}

func (b *Board) contested() *contests {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	out := &contests{b: b, of: map[int32][]sourced{}}
	at := make([]int32, b.nClashes()) // where a contest stands in the list, plus one
	for c := range b.clashes {
		since := c.seen
		if b.Clock == ByPublished {
			since = c.out
		}
		n, prev := at[c.contest]-1, int32(-1)
		if n < 0 {
			n = int32(len(out.list))
			at[c.contest] = n + 1
			out.list = append(out.list, contest{ref: Ref{KindConflict, b.factRef(c.b).N}, kind: c.kind, since: since})
		} else {
			prev = out.list[n].last
		}
		x := &out.list[n]
		x.since, x.last = min(x.since, since), int32(len(out.all))
		out.all = append(out.all, chained{c, prev})
	}
	return out
}

// clashing are the facts of a contest that clash, and their groups in the order
// in which they came in: one, or those of two readouts, or of a report that the
// hand split off, which contradicts the others all the same.
func (c *contests) clashing(i int) (facts map[int32]bool, groups []int32) {
	facts = map[int32]bool{}
	for k := c.list[i].last; k >= 0; k = c.all[k].prev {
		for _, f := range []int32{c.all[k].b, c.all[k].a} {
			facts[f] = true
			groups = append(groups, c.b.groupOf(f))
		}
	}
	slices.Reverse(groups)
	var order []int32
	for _, g := range groups {
		if !slices.Contains(order, g) {
			order = append(order, g)
		}
	}
	return facts, order
}

// stand says whether all reports of a contest stand.
func (c *contests) stand(i int) bool {
	c.b.r.mu.RLock()
	defer c.b.r.mu.RUnlock()
	for k := c.list[i].last; k >= 0; k = c.all[k].prev {
		if !c.b.factStands(c.all[k].a) || !c.b.factStands(c.all[k].b) {
			return false
		}
	}
	return true
}

// reports are those that clash in a contest.
func (c *contests) reports(i int) []sourced {
	c.b.r.mu.RLock()
	defer c.b.r.mu.RUnlock()
	facts, groups := c.clashing(i)
	var out []sourced
	for _, g := range groups {
		if _, ok := c.of[g]; !ok {
			// Sources are made of the whole group, because copies name each other by
			// their place in it.
			c.of[g] = c.b.sources(c.b.membersOf(g))
		}
		for _, s := range c.of[g] {
			if facts[s.fact] {
				out = append(out, s)
			}
		}
	}
	return out
}

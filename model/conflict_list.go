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
	ref    Ref
	kind   clashKind
	since  int64
	facts  map[int32]bool // those that clash
	groups []int32        // one, or those of two readouts
}

// contests are those of a board. Their reports are gathered when asked for.
type contests struct {
	b    *Board
	list []contest
	of   map[int32][]sourced // by group
}

func (b *Board) contested() *contests {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	type key struct {
		group int32
		kind  clashKind
	}
	at := map[key]int{}
	out := &contests{b: b, of: map[int32][]sourced{}}
	b.eachClash(func(c clash) {
		k := key{b.view.fact(c.a).group, c.kind}
		i, ok := at[k]
		if !ok {
			i = len(out.list)
			at[k] = i
			out.list = append(out.list, contest{ref: Ref{KindConflict, b.factRef(c.b).N}, kind: c.kind, since: maxTime, facts: map[int32]bool{}})
		}
		x := &out.list[i]
		since := max(b.time(b.view.ver(b.view.fact(c.a).ver)), b.time(b.view.ver(b.view.fact(c.b).ver)))
		x.since = min(x.since, since)
		for _, f := range []int32{c.a, c.b} {
			x.facts[f] = true
			if g := b.view.fact(f).group; !slices.Contains(x.groups, g) {
				x.groups = append(x.groups, g)
			}
		}
	})
	return out
}

// stand says whether all reports of a contest stand.
func (c *contests) stand(i int) bool {
	c.b.r.mu.RLock()
	defer c.b.r.mu.RUnlock()
	for f := range c.list[i].facts {
		if !c.b.factStands(f) {
			return false
		}
	}
	return true
}

// reports are those that clash in a contest.
func (c *contests) reports(i int) []sourced {
	c.b.r.mu.RLock()
	defer c.b.r.mu.RUnlock()
	var out []sourced
	for _, g := range c.list[i].groups {
		if _, ok := c.of[g]; !ok {
			// Sources are made of the whole group, because copies name each other by
			// their place in it.
			c.of[g] = c.b.sources(c.b.membersOf(g))
		}
		for _, s := range c.of[g] {
			if c.list[i].facts[s.fact] {
				out = append(out, s)
			}
		}
	}
	return out
}

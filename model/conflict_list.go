package model

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"
)

// Conflicts returns the accounts that cannot all hold, open ones first, and what
// the sides of the summit say of it before what reports differ in; each with its
// sides. One is resolved when no two accounts that clash stand any longer.
func (b *Board) Conflicts() []Conflict { return b.conflicts(math.MaxInt, true, nil) }

// OpenConflicts returns the first n open conflicts, in the order of Conflicts.
func (b *Board) OpenConflicts(n int) []Conflict { return b.conflicts(n, false, nil) }

// conflicts are the first n of Conflicts, without asking for the reports of any
// other; those that were resolved stand behind the open ones, where there is room.
// Of what keep refuses, where it is not nil, none is taken.
func (b *Board) conflicts(n int, resolved bool, keep func(*Conflict) bool) []Conflict {
	contests := b.contested()
	defer contests.free()
	slices.SortStableFunc(contests.list, inSight)
	var out []Conflict
	var over []int
	take := func(i int) {
		if c, ok := b.conflict(contests, i); ok && (keep == nil || keep(&c)) {
			out = append(out, c)
		}
	}
	for i := range contests.list {
		if len(out) == n {
			return out
		}
		if contests.until(i) > 0 {
			over = append(over, i)
			continue
		}
		take(i)
	}
	if resolved {
		for _, i := range over {
			if len(out) == n {
				break
			}
			take(i)
		}
	}
	return out
}

// inSight orders contests: those of sides first, then the newest.
func inSight(x, y contest) int {
	return cmp.Or(-compareBool(x.ofSides, y.ofSides), -cmp.Compare(x.since, y.since), cmp.Compare(x.ref.N, y.ref.N))
}

// resolvedAfter returns the conflicts that one side gave up after a moment.
func (b *Board) resolvedAfter(since time.Time) []Ref {
	contests := b.contested()
	defer contests.free()
	var out []Ref
	for i := range contests.list {
		if end := contests.until(i); end == 0 || end <= since.UnixMilli() {
			continue
		}
		if c, ok := b.conflict(contests, i); ok {
			out = append(out, c.Ref)
		}
	}
	return out
}

// contest is what clashes come to that are about one thing.
type contest struct {
	ref     Ref
	kind    clashKind
	ofSides bool
	since   int64
	last    int32 // its latest clash, in all of its contests
}

// contests are those of a board. Their reports are gathered when asked for. Every
// step of the cursor asks for them: their room is used again.
type contests struct {
	b    *Board
	list []contest
	all  []chained
	at   []int32            // where a contest stands in the list, plus one
	of   map[int32][]report // by group
}

func newContests() any { return &contests{of: map[int32][]report{}} }

// free gives the room back. Nothing is asked of the contests any more.
func (c *contests) free() {
	pool := &c.b.r.contests
	clear(c.all)
	clear(c.of)
	c.b, c.list, c.all = nil, c.list[:0], c.all[:0]
	pool.Put(c)
}

// chained is a clash with the one before it in its contest, -1 for none.
type chained struct {
	*clash
	prev int32
}

func (b *Board) contested() *contests {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	out := b.r.contests.Get().(*contests)
	out.b = b
	out.at = enlarge(out.at, b.nClashes())
	clear(out.at)
	at := out.at
	for c := range b.clashes {
		if c.settles() {
			continue
		}
		since := c.seen
		if b.Clock == ByPublished {
			since = c.out
		}
		n, prev := at[c.contest]-1, int32(-1)
		if n < 0 {
			n = int32(len(out.list))
			at[c.contest] = n + 1
			out.list = append(out.list, contest{ref: Ref{KindConflict, b.factRef(c.b).N}, kind: c.kind, ofSides: c.ofSides, since: since})
		} else {
			prev = out.list[n].last
		}
		x := &out.list[n]
		if x.kind != c.kind {
			x.kind = c.kind.about()
		}
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

// until is when the last two accounts that clash in a contest ceased to stand
// both, in ms, 0 for open.
func (c *contests) until(i int) int64 {
	c.b.r.mu.RLock()
	defer c.b.r.mu.RUnlock()
	last := int64(0)
	for k := c.list[i].last; k >= 0; k = c.all[k].prev {
		end := c.b.clashUntil(c.all[k].clash)
		if end == 0 {
			return 0
		}
		last = max(last, end)
	}
	return last
}

// sides are those that the groups of a contest take.
func (c *contests) sides(i int) map[int32]int {
	out := map[int32]int{}
	for k := c.list[i].last; k >= 0; k = c.all[k].prev {
		for _, f := range []int32{c.all[k].a, c.all[k].b} {
			out[c.b.groupOf(f)] = c.b.view.fact(f).flags.sideIn(c.list[i].kind)
		}
	}
	return out
}

// reports lays those of a contest out on a desk: what clashes, and all that is told of
// what sides claim; and says the side of the group of each.
func (c *contests) reports(d *rowDesk, i int) (side map[int32]int) {
	c.b.r.mu.RLock()
	defer c.b.r.mu.RUnlock()
	facts, groups := c.clashing(i)
	side, ofGroup := map[int32]int{}, c.sides(i)
	for _, g := range groups {
		if _, ok := c.of[g]; !ok {
			c.of[g] = c.b.membersOf(g)
		}
		all := c.list[i].ofSides && c.b.mostlyClaim(c.of[g])
		from := len(d.list)
		d.list = c.b.accounts(d.list, c.b.withOther(c.of[g], g, facts), facts)
		d.list = append(d.list[:from], slices.DeleteFunc(d.list[from:], func(s sourced) bool { return !facts[s.fact] && !all })...)
		for k := from; k < len(d.list); k++ {
			side[d.list[k].fact] = ofGroup[g]
		}
	}
	return side
}

// withOther adds to the reports of a group, of which an item has one, what else the
// same items tell of it that clashes: a time in the text below a headline without one,
// or the time that stood there before an edit.
func (b *Board) withOther(reports []report, g int32, clash map[int32]bool) []report {
	byItem := map[int64]int{}
	told := map[int64][]int32{} // by item: the facts by which it tells here
	for i := range reports {
		item := b.itemOf(reports[i].fact)
		byItem[item], told[item] = i, append(told[item], reports[i].fact)
	}
	out := slices.Clone(reports)
	for _, f := range slices.Backward(slices.Sorted(maps.Keys(clash))) {
		item := b.itemOf(f)
		i, ok := byItem[item]
		if !ok || b.groupOf(f) != g {
			continue
		}
		alike := slices.IndexFunc(told[item], func(x int32) bool { return b.sameAccount(x, f) })
		if alike >= 0 && (alike > 0 || clash[told[item][0]]) {
			continue
		}
		p := report{fact: f, first: b.view.fact(f).ver, copyOf: reports[i].copyOf, source: reports[i].source}
		b.strike(&p, reports)
		if alike == 0 {
			told[item][0], out[i] = f, p // the headline has the same words without the claim
			continue
		}
		told[item] = append(told[item], f)
		out = append(out, p)
	}
	return out
}

// sameAccount says whether two facts of an item tell the same of what is contested.
func (b *Board) sameAccount(i, j int32) bool {
	f, g := b.view.fact(i), b.view.fact(j)
	if i == j || f.kind == KindStatement {
		return i == j || slices.Equal(b.view.factWords(i), b.view.factWords(j))
	}
	return f.when == g.when && f.prec == g.prec && f.detail == g.detail && f.sector == g.sector && f.flags.lasted() == g.flags.lasted()
}

// accounts adds to a list the reports of a group that a conflict tells by: those that
// clash, of very many the first, and those that a row of the group shows.
func (b *Board) accounts(out []sourced, reports []report, clash map[int32]bool) []sourced {
	which, n := b.shown(reports), 0
	if which == nil {
		return b.sources(out, reports, nil)
	}
	for i := range reports {
		if n < maxShown && clash[reports[i].fact] {
			which, n = append(which, i), n+1
		}
	}
	slices.Sort(which)
	return b.sources(out, reports, slices.Compact(which))
}

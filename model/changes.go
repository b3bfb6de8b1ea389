package model

import (
	"cmp"
	"slices"
	"sort"
	"time"
)

// Counts are the sums that a header shows.
type Counts struct {
	Items, Statements, Signals, Events, Stories int
	Changed, Corrected                          int // items edited; items corrected or withdrawn
	Conflicts                                   int // open ones
}

// Counts counts what is on the board.
func (b *Board) Counts() Counts {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	c := Counts{Stories: b.nStories() - b.nHeld(), Conflicts: b.openConflicts()}
	o := &b.view.base.orders
	for i, sum := range []*int{&c.Items, &c.Changed, &c.Corrected} {
		*sum += b.outOf([][]int32{o.firsts, o.edits, o.ops}[i], i)
	}
	if b.view.layer != nil {
		for i := range int32(b.view.layer.vers.len()) {
			vi, v := int32(b.view.layer.from.vers)+i, b.view.layer.vers.at(i)
			if !b.out(v) {
				continue
			}
			switch versions := b.view.versions(v.item); {
			case versions[0] == vi:
				c.Items++
			case versions[1] == vi:
				c.Changed++
			}
			if v.op.takesBack() {
				c.Corrected++
			}
		}
	}
	c.Statements, c.Signals, c.Events = b.countGroups(KindStatement), b.countGroups(KindSignal), b.countGroups(KindEvent)
	return c
}

// outOf counts the versions of a list of the base that are on the board; which
// one it is says i.
func (b *Board) outOf(list []int32, i int) int {
	list = prefix(list, b.view.top.vers)
	if b.Clock == BySeen {
		return len(list)
	}
	if lists, ok := b.published(); ok {
		all := lists.moments[i]
		return sort.Search(len(all), func(k int) bool { return all[k] > b.until })
	}
	n := 0
	for _, i := range list {
		if b.out(b.view.ver(i)) {
			n++
		}
	}
	return n
}

func (b *Board) countGroups(kind Kind) int {
	base, layer := b.view.listed(listKey{kind: kind}, 0)
	if b.Clock == BySeen {
		return len(base) + len(layer)
	}
	if lists, ok := b.published(); ok {
		list := lists.groups[kind]
		list = list[:b.outBy(list)]
		return len(list) - len(b.grownIn(list)) + len(b.moved(kind))
	}
	n := 0
	for _, list := range [][]int32{base, layer} {
		for _, g := range list {
			if _, ok := b.firstTime(g); ok {
				n++
			}
		}
	}
	return n
}

// Changed returns what came after a moment, up to the board's.
func (b *Board) Changed(since time.Time) ChangeSet {
	out := b.changed(since)
	out.Resolved = b.resolvedAfter(since)
	return out
}

// changed is Changed without the conflicts that were settled.
func (b *Board) changed(since time.Time) ChangeSet {
	out := ChangeSet{Since: since}
	b.r.read()
	defer b.r.mu.RUnlock()
	from := since.UnixMilli()
	changed, corrected := map[int64]int32{}, map[int64]bool{} // when an item was edited last
	for i := b.firstAfter(from); i < int32(b.view.nVers()); i++ {
		v := b.view.ver(i)
		if !b.out(v) || b.time(v) <= from {
			continue
		}
		if v.op.takesBack() && !corrected[v.item] {
			corrected[v.item] = true
			out.Corrected = append(out.Corrected, Ref{KindItem, v.item})
		} else if v.n > 1 {
			if changed[v.item] == 0 {
				out.Changed = append(out.Changed, Ref{KindItem, v.item})
			}
			changed[v.item] = i
		}
	}
	slices.SortFunc(out.Changed, func(x, y Ref) int { return cmp.Compare(changed[x.N], changed[y.N]) })
	before := b.r.asOf(since, b.Clock)
	for _, g := range b.touchedAfter(from) {
		at, ok := b.firstTime(g)
		if !ok || b.lastTime(g) <= from {
			continue
		}
		if at > from {
			out.New = append(out.New, b.groupRef(g))
			continue
		}
		if was := before.groupAt(b.groupRef(g)); was != noGroup && rises(before.certaintyOf(before.membersOf(was)).Level, b.certaintyOf(b.membersOf(g)).Level) {
			out.Lifted = append(out.Lifted, b.groupRef(g))
		}
	}
	return out
}

// firstAfter is a version before which none came after a moment in ms.
func (b *Board) firstAfter(ms int64) int32 {
	if b.Clock != BySeen {
		return 0
	}
	first := b.view.base.vers.search(func(v *ver) bool { return v.minute() >= floorMinute(ms) })
	return int32(min(first, b.view.top.vers))
}

// touchedAfter are the groups that may have reports from after a moment in ms: those
// of the versions since, where nothing says that it takes a look at all of them.
func (b *Board) touchedAfter(ms int64) []int32 {
	var out []int32
	if b.Clock != BySeen || b.edits.some {
		for g := range int32(b.view.nGroups()) {
			out = append(out, g)
		}
		return out
	}
	for i := b.firstAfter(ms); i < int32(b.view.nVers()); i++ {
		v := b.view.ver(i)
		for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
			out = append(out, b.view.fact(f).group)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// lastTime is when the latest report of a group came, in ms.
func (b *Board) lastTime(g int32) int64 {
	at := int64(0)
	for f := range b.members(g) {
		if v := b.view.ver(b.view.fact(f).ver); b.out(v) {
			at = max(at, b.time(v))
		}
	}
	return at
}

func rises(from, to CertaintyLevel) bool {
	rank := map[CertaintyLevel]int{Single: 1, Corroborated: 2, OfficialWord: 3}
	return rank[from] > 0 && rank[to] > rank[from]
}

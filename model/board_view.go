package model

import (
	"iter"
	"math"
	"slices"
	"time"
)

// Board is the record as of a moment: a pure function of the two. It is cheap to
// make, rows are built when they are asked for, and it stays what it is while
// the record grows. It is safe for concurrent use. Lists give Refs; a row is
// fetched by its Ref, and a Ref of any report of a fact finds the fact's row.
type Board struct {
	At    time.Time // UTC; of a live board the latest moment anything was known
	Clock Clock

	r         *Record
	view      view
	until     int64 // ms on the board's clock
	seenUntil int64 // ms on the desk's clock
	hand      *hand
	edits     *edits
	later     laterWords
	sure      sureCache
}

// Summit is the negotiation that the board is about.
func (b *Board) Summit() Summit { return b.r.c.Summit }

// Directory is who is known by name and side.
func (b *Board) Directory() *Directory { return b.r.c.Directory }

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// out says whether a version is on the board by its clock.
func (b *Board) out(v *ver) bool { return b.Clock == BySeen || v.out <= b.until }

// time is when a version came, by the board's clock, in ms.
func (b *Board) time(v *ver) int64 {
	if b.Clock == ByPublished {
		return v.out
	}
	return v.seen
}

// Refs of facts hold where the fact was first read, so that they stay the same
// however the record is cut.
const (
	refFactBits    = 10
	refVersionBits = 14
)

func (b *Board) factRef(i int32) Ref {
	f := b.view.fact(i)
	return refOf(f, b.view.ver(f.ver))
}

func (b *Board) groupRef(g int32) Ref { return b.factRef(b.founder(g)) }

// founder is the first report of a group by the board's clock.
func (b *Board) founder(g int32) int32 {
	switch {
	case b.Clock == BySeen:
		return b.lead(g)
	case g < 0 || len(b.edits.apart[g]) > 0:
		return b.firstOut(b.members(g))
	}
	return b.bareFounder(g)
}

// bareFounder is founder without what the hand did.
func (b *Board) bareFounder(g int32) int32 {
	switch gr := b.view.group(g); {
	case b.Clock == BySeen:
		return gr.founder
	case b.settled(g):
		return gr.early
	}
	return b.firstOut(b.view.members(g))
}

// firstOut is the fact that was out first, of some that come newest first.
func (b *Board) firstOut(facts iter.Seq[int32]) int32 {
	first, at := int32(-1), int64(0)
	for f := range facts {
		if out := b.view.ver(b.view.fact(f).ver).out; first < 0 || out <= at {
			first, at = f, out
		}
	}
	return first
}

// settled says whether what a group itself says of its first report is so in
// this view: no later report changed it.
func (b *Board) settled(g int32) bool {
	l := b.view.layer
	if l != nil && int(g) >= l.from.groups {
		return true
	}
	return !b.view.grown(g) && int(b.view.base.groups.at(g).early) < b.view.top.facts
}

// factAt finds the fact that a Ref names, or -1.
func (b *Board) factAt(ref Ref) int32 {
	item, n := ref.N>>(refFactBits+refVersionBits), int32(ref.N>>refFactBits&(1<<refVersionBits-1))
	idx := uint16(ref.N & (1<<refFactBits - 1))
	for _, vi := range b.view.versions(item) {
		v := b.view.ver(vi)
		if v.n != n || !b.out(v) {
			continue
		}
		for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
			if x := b.view.fact(f); x.kind == ref.Kind && x.idx == idx {
				return f
			}
		}
	}
	return -1
}

// groupAt finds the group that a Ref of any of its reports names, or noGroup.
func (b *Board) groupAt(ref Ref) int32 {
	f := b.factAt(ref)
	if f < 0 {
		return noGroup
	}
	return b.groupOf(f)
}

// noGroup is what a Ref names that is not on the board.
const noGroup = math.MinInt32

// firstTime is when a group was first known by the board's clock, in ms; ok is
// false when it is not on the board.
func (b *Board) firstTime(g int32) (at int64, ok bool) {
	if g >= 0 && len(b.edits.apart[g]) == 0 {
		switch gr := b.view.group(g); {
		case b.Clock == BySeen && !b.view.grown(g):
			return b.view.factTime(gr.founder) - int64(gr.before), true
		case b.Clock == ByPublished && b.settled(g):
			out := b.view.factVer(gr.early).out
			return out, out <= b.until
		}
	}
	return b.firstOf(g)
}

// firstOf is firstTime by a look at each report.
func (b *Board) firstOf(g int32) (at int64, ok bool) {
	at = maxTime
	for f := range b.members(g) {
		if v := b.view.ver(b.view.fact(f).ver); b.out(v) {
			at, ok = min(at, b.time(v)), true
		}
	}
	return at, ok
}

// groups returns the groups of a kind that pass a filter, newest first.
func (b *Board) groups(kind Kind, f Filter) []int32 { return b.latestGroups(kind, f, math.MaxInt) }

// latestGroups are the latest of groups, at most so many.
func (b *Board) latestGroups(kind Kind, f Filter, most int) (groups []int32) {
	defer func() { groups = groups[:min(most, len(groups))] }()
	key := listKey{kind: kind}
	switch {
	case f.Actor != "":
		key.dim, key.id = byActor, b.r.dict.actors.find(f.Actor)
	case f.Topic != "" && kind == KindStatement:
		key.dim, key.id = byTopic, b.r.dict.labels.find(f.Topic)
	}
	var out []int32
	s := b.newSieve(kind, f)
	if b.Clock == ByPublished && key.dim == byAll {
		if list, ok := b.publishedGroups(kind); ok {
			list = slices.DeleteFunc(list, func(g int32) bool { return len(b.edits.apart[g]) > 0 || !s.keeps(g) })
			for _, g := range append(s.alone(), s.halved()...) {
				if _, ok := b.firstTime(g); !ok {
					continue
				}
				i, _ := slices.BinarySearchFunc(list, g, func(x, g int32) int { return -b.inOrder(x, g) })
				list = slices.Insert(list, i, g)
			}
			return list
		}
	}
	var order []timed
	more := s.alone()
	if f.Actor != "" {
		more = append(more, s.fixedTo(key)...)
	}
	if f.Actor != "" && kind == KindSignal {
		more = append(more, s.cameTo(key)...)
	}
	if len(more) > 0 && b.Clock == BySeen {
		defer func() { slices.SortFunc(groups, func(x, y int32) int { return -b.inOrder(x, y) }) }()
		out = append(out, more...)
	}
	for _, g := range more {
		if at, ok := b.firstTime(g); ok && b.Clock == ByPublished {
			order = append(order, timed{at, g})
		}
	}
	for g := range b.view.groupsIn(key) {
		if !s.keeps(g) {
			continue
		}
		if b.Clock == BySeen {
			if out = append(out, g); len(out) == most && len(more) == 0 {
				break
			}
		} else if at, ok := b.firstTime(g); ok {
			order = append(order, timed{at, g})
		}
	}
	slices.SortFunc(order, func(x, y timed) int { return -sooner(x, y) })
	for _, o := range order {
		out = append(out, o.g)
	}
	return out
}

// list is the groups of a kind that pass a filter, newest first, as Refs. It is
// shared where nothing is filtered and must not be changed.
func (b *Board) list(kind Kind, f Filter) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if b.unfiltered(f) {
		if b.Clock == BySeen {
			return b.byTheHand(kind, b.plainRefs(kind))
		}
		if refs, ok := b.publishedRefs(kind); ok {
			return b.byTheHand(kind, refs)
		}
	}
	if b.plain(f.butCertainty()) {
		return b.sureEnough(f.Certainty).refs(kind)
	}
	but := f
	if but.Actor = ""; f.Actor != "" && b.plain(but) {
		theirs := listKey{kind: kind, dim: byActor, id: b.r.dict.actors.find(f.Actor)}
		if kind != KindSignal || len(b.newSieve(kind, f).cameTo(theirs)) == 0 {
			return b.followedRefs(theirs)
		}
	}
	return b.refs(b.groups(kind, f))
}

func (b *Board) refs(groups []int32) []Ref {
	out := make([]Ref, len(groups))
	for i, g := range groups {
		out[i] = b.groupRef(g)
	}
	return out
}

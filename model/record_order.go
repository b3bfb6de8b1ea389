package model

import (
	"slices"
	"sync"
)

// descending is a list of Refs that grows at its front, so that the newest come
// first and any earlier state of the list is the rest of the present one, shared
// and never written again. It is made as far as somebody asked for it: of a record
// that takes in a flood nobody looks at all lists.
type descending struct {
	mu  sync.Mutex
	buf []Ref
	n   int
}

// oldest returns the n that came first, newest of them first; at names the k-th that
// came, from 0. The slice is shared: it must not be changed.
func (d *descending) oldest(n int, at func(k int) Ref) []Ref {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n > len(d.buf) {
		bigger := make([]Ref, n+n/8)
		copy(bigger[len(bigger)-d.n:], d.buf[len(d.buf)-d.n:])
		d.buf = bigger
	}
	for ; d.n < n; d.n++ {
		d.buf[len(d.buf)-1-d.n] = at(d.n)
	}
	return d.buf[len(d.buf)-n : len(d.buf) : len(d.buf)]
}

// groupRefs are the first n groups of a kind, or all there are, the latest first. They
// are shared, as those of items and stories are.
func (s *segment) groupRefs(kind Kind, n int) []Ref {
	all := s.index.list(listKey{kind: kind}).of(0)
	return s.orders.groups[kind].oldest(min(n, len(all)), func(k int) Ref { return s.groupRef(all[k]) })
}

func (s *segment) itemRefs(n int) []Ref {
	return s.orders.items.oldest(n, func(k int) Ref { return Ref{KindItem, s.vers.at(s.orders.firsts[k]).item} })
}

func (s *segment) storyRefs(n int) []Ref {
	return s.orders.stories.oldest(min(n, len(s.stories)), func(k int) Ref { return Ref{KindStory, s.vers.at(s.stories[k].founder).item} })
}

// orders are what lists without a filter are made of. Only the base keeps them.
type orders struct {
	groups  [kinds]descending // by first report
	stories descending
	items   descending
	events  eventOrder
	told    map[int32]toldTime // events of several reports, by group; those that grew
	firsts  []int32            // the first versions of items
	edits   []int32            // the second versions: items that were changed
	ops     []int32            // versions that correct or take back
	paths   paths              // of signals
}

// noteVersion takes a version of the base into the orders, before it is listed.
func (s *segment) noteVersion(i int32) {
	s.note(i, len(s.index.items.of(uint32(s.vers.at(i).item))))
}

// note is noteVersion for the version of an item that has so many before it.
func (s *segment) note(i int32, before int) {
	v := s.vers.at(i)
	o := &s.orders
	switch before {
	case 0:
		o.firsts = append(o.firsts, i)
	case 1:
		o.edits = append(o.edits, i)
	}
	if v.op.takesBack() {
		o.ops = append(o.ops, i)
	}
}

func refOf(f *fact, v *ver) Ref {
	return Ref{Kind: f.kind, N: v.item<<(refFactBits+refVersionBits) | int64(v.n)<<refFactBits | int64(f.idx)}
}

// plainRefs is the list of a kind without a filter: what the layer has before
// what the base has. It is shared where there is no layer, and where what the base
// has next is the same as the layer: it came in one poll, all of it.
func (b *Board) plainRefs(kind Kind) []Ref {
	key := listKey{kind: kind}
	n := len(prefix(b.view.base.index.list(key).of(0), b.view.top.groups))
	base := b.view.base
	if b.view.layer == nil {
		return base.groupRefs(kind, n)
	}
	mine := b.view.layer.index.list(key).of(0)
	late := make([]Ref, len(mine))
	for i, g := range mine {
		late[len(mine)-1-i] = b.groupRef(g)
	}
	if more := base.groupRefs(kind, n+len(late)); len(more) == n+len(late) && slices.Equal(more[:len(late)], late) {
		return more
	}
	return append(late, base.groupRefs(kind, n)...)
}

// plain says whether a filter asks for nothing and the hand hides nothing, on
// the desk's clock: then a list is the beginning of the base's.
func (b *Board) plain(f Filter) bool { return b.Clock == BySeen && b.unfiltered(f) && !b.edits.some }

func (b *Board) unfiltered(f Filter) bool {
	return f.Actor == "" && f.Text == "" && len(f.Certainty) == 0 && len(f.Types) == 0 && f.Topic == "" &&
		f.Feed == "" && f.Side == "" && f.Items == nil && !f.Anew
}

// butCertainty is a filter without what it asks of certainty.
func (f Filter) butCertainty() Filter {
	f.Certainty = nil
	return f
}

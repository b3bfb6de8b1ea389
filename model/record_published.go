package model

import (
	"slices"
	"sort"
	"sync"
)

// publishedOrder keeps the groups of the base by when they were first out in the
// world. It is made when somebody asks by that clock, and made again when the
// base has grown.
type publishedOrder struct {
	mu    sync.Mutex
	facts int // how much of the base it holds
	lists [kinds][]timed
}

// of returns the groups of a kind, first out first. The slice is never changed.
func (p *publishedOrder) of(kind Kind, base *segment) []timed {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.facts != len(base.facts) {
		p.lists = [kinds][]timed{}
		for g := range base.groups {
			gr := &base.groups[g]
			p.lists[gr.kind] = append(p.lists[gr.kind], timed{gr.out, int32(g)})
		}
		for _, list := range p.lists {
			slices.SortFunc(list, sooner)
		}
		p.facts = len(base.facts)
	}
	return p.lists[kind]
}

// publishedGroups returns the groups of a kind that are out, latest first; ok is
// false for a board that the base has outgrown.
func (b *Board) publishedGroups(kind Kind) (groups []int32, ok bool) {
	base := b.view.base
	if b.view.top.facts < len(base.facts) {
		return nil, false
	}
	order := b.r.published.of(kind, base)
	order = order[:sort.Search(len(order), func(i int) bool { return order[i].at > b.until })]
	var moved []timed
	for _, g := range b.late(kind) {
		if at, ok := b.firstTime(g); ok {
			moved = append(moved, timed{at, g})
		}
	}
	slices.SortFunc(moved, sooner)
	groups = make([]int32, 0, len(order)+len(moved))
	for len(order)+len(moved) > 0 {
		n, m := len(order)-1, len(moved)-1
		switch {
		case n >= 0 && b.view.grown(order[n].g):
			order = order[:n]
		case n < 0 || m >= 0 && sooner(order[n], moved[m]) < 0:
			groups, moved = append(groups, moved[m].g), moved[:m]
		default:
			groups, order = append(groups, order[n].g), order[:n]
		}
	}
	return groups, true
}

// late are the groups of a kind that the layer founds or adds to.
func (b *Board) late(kind Kind) []int32 {
	if b.view.layer == nil {
		return nil
	}
	out := slices.Clone(b.view.layer.index.list(listKey{kind: kind}).of(0))
	for g := range b.view.layer.tails {
		if b.view.group(g).kind == kind {
			out = append(out, g)
		}
	}
	return out
}

package model

import (
	"slices"
	"sort"
	"sync"
)

// publishedOrder keeps the base by when things were first out in the world, so
// that a moment on that clock is a prefix too. It is made when somebody asks by
// that clock, and made again when the base has grown; what was handed out stays
// as it was.
type publishedOrder struct {
	mu    sync.Mutex
	vers  int // how much of the base it holds
	lists *publishedLists
}

// publishedLists are never changed once they are made.
type publishedLists struct {
	groups  [kinds][]timed           // first out first
	refs    [kinds][]Ref             // the same, the last out first
	actors  [kinds]map[int32][]timed // of those who speak or send
	paths   paths                    // of signals
	events  eventOrder
	phases  map[int32][]timed // facts that report a phase
	moments [3][]int64        // when first versions, second ones and operations were out
}

// of returns the lists of a base.
func (p *publishedOrder) of(r *Record) *publishedLists {
	p.mu.Lock()
	defer p.mu.Unlock()
	base := &r.base
	if p.lists == nil || p.vers != base.vers.len() {
		p.lists, p.vers = r.publishedLists(), base.vers.len()
	}
	return p.lists
}

func (r *Record) publishedLists() *publishedLists {
	l, s := &publishedLists{paths: paths{}, phases: map[int32][]timed{}}, &r.base
	for g := range int32(s.groups.len()) {
		kind := s.groups.at(g).kind
		l.groups[kind] = append(l.groups[kind], timed{s.groupOut(g), g})
	}
	for kind, list := range l.groups {
		slices.SortFunc(list, sooner)
		l.refs[kind] = make([]Ref, len(list))
		l.actors[kind] = map[int32][]timed{}
		for i, x := range list {
			first := s.groups.at(x.g).early
			f := s.facts.at(first)
			ref := refOf(f, s.vers.at(f.ver))
			l.refs[kind][len(list)-1-i] = ref
			switch Kind(kind) {
			case KindStatement:
				for _, a := range s.actorsOf(s.groups.at(x.g).founder) {
					l.actors[kind][a] = append(l.actors[kind][a], x)
				}
			case KindSignal:
				if f.actor >= 0 {
					l.actors[kind][f.actor] = append(l.actors[kind][f.actor], x)
				}
				l.notePath(r, x.g, f, ref)
			case KindEvent:
				l.events = s.appendOut(l.events, x.g, ref.N)
			}
		}
	}
	l.events.sort()
	for p, list := range s.index.phases {
		for _, i := range list {
			l.phases[p] = append(l.phases[p], timed{s.vers.at(s.facts.at(i).ver).out, i})
		}
		slices.SortFunc(l.phases[p], sooner)
	}
	for i, list := range [][]int32{s.orders.firsts, s.orders.edits, s.orders.ops} {
		for _, v := range list {
			l.moments[i] = append(l.moments[i], s.vers.at(v).out)
		}
		slices.Sort(l.moments[i])
	}
	return l
}

// notePath puts a signal onto the paths of its targets, from when they were named.
func (l *publishedLists) notePath(r *Record, g int32, f *fact, ref Ref) {
	s := &r.base
	naming := f
	if f.nOther == 0 {
		for i := s.groups.at(g).last; i >= 0; i = s.facts.at(i).prev {
			x := s.facts.at(i)
			if x.nOther > 0 && (naming.nOther == 0 || s.vers.at(x.ver).out <= s.vers.at(naming.ver).out) {
				naming = x
			}
		}
	}
	from := s.vers.at(naming.ver).out
	put := func(t int32) *path {
		p := l.paths.of(t)
		p.push(g, f, r.dict.labels.text[f.class], ref)
		p.outs = append(p.outs, s.groupOut(g))
		for i := s.groups.at(g).last; i >= 0; i = s.facts.at(i).prev {
			if end := s.facts.at(i).when; end != 0 {
				p.noteEnd(end, g)
			}
		}
		return p
	}
	for _, t := range s.targets(naming) {
		if p := put(t); naming != f {
			p.moved = append(p.moved, move{g, from, maxTime})
		}
	}
	if naming != f {
		p := put(nobody)
		p.moved = append(p.moved, move{g, 0, from})
	}
}

// published returns the lists of the base by when things were out; ok is false
// for a board on another clock, or that the base has outgrown.
func (b *Board) published() (l *publishedLists, ok bool) {
	if b.Clock == BySeen || b.view.top.vers < b.view.base.vers.len() {
		return nil, false
	}
	return b.r.published.of(b.r), true
}

// outBy is how much of a list was out at the board's moment.
func (b *Board) outBy(list []timed) int {
	if n := len(list); n == 0 || list[n-1].at <= b.until {
		return n
	}
	return sort.Search(len(list), func(i int) bool { return list[i].at > b.until })
}

// publishedGroups returns the groups of a kind that are out, latest first; ok is
// false for a board that the base has outgrown.
func (b *Board) publishedGroups(kind Kind) (groups []int32, ok bool) {
	lists, ok := b.published()
	if !ok {
		return nil, false
	}
	order := lists.groups[kind]
	order = order[:b.outBy(order)]
	moved := b.moved(kind)
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

// publishedRefs is publishedGroups as Refs, without what the hand did. They are
// shared where the layer changes nothing.
func (b *Board) publishedRefs(kind Kind) (refs []Ref, ok bool) {
	lists, ok := b.published()
	if !ok {
		return nil, false
	}
	order := lists.groups[kind]
	order = order[:b.outBy(order)]
	all := lists.refs[kind]
	all = all[len(all)-len(order):]
	gone, moved := b.grownIn(order), b.moved(kind)
	if len(gone)+len(moved) == 0 {
		return all, true
	}
	refs = make([]Ref, 0, len(all)+len(moved))
	from := 0 // in all, which has the last first
	upTo := func(to int) { refs, from = append(refs, all[from:max(from, to)]...), max(from, to) }
	for len(gone)+len(moved) > 0 {
		at := -1
		if len(moved) > 0 {
			at, _ = slices.BinarySearchFunc(order, moved[len(moved)-1], sooner)
		}
		if n := len(gone); n > 0 && gone[n-1] >= at {
			upTo(len(all) - 1 - gone[n-1])
			from++
			gone = gone[:n-1]
			continue
		}
		upTo(len(all) - at)
		refs, moved = append(refs, b.factRef(b.bareFounder(moved[len(moved)-1].g))), moved[:len(moved)-1]
	}
	upTo(len(all))
	return refs, true
}

// moved are the groups of a kind that the layer founds or adds to and that are
// out, first out first.
func (b *Board) moved(kind Kind) []timed {
	var moved []timed
	for _, g := range b.late(kind) {
		if at, ok := b.firstTime(g); ok {
			moved = append(moved, timed{at, g})
		}
	}
	slices.SortFunc(moved, sooner)
	return moved
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

func (b *Board) publishedPaths() (paths, bool) {
	lists, ok := b.published()
	if !ok {
		return nil, false
	}
	return lists.paths, true
}

// strayTargets are the targets whose path the layer changes otherwise than by
// putting signals at its end: on the clock of what was published, all that it
// founds or adds to, on the desk's those whose targets it is the first to name. And
// those of signals that the hand hides.
func (b *Board) strayTargets() map[int32]bool {
	stray := map[int32]bool{}
	for g := range b.edits.hidden {
		if b.kindOf(g) == KindSignal {
			b.strayFrom(stray, g)
		}
	}
	for _, g := range b.late(KindSignal) {
		if b.Clock == ByPublished || b.view.fact(b.view.group(g).founder).nOther == 0 {
			b.strayFrom(stray, g)
		}
	}
	return stray
}

// strayFrom adds the targets that a signal has on the board, and those that the base
// may have it on.
func (b *Board) strayFrom(stray map[int32]bool, g int32) {
	for _, t := range b.targetsOf(g) {
		stray[t] = true
	}
	first := b.view.group(g).founder
	if b.Clock == ByPublished {
		first = b.view.group(g).early
	}
	for _, t := range b.view.targets(first) {
		stray[t] = true
	}
	if b.view.fact(first).nOther > 0 && b.view.fact(b.founder(g)).nOther > 0 {
		return
	}
	stray[nobody] = true
	for i := range b.view.members(g) {
		for _, t := range b.view.others(i) {
			stray[t] = true
		}
	}
}

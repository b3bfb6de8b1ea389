package model

import "sync"

// reindex rebuilds, from what a checkpoint says belongs together, all that can
// be rebuilt: groups, stories and the lists that find members. It is false when
// what the checkpoint says cannot be.
func (r *Record) reindex() bool {
	s := &r.base
	w := r.newWriter(view{base: s, top: maxLimits}, s)
	defer w.finish()
	items := int64(0)
	for i := range int32(s.vers.len()) {
		v := s.vers.at(i)
		stories := int32(len(s.stories))
		if v.story < 0 || v.story > stories || v.target >= i || v.item < 0 || v.item > 1<<31 {
			return false
		}
		items = max(items, v.item)
		if v.story == stories {
			s.stories = append(s.stories, story{founder: i})
		}
		if v.target >= 0 {
			hit := s.vers.at(v.target).item
			s.index.hits[hit] = append(s.index.hits[hit], i)
		}
	}
	for f := range int32(s.facts.len()) {
		if !s.regroup(f) {
			return false
		}
	}
	var parts sync.WaitGroup
	parts.Go(s.orderEvents)
	parts.Go(w.reorder)
	parts.Go(w.refact)
	w.relist(int(items) + 1)
	parts.Wait()
	return true
}

// regroup puts a fact into the group that it names.
func (s *segment) regroup(i int32) bool {
	f := s.facts.at(i)
	switch n := int32(s.groups.len()); {
	case f.group < 0 || f.group > n:
		return false
	case f.group == n:
		s.groups.push(newGroup(i, f.kind))
		f.prev = -1
	default:
		g := s.groups.at(f.group)
		f.prev = g.last
		g.take(i, s.verOf(i), s.verOf(g.founder), s.verOf(g.early))
	}
	return true
}

// relist rebuilds the lists.
func (w *writer) relist(items int) {
	s := w.seg
	x := &s.index
	x.items.dense = make([]posting, items)
	for i := range int32(s.vers.len()) {
		x.items.add(uint32(s.vers.at(i).item), i)
	}
	before := make([]uint8, items) // versions of each; two are as good as many
	for i := range int32(s.vers.len()) {
		n := &before[s.vers.at(i).item]
		s.note(i, int(*n))
		*n = min(*n+1, 2)
		x.noteDrops(i, s.vers.at(i).drops)
	}
	for item := range items {
		if list := x.items.of(uint32(item)); len(list) > 1 {
			for k, i := range list {
				s.vers.at(i).touched = list[max(k, 1)] + 1
			}
		}
	}
	for item, hits := range x.hits {
		for _, i := range x.items.of(uint32(item)) {
			for _, hit := range hits {
				if v := s.vers.at(i); hit > i && (v.touched == 0 || hit+1 < v.touched) {
					v.touched = hit + 1
				}
			}
		}
	}
	x.stories.dense = make([]posting, len(s.stories))
	for _, i := range s.orders.firsts {
		x.stories.add(uint32(s.vers.at(i).story), i)
	}
}

// refact makes facts findable that are of some sort.
func (w *writer) refact() {
	s := w.seg
	x := &s.index
	for i := range int32(s.facts.len()) {
		f := s.facts.at(i)
		if f.kind == KindSignal {
			s.noteLicence(i, f, s.vers.at(f.ver), w.r.dict.labels.text)
		}
		x.noteReadout(i, f)
		x.noteOff(i, f, w.r.dict.labels.text)
		if f.kind != KindEvent || f.phases == 0 {
			continue
		}
		for p := range int32(len(w.r.matchers)) {
			if f.phases&(1<<p) != 0 {
				x.phases[p] = append(x.phases[p], i)
			}
		}
	}
}

// reorder rebuilds what lists without a filter are made of.
func (w *writer) reorder() {
	s, labels := w.seg, w.r.dict.labels.text
	for g := range int32(s.groups.len()) {
		if s.groups.at(g).kind == KindSignal {
			s.noteSignal(g, labels)
		}
	}
	for i := range int32(s.facts.len()) {
		if f := s.facts.at(i); f.kind == KindSignal {
			s.noteJoin(i, f.group, labels)
		}
	}
}

// bridges writes which stories go on in others.
func (p *packer) bridges(s *segment) {
	p.number(len(s.bridges))
	last := int32(0)
	for _, x := range s.bridges {
		p.number(int(x.by - last))
		p.number(int(x.from))
		p.number(int(x.into))
		last = x.by
	}
}

// bridges reads them. A story goes on in one other at most, and none in itself by way
// of others.
func (u *unpacker) bridges(s *segment) {
	by := 0
	for n := u.number(); n > 0 && !u.bad; n-- {
		by += u.below(s.vers.len() - by)
		from, into := int32(u.below(len(s.stories))), int32(u.below(len(s.stories)))
		v := view{base: s, top: maxLimits}
		if u.bad || len(s.index.taken.of(uint32(from))) > 0 || v.root(into, always) == from {
			u.spoil()
			return
		}
		s.noteBridge(bridge{int32(by), from, into})
	}
}

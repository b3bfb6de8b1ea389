package model

import (
	"slices"
	"sync"
)

// levelSet holds the numbers of levels, a bit for each.
type levelSet uint8

// levelSetOf leaves out a level that nobody knows.
func levelSetOf(list []CertaintyLevel) levelSet {
	var s levelSet
	for _, l := range list {
		s |= 1 << levelNo(l)
	}
	return s &^ 1
}

func (s levelSet) has(no uint8) bool { return s>>no&1 != 0 }

// sureLists are the groups of the base that have one of some levels, by what is kept
// of them: they are never changed once they are made.
type sureLists struct {
	in     []uint64          // a bit for each group
	groups [kinds][]int32    // oldest first
	refs   [kinds][]Ref      // the same, newest first
	heard  sync.Once         // makes what follows: only who asks for actors needs it
	said   map[int32][]int32 // statements by speaker, oldest first
	sent   map[int32][]int32 // signals by sender
}

func (l *sureLists) has(g int32) bool {
	return int(g>>6) < len(l.in) && l.in[g>>6]>>(g&63)&1 != 0
}

// listsOf makes the lists of a set of levels, or takes those that were made.
func (k *keptCertainty) listsOf(r *Record, wanted levelSet) *sureLists {
	if l := k.lists[wanted]; l != nil {
		return l
	}
	l := &sureLists{in: make([]uint64, len(k.levels)>>6+1)}
	for g, level := range k.levels {
		if wanted.has(level) {
			l.in[g>>6] |= 1 << (g & 63)
		}
	}
	for kind := range l.groups {
		key := listKey{kind: Kind(kind)}
		all := r.base.index.list(key).of(0)
		l.groups[kind] = l.among(all)
		n := len(l.groups[kind])
		l.refs[kind] = make([]Ref, n)
		for i, g := range l.groups[kind] {
			l.refs[kind][n-1-i] = r.base.groupRef(g)
		}
	}
	if k.lists == nil {
		k.lists = map[levelSet]*sureLists{}
	}
	k.lists[wanted] = l
	return l
}

// among are the groups of a list that stand in the lists.
func (l *sureLists) among(list []int32) []int32 {
	n := 0
	for _, g := range list {
		if l.has(g) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]int32, 0, n)
	for _, g := range list {
		if l.has(g) {
			out = append(out, g)
		}
	}
	return out
}

// hear makes the lists by actor.
func (l *sureLists) hear(r *Record) {
	l.heard.Do(func() {
		l.said, l.sent = map[int32][]int32{}, map[int32][]int32{}
		for i := range r.dict.actors.text {
			no := int32(i)
			l.said[no] = l.among(r.base.index.list(listKey{kind: KindStatement, dim: byActor}).of(uint32(no)))
			l.sent[no] = l.among(r.base.index.list(listKey{kind: KindSignal, dim: bySender}).of(uint32(no)))
		}
	})
}

// sureEnough keeps the groups of a board that have one of some levels: those of the
// lists of the base, but for the few of which it is otherwise on the board.
type sureEnough struct {
	b      *Board
	wanted levelSet
	lists  *sureLists
	other  []int32    // of the base, oldest first
	some   [64]uint64 // bits of which few those may be
}

// sureCache keeps what a board was filtered by last.
type sureCache struct {
	mu   sync.Mutex
	last *sureEnough
}

// sureEnough makes the filter for levels; nil for none.
func (b *Board) sureEnough(of []CertaintyLevel) *sureEnough {
	if len(of) == 0 {
		return nil
	}
	wanted := levelSetOf(of)
	b.sure.mu.Lock()
	defer b.sure.mu.Unlock()
	if s := b.sure.last; s != nil && s.wanted == wanted {
		return s
	}
	k := &b.r.kept
	k.mu.Lock()
	defer k.mu.Unlock()
	k.catchUp(b.r)
	s := &sureEnough{b: b, wanted: wanted, lists: k.listsOf(b.r, wanted)}
	n := min(b.view.top.groups, len(k.levels))
	for g := range n {
		if k.levels[g] == 0 || int(k.last[g]) >= b.view.top.vers || b.Clock == ByPublished && k.out[g] > b.until && b.view.base.groupOut(int32(g)) <= b.until {
			s.look(int32(g))
		}
	}
	b.stirred(func(g int32) {
		if g >= 0 && int(g) < n {
			s.look(g)
		}
	})
	slices.Sort(s.other)
	s.other = slices.Compact(s.other)
	for _, g := range s.other {
		s.some[g>>6&63] |= 1 << (g & 63)
	}
	b.sure.last = s
	return s
}

// look notes a group of the base that is otherwise on the board than in the lists.
func (s *sureEnough) look(g int32) {
	if s.wanted.has(s.b.levelOf(g)) != s.lists.has(g) {
		s.other = append(s.other, g)
	}
}

// stirred are the groups on which the layer or the hand bears, some of them twice.
func (b *Board) stirred(stir func(g int32)) {
	for g := range b.edits.apart {
		stir(g)
	}
	for g := range b.edits.joined {
		stir(g)
	}
	layer := b.view.layer
	if layer == nil {
		return
	}
	all := func(item int64) {
		for _, i := range b.view.versions(item) {
			v := b.view.ver(i)
			for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
				stir(b.view.fact(f).group)
			}
		}
	}
	for i := range int32(layer.vers.len()) {
		all(layer.vers.at(i).item)
		if t := layer.vers.at(i).target; t >= 0 {
			all(b.view.ver(t).item)
		}
	}
	for g := range layer.index.clashes.few {
		stir(int32(g))
	}
}

func (s *sureEnough) isOther(g int32) bool {
	if s.some[g>>6&63]&(1<<(g&63)) == 0 {
		return false
	}
	_, found := slices.BinarySearch(s.other, g)
	return found
}

func (s *sureEnough) keeps(g int32) bool {
	if g < 0 || int(g) >= s.b.view.top.groups {
		return s.wanted.has(s.b.levelOf(g))
	}
	return s.lists.has(g) != s.isOther(g)
}

// refs are the groups of a kind that are sure enough, newest first, on the desk's
// clock where the hand did nothing. They are shared where the lists are as they are.
func (s *sureEnough) refs(kind Kind) []Ref {
	v := &s.b.view
	n := len(prefix(s.lists.groups[kind], v.top.groups))
	base := s.lists.refs[kind][len(s.lists.refs[kind])-n:]
	late := s.late(listKey{kind: kind})
	var other []int32
	for _, g := range s.other {
		if v.group(g).kind == kind {
			other = append(other, g)
		}
	}
	if len(other)+len(late) == 0 {
		return base[:n:n]
	}
	out := make([]Ref, 0, n+len(other)+len(late))
	for _, g := range slices.Backward(late) {
		out = append(out, s.b.groupRef(g))
	}
	from := 0
	for _, g := range slices.Backward(other) {
		at, listed := slices.BinarySearch(s.lists.groups[kind][:n], g)
		if listed { // it goes
			out = append(out, base[from:n-1-at]...)
			from = n - at
			continue
		}
		out = append(append(out, base[from:n-at]...), s.b.groupRef(g))
		from = n - at
	}
	return append(out, base[from:]...)
}

// late are the groups of a list that the layer founds and that are sure enough.
func (s *sureEnough) late(key listKey) []int32 {
	layer := s.b.view.layer
	if layer == nil {
		return nil
	}
	var out []int32
	for _, g := range layer.index.list(key).of(uint32(key.id)) {
		if s.keeps(g) {
			out = append(out, g)
		}
	}
	return out
}

// listed is view.listed for those that are sure enough. The lists by actor must have
// been made.
func (s *sureEnough) listed(key listKey, no int32) (base, layer []int32) {
	by := s.lists.said
	if key.dim == bySender {
		by = s.lists.sent
	}
	base = prefix(by[no], s.b.view.top.groups)
	base = base[:len(base):len(base)]
	owned := false
	for _, g := range s.other {
		if s.b.view.group(g).kind != key.kind || !slices.Contains(s.b.view.inLists(g, key.dim), no) {
			continue
		}
		if !owned {
			base, owned = slices.Clone(base), true
		}
		if i, there := slices.BinarySearch(base, g); there {
			base = slices.Delete(base, i, i+1)
		} else {
			base = slices.Insert(base, i, g)
		}
	}
	key.id = no
	return base, s.late(key)
}

// inLists are those in whose lists of a dimension a group stands.
func (v *view) inLists(g int32, dim dimension) []int32 {
	first := v.group(g).founder
	if dim == bySender {
		return []int32{v.fact(first).actor}
	}
	return v.actorsOf(first)
}

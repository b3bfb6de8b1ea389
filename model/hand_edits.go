package model

import (
	"cmp"
	"iter"
	"slices"
)

// edits are what the editor's hand did to the statements, signals and events of a
// board: which reports belong together, who spoke, what is muted.
type edits struct {
	some   bool
	apart  map[int32]map[int64]bool // groups with the items whose report was split off
	alone  []int32                  // reports split off, as groups: see lone
	joined map[int32][]int32        // groups joined into another
	into   map[int32]int32          // the same the other way round
	hidden map[int32]bool           // groups that are not listed: joined away, or muted
	fixed  map[int32]Fixed          // statements whose speaker or type was set
	cut    map[int64]bool           // items taken out of their stories
	quiet  map[int32]bool           // parts of stories that are muted
}

// Fixed is what a hand put right about a statement; what it left is empty.
type Fixed struct{ Speaker, Type string }

var noEdits = &edits{}

// lone is the group of a report that was split off: it is named by its fact.
func lone(fact int32) int32 { return -1 - fact }

// factOf is the fact that names the group of a report that was split off.
func factOf(g int32) int32 { return -1 - g }

// edit reads the marks of a board, oldest first.
func (b *Board) edit() *edits {
	if len(b.hand.marks) == 0 {
		return noEdits
	}
	e := &edits{apart: map[int32]map[int64]bool{}, joined: map[int32][]int32{}, into: map[int32]int32{}, hidden: map[int32]bool{}, fixed: map[int32]Fixed{}, cut: map[int64]bool{}, quiet: map[int32]bool{}}
	b.edits = e
	for _, m := range b.hand.marks {
		if b.hand.isUndone(m) {
			continue
		}
		switch m.Verb {
		case "split":
			if m.On.Kind == KindItem {
				e.cut[m.On.N] = true
			}
			b.splitOff(e, m)
		case "join":
			b.joinTo(e, m)
		}
	}
	b.fix(e)
	b.mute(e)
	e.some = len(e.alone)+len(e.hidden)+len(e.fixed) > 0
	return e
}

// fix puts right the speakers and types of statements, in the rows that their
// reports have come to stand in.
func (b *Board) fix(e *edits) {
	for _, m := range b.hand.marks {
		if m.Verb != "speaker" && m.Verb != "type" || m.On.Kind != KindStatement || b.hand.isUndone(m) {
			continue
		}
		g := b.groupAt(m.On)
		if g == noGroup {
			continue
		}
		x := e.fixed[g]
		if m.Verb == "speaker" {
			x.Speaker = m.Value
		} else {
			x.Type = m.Value
		}
		e.fixed[g] = x
	}
}

// splitOff takes a report out of its statement. The report that came first is the
// statement itself: the others can be split off it.
func (b *Board) splitOff(e *edits, m Mark) {
	i := b.factAt(m.On)
	if m.On.Kind != KindStatement || i < 0 {
		return
	}
	g, item := b.view.fact(i).group, b.view.ver(b.view.fact(i).ver).item
	if b.view.ver(b.view.fact(b.view.group(g).founder).ver).item == item || e.apart[g][item] {
		return
	}
	if e.apart[g] == nil {
		e.apart[g] = map[int64]bool{}
	}
	e.apart[g][item] = true
	first := int32(-1)
	for f := range b.view.members(g) { // newest first
		if b.view.ver(b.view.fact(f).ver).item == item {
			first = f
		}
	}
	e.alone = append(e.alone, lone(first))
}

// joinTo puts the group in a mark's Value into the group that it is on.
func (b *Board) joinTo(e *edits, m Mark) {
	ref, err := ParseRef(m.Value)
	if err != nil || ref.Kind != m.On.Kind || ref.Kind == KindItem || ref.Kind == KindStory || b.factAt(m.On) < 0 || b.factAt(ref) < 0 {
		return
	}
	into, from := b.groupAt(m.On), b.groupAt(ref)
	if into == from {
		return
	}
	for _, g := range append([]int32{from}, e.joined[from]...) {
		e.joined[into] = append(e.joined[into], g)
		e.into[g] = into
	}
	delete(e.joined, from)
	e.hidden[from] = true
}

// mute hides the groups of which no report is left that is not muted.
func (b *Board) mute(e *edits) {
	if !b.hand.mutes {
		return
	}
	var items []int64
	for _, m := range b.hand.marks {
		if m.Verb != "mute" || b.hand.isUndone(m) {
			continue
		}
		items = append(items, m.On.N)
		for _, part := range b.mutedParts(m) {
			e.quiet[part] = true
			for i := range newestFirst(posted(&b.view, storiesOf, uint32(part), b.view.top.vers)) {
				items = append(items, b.view.ver(i).item)
			}
		}
	}
	for _, item := range items {
		for _, i := range b.view.versions(item) {
			v := b.view.ver(i)
			for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
				if g := b.groupOf(f); !e.hidden[g] && !b.heard(g) {
					e.hidden[g] = true
				}
			}
		}
	}
}

// mutedParts are the parts that a muted story had when it was muted: what a later
// report makes one with it stays to be seen.
func (b *Board) mutedParts(m Mark) []int32 {
	s := b.partAt(m.On)
	if s < 0 || b.founderOf(s) != m.On.N {
		return nil
	}
	by := m.At.UnixMilli()
	then := func(x bridge) bool { return b.view.ver(x.by).seen <= by && b.held(x) }
	return b.view.parts(nil, b.view.root(s, then), then)
}

// heard says whether a report of a group on the board is not muted.
func (b *Board) heard(g int32) bool {
	for f := range b.wholeOf(g) {
		if v := b.view.ver(b.view.fact(f).ver); b.out(v) && !b.hand.muted(b, v) {
			return true
		}
	}
	return false
}

// groupOf is the group of a fact on the board: what its own was joined into, or
// its own.
func (b *Board) groupOf(i int32) int32 {
	g := b.partOf(i)
	if into, joined := b.edits.into[g]; joined {
		return into
	}
	return g
}

// partOf is the group of a fact, whatever that was joined into.
func (b *Board) partOf(i int32) int32 {
	g := b.view.fact(i).group
	if len(b.edits.apart) == 0 {
		return g
	}
	item := b.view.ver(b.view.fact(i).ver).item
	if !b.edits.apart[g][item] {
		return g
	}
	for _, x := range b.edits.alone {
		if f := b.view.fact(factOf(x)); f.group == g && b.view.ver(f.ver).item == item {
			return x
		}
	}
	return g
}

// wholeOf walks the facts of a group on the board with those of what was joined
// to it, newest first of each.
func (b *Board) wholeOf(g int32) iter.Seq[int32] {
	joined := b.edits.joined[g]
	if len(joined) == 0 {
		return b.members(g)
	}
	return func(yield func(int32) bool) {
		for _, part := range append([]int32{g}, joined...) {
			for f := range b.members(part) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// members walks the facts of a group on the board, newest first, without those
// that were joined to it.
func (b *Board) members(g int32) iter.Seq[int32] {
	if g >= 0 && len(b.edits.apart[g]) == 0 {
		return b.view.members(g)
	}
	whole, only := g, int64(-1)
	if g < 0 {
		f := b.view.fact(factOf(g))
		whole, only = f.group, b.view.ver(f.ver).item
	}
	return func(yield func(int32) bool) {
		for f := range b.view.members(whole) {
			item := b.view.ver(b.view.fact(f).ver).item
			if (only >= 0 && item == only || only < 0 && !b.edits.apart[whole][item]) && !yield(f) {
				return
			}
		}
	}
}

// kindOf is what the facts of a group are.
func (b *Board) kindOf(g int32) Kind {
	if g < 0 {
		return b.view.fact(factOf(g)).kind
	}
	return b.view.group(g).kind
}

// lead is the report by which a group is filed.
func (b *Board) lead(g int32) int32 {
	if g < 0 {
		return factOf(g)
	}
	return b.view.group(g).founder
}

// recast says of which groups a list that knows nothing of the hand has the wrong
// Ref or place, and which must be put in: those of a kind.
func (b *Board) recast(kind Kind) (out map[Ref]bool, in []int32) {
	out = map[Ref]bool{}
	if !b.edits.some {
		return out, nil
	}
	for g := range b.edits.hidden {
		if g >= 0 && b.view.group(g).kind == kind {
			out[b.factRef(b.bareFounder(g))] = true
		}
	}
	for g := range b.edits.apart {
		if b.view.group(g).kind == kind && !b.edits.hidden[g] {
			out[b.factRef(b.bareFounder(g))] = true
			in = append(in, g)
		}
	}
	for _, g := range b.edits.alone {
		if b.kindOf(g) == kind && !b.edits.hidden[g] {
			in = append(in, g)
		}
	}
	in = slices.DeleteFunc(in, func(g int32) bool { _, ok := b.firstTime(g); return !ok })
	slices.SortFunc(in, func(x, y int32) int { return -b.inOrder(x, y) })
	return out, in
}

// inOrder compares two groups by their place in lists, oldest first.
func (b *Board) inOrder(x, y int32) int {
	if b.Clock == ByPublished {
		at, _ := b.firstTime(x)
		to, _ := b.firstTime(y)
		return cmp.Or(cmp.Compare(at, to), cmp.Compare(x, y))
	}
	return cmp.Compare(b.founder(x), b.founder(y))
}

// byTheHand lays the hand's work over a list that knows nothing of it.
func (b *Board) byTheHand(kind Kind, list []Ref) []Ref {
	out, in := b.recast(kind)
	if len(out)+len(in) == 0 {
		return list
	}
	var marked uint64 // which few of the list may be meant
	for ref := range out {
		marked |= 1 << (ref.N >> refFactBits & 63)
	}
	kept := make([]Ref, 0, len(list)+len(in))
	for _, ref := range list {
		if marked&(1<<(ref.N>>refFactBits&63)) == 0 || !out[ref] {
			kept = append(kept, ref)
		}
	}
	for _, g := range in {
		i, _ := slices.BinarySearchFunc(kept, g, func(ref Ref, g int32) int { return -b.inOrder(b.groupAt(ref), g) })
		kept = slices.Insert(kept, i, b.groupRef(g))
	}
	return kept
}

// Fixed are the reports of the board whose speaker or type was set by hand.
func (b *Board) Fixed() map[VersionRef]map[int]Fixed {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	out := map[VersionRef]map[int]Fixed{}
	for g, x := range b.edits.fixed {
		for _, p := range b.membersOf(g) {
			f := b.view.fact(p.fact)
			v := b.view.ver(f.ver)
			at := VersionRef{ItemID(v.item), int(v.n)}
			if out[at] == nil {
				out[at] = map[int]Fixed{}
			}
			out[at][int(f.idx)] = x
		}
	}
	return out
}

package model

import (
	"cmp"
	"slices"
)

const (
	// bridgeMore is how much more than enough a report must be like two stories to
	// make them one.
	bridgeMore = .03
	// bridgeSize is how many reports the smaller of the two can have: what more have
	// kept apart no single one puts together.
	bridgeSize = 5
)

// bridge makes two stories one from a report on that is like both. Nothing that was
// decided about them changes, so that it holds no sooner than the report, and a hand
// can take it back.
type bridge struct {
	by   int32 // version
	from int32 // the smaller story, that goes on in the other
	into int32 // of the other, the part that the report is like
}

// bridge makes the story of a new report one with others that it is as like, the most
// like first. A story goes on in another by its root, which goes on in none yet: so none
// goes on in two others, and what remains when a bridge is taken back is held together
// by others.
func (w *writer) bridge(i int32, others []likened) {
	slices.SortFunc(others, func(a, b likened) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.story, b.story))
	})
	for _, x := range others {
		from, into := max(w.ver(i).story, x.story), min(w.ver(i).story, x.story)
		if w.root(from, always) == w.root(into, always) {
			continue
		}
		if w.sizeOf(from) > bridgeSize {
			from, into = into, from
		}
		if w.sizeOf(from) <= bridgeSize {
			w.seg.noteBridge(bridge{i, w.root(from, always), into})
		}
	}
}

// sizeOf is how many items there are of all that a story goes on in.
func (w *writer) sizeOf(s int32) int {
	n := 0
	w.partsOf = w.parts(w.partsOf[:0], w.root(s, always), always)
	for _, part := range w.partsOf {
		n += times(&w.view, storiesOf, uint32(part), w.top.vers)
	}
	return n
}

func (s *segment) noteBridge(x bridge) {
	no := int32(s.top().bridges)
	s.bridges = append(s.bridges, x)
	s.index.taken.add(uint32(x.from), no)
	s.index.takes.add(uint32(x.into), no)
}

func (v *view) nBridges() int {
	if v.layer != nil {
		return v.layer.top().bridges
	}
	return min(v.top.bridges, len(v.base.bridges))
}

func (v *view) bridge(i int32) bridge {
	if v.layer != nil && int(i) >= v.layer.from.bridges {
		return v.layer.bridges[int(i)-v.layer.from.bridges]
	}
	return v.base.bridges[i]
}

// always holds any bridge, as the record does: hands and clocks are a board's.
func always(bridge) bool { return true }

// root is the story that a story goes on in by the bridges that hold, itself where
// there is none. It is the same for all parts of a story.
func (v *view) root(s int32, holds func(bridge) bool) int32 {
	for {
		bridges := v.base.index.taken.of(uint32(s))
		if len(bridges) == 0 || int(bridges[0]) >= v.top.bridges {
			if v.layer == nil {
				return s
			}
			if bridges = v.layer.index.taken.of(uint32(s)); len(bridges) == 0 {
				return s
			}
		}
		x := v.bridge(bridges[0])
		if !holds(x) {
			return s
		}
		s = x.into
	}
}

func takesOf(x *index) *postings { return &x.takes }

// parts appends a story and those that go on in it to a list.
func (v *view) parts(list []int32, s int32, holds func(bridge) bool) []int32 {
	list = append(list, s)
	base, layer := posted(v, takesOf, uint32(s), v.top.bridges)
	for _, bridges := range [][]int32{base, layer} {
		for _, no := range bridges {
			if x := v.bridge(no); holds(x) {
				list = v.parts(list, x.from, holds)
			}
		}
	}
	return list
}

// latestOf returns the latest items of all parts of a story, newest first, as many as
// a new one is compared with, and how many there are.
func (w *writer) latestOf(root int32) (latest []int32, n int) {
	w.partsOf = w.parts(w.partsOf[:0], root, always)
	latest = w.latest[:0]
	for _, part := range w.partsOf {
		base, layer := posted(&w.view, storiesOf, uint32(part), w.top.vers)
		n += len(base) + len(layer)
		most := len(latest) + storyMembers
		for j := range newestFirst(base, layer) {
			if latest = append(latest, j); len(latest) == most {
				break
			}
		}
	}
	if len(w.partsOf) > 1 {
		slices.SortFunc(latest, func(a, b int32) int { return cmp.Compare(b, a) })
		latest = latest[:min(len(latest), storyMembers)]
	}
	w.latest = latest
	return latest, n
}

// held says whether a bridge holds on a board: its report is out, and no hand took the
// report, or the first of either story, out of the story.
func (b *Board) held(x bridge) bool {
	v := b.view.ver(x.by)
	if !b.out(v) {
		return false
	}
	cut := b.edits.cut
	return len(cut) == 0 || !cut[v.item] && !cut[b.founderOf(x.from)] && !cut[b.founderOf(x.into)]
}

// founderOf is the first item of a part of a story.
func (b *Board) founderOf(s int32) int64 { return b.view.ver(b.view.story(s).founder).item }

// partsOf are the parts of the story that one belongs to on the board.
func (b *Board) partsOf(s int32) []int32 {
	return b.view.parts(nil, b.view.root(s, b.held), b.held)
}

// wholeOfStory is the part that began first, by which the story goes.
func (b *Board) wholeOfStory(s int32) int32 {
	if b.view.nBridges() == 0 {
		return s
	}
	return slices.Min(b.partsOf(s))
}

// nHeld is how many bridges hold on the board.
func (b *Board) nHeld() int {
	n := b.view.nBridges()
	if b.Clock == BySeen && len(b.edits.cut) == 0 {
		return n
	}
	held := 0
	for no := range int32(n) {
		if b.held(b.view.bridge(no)) {
			held++
		}
	}
	return held
}

// goneOn are the stories that go on the board by a part that began before them.
func (b *Board) goneOn() map[int32]bool {
	gone := map[int32]bool{}
	for no := range int32(b.view.nBridges()) {
		x := b.view.bridge(no)
		for _, part := range []int32{x.from, x.into} {
			if b.wholeOfStory(part) != part {
				gone[part] = true
			}
		}
	}
	return gone
}

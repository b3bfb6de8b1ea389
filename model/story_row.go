package model

import "slices"

// storyAt is the story that a Ref names, -1 for none.
func (b *Board) storyAt(ref Ref) int32 {
	if s := b.partAt(ref); s >= 0 {
		return b.wholeOfStory(s)
	}
	return -1
}

// partAt is the part of it that began with the item of the Ref or took it in.
func (b *Board) partAt(ref Ref) int32 {
	versions := b.view.versions(ref.N)
	if ref.Kind != KindStory || len(versions) == 0 {
		return -1
	}
	return b.view.ver(versions[0]).story
}

func (b *Board) nStories() int {
	if b.view.layer != nil {
		return b.view.layer.top().stories
	}
	return min(b.view.top.stories, len(b.view.base.stories))
}

// Stories lists the stories, those with the latest beginning first.
func (b *Board) Stories() []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	h := b.regrouped()
	var out []Ref
	untouched := b.Clock == BySeen && len(h.gone)+len(h.alone) == 0
	if untouched && b.view.nBridges() == 0 {
		base := b.view.base.storyRefs(b.view.top.stories)
		if b.view.layer == nil {
			return base
		}
		for s := b.nStories() - 1; s >= b.view.layer.from.stories; s-- {
			out = append(out, b.storyRef(int32(s)))
		}
		return append(out, base...)
	}
	away := b.goneOn()
	for s := b.nStories() - 1; s >= 0; s-- {
		if !away[int32(s)] && (untouched || len(b.storyItems(int32(s), h)) > 0) {
			out = append(out, b.storyRef(int32(s)))
		}
	}
	for _, item := range h.alone {
		out = append(out, Ref{KindStory, item})
	}
	return out
}

// regrouping is what the editor's hand did to the stories of a board.
type regrouping struct {
	into  map[int32][]int32 // stories joined into another
	gone  map[int32]bool    // stories joined away
	apart map[int64]bool    // items split off
	alone []int64           // the same, in the order of the marks
}

// regrouped reads the joins and splits of stories. A join's Value is the story
// that goes into the one it is on; a split is on an item.
func (b *Board) regrouped() regrouping {
	h := regrouping{map[int32][]int32{}, map[int32]bool{}, map[int64]bool{}, nil}
	for _, m := range b.hand.marks {
		if b.hand.isUndone(m) {
			continue
		}
		switch {
		case m.Verb == "join" && m.On.Kind == KindStory:
			ref, err := ParseRef(m.Value)
			into, from := b.storyAt(m.On), b.storyAt(ref)
			if err == nil && into >= 0 && from >= 0 && into != from && !h.gone[from] && !h.gone[into] {
				h.into[into] = append(append(h.into[into], from), h.into[from]...)
				h.gone[from] = true
			}
		case m.Verb == "split" && m.On.Kind == KindItem && len(b.view.versions(m.On.N)) > 0 && !h.apart[m.On.N]:
			if s := b.partAt(Ref{KindStory, m.On.N}); b.founderOf(s) == m.On.N {
				continue // the first item of a story is the story, that of a part takes it along
			}
			h.apart[m.On.N] = true
			h.alone = append(h.alone, m.On.N)
		}
	}
	return h
}

// storyItems are the items of a story on the board, oldest first.
func (b *Board) storyItems(s int32, h regrouping) []int64 {
	if h.gone[s] {
		return nil
	}
	var out []int64
	for _, joined := range append([]int32{s}, h.into[s]...) {
		var list []int32
		for _, part := range b.partsOf(joined) {
			base, layer := posted(&b.view, storiesOf, uint32(part), b.view.top.vers)
			list = append(append(list, base...), layer...)
		}
		slices.Sort(list)
		for _, i := range list {
			if v := b.view.ver(i); b.out(v) && !h.apart[v.item] {
				out = append(out, v.item)
			}
		}
	}
	return out
}

// StoryOf returns the story that an item is in, with what was joined and split by
// hand.
func (b *Board) StoryOf(item Ref) Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	versions := b.view.versions(item.N)
	if item.Kind != KindItem || len(versions) == 0 {
		return Ref{}
	}
	h := b.regrouped()
	if h.apart[item.N] {
		return Ref{KindStory, item.N}
	}
	s := b.wholeOfStory(b.view.ver(versions[0]).story)
	for into, parts := range h.into {
		if slices.Contains(parts, s) && !h.gone[into] {
			return b.storyRef(into)
		}
	}
	return b.storyRef(s)
}

// Marks are the entries of the editor's hand on an item or a story by the board's
// moment, oldest first.
func (b *Board) Marks(ref Ref) []Mark {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	return slices.Clone(b.hand.on(ref))
}

// StoryItems lists the items of a story, oldest first.
func (b *Board) StoryItems(ref Ref) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	s, h := b.storyAt(ref), b.regrouped()
	if s < 0 {
		return nil
	}
	if h.apart[ref.N] {
		return []Ref{{KindItem, ref.N}}
	}
	var out []Ref
	for _, item := range b.storyItems(s, h) {
		out = append(out, Ref{KindItem, item})
	}
	return out
}

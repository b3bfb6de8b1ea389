package model

import (
	"cmp"
	"slices"
)

// Items lists the items that pass a filter, newest first.
func (b *Board) Items(f Filter) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	return b.items(f)
}

// items is Items for one who holds the record still.
func (b *Board) items(f Filter) []Ref {
	if b.plain(f) {
		base := b.view.base.itemRefs(len(prefix(b.view.base.orders.firsts, b.view.top.vers)))
		if b.view.layer == nil {
			return base
		}
		return append(b.newItems(), base...)
	}
	s := b.newSieve(KindItem, f)
	wanted := b.itemsWithFacts(f)
	type dated struct{ item, at int64 }
	var list []dated
	for i := b.view.nVers() - 1; i >= 0; i-- {
		v := b.view.ver(int32(i))
		if !b.out(v) || !b.view.first(int32(i)) {
			continue
		}
		if wanted != nil && !wanted[v.item] || f.Items != nil && !f.Items[ItemID(v.item)] || s.feed != -1 && v.feed != s.feed || b.hand.muted(b, v) || !s.titleHolds(v.item) {
			continue
		}
		list = append(list, dated{v.item, b.time(v)})
	}
	if b.Clock == ByPublished {
		slices.SortStableFunc(list, func(x, y dated) int { return -cmp.Compare(x.at, y.at) })
	}
	out := make([]Ref, len(list))
	for i, x := range list {
		out[i] = Ref{KindItem, x.item}
	}
	return out
}

// newItems are the items that begin in the layer, newest first.
func (b *Board) newItems() []Ref {
	var out []Ref
	for i := b.view.layer.vers.len() - 1; i >= 0; i-- {
		if b.view.first(int32(b.view.layer.from.vers + i)) {
			out = append(out, Ref{KindItem, b.view.layer.vers.at(int32(i)).item})
		}
	}
	return out
}

// itemsWithFacts are the items with a fact that passes what a filter asks of
// facts; nil when it asks nothing of them.
func (b *Board) itemsWithFacts(f Filter) map[int64]bool {
	if f.Actor == "" && f.Topic == "" && f.Side == "" && len(f.Types) == 0 && len(f.Certainty) == 0 {
		return nil
	}
	f.Text = ""
	wanted := map[int64]bool{}
	for _, kind := range []Kind{KindStatement, KindSignal, KindEvent} {
		for _, g := range b.groups(kind, f) {
			for x := range b.members(g) {
				wanted[b.view.ver(b.view.fact(x).ver).item] = true
			}
		}
	}
	return wanted
}

// titleHolds says whether an item's latest wording on the board has the words.
func (s *sieve) titleHolds(item int64) bool {
	if len(s.words) == 0 {
		return true
	}
	vi, ok := s.b.latest(item)
	if !ok {
		return false
	}
	for i := range s.words {
		found := false
		for _, list := range [][]uint32{s.b.view.titleWords(vi), s.b.view.bodyWords(vi)} {
			for _, w := range list {
				found = found || s.words[i][w]
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// latest is an item's wording as of the board.
func (b *Board) latest(item int64) (int32, bool) {
	best := int32(-1)
	for _, i := range b.view.versions(item) {
		if b.out(b.view.ver(i)) && (best < 0 || b.view.ver(i).n > b.view.ver(best).n) {
			best = i
		}
	}
	return best, best >= 0
}

// Item returns an item as it read at the board's moment; false when the board
// does not have it.
func (b *Board) Item(ref Ref) (ItemRow, bool) {
	if ref.Kind != KindItem {
		return ItemRow{}, false
	}
	row := ItemRow{Ref: ref}
	at, ok := b.holdItem(&row)
	if !ok {
		return row, false
	}
	v, err := b.r.texts.Version(at)
	row.Version = v
	return row, err == nil
}

func (b *Board) holdItem(row *ItemRow) (VersionRef, bool) {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	vi, ok := b.latest(row.Ref.N)
	if !ok {
		return VersionRef{}, false
	}
	v := b.view.ver(vi)
	first := int64(maxTime)
	for _, i := range b.view.versions(v.item) {
		if x := b.view.ver(i); b.out(x) {
			row.Versions++
			first = min(first, b.time(x))
		}
	}
	row.First = moment(first)
	row.Feed, row.House = b.r.feeds[v.feed], b.house(vi)
	row.Story = b.storyRef(b.wholeOfStory(v.story))
	row.Struck = operations[b.itemStruck(vi)]
	row.Muted = b.hand.muted(b, v)
	return VersionRef{ItemID(v.item), int(v.n)}, true
}

// itemStruck is the operation that takes an item back, if any.
func (b *Board) itemStruck(vi int32) opCode {
	v := b.view.ver(vi)
	if v.op.kills() {
		return v.op
	}
	base, layer := two(&b.view, hitsOf, v.item, b.view.top.vers)
	for i := range newestFirst(base, layer) {
		if hit := b.view.ver(i); b.out(hit) {
			return hit.op
		}
	}
	return opNone
}

// History returns the wordings of an item up to the board's moment, oldest first.
func (b *Board) History(ref Ref) []Version {
	if ref.Kind != KindItem {
		return nil
	}
	all, err := b.r.texts.History(ItemID(ref.N))
	if err != nil {
		return nil
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	on := map[int]bool{}
	for _, i := range b.view.versions(ref.N) {
		if v := b.view.ver(i); b.out(v) {
			on[int(v.n)] = true
		}
	}
	return slices.DeleteFunc(all, func(v Version) bool { return !on[v.N] })
}

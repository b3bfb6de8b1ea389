package model

import "iter"

// view is the record up to a moment: a prefix of the base, and a layer over it
// or nothing. Indexes count from the beginning of the record.
type view struct {
	base  *segment
	top   limits // of the base
	layer *segment
}

func (v *view) nVers() int {
	if v.layer != nil {
		return v.layer.top().vers
	}
	return min(v.top.vers, v.base.vers.len())
}

func (v *view) nFacts() int {
	if v.layer != nil {
		return v.layer.top().facts
	}
	return min(v.top.facts, v.base.facts.len())
}

func (v *view) nGroups() int {
	if v.layer != nil {
		return v.layer.top().groups
	}
	return min(v.top.groups, v.base.groups.len())
}

func (v *view) ver(i int32) *ver {
	if v.layer != nil && int(i) >= v.layer.from.vers {
		return v.layer.vers.at(i - int32(v.layer.from.vers))
	}
	return v.base.vers.at(i)
}

func (v *view) fact(i int32) *fact {
	if v.layer != nil && int(i) >= v.layer.from.facts {
		return v.layer.facts.at(i - int32(v.layer.from.facts))
	}
	return v.base.facts.at(i)
}

func (v *view) glance(i int32) glance {
	if v.layer != nil && int(i) >= v.layer.from.facts {
		return v.layer.glances[int(i)-v.layer.from.facts]
	}
	return v.base.glanceAt(i)
}

func (v *view) group(i int32) *group {
	if v.layer != nil && int(i) >= v.layer.from.groups {
		return v.layer.groups.at(i - int32(v.layer.from.groups))
	}
	return v.base.groups.at(i)
}

func (v *view) clash(i int32) clash {
	if v.layer != nil && int(i) >= v.layer.from.clashes {
		return v.layer.clashes[int(i)-v.layer.from.clashes]
	}
	return v.base.clashes[i]
}

func (v *view) story(i int32) *story {
	if v.layer != nil && int(i) >= v.layer.from.stories {
		return &v.layer.stories[int(i)-v.layer.from.stories]
	}
	return &v.base.stories[i]
}

// segOfVer and segOfFact say in whose arenas the lists of a version or fact lie.
func (v *view) segOfVer(i int32) *segment {
	if v.layer != nil && int(i) >= v.layer.from.vers {
		return v.layer
	}
	return v.base
}

func (v *view) segOfFact(i int32) *segment {
	if v.layer != nil && int(i) >= v.layer.from.facts {
		return v.layer
	}
	return v.base
}

// Words are given in room of the caller's: these are short, so that they become part of
// their callers, and the room stays on the stack of who does not keep them.

func (v *view) titleWords(i int32) []uint32 {
	var room [maxTitleWords]uint32
	return v.appendTitleWords(room[:0], i)
}

func (v *view) bodyWords(i int32) []uint32 {
	var room [maxBodyWords]uint32
	return v.appendBodyWords(room[:0], i)
}

func (v *view) factWords(i int32) []uint32 {
	var room [maxFactWords]uint32
	return v.appendFactWords(room[:0], i)
}

// storyWords are the words of a version, the title's first.
func (v *view) storyWords(i int32) []uint32 {
	var room [maxTitleWords + maxBodyWords]uint32
	return v.appendStoryWords(room[:0], i)
}

func (v *view) appendTitleWords(list []uint32, i int32) []uint32 {
	x := v.ver(i)
	return v.segOfVer(i).appendWords(list, i, x.words, int32(x.nTitle))
}

func (v *view) appendBodyWords(list []uint32, i int32) []uint32 {
	x := v.ver(i)
	return v.segOfVer(i).appendWords(list, i, x.words+int32(x.nTitle), int32(x.nBody))
}

func (v *view) appendFactWords(list []uint32, i int32) []uint32 {
	f := v.fact(i)
	return v.segOfFact(i).appendWords(list, f.ver, f.words, int32(f.nWords))
}

func (v *view) appendStoryWords(list []uint32, i int32) []uint32 {
	x := v.ver(i)
	return v.segOfVer(i).appendWords(list, i, x.words, int32(x.nTitle)+int32(x.nBody))
}

func (v *view) others(i int32) []int32 {
	f := v.fact(i)
	return v.segOfFact(i).ids[f.others : f.others+int32(f.nOther)]
}

// nobody is the number of no actor: what a signal hits that names no target.
const nobody = 0

// targets are those that a signal hits, each once; nobody where it names none, so
// that it has a ladder, too.
func (v *view) targets(i int32) []int32 { return orNobody(unique(v.others(i))) }

func (s *segment) targets(f *fact) []int32 {
	return orNobody(unique(s.ids[f.others : f.others+int32(f.nOther)]))
}

func orNobody(ids []int32) []int32 {
	if len(ids) == 0 {
		return []int32{nobody}
	}
	return ids
}

func (v *view) topics(i int32) []int32 {
	f := v.fact(i)
	return v.segOfFact(i).ids[f.topics : f.topics+int32(f.nTopic)]
}

// two returns a list of the index in its two parts, base first.
func two[K comparable](v *view, pick func(*index) map[K][]int32, key K, top int) (base, layer []int32) {
	base = prefix(pick(&v.base.index)[key], top)
	if v.layer != nil {
		layer = pick(&v.layer.index)[key]
	}
	return base, layer
}

// posted returns the postings of a number in their two parts, base first.
func posted(v *view, pick func(*index) *postings, no uint32, top int) (base, layer []int32) {
	base = prefix(pick(&v.base.index).of(no), top)
	if v.layer != nil {
		layer = pick(&v.layer.index).of(no)
	}
	return base, layer
}

// times is how many postings of a number there are in both parts.
func times(v *view, pick func(*index) *postings, no uint32, top int) int {
	n := pick(&v.base.index).count(no, top)
	if v.layer != nil {
		n += len(pick(&v.layer.index).of(no))
	}
	return n
}

// latest are the latest n postings of a number in their two parts, base first. They may
// be laid out in room.
func latest(v *view, room []int32, pick func(*index) *postings, no uint32, top, n int) (base, layer []int32) {
	if v.layer != nil {
		layer = pick(&v.layer.index).of(no)
		layer = layer[max(0, len(layer)-n):]
	}
	return pick(&v.base.index).latest(room, no, top, n-len(layer)), layer
}

func clashesIn(x *index) *postings          { return &x.clashes }
func itemsOf(x *index) *postings            { return &x.items }
func titlesOf(x *index) *postings           { return &x.titles }
func saidOf(x *index) *postings             { return &x.said }
func alikeOf(x *index) *postings            { return &x.alike }
func phaseLists(x *index) map[int32][]int32 { return x.phases }
func dropLists(x *index) map[int32][]int32  { return x.drops }
func hitsOf(x *index) map[int64][]int32     { return x.hits }

// newestFirst walks both parts of a list backwards.
func newestFirst(base, layer []int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i := len(layer) - 1; i >= 0; i-- {
			if !yield(layer[i]) {
				return
			}
		}
		for i := len(base) - 1; i >= 0; i-- {
			if !yield(base[i]) {
				return
			}
		}
	}
}

// versions returns the versions of an item, oldest first.
func (v *view) versions(item int64) []int32 {
	base, layer := posted(v, itemsOf, uint32(item), v.top.vers)
	if len(layer) == 0 {
		return base
	}
	return append(base[:len(base):len(base)], layer...)
}

// first says whether a version is the first of its item.
func (v *view) first(i int32) bool { return v.versions(v.ver(i).item)[0] == i }

// members walks the facts of a group, newest first.
func (v *view) members(g int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for f := v.tail(g); f >= 0; f = v.fact(f).prev {
			if !yield(f) {
				return
			}
		}
	}
}

// tail is the latest fact of a group in this view.
func (v *view) tail(g int32) int32 {
	if v.layer != nil {
		if f, ok := v.layer.tails[g]; ok {
			return f
		}
		if int(g) >= v.layer.from.groups {
			return v.layer.groups.at(g - int32(v.layer.from.groups)).last
		}
	}
	f := v.base.groups.at(g).last
	for int(f) >= v.top.facts {
		f = v.base.facts.at(f).prev
	}
	return f
}

// grown says whether the layer adds members to a group.
func (v *view) grown(g int32) bool {
	if v.layer == nil {
		return false
	}
	_, ok := v.layer.tails[g]
	return ok
}

// listed are the groups in the list of somebody or something, in their two parts.
func (v *view) listed(key listKey, no int32) (base, layer []int32) {
	base = prefix(v.base.index.list(key).of(uint32(no)), v.top.groups)
	if v.layer != nil {
		layer = v.layer.index.list(key).of(uint32(no))
	}
	return base, layer
}

// groupsIn returns the groups of a list, newest first.
func (v *view) groupsIn(key listKey) iter.Seq[int32] {
	return newestFirst(v.listed(key, key.id))
}

func storiesOf(x *index) *postings { return &x.stories }

func aboutsOf(x *index) *postings { return &x.abouts }

func sampleOf(x *index) *postings { return &x.sample }

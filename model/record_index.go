package model

import "sort"

// index finds members of a segment. Its lists hold indexes from the beginning of
// the record, oldest first, so that a moment is a prefix.
type index struct {
	items   map[int64][]int32  // versions of an item
	titles  map[uint32][]int32 // versions by word of their title
	said    map[uint32][]int32 // statements by content word
	alike   map[uint64][]int32 // signals and events by what they must share
	lists   map[listKey][]int32
	phases  map[int32][]int32  // events that report a phase
	hits    map[int64][]int32  // operations on an item: versions
	stories map[int32][]int32  // first versions of the items of a story
	abouts  map[uint32][]int32 // versions by the rarest words of their text
}

// dimension is what a list of groups is by.
type dimension uint8

const (
	byAll    dimension = iota
	byActor            // who spoke, sent, took part
	byTarget           // whom a signal hits
	byTopic            //
)

type listKey struct {
	kind Kind
	dim  dimension
	id   int32
}

func (x *index) init() {
	x.items = map[int64][]int32{}
	x.titles = map[uint32][]int32{}
	x.said = map[uint32][]int32{}
	x.alike = map[uint64][]int32{}
	x.lists = map[listKey][]int32{}
	x.phases = map[int32][]int32{}
	x.hits = map[int64][]int32{}
	x.abouts = map[uint32][]int32{}
	x.stories = map[int32][]int32{}
}

// prefix returns the part of a list below top.
func prefix(list []int32, top int) []int32 {
	if n := len(list); n == 0 || int(list[n-1]) < top {
		return list
	}
	return list[:sort.Search(len(list), func(i int) bool { return int(list[i]) >= top })]
}

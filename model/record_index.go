package model

import (
	"math"
)

// index finds members of a segment. Its lists hold indexes from the beginning of
// the record, oldest first, so that a moment is a prefix.
type index struct {
	items   postings                     // versions of an item
	titles  postings                     // versions by word of their title
	said    postings                     // statements by content word
	alike   postings                     // signals and events by what they must share, hashed
	lists   [kinds * dimensions]postings // groups by listKey
	phases  map[int32][]int32            // events that report a phase
	drops   map[int32][]int32            // versions that say a phase is not held
	hits    map[int64][]int32            // operations on an item: versions
	stories postings                     // first versions of the items of a story
	taken   postings                     // bridges, of which there is one at most, by the story that goes on in another
	takes   postings                     // bridges by the story that it goes on in
	clashes postings                     // clashes by group
	abouts  postings                     // versions by the rarest words of their text
	sample  postings                     // reports by all their words, see sampled

	licences map[int32][]int32 // reports of a licence by story
	readouts []int32           // statements that say what came of a meeting
	offs     []int32           // reports that something is off, or that it is not
}

// dimension is what a list of groups is by.
type dimension uint8

const (
	byAll    dimension = iota
	byActor            // who spoke, sent, took part
	byTarget           // whom a signal hits
	byTopic            //
	bySender           // who sends a signal

	dimensions = 5
	kinds      = int(KindEvent) + 1
)

type listKey struct {
	kind Kind
	dim  dimension
	id   int32
}

// list is where the groups of a key are.
func (x *index) list(k listKey) *postings { return &x.lists[int(k.kind)*dimensions+int(k.dim)] }

func (x *index) init(base bool) {
	shared, slim := &blocks{}, &blocks{slims: true}
	for _, p := range []*postings{&x.items, &x.alike, &x.stories, &x.taken, &x.takes} {
		p.init(base, shared)
	}
	for _, p := range []*postings{&x.titles, &x.abouts, &x.sample, &x.said} { // asked for how many, and for the latest
		p.init(base, slim)
	}
	x.clashes.init(false, nil) // few groups have any
	for i := range x.lists {
		x.lists[i].init(base, shared)
	}
	x.phases = map[int32][]int32{}
	x.drops = map[int32][]int32{}
	x.hits = map[int64][]int32{}
	x.licences = map[int32][]int32{}
}

// prefix returns the part of a list below top.
func prefix(list []int32, top int) []int32 {
	n := len(list)
	if n == 0 || top == math.MaxInt32 || int(list[n-1]) < top {
		return list
	}
	return list[:cutAt(n, top, func(i int) int32 { return list[i] })]
}

// cutAt is how many of n numbers in order lie below top, which the last one does not.
// Who is heard of is heard of all the time: it looks where they would end if they lay
// evenly, and around that wider and wider, so that of a long list few places are read.
func cutAt(n, top int, at func(i int) int32) int {
	first, last := int(at(0)), int(at(n-1))
	if first >= top {
		return 0
	}
	lo, hi := 0, n-1 // below top, and not
	i, step := max(1, (top-first)*(n-1)/(last-first)), 8
	if i >= hi {
		i = hi - 1
	}
	for lo < i && i < hi {
		if int(at(i)) < top {
			lo, i = i, i+step
		} else {
			hi, i = i, i-step
		}
		step *= 4
	}
	for hi-lo > 1 {
		if mid := int(uint(lo+hi) >> 1); int(at(mid)) < top {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

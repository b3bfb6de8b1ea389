package model

import (
	"sync"
	"sync/atomic"
)

// postings are lists by number: dense in the base, where most numbers have one,
// and a map in a layer.
//
// Those that come from a checkpoint stay as they are in it, until a list is asked
// for: a start asks for few.
type postings struct {
	few map[uint32][]int32

	dense []posting // by number, from the first that no checkpoint has
	lists [][]int32 // of those with two members or more

	packed   []byte    // the lists of a checkpoint
	ends     []uint32  // where each ends in packed
	unpacked [][]int32 // beside ends: those that were asked for
	ready    []atomic.Bool
	mu       sync.Mutex
}

// posting is where the list of a number is. Most have one member. It stands here,
// since each list of its own is one more thing for the collector of garbage to look
// at, over and over.
type posting struct {
	first [1]int32 // is never changed, so that it is good for who was given it
	at    int32    // onlyFirst, or that much more than the index of the list; 0 for no member
}

const onlyFirst = 1

func (p *postings) init(dense bool) {
	if !dense {
		p.few = map[uint32][]int32{}
	}
}

// numbers is one more than the highest number of dense postings that has a list.
func (p *postings) numbers() int { return len(p.ends) + len(p.dense) }

func (p *postings) of(no uint32) []int32 {
	if p.few != nil {
		return p.few[no]
	}
	n := int(no) - len(p.ends)
	if n < 0 {
		return p.unpack(int(no))
	}
	if n >= len(p.dense) {
		return nil
	}
	switch x := &p.dense[n]; x.at {
	case 0:
		return nil
	case onlyFirst:
		return x.first[:]
	default:
		return p.lists[x.at-onlyFirst-1]
	}
}

func (p *postings) add(no uint32, i int32) {
	if p.few != nil {
		p.few[no] = append(p.few[no], i)
		return
	}
	n := int(no) - len(p.ends)
	if n < 0 {
		p.unpacked[no] = add(p.unpack(int(no)), i)
		return
	}
	if n >= len(p.dense) {
		p.dense = append(p.dense, make([]posting, n+1-len(p.dense))...)
	}
	switch x := &p.dense[n]; x.at {
	case 0:
		x.first[0], x.at = i, onlyFirst
	case onlyFirst:
		p.lists = append(p.lists, []int32{x.first[0], i})
		x.at = onlyFirst + int32(len(p.lists))
	default:
		list := &p.lists[x.at-onlyFirst-1]
		*list = add(*list, i)
	}
}

// carve makes dense postings of pairs that each gives, in the same order twice: their
// lists are of one piece.
func (p *postings) carve(numbers int, each func(yield func(no uint32, i int32))) {
	p.dense = make([]posting, numbers)
	counts := make([]int32, numbers)
	each(func(no uint32, i int32) {
		if counts[no]++; counts[no] == 1 {
			p.dense[no] = posting{[1]int32{i}, onlyFirst}
		}
	})
	lists, members := 0, 0
	for _, n := range counts {
		if n > 1 {
			lists, members = lists+1, members+int(n)
		}
	}
	p.lists = make([][]int32, 0, lists)
	all := make([]int32, members)
	for no, n := range counts {
		if n > 1 {
			p.lists = append(p.lists, all[:0:n])
			p.dense[no].at = onlyFirst + int32(len(p.lists))
			all = all[n:]
		}
	}
	each(func(no uint32, i int32) {
		if at := p.dense[no].at; at > onlyFirst {
			list := &p.lists[at-onlyFirst-1]
			*list = append(*list, i)
		}
	})
}

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

	dense  []posting // by number, from the first that no checkpoint has
	blocks *blocks   // has those of two members or more

	packed   []byte    // the lists of a checkpoint
	ends     []uint32  // where each ends in packed
	unpacked [][]int32 // beside ends: those that were asked for
	ready    []atomic.Bool
	mu       sync.Mutex
}

// posting is where the list of a number is. Most have one member, which stands here.
type posting struct {
	first [1]int32 // or the place of the list in the blocks
	n     int32    // members
}

func (p *postings) init(dense bool, shared *blocks) {
	p.blocks = shared
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
	switch x := &p.dense[n]; x.n {
	case 0:
		return nil
	case 1:
		return x.first[:]
	default:
		return p.blocks.list(x.first[0], x.n)
	}
}

// count is how many members of a list lie below top.
func (p *postings) count(no uint32, top int) int {
	if l := p.slim(no); l != nil {
		return l.below(top)
	}
	return len(prefix(p.of(no), top))
}

// latest are the latest n members of a list that lie below top, oldest first. They may
// be laid out in room.
func (p *postings) latest(room []int32, no uint32, top, n int) []int32 {
	if l := p.slim(no); l != nil {
		first := l.below(top)
		return l.latest(room[:0], first, min(n, first))
	}
	list := prefix(p.of(no), top)
	return list[max(0, len(list)-n):]
}

// slim returns a list that is kept slim, nil where it is not.
func (p *postings) slim(no uint32) *slim {
	n := int(no) - len(p.ends)
	if p.few != nil || n < 0 || n >= len(p.dense) || !p.blocks.slims || p.dense[n].n <= longest {
		return nil
	}
	return &p.blocks.slim[p.dense[n].first[0]]
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
	x := &p.dense[n]
	switch x.n {
	case 0:
		x.first[0] = i
	case 1:
		x.first[0] = p.blocks.pair(x.first[0], i)
	default:
		x.first[0] = p.blocks.push(x.first[0], x.n, i)
	}
	x.n++
}

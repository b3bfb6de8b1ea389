package model

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// busy is how much is told of somebody.
type busy struct {
	n    int
	last bool  // behind all others, however much is told
	rank int32 // of the id, by which those go of whom as much is told
}

// tally is the room in which actors and ladders are counted and put in order. Every
// step of the cursor asks for both: it is used again.
type tally struct {
	actors  []activity
	ladders []stretch
	busy    []busy
	keys    []uint64
	at      []int32
	order   []int32
}

func newTally() any { return &tally{} }

// free gives the room back, without what it was filled with.
func (t *tally) free(r *Record) {
	clear(t.actors)
	clear(t.ladders)
	t.actors, t.ladders, t.busy = t.actors[:0], t.ladders[:0], t.busy[:0]
	r.tallies.Put(t)
}

// busiest is where those stand of whom most is told, most first. Rows are large: their
// order is made before they are. No two have one rank. It is good until the next call.
func (t *tally) busiest() []int32 {
	t.keys, t.order = t.keys[:0], t.order[:0]
	most := int32(-1)
	for _, x := range t.busy {
		key := uint64(math.MaxInt32-x.n)<<32 | uint64(x.rank)
		if x.last {
			key |= 1 << 63
		}
		t.keys, most = append(t.keys, key), max(most, x.rank)
	}
	t.at = enlarge(t.at, int(most)+1)
	for i, x := range t.busy {
		t.at[x.rank] = int32(i)
	}
	slices.Sort(t.keys)
	for _, key := range t.keys {
		t.order = append(t.order, t.at[uint32(key)])
	}
	return t.order
}

// ranks are the places of strings when they are put in order.
func ranks(list []string) []int32 {
	order := make([]int32, len(list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return strings.Compare(list[i], list[j]) })
	out := make([]int32, len(list))
	for rank, i := range order {
		out[i] = int32(rank)
	}
	return out
}

// people are the actors that a record has numbered, beside their numbers.
type people struct {
	all []*Actor // shared with rows: they are not changed

	mu     sync.Mutex
	ranked []int32 // by id
}

// meet takes in those who are new. It is called by who writes to the record.
func (p *people) meet(ids []string, d *Directory) {
	for _, id := range ids[len(p.all):] {
		p.all = append(p.all, d.actor(id, ""))
	}
}

// ranks are those of the ids.
func (p *people) ranks(ids []string) []int32 {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.ranked) != len(ids) {
		p.ranked = ranks(ids)
	}
	return p.ranked
}

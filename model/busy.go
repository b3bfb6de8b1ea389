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

// busiest is where in a list those stand of whom most is told, most first. Rows are
// large: their order is made before they are. No two of a list have one rank.
func busiest(list []busy) []int32 {
	keys, most := make([]uint64, len(list)), int32(-1)
	for i, x := range list {
		keys[i] = uint64(math.MaxInt32-x.n)<<32 | uint64(x.rank)
		if x.last {
			keys[i] |= 1 << 63
		}
		most = max(most, x.rank)
	}
	at := make([]int32, most+1)
	for i, x := range list {
		at[x.rank] = int32(i)
	}
	slices.Sort(keys)
	order := make([]int32, len(list))
	for k, key := range keys {
		order[k] = at[uint32(key)]
	}
	return order
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

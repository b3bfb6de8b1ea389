package model

import (
	"slices"
	"sort"
)

// pieces is a list that only grows, cut into pieces: what is there is never copied
// when more comes, and where it stands stays good. A short list is one piece that
// grows as a slice does.
type pieces[T any] struct {
	list [][]T
	n    int
}

// A piece is so long that the list of pieces stays small, and so short that the last
// one leaves little room unused.
const (
	pieceBits = 10
	pieceLen  = 1 << pieceBits
)

func (p *pieces[T]) len() int { return p.n }

// at is where a member stands.
func (p *pieces[T]) at(i int32) *T { return &p.list[i>>pieceBits][i&(pieceLen-1)] }

// last is where the latest member stands.
func (p *pieces[T]) last() *T { return p.at(int32(p.n - 1)) }

// search returns the index of the first member of which something is so; before it, it
// is so of none, and after it of all.
func (p *pieces[T]) search(so func(*T) bool) int {
	return sort.Search(p.n, func(i int) bool { return so(p.at(int32(i))) })
}

// push adds a member.
func (p *pieces[T]) push(x T) {
	k := p.n >> pieceBits
	if k == len(p.list) {
		var piece []T
		if k > 0 {
			piece = make([]T, 0, pieceLen)
		}
		p.list = append(p.list, piece)
	}
	last := p.list[k]
	if len(last) == cap(last) && cap(last) > pieceLen/4 {
		last = slices.Grow(last, pieceLen-len(last))
	}
	p.list[k] = append(last, x)
	p.n++
}

// cut makes the list one of what stands in one piece of memory.
func (p *pieces[T]) cut(all []T) {
	p.n = len(all)
	p.list = slices.Collect(slices.Chunk(all, pieceLen))
}

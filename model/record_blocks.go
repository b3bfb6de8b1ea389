package model

import (
	"math/bits"
	"slices"
)

// blocks keep lists that grow in few pieces of memory, where each of its own would be
// one more thing for the collector of garbage to look at. A list stands in a block with
// room for few more than it has. When that is full the list moves to a larger one, and
// leaves it to another list: what was given of a list is good until one is added to.
type blocks struct {
	pieces [][]int32
	free   [blockSizes]int32 // by size, one more than the place of one that is free; its first member is the same of the next
	long   [][]int32         // lists that are longer than any block, by place
	slim   []slim            // the same, where slims
	slims  bool
}

const (
	blockBits  = 13 // of a place, that say where in its piece
	longest    = 1 << 8
	blockSizes = 4*8 + 4
)

// roomFor is how many members a block for so many has, from two on, and the number of
// that size. There are four sizes from one power of two to the next.
func roomFor(n int32) (room int32, size int) {
	l := bits.Len32(uint32(n - 1))
	if l < 3 {
		return n, int(n - 1)
	}
	step := int32(1) << (l - 3)
	k := (n - 1) / step // from 4 to 7
	return (k + 1) * step, 4*l + int(k-4)
}

// list returns the list of n members at a place.
func (b *blocks) list(at, n int32) []int32 {
	switch {
	case n <= longest:
	case b.slims:
		return b.slim[at].latest(nil, int(n), int(n))
	default:
		return b.long[at]
	}
	return b.pieces[at>>blockBits][at&(1<<blockBits-1):][:n:n]
}

// pair makes a list of two and returns its place.
func (b *blocks) pair(x, y int32) int32 {
	at := b.take(2)
	copy(b.list(at, 2), []int32{x, y})
	return at
}

// push adds a member to the list of n at a place, and returns its place from then on.
func (b *blocks) push(at, n, x int32) int32 {
	if n > longest {
		if b.slims {
			b.slim[at].push(x)
		} else {
			b.long[at] = add(b.long[at], x)
		}
		return at
	}
	room, size := roomFor(n)
	if n == room {
		from, old := at, b.list(at, n)
		if n < longest {
			at = b.take(n + 1)
			copy(b.list(at, n), old)
		} else {
			at = b.outgrow(old)
		}
		old[0], b.free[size] = b.free[size], from+1
		if n == longest {
			return b.push(at, n+1, x)
		}
	}
	b.list(at, n+1)[n] = x
	return at
}

// outgrow makes a list one of the long ones and returns its place among them.
func (b *blocks) outgrow(list []int32) int32 {
	if !b.slims {
		b.long = append(b.long, slices.Clone(list))
		return int32(len(b.long)) - 1
	}
	var l slim
	for _, x := range list {
		l.push(x)
	}
	b.slim = append(b.slim, l)
	return int32(len(b.slim)) - 1
}

// take returns the place of a block for so many.
func (b *blocks) take(n int32) int32 {
	room, size := roomFor(n)
	if at := b.free[size] - 1; at >= 0 {
		b.free[size] = b.list(at, 1)[0]
		return at
	}
	last := len(b.pieces) - 1
	if last < 0 || len(b.pieces[last])+int(room) > 1<<blockBits {
		b.pieces, last = append(b.pieces, make([]int32, 0, 1<<blockBits)), last+1
	}
	at := len(b.pieces[last])
	b.pieces[last] = b.pieces[last][:at+int(room)]
	return int32(last<<blockBits + at)
}

package model

import (
	"math"
	"slices"
)

// wordArena keeps the words of units one after the other. The numbers of nearly all fit
// in 16 bits, since words are numbered as they come: a unit whose words all do takes
// half the room.
type wordArena struct {
	near lane[uint16]
	far  lane[uint32] // of units that have a word beyond them
}

// farBit is set in the places of units that are far.
const farBit = math.MinInt32

// push adds the words of a unit and returns the place of the first; the others follow
// it.
func (a *wordArena) push(words []uint32) int32 {
	for _, w := range words {
		if w > math.MaxUint16 {
			return a.far.push(words) | farBit
		}
	}
	return a.near.push(words)
}

// appendTo appends so many words from a place on to a list.
func (a *wordArena) appendTo(list []uint32, place, n int32) []uint32 {
	if place < 0 {
		return a.far.appendTo(list, place&^farBit, n)
	}
	return a.near.appendTo(list, place, n)
}

// lane keeps numbers in pieces: what is there is not copied when more comes, and no room
// for an eighth more of a record is taken.
type lane[W uint16 | uint32] struct{ pieces [][]W }

// arenaBits is how many bits of a place in an arena say where in its piece.
const arenaBits = 15

// push adds the words of a unit. They are in one piece, which is longer than others for
// a unit of very many: the pieces after it are parts of it.
func (l *lane[W]) push(words []uint32) int32 {
	last := len(l.pieces) - 1
	if last < 0 {
		l.pieces, last = make([][]W, 1), 0 // grows: a layer has few
	}
	if n := len(l.pieces[last]); n > 0 && n+len(words) > 1<<arenaBits {
		l.pieces, last = append(l.pieces, make([]W, 0, 1<<arenaBits)), last+1
	}
	at := last<<arenaBits + len(l.pieces[last])
	piece := slices.Grow(l.pieces[last], len(words))
	for _, w := range words {
		piece = append(piece, W(w))
	}
	l.pieces[last] = piece
	for rest := piece; len(rest) > 1<<arenaBits; {
		rest = rest[1<<arenaBits:]
		l.pieces = append(l.pieces, rest)
	}
	return int32(at)
}

func (l *lane[W]) appendTo(list []uint32, place, n int32) []uint32 {
	if n == 0 {
		return list // its place may be the end of the last piece
	}
	words := l.pieces[place>>arenaBits][place&(1<<arenaBits-1):][:n]
	from := len(list)
	list = slices.Grow(list, len(words))[:from+len(words)]
	room := list[from:][:len(words)]
	for i := range room {
		room[i] = uint32(words[i])
	}
	return list
}

package model

// wordArena keeps the words of units one after the other, in pieces: what is there is
// not copied when more comes, and no room for an eighth more of a record is taken.
type wordArena struct{ pieces [][]uint32 }

// arenaBits is how many bits of a place in an arena say where in its piece.
const arenaBits = 15

// push adds the words of a unit and returns the place of the first; the others follow
// it. They are in one piece, which is longer than others for a unit of very many: the
// pieces after it are parts of it.
func (a *wordArena) push(words []uint32) int32 {
	last := len(a.pieces) - 1
	if last < 0 {
		a.pieces, last = make([][]uint32, 1), 0 // grows: a layer has few
	}
	if n := len(a.pieces[last]); n > 0 && n+len(words) > 1<<arenaBits {
		a.pieces, last = append(a.pieces, make([]uint32, 0, 1<<arenaBits)), last+1
	}
	at := last<<arenaBits + len(a.pieces[last])
	a.pieces[last] = append(a.pieces[last], words...)
	for rest := a.pieces[last]; len(rest) > 1<<arenaBits; {
		rest = rest[1<<arenaBits:]
		a.pieces = append(a.pieces, rest)
	}
	return int32(at)
}

// of returns so many words from a place on.
func (a *wordArena) of(place, n int32) []uint32 {
	if n == 0 {
		return nil // its place may be the end of the last piece
	}
	return a.pieces[place>>arenaBits][place&(1<<arenaBits-1):][:n:n]
}

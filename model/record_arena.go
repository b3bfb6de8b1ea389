package model

// wordArena keeps the words of units: those of the newest as they came, one after the
// other, those of the others packed, since most words of a record are among its first.
// A list of words is
//
//	how many are longer · 16 bits of each · which are longer, and the bits above those
type wordArena struct {
	pieces [][]uint16 // of packed lists, each in one piece
	fresh  []uint32   // the words of the newest units
	from   int32      // the place of the first of them
}

// packedBits is how many bits of a place among the packed say where in its piece.
const packedBits = 17

// push adds the words of a unit and returns the place of the first; the others follow
// it.
func (a *wordArena) push(words []uint32) int32 {
	at := a.from + int32(len(a.fresh))
	a.fresh = add(a.fresh, words...)
	return at
}

// of returns so many fresh words from a place on.
func (a *wordArena) of(place, n int32) []uint32 { return a.fresh[place-a.from:][:n:n] }

// forget lets go of the fresh words before a place. Who has some keeps them.
func (a *wordArena) forget(place int32) {
	kept := a.fresh[place-a.from:]
	a.fresh = append(make([]uint32, 0, len(a.fresh)+len(a.fresh)/8), kept...)
	a.from = place
}

// pack adds a list, of a few hundred words at most, and returns its place.
func (a *wordArena) pack(words []uint32) int32 {
	last := len(a.pieces) - 1
	if last < 0 || len(a.pieces[last])+1+3*len(words) > 1<<packedBits {
		a.pieces, last = append(a.pieces, make([]uint16, 0, 1<<packedBits)), last+1
	}
	list := a.pieces[last]
	at := len(list)
	list = append(list, 0)
	for _, word := range words {
		list = append(list, uint16(word))
	}
	for i, word := range words {
		if word>>16 != 0 {
			list[at]++
			list = append(list, uint16(i), uint16(word>>16))
		}
	}
	a.pieces[last] = list
	return int32(last<<packedBits + at)
}

// unpack lays the list at a place out, which has as many words as there is room for.
func (a *wordArena) unpack(list []uint32, place int32) {
	packed := a.pieces[place>>packedBits][place&(1<<packedBits-1):]
	longer, low, rest := packed[0], packed[1:][:len(list)], packed[1+len(list):]
	for i := range list {
		list[i] = uint32(low[i])
	}
	for ; longer > 0; longer, rest = longer-1, rest[2:] {
		list[rest[0]] |= uint32(rest[1]) << 16
	}
}

package model

// wordRoom is where a writer lays packed words out: for each new report it looks at
// those of a hundred others, at some of them more than once.
type wordRoom struct {
	list [roomSize]uint32
	next uint32 // counts on when the list begins anew
	kept [256]keptWords
}

const roomSize = 1 << 13

// keptWords is where the list of a place was laid out.
type keptWords struct {
	place, n int32
	at       uint32
}

// of lays a packed list out. It is good until half of the room is used for others.
func (r *wordRoom) of(a *wordArena, place, n int32) []uint32 {
	k := &r.kept[uint32(place)*0x9E3779B1>>24]
	if k.place != place || k.n != n || r.next-k.at > roomSize/2 {
		if r.next%roomSize+uint32(n) > roomSize {
			r.next += roomSize - r.next%roomSize
		}
		*k = keptWords{place, n, r.next}
		r.next += uint32(n)
		a.unpack(r.list[k.at%roomSize:][:n], place)
	}
	return r.list[k.at%roomSize:][:n:n]
}

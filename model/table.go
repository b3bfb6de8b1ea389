package model

import (
	"hash/maphash"
	"strings"
)

// table gives strings numbers in order of arrival. It is a hash table of its own: a
// record has a hundred thousand words, and in a map each would be an allocation that
// the collector of garbage looks at, over and over.
type table struct {
	text  []string
	slots []slot          // a power of two of them, three of four in use at most
	room  strings.Builder // where texts are copied to, many in one piece
}

// slot is where a string is found by its hash.
type slot struct {
	hash uint32
	next int32 // one more than the string's number, 0 for none
}

// Pieces that texts are copied to, in bytes: the first, and the largest.
const (
	leastRoom = 256
	mostRoom  = 16 << 10
)

var tableSeed = maphash.MakeSeed()

// reset empties the table and keeps its room, but for that of the texts: who asked for
// one may have it yet.
func (t *table) reset() {
	clear(t.text)
	clear(t.slots)
	t.text, t.room = t.text[:0], strings.Builder{}
}

// number returns the number of a string, and gives it one.
func (t *table) number(s string) int32 {
	h := uint32(maphash.String(tableSeed, s))
	if no := t.at(h, s); no >= 0 {
		return no
	}
	t.makeRoom(len(s))
	t.room.WriteString(s)
	return t.put(h, len(s))
}

// numberOf is number for bytes, and says whether they are new.
func (t *table) numberOf(b []byte) (no int32, isNew bool) {
	h := uint32(maphash.Bytes(tableSeed, b))
	if n := uint32(len(t.slots)); n > 0 {
		for k := h & (n - 1); t.slots[k].next != 0; k = (k + 1) & (n - 1) {
			if s := t.slots[k]; s.hash == h && t.text[s.next-1] == string(b) {
				return s.next - 1, false
			}
		}
	}
	t.makeRoom(len(b))
	t.room.Write(b)
	return t.put(h, len(b)), true
}

// find returns the number of a string that is known, or -1.
func (t *table) find(s string) int32 { return t.at(uint32(maphash.String(tableSeed, s)), s) }

func (t *table) at(h uint32, text string) int32 {
	if n := uint32(len(t.slots)); n > 0 {
		for k := h & (n - 1); t.slots[k].next != 0; k = (k + 1) & (n - 1) {
			if s := t.slots[k]; s.hash == h && t.text[s.next-1] == text {
				return s.next - 1
			}
		}
	}
	return -1
}

// makeRoom sees that a text of so many bytes can be copied without moving others.
func (t *table) makeRoom(n int) {
	if t.room.Len()+n > t.room.Cap() {
		size := min(max(2*t.room.Cap(), leastRoom), mostRoom)
		t.room = strings.Builder{}
		t.room.Grow(max(size, n))
	}
}

// put gives the last n bytes of the room, which are a string that is not there, a
// number.
func (t *table) put(h uint32, n int) int32 {
	t.text = append(t.text, t.room.String()[t.room.Len()-n:])
	if 4*len(t.text) > 3*len(t.slots) {
		t.spread(max(16, 2*len(t.slots)))
	}
	t.enter(h, int32(len(t.text)))
	return int32(len(t.text)) - 1
}

// spread lays the strings out anew in so many slots.
func (t *table) spread(n int) {
	old := t.slots
	t.slots = make([]slot, n)
	for _, s := range old {
		if s.next != 0 {
			t.enter(s.hash, s.next)
		}
	}
}

func (t *table) enter(h uint32, next int32) {
	mask := uint32(len(t.slots) - 1)
	k := h & mask
	for t.slots[k].next != 0 {
		k = (k + 1) & mask
	}
	t.slots[k] = slot{h, next}
}

// renumber makes findable what a checkpoint gave the table.
func (t *table) renumber() {
	n := 16
	for 3*n < 4*len(t.text)+4 {
		n *= 2
	}
	t.slots = make([]slot, n)
	for i, s := range t.text {
		t.enter(uint32(maphash.String(tableSeed, s)), int32(i)+1)
	}
}

// hash is the same for a string in every record; 0 for no number.
func (t *table) hash(no int32) uint64 {
	if no < 0 {
		return 0
	}
	return hashOf(t.text[no])
}

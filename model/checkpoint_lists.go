package model

import (
	"encoding/binary"
	"sync/atomic"
)

// postings writes lists as the distances between their numbers.
func (p *packer) postings(x *postings) {
	var body packer
	ends := make([]int, x.numbers())
	for no := range ends {
		if no < len(x.ends) && !x.ready[no].Load() {
			body.buf = append(body.buf, x.packedList(no)...)
		} else if list := x.of(uint32(no)); len(list) > 0 {
			body.number(len(list))
			last := int32(0)
			for _, i := range list {
				body.number(int(i - last))
				last = i
			}
		}
		ends[no] = len(body.buf)
	}
	p.number(len(ends))
	from := 0
	for _, end := range ends {
		p.number(end - from)
		from = end
	}
	p.buf = append(p.buf, body.buf...)
}

// postings reads lists without unpacking them.
func (u *unpacker) postings(x *postings) {
	n := u.number()
	if n > u.left() {
		u.bad = true
		return
	}
	x.ends = make([]uint32, n)
	end := 0
	for i := range x.ends {
		end += u.below(u.left() + 1)
		x.ends[i] = uint32(end)
	}
	x.packed = u.take(end)
	x.unpacked = make([][]int32, n)
	x.ready = make([]atomic.Bool, n)
}

func (p *postings) packedList(no int) []byte {
	from := uint32(0)
	if no > 0 {
		from = p.ends[no-1]
	}
	return p.packed[from:p.ends[no]]
}

// unpack returns a list as it was, and keeps it. Any number may ask for lists at once.
func (p *postings) unpack(no int) []int32 {
	if p.ready[no].Load() {
		return p.unpacked[no]
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ready[no].Load() {
		return p.unpacked[no]
	}
	if b := p.packedList(no); len(b) > 0 {
		n, size := binary.Uvarint(b)
		b = b[size:]
		list := make([]int32, 0, n)
		last := int32(0)
		for len(b) > 0 {
			d, size := binary.Uvarint(b)
			b = b[size:]
			last += int32(d)
			list = append(list, last)
		}
		p.unpacked[no] = list
	}
	p.ready[no].Store(true)
	return p.unpacked[no]
}

// packedIn are the lists that a checkpoint holds as they are; the others are
// quickly made again.
func (x *index) packedIn() []*postings {
	all := []*postings{&x.titles, &x.said, &x.alike, &x.abouts, &x.sample}
	for i := range x.lists {
		all = append(all, &x.lists[i])
	}
	return all
}

// wordsInto reads the words of the unit that was read last.
func (u *unpacker) wordsInto(x *unit) {
	for from, to := range x.wordLists() {
		if u.number() != int(to-from) {
			u.bad = true
			return
		}
		x.words = u.sorted(x.words, int(to-from))
	}
}

package model

import (
	"encoding/binary"
	"iter"
	"slices"
)

// packer writes numbers short.
type packer struct{ buf []byte }

func (p *packer) number(n int)     { p.buf = binary.AppendUvarint(p.buf, uint64(n)) }
func (p *packer) signed(n int64)   { p.buf = binary.AppendVarint(p.buf, n) }
func (p *packer) fixed(n uint64)   { p.buf = binary.LittleEndian.AppendUint64(p.buf, n) }
func (p *packer) fixed32(n uint32) { p.buf = binary.LittleEndian.AppendUint32(p.buf, n) }

// strings writes a list as its lengths and one run of bytes.
func (p *packer) strings(list []string) {
	p.number(len(list))
	all := 0
	for _, s := range list {
		p.number(len(s))
		all += len(s)
	}
	p.number(all)
	for _, s := range list {
		p.buf = append(p.buf, s...)
	}
}

func (p *packer) sorted(words []uint32) {
	last := uint32(0)
	for _, w := range words {
		p.number(int(w - last))
		last = w
	}
}

func (p *packer) unit(u *unit, last int64) {
	v := &u.ver
	p.signed(v.item)
	p.signed(v.seen - last)
	p.signed(v.seen - v.out)
	p.number(int(v.n))
	p.number(int(v.feed))
	p.number(int(v.credit))
	full := 0
	if v.full {
		full = 1
	}
	p.number(int(v.op)<<1 | full)
	p.number(int(v.drops))
	p.number(int(v.nTitle))
	p.number(int(v.nBody))
	p.number(len(u.facts))
	for i := range u.facts {
		f := &u.facts[i]
		p.number(int(f.idx))
		p.number(int(f.kind) | int(f.dir)<<3 | int(f.prec)<<5)
		p.number(int(f.flags))
		p.number(int(f.class))
		p.number(int(f.detail))
		p.number(int(f.sector))
		p.signed(f.when)
		p.signed(int64(f.actor))
		p.number(int(f.phases))
		p.number(int(f.nOther))
		p.number(int(f.nWords))
		p.number(int(f.nTopic))
		for _, id := range u.ids[f.others : f.others+int32(f.nOther)] {
			p.number(int(id))
		}
		for _, id := range u.ids[f.topics : f.topics+int32(f.nTopic)] {
			p.number(int(id))
		}
	}
}

// words writes the words of a unit, list by list.
func (p *packer) words(u *unit) {
	for from, to := range u.wordLists() {
		p.number(int(to - from))
		p.sorted(u.words[from:to])
	}
}

// wordLists are where the lists of words of a unit begin and end.
func (u *unit) wordLists() iter.Seq2[int32, int32] {
	return func(yield func(int32, int32) bool) {
		title, body := int32(u.ver.nTitle), int32(u.ver.nTitle)+int32(u.ver.nBody)
		if !yield(0, title) || !yield(title, body) {
			return
		}
		for i := range u.facts {
			f := &u.facts[i]
			if !yield(f.words, f.words+int32(f.nWords)) {
				return
			}
		}
	}
}

// unpacker reads what a packer wrote. Reading past the end, or a number that
// cannot be, sets bad and gives zeros.
type unpacker struct {
	buf   []byte
	at    int // what is read of it
	bad   bool
	feeds []int32 // the record's own numbers of the feeds

	words int32 // how many the unit read last has
	vers  []ver // of the base, and its facts, each in one piece while they are read
	facts []fact
}

// left is how many bytes are to be read.
func (u *unpacker) left() int { return len(u.buf) - u.at }

// spoil ends the reading of what cannot be.
func (u *unpacker) spoil() { u.bad, u.at = true, len(u.buf) }

func (u *unpacker) take(n int) []byte {
	if n < 0 || n > u.left() {
		u.spoil()
		return make([]byte, min(max(n, 0), 8))
	}
	u.at += n
	return u.buf[u.at-n : u.at]
}

// number reads what is short itself: most numbers are, and there are millions.
func (u *unpacker) number() int {
	if u.at < len(u.buf) {
		if b := u.buf[u.at]; b < 0x80 {
			u.at++
			return int(b)
		}
	}
	return u.longNumber()
}

func (u *unpacker) longNumber() int {
	if at := u.at; at+1 < len(u.buf) && u.buf[at+1] < 0x80 {
		u.at = at + 2
		return int(u.buf[at]&0x7f) | int(u.buf[at+1])<<7
	}
	n, size := binary.Uvarint(u.buf[u.at:])
	if size <= 0 || int(n) < 0 {
		u.spoil()
		return 0
	}
	u.at += size
	return int(n)
}

func (u *unpacker) below(limit int) int {
	n := u.number()
	if n >= limit {
		u.bad = true
		return 0
	}
	return n
}

func (u *unpacker) signed() int64 {
	if u.at < len(u.buf) {
		if b := u.buf[u.at]; b < 0x80 {
			u.at++
			return int64(b>>1) ^ -int64(b&1)
		}
	}
	return u.longSigned()
}

func (u *unpacker) longSigned() int64 {
	if at := u.at; at+1 < len(u.buf) && u.buf[at+1] < 0x80 {
		u.at = at + 2
		n := int64(u.buf[at]&0x7f) | int64(u.buf[at+1])<<7
		return n>>1 ^ -(n & 1)
	}
	n, size := binary.Varint(u.buf[u.at:])
	if size <= 0 {
		u.spoil()
		return 0
	}
	u.at += size
	return n
}

func (u *unpacker) fixed() uint64   { return binary.LittleEndian.Uint64(u.take(8)) }
func (u *unpacker) fixed32() uint32 { return binary.LittleEndian.Uint32(u.take(4)) }

func (u *unpacker) strings() []string {
	n := u.number()
	if n > u.left() {
		u.bad = true
		return nil
	}
	lengths := make([]int, n)
	for i := range lengths {
		lengths[i] = u.number()
	}
	all := string(u.take(u.number()))
	list := make([]string, n)
	for i, l := range lengths {
		if l > len(all) {
			u.bad = true
			return nil
		}
		list[i], all = all[:l], all[l:]
	}
	return list
}

// sorted reads a list as its distances. It is number in a loop, which the words of
// a record are worth.
func (u *unpacker) sorted(words []uint32, n int) []uint32 {
	buf, at, last := u.buf, u.at, uint32(0)
	words = slices.Grow(words, n)
	list := words[len(words) : len(words)+n]
	for i := range list {
		switch {
		case at+1 < len(buf) && buf[at] < 0x80:
			last += uint32(buf[at])
			at++
		case at+1 < len(buf) && buf[at+1] < 0x80:
			last += uint32(buf[at]&0x7f) | uint32(buf[at+1])<<7
			at += 2
		default:
			u.at = at
			last += uint32(u.longNumber())
			at = u.at
		}
		list[i] = last
	}
	u.at = at
	return words[:len(words)+n]
}

func (u *unpacker) feed() int32 {
	if no := u.below(len(u.feeds)); no < len(u.feeds) {
		return u.feeds[no]
	}
	return 0
}

// unit reads a unit but for its words, its lists behind those that it has.
func (u *unpacker) unit(x *unit, last int64) {
	v := &x.ver
	v.item = u.signed()
	v.seen = last + u.signed()
	v.out = v.seen - u.signed()
	v.n, v.feed, v.credit = int32(u.number()), u.feed(), int32(u.number())
	op := u.below(len(operations) << 1)
	v.op, v.full = opCode(op>>1), op&1 == 1
	v.drops = uint32(u.number())
	v.nTitle, v.nBody = uint16(u.below(maxTitleWords+1)), uint16(u.below(maxBodyWords+1))
	u.words = int32(v.nTitle) + int32(v.nBody)
	v.nFacts = uint16(u.below(1 << 16))
	for range v.nFacts {
		if u.bad {
			break
		}
		u.fact(x)
	}
}

func (u *unpacker) fact(x *unit) {
	x.facts = append(x.facts, fact{})
	f := &x.facts[len(x.facts)-1]
	f.idx = uint16(u.number())
	kind := u.number()
	f.kind, f.dir, f.prec = Kind(kind&7), direction(kind>>3&3), precision(kind>>5)
	f.flags = factFlags(u.number())
	f.class, f.detail, f.sector = int32(u.number()), int32(u.number()), int32(u.number())
	f.when, f.actor, f.phases = u.signed(), int32(u.signed()), uint32(u.number())
	f.nOther, f.nWords, f.nTopic = uint8(u.below(65)), uint8(u.below(maxFactWords+1)), uint8(u.below(17))
	f.words = u.words
	u.words += int32(f.nWords)
	f.others = int32(len(x.ids))
	for range int(f.nOther) + int(f.nTopic) {
		x.ids = append(x.ids, int32(u.number()))
	}
	f.topics = f.others + int32(f.nOther)
	if f.kind < KindStatement || f.kind > KindEvent || f.prec > precMinute {
		u.bad = true
	}
}

// check sees that the numbers of a unit name something in the record.
func (u *unpacker) check(x *unit, r *Record) {
	words, actors, labels := uint32(len(r.dict.words.text)), int32(len(r.dict.actors.text)), int32(len(r.dict.labels.text))
	bad := x.ver.credit >= labels
	for _, w := range x.words {
		bad = bad || w >= words
	}
	for i := range x.facts {
		f := &x.facts[i]
		bad = bad || f.class >= labels || f.detail >= labels || f.sector >= labels || f.actor >= actors || f.actor < -1
		for _, id := range x.ids[f.others:f.topics] {
			bad = bad || id >= actors
		}
		for _, id := range x.ids[f.topics : f.topics+int32(f.nTopic)] {
			bad = bad || id >= labels
		}
	}
	if bad {
		u.bad = true
	}
}

// renumber makes findable what a checkpoint gave the tables.
func (d *dictionary) renumber() {
	for _, t := range []*table{&d.words, &d.actors, &d.labels} {
		t.renumber()
	}
	d.shares, d.kinds = make([]float32, 0, len(d.words.text)), make([]wordKind, 0, len(d.words.text))
	d.rate()
}

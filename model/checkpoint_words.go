package model

import (
	"slices"
	"sync/atomic"
)

// laidWords are the words of the versions that came from a checkpoint. Each part of
// them stays packed until somebody asks for a word of it: a start asks for few.
type laidWords struct {
	vers, facts int32 // how many came
	parts       []laidPart
	glances     []atomic.Pointer[[partVers]glance] // at so many facts each
}

type laidPart struct {
	first, n int32 // of its words
	vers     int32
	packed   []byte
	list     atomic.Pointer[[]uint32]
}

// lay takes the words of the parts of a checkpoint.
func (l *laidWords) lay(list []part, u *unpacker) {
	l.parts = make([]laidPart, len(list))
	for i := range list {
		p, x := &list[i], &l.parts[i]
		x.first, x.n, x.vers, x.packed = int32(p.words), int32(p.nWords), int32(p.nVers), u.take(p.sizeOfWords)
		l.vers, l.facts = l.vers+int32(p.nVers), l.facts+int32(p.nFacts)
	}
	l.glances = make([]atomic.Pointer[[partVers]glance], (l.facts+partVers-1)/partVers)
}

// packed are the words of so many versions from one on as they came, nil where they
// are not the same part.
func (l *laidWords) packed(from, vers int) []byte {
	if k := from / partVers; k < len(l.parts) && int(l.parts[k].vers) == vers {
		return l.parts[k].packed
	}
	return nil
}

// of returns a stretch of the words of a version.
func (l *laidWords) of(version, from, n int32) []uint32 {
	p := &l.parts[version/partVers]
	list := p.list.Load()
	if list == nil {
		list = p.unpack()
	}
	from -= p.first
	return (*list)[from : from+n : from+n]
}

// unpack reads the words of a part. Who reads them at the same time reads the same.
// That they are so many, and known ones, the sum of the checkpoint says.
func (p *laidPart) unpack() *[]uint32 {
	u := unpacker{buf: p.packed}
	list := make([]uint32, 0, p.n)
	for u.left() > 0 && len(list) < cap(list) {
		list = u.sorted(list, min(u.number(), cap(list)-len(list)))
	}
	list = list[:p.n]
	p.list.Store(&list)
	return &list
}

// shelf is where the words of a version are, and the room to lay them out in, if any.
type shelf struct {
	*segment
	room *wordRoom
}

// wordsOf returns all words of a version of the segment, the title's first, or all those
// of one of its facts.
func (s shelf) wordsOf(version, place, n int32) []uint32 {
	switch {
	case n == 0:
		return nil
	case version >= s.fresh:
		return s.words.of(place, n)
	case version < s.laid.vers:
		return s.laid.of(version, place, n)
	case s.room != nil:
		return s.room.of(&s.words, place, n)
	}
	return s.appendWords(nil, version, place, n)
}

// appendWords is wordsOf for who wants them at the end of a list of his own.
func (s *segment) appendWords(list []uint32, version, place, n int32) []uint32 {
	if n == 0 || version >= s.fresh || version < s.laid.vers {
		return append(list, shelf{s, nil}.wordsOf(version, place, n)...)
	}
	list = slices.Grow(list, int(n))
	s.words.unpack(list[len(list):][:n], place)
	return list[:len(list)+int(n)]
}

// freshVers is how many of the newest versions of the base keep their words as they
// came, or up to half as many more: most comparisons are with them, and to lay packed
// words out takes time. Tests have fewer.
var freshVers = 1 << 14

// packWords packs the words of the oldest third of the fresh versions.
func (s *segment) packWords() {
	a, end := &s.words, s.fresh+int32(freshVers/2)
	for ; s.fresh < end; s.fresh++ {
		v := s.vers.at(s.fresh)
		v.words = a.pack(a.of(v.words, int32(v.nTitle)+int32(v.nBody)))
		for i := range int32(v.nFacts) {
			f := s.facts.at(v.facts + i)
			f.words = a.pack(a.of(f.words, int32(f.nWords)))
		}
	}
	a.forget(s.vers.at(end).words)
}

// glanceAt returns the glance at a fact of the base.
func (s *segment) glanceAt(i int32) glance {
	if i >= s.laid.facts {
		return s.glances[i-s.laid.facts]
	}
	list := s.laid.glances[i/partVers].Load()
	if list == nil {
		list = s.look(i / partVers)
	}
	return list[i%partVers]
}

// look makes the glances at a stretch of the facts that came from a checkpoint.
func (s *segment) look(stretch int32) *[partVers]glance {
	list, from := new([partVers]glance), stretch*partVers
	for i := from; i < min(from+partVers, s.laid.facts); i++ {
		f := s.facts.at(i)
		list[i-from] = f.glance(s.laid.of(f.ver, f.words, int32(f.nWords)))
	}
	s.laid.glances[stretch].Store(list)
	return list
}

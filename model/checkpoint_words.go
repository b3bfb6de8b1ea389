package model

import "sync/atomic"

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

// appendTo appends a stretch of the words of a version to a list.
func (l *laidWords) appendTo(words []uint32, version, from, n int32) []uint32 {
	p := &l.parts[version/partVers]
	list := p.list.Load()
	if list == nil {
		list = p.unpack()
	}
	from -= p.first
	return append(words, (*list)[from:from+n]...)
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

// appendWords appends a stretch of the words of a version of the segment to a list.
func (s *segment) appendWords(list []uint32, version, place, n int32) []uint32 {
	if version < s.laid.vers {
		return s.laid.appendTo(list, version, place, n)
	}
	return s.words.appendTo(list, place, n)
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
	words := make([]uint32, 0, maxFactWords)
	for i := from; i < min(from+partVers, s.laid.facts); i++ {
		f := s.facts.at(i)
		words = s.laid.appendTo(words[:0], f.ver, f.words, int32(f.nWords))
		list[i-from] = f.glance(words)
	}
	s.laid.glances[stretch].Store(list)
	return list
}

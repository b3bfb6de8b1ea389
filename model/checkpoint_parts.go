package model

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// partVers is how many versions of the base a part of a checkpoint has. Parts are read
// beside each other, and the words of each only when somebody asks for one of them.
const partVers = 256

// part is where the versions of a part stand in the base, and how they are written.
type part struct {
	versions, facts, ids, words int // the first of each
	nVers, nFacts, nIDs, nWords int
	sizeOfUnits, sizeOfWords    int // in bytes
	packedUnits                 []byte
}

// numbers are what is written of a part beside its bytes.
func (p *part) numbers() []*int {
	return []*int{&p.nVers, &p.nFacts, &p.nIDs, &p.nWords, &p.sizeOfUnits, &p.sizeOfWords}
}

// packBase writes the versions of the base, part by part: what their parts have, the
// words of all, and all else of them.
func (s *segment) packBase(p *packer) {
	var list []part
	var units, words packer
	for from := 0; from < s.vers.len(); from += partVers {
		x := part{nVers: min(partVers, s.vers.len()-from), sizeOfUnits: len(units.buf), sizeOfWords: len(words.buf)}
		kept := s.laid.packed(from, x.nVers)
		words.buf = append(words.buf, kept...)
		last := int64(0)
		for i := from; i < from+x.nVers; i++ {
			u := s.unitAt(i)
			if kept == nil {
				words.words(u)
			}
			units.unit(u, last)
			units.decided(u)
			last = u.ver.seen
			x.nFacts, x.nIDs, x.nWords = x.nFacts+len(u.facts), x.nIDs+len(u.ids), x.nWords+len(u.words)
		}
		x.sizeOfUnits, x.sizeOfWords = len(units.buf)-x.sizeOfUnits, len(words.buf)-x.sizeOfWords
		list = append(list, x)
	}
	p.number(len(list))
	for i := range list {
		for _, n := range list[i].numbers() {
			p.number(*n)
		}
	}
	p.buf = append(append(p.buf, words.buf...), units.buf...)
}

// decided writes what was decided about a unit of the base when it came.
func (p *packer) decided(u *unit) {
	p.fixed32(math.Float32bits(u.ver.norm))
	p.signed(int64(u.ver.story))
	p.signed(int64(u.ver.target))
	for i := range u.facts {
		p.signed(int64(u.facts[i].group))
	}
}

// parts reads what stands before the versions of a base, and makes room for them. The
// words stay as they are.
func (u *unpacker) parts(s *segment) []part {
	n := u.number()
	if n > u.left() {
		u.spoil()
		return nil
	}
	list := make([]part, n)
	var all part
	for i := range list {
		x := &list[i]
		for _, n := range x.numbers() {
			*n = u.below(u.left() + 1)
		}
		x.versions, x.facts, x.ids, x.words = all.versions, all.facts, all.ids, all.words
		all.versions, all.facts, all.ids, all.words = all.versions+x.nVers, all.facts+x.nFacts, all.ids+x.nIDs, all.words+x.nWords
		if x.nVers == 0 || x.nVers > partVers || x.nVers < partVers && i < n-1 {
			u.spoil()
		}
	}
	if u.bad || all.versions+all.facts+all.ids+all.words > u.left() {
		u.spoil()
		return nil
	}
	s.laid.lay(list, u)
	for i := range list {
		list[i].packedUnits = u.take(list[i].sizeOfUnits)
	}
	u.vers, u.facts = make([]ver, all.versions), make([]fact, all.facts)
	s.vers.cut(u.vers)
	s.facts.cut(u.facts)
	s.ids = make([]int32, all.ids, all.ids+all.ids/8)
	return list
}

// base reads the versions of the parts of a base, two at a time.
func (u *unpacker) base(r *Record, list []part) {
	var next atomic.Int32
	var bad atomic.Bool
	var workers sync.WaitGroup
	for range min(2, runtime.GOMAXPROCS(0), len(list)) {
		workers.Go(func() {
			for k := int(next.Add(1)) - 1; k < len(list) && !bad.Load(); k = int(next.Add(1)) - 1 {
				mine := unpacker{buf: list[k].packedUnits, feeds: u.feeds, vers: u.vers, facts: u.facts}
				if mine.part(r, &list[k]); mine.bad || mine.left() > 0 {
					bad.Store(true)
				}
			}
		})
	}
	if workers.Wait(); bad.Load() {
		u.spoil()
	}
}

// part reads a part into its place.
func (u *unpacker) part(r *Record, p *part) {
	s := &r.base
	x := unit{facts: u.facts[p.facts : p.facts : p.facts+p.nFacts], ids: s.ids[p.ids : p.ids : p.ids+p.nIDs]}
	last, words := int64(0), int32(p.words)
	for i := p.versions; i < p.versions+p.nVers && !u.bad; i++ {
		x.facts, x.ids = x.facts[len(x.facts):], x.ids[len(x.ids):]
		facts, ids := cap(x.facts), cap(x.ids)
		u.unit(&x, last)
		if len(x.facts) > facts || len(x.ids) > ids {
			u.spoil() // there are more than the part has room for
			return
		}
		last, facts, ids = x.ver.seen, p.facts+p.nFacts-facts, p.ids+p.nIDs-ids
		u.check(&x, r)
		v := &u.vers[i]
		*v = x.ver
		v.facts, v.words = int32(facts), words
		v.norm = math.Float32frombits(u.fixed32())
		v.story, v.target = int32(u.signed()), int32(u.signed())
		for k := range x.facts {
			f := &x.facts[k]
			f.ver, f.group, f.prev = int32(i), int32(u.signed()), -1
			f.words, f.others, f.topics = f.words+words, f.others+int32(ids), f.topics+int32(ids)
		}
		words += u.words
	}
	if int(words) != p.words+p.nWords || len(x.facts) != cap(x.facts) || len(x.ids) != cap(x.ids) {
		u.spoil()
	}
}

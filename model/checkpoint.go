package model

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"math"
	"sync"
)

// RecordFormat names the layout of Encode; a checkpoint of another is of no use.
const RecordFormat = "record/8"

// Encode returns the derived state of the record, so that the next start need not
// derive it again: numbers only, without the words of rows and without marks,
// which are entries of their own.
func (r *Record) Encode() []byte {
	r.mu.RLock()
	p := packer{buf: make([]byte, 0, 250*len(r.base.vers)+1024)}
	r.pack(&p)
	r.mu.RUnlock()
	return binary.LittleEndian.AppendUint32(p.buf, crc32.Checksum(p.buf, castagnoli))
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Decode reads what Encode returned into a new, empty record of the same case. After
// an error the record is of no use: derive a new one from the versions.
func (r *Record) Decode(blob []byte) error {
	n := len(blob) - 4
	if n < 0 || crc32.Checksum(blob[:n], castagnoli) != binary.LittleEndian.Uint32(blob[n:]) {
		return errors.New("the checkpoint is damaged; the record is derived again")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	u := unpacker{buf: blob[:n]}
	if r.unpack(&u); u.bad {
		return errors.New("the checkpoint is of another format or case; the record is derived again")
	}
	return nil
}

// caseHash changes with what derived state depends on beside the versions and the
// houses of their feeds, which packFeeds keeps.
func (r *Record) caseHash() uint64 {
	agenda, _ := json.Marshal(r.c.Summit) // plain values: it cannot fail
	who, _ := json.Marshal(r.c.Directory.All())
	return hashOf(RecordFormat, string(agenda), string(who), newsWords)
}

func (r *Record) pack(p *packer) {
	p.fixed(r.caseHash())
	p.signed(r.known)
	d := &r.dict
	for _, t := range []*table{&d.words, &d.actors, &d.labels} {
		p.strings(t.text)
	}
	r.packFeeds(p)
	s := &r.base
	p.number(len(s.vers))
	p.number(len(s.facts))
	p.number(len(s.groups))
	p.number(len(s.words))
	p.number(len(s.ids))
	last := int64(0)
	var words packer
	for i := range s.vers {
		u := s.unitAt(i)
		words.words(&u)
	}
	p.number(len(words.buf))
	p.buf = append(p.buf, words.buf...)
	for i := range s.vers {
		u := s.unitAt(i)
		p.unit(&u, last)
		last = u.ver.seen
		p.fixed32(math.Float32bits(u.ver.norm))
		p.signed(int64(u.ver.story))
		p.signed(int64(u.ver.target))
		for j := range u.facts {
			p.signed(int64(u.facts[j].group))
		}
	}
	p.number(len(s.clashes))
	for _, c := range s.clashes {
		p.number(int(c.a))
		p.number(int(c.b))
		p.number(int(c.kind))
	}
	for _, x := range s.index.packedIn() {
		p.postings(x)
	}
	p.number(len(r.open))
	for i := range r.open {
		p.unit(&r.open[i], last)
		p.words(&r.open[i])
	}
}

// packFeeds writes by which names and houses the versions' feeds go. Nothing else
// of a feed shapes what is derived, so that its address or how often it is asked
// may change.
func (r *Record) packFeeds(p *packer) {
	names := make([]string, len(r.feeds))
	for i, f := range r.feeds {
		names[i] = f.Name
	}
	p.strings(names)
	p.strings(r.houses)
}

// unpackFeeds finds the feeds of a checkpoint among those of the case, which may
// have come into another order since. One of another house spoils the checkpoint.
func (r *Record) unpackFeeds(u *unpacker) {
	names, houses := u.strings(), u.strings()
	if len(names) != len(houses) {
		u.spoil()
		return
	}
	u.feeds = make([]int32, len(names))
	for i, name := range names {
		no := r.feedOf(name, Feed{Name: name})
		if u.feeds[i] = no; r.houses[no] != houses[i] {
			u.spoil()
			return
		}
	}
}

func (r *Record) unpack(u *unpacker) {
	if u.fixed() != r.caseHash() || len(r.base.vers) > 0 || len(r.open) > 0 {
		u.bad = true
		return
	}
	r.known = u.signed()
	d := &r.dict
	for _, t := range []*table{&d.words, &d.actors, &d.labels} {
		t.text = u.strings()
	}
	r.people.meet(d.actors.text, r.c.Directory)
	r.unpackFeeds(u)
	s := &r.base
	nVers, nFacts, nGroups, nWords, nIDs := u.number(), u.number(), u.number(), u.number(), u.number()
	if u.bad || nVers+nFacts+nGroups+nWords+nIDs > u.left() {
		u.bad = true
		return
	}
	s.vers, s.facts, s.groups = make([]ver, 0, nVers+nVers/8), make([]fact, 0, nFacts+nFacts/8), make([]group, 0, nGroups+nGroups/8)
	s.ids = make([]int32, 0, nIDs+nIDs/8)
	// Words are most of it, and nobody here needs them: they are read meanwhile.
	var words, beside sync.WaitGroup
	packed := u.take(u.number())
	words.Go(func() { s.words = allWords(packed, nWords, len(d.words.text)) })
	beside.Go(func() {
		words.Wait()
		d.renumber()
	})
	defer beside.Wait()
	last, at := int64(0), int32(0)
	for i := 0; i < nVers && !u.bad; i++ {
		x := u.unit(last)
		last = x.ver.seen
		u.check(&x, r)
		vi := s.place(&x, at)
		at += u.words
		v := &s.vers[vi]
		v.norm = math.Float32frombits(u.fixed32())
		v.story, v.target = int32(u.signed()), int32(u.signed())
		for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
			s.facts[f].group = int32(u.signed())
		}
	}
	if u.bad || int(at) != nWords {
		u.bad = true
		return
	}
	beside.Go(func() {
		if words.Wait(); s.words != nil {
			s.glance()
		}
	})
	if !r.reindex() {
		u.bad = true
		return
	}
	w := r.newWriter(view{base: s, top: maxLimits}, s)
	defer w.finish()
	for n := u.number(); n > 0 && !u.bad; n-- {
		a, b, kind := int32(u.below(nFacts)), int32(u.below(nFacts)), clashKind(u.below(len(clashNames)))
		if u.bad {
			return
		}
		w.noteClash(a, b, kind)
	}
	for _, x := range s.index.packedIn() {
		u.postings(x)
	}
	for n := u.number(); n > 0 && !u.bad; n-- {
		x := u.unit(last)
		u.keep()
		u.wordsInto(&x)
		u.check(&x, r)
		r.open = append(r.open, x)
	}
	if words.Wait(); s.words == nil && nWords > 0 {
		u.bad = true
	}
}

// glance makes the glances at all facts of a segment.
func (s *segment) glance() {
	s.glances = make([]glance, len(s.facts), cap(s.facts))
	for i := range s.facts {
		s.glances[i] = s.facts[i].glance(s.words)
	}
}

package model

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"sync"
)

// RecordFormat names the layout of Encode; a checkpoint of another is of no use.
const RecordFormat = "record/27"

// ErrOtherCase says that a checkpoint is of another format, or of the case as it was before
// somebody changed the agenda, the actors or the feeds of the configuration.
var ErrOtherCase = errors.New("the checkpoint is of another format or case; the record is derived again")

// Encode returns the derived state of the record, so that the next start need not
// derive it again: numbers only, without the words of rows and without marks,
// which are entries of their own.
func (r *Record) Encode() []byte {
	r.read()
	p := packer{buf: make([]byte, 0, 250*r.base.vers.len()+1024)}
	r.pack(&p)
	r.mu.RUnlock()
	return binary.LittleEndian.AppendUint32(p.buf, crc32.Checksum(p.buf, castagnoli))
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Decode reads what Encode returned into a new, empty record of the same case, which
// keeps it: it must not be changed. After an error the record is of no use: derive a
// new one from the versions.
func (r *Record) Decode(blob []byte) error {
	n := len(blob) - 4
	if n < 0 || crc32.Checksum(blob[:n], castagnoli) != binary.LittleEndian.Uint32(blob[n:]) {
		return errors.New("the checkpoint is damaged; the record is derived again")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	u := unpacker{buf: blob[:n]}
	if r.unpack(&u); u.bad {
		return ErrOtherCase
	}
	return nil
}

// caseHash changes with what derived state depends on beside the versions and the
// houses of their feeds, which packFeeds keeps.
func (r *Record) caseHash() uint64 {
	agenda, _ := json.Marshal(r.c.Summit) // plain values: it cannot fail
	who, _ := json.Marshal(r.c.Directory.All())
	return hashOf(RecordFormat, string(agenda), string(who), newsWords, frameWords, openWordsText, clauseWordsText)
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
	p.number(s.groups.len())
	s.packBase(p)
	p.number(len(s.clashes))
	for _, c := range s.clashes {
		p.number(int(c.a))
		p.number(int(c.b))
		p.number(int(c.kind))
	}
	p.bridges(s)
	for _, x := range s.index.packedIn() {
		p.postings(x)
	}
	p.number(len(r.open))
	for i := range r.open {
		p.unit(r.open[i], 0)
		p.words(r.open[i])
		p.signed(r.open[i].order.published)
		p.fixed(r.open[i].order.identity)
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
	if u.fixed() != r.caseHash() || r.base.vers.len() > 0 || len(r.open) > 0 {
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
	nGroups, list := u.number(), u.parts(s)
	if u.bad || nGroups > s.facts.len() {
		u.bad = true
		return
	}
	var beside sync.WaitGroup
	beside.Go(d.renumber)
	defer beside.Wait()
	if u.base(r, list); u.bad {
		return
	}
	if !r.reindex() {
		u.bad = true
		return
	}
	w := r.newWriter(view{base: s, top: maxLimits}, s)
	defer w.finish()
	clashes := u.number()
	s.clashes = make([]clash, 0, min(clashes, u.left()/3))
	for ; clashes > 0 && !u.bad; clashes-- {
		a, b, kind := int32(u.below(s.facts.len())), int32(u.below(s.facts.len())), clashKind(u.below(len(clashNames)))
		if u.bad {
			return
		}
		w.noteClash(a, b, kind)
	}
	u.bridges(s)
	for _, x := range s.index.packedIn() {
		u.postings(x)
	}
	for n := u.number(); n > 0 && !u.bad; n-- {
		x := &unit{}
		u.unit(x, 0)
		u.wordsInto(x)
		x.order = order{u.signed(), u.fixed()}
		u.check(x, r)
		r.open = append(r.open, x)
	}
}

package model

import (
	"iter"
	"math"
	"slices"
	"strings"
	"time"
)

// Board is the record as of a moment: a pure function of the two. It is cheap to
// make, rows are built when they are asked for, and it stays what it is while
// the record grows. It is safe for concurrent use. Lists give Refs; a row is
// fetched by its Ref, and a Ref of any report of a fact finds the fact's row.
type Board struct {
	At    time.Time // UTC; of a live board the latest moment anything was known
	Clock Clock

	r         *Record
	view      view
	until     int64 // ms on the board's clock
	seenUntil int64 // ms on the desk's clock
	hand      *hand
	edits     *edits
}

// Summit is the negotiation that the board is about.
func (b *Board) Summit() Summit { return b.r.c.Summit }

// Directory is who is known by name and side.
func (b *Board) Directory() *Directory { return b.r.c.Directory }

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// out says whether a version is on the board by its clock.
func (b *Board) out(v *ver) bool { return b.Clock == BySeen || v.out <= b.until }

// time is when a version came, by the board's clock, in ms.
func (b *Board) time(v *ver) int64 {
	if b.Clock == ByPublished {
		return v.out
	}
	return v.seen
}

// Refs of facts hold where the fact was first read, so that they stay the same
// however the record is cut.
const (
	refFactBits    = 10
	refVersionBits = 14
)

func (b *Board) factRef(i int32) Ref {
	f := b.view.fact(i)
	return refOf(f, b.view.ver(f.ver))
}

func (b *Board) groupRef(g int32) Ref { return b.factRef(b.founder(g)) }

// founder is the first report of a group by the board's clock.
func (b *Board) founder(g int32) int32 {
	switch {
	case b.Clock == BySeen:
		return b.lead(g)
	case g < 0 || len(b.edits.apart[g]) > 0:
		return b.firstOut(b.members(g))
	}
	return b.bareFounder(g)
}

// bareFounder is founder without what the hand did.
func (b *Board) bareFounder(g int32) int32 {
	switch gr := b.view.group(g); {
	case b.Clock == BySeen:
		return gr.founder
	case b.settled(g):
		return gr.early
	}
	return b.firstOut(b.view.members(g))
}

// firstOut is the fact that was out first, of some that come newest first.
func (b *Board) firstOut(facts iter.Seq[int32]) int32 {
	first, at := int32(-1), int64(0)
	for f := range facts {
		if out := b.view.ver(b.view.fact(f).ver).out; first < 0 || out <= at {
			first, at = f, out
		}
	}
	return first
}

// settled says whether what a group itself says of its first report is so in
// this view: no later report changed it.
func (b *Board) settled(g int32) bool {
	l := b.view.layer
	if l != nil && int(g) >= l.from.groups {
		return true
	}
	return !b.view.grown(g) && int(b.view.base.groups[g].early) < b.view.top.facts
}

// factAt finds the fact that a Ref names, or -1.
func (b *Board) factAt(ref Ref) int32 {
	item, n := ref.N>>(refFactBits+refVersionBits), int32(ref.N>>refFactBits&(1<<refVersionBits-1))
	idx := uint16(ref.N & (1<<refFactBits - 1))
	for _, vi := range b.view.versions(item) {
		v := b.view.ver(vi)
		if v.n != n || !b.out(v) {
			continue
		}
		for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
			if x := b.view.fact(f); x.kind == ref.Kind && x.idx == idx {
				return f
			}
		}
	}
	return -1
}

// groupAt finds the group that a Ref of any of its reports names, or noGroup.
func (b *Board) groupAt(ref Ref) int32 {
	f := b.factAt(ref)
	if f < 0 {
		return noGroup
	}
	return b.groupOf(f)
}

// noGroup is what a Ref names that is not on the board.
const noGroup = math.MinInt32

// firstTime is when a group was first known by the board's clock, in ms; ok is
// false when it is not on the board.
func (b *Board) firstTime(g int32) (at int64, ok bool) {
	if g >= 0 && len(b.edits.apart[g]) == 0 {
		switch gr := b.view.group(g); {
		case b.Clock == BySeen && !b.view.grown(g):
			return gr.seen, true
		case b.Clock == ByPublished && b.settled(g):
			return gr.out, gr.out <= b.until
		}
	}
	return b.firstOf(g)
}

// firstOf is firstTime by a look at each report.
func (b *Board) firstOf(g int32) (at int64, ok bool) {
	at = maxTime
	for f := range b.members(g) {
		if v := b.view.ver(b.view.fact(f).ver); b.out(v) {
			at, ok = min(at, b.time(v)), true
		}
	}
	return at, ok
}

// groups returns the groups of a kind that pass a filter, newest first.
func (b *Board) groups(kind Kind, f Filter) (groups []int32) {
	key := listKey{kind: kind}
	switch {
	case f.Actor != "":
		key.dim, key.id = byActor, b.r.dict.actors.find(f.Actor)
	case f.Topic != "" && kind == KindStatement:
		key.dim, key.id = byTopic, b.r.dict.labels.find(f.Topic)
	}
	var out []int32
	s := b.newSieve(kind, f)
	if b.Clock == ByPublished && key.dim == byAll {
		if list, ok := b.publishedGroups(kind); ok {
			list = slices.DeleteFunc(list, func(g int32) bool { return !s.keeps(g) })
			for _, g := range s.alone() {
				i, _ := slices.BinarySearchFunc(list, g, func(x, g int32) int { return -b.inOrder(x, g) })
				list = slices.Insert(list, i, g)
			}
			return list
		}
	}
	var order []timed
	more := s.alone()
	if f.Actor != "" {
		more = append(more, s.fixedTo(key)...)
	}
	if len(more) > 0 && b.Clock == BySeen {
		defer func() { slices.SortFunc(groups, func(x, y int32) int { return -b.inOrder(x, y) }) }()
		out = append(out, more...)
	}
	for _, g := range more {
		if at, ok := b.firstTime(g); ok && b.Clock == ByPublished {
			order = append(order, timed{at, g})
		}
	}
	for g := range b.view.groupsIn(key) {
		if !s.keeps(g) {
			continue
		}
		if b.Clock == BySeen {
			out = append(out, g)
		} else if at, ok := b.firstTime(g); ok {
			order = append(order, timed{at, g})
		}
	}
	slices.SortFunc(order, func(x, y timed) int { return -sooner(x, y) })
	for _, o := range order {
		out = append(out, o.g)
	}
	return out
}

// list is the groups of a kind that pass a filter, newest first, as Refs. It is
// shared where nothing is filtered and must not be changed.
func (b *Board) list(kind Kind, f Filter) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if b.unfiltered(f) {
		if b.Clock == BySeen {
			return b.byTheHand(kind, b.plainRefs(kind))
		}
		if refs, ok := b.publishedRefs(kind); ok {
			return b.byTheHand(kind, refs)
		}
	}
	return b.refs(b.groups(kind, f))
}

func (b *Board) refs(groups []int32) []Ref {
	out := make([]Ref, len(groups))
	for i, g := range groups {
		out[i] = b.groupRef(g)
	}
	return out
}

// sieve keeps the groups that pass a filter.
type sieve struct {
	b      *Board
	f      Filter
	kind   Kind
	all    bool
	types  []int32
	words  [][]bool // per word of the text: which dictionary words hold it
	actors []map[int32]bool
	feed   int32
}

func (b *Board) newSieve(kind Kind, f Filter) *sieve {
	s := &sieve{b: b, f: f, kind: kind, feed: -1}
	s.all = f.Text == "" && len(f.Certainty) == 0 && len(f.Types) == 0 && f.Topic == "" && f.Feed == "" && f.Side == "" && f.Items == nil && f.Actor == "" && !f.Anew && !b.edits.some
	for _, t := range f.Types {
		s.types = append(s.types, b.r.dict.labels.find(t))
	}
	if f.Feed != "" {
		if no, ok := b.r.feedNo[f.Feed]; ok {
			s.feed = no
		} else {
			s.feed = -2
		}
	}
	for _, word := range foldWords(f.Text) {
		holds := make([]bool, len(b.r.dict.words.text))
		short := stem(word)
		for i, w := range b.r.dict.words.text {
			holds[i] = strings.Contains(w, word) || w == short
		}
		s.words = append(s.words, holds)
		actors := map[int32]bool{}
		for i, id := range b.r.dict.actors.text {
			if b.named(id, word) {
				actors[int32(i)] = true
			}
		}
		s.actors = append(s.actors, actors)
	}
	return s
}

func (s *sieve) keeps(g int32) bool {
	if s.all {
		return true
	}
	b := s.b
	if b.edits.hidden[g] {
		return false
	}
	lead, fixed := b.lead(g), b.edits.fixed[g]
	first := b.view.fact(lead)
	if fixed.Type != "" && len(s.f.Types) > 0 && !slices.Contains(s.f.Types, fixed.Type) || fixed.Type == "" && len(s.types) > 0 && !slices.Contains(s.types, first.class) {
		return false
	}
	if fixed.Speaker != "" && s.f.Actor != "" && !slices.Contains(b.speakerIDs(g), s.f.Actor) {
		return false
	}
	if s.f.Anew && first.flags&(flagHistorical|flagStill) != 0 {
		return false
	}
	if s.f.Topic != "" && !slices.Contains(b.view.topics(lead), b.r.dict.labels.find(s.f.Topic)) {
		return false
	}
	if s.f.Side != "" && !s.onSide(first, b.view.others(lead), fixed.Speaker) {
		return false
	}
	if (s.feed != -1 || s.f.Items != nil || b.hand.mutes) && !s.someReport(g) {
		return false
	}
	for i := range s.words {
		if !s.holdsWord(g, i) {
			return false
		}
	}
	return len(s.f.Certainty) == 0 || slices.Contains(s.f.Certainty, b.certaintyOf(b.membersOf(g)).Level)
}

func (s *sieve) onSide(f *fact, others []int32, fixed string) bool {
	on := func(id string) bool {
		actor, _ := s.b.r.c.Directory.Find(id)
		return actor.Side == s.f.Side
	}
	side := func(a int32) bool { return on(s.b.r.dict.actors.text[a]) }
	if fixed != "" {
		return on(fixed)
	}
	if f.actor >= 0 && side(f.actor) {
		return true
	}
	return f.kind == KindEvent && slices.ContainsFunc(others, side)
}

// alone are the reports that were split off and pass the filter.
func (s *sieve) alone() []int32 {
	var out []int32
	for _, g := range s.b.edits.alone {
		if s.b.kindOf(g) == s.kind && s.keeps(g) && (s.f.Actor == "" || slices.Contains(s.b.speakerIDs(g), s.f.Actor)) {
			out = append(out, g)
		}
	}
	return out
}

// fixedTo are the statements that the hand gave the filter's actor, and that do
// not stand in the actor's list.
func (s *sieve) fixedTo(list listKey) []int32 {
	var out []int32
	for g, x := range s.b.edits.fixed {
		if g >= 0 && s.kind == KindStatement && x.Speaker == s.f.Actor && !slices.Contains(s.b.view.actorsOf(s.b.lead(g)), list.id) && s.keeps(g) {
			out = append(out, g)
		}
	}
	return out
}

// names says whether an actor's id or name has a word of the filter's text.
func (s *sieve) names(i int, id string) bool { return s.b.named(id, foldWords(s.f.Text)[i]) }

func (b *Board) named(id, word string) bool {
	return strings.Contains(strings.ToLower(id+" "+b.r.c.Directory.Name(id)), word)
}

// someReport says whether a report stands in a wanted feed and item and is not muted.
func (s *sieve) someReport(g int32) bool {
	for f := range s.b.members(g) {
		v := s.b.view.ver(s.b.view.fact(f).ver)
		if s.b.out(v) && (s.feed == -1 || v.feed == s.feed) && (s.f.Items == nil || s.f.Items[ItemID(v.item)]) && !s.b.hand.muted(s.b, v) {
			return true
		}
	}
	return false
}

func (s *sieve) holdsWord(g int32, i int) bool {
	fixed := s.b.edits.fixed[g].Speaker
	if fixed != "" && s.names(i, fixed) {
		return true
	}
	for f := range s.b.members(g) {
		x := s.b.view.fact(f)
		if !s.b.out(s.b.view.ver(x.ver)) {
			continue
		}
		if x.actor >= 0 && fixed == "" && s.actors[i][x.actor] {
			return true
		}
		for _, a := range s.b.view.others(f) {
			if s.actors[i][a] {
				return true
			}
		}
		for _, list := range [][]uint32{s.b.view.factWords(f), s.b.view.titleWords(x.ver)} {
			for _, w := range list {
				if int(w) < len(s.words[i]) && s.words[i][w] {
					return true
				}
			}
		}
	}
	return false
}

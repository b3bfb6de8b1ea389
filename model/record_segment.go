package model

import (
	"cmp"
	"math"
	"slices"
)

const (
	msPerMinute = 60_000
	msPerHour   = 60 * msPerMinute
	msPerDay    = 24 * msPerHour
	maxTime     = math.MaxInt64
)

func floorMinute(ms int64) int64 {
	m := ms / msPerMinute
	if ms < 0 && ms%msPerMinute != 0 {
		m--
	}
	return m
}

// ver is a version as the record compares it.
type ver struct {
	item   int64
	seen   int64 // ms; when the desk knew it
	out    int64 // ms; when it was out in the world, never after seen
	n      int32
	feed   int32
	credit int32  // label of the house whose word it passes on, 0 for its own
	facts  int32  // index of its first fact
	words  int32  // index of its words: the title's, then the body's
	drops  uint32 // phases that it says are not held
	nFacts uint16
	nTitle uint16
	nBody  uint16
	op     opCode
	full   bool    // the text is the linked page's
	story  int32   // decided on arrival
	norm   float32 // length of its words' vector, by the weights of its arrival
	target int32   // the version whose item its operation names, -1 for none
	// touched is one more than the first version that came on top of this one or
	// names its item, 0 for none.
	touched int32
}

func (v *ver) minute() int64 { return floorMinute(v.seen) }

// fact is a statement, signal or event as the record compares it.
type fact struct {
	ver    int32
	idx    uint16 // in its list of the reading
	kind   Kind
	dir    direction
	flags  factFlags
	class  int32  // label: type of statement, action of signal, kind of event
	detail int32  // label: instrument of signal, place of event
	sector int32  // label: sector of signal, status of event
	when   int64  // s; when the event is, or when the signal ends; 0 for unknown
	actor  int32  // speaker, sender; -1 for none
	others int32  // index of the other actors: targets, participants, speakers
	words  int32  // index of its own words, sorted
	topics int32  // index of its topics
	phases uint32 // those that an event reports; those that nobody in particular says are off
	nOther uint8
	nWords uint8
	nTopic uint8
	prec   precision
	group  int32 // decided on arrival
	prev   int32 // the fact before it in its group, -1 for none
}

// group is several reports of one fact. Most have one: what its facts tell is asked of
// them.
type group struct {
	founder int32 // its first fact
	last    int32 // its latest fact
	early   int32 // its fact that was out first
	// before is by how much, in ms, the first of its facts was known before its founder:
	// those of one minute stand in another order.
	before uint16
	kind   Kind
}

// newGroup is a group of one fact.
func newGroup(i int32, kind Kind) group { return group{founder: i, last: i, early: i, kind: kind} }

// verOf is the version of a fact of the base.
func (s *segment) verOf(i int32) *ver { return s.vers.at(s.facts.at(i).ver) }

// groupRef names a group of the base by its first fact.
func (s *segment) groupRef(g int32) Ref {
	f := s.facts.at(s.groups.at(g).founder)
	return refOf(f, s.vers.at(f.ver))
}

// groupSeen is when a group of the base was known, in ms.
func (s *segment) groupSeen(g int32) int64 {
	gr := s.groups.at(g)
	return s.verOf(gr.founder).seen - int64(gr.before)
}

// groupOut is when a group of the base was out, in ms.
func (s *segment) groupOut(g int32) int64 { return s.verOf(s.groups.at(g).early).out }

// story is items about the same thing.
type story struct {
	founder int32 // version
}

// limits are how far a view reaches into a segment's lists.
type limits struct{ vers, facts, groups, stories, clashes, bridges int }

var maxLimits = limits{math.MaxInt32, math.MaxInt32, math.MaxInt32, math.MaxInt32, math.MaxInt32, math.MaxInt32}

// segment is a stretch of the record: the base, or a layer over its beginning.
// Indexes in it count from the beginning of the record.
type segment struct {
	from    limits // what lies before it
	vers    pieces[ver]
	facts   pieces[fact]
	glances []glance // beside facts
	groups  pieces[group]
	stories []story
	clashes []clash
	bridges []bridge  // in the order of the reports that made them
	words   wordArena // of versions and facts
	laid    laidWords // what lies before words and glances, of the base
	ids     []int32   // arena of actors and topics
	index   index
	orders  orders // of the base
	dense   bool   // this is the base
	// tails are the latest members that a layer adds to groups of the base.
	tails map[int32]int32
}

func (s *segment) init(from limits, base bool) {
	s.from = from
	s.index.init(base)
	s.dense = base
	if base {
		s.orders.paths, s.orders.told = paths{}, map[int32]toldTime{}
	} else {
		s.tails = map[int32]int32{}
	}
}

func (s *segment) top() limits {
	return limits{s.from.vers + s.vers.len(), s.from.facts + s.facts.len(), s.from.groups + s.groups.len(), s.from.stories + len(s.stories), s.from.clashes + len(s.clashes), s.from.bridges + len(s.bridges)}
}

// topAt are the limits before the version at i. Only for the base.
func (s *segment) topAt(i int) limits {
	if i >= s.vers.len() {
		return s.top()
	}
	facts := s.vers.at(int32(i)).facts
	groups := s.groups.search(func(g *group) bool { return g.founder >= facts })
	stories, _ := slices.BinarySearchFunc(s.stories, int32(i), func(st story, v int32) int { return cmp.Compare(st.founder, v) })
	clashes, _ := slices.BinarySearchFunc(s.clashes, facts, func(c clash, f int32) int { return cmp.Compare(c.b, f) })
	bridges, _ := slices.BinarySearchFunc(s.bridges, int32(i), func(x bridge, v int32) int { return cmp.Compare(x.by, v) })
	return limits{i, int(facts), groups, stories, clashes, bridges}
}

func (s *segment) lastMinute() int64 {
	if s.vers.len() == 0 {
		return math.MinInt64
	}
	return s.vers.last().minute()
}

// order is what the canonical order goes by beside what a version has. Nobody asks for it
// once the version is in the base.
type order struct {
	published int64 // ms; as the feed says
	identity  uint64
}

// unit is a version with its facts before anything is decided about it. Indexes
// in it count in its own arenas.
type unit struct {
	ver   ver
	order order
	facts []fact
	words []uint32
	ids   []int32
}

// sortWords puts each of the lists of words in order, as they are compared.
func (u *unit) sortWords() {
	for from, to := range u.wordLists() {
		slices.Sort(u.words[from:to])
	}
}

// compareUnits is the canonical order: by minute, then by what does not depend
// on which feed answered first.
func compareUnits(a, b *unit) int {
	return cmp.Or(
		cmp.Compare(a.ver.minute(), b.ver.minute()),
		cmp.Compare(a.order.published, b.order.published),
		cmp.Compare(a.order.identity, b.order.identity),
		cmp.Compare(a.ver.n, b.ver.n),
		cmp.Compare(a.ver.seen, b.ver.seen),
		cmp.Compare(a.ver.item, b.ver.item),
	)
}

// unitAt takes the version at i out of the base again.
func (s *segment) unitAt(i int) *unit {
	v := *s.vers.at(int32(i))
	u := &unit{ver: v, facts: make([]fact, v.nFacts)}
	for j := range u.facts {
		u.facts[j] = *s.facts.at(v.facts + int32(j))
	}
	u.words = s.appendWords(u.words, int32(i), v.words, int32(v.nTitle)+int32(v.nBody))
	u.ver.words = 0
	for j := range u.facts {
		f := &u.facts[j]
		at := int32(len(u.words))
		u.words = s.appendWords(u.words, int32(i), f.words, int32(f.nWords))
		f.words = at
		at = int32(len(u.ids))
		u.ids = append(u.ids, s.ids[f.others:f.others+int32(f.nOther)]...)
		f.others = at
		at = int32(len(u.ids))
		u.ids = append(u.ids, s.ids[f.topics:f.topics+int32(f.nTopic)]...)
		f.topics = at
	}
	return u
}

// push appends a unit without deciding anything, and returns the index of its version.
func (s *segment) push(u *unit) int32 {
	top, words := s.top(), s.words.push(u.words)
	ids := int32(len(s.ids))
	s.ids = append(s.ids, u.ids...)
	s.vers.push(u.ver)
	v := s.vers.last()
	v.words += words
	v.facts = int32(top.facts)
	v.target, v.story, v.touched = -1, -1, 0
	for i := range u.facts {
		s.facts.push(u.facts[i])
		f := s.facts.last()
		f.ver = int32(top.vers)
		f.words += words
		f.others += ids
		f.topics += ids
		f.group, f.prev = -1, -1
		s.glances = add(s.glances, f.glance(u.words[u.facts[i].words:][:f.nWords]))
	}
	return int32(top.vers)
}

// add is append for what stays: when a list is full it makes room for an eighth more,
// where append makes it for as much again, or of long lists for a quarter.
func add[T any](list []T, more ...T) []T {
	const few = 16
	if n := len(list) + len(more); n > cap(list) && n > few {
		bigger := make([]T, (n+n/8+few-1)/few*few)
		copy(bigger, list)
		list = bigger[:len(list)]
	}
	return append(list, more...)
}

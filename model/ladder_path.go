package model

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// rungs give each action its place on the ladder of pressure or relief; an
// action that is not here moves nothing.
var (
	pressureRungs = map[string]int{"floated": 1, "threatened": 2, "announced": 3, "imposed": 4, "in-force": 5, "tightened": 6}
	reliefRungs   = map[string]int{"considered": 1, "offered": 2, "licensed": 3, "eased": 4, "suspended": 5, "lifted": 6}

	pressureNames = namesOf(pressureRungs)
	reliefNames   = namesOf(reliefRungs)
)

// Places on the ladders that mean something of their own.
const (
	rungImposed  = 4
	rungOffered  = 2
	rungLicensed = 3
	rungLifted   = 6
	rungs        = 7 // with none
)

func namesOf(rungsBy map[string]int) (names [rungs]string) {
	for name, rank := range rungsBy {
		names[rank] = name
	}
	return names
}

// deed is what a signal does to the ladder of its target.
type deed uint8

const (
	moveNothing deed = iota
	sayPressure      // floats, threatens, announces
	putOff           // defers what was said
	act              // puts something in force
	endAct           // lets it run out
	ease             // speaks of relief, or gives it
	endEase          // lets relief run out
	askEase          // only asks for relief
)

// deedOf reads what a signal does, and on which rung. What is history, denied,
// opposed or only called for does nothing.
func deedOf(f *fact, action string) (deed, uint8) {
	up, down := pressureRungs[action], reliefRungs[action]
	switch {
	case f.flags&flagHistorical != 0:
	case f.dir == pressure && up >= rungImposed:
		return act, uint8(up)
	case f.dir == pressure && up > 0:
		return sayPressure, uint8(up)
	case f.dir == pressure && action == "deferred":
		return putOff, 0
	case f.dir == pressure && action == "expired":
		return endAct, 0
	case f.dir == relief && down > 0:
		return ease, uint8(down)
	case f.dir == relief && action == "announced":
		return ease, rungOffered
	case f.dir == relief && action == "demanded":
		return askEase, 0
	case action == "expired":
		return endEase, 0
	}
	return moveNothing, 0
}

// rung is one signal on the path of a target: in few bytes, so that a long path
// is read fast, with all that does not change from moment to moment.
type rung struct {
	group      int32
	sender     int32
	instrument int32
	does       deed
	rank       uint8
	// What the path has up to here: who goes back from a moment knows when nothing
	// before can matter.
	upTo reached
}

// reached is a set of rungs: a bit for each of pressure, and above them for each
// of relief.
type reached uint16

const reliefBits = 8

func (r *rung) reaches() reached {
	switch r.does {
	case sayPressure, act:
		return 1 << r.rank
	case ease, askEase:
		return 1 << (r.rank + reliefBits)
	}
	return 0
}

// said, done and eased are the highest rungs of words, acts and relief, 0 for none.
func (s reached) said() uint8  { return highest(s & (1<<rungImposed - 1)) }
func (s reached) done() uint8  { return highest(s & (1<<reliefBits - 1<<rungImposed)) }
func (s reached) eased() uint8 { return highest(s >> reliefBits) }

func highest(s reached) uint8 { return uint8(max(0, bits.Len16(uint16(s))-1)) }

// path is the signals to one target, oldest first. It only grows, and its
// beginning is the path as it was: lists taken from it are shared.
type path struct {
	rungs   []rung
	refs    []Ref   // beside rungs
	outs    []int64 // beside rungs, of those that are published: ms; when each was out
	senders []firstSender
	ends    []pathEnd // earliest end first
	moved   []move    // the few that came to it late, or left it
}

// move is a signal that is on a path from a moment on, or until one: its first
// report named no target, and a later one did. Moments are facts on the desk's
// clock, and ms on that of what was published.
type move struct {
	group    int32
	from, to int64 // it is on the path at from, and no longer at to
}

// asOf is the path without what was not on it at a moment.
func (p *path) asOf(now int64) *path {
	away := func(m move) bool { return m.from > now || m.to <= now }
	if !slices.ContainsFunc(p.moved, away) {
		return p
	}
	hidden := map[int32]bool{}
	for _, m := range p.moved {
		if away(m) {
			hidden[m.group] = true
		}
	}
	out := &path{}
	for i := range p.rungs {
		if r := p.rungs[i]; !hidden[r.group] {
			out.put(r, p.refs[i])
			if p.outs != nil {
				out.outs = append(out.outs, p.outs[i])
			}
		}
	}
	out.ends = slices.DeleteFunc(slices.Clone(p.ends), func(e pathEnd) bool { return hidden[e.group] })
	return out
}

// with is the path with a signal that came to it late, in the place of its group.
// The path itself stays what it is: boards hold it.
func (p *path) with(g int32, f *fact, action string, ref Ref, from int64) *path {
	out := &path{ends: slices.Clone(p.ends), moved: append(slices.Clone(p.moved), move{g, from, math.MaxInt64})}
	i, _ := slices.BinarySearchFunc(p.rungs, g, func(r rung, g int32) int { return cmp.Compare(r.group, g) })
	for k := range i {
		out.put(p.rungs[k], p.refs[k])
	}
	out.push(g, f, action, ref)
	for k := i; k < len(p.rungs); k++ {
		out.put(p.rungs[k], p.refs[k])
	}
	return out
}

// firstSender is where on a path somebody first stands as the sender.
type firstSender struct {
	sender int32
	at     int32
}

// pathEnd is an end that a report of a signal names, in s.
type pathEnd struct {
	end   int64
	group int32
}

// push adds a signal, by its first report.
func (p *path) push(g int32, f *fact, action string, ref Ref) {
	r := rung{group: g, sender: f.actor, instrument: f.detail}
	r.does, r.rank = deedOf(f, action)
	p.put(r, ref)
}

// put is push for a signal that was read already.
func (p *path) put(r rung, ref Ref) {
	r.upTo = r.reaches()
	if n := len(p.rungs); n > 0 {
		r.upTo |= p.rungs[n-1].upTo
	}
	if r.sender >= 0 && !slices.ContainsFunc(p.senders, func(s firstSender) bool { return s.sender == r.sender }) {
		p.senders = append(p.senders, firstSender{r.sender, int32(len(p.rungs))})
	}
	p.rungs = append(p.rungs, r)
	p.refs = append(p.refs, ref)
}

// noteEnd keeps an end that a report of a signal of the path names.
func (p *path) noteEnd(end int64, g int32) {
	x := pathEnd{end, g}
	if i, known := slices.BinarySearchFunc(p.ends, x, compareEnds); !known {
		p.ends = slices.Insert(p.ends, i, x)
	}
}

func compareEnds(a, b pathEnd) int {
	return cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.group, b.group))
}

// until is how much of a path of the base lies before a group.
func (p *path) until(top int) int {
	if n := len(p.rungs); n == 0 || int(p.rungs[n-1].group) < top {
		return n
	}
	return cutAt(len(p.rungs), top, func(i int) int32 { return p.rungs[i].group })
}

// paths are kept by target.
type paths map[int32]*path

func (p paths) of(target int32) *path {
	x := p[target]
	if x == nil {
		x = &path{}
		p[target] = x
	}
	return x
}

// noteSignal takes a new signal of the base into the paths of its targets.
func (s *segment) noteSignal(g int32, labels []string) {
	i := s.groups.at(g).founder
	f := s.facts.at(i)
	for _, t := range s.targets(f) {
		p := s.orders.paths.of(t)
		p.push(g, f, labels[f.class], s.groupRef(g))
		if f.when != 0 {
			p.noteEnd(f.when, g)
		}
	}
}

// noteLicence makes a report of a licence findable by its story.
func (s *segment) noteLicence(i int32, f *fact, v *ver, labels []string) {
	if licenses(f, labels) {
		s.index.licences[v.story] = append(s.index.licences[v.story], i)
	}
}

// noteJoin takes what a later report of a group of the base adds to its paths: an
// end, or the targets that no report before it named.
func (s *segment) noteJoin(i, g int32, labels []string) {
	f := s.facts.at(i)
	if f.kind != KindSignal || f.when == 0 && f.nOther == 0 {
		return
	}
	first := s.facts.at(s.groups.at(g).founder)
	naming := first
	if first.nOther == 0 {
		for j := i; j >= 0; j = s.facts.at(j).prev {
			if s.facts.at(j).nOther > 0 {
				naming = s.facts.at(j)
			}
		}
	}
	if naming == f && f != first {
		s.moveTo(i, g, labels)
		return
	}
	if f.when != 0 {
		for _, t := range s.targets(naming) {
			s.orders.paths.of(t).noteEnd(f.when, g)
		}
	}
}

// moveTo takes a signal from the path of nobody to those of the targets that its
// report at i is the first to name.
func (s *segment) moveTo(i, g int32, labels []string) {
	first := s.facts.at(s.groups.at(g).founder)
	nowhere := s.orders.paths.of(nobody)
	nowhere.moved = append(slices.Clip(nowhere.moved), move{g, 0, int64(i)})
	for _, t := range s.targets(s.facts.at(i)) {
		p := s.orders.paths.of(t).with(g, first, labels[first.class], s.groupRef(g), int64(i))
		for j := i; j >= 0; j = s.facts.at(j).prev {
			if end := s.facts.at(j).when; end != 0 {
				p.noteEnd(end, g)
			}
		}
		s.orders.paths[t] = p
	}
}

// licenses says whether a relief is called a licence or temporary. A headline of
// the same story that says "lifts" or "eases" is about the same.
func licenses(f *fact, labels []string) bool {
	return f.dir == relief && (f.flags&flagTemporary != 0 || labels[f.class] == "licensed")
}

package model

import (
	"math"
	"slices"
	"sort"
	"strings"
	"time"
)

// Ladder is the path of signals to one target. What it comes to is asked with
// Board.Standing.
type Ladder struct {
	Target *Actor // never nil; shared, it must not be changed
	Refs   []Ref  // of KindSignal, oldest first; shared, it must not be changed

	stretch
}

// stretch is what a board has of the path to a target.
type stretch struct {
	target int32
	path   *path // its beginning
	n      int   // how much of it
	late   *path // what the layer adds
}

// noPath is the path of a target that no signal hits.
var noPath path

// Standing is what the signals of a ladder come to. What is history, denied,
// opposed or only called for moves no rung, a threat never stands for an act, and
// a licence is relief for a time.
type Standing struct {
	Sender  string // who sends them, where that is one; Board.Senders names all
	Rung    string // the action now in force; history does not count
	Relief  string // the relief now in force, if any
	Next    time.Time
	NextWhy string // as Board.Next says
	reached reached
}

// Reached says whether a signal that stands got as far as an action of the ladders.
func (s *Standing) Reached(action string) bool {
	up, down := pressureRungs[action], reliefRungs[action]
	return up > 0 && s.reached&(1<<up) != 0 || (down > 0 || action == "demanded") && s.reached&(1<<(down+reliefBits)) != 0
}

// Ladders returns the paths of signals by target, the busiest first; last, with an
// empty id, that of those which name no target.
func (b *Board) Ladders(f Filter) []Ladder {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	t := b.r.tallies.Get().(*tally)
	defer t.free(b.r)
	if all, ok := b.basePaths(); ok && b.unfiltered(f) {
		b.everyLadder(t, all)
	} else {
		b.ladders(t, b.groups(KindSignal, f), func(int32) bool { return true })
	}
	rank := b.r.people.ranks(b.r.dict.actors.text)
	for i := range t.ladders {
		l := &t.ladders[i]
		t.busy = append(t.busy, busy{l.n + len(l.late.rungs), l.target == nobody, rank[l.target]})
	}
	sorted := make([]Ladder, len(t.ladders))
	for k, i := range t.busiest() {
		l := &sorted[k]
		l.stretch, l.Target = t.ladders[i], b.r.people.all[t.ladders[i].target]
		l.Refs = l.path.refs[:l.n:l.n]
		if len(l.late.refs) > 0 {
			l.Refs = append(l.Refs, l.late.refs...)
		}
	}
	return sorted
}

// basePaths are the paths that the base keeps by the board's clock; ok is false
// for a board that they have outgrown.
func (b *Board) basePaths() (paths, bool) {
	if b.Clock == BySeen {
		return b.view.base.orders.paths, true
	}
	return b.publishedPaths()
}

// everyLadder cuts the paths of the base at the board's moment, and lays what is
// not in the base over them.
func (b *Board) everyLadder(t *tally, all paths) {
	afresh := b.strayTargets()
	for target, p := range all {
		if afresh[target] {
			continue
		}
		p = p.asOf(b.now())
		l := stretch{target: target, path: p, n: b.cut(p), late: &noPath}
		if b.Clock == BySeen && b.view.layer != nil {
			b.addLate(&l)
		}
		if l.n+len(l.late.rungs) > 0 {
			t.ladders = append(t.ladders, l)
		}
	}
	if b.Clock == BySeen && b.view.layer != nil {
		for target := range b.lateTargets() {
			if all[int32(target)] == nil && !afresh[int32(target)] {
				l := stretch{target: int32(target), path: &noPath, late: &noPath}
				b.addLate(&l)
				t.ladders = append(t.ladders, l)
			}
		}
	}
	if len(afresh) > 0 {
		b.ladders(t, b.groups(KindSignal, Filter{}), func(target int32) bool { return afresh[target] })
	}
}

// now is the board's moment as the stretches that the base keeps count it. What lasts
// until maxTime lasts on a board of everything known, too.
func (b *Board) now() int64 {
	if b.Clock == BySeen {
		return int64(b.view.top.facts) - 1
	}
	return min(b.until, maxTime-1)
}

// targetsOf are those that a signal on the board hits, each once: those that its
// first report names or, where that names none, the first one that does.
func (b *Board) targetsOf(g int32) []int32 {
	if ids := b.view.others(b.founder(g)); len(ids) > 0 {
		return unique(ids)
	}
	naming, at := int32(-1), int64(maxTime)
	for i := range b.members(g) { // newest first
		if b.view.fact(i).nOther == 0 {
			continue
		}
		v, when := b.view.ver(b.view.fact(i).ver), int64(i)
		if b.Clock == ByPublished {
			when = v.out
		}
		if b.out(v) && when <= at {
			naming, at = i, when
		}
	}
	if naming < 0 {
		return []int32{nobody}
	}
	return unique(b.view.others(naming))
}

// cut is how much of a path of the base is on the board.
func (b *Board) cut(p *path) int {
	if b.Clock == BySeen {
		return p.until(b.view.top.groups)
	}
	return sort.Search(len(p.outs), func(i int) bool { return p.outs[i] > b.until })
}

func (b *Board) lateTargets() map[uint32][]int32 {
	return b.view.layer.index.list(listKey{kind: KindSignal, dim: byTarget}).few
}

// addLate puts the signals that the layer founds onto a ladder.
func (b *Board) addLate(l *stretch) {
	groups := b.lateTargets()[uint32(l.target)]
	if len(groups) == 0 {
		return
	}
	l.late = &path{}
	if l.n > 0 {
		l.late.rungs = append(l.late.rungs, l.path.rungs[l.n-1]) // for its highest ranks
	}
	for _, g := range groups {
		b.push(l.late, g)
	}
	if l.n > 0 {
		l.late.rungs = l.late.rungs[1:]
	}
}

// push puts a group onto a path.
func (b *Board) push(p *path, g int32) {
	first := b.founder(g)
	f := b.view.fact(first)
	p.push(g, f, b.r.dict.labels.text[f.class], b.factRef(first))
}

// ladders makes the ladders of some signals, newest first, for wanted targets.
func (b *Board) ladders(t *tally, groups []int32, wanted func(target int32) bool) {
	own := paths{}
	for _, g := range slices.Backward(groups) {
		for _, target := range b.targetsOf(g) {
			if !wanted(target) {
				continue
			}
			p := own.of(target)
			b.push(p, g)
			for i := range b.members(g) {
				if f := b.view.fact(i); f.when != 0 && b.out(b.view.ver(f.ver)) {
					p.noteEnd(f.when, g)
				}
			}
		}
	}
	for target, p := range own {
		t.ladders = append(t.ladders, stretch{target: target, path: p, n: len(p.rungs), late: &noPath})
	}
}

// senders walks those who send the signals of a ladder, in the order of their first ones.
func (l *Ladder) senders(yield func(sender int32) bool) {
	n := sort.Search(len(l.path.senders), func(i int) bool { return int(l.path.senders[i].at) >= l.n })
	before := l.path.senders[:n]
	for k, list := range [][]firstSender{before, l.late.senders} {
		for _, s := range list {
			known := s.sender == nobody || k > 0 && slices.ContainsFunc(before, func(x firstSender) bool { return x.sender == s.sender })
			if !known && !yield(s.sender) {
				return
			}
		}
	}
}

// Senders names those who send the signals of one of the board's ladders, in the order
// of their first ones.
func (b *Board) Senders(l *Ladder) []string {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	var ids []string
	for sender := range l.senders {
		ids = append(ids, b.r.dict.actors.text[sender])
	}
	return ids
}

// Standing says what the signals of one of the board's ladders come to.
func (b *Board) Standing(l *Ladder) Standing {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	var out Standing
	only := int32(nobody)
	for sender := range l.senders {
		if only != nobody {
			only = nobody
			break
		}
		only = sender
	}
	out.Sender = b.r.dict.actors.text[only]
	c := climb{b: b, l: l}
	for _, list := range [][]rung{l.late.rungs, l.path.rungs[:l.n]} {
		for i := len(list) - 1; i >= 0 && !c.over(); i-- {
			c.pass(&list[i])
		}
	}
	out.Rung, out.Relief = c.standing()
	out.reached = c.reached
	late := b.lateEnds(l)
	if out.Relief == "" {
		if _, f := b.endWithin(l, late, b.At.Unix(), math.MaxInt64, b.lastsBeside); f != nil {
			out.Relief = reliefNames[rungLicensed]
		}
	}
	out.Next, out.NextWhy = b.whatEnds(b.nextEnd(l, late))
	return out
}

// lastsBeside says whether a signal is relief for a time, which goes on beside
// sanctions that somebody says are, or puts, in force: it ends when it says.
func (b *Board) lastsBeside(f *fact) bool {
	does, rank := deedOf(f, b.r.dict.labels.text[f.class])
	return does == ease && rank >= rungLicensed
}

// Next is the nearest end ahead on one of the board's ladders, zero for none, and
// what comes then: a "deadline", or what "expires": "licence expires" is no word of
// the sanctions that it is a licence from.
func (b *Board) Next(l *Ladder) (at time.Time, why string) {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	return b.whatEnds(b.nextEnd(l, b.lateEnds(l)))
}

func (b *Board) whatEnds(end int64, f *fact) (at time.Time, why string) {
	if f == nil {
		return at, ""
	}
	labels := b.r.dict.labels.text
	switch {
	case licenses(f, labels):
		why = "licence expires"
	case f.dir == relief:
		why = "relief expires"
	case f.flags&flagTemporary != 0:
		why = strings.ReplaceAll(labels[f.detail], "-", " ") + " ends"
	default:
		why = "deadline"
	}
	return time.Unix(end, 0).UTC(), why
}

// nextEnd is the nearest end ahead of a signal of a ladder that stands, in s, with
// the signal; nil for none.
func (b *Board) nextEnd(l *Ladder, late []pathEnd) (int64, *fact) {
	best, f := b.endWithin(l, late, b.At.Unix(), math.MaxInt64, func(*fact) bool { return true })
	if f == nil || best%secondsPerDay != 0 {
		return best, f
	}
	// Another report of such a thing may tell the minute.
	if exact, g := b.endWithin(l, late, best, best+dayReach, func(g *fact) bool { return g.dir == f.dir && g.actor == f.actor }); g != nil {
		return exact, g
	}
	return best, f
}

// endWithin is the first end after one moment and before another, in s, of a signal
// of a ladder that stands and is wanted.
func (b *Board) endWithin(l *Ladder, late []pathEnd, after, before int64, wanted func(*fact) bool) (end int64, f *fact) {
	for k, list := range [][]pathEnd{l.path.ends, late} {
		list = list[sort.Search(len(list), func(i int) bool { return list[i].end > after }):]
		for i := range list {
			x := &list[i]
			if x.end >= before || f != nil && x.end >= end {
				break
			}
			if k == 0 && !l.holds(b, x.group) {
				continue
			}
			g := b.view.fact(b.founder(x.group))
			if g.flags&flagHistorical != 0 || !wanted(g) {
				continue
			}
			if told, ok := b.inForce(x.group); ok && told == x.end {
				end, f = x.end, g
				break
			}
		}
	}
	return end, f
}

// holds says whether a group of the ladder's path is on the part that counts.
func (l *Ladder) holds(b *Board, g int32) bool {
	if l.n == len(l.path.rungs) {
		return true
	}
	if b.Clock == BySeen {
		return g <= l.path.rungs[max(0, l.n-1)].group && l.n > 0
	}
	return b.view.base.groupOut(g) <= b.until
}

// lateEnds are the ends that reports in the layer name for signals of a ladder
// of the base's, earliest first.
func (b *Board) lateEnds(l *Ladder) []pathEnd {
	layer := b.view.layer
	if layer == nil {
		return nil
	}
	var late path
	for i := range int32(layer.facts.len()) {
		f := layer.facts.at(i)
		if f.kind == KindSignal && f.when != 0 && b.out(b.view.ver(f.ver)) && slices.Contains(b.targetsOf(f.group), l.target) && l.has(f.group) {
			late.noteEnd(f.when, f.group)
		}
	}
	return late.ends
}

// has says whether a group stands on a ladder.
func (l *Ladder) has(g int32) bool {
	in := func(list []rung) bool { return slices.ContainsFunc(list, func(r rung) bool { return r.group == g }) }
	return in(l.late.rungs) || in(l.path.rungs[:l.n])
}

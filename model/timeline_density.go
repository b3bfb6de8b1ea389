package model

import (
	"slices"
	"sync"
	"time"
)

// Density counts the facts that pass a filter by when they were first known, in equal
// buckets of a stretch of time. What the board does not have is not counted.
func (b *Board) Density(from, to time.Time, buckets int, f Filter) Lane {
	k := stretchOfTime{from.UnixMilli(), to.Sub(from).Milliseconds(), max(buckets, 0)}
	if k.buckets == 0 || k.width <= 0 {
		return newLane(k.buckets)
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if !b.unfiltered(f) {
		return b.densityOf(k, f)
	}
	if b.Clock == ByPublished || b.edits.some {
		return b.density(k, newLane(k.buckets), 0)
	}
	first := k.bucket(b.settledUntil())
	kept := b.r.densities.of(b.r, k)
	lane := b.density(k, kept.before(first), first)
	b.strikeLane(k, &lane, kept.touched)
	return lane
}

// stretchOfTime is a stretch in ms that is cut into buckets.
type stretchOfTime struct {
	lo, width int64
	buckets   int
}

// bucket is the number of the bucket of a time, that of the next one outside of them.
func (k stretchOfTime) bucket(at int64) int {
	switch {
	case at < k.lo:
		return 0
	case at >= k.lo+k.width:
		return k.buckets
	}
	return int((at - k.lo) * int64(k.buckets) / k.width)
}

func newLane(buckets int) Lane {
	all := make([]int, 4*buckets)
	list := func(i int) []int { return all[i*buckets : (i+1)*buckets : (i+1)*buckets] }
	most := make([]string, 2*buckets)
	return Lane{Statements: list(0), Pressure: list(1), Relief: list(2), Events: list(3), PressureMost: most[:buckets:buckets], ReliefMost: most[buckets:]}
}

// signal counts a signal in a bucket.
func (l *Lane) signal(f *fact, action string, i int) {
	if f.flags&flagHistorical != 0 {
		return
	}
	counts, most, ranks := l.Pressure, l.PressureMost, pressureRungs
	if f.dir == relief {
		counts, most, ranks = l.Relief, l.ReliefMost, reliefRungs
	}
	rank, had := ranks[action], ranks[most[i]]
	if fell(action) {
		rank = -1
	}
	if fell(most[i]) {
		had = -1
	}
	if counts[i] == 0 || rank > had || rank == had && action < most[i] {
		most[i] = action
	}
	counts[i]++
}

// settledUntil is the first minute, in ms, of which the board may have another part
// than the base: everything first known before it is the same on both.
func (b *Board) settledUntil() int64 {
	until := int64(maxTime)
	if top := b.view.top.vers; top < b.view.base.vers.len() {
		until = b.view.base.vers.at(int32(top)).minute() * msPerMinute
	}
	if l := b.view.layer; l != nil && l.vers.len() > 0 {
		until = min(until, l.vers.at(0).minute()*msPerMinute)
	}
	return until
}

// densityOf is the lane of what passes a filter.
func (b *Board) densityOf(k stretchOfTime, f Filter) Lane {
	lane := newLane(k.buckets)
	for _, kind := range []Kind{KindStatement, KindSignal, KindEvent} {
		for _, g := range b.groups(kind, f) {
			if at, ok := b.firstTime(g); ok {
				b.count(&lane, k, 0, kind, g, at)
			}
		}
	}
	return lane
}

// count counts a group that was first known at a time in a lane, in its buckets from one on.
func (b *Board) count(lane *Lane, k stretchOfTime, first int, kind Kind, g int32, at int64) {
	i := k.bucket(at)
	if at < k.lo || i < first || i >= k.buckets {
		return
	}
	switch kind {
	case KindStatement:
		lane.Statements[i]++
	case KindEvent:
		lane.Events[i]++
	case KindSignal:
		lane.signal(b.view.fact(b.founder(g)), b.laneAction(g), i)
	}
}

// density adds to a lane what falls into its buckets from one on.
func (b *Board) density(k stretchOfTime, lane Lane, first int) Lane {
	lo := k.lo + int64(first)*k.width/int64(k.buckets)
	count := func(kind Kind, g int32, at int64) { b.count(&lane, k, first, kind, g, at) }
	lists, published := b.published()
	for _, kind := range []Kind{KindStatement, KindSignal, KindEvent} {
		if published && !b.edits.some {
			list := lists.groups[kind]
			i, _ := slices.BinarySearchFunc(list, timed{at: lo}, sooner)
			for _, x := range b.outFrom(list[i:], b.moved(kind)) {
				if x.at >= k.lo+k.width {
					break
				}
				count(kind, x.g, x.at)
			}
			continue
		}
		for g := range b.view.groupsIn(listKey{kind: kind}) {
			at, ok := b.firstTime(g)
			if b.Clock == BySeen && at < lo-msPerMinute {
				break
			}
			if ok && !b.edits.hidden[g] {
				count(kind, g, at)
			}
		}
		for _, g := range b.edits.alone {
			if at, ok := b.firstTime(g); ok && b.kindOf(g) == kind && !b.edits.hidden[g] {
				count(kind, g, at)
			}
		}
	}
	return lane
}

// densities are the lanes of the base that were asked for last, by when this desk
// knew things: while the cursor steps through a stretch they stay the same.
type densities struct {
	mu   sync.Mutex
	vers int // of the base
	kept map[stretchOfTime]keptLane
}

// keptLane is a lane of the base as its signals were told, with those on whose reports later
// versions bear.
type keptLane struct {
	Lane
	touched []int32
}

// mostDensities bounds them: each session of a server may look at another stretch.
const mostDensities = 16

func (d *densities) of(r *Record, k stretchOfTime) keptLane {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept == nil || d.vers != r.base.vers.len() || len(d.kept) >= mostDensities {
		d.vers, d.kept = r.base.vers.len(), map[stretchOfTime]keptLane{}
	}
	lane, ok := d.kept[k]
	if !ok {
		lane.Lane = newLane(k.buckets)
		s := &r.base
		minute := func(at int64) int64 { return at / msPerMinute } // groups are in order but for what one minute brought
		from := s.groups.search(func(g *group) bool { return minute(s.verOf(g.founder).seen) >= minute(k.lo) })
		for g := int32(from); int(g) < s.groups.len(); g++ {
			seen := s.groupSeen(g)
			if minute(seen) > minute(k.lo+k.width) {
				break
			}
			at := k.bucket(seen)
			if seen < k.lo || at >= k.buckets {
				continue
			}
			switch gr := s.groups.at(g); gr.kind {
			case KindStatement:
				lane.Statements[at]++
			case KindEvent:
				lane.Events[at]++
			case KindSignal:
				f := s.facts.at(gr.founder)
				lane.signal(f, r.dict.labels.text[f.class], at)
				if s.bornOn(g) {
					lane.touched = append(lane.touched, g)
				}
			}
		}
		d.kept[k] = lane
	}
	return lane
}

// before is a copy of a lane with its first n buckets only.
func (l Lane) before(n int) Lane {
	out := newLane(len(l.Statements))
	copy(out.Statements, l.Statements[:n])
	copy(out.Pressure, l.Pressure[:n])
	copy(out.Relief, l.Relief[:n])
	copy(out.Events, l.Events[:n])
	copy(out.PressureMost, l.PressureMost[:n])
	copy(out.ReliefMost, l.ReliefMost[:n])
	return out
}

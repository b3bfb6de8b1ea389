package model

import (
	"slices"
	"time"
)

// Density counts facts by when they were first known, in equal buckets of a
// stretch of time. What the board does not have is not counted.
func (b *Board) Density(from, to time.Time, buckets int) Lane {
	buckets = max(buckets, 0)
	lane := Lane{Statements: make([]int, buckets), Pressure: make([]int, buckets), Relief: make([]int, buckets), Events: make([]int, buckets)}
	width := to.Sub(from).Milliseconds()
	if buckets == 0 || width <= 0 {
		return lane
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	lo := from.UnixMilli()
	count := func(kind Kind, g int32, at int64) {
		if at < lo || at >= lo+width {
			return
		}
		i := int((at - lo) * int64(buckets) / width)
		switch {
		case kind == KindStatement:
			lane.Statements[i]++
		case kind == KindEvent:
			lane.Events[i]++
		case b.view.fact(b.founder(g)).dir == relief:
			lane.Relief[i]++
		default:
			lane.Pressure[i]++
		}
	}
	lists, published := b.published()
	for _, kind := range []Kind{KindStatement, KindSignal, KindEvent} {
		if published {
			list := lists.groups[kind]
			i, _ := slices.BinarySearchFunc(list, timed{at: lo}, sooner)
			for _, x := range b.outFrom(list[i:], b.moved(kind)) {
				if x.at >= lo+width {
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
			if ok {
				count(kind, g, at)
			}
		}
	}
	return lane
}

package model

import "time"

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
	for _, kind := range []Kind{KindStatement, KindSignal, KindEvent} {
		for g := range b.view.groupsIn(listKey{kind: kind}) {
			at, ok := b.firstTime(g)
			if b.Clock == BySeen && at < lo-msPerMinute {
				break
			}
			if !ok || at < lo || at >= lo+width {
				continue
			}
			i := int((at - lo) * int64(buckets) / width)
			switch {
			case kind == KindStatement:
				lane.Statements[i]++
			case kind == KindEvent:
				lane.Events[i]++
			case b.view.fact(b.view.group(g).founder).dir == relief:
				lane.Relief[i]++
			default:
				lane.Pressure[i]++
			}
		}
	}
	return lane
}

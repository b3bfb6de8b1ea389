package ui

import (
	"time"
)

// window is the stretch that the axis shows. It turns over like a page when the
// cursor leaves it, so that stepping within it moves nothing but the cursor.
func (m *Model) window() (from, to time.Time) {
	at, loc := m.moment().In(m.loc()), m.loc()
	midnight := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, loc)
	switch m.timeline.scale {
	case byHours:
		from = midnight.Add(time.Duration(at.Hour()/6) * 6 * time.Hour)
		return from, from.Add(6 * time.Hour)
	case byDay:
		return midnight, midnight.AddDate(0, 0, 1)
	case byWeek:
		from = midnight.AddDate(0, 0, -(int(at.Weekday())+6)%7)
		return from, from.AddDate(0, 0, 7)
	}
	stops := m.momentsNow()
	from, to = at, at
	if len(stops) > 0 {
		from, to = earlier(from, stops[0].At), later(to, stops[len(stops)-1].At)
	}
	for _, p := range m.summit.Agenda {
		if !p.Start.IsZero() {
			from, to = earlier(from, p.Start), later(to, p.Start)
		}
	}
	edge := to.Sub(from)/40 + time.Hour
	return from.Add(-edge), to.Add(edge)
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// axis turns moments into cells.
type axis struct {
	from, to time.Time
	x, w     int // first cell and number of cells
}

func (a axis) cell(t time.Time) int {
	return int(float64(t.Sub(a.from)) / float64(a.to.Sub(a.from)) * float64(a.w))
}

func (a axis) clamp(t time.Time) int { return max(0, min(a.cell(t), a.w-1)) }

func (m *Model) axis(w int) axis {
	from, to := m.window()
	label := laneLabel
	if w < 70 {
		label = 3
	}
	return axis{from, to, label, w - label - 1}
}

// timeAt is the moment under a cell of the pane.
func (v *timelineView) timeAt(x, w int, m *Model) (time.Time, bool) {
	a := m.axis(w)
	if x < a.x || x >= a.x+a.w {
		return time.Time{}, false
	}
	return a.from.Add(time.Duration(float64(x-a.x) / float64(a.w) * float64(a.to.Sub(a.from)))), true
}

func (m *Model) windowName(a axis) string {
	loc := m.loc()
	if m.timeline.scale <= byDay {
		return a.from.In(loc).Format("Mon 2 Jan 2006")
	}
	from, last := day(a.from, loc), a.to.Add(-time.Second).In(loc)
	if a.from.In(loc).Year() != last.Year() {
		from = a.from.In(loc).Format("2 Jan 2006")
	}
	return from + " – " + last.Format("2 Jan 2006")
}

// axisLine writes times under the ticks, as many as fit.
func (m *Model) axisLine(a axis, w int) string {
	t, loc := m.theme, m.loc()
	tick, next, format := m.ticks(a)
	l := newLine(w)
	if a.x >= laneLabel {
		l.put(t.dim, " "+abbrev(m.moment(), loc))
	}
	l.gap(a.x)
	cursor := a.x + a.clamp(m.moment())
	taken := m.marked(a)
	own := m.moment().In(loc).Format(format)
	switch {
	case m.timeline.scale == byWeek: // the ticks have the days
		own = m.moment().In(loc).Format("Mon 15:04")
	case format == monthOfYear:
		own = day(m.moment(), loc)
	}
	if cursor+1+len(own) > w {
		own = ""
	}
	for x := cursor - 1; x <= cursor+1+len(own); x++ {
		taken[x] = true
	}
	for ; tick.Before(a.to); tick = next(tick) {
		if tick.Before(a.from) {
			continue
		}
		x := a.x + a.cell(tick)
		label := tick.Format(format)
		if x < l.w || x+len(label)+1 > w || anyOf(taken, x, x+len(label)) {
			continue
		}
		l.gap(x)
		l.put(t.faint, "╵")
		l.put(t.dim, label)
	}
	out := l.done()
	for _, at := range m.deadlines() {
		if x := a.cell(at); x >= 0 && x < a.w {
			out = overlay(out, newLine(1).put(t.asOfText, "!").done(), a.x+x, 1)
		}
	}
	return m.cross(out, cursor, "▼"+own)
}

// marked are the cells of the axis that a deadline's mark takes: a label under it
// would look torn.
func (m *Model) marked(a axis) map[int]bool {
	taken := map[int]bool{}
	for _, at := range m.deadlines() {
		if x := a.cell(at); x >= 0 && x < a.w {
			taken[a.x+x] = true
		}
	}
	return taken
}

func anyOf(taken map[int]bool, from, to int) bool {
	for x := from; x <= to; x++ {
		if taken[x] {
			return true
		}
	}
	return false
}

// monthOfYear is how ticks are written that are months apart.
const monthOfYear = "Jan’06"

// ticks are the first tick of an axis or one before it, how to come to the next, and how
// they are written: as close as their labels have room. Days and months are those of the
// calendar, so that a change of the clocks does not shift them.
func (m *Model) ticks(a axis) (first time.Time, next func(time.Time) time.Time, format string) {
	start := a.from.In(m.loc())
	span := a.to.Sub(a.from)
	roomy := func(step time.Duration, need int) bool {
		return int(float64(a.w)*float64(step)/float64(span)) >= need
	}
	const aDay = 24 * time.Hour
	midnight := time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, m.loc())
	if span <= 30*time.Hour {
		for _, d := range []time.Duration{15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour} {
			if roomy(d, 8) {
				return midnight, func(t time.Time) time.Time { return t.Add(d) }, "15:04"
			}
		}
	}
	for _, n := range []int{1, 2, 7, 14} {
		if roomy(time.Duration(n)*aDay, 9) {
			return midnight, func(t time.Time) time.Time { return t.AddDate(0, 0, n) }, "2 Jan"
		}
	}
	months := 120
	for _, n := range []int{60, 24, 12, 6, 3, 2, 1} {
		if roomy(time.Duration(n)*30*aDay, 8) {
			months = n
		}
	}
	january := time.Date(start.Year(), 1, 1, 0, 0, 0, 0, m.loc())
	return january, func(t time.Time) time.Time { return t.AddDate(0, months, 0) }, monthOfYear
}

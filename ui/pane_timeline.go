package ui

import (
	"strings"
	"time"

	"parley/model"
)

// The stretches of time that the axis shows, from near to far.
const (
	byHours = iota // six hours
	byDay
	byWeek
	whole
	scales
)

var scaleNames = [...]string{"6 hours", "day", "week", "whole record"}

// timelineView is pane 4: the axis with what happened when, and the cursor.
type timelineView struct {
	scale int
	cache cache[timelineSight]
}

type timelineSight struct {
	sight
	at, now time.Time
	live    bool
	scale   int
}

// laneLabel is how many cells the names of the lanes take.
const laneLabel = 12

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

// goNear puts the cursor on the stop nearest to a moment.
func (m *Model) goNear(t time.Time) {
	stops, best := m.momentsNow(), -1
	for i := range stops {
		if best < 0 || stops[i].At.Sub(t).Abs() < stops[best].At.Sub(t).Abs() {
			best = i
		}
	}
	if best >= 0 {
		m.goStop(best)
	}
}

func (m *Model) drawTimeline(r rect) []string {
	key := timelineSight{sight: m.sight(timelinePane, r), at: m.moment().Truncate(time.Minute), now: m.now.Truncate(time.Minute), live: m.at.IsZero(), scale: m.timeline.scale}
	key.n = m.stop
	return m.timeline.cache.get(key, func() []string { return m.timelineLines(key.sight) })
}

// timelineLines draws the axis, the agenda and the lanes, as much of them as there
// is room for: one line for the agenda, then one for each phase, then more lanes.
func (m *Model) timelineLines(s sight) []string {
	a := m.axis(s.w)
	lines := []string{m.heading(s, timelinePane, "Timeline · "+m.windowName(a), m.keys.hint("scale")+" "+scaleNames[m.timeline.scale])}
	room, what := s.h-1, m.happenedLine(s.w)
	if room < 2 {
		return fill(append(lines, what), s.w, s.h)
	}
	t, lane := m.theme, m.board.Density(a.from, a.to, a.w)
	said := m.laneLine(a, s.w, "statements", lane.Statements, t.accent)
	if room < 3 {
		return fill(append(lines, said, what), s.w, s.h)
	}
	lines = append(lines, m.axisLine(a, s.w))
	lanes := []string{said, m.signalsLine(a, s.w, lane)}
	if room >= 13 {
		lanes = []string{said, m.laneLine(a, s.w, "pressure", lane.Pressure, t.act), m.laneLine(a, s.w, "relief", lane.Relief, t.relief), m.laneLine(a, s.w, "events", lane.Events, t.nobody)}
	}
	free := room - 2 - len(lanes)
	if free < 0 {
		lanes, free = lanes[:1], 0
	}
	if phases := m.agendaIn(a); free >= 3 && len(phases) > 0 {
		for _, p := range m.nearest(phases, free) {
			lines = append(lines, m.phaseLine(p, a, s.w))
		}
	} else if free > 0 {
		lines = append(lines, m.agendaLine(a, s.w))
	}
	lines = append(lines, lanes...)
	for len(lines) < s.h-1 {
		lines = append(lines, spaces(s.w))
	}
	return fill(append(lines, what), s.w, s.h)
}

func (m *Model) windowName(a axis) string {
	loc := m.loc()
	if m.timeline.scale <= byDay {
		return a.from.In(loc).Format("Mon 2 Jan 2006")
	}
	return day(a.from, loc) + " – " + a.to.In(loc).Format("2 Jan 2006")
}

// axisLine writes times under the ticks, as many as fit.
func (m *Model) axisLine(a axis, w int) string {
	t, loc := m.theme, m.loc()
	steps := []time.Duration{15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour, 24 * time.Hour, 48 * time.Hour, 7 * 24 * time.Hour, 14 * 24 * time.Hour}
	format, need := "15:04", 8
	if a.to.Sub(a.from) > 30*time.Hour {
		format, need = "2 Jan", 9
		steps = steps[7:]
	}
	step := steps[len(steps)-1]
	for _, d := range steps {
		if int(float64(a.w)*float64(d)/float64(a.to.Sub(a.from))) >= need {
			step = d
			break
		}
	}
	l := newLine(w)
	l.put(t.faint, cut(" "+abbrev(m.moment(), loc), a.x)).gap(a.x)
	start := a.from.In(loc)
	tick := time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, loc)
	cursor := a.x + a.clamp(m.moment())
	for ; tick.Before(a.to); tick = nextTick(tick, step) {
		if tick.Before(a.from) {
			continue
		}
		x := a.x + a.cell(tick)
		label := tick.Format(format)
		if x < l.w || x+len(label)+1 > w {
			continue
		}
		l.gap(x)
		l.put(t.faint, "╵")
		l.put(t.dim, label)
	}
	return m.cross(l.done(), cursor, "▼")
}

// nextTick steps by days of the calendar where a step is days long, so that a
// change of the clocks does not shift the ticks.
func nextTick(t time.Time, step time.Duration) time.Time {
	if step >= 24*time.Hour {
		return t.AddDate(0, 0, int(step/(24*time.Hour)))
	}
	return t.Add(step)
}

// laneLine draws how many facts fell into each cell; what is later than the
// moment shown has not happened yet on this board.
func (m *Model) laneLine(a axis, w int, name string, counts []int, st style) string {
	t := m.theme
	l := newLine(w)
	l.put(t.dim, cut(" "+name, a.x-1)).gap(a.x)
	top := 1
	for _, n := range counts {
		top = max(top, n)
	}
	var run strings.Builder
	runStyle := style("")
	flush := func() {
		l.put(runStyle, run.String())
		run.Reset()
	}
	known := a.cell(m.moment())
	for i, n := range counts {
		glyph, want := "·", t.faint
		if i > known {
			glyph = " "
		}
		if n > 0 {
			glyph, want = string(bars[min(len(bars)-1, (n*len(bars)-1)/top)]), st
		}
		if want != runStyle {
			flush()
			runStyle = want
		}
		run.WriteString(glyph)
	}
	flush()
	return m.cross(l.done(), a.x+a.clamp(m.moment()), "│")
}

// signalsLine draws pressure and relief in one lane where there is no room for two.
func (m *Model) signalsLine(a axis, w int, lane model.Lane) string {
	t := m.theme
	l := newLine(w)
	l.put(t.dim, cut(" signals", a.x-1)).gap(a.x)
	known := a.cell(m.moment())
	for i := range lane.Pressure {
		switch {
		case lane.Pressure[i] > 0:
			l.put(t.act, "▲")
		case lane.Relief[i] > 0:
			l.put(t.relief, "▽")
		case i <= known:
			l.put(t.faint, "·")
		default:
			l.put("", " ")
		}
	}
	return m.cross(l.done(), a.x+a.clamp(m.moment()), "│")
}

// cross draws the cursor over one cell of a finished line.
func (m *Model) cross(s string, x int, mark string) string {
	t := m.theme
	st := t.live
	if !m.at.IsZero() {
		st = t.asOfText
	} else if m.replay() {
		st = t.replayText
	}
	return overlay(s, newLine(1).put(st, mark).done(), x, 1)
}

// happenedLine says what stands under the cursor.
func (m *Model) happenedLine(w int) string {
	t := m.theme
	l := newLine(w)
	s, ok := m.here()
	if !ok {
		return l.put(t.dim, " nothing has happened on this record yet").done()
	}
	glyph, st, text := "▸", t.text, safe(s.Text)
	switch s.Ref.Kind {
	case model.KindItem:
		glyph, st = "±", t.disputed
		if row, ok := m.board.Item(s.Ref); ok {
			text += ": " + safe(row.Feed.Name+", "+row.Version.Title)
		}
	case model.KindSignal:
		if row, ok := m.signal(s.Ref); ok {
			r := rungOf(row.Signal.Action, row.Signal.Direction)
			glyph, st = r.glyph, r.pick(t)
		}
	case model.KindStatement:
		if row, ok := m.statement(s.Ref); ok {
			glyph, st = "“", t.side(sideOf(row.Speaker))
		}
	}
	l.put(t.strong, " "+m.when(s.At)+" ").put(st, glyph+" ").put(t.text, text)
	if under := m.underWay(); under != "" && l.room() > width(under)+4 {
		l.gap(w - width(under) - 2)
		l.put(t.live, under)
	}
	return l.done()
}

// underWay names the phase that runs at the moment shown.
func (m *Model) underWay() string {
	for _, p := range m.board.Phases() {
		if p.Status == model.PhaseUnderWay {
			return "▶ " + safe(p.Phase.Title) + " under way"
		}
	}
	return ""
}

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

// laneLabel is how many cells the names of the lanes take, where there is room.
const laneLabel = 12

// label is the name of a lane, or the mark that stands for it where it has no room.
func (a axis) label(name, mark string) string {
	if a.x < laneLabel {
		return " " + mark
	}
	return cut(" "+name, a.x-1)
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
	lines := []string{m.heading(s, timelinePane, "Timeline · "+m.windowName(a), scaleNames[m.timeline.scale]+" · "+m.keys.hint("scale")+" zooms")}
	room, what := s.h-1, m.happenedLine(s.w)
	if room < 2 {
		return fill(append(lines, what), s.w, s.h)
	}
	t, lane := m.theme, m.laneOf(a)
	said := m.laneLine(a, s.w, "statements", "“", lane.Statements, func(int) style { return t.accent })
	if room < 3 {
		return fill(append(lines, said, what), s.w, s.h)
	}
	lines = append(lines, m.axisLine(a, s.w))
	var lanes []string
	if room < 13 {
		lanes = []string{said, m.signalsLine(a, s.w, lane)}
	} else {
		lanes = []string{said,
			m.laneLine(a, s.w, "pressure", "△", lane.Pressure, func(i int) style { return rungOf(lane.PressureMost[i], model.Pressure).pick(t) }),
			m.laneLine(a, s.w, "relief", "▽", lane.Relief, func(i int) style { return rungOf(lane.ReliefMost[i], model.Relief).pick(t) }),
			m.laneLine(a, s.w, "events", "▸", lane.Events, func(int) style { return t.nobody }),
		}
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
	if spare := s.h - 1 - len(lines); spare > 0 {
		lines = append(lines, m.beforeLines(s.w, spare)...)
	}
	return fill(append(lines, what), s.w, s.h)
}

// laneOf counts what the filters leave.
func (m *Model) laneOf(a axis) model.Lane {
	lane := m.board.Density(a.from, a.to, a.w, m.current)
	if !m.wants(model.KindStatement) {
		clear(lane.Statements)
	}
	if !m.wants(model.KindSignal) {
		clear(lane.Pressure)
		clear(lane.Relief)
	}
	if !m.wants(model.KindEvent) {
		clear(lane.Events)
	}
	return lane
}

// leastFull is the least that a full bar stands for. It doubles as often as a lane
// needs, so that its bars seldom all change at once when something arrives.
const leastFull = 4

// barOf is the bar of some facts in a lane where full ones stand for so many.
func barOf(n, full int) rune { return bars[(n*len(bars)-1)/full] }

func fullBar(counts []int) int {
	full := leastFull
	for _, n := range counts {
		for full < n {
			full *= 2
		}
	}
	return full
}

// laneLine draws how many facts fell into each cell; what is later than the
// moment shown has not happened yet on this board. What fell under the cursor is in its ink.
func (m *Model) laneLine(a axis, w int, name, mark string, counts []int, ink func(i int) style) string {
	t := m.theme
	l := newLine(w)
	l.put(t.dim, a.label(name, mark)).gap(a.x)
	full := fullBar(counts)
	var run strings.Builder
	runStyle := style("")
	flush := func() {
		l.put(runStyle, run.String())
		run.Reset()
	}
	known, unknown := a.cell(m.moment()), m.unknownInk()
	for i, n := range counts {
		glyph, want := "·", t.faint
		if i > known {
			glyph, want = " ", unknown
		}
		if n > 0 {
			glyph, want = string(barOf(n, full)), ink(i)
		}
		if want != runStyle {
			flush()
			runStyle = want
		}
		run.WriteString(glyph)
	}
	flush()
	at, under := a.clamp(m.moment()), "│"
	if counts[at] > 0 {
		under = string(barOf(counts[at], full))
	}
	return m.cross(l.done(), a.x+at, under)
}

// signalsLine draws pressure and relief in one lane where there is no room for two:
// in each cell the mark of the step that goes furthest, so that a threat looks like one.
func (m *Model) signalsLine(a axis, w int, lane model.Lane) string {
	t := m.theme
	l := newLine(w)
	l.put(t.dim, a.label("signals", "△")).gap(a.x)
	known, unknown := a.cell(m.moment()), m.unknownInk()
	mark := func(i int) (rung, bool) {
		if lane.Pressure[i] > 0 {
			return rungOf(lane.PressureMost[i], model.Pressure), true
		}
		return rungOf(lane.ReliefMost[i], model.Relief), lane.Relief[i] > 0
	}
	for i := range lane.Pressure {
		switch r, some := mark(i); {
		case some:
			l.put(r.pick(t), r.glyph)
		case i <= known:
			l.put(t.faint, "·")
		default:
			l.put(unknown, " ")
		}
	}
	at, under := a.clamp(m.moment()), "│"
	if r, some := mark(at); some {
		under = r.glyph
	}
	return m.cross(l.done(), a.x+at, under)
}

// cross draws the cursor over a finished line.
func (m *Model) cross(s string, x int, mark string) string {
	st := m.cursorInk()
	w := width(mark)
	return overlay(s, newLine(w).put(st, mark).done(), x, w)
}

// cursorInk is the style of the cursor: it says what the screen is as of.
func (m *Model) cursorInk() style {
	switch t := m.theme; {
	case !m.at.IsZero():
		return t.asOfText
	case m.replay():
		return t.replayText
	default:
		return t.live
	}
}

// unknownInk is the style of the blanks behind the cursor: the cursor's, where blanks
// do not show it, so that a step sends no other one for them.
func (m *Model) unknownInk() style {
	if st := m.cursorInk(); st.inkOnly() {
		return st
	}
	return m.theme.faint
}

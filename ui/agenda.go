package ui

import (
	"strings"
	"time"

	"parley/model"
)

// phaseSpan is when a phase ran, else when it was planned to; held tells which.
func phaseSpan(p model.PhaseRow, now time.Time) (from, to time.Time, held bool) {
	from, to = p.Phase.Start, p.Phase.End
	if !p.ActualStart.IsZero() {
		from, to, held = p.ActualStart, p.ActualEnd, true
		if to.IsZero() && p.Status == model.PhaseUnderWay {
			to = now
		}
	}
	if to.Before(from) {
		to = from
	}
	return from, to, held
}

// phasesIn are the phases that touch the stretch on the axis.
func (m *Model) phasesIn(all []model.PhaseRow, a axis) []model.PhaseRow {
	var in []model.PhaseRow
	for _, p := range all {
		from, to, _ := phaseSpan(p, m.moment())
		if from.IsZero() || to.Before(a.from) || from.After(a.to) {
			continue
		}
		in = append(in, p)
	}
	return in
}

// phaseLine is one phase: its plan as a dashed rule, what was reported as a solid
// one, and its name and status in words beside it.
func (m *Model) phaseLine(p model.PhaseRow, a axis, w int) string {
	t := m.theme
	glyph, st := phaseLook(t, p.Status)
	marks := make([]rune, a.w)
	for i := range marks {
		marks[i] = ' '
	}
	if !p.Phase.Start.IsZero() {
		to := later(p.Phase.Start, p.Phase.End)
		draw(marks, a.clamp(p.Phase.Start), a.clamp(to), '╌')
	}
	if from, to, held := phaseSpan(p, m.moment()); held {
		draw(marks, a.clamp(from), a.clamp(to), '━')
	}
	last := len(marks) - 1
	for last > 0 && marks[last] == ' ' {
		last--
	}
	l := newLine(w)
	l.put(st, cut(" "+string(p.Status), a.x-1)).gap(a.x)
	text := " " + glyph + " " + safe(p.Phase.Title)
	if from, _, held := phaseSpan(p, m.moment()); held {
		text += " " + hm(from, m.loc())
	}
	first, textFrom, textTo := 0, 0, 0
	for first < last && marks[first] == ' ' {
		first++
	}
	if width(text) > a.w-last-1 && width(text) < first { // no room to the right: to the left
		l.gap(a.x + first - width(text) - 1)
		textFrom = l.w
		l.put(st, strings.TrimLeft(text, " ")+" ")
		textTo = l.w
		l.gap(a.x + first)
		l.put(st, string(marks[first:last+1]))
	} else {
		l.put(st, string(marks[:last+1]))
		textFrom = l.w + 1
		l.put(st, text)
		textTo = l.w
	}
	cursor := a.x + a.clamp(m.moment())
	if cursor >= textFrom && cursor < textTo {
		return l.done()
	}
	return m.cross(l.done(), cursor, "│")
}

func draw(marks []rune, from, to int, with rune) {
	for i := from; i <= to && i < len(marks); i++ {
		marks[i] = with
	}
}

// agendaLine is all phases in one line, for low screens.
func (m *Model) agendaLine(a axis, w int) string {
	t := m.theme
	marks := make([]string, a.w)
	styles := make([]style, a.w)
	for i := range marks {
		marks[i] = " "
	}
	for _, p := range m.phasesIn(m.board.Phases(), a) {
		from, to, held := phaseSpan(p, m.moment())
		glyph, st := phaseLook(t, p.Status)
		fillWith := "╌"
		if held {
			fillWith = "━"
		}
		lo, hi := a.clamp(from), a.clamp(to)
		for i := lo; i <= hi; i++ {
			marks[i], styles[i] = fillWith, st
		}
		if p.Status == model.PhaseCancelled || p.Status == model.PhaseOverdue {
			marks[lo] = glyph
		}
	}
	for _, at := range m.deadlines() {
		if x := a.cell(at); x >= 0 && x < a.w {
			marks[x], styles[x] = "!", t.asOfText
		}
	}
	l := newLine(w)
	l.put(t.dim, cut(" agenda", a.x-1)).gap(a.x)
	for i := range marks {
		l.put(styles[i], marks[i])
	}
	return m.cross(l.done(), a.x+a.clamp(m.moment()), "│")
}

// deadlines are the expiries and deadlines that the ladders name.
func (m *Model) deadlines() []time.Time {
	m.fillSignals()
	var out []time.Time
	for _, l := range m.signals.ladders {
		if !l.Next.IsZero() {
			out = append(out, l.Next)
		}
	}
	return out
}

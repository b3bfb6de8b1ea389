package ui

import (
	"strings"
	"time"

	"parley/model"
)

// placed is a phase of the agenda with where it stands on the axis.
type placed struct {
	model.PhaseRow
	from, to time.Time // as it ran, else as planned, else where the agenda has it
	held     bool      // a report says that it ran
	timed    bool      // somebody gave a time for it
}

// agenda places all phases. One for which nobody gave a time stands after the one
// before it in the agenda.
func (m *Model) agenda() []placed {
	var out []placed
	after := m.summit.Start
	for _, row := range m.board.Phases() {
		p := placed{PhaseRow: row, from: row.Phase.Start, to: row.Phase.End}
		if !row.ActualStart.IsZero() {
			p.from, p.to, p.held = row.ActualStart, row.ActualEnd, true
			if p.to.IsZero() && row.Status == model.PhaseUnderWay {
				p.to = m.moment()
			}
		}
		if p.timed = !p.from.IsZero(); !p.timed {
			p.from = after
		}
		p.to = later(p.from, p.to)
		after = later(after, p.to)
		out = append(out, p)
	}
	return out
}

// agendaIn are the phases that touch the stretch on the axis.
func (m *Model) agendaIn(a axis) []placed {
	var in []placed
	for _, p := range m.agenda() {
		if !p.from.IsZero() && !p.to.Before(a.from) && !p.from.After(a.to) {
			in = append(in, p)
		}
	}
	return in
}

// nearest are the n phases around the moment shown, in their order.
func (m *Model) nearest(phases []placed, n int) []placed {
	if len(phases) <= n {
		return phases
	}
	next := 0
	for i, p := range phases {
		if !p.from.After(m.moment()) {
			next = i + 1
		}
	}
	from := clampSize(next+1-n, 0, len(phases)-n)
	return phases[from : from+n]
}

// phaseLine is one phase: its plan as a dashed rule, what was reported as a solid
// one, and its name and status in words beside it.
func (m *Model) phaseLine(p placed, a axis, w int) string {
	t := m.theme
	glyph, st := phaseLook(t, p.Status)
	marks := []rune(strings.Repeat(" ", a.w))
	if !p.Phase.Start.IsZero() {
		draw(marks, a.clamp(p.Phase.Start), a.clamp(later(p.Phase.Start, p.Phase.End)), '╌')
	}
	if p.held {
		draw(marks, a.clamp(p.from), a.clamp(p.to), '━')
	}
	first, last := 0, len(marks)-1
	for first < last && marks[first] == ' ' {
		first++
	}
	for last > first && marks[last] == ' ' {
		last--
	}
	if !p.timed {
		first, last = a.clamp(p.from), a.clamp(p.from)
	}
	text := safe(p.Phase.Title)
	if !p.timed || (p.Status != model.PhaseDone && p.Status != model.PhasePlanned) {
		text = glyph + " " + text
	}
	switch {
	case p.held:
		text += " " + hm(p.ActualStart, m.loc())
	case !p.timed && p.Status == model.PhasePlanned:
		text += ", no time given"
	}
	l := newLine(w)
	l.put(st, cut(" "+string(p.Status), a.x-1)).gap(a.x)
	var textFrom int
	if before := first - width(text) - 1; width(text) > a.w-last-2 && before >= 0 { // no room to the right
		l.gap(a.x + before)
		textFrom = l.w
		l.put(st, text).gap(a.x + first)
		l.put(st, strings.TrimRight(string(marks[first:last+1]), " "))
	} else {
		l.put(st, string(marks[:last+1])).put("", " ")
		textFrom = l.w
		l.put(st, text)
	}
	cursor := a.x + a.clamp(m.moment())
	if cursor >= textFrom-1 && cursor <= textFrom+width(text) {
		return l.done() // the name is worth more than the cursor
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
	for _, p := range m.agendaIn(a) {
		glyph, st := phaseLook(t, p.Status)
		mark := "╌"
		if p.held {
			mark = "━"
		}
		lo, hi := a.clamp(p.from), a.clamp(p.to)
		for i := lo; i <= hi; i++ {
			marks[i], styles[i] = mark, st
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
	for i := range m.signals.ladders {
		if at, _ := m.board.Next(&m.signals.ladders[i]); !at.IsZero() {
			out = append(out, at)
		}
	}
	return out
}

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
// one, a cross or a question mark where it should have begun, and its name beside
// that. One for which nobody gave a time has no mark: its name stands at the edge.
func (m *Model) phaseLine(p placed, a axis, w int) string {
	t := m.theme
	glyph, st := phaseLook(t, p.Status)
	l := newLine(w)
	l.put(st, a.label(string(p.Status), glyph)).gap(a.x)
	if !p.timed {
		const why = ", no time given"
		text := cut(safe(p.Phase.Title), a.w-len(why)) + why
		l.gap(a.x + a.w - width(text))
		return m.crossBeside(l.put(st, text).done(), a, w-1-width(text), w)
	}
	marks := []rune(strings.Repeat(" ", a.w))
	if !p.Phase.Start.IsZero() {
		draw(marks, a.clamp(p.Phase.Start), a.clamp(later(p.Phase.Start, p.Phase.End)), '╌')
	}
	if p.held {
		draw(marks, a.clamp(p.from), a.clamp(p.to), '━')
	}
	if p.Status == model.PhaseCancelled || p.Status == model.PhaseOverdue {
		marks[a.clamp(p.from)] = []rune(glyph)[0]
	}
	first, last := 0, len(marks)-1
	for marks[first] == ' ' {
		first++
	}
	for marks[last] == ' ' {
		last--
	}
	began := ""
	if p.held {
		began = " " + hm(p.ActualStart, m.loc())
	}
	right, left := a.w-last-2, first-1
	text := safe(p.Phase.Title) + began
	if width(text) > max(left, right) { // the time is worth more than the end of the name
		text = cut(safe(p.Phase.Title), max(left, right)-width(began)) + began
	}
	var textFrom int
	if width(text) > right {
		textFrom = a.x + first - width(text) - 1
		l.gap(textFrom).put(st, text).put("", " ").put(st, string(marks[first:last+1]))
	} else {
		textFrom = a.x + last + 2
		l.put(st, string(marks[:last+1])).put("", " ").put(st, text)
	}
	return m.crossBeside(l.done(), a, textFrom, textFrom+width(text))
}

// crossBeside draws the cursor over the line of a phase, but not over its name,
// which stands in the cells from and to: it is worth more than the cursor.
func (m *Model) crossBeside(line string, a axis, from, to int) string {
	if cursor := a.x + a.clamp(m.moment()); cursor < from-1 || cursor > to {
		return m.cross(line, cursor, "│")
	}
	return line
}

func draw(marks []rune, from, to int, with rune) {
	for i := from; i <= to && i < len(marks); i++ {
		marks[i] = with
	}
}

// agendaLine is all phases that have a time in one line, for low screens.
func (m *Model) agendaLine(a axis, w int) string {
	t := m.theme
	marks := make([]string, a.w)
	styles := make([]style, a.w)
	for i := range marks {
		marks[i] = " "
	}
	for _, p := range m.agendaIn(a) {
		if !p.timed {
			continue
		}
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
	if last := len(marks) - 1; last >= 0 && styles[last] == "" {
		styles[last] = t.faint // a blank all the same, but then only what moved is sent and not the blanks before it
	}
	l := newLine(w)
	l.put(t.dim, a.label("agenda", "╌")).gap(a.x)
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

package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// View is the frame. Panes keep their lines, so this mostly zips.
func (m *Model) View() tea.View {
	v := tea.NewView(m.frame())
	v.AltScreen = true
	v.WindowTitle = m.windowTitle()
	if !m.opts.NoMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.prompt != nil {
		v.Cursor = tea.NewCursor(m.prompt.cursorX(m.w), m.h-1)
	}
	if m.w > 0 {
		m.pace.drawn()
		if m.opts.Drawn != nil {
			m.opts.Drawn()
		}
	}
	return v
}

func (m *Model) windowTitle() string {
	title := "Parley — " + safe(m.summit.Name)
	if n := len(m.fresh.New); n > 0 {
		title = "(" + itoa(n) + ") " + title
	}
	return title
}

// frame is the whole screen: h lines of w cells.
func (m *Model) frame() string {
	if m.w <= 0 || m.h <= 0 {
		return ""
	}
	if !m.fits() {
		return m.tooSmall()
	}
	lines := m.header()
	switch {
	case m.plan.present && m.page == nil:
		lines = append(lines, m.presentation(m.w, m.h-len(lines)-1)...)
	case m.deskEmpty() && m.page == nil:
		lines = append(lines, m.welcomeAnd(m.h-len(lines)-1)...)
	default:
		lines = m.body(lines)
	}
	lines = m.foot(lines)
	if m.palette != nil {
		m.drawPalette(lines)
	}
	return strings.Join(lines, "\n")
}

// body zips the columns of panes, line by line, with a rule between them.
func (m *Model) body(lines []string) []string {
	columns := make([][]string, len(m.lay.columns))
	height := 0
	for i, col := range m.lay.columns {
		for _, s := range col {
			columns[i] = append(columns[i], m.drawPane(s)...)
		}
		height = len(columns[i])
	}
	rule := newLine(1).put(m.theme.faint, "│").done()
	var b strings.Builder
	for y := range height {
		n := len(columns) * len(rule)
		for i := range columns {
			n += len(columns[i][y])
		}
		b.Reset()
		b.Grow(n)
		for i := range columns {
			if i > 0 {
				b.WriteString(m.joint(i, y, rule))
			}
			b.WriteString(columns[i][y])
		}
		lines = append(lines, b.String())
	}
	for _, s := range m.lay.foot {
		lines = append(lines, m.drawPane(s)...)
	}
	return lines
}

// joint is the cell between two columns: the rule, or where headings meet it.
func (m *Model) joint(i, y int, rule string) string {
	heads := func(col []slot) bool {
		for _, s := range col {
			if s.y-m.lay.header == y {
				return true
			}
		}
		return false
	}
	left, right := heads(m.lay.columns[i-1]), heads(m.lay.columns[i])
	var glyph string
	switch {
	case y == 0:
		glyph = "┬"
	case left && right:
		glyph = "┼"
	case left:
		glyph = "┤"
	case right:
		glyph = "├"
	default:
		return rule
	}
	return newLine(1).put(m.theme.faint, glyph).done()
}

func (m *Model) drawPane(s slot) []string {
	switch s.pane {
	case actorsPane:
		return m.drawActors(s.rect)
	case statementsPane:
		return m.drawStatements(s.rect)
	case signalsPane:
		return m.drawSignals(s.rect)
	case timelinePane:
		return m.drawTimeline(s.rect)
	case watchPane:
		return m.drawWatch(s.rect)
	case previewPane:
		return m.drawPreview(s.rect)
	}
	return m.drawPage(s.rect)
}

// fits says whether anything but a note has room on the screen.
func (m *Model) fits() bool { return m.w >= minWidth && m.h >= minHeight }

// tooSmall is the note on a screen that nothing useful fits on.
func (m *Model) tooSmall() string {
	var lines []string
	text := "Parley needs " + itoa(minWidth) + "×" + itoa(minHeight) + " cells; this terminal has " + itoa(m.w) + "×" + itoa(m.h) + "."
	for _, part := range wrap(text, m.w, m.h) {
		lines = append(lines, newLine(m.w).put(m.theme.text, part).done())
	}
	return strings.Join(fill(lines, m.w, m.h), "\n")
}

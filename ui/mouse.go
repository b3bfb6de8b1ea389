package ui

import (
	tea "charm.land/bubbletea/v2"
)

// click focuses the pane under the mouse and puts its cursor on the row there.
func (m *Model) click(at tea.Mouse) tea.Cmd {
	if m.palette != nil && at.Button == tea.MouseLeft {
		p := m.palette
		if m.palette = nil; p.box.holds(at.X, at.Y) && p.top+at.Y-p.box.y < len(p.found) {
			return p.found[p.top+at.Y-p.box.y].do()
		}
		return nil
	}
	if m.prompt != nil || at.Button != tea.MouseLeft || m.inHall() { // what is being typed is not lost by a click
		m.palette = nil
		return nil
	}
	for _, s := range m.lay.slots() {
		if !s.holds(at.X, at.Y) {
			continue
		}
		if p, ok := m.tabAt(s, at.X, at.Y); ok {
			m.focusOn(p)
			return nil
		}
		switch s.pane {
		case pagePane:
			return m.clickPage(at.X-s.x-pageMargin, at.Y-s.y-1)
		case watchPane:
			m.togglePage(conflictsPage)
			return nil
		case previewPane:
			return m.openEvidence()
		}
		again := m.plan.focus == s.pane
		m.focusOn(s.pane)
		line := at.Y - s.y - 1
		switch {
		case s.pane == timelinePane:
			if t, ok := m.timeline.timeAt(at.X-s.x, s.w, m); ok && line >= 0 {
				m.goNear(t)
			}
		case line >= 0:
			if i, ok := m.rowAtLine(s.pane, line); ok {
				l, _ := m.focused()
				if again && m.onRow(s.pane, i) {
					return m.openEvidence()
				}
				l.to(i)
			}
		}
	}
	return nil
}

// tabAt is the pane whose name stands at a point of a heading that names them all.
func (m *Model) tabAt(s slot, x, y int) (paneID, bool) {
	if !m.lay.tabs || y != s.y || s.pane >= pagePane || m.lay.header == 1 && m.narrowedBy() != "" {
		return 0, false
	}
	from := s.x + width("━ ")
	for _, tab := range tabsOf(s.pane, s.w) {
		to := from + width(tab.number()+tab.name)
		if x >= from && x < to {
			return tab.pane, true
		}
		from = to + width(tabGap)
	}
	return 0, false
}

// spot is where a row of an open page stands among its lines.
type spot struct {
	row int
	rect
}

// clickPage puts the cursor of an open page on the row at a point of what shows of it,
// and opens the row that it stood on already.
func (m *Model) clickPage(x, y int) tea.Cmd {
	if m.page == nil || y < 0 {
		return nil
	}
	for _, s := range m.page.spots {
		switch {
		case !s.holds(x, y+m.page.scroll) || s.row >= m.choices():
		case s.row == m.page.cur && m.page.kind.listsFacts():
			return m.do("evidence")
		default:
			m.chooseRow(s.row)
		}
	}
	return nil
}

// wheel scrolls what is under the mouse.
func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	by := 3
	if at.Button == tea.MouseWheelUp {
		by = -3
	} else if at.Button != tea.MouseWheelDown {
		return nil
	}
	switch {
	case m.palette != nil:
		m.palette.move(by)
		return nil
	case m.inHall():
		return nil
	}
	for _, s := range m.lay.slots() {
		if !s.holds(at.X, at.Y) {
			continue
		}
		switch s.pane {
		case pagePane:
			if m.page != nil {
				m.page.scroll = max(0, m.page.scroll+by)
			}
		case watchPane, previewPane:
		case timelinePane:
			m.step(by/3, nil)
		default:
			m.focusOn(s.pane)
			l, _ := m.focused()
			l.move(by)
		}
	}
	return nil
}

// rowAtLine is the row of a pane that covers a line below its heading.
func (m *Model) rowAtLine(p paneID, line int) (int, bool) {
	r, ok := m.lay.find(p)
	if !ok {
		return 0, false
	}
	var top, n int
	var height func(i int) int
	switch p {
	case actorsPane:
		s := m.sight(actorsPane, r)
		top, n, height = m.actors.top, len(m.actors.rows), func(i int) int { return len(m.actorLines(i, s)) }
	case statementsPane:
		top, n, line = m.statements.top, len(m.statements.rows), line-m.statements.pad
		height = func(i int) int { return len(m.statementLines(m.statements.rows[i], m.statements.under)) }
	case signalsPane:
		s := m.sight(signalsPane, r)
		top, n, height = m.signals.top, len(m.signals.rows), func(i int) int { return m.signalHeight(i, s) }
		if top < n {
			line -= m.headingAtTop(top, s)
		}
	default:
		return 0, false
	}
	for i := top; i < n && line >= 0; i++ {
		if line -= height(i); line < 0 {
			return i, true
		}
	}
	return 0, false
}

// onRow reports whether the cursor of a pane stands on a row.
func (m *Model) onRow(p paneID, i int) bool {
	switch p {
	case actorsPane:
		return m.actors.cur == i
	case signalsPane:
		return m.signals.cur == i
	}
	return m.statements.cur == i
}

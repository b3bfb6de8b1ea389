package ui

import (
	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// mover is what every list of a pane can do, whatever its rows are.
type mover interface {
	move(by int)
	to(i int)
	rest()
}

// focused is the list that the keys move: that of the focused pane. Evidence
// follows the list behind it, as a mail reader's preview does.
func (m *Model) focused() (mover, int) {
	switch m.plan.focus {
	case actorsPane:
		m.fillActors()
		return &m.actors.list, len(m.actors.rows)
	case signalsPane:
		m.fillSignals()
		return &m.signals.list, len(m.signals.rows)
	}
	m.fillStatements()
	return &m.statements.list, len(m.statements.rows)
}

// scrollBy carries out the actions that move within a list or an open page.
func (m *Model) scrollBy(a action) bool {
	by, whole := 0, false
	page := max(1, m.pageHeight()-2)
	switch a {
	case "up":
		by = -1
	case "down":
		by = 1
	case "page-up":
		by, whole = -page, true
	case "page-down":
		by, whole = page, true
	case "half-up":
		by, whole = -page/2, true
	case "half-down":
		by, whole = page/2, true
	case "top", "bottom":
	default:
		return false
	}
	if n := m.choices(); n > 0 && by != 0 && !whole {
		m.chooseRow(max(0, min(m.page.cur+by, n-1)))
		m.page.moved = true
		return true
	}
	if m.page != nil && (whole || !m.page.kind.ofRow() || m.plan.zoomed && by == 0) {
		switch a {
		case "top":
			m.page.scroll = 0
		case "bottom":
			m.page.scroll = 1 << 30 // drawing brings it back to the last line
		default:
			m.page.scroll = max(0, m.page.scroll+by)
		}
		return true
	}
	if m.plan.focus == timelinePane && !whole && by != 0 {
		m.step(by, nil)
		return true
	}
	l, n := m.focused()
	switch a {
	case "top":
		l.rest()
	case "bottom":
		l.to(n - 1)
	default:
		l.move(by)
	}
	if m.page != nil {
		m.page.scroll, m.page.pinned = 0, model.Ref{}
	}
	return true
}

// chooseRow puts the cursor of an open page on a row that it has.
func (m *Model) chooseRow(i int) {
	m.page.cur = i
	switch m.page.kind {
	case changesPage, alertsPage:
		m.page.chooseListed(m.listedRows(), i)
	case conflictsPage:
		m.chooseAccount(i)
	}
}

// pageHeight is how many lines of the focused pane, or of an open page, show.
func (m *Model) pageHeight() int {
	p := m.plan.focus
	if m.page != nil {
		p = pagePane
	}
	if r, ok := m.lay.find(p); ok {
		return r.h - 1
	}
	return m.h / 2
}

// arrange carries out the actions that move the focus or the panes.
func (m *Model) arrange(a action) bool {
	switch a {
	case "next-pane":
		m.focusOn(m.shownAfter(func(p paneID) paneID { return p%timelinePane + 1 }))
	case "previous-pane":
		m.focusOn(m.shownAfter(func(p paneID) paneID { return (p+timelinePane-2)%timelinePane + 1 }))
	case "actors":
		m.focusOn(actorsPane)
	case "statements":
		m.focusOn(statementsPane)
	case "signals":
		m.focusOn(signalsPane)
	case "timeline":
		m.focusOn(timelinePane)
	case "zoom":
		m.plan.zoomed = !m.plan.zoomed
	default:
		return false
	}
	return true
}

// shownAfter is the next pane that is not hidden; the statements never are.
func (m *Model) shownAfter(next func(paneID) paneID) paneID {
	p := next(m.plan.focus)
	for m.plan.hidden[p] {
		p = next(p)
	}
	return p
}

// hide puts the focused pane away; its number brings it back.
func (m *Model) hide() tea.Cmd {
	p := m.plan.focus
	if p == statementsPane || m.page != nil {
		return m.tell("the statements stay; "+m.keys.hint("zoom")+" zooms another pane over them", false)
	}
	m.focusOn(statementsPane)
	m.plan.hidden[p], m.plan.zoomed = true, false
	return tea.Batch(m.tell(itoa(int(p))+" brings the pane back", false), m.save("hidden", m.hiddenPanes()))
}

// focusOn gives a pane the keys, and shows it where it was hidden.
func (m *Model) focusOn(p paneID) {
	m.plan.hidden[p] = false
	if m.page != nil && !m.page.kind.ofRow() {
		m.page = nil
	}
	m.plan.focus = p
	if p == signalsPane && !m.signals.touched {
		m.pointAtSignal()
	}
}

func (m *Model) resize(by int) {
	p := m.plan.focus
	if m.page != nil {
		p, by = pagePane, -by
	}
	if p == statementsPane {
		p, by = signalsPane, -by // they share a border
	}
	m.plan.grow[p] = clampSize(m.plan.grow[p]+by, -60, 60)
}

// rowUnderCursor is the fact that the focused pane's cursor stands on.
func (m *Model) rowUnderCursor() model.Ref {
	switch m.plan.focus {
	case actorsPane:
		m.fillActors()
		if a, ok := m.actors.row(); ok {
			return m.actors.byID(a).Last
		}
	case signalsPane:
		m.fillSignals()
		if ref, ok := m.signals.row(); ok {
			return ref
		}
	case timelinePane:
		if s, ok := m.here(); ok {
			return s.Ref
		}
	default:
		m.fillStatements()
		if r, ok := m.statements.row(); ok {
			return r
		}
	}
	return model.Ref{}
}

// actorUnderCursor is whom the focused row is about: its speaker or sender.
func (m *Model) actorUnderCursor() string {
	if m.plan.focus == actorsPane {
		m.fillActors()
		id, _ := m.actors.row()
		return id
	}
	ref := m.rowUnderCursor()
	if s, ok := m.statement(ref); ok {
		return s.Speaker.ID
	}
	if s, ok := m.signal(ref); ok {
		return s.Signal.Sender
	}
	if e, ok := m.board.Event(ref); ok && len(e.Event.Participants) > 0 {
		return e.Event.Participants[0]
	}
	return ""
}

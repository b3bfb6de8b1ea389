package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// nextUnseen goes to the next new thing that was not visited yet, oldest first: an
// answer or a correction means something only after what it answers, and what arrives
// meanwhile comes at the end, so that nothing is passed over.
func (m *Model) nextUnseen() tea.Cmd {
	list := m.reachable()
	for i, ref := range list {
		if m.visited[ref] {
			continue
		}
		m.plan.zoomed = false
		m.goLive()
		m.visited[ref] = true
		m.show(ref)
		said := itoa(i+1) + " of " + itoa(len(list)) + " new, oldest first"
		if i == len(list)-1 {
			said = itoa(i+1) + " of " + itoa(len(list)) + " new: that was the last"
		}
		return m.tell(said, false)
	}
	if by := m.narrowedBy(); by != "" {
		return m.tell("nothing unseen is left with these filters: "+by, false)
	}
	return m.tell("nothing unseen is left", false)
}

// reachable are the new things that the filters let through.
func (m *Model) reachable() []model.Ref {
	return m.desk.Board(time.Time{}, m.clock).Through(m.fresh, m.current, m.kinds).New
}

// show puts the cursor on a fact, or opens the evidence of one that has no row: an
// event, or a signal that its ladder leaves out.
func (m *Model) show(ref model.Ref) {
	if m.page != nil && m.page.pinned.Kind != model.KindNone {
		m.page = nil
	}
	if !m.reveal(ref) {
		m.page = &page{kind: evidencePage, pinned: ref}
		return
	}
	m.focusOn(statementsPane)
	if ref.Kind == model.KindSignal {
		m.focusOn(signalsPane)
	}
}

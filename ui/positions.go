package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// openPositions shows what the actor under the cursor demanded, offered, refused or
// threatened, topic by topic, and where that turned.
func (m *Model) openPositions() tea.Cmd {
	if m.page != nil && m.page.kind == positionsPage {
		m.closePage()
		return nil
	}
	id := m.actorUnderCursor()
	if id == "" || id == model.Unnamed || id == model.Unknown {
		return m.tell("nobody with a name stands under the cursor", false)
	}
	m.page = &page{kind: positionsPage, actor: id}
	return nil
}

func (m *Model) writePositions(d *doc) {
	t := d.t
	path := m.board.Positions(m.page.actor, "")
	d.row(piece{t.strong, safe(m.nameOf(m.page.actor))}, piece{t.dim, "  as of " + stamp(m.moment(), m.loc())})
	if len(path) == 0 {
		d.para(t.dim, 0, "No demand, offer, refusal or threat on any topic was read.")
		return
	}
	var topics []string
	for _, p := range path {
		if !slices.Contains(topics, p.Topic) {
			topics = append(topics, p.Topic)
		}
	}
	from := 0 // cell of the words
	for _, p := range path {
		from = max(from, width(m.clockTime(p.At))+3)
	}
	for _, topic := range topics {
		d.section(topic)
		for _, p := range path {
			if p.Topic != topic {
				continue
			}
			row, _ := m.statement(p.Ref)
			if p.Turn != "" {
				d.flow(from, []piece{{t.asOfText, "↳ " + spoken(p.Turn)}})
			}
			l := newLine(d.w)
			l.put("", " ").col(t.dim, m.clockTime(p.At), from-2)
			sure := surenessOf(row.Certainty)
			l.put(sure.pick(t), sure.glyph+" ").put(kindStyle(t, row.Statement), statementKind(row))
			d.lines = append(d.lines, l.done())
			st := t.text
			if row.Struck {
				st = t.dim.with(t.struck)
			}
			told, whole := row.Told()
			if !whole {
				told = quoted(row.Statement)
			}
			d.para(st, from, safe(told))
			if len(row.Evidence) > 0 {
				by := row.Evidence[0].Feed.Name
				if n := row.Reports; n > 1 {
					by += " and " + model.Counted(n-1, "other report", "other reports")
				}
				d.flow(from, []piece{{t.dim, by}})
			}
		}
	}
}

package ui

import (
	"parley/model"
)

// actorLines are the lines of an actor, kept while the board and the width stay. In a
// pane with room what they said last goes on below.
func (m *Model) actorLines(i int, s sight) []string {
	v := &m.actors
	if under := s.idle(); under != v.under {
		v.under = under
		if v.lines == nil {
			v.lines = map[int][]string{}
		}
		clear(v.lines)
	}
	lines, ok := v.lines[i]
	if !ok {
		lines = m.drawActor(v.byID(v.rows[i]), v.under, false)
		v.lines[i] = lines
	}
	return lines
}

// writeStoryBeside lists the other reports of the story that a fact stands in, in the
// lines that are left.
func (m *Model) writeStoryBeside(d *doc, ref model.Ref, room int) {
	item, ok := m.itemOf(ref)
	if !ok {
		return
	}
	items := m.board.StoryItems(m.board.StoryOf(item))
	if len(items) < 2 || room-len(d.lines) < 4 {
		return
	}
	t := d.t
	d.section("In the same story")
	for i := len(items) - 1; i >= 0; i-- {
		left := room - len(d.lines)
		if left <= 1 && i > 0 {
			d.row(piece{t.dim, "… and " + itoa(i+1) + " more; " + m.keys.hint("story") + " shows all"})
			return
		}
		row, _ := m.board.Item(items[i])
		l := newLine(d.w).col(t.dim, m.clockTime(row.First), 13)
		l.col(t.strong, safe(row.Feed.Name), clampSize(d.w/4, 12, 24)).put("", " ").put(t.text, newsOf(row.Version))
		d.lines = append(d.lines, l.done())
	}
}

// writeAhead says what came of the talks and which part of the agenda is next.
func (m *Model) writeAhead(d *doc, room int) {
	t, stops := d.t, m.momentsNow()
	if m.narrowedBy() != "" {
		stops = m.board.Moments(model.Filter{})
	}
	for _, o := range m.outcomes(stops) {
		if len(d.lines) < room {
			d.row(piece{o.sure.pick(t), o.sure.glyph + " "}, piece{t.text, o.title}, piece{t.dim, "  " + m.when(o.at) + ", " + o.sure.word})
		}
	}
	for _, p := range m.board.Phases() {
		if p.Status == model.PhasePlanned && p.Phase.Start.After(m.moment()) && len(d.lines) < room {
			d.row(piece{t.dim, "╌ "}, piece{t.text, p.Phase.Title}, piece{t.dim, "  planned " + m.clockTime(p.Phase.Start)})
			return
		}
	}
}

package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// drawWatch is what an editor should not miss, in a few lines: accounts that
// contradict each other, deadlines, overdue parts of the agenda, what was corrected
// since the last look, feeds that fail. Wide screens have room for it.
func (m *Model) drawWatch(r rect) []string {
	s := m.sight(watchPane, r)
	key := watchSight{sight: s, feeds: m.feedsStamp(), corrected: len(m.fresh.Corrected), at: m.moment().Unix() / 60}
	return m.watch.get(key, func() []string {
		d := &doc{t: m.theme, w: r.w - 3}
		m.writeWatch(d)
		lines := []string{m.heading(s, watchPane, "To watch", m.keys.hint("conflicts")+" conflicts · "+m.keys.hint("changes")+" changes")}
		for _, l := range d.lines[:min(len(d.lines), s.h-1)] {
			lines = append(lines, "  "+l+" ")
		}
		return fill(lines, r.w, r.h)
	})
}

type watchSight struct {
	sight
	feeds, corrected int
	at               int64 // minutes
}

// maxWatched is how many open conflicts there is room for beside the rest; c shows all.
const maxWatched = 4

func (m *Model) writeWatch(d *doc) {
	t := d.t
	entry := func(st style, glyph, head, rest string) {
		indent := width(glyph) + 1
		for i, part := range wrap(safe(head), d.w-indent, 2) {
			l := newLine(d.w)
			if i == 0 {
				l.put(st, glyph)
			}
			d.lines = append(d.lines, l.gap(indent).put(t.text, part).done())
		}
		for _, part := range wrap(safe(rest), d.w-indent, 2) {
			d.lines = append(d.lines, newLine(d.w).gap(indent).put(t.dim, part).done())
		}
	}
	for _, c := range m.board.OpenConflicts(maxWatched) {
		var says []string
		for _, side := range c.Sides {
			says = append(says, saysOf(side))
		}
		entry(t.disputed, "≠", c.Topic, strings.Join(says, " / "))
	}
	m.fillSignals()
	for _, ladder := range m.signals.ladders {
		if at, why := m.board.Next(&ladder); at.After(m.moment()) {
			entry(t.asOfText, "!", m.tag(ladder.Target.ID)+": "+why+" "+m.countdown(at), "")
		}
	}
	for _, p := range m.board.Phases() {
		if p.Status == model.PhaseOverdue {
			entry(t.asOfText, "?", p.Phase.Title, "planned for "+m.clockTime(p.Phase.Start)+", no report that it was held")
		}
	}
	for _, ref := range m.fresh.Corrected {
		_, text := m.briefly(ref)
		entry(t.disputed, "±", text, "")
	}
	for _, h := range m.health {
		if h.Failing() {
			entry(t.bad, "×", h.Feed.Name, h.State.LastError)
		}
	}
	if len(d.lines) == 0 {
		d.para(t.dim, 0, "No conflict, no deadline, nothing overdue or corrected; every feed answers.")
	}
}

// drawPreview shows the evidence of the row that the cursor rests on, on screens
// with room for it beside the panes.
func (m *Model) drawPreview(r rect) []string {
	s := m.sight(previewPane, r)
	key := pageSight{sight: s, ref: m.preview, kind: evidencePage}
	return m.previewed.get(key, func() []string {
		d := &doc{t: m.theme, w: r.w - 3}
		m.writeEvidence(d, m.preview)
		lines := []string{m.heading(s, previewPane, "Evidence", m.keys.hint("evidence")+" opens")}
		for _, l := range d.lines[:min(len(d.lines), s.h-1)] {
			lines = append(lines, "  "+l+" ")
		}
		return fill(lines, r.w, r.h)
	})
}

// followPreview lets the preview follow the cursor once it rests: a key that is held down
// sends no evidence that nobody could read.
func (m *Model) followPreview() tea.Cmd {
	if _, shown := m.lay.find(previewPane); !shown {
		return nil
	}
	ref := m.rowUnderCursor()
	if ref == m.preview {
		m.resting = ref
		return nil
	}
	if _, there := m.leading(m.preview); m.still || !there {
		m.preview, m.resting = ref, ref
		return nil
	}
	if ref == m.resting {
		return nil // its rest is being waited for
	}
	m.resting = ref
	return tea.Tick(previewAfter, func(time.Time) tea.Msg { return restedMsg{ref} })
}

// previewAfter is how long the cursor rests before the preview follows it: longer
// than the gap between two presses of a key that repeats.
const previewAfter = 120 * time.Millisecond

type restedMsg struct{ ref model.Ref }

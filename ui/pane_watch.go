package ui

import (
	"cmp"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// drawWatch is what an editor should not miss, in a few lines: accounts that
// contradict each other, deadlines, overdue parts of the agenda, what was corrected
// since the last look, feeds that fail. Wide screens have room for it; no filter narrows it.
func (m *Model) drawWatch(r rect) []string {
	s := m.sight(watchPane, r)
	key := watchSight{sight: s, feeds: m.healthNo, corrected: len(m.fresh.Corrected), at: m.moment().Unix() / 60}
	return m.watch.get(key, func() []string {
		d := &doc{t: m.theme, w: r.w - 3}
		m.writeWatch(d, s.h-1)
		name := "To watch"
		if m.narrowedBy() != "" {
			name += ", unfiltered"
		}
		lines := []string{m.heading(s, watchPane, name, m.keys.hint("conflicts")+" conflicts · "+m.keys.hint("changes")+" changes")}
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

// leastWatched is how many open conflicts show at least; c shows all.
const leastWatched = 4

// writeWatch writes what there is to watch. Of the room, in lines, conflicts get half, or two thirds where few of them have two for each side.
func (m *Model) writeWatch(d *doc, room int) {
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
	conflicts := m.board.OpenConflicts(max(leastWatched, room/6))
	each, sides := 1, 0
	for _, c := range conflicts {
		sides += len(c.Sides)
	}
	if room >= 30 || 3*(len(conflicts)+2*sides) <= 2*room {
		each = 2
	}
	for _, c := range conflicts {
		var says []string
		for _, side := range c.Sides {
			says = append(says, m.saysOf(side))
		}
		if c.Kind == "time" || c.Kind == "plan" {
			says = m.timesApart(says)
		}
		entry(t.disputed, "≠", c.Topic, "")
		d.sides(says, each)
	}
	for _, ladder := range m.everyLadder() {
		if at, why := m.board.Next(&ladder); at.After(m.moment()) {
			entry(t.asOfText, "!", cmp.Or(m.tag(ladder.Target.ID), "no target named")+": "+why+" "+m.countdown(at), "")
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
	if m.outage.Down {
		entry(t.bad, "×", sentence(m.outage.String()), "")
	}
	for _, h := range m.health {
		if m.fails(h) && !m.outage.Explains(h.Try()) {
			entry(t.bad, "×", h.Feed.Name, h.State.LastError)
		}
	}
	if len(d.lines) == 0 {
		d.para(t.dim, 0, "No conflict, no deadline, nothing overdue or corrected; every feed answers.")
	}
	m.writeAhead(d, room)
}

// everyLadder are the ladders whatever the filters leave.
func (m *Model) everyLadder() []model.Ladder {
	if m.narrowedBy() != "" {
		return m.board.Ladders(model.Filter{})
	}
	m.fillSignals()
	return m.signals.ladders
}

// sides writes accounts beside each other where two lines hold them, else each on its
// own, in so many lines, so that every side is heard.
func (d *doc) sides(says []string, each int) {
	parts := wrap(curled(safe(strings.Join(says, " / "))), d.w-2, 0)
	if len(parts) > 2 {
		parts = nil
		for _, side := range says {
			parts = append(parts, wrap(curled(safe(side)), d.w-2, each)...)
		}
	}
	for _, part := range parts {
		d.lines = append(d.lines, newLine(d.w).gap(2).put(d.t.dim, part).done())
	}
}

// timesApart shortens accounts of a time, "Tue 20 May 11:00 AKDT (planned)", to what
// sets them apart, "11:00 planned". Their day, where they all mean the same, is said
// once, or not at all where it is the day shown; so is the zone.
func (m *Model) timesApart(says []string) []string {
	const day, zone = 3, 4 // words of the day; place of the zone
	var words [][]string
	for _, s := range says {
		w := strings.Fields(s)
		if len(w) <= zone || len(words) > 0 && (w[zone] != words[0][zone] || !slices.Equal(w[:day], words[0][:day])) {
			return says
		}
		words = append(words, w)
	}
	out := make([]string, len(says))
	for i, w := range words {
		out[i] = strings.Trim(strings.Join(append([]string{w[day]}, w[zone+1:]...), " "), "()")
		out[i] = strings.Replace(out[i], " (", " ", 1)
	}
	if z := words[0][zone]; z != abbrev(m.moment(), m.loc()) {
		out[len(out)-1] += " " + z
	}
	if on := strings.Join(words[0][:day], " "); on != m.moment().In(m.loc()).Format("Mon 2 Jan") {
		out[0] = on + " " + out[0]
	}
	return out
}

// drawPreview shows the evidence of the row that the cursor rests on, on screens
// with room for it beside the panes.
func (m *Model) drawPreview(r rect) []string {
	s := m.sight(previewPane, r)
	key := pageSight{sight: s, ref: m.preview, kind: evidencePage}
	return m.previewed.get(key, func() []string {
		d := &doc{t: m.theme, w: r.w - 3}
		m.writeEvidence(d, m.preview)
		m.writeStoryBeside(d, m.preview, s.h-1)
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

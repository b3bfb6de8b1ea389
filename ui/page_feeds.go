package ui

import (
	"time"

	"parley/model"
)

// writeFeeds says of every feed what works, what fails and why, what fails first.
func (m *Model) writeFeeds(d *doc) {
	t := d.t
	if m.replay() {
		d.para(t.dim, 0, "A replay asks nobody: what these feeds showed is recorded.")
		d.blank()
	}
	if m.outage.Down {
		d.para(t.bad, 0, sentence(m.outage.String()))
		d.para(t.dim, 0, "Parley goes on asking, ever less often, and shows here when a server answers.")
		d.blank()
	}
	names := 0
	for _, h := range m.health {
		names = max(names, width(safe(h.Feed.Name)))
	}
	names = min(names, 34, d.w/2)
	for _, failing := range []bool{true, false} {
		for _, h := range m.health {
			if m.fails(h) == failing {
				m.writeFeed(d, h, names)
			}
		}
	}
	if len(m.health) == 0 {
		d.para(t.dim, 0, "No feeds are configured.")
	}
}

// writeFeed says how one feed does, its name in a column of so many cells.
func (m *Model) writeFeed(d *doc, h FeedHealth, names int) {
	t, s := d.t, h.State
	glyph, st := "●", t.good
	switch {
	case h.Asking:
		glyph, st = "◌", t.accent
	case m.fails(h):
		glyph, st = "×", t.bad
	case !h.Asked(), h.Failing():
		glyph, st = "·", t.dim
	}
	l := newLine(d.w)
	l.put(st, glyph+" ").col(t.strong, safe(h.Feed.Name), names).put("", "  ")
	for i, part := range m.feedTimes(h) {
		if i > 0 {
			part = " · " + part
		}
		if i == 0 || width(part) <= l.room() {
			l.put(t.dim, part)
		}
	}
	d.lines = append(d.lines, l.done())
	if m.leftOver(h) {
		d.row(piece{t.dim, "  failed while no server could be reached, and is still to be asked again"})
	} else if h.Failing() && !m.outage.Explains(h.Try()) {
		why := s.LastError
		if s.Gone {
			why = "gone for good (410); it is asked no more. Take it out of the config or find its new address; `parley feeds check` finds out whether it is back."
		}
		if s.Failures > 1 && !s.Gone {
			why += " (" + itoa(s.Failures) + " times in a row)"
		}
		d.para(t.bad, 2, why)
	}
	if wished := h.Feed.Every; wished > 0 && s.Interval > wished && !h.Failing() && s.IntervalWhy != "" {
		d.para(t.asOfText, 2, "its every is "+ago(wished)+", but it is asked every "+ago(s.Interval)+": "+s.IntervalWhy)
	}
	if s.Skew.Abs() > time.Minute {
		d.row(piece{t.asOfText, "  its clock is off by " + ago(s.Skew)})
	}
	if stale := m.now.Sub(s.LastNew); !s.LastNew.IsZero() && stale > 24*time.Hour {
		d.row(piece{t.dim, "  nothing new for " + ago(stale)})
	}
}

// feedTimes are when a feed answered and will be asked, what is worth most first.
func (m *Model) feedTimes(h FeedHealth) []string {
	s := h.State
	if m.replay() && !h.Asked() {
		return []string{"recorded"}
	}
	var parts []string
	switch {
	case h.Asking:
		parts = append(parts, "being asked")
	case !h.Asked():
		parts = append(parts, "not asked yet")
	case s.LastSuccess.IsZero():
		parts = append(parts, "never answered")
	default:
		parts = append(parts, "answered "+ago(m.now.Sub(s.LastSuccess))+" ago")
	}
	if due := s.NextDue.Sub(m.now); !s.NextDue.IsZero() && !s.Gone {
		if due > 0 {
			parts = append(parts, "next in "+ago(due))
		} else {
			parts = append(parts, "due now")
		}
	}
	if s.Items > 0 {
		parts = append(parts, model.Counted(s.Items, "item", "items"))
	}
	if s.Interval > 0 {
		parts = append(parts, "every "+ago(s.Interval))
	}
	return parts
}

package ui

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
)

// deskEmpty reports whether there is nothing to show at any moment yet.
func (m *Model) deskEmpty() bool {
	if !m.filled && m.at.IsZero() {
		m.filled = len(m.board.Items(model.Filter{})) > 0 // a record only grows
		return !m.filled
	}
	return false
}

// welcomeHeight is how many lines the welcome has at least where the timeline, with
// the agenda on it, stands below it.
const welcomeHeight = 24

// welcomeAnd is the welcome and, where there is room and an agenda, the timeline.
func (m *Model) welcomeAnd(h int) []string {
	if len(m.lay.foot) == 0 || len(m.summit.Agenda) == 0 || h-m.lay.foot[0].h < welcomeHeight {
		return m.welcome(m.w, h)
	}
	foot := m.lay.foot[0]
	return append(m.welcome(m.w, h-foot.h), m.drawPane(foot)...)
}

// welcome explains a live desk on which nothing has arrived yet: who is being
// asked, what failed and why, how to see the demo, and where the config is.
func (m *Model) welcome(w, h int) []string {
	t := m.theme
	wide := min(w-4, 96)
	d := &doc{t: t, w: wide}
	asked, failed, asking := 0, 0, 0
	for _, f := range m.health {
		if f.Asked() {
			asked++
		}
		if m.fails(f) {
			failed++
		}
		if f.Asking {
			asking++
		}
	}
	if h > 14 {
		d.blank()
	}
	d.row(piece{t.strong, "Nothing has arrived yet."})
	switch {
	case m.replay():
		d.para(t.dim, 0, "The recording begins soon; "+m.keys.hint("faster")+" plays it faster.")
	case len(m.health) == 0:
		d.para(t.dim, 0, "No feeds are configured, so nothing will. Write [[feeds]] sections into the config, which takes none from the built-in one, or add those of a list with parley feeds import FILE.")
	case m.outage.Down:
		d.para(t.bad, 0, sentence(m.outage.String()))
	case asked < len(m.health) || asking > 0:
		d.para(t.dim, 0, "Asking the feeds, each one politely; the first answers fill the panes.")
	case failed == len(m.health):
		d.para(t.bad, 0, "No feed could be read; each says why.")
	default:
		d.para(t.dim, 0, "The feeds answered, but none had an item yet.")
	}
	if n := len(m.health); n > 0 {
		d.blank()
		d.progress(asked, failed, n)
		d.blank()
		m.welcomeFeeds(d, h-len(d.lines)-5)
	}
	d.blank()
	d.flow(0, []piece{{t.key, "parley demo"}, {t.dim, "   the Alaska summit of August 2025, recorded, without a network"}})
	config := m.opts.ConfigPath
	if config == "" {
		config = "the built-in one; `parley config init` writes a copy to change"
	}
	d.flow(0, []piece{{t.dim, "config        "}, {t.text, config}})
	if m.opts.StorePath != "" {
		d.flow(0, []piece{{t.dim, "record        "}, {t.text, m.opts.StorePath}})
	}
	left := (w - wide) / 2
	out := make([]string, 0, h)
	for _, line := range d.lines {
		out = append(out, spaces(left)+line+spaces(w-left-wide))
	}
	return fill(out, w, max(h, 0))
}

// progress draws how many of n feeds were asked.
func (d *doc) progress(asked, failed, n int) {
	t, l := d.t, newLine(d.w)
	bar := min(40, d.w-30)
	done := bar * asked / n
	l.put(t.accent, strings.Repeat("━", max(0, done))).put(t.faint, strings.Repeat("━", max(0, bar-done)))
	l.put(t.text, "  "+itoa(asked)+" of "+itoa(n)+" asked")
	if failed > 0 {
		l.put(t.bad, ", "+itoa(failed)+" failed")
	}
	d.lines = append(d.lines, l.done())
}

// welcomeFeeds lists the feeds, those that failed first, with the reason in words.
func (m *Model) welcomeFeeds(d *doc, room int) {
	t := d.t
	rank := func(f FeedHealth) int {
		switch {
		case m.fails(f):
			return 0
		case f.Asking:
			return 1
		}
		return 2
	}
	order := slices.Clone(m.health)
	slices.SortStableFunc(order, func(a, b FeedHealth) int { return cmp.Compare(rank(a), rank(b)) })
	for i, f := range order {
		if i >= room-1 && i < len(order)-1 {
			d.row(piece{t.dim, "  … and " + itoa(len(order)-i) + " more; " + m.keys.hint("feeds") + " shows all"})
			return
		}
		l := newLine(d.w)
		switch {
		case m.fails(f):
			l.put(t.bad, "× ").col(t.text, safe(f.Feed.Name), 30)
			if m.outage.Explains(f.Try()) {
				break
			}
			why := wrap(safe(f.State.LastError), d.w-l.w-1, max(1, min(3, room-len(order))))
			for _, part := range why[:max(0, len(why)-1)] {
				d.lines = append(d.lines, l.put("", " ").put(t.bad, part).done())
				l = newLine(d.w).gap(32)
			}
			if len(why) > 0 {
				l.put("", " ").put(t.bad, why[len(why)-1])
			}
		case f.Asking:
			l.put(t.accent, "◌ ").col(t.text, safe(f.Feed.Name), 30).put(t.dim, " asking …")
		case f.Asked() && !f.Failing():
			l.put(t.good, "● ").col(t.text, safe(f.Feed.Name), 30).put(t.dim, " answered")
		default:
			l.put(t.dim, "· ").col(t.dim, safe(f.Feed.Name), 30).put(t.dim, " waits its turn")
		}
		d.lines = append(d.lines, l.done())
	}
}

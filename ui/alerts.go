package ui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// alertLog is what rang. At most one thing rings in alertGap: a bell that never
// stops is a bell that nobody hears.
type alertLog struct {
	entries []alert // oldest first
	last    time.Time
	known   map[model.Ref]bool
}

type alert struct {
	at     time.Time
	ref    model.Ref
	why    string
	text   string // as it read when it rang
	silent bool
}

const (
	alertGap  = 10 * time.Second
	alertsMax = 500
)

// ring asks the watch rules about what arrived since the last wake, whatever moment the
// reader looks at.
func (m *Model) ring() tea.Cmd {
	if m.opts.Ring == nil || m.frozen {
		return nil
	}
	if m.alerts.known == nil {
		m.alerts.known = map[model.Ref]bool{}
	}
	var loud *alert
	live := m.onLive()
	for _, ref := range m.fresh.New {
		if m.alerts.known[ref] {
			continue
		}
		m.alerts.known[ref] = true
		why, rings := m.opts.Ring(live.board, ref)
		if !rings {
			continue
		}
		a := alert{at: m.now, ref: ref, why: safe(why), silent: m.opts.Quiet || m.now.Sub(m.alerts.last) < alertGap || live.isOld(ref)}
		a.text, _ = live.alertText(a)
		if !a.silent {
			m.alerts.last = m.now
			loud = &a
		}
		m.alerts.entries = append(m.alerts.entries, a)
	}
	if n := len(m.alerts.entries) - alertsMax; n > 0 {
		m.alerts.entries = m.alerts.entries[n:]
	}
	if loud == nil || m.still {
		return nil
	}
	// The bell, and a notification in both spellings that terminals know.
	return tea.Batch(m.tell("alert: "+loud.why+": "+loud.text, false),
		tea.Raw("\a\x1b]9;Parley: "+loud.text+"\a\x1b]777;notify;Parley;"+loud.text+"\a"))
}

// onLive is the model as it would be at the moment now, to look things up there.
func (m *Model) onLive() *Model {
	if m.at.IsZero() {
		return m
	}
	live := *m
	live.at, live.board, live.rows = time.Time{}, m.desk.Board(time.Time{}, m.clock), rows{}
	live.rows.forget()
	return &live
}

// alertText is what rang, without the speaker where the reason names them; not ok where
// the board does not have it.
func (m *Model) alertText(a alert) (text string, ok bool) {
	at, text := m.briefly(a.ref)
	if who, words, cut := strings.Cut(text, ": "); cut && strings.HasPrefix(a.why, who+" ") {
		text = words
	}
	return text, !at.IsZero()
}

// isOld reports whether a fact was old news when it came.
func (m *Model) isOld(ref model.Ref) bool {
	e, ok := m.leading(ref)
	if !ok {
		return false
	}
	_, old := m.told(e.Seen, []model.Evidence{e})
	return old
}

// writeAlerts lists what rang, newest first.
func (m *Model) writeAlerts(d *doc) {
	if len(m.alerts.entries) == 0 {
		d.para(d.t.dim, 0, "Nothing has rung. The [watch] part of the config says what rings.")
		return
	}
	t, p := d.t, m.page
	chosen := m.listed()
	for i, a := range slices.Backward(m.alerts.entries) {
		here, from := a.ref == chosen, len(d.lines)
		how := ""
		if a.silent {
			how = " (silent)"
		}
		l := m.begin(d.w, here, true, false)
		if here {
			l.choose(t)
		}
		l.put(t.dim, m.clockTime(a.at)+"  ").lift().put(t.strong, a.why).put(t.dim, how)
		d.lines = append(d.lines, l.done())
		text, ok := m.alertText(a) // it may have been taken back since
		if !ok {
			text = a.text
		}
		for _, part := range wrap(safe(text), d.w-4, 0) {
			d.lines = append(d.lines, m.begin(d.w, here, true, false).put("", "  ").put(t.text, part).done())
		}
		if here {
			p.line, p.tall = len(d.lines)-1, len(d.lines)-from
		}
		p.took(len(m.alerts.entries)-1-i, from, d)
	}
}

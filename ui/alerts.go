package ui

import (
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
	why    string
	text   string
	silent bool
}

const (
	alertGap  = 10 * time.Second
	alertsMax = 500
)

// ring asks the watch rules about what arrived since the last wake.
func (m *Model) ring() tea.Cmd {
	if m.opts.Ring == nil || m.frozen {
		return nil
	}
	if m.alerts.known == nil {
		m.alerts.known = map[model.Ref]bool{}
	}
	var loud *alert
	for _, ref := range m.fresh.New {
		if m.alerts.known[ref] {
			continue
		}
		m.alerts.known[ref] = true
		why, rings := m.opts.Ring(m.board, ref)
		if !rings {
			continue
		}
		_, text := m.briefly(ref)
		if who, words, ok := strings.Cut(text, ": "); ok && strings.HasPrefix(why, who+" ") {
			text = words // the reason names the speaker
		}
		a := alert{at: m.now, why: safe(why), text: text, silent: m.opts.Quiet || m.now.Sub(m.alerts.last) < alertGap || m.isOld(ref)}
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
	for i := len(m.alerts.entries) - 1; i >= 0; i-- {
		a := m.alerts.entries[i]
		how := ""
		if a.silent {
			how = " (silent)"
		}
		d.row(piece{d.t.dim, m.clockTime(a.at) + "  "}, piece{d.t.strong, a.why}, piece{d.t.dim, how})
		d.para(d.t.text, 2, a.text)
	}
}

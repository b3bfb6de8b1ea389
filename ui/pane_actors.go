package ui

import (
	"strings"

	"parley/model"
)

// actorsView is pane 1: who is on stage, how much they say, and what they said last.
type actorsView struct {
	list[string]
	byID  map[string]model.ActorRow
	stale bool
	cache cache[sight]
}

// fillActors asks the board for its actors where the board is a new one. Everyone
// stays in the list while one of them is followed.
func (m *Model) fillActors() {
	if !m.actors.stale {
		return
	}
	m.actors.stale = false
	f := m.current
	f.Actor = m.asked.Actor
	rows := m.board.Actors(f)
	ids := make([]string, len(rows))
	m.actors.byID = make(map[string]model.ActorRow, len(rows))
	for i, r := range rows {
		ids[i] = r.Actor.ID
		m.actors.byID[r.Actor.ID] = r
	}
	m.actors.set(ids)
}

func (m *Model) drawActors(r rect) []string {
	m.fillActors()
	v := &m.actors
	v.scroll(r.h-1, func(int) int { return 1 })
	s := m.sight(actorsPane, r)
	s.cur, s.top, s.n = v.cur, v.top, len(v.rows)
	return v.cache.get(s, func() []string {
		lines := []string{m.heading(s, actorsPane, "Actors", countOf(len(v.rows)))}
		if len(v.rows) == 0 {
			return m.message(lines, s, m.whyEmpty("Nobody has been named yet."))
		}
		for i := v.top; i < len(v.rows) && len(lines) < s.h; i++ {
			lines = append(lines, m.actorLine(v.byID[v.rows[i]], s, i == v.cur))
		}
		return fill(lines, s.w, s.h)
	})
}

// actorLine: name, number of statements, trend, when and, where there is room,
// what was said last.
func (m *Model) actorLine(a model.ActorRow, s sight, selected bool) string {
	t := m.theme
	var last model.StatementRow
	said := false
	if a.Last.Kind == model.KindStatement {
		last, said = m.statement(a.Last)
	}
	l := m.begin(s.w, selected, s.focused, said && m.unseen(last.Seen, a.Last))
	nameWidth := clampSize(s.w-2-4-13-7, 12, 24)
	st := t.side(sideOf(a.Actor))
	if m.follow == a.Actor.ID {
		st = st.with("1;4")
		if t.strong == "" {
			st = ""
		}
	}
	l.col(st, shortName(speakerName(a.Actor, model.Speaker{}), a.Actor.Kind, nameWidth), nameWidth)
	l.lift().colRight(t.strong, itoa(a.Statements), 4)
	if s.w >= 2+nameWidth+4+13+7 {
		l.put("", " ").put(t.dim, spark(a.Trend))
	}
	if !a.LastAt.IsZero() {
		l.colRight(t.dim, m.when(a.LastAt), 7)
	}
	if l.room() > 16 && said {
		l.put("", "  ").put(t.text, quoted(last.Statement))
	}
	return l.done()
}

func sideOf(a model.Actor) string {
	if a.Side != "" {
		return a.Side
	}
	if a.State != "" {
		return a.State
	}
	return a.ID
}

var bars = []rune("▁▂▃▄▅▆▇█")

// spark draws the last six hours, one cell per half hour.
func spark(trend [12]uint16) string {
	top := uint16(1)
	for _, n := range trend {
		top = max(top, n)
	}
	var b strings.Builder
	for _, n := range trend {
		if n == 0 {
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(bars[min(len(bars)-1, int(n)*len(bars)/int(top+1))])
	}
	return b.String()
}

func countOf(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}

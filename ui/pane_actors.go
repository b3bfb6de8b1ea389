package ui

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"parley/model"
)

// actorsView is pane 1: who is on stage, how much they say, and what they said last.
type actorsView struct {
	list[string]
	all   []model.ActorRow // as the board has them
	place map[string]int   // of an actor, in all
	stale bool
	cache cache[sight]
	lines map[int][]string // of the rows without the cursor, under the key below
	under sight
}

// fillActors asks the board for its actors where the board is a new one. Everyone
// stays in the list while one of them is followed. Heads of the parties who spoke
// come first, then those most heard, then those who only sent signals.
func (m *Model) fillActors() {
	if !m.actors.stale {
		return
	}
	m.actors.stale = false
	f := m.current
	f.Actor = m.asked.Actor
	v := &m.actors
	v.all = slices.DeleteFunc(m.board.Actors(f), func(a model.ActorRow) bool {
		return !(m.wants(model.KindStatement) && a.Statements > 0 || m.wants(model.KindSignal) && a.Signals > 0)
	})
	type key struct{ place, rank, said, sent int }
	order := make([]key, len(v.all))
	for i := range v.all {
		a := &v.all[i]
		order[i] = key{i, actorRank(a), a.Statements, a.Signals}
	}
	slices.SortFunc(order, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.said, a.said), cmp.Compare(b.sent, a.sent), cmp.Compare(a.place, b.place))
	})
	if v.place == nil {
		v.place = make(map[string]int, len(v.all))
	}
	clear(v.place)
	ids := make([]string, len(order))
	for i, k := range order {
		ids[i] = v.all[k.place].Actor.ID
		v.place[ids[i]] = k.place
	}
	v.set(ids)
}

// byID is the row of an actor on the present board; nil for one that is not on it.
func (v *actorsView) byID(id string) *model.ActorRow {
	if i, ok := v.place[id]; ok {
		return &v.all[i]
	}
	return nil
}

// actorRank is the part of the list that an actor stands in.
func actorRank(a *model.ActorRow) int {
	switch {
	case a.Actor.ID == model.Unnamed, a.Actor.ID == model.Unknown:
		return 3
	case a.Statements == 0:
		return 2
	case a.Actor.Kind == model.Person && (a.Actor.Role == "principal" || a.Actor.Role == "excluded party"):
		return 0
	}
	return 1
}

func (m *Model) drawActors(r rect) []string {
	m.fillActors()
	v := &m.actors
	s := m.sight(actorsPane, r)
	v.scroll(r.h-1, func(i int) int { return len(m.actorLines(i, s)) }, nil)
	s.cur, s.top, s.n = v.cur, v.top, len(v.rows)
	return v.cache.get(s, func() []string {
		order := "principals, most heard"
		if s.w >= 64 {
			order += " · said · latest · last 6 h"
		}
		lines := []string{m.heading(s, actorsPane, "Actors", order)}
		if len(v.rows) == 0 {
			return m.message(lines, s, m.whyEmpty("Nobody has been named yet."))
		}
		for i := v.top; i < len(v.rows) && len(lines) < s.h; i++ {
			if i == v.cur {
				lines = append(lines, m.drawActor(v.byID(v.rows[i]), s, true)...)
				continue
			}
			lines = append(lines, m.actorLines(i, s)...)
		}
		return fill(lines, s.w, s.h)
	})
}

// drawActor: name, number of statements, when last, how often they were heard in the
// last six hours and, where there is room, what was said last. What moves for everyone
// every half hour comes behind what does not: from the first cell of a line that
// changed on, all of it is sent.
func (m *Model) drawActor(a *model.ActorRow, s sight, selected bool) []string {
	t := m.theme
	nameWidth := clampSize(s.w-2-4-13-7, 12, 24)
	var last model.StatementRow
	said, fresh := a.Last.Kind == model.KindStatement, false
	// The words lie in a store: they are asked for only where they make a difference.
	if wordsShow := s.w-2-nameWidth-4-13-7 > 16; said && (wordsShow || m.clock != model.BySeen || a.LastAt.After(m.look)) {
		last, said = m.statement(a.Last)
		fresh = said && m.unseen(last.Seen, a.Last)
	}
	l := m.begin(s.w, selected, s.focused, fresh)
	timeStyle, nameStyle := t.inks(selected && s.focused)
	st := t.side(sideOf(*a.Actor)).with(nameStyle)
	if m.follow == a.Actor.ID {
		st = st.with("1;4")
		if t.strong == "" {
			st = ""
		}
	}
	l.col(st, shortName(safe(m.nameOf(a.Actor.ID)), a.Actor.Kind, nameWidth), nameWidth)
	if a.Statements > 0 {
		l.colRight(t.text, itoa(a.Statements), 4)
	} else {
		l.colRight(t.faint, "·", 4)
	}
	trend := s.w >= 2+nameWidth+4+13+7
	switch {
	case !a.LastAt.IsZero():
		l.colRight(timeStyle, m.when(a.LastAt), 7)
	case l.room() >= 10:
		l.put(t.dim, " "+model.Counted(a.Signals, "signal", "signals"))
		trend = false
	}
	if trend {
		l.put("", " ")
		m.putTrend(l, a.Trend)
	}
	if l.room() <= 16 || !said {
		return []string{l.done()}
	}
	l.put("", "  ")
	most := 1
	if s.h >= 36 {
		most = 2
	}
	from := l.w
	parts := wrap(lastWords(last), l.room(), most)
	if len(parts) == 0 {
		return []string{l.done()}
	}
	out := []string{l.put(t.text, parts[0]).done()}
	for _, part := range parts[1:] {
		out = append(out, m.begin(s.w, selected, s.focused, false).gap(from).put(t.text, part).done())
	}
	return out
}

// sideOf is by what an actor has its colour: its side, else itself.
func sideOf(a model.Actor) string { return cmp.Or(model.SideOf(a), a.ID) }

var bars = []rune("▁▂▃▄▅▆▇█")

// heardUpTo are the numbers of statements in half an hour up to which each bar
// goes: the same for everyone, so that bars of two actors compare.
var heardUpTo = []uint16{1, 2, 4, 7, 12, 20}

// putTrend draws the last six hours, one cell per half hour of the clock, the
// present at the right end. It is in one style: what changes between cells is sent.
func (m *Model) putTrend(l *line, trend [12]uint16) {
	if trend == ([len(trend)]uint16{}) {
		l.put(m.theme.faint, strings.Repeat("·", len(trend)))
		return
	}
	var cells [len(trend)]rune
	for i, n := range trend {
		cells[i] = bars[0]
		if n > 0 {
			cells[i] = bars[1+sort.Search(len(heardUpTo), func(k int) bool { return heardUpTo[k] >= n })]
		}
	}
	l.put(m.theme.accent, string(cells[:]))
}

func countOf(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}

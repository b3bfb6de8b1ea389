package ui

import (
	"slices"
	"strings"

	"parley/model"
)

// What pane 3 goes through with `s`.
const (
	byTarget = iota // ladders, with the newest signals of each
	newest          // all signals, newest first
	actsOnly        // only what was done, not what was said
	signalModes
)

var signalModeNames = [...]string{"by target", "newest first", "acts only"}

// signalsView is pane 3: the sanction signals, by target as a ladder.
type signalsView struct {
	list[model.Ref]
	info     []signalInfo // beside list.rows
	ladders  []model.Ladder
	standing []*model.Standing // of the ladders that were looked at
	mode     int
	room     int // lines of the pane when the rows were chosen
	stale    bool
	cache    cache[sight]
	lines    map[int][]string // of the rows without the cursor, under the key below
	under    sight

	// happened is the signal at the moment shown. The cursor stands on it where it is
	// in sight; further down only a pane that has the keys goes to it, because ladders
	// that change places at every step are hard on the eye.
	happened model.Ref
}

// signalInfo is where a row stands in its ladder.
type signalInfo struct {
	ladder int  // -1 outside of ladders
	first  bool // its ladder's heading stands above it
	hidden int  // rows of the ladder left out after it
}

// ladderRows is how many signals of one ladder show at least before the rest is
// left to the plain list, and ladderMost at most.
const (
	ladderRows = 6
	ladderMost = 40
)

// rowsPerLadder is how many signals of each ladder show: more where all ladders
// still fit into the pane.
func (m *Model) rowsPerLadder() int {
	each := 1
	if r, ok := m.lay.find(signalsPane); ok && (sight{w: r.w, h: r.h}).roomy() {
		each = 2
	}
	lines := func(rows int) int {
		n := 0
		for _, l := range m.signals.ladders {
			n += 2 + each*min(len(l.Refs), rows) // the heading and a blank line
			if len(l.Refs) > rows {
				n++
			}
		}
		return n
	}
	rows := ladderRows
	for rows < ladderMost && lines(rows+1) <= m.signals.room {
		rows++
	}
	return rows
}

func (m *Model) fillSignals() {
	v := &m.signals
	if r, ok := m.lay.find(signalsPane); ok && r.h != v.room {
		v.room, v.stale = r.h, true
	}
	if !v.stale {
		return
	}
	v.stale = false
	var rows []model.Ref
	v.info = v.info[:0]
	v.ladders = m.board.Ladders(m.filterFor(model.KindSignal))
	v.standing = make([]*model.Standing, len(v.ladders))
	if v.mode != byTarget {
		f := m.filterFor(model.KindSignal)
		if v.mode == actsOnly {
			f.Types, f.Anew = actsAmong(f.Types), true
		}
		rows = m.board.Signals(f)
		for range rows {
			v.info = append(v.info, signalInfo{ladder: -1})
		}
		v.set(rows)
		return
	}
	each := m.rowsPerLadder()
	for i, ladder := range v.ladders {
		shown := m.newsFirst(ladder.Refs[max(0, len(ladder.Refs)-each):])
		for k := range shown {
			v.info = append(v.info, signalInfo{ladder: i, first: k == 0})
		}
		rows = append(rows, shown...)
		if n := len(ladder.Refs) - len(shown); n > 0 {
			v.info[len(v.info)-1].hidden = n
		}
	}
	v.set(rows)
}

// newsFirst are some signals of a ladder, newest first, and below them those that are told
// as background, which came about before.
func (m *Model) newsFirst(refs []model.Ref) []model.Ref {
	out := slices.Clone(refs)
	slices.Reverse(out)
	slices.SortStableFunc(out, func(x, y model.Ref) int {
		switch old := m.board.Background(x); {
		case old == m.board.Background(y):
			return 0
		case old:
			return 1
		}
		return -1
	})
	return out
}

// acts are the actions that do something rather than speak of it.
var acts = []string{"imposed", "in-force", "tightened", "reimposed", "licensed", "eased", "suspended", "lifted", "expired", "deferred"}

// actsAmong are the acts among the types that a filter lets through, all of them
// where it has none.
func actsAmong(types []string) []string {
	if len(types) == 0 {
		return acts
	}
	among := []string{"none"} // where no type is an act, nothing is to match
	for _, t := range types {
		if slices.Contains(acts, t) {
			among = append(among, t)
		}
	}
	return among
}

// signalHeight is how many lines a row takes with its ladder's heading.
func (m *Model) signalHeight(i int, s sight) int {
	n, info := len(m.signalLines(i)), m.signals.info[i]
	if info.first {
		n++
		if i > 0 && s.h >= 14 {
			n++
		}
	}
	if info.hidden > 0 {
		n++
	}
	return n
}

// headingAtTop is how many lines more or less than that a row takes at the top of the
// pane: its ladder is named there, too, and no blank line stands before the name.
func (m *Model) headingAtTop(i int, s sight) int {
	switch info := m.signals.info[i]; {
	case info.ladder < 0:
		return 0
	case !info.first:
		return 1
	case i > 0 && s.h >= 14:
		return -1
	}
	return 0
}

func (m *Model) drawSignals(r rect) []string {
	m.fillSignals()
	v := &m.signals
	s := m.sight(signalsPane, r)
	if under := s.idle(); under != v.under {
		v.under = under
		clear(v.lines)
	}
	m.pointInSight(s)
	v.scroll(s.h-1, func(i int) int { return m.signalHeight(i, s) }, func(i int) int { return m.headingAtTop(i, s) })
	s.cur, s.top, s.n = v.cur, v.top, len(v.rows)
	return v.cache.get(s, func() []string {
		lines := []string{m.heading(s, signalsPane, "Sanction signals", signalModeNames[v.mode])}
		if len(v.rows) == 0 {
			return m.message(lines, s, m.whyNoSignal())
		}
		for i := v.top; i < len(v.rows) && len(lines) < s.h; i++ {
			info := v.info[i]
			if info.first {
				if i > v.top && s.h >= 14 {
					lines = append(lines, spaces(s.w))
				}
				lines = append(lines, m.ladderLine(info.ladder, s))
			} else if i == v.top && info.ladder >= 0 {
				lines = append(lines, m.ladderLine(info.ladder, s))
			}
			edge := s
			edge.room = s.h - len(lines)
			switch {
			case i == v.cur:
				lines = append(lines, m.drawSignal(i, edge, true)...)
			case len(m.signalLines(i)) > edge.room && edge.room > 0:
				lines = append(lines, m.drawSignal(i, edge, false)...)
			default:
				lines = append(lines, m.signalLines(i)...)
			}
			if info.hidden > 0 {
				lines = append(lines, newLine(s.w).put("", "         ").put(m.theme.dim, "… "+itoa(info.hidden)+" earlier").done())
			}
		}
		return fill(lines, s.w, s.h)
	})
}

// whyNoSignal explains an empty pane; of who follows a person it says who sends signals.
func (m *Model) whyNoSignal() string {
	who, ok := m.desk.Directory().Find(m.follow)
	if ok && who.Kind == model.Person && who.State != "" && m.query == "" && m.sure == 0 {
		return "No signal names " + safe(who.Name) + ": states send them. " + m.keys.hint("follow") + " on " + safe(m.nameOf(who.State)) + " among the actors shows those."
	}
	return m.whyEmpty("No sanction signal is on record yet.")
}

// pointInSight puts the cursor on what happened where that is on the first page.
func (m *Model) pointInSight(s sight) {
	v := &m.signals
	if v.happened == (model.Ref{}) || v.touched {
		return
	}
	for i, used := 0, 0; i < len(v.rows); i++ {
		if used += m.signalHeight(i, s); used > s.h-1 {
			return
		}
		if v.rows[i] == v.happened {
			v.cur = i
			return
		}
	}
}

// ladderLine heads the signals to one target: which rungs of pressure and of
// relief were reached on this board, and the next deadline.
func (m *Model) ladderLine(i int, s sight) string {
	t, ladder, standing := m.theme, &m.signals.ladders[i], m.standing(i)
	l := newLine(s.w)
	l.put("", "  ")
	if ladder.Target.ID == "" {
		return l.put(t.dim, "no target named, or only later").done()
	}
	if standing.Sender != "" {
		l.put(t.dim, cut(m.tag(standing.Sender), 16)+" → ")
	}
	l.put(t.side(sideOf(*ladder.Target)).with(boldOf(t)), cut(m.tag(ladder.Target.ID), max(8, s.w-l.w-19)))
	track := len(pressureSteps) + 2 + len(reliefSteps)
	if !standing.Next.IsZero() {
		left := ago(standing.Next.Sub(m.moment()))
		what, _, _ := strings.Cut(standing.NextWhy, " ")
		for _, text := range []string{standing.NextWhy + " in " + left, what + ": " + left + " left", what + ": " + left, "! " + left} {
			if l.room() > track+2+width(text)+2 {
				l.put(t.asOfText, "  "+text)
				break
			}
		}
	}
	l.gap(s.w - track - 2)
	steps := func(list []string, over bool) {
		for _, step := range list {
			r := rungs[step]
			switch {
			case over && standing.Reached(step):
				l.put(t.dim, r.glyph)
			case step == standing.Rung || step == standing.Relief:
				l.put(r.pick(t).with(underOf(t)), r.glyph)
			case standing.Reached(step):
				l.put(r.pick(t), r.glyph)
			default:
				l.put(t.faint, "·")
			}
		}
	}
	steps(pressureSteps, false)
	l.put("", "  ")
	steps(reliefSteps, standing.Relief == "") // what was given has run out, or was taken back
	return l.done()
}

// standing is where a ladder stands on this board.
func (m *Model) standing(i int) *model.Standing {
	v := &m.signals
	if v.standing[i] == nil {
		s := m.board.Standing(&v.ladders[i])
		v.standing[i] = &s
	}
	return v.standing[i]
}

func boldOf(t *theme) style {
	if t.struck == "" {
		return ""
	}
	return "1"
}

func underOf(t *theme) style {
	if t.struck == "" {
		return ""
	}
	return "4"
}

// signalLines are the lines of a row without the cursor, kept while the board and
// the width stay.
func (m *Model) signalLines(i int) []string {
	v := &m.signals
	if lines, ok := v.lines[i]; ok {
		return lines
	}
	if v.lines == nil { // before the first frame
		v.lines = map[int][]string{}
	}
	lines := m.drawSignal(i, v.under, false)
	v.lines[i] = lines
	return lines
}

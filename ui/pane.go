package ui

import (
	"slices"
	"strings"
	"time"

	"parley/model"
)

// cache keeps the lines of a pane as long as what they show stays the same.
type cache[K comparable] struct {
	key   K
	lines []string
}

func (c *cache[K]) get(key K, draw func() []string) []string {
	if c.lines == nil || c.key != key {
		c.key, c.lines = key, draw()
	}
	return c.lines
}

// sight is what the look of any pane depends on.
type sight struct {
	w, h     int
	gen      int
	theme    *theme
	zone     int
	focused  bool
	cur, top int
	pad      int // blank lines above the rows
	n        int // of the rows
	room     int // lines that are left for a row at the lower edge; 0 for all that it takes
	extra    int
	tees     string
	look     time.Time
}

func (m *Model) sight(p paneID, r rect) sight {
	return sight{w: r.w, h: r.h, gen: m.gen, theme: m.theme, zone: m.zoneAt, focused: m.isFocused(p), tees: m.tees(r), look: m.look, extra: len(m.visited)}
}

// idle is the sight of the rows without the cursor: they look the same whether or
// not their pane has the keys.
func (s sight) idle() sight {
	s.focused, s.cur, s.top, s.pad, s.n = false, 0, 0, 0, 0
	return s
}

func (m *Model) isFocused(p paneID) bool {
	if p == pagePane {
		return !m.page.kind.ofRow() || m.plan.zoomed || m.lay.tabs
	}
	return m.plan.focus == p && (m.page == nil || m.page.kind.ofRow())
}

// tees says at which columns of a pane's upper edge a vertical rule ends on it.
func (m *Model) tees(r rect) string {
	if len(m.lay.foot) == 0 || r != m.lay.foot[0].rect || len(m.lay.columns) < 2 || m.deskEmpty() {
		return ""
	}
	var b strings.Builder
	for _, c := range m.lay.columns[1:] {
		b.WriteRune(rune(c[0].x - 1))
	}
	return b.String()
}

// heading is the upper edge of a pane: a rule with its number, its name and what
// is worth knowing at a glance.
func (m *Model) heading(s sight, p paneID, name, right string) string {
	t := m.theme
	edge, st := "─", t.faint
	nameStyle := t.title
	if s.focused {
		edge, st, nameStyle = "━", t.accent, t.focus
	}
	l := newLine(s.w)
	l.put(st, edge+" ")
	if m.lay.tabs && p != timelinePane {
		m.tabs(l, p, name)
	} else {
		if p < pagePane {
			l.put(t.dim, itoa(int(p))+" ")
		}
		l.put(nameStyle, name)
	}
	l.put(st, " ")
	for right != "" && width(right) > l.room()-4 { // a stump of it says nothing: its end alone, or none
		_, right, _ = strings.Cut(right, "  ")
	}
	end := s.w
	if right != "" {
		end -= width(right) + 3
	}
	for l.w < end {
		if strings.ContainsRune(s.tees, rune(l.w)) {
			l.put(st, "┴")
			continue
		}
		run := end - l.w
		for _, x := range s.tees {
			if d := int(x) - l.w; d > 0 && d < run {
				run = d
			}
		}
		l.put(st, strings.Repeat(edge, run))
	}
	if right != "" {
		l.put(st, " ").put(t.dim, right).put(st, " "+edge)
	}
	return l.done()
}

// tab is a pane in a heading that names them all.
type tab struct {
	pane paneID
	name string // empty where it has no room
}

// number stands before the name.
func (t tab) number() string {
	if t.name == "" {
		return itoa(int(t.pane))
	}
	return itoa(int(t.pane)) + " "
}

var tabs = []tab{{actorsPane, "Actors"}, {statementsPane, "Statements"}, {signalsPane, "Signals"}, {timelinePane, "Timeline"}}

const (
	tabGap = "  "
	tabEnd = " ━ 1000 ━" // what follows the names
)

// tabsOf are the panes in a heading of so many cells: the others by their numbers alone
// where their names have no room.
func tabsOf(shown paneID, w int) []tab {
	all := slices.Clone(tabs)
	need := width(tabEnd)
	for _, t := range all {
		need += width(tabGap + t.number() + t.name)
	}
	for i := range all {
		if all[i].pane != shown && need > w {
			all[i].name = ""
		}
	}
	return all
}

// tabs names all panes where only one of them shows, or what narrows that one.
func (m *Model) tabs(l *line, p paneID, name string) {
	t := m.theme
	if p == pagePane {
		l.put(t.focus, name)
		return
	}
	by := ""
	if m.lay.header == 1 { // the header has no line for what is left out
		by = m.narrowedBy()
	}
	for i, tab := range tabsOf(p, l.max) {
		if by != "" && tab.pane != p {
			continue
		}
		if i > 0 && by == "" {
			l.put("", tabGap)
		}
		st := t.dim
		if tab.pane == p {
			st = t.focus
			if m.plan.focus != p {
				st = t.strong
			}
		}
		l.put(t.dim, tab.number()).put(st, tab.name)
	}
	if by != "" {
		l.put(t.asOfText, cut(" · "+by, l.room()-12))
	}
}

// begin starts a row: the cursor's bar, and a dot for what is new. Beside the bar
// only the time and the name of a row stand out under the cursor (see inks), so
// that moving it sends few bytes.
func (m *Model) begin(w int, selected, focused, fresh bool) *line {
	t := m.theme
	l := newLine(w)
	switch {
	case selected && focused:
		l.put(t.accent, "▌")
	case selected:
		l.put(t.faint, "▏")
	default:
		l.put("", " ")
	}
	if fresh {
		return l.put(t.fresh, "•")
	}
	return l.put("", " ")
}

// inks are the styles of a row's time, and what is laid over that of its name.
func (t *theme) inks(underCursor bool) (at, name style) {
	if underCursor {
		return t.cursor, boldOf(t)
	}
	return t.dim, ""
}

// fill brings lines to exactly h, each of them w wide.
func fill(lines []string, w, h int) []string {
	for len(lines) < h {
		lines = append(lines, spaces(w))
	}
	return lines[:h]
}

// message is a pane that has no rows and says why.
func (m *Model) message(lines []string, s sight, text string) []string {
	room := s.w - 4
	for i, part := range wrap(text, room, s.h-1) {
		if i == 0 && s.h > 5 {
			lines = append(lines, spaces(s.w))
		}
		lines = append(lines, newLine(s.w).put("", "  ").put(m.theme.dim, part).done())
	}
	return fill(lines, s.w, s.h)
}

// lastYear is how far off a day may be that is told without its year: nobody takes
// it for one of another year.
const lastYear = 300 * 24 * time.Hour

// when is the time column of a row: the time on the day shown, else the day, or the
// month and year of one long ago.
func (m *Model) when(at time.Time) string {
	loc := m.loc()
	switch {
	case sameDay(at, m.moment(), loc):
		return hm(at, loc)
	case at.Sub(m.moment()).Abs() > lastYear:
		return at.In(loc).Format("Jan’06")
	}
	return day(at, loc)
}

// oldNews is how much earlier than it was seen a report may have come out to be told
// as of now.
const oldNews = 24 * time.Hour

// told is when a fact is told as of: when the desk first saw it or, where the report
// was old news then, when that came out. A later version of a report may well have
// brought something new.
func (m *Model) told(at time.Time, reports []model.Evidence) (when time.Time, old bool) {
	if m.clock != model.BySeen || len(reports) == 0 {
		return at, false
	}
	first := &reports[0]
	for i := range reports {
		if reports[i].Seen.Before(first.Seen) {
			first = &reports[i]
		}
	}
	if first.Version.N == 1 && !first.Published.IsZero() && first.Seen.Sub(first.Published) > oldNews {
		return first.Published, true
	}
	return at, false
}

// clocksApart is how far the clocks of an outlet and of this machine may be apart.
const clocksApart = time.Hour

// aheadOfItself reports whether the date of a report is none at which it can have come out.
func aheadOfItself(e model.Evidence) bool {
	return !e.Undated && e.Published.After(e.Seen.Add(clocksApart))
}

// publishedText says when a report came out, or that nobody gave a date.
func (m *Model) publishedText(e model.Evidence) string {
	switch {
	case aheadOfItself(e):
		return "dated " + m.clockTime(e.Published) + ", after it was seen"
	case !e.Undated:
		return "published " + m.clockTime(e.Published)
	case e.Published.Before(e.Seen):
		return "undated, " + e.Published.Format("2 Jan 2006") + " by its link"
	}
	return "undated"
}

// toldStamp is that moment in full, with when an old report was seen.
func (m *Model) toldStamp(at time.Time, reports []model.Evidence) string {
	when, old := m.told(at, reports)
	if !old {
		return stamp(at, m.loc())
	}
	return "published " + stamp(when, m.loc()) + ", seen " + m.clockTime(at)
}

// narrowedBy says in words why rows are missing, empty when none are.
func (m *Model) narrowedBy() string {
	var parts []string
	if m.follow != "" {
		parts = append(parts, "following "+safe(m.nameOf(m.follow)))
	}
	if m.query != "" {
		parts = append(parts, "search “"+safe(m.query)+"”")
		if m.searching() {
			parts = append(parts, "searching …")
		}
	}
	if m.sure > 0 {
		parts = append(parts, certaintyFilters[m.sure].name)
	}
	return strings.Join(parts, " · ")
}

// speakerName is the speaker's name as the panes show it.
func speakerName(a model.Actor, s model.Speaker) string {
	switch {
	case a.ID == model.Unnamed && pronouns[strings.ToLower(s.Text)], a.ID == model.Unknown:
		return "unclear who"
	case a.ID == model.Unnamed && s.Text != "":
		return safe(s.Text)
	case a.ID == model.Unnamed:
		return "unnamed sources"
	case a.Name != "" && a.Name != a.ID:
		return safe(a.Name)
	case s.Name != "":
		return safe(s.Name)
	case a.ID != "":
		return capitals(spoken(a.ID))
	}
	return "unclear who"
}

// capitals writes the words of an id as those of a name.
func capitals(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = capital(w)
	}
	return strings.Join(words, " ")
}

// pronouns stand for somebody whom the reading could not name.
var pronouns = map[string]bool{"it": true, "he": true, "she": true, "they": true, "this": true, "that": true, "who": true, "which": true, "we": true, "i": true}

// shortName fits a name into a column of w cells: the family name where the whole
// does not fit, and in a column so narrow that it seldom does, for everybody.
func shortName(name string, kind model.ActorKind, w int) string {
	if kind == model.Person && w < 15 {
		return cut(model.FamilyName(name), w)
	}
	if width(name) <= w || kind != model.Person {
		return cut(name, w)
	}
	words := strings.Fields(name)
	for i := 1; i < len(words); i++ {
		if rest := strings.Join(words[i:], " "); width(rest) <= w {
			return rest
		}
	}
	return cut(name, w)
}

package ui

import (
	"slices"
	"strings"

	"parley/model"
)

// accountRow is an account on the page of conflicts, as the cursor finds it again when
// more arrives.
type accountRow struct {
	conflict model.Ref
	kind     string
	says     string
	at       int64            // in Unix seconds, of an account of a time
	fact     model.Ref        // that its first report tells
	told     model.VersionRef // that report
}

// is reports whether two rows are one account.
func (a accountRow) is(b accountRow) bool {
	a.fact, a.told = b.fact, b.told
	return a == b
}

// conflictsSeen are the conflicts of a board, with a row for each of their accounts.
type conflictsSeen struct {
	board *model.Board
	list  []model.Conflict
	rows  []accountRow
}

// conflicts are those of the moment, gathered once for each board.
func (m *Model) conflicts() *conflictsSeen {
	p := m.page
	if p.conflicts.board == m.board {
		return &p.conflicts
	}
	p.conflicts = conflictsSeen{board: m.board, list: m.board.Conflicts()}
	for _, c := range p.conflicts.list {
		for _, side := range c.Sides {
			row := accountRow{conflict: c.Ref, kind: c.Kind, says: side.Says, at: side.At.Unix(), fact: side.Ref}
			if len(side.Evidence) > 0 {
				row.told = side.Evidence[0].Version
			}
			p.conflicts.rows = append(p.conflicts.rows, row)
		}
	}
	return &p.conflicts
}

// conflict finds one for an open page.
func (m *Model) conflict(ref model.Ref) (model.Conflict, bool) {
	list := m.conflicts().list
	i := slices.IndexFunc(list, func(c model.Conflict) bool { return c.Ref == ref })
	if i < 0 {
		return model.Conflict{}, false
	}
	return list[i], true
}

// openConflict opens the page of conflicts at one that a row of another page names.
func (m *Model) openConflict(ref model.Ref) {
	m.page = &page{kind: conflictsPage, from: m.page, moved: true}
	m.chooseAccount(slices.IndexFunc(m.conflicts().rows, func(r accountRow) bool { return r.conflict == ref }))
}

// account is the row under the cursor of the page of conflicts. It stays on it as more
// arrives.
func (m *Model) account() accountRow {
	p, rows := m.page, m.conflicts().rows
	i := slices.IndexFunc(rows, p.account.is)
	if i < 0 {
		i = p.cur
	}
	m.chooseAccount(i)
	return p.account
}

func (m *Model) chooseAccount(i int) {
	p, rows := m.page, m.conflicts().rows
	if p.account = (accountRow{}); len(rows) > 0 {
		p.cur = max(0, min(i, len(rows)-1))
		p.account = rows[p.cur]
	}
}

// toldIn is the report of the account in a conflict that keys act on, or from which the
// reader came to an open page; none elsewhere.
func (m *Model) toldIn() model.VersionRef {
	switch {
	case m.page == nil:
		return model.VersionRef{}
	case m.page.kind == conflictsPage:
		return m.account().told
	}
	return m.page.told
}

// front puts that report in front of those that a fact is told by.
func (m *Model) front(reports []model.Evidence) []model.Evidence {
	told := m.toldIn()
	i := slices.IndexFunc(reports, func(e model.Evidence) bool { return e.Version == told })
	if i <= 0 {
		return reports
	}
	out := append([]model.Evidence{reports[i]}, reports[:i]...)
	return append(out, reports[i+1:]...)
}

// writeConflicts sets accounts that cannot both hold side by side.
func (m *Model) writeConflicts(d *doc) {
	t, p := d.t, m.page
	conflicts := m.conflicts().list
	if m.deskEmpty() {
		d.para(t.dim, 0, "Nothing has arrived yet, so that nothing can contradict it.")
		return
	}
	if len(conflicts) == 0 {
		d.para(t.dim, 0, "No two accounts contradict each other as of "+stamp(m.moment(), m.loc())+". Reported times up to "+itoa(int(model.Rounding.Minutes()))+" minutes apart count as one.")
		return
	}
	if by := m.narrowedBy(); by != "" {
		d.para(t.asOfText, 0, "All conflicts: "+by+" does not narrow this page.")
		d.blank()
	}
	m.account() // p.cur is where it stands by now
	n := 0
	for i, c := range conflicts {
		if i > 0 {
			d.blank()
		}
		state := []piece{{t.disputed.with(boldOf(t)), "≠ " + c.Topic}, {t.dim, "   " + spoken(c.Kind) + " · since " + m.clockTime(c.Since)}}
		if !c.Resolved.IsZero() {
			how := " · settled "
			if c.Kind == "plan" {
				how = " · changed "
			}
			state = append(state, piece{t.good, how + m.clockTime(c.Resolved)})
		}
		d.flow(0, state)
		across := max(1, min(len(c.Sides), (d.w+sideGap)/(leastSide+sideGap)))
		at := len(d.lines)
		from, to := m.sideBySide(d, c.Sides, across, p.cur-n, n)
		if to > 0 {
			p.line, p.tall = at+to-1, to-from
		}
		n += len(c.Sides)
	}
}

// Accounts beside each other have at least so many cells each, and so many between them.
const (
	leastSide = 30
	sideGap   = 3
)

// sideBySide writes accounts in so many columns, and in as many rows of them as it takes.
// It says which of the lines it wrote are those of the chosen one. The first of them is
// that row of the page.
func (m *Model) sideBySide(d *doc, sides []model.ConflictSide, across, chosen, first int) (from, to int) {
	wide := (d.w - (across-1)*sideGap) / across
	rule, n, start := newLine(sideGap).put(d.t.faint, " │ ").done(), 0, len(d.lines)
	for row := range slices.Chunk(sides, across) {
		columns, height := make([][]string, len(row)), 0
		for i, side := range row {
			columns[i] = m.accountLines(side, wide, n == chosen)
			m.page.spots = append(m.page.spots, spot{first + n, rect{i * (wide + sideGap), len(d.lines), wide, len(columns[i])}})
			if height = max(height, len(columns[i])); n == chosen {
				from = len(d.lines) - start
				to = from + len(columns[i])
			}
			n++
		}
		for y := range height {
			l := strings.Builder{}
			for i, column := range columns {
				if i > 0 {
					l.WriteString(rule)
				}
				l.WriteString(fill(column, wide, height)[y])
			}
			l.WriteString(spaces(d.w - len(row)*wide - (len(row)-1)*sideGap))
			d.lines = append(d.lines, l.String())
		}
	}
	return from, to
}

// accountLines is an account with who tells it, and the bar of the cursor beside it.
func (m *Model) accountLines(side model.ConflictSide, wide int, chosen bool) []string {
	bar := m.begin(2, chosen, true, false).done()
	one := &doc{t: m.theme, w: wide - 2}
	one.flow(0, m.accountOf(side))
	one.flow(0, []piece{{m.theme.dim, m.saidWhere(side)}})
	for i := range one.lines {
		one.lines[i] = bar + one.lines[i]
	}
	return one.lines
}

// accountOf is a side in words, struck through when none of its reports stands.
func (m *Model) accountOf(side model.ConflictSide) []piece {
	t := m.theme
	for _, e := range side.Evidence {
		if e.Struck == model.OpNone && e.Vanished.IsZero() {
			return []piece{{t.text, curled(safe(m.saysOf(side)))}}
		}
	}
	return []piece{{t.dim.with(t.struck), curled(safe(m.saysOf(side)))}, {t.dim, "  taken back"}}
}

// plannedMark ends an account of when something was to be.
const plannedMark = " (planned)"

// saysOf is an account in words, its time by the clock of the screen; one that is a single
// id of the record is spelled out.
func (m *Model) saysOf(side model.ConflictSide) string {
	if !side.At.IsZero() {
		text := side.At.In(m.loc()).Format("Mon 2 Jan 15:04 ") + abbrev(side.At, m.loc())
		if strings.HasSuffix(side.Says, plannedMark) {
			text += plannedMark
		}
		return text
	}
	if strings.Contains(side.Says, " ") {
		return strings.Replace(side.Says, ": that ", ": ", 1)
	}
	return spoken(side.Says)
}

// saidWhere names the feeds of a side, each with its first report.
func (m *Model) saidWhere(side model.ConflictSide) string {
	var parts []string
	named := map[string]bool{}
	for _, e := range side.Evidence {
		if (e.CopyOf == nil || len(side.Evidence) == 1) && !named[e.Feed.Name] {
			named[e.Feed.Name] = true
			parts = append(parts, e.Feed.Name+" "+m.clockTime(e.Published))
		}
	}
	return strings.Join(parts, ", ")
}

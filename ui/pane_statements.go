package ui

import (
	"slices"
	"strings"

	"parley/model"
)

// statementsView is pane 2: who said what, newest first.
type statementsView struct {
	list[model.Ref]
	stale bool
	cache cache[sight]
	lines map[model.Ref][]string // of unselected rows, under the key below
	under sight
}

func (m *Model) fillStatements() {
	if m.statements.stale {
		m.statements.stale = false
		m.statements.set(m.board.Statements(m.filterFor(model.KindStatement)))
	}
}

func (m *Model) drawStatements(r rect) []string {
	m.fillStatements()
	v := &m.statements
	s := m.sight(statementsPane, r)
	if under := s.idle(); under != v.under {
		v.under = under
		clear(v.lines)
	}
	height := func(i int) int { return len(m.statementLines(v.rows[i], v.under)) }
	if v.pad = min(v.pad, ahead(s.h-1)); m.at.IsZero() {
		v.pad = 0
	} else {
		v.stand(s.h-1, height)
	}
	v.scroll(s.h-1, height, nil)
	v.remember(s.h-1, height)
	s.cur, s.top, s.n, s.pad = v.cur, v.top, len(v.rows), v.pad
	return v.cache.get(s, func() []string {
		right := countOf(len(v.rows))
		if v.top > 0 {
			right = itoa(v.top) + " newer ↑  " + right
		}
		lines := []string{m.heading(s, statementsPane, "Statements", right)}
		if len(v.rows) == 0 {
			return m.message(lines, s, m.whyEmpty("No statement is on record yet."))
		}
		if v.pad > 1 {
			lines = append(lines, newLine(s.w).put("", "  ").put(m.theme.dim, "not known yet at this moment").done())
		}
		lines = fill(lines, s.w, 1+v.pad)
		for i := v.top; i < len(v.rows) && len(lines) < s.h; i++ {
			edge := s
			edge.room = s.h - len(lines)
			switch {
			case i == v.cur:
				lines = append(lines, m.drawStatement(v.rows[i], edge, true)...)
			case height(i) > edge.room:
				lines = append(lines, m.drawStatement(v.rows[i], edge, false)...)
			default:
				lines = append(lines, m.statementLines(v.rows[i], v.under)...)
			}
		}
		return fill(lines, s.w, s.h)
	})
}

// statementLines are the lines of a row without the cursor, kept while the board
// and the width stay.
func (m *Model) statementLines(ref model.Ref, s sight) []string {
	if lines, ok := m.statements.lines[ref]; ok {
		return lines
	}
	if m.statements.lines == nil { // before the first frame
		m.statements.lines = map[model.Ref][]string{}
	}
	lines := m.drawStatement(ref, s, false)
	m.statements.lines[ref] = lines
	return lines
}

// statementColumns are the columns of a statement, in cells, by the width of its pane.
type statementColumns struct {
	speaker, content int
	lines            int  // of content at most
	below            bool // the words stand below their speaker, and not beside
}

func statementLayout(w, h int) statementColumns {
	c := statementColumns{speaker: 15, lines: 1}
	switch {
	case w < 60:
		c.speaker = 11
	case w >= 120:
		c.speaker = 25
	case w >= 88:
		c.speaker = 19
	}
	if h >= 15 {
		c.lines = 2
	}
	if h >= 34 || w < 60 && h >= 20 {
		c.lines = 3
	}
	if h >= 50 {
		c.lines = 5
	}
	c.content = w - 2 - 7 - 2 - c.speaker - 1 - 5
	if w < 52 && h >= 6 { // a list beside what was opened: beside the name, words would break
		c.below, c.speaker, c.content, c.lines = true, w-statementMargin-5, w-statementMargin-1, min(c.lines, 2)
	}
	return c
}

// statementMargin is how many cells the cursor, the time and the certainty take.
const statementMargin = 2 + 7 + 2

// drawStatement: when, how sure, who, and the words. A type that says something
// stands before the words. A description of somebody without a name that is too long
// for its column goes on below.
func (m *Model) drawStatement(ref model.Ref, s sight, selected bool) []string {
	row, ok := m.statement(ref)
	if !ok {
		return []string{spaces(s.w)}
	}
	t := m.theme
	c := statementLayout(s.w, s.h)
	sure := surenessOf(row.Certainty)
	counted := sources(row.Certainty)
	signs := handSigns(row.Marks)
	if counted == "" && signs == "" && !c.below {
		c.content += 4 // nothing stands at the end of the row
	}
	words := shown(row.Statement)
	before := ""
	switch kind := telling(row); {
	case kind == "":
	case 2*width(kind) <= c.content, c.lines > 1 && width(kind) < c.content:
		before = kind + ": "
	}
	who := speakerName(row.Speaker, row.Statement.Speaker)
	name := shortName(who, row.Speaker.Kind, c.speaker)
	side, below := t.side(sideOf(row.Speaker)), ""
	if lines := wrap(who, c.speaker, 2); !c.below && name != who && row.Speaker.Kind != model.Person && c.lines > 1 && len(lines) == 2 {
		name, below = lines[0], lines[1]
	}
	if c.below && s.room > 1 {
		c.lines = min(c.lines, s.room-1)
	} else if s.room > 0 {
		c.lines = min(c.lines, s.room)
	}
	parts := wrap(before+words, c.content, c.lines)
	first, indent := 0, statementMargin+c.speaker+1
	if c.below {
		parts, first, indent = append([]string{""}, parts...), 1, statementMargin
	}
	for len(parts) == 0 || below != "" && len(parts) < min(2, c.lines) {
		parts = append(parts, "")
	}
	at, _ := m.told(row.At, row.Evidence)
	timeStyle, nameStyle := t.inks(selected && s.focused)
	out := make([]string, 0, len(parts))
	for i, part := range parts {
		l := m.begin(s.w, selected, s.focused, i == 0 && m.unseen(row.Seen, ref))
		switch {
		case i == 0:
			l.col(timeStyle, m.when(at), 7).col(sure.pick(t), sure.glyph, 2)
			l.col(side.with(nameStyle), name, c.speaker+1)
		case i == 1 && below != "":
			l.gap(statementMargin).col(side, below, c.speaker+1)
		}
		l.gap(indent)
		if rest, tagged := strings.CutPrefix(part+" ", before); tagged && i == first {
			l.put(kindStyle(t, row.Statement), before)
			part = strings.TrimSuffix(rest, " ")
		}
		st := t.text
		if row.Statement.Mode == model.Indirect {
			st = t.dim
		}
		if row.Struck {
			l.struck = t.struck
		}
		l.put(st, part)
		l.struck = ""
		if i == 0 {
			l.gap(s.w - 4)
			l.put(t.dim, counted)
			signs = headOf(signs, s.w-l.w)
			l.gap(s.w-width(signs)).put(t.good, signs)
		}
		out = append(out, l.done())
	}
	return out
}

// telling is what sets a statement apart from one that simply says something: its type,
// or the verb without which its words say nothing. Empty where nothing does.
func telling(row model.StatementRow) string {
	kind := statementKind(row)
	if kind == "assertion" {
		return safe(row.Statement.Verb())
	}
	if kind == "assertion (if)" {
		return "conditional"
	}
	return kind
}

// statementKind is the type with what hangs on it, or that it does not stand.
func statementKind(row model.StatementRow) string {
	if row.Struck {
		return surenessOf(row.Certainty).word
	}
	return kindInWords(row.Statement)
}

// kindInWords is the type, whatever became of the statement. Where the report says that
// its speaker did not do this, or gave it up, it is the words of the report: a threat that was
// not made is none, and a demand that was dropped is not what he conceded.
func kindInWords(s model.Statement) string {
	if s.NotDone() || s.GivesUp() {
		return safe(s.Cue.Text)
	}
	kind := spoken(s.Type)
	switch s.Modality {
	case "conditional":
		return kind + " (if)"
	case "hearsay", "historical":
		return spoken(s.Modality)
	}
	return kind
}

// kindStyle lets threats and refusals stand out, and nothing else.
func kindStyle(t *theme, s model.Statement) style {
	if s.NotDone() {
		return t.dim
	}
	switch s.Type {
	case "threat", "ultimatum":
		return t.word
	case "denial", "rejection", "accusation":
		return t.act
	case "offer", "concession", "promise":
		return t.hope
	}
	return t.dim
}

// sources is how many independent ones a fact has, where there are several.
func sources(c model.Certainty) string {
	if c.Sources < 2 {
		return ""
	}
	return "×" + itoa(c.Sources)
}

// handSigns tell at the end of a row that editors wrote a note on it and that they checked
// it, which evidence has in words.
func handSigns(marks []model.Mark) (signs string) {
	has := func(verb string) bool {
		return slices.ContainsFunc(marks, func(k model.Mark) bool { return k.Verb == verb && !k.Undone })
	}
	if has("note") {
		signs = "✎"
	}
	if has("checked") {
		signs += "✓"
	}
	return signs
}

// elsewhere says which panes that are out of sight have rows that pass the filters.
func (m *Model) elsewhere() string {
	var parts []string
	for _, other := range []struct {
		pane      paneID
		key       action
		n         int
		one, more string
	}{
		{statementsPane, "statements", len(m.board.Statements(m.filterFor(model.KindStatement))), "statement", "statements"},
		{signalsPane, "signals", len(m.board.Signals(m.filterFor(model.KindSignal))), "signal", "signals"},
		{timelinePane, "timeline", len(m.board.Events(m.filterFor(model.KindEvent))), "event", "events"},
	} {
		if _, shown := m.lay.find(other.pane); !shown && other.n > 0 {
			parts = append(parts, model.Counted(other.n, other.one, other.more)+" ("+m.keys.hint(other.key)+")")
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Elsewhere: " + strings.Join(parts, ", ") + ". "
}

// whyEmpty explains a pane without rows.
func (m *Model) whyEmpty(plain string) string {
	if by := m.narrowedBy(); by != "" {
		if m.strangers != "" && m.query != "" {
			by += ": " + safe(m.strangers)
		}
		return "Nothing here matches: " + by + ". " + m.elsewhere() + m.keys.hint("clear") + " drops the filters."
	}
	if !m.at.IsZero() {
		return "Nothing was known at " + stamp(m.at, m.loc()) + ". " + m.keys.hint("live") + " returns to live."
	}
	return plain
}

package ui

import (
	"strings"
	"time"

	"parley/model"
)

// digits are the shapes of the big clock, five lines of five half blocks.
var digits = map[rune][3]string{
	'0': {"█▀▀█", "█  █", "█▄▄█"}, '1': {" ▀█ ", "  █ ", " ▄█▄"}, '2': {"▀▀▀█", "█▀▀▀", "█▄▄▄"},
	'3': {"▀▀▀█", " ▀▀█", "▄▄▄█"}, '4': {"█  █", "▀▀▀█", "   █"}, '5': {"█▀▀▀", "▀▀▀█", "▄▄▄█"},
	'6': {"█▀▀▀", "█▀▀█", "█▄▄█"}, '7': {"▀▀▀█", "  █ ", " █  "}, '8': {"█▀▀█", "█▀▀█", "█▄▄█"},
	'9': {"█▀▀█", "▀▀▀█", "▄▄▄█"}, ':': {" ▄ ", "   ", " ▀ "}, ' ': {"  ", "  ", "  "},
}

// bigClock draws a time over three lines.
func bigClock(text string) [3]string {
	var out [3]strings.Builder
	for i, r := range text {
		shape, ok := digits[r]
		if !ok {
			continue
		}
		for y := range out {
			if i > 0 {
				out[y].WriteByte(' ')
			}
			out[y].WriteString(shape[y])
		}
	}
	return [3]string{out[0].String(), out[1].String(), out[2].String()}
}

// presentation is the screen for a hall: a big clock, what to look at, the words
// said last, large and few, and where the ladders stand.
func (m *Model) presentation(w, h int) []string {
	t := m.theme
	margin := max(2, w/16)
	d := &doc{t: t, w: w - 2*margin}
	d.blank()
	_, st := m.mode()
	if m.replay() {
		st = t.replayText
	}
	if !m.at.IsZero() {
		st = t.asOfText
	}
	side := []string{m.moment().In(m.loc()).Format("Monday 2 January 2006"), abbrev(m.moment(), m.loc()) + "   " + hm(m.moment(), time.UTC) + " UTC", m.underWay()}
	for y, part := range bigClock(hm(m.moment(), m.loc())) {
		d.row(piece{st, part}, piece{t.text, "    "}, piece{t.strong, side[y]})
	}
	if caption := m.caption(); caption != "" {
		d.blank()
		d.para(t.replayText, 0, caption)
	}
	m.fillStatements()
	m.fillSignals()
	ladders := min(len(m.signals.ladders), max(1, h/12))
	room := h - len(d.lines) - ladders*2 - 3
	for _, ref := range m.loudest(6) {
		row, _ := m.statement(ref)
		var parts []string
		for _, part := range wrap(quoted(row.Statement), d.w-4, 3) {
			parts = append(parts, newLine(d.w).put("", "    ").put(t.text, part).done())
		}
		if room -= len(parts) + 2; room < 0 {
			break
		}
		d.blank()
		d.row(piece{t.side(sideOf(row.Speaker)).with(boldOf(t)), speakerName(row.Speaker, row.Statement.Speaker)}, piece{t.dim, "   " + m.when(row.At)})
		d.lines = append(d.lines, parts...)
	}
	for len(d.lines) < h-ladders*2-1 {
		d.blank()
	}
	for _, ladder := range m.signals.ladders[:ladders] {
		m.ladderInWords(d, ladder)
		d.blank()
	}
	out := make([]string, 0, h)
	for _, line := range d.lines {
		out = append(out, spaces(margin)+line+spaces(w-margin-d.w))
	}
	return fill(out, w, max(h, 0))
}

// loudest are the newest statements for a hall: words in quotation marks by people
// the directory knows. Where there are none, the newest of all.
func (m *Model) loudest(n int) []model.Ref {
	var quotes, others []model.Ref
	for _, ref := range m.statements.rows[:min(len(m.statements.rows), 200)] {
		row, ok := m.statement(ref)
		if !ok || row.Struck || len(quotes) == n {
			continue
		}
		_, known := m.desk.Directory().Find(row.Speaker.ID)
		if known && row.Statement.Mode != model.Indirect {
			quotes = append(quotes, ref)
		} else if len(others) < n {
			others = append(others, ref)
		}
	}
	if len(quotes) == 0 {
		return others
	}
	return quotes
}

// ladderInWords is where a target stands: the rung of pressure and of relief.
func (m *Model) ladderInWords(d *doc, ladder model.Ladder) {
	t := d.t
	pieces := []piece{{t.strong, speakerName(ladder.Target, model.Speaker{}) + "   "}}
	if ladder.Rung != "" {
		r := rungOf(ladder.Rung, model.Pressure)
		pieces = append(pieces, piece{r.pick(t), r.glyph + " " + r.word + "   "})
	}
	if ladder.Relief != "" {
		r := rungOf(ladder.Relief, model.Relief)
		pieces = append(pieces, piece{r.pick(t), r.glyph + " " + r.word + "   "})
	}
	if !ladder.Next.IsZero() {
		pieces = append(pieces, piece{t.asOfText, ladder.NextWhy + " " + m.countdown(ladder.Next) + "   "})
	}
	if n := len(ladder.Refs); n > 0 {
		if row, ok := m.signal(ladder.Refs[n-1]); ok && row.Signal.Action != ladder.Rung && row.Signal.Action != ladder.Relief && !row.Signal.Historical && !row.Struck {
			r := rungOf(row.Signal.Action, row.Signal.Direction)
			pieces = append(pieces, piece{t.dim, "last "}, piece{r.pick(t), r.glyph + " " + r.word + " " + sigText(row.Signal) + "   "})
		}
	}
	d.row(pieces...)
}

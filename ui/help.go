package ui

import (
	"slices"

	"parley/model"
)

// writeHelp is what the marks mean, then every key by group, in as many columns as
// there is room for.
func (m *Model) writeHelp(d *doc) {
	columns := 1
	switch {
	case d.w >= 174:
		columns = 3
	case d.w >= 110:
		columns = 2
	}
	const between = 3
	each := (d.w - between*(columns-1)) / columns
	stacks, blocks := make([][]string, columns), m.helpBlocks(each)
	for i, c := range level(blocks, columns) {
		stacks[c] = append(stacks[c], blocks[i]...)
	}
	n := 0
	for _, s := range stacks {
		n = max(n, len(s))
	}
	for i := range n {
		l := newLine(d.w)
		for c, s := range stacks {
			l.gap(c * (each + between))
			if i < len(s) {
				l.raw("", s[i], each)
			}
		}
		d.lines = append(d.lines, l.done())
	}
}

// level says into which of some columns each block goes so that the highest column is as
// low as can be. The first block stays in the first one.
func level(blocks [][]string, columns int) []int {
	var best []int
	least, at, heights := 0, make([]int, len(blocks)), make([]int, columns)
	var try func(i int)
	try = func(i int) {
		if i == len(blocks) {
			if highest := slices.Max(heights); best == nil || highest < least {
				best, least = slices.Clone(at), highest
			}
			return
		}
		for c := range columns {
			if i > 0 || c == 0 {
				at[i] = c
				heights[c] += len(blocks[i])
				try(i + 1)
				heights[c] -= len(blocks[i])
			}
		}
	}
	try(0)
	return best
}

// helpBlocks are the parts of the help, each drawn into w cells.
func (m *Model) helpBlocks(w int) [][]string {
	t := m.theme
	legend := &doc{t: t, w: w}
	m.writeLegend(legend)
	blocks := [][]string{legend.lines}
	for _, group := range []string{inTime, inLists, inPanes, toRead, toNarrow, onDesk} {
		b := &doc{t: t, w: w}
		b.row(piece{t.focus, group})
		for _, bind := range m.keys.bindings {
			if bind.group != group || len(bind.keys) == 0 {
				continue
			}
			l := newLine(w).gap(1).col(t.key, keyLabelsOf(bind.keys), 11)
			for _, part := range wrap(bind.help, w-12, 0) {
				b.lines = append(b.lines, l.gap(12).put(t.text, part).done())
				l = newLine(w)
			}
		}
		b.blank()
		blocks = append(blocks, b.lines)
	}
	return blocks
}

// writeLegend explains the marks, pressure beside relief.
func (m *Model) writeLegend(d *doc) {
	t := d.t
	rungsOf := func(actions ...string) (out []piece) {
		for _, action := range actions {
			r := rungs[action]
			out = append(out, piece{r.pick(t), r.glyph + " " + r.word})
		}
		return out
	}
	sure := func(levels ...model.CertaintyLevel) (out []piece) {
		for _, level := range levels {
			s := surenesses[level]
			out = append(out, piece{s.pick(t), s.glyph + " " + s.word})
		}
		return out
	}
	d.row(piece{t.focus, "Marks"})
	d.beside([]legendPart{
		{"Pressure", rungsOf(pressureSteps...)},
		{"Relief", rungsOf(reliefSteps...)},
		{"How sure", append(sure(model.Single, model.Corroborated, model.OfficialWord, model.Disputed, model.Corrected, model.Withdrawn), piece{editedOut.pick(t), editedOut.glyph + " " + editedOut.word})},
		{"In rows", []piece{{t.fresh, "• new"}, {t.good, "✓ checked"}, {t.good, "✎ a note"}, {t.dim, "×3 independent sources"}, {t.text, "“…” their own words"}, {t.asOfText, "! deadline on the axis"}}},
		{"Put off, turned down", rungsOf("deferred", "refused-relief", "expired")},
		{"Asked for, opposed", rungsOf("called-for", "denied", "opposed")},
	})
	d.blank()
	var ladder []piece
	for i, steps := range [][]string{pressureSteps, reliefSteps} {
		for _, step := range steps {
			r := rungs[step]
			switch step {
			case "threatened", "in-force", "licensed":
				ladder = append(ladder, piece{r.pick(t), r.glyph})
			default:
				ladder = append(ladder, piece{t.faint, "·"})
			}
		}
		if i == 0 {
			ladder = append(ladder, piece{"", "  "})
		}
	}
	d.flow(1, append(ladder, piece{t.text, "  over the signals to a target: the steps of pressure and of relief that were reached, the lowest first; what stands is underlined."}))
	d.blank()
}

// legendPart is a list of marks below its name.
type legendPart struct {
	name  string
	marks []piece
}

// beside writes lists next to each other, three or two in a row.
func (d *doc) beside(parts []legendPart) {
	columns := 2
	if d.w >= 72 {
		columns = 3
	}
	each := (d.w - 1) / columns
	for ; len(parts) > 0; parts = parts[min(columns, len(parts)):] {
		now, n := parts[:min(columns, len(parts))], 0
		head := newLine(d.w).gap(1)
		for _, p := range now {
			n = max(n, len(p.marks))
			head.col(d.t.dim, p.name, each)
		}
		d.lines = append(d.lines, head.done())
		for i := range n {
			l := newLine(d.w).gap(1)
			for _, p := range now {
				var mark piece
				if i < len(p.marks) {
					mark = p.marks[i]
				}
				l.col(mark.st, mark.text, each)
			}
			d.lines = append(d.lines, l.done())
		}
	}
}

package ui

import (
	"parley/model"
	"strings"
)

// writeHelp is every key by group, and what the marks mean.
func (m *Model) writeHelp(d *doc) {
	t := d.t
	column := 0
	if d.w >= 110 {
		column = (d.w - 3) / 2
	}
	var blocks [][]string
	for _, group := range []string{inTime, inLists, inPanes, toRead, toNarrow, onDesk} {
		b := &doc{t: t, w: d.w}
		if column > 0 {
			b.w = column
		}
		b.row(piece{t.focus, group})
		for _, bind := range m.keys.bindings {
			if bind.group != group || len(bind.keys) == 0 {
				continue
			}
			var keys []string
			for _, k := range bind.keys {
				keys = append(keys, keyLabel(k))
			}
			l := newLine(b.w)
			l.put("", " ").col(t.key, strings.Join(keys, " "), 11).put(t.text, bind.help)
			b.lines = append(b.lines, l.done())
		}
		b.blank()
		blocks = append(blocks, b.lines)
	}
	legend := &doc{t: t, w: d.w}
	if column > 0 {
		legend.w = column
	}
	m.writeLegend(legend)
	blocks = append(blocks, legend.lines)
	if column == 0 {
		for _, b := range blocks {
			d.lines = append(d.lines, b...)
		}
		return
	}
	var left, right []string
	for _, b := range blocks {
		if len(left) <= len(right) {
			left = append(left, b...)
		} else {
			right = append(right, b...)
		}
	}
	n := max(len(left), len(right))
	left, right = fill(left, column, n), fill(right, column, n)
	for i := range n {
		d.lines = append(d.lines, left[i]+spaces(3)+right[i]+spaces(d.w-2*column-3))
	}
}

// writeLegend explains the marks.
func (m *Model) writeLegend(d *doc) {
	t := d.t
	d.row(piece{t.focus, "Marks"})
	steps := func(list []string) {
		var pieces []piece
		for i, action := range list {
			if i > 0 {
				pieces = append(pieces, piece{t.text, "  "})
			}
			r := rungs[action]
			pieces = append(pieces, piece{r.pick(t), r.glyph + " " + r.word})
		}
		d.flow(1, pieces)
	}
	steps(pressureSteps)
	steps(reliefSteps)
	var pieces []piece
	for _, level := range []model.CertaintyLevel{model.Single, model.Corroborated, model.OfficialWord, model.Disputed, model.Corrected, model.Withdrawn} {
		s := surenesses[level]
		pieces = append(pieces, piece{s.pick(t), s.glyph + " " + s.word}, piece{t.text, "  "})
	}
	d.flow(1, pieces)
	d.flow(1, []piece{{t.fresh, "•"}, {t.text, " new   "}, {t.good, "✓"}, {t.text, " checked   "}, {t.dim, "×3"}, {t.text, " independent sources   "}, {t.asOfText, "!"}, {t.text, " deadline on the time axis   “…” the speaker's own words"}})
}

package ui

import (
	"strings"
	"time"

	"parley/model"
)

// itemOf is the item that a fact's leading evidence stands in.
func (m *Model) itemOf(ref model.Ref) (model.Ref, bool) {
	if ref.Kind == model.KindItem {
		return ref, true
	}
	e, ok := m.leading(ref)
	if !ok {
		return model.Ref{}, false
	}
	return model.Ref{Kind: model.KindItem, N: int64(e.Version.Item)}, true
}

// leading is the leading evidence of a fact.
func (m *Model) leading(ref model.Ref) (model.Evidence, bool) {
	var list []model.Evidence
	switch ref.Kind {
	case model.KindStatement:
		row, _ := m.statement(ref)
		list = row.Evidence
	case model.KindSignal:
		row, _ := m.signal(ref)
		list = row.Evidence
	case model.KindEvent:
		row, _ := m.board.Event(ref)
		list = row.Evidence
	}
	if len(list) == 0 {
		return model.Evidence{}, false
	}
	return list[0], true
}

// writeVersions shows how an item read over time, each state against the one before.
func (m *Model) writeVersions(d *doc, ref model.Ref) {
	t := d.t
	item, ok := m.itemOf(ref)
	if !ok {
		d.para(t.dim, 0, "No item stands under the cursor.")
		return
	}
	history := m.board.History(item)
	if row, ok := m.board.Item(item); ok {
		d.flow(0, []piece{{t.strong, row.Feed.Name}, {t.dim, "  " + plural(len(history), "version", "versions") + " so far"}})
	}
	if len(history) == 1 {
		d.para(t.dim, 0, "Not edited since it was first seen.")
	}
	for i := len(history) - 1; i >= 0; i-- {
		v := history[i]
		head := "Version " + itoa(v.N)
		if v.Op != model.OpNone {
			head += " · " + string(v.Op)
		} else if i > 0 {
			head += " · silent edit"
		}
		d.section(head)
		d.row(piece{t.dim, "published " + m.clockTime(v.Published) + " · seen " + m.clockTime(v.Seen)})
		if i == 0 {
			d.flow(2, []piece{{t.text, v.Title}})
			d.para(t.dim, 2, v.Body())
			continue
		}
		before := history[i-1]
		d.flow(2, diffPieces(t, wordDiff(before.Title, v.Title)))
		if v.Body() != before.Body() {
			d.flow(2, diffPieces(t, wordDiff(before.Body(), v.Body())))
		}
	}
}

// writeConflicts sets accounts that cannot both hold side by side.
func (m *Model) writeConflicts(d *doc) {
	t := d.t
	conflicts := m.board.Conflicts()
	if len(conflicts) == 0 {
		d.para(t.dim, 0, "No two accounts contradict each other as of "+stamp(m.moment(), m.loc())+".")
		return
	}
	for i, c := range conflicts {
		if i > 0 {
			d.blank()
		}
		state := []piece{{t.disputed.with(boldOf(t)), "≠ " + c.Topic}, {t.dim, "   " + spoken(c.Kind) + " · since " + m.clockTime(c.Since)}}
		if !c.Resolved.IsZero() {
			state = append(state, piece{t.good, " · settled " + m.clockTime(c.Resolved)})
		}
		d.flow(0, state)
		half := (d.w - 3) / 2
		if len(c.Sides) == 2 && half >= 30 {
			m.sideBySide(d, c, half)
			continue
		}
		for _, side := range c.Sides {
			d.flow(2, []piece{{t.text, side.Says}})
			d.flow(4, []piece{{t.dim, m.saidWhere(side)}})
		}
	}
}

func (m *Model) sideBySide(d *doc, c model.Conflict, half int) {
	column := func(side model.ConflictSide) []string {
		one := &doc{t: d.t, w: half}
		one.flow(0, []piece{{d.t.text, side.Says}})
		one.flow(0, []piece{{d.t.dim, m.saidWhere(side)}})
		return one.lines
	}
	left, right := column(c.Sides[0]), column(c.Sides[1])
	n := max(len(left), len(right))
	left, right = fill(left, half, n), fill(right, half, n)
	rule := newLine(3).put(d.t.faint, " │ ").done()
	for i := range n {
		d.lines = append(d.lines, left[i]+rule+right[i]+spaces(d.w-2*half-3))
	}
}

func (m *Model) saidWhere(side model.ConflictSide) string {
	var parts []string
	for _, e := range side.Evidence {
		if e.CopyOf == nil {
			parts = append(parts, e.Feed.Name+" "+m.clockTime(e.Published))
		}
	}
	return strings.Join(parts, ", ")
}

// writeChanges lists what came, was edited, corrected, lifted or settled.
func (m *Model) writeChanges(d *doc) {
	t := d.t
	d.para(t.dim, 0, "Since "+stamp(m.look, m.loc())+". "+m.keys.hint("all-seen")+" calls everything seen.")
	part := func(name string, refs []model.Ref) {
		if len(refs) == 0 {
			return
		}
		d.section(itoa(len(refs)) + " " + name)
		for i, ref := range refs {
			if i == 200 {
				d.row(piece{t.dim, "  … and " + itoa(len(refs)-i) + " more"})
				break
			}
			at, text := m.briefly(ref)
			l := newLine(d.w)
			l.col(t.dim, m.clockTime(at), 13).put(t.text, text)
			d.lines = append(d.lines, l.done())
		}
	}
	part("corrected or withdrawn", m.fresh.Corrected)
	part("edited", m.fresh.Changed)
	part("surer now", m.fresh.Lifted)
	part("settled", m.fresh.Resolved)
	part("new", m.fresh.New)
	if len(d.lines) < 3 {
		d.para(t.text, 0, "Nothing has changed.")
	}
}

// briefly is any row of the board in one line.
func (m *Model) briefly(ref model.Ref) (at time.Time, text string) {
	switch ref.Kind {
	case model.KindStatement:
		if row, ok := m.statement(ref); ok {
			return row.At, speakerName(row.Speaker, row.Statement.Speaker) + ": " + quoted(row.Statement)
		}
	case model.KindSignal:
		if row, ok := m.signal(ref); ok {
			r := rungOf(row.Signal.Action, row.Signal.Direction)
			return row.At, r.glyph + " " + r.word + " " + sigText(row.Signal) + ", " + safe(m.nameOf(row.Signal.Sender)) + " to " + m.targetsOf(row.Signal)
		}
	case model.KindEvent:
		if row, ok := m.board.Event(ref); ok {
			return row.Reported, safe(row.Title)
		}
	case model.KindItem:
		if row, ok := m.board.Item(ref); ok {
			return row.Version.Seen, safe(row.Feed.Name + ": " + row.Version.Title)
		}
	}
	return time.Time{}, "not on the board at this moment"
}

// writeFeeds says of every feed what works, what fails and why.
func (m *Model) writeFeeds(d *doc) {
	t := d.t
	for _, h := range m.health {
		s := h.State
		glyph, st := "●", t.good
		switch {
		case h.Asking:
			glyph, st = "◌", t.accent
		case h.Failing():
			glyph, st = "×", t.bad
		case !h.Asked():
			glyph, st = "·", t.dim
		}
		l := newLine(d.w)
		l.put(st, glyph+" ").col(t.strong, safe(h.Feed.Name), min(34, d.w/2))
		l.put(t.dim, " "+m.feedTimes(h))
		d.lines = append(d.lines, l.done())
		if h.Failing() {
			why := s.LastError
			if s.Gone {
				why = "gone for good (410); it is asked no more. Take it out of the config or find its new address."
			}
			if s.Failures > 1 {
				why += " (" + itoa(s.Failures) + " times in a row)"
			}
			d.para(t.bad, 2, why)
		}
		if s.Skew.Abs() > time.Minute {
			d.row(piece{t.asOfText, "  its clock is off by " + ago(s.Skew)})
		}
		if stale := m.now.Sub(s.LastNew); !s.LastNew.IsZero() && stale > 24*time.Hour {
			d.row(piece{t.dim, "  nothing new for " + ago(stale)})
		}
	}
	if len(m.health) == 0 {
		d.para(t.dim, 0, "No feeds are configured.")
	}
}

func (m *Model) feedTimes(h FeedHealth) string {
	s := h.State
	var parts []string
	switch {
	case h.Asking:
		parts = append(parts, "being asked")
	case !h.Asked():
		parts = append(parts, "not asked yet")
	case s.LastSuccess.IsZero():
		parts = append(parts, "never answered")
	default:
		parts = append(parts, "answered "+ago(m.now.Sub(s.LastSuccess))+" ago")
	}
	if due := s.NextDue.Sub(m.now); !s.NextDue.IsZero() && !s.Gone {
		if due > 0 {
			parts = append(parts, "next in "+ago(due))
		} else {
			parts = append(parts, "due now")
		}
	}
	if s.Interval > 0 {
		parts = append(parts, "every "+ago(s.Interval))
	}
	if s.Items > 0 {
		parts = append(parts, plural(s.Items, "item", "items"))
	}
	return strings.Join(parts, " · ")
}

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
	d.flow(1, []piece{{t.fresh, "•"}, {t.text, " new   "}, {t.good, "✓"}, {t.text, " checked   "}, {t.dim, "×3"}, {t.text, " independent sources   “…” the speaker's own words"}})
}

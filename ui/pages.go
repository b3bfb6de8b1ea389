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
	case model.KindItem:
		if row, ok := m.board.Item(ref); ok {
			v := row.Version
			list = []model.Evidence{{Version: model.VersionRef{Item: v.Item, N: v.N}, Feed: row.Feed, Title: v.Title, Link: v.Link, Published: v.Published, Sentence: titleOf(v)}}
		}
	}
	if len(list) == 0 {
		return model.Evidence{}, false
	}
	return m.front(list)[0], true
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
		d.flow(0, []piece{{t.strong, row.Feed.Name}, {t.dim, "  " + model.Counted(len(history), "version", "versions") + " so far"}})
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
		e := model.Evidence{Published: v.Published, Seen: v.Seen}
		if v.DateFrom == model.DateFirstSeen { // that of its first version
			e.Undated, e.Seen = true, v.Published
		}
		d.para(t.dim, 0, m.publishedText(e)+" · seen "+m.clockTime(v.Seen))
		if i == 0 {
			if v.Title != "" {
				d.flow(2, []piece{{t.text, v.Title}})
			}
			d.para(t.dim, 2, v.Body())
			continue
		}
		before := history[i-1]
		if before.Title+v.Title != "" {
			d.flow(2, diffPieces(t, model.Edits(before.Title, v.Title)))
		}
		if v.Body() != before.Body() {
			d.flow(2, diffPieces(t, model.Edits(before.Body(), v.Body())))
		}
	}
}

// titleOf is what stands for an item: its title or, where a feed gives none, the
// start of its text.
func titleOf(v model.Version) string {
	if title := safe(strings.TrimSpace(v.Title)); title != "" {
		return title
	}
	if text := cut(safe(strings.Join(strings.Fields(v.Body()), " ")), 120); text != "" {
		return text
	}
	return "no title"
}

// newsOf is the headline of an item without the notice that it begins with
// ("CORRECTED-"), for lines that say it in a word or a mark of their own.
func newsOf(v model.Version) string {
	if title := safe(strings.TrimSpace(v.OpTitle)); title != "" {
		return curled(title)
	}
	return curled(titleOf(v))
}

// briefly is any row of the board in one line.
func (m *Model) briefly(ref model.Ref) (at time.Time, text string) {
	switch ref.Kind {
	case model.KindStatement:
		if row, ok := m.statement(ref); ok {
			if told, whole := row.Told(); whole {
				return row.At, fellIn(curled(safe(told)), row.Struck, row.Certainty)
			}
			return row.At, fellIn(speakerName(row.Speaker, row.Statement.Speaker)+": "+shown(row.Statement), row.Struck, row.Certainty)
		}
	case model.KindSignal:
		if row, ok := m.signal(ref); ok {
			r := rungThen(row)
			text = r.word + " " + strings.Join(nonEmpty(m.pathOf(row.Signal), sigText(row.Signal)), "  ")
			return row.At, r.glyph + " " + fellIn(text, row.Struck, row.Certainty)
		}
	case model.KindEvent:
		if row, ok := m.board.Event(ref); ok {
			return row.Reported, fellIn(safe(row.Title), row.Struck, row.Certainty)
		}
	case model.KindItem:
		if row, ok := m.board.Item(ref); ok {
			return row.Version.Seen, safe(row.Feed.Name) + ": " + newsOf(row.Version)
		}
	case model.KindConflict:
		if c, ok := m.conflict(ref); ok {
			return c.Resolved, "≠ " + safe(c.Topic) + "   " + spoken(c.Kind)
		}
	}
	return time.Time{}, "not on the board at this moment"
}

package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// split asks which report of the statement under the cursor is of another one,
// and takes it out; on a report that was split off it takes that back.
func (m *Model) split() tea.Cmd {
	row, ok := m.statement(m.subject())
	if !ok {
		return m.tell("only a report of a statement can be split off", false)
	}
	if undo, ok := m.undoing(m.onLive().marksOn(row.Ref), "split", row.Ref); ok {
		return m.store(undo, "the report is back with its statement")
	}
	// The report that came first is the statement itself.
	others := slices.DeleteFunc(slices.Clone(row.Evidence), func(e model.Evidence) bool { return e.Report == row.Ref })
	if len(others) == 0 {
		return m.tell("this statement has one report: there is nothing to split off", false)
	}
	var list []choice
	for i, e := range others {
		list = append(list, choice{name: itoa(i+1) + " " + safe(e.Feed.Name), text: m.clockTime(e.Published) + "  " + safe(cmp.Or(e.Title, e.Sentence)), do: func() tea.Cmd {
			return m.store(model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "split", On: e.Report}, "the report of "+safe(e.Feed.Name)+" stands by itself")
		}})
	}
	m.chooseOn(row, "which report is to stand by itself?", list, 0)
	return nil
}

// join takes up the statement under the cursor, and at the second press puts it
// with the one that is under the cursor then; on a joined one it takes that back.
func (m *Model) join() tea.Cmd {
	ref := m.subject()
	row, ok := m.statement(ref)
	switch {
	case !ok:
		return m.tell("only statements can be joined", false)
	case m.joining == row.Ref:
		m.joining = model.Ref{}
		return m.tell("nothing is joined", false)
	case m.joining.Kind == model.KindStatement:
		entry := model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "join", On: row.Ref, Value: m.joining.String()}
		said := "joined: one statement now"
		if other, ok := m.statement(m.joining); ok && other.Speaker.ID != row.Speaker.ID {
			said = "joined, though of two speakers, " + speakerName(other.Speaker, other.Statement.Speaker) + " and " + speakerName(row.Speaker, row.Statement.Speaker) + "; " + m.keys.hint("undo") + " takes it back"
		}
		m.joining = model.Ref{}
		return m.store(entry, said)
	}
	if undo, ok := m.undoing(m.onLive().marksOn(row.Ref), "join", row.Ref); ok {
		return m.store(undo, "the statements are apart again")
	}
	m.joining = row.Ref
	return m.tell("now go to the statement that it belongs to and press "+m.keys.hint("join"), false)
}

// undoing is the entry that takes the last one of a kind back.
func (m *Model) undoing(marks []model.Mark, verb string, ref model.Ref) (model.Mark, bool) {
	for _, k := range slices.Backward(marks) {
		if k.Verb == verb && !k.Undone {
			return model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "undo", On: ref, Value: itoa(int(k.ID))}, true
		}
	}
	return model.Mark{}, false
}

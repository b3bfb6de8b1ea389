package ui

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// mark stores an entry of the editor's hand, or takes the last one of its kind back;
// what another editor checked stays checked by them.
func (m *Model) mark(a action) tea.Cmd {
	ref, verb, said := m.subject(), "checked", "marked as checked"
	live := m.onLive() // what was done by hand since the moment shown counts, too
	marks := live.marksOn(ref)
	if a == "mute" {
		what := "item"
		if ref, _ = m.itemOf(ref); m.page != nil && m.page.kind == storyPage {
			ref, what = m.page.story, "story"
		}
		verb, said, marks = "mute", what+" muted; "+m.keys.hint("muted")+" lists what is muted", live.board.Marks(ref)
	}
	if item, ok := m.itemOf(ref); ok && a == "check" && (m.struck(ref) || slices.Contains(m.fresh.Corrected, item)) {
		ref, marks = item, live.board.Marks(item)
		verb, said = "ack", "the correction is acknowledged"
	}
	if ref.Kind == model.KindNone {
		return m.tell("nothing to "+string(a)+" here", false)
	}
	entry := model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: verb, On: ref}
	for _, k := range slices.Backward(marks) {
		if k.Verb == verb && !k.Undone && (verb != "checked" || k.By == m.opts.Reader) {
			entry.Verb, entry.Value, said = "undo", itoa(int(k.ID)), "taken back"
			break
		}
	}
	return m.store(entry, said)
}

// deed is what a mark says as editors read it.
func deed(k model.Mark, known *model.Directory) string {
	switch k.Verb {
	case "ack":
		return "correction acknowledged"
	case "note":
		return "note “" + safe(k.Value) + "”"
	case "speaker":
		return "speaker " + safe(known.Name(k.Value))
	case "type":
		return "type " + safe(k.Value)
	}
	return k.Verb // what was joined has no name but its number
}

// struck reports whether a row was corrected or withdrawn.
func (m *Model) struck(ref model.Ref) bool {
	if row, ok := m.statement(ref); ok {
		return row.Struck
	}
	row, ok := m.signal(ref)
	return ok && row.Struck
}

// takeBack undoes the last thing that this reader did by hand.
func (m *Model) takeBack() tea.Cmd {
	desk, by, at := m.desk, m.opts.Reader, m.handAt()
	return m.within(5*time.Second, func(ctx context.Context) tea.Msg {
		marks, err := desk.Marks(ctx)
		if err != nil {
			return didMsg{err: errors.New("what was done by hand could not be read: " + err.Error())}
		}
		for _, k := range slices.Backward(marks) {
			if k.By != by || k.Undone || k.Verb == "undo" {
				continue
			}
			undo := model.Mark{At: at, By: by, Verb: "undo", On: k.On, Value: itoa(int(k.ID))}
			if err := desk.Mark(ctx, undo); err != nil {
				return didMsg{err: errors.New("the mark was not stored: " + err.Error())}
			}
			return didMsg{said: "taken back: " + deed(k, desk.Directory()), on: k.On, done: k.At, wakes: true}
		}
		return didMsg{said: "nothing of yours is left to take back"}
	})
}

func (m *Model) marksOn(ref model.Ref) []model.Mark {
	switch ref.Kind {
	case model.KindStatement:
		row, _ := m.statement(ref)
		return row.Marks
	case model.KindSignal:
		row, _ := m.signal(ref)
		return row.Marks
	case model.KindEvent:
		row, _ := m.board.Event(ref)
		return row.Marks
	}
	return nil
}

// handAt is when something is done by hand: on a frozen screen to what stands there.
func (m *Model) handAt() time.Time {
	if m.at.IsZero() {
		return m.moment()
	}
	return m.now
}

// store writes an entry to the record and says that it is done.
func (m *Model) store(entry model.Mark, said string) tea.Cmd {
	return m.storeOr(entry, said, nil)
}

// storeOr is store, with what asks for the entry anew where it was not stored.
func (m *Model) storeOr(entry model.Mark, said string, again func()) tea.Cmd {
	desk := m.desk
	if !m.at.IsZero() {
		said += "; it shows from now on, not as of a moment before"
	}
	return m.within(5*time.Second, func(ctx context.Context) tea.Msg {
		if err := desk.Mark(ctx, entry); err != nil {
			return didMsg{err: errors.New("the mark was not stored: " + err.Error()), again: again}
		}
		return didMsg{said: said, wakes: true}
	})
}

// fix asks what the editor wants to put right on the statement under the cursor.
func (m *Model) fix(a action) tea.Cmd {
	ref := m.subject()
	row, ok := m.statement(ref)
	switch {
	case a == "note" && ref.Kind == model.KindNone:
		return m.tell("nothing to write a note on here", false)
	case a != "note" && !ok:
		return m.tell("choose a statement: of other rows neither speaker nor type is fixed", false)
	}
	switch a {
	case "fix-speaker":
		m.chooseSpeaker(row)
	case "fix-type":
		m.chooseType(row)
	default:
		m.writeNote(ref, "")
	}
	return nil
}

// writeNote lets the editor write a note on a row. One that is not stored stands in the
// prompt again.
func (m *Model) writeNote(ref model.Ref, text string) {
	m.openPrompt("note", text, "a line to remember", func(text string) tea.Cmd {
		if text == "" {
			return nil
		}
		entry := model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "note", On: ref, Value: text}
		return m.storeOr(entry, "noted: “"+text+"”", func() { m.writeNote(ref, text) })
	})
}

// chooseSpeaker lets the editor choose who spoke, from those on the board, who are heard
// most first, then from the directory.
func (m *Model) chooseSpeaker(row model.StatementRow) {
	var list []choice
	named := map[string]bool{}
	cur := 0
	add := func(a model.Actor) {
		if named[a.ID] || a.ID == model.Unknown {
			return
		}
		named[a.ID] = true
		name, about := m.nameOf(a.ID), cmp.Or(a.Office, a.Role, string(a.Kind))
		if a.ID == model.Unnamed {
			name, about = "unnamed sources", "somebody whom the report does not name"
		}
		if a.ID == row.Speaker.ID {
			cur = len(list)
		}
		list = append(list, choice{name: safe(name), text: safe(strings.Join(append([]string{about}, a.Aliases...), ", ")), do: func() tea.Cmd {
			if a.ID == row.Speaker.ID {
				return nil
			}
			return m.store(model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "speaker", On: row.Ref, Value: a.ID}, "speaker set to "+safe(name))
		}})
	}
	on := m.board.Actors(model.Filter{})
	slices.SortStableFunc(on, func(a, b model.ActorRow) int { return cmp.Compare(b.Statements, a.Statements) })
	for _, r := range on {
		add(*r.Actor)
	}
	for _, a := range m.desk.Directory().All() {
		add(a)
	}
	add(model.Actor{ID: model.Unnamed})
	m.chooseOn(row, "who spoke? type a name, an office or an alias", list, cur)
}

// chooseType lets the editor choose what kind of statement it is.
func (m *Model) chooseType(row model.StatementRow) {
	var list []choice
	for _, kind := range model.StatementTypes {
		list = append(list, choice{name: kind, do: func() tea.Cmd {
			if kind == row.Statement.Type {
				return nil
			}
			return m.store(model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "type", On: row.Ref, Value: kind}, "type set to "+kind)
		}})
	}
	m.chooseOn(row, "what kind of statement is it?", list, max(0, slices.Index(model.StatementTypes, row.Statement.Type)))
}

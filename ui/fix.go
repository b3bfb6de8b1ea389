package ui

import (
	tea "charm.land/bubbletea/v2"
	"context"
	"errors"
	"parley/model"
	"slices"
	"strings"
	"time"
)

// mark stores an entry of the editor's hand, or takes the last one of its kind back.
func (m *Model) mark(a action) tea.Cmd {
	ref, verb, said := m.subject(), "checked", "marked as checked"
	marks := m.marksOn(ref)
	if a == "mute" {
		ref, _ = m.itemOf(ref)
		verb, said = "mute", "item muted; "+m.keys.hint("muted")+" lists what is muted"
	}
	if ref.Kind == model.KindNone {
		return m.tell("nothing to mark here", false)
	}
	entry := model.Mark{At: m.now, By: m.opts.Reader, Verb: verb, On: ref}
	for _, k := range slices.Backward(marks) {
		if k.Verb == verb && !k.Undone {
			entry.Verb, entry.Value, said = "undo", itoa(int(k.ID)), "taken back"
			break
		}
	}
	return m.store(entry, said)
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

// store writes an entry to the record and says that it is done.
func (m *Model) store(entry model.Mark, said string) tea.Cmd {
	desk := m.desk
	return m.within(5*time.Second, func(ctx context.Context) tea.Msg {
		if err := desk.Mark(ctx, entry); err != nil {
			return didMsg{err: errors.New("the mark was not stored: " + err.Error())}
		}
		return didMsg{said: said, wakes: true}
	})
}

// fix asks what the editor wants to put right on the statement under the cursor.
func (m *Model) fix(a action) tea.Cmd {
	ref := m.subject()
	row, ok := m.statement(ref)
	if !ok && (a != "note" || ref.Kind == model.KindNone) {
		return m.tell("only a statement can be fixed here", false)
	}
	entry := model.Mark{By: m.opts.Reader, On: ref}
	label, value, hint := "note", "", "a line to remember"
	switch a {
	case "fix-speaker":
		entry.Verb, label, value, hint = "speaker", "speaker", row.Speaker.ID, "id of the actor, such as "+someIDs(m.desk.Directory())
	case "fix-type":
		entry.Verb, label, value, hint = "type", "type", row.Statement.Type, "threat, denial, offer, demand, …"
	default:
		entry.Verb = "note"
	}
	m.openPrompt(label, value, hint, func(text string) tea.Cmd {
		if text == "" || text == value {
			return nil
		}
		entry.At, entry.Value = m.now, text
		return m.store(entry, label+" set to "+text)
	})
	return nil
}

// someIDs are a few ids, to show what one looks like.
func someIDs(dir *model.Directory) string {
	var ids []string
	for _, a := range dir.All() {
		if ids = append(ids, a.ID); len(ids) == 3 {
			break
		}
	}
	return strings.Join(ids, ", ")
}

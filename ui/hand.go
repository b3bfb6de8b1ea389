package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// Attribution is a fact as an editor pastes it: the words, who spoke them, which
// outlet reported it when, and where.
func Attribution(words, speaker string, e model.Evidence, loc *time.Location) string {
	var b strings.Builder
	b.WriteString(words)
	b.WriteString(" — ")
	b.WriteString(strings.Join(nonEmpty(speaker, e.Feed.Name, stamp(e.Published, loc)), ", "))
	if _, offset := e.Published.In(loc).Zone(); offset != 0 && !e.Published.IsZero() {
		b.WriteString(" (" + e.Published.UTC().Format("15:04") + " UTC)")
	}
	if e.Link != "" {
		b.WriteString(" " + e.Link)
	}
	return b.String()
}

// copyFact puts the row under the cursor on the clipboard: by OSC 52, so that it
// works over SSH, and on the local one where there is one. The footer shows what
// was copied, for terminals that take neither.
func (m *Model) copyFact() tea.Cmd {
	ref := m.subject()
	e, ok := m.leading(ref)
	if !ok {
		return m.tell("nothing to copy here", false)
	}
	words, speaker := "", ""
	switch ref.Kind {
	case model.KindStatement:
		row, _ := m.statement(ref)
		words, speaker = quoted(row.Statement), speakerName(row.Speaker, row.Statement.Speaker)
	case model.KindSignal:
		row, _ := m.signal(ref)
		words = safe(e.Sentence)
		speaker = safe(m.nameOf(row.Signal.Sender)) + " (" + rungOf(row.Signal.Action, row.Signal.Direction).word + ")"
	default:
		words = safe(e.Sentence)
	}
	text := Attribution(words, speaker, e, m.loc())
	cmds := []tea.Cmd{tea.SetClipboard(text), m.tell("copied: "+text, false)}
	if local := m.opts.Clipboard; local != nil {
		cmds = append(cmds, func() tea.Msg { return didMsg{err: local(text)} })
	}
	return tea.Batch(cmds...)
}

// openLink opens the link of the row under the cursor.
func (m *Model) openLink() tea.Cmd {
	e, ok := m.leading(m.subject())
	switch {
	case !ok || e.Link == "":
		return m.tell("no link here", false)
	case m.opts.OpenLink == nil:
		return m.tell("links do not open from here: "+e.Link, false)
	}
	open, link := m.opts.OpenLink, e.Link
	return tea.Batch(m.tell("opening "+link, false), func() tea.Msg {
		if err := open(link); err != nil {
			return didMsg{err: errors.New("the link did not open: " + err.Error() + " — " + link)}
		}
		return nil
	})
}

// mark stores an entry of the editor's hand, or takes the last one of its kind back.
func (m *Model) mark(a action) tea.Cmd {
	ref, verb, said := m.subject(), "checked", "marked as checked"
	marks := m.marksOn(ref)
	if a == "mute" {
		ref, _ = m.itemOf(ref)
		verb, said = "mute", "item muted; the record keeps it"
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

// brief writes the hand-over note of what is new, as of the moment shown.
func (m *Model) brief() tea.Cmd {
	desk, since, at, clock := m.desk, m.look, m.at, m.clock
	if !at.IsZero() && !since.Before(at) {
		since = time.Time{} // in the past, all that was known then
	}
	m.say("writing the brief …", false)
	return m.within(time.Minute, func(ctx context.Context) tea.Msg {
		path, err := desk.Brief(ctx, since, at, clock)
		if err != nil {
			return didMsg{err: errors.New("the brief was not written: " + err.Error())}
		}
		return didMsg{said: "brief written to " + path}
	})
}

// nextUnseen goes to the oldest thing that is new and was not visited yet.
func (m *Model) nextUnseen() tea.Cmd {
	m.plan.zoomed = false
	for _, ref := range m.fresh.New {
		if m.visited[ref] {
			continue
		}
		m.visited[ref] = true
		m.goLive()
		if ref.Kind == model.KindEvent { // it has no row to stand on
			m.page = &page{kind: evidencePage, pinned: ref}
			return nil
		}
		if m.page != nil && m.page.pinned.Kind != model.KindNone {
			m.page = nil
		}
		if m.reveal(ref) {
			m.focusOn(statementsPane)
			if ref.Kind == model.KindSignal {
				m.focusOn(signalsPane)
			}
			return nil
		}
	}
	return m.tell("nothing unseen is left", false)
}

// allSeen moves the last look to now.
func (m *Model) allSeen() tea.Cmd {
	m.look = m.now
	clear(m.visited)
	m.count()
	m.gen++
	return tea.Batch(m.looked(m.now), m.tell("everything up to "+hm(m.now, m.loc())+" is seen", false))
}

// rowAtLine is the row of a pane that covers a line below its heading.
func (m *Model) rowAtLine(p paneID, line int) (int, bool) {
	r, ok := m.lay.find(p)
	if !ok {
		return 0, false
	}
	var top, n int
	var height func(i int) int
	switch p {
	case actorsPane:
		top, n, height = m.actors.top, len(m.actors.rows), func(int) int { return 1 }
	case statementsPane:
		top, n = m.statements.top, len(m.statements.rows)
		height = func(i int) int { return len(m.statementLines(m.statements.rows[i], m.statements.under)) }
	case signalsPane:
		s := m.sight(signalsPane, r)
		top, n, height = m.signals.top, len(m.signals.rows), func(i int) int { return m.signalHeight(i, s) }
	default:
		return 0, false
	}
	for i := top; i < n; i++ {
		if line -= height(i); line < 0 {
			return i, true
		}
	}
	return 0, false
}

// onRow reports whether the cursor of a pane stands on a row.
func (m *Model) onRow(p paneID, i int) bool {
	switch p {
	case actorsPane:
		return m.actors.cur == i
	case signalsPane:
		return m.signals.cur == i
	}
	return m.statements.cur == i
}

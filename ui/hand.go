package ui

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// Attribution is a fact as an editor pastes it: the words, who spoke them, which
// outlet reported it when, and where.
func Attribution(words, speaker string, e model.Evidence, loc *time.Location) string {
	var b strings.Builder
	when, known := stamp(e.Published, loc), true
	switch {
	case e.Undated:
		when, known = "undated, here "+stamp(e.Seen, loc), false
	case aheadOfItself(e):
		when, known = "dated "+when+", here "+stamp(e.Seen, loc), false
	}
	b.WriteString(words)
	b.WriteString(" — ")
	b.WriteString(strings.Join(nonEmpty(speaker, e.Feed.Name, when), ", "))
	if _, offset := e.Published.In(loc).Zone(); offset != 0 && !e.Published.IsZero() && known {
		b.WriteString(" (" + e.Published.UTC().Format("15:04") + " UTC)")
	}
	if e.Link != "" {
		b.WriteString(" " + e.Link)
	}
	return b.String()
}

// copyFact puts the row under the cursor on the clipboard: by OSC 52, so that it
// works over SSH. The footer shows what was copied, for terminals that take none.
func (m *Model) copyFact() tea.Cmd {
	ref := m.subject()
	e, ok := m.leading(ref)
	if !ok {
		return m.tell("nothing to copy here", false)
	}
	var words, speaker string
	switch ref.Kind {
	case model.KindStatement:
		row, _ := m.statement(ref)
		if e.Version != row.Evidence[0].Version { // the account in a conflict, not what leads
			words = safe(e.Sentence)
			break
		}
		words, speaker = quoted(row.Statement), speakerName(row.Speaker, row.Statement.Speaker)
		if told, whole := row.Told(); whole {
			words = safe(told)
		}
	case model.KindSignal:
		row, _ := m.signal(ref)
		words = safe(e.Sentence)
		if row.Signal.Sender != "" {
			speaker = m.senderOf(row.Signal) + " (" + rungThen(row).word + ")"
		}
	default:
		words = safe(e.Sentence)
	}
	text := Attribution(words, speaker, e, m.loc())
	return tea.Batch(tea.SetClipboard(text), m.tell("copied: "+text, false))
}

// openLink opens the link of the row under the cursor. One that does not open is
// shown and copied.
func (m *Model) openLink() tea.Cmd {
	e, ok := m.leading(m.subject())
	switch {
	case !ok || e.Link == "":
		return m.tell("no link here", false)
	case m.opts.OpenLink == nil:
		return tea.Batch(tea.SetClipboard(e.Link), m.tell("links do not open from here; this one is copied: "+e.Link, false))
	}
	open, link := m.opts.OpenLink, e.Link
	return tea.Batch(m.tell("opening "+link, false), func() tea.Msg {
		if err := open(link); err != nil {
			return didMsg{err: errors.New("the link did not open: " + err.Error() + "; it is copied: " + link), copies: link}
		}
		return nil
	})
}

// brief writes the hand-over note of what is new and passes the filters, as of the
// moment shown.
func (m *Model) brief() tea.Cmd {
	if m.searching() {
		return m.tell("the search is still under way: the brief would not be narrowed by it", false)
	}
	desk, at, clock := m.desk, m.at, m.clock
	if m.frozen {
		at = m.moment()
	}
	opts := model.BriefOptions{Since: m.look, Filter: m.current, Kinds: m.kinds, Asked: m.narrowedBy()}
	if m.never || !at.IsZero() && !opts.Since.Before(at) {
		opts.Since = time.Time{} // at the first look all, and in the past all that was known then
	}
	m.say("writing the brief …", false)
	return m.within(time.Minute, func(ctx context.Context) tea.Msg {
		path, err := desk.Brief(ctx, at, clock, opts)
		switch {
		case err != nil:
			return didMsg{err: errors.New("the brief was not written: " + err.Error())}
		case opts.Asked != "":
			return didMsg{said: "brief of what the filters leave (" + opts.Asked + ") written to " + path}
		}
		return didMsg{said: "brief written to " + path}
	})
}

// allSeen moves the last look to when the live record was last on the screen, or to the
// moment shown where that is later: what came while the screen stood still stays new.
func (m *Model) allSeen() tea.Cmd {
	to := later(m.look, m.saw)
	if m.clock == model.BySeen && !m.at.After(m.now) {
		to = later(to, m.at)
	}
	hides := len(m.fresh.New) > len(m.reachable())
	m.look, m.novice, m.never = to, false, false
	clear(m.visited)
	m.count()
	m.gen++
	said := "everything up to " + m.clockTime(to) + " is seen"
	if hides {
		said += ", also what the filters hide"
	}
	if n := len(m.fresh.New); n > 0 {
		said += "; " + model.Counted(n, "that came later stays", "that came later stay") + " new"
	}
	return tea.Batch(m.looked(to), m.tell(said, false))
}

package ui

import (
	"context"
	"fmt"
	"io"
	"time"

	"parley/model"
)

// Plain prints what arrives as lines of text, without moving a cursor, for screen
// readers and pipes. What is on the record already comes first, oldest first. It
// ends with ctx or when the desk closes; the error is that of writing.
func Plain(ctx context.Context, desk Desk, opts Options, w io.Writer) error {
	m := New(desk, opts)
	printed := map[model.Ref]bool{}
	fmt.Fprintf(w, "%s. %s.\n", safe(m.summit.Name), stamp(desk.Now(), m.loc()))
	failing := map[string]bool{}
	for {
		m.board, m.now = desk.Board(time.Time{}, m.clock), desk.Now()
		for _, line := range m.plainLines(printed) {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
		for _, h := range desk.Health() {
			if h.Failing() != failing[h.Feed.URL] {
				failing[h.Feed.URL] = h.Failing()
				text := "works again"
				if h.Failing() {
					text = "fails: " + safe(h.State.LastError)
				}
				if _, err := fmt.Fprintf(w, "Feed %s %s.\n", safe(h.Feed.Name), text); err != nil {
					return err
				}
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case _, open := <-desk.Updates():
			if !open {
				return nil
			}
		}
	}
}

// plainLines says every fact that was not said before, oldest first.
func (m *Model) plainLines(printed map[model.Ref]bool) []string {
	var lines []string
	say := func(refs []model.Ref, in func(ref model.Ref) string) {
		for i := len(refs) - 1; i >= 0; i-- {
			if !printed[refs[i]] {
				printed[refs[i]] = true
				lines = append(lines, in(refs[i]))
			}
		}
	}
	say(m.board.Statements(model.Filter{}), func(ref model.Ref) string {
		row, _ := m.board.Statement(ref)
		feed := ""
		if len(row.Evidence) > 0 {
			feed = safe(row.Evidence[0].Feed.Name)
		}
		return fmt.Sprintf("%s. %s, %s, %s: %s (%s)", shortStamp(row.At, m.loc()), speakerName(row.Speaker, row.Statement.Speaker), statementKind(row), surenessOf(row.Certainty).word, quoted(row.Statement), feed)
	})
	say(m.board.Signals(model.Filter{}), func(ref model.Ref) string {
		row, _ := m.board.Signal(ref)
		r := rungOf(row.Signal.Action, row.Signal.Direction)
		return fmt.Sprintf("%s. Sanction signal, %s: %s, from %s to %s. %s.", shortStamp(row.At, m.loc()), r.word, sigText(row.Signal), safe(m.nameOf(row.Signal.Sender)), m.targetsOf(row.Signal), surenessOf(row.Certainty).word)
	})
	return lines
}

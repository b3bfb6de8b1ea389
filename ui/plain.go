package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// plainMost is how many lines of what is on the record already are printed: about as
// much as the panes of a screen show.
const plainMost = 40

// Plain prints what arrives as lines of text, without moving a cursor, for screen
// readers and pipes. The latest of what is on the record already comes first, oldest
// first, or with Options.Whole all of it, and nothing comes that Options.Filter leaves
// out. It ends with ctx, when the desk closes, or when it has told what was known at
// Options.At; the error is that of writing, or of a search for what the filter asks.
func Plain(ctx context.Context, desk Desk, opts Options, w io.Writer) error {
	m := New(desk, opts)
	m.ctx, m.still = ctx, true // no notice is waited for until it goes away
	printed := map[model.Ref]bool{}
	as := opts.At
	if as.IsZero() {
		as = desk.Now()
	}
	fmt.Fprintf(w, "%s. %s.\n", cmp.Or(safe(m.summit.Name), "Parley"), stamp(as, m.loc()))
	var news plainNews
	m.settle(m.startFilter(), 0)
	for first := true; ; first = false {
		m.board, m.now = desk.Board(opts.At, m.clock), desk.Now()
		if m.wide {
			m.settle(m.search(m.query), 0)
		}
		if m.query == "" && opts.Filter != "" { // dropped, as it had no answer
			select {
			case <-ctx.Done():
				return nil
			default:
				return errors.New(m.notice.text)
			}
		}
		lines := m.plainLines(printed)
		if n := len(lines) - plainMost; first && n > 0 && !opts.Whole {
			lines = append([]string{fmt.Sprintf("left out: %s on the record from before %s; --all prints everything", model.Counted(n, "line", "lines"), plainTime(lines[n]))}, lines[n:]...)
		}
		for _, line := range lines {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
		if !opts.At.IsZero() {
			return nil
		}
		m.takeHealth()
		for _, line := range news.lines(m.health, m.outage) {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
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

// plainTime is the time with which a line begins.
func plainTime(line string) string {
	at, _, _ := strings.Cut(line, ".")
	return at
}

// plainNews is what was said of the feeds.
type plainNews struct {
	failing map[string]bool // by URL
	down    bool
	back    time.Time // when the network was back; who failed before was not asked since
}

// lines says which feeds fail and work again, each once, and of a network that is down
// that alone. While nobody has answered and some are still being asked, it waits.
func (p *plainNews) lines(health []FeedHealth, outage model.Outage) (lines []string) {
	asking := func(h FeedHealth) bool { return h.Asking || !h.Asked() }
	if outage.Feeds > 0 && slices.ContainsFunc(health, asking) {
		return nil
	}
	if p.failing == nil {
		p.failing = map[string]bool{}
	}
	if p.down != outage.Down {
		if p.down = outage.Down; p.down {
			lines = append(lines, sentence(outage.String()))
		} else {
			lines = append(lines, "The network is back.")
			for _, h := range health {
				p.back = later(p.back, h.State.LastSuccess)
			}
		}
	}
	for _, h := range health {
		fails := h.Failing() && !outage.Explains(h.Try()) && !h.State.LastTry.Before(p.back)
		if fails == p.failing[h.Feed.URL] {
			continue
		}
		if p.failing[h.Feed.URL] = fails; fails {
			lines = append(lines, "Feed "+safe(h.Feed.Name)+" fails: "+safe(h.State.LastError)+".")
		} else if !h.Failing() {
			lines = append(lines, "Feed "+safe(h.Feed.Name)+" works again.")
		}
	}
	return lines
}

// plainLines says every fact that was not said before, oldest first.
func (m *Model) plainLines(printed map[model.Ref]bool) []string {
	type said struct {
		at   time.Time
		text string
	}
	var list []said
	say := func(refs []model.Ref, in func(ref model.Ref) said) {
		for _, ref := range slices.Backward(refs) {
			if !printed[ref] {
				printed[ref] = true
				list = append(list, in(ref))
			}
		}
	}
	say(m.board.Statements(m.filterFor(model.KindStatement)), func(ref model.Ref) said {
		row, _ := m.board.Statement(ref)
		feed := ""
		if len(row.Evidence) > 0 {
			feed = safe(row.Evidence[0].Feed.Name)
		}
		return said{row.At, fmt.Sprintf("%s, %s, %s: %s (%s%s)", speakerName(row.Speaker, row.Statement.Speaker), kindInWords(row.Statement), surenessOf(row.Certainty).word, quoted(row.Statement), feed, m.plainDate(row.At, row.Evidence))}
	})
	say(m.board.Signals(m.filterFor(model.KindSignal)), func(ref model.Ref) said {
		row, _ := m.board.Signal(ref)
		r := rungOfRow(row)
		path := ""
		if row.Signal.Sender != "" {
			path = ", from " + m.senderOf(row.Signal)
		}
		var to []string
		for _, id := range row.Signal.Target {
			to = append(to, safe(m.nameOf(id)))
		}
		if len(to) > 0 {
			path += ", to " + strings.Join(to, " and ")
		}
		what := cmp.Or(sigText(row.Signal), "a measure")
		return said{row.At, fmt.Sprintf("Sanction signal, %s: %s%s. %s%s.", strings.ToLower(r.word), what, path, surenessOf(row.Certainty).word, m.plainDate(row.At, row.Evidence))}
	})
	say(m.board.Events(m.filterFor(model.KindEvent)), func(ref model.Ref) said {
		row, _ := m.board.Event(ref)
		return said{row.Reported, fmt.Sprintf("Event: %s. %s.", safe(row.Title), surenessOf(row.Certainty).word)}
	})
	slices.SortStableFunc(list, func(a, b said) int { return a.at.Compare(b.at) })
	lines := make([]string, len(list))
	for i, s := range list {
		lines[i] = shortStamp(s.at, m.loc()) + ". " + s.text
	}
	return lines
}

// plainDate says when an old report came out that was seen only now.
func (m *Model) plainDate(at time.Time, reports []model.Evidence) string {
	when, old := m.told(at, reports)
	if !old {
		return ""
	}
	return ", published " + when.In(m.loc()).Format("2 Jan 2006")
}

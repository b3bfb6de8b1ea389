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
	as := opts.At
	if as.IsZero() {
		as = desk.Now()
	}
	fmt.Fprintf(w, "%s. %s.\n", cmp.Or(safe(m.summit.Name), "Parley"), stamp(as, m.loc()))
	var news plainNews
	var facts plainFacts
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
		lines := facts.lines(m)
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
			lines = append(lines, "Feed "+safe(h.Feed.Name)+" fails: "+ended(safe(h.State.LastError)))
		} else if !h.Failing() {
			lines = append(lines, "Feed "+safe(h.Feed.Name)+" works again.")
		}
	}
	return lines
}

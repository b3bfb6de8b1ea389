package feeds

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// Limits beyond which a feed that works is still worth a word.
const (
	staleAfter   = 7 * 24 * time.Hour
	skewWorth    = 2 * time.Minute
	packingWorth = 64 << 10 // bytes that are worth compressing
)

// judge looks for what is wrong with a feed that can be read.
func (r *Report) judge(cfg Config, st model.FeedState, p Parsed, now time.Time) {
	if p.Truncated {
		r.fault("it breaks off before its end", "nothing, if it is read at the next try; else tell its publisher")
	}
	if p.Overlong {
		r.fault(overlong(p), "ask its publisher for a shorter feed of the newest items")
	}
	if len(p.Items) == 0 {
		r.fault("it has no items", "look whether the address is still the right one")
	}
	if !r.Newest.IsZero() && now.Sub(r.Newest) > staleAfter {
		r.fault(fmt.Sprintf("its newest item is %s old", age(now.Sub(r.Newest))), "look whether the feed has moved or ended")
	}
	missing, future, linkless := 0, 0, 0
	for _, it := range p.Items {
		if slices.Contains(it.Flags, model.FlagDateMissing) {
			missing++
		}
		if slices.Contains(it.Flags, model.FlagDateFuture) {
			future++
		}
		if it.Link == "" {
			linkless++
		}
	}
	if missing > 0 {
		r.fault(fmt.Sprintf("%d of %d items have no date that can be read", missing, len(p.Items)), "nothing; they stand under the time at which the desk first sees them")
	}
	if future > 0 {
		r.fault(fmt.Sprintf("%d of %d items are dated in the future", future, len(p.Items)), "nothing; they are marked. If other feeds say the same, check this machine's clock")
	}
	if linkless > 0 {
		r.fault(fmt.Sprintf("%d of %d items have no link", linkless, len(p.Items)), "nothing; their evidence cannot be opened")
	}
	if r.ETag == "" && r.LastModified == "" {
		r.fault(fmt.Sprintf("it sends neither ETag nor Last-Modified, so that each poll costs %s", size(r.Wire)), "ask it rarely: set a longer every")
	}
	if r.Encoding == "" && r.Size > packingWorth {
		r.fault(fmt.Sprintf("its %s are not compressed", size(r.Size)), "ask it rarely: set a longer every")
	}
	if r.Skew.Abs() > skewWorth {
		r.fault(fmt.Sprintf("its clock is %s %s ours", age(r.Skew.Abs()), aheadOrBehind(r.Skew)), "check this machine's clock if other feeds say the same")
	}
	if wants := min(st.Hint, maxRaise); wants > r.Every {
		r.fault(fmt.Sprintf("it is asked oftener than it wants: every %s, though its %s asks for %s", Spell(r.Every), st.HintWhy, Spell(wants)), "set a longer every, or none")
	}
	if r.Size > cfg.MaxBody/2 {
		r.fault(fmt.Sprintf("with %s it is more than half of max_body", size(r.Size)), "raise max_body before it outgrows it")
	}
}

// adviceOn says what to do about a feed that could not be had.
func adviceOn(err error, status int) string {
	var dns *net.DNSError
	switch {
	case wantsLeave(err):
		return "set allow_private = true on this feed, if it is one of yours"
	case isRefusal(err):
		return "correct the url in the config"
	case errors.As(err, &dns):
		return "check the host's name in the url, then the network"
	case status == http.StatusNotFound:
		return "look on the publisher's site for the feed's new address"
	case status == http.StatusGone:
		return "take the feed out of the config"
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return "set a user_agent that names a contact; if that is not it, ask the publisher for access"
	case status == http.StatusTooManyRequests, errors.Is(err, errPaused):
		return "wait, and set a longer every for the feeds of this host"
	case status >= 500:
		return "nothing; the server is in trouble, and is tried again"
	case errors.Is(err, errNoFeed):
		return "open the address in a browser and look for its RSS or Atom link"
	case errors.Is(err, errPacked):
		return "tell its publisher: what it sends cannot be unpacked"
	case status >= 200 && status < 300:
		return "look at what the address sends, and raise max_body or timeout if that is what it says"
	case errors.Is(err, io.EOF):
		return "try again later"
	}
	return "check the url and the network, then try again"
}

// rhythm returns when the newest item came out and the median time between
// items, of those whose date could be read.
func rhythm(items []model.Sighting) (newest time.Time, gap time.Duration) {
	var dates []time.Time
	for _, it := range items {
		if it.DateFrom != model.DateFirstSeen && !it.Published.IsZero() {
			dates = append(dates, it.Published)
		}
	}
	if len(dates) == 0 {
		return time.Time{}, 0
	}
	slices.SortFunc(dates, time.Time.Compare)
	gaps := make([]time.Duration, 0, len(dates))
	for i := 1; i < len(dates); i++ {
		gaps = append(gaps, dates[i].Sub(dates[i-1]))
	}
	slices.Sort(gaps)
	if len(gaps) > 0 {
		gap = gaps[len(gaps)/2]
	}
	return dates[len(dates)-1], gap
}

// Lines writes a report for a terminal: a heading, what was found, and each
// fault with what to do.
func (r Report) Lines() []string {
	mark := "ok"
	if !r.OK() {
		mark = "FAULTY"
	} else if len(r.Faults) > 0 {
		mark = "ok, but"
	}
	lines := []string{fmt.Sprintf("%s  %s  %s", r.Feed, r.URL, mark)}
	say := func(name, format string, args ...any) {
		lines = append(lines, fmt.Sprintf("  %-9s ", name)+fmt.Sprintf(format, args...))
	}
	if r.HTTP != 0 {
		say("answer", "%d %s in %s", r.HTTP, http.StatusText(r.HTTP), r.Took.Round(time.Millisecond))
	}
	for _, h := range r.Redirects {
		say("redirect", "%d to %s", h.Status, h.To)
	}
	if r.Format != "" {
		say("format", "%s, %q, items: %d", r.Format, r.Title, r.Items)
		if !r.Newest.IsZero() {
			say("newest", "%s", r.Newest.UTC().Format("2 Jan 2006 15:04 UTC"))
		}
		if r.Gap > 0 {
			say("changes", "an item every %s, by its dates", age(r.Gap))
		}
		say("polled", "every %s (%s)", Spell(r.Every), r.EveryWhy)
		say("caching", "%s", r.caching())
		cost := size(r.Wire)
		if r.Encoding != "" {
			cost += fmt.Sprintf(" (%s, %s unpacked)", r.Encoding, size(r.Size))
		}
		say("cost", "%s", cost)
	}
	for _, f := range r.Faults {
		say("fault", "%s", f.What)
		say("", "→ %s", f.Do)
	}
	return lines
}

// String is the report's lines as one text.
func (r Report) String() string { return strings.Join(r.Lines(), "\n") }

func (r Report) caching() string {
	var all []string
	for _, h := range [][2]string{{"ETag", r.ETag}, {"Last-Modified", r.LastModified}, {"Cache-Control", r.CacheControl}, {"Expires", r.Expires}} {
		if h[1] != "" {
			all = append(all, h[0]+": "+h[1])
		}
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, " · ")
}

// age writes a length of time in the one unit that tells most.
func age(d time.Duration) string {
	switch {
	case d >= 48*time.Hour:
		return fmt.Sprintf("%d days", d/(24*time.Hour))
	case d >= 2*time.Hour:
		return fmt.Sprintf("%d hours", d/time.Hour)
	case d >= 2*time.Minute:
		return fmt.Sprintf("%d minutes", d/time.Minute)
	}
	return fmt.Sprintf("%d seconds", d/time.Second)
}

func aheadOrBehind(skew time.Duration) string {
	if skew > 0 {
		return "ahead of"
	}
	return "behind"
}

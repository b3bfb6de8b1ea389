package model

import (
	"fmt"
	"net/url"
	"strings"
)

// Try is how it went to ask for one feed.
type Try struct {
	URL     string
	Status  int // HTTP, 0 where no server answered
	Outcome Outcome
	Error   string // in words, empty where all is well
}

// unreached reports whether a server was looked for and none answered.
func (t Try) unreached() bool {
	return t.Status == 0 && t.Error != "" && t.Outcome != OutcomeRefused
}

// Reason is why a try went wrong, without the name of the host, so that reasons of
// different feeds compare, and without advice.
func (t Try) Reason() string {
	reason, _, _ := strings.Cut(t.Error, ";")
	if u, err := url.Parse(t.URL); err == nil && u.Hostname() != "" {
		reason = strings.ReplaceAll(reason, u.Hostname(), "…")
	}
	return reason
}

// Outage tells a network that is down from feeds that fail: the servers of two hosts,
// or the one of three feeds or more, were looked for, and none answered.
type Outage struct {
	Down  bool
	Feeds int    // that could not be reached
	Hosts int    // that they are on
	Alike string // the Reason that most of them have
}

// OutageOf looks at the last try of every feed that was asked.
func OutageOf(tries []Try) Outage {
	var o Outage
	hosts, reasons := map[string]bool{}, map[string]int{}
	for _, t := range tries {
		switch {
		case t.Outcome == OutcomeRefused: // nothing was sent
			continue
		case !t.unreached():
			return Outage{}
		}
		o.Feeds++
		if u, err := url.Parse(t.URL); err == nil {
			hosts[u.Hostname()] = true
		}
		reason := t.Reason()
		if reasons[reason]++; reasons[reason] > reasons[o.Alike] {
			o.Alike = reason
		}
	}
	o.Hosts = len(hosts)
	o.Down = o.Hosts > 1 || o.Feeds > 2
	return o
}

// Explains reports whether a try failed for the reason that the outage gives for all.
func (o Outage) Explains(t Try) bool { return o.Down && t.unreached() && t.Reason() == o.Alike }

// String says it in one line for people.
func (o Outage) String() string {
	if o.Hosts == 1 {
		return fmt.Sprintf("the server of all %d feeds, or the network, seems to be down (%s)", o.Feeds, o.Alike)
	}
	return "the network seems to be down: no server of " + Counted(o.Feeds, "feed", "feeds") + " can be reached (" + o.Alike + ")"
}

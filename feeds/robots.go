package feeds

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	robotsFor   = 24 * time.Hour // a robots.txt is believed
	robotsAgain = time.Hour      // one that could not be had is asked for again
	maxRobots   = 500 << 10      // bytes
)

// robots is what a server's robots.txt asks of us.
type robots struct {
	group *robotstxt.Group // nil: nothing is allowed
	gap   time.Duration    // between two pages
	until time.Time        // when to look again
}

func (r *robots) allow(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return r.group != nil && r.group.Test(path)
}

// rules returns what a server's robots.txt asks, fetching it when it is time.
// Its caller holds the host's turn. A server without one (4xx) asks nothing; one
// that cannot say is left alone for a while: errLater.
func (g *pages) rules(ctx context.Context, h *pageHost, page *url.URL, private bool) (*robots, error) {
	now := g.p.o.clock.Now()
	if h.robots == nil || !now.Before(h.robots.until) {
		u := &url.URL{Scheme: page.Scheme, Host: page.Host, Path: "/robots.txt"}
		a, err := g.client.get(ctx, request{url: u, private: private, accept: "text/plain, */*;q=0.5", limit: maxRobots, page: true})
		a.done()
		switch {
		case isRefusal(err):
			return &robots{}, err
		case ctx.Err() != nil:
			return &robots{}, errLater
		}
		h.robots = readRobots(a, err, g.p.cfg.UserAgent, now)
	}
	if h.robots.group == nil {
		return h.robots, errLater
	}
	return h.robots, nil
}

func readRobots(a *answer, err error, userAgent string, now time.Time) *robots {
	r := &robots{gap: pageGap, until: now.Add(robotsAgain)}
	if err != nil || a.status >= 500 || a.status == http.StatusTooManyRequests {
		return r
	}
	data, err := robotstxt.FromStatusAndBytes(a.status, a.body)
	if err != nil { // a file that cannot be read asks nothing that can be kept
		data, _ = robotstxt.FromString("")
	}
	r.group = data.FindGroup(product(userAgent))
	r.gap = min(max(r.gap, r.group.CrawlDelay), longestGap)
	r.until = now.Add(robotsFor)
	return r
}

// product is the name that a User-Agent goes by in a robots.txt.
func product(userAgent string) string {
	name, _, _ := strings.Cut(userAgent, "/")
	name, _, _ = strings.Cut(name, " ")
	return name
}

package feeds

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
)

// maxHops is how many redirects are followed for one answer.
const maxHops = 10

// Hop is one redirect on the way to an answer.
type Hop struct {
	Status int    `json:"status"`
	To     string `json:"to"` // redacted
	url    *url.URL
}

// permanent reports a redirect that asks to be remembered.
func (h Hop) permanent() bool {
	return h.Status == http.StatusMovedPermanently || h.Status == http.StatusPermanentRedirect
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// follow reads where a redirect leads and decides whether to go there.
func (a *answer) follow(resp *http.Response, q request) (*url.URL, error) {
	where := resp.Header.Get("Location")
	if where == "" {
		return nil, fmt.Errorf("answered %d without saying where it moved", resp.StatusCode)
	}
	next, err := a.url.Parse(where)
	if err != nil {
		return nil, fmt.Errorf("answered %d and names an address that cannot be read", resp.StatusCode)
	}
	next.Fragment, next.User = "", nil
	a.hops = append(a.hops, Hop{resp.StatusCode, redactURL(next), next})
	secured := q.page && a.url.Scheme == "http" && next.Scheme == "https"
	if next.Scheme != a.url.Scheme && !secured {
		return nil, refused("it redirects from %s to %s; if that is right, put that address into the config", a.url.Scheme, redactURL(next))
	}
	if err := allowURL(next, q.private); err != nil {
		return nil, &refusal{fmt.Sprintf("it redirects to %s: %s", redactURL(next), faultWords(err)), wantsLeave(err)}
	}
	if len(a.hops) > maxHops {
		return nil, fmt.Errorf("more than %d redirects", maxHops)
	}
	seen := map[string]bool{q.url.String(): true}
	for _, h := range a.hops {
		if seen[h.url.String()] {
			return nil, errors.New("its redirects go in a circle")
		}
		seen[h.url.String()] = true
	}
	return next, nil
}

// movedTo is where an unbroken run of permanent redirects led, nil for nowhere.
func (a *answer) movedTo() *url.URL {
	var to *url.URL
	for _, h := range a.hops {
		if !h.permanent() {
			break
		}
		to = h.url
	}
	return to
}

// stayed reports that no temporary redirect was on the way.
func (a *answer) stayed() bool {
	for _, h := range a.hops {
		if !h.permanent() {
			return false
		}
	}
	return true
}

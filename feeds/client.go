package feeds

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"strings"
	"time"
)

// accept names what Parse can read.
const accept = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"

// request is one thing to be fetched.
type request struct {
	url          *url.URL      // without credentials
	user         *url.Userinfo // sent to url's own host only
	private      bool          // the feed may live in-house
	etag         string
	lastModified string
	accept       string
	limit        int64  // bytes of the body, 0 for the config's
	page         bool   // a page, not a feed: its link may have become https
	started      func() // called when its turn has come
}

// answer is what came back from the last hop.
type answer struct {
	status  int
	header  http.Header
	body    []byte // decompressed; only of a 2xx
	wire    int64  // bytes of the body as sent
	whole   bool   // the server said where the body ends, and there it ended
	hops    []Hop
	url     *url.URL // that gave it
	inHouse bool     // it came from a loopback or private address
	pass    *pass
}

// done says that the body has been dealt with.
func (a *answer) done() { a.pass.done() }

// client fetches one address at a time through a network and its hosts' gates.
type client struct {
	cfg   Config
	net   *network
	hosts *hosts
}

func newClient(cfg Config, o options) *client {
	return &client{cfg: cfg, net: newNetwork(cfg, o), hosts: newHosts(cfg.PerHost, o.clock.Now)}
}

// get follows a request to its answer, within one deadline. The error is a
// *refusal where we would not go on. The answer is never nil: where it failed it
// holds how far it came. Its done must be called.
func (c *client) get(ctx context.Context, q request) (*answer, error) {
	a := &answer{url: q.url}
	if err := allowURL(q.url, q.private); err != nil {
		return a, err
	}
	var err error
	if a.pass, err = c.hosts.enter(ctx, q.url); err != nil {
		return a, err
	}
	defer func() { a.pass.leave() }()
	if q.started != nil {
		q.started()
	}
	timed, cancel := context.WithTimeout(ctx, c.cfg.Timeout)
	defer cancel()
	for {
		next, err := c.hop(timed, q, a)
		if err == nil && next == nil {
			if a.status == http.StatusTooManyRequests {
				c.hush(a) // before the next in line is let in
			}
			return a, nil
		}
		if err == nil && next.Host != a.url.Host {
			a.pass.done() // wholly, so that nobody waits for a place while holding one
			a.pass, err = c.hosts.enter(timed, next)
		}
		if err != nil {
			if timed.Err() != nil && ctx.Err() == nil {
				err = marked{errors.New("no whole answer within " + Spell(c.cfg.Timeout)), context.DeadlineExceeded}
			}
			return a, err
		}
		a.url = next
	}
}

// hush leaves a server alone that has just answered 429, for as long as it asks
// or at least until the poller has thought of a longer wait.
func (c *client) hush(a *answer) {
	if a.speaksForItself() {
		return
	}
	now := c.hosts.now()
	wait, _ := retryAfter(a.header, now)
	c.hosts.pause(hostOf(a.url), now.Add(min(max(wait, time.Second), maxHush)))
}

// speaksForItself reports whether a 429 holds for the feed alone. A public server
// counts its visitors, and means all that we ask of it. A server in-house is a
// bridge or a cache, and passes on what one of those behind it has said.
func (a *answer) speaksForItself() bool { return a.inHouse }

// hop makes one request of the chain. It returns where to go next, or nil when
// the answer is there.
func (c *client) hop(ctx context.Context, q request, a *answer) (*url.URL, error) {
	via, err := c.net.route(ctx, a.url, q.private)
	if err != nil {
		return nil, err
	}
	trace := &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
		a.inHouse = via == nil && inHouse(i.Conn.RemoteAddr())
	}}
	r, err := http.NewRequestWithContext(httptrace.WithClientTrace(ctx, trace), http.MethodGet, onTheWire(a.url), nil)
	if err != nil {
		return nil, refused("the address cannot be asked for: %s", err)
	}
	q.dress(r, c.cfg.UserAgent)
	resp, err := c.net.send(r, via, q.private)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	a.status, a.header = resp.StatusCode, resp.Header
	switch {
	case isRedirect(resp.StatusCode):
		discard(resp.Body)
		return a.follow(resp, q)
	case resp.StatusCode >= 200 && resp.StatusCode < 300:
		limit := c.cfg.MaxBody
		if q.limit > 0 {
			limit = min(limit, q.limit)
		}
		a.whole = resp.ContentLength >= 0 || len(resp.TransferEncoding) > 0 || resp.ProtoMajor > 1
		a.body, a.wire, err = readBody(resp, limit)
		return nil, err
	}
	discard(resp.Body)
	return nil, nil
}

// onTheWire writes an address as a request does: what people type and browsers
// encode in a query is encoded.
func onTheWire(u *url.URL) string {
	var query strings.Builder
	for _, c := range []byte(u.RawQuery) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`"<>`, c) >= 0 {
			fmt.Fprintf(&query, "%%%02X", c)
		} else {
			query.WriteByte(c)
		}
	}
	sent := *u
	sent.RawQuery = query.String()
	return sent.String()
}

// dress sets the headers: who asks, what we have, and nothing that tells of
// earlier visits. Credentials go to the host that they were given for, and
// validators wherever the chain leads, for it is its last hop that gave them.
func (q request) dress(r *http.Request, agent string) {
	h := r.Header
	h.Set("User-Agent", agent)
	h.Set("Accept", q.accept)
	h.Set("Accept-Encoding", acceptEncoding)
	if q.etag != "" {
		h["If-None-Match"] = []string{q.etag}
	}
	if q.lastModified != "" {
		h["If-Modified-Since"] = []string{q.lastModified}
	}
	if q.user != nil && r.URL.Host == q.url.Host {
		password, _ := q.user.Password()
		r.SetBasicAuth(q.user.Username(), password)
	}
}

func inHouse(addr net.Addr) bool {
	to, err := netip.ParseAddrPort(addr.String())
	if err != nil {
		return false
	}
	r, _ := reachOf(to.Addr())
	return r == reachPrivate
}

// discard reads what little an error page or a redirect may hold, so that the
// connection can be used again.
func discard(body io.Reader) { _, _ = io.CopyN(io.Discard, body, 16<<10) }

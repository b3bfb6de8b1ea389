package feeds

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"
)

// hosts keeps the gate of each server: how many requests it gets at once, and
// until when it asked to be left alone.
type hosts struct {
	mu      sync.Mutex
	now     func() time.Time
	perHost int
	gates   map[string]*gate
	all     chan struct{} // answers in hand, over all servers
}

type gate struct {
	slots chan struct{}
	until time.Time // answered 429: none of its feeds is asked before
}

// errPaused is what a request gets to a server that asked to be left alone.
var errPaused = errors.New("this server has asked us to wait")

func newHosts(perHost int, now func() time.Time) *hosts {
	return &hosts{now: now, perHost: perHost, gates: map[string]*gate{}, all: make(chan struct{}, atOnce)}
}

// hostOf names the server behind a URL: its host, and the port where it is not
// the usual one.
func hostOf(u *url.URL) string {
	host := strings.ToLower(u.Host)
	host = strings.TrimSuffix(host, map[string]string{"http": ":80", "https": ":443"}[u.Scheme])
	return strings.TrimSuffix(host, ".")
}

func (h *hosts) gate(host string) *gate {
	h.mu.Lock()
	defer h.mu.Unlock()
	g := h.gates[host]
	if g == nil {
		g = &gate{slots: make(chan struct{}, h.perHost)}
		h.gates[host] = g
	}
	return g
}

// pass is the right to one request at a server, and to hold one answer.
type pass struct {
	gate *gate
	all  chan struct{}
}

// enter waits for a place at a server and then for one among all answers in
// hand. A server that asked for quiet while we stood in line is left alone:
// errPaused.
func (h *hosts) enter(ctx context.Context, u *url.URL) (*pass, error) {
	p := &pass{gate: h.gate(hostOf(u))}
	select {
	case p.gate.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if h.pausedUntil(hostOf(u)).After(h.now()) {
		p.leave()
		return nil, errPaused
	}
	select {
	case h.all <- struct{}{}:
		p.all = h.all
		return p, nil
	case <-ctx.Done():
		p.leave()
		return nil, ctx.Err()
	}
}

// leave gives the place at the server back.
func (p *pass) leave() {
	if p != nil && p.gate != nil {
		<-p.gate.slots
		p.gate = nil
	}
}

// done gives everything back: the answer is dealt with.
func (p *pass) done() {
	p.leave()
	if p != nil && p.all != nil {
		<-p.all
		p.all = nil
	}
}

// pause leaves a server alone until then.
func (h *hosts) pause(host string, until time.Time) {
	g := h.gate(host)
	h.mu.Lock()
	defer h.mu.Unlock()
	if until.After(g.until) {
		g.until = until
	}
}

// pausedUntil returns when a server may be asked again; the zero time when it
// never asked for quiet.
func (h *hosts) pausedUntil(host string) time.Time {
	g := h.gate(host)
	h.mu.Lock()
	defer h.mu.Unlock()
	return g.until
}

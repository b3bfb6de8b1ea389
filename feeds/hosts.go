package feeds

import (
	"context"
	"errors"
	"maps"
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
	sweepAt int           // so many gates are looked through for idle ones
	all     chan struct{} // answers in hand, over all servers
}

// manyHosts is how many servers are remembered before those without need are forgotten.
const manyHosts = 256

type gate struct {
	slots chan struct{}
	users int       // who stand in line or are in
	until time.Time // answered 429: none of its feeds is asked before
}

// errPaused is what a request gets to a server that asked to be left alone.
var errPaused = errors.New("this server has asked us to wait")

func newHosts(perHost int, now func() time.Time) *hosts {
	return &hosts{now: now, perHost: perHost, gates: map[string]*gate{}, sweepAt: manyHosts, all: make(chan struct{}, atOnce)}
}

// hostOf names the server behind a URL: its host, and the port where it is not
// the usual one.
func hostOf(u *url.URL) string {
	host := strings.ToLower(u.Host)
	host = strings.TrimSuffix(host, map[string]string{"http": ":80", "https": ":443"}[u.Scheme])
	return strings.TrimSuffix(host, ".")
}

// gate returns a server's gate; h.mu is held.
func (h *hosts) gate(host string) *gate {
	if g := h.gates[host]; g != nil {
		return g
	}
	if len(h.gates) >= h.sweepAt {
		now := h.now()
		maps.DeleteFunc(h.gates, func(_ string, g *gate) bool { return g.users == 0 && !g.until.After(now) })
		h.sweepAt = max(manyHosts, 2*len(h.gates))
	}
	g := &gate{slots: make(chan struct{}, h.perHost)}
	h.gates[host] = g
	return g
}

// use counts who need a gate, and with it its memory.
func (h *hosts) use(host string) *gate {
	h.mu.Lock()
	defer h.mu.Unlock()
	g := h.gate(host)
	g.users++
	return g
}

func (h *hosts) letGo(g *gate) {
	h.mu.Lock()
	defer h.mu.Unlock()
	g.users--
}

// pass is the right to one request at a server, and to hold one answer.
type pass struct {
	hosts *hosts
	gate  *gate
	all   chan struct{}
}

// enter waits for a place at a server and then for one among all answers in
// hand. A server that asked for quiet while we stood in line is left alone:
// errPaused.
func (h *hosts) enter(ctx context.Context, u *url.URL) (*pass, error) {
	p := &pass{hosts: h, gate: h.use(hostOf(u))}
	select {
	case p.gate.slots <- struct{}{}:
	case <-ctx.Done():
		h.letGo(p.gate)
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
		p.hosts.letGo(p.gate)
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
	h.mu.Lock()
	defer h.mu.Unlock()
	if g := h.gate(host); until.After(g.until) {
		g.until = until
	}
}

// pausedUntil returns when a server may be asked again; the zero time when it
// never asked for quiet.
func (h *hosts) pausedUntil(host string) time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	if g := h.gates[host]; g != nil {
		return g.until
	}
	return time.Time{}
}

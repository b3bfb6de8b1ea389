package feeds

import (
	"fmt"
	"net/url"
	"testing"
	"time"
)

func TestServersWithoutNeedAreForgotten(t *testing.T) {
	clock := newHandClock()
	h := newHosts(1, clock.Now)
	server := func(i int) *url.URL {
		return &url.URL{Scheme: "https", Host: fmt.Sprintf("host%d.demo.example", i)}
	}
	h.pause(hostOf(server(0)), start.Add(time.Hour))
	held, err := h.enter(t.Context(), server(1))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 4 * manyHosts {
		if p, err := h.enter(t.Context(), server(2+i)); err != nil {
			t.Fatal(err)
		} else {
			p.done()
		}
	}
	if n := len(h.gates); n > manyHosts {
		t.Errorf("%d servers are remembered", n)
	}
	if h.pausedUntil(hostOf(server(0))).IsZero() || h.gates[hostOf(server(1))] != held.gate {
		t.Error("one that asked for quiet or is being asked was forgotten")
	}
	clock.turn(2 * time.Hour)
	held.done()
	for i := range 2 * manyHosts {
		h.pausedUntil(hostOf(server(-1 - i)))
	}
	if n := len(h.gates); n > manyHosts {
		t.Errorf("%d servers are remembered, though they were never asked", n)
	}
}

func TestServersOfPagesWithoutNeedAreForgotten(t *testing.T) {
	d := newDesk(t, send)
	g := d.poller().pages
	server := func(i int) *url.URL {
		return &url.URL{Scheme: "https", Host: fmt.Sprintf("host%d.demo.example", i)}
	}
	held := g.host(server(0))
	for i := range 4 * manyHosts {
		h := g.host(server(1 + i))
		h.robots = &robots{until: start.Add(time.Duration(i%2) * time.Hour)}
		g.letGo(h)
		if len(g.hosts) > manyHosts {
			t.Fatalf("%d servers are remembered", len(g.hosts))
		}
	}
	if again := g.host(server(0)); again != held {
		t.Error("one with a page on its way was forgotten")
	}
}

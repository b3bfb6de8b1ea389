package main

import (
	"encoding/json"
	"fmt"
	"io"
	"sync"
	"time"

	"parley/feeds"
	"parley/model"
)

// fetchPrinter prints each fetch as it ends, from whichever goroutine. Those that
// reached no server wait for the first that does, so that a network that is down is
// said once and not of every feed.
type fetchPrinter struct {
	w     io.Writer
	feeds int // how many there are
	json  bool

	mu      sync.Mutex
	reached bool
	held    []feeds.Fetch
}

func (p *fetchPrinter) print(f feeds.Fetch) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.json {
		enc := json.NewEncoder(p.w)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(f)
		return
	}
	if p.reached = p.reached || f.HTTP != 0; p.reached {
		p.release()
		p.line(f)
		return
	}
	if p.held = append(p.held, f); len(p.held) == p.feeds {
		p.release()
	}
}

// flush prints what still waits.
func (p *fetchPrinter) flush() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.release()
}

func (p *fetchPrinter) release() {
	var tries []model.Try
	for _, f := range p.held {
		tries = append(tries, fetchTry(f))
	}
	outage := model.Outage{}
	if !p.reached {
		outage = model.OutageOf(tries)
	}
	for i, f := range p.held {
		if outage.Explains(tries[i]) {
			f.Error = ""
		}
		p.line(f)
	}
	if outage.Down {
		fmt.Fprintln(p.w, outage)
	}
	p.held = nil
}

func fetchTry(f feeds.Fetch) model.Try {
	return model.Try{URL: f.URL, Status: f.HTTP, Outcome: f.Outcome, Error: f.Error}
}

func (p *fetchPrinter) line(f feeds.Fetch) {
	fmt.Fprintf(p.w, "%s  %-28s %-12s %4d items %4d new %3d changed", f.At.Format(time.TimeOnly), f.Feed, f.Outcome, f.Items, f.New, f.Changed)
	if f.Error != "" {
		fmt.Fprintf(p.w, "  %s", f.Error)
	}
	fmt.Fprintln(p.w)
}

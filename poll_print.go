package main

import (
	"cmp"
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
	empty   map[string]bool // by URL: asked in vain
	gave    bool            // one answered, or said when to come back
	err     error           // of writing: polling goes on without a listener
}

func (p *fetchPrinter) print(f feeds.Fetch) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.note(f)
	if p.json {
		enc := json.NewEncoder(p.w)
		enc.SetEscapeHTML(false)
		p.err = cmp.Or(p.err, enc.Encode(f))
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

func (p *fetchPrinter) note(f feeds.Fetch) {
	switch f.Outcome {
	case model.OutcomeFailed, model.OutcomeRefused, model.OutcomeGone:
		if p.empty == nil {
			p.empty = map[string]bool{}
		}
		p.empty[f.URL] = true
	default:
		p.gave = true
	}
}

// nothingCame is the error of a poll that had an answer from none of the feeds that it
// asked; nil where one answered, or none was due.
func (p *fetchPrinter) nothingCame() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.gave || len(p.empty) == 0 {
		return nil
	}
	return fmt.Errorf("nothing came of polling: %s asked, and none gave an answer", model.Counted(len(p.empty), "feed was", "feeds were"))
}

// flush prints what still waits, and returns what kept anything from being printed.
func (p *fetchPrinter) flush() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.release()
	return p.err
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
		_, err := fmt.Fprintln(p.w, outage)
		p.err = cmp.Or(p.err, err)
	}
	p.held = nil
}

func fetchTry(f feeds.Fetch) model.Try {
	return model.Try{URL: f.URL, Status: f.HTTP, Outcome: f.Outcome, Error: f.Error}
}

func (p *fetchPrinter) line(f feeds.Fetch) {
	line := fmt.Sprintf("%s  %-28s %-12s %4d items %4d new %3d changed", f.At.Format(time.TimeOnly), f.Feed, f.Outcome, f.Items, f.New, f.Changed)
	if f.Error != "" {
		line += "  " + f.Error
	}
	_, err := fmt.Fprintln(p.w, line)
	p.err = cmp.Or(p.err, err)
}

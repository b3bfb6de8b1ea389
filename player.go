package main

import (
	"context"
	"sync"
	"time"

	"parley/feeds"
	"parley/model"
)

// usualSpeed is how fast a replay plays where nobody says otherwise, in seconds of the
// recording a second.
const usualSpeed = 60

// stepEvery is how often a running replay looks for sightings that are due.
const stepEvery = 100 * time.Millisecond

// player replays a recording into a desk on a virtual clock. It is the desk's
// only source: nothing is known before the clock reaches the time it was seen.
type player struct {
	recording *feeds.Recording

	mu     sync.Mutex
	base   time.Time // virtual moment …
	since  time.Time // … at this wall time
	speed  float64
	paused bool
	next   int // first sighting not yet taken
}

func newPlayer(rec *feeds.Recording, at time.Time, speed float64) *player {
	return &player{recording: rec, base: at, since: time.Now(), speed: speed}
}

// Now is the virtual clock, which stops at the recording's end.
func (p *player) Now() time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now()
}

func (p *player) now() time.Time {
	passed, end := 0.0, p.end() // seconds of the recording: a fast one passes more than a Duration holds
	if !p.paused {
		passed = time.Since(p.since).Seconds() * p.speed
	}
	if passed >= end.Sub(p.base).Seconds() {
		return end
	}
	return p.base.Add(time.Duration(passed * float64(time.Second)))
}

func (p *player) end() time.Time {
	s := p.recording.Sightings
	if len(s) == 0 {
		return p.base
	}
	return s[len(s)-1].Seen.Add(time.Minute)
}

// Paused reports whether the clock stands.
func (p *player) Paused() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.paused
}

// Pause stops or starts the clock.
func (p *player) Pause(paused bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.base, p.since = p.now(), time.Now()
	p.paused = paused
}

// Ended reports whether the clock has reached the recording's end.
func (p *player) Ended() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !p.now().Before(p.end())
}

// Speed is virtual seconds per second.
func (p *player) Speed() float64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.speed
}

// SetSpeed changes the pace from this moment on.
func (p *player) SetSpeed(speed float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.base, p.since = p.now(), time.Now()
	p.speed = min(max(speed, 1), 36000)
}

// Caption is the recording's latest sentence on what to look at as of a moment.
func (p *player) Caption(at time.Time) string {
	text, latest := "", time.Time{}
	for _, c := range p.recording.Captions {
		if !c.At.After(at) && !c.At.Before(latest) {
			text, latest = c.Text, c.At
		}
	}
	return text
}

// due takes the sightings that the clock has reached.
func (p *player) due() []model.Sighting {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, first := p.now(), p.next
	all := p.recording.Sightings
	for p.next < len(all) && !all[p.next].Seen.After(now) {
		p.next++
	}
	return all[first:p.next]
}

// run feeds the desk until ctx ends, or all of the recording is in.
func (p *player) run(ctx context.Context, d *desk) error {
	tick := time.NewTicker(stepEvery)
	defer tick.Stop()
	for {
		ended := p.Ended()
		if err := d.takeAll(ctx, p.due()); err != nil || ended {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

package feeds

import (
	"context"
	"fmt"
	"net/url"
	"sync"
	"time"

	"parley/model"
)

const (
	spreadOver = 15 * time.Second // the first requests of a start, to public hosts
	longestNap = 30 * time.Second // so that a machine that slept notices it
)

// Poller asks each feed of a list when it is due.
type Poller struct {
	cfg    Config
	o      options
	client *client
	sink   Sink
	states States
	jobs   []*job
	parse  chan struct{} // a place for each parser
	parsed chan struct{} // a place for each answer that is parsed or being parsed
	pages  *pages

	mu      sync.Mutex // guards the jobs' changing part
	telling sync.Mutex // one OnFetch at a time
	saving  sync.Mutex // one SaveFeedState at a time
}

// job is a feed and how it stands.
type job struct {
	feed model.Feed
	key  string        // what States knows it by
	url  *url.URL      // without credentials
	user *url.Userinfo // credentials, nil for none
	bad  error         // why its address cannot be asked

	// Below: guarded by Poller.mu.
	st      model.FeedState
	due     time.Time
	inHouse bool // lives on a loopback or private address, as allowed
	busy    bool
	showing map[string]model.Sighting // what it shows now, by identity; only with full_text
}

// NewPoller makes a poller for a list of feeds. Of two entries with the same URL
// the first counts.
func NewPoller(cfg Config, list []model.Feed, sink Sink, states States, opts ...Option) *Poller {
	o := newOptions(opts)
	cfg = cfg.named()
	p := &Poller{cfg: cfg, o: o, client: newClient(cfg, o), sink: sink, states: states, parse: make(chan struct{}, o.parsers), parsed: make(chan struct{}, 4*o.parsers)}
	p.pages = newPages(p)
	seen := map[string]bool{}
	for _, f := range list {
		j := newJob(f)
		if seen[j.key] {
			o.log.Warn("a feed stands in the config twice and is asked once", "feed", j.feed.Name, "url", Redact(f.URL))
			continue
		}
		seen[j.key] = true
		p.jobs = append(p.jobs, j)
	}
	return p
}

func newJob(f model.Feed) *job {
	j := &job{feed: f, key: Key(f.URL)}
	if j.url, j.bad = address(f.URL, f.AllowPrivate); j.bad == nil {
		j.user, j.url.User, j.url.Fragment = j.url.User, nil, ""
	}
	return j
}

// load reads what the record knows of each feed and finds when it is due.
func (p *Poller) load(ctx context.Context) error {
	now := p.o.clock.Now().UTC()
	for _, j := range p.jobs {
		st, err := p.states.FeedState(ctx, j.key)
		if err != nil {
			return fmt.Errorf("what the record knows of feed %q cannot be read: %w", Clean(j.feed.Name), err)
		}
		p.mu.Lock()
		st.URL = j.key
		j.st, j.inHouse = st, j.livesInHouse(st)
		j.due = resume(p.cfg, j.feed, st, j.inHouse, now)
		p.mu.Unlock()
		if st.Gone {
			p.o.log.Warn("a feed has ended (410) and is not asked any more; take it out of the config, or let `parley feeds check` find out whether it is back", "feed", j.feed.Name, "since", st.LastTry)
		}
	}
	return nil
}

// livesInHouse reports whether a feed's host is in-house as far as is known
// before it is asked: by its address, or by how it was treated last time.
func (j *job) livesInHouse(st model.FeedState) bool {
	if !j.feed.AllowPrivate || j.bad != nil {
		return false
	}
	if ip, ok := literal(j.url.Hostname()); ok {
		r, _ := reachOf(ip)
		return r == reachPrivate
	}
	return st.Interval > 0 && st.Interval < PublicFloor
}

// Once asks each feed that is due, once, and returns when all have answered and
// their items are in the Sink. A feed that is not due, or that has ended, is not
// among the fetches. The error is the context's, or that the record's.
func (p *Poller) Once(ctx context.Context) ([]Fetch, error) {
	defer p.client.net.close()
	if err := p.load(ctx); err != nil {
		return nil, err
	}
	reading, stop := context.WithTimeout(ctx, pagesBudget)
	defer stop()
	p.pages.ctx = reading
	var (
		wg      sync.WaitGroup
		fetches []Fetch
	)
	for _, j := range p.takeDue() {
		wg.Go(func() {
			if f, ok := p.ask(ctx, j); ok {
				p.tell(f, func() { fetches = append(fetches, f) })
			}
		})
	}
	wg.Wait()
	p.pages.wait()
	return fetches, ctx.Err()
}

// Run asks the feeds as they fall due, until the context ends. Then requests
// under way are given up, and answers that have come are still stored. The error
// is nil, or that of a record that could not be read.
func (p *Poller) Run(ctx context.Context) error {
	defer p.client.net.close()
	if err := p.load(ctx); err != nil {
		return err
	}
	p.spread()
	p.pages.ctx = ctx
	var wg sync.WaitGroup
	defer p.pages.wait()
	defer wg.Wait()
	wake := make(chan struct{}, 1)
	last := p.o.clock.Now()
	looked := last
	for {
		last = p.keepTime(last)
		if last.Sub(looked).Abs() >= longestNap {
			p.lookAgain(ctx)
			looked = last
		}
		for _, j := range p.takeDue() {
			wg.Go(func() {
				if f, ok := p.ask(ctx, j); ok {
					p.tell(f, nil)
				}
				select {
				case wake <- struct{}{}:
				default:
				}
			})
		}
		select {
		case <-ctx.Done():
			return nil
		case <-wake:
		case <-p.o.clock.After(p.nap()):
		}
	}
}

// keepTime looks for what is not the ordinary course of time. After a sleep of
// the machine everything is due, and is spread as at a start; after a clock was
// set back, nothing would be due for as long.
func (p *Poller) keepTime(last time.Time) time.Time {
	now := p.o.clock.Now()
	switch passed := now.Sub(last); {
	case passed > 2*longestNap:
		p.spread()
	case passed < -time.Minute:
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, j := range p.jobs {
			if !j.busy {
				j.due = resume(p.cfg, j.feed, j.st, j.inHouse, now)
			}
		}
	}
	return now
}

// lookAgain finds the feeds whose end the record has forgotten since, see AskAgain.
func (p *Poller) lookAgain(ctx context.Context) {
	for _, j := range p.jobs {
		p.mu.Lock()
		gone := j.st.Gone && !j.busy
		p.mu.Unlock()
		if !gone {
			continue
		}
		if st, err := p.states.FeedState(ctx, j.key); err == nil && !st.Gone {
			p.mu.Lock()
			st.URL = j.key
			j.st, j.due = st, p.o.clock.Now().UTC()
			p.mu.Unlock()
		}
	}
}

// spread keeps the first requests to public hosts from going out in one breath.
func (p *Poller) spread() {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.o.clock.Now().UTC()
	var waiting []*job
	for _, j := range p.jobs {
		if !j.due.After(now) && !j.busy && !j.st.Gone && !j.feed.AllowPrivate && j.bad == nil {
			waiting = append(waiting, j)
		}
	}
	for i, j := range waiting {
		step := spreadOver / time.Duration(len(waiting))
		j.due = now.Add(time.Duration(i)*step + share(step, 1, p.o.jitter()))
	}
	if len(waiting) > 0 {
		waiting[0].due = now
	}
}

// takeDue returns the feeds to be asked now and marks them as busy.
func (p *Poller) takeDue() []*job {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.o.clock.Now()
	var due []*job
	for _, j := range p.jobs {
		if !j.busy && !j.st.Gone && !j.due.After(now) {
			j.busy = true
			due = append(due, j)
		}
	}
	return due
}

// nap is how long nothing is due.
func (p *Poller) nap() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, nap := p.o.clock.Now(), longestNap
	for _, j := range p.jobs {
		if !j.busy && !j.st.Gone {
			nap = min(nap, j.due.Sub(now))
		}
	}
	return max(nap, 0)
}

// tell hands a fetch to whoever listens, one at a time.
func (p *Poller) tell(f Fetch, also func()) {
	p.telling.Lock()
	defer p.telling.Unlock()
	if also != nil {
		also()
	}
	p.o.onFetch(f)
}

package feeds

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
)

// start is when every test's clock begins: a Wednesday, 10:00 UTC.
var start = time.Date(2025, 8, 13, 10, 0, 0, 0, time.UTC)

// handClock is a clock that is turned by hand. Whoever waits on it is woken when
// it passes their time.
type handClock struct {
	mu      sync.Mutex
	now     time.Time
	waiting map[chan time.Time]time.Time
}

func newHandClock() *handClock {
	return &handClock{now: start, waiting: map[chan time.Time]time.Time{}}
}

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *handClock) After(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	ch := make(chan time.Time, 1)
	if d <= 0 {
		ch <- c.now
		return ch
	}
	c.waiting[ch] = c.now.Add(d)
	return ch
}

func (c *handClock) turn(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	for ch, at := range c.waiting {
		if !at.After(c.now) {
			ch <- c.now
			delete(c.waiting, ch)
		}
	}
}

// memory is a record for tests: States and Sink in one.
type memory struct {
	mu     sync.Mutex
	states map[string]model.FeedState
	items  map[string]model.Sighting
	takes  int
	fail   error
}

func newMemory() *memory {
	return &memory{states: map[string]model.FeedState{}, items: map[string]model.Sighting{}}
}

func (m *memory) FeedState(_ context.Context, url string) (model.FeedState, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.states[url], nil
}

func (m *memory) SaveFeedState(_ context.Context, s model.FeedState) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.states[s.URL] = s
	return nil
}

func (m *memory) Take(_ context.Context, f model.Feed, items []model.Sighting) (fresh, changed int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.takes++
	if m.fail != nil {
		return len(items), 0, m.fail // some may have been stored before it failed
	}
	for _, it := range items {
		key := f.Name + "\x00" + it.Identity
		old, ok := m.items[key]
		if slices.Contains(old.Flags, model.FlagFullText) && !slices.Contains(it.Flags, model.FlagFullText) {
			it.Content, it.Flags = old.Content, append(it.Flags, model.FlagFullText) // the article stands
		}
		switch {
		case !ok:
			fresh++
		case old.Title != it.Title || old.Summary != it.Summary || old.Content != it.Content:
			changed++
		}
		m.items[key] = it
	}
	return fresh, changed, nil
}

// desk is a server, a record, a clock and a poller over them. Each round makes a
// new poller, so that everything it knows comes out of the record.
type desk struct {
	*testing.T
	*memory
	clock *handClock
	srv   *httptest.Server
	cfg   Config
	list  []model.Feed
	opts  []Option

	seen []*http.Request // guarded by memory.mu
}

// newDesk serves h on loopback and polls it under /feed every minute.
func newDesk(t *testing.T, h http.HandlerFunc) *desk {
	t.Helper()
	d := &desk{T: t, memory: newMemory(), clock: newHandClock(), cfg: Config{Every: time.Minute, Timeout: 5 * time.Second, MaxBody: 8 << 20, PerHost: 2, UserAgent: "Parley/test (+mailto:desk@demo.example)"}}
	d.srv = httptest.NewServer(d.watch(h))
	t.Cleanup(d.srv.Close)
	d.add("/feed")
	return d
}

// watch notes every request before it is answered.
func (d *desk) watch(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		d.seen = append(d.seen, r.Clone(context.Background()))
		d.mu.Unlock()
		w.Header().Set("Date", d.clock.Now().Format(http.TimeFormat))
		h(w, r)
	}
}

func (d *desk) add(path string) {
	d.list = append(d.list, model.Feed{Name: "Demo " + path, URL: d.srv.URL + path, AllowPrivate: true})
}

func (d *desk) poller(opts ...Option) *Poller {
	all := append([]Option{WithClock(d.clock), WithJitter(func() float64 { return 0.5 })}, d.opts...)
	return NewPoller(d.cfg, d.list, d.memory, d.memory, append(all, opts...)...)
}

// round polls what is due and returns the fetches.
func (d *desk) round() []Fetch {
	d.Helper()
	fetches, err := d.poller().Once(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	return fetches
}

// one polls and expects a single fetch.
func (d *desk) one() Fetch {
	d.Helper()
	fetches := d.round()
	if len(fetches) != 1 {
		d.Fatalf("%d fetches, want 1: %+v", len(fetches), fetches)
	}
	return fetches[0]
}

// later turns the clock on to when the first feed is due, and polls it.
func (d *desk) later() Fetch {
	d.Helper()
	d.clock.turn(d.state().NextDue.Sub(d.clock.Now()))
	return d.one()
}

// state is what the record knows of the first feed.
func (d *desk) state() model.FeedState {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.states[Key(d.list[0].URL)]
}

func (d *desk) requests() []*http.Request {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]*http.Request(nil), d.seen...)
}

// last is the last request that the server saw.
func (d *desk) last() *http.Request {
	d.Helper()
	all := d.requests()
	if len(all) == 0 {
		d.Fatal("the server saw no request")
	}
	return all[len(all)-1]
}

// expect checks an outcome and returns the fetch for more.
func (d *desk) expect(f Fetch, want model.Outcome) Fetch {
	d.Helper()
	if f.Outcome != want {
		d.Fatalf("outcome %q (HTTP %d, %q), want %q", f.Outcome, f.HTTP, f.Error, want)
	}
	if (want == model.OutcomeNew || want == model.OutcomeUnchanged || want == model.OutcomeNotModified) != (f.Error == "") {
		d.Fatalf("outcome %q with error %q", f.Outcome, f.Error)
	}
	return f
}

// wait checks how long after the fetch the feed is due again.
func (d *desk) wait(f Fetch, want time.Duration) {
	d.Helper()
	if got := f.Next.Sub(f.At); got != want {
		d.Fatalf("due again after %s (%s), want %s", got, d.state().IntervalWhy, want)
	}
}

// demoRSS writes a feed whose items have these titles.
func demoRSS(titles ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Demo Wire</title><link>https://demo.example/</link><description>d</description>`)
	for i, title := range titles {
		fmt.Fprintf(&b, `<item><title>%s</title><guid isPermaLink="false">item-%d</guid><link>https://demo.example/story/%d</link><pubDate>Wed, 13 Aug 2025 08:00:00 GMT</pubDate></item>`, title, i, i)
	}
	b.WriteString(`</channel></rss>`)
	return b.String()
}

// send answers with a feed of one item.
func send(w http.ResponseWriter, _ *http.Request) { sendBody(w, demoRSS("Delegates arrive")) }

func sendBody(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "application/rss+xml")
	_, _ = w.Write([]byte(body))
}

// conditional answers 304 to whoever has the validator, and a feed to others.
func conditional(etag string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", etag)
		if r.Header.Get("If-None-Match") == etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		send(w, r)
	}
}

// inTurn answers each request with the next handler, and the last one for ever.
func inTurn(handlers ...http.HandlerFunc) http.HandlerFunc {
	var mu sync.Mutex
	n := 0
	return func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		h := handlers[min(n, len(handlers)-1)]
		n++
		mu.Unlock()
		h(w, r)
	}
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

// with sends a feed under headers.
func with(header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		send(w, r)
	}
}

var errDiskFull = errors.New("no space left on device")

// Check is CheckAll for one feed.
func Check(ctx context.Context, cfg Config, feed model.Feed, opts ...Option) Report {
	return CheckAll(ctx, cfg, []model.Feed{feed}, opts...)[0]
}

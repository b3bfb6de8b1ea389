package feeds

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
)

// watched collects what a running poller tells.
type watched struct{ came chan Fetch }

func watch() *watched { return &watched{came: make(chan Fetch, 100)} }

func (w *watched) take(f Fetch) { w.came <- f }

func (w *watched) next(t *testing.T) Fetch {
	t.Helper()
	select {
	case f := <-w.came:
		return f
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was fetched")
		return Fetch{}
	}
}

// running starts a desk's poller and returns how to end it.
func running(d *desk, opts ...Option) (stop func()) {
	ctx, cancel := context.WithCancel(d.Context())
	done := make(chan error, 1)
	p := d.poller(opts...)
	go func() { done <- p.Run(ctx) }()
	return func() {
		d.Helper()
		cancel()
		select {
		case err := <-done:
			if err != nil {
				d.Error(err)
			}
		case <-time.After(10 * time.Second):
			d.Error("the poller did not end")
		}
	}
}

func TestRunAsksInHouseFeedsAsOftenAsTheyWant(t *testing.T) {
	d := newDesk(t, conditional(`"1"`))
	d.list[0].Every = time.Second
	w := watch()
	stop := running(d, OnFetch(w.take))
	defer stop()
	if f := w.next(t); f.Outcome != model.OutcomeNew || f.Next.Sub(f.At) != time.Second {
		t.Errorf("first %+v", f)
	}
	for range 5 {
		// The poller may not have gone to sleep yet; what it sleeps by is the clock.
		d.clock.turn(time.Second)
		d.expect(w.next(t), model.OutcomeNotModified)
	}
}

func TestConfigFloorHoldsForInHouseFeeds(t *testing.T) {
	d := newDesk(t, send)
	d.list[0].Every, d.cfg.Floor = time.Second, 10*time.Second
	d.wait(d.one(), 10*time.Second)
}

func TestRunEndsPromptlyAndRecordsNothingOfWhatItGaveUp(t *testing.T) {
	asked := make(chan struct{}, 1)
	d := newDesk(t, func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	})
	d.cfg.Timeout = time.Hour
	w := watch()
	stop := running(d, OnFetch(w.take))
	<-asked
	stop() // else it would wait for as long as the request may take
	if len(d.states) != 0 || len(w.came) != 0 {
		t.Errorf("a request given up was recorded: %+v", d.states)
	}
}

func TestAnswerThatHasComeIsStoredThoughTheProgramEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	d := newDesk(t, send)
	parse := func(body []byte, o ParseOptions) (Parsed, error) {
		cancel() // the answer is here, and now the program ends
		return Parse(body, o)
	}
	_, err := d.poller(WithParser(parse)).Once(ctx)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if len(d.items) != 1 || d.state().LastOutcome != model.OutcomeNew {
		t.Errorf("%d items, state %+v", len(d.items), d.state())
	}
}

func TestFullDiskLosesNothing(t *testing.T) {
	d := newDesk(t, conditional(`"1"`))
	d.fail = errDiskFull
	f := d.expect(d.one(), model.OutcomeFailed)
	if !strings.Contains(f.Error, "no space left") || f.New != 0 || f.Items != 0 {
		t.Errorf("fetch %+v", f)
	}
	if st := d.state(); st.ETag != "" || st.BodyHash != "" || !st.LastSuccess.IsZero() {
		t.Errorf("the answer counts as received: %+v", st)
	}
	d.fail = nil
	f = d.expect(d.later(), model.OutcomeNew)
	if f.New != 1 || len(d.items) != 1 {
		t.Errorf("fetch %+v", f)
	}
}

// brokenStates cannot be read, or cannot be written.
type brokenStates struct {
	*memory
	read, write error
}

func (b brokenStates) FeedState(ctx context.Context, url string) (model.FeedState, error) {
	if b.read != nil {
		return model.FeedState{}, b.read
	}
	return b.memory.FeedState(ctx, url)
}

func (b brokenStates) SaveFeedState(context.Context, model.FeedState) error { return b.write }

func TestStatesThatCannotBeReadOrWritten(t *testing.T) {
	d := newDesk(t, send)
	p := NewPoller(d.cfg, d.list, d.memory, brokenStates{memory: d.memory, read: errDiskFull}, WithClock(d.clock))
	if _, err := p.Once(t.Context()); !errors.Is(err, errDiskFull) || len(d.requests()) != 0 {
		t.Errorf("error %v after %d requests", err, len(d.requests()))
	}
	if err := p.Run(t.Context()); !errors.Is(err, errDiskFull) {
		t.Errorf("error %v", err)
	}
	p = NewPoller(d.cfg, d.list, d.memory, brokenStates{memory: d.memory, write: errDiskFull}, WithClock(d.clock))
	fetches, err := p.Once(t.Context())
	if err != nil || len(fetches) != 1 {
		t.Fatal(fetches, err)
	}
	if f := fetches[0]; f.Outcome != model.OutcomeNew || !strings.Contains(f.Error, "no space left") {
		t.Errorf("fetch %+v", f)
	}
	// Killed between its items and its state, a feed is asked again, for nothing new.
	if f := d.expect(d.one(), model.OutcomeUnchanged); f.New != 0 || len(d.items) != 1 {
		t.Errorf("fetch %+v", f)
	}
}

func TestFeedsAreBackSoonAfterADeadNetwork(t *testing.T) {
	d := newDesk(t, send)
	addr := d.srv.Listener.Addr().String()
	d.srv.Close()
	var f Fetch
	for range 20 {
		f = d.expect(d.later(), model.OutcomeFailed)
	}
	if f.HTTP != 0 || !strings.Contains(f.Error, "connection refused") || d.state().Failures != 20 {
		t.Errorf("fetch %+v", f)
	}
	if wait := f.Next.Sub(f.At); wait > capOurs*5/4 {
		t.Errorf("after a night without a network a feed waits %s", wait)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		t.Skip("the port has been taken meanwhile")
	}
	back := &http.Server{Handler: http.HandlerFunc(send)}
	go back.Serve(l)
	defer back.Close()
	d.expect(d.later(), model.OutcomeNew)
	if st := d.state(); st.Failures != 0 || st.LastError != "" {
		t.Errorf("state %+v", st)
	}
}

func TestOnceAsksEveryFeedOnceAtOnce(t *testing.T) {
	d := newDesk(t, send)
	d.list = nil
	for i := range 50 {
		d.add(fmt.Sprintf("/feed%d", i))
	}
	d.list = append(d.list, d.list[3]) // twice in the config, asked once
	d.list[3].Name = "first of two"
	asked := map[string]int{}
	var mu sync.Mutex
	fetches, err := d.poller(OnStart(func(f model.Feed) {
		mu.Lock()
		defer mu.Unlock()
		asked[f.URL]++
	})).Once(t.Context())
	if err != nil || len(fetches) != 50 || len(asked) != 50 || len(d.requests()) != 50 {
		t.Errorf("%d fetches, %d started, %d requests, %v", len(fetches), len(asked), len(d.requests()), err)
	}
	if again := d.round(); len(again) != 0 {
		t.Errorf("none was due, and %d were asked", len(again))
	}
}

func TestPublicHostsHaveAFloorThatConfigCannotGoBelow(t *testing.T) {
	quick := Config{Every: time.Second}
	f := model.Feed{URL: "https://demo.example/rss", Every: time.Second}
	for _, chance := range []float64{0, 0.5, 0.99} {
		p := planOrdinary(quick, f, model.FeedState{}, false, start, chance)
		if wait := p.due.Sub(start); wait < PublicFloor || wait > PublicFloor*11/10 {
			t.Errorf("due after %s", wait)
		}
		if p := planRetryAfter(quick, f, model.FeedState{}, false, start, time.Second, chance); p.due.Sub(start) < PublicFloor {
			t.Errorf("due after %s", p.due.Sub(start))
		}
	}
	if d, why := interval(quick, f, model.FeedState{}, true); d != time.Second {
		t.Errorf("in-house: %s (%s)", d, why)
	}
	// allow_private alone does not make a public host private.
	j := newJob(model.Feed{URL: "https://demo.example/rss", AllowPrivate: true})
	if j.livesInHouse(model.FeedState{}) || j.livesInHouse(model.FeedState{Interval: PublicFloor}) {
		t.Error("a public host counts as in-house")
	}
	for _, url := range []string{"http://127.0.0.1:8025/x", "http://localhost/x", "http://[::1]:1/x", "http://192.168.1.4/x"} {
		if !newJob(model.Feed{URL: url, AllowPrivate: true}).livesInHouse(model.FeedState{}) {
			t.Errorf("%s does not count as in-house", url)
		}
		if newJob(model.Feed{URL: url}).livesInHouse(model.FeedState{}) {
			t.Errorf("%s counts as in-house without leave", url)
		}
	}
}

func TestHostNameOfAnInHouseServerIsLearnt(t *testing.T) {
	d := newDesk(t, conditional(`"1"`))
	d.list[0].URL = strings.Replace(d.list[0].URL, "127.0.0.1", "intranet.demo.example", 1)
	d.list[0].Every = time.Second
	d.opts = []Option{WithResolver(fakeDNS(map[string][]string{"intranet.demo.example.": {"127.0.0.1"}}))}
	d.wait(d.one(), time.Second)
	d.wait(d.later(), time.Second)
}

func TestResumeAfterAChangeOfConfigOrClock(t *testing.T) {
	cfg := Config{Every: time.Hour}
	well := model.FeedState{LastTry: start, NextDue: start.Add(time.Hour), Interval: time.Hour, LastOutcome: model.OutcomeNew}
	failing := well
	failing.Failures, failing.NextDue = 3, start.Add(4*time.Hour)
	held := well
	held.IntervalWhy, held.NextDue = whyHost, start.Add(3*time.Hour)
	ahead := well
	ahead.LastTry, ahead.NextDue = start.AddDate(1, 0, 0), start.AddDate(1, 0, 1)
	silenced := failing
	silenced.NextDue = start.AddDate(10, 0, 0)
	for name, c := range map[string]struct {
		cfg  Config
		st   model.FeedState
		want time.Time
	}{
		"never asked":          {cfg, model.FeedState{}, start},
		"as planned":           {cfg, well, start.Add(time.Hour)},
		"wanted oftener":       {Config{Every: time.Minute}, well, start.Add(time.Minute)},
		"wanted rarer":         {Config{Every: 2 * time.Hour}, well, start.Add(2 * time.Hour)},
		"failing":              {Config{Every: time.Minute}, failing, failing.NextDue},
		"host asked for quiet": {Config{Every: time.Minute}, held, held.NextDue},
		"clock was ahead":      {cfg, ahead, start.Add(time.Hour)},
		"silenced for ever":    {cfg, silenced, start.Add(maxRetryAfter + maxRaise)},
	} {
		if got := resume(c.cfg, model.Feed{URL: "https://demo.example/"}, c.st, false, start); !got.Equal(c.want) {
			t.Errorf("%s: due %s, want %s", name, got, c.want)
		}
	}
}

func TestTimeThatDoesNotGoItsOrdinaryCourse(t *testing.T) {
	d := newDesk(t, send)
	d.list = nil
	for i := range 5 {
		d.list = append(d.list, model.Feed{Name: fmt.Sprint(i), URL: fmt.Sprintf("https://feed%d.demo.example/rss", i)})
	}
	p := d.poller()
	for _, j := range p.jobs {
		j.st = model.FeedState{LastTry: start, NextDue: start.Add(time.Minute), Interval: time.Minute}
		j.due = j.st.NextDue
	}
	due := func() (n int) {
		for _, j := range p.jobs {
			if !j.due.After(d.clock.Now()) {
				n++
			}
		}
		return n
	}
	d.clock.turn(8 * time.Hour) // the machine slept
	last := p.keepTime(start)
	if n := due(); n != 1 || !last.Equal(d.clock.Now()) {
		t.Errorf("%d feeds are asked in one breath after a sleep", n)
	}
	for _, j := range p.jobs {
		j.st.LastTry, j.st.NextDue, j.due = last, last.Add(time.Minute), last.Add(time.Minute)
	}
	d.clock.turn(-30 * 24 * time.Hour) // the clock had been a month ahead
	now := p.keepTime(last)
	for _, j := range p.jobs {
		if wait := j.due.Sub(now); wait > time.Minute {
			t.Errorf("a feed waits %s after the clock was set back", wait)
		}
	}
}

func TestFetchAsJSONHasAllKeys(t *testing.T) {
	line, err := json.Marshal(Fetch{At: start.In(time.FixedZone("", -8*3600)), Feed: "Demo", Outcome: model.OutcomeGone})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"at":"2025-08-13T10:00:00.000Z","feed":"Demo","url":"","outcome":"gone","http":0,"items":0,"new":0,"changed":0,"next":"","error":""}`
	if string(line) != want {
		t.Errorf("%s", line)
	}
}

func TestCredentialsAreNeverLoggedOrShown(t *testing.T) {
	var log bytes.Buffer
	d := newDesk(t, inTurn(send, status(429), status(301, "Location", "http://u:s3cret@[::1/"), status(500)))
	d.list[0].URL = strings.Replace(d.list[0].URL, "http://", "http://desk:s3cret@", 1) + "?api_key=s3cret&lang=en"
	d.list = append(d.list, model.Feed{Name: "other", URL: d.srv.URL + "/other?token=s3cret", AllowPrivate: true}, model.Feed{Name: "bad", URL: "http://desk:s3cret@[::1/x"}, model.Feed{Name: "scheme", URL: "ftp://desk:s3cret@demo.example/"})
	d.opts = []Option{WithLogger(slog.New(slog.NewTextHandler(&log, nil)))}
	var shown bytes.Buffer
	for range 5 {
		for _, f := range d.round() {
			fmt.Fprintf(&shown, "%+v\n", f)
		}
		d.clock.turn(48 * time.Hour)
	}
	for _, st := range d.states {
		if !strings.Contains(st.URL, "token=") && !strings.Contains(st.URL, "api_key=") {
			fmt.Fprintf(&shown, "%+v\n", st)
		}
		shown.WriteString(st.LastError)
	}
	for name, text := range map[string]string{"logged": log.String(), "shown": shown.String()} {
		if strings.Contains(text, "s3cret") || !strings.Contains(text, "lang=en") {
			t.Errorf("%s: %s", name, text)
		}
	}
}

func TestFeedNamesAndErrorsAreSafeToDraw(t *testing.T) {
	d := newDesk(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "\x1b]0;x")
		_, _ = w.Write([]byte("abc"))
	})
	d.list[0].Name = "Demo \x1b[31mred\u202e"
	f := d.one()
	for _, s := range []string{f.Feed, f.URL, f.Error, d.state().LastError} {
		if s != Clean(s) || strings.ContainsAny(s, "\x1b\u202e") {
			t.Errorf("%q", s)
		}
	}
}

package feeds

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestCase14MaxAgeRaisesTheInterval(t *testing.T) {
	for _, c := range []struct {
		header []string
		want   time.Duration
	}{
		{[]string{"Cache-Control", "max-age=3600"}, time.Hour},
		{[]string{"Cache-Control", "public, Max-Age = \"3600\", must-revalidate"}, time.Hour},
		{[]string{"Cache-Control", "max-age=3600", "Age", "600"}, 50 * time.Minute},
		{[]string{"Cache-Control", "max-age=10"}, time.Minute}, // raises, never lowers
		{[]string{"Cache-Control", "max-age=0"}, time.Minute},
		{[]string{"Cache-Control", "no-cache, max-age=3600"}, time.Minute},
		{[]string{"Cache-Control", "max-age=soon"}, time.Minute},
		{[]string{"Cache-Control", "s-maxage=3600"}, time.Minute}, // meant for shared caches
	} {
		d := newDesk(t, with(c.header...))
		d.wait(d.one(), c.want)
	}
	// What the 200 said holds through a 304 that says nothing.
	d := newDesk(t, inTurn(with("Cache-Control", "max-age=3600", "ETag", `"1"`), status(304), status(304, "Cache-Control", "max-age=7200")))
	d.one()
	d.wait(d.later(), time.Hour)
	d.wait(d.later(), 2*time.Hour)
}

func TestCase15ExpiresRaisesTheIntervalByTheServersClock(t *testing.T) {
	// The server's clock is two hours ahead of ours.
	d := newDesk(t, nil)
	ahead := start.Add(2 * time.Hour)
	d.srv.Config.Handler = with("Date", ahead.Format(http.TimeFormat), "Expires", ahead.Add(30*time.Minute).Format(http.TimeFormat))
	d.wait(d.one(), 30*time.Minute)
	if skew := d.state().Skew; skew != 2*time.Hour {
		t.Errorf("skew %s", skew)
	}
	// An answer out of a cache: what is left of its time counts, and its age is no skew.
	d = newDesk(t, nil)
	made := start.Add(-20 * time.Minute)
	d.srv.Config.Handler = with("Date", made.Format(http.TimeFormat), "Age", "1200", "Expires", made.Add(50*time.Minute).Format(http.TimeFormat))
	d.wait(d.one(), 30*time.Minute)
	if skew := d.state().Skew; skew != 0 {
		t.Errorf("skew %s", skew)
	}
	for _, past := range []string{"0", "-1", start.Add(-time.Hour).Format(http.TimeFormat)} {
		d := newDesk(t, with("Expires", past))
		d.wait(d.one(), time.Minute)
	}
}

func TestCase16MaxAgeGoesBeforeExpires(t *testing.T) {
	d := newDesk(t, with("Cache-Control", "max-age=600", "Expires", start.Add(5*time.Hour).Format(http.TimeFormat)))
	d.wait(d.one(), 10*time.Minute)
}

func TestCase17RaisedIntervalIsCappedAtADay(t *testing.T) {
	for _, h := range [][]string{
		{"Cache-Control", "max-age=31536000"},
		{"Cache-Control", "max-age=99999999999999999999999"},
		{"Expires", start.AddDate(1, 0, 0).Format(http.TimeFormat)},
	} {
		d := newDesk(t, with(h...))
		d.wait(d.one(), 24*time.Hour)
	}
	// A longer interval of the user's own is theirs.
	d := newDesk(t, with("Cache-Control", "max-age=31536000"))
	d.list[0].Every = 48 * time.Hour
	d.wait(d.one(), 48*time.Hour)
}

// channel is a feed whose channel holds these elements.
func channel(elements string) http.HandlerFunc {
	body := strings.Replace(demoRSS("Delegates arrive"), "<description>", elements+"<description>", 1)
	body = strings.Replace(body, "<rss ", `<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" `, 1)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		sendBody(w, body)
	}
}

func TestCase18TTLRaisesTheIntervalButNotAgainstAnExplicitEvery(t *testing.T) {
	d := newDesk(t, channel("<ttl>45</ttl>"))
	d.wait(d.one(), 45*time.Minute)
	d.wait(d.expect(d.later(), model.OutcomeNotModified), 45*time.Minute) // a 304 does not repeat it

	d = newDesk(t, channel("<ttl>45</ttl>"))
	d.list[0].Every = 2 * time.Minute
	d.wait(d.one(), 2*time.Minute)
	if why := d.state().IntervalWhy; !strings.Contains(why, "though its ttl asks for 45m") {
		t.Errorf("the reason does not say what was overruled: %q", why)
	}
}

func TestCase19SkipHoursAndSkipDaysAreKept(t *testing.T) {
	hours := "<skipHours><hour>10</hour><hour>11</hour></skipHours>"
	d := newDesk(t, channel(hours))
	d.clock.turn(-2 * time.Minute) // 09:58, so that the first is due at 09:59, the next at 10:00
	d.wait(d.one(), time.Minute)
	f := d.later()
	if f.Next.Before(start.Add(2*time.Hour)) || f.Next.After(start.Add(2*time.Hour+time.Minute)) {
		t.Errorf("due again at %s, want just after 12:00", f.Next)
	}
	d = newDesk(t, channel("<skipDays><day>Wednesday</day><day>Thursday</day></skipDays>"))
	if f := d.one(); f.Next.Format(time.DateOnly) != "2025-08-15" {
		t.Errorf("due again at %s, want on Friday", f.Next)
	}
	d = newDesk(t, channel(hours))
	d.list[0].Every = 3 * time.Minute
	d.wait(d.one(), 3*time.Minute)
	if why := d.state().IntervalWhy; !strings.Contains(why, "quiet") {
		t.Errorf("the reason does not say what was overruled: %q", why)
	}
}

func TestCase20SyndicationPeriodRaisesTheInterval(t *testing.T) {
	d := newDesk(t, channel("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"))
	d.wait(d.one(), 30*time.Minute)
	d = newDesk(t, channel("<sy:updatePeriod>yearly</sy:updatePeriod>"))
	d.wait(d.one(), 24*time.Hour)
}

func TestCase21RetryAfterInSecondsIsObeyed(t *testing.T) {
	for _, code := range []int{429, 503, 403, 500} {
		d := newDesk(t, inTurn(status(code, "Retry-After", "1800"), send))
		f := d.expect(d.one(), model.OutcomeDeferred)
		d.wait(f, 30*time.Minute)
		if f.HTTP != code || !strings.Contains(f.Error, "30m") {
			t.Errorf("fetch %+v", f)
		}
		d.clock.turn(30*time.Minute - time.Second)
		if early := d.round(); len(early) != 0 {
			t.Errorf("asked too soon: %+v", early)
		}
		d.clock.turn(time.Second)
		d.expect(d.one(), model.OutcomeNew)
		if n := d.state().Failures; n != 0 {
			t.Errorf("%d failures after a success", n)
		}
	}
}

func TestCase22RetryAfterAsADateIsObeyed(t *testing.T) {
	d := newDesk(t, status(503, "Retry-After", start.Add(2*time.Hour).Format(http.TimeFormat)))
	d.wait(d.expect(d.one(), model.OutcomeDeferred), 2*time.Hour)
	// By the server's clock, which is a day behind.
	behind := start.AddDate(0, 0, -1)
	d = newDesk(t, nil)
	d.srv.Config.Handler = status(429, "Date", behind.Format(http.TimeFormat), "Retry-After", behind.Add(time.Hour).Format(http.TimeFormat))
	d.wait(d.expect(d.one(), model.OutcomeDeferred), time.Hour)
}

func TestCase23RetryAfterNeverHastens(t *testing.T) {
	for _, h := range []string{"0", "5", start.Add(-time.Hour).Format(http.TimeFormat)} {
		d := newDesk(t, status(429, "Retry-After", h))
		d.wait(d.expect(d.one(), model.OutcomeDeferred), time.Minute)
	}
	d := newDesk(t, status(429, "Retry-After", "99999999999999999999"))
	d.wait(d.one(), maxRetryAfter)
}

func TestCase24WithoutRetryAfterTheWaitGrows(t *testing.T) {
	for _, code := range []int{429, 503} {
		d := newDesk(t, status(code))
		var waits []time.Duration
		for i := range 12 {
			f := d.one()
			d.expect(f, model.OutcomeDeferred)
			waits = append(waits, f.Next.Sub(f.At))
			if i > 0 && waits[i] < waits[i-1] {
				t.Errorf("%d: the wait shrank: %v", code, waits)
			}
			d.clock.turn(waits[i])
		}
		if waits[0] < 2*time.Minute || waits[1] < 2*waits[0]-time.Second || waits[11] > capTroubled*5/4 {
			t.Errorf("%d: waits %v", code, waits)
		}
	}
}

func TestCase25TroubledServersAreLeftForLongerAndShownAsFailing(t *testing.T) {
	reset := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	for name, h := range map[string]http.HandlerFunc{"500": status(500), "502": status(502), "reset": reset} {
		d := newDesk(t, inTurn(send, h))
		d.one()
		first := d.expect(d.later(), model.OutcomeFailed)
		st := d.state()
		if st.Failures != 1 || st.LastError == "" || st.LastError != first.Error || st.LastSuccess.IsZero() {
			t.Errorf("%s: state %+v", name, st)
		}
		second := d.expect(d.later(), model.OutcomeFailed)
		if a, b := first.Next.Sub(first.At), second.Next.Sub(second.At); a <= time.Minute || b < 2*a-time.Second {
			t.Errorf("%s: waits %s, then %s", name, a, b)
		}
		if n := d.state().Failures; n != 2 {
			t.Errorf("%s: %d failures", name, n)
		}
	}
	// Jitter: two desks that fail together do not come back together.
	a := planBackOff(Config{Every: time.Minute}, model.Feed{}, model.FeedState{Failures: 3}, false, start, capTroubled, 0.1)
	b := planBackOff(Config{Every: time.Minute}, model.Feed{}, model.FeedState{Failures: 3}, false, start, capTroubled, 0.9)
	if !b.due.After(a.due) {
		t.Errorf("both are due at %s", a.due)
	}
}

func TestCase26UnwelcomeIsAskedRarely(t *testing.T) {
	for _, code := range []int{403, 404, 401} {
		d := newDesk(t, status(code))
		var f Fetch
		for range 15 {
			f = d.expect(d.one(), model.OutcomeFailed)
			d.clock.turn(f.Next.Sub(f.At))
		}
		if wait := f.Next.Sub(f.At); wait < capUnwelcome || wait > capUnwelcome*5/4 {
			t.Errorf("%d: still asked every %s", code, wait)
		}
	}
}

func TestCase27GoneIsAskedNoMoreAndSaidSo(t *testing.T) {
	d := newDesk(t, inTurn(send, status(410)))
	d.one()
	f := d.expect(d.later(), model.OutcomeGone)
	if !f.Next.IsZero() || !strings.Contains(f.Error, "ended") {
		t.Errorf("fetch %+v", f)
	}
	if st := d.state(); !st.Gone || st.LastOutcome != model.OutcomeGone || len(d.items) != 1 {
		t.Errorf("state %+v", st)
	}
	d.clock.turn(365 * 24 * time.Hour)
	var log bytes.Buffer
	d.opts = []Option{WithLogger(slog.New(slog.NewTextHandler(&log, nil)))}
	if again := d.round(); len(again) != 0 || len(d.requests()) != 2 {
		t.Errorf("asked again: %+v", again)
	}
	if !strings.Contains(log.String(), "level=WARN") || !strings.Contains(log.String(), "ended (410)") {
		t.Errorf("the next run says %q", log.String())
	}
}

func TestARunningPollerAsksAgainWhatTheRecordNoLongerCallsGone(t *testing.T) {
	d := newDesk(t, inTurn(status(410), send))
	w := watch()
	defer running(d, OnFetch(w.take))()
	if f := w.next(t); f.Outcome != model.OutcomeGone {
		t.Fatalf("%+v", f)
	}
	if ended, err := AskAgain(d.Context(), d.memory, d.list[0]); !ended || err != nil {
		t.Errorf("%t, %v", ended, err)
	}
	d.clock.turn(longestNap)
	if f := w.next(t); f.Outcome != model.OutcomeNew {
		t.Errorf("%+v", f)
	}
}

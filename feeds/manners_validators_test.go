package feeds

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"parley/model"
)

func TestCase01FirstFetchIsOnePlainGETAndStartIsSpreadOut(t *testing.T) {
	d := newDesk(t, send)
	f := d.expect(d.one(), model.OutcomeNew)
	if f.HTTP != 200 || f.Items != 1 || f.New != 1 || f.Changed != 0 {
		t.Errorf("fetch %+v", f)
	}
	if n := len(d.requests()); n != 1 {
		t.Fatalf("%d requests, want 1", n)
	}
	r := d.last()
	if r.Method != http.MethodGet || r.ContentLength != 0 {
		t.Errorf("%s with a body of %d", r.Method, r.ContentLength)
	}
	for _, name := range []string{"If-None-Match", "If-Modified-Since", "Range", "Cache-Control", "Pragma"} {
		if v := r.Header.Get(name); v != "" {
			t.Errorf("%s: %q on a first fetch", name, v)
		}
	}

	// At a start the first of many public hosts is asked at once, the others one
	// after the other; in-house feeds are not held back.
	var list []model.Feed
	for i := range 10 {
		list = append(list, model.Feed{Name: fmt.Sprint(i), URL: fmt.Sprintf("https://feed%d.demo.example/rss", i)})
	}
	list = append(list, model.Feed{Name: "in-house", URL: d.srv.URL + "/feed", AllowPrivate: true})
	m := newMemory()
	p := NewPoller(d.cfg, list, m, m, WithClock(d.clock))
	if err := p.load(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.spread()
	now := d.clock.Now()
	if !p.jobs[0].due.Equal(now) || !p.jobs[10].due.Equal(now) {
		t.Errorf("the first waits %s, the one in-house %s", p.jobs[0].due.Sub(now), p.jobs[10].due.Sub(now))
	}
	for i := 1; i < 10; i++ {
		step := spreadOver / 10
		if wait := p.jobs[i].due.Sub(now); wait < time.Duration(i)*step || wait > time.Duration(i+1)*step {
			t.Errorf("feed %d waits %s", i, wait)
		}
	}
}

func TestCase02ETagComesBackByteForByte(t *testing.T) {
	for _, etag := range []string{`"abc"`, `"a,b  c"`, `unquoted-tag`, `""`, `"x-gzip"`, `"ü~\"`, `'single'`} {
		d := newDesk(t, conditional(etag))
		d.expect(d.one(), model.OutcomeNew)
		f := d.expect(d.later(), model.OutcomeNotModified)
		if f.HTTP != 304 || f.Items != 0 || f.New != 0 {
			t.Errorf("fetch %+v", f)
		}
		if got := d.last().Header["If-None-Match"]; len(got) != 1 || got[0] != etag {
			t.Errorf("If-None-Match %q, want %q", got, etag)
		}
	}
}

func TestCase03WeakETagKeepsItsMark(t *testing.T) {
	d := newDesk(t, conditional(`W/"67ab43"`))
	d.one()
	d.expect(d.later(), model.OutcomeNotModified)
	if got := d.last().Header.Get("If-None-Match"); got != `W/"67ab43"` {
		t.Errorf("If-None-Match %q", got)
	}
}

func TestCase04LastModifiedComesBackVerbatim(t *testing.T) {
	for _, date := range []string{"Tue, 12 Aug 2025 09:00:00 GMT", "Tue, 12 Aug 2025 09:00:00 +0000", "2025-08-12", "yesterday"} {
		d := newDesk(t, with("Last-Modified", date))
		d.one()
		d.later()
		if got := d.last().Header.Get("If-Modified-Since"); got != date {
			t.Errorf("If-Modified-Since %q, want %q", got, date)
		}
		if got := d.last().Header.Get("If-None-Match"); got != "" {
			t.Errorf("If-None-Match %q out of nothing", got)
		}
	}
}

func TestCase05BothValidatorsWhereThereAreBoth(t *testing.T) {
	d := newDesk(t, with("ETag", `"1"`, "Last-Modified", "Tue, 12 Aug 2025 09:00:00 GMT"))
	d.one()
	d.later()
	h := d.last().Header
	if h.Get("If-None-Match") != `"1"` || h.Get("If-Modified-Since") != "Tue, 12 Aug 2025 09:00:00 GMT" {
		t.Errorf("sent %v", h)
	}
}

func TestCase06NewETagOnA200IsStored(t *testing.T) {
	d := newDesk(t, inTurn(with("ETag", `"1"`), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"2"`)
		sendBody(w, demoRSS("Delegates leave"))
	}, status(304)))
	d.one()
	d.expect(d.later(), model.OutcomeNew)
	d.expect(d.later(), model.OutcomeNotModified)
	if got := d.last().Header.Get("If-None-Match"); got != `"2"` {
		t.Errorf("If-None-Match %q", got)
	}
}

func TestCase07NewETagOnA304IsStored(t *testing.T) {
	d := newDesk(t, inTurn(with("ETag", `"1"`), status(304, "ETag", `"2"`), status(304)))
	d.one()
	d.later()
	d.later()
	if got := d.last().Header.Get("If-None-Match"); got != `"2"` {
		t.Errorf("If-None-Match %q", got)
	}
	d.later() // the 304 before named none: what we have still holds
	if got := d.last().Header.Get("If-None-Match"); got != `"2"` {
		t.Errorf("If-None-Match %q after a 304 without an ETag", got)
	}
}

func TestCase08NewLastModifiedOnA304IsStored(t *testing.T) {
	d := newDesk(t, inTurn(with("Last-Modified", "Tue, 12 Aug 2025 09:00:00 GMT"), status(304, "Last-Modified", "Wed, 13 Aug 2025 09:00:00 GMT"), status(304)))
	d.one()
	d.later()
	d.later()
	if got := d.last().Header.Get("If-Modified-Since"); got != "Wed, 13 Aug 2025 09:00:00 GMT" {
		t.Errorf("If-Modified-Since %q", got)
	}
}

func TestCase09NewValidatorIsStoredThoughTheBodyIsTheSame(t *testing.T) {
	d := newDesk(t, inTurn(with("ETag", `"1"`), with("ETag", `"2"`), status(304)))
	d.one()
	d.expect(d.later(), model.OutcomeUnchanged)
	d.later()
	if got := d.last().Header.Get("If-None-Match"); got != `"2"` {
		t.Errorf("If-None-Match %q", got)
	}
}

func TestCase10ValidatorsThatVanishOnA200AreDropped(t *testing.T) {
	d := newDesk(t, inTurn(with("ETag", `"1"`, "Last-Modified", "Tue, 12 Aug 2025 09:00:00 GMT"), send, send))
	d.one()
	d.later()
	d.later()
	if h := d.last().Header; h.Get("If-None-Match") != "" || h.Get("If-Modified-Since") != "" {
		t.Errorf("sent %v", h)
	}
}

func TestCase11UnchangedBodyGivesNoNewItems(t *testing.T) {
	d := newDesk(t, inTurn(send, send, func(w http.ResponseWriter, _ *http.Request) {
		sendBody(w, demoRSS("Delegates arrive")+"\n<!-- built again -->")
	}))
	d.expect(d.one(), model.OutcomeNew)
	f := d.expect(d.later(), model.OutcomeUnchanged)
	if f.Items != 1 || f.New != 0 || d.takes != 1 {
		t.Errorf("fetch %+v after %d takes; the same bytes need not be read again", f, d.takes)
	}
	if f := d.expect(d.later(), model.OutcomeUnchanged); f.Items != 1 || f.New != 0 || f.Changed != 0 {
		t.Errorf("fetch %+v", f)
	}
}

func TestCase12AnswerThatWillNotParseLeavesValidatorsAndItemsAlone(t *testing.T) {
	d := newDesk(t, inTurn(with("ETag", `"1"`), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"broken"`)
		sendBody(w, `{"this": "is no feed"}`)
	}, status(304)))
	d.expect(d.one(), model.OutcomeNew)
	before := d.state()
	f := d.expect(d.later(), model.OutcomeFailed)
	after := d.state()
	if after.ETag != `"1"` || after.BodyHash != before.BodyHash || len(d.items) != 1 {
		t.Errorf("%q, %d items", after.ETag, len(d.items))
	}
	if !after.LastSuccess.Equal(before.LastSuccess) || after.Failures != 1 || after.LastError != f.Error {
		t.Errorf("state %+v", after)
	}
	d.expect(d.later(), model.OutcomeNotModified)
	if got := d.last().Header.Get("If-None-Match"); got != `"1"` {
		t.Errorf("If-None-Match %q", got)
	}
}

func TestCase13ValidatorsAndNextDueSurviveARestart(t *testing.T) {
	// Every round of a desk is a new poller over the same record.
	d := newDesk(t, conditional(`"1"`))
	f := d.one()
	d.clock.turn(f.Next.Sub(f.At) - time.Second)
	if again := d.round(); len(again) != 0 {
		t.Fatalf("asked before it was due: %+v", again)
	}
	d.clock.turn(time.Second)
	d.expect(d.one(), model.OutcomeNotModified)
	if d.last().Header.Get("If-None-Match") != `"1"` {
		t.Error("the ETag did not survive")
	}
	if n := len(d.requests()); n != 2 {
		t.Errorf("%d requests, want 2", n)
	}
}

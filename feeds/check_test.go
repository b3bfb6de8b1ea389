package feeds

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// checked serves a feed with h and checks it; faults are joined into one text.
func checked(t *testing.T, h http.HandlerFunc, change func(*desk)) (Report, string) {
	t.Helper()
	d := newDesk(t, h)
	if change != nil {
		change(d)
	}
	r := Check(t.Context(), d.cfg, d.list[0], append(d.opts, WithClock(d.clock))...)
	var faults []string
	for _, f := range r.Faults {
		if f.What == "" || f.Do == "" {
			t.Errorf("a fault without words: %+v", f)
		}
		faults = append(faults, f.What+" → "+f.Do)
	}
	return r, strings.Join(faults, "\n")
}

func TestCheckOfAGoodFeed(t *testing.T) {
	r, faults := checked(t, with("ETag", `W/"1"`, "Cache-Control", "max-age=600"), nil)
	if faults != "" || !r.OK() {
		t.Errorf("faults: %s", faults)
	}
	if r.HTTP != 200 || r.Items != 1 || r.Format != "RSS 2.0" || r.Title != "Demo Wire" || r.ETag != `W/"1"` || r.Wire == 0 || r.Size != r.Wire || r.Every != 10*time.Minute {
		t.Errorf("%+v", r)
	}
	if want := time.Date(2025, 8, 13, 8, 0, 0, 0, time.UTC); !r.Newest.Equal(want) {
		t.Errorf("newest %s", r.Newest)
	}
	text := strings.Join(r.Lines(), "\n")
	for _, want := range []string{"Demo /feed", "200 OK", "RSS 2.0", "items: 1", "13 Aug 2025 08:00 UTC", "every 10m (Cache-Control: max-age)", `W/"1"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestCheckSaysWhatIsWrongAndWhatToDo(t *testing.T) {
	page := func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`<!doctype html><title>Demo Daily</title><link rel=alternate type=application/atom+xml href=/feed.atom>`))
	}
	old := func(w http.ResponseWriter, _ *http.Request) {
		sendBody(w, strings.ReplaceAll(demoRSS("One", "Two"), "13 Aug 2025", "13 Aug 2024"))
	}
	big := func(w http.ResponseWriter, _ *http.Request) {
		sendBody(w, demoRSS(strings.Repeat("word ", 20_000)))
	}
	plain := func(url string) func(*desk) { return func(d *desk) { d.list[0].URL = url } }
	for name, c := range map[string]struct {
		h       http.HandlerFunc
		change  func(*desk)
		outcome model.Outcome
		ok      bool
		says    []string
	}{
		"moved": {func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/feed" {
				status(301, "Location", "/new?token=s3cret")(w, r)
				return
			}
			with("ETag", "x")(w, r)
		}, nil, model.OutcomeNew, true, []string{"moved for good", "/new?token=redacted"}},
		"page":             {page, nil, model.OutcomeFailed, false, []string{"web page", "Demo Daily", "/feed.atom"}},
		"stale":            {old, nil, model.OutcomeNew, true, []string{"365 days old"}},
		"costly":           {big, nil, model.OutcomeNew, true, []string{"neither ETag nor Last-Modified", "98 KiB are not compressed"}},
		"empty":            {func(w http.ResponseWriter, _ *http.Request) { sendBody(w, demoRSS()) }, nil, model.OutcomeUnchanged, true, []string{"no items"}},
		"nothing at all":   {func(w http.ResponseWriter, _ *http.Request) { sendBody(w, "") }, nil, model.OutcomeFailed, false, []string{"the answer is empty → open the address in a browser"}},
		"missing":          {status(404), nil, model.OutcomeFailed, false, []string{"404", "new address"}},
		"closed":           {status(403), nil, model.OutcomeFailed, false, []string{"user_agent"}},
		"gone":             {status(410), nil, model.OutcomeGone, false, []string{"out of the config"}},
		"too often":        {status(429), nil, model.OutcomeDeferred, false, []string{"longer every"}},
		"put off":          {status(429, "Retry-After", "1800"), nil, model.OutcomeDeferred, false, []string{"fewer requests; it asks us to come back in 30m → wait"}},
		"put off at night": {status(403, "Retry-After", "7200"), nil, model.OutcomeDeferred, false, []string{"come back in 2h"}},
		"troubled":         {status(500), nil, model.OutcomeFailed, false, []string{"in trouble"}},
		"clock":            {with("Date", start.Add(3*time.Hour).Format(http.TimeFormat)), nil, model.OutcomeNew, true, []string{"3 hours ahead of"}},
		"asked too often":  {channel("<ttl>60</ttl>"), func(d *desk) { d.list[0].Every = time.Minute }, model.OutcomeNew, true, []string{"oftener", "every 1m,", "ttl asks for 1h"}},
		"asked too often, though fresh": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "max-age=300")
			channel("<ttl>60</ttl>")(w, r)
		}, func(d *desk) { d.list[0].Every = time.Minute }, model.OutcomeNew, true, []string{"every 5m,", "ttl asks for 1h"}},
		"private by name alone": {status(302, "Location", "https://demo.example/allow_private"), nil, model.OutcomeRefused, false, []string{"correct the url"}},
		"private":               {send, func(d *desk) { d.list[0].AllowPrivate = false }, model.OutcomeRefused, false, []string{"is a loopback address → set allow_private = true on this feed"}},
		"scheme":                {send, plain("gopher://demo.example/"), model.OutcomeRefused, false, []string{"only http and https", "correct the url"}},
		"unreadable":            {send, plain("http://[::1"), model.OutcomeRefused, false, []string{"cannot be read"}},
		"dead":                  {send, func(d *desk) { d.srv.Close() }, model.OutcomeFailed, false, []string{"connection refused"}},
		"nameless": {send, func(d *desk) {
			d.list[0].URL = "http://no.demo.example/"
			d.opts = []Option{WithResolver(fakeDNS(nil))}
		}, model.OutcomeFailed, false, []string{"no host no.demo.example", "name in the url"}},
	} {
		r, faults := checked(t, c.h, c.change)
		if r.Outcome != c.outcome || r.OK() != c.ok {
			t.Errorf("%s: outcome %s, ok %t: %s", name, r.Outcome, r.OK(), faults)
		}
		for _, want := range c.says {
			if !strings.Contains(faults, want) {
				t.Errorf("%s: %q is not in\n%s", name, want, faults)
			}
		}
		if strings.Contains(strings.Join(r.Lines(), "\n"), "s3cret") {
			t.Errorf("%s: shows credentials", name)
		}
	}
}

// A public server speaks for all feeds that it serves.
func TestCheckOfAFeedWhoseServerWantsToBeLeftAlone(t *testing.T) {
	d := newDesk(t, status(429, "Retry-After", "1800"))
	d.public()
	d.cfg.PerHost = 1
	for _, r := range CheckAll(t.Context(), d.cfg, d.list, append(d.opts, WithClock(d.clock))...) {
		if r.Outcome != model.OutcomeDeferred || !strings.HasPrefix(r.Faults[0].Do, "wait, ") {
			t.Errorf("%s: %s, %+v", r.Feed, r.Outcome, r.Faults)
		}
	}
	if len(d.seen) != 1 {
		t.Errorf("it was asked %d times", len(d.seen))
	}
}

package feeds

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// public has a desk's server answer for a host of the public internet.
func (d *desk) public() {
	d.opts = []Option{WithResolver(fakeDNS(nil)), func(o *options) {
		o.proxy = func(*url.URL) (*url.URL, error) { return url.Parse(d.srv.URL) }
	}}
	d.list = nil
	for _, path := range []string{"/feed", "/second"} {
		d.list = append(d.list, model.Feed{Name: "Demo " + path, URL: "http://public.demo.example" + path})
	}
}

func TestTooManyRequestsSpeakForAPublicServer(t *testing.T) {
	d := newDesk(t, inTurn(send, send, status(429, "Retry-After", "600"), send))
	d.public()
	d.cfg.PerHost = 1
	d.round()
	d.clock.turn(2 * time.Minute)
	if fetches := d.round(); len(fetches) != 1 || fetches[0].Outcome != model.OutcomeDeferred {
		t.Errorf("after a 429 in the same round: %+v", fetches)
	}
	d.clock.turn(9 * time.Minute)
	if fetches := d.round(); len(fetches) != 0 {
		t.Errorf("after a restart the host's other feed was asked: %+v", fetches)
	}
	d.clock.turn(3 * time.Minute)
	if fetches := d.round(); len(fetches) != 2 {
		t.Errorf("when the wait was over: %+v", fetches)
	}
}

// A wait of days is of the feed that was told so. Its neighbours are tried again.
func TestOnePathDoesNotSilenceAServerForDays(t *testing.T) {
	d := newDesk(t, firstIsTold("604800"))
	d.public()
	d.cfg.PerHost = 1
	for range 2 { // whichever comes first
		d.round()
		d.clock.turn(maxHush + 5*time.Minute)
	}
	for _, f := range d.round() {
		if f.Feed != "Demo /second" || f.HTTP != http.StatusOK {
			t.Errorf("%+v", f)
		}
	}
	if st := d.states[Key(d.list[1].URL)]; st.LastStatus != http.StatusOK {
		t.Errorf("the other feed: %+v", st)
	}
	if wait := d.state().NextDue.Sub(d.state().LastTry); wait < 7*24*time.Hour {
		t.Errorf("the feed itself waits for %s", wait)
	}
}

// A bridge or a cache in-house has many sources behind one address, and a 429 is
// that of one of them.
func TestTooManyRequestsInHouseSpeakForTheFeedAlone(t *testing.T) {
	d := newDesk(t, firstIsTold("600"))
	d.cfg.PerHost = 1
	for _, path := range []string{"/a", "/b", "/c", "/d", "/e"} {
		d.add(path)
	}
	if fetches := d.round(); len(fetches) != len(d.list) {
		t.Errorf("%d of %d feeds were asked: %+v", len(fetches), len(d.list), fetches)
	}
	d.clock.turn(time.Minute)
	if fetches := d.round(); len(fetches) != len(d.list)-1 {
		t.Errorf("%d feeds were asked a minute later: %+v", len(fetches), fetches)
	}
	reports := CheckAll(t.Context(), d.cfg, d.list, WithClock(d.clock))
	for _, r := range reports {
		if r.OK() != (r.Feed != "Demo /feed") {
			t.Errorf("%s: %+v", r.Feed, r.Faults)
		}
	}
}

// firstIsTold answers the first feed of a desk alone with 429 and a wait, in seconds.
func firstIsTold(wait string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			status(429, "Retry-After", wait)(w, r)
			return
		}
		send(w, r)
	}
}

func TestAWaitIsToldAsTheConfigurationWritesIt(t *testing.T) {
	d := newDesk(t, status(429, "Retry-After", "3600"))
	if f := d.expect(d.one(), model.OutcomeDeferred); !strings.HasSuffix(f.Error, "; it asks us to come back in 1h") {
		t.Errorf("%q", f.Error)
	}
}

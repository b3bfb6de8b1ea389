package feeds

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// moving serves /feed with h and a feed at every other path.
func moving(t *testing.T, h http.HandlerFunc) *desk {
	return newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			h(w, r)
			return
		}
		conditional(`"moved"`)(w, r)
	})
}

func paths(requests []*http.Request) string {
	var all []string
	for _, r := range requests {
		all = append(all, r.URL.Path)
	}
	return strings.Join(all, " ")
}

func TestCase28PermanentRedirectIsFollowedAndRememberedAfterRepeats(t *testing.T) {
	for _, code := range []int{301, 308} {
		d := moving(t, status(code, "Location", "/new"))
		d.expect(d.one(), model.OutcomeNew)
		for range 4 {
			d.expect(d.later(), model.OutcomeNotModified)
		}
		want := strings.Repeat("/feed /new ", repeats) + "/new /new"
		if got := paths(d.requests()); got != want {
			t.Errorf("%d: asked for %s, want %s", code, got, want)
		}
		if h := d.last().Header.Get("If-None-Match"); h != `"moved"` {
			t.Errorf("If-None-Match %q at the new address", h)
		}
		if st := d.state(); st.Location != d.srv.URL+"/new" || st.URL != d.srv.URL+"/feed" {
			t.Errorf("state %+v", st)
		}
	}

	// The old address is asked again when the new one is no more.
	d := newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			send(w, r)
			return
		}
		http.NotFound(w, r)
	})
	d.states[d.list[0].URL] = model.FeedState{URL: d.list[0].URL, Location: d.srv.URL + "/new"}
	d.expect(d.one(), model.OutcomeFailed)
	d.expect(d.later(), model.OutcomeNew)
	if got := paths(d.requests()); got != "/new /feed" {
		t.Errorf("asked for %s", got)
	}
}

func TestCase29PermanentRedirectThatChangesItsMindIsNotRemembered(t *testing.T) {
	d := moving(t, inTurn(status(301, "Location", "/a"), status(301, "Location", "/b"), status(301, "Location", "/a"), send, status(301, "Location", "/a")))
	d.one()
	for range 5 {
		d.later()
	}
	if st := d.state(); st.Location != "" {
		t.Errorf("remembered %s after %s", st.Location, paths(d.requests()))
	}
}

func TestCase30TemporaryRedirectIsFollowedAndNeverRemembered(t *testing.T) {
	for _, code := range []int{302, 303, 307} {
		d := moving(t, status(code, "Location", "/elsewhere"))
		d.expect(d.one(), model.OutcomeNew)
		for range repeats + 1 {
			d.expect(d.later(), model.OutcomeNotModified)
		}
		if got, want := paths(d.requests()), strings.TrimSpace(strings.Repeat("/feed /elsewhere ", repeats+2)); got != want {
			t.Errorf("%d: asked for %s", code, got)
		}
		if d.last().Method != http.MethodGet {
			t.Errorf("%d: %s", code, d.last().Method)
		}
	}
	// A permanent move behind a temporary one is not the feed's own.
	d := newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			status(302, "Location", "/a")(w, r)
		case "/a":
			status(301, "Location", "/b")(w, r)
		default:
			send(w, r)
		}
	})
	d.one()
	for range repeats {
		d.later()
	}
	if st := d.state(); st.Location != "" {
		t.Errorf("remembered %s", st.Location)
	}
}

func TestCase31RedirectsThatDoNotEnd(t *testing.T) {
	d := moving(t, status(301, "Location", "/feed"))
	d.expect(d.one(), model.OutcomeFailed)
	if n := len(d.requests()); n != 1 {
		t.Errorf("a circle was gone round: %d requests", n)
	}
	n := 0
	d = newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		n++
		status(302, "Location", "/"+strings.Repeat("x", n))(w, r)
	})
	d.expect(d.one(), model.OutcomeFailed)
	if got := len(d.requests()); got != maxHops+1 {
		t.Errorf("%d requests for an endless chain", got)
	}
	for _, where := range []string{"", "http://[::1", "http://:80:80/"} {
		d := moving(t, status(301, "Location", where))
		if f := d.one(); f.Outcome == model.OutcomeNew || f.Error == "" {
			t.Errorf("Location %q: %+v", where, f)
		}
	}
}

func TestCase32NeverToAnotherSchemeNorToAForbiddenAddress(t *testing.T) {
	for _, to := range []string{
		"https://127.0.0.1/feed", "ftp://demo.example/feed", "file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/xml,<rss/>",
		"http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://0.0.0.0/", "http://[::]/",
		"http://[::ffff:169.254.169.254]/", "http://[64:ff9b::a9fe:a9fe]/", "http://224.0.0.1/", "http://255.255.255.255/", "//169.254.169.254/",
	} {
		d := moving(t, status(302, "Location", to))
		f := d.expect(d.one(), model.OutcomeRefused)
		if !strings.Contains(f.Error, "redirects") {
			t.Errorf("%s: %q does not say how we came there", to, f.Error)
		}
		if n := len(d.requests()); n != 1 || f.HTTP != 302 || len(d.items) != 0 {
			t.Errorf("%s: %d requests, %+v", to, n, f)
		}
	}

	// A feed without allow_private does not reach this machine: not by number, not
	// by name, and not through a host name that leads here.
	here := newDesk(t, send)
	port := here.srv.URL[strings.LastIndexByte(here.srv.URL, ':'):]
	for _, host := range []string{"127.0.0.1", "localhost", "LOCALHOST.", "feeds.localhost", "[::1]", "[::ffff:127.0.0.1]", "inside.demo.example"} {
		here.list = []model.Feed{{Name: "x", URL: "http://" + host + port + "/feed"}}
		here.opts = []Option{WithResolver(fakeDNS(map[string][]string{
			"inside.demo.example.": {"127.0.0.1", "::1"},
		}))}
		f := here.expect(here.one(), model.OutcomeRefused)
		if !strings.Contains(f.Error, "allow_private") || f.HTTP != 0 {
			t.Errorf("%s: %+v", host, f)
		}
	}
	if n := len(here.requests()); n != 0 {
		t.Errorf("%d requests reached this machine", n)
	}

	// One good address among bad ones is used, and only that.
	here.list[0].URL = "http://mixed.demo.example" + port + "/feed"
	here.list[0].AllowPrivate = true
	here.opts = []Option{WithResolver(fakeDNS(map[string][]string{"mixed.demo.example.": {"169.254.1.1", "127.0.0.1"}}))}
	here.expect(here.one(), model.OutcomeNew)

	// What was refused without asking may be asked at once when the entry allows it.
	d := newDesk(t, send)
	d.list[0].AllowPrivate = false
	d.expect(d.one(), model.OutcomeRefused)
	d.list[0].AllowPrivate = true
	d.expect(d.one(), model.OutcomeNew)
}

func TestCase33CredentialsAreDroppedAcrossHosts(t *testing.T) {
	var other []*http.Request
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		other = append(other, r)
		send(w, r)
	}))
	defer away.Close()
	d := newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			status(302, "Location", "/same")(w, r)
		default:
			status(302, "Location", strings.Replace(away.URL, "http://", "http://sly:word@", 1)+"/feed")(w, r)
		}
	})
	u, _ := url.Parse(d.list[0].URL)
	u.User = url.UserPassword("desk", "s3cret")
	d.list[0].URL = u.String()
	f := d.expect(d.one(), model.OutcomeNew)

	for _, r := range d.requests() {
		if user, password, ok := r.BasicAuth(); !ok || user != "desk" || password != "s3cret" {
			t.Errorf("%s came without its credentials", r.URL.Path)
		}
	}
	if len(other) != 1 || other[0].Header.Get("Authorization") != "" {
		t.Errorf("another host got %v", other[0].Header)
	}
	if strings.Contains(f.URL, "s3cret") || strings.Contains(f.URL, "desk@") {
		t.Errorf("shown as %s", f.URL)
	}
	for key, st := range d.states {
		if strings.Contains(key+st.URL+st.Location+st.MovedTo, "s3cret") {
			t.Errorf("in the record as %s", key)
		}
	}
	// Nor do they go to a new host that is remembered, or into an error.
	st := d.state()
	st.Location = away.URL + "/feed"
	d.states[st.URL] = st
	d.clock.turn(time.Hour)
	d.one()
	if r := other[len(other)-1]; len(other) != 2 || r.Header.Get("Authorization") != "" {
		t.Errorf("the remembered host got %v", r.Header)
	}
	d.srv.Close()
	away.Close()
	d.clock.turn(time.Hour)
	if f := d.one(); strings.Contains(f.Error+f.URL, "s3cret") {
		t.Errorf("shown as %+v", f)
	}
}

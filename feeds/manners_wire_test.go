package feeds

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestCase41UserAgentWithAContactNoRefererNoCookies(t *testing.T) {
	d := newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "visit", Value: "1"})
		if r.URL.Path == "/feed" {
			status(302, "Location", "/next")(w, r)
			return
		}
		send(w, r)
	})
	d.one()
	d.later()
	for _, r := range d.requests() {
		if got := r.Header.Get("User-Agent"); got != d.cfg.UserAgent {
			t.Errorf("User-Agent %q", got)
		}
		for _, name := range []string{"Referer", "Cookie", "From", "Authorization", "X-Forwarded-For", "Origin"} {
			if v := r.Header.Get(name); v != "" {
				t.Errorf("%s: %q", name, v)
			}
		}
		if !strings.Contains(r.Header.Get("Accept"), "rss") {
			t.Errorf("Accept %q", r.Header.Get("Accept"))
		}
	}
}

func TestCase42TLSErrorsFail(t *testing.T) {
	srv := httptest.NewUnstartedServer(http.HandlerFunc(send))
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	srv.StartTLS()
	defer srv.Close()
	d := newDesk(t, send)
	d.list[0].URL = srv.URL + "/feed"
	f := d.expect(d.one(), model.OutcomeFailed)
	if !strings.HasPrefix(f.Error, "TLS") || f.HTTP != 0 || len(d.items) != 0 {
		t.Errorf("fetch %+v", f)
	}
	// Trusted, but for another name.
	p := d.poller()
	pool := x509.NewCertPool()
	pool.AddCert(srv.Certificate())
	p.client.net.private.TLSClientConfig = &tls.Config{RootCAs: pool}
	d.clock.turn(p.cfg.Every * 3)
	if got, _ := p.Once(t.Context()); len(got) != 1 || got[0].Outcome != model.OutcomeNew {
		t.Errorf("with its authority trusted: %+v", got)
	}
	d.list[0].URL = strings.Replace(srv.URL, "127.0.0.1", "localhost", 1) + "/feed"
	p = d.poller()
	p.client.net.private.TLSClientConfig = &tls.Config{RootCAs: pool}
	if got, _ := p.Once(t.Context()); len(got) != 1 || !strings.Contains(got[0].Error, "another host") {
		t.Errorf("under another name: %+v", got)
	}
	// Plain http where TLS was meant.
	d.list[0].URL = strings.Replace(d.srv.URL, "http://", "https://", 1) + "/feed"
	if f := d.expect(d.one(), model.OutcomeFailed); !strings.HasPrefix(f.Error, "TLS") {
		t.Errorf("fetch %+v", f)
	}
}

func TestCase43DualStackFallsBackToTheAddressThatAnswers(t *testing.T) {
	d := newDesk(t, send)
	port := d.srv.URL[strings.LastIndexByte(d.srv.URL, ':'):]
	// The server listens on 127.0.0.1 alone; its name has a v6 address too, as
	// many have where v6 does not work.
	d.list[0].URL = "http://dual.demo.example" + port + "/feed"
	d.opts = []Option{WithResolver(fakeDNS(map[string][]string{"dual.demo.example.": {"::1", "127.0.0.1"}}))}
	d.expect(d.one(), model.OutcomeNew)
	if got := d.last().Host; got != "dual.demo.example"+port {
		t.Errorf("Host %q", got)
	}

	l, err := net.Listen("tcp", "[::1]:0")
	if err != nil {
		t.Skip("no IPv6 on this machine")
	}
	six := httptest.NewUnstartedServer(http.HandlerFunc(send))
	six.Listener.Close()
	six.Listener = l
	six.Start()
	defer six.Close()
	port = six.URL[strings.LastIndexByte(six.URL, ':'):]
	clear(d.items)
	d.list[0].URL = "http://six.demo.example" + port + "/feed"
	d.opts = []Option{WithResolver(fakeDNS(map[string][]string{"six.demo.example.": {"::1", "127.0.0.1"}}))}
	d.expect(d.one(), model.OutcomeNew)
}

func TestCase44ProxiesFromTheEnvironment(t *testing.T) {
	var via []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		via = append(via, r.RequestURI)
		if strings.HasSuffix(r.URL.Path, "/inside") {
			status(302, "Location", "http://10.0.0.1/feed")(w, r)
			return
		}
		send(w, r)
	}))
	defer proxy.Close()
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	t.Setenv("NO_PROXY", "direct.demo.example")
	d := newDesk(t, send)
	d.opts = []Option{WithResolver(fakeDNS(map[string][]string{
		"inside.demo.example.": {"10.0.0.1"}, "direct.demo.example.": {"127.0.0.1"}, "public.demo.example.": {"192.88.98.1"},
	}))}
	try := func(url string, private bool, want model.Outcome) {
		t.Helper()
		via = nil
		clear(d.items)
		d.list = []model.Feed{{Name: "x", URL: url, AllowPrivate: private}}
		if f := d.one(); f.Outcome != want {
			t.Errorf("%s: %+v, want %s", url, f, want)
		}
		delete(d.states, url)
	}
	// The proxy is in-house, the feed is not: that is no reason to refuse.
	try("http://public.demo.example/feed", false, model.OutcomeNew)
	if len(via) != 1 || via[0] != "http://public.demo.example/feed" {
		t.Errorf("the proxy was asked for %q", via)
	}
	// Names that only the proxy can resolve are left to it.
	try("http://unknown.demo.example/feed", false, model.OutcomeNew)
	// What can be seen to lead in-house is not sent there through the proxy either.
	for _, url := range []string{"http://10.1.2.3/feed", "http://inside.demo.example/feed", "http://169.254.169.254/"} {
		try(url, false, model.OutcomeRefused)
		if len(via) != 0 {
			t.Errorf("%s: the proxy was asked for %q", url, via)
		}
	}
	try("http://public.demo.example/inside", false, model.OutcomeRefused)
	// The environment's exceptions hold, and so do the rules for them.
	port := d.srv.URL[strings.LastIndexByte(d.srv.URL, ':'):]
	try("http://direct.demo.example"+port+"/feed", true, model.OutcomeNew)
	try("http://direct.demo.example"+port+"/feed", false, model.OutcomeRefused)
	if len(via) != 0 {
		t.Errorf("the proxy was asked for %q", via)
	}
	// A feed behind a local proxy is public, and is asked no oftener for it.
	d.cfg.Every = time.Second
	d.list = []model.Feed{{Name: "x", URL: "http://public.demo.example/often", AllowPrivate: true}}
	if f := d.one(); f.Next.Sub(f.At) < PublicFloor {
		t.Errorf("due again after %s", f.Next.Sub(f.At))
	}
}

func TestAddressesAreEncodedAsBrowsersDo(t *testing.T) {
	d := newDesk(t, send)
	for typed, sent := range map[string]string{
		"/é?q=ü x&y=%20+;<\"": "/%C3%A9?q=%C3%BC%20x&y=%20+;%3C%22",
		"/a b?":               "/a%20b?",
		"/plain?c=%zz&d=[1]":  "/plain?c=%zz&d=[1]",
	} {
		d.list = nil
		d.add(typed)
		if f := d.one(); f.HTTP != http.StatusOK || d.last().RequestURI != sent {
			t.Errorf("%s: %+v, asked for %s", typed, f, d.last().RequestURI)
		}
	}
	d = newDesk(t, inTurn(status(302, "Location", "/to?q=ü x"), send))
	if f := d.one(); f.HTTP != http.StatusOK || d.last().RequestURI != "/to?q=%C3%BC%20x" {
		t.Errorf("%+v, asked for %s", f, d.last().RequestURI)
	}
}

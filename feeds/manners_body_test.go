package feeds

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"parley/model"
)

// packed compresses text with one of the codings that servers use.
func packed(coding, text string) []byte {
	var b bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "flate":
		w, _ = flate.NewWriter(&b, flate.BestSpeed)
	}
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.Bytes()
}

func coded(coding string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if coding != "" {
			w.Header().Set("Content-Encoding", coding)
		}
		w.Header().Set("Content-Type", "application/rss+xml")
		_, _ = w.Write(body)
	}
}

func TestCase34CompressionIsAskedForAndUndone(t *testing.T) {
	feed := demoRSS("Delegates arrive")
	gz := packed("gzip", feed)
	for name, h := range map[string]http.HandlerFunc{
		"gzip":                    coded("gzip", gz),
		"x-gzip":                  coded("x-gzip", gz),
		"GZIP":                    coded("GZIP", gz),
		"deflate, zlib":           coded("deflate", packed("zlib", feed)),
		"deflate, bare":           coded("deflate", packed("flate", feed)),
		"identity":                coded("identity", []byte(feed)),
		"twice":                   coded("gzip, gzip", packed("gzip", string(gz))),
		"a .gz file":              coded("", gz),
		"padded":                  coded("gzip", append(slices.Clip(gz), make([]byte, 64)...)),
		"two members":             coded("gzip", append(packed("gzip", feed[:100]), packed("gzip", feed[100:])...)),
		"said and not done":       coded("gzip", []byte(feed)),
		"deflate, not done":       coded("deflate", []byte(feed)),
		"br, not done":            coded("br", []byte("\xef\xbb\xbf\n"+feed)),
		"a charset for a coding":  coded("utf-8", []byte(feed)),
		"none":                    coded("none", []byte(feed)),
		"a file, compressed once": coded("gzip", packed("gzip", string(gz))),
	} {
		d := newDesk(t, h)
		f := d.one()
		if f.Outcome != model.OutcomeNew || f.Items != 1 {
			t.Errorf("%s: %+v", name, f)
		}
		if got := d.last().Header["Accept-Encoding"]; len(got) != 1 || got[0] != "gzip, deflate" {
			t.Errorf("Accept-Encoding %q", got)
		}
	}
	for name, h := range map[string]http.HandlerFunc{
		"not asked for": coded("br", []byte("\x8b\x03\x80")),
		"broken":        coded("gzip", append(gz[:20:20], make([]byte, 200)...)),
		"layers":        coded("gzip, gzip, gzip, gzip, gzip", gz),
	} {
		d := newDesk(t, h)
		d.expect(d.one(), model.OutcomeFailed)
		if len(d.items) != 0 {
			t.Errorf("%s: items out of it", name)
		}
	}
}

func TestCase35LimitCountsDecompressedBytes(t *testing.T) {
	feed := demoRSS("Delegates arrive")
	bomb := packed("gzip", feed+strings.Repeat(" ", 4<<20))
	for name, h := range map[string]http.HandlerFunc{
		"plain":      coded("", []byte(feed+strings.Repeat(" ", 1<<20))),
		"bomb":       coded("gzip", bomb),
		"bomb twice": coded("gzip, gzip", packed("gzip", string(bomb))),
		"deflate":    coded("deflate", packed("zlib", feed+strings.Repeat(" ", 4<<20))),
		"a .gz file": coded("", bomb),
		"no end": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 64<<10)); err != nil {
					return
				}
			}
		},
		// Empty gzip members are nothing when undone, and go on for ever on the wire.
		"empty members": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			empty := bytes.Repeat(packed("gzip", ""), 1000)
			for r.Context().Err() == nil {
				if _, err := w.Write(empty); err != nil {
					return
				}
			}
		},
	} {
		d := newDesk(t, h)
		d.cfg.MaxBody = 1 << 20
		f := d.expect(d.one(), model.OutcomeFailed)
		if !strings.Contains(f.Error, "max_body") || len(d.items) != 0 {
			t.Errorf("%s: %+v", name, f)
		}
	}
	exact := feed + strings.Repeat(" ", 1<<20-len(feed))
	d := newDesk(t, coded("gzip", packed("gzip", exact)))
	d.cfg.MaxBody = 1 << 20
	d.expect(d.one(), model.OutcomeNew)
}

func TestCase36OneDeadlineForTheWholeFetch(t *testing.T) {
	drip := func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte("<"))
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	}
	silent := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	slowChain := func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(60 * time.Millisecond)
		status(302, "Location", r.URL.Path+"x")(w, r)
	}
	for name, h := range map[string]http.HandlerFunc{"a byte at a time": drip, "nothing": silent, "a slow chain": slowChain} {
		d := newDesk(t, h)
		d.cfg.Timeout = 150 * time.Millisecond
		if f := d.expect(d.one(), model.OutcomeFailed); f.Error != "no whole answer within 150ms" {
			t.Errorf("%s: %+v", name, f)
		}
	}
	// A header that trickles is the same: nothing of the answer has come yet.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				for _, b := range []byte("HTTP/1.1 200 OK\r\nX-Slow: " + strings.Repeat("x", 1000)) {
					if _, err := c.Write([]byte{b}); err != nil {
						return
					}
					time.Sleep(5 * time.Millisecond)
				}
			}()
		}
	}()
	d := newDesk(t, send)
	d.cfg.Timeout = 150 * time.Millisecond
	d.list[0].URL = "http://" + l.Addr().String() + "/feed"
	d.expect(d.one(), model.OutcomeFailed)
}

func TestCase37ShortBodyIsAFailure(t *testing.T) {
	feed := demoRSS("Delegates arrive", "Talks begin")
	gz := packed("gzip", feed)
	for name, h := range map[string]http.HandlerFunc{
		"shorter than announced": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", strconv.Itoa(len(feed)))
			w.Header().Set("ETag", `"short"`)
			_, _ = io.WriteString(w, feed[:len(feed)-40])
			panic(http.ErrAbortHandler)
		},
		"chunks without an end": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("ETag", `"short"`)
			_, _ = io.WriteString(w, feed)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		},
		"half a gzip": coded("gzip", gz[:len(gz)-12]),
		"gzip without its sum": func(w http.ResponseWriter, r *http.Request) {
			coded("gzip", gz[:len(gz)-8])(w, r)
		},
	} {
		d := newDesk(t, h)
		f := d.expect(d.one(), model.OutcomeFailed)
		if st := d.state(); st.ETag != "" || st.BodyHash != "" || len(d.items) != 0 {
			t.Errorf("%s: kept %+v", name, st)
		}
		if !strings.Contains(f.Error, "cut off") && !strings.Contains(f.Error, "closed") {
			t.Errorf("%s: %q", name, f.Error)
		}
	}
}

func TestBodyWithoutAnAnnouncedEndIsNotTrustedToBeWhole(t *testing.T) {
	feed := demoRSS("Delegates arrive", "Talks begin")
	feed = feed[:len(feed)-60] // within the last item
	for name, c := range map[string]struct {
		head string
		etag string // that is kept
	}{
		"ends with the connection": {"Connection: close\r\n", ""},
		"so long and no longer":    {fmt.Sprintf("Content-Length: %d\r\n", len(feed)), `"1"`},
	} {
		d := newDesk(t, func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			defer conn.Close()
			_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"1\"\r\n"+c.head+"\r\n"+feed)
		})
		f := d.expect(d.one(), model.OutcomeNew)
		if st := d.state(); st.ETag != c.etag || (st.BodyHash == "") != (c.etag == "") {
			t.Errorf("%s: %+v, state %+v", name, f, st)
		}
	}
}

func TestCase38AChallengeOrElevenBytesAreAFailure(t *testing.T) {
	for name, c := range map[string]struct{ contentType, body, says string }{
		"challenge":    {"text/html", "<!DOCTYPE html><html><head><title>Just a moment…</title></head><body>Checking your browser</body></html>", "Just a moment…"},
		"as xml":       {"application/rss+xml", "<!-- x --><html><body>Sign in</body></html>", "web page"},
		"xhtml":        {"text/xml", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="alternate" type="application/rss+xml" href="/news.rss"/></head><body/></html>`, "/news.rss"},
		"eleven bytes": {"text/plain", "hello world", ""},
		"nothing":      {"application/rss+xml", "", "empty"},
		"white space":  {"application/rss+xml", " \n\t ", "empty"},
		"other xml":    {"text/xml", "<note><to>desk</to></note>", ""},
		"only a head":  {"application/rss+xml", "<rss><channel><title>Demo Wire</title>", "breaks off"},
	} {
		d := newDesk(t, inTurn(with("ETag", `"1"`), func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("ETag", `"2"`)
			w.Header().Set("Content-Type", c.contentType)
			_, _ = io.WriteString(w, c.body)
		}))
		d.one()
		f := d.expect(d.later(), model.OutcomeFailed)
		if !strings.Contains(f.Error, c.says) || f.HTTP != 200 {
			t.Errorf("%s: %+v", name, f)
		}
		if st := d.state(); st.ETag != `"1"` || st.Failures != 1 || len(d.items) != 1 {
			t.Errorf("%s: state %+v", name, st)
		}
	}
	for _, code := range []int{202, 204, 205, 206, 300, 305} {
		d := newDesk(t, status(code))
		d.expect(d.one(), model.OutcomeFailed)
	}
}

func TestAnAnswerThatIsNoHTTPIsCalledThat(t *testing.T) {
	for _, sent := range []string{"\x1b[31mhello\r\n\r\n", "HTTP/1.1 200 OK\r\nETag: \x1b[31m\r\n\r\n", "HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 200<<10) + "\r\n\r\n"} {
		d := newDesk(t, func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			defer conn.Close()
			_, _ = io.WriteString(conn, sent)
		})
		if f := d.expect(d.one(), model.OutcomeFailed); !strings.Contains(f.Error, "no sound HTTP") || strings.Contains(f.Error, "net/http") || strings.Contains(f.Error, "\x1b") {
			t.Errorf("%.20q: %q", sent, f.Error)
		}
	}
}

func TestAFeedLongerThanIsReadSaysSo(t *testing.T) {
	d := newDesk(t, func(w http.ResponseWriter, _ *http.Request) {
		sendBody(w, "<rss><channel>"+strings.Repeat("<item><title>a</title><guid>b</guid></item>", defaultMaxItems+1)+"</channel></rss>")
	})
	f := d.one()
	if f.Outcome != model.OutcomeNew || !strings.Contains(f.Error, "left out") || d.state().Failures != 0 {
		t.Errorf("%+v", f)
	}
	if r := Check(t.Context(), d.cfg, d.list[0]); !r.OK() || !strings.Contains(r.String(), "left out") {
		t.Errorf("%s", r)
	}
}

func TestCase39CharsetOfTheContentType(t *testing.T) {
	body := strings.Replace(demoRSS("Caf\xe9 talks"), `<?xml version="1.0" encoding="UTF-8"?>`, `<?xml version="1.0"?>`, 1)
	d := newDesk(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/xml; charset=iso-8859-1")
		_, _ = io.WriteString(w, body)
	})
	d.expect(d.one(), model.OutcomeNew)
	for _, it := range d.items {
		if it.Title != "Café talks" {
			t.Errorf("title %q", it.Title)
		}
	}
}

func TestCase40FewRequestsAtOncePerHost(t *testing.T) {
	var now, most atomic.Int32
	d := newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		n := now.Add(1)
		defer now.Add(-1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		time.Sleep(2 * time.Millisecond)
		send(w, r)
	})
	for i := range 30 {
		d.add(fmt.Sprintf("/feed%d", i))
	}
	d.cfg.PerHost = 3
	for _, f := range d.round() {
		d.expect(f, model.OutcomeNew)
	}
	if n := most.Load(); n != 3 {
		t.Errorf("%d requests at once, want 3", n)
	}

	// One bad path does not hold up the host's other feeds.
	d = newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			status(500)(w, r)
		default:
			send(w, r)
		}
	})
	d.add("/good")
	d.round()
	d.clock.turn(time.Minute)
	if fetches := d.round(); len(fetches) != 1 || fetches[0].Feed != "Demo /good" {
		t.Errorf("the good feed waits with the bad one: %+v", fetches)
	}
}

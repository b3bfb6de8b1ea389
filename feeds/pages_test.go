package feeds

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"parley/model"
)

// storyPage is a page with an article of this headline among what pages have.
func storyPage(title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html><head><title>%s</title><script>alert(1)</script></head><body><nav><a href="/">Home</a> <a href="/more">More</a></nav><article><h1>%s</h1>`, title, title)
	for i := range 6 {
		fmt.Fprintf(&b, "<p>Paragraph %d of the report says, at the length that reports have, that the %s took place, and that the chair of the meeting was content with it.</p>", i, title)
	}
	b.WriteString(`</article><footer>All rights reserved &#x1b;[31m</footer></body></html>`)
	return b.String()
}

// newsroom serves a feed at /feed whose items link to its own pages.
func newsroom(t *testing.T, robots string, pages http.HandlerFunc) *desk {
	var d *desk
	d = newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			sendBody(w, strings.ReplaceAll(demoRSS("Delegates arrival ceremony"), "https://demo.example", d.srv.URL))
		case "/robots.txt":
			if robots == "" {
				http.NotFound(w, r)
				return
			}
			_, _ = io.WriteString(w, robots)
		default:
			pages(w, r)
		}
	})
	d.list[0].FullText = true
	return d
}

func storyHandler(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, storyPage("Delegates arrival ceremony"))
}

// only is the one item of a desk.
func (d *desk) only() model.Sighting {
	d.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.items) != 1 {
		d.Fatalf("%d items, want 1", len(d.items))
	}
	for _, it := range d.items {
		return it
	}
	panic("unreachable")
}

func TestArticleOfTheLinkedPageArrivesAsASecondSighting(t *testing.T) {
	d := newsroom(t, "User-agent: *\nDisallow: /private\n", storyHandler)
	f := d.expect(d.one(), model.OutcomeNew)
	if f.New != 1 || f.Changed != 0 || d.takes != 2 {
		t.Errorf("fetch %+v after %d takes", f, d.takes)
	}
	it := d.only()
	if !strings.HasPrefix(it.Content, "Paragraph 0 of the report") && !strings.Contains(it.Content, "\n\nParagraph 3 of the report") {
		t.Errorf("content %q", it.Content)
	}
	if strings.Contains(it.Content, "alert") || strings.Contains(it.Content, "Home") || it.Content != CleanText(it.Content) {
		t.Errorf("content %q", it.Content)
	}
	if !slices.Contains(it.Flags, model.FlagFullText) || it.Title != "Delegates arrival ceremony" {
		t.Errorf("item %+v", it)
	}
	if got := paths(d.requests()); got != "/feed /robots.txt /story/0" {
		t.Errorf("asked for %s", got)
	}
	for _, r := range d.requests() {
		if r.Header.Get("User-Agent") != d.cfg.UserAgent || r.Header.Get("Referer") != "" {
			t.Errorf("%s came with %v", r.URL.Path, r.Header)
		}
	}
	// Once: neither the next round nor the next run asks again, though the body
	// has changed.
	st := d.state()
	st.BodyHash = ""
	d.states[st.URL] = st
	d.expect(d.later(), model.OutcomeUnchanged)
	if got := paths(d.requests()); got != "/feed /robots.txt /story/0 /feed" {
		t.Errorf("asked for %s", got)
	}
}

func TestPagesThatAreNotFetchedOrHoldNoArticle(t *testing.T) {
	say := func(contentType, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = io.WriteString(w, body)
		}
	}
	for name, c := range map[string]struct {
		robots string
		page   http.HandlerFunc
		asked  string
		again  bool // it is asked for at the feed's next change
	}{
		"forbidden":        {"User-agent: *\nDisallow: /story\n", storyHandler, "/feed /robots.txt", false},
		"forbidden to us":  {"User-agent: parley\nDisallow: /\n\nUser-agent: *\nAllow: /\n", storyHandler, "/feed /robots.txt", false},
		"missing":          {"", status(404), "/feed /robots.txt /story/0", false},
		"troubled":         {"", status(503), "/feed /robots.txt /story/0", true},
		"a picture":        {"", say("image/png", storyPage("Delegates arrival ceremony")), "/feed /robots.txt /story/0", false},
		"a consent page":   {"", say("text/html", storyPage("cookies and choices")), "/feed /robots.txt /story/0", false},
		"a teaser":         {"", say("text/html", "<article><p>Delegates arrival ceremony: subscribe to read on.</p></article>"), "/feed /robots.txt /story/0", false},
		"nothing":          {"", say("text/html", ""), "/feed /robots.txt /story/0", false},
		"too deep":         {"", say("text/html", strings.Repeat("<div>", 100_000)), "/feed /robots.txt /story/0", false},
		"too many":         {"", say("text/html", strings.Repeat("<p>x", 100_000)), "/feed /robots.txt /story/0", false},
		"too big":          {"", say("text/html", strings.Repeat("x", maxPage+1)), "/feed /robots.txt /story/0", true},
		"forbidden target": {"", status(302, "Location", "http://169.254.169.254/"), "/feed /robots.txt /story/0", false},
	} {
		d := newsroom(t, c.robots, c.page)
		d.expect(d.one(), model.OutcomeNew)
		if it := d.only(); it.Content != "" || slices.Contains(it.Flags, model.FlagFullText) || d.takes != 1 {
			t.Errorf("%s: %d takes, %+v", name, d.takes, it)
		}
		if got := paths(d.requests()); got != c.asked {
			t.Errorf("%s: asked for %s, want %s", name, got, c.asked)
		}
		if done := len(d.state().Articles) == 1; done == c.again {
			t.Errorf("%s: dealt with: %t", name, done)
		}
	}
}

func TestRobotsThatCannotBeHadIsNotTakenForLeave(t *testing.T) {
	d := newDesk(t, nil)
	d.list[0].FullText = true
	d.srv.Config.Handler = d.watch(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" {
			sendBody(w, strings.ReplaceAll(demoRSS("Delegates arrival ceremony"), "https://demo.example", d.srv.URL))
			return
		}
		status(500)(w, r)
	})
	d.expect(d.one(), model.OutcomeNew)
	if got := paths(d.requests()); got != "/feed /robots.txt" {
		t.Errorf("asked for %s", got)
	}
}

func TestLinksOfAnInHouseFeedReachNothingElseInHouse(t *testing.T) {
	var asked atomic.Int32
	other := newDesk(t, func(w http.ResponseWriter, r *http.Request) { asked.Add(1); storyHandler(w, r) })
	d := newDesk(t, func(w http.ResponseWriter, _ *http.Request) {
		sendBody(w, strings.ReplaceAll(demoRSS("Delegates arrival ceremony"), "https://demo.example", other.srv.URL))
	})
	d.list[0].FullText = true
	d.expect(d.one(), model.OutcomeNew)
	if asked.Load() != 0 || d.takes != 1 {
		t.Errorf("another in-house server got %d requests", asked.Load())
	}
}

func TestPagesComeOneAtATimePerHost(t *testing.T) {
	var now, most atomic.Int32
	var d *desk
	d = newDesk(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			var titles []string
			for i := range 40 {
				titles = append(titles, fmt.Sprintf("Delegates arrival ceremony number %d", i))
			}
			body := strings.ReplaceAll(demoRSS(titles...), "https://demo.example", d.srv.URL)
			for i := range titles {
				body = strings.Replace(body, "08:00:00", fmt.Sprintf("07:%02d:00", i), 1)
			}
			sendBody(w, body)
		case "/robots.txt":
			http.NotFound(w, r)
		default:
			n := now.Add(1)
			defer now.Add(-1)
			most.Store(max(most.Load(), n))
			time.Sleep(time.Millisecond)
			storyHandler(w, r)
		}
	})
	d.list[0].FullText = true
	d.expect(d.one(), model.OutcomeNew)
	if n := most.Load(); n != 1 {
		t.Errorf("%d pages at once", n)
	}
	got := paths(d.requests())
	want := "/feed /robots.txt"
	for i := range pagesPerBody { // the newest first
		want += fmt.Sprintf(" /story/%d", 39-i)
	}
	if got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
}

func TestRobotsAreReadAsTheyAreMeant(t *testing.T) {
	said := func(text string) *robots {
		return readRobots(&answer{status: 200, body: []byte(text)}, nil, "Parley/1.0 (+https://demo.example/)", start)
	}
	r := said("User-agent: *\nCrawl-delay: 10\nDisallow: /a\nAllow: /a/b\nDisallow: /*?print=\n")
	for path, want := range map[string]bool{"/": true, "": true, "/a": false, "/a/b/c": true, "/x?print=1": false, "/x?y=1": true} {
		u, _ := url.Parse("https://demo.example" + path)
		if r.allow(u) != want {
			t.Errorf("%q allowed: %t", path, !want)
		}
	}
	if r.gap != 10*time.Second {
		t.Errorf("gap %s", r.gap)
	}
	if r := said("User-agent: *\nCrawl-delay: 86400\n"); r.gap != longestGap {
		t.Errorf("gap %s", r.gap)
	}
	if r := said(""); r.gap != pageGap || !r.allow(&url.URL{Path: "/"}) {
		t.Errorf("an empty robots.txt: %+v", r)
	}
}

func TestArticleInAnotherCharset(t *testing.T) {
	page := strings.ReplaceAll(storyPage("arrival at the caf\xe9"), "utf-8", "iso-8859-1")
	text, err := article([]byte(page), "text/html; charset=iso-8859-1", &url.URL{Scheme: "https", Host: "demo.example"}, model.Sighting{Title: "Arrival at the café"})
	if err != nil || !strings.Contains(text, "arrival at the café took place") {
		t.Errorf("%q, %v", text, err)
	}
}

func BenchmarkArticle(b *testing.B) {
	page := []byte(storyPage("Delegates arrival ceremony"))
	u := &url.URL{Scheme: "https", Host: "demo.example"}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := article(page, "text/html", u, model.Sighting{Title: "Delegates arrival ceremony"}); err != nil {
			b.Fatal(err)
		}
	}
}

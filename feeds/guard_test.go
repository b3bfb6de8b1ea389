package feeds

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// measured parses body and returns what the heap was asked for meanwhile, in
// bytes.
func measured(body string) (p Parsed, memory uint64, err error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	p, err = Parse([]byte(body), ParseOptions{Seen: seenAt})
	runtime.ReadMemStats(&after)
	return p, after.TotalAlloc - before.TotalAlloc, err
}

// Each body ends the process, eats its memory or its time when the parser is
// given it as it is. An item after the hostile part must still be read.
func TestHostileBodies(t *testing.T) {
	item := "<item><title>Mediator names a day</title><link>https://demo.example/1</link></item>"
	rss := func(inside string) string {
		return `<rss version="2.0"><channel><title>Demo</title>` + inside + item + `</channel></rss>`
	}
	declarations := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, ` xmlns:n%d="urn:demo:%d"`, i, i)
		}
		return b.String()
	}
	nestedDeclarations := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<x xmlns:n%d="urn:demo:%d">`, i, i)
		}
		return b.String() + strings.Repeat("</x>", n)
	}
	cases := []struct{ name, body string }{
		{"8 MB of nested unknown tags", rss(strings.Repeat("<x>", 8<<20/3) + strings.Repeat("</x>", 1<<18) + "</x><item></item>")},
		{"5 MB of nested foreign tags in an item", rss("<item><y:x>" + strings.Repeat("<y:x>", 1<<20) + "</item>")},
		{"half a million nested tags in a description", rss("<item><title>a</title><description>" + strings.Repeat("<b>", 1<<19) + "</description></item>")},
		{"420 KB of declarations on one tag", `<rss version="2.0"` + declarations(16_000) + `><channel>` + item + `</channel></rss>`},
		{"420 KB of declarations, nested", rss(nestedDeclarations(10_000))},
		{"a quarter of a million attributes", rss("<item" + strings.Repeat(" a='b'", 250_000) + "><title>a</title></item>")},
		{"a billion laughs", `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>` +
			rss("<item><title>"+strings.Repeat("&c;", 1<<18)+"</title></item>")},
		{"entities of entities of entities", `<!DOCTYPE rss [<!ENTITY e "` + strings.Repeat("ha", 500) + `">` +
			strings.Repeat(`<!ENTITY f "`+strings.Repeat("&e;", 300)+`">`, 60) + `]>` + rss("<item><title>&f;</title></item>")},
		{"one entity, very often", `<!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("ha", 500) + `">]>` +
			rss("<item><title>"+strings.Repeat("&a;", 1<<18)+"</title></item>")},
		{"comments that never end", rss(strings.Repeat("<!-- ", 1<<18))},
		{"instructions that never end", rss(strings.Repeat("<? ", 1<<18))},
		{"quotes that never end", rss(strings.Repeat("<a b=\"<a b='", 1<<17) + `"'>`)},
		{"brackets", rss(strings.Repeat("<", 1<<20))},
		{"ampersands", rss("<item><title>" + strings.Repeat("&", 1<<20) + "</title></item>")},
		{"ampersands and the end of a section", rss("<item><title>" + strings.Repeat("&]]>", 1<<18) + "</title></item>")},
		{"a 6 MB title", rss("<item><title>" + strings.Repeat("title ", 1<<20) + "</title></item>")},
		{"a million marks on one letter", rss("<item><title>a" + strings.Repeat("\u0301", 1_000_000) + "</title></item>")},
		{"a hundred thousand categories", rss("<item>" + strings.Repeat("<category>a</category>", 1<<17) + "<title>a</title></item>")},
		{"a hundred thousand authors", rss("<item>" + strings.Repeat("<author>a</author>", 1<<17) + "<title>a</title></item>")},
	}
	for _, c := range cases {
		start := time.Now()
		p, memory, err := measured(c.body)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		last := p.Items[len(p.Items)-1]
		if c.name != "quotes that never end" && last.Title != "Mediator names a day" {
			t.Errorf("%s: the last item is %.40q", c.name, last.Title)
		}
		// A few copies of the body and of the largest field: never more.
		if limit := uint64(8*len(c.body) + 32<<20); memory > limit {
			t.Errorf("%s: %d KB of input asked for %d KB", c.name, len(c.body)>>10, memory>>10)
		}
		t.Logf("%-42s %6d KB in, %7d KB asked for, %v", c.name, len(c.body)>>10, memory>>10, time.Since(start).Round(time.Millisecond))
	}
}

func TestHostileJSON(t *testing.T) {
	cases := []struct{ name, body string }{
		{"nested lists", `{"version":"https://jsonfeed.org/version/1.1","x":` + strings.Repeat("[", 1<<22)},
		{"nested objects in an item", `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":` + strings.Repeat(`{"a":`, 1<<20)},
	}
	for _, c := range cases {
		_, memory, err := measured(c.body)
		if err == nil {
			t.Errorf("%s: no error", c.name)
		}
		if limit := uint64(8*len(c.body) + 32<<20); memory > limit {
			t.Errorf("%s: %d KB of input asked for %d KB", c.name, len(c.body)>>10, memory>>10)
		}
	}
}

func TestItemLimit(t *testing.T) {
	xml := func(n int) string {
		return "<rss><channel>" + strings.Repeat("<item><title>a</title></item>", n) + "</channel></rss>"
	}
	js := func(n int) string {
		return `{"items":[` + strings.TrimSuffix(strings.Repeat(`{"title":"a"},`, n), ",") + `],"title":"t"}`
	}
	for _, c := range []struct {
		body       string
		max, items int
		overlong   bool
	}{
		{xml(defaultMaxItems), 0, defaultMaxItems, false},
		{xml(defaultMaxItems + 1), 0, defaultMaxItems, true},
		{xml(7), 7, 7, false},
		{xml(8), 7, 7, true},
		{js(7), 7, 7, false},
		{js(8), 7, 7, true},
	} {
		p, err := Parse([]byte(c.body), ParseOptions{MaxItems: c.max})
		if err != nil || len(p.Items) != c.items || p.Overlong != c.overlong || p.Truncated {
			t.Errorf("%.20s…: %d items, overlong %t, truncated %t, %v", c.body, len(p.Items), p.Overlong, p.Truncated, err)
		}
	}
}

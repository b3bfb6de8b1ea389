package feeds

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
)

// ordinaryFeed is what an outlet sends: fifty headlines with a sentence of
// escaped markup each, and elements that nobody here looks at.
func ordinaryFeed() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Demo Daily – World</title><link>https://demo.example/world</link><atom:link href="https://demo.example/rss" rel="self" type="application/rss+xml"/><ttl>15</ttl>`)
	at := time.Date(2025, 8, 15, 19, 0, 0, 0, time.UTC)
	for i := range 50 {
		fmt.Fprintf(&b, `<item><title>Envoys weigh clause %d as “both sides” wait &amp;amp; see</title><link>https://demo.example/world/%d?utm_source=rss</link>
<guid isPermaLink="false">https://demo.example/world/%d#0</guid><pubDate>%s</pubDate><dc:creator>A. Writer</dc:creator>
<description>&lt;p&gt;Aides said the delegations&amp;rsquo; second session, number %d, would take up the clause on &lt;b&gt;monitors&lt;/b&gt; before anything else was put on the table.&lt;/p&gt;</description>
<category>World</category><category>Talks</category><media:content url="https://demo.example/i/%d.jpg" type="image/jpeg" width="240" height="135"><media:credit>Demo</media:credit></media:content></item>
`, i, i, i, at.Add(-time.Duration(i)*time.Hour).Format(time.RFC1123), i, i)
	}
	b.WriteString("</channel></rss>")
	return []byte(b.String())
}

// BenchmarkParse reads and cleans a feed; "x gofeed" is its time as a multiple
// of what the parser alone takes for the same bytes in the same run.
func BenchmarkParse(b *testing.B) {
	body := ordinaryFeed()
	o := ParseOptions{Seen: seenAt, URL: "https://demo.example/rss"}
	const rounds = 200
	start := time.Now()
	for range rounds {
		if _, err := gofeed.NewParser().Parse(bytes.NewReader(body)); err != nil {
			b.Fatal(err)
		}
	}
	alone := float64(time.Since(start).Nanoseconds()) / rounds
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		if p, err := Parse(body, o); err != nil || len(p.Items) != 50 {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/alone, "x-gofeed")
}

// BenchmarkGofeedAlone is the other side of that ratio.
func BenchmarkGofeedAlone(b *testing.B) {
	body := ordinaryFeed()
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		if _, err := gofeed.NewParser().Parse(bytes.NewReader(body)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkClean(b *testing.B) {
	cases := map[string]string{
		"plain": "Envoys weigh the clause on monitors as both sides wait",
		"wide":  "Посредник назвал день второй встречи – “четверг”",
		"mean":  "Envoys \x1b[31mweigh\x1b[0m the\u202e clause\u200b on monitors",
	}
	for name, s := range cases {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Clean(s)
			}
		})
	}
}

func BenchmarkDate(b *testing.B) {
	h := habit{seen: seenAt}
	for _, s := range []string{"Fri, 15 Aug 2025 11:30:00 GMT", "2025-08-15T11:30:00Z", "Fri, 15 Aug 2025 22:30:00 MSK", "15 августа 2025 г., 11:30"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				h.read(s)
			}
		})
	}
}

package feeds

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// nowhere is a record that takes everything and remembers the states alone.
type nowhere struct{ *memory }

func (nowhere) Take(_ context.Context, _ model.Feed, items []model.Sighting) (int, int, error) {
	return len(items), 0, nil
}

// bench polls n feeds of one loopback server, one round an iteration, all due.
func bench(b *testing.B, n int, h http.Handler) {
	srv := httptest.NewServer(h)
	defer srv.Close()
	clock, m := newHandClock(), newMemory()
	var list []model.Feed
	for i := range n {
		list = append(list, model.Feed{Name: fmt.Sprint("Demo ", i), URL: fmt.Sprintf("%s/%d", srv.URL, i), AllowPrivate: true})
	}
	p := NewPoller(Config{Every: time.Minute, Timeout: 20 * time.Second, MaxBody: 8 << 20, PerHost: 8}, list, nowhere{m}, m, WithClock(clock))
	round := func() {
		fetches, err := p.Once(context.Background())
		if err != nil || len(fetches) != n {
			b.Fatalf("%d fetches, %v", len(fetches), err)
		}
		for _, f := range fetches {
			if f.Error != "" {
				b.Fatal(f.Error)
			}
		}
		clock.turn(time.Hour)
	}
	round()
	b.ReportAllocs()
	for b.Loop() {
		round()
	}
}

// BenchmarkRound304 is a round of 200 feeds that answer 304, server included.
func BenchmarkRound304(b *testing.B) {
	bench(b, 200, conditional(`"1"`))
}

// BenchmarkRoundNew is a round of 100 feeds with 1,000 items each, all new, read
// into nowhere: fetching, parsing and cleaning, server included.
func BenchmarkRoundNew(b *testing.B) {
	sentence := strings.Repeat("The chair of the meeting said that talks would go on, and that the delegations had agreed to it. ", 3)
	var all strings.Builder
	all.WriteString(`<rss version="2.0"><channel><title>Demo</title>`)
	for i := range 1000 {
		fmt.Fprintf(&all, `<item><title>Delegates meet for round %d of the talks</title><guid isPermaLink="false">g%d</guid><link>https://demo.example/story/%d?utm_source=rss</link><pubDate>Wed, 13 Aug 2025 08:%02d:00 GMT</pubDate><description>%s</description></item>`, i, i, i, i%60, sentence)
	}
	all.WriteString(`</channel></rss>`)
	body := all.String()
	b.SetBytes(int64(100 * len(body)))
	bench(b, 100, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		sendBody(w, fmt.Sprintf("%s<!-- %d -->", body, time.Now().UnixNano())) // no two are the same
	}))
}

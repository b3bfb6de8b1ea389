package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
	"parley/model/config"
)

// madeNews makes a headline of ten words and a text of three sentences, one of
// them said by somebody: of words that are made up, a few of which recur often.
func madeNews(r *rand.Rand) (title, text string) {
	words := func(n int) string {
		list := make([]string, n)
		for i := range list {
			for k := 1 + r.IntN(3); k >= 0; k-- {
				list[i] += string("bdfgklmnprstvz"[r.IntN(14)]) + string("aeiou"[r.IntN(5)])
			}
		}
		return strings.Join(list, " ")
	}
	return "Minister Ada Quill says " + words(7),
		fmt.Sprintf("“The %s,” said Ada Quill of the %s on Friday. The %s. According to Ada Quill, the %s.", words(9), words(4), words(10), words(9))
}

func benchConfig(b *testing.B) config.Config {
	b.Helper()
	cfg, err := config.Parse("bench", exampleConfig)
	if err != nil {
		b.Fatal(err)
	}
	return cfg
}

// BenchmarkTake takes items in as the screen's desk does, and as one that only
// polls: append, reading, full text; stories and all else of the record besides.
// As when a poller asks many feeds, one fetch comes while another is taken in. The
// words of news are spread as words are; of none, most stand in one item only,
// which is the worst that can come.
func BenchmarkTake(b *testing.B) {
	const each, rounds = 1000, 10
	worst := func(r *rand.Rand, first, n int, now time.Time) []model.Sighting {
		list := make([]model.Sighting, n)
		for i := range list {
			id := fmt.Sprint(first + i)
			list[i] = model.Sighting{Feed: "Demo Wire", Identity: id, GUID: id, Seen: now, Published: now}
			list[i].Title, list[i].Summary = madeNews(r)
		}
		return list
	}
	for _, c := range []struct {
		name     string
		noBoards bool
		items    func(r *rand.Rand, first, n int, now time.Time) []model.Sighting
	}{{"poll", true, floodOf}, {"stories", false, floodOf}, {"stories/worst", false, worst}} {
		b.Run(c.name, func(b *testing.B) {
			ctx := context.Background()
			d, err := openDesk(ctx, benchConfig(b), deskOptions{path: filepath.Join(b.TempDir(), "r.db"), noBoards: c.noBoards})
			if err != nil {
				b.Fatal(err)
			}
			defer d.Close()
			r, n, now := rand.New(rand.NewPCG(1, 1)), 0, time.Now().Add(-time.Hour)
			var busy time.Duration
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				fetches := make(chan []model.Sighting, rounds)
				for range rounds {
					now = now.Add(20 * time.Second)
					fetches <- c.items(r, n, each, now)
					n += each
				}
				close(fetches)
				busy -= cpuUsed(b)
				b.StartTimer()
				var takers sync.WaitGroup
				for i := range 4 {
					takers.Go(func() {
						for list := range fetches {
							if _, _, err := d.Take(ctx, model.Feed{Name: fmt.Sprint("Demo fetch ", i)}, list); err != nil {
								b.Error(err)
							}
						}
					})
				}
				takers.Wait()
				busy += cpuUsed(b)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "items/s")
			b.ReportMetric(float64(busy.Microseconds())/float64(n), "cpu-µs/item")
		})
	}
}

// BenchmarkPoll is the whole way of `parley poll --once`, server included: feeds
// of 1,000 items never seen before, and then the same ones unchanged.
func BenchmarkPoll(b *testing.B) {
	const feeds, each = 10, 1000
	bodies := make([]string, feeds)
	for f := range bodies {
		r := rand.New(rand.NewPCG(uint64(f), 2))
		var s strings.Builder
		s.WriteString(`<rss version="2.0"><channel><title>Demo</title>`)
		for i := range each {
			title, text := madeNews(r)
			fmt.Fprintf(&s, "<item><guid>%d-%d</guid><title>%s</title><description>%s</description></item>\n", f, i, title, text)
		}
		s.WriteString("</channel></rss>")
		bodies[f] = s.String()
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		var f int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &f)
		_, _ = io.WriteString(w, bodies[f])
	}))
	defer srv.Close()
	cfg := benchConfig(b)
	cfg.Feeds = nil
	for f := range bodies {
		cfg.Feeds = append(cfg.Feeds, config.Feed{
			Feed:     model.Feed{Name: fmt.Sprint("Demo ", f), URL: fmt.Sprintf("%s/%d", srv.URL, f), AllowPrivate: true},
			Interval: time.Millisecond,
		})
	}
	cfg.Poll.Floor = 0
	round := func(b *testing.B, path string, fresh int) {
		b.Helper()
		ctx := context.Background()
		d, err := openDesk(ctx, cfg, deskOptions{path: path, noBoards: true})
		if err != nil {
			b.Fatal(err)
		}
		fetches, err := d.poller(cfg, nil).Once(ctx)
		for _, f := range fetches {
			fresh -= f.New
		}
		if err != nil || fresh != 0 || len(fetches) != feeds || d.Close() != nil {
			b.Fatal(len(fetches), fresh, err)
		}
	}
	b.Run("first", func(b *testing.B) {
		dir, n := b.TempDir(), 0
		b.ReportAllocs()
		for b.Loop() {
			n++
			round(b, filepath.Join(dir, fmt.Sprint(n)), feeds*each)
		}
		b.ReportMetric(float64(n*feeds*each)/b.Elapsed().Seconds(), "items/s")
	})
	b.Run("unchanged", func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "r.db")
		round(b, path, feeds*each)
		b.ReportAllocs()
		for b.Loop() {
			round(b, path, 0)
		}
	})
}

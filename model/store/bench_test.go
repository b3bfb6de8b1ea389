package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"parley/model"
)

// large is a record of 100,000 items, made once for all benchmarks of a run.
var large = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "parley-bench-")
	return filepath.Join(dir, "record.db"), err
})

const largeItems = 100_000

func TestMain(m *testing.M) {
	if runChild() {
		return
	}
	code := m.Run()
	if path, err := large(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

var fillLarge sync.Once

func openLarge(b *testing.B) *Store {
	b.Helper()
	path, err := large()
	if err != nil {
		b.Fatal(err)
	}
	s := reopen(b, path)
	fillLarge.Do(func() { newMaker().fill(b, s, 0, largeItems, 1000) })
	return s
}

// BenchmarkIngest takes items in: append, reading, full-text index, commit.
func BenchmarkIngest(b *testing.B) {
	for _, batch := range []int{50, 1000} {
		b.Run(fmt.Sprintf("batch=%d", batch), func(b *testing.B) {
			s, m := open(b), newMaker()
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				b.StopTimer()
				list := m.batch(n, batch)
				n += batch
				b.StartTimer()
				added := mustAppend(b, s, list...)
				b.StopTimer()
				readings := m.read(added)
				b.StartTimer()
				if err := s.SaveReadings(context.Background(), "rules-1", readings); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "items/s")
			b.ReportMetric(float64(fileSize(b, s))/float64(n), "B/item")
		})
	}
}

// BenchmarkUnchanged appends a feed of 1,000 items that are all known.
func BenchmarkUnchanged(b *testing.B) {
	s, m := open(b), newMaker()
	list := m.batch(0, 1000)
	mustAppend(b, s, list...)
	b.ReportAllocs()
	for b.Loop() {
		if added := mustAppend(b, s, list...); len(added) > 0 {
			b.Fatal("something changed")
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	path := openLarge(b).Path()
	b.ReportAllocs()
	for b.Loop() {
		s, err := Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	s := openLarge(b)
	for _, query := range []string{
		"kava", "ba", "ba da ga", `"ba da"`, "ba*", "b*", "bak*", "ba -da", "actor:aldra", "actor:aldra type:threat ba",
		"kind:signal feed:\"Demo Daily 7\"", "ba before:\"14 Aug 2025 12:00\"", "ba da ga ka la",
	} {
		b.Run(query, func(b *testing.B) {
			q, err := model.ParseQuery(query, time.UTC, start)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				s.cache.reset()
				hits, err := s.Search(context.Background(), q, SearchOptions{})
				if err != nil || len(hits) == 0 {
					b.Fatal(len(hits), err)
				}
			}
		})
	}
}

// BenchmarkMatching gives all items of a query, for the filter of a pane.
func BenchmarkMatching(b *testing.B) {
	s := openLarge(b)
	for _, query := range []string{"kava", "bafa", "ba"} {
		b.Run(query, func(b *testing.B) {
			q, err := model.ParseQuery(query, time.UTC, start)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				items, err := s.Matching(context.Background(), q, SearchOptions{Limit: 10_000})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(items)), "items")
			}
		})
	}
}

func BenchmarkSearchAsOf(b *testing.B) {
	s := openLarge(b)
	q, err := model.ParseQuery("ba da", time.UTC, start)
	if err != nil {
		b.Fatal(err)
	}
	for name, clock := range map[string]model.Clock{"seen": model.BySeen, "published": model.ByPublished} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Search(context.Background(), q, SearchOptions{At: start.Add(3 * time.Hour), Clock: clock}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// warm asks once for the rows that a screen will ask for again and again.
func warm(b *testing.B, s *Store) {
	b.Helper()
	for i := range 100 {
		if _, err := s.Reading(model.VersionRef{Item: model.ItemID(1 + i), N: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVersion(b *testing.B) {
	s := openLarge(b)
	warm(b, s)
	b.Run("warm", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := s.Version(model.VersionRef{Item: model.ItemID(1 + i%100), N: 1}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			s.cache.reset()
			if _, err := s.Version(model.VersionRef{Item: model.ItemID(1 + i*7919%largeItems), N: 1}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkReading(b *testing.B) {
	s := openLarge(b)
	warm(b, s)
	b.Run("warm", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := s.Reading(model.VersionRef{Item: model.ItemID(1 + i%100), N: 1}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			s.cache.reset()
			if _, err := s.Reading(model.VersionRef{Item: model.ItemID(1 + i*7919%largeItems), N: 1}); err != nil {
				b.Fatal(err)
			}
		}
	})
	warm(b, s)
	b.Run("history", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := s.History(model.ItemID(1 + i%100)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkReplay walks the whole record; live is the memory held meanwhile.
func BenchmarkReplay(b *testing.B) {
	s := openLarge(b)
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		var m runtime.MemStats
		if err := s.Replay(context.Background(), 0, func(Stored) error { n++; return nil }); err != nil || n != largeItems {
			b.Fatal(n, err)
		}
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapSys)/(1<<20), "heapMB")
	}
}

func fileSize(tb testing.TB, s *Store) int64 {
	tb.Helper()
	if _, err := s.w.Exec("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		tb.Fatal(err)
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		tb.Fatal(err)
	}
	return info.Size()
}

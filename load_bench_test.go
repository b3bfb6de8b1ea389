package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// floodOf makes items whose words are spread as words are, few often and most
// rarely, and in each of which somebody says something.
func floodOf(r *rand.Rand, first, n int, now time.Time) []model.Sighting {
	zipf := rand.NewZipf(r, 1.2, 8, 30_000)
	words := func(n int) string {
		list := make([]string, n)
		for i := range list {
			for no := zipf.Uint64() + 14; no > 0; no /= 70 {
				list[i] += string("bdfgklmnprstvz"[no%14]) + string("aeiou"[no/14%5])
			}
		}
		return strings.Join(list, " ")
	}
	list := make([]model.Sighting, n)
	for i := range list {
		id := fmt.Sprint(first + i)
		list[i] = model.Sighting{Feed: fmt.Sprint("Demo ", r.IntN(50)), Identity: id, GUID: id, Seen: now, Published: now.Add(-time.Duration(r.IntN(3000)) * time.Second)}
		list[i].Title = "Minister Ada Quill says " + words(7)
		list[i].Summary = fmt.Sprintf("“The %s,” said Ada Quill of the %s on Friday. The %s. According to Ada Quill, the %s.", words(9), words(4), words(10), words(9))
	}
	return list
}

// flooded is a record of so many items that came within hours and of which
// nothing is derived.
func flooded(b *testing.B, items int) (path string) {
	b.Helper()
	ctx := context.Background()
	path = filepath.Join(b.TempDir(), "r.db")
	d, err := openDesk(ctx, benchConfig(b), deskOptions{path: path, noBoards: true})
	if err != nil {
		b.Fatal(err)
	}
	r, now := rand.New(rand.NewPCG(1, 1)), time.Now().Add(-3*time.Hour)
	for n := 0; n < items; n += 2000 {
		if err := d.takeAll(ctx, floodOf(r, n, 2000, now.Add(time.Duration(n)*time.Second/20))); err != nil {
			b.Fatal(err)
		}
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkDerive is what the first screen after a flood waits for: the record is
// derived from all that is stored, and kept for the next start.
func BenchmarkDerive(b *testing.B) {
	const items = 20_000
	path := flooded(b, items)
	ctx := context.Background()
	b.ReportAllocs()
	for b.Loop() {
		d, err := openDesk(ctx, benchConfig(b), deskOptions{path: path, noBoards: true})
		if err != nil {
			b.Fatal(err)
		}
		if err := d.loadRecord(ctx); err != nil {
			b.Fatal(err)
		}
		if n := d.Board(time.Time{}, model.BySeen).Counts().Items; n != items {
			b.Fatal(n)
		}
		if err := d.store.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(items*float64(b.N)/b.Elapsed().Seconds(), "items/s")
}

package model

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
	"time"
)

// bigLog has a hundred thousand items and two hundred thousand facts, over sixty days.
var bigLog = sync.OnceValue(func() []entry { return makeLog(100_000) })

// makeLog makes up a record with its words spread as words are: few often, most
// rarely. One item in twenty is edited.
func makeLog(items int) []entry {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.2, 8, 30_000)
	text := func(n int) string {
		var b bytes.Buffer
		for range n {
			fmt.Fprintf(&b, "w%d ", zipf.Uint64())
		}
		return b.String()
	}
	actor := rand.NewZipf(rng, 1.3, 4, 300)
	feeds := demoCase().Feeds
	types := []string{"assertion", "threat", "denial", "offer", "demand", "optimistic"}
	actions := []string{"threatened", "announced", "imposed", "licensed", "eased", "called-for"}
	kinds := []string{"meeting", "call", "arrival", "press", "agreement"}
	statuses := []string{Planned, UnderWay, Done, EventDenied}
	log := make([]entry, 0, items+items/16)
	seen := day
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	for i := range items {
		seen = seen.Add(time.Duration(rng.IntN(104)) * time.Second)
		item, n := ItemID(i+1), 1
		feed := feeds[rng.IntN(len(feeds))]
		if i > 200 && rng.IntN(20) == 0 {
			// One in twenty is an edit of something recent.
			old := log[len(log)-1-rng.IntN(100)]
			log = append(log, entry{old.v, old.rd})
			e := &log[len(log)-1]
			e.v.N, e.v.Seen, e.v.Title = old.v.N+1, seen, text(9)
		}
		v := Version{Item: item, N: n, Sighting: Sighting{Feed: feed.Name, Identity: fmt.Sprint(item), Title: text(9), Summary: text(22),
			Link: "https://example.invalid/" + fmt.Sprint(item), Published: seen.Add(-time.Duration(rng.IntN(1800)) * time.Second), Seen: seen}}
		var rd Reading
		who := fmt.Sprintf("actor-%d", actor.Uint64())
		s := says(who, text(14), pick(types))
		rd.Statements = append(rd.Statements, s)
		switch rng.IntN(3) {
		case 0:
			rd.Signals = append(rd.Signals, signal(who, pick(actions), "tariff", fmt.Sprintf("actor-%d", actor.Uint64())))
		case 1:
			rd.Events = append(rd.Events, event(pick(kinds), pick(statuses), who, fmt.Sprintf("actor-%d", actor.Uint64())))
		default:
			rd.Statements = append(rd.Statements, says(fmt.Sprintf("actor-%d", actor.Uint64()), text(12), pick(types)))
		}
		log = append(log, entry{v, rd})
	}
	return log
}

var bigRecord = sync.OnceValue(func() *Record {
	texts := NewMemoryTexts()
	r := NewRecord(demoCase(), texts)
	for _, e := range bigLog() {
		texts.Put(e.v, e.rd)
		r.Add(e.v, e.rd)
	}
	return r
})

func BenchmarkAdd(b *testing.B) {
	log := bigLog()
	b.ReportAllocs()
	for b.Loop() {
		r := NewRecord(demoCase(), NewMemoryTexts())
		for _, e := range log {
			r.Add(e.v, e.rd)
		}
		b.ReportMetric(float64(len(log))/(float64(b.Elapsed().Seconds())/float64(b.N+1)), "items/s")
	}
}

// moments are spread over the record, none on a minute.
func moments() []time.Time {
	log := bigLog()
	var out []time.Time
	for i := range 97 {
		out = append(out, log[(i+1)*len(log)/100].v.Seen.Add(17*time.Second))
	}
	return out
}

func BenchmarkAsOf(b *testing.B) {
	r, at := bigRecord(), moments()
	for _, clock := range []Clock{BySeen, ByPublished} {
		b.Run([]string{"seen", "published"}[clock], func(b *testing.B) {
			b.ReportAllocs()
			defer cpuTime(b)()
			for i := 0; b.Loop(); i++ {
				r.AsOf(at[i%len(at)], clock)
			}
		})
	}
}

// BenchmarkStep is what the screen asks for when the cursor moves: a board, the
// lists of the panes, and the rows in sight.
func BenchmarkStep(b *testing.B) {
	r, at := bigRecord(), moments()
	for _, clock := range []Clock{BySeen, ByPublished} {
		b.Run([]string{"seen", "published"}[clock], func(b *testing.B) {
			r.AsOf(time.Time{}, clock).Statements(Filter{}) // lists that are made once
			b.ReportAllocs()
			defer cpuTime(b)()
			for i := 0; b.Loop(); i++ {
				board := r.AsOf(at[i%len(at)], clock)
				board.Actors(Filter{})
				for _, ref := range first(board.Statements(Filter{}), 30) {
					board.Statement(ref)
				}
				for _, ref := range first(board.Signals(Filter{}), 30) {
					board.Signal(ref)
				}
				for _, l := range ladders(board.Ladders(Filter{})) {
					board.Standing(&l)
				}
				board.Phases()
				board.OpenConflicts(4)
				board.Density(board.At.Add(-24*time.Hour), board.At, 100, Filter{})
				board.Counts()
			}
		})
	}
}

func BenchmarkList(b *testing.B) {
	r, at := bigRecord(), moments()
	parts := []struct {
		name string
		f    func(*Board)
	}{
		{"actors", func(x *Board) { x.Actors(Filter{}) }},
		{"statements", func(x *Board) { x.Statements(Filter{}) }},
		{"statements-of-actor", func(x *Board) { x.Statements(Filter{Actor: "actor-1"}) }},
		{"statements-with-text", func(x *Board) { x.Statements(Filter{Text: "w12"}) }},
		{"statements-corroborated", func(x *Board) { x.Statements(Filter{Certainty: []CertaintyLevel{Corroborated}}) }},
		{"signals", func(x *Board) { x.Signals(Filter{}) }},
		{"ladders", func(x *Board) { x.Ladders(Filter{}) }},
		{"standing", func(x *Board) {
			for _, l := range x.Ladders(Filter{}) {
				x.Standing(&l)
			}
		}},
		{"phases", func(x *Board) { x.Phases() }},
		{"events", func(x *Board) { x.Events(Filter{}) }},
		{"items", func(x *Board) { x.Items(Filter{}) }},
		{"stories", func(x *Board) { x.Stories() }},
		{"moments", func(x *Board) { x.Moments(Filter{}) }},
		{"density", func(x *Board) { x.Density(x.At.Add(-24*time.Hour), x.At, 100, Filter{}) }},
		{"conflicts", func(x *Board) { x.Conflicts() }},
		{"open-conflicts", func(x *Board) { x.OpenConflicts(4) }},
		{"counts", func(x *Board) { x.Counts() }},
		{"changed", func(x *Board) { x.Changed(x.At.Add(-8 * time.Hour)) }},
		{"positions", func(x *Board) { x.Positions("actor-1", "") }},
	}
	for _, p := range parts {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			defer cpuTime(b)()
			for i := 0; b.Loop(); i++ {
				p.f(r.AsOf(at[i%len(at)], BySeen))
			}
		})
	}
}

func first(refs []Ref, n int) []Ref { return refs[:min(n, len(refs))] }

// ladders are as many as fit on a screen.
func ladders(list []Ladder) []Ladder { return list[:min(12, len(list))] }

// bigCheckpoint is that of a record as large as bigRecord, which is let go: to mark
// it as no garbage would be part of every start.
var bigCheckpoint = sync.OnceValue(func() []byte {
	r := NewRecord(demoCase(), NewMemoryTexts())
	for _, e := range makeLog(100_000) {
		r.Add(e.v, e.rd)
	}
	return r.Encode()
})

// BenchmarkOpen is a start: the checkpoint is decoded and a first board made.
func BenchmarkOpen(b *testing.B) {
	blob := bigCheckpoint()
	b.ReportMetric(float64(len(blob)), "bytes")
	b.ReportAllocs()
	defer cpuTime(b)()
	for b.Loop() {
		r := NewRecord(demoCase(), NewMemoryTexts())
		if err := r.Decode(blob); err != nil {
			b.Fatal(err)
		}
		r.AsOf(time.Time{}, BySeen)
	}
}

// BenchmarkResident reports what a record of this size holds in memory, without
// the words of its rows: grown item by item, and opened from a checkpoint.
func BenchmarkResident(b *testing.B) {
	blob := bigRecord().Encode()
	for _, way := range []struct {
		name string
		fill func(*Record) error
	}{
		{"grown", func(r *Record) error {
			for _, e := range bigLog() {
				r.Add(e.v, e.rd)
			}
			return nil
		}},
		{"opened", func(r *Record) error { return r.Decode(blob) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				var before, after runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&before)
				r := NewRecord(demoCase(), NewMemoryTexts())
				if err := way.fill(r); err != nil {
					b.Fatal(err)
				}
				runtime.GC()
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB")
				runtime.KeepAlive(r)
			}
		})
	}
}

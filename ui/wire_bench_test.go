package ui

import (
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// wireSizes are the terminals that bytes are counted in.
var wireSizes = []struct {
	name    string
	w, h    int
	profile colorprofile.Profile
}{
	{"120x36", 120, 36, colorprofile.ANSI256},
	{"200x60", 200, 60, colorprofile.ANSI256},
	{"200x60-truecolour", 200, 60, colorprofile.TrueColor},
	{"300x100", 300, 100, colorprofile.ANSI256},
}

// quiet waits until nothing is sent any more and says how much was sent so far.
func (tm *terminal) quiet() int64 {
	last := int64(-1)
	for n := tm.bytes.Load(); n != last; n = tm.bytes.Load() {
		last = n
		time.Sleep(50 * time.Millisecond)
	}
	return last
}

// reportBytes reports what went over the wire for each of many presses.
func reportBytes(b *testing.B, sent []int64) {
	var sum int64
	for _, n := range sent {
		sum += n
	}
	slices.Sort(sent)
	b.ReportMetric(float64(sum)/float64(len(sent)), "B/key")
	b.ReportMetric(float64(sent[len(sent)/2]), "p50-B")
	b.ReportMetric(float64(sent[len(sent)-1]), "max-B")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkWire counts what goes over the wire, through the real renderer, with
// 100,000 items on the record:
//
//	go test ./ui -run xxx -bench Wire -benchtime 60x
func BenchmarkWire(b *testing.B) {
	keys := []struct {
		name  string
		press uv.KeyPressEvent
	}{
		{"down", uv.KeyPressEvent{Code: uv.KeyDown}},
		{"left", uv.KeyPressEvent{Code: uv.KeyLeft}},
		{"tab", uv.KeyPressEvent{Code: uv.KeyTab}},
	}
	for _, size := range wireSizes {
		for _, key := range keys {
			b.Run(key.name+"/"+size.name, func(b *testing.B) {
				tm := start(b, big(), size.w, size.h, func(o *Options) { o.Profile = size.profile })
				tm.shows(b, "LIVE")
				var sent []int64
				before := tm.quiet()
				for b.Loop() {
					tm.SendKey(key.press)
					after := tm.quiet()
					sent = append(sent, after-before)
					before = after
				}
				reportBytes(b, sent)
			})
		}
	}
}

// BenchmarkWireArrival counts the bytes of one arriving statement: while the reader
// is in the list, where it is counted and moves nothing, and while nobody has
// touched it, where it comes in on top; and those of a thousand at once.
func BenchmarkWireArrival(b *testing.B) {
	for _, c := range []struct {
		name    string
		at      uv.KeyPressEvent
		each    int
		touched bool
	}{{"reading", uv.KeyPressEvent{Code: uv.KeyDown}, 1, true}, {"on-top", uv.KeyPressEvent{}, 1, false}, {"thousand-reading", uv.KeyPressEvent{Code: uv.KeyDown}, 1000, true}} {
		for _, size := range wireSizes[:2] {
			b.Run(c.name+"/"+size.name, func(b *testing.B) {
				d := chatter(200)
				tm := start(b, d, size.w, size.h)
				tm.shows(b, "LIVE")
				if c.touched {
					tm.SendKey(c.at)
				}
				var sent []int64
				n, before := 1000, tm.quiet()
				for b.Loop() {
					for range c.each {
						n++
						d.say(talks(22, 50), "Demo Wire", fakeActors[n%2].ID, remark(n))
					}
					d.wakes <- struct{}{}
					after := tm.quiet()
					sent = append(sent, after-before)
					before = after
				}
				reportBytes(b, sent)
			})
		}
	}
}

// BenchmarkWireIdle counts the bytes of a second in which nothing happens.
func BenchmarkWireIdle(b *testing.B) {
	tm := start(b, chatter(200), 200, 60)
	tm.shows(b, "LIVE")
	before, seconds := tm.quiet(), 0
	for b.Loop() {
		time.Sleep(time.Second)
		seconds++
	}
	b.ReportMetric(float64(tm.bytes.Load()-before)/float64(seconds), "B/s")
	b.ReportMetric(0, "ns/op")
}

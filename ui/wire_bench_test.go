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
		times int // presses in a row, as a key that is held down
	}{
		{"down", uv.KeyPressEvent{Code: uv.KeyDown}, 1},
		{"left", uv.KeyPressEvent{Code: uv.KeyLeft}, 1},
		{"tab", uv.KeyPressEvent{Code: uv.KeyTab}, 1},
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

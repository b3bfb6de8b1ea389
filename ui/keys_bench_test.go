package ui

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// sitting is how often an editor presses which key in an hour at the desk, about.
var sitting = []struct {
	key   string
	times int
}{
	{"down", 40}, {"up", 12}, {"pgdown", 5}, {"pgup", 2}, {"g", 2}, {"left", 14}, {"right", 10}, {"{", 2}, {"}", 2}, {"[", 1}, {"]", 1}, {"L", 3},
	{"enter", 5}, {"esc", 5}, {"tab", 4}, {"1", 1}, {"2", 2}, {"3", 1}, {"4", 1}, {"n", 3}, {"f", 1}, {"backspace", 1}, {"x", 1}, {"s", 1},
	{"w", 1}, {"t", 1}, {"z", 1}, {"c", 1}, {"F", 1}, {"?", 1}, {"v", 1},
}

// pressesOf mixes the keys of a sitting, the same way every time.
func pressesOf(b *testing.B, n int) []tea.KeyPressMsg {
	var once []tea.KeyPressMsg
	for _, k := range sitting {
		press, err := keyPresses(k.key)
		if err != nil {
			b.Fatal(err)
		}
		for range k.times {
			once = append(once, press[0])
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	out := make([]tea.KeyPressMsg, n)
	for i := range out {
		out[i] = once[rng.IntN(len(once))]
	}
	return out
}

// wire is the renderer's end of the program: what turns a frame into bytes.
type wire struct {
	cells uv.ScreenBuffer
	out   bytes.Buffer
	scr   *uv.TerminalRenderer
}

func newWire(w, h int) *wire {
	x := &wire{cells: uv.NewScreenBuffer(w, h)}
	x.scr = uv.NewTerminalRenderer(&x.out, []string{"TERM=xterm-256color"})
	x.scr.SetColorProfile(colorprofile.ANSI256)
	x.scr.SetFullscreen(true)
	x.scr.SetScrollOptim(true)
	return x
}

// send renders a frame and says how many bytes that took.
func (x *wire) send(b *testing.B, frame string) int {
	x.cells.Clear()
	uv.NewStyledString(frame).Draw(x.cells, x.cells.Bounds())
	x.scr.Render(x.cells.RenderBuffer)
	if err := x.scr.Flush(); err != nil {
		b.Fatal(err)
	}
	n := x.out.Len()
	x.out.Reset()
	return n
}

// BenchmarkKeys reports how long it takes from a key to its frame, and to the bytes
// of that frame, over the keys of a sitting at 200x60 with 100,000 items:
//
//	go test ./ui -run xxx -bench Keys -benchtime 3000x
func BenchmarkKeys(b *testing.B) {
	for _, sent := range []bool{false, true} {
		b.Run(map[bool]string{false: "frame", true: "bytes"}[sent], func(b *testing.B) {
			m := New(big(), Options{Profile: colorprofile.ANSI256})
			m.still = true
			m.send(tea.WindowSizeMsg{Width: 200, Height: 60})
			x := newWire(200, 60)
			x.send(b, m.frame())
			presses := pressesOf(b, b.N)
			took := make([]time.Duration, 0, b.N)
			total := 0
			b.ReportAllocs()
			b.ResetTimer()
			for _, press := range presses {
				began := time.Now()
				m.Update(press)
				frame := m.View().Content
				if sent {
					total += x.send(b, frame)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			ms := func(q float64) float64 { return took[int(q*float64(len(took)-1))].Seconds() * 1e3 }
			b.ReportMetric(ms(0.5), "p50-ms")
			b.ReportMetric(ms(0.99), "p99-ms")
			if sent {
				b.ReportMetric(float64(total)/float64(b.N), "B/key")
			}
		})
	}
}

// BenchmarkSlowestKeys presses the keys of a sitting round after round and reports, of
// the quickest time that each press took in any round, the 99th percentile and the
// slowest: what else a machine does delays a press in one round, and not in all.
//
//	go test ./ui -run xxx -bench SlowestKeys -benchtime 5x
func BenchmarkSlowestKeys(b *testing.B) {
	presses := pressesOf(b, 3000)
	best := make([]time.Duration, len(presses))
	for range b.N {
		m := New(big(), Options{Profile: colorprofile.ANSI256})
		m.still = true
		m.send(tea.WindowSizeMsg{Width: 200, Height: 60})
		m.frame()
		for i, press := range presses {
			began := time.Now()
			m.Update(press)
			m.View()
			if took := time.Since(began); best[i] == 0 || took < best[i] {
				best[i] = took
			}
		}
	}
	slowest := slices.Index(best, slices.Max(best))
	b.Logf("the slowest is %s, press %d", presses[slowest], slowest)
	slices.Sort(best)
	b.ReportMetric(best[len(best)*99/100].Seconds()*1e3, "p99-ms")
	b.ReportMetric(best[len(best)-1].Seconds()*1e3, "max-ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkStepBytes counts what a step of the timeline sends on average, without
// the time that a terminal takes.
func BenchmarkStepBytes(b *testing.B) {
	for _, size := range wireSizes {
		for _, key := range []string{"left", "right"} {
			b.Run(key+"/"+size.name, func(b *testing.B) {
				m := New(big(), Options{Profile: size.profile})
				m.still = true
				m.send(tea.WindowSizeMsg{Width: size.w, Height: size.h})
				x := newWire(size.w, size.h)
				x.scr.SetColorProfile(size.profile)
				x.send(b, m.frame())
				if key == "right" {
					m.send(tea.KeyPressMsg{Code: tea.KeyHome})
					x.send(b, m.frame())
				}
				press, err := keyPresses(key)
				if err != nil {
					b.Fatal(err)
				}
				total, n := 0, 0
				for b.Loop() {
					m.send(press[0])
					total += x.send(b, m.frame())
					n++
				}
				b.ReportMetric(float64(total)/float64(n), "B/key")
			})
		}
	}
}

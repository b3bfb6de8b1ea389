package ui

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"parley/model"
)

// big is a desk with a hundred thousand items over sixty days, with the words
// spread as words are: few often, most rarely.
var big = sync.OnceValue(func() *fakeDesk {
	d := newFakeDesk()
	rng := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(rng, 1.2, 8, 30_000)
	who := rand.NewZipf(rng, 1.3, 4, 300)
	actions := []string{"threatened", "announced", "imposed", "licensed", "eased"}
	const span = 60 * 24 * time.Hour
	for i := range 100_000 {
		at := d.now.Add(-span + span/100_000*time.Duration(i))
		actor, feed := "actor-"+itoa(int(who.Uint64())), d.feeds[i%2].Name
		if i%10 == 0 {
			d.signal(at, feed, actions[rng.IntN(len(actions))], model.Pressure, "tariff", actor, "actor-"+itoa(int(who.Uint64())))
			continue
		}
		var text strings.Builder
		for range 14 {
			text.WriteString("w" + itoa(int(words.Uint64())) + " ")
		}
		d.say(at, feed, actor, strings.TrimSpace(text.String()))
	}
	return d
})

// keyToFrame presses keys in turn and draws the frame after each.
func keyToFrame(b *testing.B, keys ...string) {
	m := New(big(), Options{})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	var presses []tea.Msg
	for _, k := range keys {
		p, err := keyPresses(k)
		if err != nil {
			b.Fatal(err)
		}
		presses = append(presses, p[0])
	}
	m.frame()
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		m.Update(presses[i%len(presses)])
		m.View()
	}
}

func BenchmarkCursorDown(b *testing.B)   { keyToFrame(b, "down") }
func BenchmarkPaneFocus(b *testing.B)    { keyToFrame(b, "tab") }
func BenchmarkTimelineStep(b *testing.B) { keyToFrame(b, "left") }
func BenchmarkEvidence(b *testing.B)     { keyToFrame(b, "enter", "esc") }
func BenchmarkHelp(b *testing.B)         { keyToFrame(b, "?", "esc") }
func BenchmarkSureFilter(b *testing.B)   { keyToFrame(b, "x") }
func BenchmarkFollow(b *testing.B)       { keyToFrame(b, "f") }

func BenchmarkStart(b *testing.B) {
	d := big()
	b.ReportAllocs()
	for b.Loop() {
		m := New(d, Options{})
		m.still = true
		m.send(tea.WindowSizeMsg{Width: 200, Height: 60})
		m.frame()
	}
}

func BenchmarkWake(b *testing.B) {
	m := New(big(), Options{})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	m.frame()
	b.ReportAllocs()
	for b.Loop() {
		m.Update(wakeMsg{})
		m.frame()
	}
}

// BenchmarkBytes counts what goes over the wire for one key, through the renderer.
func BenchmarkBytes(b *testing.B) {
	for _, key := range []struct {
		name  string
		press uv.KeyPressEvent
	}{{"down", uv.KeyPressEvent{Code: uv.KeyDown}}, {"left", uv.KeyPressEvent{Code: uv.KeyLeft}}, {"tab", uv.KeyPressEvent{Code: uv.KeyTab}}} {
		b.Run(key.name, func(b *testing.B) {
			d := summitDesk()
			for i := range 200 {
				d.say(talks(22, 31).Add(time.Duration(i)*time.Second), "Demo Wire", fakeActors[i%2].ID, "word "+itoa(i*7919%1000)+" of the talks")
			}
			tm := start(b, d, 120, 36)
			tm.shows(b, "LIVE")
			settle := func() int64 {
				last := int64(-1)
				for n := tm.bytes.Load(); n != last; n = tm.bytes.Load() {
					last = n
					time.Sleep(60 * time.Millisecond)
				}
				return last
			}
			before, presses := settle(), int64(0)
			for b.Loop() {
				tm.SendKey(key.press)
				settle()
				presses++
			}
			b.ReportMetric(float64(settle()-before)/float64(presses), "bytes/key")
		})
	}
}

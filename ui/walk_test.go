package ui

import (
	"math/rand/v2"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Whatever is pressed, clicked, resized and arrives, in whatever order, the frame is whole.
func TestARandomWalkLeavesEveryFrameWhole(t *testing.T) {
	keys := []string{"text:harbour", "text:kind:signal", "text:type:none", "enter", "up", "down", "ctrl+u", "esc", "esc", "esc"}
	for _, b := range defaultBindings {
		if b.action != "quit" && b.action != "suspend" {
			keys = append(keys, b.keys...)
		}
	}
	sizes := [][2]int{{40, 10}, {60, 13}, {60, 20}, {80, 24}, {96, 18}, {120, 36}, {170, 14}, {200, 60}, {300, 80}}
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 7))
		d := chatter(20)
		d.look = talks(18, 0)
		d.correct(4, talks(22, 50), "CORRECTED-Tobias Okoro: “The harbour stays open on Sunday”")
		lands(d, talks(18, 10), "Demo Wire", talks(18, 0))
		lands(d, talks(18, 20), "Demo Daily", talks(18, 45))
		s := sizes[rng.IntN(len(sizes))]
		r := sit(t, d, s[0], s[1])
		for i := range 150 {
			at := tea.Mouse{X: rng.IntN(s[0]), Y: rng.IntN(s[1]), Button: tea.MouseLeft}
			switch rng.IntN(12) {
			case 0:
				s = sizes[rng.IntN(len(sizes))]
				r.m.send(tea.WindowSizeMsg{Width: s[0], Height: s[1]})
			case 1:
				r.m.send(tea.MouseClickMsg(at))
			case 2:
				at.Button = []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[rng.IntN(2)]
				r.m.send(tea.MouseWheelMsg(at))
			case 3:
				d.now = d.now.Add(time.Minute)
				d.say(d.now, "Demo Wire", "okoro", remark(1000+i))
				r.arrives()
			default:
				r.press(keys[rng.IntN(len(keys))])
			}
			if checkFrame(t, r.screen(), s[0], s[1]); t.Failed() {
				t.Fatalf("walk %d, step %d", seed, i)
			}
		}
	}
}

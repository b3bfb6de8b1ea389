package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// TestTheCursorIsInSightWhateverIsPressed presses keys as they come, on screens of
// changing sizes: the row that the next key is about is always on the screen.
func TestTheCursorIsInSightWhateverIsPressed(t *testing.T) {
	keys := strings.Fields("down down down up pgdown pgup g G enter esc left right z 3 2 1 n L s x backspace ctrl+d ctrl+u f v + - H w")
	sizes := [][2]int{{60, 16}, {80, 24}, {100, 20}, {100, 30}, {120, 36}, {200, 60}, {230, 70}}
	for seed := range uint64(10) {
		rng := rand.New(rand.NewPCG(seed, 1))
		d := chatter(60)
		for i := range 20 {
			d.signal(talks(22, 40), "Demo Wire", []string{"threatened", "announced", "imposed"}[i%3], model.Pressure, "tariff-"+itoa(i)+"-on-things-whose-names-take-room", "arland", fakeActors[i%4].ID)
		}
		size := sizes[rng.IntN(len(sizes))]
		r := sit(t, d, size[0], size[1])
		var pressed []string
		for range 100 {
			pressed = append(pressed, keys[rng.IntN(len(keys))])
			r.press(pressed[len(pressed)-1])
			if rng.IntN(10) == 0 {
				size = sizes[rng.IntN(len(sizes))]
				r.m.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			}
			checkFrame(t, r.screen(), size[0], size[1])
			if r.m.page != nil {
				continue // it has the keys
			}
			if _, rows := r.m.focused(); rows > 0 && !strings.Contains(r.screen(), "▌") {
				t.Fatalf("at %dx%d there is no cursor after %v:\n%s", size[0], size[1], pressed, r.screen())
			}
		}
	}
}

package ui

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// left is what the desk stored of where the reader has looked up to.
func (r *reader) left(d *fakeDesk) time.Time {
	r.t.Helper()
	if len(d.looked) == 0 {
		r.t.Fatal("nothing is stored")
	}
	return d.looked[len(d.looked)-1]
}

// quits ends the program as `q` does.
func (r *reader) quits() {
	r.t.Helper()
	r.m.still = false
	_, cmd := r.m.Update(tea.KeyPressMsg{Code: 'q', Text: "q"})
	r.m.still = true
	r.m.settle(cmd, 0)
}

func TestNothingIsSeenThatWasNotOnTheScreen(t *testing.T) {
	for name, stand := range map[string][]string{"frozen": {"!"}, "in the past": {"left", "left"}} {
		for end, leave := range map[string]func(r *reader){
			"all seen": func(r *reader) { r.press("N") },
			"quit":     func(r *reader) { r.quits() },
			"lost":     func(r *reader) { _ = Left(context.Background(), r.m) },
		} {
			d := summitDesk()
			d.look = talks(18, 0)
			r := sit(t, d, 120, 36).press(stand...)
			d.now = talks(23, 40)
			d.say(talks(23, 30), "Demo Wire", "okoro", "A late word")
			r.arrives().press("down")
			leave(r)
			if at := r.left(d); !at.Equal(talks(23, 0)) {
				t.Errorf("%s, %s: seen up to %s, want 23:00", name, end, at)
			}
			if end == "all seen" {
				r.sees("everything up to 15:00 is seen; 1 that came later stays new").press("L").sees("1 new", "A late word")
			}
		}
	}
}

func TestWhoOnlyLookedAtThePastHasNotSeenThePresent(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	r := sit(t, d, 120, 36, func(o *Options) { o.At = talks(20, 0) })
	r.quits()
	if at := r.left(d); !at.Equal(talks(18, 0)) {
		t.Errorf("seen up to %s, want 18:00", at)
	}
	r.press("N").sees("everything up to 12:00 is seen; 4 that came later stay new")
	if at := r.left(d); !at.Equal(talks(20, 0)) {
		t.Errorf("seen up to %s, want 20:00", at)
	}
}

func TestAFrozenScreenShowsNoArrivalWhateverIsPressed(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("!")
	d.now = talks(23, 40)
	d.say(talks(23, 30), "Demo Wire", "okoro", "A late word")
	r.arrives().press("p", "p", "m").sees("FROZEN", "✓").doesNotSee("A late word")
	r.press("!").sees("A late word")
}

func TestAllSeenSaysThatItHoldsForWhatTheFiltersHide(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	sit(t, d, 120, 36).press("/", "text:harbour", "enter", "N").sees("everything up to 15:00 is seen, also what the filters hide")
	sit(t, d, 120, 36).press("N").doesNotSee("filters hide")
}

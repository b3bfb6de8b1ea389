package ui

import (
	"slices"
	"strings"
	"testing"
)

// A row that nobody sees is neither moved to nor acted on.
func TestAPresentationSaysThatItHasNoCursor(t *testing.T) {
	for _, b := range defaultBindings {
		if !ofTheDesk[b.action] {
			continue
		}
		d := summitDesk()
		r := sit(t, d, 120, 36).press("P", b.keys[0]).sees("the presentation has no panes and no cursor; P returns to the desk", "█")
		if len(d.marks) > 0 || r.m.page != nil || r.m.statements.cur != 0 || r.m.plan.focus != statementsPane {
			t.Errorf("%s did something", b.action)
		}
	}
	for a := range ofTheDesk {
		if !slices.ContainsFunc(defaultBindings, func(b binding) bool { return b.action == a }) {
			t.Errorf("there is no action %s", a)
		}
	}
	sit(t, summitDesk(), 120, 36).press("P", "left", "c").sees("Conflicts").press("down", "esc", "P").sees("2 Statements")
}

func TestAHallSeesTheNewestWordsThoughTheyAreLong(t *testing.T) {
	d := summitDesk()
	d.say(talks(22, 50), "Demo Wire", "okoro", strings.Repeat(remark(1)+" ", 12))
	for h := 10; h < 30; h++ {
		r := sit(t, d, 60, h).press("P")
		checkFrame(t, r.screen(), 60, h)
		if containsAny(r.screen(), "Ilse Maren   ", "“We agreed") {
			r.sees("Quay1 ")
		}
	}
}

package ui

import "testing"

func TestAKeyThatHasNothingToDoSaysWhy(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("backspace").sees("no filter is set")
	r := sit(t, summitDesk(), 120, 36).press("left", "!")
	r.sees("a past moment stands still; L returns to live, where ! freezes")
	if r.m.frozen {
		t.Error("alerts are held back, and nothing says so")
	}
	r.press("L", "!").sees("FROZEN").press("left", "!", "L").doesNotSee("FROZEN")
}

func TestAllSeenNamesTheDayWhereItIsAnotherThanShown(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("N").sees("everything up to 15:00 is seen")
	d.now = talks(23, 0).AddDate(0, 0, 2)
	r.arrives().press("home", "N").sees("everything up to 22 May 15:00 is seen")
}

func TestNothingIsDoneToARowThatIsOutOfSight(t *testing.T) {
	for _, page := range []string{"c", "d", "F", "A", "U", "a", "?"} {
		for _, key := range []string{"m", "M", "e", "E", "S", "J", "i", "y", "o"} {
			if page == "U" && (key == "m" || key == "M") {
				continue // hears again what is muted
			}
			d := summitDesk()
			r := sit(t, d, 120, 36).press(page, key).sees("no row is chosen on this page; Esc closes it")
			if r.m.prompt != nil || r.m.palette != nil || len(d.marks) > 0 {
				t.Errorf("%s %s: %+v, prompt %v, palette %v", page, key, d.marks, r.m.prompt, r.m.palette)
			}
		}
	}
	d := summitDesk()
	sit(t, d, 120, 36).press("1", "M").sees("choose a statement, a signal or an event")
	if len(d.marks) > 0 {
		t.Errorf("%+v", d.marks)
	}
	if sit(t, d, 120, 36).press("1", "enter", "m").sees("marked as checked"); len(d.marks) != 1 {
		t.Errorf("%+v", d.marks)
	}
}

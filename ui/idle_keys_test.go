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

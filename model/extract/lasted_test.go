package extract

import (
	"testing"
	"time"

	"parley/model"
)

func TestHowLongAMeetingWent(t *testing.T) {
	r := testReader(t)
	for _, c := range []struct {
		title, text string
		minutes     int
		atLeast     bool
	}{
		{"Rubio and Lavrov hold 90-minute call", "", 90, false},
		{"Rubio, Lavrov hold two-hour meeting in Vienna", "", 120, false},
		{"Rubio calls Lavrov", "The call lasted about 40 minutes.", 40, false},
		{"Rubio meets Lavrov in Vienna", "The talks ran more than three hours, an aide said.", 180, true},
		{"Rubio meets Lavrov in Vienna", "The meeting took two and a half hours.", 150, false},
		{"", "Rubio met Lavrov in Vienna for an hour and 20 minutes.", 80, false},
		{"", "Rubio spoke with Lavrov by phone for half an hour on Monday.", 30, false},
		{"Rubio-Lavrov talks end after about 2 hours and 45 minutes", "", 165, false},
		{"Rubio calls Lavrov", "They spoke for an hour and a half.", 90, false},
		{"", "Rubio met Lavrov in Vienna. The meeting lasted 2.5 hours.", 150, false},
		{"Rubio meets Lavrov in Vienna", "Two hours later the press was let in.", 0, false},
		{"Rubio meets Lavrov in Vienna", "The flight took five hours.", 0, false},
		{"Rubio to meet Lavrov for two hours", "", 0, false},
		{"Rubio meets Lavrov in Vienna after two hours of delay", "", 0, false},
	} {
		var got model.Length
		for _, e := range r.Read(model.Document{Title: c.title, Text: c.text, Published: time.Date(2031, 3, 14, 12, 0, 0, 0, time.UTC)}).Events {
			if e.Lasted != nil {
				got = *e.Lasted
			}
		}
		if got.Minutes != c.minutes || got.AtLeast != c.atLeast {
			t.Errorf("%q %q lasted %+v, want %d", c.title, c.text, got, c.minutes)
		}
	}
}

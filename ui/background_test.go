package ui

import (
	"strings"
	"testing"
	"time"

	"parley/model"
)

// TestBackgroundStandsBelowTheNews: what is told with a lifted duty as imposed before is
// older than all of its ladder.
func TestBackgroundStandsBelowTheNews(t *testing.T) {
	d := newFakeDesk()
	d.signal(talks(18, 10), "Demo Wire", "threatened", model.Pressure, "tariff", "arland", "beland")
	d.add(talks(19, 10), "Demo Daily", "Duty imposed on Beland is lifted", func(rd *model.Reading, title string) {
		lifted := model.Signal{In: model.InTitle, Direction: model.Relief, Action: "lifted", Instrument: "tariff", Sender: "arland", Target: []string{"beland"}, Spans: span(title, "lifted")}
		before := model.Signal{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: "tariff", Sender: "arland", Target: []string{"beland"}, Historical: true, Effective: "2031-05-19", Spans: span(title, "imposed")}
		rd.Signals = []model.Signal{lifted, before}
	})
	frame := sit(t, d, 120, 36).press("3", "z").screen()
	lifted, threatened, before := strings.Index(frame, "LIFTED"), strings.Index(frame, "threatened"), strings.Index(frame, "IMPOSED")
	if lifted < 0 || lifted > threatened || threatened > before {
		t.Errorf("lifted at %d, threatened at %d, background at %d:\n%s", lifted, threatened, before, frame)
	}
}

// TestWhatASignalCountsDownToIsNamed: the day on which a duty begins is no deadline.
func TestWhatASignalCountsDownToIsNamed(t *testing.T) {
	at := func(day int) string { return time.Date(2031, 5, day, 12, 0, 0, 0, time.UTC).Format(time.RFC3339) }
	for _, c := range []struct {
		name string
		sign model.Signal
		want string
	}{
		{"begins", model.Signal{Direction: model.Pressure, Action: "imposed", Effective: at(28)}, "takes effect 28 May 2031 04:00 AKDT, in 7 d"},
		{"began", model.Signal{Direction: model.Pressure, Action: "imposed", Effective: at(18)}, "in effect from 18 May 2031 04:00 AKDT"},
		{"a deadline", model.Signal{Direction: model.Pressure, Action: "threatened", Condition: &model.Condition{Deadline: at(28)}}, "deadline 28 May 2031 04:00 AKDT, in"},
		{"an end", model.Signal{Direction: model.Relief, Action: "licensed", Expires: at(28)}, "expires 28 May 2031 04:00 AKDT, in"},
	} {
		d := newFakeDesk()
		c.sign.In, c.sign.Instrument, c.sign.Sender, c.sign.Target = model.InTitle, "tariff", "arland", []string{"beland"}
		d.add(talks(22, 10), "Demo Wire", "A duty", func(rd *model.Reading, _ string) { rd.Signals = []model.Signal{c.sign} })
		sit(t, d, 120, 36).press("3", "enter").sees(c.want)
	}
}

func TestAccountsOfATimeGoByTheClockOfTheScreen(t *testing.T) {
	d := newFakeDesk()
	arrives := func(at time.Time, feed string, when time.Time) {
		d.add(at, feed, "Maren lands", func(rd *model.Reading, title string) {
			rd.Events = []model.Event{{In: model.InTitle, Kind: "arrival", Status: model.Done, Participants: []string{"maren"}, When: model.When{Start: when.Format(time.RFC3339), Precision: "minute"}, Spans: span(title, "lands")}}
		})
	}
	arrives(talks(18, 10), "Demo Wire", talks(18, 0))
	arrives(talks(18, 20), "Demo Daily", talks(18, 25))
	r := sit(t, d, 120, 36, localIs(time.UTC)).press("c")
	r.sees("Tue 20 May 10:00 AKDT", "Tue 20 May 10:25 AKDT")
	r.press("t").sees("Tue 20 May 18:00 UTC", "Tue 20 May 18:25 UTC").doesNotSee("10:25 AKDT")
}

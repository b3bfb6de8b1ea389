package ui

import (
	"strings"
	"testing"
	"time"

	"parley/model"
)

// stillDesk is a desk with a signal that only says that an older one is in force, one that
// was withdrawn, and a deadline of another day.
func stillDesk() *fakeDesk {
	d := newFakeDesk()
	d.add(talks(18, 0), "Demo Wire", "All Arland sanctions on Beland remain in force", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "in-force", Instrument: "sanctions", Sender: "arland", Target: []string{"beland"}, Spans: span(title, "sanctions on Beland remain in force")}}
	})
	item := d.signal(talks(19, 0), "Demo Wire", "lifted", model.Relief, "tariff", "arland", "beland")
	d.revise(item, talks(20, 0), "WITHDRAWN: the tariff", model.OpWithdrawn)
	d.add(talks(21, 0), "Demo Daily", "Maren gives Okoro until 2 June", func(rd *model.Reading, title string) {
		rd.Events = []model.Event{{In: model.InTitle, Kind: "deadline", Status: model.Planned, Participants: []string{"maren"}, When: model.When{Start: "2031-06-02", Precision: "day"}, Spans: span(title, "gives")}}
	})
	return d
}

func TestTheTimelineSaysWhatBecameOfItsStops(t *testing.T) {
	r := sit(t, stillDesk(), 160, 45).press("4", "z")
	r.sees("■ still in force ARL → BEL  sanctions", "● (withdrawn) LIFTED ARL → BEL  tariff", "Maren: deadline planned (2 Jun)")
	r = sit(t, stillDesk(), 160, 45, localIs(time.UTC)).press("t", "4", "z")
	if line := r.lineWith("deadline planned"); !strings.Contains(line, "(2 Jun)") {
		t.Errorf("a date is the same by every clock: %q", line)
	}
}

// A key that finds nothing says so: else it would look broken.
func TestAStepThatLeadsNowhereSaysSo(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36)
	r.press("(").sees("no correction before this moment").press("}").sees("no sanction signal after this moment")
	r.press("right").sees("no event after this moment").press("]").sees("no phase after this moment")
	r.press("home").sees("AS OF 20 May 10:40").press("left").sees("no event before this moment", "AS OF 20 May 10:40")
	r.press("L", "x", "x", "{").sees("no sanction signal before this moment that the filters leave")
	sit(t, newFakeDesk(), 120, 36).press("home").sees("no event").doesNotSee("no event before", "no event after")
	r.press("backspace", "{").sees("AS OF 20 May 11:20").doesNotSee("no sanction signal")
}

func TestAKeyWhosePaneIsOutOfSightSaysWhatItDid(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("s").doesNotSee("signals: newest first").sees("newest first")
	sit(t, summitDesk(), 80, 24).press("s").sees("signals: newest first").press("3").sees("newest first")
	sit(t, summitDesk(), 120, 36).press("c", "P").sees("Tuesday 20 May 2031").doesNotSee("Conflicts")
}

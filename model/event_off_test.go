package model

import (
	"strings"
	"testing"
)

// dropping is a report that calls something off, in its words.
func dropping(title, what, place string, who ...string) Event {
	e := event(cancellation, EventDenied, who...)
	before, _, _ := strings.Cut(title, what)
	i := len([]rune(before))
	e.Spans, e.Place = []Span{{i, i + len([]rune(what))}}, place
	return e
}

func TestWhatWasCalledOffIsNotStillPlanned(t *testing.T) {
	in := func(place string, e Event) Event {
		e.Place = place
		return e
	}
	meet, visit := event("meeting", Planned, "vell", "osk"), event("visit", Planned, "vell")
	const off = ", since called off"
	for _, c := range []struct {
		name        string
		plan        Event
		title, what string
		place       string
		who         []string
		on          int // day of the month, 0 for none
		want        string
	}{
		{"the same people", meet, "Vell cancels meeting with Osk", "meeting", "", []string{"vell", "osk"}, 0, "Vell, Osk: meeting planned" + off},
		{"a summit is a meeting", in("Tarn", meet), "Tarn summit scrapped", "Tarn summit", "Tarn", []string{"vell", "osk"}, 0, "Vell, Osk: meeting planned" + off},
		{"nobody named, at its place", in("Tarn", meet), "Tarn summit scrapped", "Tarn summit", "Tarn", nil, 0, "Vell, Osk: meeting planned" + off},
		{"nobody named, nowhere", in("Tarn", meet), "Summit scrapped", "Summit", "", nil, 0, "Vell, Osk: meeting planned"},
		{"a part of it", in("Tarn", meet), "Vell and Osk cancel working dinner in Tarn", "working dinner", "Tarn", []string{"vell", "osk"}, 0, "Vell, Osk: meeting planned"},
		{"a session of the agenda", meet, "Vell and Osk drop lunch", "lunch", "", []string{"vell", "osk"}, 0, "Vell, Osk: meeting planned"},
		{"one named, at its place", in("Tarn", meet), "Vell drops Tarn talks", "Tarn talks", "Tarn", []string{"vell"}, 0, "Vell, Osk: meeting planned" + off},
		{"one named, nowhere", meet, "Vell drops talks", "talks", "", []string{"vell"}, 0, "Vell, Osk: meeting planned"},
		{"at another place", in("Tarn", meet), "Brimwater summit scrapped", "Brimwater summit", "Brimwater", []string{"vell", "osk"}, 0, "Vell, Osk: meeting planned"},
		{"other people", meet, "Vell cancels meeting with Coastland", "meeting", "", []string{"vell", "coast"}, 0, "Vell, Osk: meeting planned"},
		{"a call", meet, "Vell cancels phone call with Osk", "phone call", "", []string{"vell", "osk"}, 0, "Vell, Osk: meeting planned"},
		{"a visit", in("Tarn", visit), "Vell calls off trip to Tarn", "trip", "Tarn", []string{"vell"}, 0, "Vell: visit planned" + off},
		{"a visit of another day", visit.onDay(24), "Vell calls off trip of the 18th", "trip", "", []string{"vell"}, 18, "Vell: visit planned"},
	} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "They plan a meeting", "", c.plan)
		drop := dropping(c.title, c.what, c.place, c.who...)
		if c.on > 0 {
			drop = drop.onDay(c.on)
		}
		b.add("11:00", "Demo Post", "1", c.title, "", drop)
		b.add("11:05", "Demo Wire", "1", "Something else", "")
		if got := titleAt(t, b, "10:30"); strings.Contains(got, off) {
			t.Errorf("%s, before: %q", c.name, got)
		}
		if got := titleAt(t, b, "11:30"); got != c.want {
			t.Errorf("%s, after: %q, want %q", c.name, got, c.want)
		}
		if row, _ := b.live().Event(b.firstEvent()); row.Over != strings.HasSuffix(c.want, off) {
			t.Errorf("%s: over %v", c.name, row.Over)
		}
	}
}

func TestACancellationIsToldByItsWords(t *testing.T) {
	for _, c := range []struct {
		title, what string
		who         []string
		want, plan  string
	}{
		{"Vell postpones meeting with Osk", "meeting", []string{"vell", "osk"}, "Vell, Osk: meeting put off", "Vell, Osk: meeting planned, since put off"},
		{"Vell-Osk meeting put on hold", "Vell-Osk meeting", []string{"vell", "osk"}, "Vell-Osk meeting put on hold", "Vell, Osk: meeting planned, since put on hold"},
		{"Vell cancels meeting with Osk", "meeting", []string{"vell", "osk"}, "Vell, Osk: meeting called off", "Vell, Osk: meeting planned, since called off"},
		{"Vell-Osk meeting delayed, not cancelled", "Vell-Osk meeting", []string{"vell", "osk"}, "Vell-Osk meeting put off", "Vell, Osk: meeting planned, since put off"},
		{"Vell to drop Tarn meeting, quite at odds", "Tarn meeting", []string{"vell"}, "Vell: Tarn meeting called off", "Vell, Osk: meeting planned, since called off"},
		{"Vell walks out of Tarn meeting", "Tarn meeting", []string{"vell"}, "Vell: no part in Tarn meeting", "Vell, Osk: meeting planned"},
	} {
		plan := event("meeting", Planned, "vell", "osk")
		plan.Place = "Tarn"
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "They plan a meeting", "", plan)
		b.add("11:00", "Demo Post", "1", c.title, "", dropping(c.title, c.what, "Tarn", c.who...))
		var titles []string
		for _, ref := range b.live().Events(Filter{}) {
			row, _ := b.live().Event(ref)
			titles = append(titles, row.Title)
		}
		if want := c.plan + "; " + c.want; strings.Join(titles, "; ") != want {
			t.Errorf("%q, want %q", titles, want)
		}
	}
}

func TestWhatIsPlannedAnewIsNotOff(t *testing.T) {
	plan := event("meeting", Planned, "vell", "osk")
	cancels := dropping("Vell cancels meeting with Osk", "meeting", "", "vell", "osk")
	b := newBench()
	b.add("01:00", "Demo Daily", "1", "Vell to meet Osk", "", plan)
	b.add("02:00", "Demo Post", "1", "Vell cancels meeting with Osk", "", cancels)
	b.add("03:00", "Demo Wire", "1", "Vell to meet Osk, a slow desk writes", "", plan)
	b.add("20:00", "Demo Post", "2", "Vell to meet Osk after all", "", plan)
	b.add("20:01", "Demo Wire", "2", "Something else", "")
	for clock, want := range map[string]string{"04:00": "Vell, Osk: meeting planned, since called off", "20:01": "Vell, Osk: meeting planned"} {
		if got := titleAt(t, b, clock); got != want {
			t.Errorf("%s: %q, want %q", clock, got, want)
		}
	}
}

func TestTheNewestOfTwoPlansIsCalledOff(t *testing.T) {
	old, fresh := event("meeting", Planned, "vell", "osk").onDay(18), event("meeting", Planned, "vell", "osk").onDay(24)
	b := newBench()
	b.add("01:00", "Demo Daily", "1", "Vell to meet Osk on the 18th", "", old)
	b.add("02:00", "Demo Daily", "2", "Vell to meet Osk on the 24th, too", "", fresh)
	b.add("03:00", "Demo Post", "1", "Vell cancels meeting with Osk", "", dropping("Vell cancels meeting with Osk", "meeting", "", "vell", "osk"))
	off := 0
	for _, ref := range b.live().Events(Filter{}) {
		row, _ := b.live().Event(ref)
		if row.Over {
			off++
			if row.At.Day() != 24 {
				t.Errorf("that of %v is called off", row.At)
			}
		}
	}
	if off != 1 {
		t.Errorf("%d are called off", off)
	}
}

func TestALunchThatIsCalledOffWasPlannedAsOne(t *testing.T) {
	b := newBench()
	b.add("01:00", "Demo Daily", "1", "Vell to have dinner with Osk", "", event("meeting", Planned, "vell", "osk"))
	b.add("02:00", "Demo Post", "1", "Vell cancels dinner with Osk", "", dropping("Vell cancels dinner with Osk", "dinner", "", "vell", "osk"))
	if row, _ := b.live().Event(b.firstEvent()); !row.Over {
		t.Errorf("%q", row.Title)
	}
}

func TestABriefHasNothingAheadThatWasCalledOff(t *testing.T) {
	b := newBench()
	b.add("01:00", "Demo Daily", "1", "Vell to meet Osk on the 24th", "", event("meeting", Planned, "vell", "osk").onDay(24))
	b.add("02:00", "Demo Daily", "2", "Vell to visit Tarn on the 25th", "", event("visit", Planned, "vell").onDay(25))
	b.add("03:00", "Demo Post", "1", "Vell cancels meeting with Osk", "", dropping("Vell cancels meeting with Osk", "meeting", "", "vell", "osk"))
	var ahead []string
	for _, p := range newNote(b.live(), BriefOptions{}).Next {
		if p.Status == Planned && p.Start.Day() > 20 {
			ahead = append(ahead, p.Title)
		}
	}
	if strings.Join(ahead, "; ") != "Vell: visit" {
		t.Errorf("ahead: %q", ahead)
	}
}

func TestAPlanOfASessionThatWasHeldIsNotStillPlanned(t *testing.T) {
	for name, c := range map[string]struct {
		held Event
		want string
	}{
		"held":            {event("meeting", Done, "vell", "osk"), "working lunch was planned"},
		"under way":       {event("meeting", UnderWay, "vell"), "working lunch was planned"},
		"planned further": {event("meeting", Planned, "vell", "osk"), "working lunch planned"},
		"another session": {event("departure", Done, "vell"), "working lunch planned"},
	} {
		b := newBench()
		b.add("14:00", "Demo Daily", "1", "Working lunch to start early", "", event("meeting", Planned))
		b.add("15:00", "Demo Post", "1", "Lunch on the quay", "", c.held)
		if row, _ := b.live().Event(b.firstEvent()); row.Title != c.want {
			t.Errorf("%s: %q, want %q", name, row.Title, c.want)
		}
	}
}

func TestANameInFrontOfWhatIsOffKeepsItsCapital(t *testing.T) {
	for title, want := range map[string]string{
		"Working lunch called off": "working lunch called off", "Tarn summit called off": "Tarn summit called off",
	} {
		b := newBench()
		e := event("cancellation", EventDenied)
		e.Spans = []Span{{0, len(title) - len(" called off")}}
		b.add("10:00", "Demo Wire", "1", title, "", e)
		if row, _ := b.live().Event(only(t, b.live().Events(Filter{}))); row.Title != want {
			t.Errorf("%q, want %q", row.Title, want)
		}
	}
}

func TestASessionOfTodayIsNotThatOfTomorrow(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Daily", "1", "Vell and Osk to hold a working lunch on 15 March", "", event("meeting", Planned, "vell", "osk").onDay(15))
	b.add("08:00", "Demo Post", "1", "Vell and Osk hold a working lunch", "", event("meeting", UnderWay, "vell", "osk"))
	for _, ref := range b.live().Events(Filter{}) {
		if row, _ := b.live().Event(ref); row.Event.Status == Planned && row.Over {
			t.Errorf("%q", row.Title)
		}
	}
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d events", n)
	}
}

package model

import (
	"slices"
	"testing"
)

func TestWhatWasDeniedIsPlannedOnceItIsPlannedAgain(t *testing.T) {
	b := newBench()
	b.add("00:10", "Demo Wire", "1", "Southland says Vell and Osk will meet", "", event("meeting", Planned, "vell", "osk"))
	b.add("01:00", "Demo Daily", "1", "Northland denies that Vell will meet Osk", "", event("meeting", EventDenied, "vell", "osk"))
	b.add("01:20", "Demo Post", "1", "Vell and Osk to meet, says Southland", "", event("meeting", Planned, "vell", "osk"))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Title != "Vell, Osk: meeting denied" || row.Certainty.Sources != 1 {
		t.Errorf("while the denial is fresh: %s, %+v", row.Title, row.Certainty)
	}
	b.add("20:00", "Demo Post", "2", "Vell and Osk to meet in Tarn", "", event("meeting", Planned, "vell", "osk"))
	b.add("20:05", "Demo Daily", "2", "Vell will meet Osk in Tarn", "", event("meeting", Planned, "vell", "osk"))
	row, _ = b.live().Event(row.Ref)
	if row.Title != "Vell, Osk: meeting planned" || row.Certainty.Level != Corroborated {
		t.Errorf("planned again: %s, %+v", row.Title, row.Certainty)
	}
	b.add("21:00", "Demo Wire", "2", "Vell met Osk", "", event("meeting", Done, "vell", "osk"))
	if row, _ = b.live().Event(row.Ref); row.Title != "Vell, Osk: meeting" {
		t.Errorf("held: %s", row.Title)
	}
	b.add("21:30", "Demo Daily", "3", "Northland denies that Vell met Osk", "", event("meeting", EventDenied, "vell", "osk"))
	if row, _ = b.live().Event(row.Ref); row.Title != "Vell, Osk: meeting denied" {
		t.Errorf("denied after it: %s", row.Title)
	}
}

func TestAVenueThatCouldBeIsNotWhereAMeetingIs(t *testing.T) {
	in := func(place string) Event {
		e := event("meeting", Planned, "vell", "osk")
		e.Place = place
		return e
	}
	b := newBench()
	b.add("08:00", "Demo Wire", "1", "Vell and Osk to meet in Tarn", "", in("Tarn"))
	b.add("09:00", "Demo Daily", "1", "Meeting of Vell and Osk could be held in Ardon", "", in("Ardon"))
	b.add("09:30", "Demo Post", "1", "Vell and Osk to meet", "", in(""))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Event.Place != "Tarn" {
		t.Errorf("in %q", row.Event.Place)
	}
	b = newBench()
	b.add("09:00", "Demo Daily", "1", "Meeting of Vell and Osk could be held in Ardon", "", in("Ardon"))
	if row, _ = b.live().Event(only(t, b.live().Events(Filter{}))); row.Event.Place != "Ardon" {
		t.Errorf("no other is named, but %q", row.Event.Place)
	}
}

func TestAGuestOfOneReportInManyDoesNotTakePart(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Wire", "1", "Vell, Osk and Coastland to meet", "", event("meeting", Planned, "vell", "osk", "coast"))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if len(row.Event.Participants) != 3 {
		t.Errorf("alone: %v", row.Event.Participants)
	}
	for i, feed := range []string{"Demo Daily", "Demo Post", "Demo North Office"} {
		b.add([]string{"08:10", "08:20", "08:30"}[i], feed, "1", "Vell and Osk to meet", "", event("meeting", Planned, "vell", "osk"))
	}
	if row, _ = b.live().Event(row.Ref); !slices.Equal(row.Event.Participants, []string{"vell", "osk"}) || row.Title != "Vell, Osk: meeting planned" {
		t.Errorf("of four reports one names a third: %v, %s", row.Event.Participants, row.Title)
	}
}

func TestTheTextNamesTheDayThatItsHeadlineDoesNot(t *testing.T) {
	b := newBench()
	met := event("meeting", UnderWay, "vell", "osk")
	b.add("08:00", "Demo Wire", "1", "Vell meets Osk", "Ana Vell met Tomas Osk.", met, met.onDay(2))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if want := met.onDay(2).When; row.Event.When != want {
		t.Errorf("when: %+v, want %+v", row.Event.When, want)
	}
}

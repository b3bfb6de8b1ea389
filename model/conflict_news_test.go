package model

import (
	"strings"
	"testing"
)

func lasted(e Event, minutes int, atLeast bool) Event {
	e.Lasted = &Length{Minutes: minutes, AtLeast: atLeast}
	return e
}

func TestTwoLengthsOfACall(t *testing.T) {
	call := event("call", Done, "vell", "osk")
	for _, c := range []struct {
		first, second Event
		clash         bool
	}{
		{lasted(call, 90, false), lasted(call, 120, false), true},
		{lasted(call, 165, false), lasted(call, 180, true), false}, // a fifth is no quarrel
		{lasted(call, 60, true), lasted(call, 150, false), false},  // the least that it was
		{lasted(call, 150, true), lasted(call, 60, false), true},
		{lasted(call, 8, false), lasted(call, 15, false), false},
		{lasted(call, 90, false), call, false},
	} {
		b := newBench()
		b.add("17:00", "Demo Daily", "1", "Vell calls Osk", "", call, c.first)
		b.add("17:20", "Demo Post", "1", "Osk and Vell on the telephone", "", c.second)
		list := b.live().Conflicts()
		if clash := len(list) == 1; clash != c.clash {
			t.Errorf("%+v and %+v: %+v", *c.first.Lasted, c.second.Lasted, list)
		}
		if c.clash && (len(list) != 1 || list[0].Kind != "length" || len(list[0].Sides) != 2) {
			t.Errorf("%+v", list)
		}
	}
	b := newBench()
	b.add("17:00", "Demo Daily", "1", "Vell calls Osk", "", lasted(call, 90, false))
	b.add("17:20", "Demo Post", "1", "Osk and Vell on the telephone", "", lasted(call, 165, true))
	if says := b.live().Conflicts()[0].Sides[1].Says; says != "more than 2 h 45 min" {
		t.Error(says)
	}
	b.add("18:00", "Demo Daily", "2", "Vell calls Osk: what is known", "", lasted(call, 165, false))
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("18:00")) {
		t.Errorf("a house's later word takes the place of its earlier one: %+v", list)
	}
}

func TestWhatIsOnlySuggestedContradictsNothing(t *testing.T) {
	in := func(place string) Event {
		e := event("meeting", Planned, "vell", "osk")
		e.Place = place
		return e
	}
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Vell suggests meeting Osk in Ardon", "", in("Ardon"))
	b.add("14:00", "Demo Post", "1", "Vell to meet Osk in Tarn", "", in("Tarn"))
	b.add("14:10", "Demo Wire", "1", "Vell and Osk could meet in Lund", "", in("Lund"))
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Fatalf("%+v", list)
	}
	b.add("14:20", "Demo Daily", "2", "Osk will meet Vell in Ardon", "", in("Ardon"))
	if list := b.live().Conflicts(); len(list) != 1 || list[0].Kind != "place" {
		t.Errorf("two plans: %+v", list)
	}
}

func TestWhatWasDeniedMayComeAbout(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Daily", "1", "Southland denies that Vell will meet Osk in Tarn", "", event("meeting", EventDenied, "vell", "osk"))
	b.add("19:00", "Demo Post", "1", "Vell meets Osk in Tarn", "", event("meeting", Done, "vell", "osk"))
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Fatalf("half a day later it is news: %+v", list)
	}
	b.add("20:00", "Demo Wire", "1", "Southland denies that Vell met Osk in Tarn", "", event("meeting", EventDenied, "vell", "osk"))
	if list := b.live().Conflicts(); len(list) != 1 || list[0].Kind != "readout" {
		t.Errorf("denied after it happened: %+v", list)
	}
}

func TestVisitsToTwoTownsAreTwo(t *testing.T) {
	to := func(place string) Event {
		e := event("visit", UnderWay, "vell")
		e.Place = place
		return e
	}
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Vell visits Lund", "", to("Lund"))
	b.add("16:00", "Demo Post", "1", "Vell visits Tarn", "", to("Tarn"))
	if n, list := len(b.live().Events(Filter{})), b.live().Conflicts(); n != 2 || len(list) != 0 {
		t.Errorf("%d events, %+v", n, list)
	}
	b.add("16:10", "Demo Wire", "1", "Vell in Tarn", "", to("Tarn"))
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d events", n)
	}
	b = newBench()
	b.add("09:00", "Demo Daily", "1", "Vell visits Lund", "", to("Lund"))
	b.add("15:00", "Demo Wire", "1", "A red carpet for Vell", "", to(""))
	b.add("16:00", "Demo Post", "1", "Vell visits Tarn", "", to("Tarn"))
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("a report without a place joins two towns: %d events", n)
	}
}

func TestTwoNumbersOfTwoThings(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "A", "", says("osk", "Vell has 50 days to open the harbour, or duties of 100% on her grain follow", "threat"))
	b.add("09:10", "Demo Post", "1", "B", "", says("osk", "Vell has 50 days to open the harbour", "threat"))
	b.add("09:20", "Demo Wire", "1", "C", "", says("osk", "duties of 100% on her grain follow", "threat"))
	if n, list := len(b.live().Statements(Filter{})), b.live().Conflicts(); n != 1 || len(list) != 0 {
		t.Fatalf("%d statements, %+v", n, list)
	}
	b.add("09:30", "Demo Daily", "2", "D", "", says("osk", "Vell has 15 days to open the harbour", "threat"))
	if list := b.live().Conflicts(); len(list) != 1 || list[0].Kind != "number" {
		t.Errorf("%+v", list)
	}
}

func TestWhatHappensOtherwiseThanPlannedIsAChange(t *testing.T) {
	for _, c := range []struct {
		name         string
		plan, actual Event
	}{
		{"later", event("arrival", Planned, "vell").on("09:00"), event("arrival", Done, "vell").on("09:50")},
		{"earlier", event("meeting", Planned, "vell", "osk").on("12:00"), event("meeting", UnderWay, "vell", "osk").on("09:30")},
		{"another day", event("meeting", Planned, "vell", "osk").onDay(14), event("meeting", Done, "vell", "osk").onDay(13)},
	} {
		b := newBench()
		b.add("07:00", "Demo Daily", "1", "The plan", "", c.plan)
		b.add("10:00", "Demo Post", "1", "What happened", "", c.actual)
		list := b.live().Conflicts()
		if len(list) != 1 || list[0].Kind != "plan" || len(list[0].Sides) != 2 || !list[0].Resolved.Equal(at("10:00")) || b.live().Counts().Conflicts != 0 {
			t.Errorf("%s: %+v", c.name, list)
		}
		if text := briefOf(t, b.live()); !strings.Contains(text, "(changed 14 Mar 02:00 AKDT)") {
			t.Errorf("%s: %s", c.name, text)
		}
	}
}

func TestWhatWasHeldIsNotInDoubtForItsPlan(t *testing.T) {
	meet := event("meeting", Planned, "vell", "osk")
	b := newBench()
	b.add("07:00", "Demo Daily", "1", "Vell and Osk to meet at 11", "", meet.on("11:00"))
	b.add("07:10", "Demo Post", "1", "Vell and Osk to meet at noon", "", meet.on("12:00"))
	ref := only(t, b.live().Events(Filter{}))
	if row, _ := b.live().Event(ref); row.Certainty.Level != Disputed {
		t.Fatalf("two plans: %+v", row.Certainty)
	}
	held := event("meeting", Done, "vell", "osk")
	b.add("14:00", "Demo Wire", "1", "Vell and Osk met at 12:30", "", held.on("12:30"))
	b.add("14:10", "Demo Post", "2", "Vell and Osk met at 12:36", "", held.on("12:36"))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Certainty.Level != Corroborated {
		t.Errorf("held, if late: %+v", row.Certainty)
	}
	// The plans before it only changed, and six minutes are the rounding of reports.
	list := b.live().Conflicts()
	if len(list) != 1 || list[0].Kind != "plan" || !list[0].Resolved.Equal(at("14:10")) || b.live().Counts().Conflicts != 0 {
		t.Errorf("held, if late: %+v", list)
	}
	b.add("14:20", "Demo Daily", "2", "Vell and Osk met at 1:30", "", held.on("13:30"))
	if row, _ = b.live().Event(ref); row.Certainty.Level != Disputed {
		t.Errorf("two times: %+v", row.Certainty)
	}
	list = b.live().Conflicts()
	if len(list) != 2 || list[0].Kind != "time" || !list[0].Resolved.IsZero() || b.live().Counts().Conflicts != 1 {
		t.Errorf("two times: %+v", list)
	}
}

// A report that runs two sayings together claims nothing of the other reports of one.
func TestOneReportDoesNotClaimForAll(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "A", "", says("vell", "the talks with Osk were extremely productive and many points were settled", "assertion"))
	b.add("09:05", "Demo Post", "1", "B", "", says("vell", "the talks with Osk were extremely productive and many points were settled", "assertion"))
	b.add("09:10", "Demo Wire", "1", "C", "", says("vell", "the talks with Osk were extremely productive, many points were settled and no agreement was reached", "assertion"))
	b.add("10:00", "Demo Wire", "2", "D", "", says("osk", "an agreement was reached with Vell", "accord-claim"))
	refs := b.live().Statements(Filter{})
	if len(refs) != 2 {
		t.Fatalf("%d statements", len(refs))
	}
	row, _ := b.live().Statement(refs[1])
	if row.Certainty.Level != Corroborated {
		t.Errorf("%+v", row.Certainty)
	}
	if list := b.live().Conflicts(); len(list) != 1 || len(list[0].Sides) != 2 || len(list[0].Sides[0].Evidence) != 1 {
		t.Errorf("%+v", list)
	}
}

// Who denied or planned a thing does not bear out that it was done.
func TestOnlyWhoSaysThatItWasDoneBearsItOut(t *testing.T) {
	call := func(status string) Event { return event("call", status, "vell", "osk") }
	b := newBench()
	b.add("03:00", "Demo Daily", "1", "Southland denies that Vell will call Osk", "", call(EventDenied))
	b.add("10:00", "Demo Post", "1", "Vell to call Osk", "", call(Planned))
	b.add("16:00", "Demo Wire", "1", "Vell calls Osk", "", call(Done))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Certainty.Level != Single || row.Certainty.Sources != 1 || row.Reports != 3 {
		t.Errorf("%d reports: %+v", row.Reports, row.Certainty)
	}
	b.add("16:30", "Demo Daily", "2", "Osk takes call of Vell", "", call(Done))
	if row, _ = b.live().Event(row.Ref); row.Certainty.Level != Corroborated || row.Certainty.Sources != 2 {
		t.Errorf("%+v", row.Certainty)
	}
}

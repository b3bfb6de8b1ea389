package model

import "testing"

// harbourBench is a bench whose summit has a place.
func harbourBench() *bench {
	b := newBench()
	c := demoCase()
	c.Summit.Place = "Joint Base Tarn"
	b.r = NewRecord(c, b.texts)
	return b
}

func TestNoAgreementIsToldOnce(t *testing.T) {
	none := func(who ...string) Event { return event("agreement", NoneReached, who...) }
	b := harbourBench()
	b.add("15:00", "Demo Daily", "1", "Talks at Tarn end early and without a deal", "", none())
	b.add("15:05", "Demo Post", "1", "Vell and Osk part without a deal", "Vell and Osk met in Tarn.", none("vell", "osk"))
	b.add("15:10", "Demo Wire", "1", "No ceasefire agreed in Tarn", "Ana Vell and Tomas Osk left.", none())
	b.add("15:40", "Demo Daily", "2", "Takeaways: Vell has no deal", "", none("vell"))
	// Those of a harbour elsewhere, of others, and of the week after are their own.
	b.add("16:00", "Demo Post", "2", "No deal on the ferries of Ardon", "", none())
	b.add("16:10", "Demo Wire", "2", "Coastland without a deal", "", none("coast"))
	refs := b.live().Events(Filter{})
	if len(refs) != 3 {
		for _, ref := range refs {
			row, _ := b.live().Event(ref)
			t.Errorf("%s, %d reports", row.Title, row.Reports)
		}
	}
	row, _ := b.live().Event(refs[0])
	if row.Reports != 4 || row.Certainty.Sources != 3 {
		t.Errorf("%s: %d reports of %d sources", row.Title, row.Reports, row.Certainty.Sources)
	}
}

func TestTwoCallsOfTwoDays(t *testing.T) {
	call := event("call", Done, "vell", "osk")
	b := newBench()
	b.add("01:00", "Demo Daily", "1", "Vell calls Osk", "", call)
	b.add("02:00", "Demo Post", "1", "Vell and Osk speak", "", call)
	b.add("22:00", "Demo Wire", "1", "Vell calls Osk", "", call)
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d calls", n)
	}
}

func TestALandingAtTwoTimes(t *testing.T) {
	in := func(clock, place string) Event {
		e := event("arrival", Done, "vell").on(clock)
		e.Place = place
		return e
	}
	b := newBench()
	b.add("14:00", "Demo Daily", "1", "Vell lands in Tarn at ten", "", in("10:00", "Tarn"))
	b.add("14:10", "Demo Post", "1", "Vell lands in Tarn at half past one", "", in("13:30", "Tarn"))
	b.add("16:00", "Demo Wire", "1", "Vell lands in Ardon", "", in("15:45", "Ardon"))
	if n, list := len(b.live().Events(Filter{})), b.live().Conflicts(); n != 2 || len(list) != 1 || list[0].Kind != "time" {
		t.Errorf("%d events, %+v", n, list)
	}
}

func TestReportsOfOneCancellationAreOneStatement(t *testing.T) {
	off := func(words string) (Statement, Event) {
		s := says(Unnamed, words, "assertion")
		s.Mode, s.Quotes, s.Speaker = Indirect, nil, Speaker{Actor: Unnamed, Name: "reports"}
		return s, event("cancellation", EventDenied)
	}
	b := newBench()
	for i, words := range []string{"lunch cancelled", "the midday meal of lunch boxes will not be held", "Vell skips lunch with Osk"} {
		s, e := off(words)
		b.add([]string{"12:00", "12:05", "12:10"}[i], []string{"Demo Daily", "Demo Post", "Demo Wire"}[i], "1", words, "", s, e)
	}
	ref := only(t, b.live().Statements(Filter{}))
	row, _ := b.live().Statement(ref)
	if len(row.Evidence) != 3 {
		t.Errorf("%+v", row.Evidence)
	}
	// A named speaker's word is his own, and another thing is another.
	s := says("vell", "there will be no lunch with the delegations", "assertion")
	b.add("12:20", "Demo Daily", "2", "there will be no lunch with the delegations", "", s, event("cancellation", EventDenied))
	other, _ := off("the fireworks were dropped")
	b.add("12:30", "Demo Post", "2", "the fireworks were dropped", "", other)
	if n := len(b.live().Statements(Filter{})); n != 3 {
		t.Errorf("%d statements", n)
	}
}

func TestAMeetingOfTodayIsNotThePlanForTheDayAfterTomorrow(t *testing.T) {
	plan := event("meeting", Planned, "vell", "osk")
	plan.When = When{Start: "2031-03-16", Precision: "day"}
	b := newBench()
	b.add("04:00", "Demo Daily", "1", "Vell to meet Osk on Sunday", "", plan)
	b.add("07:00", "Demo Post", "1", "Vell and Osk in talks", "", event("talks", UnderWay, "vell", "osk"))
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d events", n)
	}
	b.add("09:00", "Demo Wire", "1", "Vell and Osk to meet on Sunday", "", plan)
	row, _ := b.live().Event(b.live().Events(Filter{})[1])
	if row.Event.Status != Planned || row.Reports != 2 {
		t.Errorf("%s with %d reports", row.Title, row.Reports)
	}
}

func TestASlowReportOfAPlanIsOfWhatIsOn(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Vell meets Osk", "", event("meeting", UnderWay, "vell", "osk"))
	b.add("14:00", "Demo Post", "1", "Vell to meet Osk", "", event("meeting", Planned, "vell", "osk"))
	if n := len(b.live().Events(Filter{})); n != 1 {
		t.Errorf("%d events", n)
	}
	b.add("19:00", "Demo Wire", "1", "Vell met Osk", "", event("meeting", Done, "vell", "osk"))
	b.add("21:00", "Demo Daily", "2", "Vell to meet Osk again", "", event("meeting", Planned, "vell", "osk"))
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d events: what is planned after the end is another one", n)
	}
}

func TestATariffPutOffIsOneSignal(t *testing.T) {
	off := signal("north", "deferred", "tariff", "coast")
	off.Direction = Pressure
	pause := off
	pause.Temporary = true
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Northland puts off its tariff on Coastland", "", off)
	b.add("09:10", "Demo Post", "1", "Northland pauses its tariff on Coastland for 90 days", "", pause)
	if n := len(b.live().Signals(Filter{})); n != 1 {
		t.Errorf("%d signals", n)
	}
	eased, waived := signal("north", "eased", "tariff", "coast"), signal("north", "eased", "tariff", "coast")
	waived.Temporary = true
	b.add("10:00", "Demo Daily", "2", "Northland eases its tariff on Coastland", "", eased)
	b.add("10:10", "Demo Post", "2", "Northland eases its tariff on Coastland until May", "", waived)
	if n := len(b.live().Signals(Filter{})); n != 3 {
		t.Errorf("%d signals: relief for a while is not relief", n)
	}
}

func TestAPromiseNotToIsNoPromiseTakenBack(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "A", "", says("vell", "we will not give up the northern quay", "promise"))
	b.add("10:00", "Demo Post", "1", "B", "", says("vell", "giving up the quay of the north", "rejection"))
	for _, p := range b.live().Positions("vell", "") {
		if p.Turn != "" {
			t.Errorf("%+v", p)
		}
	}
	b.add("11:00", "Demo Wire", "1", "C", "", says("vell", "we will open the northern quay", "promise"))
	b.add("12:00", "Demo Daily", "2", "D", "", says("vell", "opening any quay of the north", "rejection"))
	list := b.live().Positions("vell", "")
	if len(list) != 4 || list[3].Turn != "promise taken back: rejection" {
		t.Errorf("%+v", list)
	}
}

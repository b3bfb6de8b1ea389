package model

import (
	"testing"
)

// titleAt is the title of the first event of a record at a clock time.
func titleAt(t *testing.T, b *bench, clock string) string {
	t.Helper()
	board := b.r.AsOf(at(clock), BySeen)
	refs := board.Events(Filter{})
	if len(refs) == 0 {
		t.Fatal("no event")
	}
	row, _ := board.Event(b.firstEvent())
	return row.Title
}

// firstEvent is the event that the record's first report tells.
func (b *bench) firstEvent() Ref {
	v := b.log[0].v
	return Ref{KindEvent, int64(v.Item)<<(refFactBits+refVersionBits) | int64(v.N)<<refFactBits}
}

func TestWhatIsOverIsNotUnderWay(t *testing.T) {
	place := func(e Event, where string) Event {
		e.Place = where
		return e
	}
	for _, c := range []struct {
		name       string
		begins     Event
		then       Event
		under, now string // titles before and after
	}{
		{"talks end", event("talks", UnderWay, "vell", "osk"), event("talks", Done, "vell", "osk"), "Vell, Osk: talks under way", "Vell, Osk: talks"},
		{"talks of states end as those of people", event("talks", UnderWay, "north", "south"), event("meeting", Done, "vell", "osk"), "Northland, Southland: talks under way", "Northland, Southland: talks"},
		{"talks of nobody named end", event("talks", UnderWay), event("talks", Done, "vell", "osk"), "talks under way", "talks"},
		{"other talks end", event("talks", UnderWay, "vell", "osk"), event("talks", Done, "vell", "coast"), "Vell, Osk: talks under way", "Vell, Osk: talks under way"},
		{"who visits leaves", place(event("visit", UnderWay, "vell"), "Tarn"), place(event("departure", Done, "vell"), "Tarn"), "Vell: visit under way", "Vell: visit"},
		{"who visits left home", place(event("visit", UnderWay, "vell"), "Tarn"), place(event("departure", Done, "vell"), "Brimwater"), "Vell: visit under way", "Vell: visit under way"},
		{"who travels arrives", event("departure", UnderWay, "vell"), event("arrival", Done, "vell"), "Vell: departure under way", "Vell: departure"},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "It begins", "", c.begins)
		b.add("11:00", "Demo Post", "1", "It goes on otherwise", "", c.then)
		b.add("11:01", "Demo Wire", "1", "Something else", "")
		if got := titleAt(t, b, "10:30"); got != c.under {
			t.Errorf("%s, before: %q, want %q", c.name, got, c.under)
		}
		if got := titleAt(t, b, "11:30"); got != c.now {
			t.Errorf("%s, after: %q, want %q", c.name, got, c.now)
		}
	}
}

func TestWhatNobodyTellsOfAnyMoreIsNotUnderWay(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Daily", "1", "Vell and Osk in talks", "", event("talks", UnderWay, "vell", "osk"))
	b.add("09:00", "Demo Post", "1", "Vell and Osk still in talks", "", event("talks", UnderWay, "vell", "osk"))
	b.add("22:00", "Demo Wire", "1", "Something else", "")
	for clock, want := range map[string]string{"14:30": "Vell, Osk: talks under way", "15:30": "Vell, Osk: talks"} {
		if got := titleAt(t, b, clock); got != want {
			t.Errorf("%s: %q, want %q", clock, got, want)
		}
	}
}

func TestAPlanWhoseTimeIsOverIsNotStillPlanned(t *testing.T) {
	for _, c := range []struct {
		name         string
		plan         Event
		early, later string // clock times
		before, then string
	}{
		{"a meeting", event("meeting", Planned, "vell", "osk").on("06:00"), "11:59", "12:01", "Vell, Osk: meeting planned", "Vell, Osk: meeting was planned"},
		{"talks", event("talks", Planned, "vell", "osk").on("06:00"), "11:59", "12:01", "Vell, Osk: talks planned", "Vell, Osk: talks were planned"},
		{"a deadline", event("deadline", Planned, "vell").on("06:00"), "05:59", "06:01", "Vell: deadline planned", "Vell: deadline passed"},
		{"at no time", event("meeting", Planned, "vell", "osk"), "05:00", "23:00", "Vell, Osk: meeting planned", "Vell, Osk: meeting planned"},
		{"on a day", event("meeting", Planned, "vell", "osk").onDay(13), "17:59", "18:01", "Vell, Osk: meeting planned", "Vell, Osk: meeting was planned"},
		{"another day", event("meeting", Planned, "vell", "osk").onDay(14), "05:00", "23:00", "Vell, Osk: meeting planned", "Vell, Osk: meeting planned"},
	} {
		b := newBench()
		b.add("01:00", "Demo Daily", "1", "They plan it", "", c.plan)
		b.add("23:30", "Demo Wire", "1", "Something else", "")
		if got := titleAt(t, b, c.early); got != c.before {
			t.Errorf("%s, before: %q, want %q", c.name, got, c.before)
		}
		if got := titleAt(t, b, c.later); got != c.then {
			t.Errorf("%s, then: %q, want %q", c.name, got, c.then)
		}
	}
}

func TestADeadlineThatWasMovedIsNotOpen(t *testing.T) {
	sets := event("deadline", Planned, "vell")
	b := newBench()
	b.add("07:00", "Demo Daily", "1", "Vell gives Southland until the 24th", "", sets.onDay(24))
	b.add("07:10", "Demo Daily", "2", "Vell gives Coastland until the 30th", "", sets.onDay(30))
	b.add("11:00", "Demo Post", "1", "Vell gives Osk only until the 18th", "", sets.onDay(18))
	if got, want := titleAt(t, b, "08:00"), "Vell: deadline planned"; got != want {
		t.Errorf("before: %q", got)
	}
	if got, want := titleAt(t, b, "12:00"), "Vell: deadline planned, since moved to 18 Mar"; got != want {
		t.Errorf("after: %q", got)
	}
	n := newNote(b.live(), BriefOptions{})
	var days []int
	for _, p := range n.Next {
		if p.Status == Planned && p.Title == "Vell: deadline" {
			days = append(days, p.Start.Day())
		}
	}
	if len(days) != 2 || days[0] != 18 || days[1] != 30 { // that for Coastland stands
		t.Errorf("ahead on %v: %+v", days, n.Next)
	}
}

func TestAWithdrawnReportGivesAnEventNoTime(t *testing.T) {
	left := event("departure", Done, "vell")
	b := newBench()
	b.add("17:00", "Demo Daily", "1", "Vell leaves Tarn", "", left)
	b.add("17:10", "Demo Post", "1", "Vell leaves Tarn at half past four", "", left.on("16:30"))
	ref := only(t, b.live().Events(Filter{}))
	if row, _ := b.live().Event(ref); row.Event.When.Start == "" {
		t.Fatal("the time of a report that stands is lost")
	}
	b.add("18:00", "Demo Post", "1", "WITHDRAWN: Vell leaves Tarn", "", OpWithdrawn)
	if row, _ := b.live().Event(ref); row.Event.When.Start != "" || row.Struck || len(row.Evidence) != 2 {
		t.Errorf("%+v, struck %v, %d reports", row.Event.When, row.Struck, len(row.Evidence))
	}
}

func TestWhoReceivesAGuestHasNotArrived(t *testing.T) {
	welcome := event("arrival", Done, "vell", "osk") // the guest first
	welcome.Rule = RuleWelcome
	b := newBench()
	b.add("10:00", "Demo Daily", "1", "Osk greets Vell on the quay", "", welcome)
	if got, want := titleAt(t, b, "10:00"), "Vell, Osk: welcome"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

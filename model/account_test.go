package model

import (
	"slices"
	"testing"
)

// Two accounts of one thing contradict each other only where no way of telling it
// lets both hold.
func TestWhatContradicts(t *testing.T) {
	arrival := func(clock string) Event { return event("arrival", Done, "vell").on(clock) }
	meeting := func(status, clock string) Event { return event("meeting", status, "vell", "osk").on(clock) }
	rough := func(e Event) Event { e.When.Precision = "hour"; return e }
	for _, c := range []struct {
		name string
		a, b any
		want string // kind of the conflict, empty for none
	}{
		{"two minutes apart", arrival("10:54"), arrival("10:56"), ""},
		{"ten minutes apart", meeting(Done, "11:26"), meeting(UnderWay, "11:36"), ""},
		{"eleven minutes apart", meeting(Done, "11:26"), meeting(UnderWay, "11:37"), "time"},
		{"three hours apart", meeting(Done, "11:26"), meeting(UnderWay, "14:30"), "time"},
		{"a rough time beside an exact one", rough(arrival("11:00")), arrival("10:54"), ""},
		{"an hour beside the last minute of it", rough(arrival("11:00")), arrival("11:59"), ""},
		{"an hour beside the next one", rough(arrival("11:00")), arrival("12:00"), "time"},
		{"plans five minutes apart", meeting(Planned, "10:00"), meeting(Planned, "10:05"), "time"},
		{"begun near its plan", meeting(Planned, "10:00"), meeting(UnderWay, "10:06"), ""},
		{"begun long after its plan", meeting(Planned, "10:00"), meeting(UnderWay, "10:40"), "plan"},
		{"turned round", says("vell", "the harbour treaty is ready for the signing", "assertion"), says("vell", "the harbour treaty is not ready for the signing", "assertion"), "wording"},
		{"quoted further", says("vell", "many points of the harbour treaty were agreed", "assertion"), says("vell", "many points of the harbour treaty were agreed. We did not settle the islands", "assertion"), ""},
	} {
		b := newBench()
		b.add("11:00", "Demo Daily", "1", "First account", "What the Daily has.", c.a)
		b.add("11:05", "Demo Post", "1", "Second account", "What the Post has.", c.b)
		var got []string
		for _, x := range b.live().Conflicts() {
			got = append(got, x.Kind)
		}
		if want := slices.DeleteFunc([]string{c.want}, func(k string) bool { return k == "" }); !slices.Equal(got, want) {
			t.Errorf("%s: conflicts %v, want %v", c.name, got, want)
		}
	}
}

func TestTwoJourneysOfOneDayAreTwo(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Daily", "1", "Vell leaves Brimwater", "", event("departure", Done, "vell"))
	b.add("06:20", "Demo Post", "1", "Premier sets off", "", event("departure", Done, "vell"))
	b.add("17:00", "Demo Daily", "2", "Vell leaves the summit", "", event("departure", Done, "vell"))
	if got := b.live().Events(Filter{}); len(got) != 2 {
		t.Errorf("%d departures, want two: one in the morning, one at five", len(got))
	}
}

func TestWhatGoesOnForTwoDaysIsToldWithTwo(t *testing.T) {
	for late, want := range map[int]int{0: 0, 1: 1} { // how many days after the second one it is told
		b := newBench()
		for n := range 2 {
			told := at("20:00").AddDate(0, 0, n)
			e := event("talks", Done, "vell", "osk").onDay(told.Day())
			e.In, e.Spans = InTitle, []Span{{0, 5}}
			if n > 0 {
				told = told.AddDate(0, 0, late)
			}
			b.put(Version{Item: ItemID(n + 1), N: 1, Sighting: Sighting{
				Feed: b.r.c.Feeds[n].Name, Identity: "1", Title: "Talks held", Link: "https://example.invalid/1", Published: told, Seen: told,
			}}, Reading{Events: []Event{e}})
		}
		if got := b.live().Conflicts(); len(got) != want {
			t.Errorf("told %d days late: %+v, want %d", late, got, want)
		}
	}
}

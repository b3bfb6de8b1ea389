package model

import "testing"

// A headline without a time does not hide the time that the text below it names.
func TestTimesInTextsContradictEachOther(t *testing.T) {
	left := event("departure", Done, "vell")
	b := newBench()
	b.add("17:30", "Demo Daily", "1", "Vell leaves Tarn", "", left, left.on("16:00"))
	b.add("17:40", "Demo Post", "1", "Vell's aircraft leaves Tarn", "", left, left.on("17:27"))
	list := b.live().Conflicts()
	if len(list) != 1 || list[0].Kind != "time" || len(list[0].Sides) != 2 || !list[0].Resolved.IsZero() {
		t.Fatalf("%+v", list)
	}
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Certainty.Level != Disputed || row.Reports != 2 {
		t.Errorf("%d reports, %+v", row.Reports, row.Certainty)
	}
	// The later report is edited: it says what the other says.
	b.add("18:00", "Demo Post", "1", "Vell's aircraft leaves Tarn at four", "", left, left.on("16:00"))
	if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("18:00")) {
		t.Errorf("after the edit: %+v", list)
	}
	row, _ = b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Certainty.Level != Corroborated {
		t.Errorf("after the edit: %+v", row.Certainty)
	}
}

// What one item tells twice is one report of it.
func TestTwoTimesOfOneItemAreNoConflict(t *testing.T) {
	landed := event("arrival", Done, "vell")
	b := newBench()
	b.add("10:30", "Demo Daily", "1", "Vell lands in Tarn", "", landed.on("10:00"), landed.on("10:20"))
	b.add("10:40", "Demo Post", "1", "Vell is in Tarn", "", landed)
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

// An event is when the reports that stand tell, and stands there in the list.
func TestAWithdrawnTimeIsForgotten(t *testing.T) {
	b := newBench()
	b.add("16:10", "Demo Daily", "1", "Vell leaves Tarn", "", event("departure", Done, "vell").on("16:00"))
	b.add("16:40", "Demo Wire", "1", "Osk leaves Tarn", "", event("departure", Done, "osk").on("16:30"))
	b.add("17:40", "Demo Post", "1", "Vell leaves Tarn at 17:27", "", event("departure", Done, "vell").on("17:27"))
	b.add("18:00", "Demo Post", "1", "WITHDRAWN-Vell leaves Tarn at 17:27", "", OpWithdrawn)
	for _, clock := range []Clock{BySeen, ByPublished} {
		for moment, want := range map[string]string{"17:50": "17:27", "18:10": "16:00"} {
			board := b.r.AsOf(at(moment), clock)
			refs := board.Events(Filter{})
			if len(refs) != 2 {
				t.Fatalf("%d events", len(refs))
			}
			n := 0
			if moment == "17:50" {
				n = 1
			}
			if row, _ := board.Event(refs[n]); !row.At.Equal(at(want)) || row.Title != "Vell: departure" {
				t.Errorf("clock %d at %s: %s at %v", clock, moment, row.Title, row.At)
			}
		}
	}
}

func TestWhatWasTakenBackBeforeContradictsNothing(t *testing.T) {
	to := func(clock string) Event { return event("meeting", Planned, "vell", "osk").on(clock) }
	for second, want := range map[string]int{"09:30": 1, "11:00": 0} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "Vell to meet Osk at 18:00", "", to("18:00"))
		if second < "10:00" {
			b.add(second, "Demo Post", "1", "Vell to meet Osk at 20:00", "", to("20:00"))
		}
		b.add("10:00", "Demo Daily", "1", "CORRECTED-Vell to meet Osk at 20:00", "", to("20:00"), OpCorrected)
		if second > "10:00" {
			b.add(second, "Demo Post", "1", "Vell to meet Osk at 20:00", "", to("20:00"))
		}
		if list := b.live().Conflicts(); len(list) != want {
			t.Errorf("the other account at %s: %+v", second, list)
		}
	}
}

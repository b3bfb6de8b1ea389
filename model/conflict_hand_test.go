package model

import (
	"testing"
	"time"
)

// An outlet that corrects its own plan takes the old one back, though its
// correction reports the same event and so stands among the reports.
func TestACorrectedPlanIsTakenBack(t *testing.T) {
	meet := func(clock string) Event { return event("meeting", Planned, "vell", "osk").on(clock) }
	b := newBench()
	b.add("07:00", "Demo Daily", "1", "Leaders to begin talks on grain quotas in Tarn at eleven in the evening", "", meet("23:00"))
	b.add("07:30", "Demo Post", "1", "Vell and Osk sit down at eleven", "", meet("11:00"))
	open := b.live().Conflicts()
	if len(open) != 1 || !open[0].Resolved.IsZero() {
		t.Fatalf("before the correction: %+v", open)
	}
	b.add("08:00", "Demo Daily", "2", "CORRECTED-Leaders to begin talks on grain quotas in Tarn at eleven in the morning", "", meet("11:00"), OpCorrected)
	for _, clock := range []Clock{BySeen, ByPublished} {
		board := b.r.AsOf(time.Time{}, clock)
		list := board.Conflicts()
		if len(list) != 1 || list[0].Resolved.IsZero() || len(list[0].Sides) != 2 {
			t.Fatalf("clock %d: %+v", clock, list)
		}
		for _, s := range list[0].Sides {
			if evening := s.Evidence[0].Version.Item == 1; evening != !s.takenBack().IsZero() {
				t.Errorf("clock %d: %s taken back %v", clock, s.Says, s.takenBack())
			}
		}
		if n := board.Counts().Conflicts; n != 0 {
			t.Errorf("clock %d: %d conflicts counted", clock, n)
		}
	}
}

// A correction of something else in it leaves a report that it repeats.
func TestACorrectionThatRepeatsAReportLeavesIt(t *testing.T) {
	meet := event("meeting", Planned, "vell", "osk").on("11:00")
	b := newBench()
	b.add("07:00", "Demo Daily", "1", "Leaders to begin talks on grain quotas in Tarn at eleven", "", meet)
	b.add("08:00", "Demo Daily", "2", "CORRECTED-Leaders to begin talks on grain quotas in Tarn at eleven", "", meet, OpCorrected)
	row, ok := b.live().Event(only(t, b.live().Events(Filter{})))
	if !ok || row.Struck || row.Evidence[0].Struck != OpNone || row.Evidence[1].Struck != OpNone {
		t.Errorf("%+v", row.Evidence)
	}
}

// A report that the hand split off contradicts the others all the same.
func TestAConflictOutlivesASplit(t *testing.T) {
	b := newBench()
	b.add("07:00", "Demo Daily", "1", "A", "", says("osk", "there are 30 ships waiting in the harbour", "assertion"))
	b.add("07:10", "Demo Post", "1", "B", "", says("osk", "there are 40 ships waiting in the harbour", "assertion"))
	whole, _ := b.live().Statement(only(t, b.live().Statements(Filter{})))
	if whole.Certainty.Level != Disputed {
		t.Fatalf("before the split: %+v", whole.Certainty)
	}
	off := whole.Evidence[1].Report
	b.r.AddMark(Mark{ID: 1, At: at("08:00"), By: "ed", Verb: "split", On: off})
	for _, clock := range []Clock{BySeen, ByPublished} {
		board := b.r.AsOf(at("09:00"), clock)
		list := board.Conflicts()
		if len(list) != 1 || len(list[0].Sides) != 2 || !list[0].Resolved.IsZero() || board.Counts().Conflicts != 1 {
			t.Fatalf("clock %d: %+v", clock, list)
		}
		refs := board.Statements(Filter{})
		if len(refs) != 2 {
			t.Fatalf("clock %d: %d statements after the split", clock, len(refs))
		}
		for _, ref := range refs {
			if row, _ := board.Statement(ref); row.Certainty.Level != Disputed {
				t.Errorf("clock %d: %s", clock, row.Certainty.Level)
			}
		}
	}
	b.add("10:00", "Demo Post", "1", "CORRECTED-Nothing of the kind", "", OpCorrected)
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("10:00")) {
		t.Errorf("not resolved by a correction: %+v", list)
	}
}

package model

import (
	"testing"
	"time"
)

// late is a version of which the desk only learns hours after it came out.
func late(published string) func(*Version) {
	return func(v *Version) { v.Published = at(published) }
}

func TestPhasesOfAFirstLookStandAtWhenTheyWereReported(t *testing.T) {
	b := newBench()
	b.add("16:00", "Demo Daily", "2", "Vell and Osk end one-on-one talks", "", event("meeting", Done, "vell", "osk"), late("11:20"))
	b.add("16:00", "Demo Daily", "1", "One-on-one talks of Vell and Osk begin", "", event("meeting", UnderWay, "vell", "osk"), late("10:05"))
	row := b.live().Phases()[1]
	if row.Status != PhaseDone || !row.ActualStart.Equal(at("10:05")) || !row.ActualEnd.Equal(at("11:20")) {
		t.Errorf("%s from %s to %s", row.Status, row.ActualStart.Format(time.TimeOnly), row.ActualEnd.Format(time.TimeOnly))
	}
}

func TestAPhaseThatTheDeskSeesAsItIsReportedStandsAtThatMinute(t *testing.T) {
	b := newBench()
	b.add("10:08", "Demo Daily", "1", "One-on-one talks of Vell and Osk begin", "", event("meeting", UnderWay, "vell", "osk"), late("10:05"))
	if row := b.live().Phases()[1]; !row.ActualStart.Equal(at("10:08")) {
		t.Errorf("it began at %s", row.ActualStart.Format(time.TimeOnly))
	}
}

func TestALiveBlogOfTheMorningTellsOfNoPhaseOfTheMorning(t *testing.T) {
	b := newBench()
	b.add("10:30", "Demo Daily", "1", "Live: One-on-one talks of Vell and Osk begin", "", event("meeting", UnderWay, "vell", "osk"), late("05:00"))
	if row := b.live().Phases()[1]; !row.ActualStart.Equal(at("10:30")) {
		t.Errorf("it began at %s", row.ActualStart.Format(time.TimeOnly))
	}
}

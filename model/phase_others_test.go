package model

import "testing"

func TestALunchOfOthersIsNotThatOfTheAgenda(t *testing.T) {
	for _, x := range []struct {
		who    []string
		title  string
		status PhaseStatus
	}{
		{[]string{"coast"}, "Coastland: meeting", PhasePlanned},
		{[]string{"vell", "coast"}, "Vell, Coastland: meeting", PhasePlanned},
		{[]string{"vell", "osk", "coast"}, "Vell, Osk, Coastland: working lunch", PhaseDone},
		{[]string{"vell", "osk"}, "Vell, Osk: working lunch", PhaseDone},
		{nil, "working lunch", PhaseDone},
	} {
		b := newBench()
		b.add("12:40", "Demo Wire", "1", "They sat down to lunch", "", event("meeting", Done, x.who...))
		row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
		lunch := b.r.AsOf(at("12:41"), BySeen).Phases()[2]
		if row.Title != x.title || lunch.Status != x.status {
			t.Errorf("%v: %q, the lunch of the agenda %s", x.who, row.Title, lunch.Status)
		}
	}
}

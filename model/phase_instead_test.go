package model

import "testing"

func TestAPhaseHeldInAnotherFormIsNotShownAsPlanned(t *testing.T) {
	c := demoCase()
	c.Summit.Agenda[1].Instead, c.Summit.Agenda[1].InsteadTerms = "Talks of two on either side", []string{"two-on-two"}
	b := &bench{texts: NewMemoryTexts(), ids: map[string]ItemID{}, n: map[string]int{}}
	b.r = NewRecord(c, b.texts)
	b.add("09:30", "Demo Wire", "1", "One-on-one talks of Vell and Osk begin at 10", "", event("meeting", Planned, "vell", "osk"))
	title := func(moment string) (string, PhaseStatus) {
		row := b.r.AsOf(at(moment), BySeen).Phases()[1]
		return row.Phase.Title, row.Status
	}
	b.add("10:05", "Demo Wire", "2", "Vell and Osk begin one-on-one talks", "", event("meeting", UnderWay, "vell", "osk"))
	b.add("10:10", "Demo Wire", "2", "CORRECTED-Vell and Osk begin two-on-two talks", "", event("meeting", UnderWay, "vell", "osk"), OpCorrected)
	b.add("12:00", "Demo Post", "1", "One-on-one talks of Vell and Osk are over", "", event("meeting", Done, "vell", "osk"))
	for _, want := range []struct {
		at, title string
		status    PhaseStatus
	}{{"09:40", "One-on-one talks", PhasePlanned}, {"10:06", "One-on-one talks", PhaseUnderWay}, {"10:11", "Talks of two on either side", PhaseUnderWay}, {"12:01", "Talks of two on either side", PhaseDone}} {
		if have, status := title(want.at); have != want.title || status != want.status {
			t.Errorf("at %s: %q is %s, want %q %s", want.at, have, status, want.title, want.status)
		}
	}
}

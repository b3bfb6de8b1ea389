package model

import (
	"slices"
	"testing"
	"time"
)

// What one outlet calls a meeting another calls talks.
func TestTalksReportAMeetingWhereNothingElseOfThatDayIsTalks(t *testing.T) {
	meeting := Phase{ID: "a", Title: "Meeting of the two", Start: at("10:00"), Kinds: []string{"meeting"}}
	talks := Phase{ID: "b", Title: "Talks of the teams", Start: at("14:00"), Kinds: []string{"talks"}}
	next := talks
	next.Start = next.Start.Add(24 * time.Hour)
	some := talks
	some.Start = time.Time{}
	press := Phase{ID: "c", Title: "Press", Start: at("16:00"), Kinds: []string{"press"}}
	for name, c := range map[string]struct {
		agenda []Phase
		kind   string
		want   PhaseStatus // of the first
	}{
		"the only one":           {[]Phase{meeting, press}, "talks", PhaseUnderWay},
		"the reverse":            {[]Phase{talks, press}, "meeting", PhaseUnderWay},
		"its own word":           {[]Phase{meeting, talks}, "meeting", PhaseUnderWay},
		"talks of that day":      {[]Phase{meeting, talks}, "talks", PhaseOverdue},
		"talks of another day":   {[]Phase{meeting, next}, "talks", PhaseUnderWay},
		"talks at some time":     {[]Phase{meeting, some}, "talks", PhaseOverdue},
		"another kind of event":  {[]Phase{meeting}, "call", PhasePlanned},
		"no meeting for a press": {[]Phase{press}, "talks", PhasePlanned},
	} {
		desk := demoCase()
		desk.Summit.Agenda = c.agenda
		b := newBench()
		b.r = NewRecord(desk, b.texts)
		b.add("08:30", "Demo Wire", "1", "Vell and Osk sit down", "", event(c.kind, UnderWay, "vell", "osk"))
		if got := b.live().Phases()[0].Status; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if !slices.Equal(meeting.Kinds, []string{"meeting"}) {
		t.Errorf("the agenda itself was changed: %v", meeting.Kinds)
	}
}

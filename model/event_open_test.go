package model

import (
	"strings"
	"testing"
)

func TestWhatIsOnlySuggestedIsNotPlanned(t *testing.T) {
	visit := event("visit", Planned, "vell")
	for _, c := range []struct {
		titles []string
		want   string
	}{
		{[]string{"Osk invites Vell to Southland"}, "Vell: visit suggested"},
		{[]string{"Vell could soon visit Southland"}, "Vell: visit suggested"},
		{[]string{"Osk proposes a new visit of Vell to Southland"}, "Vell: visit suggested"},
		{[]string{"Osk has proposed hosting the first visit of Vell to Southland"}, "Vell: visit suggested"},
		{[]string{"Osk offers to host Vell on a long-planned first visit"}, "Vell: visit suggested"},
		{[]string{"Vell might fly to Southland"}, "Vell: visit suggested"},
		{[]string{"Osk invites Vell to Southland", "Vell to visit Southland"}, "Vell: visit planned"},
		{[]string{"Vell to visit Southland, hopes for peace in May"}, "Vell: visit planned"},
	} {
		b := newBench()
		for i, title := range c.titles {
			b.add("10:00", []string{"Demo Wire", "Demo Post"}[i], "1", title, "", visit)
		}
		row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
		if row.Title != c.want || row.Suggested != (row.Title == "Vell: visit suggested") {
			t.Errorf("%q: %q, suggested %v", c.titles, row.Title, row.Suggested)
		}
	}
}

func TestWhatWillNotBeIsNotCalledDenied(t *testing.T) {
	for title, want := range map[string]string{
		"Vell and Osk will not meet":                        "Vell, Osk: no meeting",
		"Southland denies that Vell and Osk are to meet":    "Vell, Osk: meeting denied",
		"No plans for Vell and Osk to meet, the north says": "Vell, Osk: no meeting",
	} {
		b := newBench()
		b.add("10:00", "Demo Wire", "1", title, "", event("meeting", EventDenied, "vell", "osk"))
		if row, _ := b.live().Event(only(t, b.live().Events(Filter{}))); row.Title != want {
			t.Errorf("%s: %q, want %q", title, row.Title, want)
		}
	}
}

func TestWhatIsSuggestedForADayIsAheadAsSuch(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Vell could visit Osk on 20 March", "", event("visit", Planned, "vell").onDay(20))
	if text := briefOf(t, b.live()); !strings.Contains(text, "Thu 20 Mar: Vell: visit, suggested") {
		t.Errorf("%s", text)
	}
}

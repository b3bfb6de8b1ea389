package model

import (
	"strings"
	"testing"
	"time"
)

func TestTheDayThatALinkNames(t *testing.T) {
	for link, want := range map[string]string{
		"https://daily.example/2031/02/18/quay":    "2031-02-18",
		"https://daily.example/a/2031-2-8-quay":    "2031-02-08",
		"https://daily.example/20310218/quay":      "2031-02-18",
		"https://daily.example/quay/2031/02/18":    "2031-02-18",
		"https://daily.example/2031/02/31/quay":    "",
		"https://daily.example/2031/13/01/quay":    "",
		"https://daily.example/quay-20310218":      "",
		"https://daily.example/2031/02/quay":       "",
		"https://daily.example/c/20310218995/quay": "",
	} {
		day := ""
		if at := linkDay(link); !at.IsZero() {
			day = at.Format(time.DateOnly)
		}
		if day != want {
			t.Errorf("%s: %q, want %q", link, day, want)
		}
	}
}

// What the desk finds in a feed on its first day may be a year old.
func TestAnEventOfOldNewsIsDatedAsOfThen(t *testing.T) {
	undated := func(link string) func(*Version) {
		return func(v *Version) { v.Published, v.DateFrom, v.Link = v.Seen, DateFirstSeen, link }
	}
	for name, c := range map[string]struct {
		how  func(*Version)
		want string
	}{
		"published long ago":            {func(v *Version) { v.Published = day.AddDate(0, -3, 0) }, "2030-12-14 00:00"},
		"published last night":          {func(v *Version) { v.Published = at("16:00").Add(-20 * time.Hour) }, "2031-03-14 16:00"},
		"undated, its link names a day": {undated("https://daily.example/2031/02/18/quay"), "2031-02-18 12:00"},
		"undated, its link names today": {undated("https://daily.example/2031/03/14/quay"), "2031-03-14 16:00"},
		"undated":                       {undated("https://daily.example/quay"), "2031-03-14 16:00"},
	} {
		b := newBench()
		b.add("16:00", "Demo Daily", "1", "Vell visits Tarn", "", event("visit", UnderWay, "vell"), c.how)
		for _, refs := range [][]Ref{b.live().Events(Filter{}), b.live().Events(Filter{Actor: "vell"})} {
			row, _ := b.live().Event(only(t, refs))
			if got := row.At.Format("2006-01-02 15:04"); got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
			if wantUndated := name[:3] == "und"; row.Evidence[0].Undated != wantUndated {
				t.Errorf("%s: undated is %v", name, row.Evidence[0].Undated)
			}
		}
	}
	// Among the events of today it stands where it belongs.
	b := newBench()
	b.add("15:00", "Demo Post", "1", "Osk lands in Ardon", "", event("arrival", Done, "osk"))
	b.add("16:00", "Demo Daily", "1", "Vell visits Tarn", "", event("visit", UnderWay, "vell"), func(v *Version) { v.Published = day.AddDate(0, -3, 0) })
	if got := titles(b); len(got) != 2 || got[0] != "Vell: visit" {
		t.Errorf("%q", got)
	}
}

// A live page that is there since morning tells at night what came about at night.
func TestWhatAnEditBroughtIsNotAsOldAsItsItem(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "Live: the day of the talks", "")
	b.add("15:00", "Demo Daily", "1", "Vell and Osk part without a deal", "", event("agreement", NoneReached, "vell", "osk"), func(v *Version) { v.Published = at("08:00") })
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if got := row.Evidence[0].Published; !got.Equal(at("15:00")) {
		t.Errorf("published %v", got)
	}
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{Since: at("12:00")}); err != nil || strings.Contains(out.String(), "(published") {
		t.Errorf("%v %s", err, out.String())
	}
}

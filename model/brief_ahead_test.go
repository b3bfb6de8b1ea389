package model

import (
	"strings"
	"testing"
)

func TestABriefTellsWhatIsAheadAndWhoSpokeLast(t *testing.T) {
	b := newBench()
	visit := event("visit", Planned, "osk")
	visit.When = When{Start: "2031-03-17", Precision: "day"}
	b.add("08:00", "Demo Daily", "1", "Osk to visit the Grain Hall on Monday", "", visit)
	old := signal("coast", "imposed", "warrant", "osk")
	old.Historical = true
	b.add("08:10", "Demo Wire", "1", "The harbour court issued a warrant for Osk in May 2023", "", old)
	b.add("08:20", "Demo Wire", "2", "Osk speaks", "", says("osk", "cheese is the glue of nations", "praise"))
	b.add("11:00", "Demo Wire", "3", "Vell speaks", "", says("vell", "grain may leave by the northern gate", "offer"))
	b.add("11:30", "Demo Wire", "4", "Vell and Osk say more", "", retells("vell", "ships wait for the tide of Tarn"))
	b.add("19:00", "Demo Post", "4", "Osk says more", "", retells("osk", "the tunnel is to be lit by lamps"))
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]string{
		"what is planned beside the agenda":  "- Mon 17 Mar: Osk: visit, planned",
		"an act of earlier years":            "- **Tomas Osk**: nothing new; from before: imposed warrant (2023) (by Coastland)",
		"the latest words, not the quoted":   "**Tomas Osk** (Fri 14 Mar 11:00 AKDT): the tunnel is to be lit by lamps",
		"the quoted of an hour, not a later": "“grain may leave by the northern gate” — ",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s: no %q in\n%s", what, want, out.String())
		}
	}
}

func TestTheAgendaIsListedByTime(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "Vell gives Osk until Wednesday", "", event("deadline", Planned, "vell").onDay(19))
	b.add("08:10", "Demo Daily", "2", "Vell gives Coastland until the 17th", "", event("deadline", Planned, "vell").onDay(17))
	c := demoCase()
	c.Summit.Start = at("10:00").AddDate(0, 0, 5) // of 14 March
	for i := range c.Summit.Agenda {
		if p := &c.Summit.Agenda[i]; !p.Start.IsZero() {
			p.Start = p.Start.AddDate(0, 0, 5)
		}
	}
	c.Summit.Agenda = append([]Phase{{ID: "walk", Title: "Walk on the quay", Kinds: []string{"walk"}}}, c.Summit.Agenda...)
	later := &bench{r: NewRecord(c, b.texts), texts: b.texts, ids: map[string]ItemID{}, n: map[string]int{}}
	for _, e := range b.log {
		later.put(e.v, e.rd)
	}
	var titles []string
	for _, p := range newNote(later.live(), BriefOptions{}).Next {
		titles = append(titles, p.Title)
	}
	if len(titles) < 3 || titles[0] != "Vell: deadline" || titles[1] != "Arrival of Premier Vell" || titles[2] != "Walk on the quay" {
		t.Errorf("%q", titles)
	}
}

func TestADayIsADateWhereverItsReportWasWritten(t *testing.T) {
	b := newBench()
	visit := event("visit", Planned, "osk")
	visit.When = When{Start: "2031-03-17T00:00:00-05:00", Precision: "day"}
	b.add("08:00", "Demo Daily", "1", "Osk to visit the Grain Hall on Monday", "", visit)
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"- Mon 17 Mar Osk: visit planned", "- Mon 17 Mar: Osk: visit, planned"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

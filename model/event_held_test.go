package model

import (
	"strings"
	"testing"
)

func TestAnEventIsDatedByWhenItTakesPlace(t *testing.T) {
	on := func(e Event) Event {
		e.When = When{Start: "2031-03-15", Precision: "day"}
		return e
	}
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Vell and Osk to meet on 15 March", "", on(event("meeting", Planned, "vell", "osk")))
	b.add("10:05", "Demo Wire", "2", "Northland and Southland to talk soon", "", event("talks", Planned, "north", "south"))
	b.add("18:00", "Demo Post", "2", "Northland and Southland talks begin", "", event("talks", UnderWay, "north", "south"))
	brief := func(board *Board) string {
		var out strings.Builder
		if err := WriteBrief(&out, board, BriefOptions{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	for moment, want := range map[string][]string{
		"12:00": {"Sat 15 Mar Vell, Osk: meeting planned", "Fri 14 Mar 02:05 AKDT Northland, Southland: talks planned"},
		"19:00": {"Sat 15 Mar Vell, Osk: meeting planned", "Fri 14 Mar 10:00 AKDT Northland, Southland: talks under way"},
	} {
		text := brief(b.r.AsOf(at(moment), BySeen))
		for _, line := range want {
			if !strings.Contains(text, line) {
				t.Errorf("at %s no %q in\n%s", moment, line, text)
			}
		}
	}
}

func TestTwoMinutesApartIsNoDisputeOfTheArrival(t *testing.T) {
	for second, want := range map[string]struct {
		level     CertaintyLevel
		conflicts int
	}{"10:56": {Corroborated, 0}, "11:40": {Disputed, 1}} {
		b := newBench()
		b.add("19:00", "Demo Wire", "1", "Vell lands", "", event("arrival", Done, "vell").on("10:54"))
		b.add("19:02", "Demo Post", "1", "Vell arrives", "", event("arrival", Done, "vell").on(second))
		row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
		if row.Certainty.Level != want.level || len(b.live().Conflicts()) != want.conflicts {
			t.Errorf("10:54 and %s: %s, %d conflicts", second, row.Certainty.Level, len(b.live().Conflicts()))
		}
	}
}

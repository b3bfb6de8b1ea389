package model

import (
	"reflect"
	"slices"
	"testing"
)

func TestOnlyTheChangesThatPassAFilterAreLeft(t *testing.T) {
	b := briefBench()
	b.add("09:50", "Demo Post", "1", "CORRECTED-Leaders to meet at 11 a.m.", "", event("meeting", Planned, "vell", "osk").on("11:00"), OpCorrected)
	board := b.r.AsOf(at("10:00"), BySeen)
	all := board.Changed(at("08:05"))
	for _, c := range []struct {
		name                    string
		f                       Filter
		kinds                   []Kind
		new, corrected, settled int
	}{
		{"all", Filter{}, nil, 3, 2, len(all.Resolved)},
		{"who", Filter{Actor: "vell"}, nil, 1, 1, len(all.Resolved)},
		{"words", Filter{Text: "waits"}, nil, 1, 1, 0},
		{"of a kind", Filter{}, []Kind{KindSignal}, 1, 2, len(all.Resolved)},
		{"nothing", Filter{Text: "comet"}, nil, 0, 0, 0},
	} {
		s := board.Through(all, c.f, c.kinds)
		if have, want := []int{len(s.New), len(s.Corrected), len(s.Resolved)}, []int{c.new, c.corrected, c.settled}; !slices.Equal(have, want) {
			t.Errorf("%s: %v, want %v", c.name, have, want)
		}
	}
	if len(all.Resolved) == 0 {
		t.Error("no conflict was settled")
	}
}

func TestALaneCountsWhatPassesAFilter(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "North floats a tariff", "", signal("north", "floated", "tariff", "south"))
	b.add("08:01", "Demo Wire", "2", "Vell: no comment", "", says("vell", "the harbour stays shut", "assertion"))
	b.add("08:45", "Demo Post", "3", "South threatens a price cap", "", signal("south", "threatened", "price-cap", "north"))
	for _, clock := range []Clock{BySeen, ByPublished} {
		lane := b.r.AsOf(at("09:00"), clock).Density(at("08:00"), at("09:00"), 2, Filter{Text: "price"})
		if want := (Lane{[]int{0, 0}, []int{0, 1}, []int{0, 0}, []int{0, 0}, []string{"", "threatened"}, []string{"", ""}}); !reflect.DeepEqual(lane, want) {
			t.Errorf("clock %d: %+v, want %+v", clock, lane, want)
		}
	}
}

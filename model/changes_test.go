package model

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What changed is found among the latest reports; no other group has one from then.
func TestNoChangeIsOverlooked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := recordOf(randomLog(t))
		moment := at("08:00").Add(time.Duration(rapid.IntRange(0, 2200).Draw(t, "moment")) * time.Second)
		since := moment.Add(-time.Duration(rapid.IntRange(0, 2200).Draw(t, "before")) * time.Second).UnixMilli()
		b := r.AsOf(moment, BySeen)
		touched := b.touchedAfter(since)
		for g := range int32(b.view.nGroups()) {
			if b.lastTime(g) > since && !slices.Contains(touched, g) {
				t.Fatalf("group %d has a report from after the moment and is not among %v", g, touched)
			}
		}
		for i := range b.firstAfter(since) {
			if b.view.ver(i).seen > since {
				t.Fatalf("version %d is from after the moment and lies before %d", i, b.firstAfter(since))
			}
		}
	})
}

func TestEditedItemsStandInOrderOfTheirLastEdit(t *testing.T) {
	b := newBench()
	first := b.add("09:00", "Demo Daily", "1", "Vell arrives", "")
	second := b.add("09:01", "Demo Daily", "2", "Osk arrives", "")
	b.add("10:00", "Demo Daily", "1", "Vell arrives late", "")
	b.add("10:10", "Demo Daily", "2", "Osk arrives late", "")
	b.add("10:20", "Demo Daily", "1", "Vell arrives very late", "")
	got := b.live().Changed(at("09:30")).Changed
	if want := []Ref{{KindItem, int64(second.Item)}, {KindItem, int64(first.Item)}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

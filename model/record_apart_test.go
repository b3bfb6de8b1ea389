package model

import (
	"testing"
	"time"
)

// cameOut is when a version came out, however late the desk saw it.
func cameOut(day string) func(*Version) {
	return func(v *Version) {
		v.Published, _ = time.Parse("2006-01-02", day)
	}
}

// A first look at feeds finds on one morning what came out years apart.
func TestWhatCameOutYearsApartIsNotOne(t *testing.T) {
	sanctions := signal("coast", "imposed", "sanctions", "south")
	for name, test := range map[string]struct {
		fact  any
		count func(*Board) int
	}{
		"a signal":    {sanctions, func(b *Board) int { return len(b.Signals(Filter{})) }},
		"a statement": {says("vell", "the old bridge at Tarn will never be sold", "assertion"), func(b *Board) int { return len(b.Statements(Filter{})) }},
		"a meeting":   {event("meeting", Done, "vell", "osk"), func(b *Board) int { return len(b.Events(Filter{})) }},
		"a call":      {event("call", Done, "vell", "osk"), func(b *Board) int { return len(b.Events(Filter{})) }},
	} {
		read := func(days ...string) *Board {
			b := newBench()
			for i, day := range days {
				b.add("12:00", []string{"Demo Daily", "Demo Post"}[i], "1", "Vell says the old bridge at Tarn will never be sold", "", test.fact, cameOut(day))
			}
			return b.live()
		}
		if n := test.count(read("2018-03-02", "2025-08-14")); n != 2 {
			t.Errorf("%s of two years: %d in the record, want 2", name, n)
		}
		if n := test.count(read("2018-03-02", "2018-03-02")); n != 1 {
			t.Errorf("%s of one day years ago: %d in the record, want 1", name, n)
		}
	}
}

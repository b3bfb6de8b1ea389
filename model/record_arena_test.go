package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Words are given back as they were taken, whatever pieces a unit begins and ends in.
func TestWordArenaGivesBackWhatItTook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a wordArena
		var units [][]uint32
		var places []int32
		next := uint32(0) // beyond 16 bits now and then
		for range rapid.IntRange(1, 12).Draw(t, "units") {
			n := rapid.OneOf(rapid.IntRange(0, 5), rapid.IntRange(1<<arenaBits-5, 1<<arenaBits+5), rapid.IntRange(0, 3<<arenaBits)).Draw(t, "words")
			unit := make([]uint32, n)
			for i := range unit {
				unit[i] = next
				next++
			}
			units, places = append(units, unit), append(places, a.push(unit))
		}
		for k, unit := range units {
			for range 5 {
				from := rapid.IntRange(0, len(unit)).Draw(t, "from")
				n := rapid.OneOf(rapid.IntRange(0, min(60, len(unit)-from)), rapid.Just(len(unit)-from)).Draw(t, "n")
				if got := a.appendTo([]uint32{7}, places[k]+int32(from), int32(n)); got[0] != 7 || !slices.Equal(got[1:], unit[from:from+n]) {
					t.Fatalf("unit %d of %d words, %d from %d on: other words", k, len(unit), n, from)
				}
			}
		}
	})
}

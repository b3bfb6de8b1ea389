package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Words are given back as they were taken, fresh and packed, whatever their numbers.
func TestWordArenaGivesBackWhatItTook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a wordArena
		var room wordRoom
		word := rapid.OneOf(rapid.Uint32Range(0, 300), rapid.Uint32Range(0, 1<<17), rapid.Uint32())
		units := rapid.SliceOfN(rapid.SliceOfN(word, 1, maxTitleWords+maxBodyWords), 1, 40).Draw(t, "units")
		var places []int32
		for _, unit := range units {
			places = append(places, a.push(unit))
		}
		packed := rapid.IntRange(0, len(units)-1).Draw(t, "packed")
		for k, unit := range units[:packed] {
			places[k] = a.pack(a.of(places[k], int32(len(unit))))
		}
		a.forget(places[packed])
		for range 100 {
			k := rapid.IntRange(0, len(units)-1).Draw(t, "unit")
			n := int32(len(units[k]))
			var got []uint32
			if k < packed {
				got = room.of(&a, places[k], n)
			} else {
				got = a.of(places[k], n)
			}
			if !slices.Equal(got, units[k]) {
				t.Fatalf("unit %d of %d packed is %v and was %v", k, packed, got, units[k])
			}
		}
	})
}

// No list is cut at the end of a piece, and none is lost when the room for them begins anew.
func TestWordArenaHoldsMoreThanAPiece(t *testing.T) {
	var a wordArena
	var room wordRoom
	unit := func(k uint32) []uint32 { return []uint32{k, k << 31, k * 77, k << 20} }
	var places []int32
	for k := range uint32(60_000) {
		places = append(places, a.pack(unit(k)))
	}
	if len(a.pieces) < 2 {
		t.Fatal("the lists lie in one piece")
	}
	for k := range uint32(60_000) {
		first, again := room.of(&a, places[k/2], 4), room.of(&a, places[k], 4)
		if !slices.Equal(first, unit(k/2)) || !slices.Equal(again, unit(k)) {
			t.Fatalf("lists %d and %d are %v and %v", k/2, k, first, again)
		}
	}
}

// packEarly has words packed in records as small as those of tests.
func packEarly(t *testing.T) {
	t.Helper()
	before := freshVers
	freshVers = 2
	t.Cleanup(func() { freshVers = before })
}

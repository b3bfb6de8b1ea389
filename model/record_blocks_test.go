package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Lists hold what was added to them, in whatever order they grow and leave each other
// their blocks.
func TestBlocksKeepListsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p postings
		p.init(true, &blocks{})
		want := make([][]int32, rapid.IntRange(1, 12).Draw(t, "lists"))
		next := int32(0)
		for range rapid.IntRange(1, 60).Draw(t, "turns") {
			no := rapid.IntRange(0, len(want)-1).Draw(t, "list")
			more := rapid.OneOf(rapid.IntRange(1, 6), rapid.IntRange(1, longest+longest/2)).Draw(t, "members")
			for range more {
				want[no] = append(want[no], next)
				p.add(uint32(no), next)
				next++
			}
		}
		for no := range want {
			if got := p.of(uint32(no)); !slices.Equal(got, want[no]) {
				t.Fatalf("list %d of %d members holds others", no, len(want[no]))
			}
		}
	})
}

// A block has room for what it is asked for, and blocks of one size have the same room.
func TestRoomForIsEnough(t *testing.T) {
	rooms := map[int]int32{}
	for n := int32(2); n <= longest; n++ {
		room, size := roomFor(n)
		if room < n || room > n+n/4 || size < 0 || size >= blockSizes {
			t.Fatalf("for %d: room for %d, size %d", n, room, size)
		}
		if had, ok := rooms[size]; ok && had != room {
			t.Fatalf("size %d has room for %d and for %d", size, had, room)
		}
		rooms[size] = room
	}
}

package model

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Lists hold what was added to them, in whatever order they grow and leave each other
// their blocks.
func TestBlocksKeepListsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p postings
		p.init(true, &blocks{slims: rapid.Bool().Draw(t, "slims")})
		want := make([][]int32, rapid.IntRange(1, 12).Draw(t, "lists"))
		next := int32(0)
		for range rapid.IntRange(1, 60).Draw(t, "turns") {
			no := rapid.IntRange(0, len(want)-1).Draw(t, "list")
			more := rapid.OneOf(rapid.IntRange(1, 6), rapid.IntRange(1, longest+longest/2)).Draw(t, "members")
			step := rapid.SampledFrom([]int32{1, 1, 1, 100, 3 << stretchBits}).Draw(t, "step")
			if int(next)+more*int(step) > math.MaxInt32 {
				step = 1
			}
			for range more {
				want[no] = append(want[no], next)
				p.add(uint32(no), next)
				next += step
			}
		}
		for no := range want {
			if got := p.of(uint32(no)); !slices.Equal(got, want[no]) {
				t.Fatalf("list %d of %d members holds others", no, len(want[no]))
			}
			top := rapid.OneOf(rapid.Just(math.MaxInt32), rapid.IntRange(0, int(next))).Draw(t, "top")
			below, _ := slices.BinarySearch(want[no], int32(top))
			if n := p.count(uint32(no), top); n != below {
				t.Fatalf("list %d: %d members below %d, want %d", no, n, top, below)
			}
			n := rapid.IntRange(0, 2*longest).Draw(t, "latest")
			var room [3]int32
			if got, want := p.latest(room[:], uint32(no), top, n), want[no][max(0, below-n):below]; !slices.Equal(got, want) {
				t.Fatalf("list %d: the latest %d below %d are %d others", no, n, top, len(got))
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

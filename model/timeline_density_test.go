package model

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestKeptDensityIsThatOfTheBoard compares the lanes that are kept of the base, cut at
// a board's moment, with a count of what the board has, while the record grows.
func TestKeptDensityIsThatOfTheBoard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := NewMemoryTexts()
		r := NewRecord(demoCase(), texts)
		var boards []*Board
		every := Filter{Items: map[ItemID]bool{}} // that all pass
		for i, e := range randomLog(t) {
			texts.Put(e.v, e.rd)
			r.Add(e.v, e.rd)
			every.Items[e.v.Item] = true
			if i%4 > 0 {
				continue
			}
			moment := at("08:00").Add(time.Duration(rapid.IntRange(-1000, 2200).Draw(t, "moment")) * time.Second)
			boards = append(boards, r.AsOf(moment, BySeen), r.AsOf(time.Time{}, BySeen), r.AsOf(moment, ByPublished))
			from := at("08:00").Add(time.Duration(rapid.IntRange(-1500, 1500).Draw(t, "from")) * time.Second)
			to := from.Add(time.Duration(rapid.IntRange(1, 3000).Draw(t, "seconds")) * time.Second)
			buckets := rapid.IntRange(1, 50).Draw(t, "buckets")
			for _, b := range boards {
				k := stretchOfTime{from.UnixMilli(), to.Sub(from).Milliseconds(), buckets}
				if have, want := b.Density(from, to, buckets, Filter{}), b.density(k, newLane(buckets), 0); !reflect.DeepEqual(have, want) {
					t.Fatalf("as of %s, from %s to %s in %d\nhave %v\nwant %v", b.At, from, to, buckets, have, want)
				} else if have := b.Density(from, to, buckets, every); !reflect.DeepEqual(have, want) {
					t.Fatalf("clock %d, as of %s, from %s to %s in %d, filtered\nhave %v\nwant %v", b.Clock, b.At, from, to, buckets, have, want)
				}
			}
		}
	})
}

func TestALaneSaysHowFarItsSignalsGo(t *testing.T) {
	b := newBench()
	background := signal("north", "tightened", "oil-ban", "south")
	background.Historical = true
	b.add("08:00", "Demo Daily", "1", "North floats a tariff", "", signal("north", "floated", "tariff", "south"))
	b.add("08:01", "Demo Wire", "2", "North threatens a price cap", "", signal("north", "threatened", "price-cap", "south"))
	b.add("08:02", "Demo Post", "3", "An old ban", "", background)
	b.add("08:31", "Demo Daily", "4", "North denies a ban", "", signal("north", "denied", "import-ban", "south"))
	b.add("08:32", "Demo Post", "5", "North eases sanctions", "", signal("north", "eased", "sanctions", "south"))
	lane := b.live().Density(at("08:00"), at("09:00"), 2, Filter{})
	if want := (Lane{[]int{0, 0}, []int{2, 1}, []int{0, 1}, []int{0, 0}, []string{"threatened", "denied"}, []string{"", "eased"}}); !reflect.DeepEqual(lane, want) {
		t.Errorf("%+v, want %+v", lane, want)
	}
}

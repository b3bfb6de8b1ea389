package model

import (
	"testing"
	"time"
)

// An old article that the desk sees for the first time is not what an actor said last.
func TestAnActorsLatestWordsAreThoseThatCameOutLast(t *testing.T) {
	old := func(v *Version) { v.Published = at("08:00").AddDate(-2, 0, 0) }
	for _, f := range []Filter{{}, {Text: "quay"}} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "Vell: the quay opens tomorrow", "", says("vell", "the quay opens tomorrow", "assertion"))
		b.add("09:30", "Demo Post", "2", "Vell: no ship passes the quay", "", says("vell", "no ship passes the quay", "assertion"), old)
		b.add("09:31", "Demo Post", "3", "Osk: a quay without cranes is a wall", "", says("osk", "a quay without cranes is a wall", "assertion"), old)
		rows := b.r.AsOf(at("10:00"), BySeen).Actors(f)
		if len(rows) != 2 {
			t.Fatalf("%+v: %d actors", f, len(rows))
		}
		for _, row := range rows {
			want, heard := at("09:00"), uint16(1)
			if row.Actor.ID == "osk" {
				want, heard = at("08:00").AddDate(-2, 0, 0), 0
			}
			n := uint16(0)
			for _, x := range row.Trend {
				n += x
			}
			if !row.LastAt.Equal(want) || n != heard {
				t.Errorf("%+v: %s spoke last at %s, want %s, and %d times of late, want %d", f, row.Actor.ID, row.LastAt.Format(time.RFC3339), want, n, heard)
			}
		}
	}
}

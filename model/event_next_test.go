package model

import "testing"

func TestTheNextRoundIsAnEventOfItsOwn(t *testing.T) {
	now := event("talks", UnderWay, "vell", "osk")
	now.Place = "Tarn"
	next := event("talks", Planned, "vell", "osk").onDay(15)
	for _, c := range []struct {
		name          string
		first, second func(b *bench)
		events        int
	}{
		{"told while they meet", wrote("14:10", "Demo Daily", "Vell and Osk begin talks in Tarn", now), wrote("15:20", "Demo Post", "Vell and Osk: next round of talks on 15 March", next), 2},
		{"told before a report of today's", wrote("14:10", "Demo Post", "Vell and Osk: next round of talks on 15 March", next), wrote("14:20", "Demo Daily", "Vell and Osk hold talks in Tarn", now), 2},
		{"a slow report of the plan", wrote("14:10", "Demo Daily", "Vell and Osk begin talks in Tarn", now), wrote("15:20", "Demo Post", "Vell and Osk to hold talks", event("talks", Planned, "vell", "osk")), 1},
	} {
		b := newBench()
		c.first(b)
		c.second(b)
		if n := len(b.live().Events(Filter{})); n != c.events {
			t.Errorf("%s: %d events", c.name, n)
		}
	}
}

func TestTheNextRoundBegins(t *testing.T) {
	b := newBench()
	next := event("talks", Planned, "vell", "osk").onDay(14)
	b.add("08:00", "Demo Post", "1", "Vell and Osk: next round of talks today", "", next)
	b.add("14:00", "Demo Daily", "1", "Vell and Osk begin talks", "", event("talks", UnderWay, "vell", "osk"))
	only(t, b.live().Events(Filter{}))
}

package model

import "testing"

func TestWhoDropsADemandBearsItOutInNothing(t *testing.T) {
	concedes := worded("osk", "demand for a full lifting of the grain ban")
	concedes.Type = "concession"
	demands := worded("osk", "the full lifting of the grain ban")
	demands.Type = "demand"
	for _, c := range []struct {
		name          string
		first, second Statement
		rows          int
	}{
		{"dropped, told as words", worded("osk", "Southland dropped its demand for a full lifting of the grain ban"), demands, 2},
		{"dropped, told as a concession", concedes, demands, 2},
		{"dropped in other words", worded("osk", "Southland dropped its demand for a full lifting of the grain ban"), worded("osk", "Southland abandons its demand for a full lifting of the grain ban"), 1},
		{"demanded in other words", demands, worded("osk", "Southland demands a full lifting of the grain ban"), 1},
	} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "Osk: "+c.first.Content.Text, "", c.first)
		b.add("09:30", "Demo Wire", "1", "Osk: "+c.second.Content.Text, "", c.second)
		if refs := b.live().Statements(Filter{}); len(refs) != c.rows {
			t.Errorf("%s: %d rows", c.name, len(refs))
		}
	}
}

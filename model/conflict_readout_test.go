package model

import (
	"strings"
	"testing"
)

func TestReadoutsThatCannotBothHold(t *testing.T) {
	for _, c := range []struct{ one, other, kind string }{
		{"the understanding that we've reached on the harbour will hold", "there was no deal on the harbour", "agreement"},
		{"we have reached an agreement on grain", "no agreement was reached at all", "agreement"},
		{"we did not reach any agreement", "the accord reached today opens the border", "agreement"},
		{"there's no deal until there's a deal", "an understanding was reached between us", "agreement"},
		{"he discussed border swaps with the premier", "border swaps were not discussed with anybody", "readout"},
		{"a three-way meeting was not discussed in Tarn", "the leaders discussed a three-way meeting", "readout"},
	} {
		b := newBench()
		b.add("15:00", "Demo Daily", "1", "One says", "Vell said "+c.one, says("vell", c.one, "assertion"))
		b.add("15:30", "Demo Post", "1", "The other says", "Osk said "+c.other, says("osk", c.other, "assertion"))
		list := b.live().Conflicts()
		if len(list) != 1 || list[0].Kind != c.kind || len(list[0].Sides) != 2 || !list[0].Resolved.IsZero() {
			t.Errorf("%q against %q: %+v", c.one, c.other, list)
			continue
		}
		for _, s := range list[0].Sides {
			if len(s.Evidence) != 1 || !strings.Contains(s.Says, ": ") {
				t.Errorf("%q: a side without its source: %+v", c.one, s)
			}
		}
		if n := b.live().Counts().Conflicts; n != 1 {
			t.Errorf("%q: %d conflicts counted", c.one, n)
		}
		b.add("18:00", "Demo Post", "1", "CORRECTED-Osk said otherwise", "", OpCorrected)
		if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("18:00")) {
			t.Errorf("%q: not resolved by a correction: %+v", c.one, list)
		}
	}
}

func TestReadoutsThatMayBothHold(t *testing.T) {
	for _, c := range []struct{ who, one, other string }{
		{"osk", "we hope to reach an agreement on grain", "there was no deal on grain"},
		{"osk", "an agreement could be reached on grain", "no agreement was reached"},
		{"osk", "we have reached an agreement on grain", "no deal is better than a bad one"},
		{"osk", "we have reached an agreement on grain", "there will be no deal without the harbour"},
		{"osk", "he discussed border swaps with the premier", "grain quotas were not discussed with anybody"},
		{"osk", "we have reached an agreement on grain", "we have reached an understanding on grain"},
		{"vell", "we have reached an agreement on grain", "there was no deal on grain"},  // one mouth: a turn, not two readouts
		{"coast", "we have reached an agreement on grain", "there was no deal on grain"}, // no party
	} {
		b := newBench()
		b.add("15:00", "Demo Daily", "1", "One says", "Vell said "+c.one, says("vell", c.one, "assertion"))
		b.add("15:30", "Demo Post", "1", "The other says", "Osk said "+c.other, says(c.who, c.other, "assertion"))
		for _, list := range b.live().Conflicts() {
			if list.Kind == "agreement" || list.Kind == "readout" {
				t.Errorf("%q against %q: %+v", c.one, c.other, list)
			}
		}
	}
	// Other topics, or another week, are other talks.
	far := newBench()
	grain, border := says("vell", "we have reached an agreement on grain", "assertion"), says("osk", "there was no deal on the border", "assertion")
	grain.Topics, border.Topics = []string{"trade"}, []string{"territory"}
	far.add("15:00", "Demo Daily", "1", "One says", "Vell said", grain)
	far.add("15:30", "Demo Post", "1", "The other says", "Osk said", border)
	if list := far.live().Conflicts(); len(list) != 0 {
		t.Errorf("other topics: %+v", list)
	}
}

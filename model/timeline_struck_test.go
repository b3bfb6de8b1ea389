package model

import (
	"slices"
	"testing"
)

func TestALaneDoesNotMarkWhatNoReportHoldsAnyLonger(t *testing.T) {
	b := newBench()
	of := func(action string) Signal { return signal("north", action, "tariff", "south") }
	b.add("08:00", "Demo Daily", "1", "Northland imposes a tariff on Southland", "", of("imposed"))
	b.add("08:05", "Demo Post", "1", "Northland threatens Southland with a price cap", "", signal("north", "threatened", "price-cap", "south"))
	b.add("09:30", "Demo Wire", "1", "Northland imposes an oil ban on Southland", "", signal("north", "imposed", "oil-ban", "south"))
	b.add("10:30", "Demo Daily", "1", "Northland threatens Southland with a tariff", "", of("threatened"), OpCorrected)
	b.add("10:40", "Demo Wire", "1", "Northland imposes an oil ban on Southland", "", OpKill)
	for _, c := range []struct {
		at   string
		want []string
	}{
		{"10:00", []string{"imposed", "imposed", ""}},
		{"10:35", []string{"threatened", "imposed", "threatened"}},
		{"10:50", []string{"threatened", "withdrawn", "threatened"}},
	} {
		for _, clock := range []Clock{BySeen, ByPublished} {
			lane := b.r.AsOf(at(c.at), clock).Density(at("07:30"), at("12:00"), 3, Filter{})
			if got := []string{lane.PressureMost[0], lane.PressureMost[1], lane.PressureMost[2]}; !slices.Equal(got, c.want) {
				t.Errorf("as of %s by clock %d: %q, want %q", c.at, clock, got, c.want)
			}
		}
	}
}

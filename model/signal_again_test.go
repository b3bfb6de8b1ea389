package model

import (
	"testing"
	"time"
)

func TestAThreatToldAgainIsTheSame(t *testing.T) {
	threat := signal("north", "threatened", "tariff", "south")
	bound := threat
	bound.Conditional = true
	for _, c := range []struct {
		name    string
		first   string
		between Signal
		last    Signal
		title   string
		signals int
	}{
		{"told shorter", "Northland threatens a 20% tariff on Southland", Signal{}, threat, "Northland threatens Southland with a tariff", 1},
		{"the same", "Northland threatens a tariff on Southland", Signal{}, threat, "Northland threatens Southland with a tariff", 1},
		{"with a condition", "Northland threatens a tariff on Southland", Signal{}, bound, "Northland threatens Southland with a tariff unless it yields", 2},
		{"at another rate", "Northland threatens a tariff on Southland", Signal{}, threat, "Northland threatens Southland with a 30% tariff", 2},
		{"withdrawn meanwhile", "Northland threatens a tariff on Southland", signal("north", "deferred", "tariff", "south"), threat, "Northland threatens Southland with a tariff", 3},
		{"another target's withdrawn", "Northland threatens a tariff on Southland", signal("north", "deferred", "tariff", "coast"), threat, "Northland threatens Southland with a tariff", 2},
		{"an act is an act of its day", "Northland threatens a tariff on Southland", Signal{}, signal("north", "imposed", "tariff", "south"), "Northland imposes a tariff on Southland", 2},
	} {
		b := newBench()
		days := func(n int) func(*Version) {
			return func(v *Version) {
				v.Seen, v.Published = at("10:00").Add(time.Duration(n)*24*time.Hour), at("09:57").Add(time.Duration(n)*24*time.Hour)
			}
		}
		b.add("10:00", "Demo Daily", "1", c.first, "", threat)
		if c.between.Action != "" {
			b.add("10:00", "Demo Wire", "1", "Northland drops a threat", "", c.between, days(2))
		}
		b.add("10:00", "Demo Post", "1", c.title, "", c.last, days(5))
		if n := len(b.live().Signals(Filter{})); n != c.signals {
			t.Errorf("%s: %d signals", c.name, n)
		}
	}
}

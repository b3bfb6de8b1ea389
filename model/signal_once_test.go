package model

import "testing"

// One act that several reports tell, some of them twice, is one step of the ladder.
func TestALiftingToldByManyIsOneStep(t *testing.T) {
	lifted := func(target ...string) Signal {
		s := signal("north", "lifted", "tariff", target...)
		s.Direction = Relief
		return s
	}
	b := newBench()
	b.add("10:00", "Demo Daily", "1", "Northland drops its duty on Coastland", "The levy ended at noon, and traders cheered.", lifted("coast"), lifted())
	b.add("10:05", "Demo Post", "1", "Duty on Coastland lifted by Northland", "", lifted("coast"))
	b.add("10:10", "Demo Wire", "1", "Northland: no more duty for Coastland", "Quays fill up.", lifted(), lifted("coast"))
	row, _ := b.live().Signal(only(t, b.live().Signals(Filter{})))
	if len(row.Evidence) != 3 || row.Certainty.Sources != 3 || len(row.Signal.Target) != 1 {
		t.Errorf("%d reports of %d sources, on %v", len(row.Evidence), row.Certainty.Sources, row.Signal.Target)
	}
	if ladders := b.live().Ladders(Filter{}); len(ladders) != 1 || ladders[0].Target.ID != "coast" {
		t.Errorf("%+v", ladders)
	}
	// On another target it is another one.
	b.add("11:00", "Demo Post", "2", "Northland lifts its duty on Southland", "", lifted("south"))
	if n := len(b.live().Signals(Filter{})); n != 2 {
		t.Errorf("%d signals", n)
	}
}

func TestAnActOfEarlierYearsIsOneHoweverOftenItIsTold(t *testing.T) {
	warrant := signal("south", "imposed", "warrant", "vell")
	warrant.Historical = true
	b := newBench()
	for i, days := range []int{0, 6, 20} {
		b.add("10:00", []string{"Demo Daily", "Demo Post", "Demo Wire"}[i], "1", "Vell, wanted by Southland since 2023", "", warrant, func(v *Version) {
			v.Seen, v.Published = v.Seen.AddDate(0, 0, days), v.Published.AddDate(0, 0, days)
		})
	}
	row, _ := b.r.AsOf(day.AddDate(0, 0, 30), BySeen).Signal(only(t, b.r.AsOf(day.AddDate(0, 0, 30), BySeen).Signals(Filter{})))
	if len(row.Evidence) != 3 {
		t.Errorf("%d reports", len(row.Evidence))
	}
	// A new one of these days is no background.
	news := warrant
	news.Historical = false
	b.add("12:00", "Demo Daily", "2", "Southland issues a warrant for Vell", "", news)
	if n := len(b.r.AsOf(day.AddDate(0, 0, 30), BySeen).Signals(Filter{})); n != 2 {
		t.Errorf("%d signals", n)
	}
}

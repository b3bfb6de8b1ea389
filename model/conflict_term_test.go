package model

import "testing"

func TestTwoTermsOfOneMeasure(t *testing.T) {
	of := func(action, until string) Signal {
		s := signal("north", action, "licence", "south")
		s.Temporary, s.Expires = true, until
		return s
	}
	tariff := signal("north", "suspended", "tariff", "south")
	const licence, duty = "how long it holds: Northland licence → Southland", "how long it holds: Northland tariff → Southland"
	first := wrote("12:00", "Demo Daily", "Northland licence for Southland oil runs to 8 May", of("licensed", "2031-05-08"))
	checkContests(t, []contestCase{
		{"two ends", first, wrote("12:20", "Demo Post", "Northland licence for Southland oil runs to 9 May", of("licensed", "2031-05-09")), "length", licence},
		{"one end", first, wrote("12:20", "Demo Post", "Northland licence for Southland oil good until 8 May", of("licensed", "2031-05-08")), "", ""},
		{"extended", first, wrote("12:20", "Demo Post", "Northland extends licence for Southland oil to 8 June", of("licensed", "2031-06-08")), "", ""},
		{"of another thing", first, wrote("12:20", "Demo Post", "Northland licence for Southland hospitals runs to 9 May", of("licensed", "2031-05-09")), "", ""},
		{"two lengths", wrote("12:00", "Demo Daily", "Northland suspends its tariff on Southland timber for 90 days", tariff), wrote("12:20", "Demo Post", "Northland suspends its timber tariff on Southland for 60 days", tariff), "length", duty},
		{"one length", wrote("12:00", "Demo Daily", "Northland suspends its tariff on Southland timber for 90 days", tariff), wrote("12:20", "Demo Post", "Northland suspends its timber tariff on Southland, 90 days of peace", tariff), "", ""},
	})
}

func TestALicenceThatWasExtendedRunsOn(t *testing.T) {
	b := newBench()
	given := signal("north", "licensed", "licence", "south")
	given.Temporary, given.Expires = true, "2031-03-20"
	longer := given
	longer.Expires = "2031-04-20"
	b.add("09:00", "Demo Daily", "1", "Northland licence for Southland oil runs to 20 March", "", given)
	b.add("15:00", "Demo Post", "1", "Northland extends licence for Southland oil to 20 April", "", longer)
	var ends []string
	without := given
	without.Expires = ""
	b.add("15:20", "Demo Wire", "1", "Licence of Northland for Southland oil extended", "", without)
	for _, ref := range b.live().Signals(Filter{}) {
		row, _ := b.live().Signal(ref)
		ends = append(ends, row.Signal.Expires)
		if first := row.Signal.Expires == "2031-03-20"; first != (row.Certainty.Level == Single) {
			t.Errorf("who extends it bears out its first end: %+v", row.Certainty)
		}
	}
	if len(ends) != 2 || ends[0] != "2031-04-20" || ends[1] != "2031-03-20" {
		t.Errorf("%q", ends)
	}
}

func TestMeasuresOnTwoThingsAreTwo(t *testing.T) {
	tariff := signal("north", "imposed", "tariff", "south")
	for _, c := range []struct {
		first, second string
		rows          int
	}{
		{"Northland imposes tariff on Southland copper", "Northland imposes tariff on timber from Southland", 2},
		{"Northland imposes tariff on Southland copper", "Tariff on Southland metals imposed by Northland", 1},
		{"Northland imposes tariff on Southland", "Northland imposes tariff on timber from Southland", 1},
		{"Northland package has tariff on Southland copper", "Northland imposes tariff on timber from Southland", 1},
	} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", c.first, "", tariff)
		b.add("09:20", "Demo Post", "1", c.second, "", tariff)
		if refs := b.live().Signals(Filter{}); len(refs) != c.rows {
			t.Errorf("%q, %q: %d rows", c.first, c.second, len(refs))
		}
	}
}

func TestTwoDaysOfOneThing(t *testing.T) {
	for _, c := range []struct {
		who, other, a, b string
		clash            bool
	}{
		{"osk", "osk", "Southland will free the captured sailors by 1 July", "Southland will free the captured sailors by 1 August", true},
		{"osk", "osk", "Southland will free the captured sailors by 1 July", "Southland will free all captured sailors by 1 July", false},
		{"vell", "osk", "The exchange of captured sailors will take place on Monday", "The exchange of captured sailors will take place on Tuesday", true},
		{"vell", "north", "The exchange of captured sailors will take place on Monday", "The exchange of captured sailors will take place on Tuesday", false},
		{"vell", "osk", "The exchange of captured sailors will take place on Monday", "The sale of trawlers will take place on Tuesday", false},
	} {
		b := newBench()
		b.add("12:00", "Demo Daily", "1", c.a, "", worded(c.who, c.a))
		b.add("12:20", "Demo Post", "1", c.b, "", worded(c.other, c.b))
		list := b.live().Conflicts()
		if clash := len(list) == 1 && list[0].Kind == "time" && len(list[0].Sides) == 2; clash != c.clash || !clash && len(list) > 0 {
			t.Errorf("%s / %s: %+v", c.a, c.b, list)
		}
	}
}

func TestSourcesThatDifferBearEachOtherOutInNothing(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Osk: We will free 40 captured sailors", "", worded("osk", "We will free 40 captured sailors"))
	b.add("12:20", "Demo Post", "1", "Osk: We will free 14 captured sailors", "", worded("osk", "We will free 14 captured sailors"))
	b.add("12:40", "Demo Wire", "1", "An offer from Southland", "We will free 14 captured sailors, Osk said.", worded("osk", "We will free 14 captured sailors"))
	row, _ := b.live().Statement(only(t, b.live().Statements(Filter{})))
	if c := row.Certainty; c.Level != Disputed || c.Sources != 2 || c.Reasons[0] != "sources that differ: Demo Daily, Demo Post, Demo Wire" {
		t.Errorf("%+v", row.Certainty)
	}
}

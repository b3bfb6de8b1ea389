package model

import (
	"strings"
	"testing"
)

func TestWhatOthersWantIsNoDeedOfTheSender(t *testing.T) {
	relief := func(s Signal) Signal {
		s.Direction = Relief
		return s
	}
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "Coastland asks Northland to close its ports to Southland", "", signal("north", "called-for", "sanctions", "south"))
	b.add("08:10", "Demo Daily", "2", "Southland protests against the grain duty of Northland", "", signal("north", "opposed", "tariff", "south"))
	b.add("08:20", "Demo Daily", "3", "Coastland wants Northland to drop its embargo", "", relief(signal("north", "demanded", "embargo", "coast")))
	b.add("08:30", "Demo Daily", "4", "New duties on Southland salt are asked for", "", signal("", "called-for", "export-control", "south"))
	b.add("08:40", "Demo Daily", "5", "Northland's fish duty on Coastland begins", "", signal("north", "in-force", "tariff", "coast"))
	b.add("08:50", "Demo Daily", "6", "Northland lets Southland buy oil", "", signal("north", "licensed", "licence", "south"))
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"**Northland** sanctions on Southland, called for by others — ",
		"**Northland** tariff on Southland, opposed by others — ",
		"**Northland** relief from embargo on Coastland, demanded by others — ",
		" export control on Southland, called for (sender not named) — ",
		"**Northland** tariff on Coastland in force — ",
		"**Northland** issued licence on Southland — ",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestABriefSaysThatItIsUnclearWhoSpoke(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "‘The quay is shut’", "", says(Unknown, "The quay is shut", "assertion"))
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{}); err != nil || !strings.Contains(out.String(), " Unclear who: “The quay is shut” — ") {
		t.Errorf("%v:\n%s", err, out.String())
	}
}

func TestAMeasureWithoutANameAndALicenceByTheNameOfTheMeasure(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Northland bans deals with Southland", "", signal("north", "imposed", "other", "south"))
	b.add("11:00", "Demo Wire", "2", "Northland exempts Southland's ferries", "", signal("north", "licensed", "sanctions", "south"))
	text := briefOf(t, b.live())
	for _, want := range []string{"** imposed a measure on Southland", "** licensed relief from sanctions on Southland"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestWhatOnlyGoesOnIsNotToldAsInForceAnew(t *testing.T) {
	b := newBench()
	s := signal("north", "in-force", "sanctions", "south")
	s.Spans = []Span{{14, 52}}
	b.add("10:00", "Demo Wire", "1", "All Northland sanctions on Southland remain in place", "", s)
	if text := briefOf(t, b.live()); !strings.Contains(text, "** sanctions on Southland still in force") {
		t.Errorf("%s", text)
	}
}

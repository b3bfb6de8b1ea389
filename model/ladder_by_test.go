package model

import (
	"strings"
	"testing"
)

func TestALadderSaysWhoPressesAndWhoEases(t *testing.T) {
	licence := signal("coast", "licensed", "licence", "south")
	licence.Temporary, licence.Expires = true, "2031-03-17"
	b := newBench()
	b.add("07:00", "Demo Wire", "1", "Osk's grain to be taxed, Coastland threatens", "", signal("coast", "threatened", "tariff", "south"))
	b.add("08:00", "Demo Wire", "2", "Northland imposes a grain tariff on Southland", "", signal("north", "imposed", "tariff", "south"))
	b.add("09:00", "Demo Post", "1", "Coastland lets Southland ships in until 17 March", "", licence)
	b.add("10:00", "Demo Post", "2", "Northland puts off duty on Coastland", "", signal("north", "deferred", "tariff", "coast"))
	var out strings.Builder
	if err := WriteBrief(&out, b.r.AsOf(at("12:00"), BySeen), BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"- **Southland**: imposed (by Northland), relief licensed (by Coastland); licence expires Mon 17 Mar, in 3 days\n",
		"- **Coastland**: no pressure in force (signals by Northland)\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

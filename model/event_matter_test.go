package model

import (
	"slices"
	"strings"
	"testing"
)

func TestAnAgreementIsNamedByItsMatter(t *testing.T) {
	for sentence, want := range map[string]string{
		"Northland and Southland [agree] on prisoner exchange in Tarn":                       "agreement on prisoner exchange",
		"Northland and Southland signed a [trade deal] on Monday.":                           "trade agreement",
		"Northland and Southland sign [gas transit accord]":                                  "gas transit agreement",
		"Northland and Southland [reached an agreement] on the export of grain.":             "agreement on the export of grain",
		"Northland and Southland [agree] 30-day truce":                                       "agreement on 30-day truce",
		"Northland and Southland [agreed a truce], and fighting goes on":                     "agreement on a truce",
		"Northland [struck a deal] with Southland on grain shipments through Tarn.":          "agreement on grain shipments",
		"Northland and Southland [agreed] in Tarn to free all prisoners":                     "agreement to free all prisoners",
		"Northland and Southland [agreed] not to attack embassies":                           "agreement not to attack embassies",
		"Northland and Southland [agreed] to withdraw troops from the border":                "agreement to withdraw troops",
		"Northland and Southland [agreed] to withdraw their objections":                      "",
		"Northland and Southland [agreed] to trade barbs no more":                            "",
		"Northland and Southland [reach deal], and fighting goes on":                         "",
		"Northland and Southland [reach deal] as fighting goes on":                           "",
		"Northland and Southland [reach deal] on payments while prisoners wait":              "",
		"Talks on prisoners end, and Northland and Southland [reach an accord]":              "",
		"Northland And Southland [Agree] On Prisoner Swap":                                   "agreement on prisoner swap",
		"Northland and Southland [agree] on Tarn grain corridor":                             "agreement on Tarn grain corridor",
		"After the truce deal of May, Northland and Southland [signed an accord] on fishing": "agreement on fishing",
		"Northland and Southland failed to [reach a deal] on prisoners.":                     "agreement on prisoners",
		"Northland and Southland [agreed] that their ministers meet on grain":                "",
		"Northland and Southland [agree] to lift grain ban":                                  "agreement to lift grain ban",
		"Northland and Southland [agree] on truce starting Monday":                           "agreement on truce starting Monday",
		"Northland and Southland [agree] on grain prices salt merchants fear most today":     "",
		"Northland and Southland [agreed] never to shell embassies":                          "",
		"Northland and Southland [agree] on a truce and prisoner exchange in Tarn":           "agreement on a truce and prisoner exchange",
		"Northland and Southland [agree] on grain and the release of captives":               "agreement on grain",
		"Northland and Southland [agree] on grain and gas":                                   "agreement on grain and gas",
		"Northland and Southland [agree] on grain and meet":                                  "agreement on grain",
		"Northland, Southland [sign] it":                                                     "",
	} {
		before, rest, _ := strings.Cut(sentence, "[")
		marked, after, _ := strings.Cut(rest, "]")
		from := len([]rune(before))
		if got := agreementOn(before+marked+after, []Span{{from, from + len([]rune(marked))}}); got != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}

func TestAccordsOfTheSameTwoHaveANameEach(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Wire", "1", "Northland and Southland agree on a truce at sea", "", event("agreement", Done, "north", "south"))
	b.add("11:00", "Demo Post", "2", "Northland and Southland agree on prisoner exchange", "", event("agreement", Done, "north", "south"))
	b.add("12:00", "Demo Daily", "3", "Northland and Southland sign accord", "", event("agreement", Done, "north", "coast"))
	b.add("13:00", "Demo Daily", "4", "Northland and Coastland reach no deal on grain", "", event("agreement", NoneReached, "south", "coast"))
	want := []string{"Northland, Southland: agreement on a truce", "Northland, Southland: agreement on prisoner exchange", "Northland, Coastland: agreement", "Southland, Coastland: no agreement on grain"}
	if got := titles(b); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	note := briefOf(t, b.live())
	for _, title := range want {
		if !strings.Contains(note, " "+title+" — ") {
			t.Errorf("no %q in\n%s", title, note)
		}
	}
}

// Who leaves without any agreement has none on grain either, but the reverse does not hold.
func TestOneReportDoesNotNarrowThatThereWasNone(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Wire", "1", "Northland and Southland reach no deal", "", event("agreement", NoneReached, "north", "south"))
	b.add("09:10", "Demo Post", "1", "Northland and Southland reach no deal on grain", "", event("agreement", NoneReached, "north", "south"))
	if got := titles(b); !slices.Equal(got, []string{"Northland, Southland: no agreement"}) {
		t.Errorf("%q", got)
	}
	b = newBench()
	b.add("09:00", "Demo Wire", "1", "Northland and Southland reach a deal", "", event("agreement", Done, "north", "south"))
	b.add("09:10", "Demo Post", "1", "Northland and Southland reach a deal on grain", "", event("agreement", Done, "north", "south"))
	if got := titles(b); !slices.Equal(got, []string{"Northland, Southland: agreement on grain"}) {
		t.Errorf("%q", got)
	}
}

// Grain and gas are both traded; one accord bears the other out in nothing and clashes with none.
func TestAccordsOnTwoGoodsAreTwo(t *testing.T) {
	for name, c := range map[string]struct {
		other string
		want  int
	}{
		"other goods":    {"Northland and Southland reach no deal on grain exports", 2},
		"the same goods": {"Northland and Southland reach no deal on gas exports", 1},
		"trade at all":   {"Northland and Southland reach no trade deal", 1},
	} {
		b := newBench()
		b.add("09:00", "Demo Wire", "1", "Northland and Southland sign gas transit accord", "", event("agreement", Done, "north", "south"))
		b.add("09:30", "Demo Post", "2", c.other, "", event("agreement", NoneReached, "north", "south"))
		if got := titles(b); len(got) != c.want || len(b.live().Conflicts()) != 2-c.want {
			t.Errorf("%s: %q, %d conflicts", name, got, len(b.live().Conflicts()))
		}
	}
}

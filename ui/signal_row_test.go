package ui

import (
	"strings"
	"testing"
	"time"

	"parley/model"
)

// licenceDesk is a desk with a licence of two weeks, told by two outlets.
func licenceDesk() *fakeDesk {
	d := newFakeDesk()
	for feed, title := range map[string]string{"Demo Wire": "Arland licenses Beland's barges until June", "Demo Daily": "Harbours to open: a licence of the north runs two weeks"} {
		d.add(talks(20, 0), feed, title, func(rd *model.Reading, title string) {
			rd.Signals = []model.Signal{{
				In: model.InTitle, Direction: model.Relief, Action: "licensed", Instrument: "licence", Sector: "shipping", Temporary: true, Sender: "arland", Target: []string{"beland"},
				Expires: talks(20, 0).Add(14 * 24 * time.Hour).Format(time.RFC3339), Spans: span(title, "licen"), Rule: "demo",
			}}
		})
	}
	return d
}

func TestARowOfASignalKeepsItsSenderBeforeItsCountdown(t *testing.T) {
	d := licenceDesk()
	d.signal(talks(21, 0), "Demo Wire", "imposed", model.Pressure, "tariff", "maren", "beland")
	for _, size := range [][2]int{{160, 60}, {180, 60}, {200, 60}, {240, 60}} {
		for line := range strings.Lines(sit(t, d, size[0], size[1]).press("3").screen()) {
			if strings.Contains(line, "◇ licensed   ") && !strings.Contains(line, "ARL ×2") {
				t.Errorf("%v: cut off: %q", size, line)
			}
		}
	}
}

func TestASignalWithoutAMeasureSaysSo(t *testing.T) {
	d := newFakeDesk()
	d.signal(talks(21, 0), "Demo Wire", "imposed", model.Pressure, "other", "maren", "beland")
	sit(t, d, 120, 36).press("3").sees("▲ IMPOSED    a measure")
}

// "Expires in 13 d" beside the name of a state would be read as its sanctions' end.
func TestAHeadingSaysWhatItCountsDownTo(t *testing.T) {
	sit(t, licenceDesk(), 160, 36).press("3").sees("ARL → BEL  licence expires in 13 d")
	sit(t, licenceDesk(), 120, 36).sees("ARL → BEL  licence: 13 d")
	sit(t, licenceDesk(), 40, 12).press("3").sees("ARL → BEL  ! 13 d").doesNotSee("  in 13 d")
}

func TestASignalThatNamesNoSenderSaysSo(t *testing.T) {
	d := newFakeDesk()
	d.signal(talks(20, 0), "Demo Wire", "imposed", model.Pressure, "tariff", "arland", "beland")
	d.signal(talks(22, 0), "Demo Daily", "imposed", model.Pressure, "oil-ban", "", "beland")
	d.signal(talks(22, 10), "Demo Daily", "threatened", model.Pressure, "price-cap", "", "")
	d.signal(talks(22, 20), "Demo Daily", "licensed", model.Relief, "sanctions", "arland", "beland")
	sit(t, d, 200, 60).press("3").sees("oil ban, sender not named", "price cap, sender not named", "licensed   relief from sanctions", "IMPOSED sender not named → BEL", "IMPOSED ARL → BEL")
	sit(t, d, 120, 36).press("3", "down", "enter").sees("sender not named to BEL").doesNotSee("from sender")
}

func TestALongTargetStandsApartFromItsLadder(t *testing.T) {
	d := newFakeDesk()
	title := "Arland imposes tariff on the Union of Coastal Harbours, Ferries and Lighthouses"
	d.add(talks(20, 0), "Demo Wire", title, func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: "tariff", Sender: "arland", Target: []string{"union-of-coastal-harbours-ferries-and-lighthouses"}, Spans: span(title, "imposes tariff"), Rule: "demo"}}
	})
	sit(t, d, 120, 36).sees("…  ···▲··  ·······")
}

// "Sanctions on   ARL" with the goods in the line below is read as sanctions on Arland.
func TestNoRowOfASignalReadsItsSenderAsTheTarget(t *testing.T) {
	d := newFakeDesk()
	for i, c := range []struct{ sender, instrument, sector string }{
		{"arland", "sanctions", "finance"}, {"okoro", "secondary-sanctions", "shipping"}, {"arland", "tariff", "agriculture"}, {"maren", "export-control", "oil"},
	} {
		d.add(talks(20, i), "Demo Wire", "Measure against Beland", func(rd *model.Reading, title string) {
			rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: c.instrument, Sector: c.sector, Sender: c.sender, Target: []string{"beland"}, Spans: span(title, "Measure")}}
		})
	}
	for w := 40; w <= 200; w++ {
		for _, h := range []int{10, 24, 36} {
			screen := sit(t, d, w, h).press("3").screen()
			for line := range strings.Lines(screen) {
				row, _, _ := strings.Cut(line, "│")
				for _, name := range []string{"ARL", "Maren", "Okoro"} {
					before, _, found := strings.Cut(row, name)
					if before = strings.TrimRight(before, " "); found && (strings.HasSuffix(before, " on") || strings.HasSuffix(before, " on…")) {
						t.Fatalf("%dx%d: %q reads as the target:\n%s", w, h, row, screen)
					}
				}
			}
		}
	}
}

package ui

import (
	"strings"
	"testing"
	"time"

	"parley/model"
)

// On the axis, too, a threat has the mark of a threat and an act that of an act, and
// what is only told again as background has none.
func TestTheAxisShowsHowFarASignalGoes(t *testing.T) {
	d := newFakeDesk()
	d.signal(talks(18, 0), "Demo Wire", "threatened", model.Pressure, "tariff", "arland", "beland")
	d.signal(talks(20, 0), "Demo Wire", "floated", model.Pressure, "oil-ban", "arland", "beland")
	d.signal(talks(20, 1), "Demo Wire", "imposed", model.Pressure, "asset-freeze", "arland", "beland")
	d.signal(talks(21, 0), "Demo Wire", "licensed", model.Relief, "sanctions", "arland", "beland")
	d.signal(talks(22, 0), "Demo Daily", "denied", model.Pressure, "price-cap", "arland", "beland")
	d.add(talks(22, 30), "Demo Daily", "Arland, which imposed a travel ban years ago", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: "travel-ban", Sender: "arland", Target: []string{"beland"}, Historical: true, Spans: span(title, "imposed"), Rule: "demo"}}
	})
	lane := strings.NewReplacer("·", "", " ", "", "│", "").Replace(sit(t, d, 120, 36).lineWith("signals    ·"))
	if lane != "signals△▲◇¬" {
		t.Errorf("the lane shows %q", lane)
	}
}

func TestALongAxisHasTicksOfMonthsAndYears(t *testing.T) {
	day := func(y int, m time.Month) model.Phase {
		return model.Phase{ID: "talks", Title: "Talks", Start: time.Date(y, m, 3, 12, 0, 0, 0, time.UTC), Kinds: []string{"meeting"}}
	}
	sit(t, plannedDesk(day(2030, 5)), 120, 36).press("w", "w").sees("╵Jul’30 ", "╵Sep’30 ", "╵Jan’31 ").doesNotSee("╵Jun’30")
	sit(t, plannedDesk(day(2019, 5)), 120, 36).press("w", "w").sees("╵Jan’21 ", "╵Jan’29 ").doesNotSee("╵Feb’", "╵Jul’")
	sit(t, plannedDesk(day(2031, 3)), 120, 36).press("w", "w").sees("╵15 Mar")
}

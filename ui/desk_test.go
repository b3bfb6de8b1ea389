package ui

import (
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestWhatRingsIsLoggedAndRateLimited(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36, func(o *Options) {
		o.Ring = func(b *model.Board, ref model.Ref) (string, bool) {
			row, ok := b.Signal(ref)
			return "signal: " + row.Signal.Action, ok && row.Signal.Action == "imposed"
		}
	})
	d.now = talks(23, 10)
	d.signal(talks(23, 5), "Demo Wire", "imposed", model.Pressure, "tariff", "arland", "beland")
	d.signal(talks(23, 6), "Demo Wire", "imposed", model.Pressure, "asset-freeze", "beland", "arland")
	d.signal(talks(23, 7), "Demo Wire", "floated", model.Pressure, "price-cap", "beland", "arland")
	r.arrives().press("A").sees("signal: imposed", "(silent)", "tariff", "asset freeze")
	if n := len(r.m.alerts.entries); n != 2 {
		t.Errorf("%d alerts, want 2", n)
	}
	r.press("down", "enter").sees("Evidence", "Arland imposed tariff against Beland").press("esc").sees("What rang")
	r.press("up", "v").sees("Versions", "Beland imposed asset-freeze")
	r.arrives()
	if n := len(r.m.alerts.entries); n != 2 {
		t.Errorf("%d alerts after a wake without news, want 2", n)
	}
}

func TestItRingsWhileTheReaderIsInThePast(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36, func(o *Options) {
		o.Ring = func(b *model.Board, ref model.Ref) (string, bool) {
			row, ok := b.Signal(ref)
			return "signal: " + row.Signal.Action, ok && row.Signal.Action == "imposed"
		}
	}).press("left", "left")
	d.now = talks(23, 10)
	item := d.signal(talks(23, 5), "Demo Wire", "imposed", model.Pressure, "tariff", "arland", "beland")
	r.arrives().press("A").sees("AS OF", "signal: imposed", "▲ IMPOSED ARL → BEL  tariff")
	d.revise(item, talks(23, 8), "WITHDRAWN: the tariff", model.OpWithdrawn)
	r.arrives().sees("▲ IMPOSED ARL → BEL  tariff").doesNotSee("not on the board")
	r.press("L").arrives().sees("▲ (withdrawn) IMPOSED ARL → BEL  tariff")
}

func TestChoicesAreSavedAndComeBack(t *testing.T) {
	d := summitDesk()
	tokyo := localIs(mustZone(t, "Asia/Tokyo"))
	sit(t, d, 120, 36, tokyo).press("t", "t", "T", "3", "+")
	if d.saved["zone"] != "UTC" || d.saved["theme"] != string(ThemeLight) || d.saved["panes"] == "" {
		t.Fatalf("saved %v", d.saved)
	}
	r := sit(t, d, 120, 36, tokyo, func(o *Options) { o.Settings = d.saved })
	r.sees("22:30")
	if r.m.theme.name != ThemeLight || r.m.plan.grow[signalsPane] != 2 {
		t.Errorf("theme %s, sizes %v", r.m.theme.name, r.m.plan.grow)
	}
}

func TestTheConfigSaysWhichClockIsTheFirst(t *testing.T) {
	for first, want := range map[string]string{"": "UTC", "summit": "UTC", "local": "JST", "utc": "UTC", "capitals": "MSK"} {
		r := sit(t, summitDesk(), 120, 36, localIs(mustZone(t, "Asia/Tokyo")), func(o *Options) {
			o.FirstClock, o.Settings = first, map[string]string{"zone": "UTC"}
		})
		if got := abbrev(r.m.moment(), r.m.loc()); got != want {
			t.Errorf("%q: %s, want %s", first, got, want)
		}
	}
	r := sit(t, summitDesk(), 120, 36, func(o *Options) { o.FirstClock = "summit" })
	if got := abbrev(r.m.moment(), r.m.loc()); got != "AKDT" {
		t.Errorf("nobody chose one: %s", got)
	}
}

// Another case has other capitals, or none.
func TestTheConfigSaysWhoseClocksFollow(t *testing.T) {
	zones := func(list ...string) func(*Options) {
		return func(o *Options) { o.Zones, o.FirstClock = list, "capitals" }
	}
	r := sit(t, summitDesk(), 120, 36, localIs(time.UTC), zones("Asia/Ho_Chi_Minh", "Asia/Tokyo")).sees("UTC+07:00")
	r.press("t").sees("JST").press("t").sees("AKDT").press("t", "t").sees("UTC+07:00")
	if name := r.m.zones[r.m.zoneAt].name; name != "Ho Chi Minh" {
		t.Errorf("the zone is called %q", name)
	}
	sit(t, summitDesk(), 120, 36, localIs(time.UTC), zones()).sees("AKDT").press("t", "t").sees("AKDT").doesNotSee("MSK")
}

func TestOpeningALink(t *testing.T) {
	var opened []string
	d := summitDesk()
	r := sit(t, d, 160, 36, func(o *Options) {
		o.OpenLink = func(url string) error { opened = append(opened, url); return errDemo }
	})
	r.press("o").sees("the link did not open: the demo disk is full; it is copied: https://demo.example/7")
	if strings.Join(opened, " ") != "https://demo.example/7" {
		t.Errorf("opened %v", opened)
	}
	sit(t, d, 160, 36).press("o").sees("links do not open from here; this one is copied: https://demo.example/7")
}

func TestFaultsInTheKeysAreShown(t *testing.T) {
	sit(t, summitDesk(), 160, 36, func(o *Options) { o.Keys = map[string][]string{"fly": {"b"}} }).sees(`there is no action "fly"`)
}

func TestVersionsReadAsDifferences(t *testing.T) {
	d := summitDesk()
	d.edit(7, talks(22, 50), "Ilse Maren: “We agreed on hardly any points”")
	r := sit(t, d, 120, 36).press("v")
	r.sees("Version 2", "silent edit", "[-most-]", "{+hardly any+}", "Version 1")
}

func TestACorrectionIsAStopOfItsOwn(t *testing.T) {
	d := summitDesk()
	d.correct(7, talks(22, 50), "CORRECTED-Ilse Maren: “We agreed on some points”")
	sit(t, d, 120, 36).press("(").sees("AS OF 20 May 14:50 AKDT", "corrected: Demo Wire")
}

func TestSnapshotRefusesWhatIsNoKey(t *testing.T) {
	if _, err := Snapshot(summitDesk(), Options{}, 80, 24, []string{"hyperspace"}); err == nil || !strings.Contains(err.Error(), "hyperspace") {
		t.Errorf("err %v", err)
	}
	if _, err := Snapshot(summitDesk(), Options{}, 0, 24, nil); err == nil {
		t.Error("a frame without width is drawn")
	}
}

func TestKeyTableHasEveryAction(t *testing.T) {
	table := KeyTable()
	for _, b := range defaultBindings {
		if !strings.Contains(table, "| "+string(b.action)+" |") {
			t.Errorf("%s is missing", b.action)
		}
	}
}

func TestADeskWithoutATimezoneStillTellsUTC(t *testing.T) {
	d := summitDesk()
	d.summit.Timezone = ""
	sit(t, d, 120, 36).sees("23:00 UTC").press("P").sees("█    UTC ").doesNotSee(":00 UTC")
}

func TestADeskWithoutFeedsSaysWhereTheyAreWritten(t *testing.T) {
	d := newFakeDesk()
	d.health = nil
	for _, size := range [][2]int{{60, 20}, {80, 24}, {200, 60}} {
		r := sit(t, d, size[0], size[1], func(o *Options) { o.ConfigPath = "/home/demo/parley.toml" })
		r.sees("No feeds are configured", "[[feeds]] sections", "/home/demo/parley.toml")
		checkFrame(t, r.screen(), size[0], size[1])
	}
}

package model

import (
	"testing"
	"time"
)

func TestALicenceThatHasRunOutIsOver(t *testing.T) {
	b := newBench()
	licence := signal("north", "licensed", "licence", "south")
	licence.Temporary = true
	b.add("08:00", "Demo North Office", "1", "General Licence 40 lets Southland grain ships in", "", licence)
	b.add("08:10", "Demo Wire", "7", "Licence 77 opens the salt trade of Southland", "", Signal{Direction: Relief, Action: "licensed", Instrument: "licence", Sender: "coast", Target: []string{"south"}, Temporary: true})
	lapse := Signal{Direction: Relief, Action: "expired", Instrument: "licence", Temporary: true}
	b.add("17:00", "Demo Daily", "2", "General Licence 40 has expired", "", lapse)
	board := b.live()
	ended := map[string]bool{}
	for _, ref := range board.Signals(Filter{}) {
		row, _ := board.Signal(ref)
		ended[row.Evidence[0].Title] = row.Ended.Equal(at("17:00"))
	}
	if !ended["General Licence 40 lets Southland grain ships in"] || ended["Licence 77 opens the salt trade of Southland"] {
		t.Errorf("ended: %v", ended)
	}
	ladders := board.Ladders(Filter{})
	if n := len(ladders); n != 2 || ladders[n-1].Target.ID != "" || len(ladders[n-1].Refs) != 1 {
		t.Errorf("what names no target stands last: %+v", ladders)
	}
	if row, _ := b.r.AsOf(at("16:00"), BySeen).Signal(ladders[0].Refs[0]); !row.Ended.IsZero() {
		t.Errorf("ended %s before anybody said so", row.Ended)
	}
}

func TestALicenceEndsWithTheOneOfItsStory(t *testing.T) {
	b := newBench()
	dated, plain := signal("north", "licensed", "licence", "south"), signal("north", "eased", "sanctions", "south")
	dated.Temporary, dated.Expires = true, at("15:00").Format("2006-01-02T15:04:05Z07:00")
	b.add("08:00", "Demo Daily", "1", "Northland eases Southland grain sanctions for the harbour talks", "", plain)
	b.add("08:05", "Demo Wire", "1", "Northland licence eases Southland grain sanctions for harbour talks", "", dated)
	for _, c := range []struct {
		when   string
		ended  bool
		relief string
	}{{"14:00", false, "licensed"}, {"16:00", true, ""}} {
		board := b.r.AsOf(at(c.when), BySeen)
		for _, ref := range board.Signals(Filter{}) {
			if row, _ := board.Signal(ref); row.Ended.IsZero() == c.ended {
				t.Errorf("at %s %q: ended %s", c.when, row.Evidence[0].Title, row.Ended)
			}
		}
		l := board.Ladders(Filter{})[0]
		if s := board.Standing(&l); s.Relief != c.relief {
			t.Errorf("at %s relief %q stands", c.when, s.Relief)
		}
	}
}

func TestWhatGoesOnIsNoActOfToday(t *testing.T) {
	b := newBench()
	for i, c := range []struct {
		title string
		still bool
	}{{"Northland tariffs remain in place", true}, {"Northland tariffs take effect today", false}} {
		s := signal("north", "in-force", "tariff", "south")
		s.Sector, s.Spans = []string{"grain", "salt"}[i], []Span{{0, len(c.title)}}
		b.add([]string{"08:00", "08:10"}[i], "Demo Daily", c.title, c.title, "", s)
		row, _ := b.live().Signal(b.live().Signals(Filter{})[0])
		if row.Still != c.still {
			t.Errorf("%q: still %v", c.title, row.Still)
		}
	}
	old := signal("coast", "imposed", "warrant", "south")
	old.Historical = true
	b.add("09:00", "Demo Wire", "9", "The harbour court issued its warrant in May 2023", "", old)
	if anew := b.live().Signals(Filter{Anew: true}); len(anew) != 1 {
		t.Errorf("%d acts of today", len(anew))
	}
	if row, _ := b.live().Signal(b.live().Signals(Filter{})[0]); row.ActOf != "2023" {
		t.Errorf("an act of %q", row.ActOf)
	}
}

func TestALicenceEndsNoOfferAndOneOfOldNoRelief(t *testing.T) {
	for _, c := range []struct {
		name, action, want string
		old                bool
	}{
		{"an offer", "offered", "offered", false},
		{"relief beside a licence of old", "eased", "licensed", true},
		{"relief by the licence", "eased", "", false},
	} {
		b := newBench()
		licence := signal("south", "offered", "tariff", "north")
		licence.Temporary, licence.Historical, licence.Expires = true, c.old, at("10:05").Format(time.RFC3339)
		b.add("10:00", "Demo Daily", "a", "Harbour dues", "", signal("north", c.action, "oil-ban", "north"))
		b.add("10:01", "Demo Wire", "b", "Harbour dues", "", licence)
		board := b.r.AsOf(at("10:30"), BySeen)
		l := board.Ladders(Filter{})
		if s := board.Standing(&l[0]); len(l) != 1 || s.Relief != c.want {
			t.Errorf("%s: relief %q, want %q", c.name, s.Relief, c.want)
		}
	}
}

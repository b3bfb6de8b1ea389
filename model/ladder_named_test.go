package model

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestASignalMovesToTheTargetThatALaterReportNames has a threat without a target, a
// report that names it, and others in between and after.
func TestASignalMovesToTheTargetThatALaterReportNames(t *testing.T) {
	threat := signal("north", "threatened", "tariff", "south")
	nameless := threat
	nameless.Target = nil
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Northland threatens tariffs", "", nameless)
	b.add("10:02", "Demo Wire", "2", "Northland imposes an oil ban on Southland", "", signal("north", "imposed", "oil-ban", "south"))
	b.add("10:05", "Demo Post", "1", "Northland threatens Southland with tariffs", "", threat)
	ladder := func(r *Record, moment string, clock Clock, target string) []Ref {
		board := r.AsOf(at(moment), clock)
		for _, l := range board.Ladders(Filter{}) {
			if l.Target.ID == target {
				board.Standing(&l)
				return l.Refs
			}
		}
		return nil
	}
	first := only(t, b.r.AsOf(at("10:01"), BySeen).Signals(Filter{}))
	check := func(when string) {
		t.Helper()
		from := b.r
		blob := from.Encode()
		again := NewRecord(demoCase(), b.texts)
		if err := again.Decode(blob); err != nil {
			t.Fatal(err)
		}
		for _, r := range []*Record{from, again} {
			for _, clock := range []Clock{BySeen, ByPublished} {
				for _, c := range []struct {
					moment        string
					nobody, south int
				}{{"10:01", 1, 0}, {"10:04", 1, 1}, {"10:06", 0, 2}} {
					if clock == ByPublished {
						c.moment = at(c.moment).Add(-3 * time.Minute).Format("15:04") // they are out three minutes before
					}
					none, south := ladder(r, c.moment, clock, ""), ladder(r, c.moment, clock, "south")
					if len(none) != c.nobody || len(south) != c.south {
						t.Errorf("%s, clock %d at %s: %d signals on nobody, %d on Southland, want %d and %d", when, clock, c.moment, len(none), len(south), c.nobody, c.south)
					}
					if of := r.AsOf(at(c.moment), clock).Signals(Filter{Actor: "south"}); len(of) != c.south {
						t.Errorf("%s, clock %d at %s: the filter finds %d of Southland, want %d", when, clock, c.moment, len(of), c.south)
					}
					if c.south == 2 && south[0] != first {
						t.Errorf("%s, clock %d: the ladder is not in order: %v", when, clock, south)
					}
				}
			}
		}
	}
	check("in its minute")
	b.add("10:20", "Demo Wire", "3", "Nothing else", "")
	check("when the minute is over")
	held := b.r.AsOf(at("10:04"), BySeen).Ladders(Filter{})
	b.add("10:30", "Demo Post", "3", "Northland eases", "", signal("north", "eased", "tariff", "south"))
	b.add("10:40", "Demo Post", "4", "Nothing else", "")
	if i := slices.IndexFunc(held, func(l Ladder) bool { return l.Target.ID == "south" }); len(held[i].Refs) != 1 {
		t.Errorf("a ladder that was handed out grew: %v", held[i].Refs)
	}
}

func TestTwoTargetsAreNotOneSignalForAReportOfNeither(t *testing.T) {
	on := func(target string) Signal { return signal("north", "threatened", "tariff", target) }
	nameless := on("")
	nameless.Target = nil
	for _, told := range [][]Signal{{on("south"), nameless, on("coast")}, {nameless, on("south"), on("coast")}} {
		b := newBench()
		for i, s := range told {
			b.add([]string{"10:00", "10:02", "10:04"}[i], []string{"Demo Wire", "Demo Post", "Demo Daily"}[i], "1", "Northland threatens tariffs", "", s)
		}
		if n := len(b.live().Signals(Filter{})); n != 2 {
			t.Errorf("threats to two are %d signals", n)
		}
	}
}

func TestWhatExpiresIsNamed(t *testing.T) {
	b := newBench()
	licence, plain := signal("north", "licensed", "licence", "south"), signal("north", "eased", "sanctions", "south")
	licence.Temporary, licence.Expires = true, day.Add(76*time.Hour+time.Minute).Format(time.RFC3339)
	plain.Temporary, plain.Expires = true, "2031-03-17"
	b.add("08:00", "Demo North Office", "1", "General Licence 40 lets Southland grain ships in", "", licence)
	b.add("08:05", "Demo Post", "1", "Northland eases Southland sanctions until 17 March", "", plain)
	vague := licence
	vague.Expires = "2031-03-17"
	b.add("08:06", "Demo Wire", "1", "Northland licence runs until 17 March", "", vague)
	b.add("09:00", "Demo Daily", "1", "All sanctions on Southland remain in force", "", signal("north", "in-force", "sanctions", "south"))
	board := b.live()
	l := board.Ladders(Filter{})[0]
	s := board.Standing(&l)
	if s.Rung != "in-force" || s.Relief != "licensed" {
		t.Errorf("%s, relief %q: what somebody says is in force ends no licence", s.Rung, s.Relief)
	}
	if s.NextWhy != "licence expires" || !s.Next.Equal(day.Add(76*time.Hour+time.Minute)) {
		t.Errorf("%s at %s: want the licence, by the report that tells the minute", s.NextWhy, s.Next)
	}
	var out strings.Builder
	if err := WriteBrief(&out, board, BriefOptions{}); err != nil || !strings.Contains(out.String(), "in-force (by Northland), relief licensed (by Northland); licence expires ") {
		t.Errorf("%v in the brief:\n%s", err, out.String())
	}
}

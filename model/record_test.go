package model

import (
	"sync"
	"testing"
	"time"
)

func TestOneUtteranceInSeveralReports(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Vell: talks 'quite useful and very thorough' today", "", says("vell", "quite useful and very thorough", "optimistic"))
	b.add("10:20", "Demo Post", "p1", "Northland premier calls talks 'useful and thorough'", "", says("vell", "useful and thorough", "optimistic"))
	b.add("10:30", "Demo Post", "p2", "Osk: no comment on grain", "", says("osk", "no comment on grain", "no-comment"))
	board := b.live()
	if n := len(board.Statements(Filter{})); n != 2 {
		t.Fatalf("want 2 statements, have %d", n)
	}
	row, ok := board.Statement(only(t, board.Statements(Filter{Actor: "vell"})))
	if !ok || len(row.Evidence) != 2 || len(row.Variants) != 1 {
		t.Fatalf("want 2 reports and a variant, have %+v", row)
	}
	if row.Statement.Content.Text != "quite useful and very thorough" || row.Certainty.Level != Corroborated {
		t.Errorf("leading %q, certainty %+v", row.Statement.Content.Text, row.Certainty)
	}
	early := b.r.AsOf(at("10:10"), BySeen)
	row, _ = early.Statement(row.Ref)
	if len(row.Evidence) != 1 || row.Certainty.Level != Single || row.Certainty.Needs == "" {
		t.Errorf("before the second report: %+v", row.Certainty)
	}
	if n := len(b.r.AsOf(at("09:59"), BySeen).Statements(Filter{})); n != 0 {
		t.Errorf("%d statements before the first report", n)
	}
}

func TestABoardStaysWhatItIs(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Vell 'will not sign a bad paper'", "", says("vell", "will not sign a bad paper", "rejection"))
	board := b.live()
	b.add("10:00", "Demo Post", "p1", "Vell: 'I will not sign a bad paper'", "", says("vell", "I will not sign a bad paper", "rejection"))
	b.add("11:00", "Demo Wire", "w1", "Vell says she 'will not sign a bad paper'", "", says("vell", "will not sign a bad paper", "rejection"))
	row, ok := board.Statement(only(t, board.Statements(Filter{})))
	if !ok || len(row.Evidence) != 1 {
		t.Errorf("the old board has %d reports, want 1", len(row.Evidence))
	}
	row, _ = b.live().Statement(row.Ref)
	if len(row.Evidence) != 3 {
		t.Errorf("the new board has %d reports, want 3", len(row.Evidence))
	}
}

func TestPhasesMoveByReportsOnly(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Daily", "d0", "Working lunch planned after talks", "", event("meeting", Planned).on("12:30"))
	b.add("09:05", "Demo Daily", "d1", "Vell lands", "", event("arrival", Done, "vell").on("09:02"))
	b.add("10:15", "Demo Wire", "w1", "Vell and Osk begin one-on-one", "", event("meeting", UnderWay, "vell", "osk").on("10:10"))
	b.add("13:00", "Demo Wire", "w2", "Working lunch dropped", "", event("cancellation", Done))
	b.add("15:20", "Demo Post", "p1", "Press conference begins", "", event("press", UnderWay, "vell", "osk").on("15:18"))
	for _, c := range []struct {
		at   string
		want []PhaseStatus
	}{
		{"08:30", []PhaseStatus{PhasePlanned, PhasePlanned, PhasePlanned, PhasePlanned, PhasePlanned}},
		{"11:00", []PhaseStatus{PhaseDone, PhaseUnderWay, PhasePlanned, PhasePlanned, PhasePlanned}},
		{"15:30", []PhaseStatus{PhaseDone, PhaseUnderWay, PhaseCancelled, PhaseUnderWay, PhasePlanned}},
	} {
		for i, p := range b.r.AsOf(at(c.at), BySeen).Phases() {
			if p.Status != c.want[i] {
				t.Errorf("%s %s: %s, want %s", c.at, p.Phase.ID, p.Status, c.want[i])
			}
		}
	}
}

func TestAPhaseOfWhichNobodyTellsWasNotNotHeld(t *testing.T) {
	b := newBench()
	b.add("10:15", "Demo Wire", "w1", "Vell and Osk begin one-on-one", "", event("meeting", Done, "vell", "osk").on("10:10"))
	b.add("17:30", "Demo Daily", "d1", "Vell leaves", "", event("departure", Done, "vell").on("17:20"))
	for _, p := range b.r.AsOf(at("18:00"), BySeen).Phases() {
		if reported := p.Phase.ID == "talks" || p.Phase.ID == "departure"; !reported && p.Status != PhaseOverdue {
			t.Errorf("%s: %s, want %s", p.Phase.ID, p.Status, PhaseOverdue)
		}
	}
}

func TestAPhaseThatASentenceDrops(t *testing.T) {
	for _, c := range []struct {
		text string
		want PhaseStatus
	}{
		{"The leaders spoke for an hour. The working lunch was called off, aides said.", PhaseCancelled},
		{"The lunch has not been touched by the changes. Grain talks were called off.", PhasePlanned},
		{"Lunch is not cancelled, aides insist.", PhasePlanned},
		{"LUNCH WILL NOT BE HELD", PhaseCancelled},
	} {
		b := newBench()
		b.add("11:00", "Demo Daily", "1", "Vell and Osk talk on", c.text)
		if got := b.live().Phases()[2].Status; got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
		b.add("11:30", "Demo Daily", "1", "Vell and Osk talk on", "Lunch is served.")
		if got := b.live().Phases()[2].Status; got != PhasePlanned {
			t.Errorf("%q and then edited out: %s", c.text, got)
		}
	}
}

func TestAThreatIsNoImposition(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Northland threatens tariff", "", signal("north", "threatened", "tariff", "south"))
	b.add("11:00", "Demo Daily", "d2", "Coastland calls for sanctions", "", signal("north", "called-for", "sanctions", "south"))
	old := signal("north", "imposed", "oil-ban", "south")
	old.Historical = true
	b.add("11:30", "Demo Daily", "d3", "Ban dates from last year", "", old)
	licence := signal("north", "lifted", "sanctions", "south")
	licence.Temporary, licence.Expires = true, at("20:00").Format(time.RFC3339)
	b.add("12:00", "Demo Daily", "d4", "Northland waives for a day", "", licence)
	board := b.live()
	l := board.Ladders(Filter{})
	if s := board.Standing(&l[0]); len(l) != 1 || s.Rung != "threatened" || s.Relief != "licensed" || s.NextWhy != "licence expires" {
		t.Fatalf("ladder %+v, standing %+v", l, s)
	}
	board = b.r.AsOf(at("21:00"), BySeen)
	if late := board.Standing(&board.Ladders(Filter{})[0]); late.Relief != "" {
		t.Errorf("relief still %q after it expired", late.Relief)
	}
}

func TestReadersWhileTheRecordGrows(t *testing.T) {
	texts := NewMemoryTexts()
	r := NewRecord(demoCase(), texts)
	log := makeLog(600)
	for _, e := range log {
		texts.Put(e.v, e.rd)
	}
	done := make(chan struct{})
	var readers sync.WaitGroup
	for n := range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				at := time.Time{}
				if n > 0 {
					at = log[100*n].v.Seen
				}
				b := r.AsOf(at, Clock(n%2))
				before := len(b.Statements(Filter{}))
				b.Actors(Filter{})
				b.Ladders(Filter{})
				b.Phases()
				b.Conflicts()
				b.Moments(Filter{})
				for _, ref := range first(b.Statements(Filter{}), 5) {
					if _, ok := b.Statement(ref); !ok {
						t.Error("a listed statement has no row")
					}
				}
				if now := len(b.Statements(Filter{})); now != before {
					t.Errorf("a board went from %d to %d statements", before, now)
				}
			}
		})
	}
	for _, e := range log {
		r.Add(e.v, e.rd)
	}
	close(done)
	readers.Wait()
}

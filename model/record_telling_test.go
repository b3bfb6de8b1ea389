package model

import (
	"testing"
	"time"
)

// retells is what a report says of somebody's words without quoting them.
func retells(who, words string) Statement {
	s := says(who, words, "assertion")
	s.Mode, s.Quotes = Indirect, nil
	return s
}

func TestNamesInCommonAreNoWordsInCommon(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		rows       int
	}{
		{"one meeting, two claims", "Vell and Osk agreed in principle to meet", "venue agreed for a meeting of Vell and Osk", 2},
		{"plans and borders", "Vell and Osk of Southland will discuss borders of Northland", "Vell will sound out Osk of Southland over ending the siege of Northland", 2},
		{"who else comes", "the meeting of Vell and Osk on Friday is a hearing", "Osk in the hall for the meeting of Vell on Friday", 2},
		{"a part of it", "Osk wants to meet Vell", "work on a table for Osk to meet Vell has begun", 2},
		{"one claim", "a venue for the meeting of Ana Vell and Tomas Osk had been agreed", "venue agreed for a meeting of Vell and Osk", 1},
		{"names only", "the meeting of Vell and Osk on Friday", "Vell and Osk meet Friday", 1},
		{"one word that tells, denied", "no talk of a tunnel between Northland and Southland", "tunnel of Northland with Southland not discussed", 1},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "One", "", retells("osk", c.a))
		b.add("10:30", "Demo Post", "1", "Two", "", retells("osk", c.b))
		if n := len(b.live().Statements(Filter{})); n != c.rows {
			t.Errorf("%s: %d statements, want %d", c.name, n, c.rows)
		}
	}
}

func TestWhatANamelessReporterTellsIsNoRefusal(t *testing.T) {
	refusal := retells("osk", "Northland's reported plan of landing troops against harbour smugglers")
	refusal.Type = "rejection"
	b := newBench()
	b.add("10:00", "Demo Daily", "1", "One", "", refusal)
	b.add("10:30", "Demo Post", "1", "Two", "", retells(Unnamed, "Northland plans landing troops against harbour smugglers"))
	if n := len(b.live().Statements(Filter{})); n != 2 {
		t.Errorf("%d statements, want 2", n)
	}
}

func TestAMeasureWithoutATargetIsAnyOnesOnlyByItsWords(t *testing.T) {
	nameless := signal("north", "threatened", "tariff")
	for _, c := range []struct {
		a, b string
		out  int // hours between the two
		rows int
	}{
		{"Southland expects a tariff on its cheese", "Northland to issue order on tariff for salt", 0, 2},
		{"Southland expects a tariff on its cheese", "Northland tariff on cheese expected", 0, 1},
		{"Southland expects a tariff on its cheese", "Northland tariff on cheese expected", 60, 2},
	} {
		b := newBench()
		b.add("10:00", "Demo Wire", "1", c.a, "", signal("north", "threatened", "tariff", "south"), func(v *Version) { v.Published = at("10:00").Add(-72 * time.Hour) })
		b.add("10:30", "Demo Post", "1", c.b, "", nameless, func(v *Version) { v.Published = at("10:00").Add(-72*time.Hour + time.Duration(c.out)*time.Hour) })
		if n := len(b.live().Signals(Filter{})); n != c.rows {
			t.Errorf("%q and %q, %d h apart: %d signals, want %d", c.a, c.b, c.out, n, c.rows)
		}
	}
}

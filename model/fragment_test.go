package model

import (
	"strings"
	"testing"
)

func TestWhatIsAFragment(t *testing.T) {
	for words, want := range map[string]bool{
		"cash for coal": true, "Coastland": true, "quotas": true, "": true,
		"we did not get there": false, "It's over": false, "the harbour stays open until spring": false, "Gotta sign it": false,
	} {
		s := says("vell", words, "assertion")
		if got := s.Fragment(); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
	told := says("vell", "Osk wants peace", "assertion")
	told.Mode, told.Cue.Text = Indirect, "says"
	if told.Fragment() {
		t.Error("a clause behind says is no fragment")
	}
	told.Cue.Text = "speaks of"
	if !told.Fragment() {
		t.Error("three words that are spoken of are one")
	}
}

func TestAFragmentDoesNotLead(t *testing.T) {
	spoken := says("vell", "cash for coal", "assertion")
	spoken.Mode, spoken.Cue.Text = Indirect, "speaks of"
	latest := func(b *bench) (pane, brief string) {
		for _, a := range b.live().Actors(Filter{}) {
			if a.Actor.ID == "vell" {
				row, _ := b.live().Statement(a.Last)
				pane = row.Statement.Words()
			}
		}
		_, brief, _ = strings.Cut(briefOf(t, b.live()), "## Latest quotation of each actor")
		return pane, brief
	}
	for _, clock := range []Clock{BySeen, ByPublished} {
		b := newBench()
		b.add("02:00", "Demo Daily", "1", "Vell: the quays stay shut until the spring", "", says("vell", "the quays stay shut until the spring", "assertion"))
		b.add("20:00", "Demo Post", "1", "Vell speaks of cash for coal", "", spoken)
		for _, a := range b.r.AsOf(at("23:00"), clock).Actors(Filter{}) {
			if row, _ := b.live().Statement(a.Last); row.Statement.Words() != "the quays stay shut until the spring" {
				t.Errorf("clock %v: %q leads", clock, row.Statement.Words())
			}
		}
		if _, brief := latest(b); !strings.Contains(brief, "the quays stay shut") {
			t.Errorf("%s", brief)
		}
		// The fragment stays a fact.
		if n := len(b.live().Statements(Filter{})); n != 2 {
			t.Errorf("%d statements", n)
		}
	}
	marked := newBench()
	marked.add("20:00", "Demo Post", "1", "UPDATE 1-Vell speaks of cash for coal", "", spoken, OpUpdate, func(v *Version) { v.OpTitle = "Vell speaks of cash for coal" })
	if _, brief := latest(marked); !strings.Contains(brief, ": Vell speaks of cash for coal") {
		t.Errorf("%s", brief)
	}
	alone := newBench()
	alone.add("20:00", "Demo Post", "1", "Vell speaks of cash for coal", "", spoken)
	if pane, brief := latest(alone); pane != "cash for coal" || !strings.Contains(brief, "Vell speaks of cash for coal") {
		t.Errorf("alone it is told within its sentence: %q, %s", pane, brief)
	}
}

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
		_, brief, _ = strings.Cut(briefOf(t, b.live()), "## Latest statement of each actor")
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

func TestWordsThatMakeNoClauseAreToldWithTheirVerb(t *testing.T) {
	for _, c := range []struct{ cue, words, verb string }{
		{"played down", "the harbour talks of both premiers in Tarn", "played down"},
		{"described", "the talks as “useful and frank”", "described"},
		{"wants", "to know how the harbour is run", "wants"},
		{"says", "talks with Osk soon", ""},
		{"", "talks ‘useful and frank’", ""},
		{"claims", "Osk is ready to sign the harbour treaty", ""},
	} {
		s := says("vell", c.words, "assertion")
		s.Mode, s.Quotes, s.Cue.Text = Indirect, nil, c.cue
		if got := s.Verb(); got != c.verb {
			t.Errorf("%s %s: verb %q, want %q", c.cue, c.words, got, c.verb)
		}
		b := newBench()
		title := "Vell " + c.cue + " " + c.words
		b.add("20:00", "Demo Post", "1", title, "", s)
		facts, latest, _ := strings.Cut(briefOf(t, b.live()), "## Latest statement of each actor")
		if want := "**Ana Vell** (" + c.verb + "): "; c.verb != "" && !strings.Contains(facts, want) || c.verb == "" && !strings.Contains(facts, "**Ana Vell**: ") {
			t.Errorf("no %q in %s", want, facts)
		}
		if c.verb != "" && !strings.Contains(latest, ": "+title) {
			t.Errorf("%q is not told whole in %s", title, latest)
		}
	}
	called := says("vell", "it “tense”", "assertion")
	if called.Mode, called.Cue.Text = Mixed, "called"; called.Verb() != "called" {
		t.Errorf("a pronoun makes no clause: %q", called.Verb())
	}
	dropped := says("vell", "her demand for a truce", "concession")
	if dropped.Mode, dropped.Cue.Text = Indirect, "dropped"; dropped.Verb() != "dropped" {
		t.Errorf("a demand that was dropped is not what was conceded: %q", dropped.Verb())
	}
	granted := says("vell", "the quay is to go to Osk", "concession")
	if granted.Mode, granted.Cue.Text = Indirect, "concedes"; granted.Verb() != "" {
		t.Errorf("what was conceded stands for itself: %q", granted.Verb())
	}
	spoken := says("vell", "the harbour talks of both premiers in Tarn", "rejection")
	spoken.Mode, spoken.Cue.Text = Indirect, "dismissed"
	if spoken.Verb() != "" {
		t.Error("the type says what is done to the words")
	}
}

// What somebody did not do is told with the words that say so, in a brief too.
func TestWhatWasNotDoneIsToldWithTheWordsThatSaySo(t *testing.T) {
	for cue, kind := range map[string]string{"has not threatened": "has not threatened", "never promised": "never promised", "didn’t offer": "didn’t offer", "threatens": "threat", "notes": "threat"} {
		s := says("vell", "to leave the talks in Tarn", "threat")
		s.Mode, s.Quotes, s.Cue.Text = Indirect, nil, cue
		b := newBench()
		b.add("20:00", "Demo Post", "1", "Vell "+cue+" to leave the talks in Tarn", "", s)
		facts, _, _ := strings.Cut(briefOf(t, b.live()), "## Latest statement of each actor")
		if want := "**Ana Vell** (" + kind + "): to leave"; !strings.Contains(facts, want) {
			t.Errorf("no %q in %s", want, facts)
		}
	}
	silent := says("vell", "when it begins", "no-comment")
	if silent.Cue.Text = "did not say"; silent.Verb() != "" {
		t.Error("no comment is a type of its own")
	}
}

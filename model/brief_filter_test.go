package model

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func noteOf(b *Board, f Filter) *note { return newNote(b, BriefOptions{Filter: f}) }

func TestBriefHoldsOnlyWhatPassesItsFilter(t *testing.T) {
	board := briefBench().r.AsOf(at("10:00"), BySeen)
	for _, c := range []struct {
		name                                             string
		f                                                Filter
		facts, conflicts, changed, ladders, actors, next int
	}{
		{"all", Filter{}, 4, 1, 1, 1, 2, 5},
		{"who", Filter{Actor: "vell"}, 2, 1, 0, 0, 1, 5},
		{"on whom", Filter{Types: []string{"threatened"}}, 1, 0, 0, 1, 0, 5},
		{"words", Filter{Text: "waits"}, 1, 0, 1, 0, 1, 5},
		{"nothing", Filter{Text: "comet"}, 0, 0, 0, 0, 0, 5},
	} {
		n := noteOf(board, c.f)
		have := []int{len(n.Confirmed) + len(n.Unconfirmed), len(n.Conflicts), len(n.Changed), len(n.Ladder), len(n.Actors), len(n.Next)}
		if want := []int{c.facts, c.conflicts, c.changed, c.ladders, c.actors, c.next}; !slices.Equal(have, want) {
			t.Errorf("%s: %v, want %v", c.name, have, want)
		}
	}
	var out bytes.Buffer
	if err := WriteBrief(&out, board, BriefOptions{Filter: Filter{Actor: "vell"}, Asked: "actor:vell"}); err != nil || !strings.Contains(out.String(), "Only what matches: actor:vell") {
		t.Errorf("%v: the head does not say what was asked\n%s", err, out.String())
	}
}

func TestBriefTellsOnceWhatNobodyByNameSays(t *testing.T) {
	b := newBench()
	title := "Lunch called off, reports say"
	s := says(Unnamed, "Lunch called off", "assertion")
	s.Mode = Indirect
	b.add("09:45", "Demo Wire", "5", title, "", event("cancellation", Done).named(title, "Lunch called off"), s)
	b.add("09:46", "Demo Wire", "6", "Prices at the harbour rise, reports say", "", says(Unnamed, "Prices at the harbour rise", "assertion"))
	n := noteOf(b.r.AsOf(at("10:00"), BySeen), Filter{})
	var kinds []string
	for _, f := range n.Unconfirmed {
		kinds = append(kinds, f.Kind+": "+f.Text)
	}
	if want := []string{"event: lunch called off", "statement: Prices at the harbour rise"}; len(kinds) != 2 || !strings.HasPrefix(kinds[0], "event") || kinds[1] != want[1] {
		t.Errorf("the note has %q, want %q", kinds, want)
	}
}

func TestBriefNamesASourceOnceAndTheFirstInFront(t *testing.T) {
	b := newBench()
	words := "we have reached an agreement on the harbour"
	told := says("vell", words, "accord-claim")
	told.Mode, told.Quotes = Indirect, nil // less full than the one that comes later
	b.add("09:00", "Demo Post", "1", "Vell on the harbour", words, told)
	b.add("09:05", "Demo Daily", "1", "Vell hails talks", words, says("vell", words, "accord-claim"))
	none := "there was no deal"
	b.add("09:10", "Demo Wire", "1", "Osk denies", none, says("osk", none, "denial"))
	b.add("09:20", "Demo Wire", "1", "Osk denies it all", none, says("osk", none, "denial"))
	n := noteOf(b.live(), Filter{})
	for _, c := range n.Conflicts {
		for _, s := range c.Sides {
			for i := range s.Sources {
				if slices.Contains(s.Sources[:i], s.Sources[i]) {
					t.Errorf("%s is named twice: %+v", s.Sources[i].Feed, s.Sources)
				}
			}
		}
	}
	facts := slices.Concat(n.Confirmed, n.Unconfirmed)
	i := slices.IndexFunc(facts, func(f noteFact) bool { return len(f.Sources) == 2 })
	if i < 0 || facts[i].Sources[0].Feed != "Demo Post" {
		t.Errorf("who had it first does not stand in front: %+v", facts)
	}
}

func TestBriefHasCorrectionsFirstAndThenWhatChangedLast(t *testing.T) {
	b := newBench()
	for _, v := range []struct{ at, id, title string }{{"09:00", "1", "A barge is late"}, {"09:01", "2", "A tug is late"}, {"09:02", "3", "A ferry is late"}} {
		b.add(v.at, "Demo Post", v.id, v.title, "")
	}
	b.add("09:10", "Demo Post", "1", "A barge was late", "")
	b.add("09:12", "Demo Post", "3", "CORRECTED-A ferry is on time", "", OpCorrected)
	b.add("09:15", "Demo Post", "2", "A tug was late", "")
	b.add("09:20", "Demo Post", "1", "A barge was very late", "")
	var have []string
	for _, c := range noteOf(b.live(), Filter{}).Changed {
		have = append(have, c.Now)
	}
	if want := []string{"CORRECTED-A ferry is on time", "A barge was very late", "A tug was late"}; !slices.Equal(have, want) {
		t.Errorf("%q, want %q", have, want)
	}
}

func TestOneWordIsTheSameWithItsSmallWords(t *testing.T) {
	for _, c := range []struct {
		one, two string
		rows     int
	}{
		{"it was up to Osk now", "deal up to Osk", 1},
		{"it is up to Osk", "it is up to Vell", 2},
		{"against Osk", "up to Osk", 2},
		{"Osk", "up to Osk", 2},
		{"up to Osk", "signing ships and grain is up to Osk", 2},
	} {
		b := newBench()
		for i, words := range []string{c.one, c.two} {
			s := says("vell", words, "assertion")
			s.Mode, s.Quotes = Indirect, nil
			b.add([]string{"09:00", "09:04"}[i], []string{"Demo Post", "Demo Daily"}[i], "1", "Vell speaks", words, s)
		}
		if n := len(b.live().Statements(Filter{})); n != c.rows {
			t.Errorf("%q and %q are %d statements, want %d", c.one, c.two, n, c.rows)
		}
	}
}

func TestBriefTellsWhatIsSurerNow(t *testing.T) {
	b := newBench()
	words := "every barge will pay its dues at the harbour"
	b.add("08:00", "Demo Post", "1", "Vell on dues", words, says("vell", words, "threat"))
	b.add("09:40", "Demo Daily", "1", "Vell vows dues", words, says("vell", words, "threat"))
	b.add("09:45", "Demo Daily", "2", "Osk waits", "", says("osk", "we wait for grain and for the ferry", "assertion"))
	n := newNote(b.live(), BriefOptions{Since: at("09:00")})
	if len(n.Confirmed) != 1 || n.Confirmed[0].Text != words || len(n.Unconfirmed) != 1 {
		t.Errorf("confirmed %+v, unconfirmed %+v", n.Confirmed, n.Unconfirmed)
	}
}

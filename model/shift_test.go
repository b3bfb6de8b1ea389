package model

import "testing"

func TestAConditionThatOneReportLeavesOutIsNoTurn(t *testing.T) {
	offer := func(words, modality string) Statement {
		s := says("vell", words, "offer")
		s.Mode, s.Quotes, s.Modality = Indirect, nil, modality
		return s
	}
	given := offer("to keep the northern gate shut to trawlers next spring provided that Southland follows", "conditional")
	short := offer("longer truce on trawlers", "asserted")
	nextDay := func(v *Version) {
		v.Seen, v.Published = v.Seen.AddDate(0, 0, 2), v.Published.AddDate(0, 0, 2)
	}
	for _, c := range []struct {
		name  string
		build func(b *bench)
		turns []string
	}{
		{"a shorter headline", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "A", "", given)
			b.add("11:00", "Demo Post", "1", "B", "", short)
		}, []string{"", ""}},
		{"a fuller text", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "A", "", short)
			b.add("11:00", "Demo Post", "1", "B", "", given)
		}, []string{"", ""}},
		{"in plain words", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "A", "", given)
			b.add("11:00", "Demo Post", "1", "B", "", offer("peace for all trawlers without preconditions", "asserted"))
		}, []string{"", "offer no longer under a condition"}},
		{"days later", func(b *bench) {
			b.add("09:00", "Demo Daily", "1", "A", "", given)
			b.add("11:00", "Demo Post", "1", "B", "", short, nextDay)
		}, []string{"", "offer no longer under a condition"}},
	} {
		b := newBench()
		c.build(b)
		path := b.live().Positions("vell", "")
		var turns []string
		for _, p := range path {
			turns = append(turns, p.Turn)
		}
		if len(turns) != 2 || turns[0] != c.turns[0] || turns[1] != c.turns[1] {
			t.Errorf("%s: %q, want %q", c.name, turns, c.turns)
		}
	}
}

// A feed's first poll brings articles of long ago after the news of today.
func TestAnOldReportSeenLateIsNoTurn(t *testing.T) {
	b := newBench()
	words := func(s Statement) Statement { s.Mode, s.Quotes = Indirect, nil; return s }
	b.add("09:00", "Demo Daily", "1", "A", "", words(says("vell", "to lift the toll on trawlers", "offer")))
	b.add("11:00", "Demo Post", "2", "B", "", words(says("vell", "a toll on trawlers", "threat")), func(v *Version) { v.Published = at("08:00").AddDate(0, -3, 0) })
	path := b.live().Positions("vell", "")
	if len(path) != 2 || path[0].Type != "threat" || path[1].Type != "offer" {
		t.Fatalf("%+v", path)
	}
	if want := "threat softened to offer"; path[0].Turn != "" || path[1].Turn != want || path[1].Was != path[0].Ref {
		t.Errorf("turns %q and %q, want none and %q", path[0].Turn, path[1].Turn, want)
	}
	if got := path[0].At; !got.Equal(at("08:00").AddDate(0, -3, 0)) {
		t.Errorf("taken at %s, not when it came out", got)
	}
}

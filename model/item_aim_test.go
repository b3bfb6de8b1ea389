package model

import (
	"strings"
	"testing"
)

func TestACorrectionOfAnotherHeadlineFindsWhatItCorrects(t *testing.T) {
	agreed := Statement{Mode: Indirect, Speaker: Speaker{Actor: "osk", Name: "Tomas Osk"}, Content: Phrase{Text: "to pull Southland guards back from the harbour by July"}, Type: "accord-claim", Modality: "asserted"}
	offered := agreed
	offered.Type = "offer"
	const (
		text  = "Tomas Osk agreed to pull Southland guards back from the harbour by July, an aide said."
		right = "Tomas Osk offered to pull Southland guards back from the harbour by July, an aide said."
	)
	for _, c := range []struct {
		name, feed  string
		also        func(b *bench)
		title, text string
		struck      bool
	}{
		{"by its text", "Demo Wire", nil, "CORRECTED-Osk offers pullback", right, true},
		{"of something else", "Demo Wire", nil, "CORRECTED-Osk to open trawler yard", "Tomas Osk will open a trawler yard in the north of Southland by July, an aide said.", false},
		{"of one of two that are alike", "Demo Wire", func(b *bench) {
			b.add("12:05", "Demo Wire", "2", "Osk agrees to full pullback", text, agreed)
		}, "CORRECTED-Osk offers pullback", right, false},
		{"of another house", "Demo Post", nil, "CORRECTED-Osk offers pullback", right, false},
	} {
		b := newBench()
		b.add("12:00", "Demo Wire", "1", "Osk agrees to pullback", text, agreed)
		if c.also != nil {
			c.also(b)
		}
		b.add("13:00", c.feed, "9", c.title, c.text, offered, OpCorrected)
		board := b.live()
		row, _ := board.Item(Ref{KindItem, 1})
		if (row.Struck == OpCorrected) != c.struck {
			t.Errorf("%s: %q", c.name, row.Struck)
		}
		if told := strings.Contains(briefOf(t, board), "corrected: ~~Osk agrees to pullback~~ → "); told != c.struck {
			t.Errorf("%s: the note tells what was corrected: %v", c.name, told)
		}
		if !c.struck {
			continue
		}
		said, _ := board.Statement(only(t, board.Statements(Filter{})))
		if said.Statement.Type != "offer" || said.Certainty.Sources != 1 {
			t.Errorf("%s: %s, %+v", c.name, said.Statement.Type, said.Certainty)
		}
		if early, _ := b.r.AsOf(at("12:30"), BySeen).Item(Ref{KindItem, 1}); early.Struck != OpNone {
			t.Errorf("%s: struck before", c.name)
		}
	}
}

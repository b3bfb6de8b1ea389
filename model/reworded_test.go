package model

import "testing"

func TestAnEditThatOnlyRewordsTakesNothingBack(t *testing.T) {
	quoted := says("vell", "close the northern harbour for good", "threat")
	for _, c := range []struct {
		name, title string
		says        []any
		stays       bool
	}{
		{"quotation marks dropped, read as nobody's words", "Vell will close the northern harbour for good", nil, true},
		{"quotation marks dropped, read as hers", "Vell will close the northern harbour for good", []any{says("vell", "will close the northern harbour for good", "threat")}, true},
		{"another spelling", "Vell to close the northern harbor for good", nil, true},
		{"trimmed", "Vell to close northern harbour", []any{says("vell", "close northern harbour", "threat")}, true},
		{"turned round", "Vell will not close the northern harbour for good", nil, false},
		{"another's words", "Osk to close the northern harbour for good", []any{says("osk", "close the northern harbour for good", "threat")}, false},
		{"nobody named", "Northern harbour to close for good", nil, false},
		{"gone", "Vell opens the grain fair", nil, false},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "Vell to ‘close the northern harbour for good’", "", quoted)
		b.add("11:00", "Demo Daily", "1", c.title, "", c.says...)
		board := b.live()
		row, ok := board.Statement(board.Statements(Filter{})[len(board.Statements(Filter{}))-1])
		if !ok || row.Struck == c.stays {
			t.Errorf("%s: struck %v, %+v", c.name, row.Struck, row.Certainty)
		}
		if n := len(board.Statements(Filter{})); c.stays && n != 1 {
			t.Errorf("%s: %d statements", c.name, n)
		}
	}
}

func TestWhoDeniesAndThenConfirmsSaysTwoThings(t *testing.T) {
	const words = "tariff on grain was suspended"
	for _, c := range []struct {
		name, feed, identity, typ string
		op                        Operation
		rows                      int
		struck                    bool
	}{
		{"corrected", "Demo Daily", "1", "assertion", OpCorrected, 2, true},
		{"edited", "Demo Daily", "1", "assertion", OpNone, 2, true},
		{"denied again", "Demo Daily", "1", "denial", OpNone, 1, false},
		{"told elsewhere", "Demo Post", "2", "assertion", OpNone, 2, false},
		{"denied elsewhere, too", "Demo Post", "2", "denial", OpNone, 1, false},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "Vell denies "+words, "", retellsAs("denial", words))
		b.add("11:00", c.feed, c.identity, "Vell on grain: "+words, "", c.op, retellsAs(c.typ, words))
		board := b.live()
		list := board.Statements(Filter{})
		if len(list) != c.rows {
			t.Errorf("%s: %d rows", c.name, len(list))
			continue
		}
		if row, _ := board.Statement(list[len(list)-1]); row.Struck != c.struck || row.Statement.Type != "denial" {
			t.Errorf("%s: struck %v, %s", c.name, row.Struck, row.Statement.Type)
		}
	}
}

func retellsAs(typ, words string) Statement {
	s := retells("vell", words)
	s.Type = typ
	return s
}

func TestSpellings(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"harbour", "harbor", true}, {"zelenskyy", "zelensky", true}, {"defenc", "defens", true},
		{"import", "export", false}, {"north", "south", false}, {"accept", "except", false}, {"trade", "trail", false}, {"2025", "2026", false},
	} {
		if spelledAlike(c.a, c.b) != c.same {
			t.Errorf("%s and %s", c.a, c.b)
		}
	}
}

func TestATitleThatSaysTheSameInOtherWordsTakesNothingBack(t *testing.T) {
	const first = "Harbour tolls pilot could help 30 ships into port, Osk says"
	for later, struck := range map[string]bool{
		"Pilot of harbour tolls may get 30 ships into port, says Osk":     false,
		"Pilot of harbour tolls may get 40 ships into port, says Osk":     true, // another figure
		"Pilot of harbour tolls will not get 30 ships into port: Osk":     true, // turned round
		"Pilot of harbour tolls may get 30 ships into port, captains say": true, // another's word
		"Osk opens the cheese fair of Tarn beside the port":               true,
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", first, "", retells("osk", "Harbour tolls pilot could help 30 ships into port"))
		b.add("11:00", "Demo Daily", "1", later, "")
		row, _ := b.live().Statement(only(t, b.live().Statements(Filter{})))
		if (row.Certainty.Level == Withdrawn) != struck {
			t.Errorf("%q: %s", later, row.Certainty.Level)
		}
	}
}

func TestAFigureThatWasEditedStandsWithThoseWhoHaveIt(t *testing.T) {
	b := newBench()
	words := func(day string) string { return "Vell will visit the harbour of Tarn on " + day + " April" }
	b.add("16:00", "Demo Daily", "1", "Osk: "+words("20"), "", worded("osk", words("20")))
	b.add("16:05", "Demo Post", "1", "Osk: "+words("30"), "", worded("osk", words("30")))
	b.add("16:20", "Demo Daily", "1", "Osk: "+words("30"), "", worded("osk", words("30")))
	for _, ref := range b.live().Statements(Filter{}) {
		row, _ := b.live().Statement(ref)
		if row.Statement.Content.Text == words("30") && (row.Certainty.Level != Single || row.Reports != 2) {
			t.Errorf("%d reports: %+v", row.Reports, row.Certainty)
		}
	}
}

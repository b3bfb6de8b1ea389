package ui

import (
	"strings"
	"testing"

	"parley/model"
)

// rowOf is the first line of the screen that holds a text, up to the edge of its pane.
func rowOf(r *reader, text string) string {
	for line := range strings.Lines(r.screen()) {
		if at := strings.Index(line, text); at >= 0 {
			row, _, _ := strings.Cut(line[at:], "│")
			return strings.TrimRight(row, " \n")
		}
	}
	return ""
}

func TestANoteIsSeenInItsRow(t *testing.T) {
	for _, w := range []int{40, 60, 80, 120, 200} {
		r := sit(t, summitDesk(), w, 36).press("2", "i", "text:ask", "enter")
		checkFrame(t, r.screen(), w, 36)
		if row := rowOf(r, "14:30  ○"); !strings.HasSuffix(row, " ✎") {
			t.Errorf("%d columns: %q", w, row)
		}
		if row := rowOf(r.press("m"), "14:30  ○"); !strings.HasSuffix(row, "✎✓") {
			t.Errorf("%d columns, checked: %q", w, row)
		}
		if row := rowOf(r.press("u", "u"), "14:30  ○"); strings.ContainsAny(row, "✎✓") {
			t.Errorf("%d columns, taken back: %q", w, row)
		}
		r.press("3", "i", "text:ask", "enter")
		if row := rowOf(r, "◇ licensed"); !strings.HasSuffix(row, "✎") {
			t.Errorf("%d columns: %q", w, row)
		}
		checkFrame(t, r.screen(), w, 36)
	}
	sit(t, summitDesk(), 120, 40).press("?").sees("✎ a note")
}

func TestAManyTimesReportedRowKeepsItsNoteBeforeItsTick(t *testing.T) {
	d := newFakeDesk()
	words := "The harbour stays open to all ships of Beland"
	d.feeds = nil
	for i := range 12 {
		name := "Demo " + string(rune('A'+i))
		d.feeds = append(d.feeds, model.Feed{Name: name, URL: "https://" + strings.ToLower(name[5:]) + ".demo.example/rss", Kind: model.Outlet})
	}
	d.record = model.NewRecord(model.Case{Summit: d.summit, Directory: d.dir, Feeds: d.feeds}, d.texts)
	for i, f := range d.feeds {
		d.add(talks(20, i), f.Name, "Maren: “"+words+"”, says "+f.Name+" "+remark(i), func(rd *model.Reading, title string) {
			rd.Statements = []model.Statement{d.statement(title, "maren", words, "promise", "asserted")}
		})
	}
	r := sit(t, d, 100, 30).press("2", "i", "text:ask", "enter", "m")
	if row := rowOf(r, "12:00  ◉"); !strings.HasSuffix(row, "×12✎") {
		t.Errorf("%q", row)
	}
}

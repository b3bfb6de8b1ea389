package model

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
)

// handed is a desk of two editors: what each noted and checked of three facts and two items.
func handed(t *testing.T) *bench {
	t.Helper()
	b := newBench()
	b.add("06:00", "Demo Wire", "1", "Northland imposed a tariff on Southland", "", signal("north", "imposed", "tariff", "south"))
	b.add("06:10", "Demo Post", "2", "Harbour guide", "")
	b.add("11:00", "Demo Daily", "3", "Osk: We will free 40 captured sailors", "", worded("osk", "We will free 40 captured sailors"))
	b.add("11:10", "Demo Daily", "4", "Vell and Osk to meet", "", event("meeting", Planned, "vell", "osk"))
	b.add("11:20", "Demo Post", "5", "Vell: The quay is shut", "", worded("vell", "The quay is shut"))
	b.add("11:30", "Demo Post", "5", "WITHDRAWN: the quay", "", OpWithdrawn)
	board := b.live()
	osk := only(t, board.Statements(Filter{Actor: "osk"}))
	marks := []Mark{
		{By: "ada", Verb: "note", On: osk, Value: "ask the *harbour* office for the list"},
		{By: "bo", Verb: "checked", On: osk},
		{By: "bo", Verb: "note", On: only(t, board.Signals(Filter{})), Value: "the decree has no date"},
		{By: "ada", Verb: "checked", On: only(t, board.Events(Filter{}))},
		{By: "ada", Verb: "note", On: Ref{KindItem, 2}, Value: "old prices"},
		{By: "ada", Verb: "ack", On: Ref{KindItem, 5}},
		{By: "ada", Verb: "note", On: osk, Value: "never mind"},
		{By: "ada", Verb: "undo", On: osk, Value: "7"},
	}
	for i, m := range marks {
		m.ID, m.At = int64(i+1), at("12:00").Add(time.Duration(i)*time.Minute)
		b.r.AddMark(m)
	}
	return b
}

func TestABriefHandsOverWhatEditorsNotedAndChecked(t *testing.T) {
	var out strings.Builder
	if err := WriteBrief(&out, handed(t).live(), BriefOptions{Since: at("10:00")}); err != nil {
		t.Fatal(err)
	}
	rest := out.String()
	for _, want := range []string{
		"## Unconfirmed\n", "**Tomas Osk**: ", "independent source)\n",
		"  - ✎ note by ada, Fri 14 Mar 04:00 AKDT: “ask the \\*harbour\\* office for the list”\n  - ✓ checked by bo, Fri 14 Mar 04:01 AKDT\n",
		"## Also noted or checked by hand\n",
		"Harbour guide — [Demo Post](https://example.invalid/2)\n  - ✎ note by ada, Fri 14 Mar 04:04 AKDT: “old prices”\n",
		"**Northland** imposed tariff on Southland — ", "  - ✎ note by bo, Fri 14 Mar 04:02 AKDT: “the decree has no date”\n",
		"## Changed or corrected\n", "  - ✓ correction acknowledged by ada, Fri 14 Mar 04:05 AKDT\n",
	} {
		_, after, ok := strings.Cut(rest, want)
		if !ok {
			t.Fatalf("%q is missing, or not in its place, in\n%s", want, out.String())
		}
		rest = after
	}
	for _, no := range []string{"never mind", "; checked by", "corroborated: checked"} {
		if strings.Contains(out.String(), no) {
			t.Errorf("%q in\n%s", no, out.String())
		}
	}
	if n := strings.Count(out.String(), "✓ checked by ada"); n != 1 {
		t.Errorf("the event is told %d times as checked:\n%s", n, out.String())
	}
	if note := briefOf(t, briefBench().live()); strings.Contains(note, "by hand") {
		t.Errorf("nothing was done by hand:\n%s", note)
	}
}

func TestWhatWasHandedOverBeforeIsNotHandedOverAgain(t *testing.T) {
	var out strings.Builder
	if err := WriteBrief(&out, handed(t).live(), BriefOptions{Since: at("12:03")}); err != nil {
		t.Fatal(err)
	}
	_, noted, _ := strings.Cut(out.String(), "## Also noted or checked by hand\n")
	noted, _, _ = strings.Cut(noted, "\n## ")
	if !strings.Contains(noted, "Harbour guide") || strings.Contains(noted, "decree") || strings.Contains(noted, "harbour") {
		t.Errorf("%s", noted)
	}
}

func TestOnlyTheNotesOnWhatAFilterKeepsAreHandedOver(t *testing.T) {
	var out strings.Builder
	opts := BriefOptions{Since: at("11:59"), Filter: Filter{Actor: "osk"}, Kinds: []Kind{KindStatement}}
	if err := WriteBrief(&out, handed(t).live(), opts); err != nil || !strings.Contains(out.String(), "office for the list") {
		t.Errorf("%v in\n%s", err, out.String())
	}
	for _, no := range []string{"decree", "old prices", "checked by ada"} {
		if strings.Contains(out.String(), no) {
			t.Errorf("%q in\n%s", no, out.String())
		}
	}
}

func TestANoteOnWhatFellOrIsOldSaysSo(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Daily", "1", "Vell: The quay is shut", "", worded("vell", "The quay is shut"))
	old := signal("north", "imposed", "tariff", "south")
	old.Historical = true
	b.add("06:10", "Demo Wire", "2", "Northland, which imposed a tariff on Southland, waits", "", old)
	board := b.live()
	b.r.AddMark(Mark{ID: 1, At: at("12:00"), By: "ada", Verb: "note", On: only(t, board.Statements(Filter{})), Value: "ring her office"})
	b.r.AddMark(Mark{ID: 2, At: at("12:01"), By: "ada", Verb: "note", On: only(t, board.Signals(Filter{})), Value: "of which year?"})
	b.add("12:10", "Demo Daily", "1", "WITHDRAWN: the quay", "", OpWithdrawn)
	note := briefOf(t, b.live())
	for _, want := range []string{"~~**Ana Vell**: The quay is shut~~ — no source stands (withdrawn: ", "imposed tariff on Southland, told as background — "} {
		if !strings.Contains(note, want) {
			t.Errorf("no %q in\n%s", want, note)
		}
	}
}

func TestMachinesReadWhatWasDoneByHand(t *testing.T) {
	var blob, table strings.Builder
	for out, format := range map[*strings.Builder]string{&blob: "json", &table: "csv"} {
		if err := WriteBrief(out, handed(t).live(), BriefOptions{Since: at("10:00"), Format: format}); err != nil {
			t.Fatal(err)
		}
	}
	var n note
	if err := json.Unmarshal([]byte(blob.String()), &n); err != nil || len(n.Noted) != 2 {
		t.Fatalf("%v, noted %+v", err, n.Noted)
	}
	i := slices.IndexFunc(n.Unconfirmed, func(f noteFact) bool { return f.Kind == "statement" })
	want := []noteMark{{"note", "ada", at("12:00"), "ask the *harbour* office for the list"}, {"checked", "bo", at("12:01"), ""}}
	if !slices.Equal(n.Unconfirmed[i].Hand, want) {
		t.Errorf("%+v", n.Unconfirmed[i].Hand)
	}
	rows, err := csv.NewReader(strings.NewReader(table.String())).ReadAll()
	if err != nil || rows[0][10] != "by hand" {
		t.Fatalf("%v in %s", err, table.String())
	}
	var cells []string
	for _, row := range rows[1:] {
		if row[10] != "" {
			cells = append(cells, row[0]+": "+row[10])
		}
	}
	for _, want := range []string{
		"unconfirmed: note by ada, 2031-03-14T12:00:00Z: “ask the *harbour* office for the list”; checked by bo, 2031-03-14T12:01:00Z",
		"noted: note by ada, 2031-03-14T12:04:00Z: “old prices”", "changed: correction acknowledged by ada, 2031-03-14T12:05:00Z",
	} {
		if !slices.Contains(cells, want) {
			t.Errorf("no %q among %q", want, cells)
		}
	}
}

package model

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func briefBench() *bench {
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "Leaders to meet at 11 a.m.", "", event("meeting", Planned, "vell", "osk").on("11:00"))
	b.add("08:10", "Demo Post", "1", "Leaders to meet at 11 p.m.", "", event("meeting", Planned, "vell", "osk").on("23:00"))
	b.add("09:00", "Demo Daily", "2", "Vell: =SUM(A1) is no policy", "", says("vell", "=SUM(A1) is no policy for a harbour", "criticism"))
	b.add("09:10", "Demo Post", "2", "Premier mocks sums", "", says("vell", "=SUM(A1) is no policy for a harbour", "criticism"))
	b.add("09:20", "Demo Daily", "3", "Osk *waits* [here]", "", says("osk", "we have *time* and [grain] to wait", "assertion"))
	b.add("09:30", "Demo Daily", "4", "Northland threatens tariff", "", signal("north", "threatened", "tariff", "south"))
	b.add("09:40", "Demo Daily", "3", "CORRECTED-Osk waits", "", says("osk", "we have *time* and [grain] to wait", "assertion"), OpCorrected)
	return b
}

func TestBriefHoldsWhatAnEditorNeeds(t *testing.T) {
	var out bytes.Buffer
	if err := WriteBrief(&out, briefBench().r.AsOf(at("10:00"), BySeen), BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	rest := out.String()
	for _, want := range []string{
		"# Demo summit: hand-over", "02:00 AKDT", "(2031-03-14 10:00 UTC)", "## Confirmed", "=SUM(A1) is no policy", "[Demo Post](https://example.invalid/2)",
		"## Unconfirmed", `we have \*time\* and \[grain\]`, "needs one independent source", "## Conflicts", "**time**", "## Changed or corrected",
		"corrected: ~~Osk", "## Sanction ladder", "**Southland**: threatened (by Northland)", "## Next on the agenda", "Working lunch, planned",
		"## Latest statement of each actor", "**Ana Vell**",
	} {
		_, after, ok := strings.Cut(rest, want)
		if !ok {
			t.Fatalf("%q is missing, or not in its place, in\n%s", want, out.String())
		}
		rest = after
	}
}

func TestBriefIsTheSameEachTime(t *testing.T) {
	for _, format := range []string{"md", "json", "csv"} {
		var one, two bytes.Buffer
		if err := WriteBrief(&one, briefBench().r.AsOf(at("10:00"), BySeen), BriefOptions{Format: format}); err != nil {
			t.Fatal(err)
		}
		later := briefBench()
		later.add("12:00", "Demo Post", "9", "Vell: never mind", "", says("vell", "never mind the harbour and its sums", "assertion"))
		if err := WriteBrief(&two, later.r.AsOf(at("10:00"), BySeen), BriefOptions{Format: format}); err != nil {
			t.Fatal(err)
		}
		if one.String() != two.String() {
			t.Errorf("%s: %s", format, firstDifference(one.String(), two.String()))
		}
	}
	if err := WriteBrief(&bytes.Buffer{}, briefBench().live(), BriefOptions{Format: "doc"}); err == nil || !strings.Contains(err.Error(), "md, json or csv") {
		t.Errorf("an unknown format: %v", err)
	}
}

func TestBriefForMachines(t *testing.T) {
	board := briefBench().r.AsOf(at("10:00"), BySeen)
	var blob, table bytes.Buffer
	if err := WriteBrief(&blob, board, BriefOptions{Format: "json"}); err != nil {
		t.Fatal(err)
	}
	var note map[string]any
	if err := json.Unmarshal(blob.Bytes(), &note); err != nil || len(note["confirmed"].([]any)) != 1 || len(note["conflicts"].([]any)) != 1 {
		t.Errorf("%v in %s", err, blob.String())
	}
	if err := WriteBrief(&table, board, BriefOptions{Format: "csv"}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would run %q", cell)
			}
			found = found || cell == "'=SUM(A1) is no policy for a harbour"
		}
	}
	if !found {
		t.Error("the dangerous cell is not there at all")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = &fullError{}

type fullError struct{}

func (*fullError) Error() string { return "no space left" }

func TestBriefOnAFullDiskSaysSo(t *testing.T) {
	for _, format := range []string{"md", "json", "csv"} {
		if err := WriteBrief(full{}, briefBench().live(), BriefOptions{Format: format}); err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestBriefSaysFactsAsAPersonWould(t *testing.T) {
	b := briefBench()
	b.add("09:45", "Demo Wire", "5", "Lunch called off", "", event("cancellation", Done).named("Lunch called off", "Lunch"))
	b.add("09:46", "Demo Wire", "6", "Vell vows dues", "", says("vell", "every barge will pay its dues", "threat"))
	b.add("09:47", "Demo Wire", "7", "Northland may put off dues", "", Signal{Direction: Relief, Action: "considered", Instrument: "secondary-tariff", Sender: "north", Target: []string{"coast"}})
	var out bytes.Buffer
	if err := WriteBrief(&out, b.r.AsOf(at("10:00"), BySeen), BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"**Northland** considered relief from secondary tariff on ", "AKDT lunch called off — ", "**Ana Vell** (threat): “every barge will pay its dues”", "**Northland** threatened tariff on Southland"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "assertion") {
		t.Error("that somebody said something needs no word")
	}
}

func TestWordsLeaveOutWhatOnlyJoins(t *testing.T) {
	for _, c := range []struct {
		mode          Mode
		content, want string
	}{
		{Indirect, "that the quay stays open", "the quay stays open"},
		{Mixed, "That it \"cannot wait\"", "it \"cannot wait\""},
		{Indirect, "that", "that"},
		{Direct, "That will do", "That will do"},
		{Indirect, "thatched roofs are safe", "thatched roofs are safe"},
	} {
		s := Statement{Mode: c.mode, Content: Phrase{Text: c.content}}
		if got := s.Words(); got != c.want {
			t.Errorf("%s: %q, want %q", c.content, got, c.want)
		}
	}
}

func TestWordingInCapitalsComesBehindAnother(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Wire", "1", "VELL: NOTHING IS SIGNED UNTIL ALL IS SIGNED", "", says("vell", "NOTHING IS SIGNED UNTIL ALL IS SIGNED", "assertion"))
	b.add("09:05", "Demo Post", "1", "Vell: Nothing is signed until all is signed", "", says("vell", "Nothing is signed until all is signed", "assertion"))
	if row, _ := b.live().Statement(only(t, b.live().Statements(Filter{}))); row.Statement.Content.Text != "Nothing is signed until all is signed" {
		t.Errorf("%q leads", row.Statement.Content.Text)
	}
}

func TestABriefSaysOfOldNewsWhenItCameOut(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Vell speaks", "", says("vell", "grain may leave by the northern gate", "offer"), func(v *Version) { v.Published = at("09:10") })
	b.add("12:00", "Demo Daily", "2", "Osk speaks", "", says("osk", "cheese is the glue of nations", "praise"))
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{Since: at("11:00")}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"- Fri 14 Mar 04:00 AKDT (published Fri 14 Mar 01:10 AKDT) **Ana Vell** (offer)", "- Fri 14 Mar 04:00 AKDT **Tomas Osk** (praise)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestABriefNamesTheYearOfOldNewsAndGoesWithoutAName(t *testing.T) {
	b := newBench()
	nameless := demoCase()
	nameless.Summit.Name = ""
	b.r = NewRecord(nameless, b.texts)
	b.add("12:00", "Demo Daily", "1", "Vell speaks", "", says("vell", "grain may leave by the northern gate", "offer"), func(v *Version) { v.Published = at("09:10").AddDate(-1, 0, 0) })
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{Since: at("11:00")}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# Hand-over\n", "(published Thu 14 Mar 2030 01:10 AKDT)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestTheLatestWordsOfAnActorAreNotThoseOfOldNews(t *testing.T) {
	b := newBench()
	b.add("11:30", "Demo Post", "1", "Vell speaks", "", says("vell", "the gate stays shut tonight", "assertion"))
	b.add("12:00", "Demo Daily", "2", "Vell spoke", "", says("vell", "grain may leave by the northern gate", "offer"), func(v *Version) { v.Published = at("09:10").AddDate(-1, 0, 0) })
	b.add("12:00", "Demo Daily", "3", "Osk spoke", "", says("osk", "cheese is the glue of nations", "praise"), func(v *Version) { v.Published = at("09:10").AddDate(-1, 0, 0) })
	_, latest, _ := strings.Cut(briefOf(t, b.live()), "## Latest statement of each actor")
	for _, want := range []string{"- **Ana Vell** (Fri 14 Mar 03:30 AKDT): “the gate stays shut tonight”", "- **Tomas Osk** (Thu 14 Mar 2030 01:10 AKDT): “cheese is the glue of nations”"} {
		if !strings.Contains(latest, want) {
			t.Errorf("no %q in\n%s", want, latest)
		}
	}
}

func TestABriefHasWhatWasPlannedBeforeAndIsHeldSince(t *testing.T) {
	for _, c := range []struct {
		since string
		want  int
	}{{"11:00", 1}, {"12:30", 0}} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "Vell and Osk to meet", "", event("meeting", Planned, "vell", "osk"))
		b.add("09:10", "Demo Post", "1", "Osk and Vell to meet", "", event("meeting", Planned, "vell", "osk"))
		b.add("12:00", "Demo Daily", "2", "Vell meets Osk", "", event("meeting", UnderWay, "vell", "osk"))
		var out strings.Builder
		if err := WriteBrief(&out, b.live(), BriefOptions{Since: at(c.since)}); err != nil {
			t.Fatal(err)
		}
		facts, _, _ := strings.Cut(out.String(), "## Conflicts")
		if n := strings.Count(facts, "Vell, Osk: "); n != c.want {
			t.Errorf("since %s: told %d times in\n%s", c.since, n, facts)
		}
	}
}

func TestWhatIsTypedObeysNoTerminal(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Osk: We will free 40 captured sailors", "", worded("osk", "We will free 40 captured sailors"))
	ref := only(t, b.live().Statements(Filter{}))
	b.r.AddMark(Mark{ID: 1, At: at("12:00"), By: "e\x1b[1md", Verb: "checked", On: ref})
	b.r.AddMark(Mark{ID: 2, At: at("12:00"), By: "ed", Verb: "note", On: ref, Value: "ask\x1b[31m the “harbour” office\a"})
	if note := briefOf(t, b.live()); strings.Contains(note, "\x1b") || !strings.Contains(note, "checked by e") {
		t.Error(note)
	}
	var out strings.Builder
	if err := WriteBrief(&out, b.live(), BriefOptions{Filter: Filter{Actor: "osk"}, Asked: "actor:o\x1b[31msk"}); err != nil || strings.Contains(out.String(), "\x1b") {
		t.Error(out.String())
	}
	if _, err := ParseQuery("type:\x1b[31m", time.UTC, at("12:00")); err == nil || strings.Contains(err.Error(), "\x1b") {
		t.Errorf("%q", err)
	}
	row, _ := b.live().Statement(ref)
	if typed := row.Marks[1].Value; typed != "ask[31m the “harbour” office" {
		t.Errorf("%q", typed)
	}
}

func TestALadderSaysThatItsRungIsDisputed(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Northland imposes tariff on Southland grain", "", signal("north", "imposed", "tariff", "south"))
	if note := briefOf(t, b.live()); !strings.Contains(note, "- **Southland**: imposed (by Northland)\n") {
		t.Error(note)
	}
	b.add("12:20", "Demo Post", "1", "Northland denies a tariff on Southland", "", signal("north", "denied", "tariff", "south"))
	if note := briefOf(t, b.live()); !strings.Contains(note, "- **Southland**: imposed (by Northland), disputed\n") {
		t.Error(note)
	}
}

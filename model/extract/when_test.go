package extract

import (
	"testing"
	"time"

	"parley/model"
)

func TestWhen(t *testing.T) {
	friday := time.Date(2025, 8, 15, 14, 0, 0, 0, time.UTC)
	r := testReader(t)
	for _, c := range []struct {
		text  string
		tense int
		start string
		prec  string
	}{
		{"on Friday", 1, "2025-08-15T00:00:00Z", "day"},
		{"on Monday", 1, "2025-08-18T00:00:00Z", "day"},
		{"on Monday", -1, "2025-08-11T00:00:00Z", "day"},
		{"next Friday", 1, "2025-08-22T00:00:00Z", "day"},
		{"last Friday", -1, "2025-08-08T00:00:00Z", "day"},
		{"this Sunday", 1, "2025-08-17T00:00:00Z", "day"},
		{"tonight", 0, "2025-08-15T00:00:00Z", "day"},
		{"tomorrow at noon", 1, "2025-08-16T12:00:00Z", "minute"},
		{"at 11:30 a.m. Alaska time", 1, "2025-08-15T11:30:00-08:00", "minute"},
		{"at 3pm ET on Monday", 1, "2025-08-18T15:00:00-04:00", "minute"},
		{"at 12 a.m. Saturday", 1, "2025-08-16T00:00:00Z", "minute"},
		{"at 19:30 GMT", 0, "2025-08-15T19:30:00Z", "minute"},
		{"at about 3 p.m. on Friday", -1, "2025-08-15T15:00:00Z", "hour"},
		{"just before 8 a.m. ET", -1, "2025-08-15T08:00:00-04:00", "hour"},
		{"in February", 1, "2026-02-01T00:00:00Z", "month"},
		{"in February", -1, "2025-02-01T00:00:00Z", "month"},
		{"in February 2022", -1, "2022-02-01T00:00:00Z", "month"},
		{"in 2022", -1, "2022-01-01T00:00:00Z", "year"},
		{"on Feb. 24, 2022", -1, "2022-02-24T00:00:00Z", "day"},
		{"on 3 January", 1, "2026-01-03T00:00:00Z", "day"},
		{"in three days", 1, "2025-08-18T00:00:00Z", "day"},
		{"on Friday, August 22", 1, "2025-08-22T00:00:00Z", "day"},
		{"on Friday 22 August at 10 a.m.", 1, "2025-08-22T10:00:00Z", "minute"},
		{"on Monday, Aug. 4", -1, "2025-08-04T00:00:00Z", "day"},
		{"on Friday, 22 ships", 1, "2025-08-15T00:00:00Z", "day"},
		{"on Tuesday week", 1, "2025-08-26T00:00:00Z", "day"},
		{"a week on Tuesday", 1, "2025-08-26T00:00:00Z", "day"},
		{"two weeks from Monday, they", 1, "2025-09-01T00:00:00Z", "day"},
		{"two days after Friday's summit", 1, "2025-08-17T00:00:00Z", "day"},
		{"a day before the talks on Wednesday", -1, "2025-08-12T00:00:00Z", "day"},
		{"hours after Monday's talks", -1, "2025-08-11T00:00:00Z", "day"},
		{"two days after the summit ended", -1, "", "unknown"},
		{"in a fortnight", 1, "2025-08-29T00:00:00Z", "day"},
		{"in a week", -1, "", "unknown"},
		{"in a week's time", 1, "2025-08-22T00:00:00Z", "day"},
		{"in a month", 1, "2025-09-01T00:00:00Z", "month"},
		{"by the end of the month", 1, "2025-08-01T00:00:00Z", "month"},
		{"by end of year", 1, "2025-01-01T00:00:00Z", "year"},
		{"before the end of this week", 1, "2025-08-15T00:00:00Z", "month"},
		{"by the end of the talks", 1, "", "unknown"},
		{"this weekend", 1, "2025-08-16T00:00:00Z", "month"},
		{"next weekend", 1, "2025-08-23T00:00:00Z", "month"},
		{"at the weekend", 1, "2025-08-16T00:00:00Z", "month"},
		{"over the weekend", -1, "2025-08-09T00:00:00Z", "month"},
		{"the weekend of 23 August", 1, "2025-08-23T00:00:00Z", "day"},
		{"since Monday", 0, "2025-08-11T00:00:00Z", "day"},
		{"on the 27th", 1, "2025-08-27T00:00:00Z", "day"},
		{"on the 12th", 1, "2025-09-12T00:00:00Z", "day"},
		{"on the 27th", -1, "2025-07-27T00:00:00Z", "day"},
		{"the 3rd of September", 1, "2025-09-03T00:00:00Z", "day"},
		{"on the 27th round", 1, "", "unknown"},
		{"in mid-September", 1, "2025-09-01T00:00:00Z", "month"},
		{"in June last year", -1, "2024-06-01T00:00:00Z", "month"},
		{"in mid-air", 1, "", "unknown"},
		{"at 0900 GMT on Monday", 1, "2025-08-18T09:00:00Z", "minute"},
		{"at 1730 local time", 1, "2025-08-15T17:30:00Z", "minute"},
		{"sent 1730 tonnes", 1, "", "unknown"},
		{"at 12:01 a.m. in Washington on Monday", 1, "2025-08-18T00:01:00-04:00", "minute"},
		{"they may march on", 1, "", "unknown"},
		{"by 25 per cent", 0, "", "unknown"},
		{"at 99:99", 0, "", "unknown"},
	} {
		tx := r.lex.newText(model.InText, c.text)
		got := r.events.times.find(&tx, 0, len(tx.tok), friday, c.tense, nil)
		if got.Start != c.start || got.Precision != c.prec {
			t.Errorf("%q (%+d) is %v, want %s %s", c.text, c.tense, got, c.start, c.prec)
		}
	}
}

func TestALocalTimeIsInTheZoneOfTheEvents(t *testing.T) {
	zone, err := time.LoadLocation("America/Anchorage")
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(testReader(t).who.dir, WithZone(zone))
	if err != nil {
		t.Fatal(err)
	}
	night := time.Date(2025, 8, 16, 2, 0, 0, 0, time.UTC) // the evening before in Anchorage
	for _, c := range []struct{ text, start string }{
		{"Putin landed in Anchorage at 10:54 a.m. local time.", "2025-08-15T10:54:00-08:00"},
		{"Putin landed in Anchorage at 10:54 a.m. (local time).", "2025-08-15T10:54:00-08:00"},
		{"Putin landed in Anchorage on Friday at 10:54 a.m. local time.", "2025-08-15T10:54:00-08:00"},
		{"Putin landed in Anchorage today at 10:54 a.m. local time.", "2025-08-15T10:54:00-08:00"},
		{"Putin landed in Anchorage at 10:54 a.m.", "2025-08-15T10:54:00-08:00"},
		{"Putin landed in Berlin at 10:54 a.m. local time.", "2025-08-16T10:54:00+02:00"},
		{"Putin landed in Anchorage at 2:54 p.m. ET, 10:54 a.m. local time.", "2025-08-15T14:54:00-04:00"},
		{"BERLIN (Demo Wire) — Putin landed in Berlin at 10:54 a.m. local time.", "2025-08-16T10:54:00+02:00"},
	} {
		got := r.Read(model.Document{Text: c.text, Published: night})
		if len(got.Events) != 1 || got.Events[0].When.Start != c.start {
			t.Errorf("%q: events %+v, want one at %s", c.text, got.Events, c.start)
		}
	}
}

func TestAClockTimeIsInTheZoneThatSaysMost(t *testing.T) {
	alaska, err := time.LoadLocation("America/Anchorage")
	if err != nil {
		t.Fatal(err)
	}
	anywhere, dir := testReader(t), testReader(t).who.dir
	desk, err := New(dir, WithZone(alaska), WithClocks(alaska, time.Date(2025, 8, 18, 17, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	utc := time.Date(2025, 8, 16, 2, 0, 0, 0, time.UTC) // six in the evening of the 15th in Alaska
	delhi := utc.In(time.FixedZone("", 5*3600+1800))
	for _, c := range []struct {
		text      string
		written   time.Time
		r         *Reader
		want, why string
	}{
		{"Trump met Putin on Friday at 3:15 p.m. GMT.", utc, desk, "2025-08-15T15:15:00Z", "the zone that is written"},
		{"Trump met Putin in Kyiv on Friday at 3:15 p.m.", delhi, desk, "2025-08-15T15:15:00+03:00", "the place where they met"},
		{"Trump left Kyiv at 3:15 p.m. on Friday.", utc, desk, "2025-08-15T15:15:00+03:00", "the place that was left"},
		{"Trump left for Kyiv at 3:15 p.m. on Friday.", utc, desk, "2025-08-15T15:15:00-08:00", "not the place ahead"},
		{"Trump met Putin on Friday at 3:15 p.m.", delhi, desk, "2025-08-15T15:15:00+05:30", "the zone of writing"},
		{"BERLIN (Demo Wire) — Trump met Putin on Friday at 3:15 p.m.", utc, desk, "2025-08-15T15:15:00+02:00", "the dateline"},
		{"Trump met Putin on Friday at 3:15 p.m.", utc, desk, "2025-08-15T15:15:00-08:00", "the summit, for UTC says nothing"},
		{"Trump met Putin on Friday at 3:15 p.m.", utc, anywhere, "2025-08-15T15:15:00Z", "no summit to go by"},
		{"Trump met Putin at 3:15 p.m.", utc, desk, "2025-08-15T15:15:00-08:00", "the day as it is there"},
		{"Trump and Putin will meet at 3:15 p.m.", utc.Add(40 * time.Hour), desk, "2025-08-18T15:15:00-08:00", "the day of the summit, on its eve"},
		{"The talks begin at 3:15 p.m. local time.", utc.Add(40 * time.Hour), desk, "2025-08-18T15:15:00-08:00", "whose talks its headline says"},
		{"The talks in Geneva begin at 3:15 p.m.", utc.Add(40 * time.Hour), desk, "2025-08-17T15:15:00+02:00", "other talks"},
		{"Trump and Putin will meet at 3:15 p.m.", utc.Add(-48 * time.Hour), desk, "2025-08-13T15:15:00-08:00", "not long before it"},
		{"Trump met Putin at 8:15 p.m.", utc, desk, "2025-08-15T20:15:00-08:00", "a live page keeps its date"},
		{"Trump met Putin at 10:30 p.m.", utc.Add(7 * time.Hour), desk, "2025-08-15T22:30:00-08:00", "told after midnight"},
	} {
		got := c.r.Read(model.Document{Text: c.text, Published: c.written})
		if len(got.Events) != 1 || got.Events[0].When.Start != c.want {
			t.Errorf("%q: events %+v, want one at %s: %s", c.text, got.Events, c.want, c.why)
		}
	}
}

func TestAPlanForThePlaceOfTheSummitIsForItsDay(t *testing.T) {
	zone, err := time.LoadLocation("America/Anchorage")
	if err != nil {
		t.Fatal(err)
	}
	dir, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2025, 8, 15, 11, 30, 0, 0, zone)
	r, err := New(model.NewDirectory(dir), WithZone(zone), WithClocks(zone, day))
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"Summit in Alaska to begin at 11:00 a.m.": "2025-08-15T11:00:00-08:00",
		"Talks in Alaska to begin at noon":        "2025-08-15T12:00:00-08:00",
		"Talks in Geneva to begin at 11:00 a.m.":  "2025-08-14T11:00:00+02:00",
	} {
		got := r.Read(model.Document{Title: title, Published: day.Add(-28 * time.Hour)})
		if len(got.Events) != 1 || got.Events[0].When.Start != want {
			t.Errorf("%s: %+v, want one at %s", title, got.Events, want)
		}
	}
}

func TestWhenWithoutADate(t *testing.T) {
	r := testReader(t)
	tx := r.lex.newText(model.InText, "on Friday")
	if got := r.events.times.find(&tx, 0, len(tx.tok), time.Time{}, 1, nil); got.Start != "" || got.Precision != "unknown" {
		t.Errorf("a document without a date has no Friday, got %v", got)
	}
}

func TestAPlanTakesItsDayFromWhereItIsNamed(t *testing.T) {
	r := testReader(t)
	tuesday := time.Date(2025, 8, 12, 9, 0, 0, 0, time.UTC)
	got := r.Read(model.Document{
		Title:     "Trump to meet Putin at 11:30 a.m. in Anchorage",
		Text:      "Trump will meet Putin in Anchorage at 11:30 a.m. on Friday. Trump will meet Starmer in Anchorage at 4 p.m.",
		Published: tuesday,
	})
	want := []string{"2025-08-15T11:30:00-08:00", "2025-08-15T11:30:00-08:00", "2025-08-15T16:00:00-08:00"}
	if len(got.Events) != len(want) {
		t.Fatalf("events %+v, want %d", got.Events, len(want))
	}
	for i, e := range got.Events {
		if e.When.Start != want[i] {
			t.Errorf("event %d is at %s, want %s", i, e.When.Start, want[i])
		}
	}
}

// TestALicenceRunsUntilTheDateBehindAColon reads the day, and not only the time of day
// that stands first.
func TestALicenceRunsUntilTheDateBehindAColon(t *testing.T) {
	rd := testReader(t).Read(model.Document{
		Text:      "General License 125 authorises talks until one date: 12:01 a.m. EDT on 20 August.",
		Published: time.Date(2025, 8, 13, 20, 0, 0, 0, time.UTC),
	})
	if len(rd.Signals) != 1 || rd.Signals[0].Expires != "2025-08-20T00:01:00-04:00" || rd.Signals[0].Condition != nil {
		t.Errorf("read %+v", rd.Signals)
	}
}

func TestALocalTimeIsInTheZoneOfWritingIfThatIsTold(t *testing.T) {
	zone, err := time.LoadLocation("America/Anchorage")
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(testReader(t).who.dir, WithZone(zone))
	if err != nil {
		t.Fatal(err)
	}
	noon := time.Date(2025, 8, 16, 12, 0, 0, 0, time.FixedZone("", -6*60*60))
	got := r.Read(model.Document{Text: "Macron is to meet Scholz on Monday at 10 a.m. local time.", Published: noon})
	if len(got.Events) != 1 || got.Events[0].When.Start != "2025-08-18T10:00:00-06:00" {
		t.Errorf("events %+v", got.Events)
	}
}

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
		{"in February", 1, "2026-02-01T00:00:00Z", "month"},
		{"in February", -1, "2025-02-01T00:00:00Z", "month"},
		{"in February 2022", -1, "2022-02-01T00:00:00Z", "month"},
		{"in 2022", -1, "2022-01-01T00:00:00Z", "year"},
		{"on Feb. 24, 2022", -1, "2022-02-24T00:00:00Z", "day"},
		{"on 3 January", 1, "2026-01-03T00:00:00Z", "day"},
		{"in three days", 1, "2025-08-18T00:00:00Z", "day"},
		{"they may march on", 1, "", "unknown"},
		{"by 25 per cent", 0, "", "unknown"},
		{"at 99:99", 0, "", "unknown"},
	} {
		tx := r.lex.newText(model.InText, c.text)
		got := r.events.times.find(&tx, 0, len(tx.tok), friday, c.tense)
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
		{"Putin landed in Anchorage at 10:54 a.m.", "2025-08-16T10:54:00Z"},
		{"Putin landed in Anchorage at 2:54 p.m. ET, 10:54 a.m. local time.", "2025-08-16T14:54:00-04:00"},
		{"BERLIN (Demo Wire) — Putin landed in Berlin at 10:54 a.m. local time.", "2025-08-16T10:54:00+02:00"},
	} {
		got := r.Read(model.Document{Text: c.text, Published: night})
		if len(got.Events) != 1 || got.Events[0].When.Start != c.start {
			t.Errorf("%q: events %+v, want one at %s", c.text, got.Events, c.start)
		}
	}
}

func TestWhenWithoutADate(t *testing.T) {
	r := testReader(t)
	tx := r.lex.newText(model.InText, "on Friday")
	if got := r.events.times.find(&tx, 0, len(tx.tok), time.Time{}, 1); got.Start != "" || got.Precision != "unknown" {
		t.Errorf("a document without a date has no Friday, got %v", got)
	}
}

package main

import (
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	zone, err := time.LoadLocation("America/Anchorage")
	if err != nil {
		t.Fatal(err)
	}
	shown := time.Date(2025, 8, 16, 2, 0, 0, 0, time.UTC) // still the 15th in Anchorage
	for in, want := range map[string]string{
		"":                          "0001-01-01T00:00:00Z",
		"2025-08-15T23:05:00Z":      "2025-08-15T23:05:00Z",
		"2025-08-15T15:05:00-08:00": "2025-08-15T23:05:00Z",
		"2025-08-15T15:05":          "2025-08-15T23:05:00Z",
		"2025-08-15 15:05":          "2025-08-15T23:05:00Z",
		"15:05":                     "2025-08-15T23:05:00Z",
		"15 Aug 15:05":              "2025-08-15T23:05:00Z",
		"2025-08-15T15:05-08:00":    "2025-08-15T23:05:00Z",
		"2025-08-15 15:05:30":       "2025-08-15T23:05:30Z",
		"2025-08-15":                "2025-08-15T08:00:00Z",
		"2h":                        "2025-08-16T00:00:00Z",
	} {
		got, err := parseMoment(in, zone, shown)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q: got %v, %v; want %s", in, got, err, want)
		}
	}
	if _, err := parseMoment("teatime", zone, shown); err == nil {
		t.Error("teatime is no time")
	}
	since, err := parseSince("90m", zone, shown)
	if err != nil || !since.Equal(shown.Add(-90*time.Minute)) {
		t.Errorf("since: %v, %v", since, err)
	}
}

func TestASearchNamesTheYearOfOldNews(t *testing.T) {
	asOf := time.Date(2025, 8, 15, 23, 5, 0, 0, time.UTC)
	for at, want := range map[time.Time]string{
		asOf.Add(-time.Hour):     "15 Aug 22:05 UTC",
		asOf.AddDate(-1, -11, 0): "15 Sep 2023 23:05 UTC",
	} {
		if got := seenAt(at, asOf); got != want {
			t.Errorf("%v: got %s; want %s", at, got, want)
		}
	}
}

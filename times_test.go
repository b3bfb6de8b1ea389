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

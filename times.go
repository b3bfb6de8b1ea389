package main

import (
	"fmt"
	"strings"
	"time"

	"parley/model"
)

// sharpForms are ways of writing a moment that only machines use; those without an
// offset are read in the summit's zone.
var sharpForms = []string{"2006-01-02T15:04Z07:00", "2006-01-02 15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04"}

// parseMoment reads a TIME of the command line: RFC 3339, a local date and time
// in zone, or as people type it, counted from shown. Empty is the zero time.
func parseMoment(s string, zone *time.Location, shown time.Time) (time.Time, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return time.Time{}, nil
	}
	for _, form := range sharpForms {
		if t, err := time.ParseInLocation(form, s, zone); err == nil {
			return t.UTC(), nil
		}
	}
	if t, err := model.ParseTime(s, zone, shown); err == nil {
		return t, nil
	}
	return time.Time{}, usagef("parley: %q is no time: write 2025-08-15T23:05:00Z, \"2025-08-15 15:05\", \"15 Aug 15:05\" or 15:05; without an offset it is in the summit's zone", s)
}

// parseSince reads a TIME, or a DURATION back from a moment.
func parseSince(s string, zone *time.Location, at time.Time) (time.Time, error) {
	if d, err := time.ParseDuration(s); err == nil && d >= 0 {
		return at.Add(-d), nil
	}
	t, err := parseMoment(s, zone, at)
	if err != nil {
		return t, fmt.Errorf("%w, or a duration such as 8h", err)
	}
	return t, nil
}

package model

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Layouts of a moment as people type it, by what they leave out.
var (
	timeLayouts = []string{"15:04", "15:04:05", "3:04pm", "3pm"}
	dayLayouts  = []string{"2 Jan", "2 January", "Jan 2", "January 2"}
	dateLayouts = []string{"2006-01-02", "2006/01/02", "2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "Jan 2, 2006", "January 2, 2006"}
)

// ParseTime reads a moment as people type it: RFC 3339; a date and time, or one
// of them, in loc; "today", "yesterday", "now"; or how long before now ("90m",
// "2h", "3d"). UTC or Z at the end counts in UTC. A date alone is its midnight, a
// time alone is on the day of now, a date without a year is the nearest one that
// is not half a year ahead of now. The result is in UTC.
func ParseTime(s string, loc *time.Location, now time.Time) (time.Time, error) {
	text := strings.Join(strings.Fields(s), " ")
	if t, err := time.Parse(time.RFC3339, strings.ToUpper(text)); err == nil {
		return t.UTC(), nil
	}
	if ago, ok := parseAgo(text); ok {
		return now.Add(-ago).UTC(), nil
	}
	if bare, ok := cutUTC(text); ok {
		text, loc = bare, time.UTC
	}
	if loc == nil {
		loc = time.UTC
	}
	now = now.In(loc)
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, loc)
	switch strings.ToLower(text) {
	case "now":
		return now.UTC(), nil
	case "today":
		return midnight.UTC(), nil
	case "yesterday":
		return midnight.AddDate(0, 0, -1).UTC(), nil
	}
	if t, ok := parseLayouts(text, timeLayouts, loc); ok {
		return time.Date(now.Year(), now.Month(), now.Day(), t.Hour(), t.Minute(), t.Second(), 0, loc).UTC(), nil
	}
	if t, ok := parseLayouts(text, withTime(dateLayouts), loc); ok {
		return t.UTC(), nil
	}
	if t, ok := parseLayouts(text, withTime(dayLayouts), loc); ok {
		at := func(year int) time.Time {
			return time.Date(year, t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, loc)
		}
		if this := at(now.Year()); !this.After(now.AddDate(0, 6, 0)) {
			return this.UTC(), nil
		}
		return at(now.Year() - 1).UTC(), nil
	}
	return time.Time{}, fmt.Errorf(`cannot read %q as a time; write 21:00, "15 Aug 21:00", 2025-08-15, 2025-08-15T21:00:00Z, yesterday or 2h`, s)
}

func withTime(days []string) []string {
	all := slices.Clone(days)
	for _, day := range days {
		for _, clock := range timeLayouts {
			all = append(all, day+" "+clock)
		}
	}
	return append(all, "2006-01-02T15:04", "2006-01-02T15:04:05")
}

func parseLayouts(text string, layouts []string, loc *time.Location) (time.Time, bool) {
	text = asLayouts.Replace(strings.ToLower(text) + " ")
	for _, layout := range layouts {
		// Go reads names of months in any case, but not the T between date and time.
		if t, err := time.ParseInLocation(strings.ReplaceAll(layout, "T", "t"), strings.TrimSpace(text), loc); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// asLayouts writes "Sept" and "a.m." as the layouts have them.
var asLayouts = strings.NewReplacer("sept ", "sep ", " am ", "am ", " pm ", "pm ", " a.m. ", "am ", " p.m. ", "pm ", "a.m. ", "am ", "p.m. ", "pm ")

// parseAgo reads a length of time: days ("3d", "1w") or what Go calls a duration.
func parseAgo(s string) (time.Duration, bool) {
	if s == "" {
		return 0, false
	}
	if unit := map[byte]time.Duration{'d': 24 * time.Hour, 'w': 7 * 24 * time.Hour}[s[len(s)-1]]; unit > 0 {
		n, err := strconv.Atoi(s[:len(s)-1])
		return time.Duration(n) * unit, err == nil && n >= 0 && n <= int(math.MaxInt64/unit)
	}
	d, err := time.ParseDuration(s)
	return d, err == nil && d >= 0
}

func cutUTC(s string) (string, bool) {
	for _, zone := range []string{" UTC", " utc", " GMT", "Z", " Z"} {
		if bare, ok := strings.CutSuffix(s, zone); ok {
			return bare, true
		}
	}
	return s, false
}

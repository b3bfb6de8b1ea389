package feeds

import (
	"regexp"
	"strings"
	"time"
)

var (
	onlyDigits = regexp.MustCompile(`^\d+$`)
	epochFloat = regexp.MustCompile(`^(\d{9,10})\.\d+$`)
	isoWeek    = regexp.MustCompile(`^(\d{4})-?w(\d{2})(?:-?([1-7]))?$`)
	isoOrdinal = regexp.MustCompile(`^(\d{4}|\d{2})-(\d{3})(t.*)?$`)
	epochMark  = regexp.MustCompile(`^(?:@|/date\()(\d{9,16})(?:[+-]\d{4})?(?:\)/)?$`)
	isoShort   = regexp.MustCompile(`^-(\d{2})-?(\d{2})$`)
)

// digitDate reads the dates that are one run of digits, and the rarer forms of
// ISO 8601. Seconds since 1970 are exact; a day without a time is a guess.
func digitDate(s string) (t time.Time, guessed, ok bool) {
	if m := epochFloat.FindStringSubmatch(s); m != nil {
		return time.Unix(int64(atoi(m[1])), 0).UTC(), false, true
	}
	if m := epochMark.FindStringSubmatch(s); m != nil { // JavaScript's and the shell's; an offset changes nothing
		return digitDate(m[1])
	}
	if m := isoWeek.FindStringSubmatch(s); m != nil {
		return weekDay(atoi(m[1]), atoi(m[2]), max(atoi(m[3]), 1)), true, atoi(m[2]) <= 53
	}
	if m := isoShort.FindStringSubmatch(s); m != nil && atoi(m[2]) <= 12 {
		return time.Date(fullYear(atoi(m[1]), 2), time.Month(atoi(m[2])), 1, 0, 0, 0, 0, time.UTC), true, true
	}
	if m := isoOrdinal.FindStringSubmatch(s); m != nil && atoi(m[2]) <= 366 {
		day := yearDay(m[1], m[2])
		if m[3] == "" {
			return day, true, true
		}
		return readDate(day.Format(time.DateOnly)+m[3], habit{})
	}
	if !onlyDigits.MatchString(s) {
		return time.Time{}, false, false
	}
	n := int64(atoi(s))
	switch len(s) {
	case 4:
		return time.Date(int(n), 1, 1, 0, 0, 0, 0, time.UTC), true, n > 1900 && n < 2200
	case 5:
		return yearDay(s[:2], s[2:]), true, n%1000 <= 366
	case 7:
		return yearDay(s[:4], s[4:]), true, n%1000 <= 366
	case 6:
		t, err := time.Parse("060102", s)
		return t, true, err == nil
	case 8:
		t, err := time.Parse("20060102", s)
		return t, true, err == nil
	case 12, 14:
		if t, err := time.Parse("20060102150405"[:len(s)], s); err == nil && strings.HasPrefix(s, "20") {
			return t, true, true
		}
	}
	switch len(s) {
	case 9, 10:
		return time.Unix(n, 0).UTC(), false, true
	case 12, 13:
		return time.UnixMilli(n).UTC(), false, true
	case 16:
		return time.UnixMicro(n).UTC(), false, true
	}
	return time.Time{}, false, false
}

func yearDay(year, day string) time.Time {
	return time.Date(fullYear(atoi(year), len(year)), 1, atoi(day), 0, 0, 0, 0, time.UTC)
}

// weekDay is a day of an ISO week: week 1 holds 4 January, weeks start on Monday.
func weekDay(year, week, day int) time.Time {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	monday := (int(fourth.Weekday()) + 6) % 7
	return fourth.AddDate(0, 0, -monday+(week-1)*7+day-1)
}

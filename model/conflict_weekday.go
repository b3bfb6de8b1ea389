package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	weekdayNames = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
	monthNames   = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
)

// wrongWeekday says in words when a sentence names a weekday next to a date that
// falls on another: "Friday, 16 August" in a year in which the 16th is a
// Saturday. The year is that of the report, or the one named after the date.
func wrongWeekday(sentence string, published time.Time) (weekday, date string, wrong bool) {
	if published.IsZero() {
		return "", "", false
	}
	words := foldWords(sentence)
	for i, w := range words {
		day := slices.Index(weekdayNames, w)
		if day < 0 {
			continue
		}
		for j := i + 1; j+1 < len(words) && j <= i+2; j++ {
			d, m := dayOf(words[j]), monthOf(words[j+1])
			if d == 0 || m == 0 {
				d, m = dayOf(words[j+1]), monthOf(words[j])
			}
			if d == 0 || m == 0 {
				continue
			}
			year := published.Year()
			if j+2 < len(words) && len(words[j+2]) == 4 {
				if y, err := strconv.Atoi(words[j+2]); err == nil {
					year = y
				}
			}
			on := time.Date(year, time.Month(m), d, 0, 0, 0, 0, time.UTC)
			if on.Day() == d && int(on.Weekday()) != day {
				return time.Weekday(day).String(), fmt.Sprintf("%s is a %s", on.Format("2 January 2006"), on.Weekday()), true
			}
			return "", "", false
		}
	}
	return "", "", false
}

func dayOf(w string) int {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, end)
	}
	if d, err := strconv.Atoi(w); err == nil && d >= 1 && d <= 31 {
		return d
	}
	return 0
}

func monthOf(w string) int {
	if len(w) < 3 {
		return 0
	}
	return 1 + slices.IndexFunc(monthNames, func(m string) bool { return m == w || w == m[:3] || w == "sept" && m == "september" })
}

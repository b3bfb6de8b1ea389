package extract

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7,
	"aug.": 8, "sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12, "jan": 1, "feb": 2, "aug": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// date reads a day, month or year that begins at token i; n is its length.
func date(t *text, i, hi int, today time.Time, tense int) (day time.Time, precision string, n int) {
	low := func(k int) string {
		if k < hi {
			return t.tok[k].low
		}
		return ""
	}
	switch low(i) {
	case "today", "tonight":
		return today, "day", 1
	case "tomorrow":
		return today.AddDate(0, 0, 1), "day", 1
	case "yesterday":
		return today.AddDate(0, 0, -1), "day", 1
	case "overnight":
		return today, "day", 1
	case "the":
		if low(i+1) == "day" && (low(i+2) == "after" && low(i+3) == "tomorrow" || low(i+2) == "before" && low(i+3) == "yesterday") {
			return today.AddDate(0, 0, map[string]int{"after": 2, "before": -2}[low(i+2)]), "day", 4
		}
		return time.Time{}, "", 0
	case "next", "last", "this":
		day, precision, n = relative(low(i), low(i+1), today, 2)
		if tense > 0 && low(i) == "this" && low(i+1) == "week" && day.Before(today) {
			day = today // what is still to come this week
		}
		return day, precision, n
	case "in":
		return dateAfterIn(t, i, hi, today, tense)
	case "end":
		return endOf(t, i, hi, today, tense)
	case "weekend":
		return weekendAt(t, i, today, tense)
	}
	if day, precision, n = agoAt(t, i, hi, today); n > 0 {
		return day, precision, n
	}
	if i+3 < hi {
		if day, precision, n = dayFrom(t, i, hi, today, tense); n > 0 {
			return day, precision, n
		}
	}
	if wd, ok := weekdays[low(i)]; ok {
		if low(i+1) == "week" {
			return weekday(wd, today, 1).AddDate(0, 0, 7), "day", 2 // "on Tuesday week"
		}
		if i > 0 && t.tok[i-1].low == "since" {
			tense = -1
		}
		if day, k := dateBehind(t, i+1, hi, today, tense); k > 0 {
			return day, "day", k - i
		}
		if tense > 0 && i+1 < hi && genitive(&t.tok[i+1]) && today.Sub(weekday(wd, today, -1)) <= 48*time.Hour {
			tense = -1 // "Monday's summit", told on a Tuesday, was yesterday's
		}
		return weekday(wd, today, tense), "day", 1
	}
	if i >= hi {
		return time.Time{}, "", 0
	}
	if mo, ok := months[low(i)]; ok && t.tok[i].is(flagCapital) {
		return monthDate(t, i, hi, mo, today, tense)
	}
	if d, ok := dayNumber(low(i)); ok && t.tok[i].kind == numberToken {
		if mo, is := months[low(i+1)]; is && i+1 < hi && t.tok[i+1].is(flagCapital) {
			return withYear(t, i+2, hi, d, mo, today, 2, tense)
		}
		return ordinalDay(t, i, hi, today, tense)
	}
	return midMonth(t, i, today, tense)
}

// dateBehind reads the date that stands behind a weekday, which tells the day where the
// weekday alone leaves the week open: "Friday, August 15", "Friday 15 August". It ends
// before token k, 0 for none.
func dateBehind(t *text, i, hi int, today time.Time, tense int) (day time.Time, k int) {
	if i < hi && t.tok[i].low == "," {
		i++
	}
	if i >= hi || months[t.tok[i].low] == 0 && t.tok[i].kind != numberToken {
		return day, 0
	}
	day, precision, n := date(t, i, hi, today, tense)
	if precision != "day" {
		return day, 0
	}
	return day, i + n
}

// relative reads "next Friday", "last week", "this morning"; tokens is how long that is.
func relative(which, what string, today time.Time, tokens int) (time.Time, string, int) {
	if wd, ok := weekdays[what]; ok {
		switch which {
		case "next":
			day := weekday(wd, today.AddDate(0, 0, 1), 1)
			if monday(day).Equal(monday(today)) {
				day = day.AddDate(0, 0, 7)
			}
			return day, "day", tokens
		case "last":
			return weekday(wd, today.AddDate(0, 0, -1), -1), "day", tokens
		}
		return weekday(wd, today, 1), "day", tokens
	}
	step := map[string]int{"next": 1, "last": -1, "this": 0}[which]
	switch what {
	case "week":
		return monday(today).AddDate(0, 0, 7*step), "month", tokens
	case "weekend":
		return monday(today).AddDate(0, 0, 5+7*step), "month", tokens
	case "month":
		return firstOfMonth(today).AddDate(0, step, 0), "month", tokens
	case "year":
		return time.Date(today.Year()+step, 1, 1, 0, 0, 0, 0, today.Location()), "year", tokens
	case "morning", "afternoon", "evening":
		return today, "day", tokens
	case "night":
		return today.AddDate(0, 0, min(step, 0)), "day", tokens
	}
	return time.Time{}, "", 0
}

func monday(day time.Time) time.Time {
	return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

func firstOfMonth(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, day.Location())
}

// weekday finds a named day: the coming one, the last one, or for what happens now
// that of the last two days, else the coming one ("X flies to Y on Monday"); today
// counts in every case.
func weekday(wd time.Weekday, today time.Time, tense int) time.Time {
	ahead := (int(wd) - int(today.Weekday()) + 7) % 7
	if tense > 0 || ahead == 0 || tense == 0 && ahead < 5 {
		return today.AddDate(0, 0, ahead)
	}
	return today.AddDate(0, 0, ahead-7)
}

// dateAfterIn reads "in February", "in 2022", "in two weeks", "in three days".
func dateAfterIn(t *text, i, hi int, today time.Time, tense int) (time.Time, string, int) {
	if i+1 >= hi {
		return time.Time{}, "", 0
	}
	if y, ok := year(&t.tok[i+1]); ok {
		return time.Date(y, 1, 1, 0, 0, 0, 0, today.Location()), "year", 2
	}
	n, ok := smallNumber(t.tok[i+1].low)
	if t.tok[i+1].low == "a" && tense > 0 {
		n, ok = 1, true
	}
	if ok && i+2 < hi {
		switch t.tok[i+2].low {
		case "days", "day":
			return today.AddDate(0, 0, n), "day", 3
		case "weeks", "week":
			return today.AddDate(0, 0, 7*n), "day", 3
		case "fortnight":
			return today.AddDate(0, 0, 14*n), "day", 3
		case "months", "month":
			return firstOfMonth(today).AddDate(0, n, 0), "month", 3
		}
	}
	return time.Time{}, "", 0
}

func smallNumber(s string) (int, bool) {
	for n, w := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		if s == w {
			return n, true
		}
	}
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false // an error would cost memory for each word of a text
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && n < 400
}

// monthDate reads "August 15", "Aug. 15, 2025", "August 2025", "August last year" and "August"
// alone.
func monthDate(t *text, i, hi int, mo time.Month, today time.Time, tense int) (time.Time, string, int) {
	if i+1 < hi {
		if d, ok := dayNumber(t.tok[i+1].low); ok && t.tok[i+1].kind == numberToken {
			k := i + 2
			if k+1 < hi && t.tok[k].low == "," {
				if _, is := year(&t.tok[k+1]); is {
					k++
				}
			}
			return withYear(t, k, hi, d, mo, today, k-i, tense)
		}
		if y, ok := year(&t.tok[i+1]); ok {
			return time.Date(y, mo, 1, 0, 0, 0, 0, today.Location()), "month", 2
		}
	}
	if t.tok[i].low == "may" || t.tok[i].low == "march" {
		if i == 0 || !slices.Contains([]string{"in", "since", "by", "for", "until", "till", "from", "early", "late", "of"}, t.tok[i-1].low) {
			return time.Time{}, "", 0 // the verbs
		}
	}
	if i+2 < hi && t.tok[i+2].low == "year" {
		if step, ok := map[string]int{"last": -1, "this": 0, "next": 1}[t.tok[i+1].low]; ok {
			return time.Date(today.Year()+step, mo, 1, 0, 0, 0, 0, today.Location()), "month", 3
		}
	}
	return time.Date(monthYear(mo, today, tense), mo, 1, 0, 0, 0, 0, today.Location()), "month", 1
}

// monthYear is the year of a month that is named without one.
func monthYear(mo time.Month, today time.Time, tense int) int {
	switch {
	case tense > 0 && mo < today.Month():
		return today.Year() + 1
	case tense <= 0 && mo > today.Month():
		return today.Year() - 1
	}
	return today.Year()
}

// slack is how far a date without a year may lie on the other side of today than its tense
// says: what was planned is reported for a while as if it were to come.
const slack = 60 * 24 * time.Hour

// agoAt reads "two days ago", "a week ago".
func agoAt(t *text, i, hi int, today time.Time) (time.Time, string, int) {
	if i+2 >= hi || t.tok[i+2].low != "ago" {
		return time.Time{}, "", 0
	}
	n, ok := smallNumber(t.tok[i].low)
	if !ok && t.tok[i].low != "a" {
		return time.Time{}, "", 0
	}
	n = max(n, 1)
	switch strings.TrimSuffix(t.tok[i+1].low, "s") {
	case "day":
		return today.AddDate(0, 0, -n), "day", 3
	case "week":
		return today.AddDate(0, 0, -7*n), "day", 3
	case "month":
		return firstOfMonth(today).AddDate(0, -n, 0), "month", 3
	case "year":
		return time.Date(today.Year()-n, 1, 1, 0, 0, 0, 0, today.Location()), "year", 3
	}
	return time.Time{}, "", 0
}

// withYear finishes a day and month with the year at k, or with the one that lies
// nearest to today: of what is past or to come, the nearest that is not far on the other side.
func withYear(t *text, k, hi, d int, mo time.Month, today time.Time, n, tense int) (time.Time, string, int) {
	if k < hi {
		if y, ok := year(&t.tok[k]); ok {
			return time.Date(y, mo, d, 0, 0, 0, 0, today.Location()), "day", n + 1
		}
	}
	best := time.Date(today.Year(), mo, d, 0, 0, 0, 0, today.Location())
	for _, y := range []int{-1, 1} {
		if c := best.AddDate(y, 0, 0); c.Sub(today).Abs() < best.Sub(today).Abs() {
			best = c
		}
	}
	switch {
	case tense < 0 && best.Sub(today) > slack:
		best = best.AddDate(-1, 0, 0)
	case tense > 0 && today.Sub(best) > slack:
		best = best.AddDate(1, 0, 0)
	}
	return best, "day", n
}

func dayNumber(s string) (int, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, end)
	}
	d, err := strconv.Atoi(s)
	return d, err == nil && d >= 1 && d <= 31 && len(s) <= 2
}

func year(k *token) (int, bool) {
	y, err := strconv.Atoi(k.low)
	return y, err == nil && len(k.low) == 4 && y > 1900 && y < 2100
}

package extract

import (
	"strconv"
	"strings"
	"time"
)

// Days told by their distance from another, and parts of weeks, months and years.

// spanDays counts the days of "day", "weeks", "fortnight"; 0 for another unit.
func spanDays(unit string) int {
	switch unit {
	case "day", "days":
		return 1
	case "week", "weeks":
		return 7
	case "fortnight":
		return 14
	}
	return 0
}

// dayFrom reads a day that is counted from another at token i: "a week on Tuesday", "two days
// after Friday's summit", "hours before Monday's talks", which are on the day itself.
func dayFrom(t *text, i, hi int, today time.Time, tense int) (time.Time, string, int) {
	k, days, many := i, 0, false
	if low := t.tok[i].low; low == "hours" || low == "minutes" {
		k++
	} else {
		unit := spanDays(t.tok[i+1].low)
		if unit == 0 {
			return time.Time{}, "", 0
		}
		n, ok := smallNumber(low)
		if low == "a" {
			n, ok = 1, true
		}
		if days = n * unit; !ok || days == 0 {
			return time.Time{}, "", 0
		}
		many = low != "a"
		k += 2
	}
	switch t.tok[k].low {
	case "on", "from":
		if days == 0 || many && t.tok[k].low == "on" {
			return time.Time{}, "", 0 // "10 days on Monday" may be given then
		}
		if _, ok := weekdays[t.tok[k+1].low]; ok || t.tok[k+1].low == "today" || t.tok[k+1].low == "tomorrow" {
			day, _, n := date(t, k+1, hi, today, 1)
			return day.AddDate(0, 0, days), "day", k + 1 + n - i
		}
		return time.Time{}, "", 0
	case "before":
		days = -days
	case "after":
	default:
		return time.Time{}, "", 0
	}
	for at := k + 1; at < hi && at < k+7 && (t.tok[at].wordy() || genitive(&t.tok[at])); at++ {
		if day, precision, n := date(t, at, hi, today, tense); n > 0 && precision == "day" {
			return day.AddDate(0, 0, days), "day", at + n - i
		}
	}
	return time.Time{}, "", 0
}

// endOf reads "end of the month", "end of year", "end of next week" at token i.
func endOf(t *text, i, hi int, today time.Time, tense int) (time.Time, string, int) {
	if i+2 >= hi || t.tok[i+1].low != "of" {
		return time.Time{}, "", 0
	}
	k := i + 2
	if t.tok[k].low == "the" && k+1 < hi {
		k++
	}
	if day, precision, n := periodOf(t.tok[k].low, today, k+1-i); n > 0 {
		return day, precision, n
	}
	day, precision, n := date(t, k, hi, today, tense)
	if n == 0 {
		return day, "", 0
	}
	return day, precision, k + n - i
}

// periodOf is the week, month or year that today is in.
func periodOf(unit string, today time.Time, n int) (time.Time, string, int) {
	switch unit {
	case "week", "month", "year":
		return relative("this", unit, today, n)
	}
	return time.Time{}, "", 0
}

// weekendAt reads "the weekend" at its noun: the coming one, or the last, or the one that is on.
func weekendAt(t *text, i int, today time.Time, tense int) (time.Time, string, int) {
	if i == 0 || t.tok[i-1].low != "the" || i+1 < len(t.tok) && t.tok[i+1].low == "of" {
		return time.Time{}, "", 0
	}
	saturday := monday(today).AddDate(0, 0, 5)
	if tense < 0 && saturday.After(today) {
		saturday = saturday.AddDate(0, 0, -7)
	}
	return saturday, "month", 1
}

// ordinalDay reads "the 27th" at its number, where it stands for a day and for nothing that is
// counted: "on the 27th", "the 27th of June", but not "the 27th round".
func ordinalDay(t *text, i, hi int, today time.Time, tense int) (time.Time, string, int) {
	d, ok := dayNumber(t.tok[i].low)
	if !ok || t.tok[i].kind != numberToken || len(t.tok[i].low) < 3 {
		return time.Time{}, "", 0
	}
	if i+2 < hi && t.tok[i+1].low == "of" && t.tok[i+2].is(flagCapital) {
		if mo, is := months[t.tok[i+2].low]; is {
			return withYear(t, i+3, hi, d, mo, today, 3, tense)
		}
	}
	if i < 2 || t.tok[i-1].low != "the" || i+1 < hi && t.tok[i+1].wordy() {
		return time.Time{}, "", 0
	}
	switch t.tok[i-2].low {
	case "on", "by", "until", "till":
	default:
		return time.Time{}, "", 0
	}
	day := firstOfMonth(today).AddDate(0, 0, d-1)
	switch {
	case tense > 0 && day.Before(today):
		day = firstOfMonth(today).AddDate(0, 1, d-1)
	case tense < 0 && day.After(today):
		day = firstOfMonth(today).AddDate(0, -1, d-1)
	}
	return day, "day", 1
}

// midMonth reads "mid-July".
func midMonth(t *text, i int, today time.Time, tense int) (time.Time, string, int) {
	name, ok := strings.CutPrefix(t.tok[i].low, "mid-")
	if !ok {
		return time.Time{}, "", 0
	}
	mo, ok := months[name]
	if !ok {
		return time.Time{}, "", 0
	}
	return time.Date(monthYear(mo, today, tense), mo, 1, 0, 0, 0, 0, today.Location()), "month", 1
}

// fourDigits reads a clock time without a colon, which needs what says that it is one: "0900
// GMT", "1730 local time", "2100 hours".
func (tm *times) fourDigits(t *text, i, hi int) (h, m, n int) {
	s := t.tok[i].low
	if len(s) != 4 || i+1 >= hi {
		return 0, 0, 0
	}
	switch zone, n, _ := tm.zones.match(t.tok, i+1); t.tok[i+1].low {
	case "hours", "hrs":
	case "local":
		if i+2 >= hi || t.tok[i+2].low != "time" {
			return 0, 0, 0
		}
	default:
		if !zone.digits || i+1+n > hi {
			return 0, 0, 0
		}
	}
	at, err := strconv.Atoi(s)
	if err != nil || at/100 > 23 || at%100 > 59 {
		return 0, 0, 0
	}
	return at / 100, at % 100, 1
}

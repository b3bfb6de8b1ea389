package feeds

import (
	"regexp"
	"strings"
	"time"
)

// maxDate bounds what is looked at as a date, in bytes.
const maxDate = 120

// exact are the layouts of nearly all feeds. They leave nothing to guess.
var exact = []string{time.RFC3339, "Mon, 2 Jan 2006 15:04:05 -0700"}

// readDate reads a date as sloppily as feeds write it, to UTC and never by the
// host's zone. guessed says that the zone, the year or the order of day and
// month was not in the text.
func readDate(s string, h habit) (t time.Time, guessed, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxDate {
		return time.Time{}, false, false
	}
	for _, layout := range exact {
		if t, err := time.Parse(layout, s); err == nil && isWorldly(t) {
			return t.UTC(), false, true
		}
	}
	if t, ok := namedZone(s); ok {
		return t, false, true
	}
	s = foldDate(s)
	if t, guessed, ok := digitDate(s); ok {
		return t, guessed, true
	}
	if t, ok := relativeDate(s, h.seen); ok {
		return t, true, true
	}
	var d civil
	if !d.readClock(&s) || !d.readDay(s, h) {
		return time.Time{}, false, false
	}
	return d.time()
}

// namedZone reads the commonest dialect: an exact layout with a zone's name.
func namedZone(s string) (time.Time, bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || len(s)-i > 6 {
		return time.Time{}, false
	}
	east, ok := zones[strings.ToLower(s[i+1:])]
	if !ok {
		return time.Time{}, false
	}
	t, err := time.Parse("Mon, 2 Jan 2006 15:04:05", s[:i])
	return t.Add(-time.Duration(east) * time.Minute), err == nil
}

// isWorldly rejects offsets that no place on earth has.
func isWorldly(t time.Time) bool {
	_, east := t.Zone()
	return east >= -12*3600 && east <= 14*3600
}

// civil is a date being put together from its parts.
type civil struct {
	year, month, day int
	hour, min, sec   int
	nanos            int
	zone             *time.Location
	zoned, guessed   bool
	korean           bool
}

func (d *civil) time() (time.Time, bool, bool) {
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 || d.hour > 24 || d.min > 59 || d.sec > 60 {
		return time.Time{}, false, false
	}
	if d.zone == nil {
		d.zone = time.UTC
	}
	if d.korean && !d.zoned {
		d.zone = time.FixedZone("", 9*3600)
	}
	t := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.min, d.sec, d.nanos, d.zone)
	return t.UTC(), d.guessed || !d.zoned, true
}

var (
	joinedDay = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})[t ]`)
	cjkDay    = regexp.MustCompile(`(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})`)
	yearFirst = regexp.MustCompile(`(?:^|\D)(\d{4})[-/.\s]{1,2}(\d{1,3})[-/.\s]{1,2}(\d{1,2})(?:\D|$)`)
	yearMonth = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})\s*$`)
	yearLast  = regexp.MustCompile(`(?:^|[^\d])(\d{1,2})([-/.\s])\s?(\d{1,2})[-/.\s]\s?(\d{4}|\d{2})(?:\D|$)`)
	dayNumber = regexp.MustCompile(`\d+`)
	// A number that is said to be a month, where the day stands before it.
	wordedMonth = regexp.MustCompile(`(?:thang|thg)\s*(\d{1,2})|\d\s+(\d{1,2})\s*[月월]`)
	weekNumber  = regexp.MustCompile(`^thu \d,?`)  // Vietnamese counts its weekdays
	tuesday     = regexp.MustCompile(`^mar\b\.?,`) // in French and its sisters
	dayWord     = regexp.MustCompile(`[\pL]+`)
)

// readDay finds year, month and day in what the clock left.
func (d *civil) readDay(s string, h habit) bool {
	month := time.Month(0)
	if at := wordedMonth.FindStringSubmatchIndex(s); at != nil {
		from, to := max(at[2], at[4]), max(at[3], at[5])
		month = time.Month(atoi(s[from:to]))
		s = s[:from] + s[to:]
		if at[2] >= 0 {
			s = weekNumber.ReplaceAllString(s, "")
		}
		return month <= 12 && d.readNamed(s, month, h)
	}
	words := dayWord.FindAllString(s, 12)
	if len(words) > 1 && tuesday.MatchString(s) {
		words = words[1:]
	}
	for _, w := range words {
		if m := monthOf(w); m != 0 {
			month = m // the last one: "dec., 01 jan." has a weekday first
		}
	}
	if month != 0 {
		return d.readNamed(s, month, h)
	}
	for _, pattern := range []*regexp.Regexp{cjkDay, yearFirst, joinedDay} {
		if m := pattern.FindStringSubmatch(s); m != nil {
			d.year, d.month, d.day = atoi(m[1]), atoi(m[2]), atoi(m[3])
			return true
		}
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		d.year, d.month, d.day, d.guessed = atoi(m[1]), atoi(m[2]), 1, true
		return true
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		return d.readNumeric(atoi(m[1]), atoi(m[3]), m[4], m[2], h)
	}
	return false
}

// readNamed takes day and year from the numbers around a month's name.
func (d *civil) readNamed(s string, month time.Month, h habit) bool {
	d.month = int(month)
	short := false // the year so far has two digits
	for _, n := range dayNumber.FindAllString(s, 6) {
		v := atoi(n)
		switch {
		case len(n) >= 3 || v > 31 || d.day != 0:
			if short && len(n) == 4 && d.day == 0 {
				return false // "99 Jun 2009"
			}
			if d.year == 0 && len(n) <= 4 {
				d.year, short = fullYear(v, len(n)), len(n) == 2
			}
		case v > 0:
			d.day = v
		}
	}
	if d.year == 0 && (d.day == 0 || h.seen.IsZero()) {
		return false
	}
	if d.day == 0 {
		d.day, d.guessed = 1, true
	}
	if d.year == 0 { // the latest such day that is not to come
		d.year, d.guessed = h.seen.Year(), true
		if time.Date(d.year, month, d.day, 0, 0, 0, 0, time.UTC).After(h.seen.Add(24 * time.Hour)) {
			d.year--
		}
	}
	return true
}

// readNumeric settles 08/07/2025 by the numbers themselves, the separator, and
// the feed's habit.
func (d *civil) readNumeric(a, b int, year, sep string, h habit) bool {
	c := atoi(year)
	if sep == "-" && len(year) == 2 && b <= 12 && c >= 1 && c <= 31 &&
		(h.seen.IsZero() || fullYear(a, 2) <= h.seen.Year()) {
		d.year, d.month, d.day = fullYear(a, 2), b, c // 03-12-31
		return true
	}
	d.year = fullYear(c, len(year))
	first := sep != "/" && sep != " " || h.dayFirst
	switch {
	case a > 12:
		first = true
	case b > 12:
		first = false
	case a != b && (sep == "/" || sep == " "):
		d.guessed = d.guessed || !h.certain
	}
	if first {
		d.day, d.month = a, b
	} else {
		d.month, d.day = a, b
	}
	return true
}

// fullYear widens a year of two digits, and of three as mail does.
func fullYear(y, digits int) int {
	switch {
	case digits == 3 && y >= 100 && y < 150:
		return 1900 + y
	case digits > 2:
		return y
	case y < 69:
		return 2000 + y
	}
	return 1900 + y
}

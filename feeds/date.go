package feeds

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// skewAllowed is how far a publisher's clock may run ahead before its dates
// count as lying in the future.
const skewAllowed = 10 * time.Minute

// habit is how one feed writes what a single date leaves open.
type habit struct {
	dayFirst bool // 08/07/2025 is 8 July
	certain  bool // the feed's own dates prove it
	seen     time.Time
}

var slashDate = regexp.MustCompile(`(?:^|\D)(\d{1,2})[/\s](\d{1,2})[/\s](\d{4}|\d{2})(?:\D|$)`)

// readHabit learns the order of day and month from all dates of a feed. A
// number above 12 proves it. Where none does, the config's day_first counts,
// then which order keeps the dates out of the future, then the country of the
// feed's host; the American order is the last resort.
func readHabit(items []rawItem, o ParseOptions) habit {
	h := habit{seen: o.Seen}
	dayFirst, monthFirst, open := 0, 0, false
	var late [2]bool // a date of [month first, day first] would lie ahead
	for _, it := range items {
		for _, date := range slices.Concat(it.published, it.updated) {
			if len(date) > maxDate || !mayBeNumeric(date) {
				continue
			}
			m := slashDate.FindStringSubmatch(date)
			if m == nil {
				continue
			}
			switch a, b := atoi(m[1]), atoi(m[2]); {
			case a > 12:
				dayFirst++
			case b > 12:
				monthFirst++
			default:
				open = true
				year, soon := fullYear(atoi(m[3]), len(m[3])), o.Seen.Add(36*time.Hour)
				late[0] = late[0] || time.Date(year, time.Month(a), b, 0, 0, 0, 0, time.UTC).After(soon)
				late[1] = late[1] || time.Date(year, time.Month(b), a, 0, 0, 0, 0, time.UTC).After(soon)
			}
		}
	}
	switch {
	case dayFirst != monthFirst:
		h.dayFirst, h.certain = dayFirst > monthFirst, dayFirst == 0 || monthFirst == 0
	case !open:
	case o.Feed.DayFirst:
		h.dayFirst = true
	case !o.Seen.IsZero() && late[0] != late[1]:
		h.dayFirst = late[0]
	default:
		h.dayFirst = isDayFirstHost(o.URL)
	}
	return h
}

// mayBeNumeric spares the ordinary dates, with a month's name or hyphens, the
// search.
func mayBeNumeric(date string) bool {
	between := 0
	for i := 1; i+1 < len(date); i++ {
		if date[i] == '/' || date[i] == ' ' && isDigit(date[i-1]) && isDigit(date[i+1]) {
			between++
		}
	}
	return between > 1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isDayFirstHost reports whether a feed's host is under a country's own domain;
// nearly all of those but the American write the day first.
func isDayFirstHost(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := u.Hostname()
	tld := host[strings.LastIndexByte(host, '.')+1:]
	return len(tld) == 2 && tld != "us" && tld != "io" && tld != "co" && tld != "tv" && tld != "ai" && tld != "me"
}

// stamp reads the item's dates and says where the published one is from.
func (h habit) stamp(s *model.Sighting, raw rawItem) {
	published, guessed := h.readFirst(raw.published)
	updated, guessedToo := h.readFirst(raw.updated)
	s.Updated = updated
	switch {
	case !published.IsZero():
		s.Published, s.DateFrom = published, model.DatePublished
	case !updated.IsZero():
		s.Published, s.DateFrom, guessed = updated, model.DateUpdated, guessedToo
	default:
		s.Published, s.DateFrom = s.Seen, model.DateFirstSeen
		s.Flags = append(s.Flags, model.FlagDateMissing)
		return
	}
	if guessed {
		s.Flags = append(s.Flags, model.FlagDateGuessed)
	}
	if !s.Seen.IsZero() && s.Published.After(s.Seen.Add(skewAllowed)) {
		s.Flags = append(s.Flags, model.FlagDateFuture)
	}
}

// readFirst returns the first that is a date.
func (h habit) readFirst(dates []string) (t time.Time, guessed bool) {
	for _, date := range dates {
		if t, guessed = h.read(date); !t.IsZero() {
			break
		}
	}
	return t, guessed
}

// read returns the zero time for what is no date. Dates that programs write for
// "none" or "never" (year 1, the Unix epoch, the end of 9999) are none: the last is
// in the year 10000 in some zones, which no JSON can say.
func (h habit) read(s string) (t time.Time, guessed bool) {
	t, guessed, ok := readDate(s, h)
	if !ok || t.Year() < 1900 || t.Year() >= 9999 || t.Unix() == 0 {
		return time.Time{}, false
	}
	return t, guessed
}

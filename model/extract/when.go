package extract

import (
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones are the same on every host

	"parley/model"
)

// times reads when something is said to happen. Made once, only read afterwards.
type times struct {
	places *terms[*time.Location]
	zones  *terms[timeZone]
	local  *time.Location // what "local time" means without a dateline; nil for the zone of writing
	clocks *time.Location // of clock times for which nothing names a zone; nil for the zone of writing
}

// timeZone is a zone as it is named behind a clock time.
type timeZone struct {
	at     *time.Location
	digits bool // the name is nothing else: four digits before it are a time, and no year
}

func newTimes(x *lexicon, local, clocks *time.Location) (*times, error) {
	tm := &times{places: newTerms[*time.Location](x), zones: x.zones, local: local, clocks: clocks}
	err := eachZone("data/places.txt", func(place string, at *time.Location, _ string) { tm.places.add(place, at) })
	if err != nil {
		return nil, err
	}
	return tm, eachZone("data/events-zones.txt", func(name string, at *time.Location, digits string) {
		tm.zones.add(name, timeZone{at, digits == "yes"})
	})
}

// eachZone reads a list of names and their zones, and of what a third column says of them.
func eachZone(file string, add func(name string, at *time.Location, more string)) error {
	rows, err := table(eventData, file, 3)
	if err != nil {
		return err
	}
	for _, row := range rows {
		at, err := time.LoadLocation(row[1])
		if err != nil {
			return err
		}
		for _, name := range list(row[0]) {
			add(name, at, row[2])
		}
	}
	return nil
}

// addPlaces adds those places that no list has, in a zone; nil for one that is not known.
func (tm *times) addPlaces(places []string, zone *time.Location) {
	for _, place := range places {
		cut := tm.places.lex.tokenizeInto(nil, place)
		if _, n, known := tm.places.match(cut, 0); !known || n < len(cut) {
			tm.places.add(place, zone)
		}
	}
}

// moment is a time while it is put together.
type moment struct {
	day       time.Time // midnight in its zone; zero for none
	precision string
	hour, min int
	clock     bool
	rough     bool // "about noon"
	zone      *time.Location
}

// find reads the first time named in tokens lo to hi and resolves it against the
// day it was written on. tense is -1 for things past, 1 for things to come, 0 for
// now; at is the zone of the place where it happens, nil for none. A day is
// counted in the zone of the clock time beside it.
func (tm *times) find(t *text, lo, hi int, written time.Time, tense int, at *time.Location) model.When {
	if written.IsZero() {
		return model.When{Precision: "unknown"}
	}
	m := moment{zone: written.Location()}
	if i, n := tm.firstClock(t, lo, hi); n > 0 {
		m.rough = i > lo && rough(t, i)
		m.zone = tm.zoneOf(t, i+n, hi, written.Location(), at)
		if zone := tm.zoneBy(t, i, i+n, hi); zone != nil {
			m.zone = zone
		}
		written = written.In(m.zone)
	}
	today := midnight(written)
	for i := lo; i < hi; i++ {
		if m.precision != "day" {
			if day, precision, n := date(t, i, hi, today, tense); n > 0 {
				if m.precision == "" || precision == "day" {
					m.day, m.precision = day, precision
				}
				i += n - 1
				continue
			}
		}
		if !m.clock {
			if h, mi, n := tm.clock(t, i, hi); n > 0 {
				m.hour, m.min, m.clock = h, mi, true
				i += n - 1
			}
		}
	}
	return m.when(written, tense)
}

// ahead is how long after its report's date a thing that is done may lie: a live
// page keeps the date of its first version.
const ahead = 12 * time.Hour

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func (m *moment) when(written time.Time, tense int) model.When {
	if m.clock && (m.precision == "day" || m.precision == "") {
		day := m.day
		if m.precision == "" {
			day = midnight(written)
		}
		at := time.Date(day.Year(), day.Month(), day.Day(), m.hour, m.min, 0, 0, m.zone)
		if m.precision == "" && tense < 0 && at.After(written.Add(ahead)) {
			at = at.AddDate(0, 0, -1) // told after midnight of the evening before
		}
		precision := "minute"
		if m.rough {
			precision = "hour"
		}
		return model.When{Start: at.Format(time.RFC3339), Precision: precision}
	}
	if m.precision == "" {
		return model.When{Precision: "unknown"}
	}
	return model.When{Start: m.day.Format(time.RFC3339), Precision: m.precision}
}

// firstClock finds the first clock time in tokens lo to hi; n is its length, 0 for
// none.
func (tm *times) firstClock(t *text, lo, hi int) (i, n int) {
	for i = lo; i < hi; i++ {
		if _, _, n = tm.clock(t, i, hi); n > 0 {
			return i, n
		}
	}
	return i, 0
}

// rough tells whether the clock time at token i is only a near one: "about noon",
// "just before 8 a.m.", "shortly after 19:00".
func rough(t *text, i int) bool {
	switch t.tok[i-1].low {
	case "about", "around", "approximately", "roughly", "nearly", "almost", "circa", "before", "after":
		return true
	}
	return false
}

// zoneOf finds the zone of the clock time that ends before token i. The one that
// is written behind it wins, then "local time", then the place of what happens,
// then the zone that the report is written in if that says anything, which UTC
// does not: feeds write it whatever their clocks show.
func (tm *times) zoneOf(t *text, i, hi int, writing, at *time.Location) *time.Location {
	if i < hi && t.tok[i].low == "(" {
		i++
	}
	if i < hi {
		if zone, _, ok := tm.zones.match(t.tok, i); ok {
			return zone.at
		}
	}
	if i < hi && t.tok[i].is(flagCapital) {
		zone, n, named := tm.places.match(t.tok, i)
		for k := i + n; named && k < hi && k < i+n+5; k++ { // "Washington, D.C., time"
			if t.tok[k].low == "time" {
				return zone
			}
			if k > i+n && t.tok[k].kind == wordToken && !t.tok[k].is(flagCapital) {
				break
			}
		}
	}
	if i+1 < hi && t.tok[i].low == "in" && t.tok[i+1].is(flagCapital) {
		if zone, _, named := tm.places.match(t.tok, i+1); named && zone != nil {
			return zone // "at 9 a.m. in Oslo"
		}
	}
	local := i+1 < hi && t.tok[i].low == "local" && t.tok[i+1].low == "time"
	switch {
	case at != nil:
		return at
	case local && tm.local != nil && isUTC(writing) && tm.dateline(t) == nil:
		return tm.local
	case !local && tm.clocks != nil && isUTC(writing):
		return tm.clocks
	}
	return writing
}

// zoneBy tells the zone of the clock time at token i from the same time in a named zone
// in brackets behind it, at k: "1:15 p.m. (1715 GMT)". It returns nil if none is there.
func (tm *times) zoneBy(t *text, i, k, hi int) *time.Location {
	if k+1 < hi && t.tok[k].low == "local" && t.tok[k+1].low == "time" {
		k += 2
	}
	if k+2 >= hi || t.tok[k].low != "(" {
		return nil
	}
	h, mi, n := tm.clock(t, k+1, hi)
	if n == 0 || k+1+n >= hi {
		return nil
	}
	named, _, ok := tm.zones.match(t.tok, k+1+n)
	if !ok || !isUTC(named.at) {
		return nil
	}
	here, hm, _ := tm.clock(t, i, hi)
	ahead := (here*60 + hm) - (h*60 + mi)
	switch { // no zone is further from UTC than these
	case ahead > 14*60:
		ahead -= 24 * 60
	case ahead < -12*60:
		ahead += 24 * 60
	}
	return time.FixedZone("", ahead*60)
}

// isUTC tells whether a zone is UTC by any name.
func isUTC(zone *time.Location) bool {
	name, offset := time.Time{}.In(zone).Zone()
	return offset == 0 && (name == "UTC" || name == "")
}

// clock reads "11:30 a.m.", "11 a.m.", "3pm", "19:00", "noon" at token i.
func (tm *times) clock(t *text, i, hi int) (h, m, n int) {
	k := &t.tok[i]
	switch k.low {
	case "noon", "midday":
		return 12, 0, 1
	case "midnight":
		return 0, 0, 1
	}
	if k.kind != numberToken {
		return 0, 0, 0
	}
	if h, m, n = tm.fourDigits(t, i, hi); n > 0 {
		return h, m, n
	}
	s, half := k.low, ""
	for _, end := range []string{"am", "pm"} {
		if strings.HasSuffix(s, end) {
			s, half = strings.TrimSuffix(s, end), end
		}
	}
	n = 1
	if half == "" && i+1 < hi {
		switch strings.ReplaceAll(t.tok[i+1].low, ".", "") {
		case "am":
			half, n = "am", 2
		case "pm":
			half, n = "pm", 2
		}
	}
	hs, ms, colon := strings.Cut(strings.Replace(s, ".", ":", 1), ":")
	h, err := strconv.Atoi(hs)
	if err != nil || h > 23 || half == "" && !strings.Contains(s, ":") {
		return 0, 0, 0
	}
	if colon {
		if m, err = strconv.Atoi(ms); err != nil || m > 59 || len(ms) != 2 {
			return 0, 0, 0
		}
	}
	if half != "" && (h > 12 || h == 0) {
		return 0, 0, 0
	}
	if half == "pm" && h < 12 {
		h += 12
	}
	if half == "am" && h == 12 {
		h = 0
	}
	return h, m, n
}

// afterDateline returns where a text begins that has a place, often the day of filing,
// and an agency before it: "Port Marden, Aug 9 (Demo Wire) The ferry …".
func afterDateline(t *text, s stretch) int {
	for i := s.lo; i < s.hi && i < s.lo+12; i++ {
		k := &t.tok[i]
		switch {
		case k.low == "(" || k.low == "/":
			for end := i + 1; end < s.hi && end < i+6; end++ {
				if t.tok[end].low == ")" || t.tok[end].low == "/" {
					for end+1 < s.hi && !t.tok[end+1].wordy() && t.tok[end+1].kind != quoteToken {
						end++
					}
					return end + 1
				}
			}
			return s.lo
		case k.kind == wordToken && !k.is(flagCapital), k.kind == dashToken && !k.is(flagGlued) && i == s.lo, k.kind == quoteToken:
			return s.lo
		case k.kind == dashToken && !k.is(flagGlued) && i+1 < s.hi:
			return i + 1
		}
	}
	return s.lo
}

// dateline finds the zone that a text was written in by its first words:
// "ANCHORAGE, Alaska (Demo Wire) —", "MOSCOW, August 16. /DEMO/".
func (tm *times) dateline(t *text) *time.Location {
	for i := 0; i < len(t.tok) && i < 12; i++ {
		k := &t.tok[i]
		if k.kind == dashToken || k.low == "/" || k.low == "(" {
			zone, _, _ := tm.places.match(t.tok, 0)
			if t.tok[0].is(flagAllCaps) {
				return zone
			}
			return nil
		}
	}
	return nil
}

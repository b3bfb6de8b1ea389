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
	zones  *terms[*time.Location]
	local  *time.Location // what "local time" means without a dateline; nil for the zone of writing
}

func newTimes(x *lexicon, local *time.Location) (*times, error) {
	tm := &times{places: newTerms[*time.Location](x), zones: newTerms[*time.Location](x), local: local}
	for name, into := range map[string]*terms[*time.Location]{"data/places.txt": tm.places, "data/events-zones.txt": tm.zones} {
		rows, err := table(eventData, name, 2)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			zone, err := time.LoadLocation(row[1])
			if err != nil {
				return nil, err
			}
			for _, w := range list(row[0]) {
				into.add(w, zone)
			}
		}
	}
	return tm, nil
}

// moment is a time while it is put together.
type moment struct {
	day       time.Time // midnight in its zone; zero for none
	precision string
	hour, min int
	clock     bool
	zone      *time.Location
}

// find reads the first time named in tokens lo to hi and resolves it against the
// day it was written on. tense is -1 for things past, 1 for things to come, 0 for now.
// A time that is said to be local is in the zone of the dateline, else in that of
// the times.
func (tm *times) find(t *text, lo, hi int, written time.Time, tense int) model.When {
	if written.IsZero() {
		return model.When{Precision: "unknown"}
	}
	if tm.local != nil && localTime(t, lo, hi) && tm.dateline(t) == nil {
		written = written.In(tm.local)
	}
	m := moment{zone: written.Location()}
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
			if h, mi, n := clock(t, i, hi); n > 0 {
				m.hour, m.min, m.clock = h, mi, true
				if zone, k, ok := tm.zoneAt(t, i+n, hi); ok {
					m.zone = zone
					i += k
				}
				i += n - 1
			}
		}
	}
	return m.when(today)
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func (m *moment) when(today time.Time) model.When {
	if m.clock && (m.precision == "day" || m.precision == "") {
		if m.precision == "" {
			m.day = today
		}
		at := time.Date(m.day.Year(), m.day.Month(), m.day.Day(), m.hour, m.min, 0, 0, m.zone)
		return model.When{Start: at.Format(time.RFC3339), Precision: "minute"}
	}
	if m.precision == "" {
		return model.When{Precision: "unknown"}
	}
	return model.When{Start: m.day.Format(time.RFC3339), Precision: m.precision}
}

// localTime tells whether the first clock time in tokens lo to hi is said to be a
// local one.
func localTime(t *text, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if _, _, n := clock(t, i, hi); n > 0 {
			i += n
			if i < hi && t.tok[i].low == "(" {
				i++
			}
			return i+1 < hi && t.tok[i].low == "local" && t.tok[i+1].low == "time"
		}
	}
	return false
}

// zoneAt reads the zone after a clock time; "local time" keeps the one in force.
func (tm *times) zoneAt(t *text, i, hi int) (*time.Location, int, bool) {
	if i < hi && t.tok[i].low == "(" {
		i++
	}
	if i >= hi {
		return nil, 0, false
	}
	zone, n, ok := tm.zones.match(t.tok, i)
	return zone, n, ok
}

// clock reads "11:30 a.m.", "11 a.m.", "3pm", "19:00", "noon" at token i.
func clock(t *text, i, hi int) (h, m, n int) {
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

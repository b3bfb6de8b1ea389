package ui

import (
	"fmt"
	"strings"
	"time"
)

// zone is one of the clocks that `t` goes through.
type zone struct {
	name string
	loc  *time.Location
}

// zonesFor lists the clocks of a desk: the summit's first, then the reader's own, and the
// capitals last, by their names. A zone that this machine does not know is left out.
func zonesFor(timezone string, local *time.Location, capitals []string) []zone {
	var zones []zone
	add := func(name, iana string) {
		if loc, err := time.LoadLocation(iana); err == nil && iana != "" {
			zones = append(zones, zone{name, loc})
		}
	}
	add("summit", timezone)
	zones = append(zones, zone{"local", local})
	zones = append(zones, zone{"UTC", time.UTC})
	for _, iana := range capitals {
		add(cityOf(iana), iana)
	}
	return zones
}

// cityOf is the city that a zone is named after: "Kyiv" of "Europe/Kyiv".
func cityOf(iana string) string {
	return strings.ReplaceAll(iana[strings.LastIndexByte(iana, '/')+1:], "_", " ")
}

// firstClock is the name of the zone that Options.FirstClock asks for, where that is
// another than the summit's.
func (o *Options) firstClock() (name string, set bool) {
	switch {
	case o.FirstClock == "local":
		return "local", true
	case o.FirstClock == "utc":
		return "UTC", true
	case o.FirstClock == "capitals" && len(o.Zones) > 0:
		return cityOf(o.Zones[0]), true
	}
	return "", false
}

// abbrev is the short name of a zone at a moment: "AKDT", "UTC", "MSK".
func abbrev(t time.Time, loc *time.Location) string {
	name, _ := t.In(loc).Zone()
	if name == "" || name[0] == '+' || name[0] == '-' {
		return "UTC" + t.In(loc).Format("-07:00")
	}
	return name
}

func hm(t time.Time, loc *time.Location) string { return t.In(loc).Format("15:04") }

func day(t time.Time, loc *time.Location) string { return t.In(loc).Format("2 Jan") }

// stamp is a moment in full: "15 Aug 2025 14:58 AKDT".
func stamp(t time.Time, loc *time.Location) string {
	if t.IsZero() {
		return "no time"
	}
	return t.In(loc).Format("2 Jan 2006 15:04 ") + abbrev(t, loc)
}

// shortStamp is a moment without its year: "15 Aug 14:58".
func shortStamp(t time.Time, loc *time.Location) string { return t.In(loc).Format("2 Jan 15:04") }

// stampBeside is a moment beside another one: its year only where that is another.
func stampBeside(t, other time.Time, loc *time.Location) string {
	if t.In(loc).Year() == other.In(loc).Year() {
		return shortStamp(t, loc)
	}
	return t.In(loc).Format("2 Jan 2006 15:04")
}

// sameDay reports whether two moments fall on one day of a zone.
func sameDay(a, b time.Time, loc *time.Location) bool {
	ay, am, ad := a.In(loc).Date()
	by, bm, bd := b.In(loc).Date()
	return ay == by && am == bm && ad == bd
}

// ago says how long a stretch is, in one or two units: "3 min", "2 h 05", "1 d 3 h",
// and from three days on in whole days: "4 d".
func ago(d time.Duration) string {
	if d < 0 {
		d = -d
	}
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 24*time.Hour:
		return fmt.Sprintf("%d h %02d", int(d.Hours()), int(d.Minutes())%60)
	}
	days, hours := int(d.Hours())/24, int(d.Hours())%24
	if days >= 3 || hours == 0 {
		return fmt.Sprintf("%d d", days)
	}
	return fmt.Sprintf("%d d %d h", days, hours)
}

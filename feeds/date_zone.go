package feeds

import (
	"regexp"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the same zones on every host
)

// zones gives the zone names of feeds in minutes east of Greenwich. A name that
// several places use means the one whose feeds write it.
var zones = map[string]int{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "egst": 0, "azost": 0, "zulu": 0,
	"bst": 60, "cet": 60, "met": 60, "mez": 60, "wat": 60, "west": 60, "wast": 120,
	"eet": 120, "cest": 120, "mest": 120, "mesz": 120, "cat": 120, "sast": 120,
	"eest": 180, "msk": 180, "trt": 180, "eat": 180, "idt": 180, "oesz": 180, "oez": 120,
	"irst": 210, "irdt": 270, "msd": 240, "samt": 240, "gst": 240, "azt": 240, "amt": 240, "get": 240,
	"aft": 270, "pkt": 300, "uzt": 300, "yekt": 300, "tmt": 300, "tjt": 300, "mvt": 300,
	"ist": 330, "npt": 345, "bdt": 360, "almt": 360, "omst": 360, "btt": 360, "kgt": 360, "yekst": 360,
	"mmt": 390, "ict": 420, "wib": 420, "novt": 420, "krat": 420, "hovt": 420,
	"sgt": 480, "hkt": 480, "pht": 480, "myt": 480, "awst": 480, "wita": 480, "irkt": 480, "ulat": 480,
	"jst": 540, "kst": 540, "wit": 540, "yakt": 540,
	"acst": 570, "aest": 600, "vlat": 600, "chst": 600, "pgt": 600, "acdt": 630, "aedt": 660, "magt": 660, "sakt": 660, "sbt": 660,
	"nzst": 720, "pett": 720, "fjt": 720, "anat": 720, "nzdt": 780,
	"cvt": -60, "azot": -60, "egt": -60, "ndt": -150, "nst": -210, "art": -180, "brt": -180, "adt": -180,
	"clst": -180, "uyt": -180, "pyst": -180, "ast": -240, "clt": -240, "bot": -240, "vet": -240, "gyt": -240,
	"edt": -240, "est": -300, "cdt": -300, "pet": -300, "cot": -300, "ect": -300, "act": -300, //nolint:misspell // Ecuador
	"cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480, "akdt": -480, "akst": -540,
	"hst": -600, "hast": -600, "hadt": -540, "hdt": -540, "sst": -660,
}

// seasonal are the short names that mean whatever the clock there shows.
var seasonal = map[string]string{
	"et": "America/New_York", "eastern": "America/New_York", "ct": "America/Chicago", "central": "America/Chicago",
	"mt": "America/Denver", "mountain": "America/Denver", "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
	"at": "America/Halifax", "akt": "America/Anchorage", "alaska": "America/Anchorage",
	"uhr": "Europe/Berlin", "мск": "Europe/Moscow", "moscow": "Europe/Moscow", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv",
}

var (
	offset   = regexp.MustCompile(`^[\s,.]*(?:\(?(?:gmt|utc|ut|z)\)?\s*)?([+-])0?(\d{1,2})(?::?(\d{2}))?(?:\D|$)`)
	zoneName = regexp.MustCompile(`[\pL]+(?:/[\pL_ +-]+\d*)*`)
	places   sync.Map // IANA name → *time.Location, filled as feeds use them
)

// zone reads what stands after a time of day, folded: a numeric offset, a name
// from the table, or a place. It returns where the zone is and whether one was
// named; the text without it is what may still hold a year.
func zone(tail string) (loc *time.Location, rest string, ok bool) {
	if m := offset.FindStringSubmatchIndex(tail); m != nil {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return tail[m[2*i]:m[2*i+1]]
		}
		east := atoi(part(2))*60 + atoi(part(3))
		end := m[5]
		if m[7] > 0 {
			end = m[7]
		}
		if part(1) == "-" {
			east = -east
		}
		if atoi(part(3)) > 59 || east < -12*60 || east > 14*60 {
			return time.UTC, tail[end:], false
		}
		return time.FixedZone("", east*60), tail[end:], true
	}
	for _, at := range zoneName.FindAllStringIndex(tail, 8) {
		name, rest := tail[at[0]:at[1]], tail[:at[0]]+" "+tail[at[1]:]
		if east, ok := zones[name]; ok {
			if m := offset.FindStringSubmatchIndex(tail[at[1]:]); m != nil && east == 0 {
				return zone(tail[at[1]:])
			}
			return time.FixedZone("", east*60), rest, true
		}
		if place, ok := seasonal[name]; ok {
			name = place
		}
		if strings.Contains(name, "/") {
			if loc := placeOf(strings.TrimSpace(name)); loc != nil {
				return loc, rest, true
			}
		}
	}
	return time.UTC, tail, false
}

// placeOf loads a zone by its IANA name in any case, nil for none.
func placeOf(name string) *time.Location {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' })
	name = strings.Join(words, "_")
	var b strings.Builder
	up := true
	for _, r := range name {
		if up {
			b.WriteString(strings.ToUpper(string(r)))
		} else {
			b.WriteRune(r)
		}
		up = r == '/' || r == '_' || r == '-'
	}
	name = b.String()
	if rest, ok := strings.CutPrefix(name, "Etc/"); ok {
		name = "Etc/" + strings.ToUpper(rest)
	}
	if loc, ok := places.Load(name); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	places.Store(name, loc)
	return loc
}

package feeds

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"parley/model"
)

// seenAt is when the tests' desk looks.
var seenAt = time.Date(2025, 8, 15, 20, 0, 0, 0, time.UTC)

// dateCases holds one date a line, as written and as meant, "" for no date.
var dateCases = []struct{ in, want string }{
	// RFC 822 and its many dialects
	{"Fri, 15 Aug 2025 11:30:00 GMT", "2025-08-15T11:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 +0300", "2025-08-15T08:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 +03:00", "2025-08-15T08:30:00Z"},
	{"Fri,15 Aug 2025 11:30:00 GMT", "2025-08-15T11:30:00Z"},
	{"15 Aug 2025 11:30 GMT", "2025-08-15T11:30:00Z"},
	{"Fri, 15 August 2025 11:30:00 EDT", "2025-08-15T15:30:00Z"},
	{"Wed, 15 Aug 2025 11:30:00 GMT", "2025-08-15T11:30:00Z"}, // no Wednesday
	{"Fri, 15 Aug 25 11:30:00 GMT", "2025-08-15T11:30:00Z"},
	{"Fri, 15 Aug 1997 11:30:00 GMT", "1997-08-15T11:30:00Z"},
	{"Fri, 15 Aug 97 11:30:00 GMT", "1997-08-15T11:30:00Z"},
	{"Fri, 15 Aug 2025", "2025-08-15T00:00:00Z"},
	{"Fri, 15 Aug, 2025 06:28:00 UTC", "2025-08-15T06:28:00Z"},
	{"Fri, 15 Aug 2025 24:00:00 GMT", "2025-08-16T00:00:00Z"},
	{"Fri, 15 Aug 2025 11:30:60 GMT", "2025-08-15T11:31:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 Etc/GMT", "2025-08-15T11:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 America/Anchorage", "2025-08-15T19:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 GMT-08:00", "2025-08-15T19:30:00Z"},
	{"Fri Aug 15 2025 11:30:00 GMT+0200 (Central European Summer Time)", "2025-08-15T09:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 -0400 (EDT)", "2025-08-15T15:30:00Z"},
	{"Mon, 1 Sept 2025 11:30:00 GMT", "2025-09-01T11:30:00Z"},
	{"Thurs, 14 Aug 2025 11:30:00 GMT", "2025-08-14T11:30:00Z"},
	{"Fri, 15th Aug 2025 11:30:00 GMT", "2025-08-15T11:30:00Z"},
	{"Fri Aug 15 11:30:00 2025", "2025-08-15T11:30:00Z"},
	{"Fri Aug 15 11:30:00 +0000 2025", "2025-08-15T11:30:00Z"},
	{"Fri Aug 15 11:30:00 PDT 2025", "2025-08-15T18:30:00Z"},
	// zones by name
	{"Fri, 15 Aug 2025 22:30:00 MSK", "2025-08-15T19:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 AKDT", "2025-08-15T19:30:00Z"},
	{"Sat, 15 Feb 2025 11:30:00 AKST", "2025-02-15T20:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 EEST", "2025-08-15T08:30:00Z"},
	{"Sat, 15 Feb 2025 11:30:00 EET", "2025-02-15T09:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 IST", "2025-08-15T06:00:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 BST", "2025-08-15T10:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 CEST", "2025-08-15T09:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 JST", "2025-08-15T02:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 ET", "2025-08-15T15:30:00Z"},
	{"Sat, 15 Feb 2025 11:30:00 ET", "2025-02-15T16:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 PT", "2025-08-15T18:30:00Z"},
	{"Mon, 26 January 2004 16:31:00 AT", "2004-01-26T20:31:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 +-0300", "2025-08-15T11:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 XYZT", "2025-08-15T11:30:00Z"},
	// RFC 3339, ISO 8601 and their dialects
	{"2025-08-15T11:30:00Z", "2025-08-15T11:30:00Z"},
	{"2025-08-15T11:30:00.123456Z", "2025-08-15T11:30:00Z"},
	{"2025-08-15T11:30:00+03:00", "2025-08-15T08:30:00Z"},
	{"2025-08-15T11:30:00+0300", "2025-08-15T08:30:00Z"},
	{"2025-08-15T11:30:00+03", "2025-08-15T08:30:00Z"},
	{"2025-08-15T8:30:00-010:00", "2025-08-15T18:30:00Z"},
	{"2025-08-15T11:30:00+05:30", "2025-08-15T06:00:00Z"},
	{"2025-08-15T11:30:00 -0530", "2025-08-15T17:00:00Z"},
	{"2025-08-15T11:30+03:00", "2025-08-15T08:30:00Z"},
	{"2025-08-15T11:30:00-05:00Z", "2025-08-15T16:30:00Z"},
	{"2025-08-15T11:30:00 EST", "2025-08-15T16:30:00Z"},
	{"2025-08-15t11:30:00z", "2025-08-15T11:30:00Z"},
	{"2025-08-15 11:30:00 +00:00", "2025-08-15T11:30:00Z"},
	{"2025-08-15 11:30:00 UTC", "2025-08-15T11:30:00Z"},
	{"2025-08-15 11:30:00.0", "2025-08-15T11:30:00Z"},
	{"2025-08-15 11:30", "2025-08-15T11:30:00Z"},
	{"2025-08-15T11:30:00", "2025-08-15T11:30:00Z"},
	{"20250815T113000Z", "2025-08-15T11:30:00Z"},
	{"2025-08-15", "2025-08-15T00:00:00Z"},
	{"2025/08/15 11:30:00", "2025-08-15T11:30:00Z"},
	{"2025-08", "2025-08-01T00:00:00Z"},
	{"2025", "2025-01-01T00:00:00Z"},
	{"20250815", "2025-08-15T00:00:00Z"},
	{"20250815113000", "2025-08-15T11:30:00Z"},
	{"2025-227", "2025-08-15T00:00:00Z"},
	{"2025227", "2025-08-15T00:00:00Z"},
	{"2025-W33-5", "2025-08-15T00:00:00Z"},
	{"25-08-15", "2025-08-15T00:00:00Z"},
	{"250815", "2025-08-15T00:00:00Z"},
	{"2025-08-15T24:00:00Z", "2025-08-16T00:00:00Z"},
	{"2025-08-15T11:30:00+15:00", "2025-08-15T11:30:00Z"}, // no such zone
	{"2025-008-15T11:30:00Z", "2025-08-15T11:30:00Z"},
	// by hand
	{"8/21/2024 9:00:00 AM", "2024-08-21T09:00:00Z"},
	{"金, 15 8 2025 07:37:00 PDT", "2025-08-15T14:37:00Z"},
	{"Wed, 31 Ago 2016 11:08:22 GMT", "2016-08-31T11:08:22Z"},
	{"8/21/2024 12:05 AM", "2024-08-21T00:05:00Z"},
	{"21/8/2024 9:05 pm", "2024-08-21T21:05:00Z"},
	{"15.08.2025 11:30", "2025-08-15T11:30:00Z"},
	{"15.08.25", "2025-08-15T00:00:00Z"},
	{"08-07-2025", "2025-07-08T00:00:00Z"},
	{"Friday, August 15, 2025 - 3:09pm", "2025-08-15T15:09:00Z"},
	{"Fri, August 15, 2025 at 01:11 PM EDT", "2025-08-15T17:11:00Z"},
	{"Aug. 15, 2025, 10:57 a.m.", "2025-08-15T10:57:00Z"},
	{"Aug 15, 2025", "2025-08-15T00:00:00Z"},
	{"Aug. 2025", "2025-08-01T00:00:00Z"},
	{"15 Aug 2025 at 11.30am", "2025-08-15T11:30:00Z"},
	{"15.08.2025, 11.30 Uhr", "2025-08-15T09:30:00Z"},
	{"Friday, 15-Aug-25 11:30:00 GMT", "2025-08-15T11:30:00Z"},
	{"15-AUG-2025 11:30", "2025-08-15T11:30:00Z"},
	{"2025-08-15 11:30:00.123456789 -0400 EDT m=+0.1", "2025-08-15T15:30:00Z"},
	{"2025-08-15T11:30:00.000-0400", "2025-08-15T15:30:00Z"},
	{"Fri, 15 Aug 2025 3:30:00 PM EST", "2025-08-15T20:30:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 UTC+3", "2025-08-15T08:30:00Z"},
	{"14:30, 15 August 2025", "2025-08-15T14:30:00Z"},
	{"15 Aug 14:30", "2025-08-15T14:30:00Z"},
	{"30 Dec 14:30", "2024-12-30T14:30:00Z"},
	{"1755257400", "2025-08-15T11:30:00Z"},
	{"1755257400000", "2025-08-15T11:30:00Z"},
	{"1755257400.25", "2025-08-15T11:30:00Z"},
	{"@1755257400", "2025-08-15T11:30:00Z"},
	{"/Date(1755257400000+0300)/", "2025-08-15T11:30:00Z"},
	{"2025-08-15T11Z", "2025-08-15T11:00:00Z"},
	{"2025-08-15T11+03:00", "2025-08-15T08:00:00Z"},
	{"20250815T11Z", "2025-08-15T11:00:00Z"},
	{"Fri, 15 Aug 2025 11:30:00 --0400", "2025-08-15T15:30:00Z"},
	{"2025-08-15T11:30:00:-0400", "2025-08-15T15:30:00Z"},
	{"11:30 15.08.2025 -0400", "2025-08-15T15:30:00Z"},
	{"15.08.2025 +03:00", "2025-08-14T21:00:00Z"},
	{"2025-08-15+03:00", "2025-08-14T21:00:00Z"},
	{"15/Aug/2025:11:30:00 +0300", "2025-08-15T08:30:00Z"},
	// against the moment of sight
	{"2 hours ago", "2025-08-15T18:00:00Z"},
	{"an hour ago", "2025-08-15T19:00:00Z"},
	{"5 mins ago", "2025-08-15T19:55:00Z"},
	{"1 day 2 hours ago", "2025-08-14T18:00:00Z"},
	{"2h ago", "2025-08-15T18:00:00Z"},
	{"1 hr ago", "2025-08-15T19:00:00Z"},
	{"vor 3 Stunden", "2025-08-15T17:00:00Z"},
	{"il y a 2 jours", "2025-08-13T20:00:00Z"},
	{"5 минут назад", "2025-08-15T19:55:00Z"},
	{"Yesterday at 14:05", "2025-08-14T14:05:00Z"},
	{"just now", "2025-08-15T20:00:00Z"},
	// in other languages
	{"Fr, 15 März 2024 11:30:00 +0100", "2024-03-15T10:30:00Z"},
	{"15. Mai 2025, 11:30 Uhr", "2025-05-15T09:30:00Z"},
	{"ven., 15 août 2025 11:30:00 +0200", "2025-08-15T09:30:00Z"},
	{"mar., 02 déc. 2025 16:11:02 +0000", "2025-12-02T16:11:02Z"},
	{"15 de agosto de 2025 11:30", "2025-08-15T11:30:00Z"},
	{"Пт, 15 авг 2025 11:30:00 +0300", "2025-08-15T08:30:00Z"},
	{"15 августа 2025 г., 11:30 МСК", "2025-08-15T08:30:00Z"},
	{"15 серпня 2025, 11:30", "2025-08-15T11:30:00Z"},
	{"15 września 2025", "2025-09-15T00:00:00Z"},
	{"Παρ, 15 Αύγ 2025 11:30:00 EET", "2025-08-15T09:30:00Z"},
	{"2025-július-15T9:15-05:00", "2025-07-15T14:15:00Z"},
	{"2025년 08월 15일 11:30:15", "2025-08-15T02:30:15Z"},
	{"2025-08-15 오후 11:30:15", "2025-08-15T14:30:15Z"},
	{"2025年8月15日 11時30分", "2025-08-15T11:30:00Z"},
	{"2025년 8월 15일", "2025-08-15T00:00:00Z"},
	{"金, 15 8月 2025 11:30:00 +0900", "2025-08-15T02:30:00Z"},
	{"Thứ 6, 15 tháng 8, 2025 11:30", "2025-08-15T11:30:00Z"},
	{"15 ביולי 2025 11:30", "2025-07-15T11:30:00Z"},
	{"15 أغسطس 2025 11:30", "2025-08-15T11:30:00Z"},
	{"15 август 2025", "2025-08-15T00:00:00Z"},
	{"15 јун 2025 11:30", "2025-06-15T11:30:00Z"},
	{"15 юли 2025", "2025-07-15T00:00:00Z"},
	{"15. kolovoza 2025.", "2025-08-15T00:00:00Z"},
	{"15. července 2025", "2025-07-15T00:00:00Z"},
	{"15. apríla 2025", "2025-04-15T00:00:00Z"},
	{"pe 15. elokuuta 2025", "2025-08-15T00:00:00Z"},
	{"2025 m. rugpjūčio 15 d. 11:30", "2025-08-15T11:30:00Z"},
	{"E, 15 juuli 2025 11:30:00 +0300", "2025-07-15T08:30:00Z"},
	{"15 Αυγ 2025, 8:56 μ.μ.", "2025-08-15T20:56:00Z"},
	{"15 أغسطس 2025 12:30 ص", "2025-08-15T00:30:00Z"},
	{"2025年8月15日 晚上8:56", "2025-08-15T20:56:00Z"},
	{"2025年8月15日 午後3時05分", "2025-08-15T15:05:00Z"},
	{"PM 8:56, 15 Aug 2025", "2025-08-15T20:56:00Z"},
	{"15. aug. 2025 kl. 08.56.07", "2025-08-15T08:56:07Z"},
	{"15.8.2025 klo 20.56", "2025-08-15T20:56:00Z"},
	{"15 août 2025 à 08 h 56 min 07 s", "2025-08-15T08:56:00Z"},
	{"15 lip 2025", "2025-07-15T00:00:00Z"},
	// not dates
	{"", ""},
	{"soon", ""},
	{"Sun, 16 zzz 2012 11:47:32 GMT", ""},
	{"Sun, 99 Jun 2009 12:00:00 GMT", ""},
	{"2003-12-31T25:14:55Z", ""},
	{"2003-12-31T10:61:55Z", ""},
	{"0001-01-01T00:00:00Z", ""},
	{"1970-01-01T00:00:00Z", ""},
	{"9999-12-31T23:59:59Z", ""},
	{"9999-12-31T23:59:59-05:00", ""},
	{"Fri, 31 Dec 9999 23:59:59 -1200", ""},
	{"2013-xx-27", ""},
	{"mar., 15 zzz 2025 11:30", ""}, // a Tuesday, not a March
	{"2016-51-51 00:00:00", ""},
}

func TestDates(t *testing.T) {
	h := habit{seen: seenAt}
	for _, c := range dateCases {
		got, _ := h.read(c.in)
		if text := stampText(got); text != c.want {
			t.Errorf("%q is read as %q, want %q", c.in, text, c.want)
		}
	}
}

// The same text means the same moment on a host in another zone: a process
// cannot change its own zone back and forth, so a second one looks.
func TestDatesOnOtherHosts(t *testing.T) {
	if os.Getenv("PARLEY_DATES_CHILD") != "" {
		TestDates(t)
		return
	}
	for _, zone := range []string{"Asia/Kolkata", "America/Anchorage", "Europe/Moscow"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestDatesOnOtherHosts$")
		cmd.Env = append(os.Environ(), "TZ="+zone, "PARLEY_DATES_CHILD=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("in %s: %v\n%s", zone, err, out)
		}
	}
}

func TestDayFirstByHabit(t *testing.T) {
	cases := []struct {
		name  string
		dates []string
		o     ParseOptions
		want  string // how the first date is read
		guess bool
	}{
		{"a day above 12 proves day first", []string{"08/07/2025", "21/07/2025"}, ParseOptions{}, "2025-07-08", false},
		{"a day above 12 proves month first", []string{"08/07/2025", "07/21/2025"}, ParseOptions{}, "2025-08-07", false},
		{"nothing known: American", []string{"08/07/2025"}, ParseOptions{}, "2025-08-07", true},
		{"the config says day first", []string{"08/07/2025"}, ParseOptions{Feed: model.Feed{DayFirst: true}}, "2025-07-08", true},
		{"only one order is not in the future", []string{"08/12/2025"}, ParseOptions{Seen: seenAt}, "2025-08-12", true},
		{"only the other order is not in the future", []string{"12/08/2025"}, ParseOptions{Seen: seenAt}, "2025-08-12", true},
		{"a British host", []string{"08/07/2025"}, ParseOptions{URL: "https://demo.example.uk/feed"}, "2025-07-08", true},
	}
	for _, c := range cases {
		var items []rawItem
		for _, d := range c.dates {
			items = append(items, rawItem{published: []string{d + " 10:00:00 GMT"}})
		}
		got, guessed := readHabit(items, c.o).readFirst(items[0].published)
		if got.Format(time.DateOnly) != c.want || guessed != c.guess {
			t.Errorf("%s: read as %s, guessed %v", c.name, got.Format(time.DateOnly), guessed)
		}
	}
}

func TestStamp(t *testing.T) {
	cases := []struct {
		name               string
		published, updated string
		from               model.DateSource
		want               string
		flag               model.Flag
	}{
		{"published", "2025-08-15T19:00:00Z", "2025-08-15T19:30:00Z", model.DatePublished, "2025-08-15T19:00:00Z", ""},
		{"updated only", "", "2025-08-15T19:30:00Z", model.DateUpdated, "2025-08-15T19:30:00Z", ""},
		{"nothing readable", "soon", "", model.DateFirstSeen, "2025-08-15T20:00:00Z", model.FlagDateMissing},
		{"a clock five minutes fast", "2025-08-15T20:05:00Z", "", model.DatePublished, "2025-08-15T20:05:00Z", ""},
		{"the future", "2100-01-01T00:00:00Z", "", model.DatePublished, "2100-01-01T00:00:00Z", model.FlagDateFuture},
		{"no zone", "2025-08-15 19:00", "", model.DatePublished, "2025-08-15T19:00:00Z", model.FlagDateGuessed},
		{"the year programs write for none", "0001-01-01T00:00:00Z", "", model.DateFirstSeen, "2025-08-15T20:00:00Z", model.FlagDateMissing},
	}
	for _, c := range cases {
		s := model.Sighting{Seen: seenAt}
		habit{seen: seenAt}.stamp(&s, rawItem{published: []string{c.published}, updated: []string{c.updated}})
		if s.DateFrom != c.from || stampText(s.Published) != c.want {
			t.Errorf("%s: %s from %s", c.name, stampText(s.Published), s.DateFrom)
		}
		if c.flag == "" && len(s.Flags) != 0 || c.flag != "" && (len(s.Flags) != 1 || s.Flags[0] != c.flag) {
			t.Errorf("%s: flags %v", c.name, s.Flags)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, c := range dateCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := habit{seen: seenAt}.read(s)
		if got.IsZero() {
			return
		}
		if got.Location() != time.UTC || got.Year() < 1900 || got.Year() >= 9999 {
			t.Fatalf("%q is read as %v", s, got)
		}
	})
}

package model

import (
	"regexp"
	"time"
)

// outTime is when a version was out in the world, in ms: what the feed says where that
// can be true, else the day that its link names, else when the desk had it.
func outTime(v *Version) int64 {
	at := v.Published
	switch {
	case v.N > 1:
		at = v.Updated
	case v.undated():
		at = linkDay(v.Link)
		if at.AddDate(0, 0, 1).After(v.Seen) {
			at = v.Seen // it came out today, or on a day that is no date
		}
	}
	if at.IsZero() || at.After(v.Seen) {
		at = v.Seen
	}
	return at.UnixMilli()
}

// undated says whether the feed gave no date that can be read.
func (v *Version) undated() bool { return v.Published.IsZero() || v.DateFrom == DateFirstSeen }

var dayInLink = regexp.MustCompile(`/((?:19|20)\d\d)(?:[/-](\d\d?)[/-](\d\d?)|(\d\d)(\d\d))(?:[/-]|$)`)

// linkDay is noon (UTC) of the day that a link names, as many outlets' do
// ("/2023/04/18/"), zero for none.
func linkDay(link string) time.Time {
	m := dayInLink.FindStringSubmatch(link)
	if m == nil {
		return time.Time{}
	}
	day, err := time.Parse("2006-1-2", m[1]+"-"+m[2]+m[4]+"-"+m[3]+m[5])
	if err != nil {
		return time.Time{} // the 31st of June
	}
	return day.Add(12 * time.Hour)
}

// oldNews is how long before the desk saw it a report may have come out and still tell of
// now, in ms.
const oldNews = msPerDay

// told is when a version tells what it tells as new, in ms: when the desk saw it or, where it
// was old news then, when it came out.
func (v *ver) told() int64 {
	if v.seen-v.out > oldNews {
		return v.out
	}
	return v.seen
}

// told is that moment by the board's clock.
func (b *Board) told(v *ver) int64 {
	if b.Clock == ByPublished {
		return v.out
	}
	return v.told()
}

// toldAt is that moment of a statement that a board tells.
func (r *StatementRow) toldAt() time.Time {
	if r.Seen.Sub(r.Published) > oldNews*time.Millisecond {
		return r.Published
	}
	return r.At
}

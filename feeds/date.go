package feeds

import (
	"time"

	"parley/model"
)

// skewAllowed is how far a publisher's clock may run ahead before its dates
// count as lying in the future.
const skewAllowed = 10 * time.Minute

// habit is how one feed writes what a single date leaves open.
type habit struct {
	dayFirst bool // 08/07/2025 is 8 July
	seen     time.Time
}

// stamp reads the item's dates and says where the published one is from.
func (h habit) stamp(s *model.Sighting, raw rawItem) {
	published, guessed := h.read(raw.published)
	updated, guessedToo := h.read(raw.updated)
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

// read returns the zero time for what is no date. Dates that programs write for
// "none" (year 1, the Unix epoch) are none.
func (h habit) read(s string) (t time.Time, guessed bool) {
	t, guessed, ok := readDate(s, h)
	if !ok || t.Year() < 1900 || t.Unix() == 0 {
		return time.Time{}, false
	}
	return t, guessed
}

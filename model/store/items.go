package store

import (
	"context"
	"errors"
	"iter"
	"time"

	"parley/model"
)

// Item is an item with all its versions up to a moment, as `export --what
// items` prints it. Its own texts are those of the version that stood then.
type Item struct {
	ID        model.ItemID  `json:"id"`
	Feed      string        `json:"feed"`
	GUID      string        `json:"guid"`
	Title     string        `json:"title"`
	Summary   string        `json:"summary"`
	Link      string        `json:"link"`
	Published time.Time     `json:"published"`
	FirstSeen time.Time     `json:"first_seen"`
	Versions  []ItemVersion `json:"versions"`
	Flags     []model.Flag  `json:"flags"`
}

// ItemVersion is one version within an Item.
type ItemVersion struct {
	N         int             `json:"n"`
	Title     string          `json:"title"`
	Summary   string          `json:"summary"`
	Published time.Time       `json:"published"`
	Updated   time.Time       `json:"updated,omitzero"`
	Seen      time.Time       `json:"seen"`
	Op        model.Operation `json:"op,omitempty"`
}

// Items walks the items that were in the record at a moment by a clock, in order
// of first sight; a zero moment is the end of time. It holds one item at a time. Of a
// version that cannot be read it gives the error, and goes on behind it.
func (s *Store) Items(ctx context.Context, at time.Time, clock model.Clock) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		rows, err := s.r.QueryContext(ctx, "SELECT "+columns+fromVersions+"WHERE "+clockColumn("v", clock)+" <= ? ORDER BY v.item, v.n", until(at))
		if err != nil {
			yield(Item{}, s.explain(err))
			return
		}
		defer rows.Close()
		var it Item
		for rows.Next() {
			_, v, err := scanVersion(rows)
			if err != nil {
				if !yield(Item{}, s.explain(err)) || !errors.Is(err, errDamaged) {
					return
				}
				continue
			}
			if v.Item != it.ID {
				if it.ID != 0 && !yield(it, nil) {
					return
				}
				it = Item{ID: v.Item, FirstSeen: v.Seen}
			}
			it.add(&v)
		}
		if err := rows.Err(); err != nil {
			yield(Item{}, s.explain(err))
			return
		}
		if it.ID != 0 {
			yield(it, nil)
		}
	}
}

func (it *Item) add(v *model.Version) {
	it.Feed, it.GUID, it.Title, it.Summary, it.Link = v.Feed, v.GUID, v.Title, v.Summary, v.Link
	it.Published, it.Flags = v.Published, v.Flags
	if it.Flags == nil {
		it.Flags = []model.Flag{}
	}
	it.Versions = append(it.Versions, ItemVersion{N: v.N, Title: v.Title, Summary: v.Summary,
		Published: v.Published, Updated: v.Updated, Seen: v.Seen, Op: v.Op})
}

// clockColumn is the column of a version's time by a clock.
func clockColumn(table string, c model.Clock) string {
	if c == model.ByPublished {
		return table + ".out"
	}
	return table + ".seen"
}

// until is a moment as a bound, the end of time for a zero one.
func until(at time.Time) int64 {
	if at.IsZero() {
		return 1<<63 - 1
	}
	return at.UnixMilli()
}

package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// SearchOptions say as of when, and for whom, to search.
type SearchOptions struct {
	At     time.Time   // what stood at this moment; zero for now
	Clock  model.Clock // which clock At, after: and before: count by
	Limit  int         // hits wanted; 0 for 50
	Reader string      // whose read state is:unread means
	// Keep, where set, is asked of each hit before it counts. A search by
	// certainty needs it: only a board knows how sure a fact is.
	Keep func(*Hit) bool
}

// Hit is a version that a search found, as it stood at the moment.
type Hit struct {
	Seq          int64         `json:"seq"`
	Version      model.Version `json:"version"`
	Reading      model.Reading `json:"-"`
	Score        float64       `json:"score"`       // higher is better; comparable within one search
	TitleMarks   []model.Span  `json:"title_marks"` // what matched, in Version.Title
	Snippet      string        `json:"snippet"`     // the passage that matched best
	SnippetMarks []model.Span  `json:"snippet_marks"`
	Facts        []FactRef     `json:"facts"` // those that met what the query asks of facts
}

// FactRef names a statement, signal or event of a reading by its index.
type FactRef struct {
	Kind  model.Kind `json:"kind"`
	Index int        `json:"index"`
}

// ErrNeedsBoard says that a search by certainty was asked without a board.
var ErrNeedsBoard = errors.New("certainty is known to a board only: search with SearchOptions.Keep")

// Bounds of one search: it weighs that many of the newest matches at a time, and
// goes further back while too few of them meet what the index cannot tell.
const (
	pageSize = 1000
	maxPages = 8
	// From so many words on, counting each of them in the whole index, as the
	// ranking does, takes longer than the rest of the search.
	maxRanked = 4
)

// Search finds what a query asks for: the versions that stood at the moment, best
// first. A version or fact later than the moment is never found. Among more
// matches than are weighed the newest are. Versions are found once their reading
// is saved.
func (s *Store) Search(ctx context.Context, q model.Query, o SearchOptions) ([]Hit, error) {
	if len(q.Certainty) > 0 && o.Keep == nil {
		return nil, ErrNeedsBoard
	}
	if q.Unread && o.Reader == "" {
		return nil, errors.New("is:unread needs a reader: name one in SearchOptions.Reader")
	}
	if o.Limit <= 0 {
		o.Limit = 50
	}
	var err error
	if q.Feeds, err = s.feedNames(ctx, q.Feeds); err != nil {
		return nil, err
	}
	sr := search{s: s, q: &q, o: o, match: matchExpr(&q), at: until(o.At)}
	if !q.Before.IsZero() {
		sr.at = min(sr.at, q.Before.UnixMilli()-1)
	}
	sr.after = math.MinInt64
	if !q.After.IsZero() {
		sr.after = q.After.UnixMilli()
	}
	if q.Unread {
		read, err := s.ReadState(ctx, o.Reader)
		if err != nil {
			return nil, err
		}
		sr.read = &read
	}
	hits, err := sr.run(ctx)
	if err != nil {
		return nil, err
	}
	return hits, s.markWords(ctx, &q, hits)
}

// feedNames puts the whole names of feeds in the place of parts of them.
func (s *Store) feedNames(ctx context.Context, choices []model.Choice) ([]model.Choice, error) {
	if len(choices) == 0 {
		return nil, nil
	}
	rows, err := s.r.QueryContext(ctx, "SELECT name FROM feeds ORDER BY name")
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	whole := make([]model.Choice, len(choices))
	for i, c := range choices {
		whole[i] = model.Choice{Any: slices.Clone(c.Any), Not: c.Not}
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, s.explain(err)
		}
		for i, c := range choices {
			if slices.ContainsFunc(c.Any, func(part string) bool {
				return strings.Contains(strings.ToLower(name), strings.ToLower(part))
			}) {
				whole[i].Any = append(whole[i].Any, name)
			}
		}
	}
	return whole, s.explain(rows.Err())
}

// search is one search on its way.
type search struct {
	s         *Store
	q         *model.Query
	o         SearchOptions
	match     string
	at, after int64 // bounds of the clock, both inclusive
	read      *ReadState
}

// candidate is a match that stood at the moment.
type candidate struct {
	seq   int64
	ref   model.VersionRef
	at    int64 // by the clock of the search
	score float64
}

func (sr *search) run(ctx context.Context) ([]Hit, error) {
	var hits []Hit
	below, err := sr.bound(ctx)
	if err != nil {
		return nil, err
	}
	for page := 0; page < maxPages && len(hits) < sr.o.Limit; page++ {
		list, err := sr.candidates(ctx, below)
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			break
		}
		below = list[len(list)-1].seq - 1
		full := len(list) == pageSize
		slices.SortStableFunc(list, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.seq, a.seq))
		})
		for i := range list {
			if len(hits) == sr.o.Limit {
				break
			}
			hit, ok, err := sr.hit(&list[i])
			if err != nil {
				return nil, err
			}
			if ok {
				hits = append(hits, hit)
			}
		}
		if !full {
			break
		}
	}
	return hits, nil
}

// bound returns the last place in the record that can have stood at the moment,
// so that a search of long ago does not wade through all that came since.
func (sr *search) bound(ctx context.Context) (int64, error) {
	if sr.at == math.MaxInt64 {
		return math.MaxInt64, nil
	}
	var last sql.NullInt64
	query := "SELECT max(seq) FROM versions INDEXED BY versions_seen WHERE seen <= ?"
	if sr.o.Clock == model.ByPublished {
		query = "SELECT max(seq) FROM versions INDEXED BY versions_out WHERE out <= ?"
	}
	err := sr.s.r.QueryRowContext(ctx, query, sr.at).Scan(&last)
	return last.Int64, sr.s.explain(err)
}

// candidates returns the newest matches up to a place in the record, newest first.
func (sr *search) candidates(ctx context.Context, below int64) ([]candidate, error) {
	col := clockColumn("v", sr.o.Clock)
	later := clockColumn("w", sr.o.Clock)
	rank := "0.0"
	if n := len(sr.q.Words); n > 0 && n <= maxRanked {
		rank = "bm25(found, 4.0, 1.0, 0.0)"
	}
	rows, err := sr.s.r.QueryContext(ctx, "SELECT v.seq, v.item, v.n, "+col+", "+rank+` FROM found CROSS JOIN versions v ON v.seq = found.rowid
		WHERE found MATCH ? AND found.rowid <= ? AND `+col+" <= ? AND "+col+` >= ?
		AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.item = v.item AND w.n > v.n AND `+later+` <= ?)
		ORDER BY found.rowid DESC LIMIT ?`, sr.match, below, sr.at, sr.after, sr.at, pageSize)
	if err != nil {
		return nil, sr.s.explain(err)
	}
	defer rows.Close()
	list := make([]candidate, 0, 64)
	newest := int64(math.MinInt64)
	for rows.Next() {
		var c candidate
		if err := rows.Scan(&c.seq, &c.ref.Item, &c.ref.N, &c.at, &c.score); err != nil {
			return nil, sr.s.explain(err)
		}
		newest = max(newest, c.at)
		list = append(list, c)
	}
	for i := range list {
		// Of two that match alike the newer one leads: what is two days older
		// counts a quarter less, what is very old half. bm25 is the less the better.
		age := float64(newest-list[i].at) / float64(48*time.Hour/time.Millisecond)
		list[i].score *= -(1 + math.Exp2(-age)) / 2
	}
	return list, sr.s.explain(rows.Err())
}

// hit looks at what the index cannot tell, and fetches the texts.
func (sr *search) hit(c *candidate) (Hit, bool, error) {
	v, err := sr.s.Version(c.ref)
	if err != nil {
		return Hit{}, false, err
	}
	if sr.read != nil && sr.read.Seen(&v) {
		return Hit{}, false, nil
	}
	h := Hit{Seq: c.seq, Version: v, Score: c.score}
	if h.Reading, err = sr.s.Reading(c.ref); err != nil {
		return Hit{}, false, err
	}
	if sr.q.OfFacts() {
		h.Facts = matching(sr.q, &h.Reading)
		if len(h.Facts) == 0 && asksForFact(sr.q) {
			return Hit{}, false, nil
		}
	}
	return h, sr.o.Keep == nil || sr.o.Keep(&h), nil
}

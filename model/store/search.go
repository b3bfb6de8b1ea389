package store

import (
	"cmp"
	"context"
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
	Reader string      // since whose last look is:unread counts
	// Keep, where set, is asked of each hit before it counts. A search by
	// certainty needs it: only a board knows how sure a fact is.
	Keep func(*Hit) bool
	// Fixed is what hands put right, where the query should go by it.
	Fixed Fixed
}

// Hit is a version that a search found, as it stood at the moment.
type Hit struct {
	Seq          int64         `json:"seq"`
	Version      model.Version `json:"version"`
	Reading      model.Reading `json:"-"`           // only where the query asks something of facts
	Score        float64       `json:"score"`       // higher is better; comparable within one search only
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

// Search finds what a query asks for: the versions that stood at the moment, best
// first. A version or fact later than the moment is never found. Among more
// matches than are weighed the newest are. Versions are found once their reading
// is saved.
func (s *Store) Search(ctx context.Context, q model.Query, o SearchOptions) ([]Hit, error) {
	if len(q.Certainty) > 0 && o.Keep == nil {
		return nil, ErrNeedsBoard
	}
	sr, err := s.newSearch(ctx, q, o)
	if err != nil {
		return nil, err
	}
	hits, err := sr.run(ctx)
	if err != nil {
		return nil, err
	}
	return hits, s.markWords(ctx, &q, hits)
}

// Matching returns the items that a query finds, newest first, for
// model.Filter.Items: as Search does, but without texts and without ranking, and
// so for many more items (Limit 0 is all of them). Of what is asked of facts it
// takes an item's facts together, since the filter of the pane looks at each; it
// leaves out certainty and Keep.
func (s *Store) Matching(ctx context.Context, q model.Query, o SearchOptions) ([]model.ItemID, error) {
	if o.Limit <= 0 {
		o.Limit = math.MaxInt32
	}
	sr, err := s.newSearch(ctx, q, o)
	if err != nil {
		return nil, err
	}
	return sr.items(ctx)
}

func (s *Store) newSearch(ctx context.Context, q model.Query, o SearchOptions) (*search, error) {
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
	sr := &search{s: s, q: &q, o: o, match: matchExpr(&q), at: until(o.At), after: math.MinInt64}
	if !q.Before.IsZero() {
		sr.at = min(sr.at, q.Before.UnixMilli()-1)
	}
	if !q.After.IsZero() {
		sr.after = q.After.UnixMilli()
	}
	if q.Unread {
		if sr.looked, err = s.LastLook(ctx, o.Reader); err != nil {
			return nil, err
		}
	}
	return sr, nil
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
	at, after int64     // bounds of the clock, both inclusive
	looked    time.Time // what the desk had by then is not unread; zero for nothing
}

// asked says whether what the desk first saw at a moment is asked for: all, or the unread.
func (sr *search) asked(seen time.Time) bool {
	return sr.looked.IsZero() || seen.After(sr.looked)
}

func (sr *search) run(ctx context.Context) ([]Hit, error) {
	var hits []Hit
	below, err := sr.bound(ctx)
	if err != nil {
		return nil, err
	}
	fixed, err := sr.fixedIn(ctx)
	if err != nil {
		return nil, err
	}
	for page := 0; page < maxPages && len(hits) < sr.o.Limit; page++ {
		list, err := sr.candidates(ctx, below)
		if err != nil {
			return nil, err
		}
		full := len(list) == pageSize
		if len(list) > 0 {
			below = list[len(list)-1].seq - 1
		}
		if len(sr.o.Fixed) > 0 && sr.q.OfFacts() {
			list = slices.DeleteFunc(list, func(c candidate) bool { return sr.o.Fixed[c.ref] != nil })
			list, fixed = append(list, fixed...), nil
			slices.SortFunc(list, newestFirst)
		}
		if err := sr.rank(ctx, list, page > 0 || full); err != nil {
			return nil, err
		}
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
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits, nil
}

// items is run for Matching.
func (sr *search) items(ctx context.Context) ([]model.ItemID, error) {
	below, err := sr.bound(ctx)
	if err != nil {
		return nil, err
	}
	fixed, err := sr.fixedItems(ctx)
	if err != nil {
		return nil, err
	}
	col, later := clockColumn("v", sr.o.Clock), clockColumn("w", sr.o.Clock)
	rows, err := sr.s.r.QueryContext(ctx, "SELECT v.item, v.n, v.seen, v.seq FROM found CROSS JOIN versions v ON v.seq = found.rowid"+`
		WHERE found MATCH ? AND found.rowid <= ? AND `+col+" <= ? AND "+col+` >= ?
		AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.item = v.item AND w.n > v.n AND `+later+` <= ?)
		ORDER BY found.rowid DESC`, sr.match, below, sr.at, sr.after, sr.at)
	if err != nil {
		return nil, sr.s.explain(err)
	}
	defer rows.Close()
	var list []model.ItemID
	for rows.Next() && len(list) < sr.o.Limit {
		var v model.Version
		var seen, seq int64
		if err := rows.Scan(&v.Item, &v.N, &seen, &seq); err != nil {
			return nil, sr.s.explain(err)
		}
		for len(fixed) > 0 && fixed[0].seq >= seq {
			list, fixed = append(list, fixed[0].ref.Item), fixed[1:]
		}
		if sr.q.OfFacts() && sr.o.Fixed[model.VersionRef{Item: v.Item, N: v.N}] != nil {
			continue
		}
		if sr.asked(moment(seen)) {
			list = append(list, v.Item)
		}
	}
	for _, c := range fixed {
		list = append(list, c.ref.Item)
	}
	return list[:min(len(list), sr.o.Limit)], sr.s.explain(rows.Err())
}

// stood reports whether a version still stood at the moment: its item had no
// later one by then.
func (sr *search) stood(ref model.VersionRef) (bool, error) {
	st, err := sr.s.prepare("SELECT NOT EXISTS (SELECT 1 FROM versions w WHERE w.item = ? AND w.n > ? AND " + clockColumn("w", sr.o.Clock) + " <= ?)")
	if err != nil {
		return false, err
	}
	var stood bool
	err = st.row(int64(ref.Item), ref.N, sr.at).Scan(&stood)
	return stood, sr.s.explain(err)
}

// hit looks at what the index cannot tell, and fetches the texts.
func (sr *search) hit(c *candidate) (Hit, bool, error) {
	if ok, err := sr.stood(c.ref); err != nil || !ok {
		return Hit{}, false, err
	}
	v, err := sr.s.Version(c.ref)
	if err != nil {
		return Hit{}, false, err
	}
	if !sr.asked(v.Seen) || !holds(sr.q.Feeds, []string{v.Feed}) {
		return Hit{}, false, nil
	}
	// Lists that are empty, and not missing, make the better JSON.
	h := Hit{Seq: c.seq, Version: v, Score: c.score, TitleMarks: []model.Span{}, SnippetMarks: []model.Span{}, Facts: []FactRef{}}
	if sr.q.OfFacts() {
		if h.Reading, err = sr.s.Reading(c.ref); err != nil {
			return Hit{}, false, err
		}
		h.Reading = sr.o.Fixed.PutRight(c.ref, h.Reading)
		h.Facts = matching(sr.q, &h.Reading)
		if len(h.Facts) == 0 && asksForFact(sr.q) || sr.o.Fixed[c.ref] != nil && barred(sr.q, &h.Reading) {
			return Hit{}, false, nil
		}
	}
	return h, sr.o.Keep == nil || sr.o.Keep(&h), nil
}

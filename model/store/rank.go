package store

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"
	"time"

	"parley/model"
)

// Bounds of one search: it weighs that many of the newest matches at a time, and
// goes further back while too few of them meet what the index cannot tell.
const (
	pageSize = 1000
	maxPages = 8
	// Each word that is weighed is counted in the whole index first; from so many
	// on that takes longer than the rest of the search.
	maxWeighed = 4
)

// candidate is a match that was there at the moment.
type candidate struct {
	seq   int64
	ref   model.VersionRef
	at    int64 // by the clock of the search
	score float64
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
	rows, err := sr.s.r.QueryContext(ctx, "SELECT v.seq, v.item, v.n, "+col+` FROM found CROSS JOIN versions v ON v.seq = found.rowid
		WHERE found MATCH ? AND found.rowid <= ? AND `+col+" <= ? AND "+col+` >= ?
		ORDER BY found.rowid DESC LIMIT ?`, sr.match, below, sr.at, sr.after, pageSize)
	if err != nil {
		return nil, sr.s.explain(err)
	}
	defer rows.Close()
	list := make([]candidate, 0, 64)
	for rows.Next() {
		c := candidate{score: 1}
		if err := rows.Scan(&c.seq, &c.ref.Item, &c.ref.N, &c.at); err != nil {
			return nil, sr.s.explain(err)
		}
		list = append(list, c)
	}
	return list, sr.s.explain(rows.Err())
}

// rank sorts candidates, best first. Few are weighed by BM25. Of many, words that
// all of them share say little: those that have them in the headline lead.
func (sr *search) rank(ctx context.Context, list []candidate, many bool) error {
	// To go through all that begins with some letters once more takes too long.
	if n := len(sr.q.Words); len(list) > 1 && n > 0 && (!many || !sr.q.HasPrefix()) {
		query, match := "SELECT rowid, -bm25(found, 4.0, 1.0, 0.0) FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ?", sr.match
		if many || n > maxWeighed {
			query, match = "SELECT rowid, 2.0 FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ?", "title : ("+wordsExpr(sr.q)+")"
		}
		if err := sr.weigh(ctx, list, query, match); err != nil {
			return err
		}
	}
	newest := int64(math.MinInt64)
	for i := range list {
		newest = max(newest, list[i].at)
	}
	for i := range list {
		// Of two that match alike the newer one leads: what is two days older
		// counts a quarter less, what is very old half.
		age := float64(newest-list[i].at) / float64(48*time.Hour/time.Millisecond)
		list[i].score *= (1 + math.Exp2(-age)) / 2
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.seq, a.seq))
	})
	return nil
}

// weigh gives candidates, which are in falling order of their place, the scores
// that a query has for some of them.
func (sr *search) weigh(ctx context.Context, list []candidate, query, match string) error {
	rows, err := sr.s.r.QueryContext(ctx, query+" ORDER BY rowid DESC", match, list[len(list)-1].seq, list[0].seq)
	if err != nil {
		return sr.s.explain(err)
	}
	defer rows.Close()
	i := 0
	for rows.Next() {
		var seq int64
		var score float64
		if err := rows.Scan(&seq, &score); err != nil {
			return sr.s.explain(err)
		}
		for i < len(list) && list[i].seq > seq {
			i++
		}
		if i < len(list) && list[i].seq == seq {
			list[i].score = score
		}
	}
	return sr.s.explain(rows.Err())
}

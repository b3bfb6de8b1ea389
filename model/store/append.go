package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// Append takes the sightings of a fetch into the record, in one transaction. It
// finds each item by feed and identity, else by the canonical link within the
// feed, and adds a version where title, summary, content or operation changed in
// substance; a date alone is no change. It returns the versions that are new, in
// the order of items; N is 1 for an item seen for the first time.
func (s *Store) Append(ctx context.Context, items []model.Sighting) ([]model.Version, error) {
	return s.appendBy(ctx, s.write, items)
}

// AppendUnread is Append for who saves readings of the versions next, and calls them
// stored only then: that write alone waits for the disk, for both.
func (s *Store) AppendUnread(ctx context.Context, items []model.Sighting) ([]model.Version, error) {
	return s.appendBy(ctx, s.writeSoon, items)
}

// writing is a way to write: write or writeSoon.
type writing func(ctx context.Context, fn func(ctx context.Context, tx *sql.Tx) error) error

func (s *Store) appendBy(ctx context.Context, write writing, items []model.Sighting) ([]model.Version, error) {
	if len(items) == 0 {
		return nil, ctx.Err()
	}
	var added []model.Version
	var places []place
	var feeds map[string]int64
	err := write(ctx, func(inner context.Context, tx *sql.Tx) error {
		a, err := s.newAppender(inner, tx, items)
		if err != nil {
			return err
		}
		for i := range items {
			if i%64 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			v, isNew, err := a.add(inner, asStored(items[i]))
			if err != nil {
				return err
			}
			if isNew {
				if added == nil {
					added, places = make([]model.Version, 0, len(items)-i), make([]place, 0, len(items)-i)
				}
				added, places = append(added, v), append(places, a.place)
			}
		}
		feeds = a.feeds
		return a.finish(inner)
	})
	if err != nil {
		return nil, err
	}
	s.feedIDs.add(feeds)
	for i := range added {
		s.cacheVersion(&added[i])
		s.cache.put(placeKey(refOf(&added[i])), places[i], 16)
	}
	return added, nil
}

// place is where a version is in the record, and the hash of its substance.
type place struct{ seq, hash int64 }

// Seqs returns the places of versions that Append has just returned, in their
// order: none where some are no longer known without asking the file.
func (s *Store) Seqs(versions []model.Version) []int64 {
	seqs := make([]int64, len(versions))
	for i := range versions {
		p, ok := s.cache.get(placeKey(refOf(&versions[i])))
		if !ok {
			return nil
		}
		seqs[i] = p.(place).seq
	}
	return seqs
}

// appender is one run of Append. Keys are gathered and go in at its end, in order
// and many a statement: one by one they cost as much as the versions.
type appender struct {
	s       *Store
	tx      *sql.Tx
	known   *known
	feeds   map[string]int64 // those that are new, or were asked for
	keys    [][2]int64
	place   place // of the version inserted last
	newItem *sql.Stmt
	newVer  *sql.Stmt
}

func (s *Store) newAppender(ctx context.Context, tx *sql.Tx, items []model.Sighting) (*appender, error) {
	a := &appender{s: s, tx: tx, feeds: map[string]int64{}}
	var err error
	if a.newItem, err = s.statements.in(ctx, tx, "INSERT INTO items (feed) VALUES (?)"); err != nil {
		return nil, err
	}
	if a.newVer, err = s.statements.in(ctx, tx, insertVersion); err != nil {
		return nil, err
	}
	a.known, err = s.lookUp(ctx, tx, items)
	return a, err
}

// finish puts in the keys that were gathered.
func (a *appender) finish(ctx context.Context) error {
	slices.SortFunc(a.keys, func(x, y [2]int64) int { return cmp.Compare(x[0], y[0]) })
	for part := range slices.Chunk(a.keys, chunk) {
		if err := a.putKeys(ctx, filled(part)); err != nil {
			return err
		}
	}
	return nil
}

func (a *appender) putKeys(ctx context.Context, keys [][2]int64) error {
	st, err := a.s.statements.in(ctx, a.tx, "INSERT OR IGNORE INTO keys (hash, item) VALUES (?, ?)"+strings.Repeat(", (?, ?)", len(keys)-1))
	if err != nil {
		return err
	}
	defer st.Close()
	values := make([]any, 0, 2*chunk)
	for _, k := range keys {
		values = append(values, k[0], k[1])
	}
	_, err = st.ExecContext(ctx, values...)
	return err
}

// filled repeats the last of a list until there are as many as one of few
// statements takes, which need not be prepared each time.
func filled[T any](list []T) []T {
	n := chunk
	if len(list) <= chunk/10 {
		n = chunk / 10
	}
	list = slices.Clone(list)
	for len(list) < n {
		list = append(list, list[len(list)-1])
	}
	return list
}

// add takes one sighting and reports whether it made a version.
func (a *appender) add(ctx context.Context, in model.Sighting) (model.Version, bool, error) {
	have, byLink := a.known.find(&in)
	if have.item == 0 {
		return a.first(ctx, in)
	}
	if byLink {
		a.name(have.item, &in)
	}
	v := model.Version{Item: have.item, Sighting: in}
	if have.hash == substance(&in) {
		return v, false, nil
	}
	_, last, err := scanVersion(a.tx.QueryRowContext(ctx, "SELECT "+columns+fromVersions+"WHERE v.item = ? AND v.n = ?", int64(have.item), have.n))
	if err != nil {
		return v, false, err
	}
	if slices.Contains(last.Flags, model.FlagFullText) && !slices.Contains(in.Flags, model.FlagFullText) {
		// The feed goes on without the article that was fetched from the page:
		// the article stands until the page is fetched again.
		v.Content = last.Content
		v.Flags = append(v.Flags, model.FlagFullText)
	}
	hash := substance(&v.Sighting)
	if hash == substance(&last.Sighting) {
		return v, false, nil
	}
	stale, err := a.stale(ctx, &v, &last, hash)
	if err != nil || stale {
		return v, false, err
	}
	v.N = last.N + 1
	return v, true, a.insert(ctx, &v, outAfter(&v.Sighting, moment(have.seen), moment(have.out)), hash)
}

// first makes an item of a sighting.
func (a *appender) first(ctx context.Context, in model.Sighting) (model.Version, bool, error) {
	v := model.Version{N: 1, Sighting: in}
	feed, err := a.feed(ctx, in.Feed)
	if err != nil {
		return v, false, err
	}
	res, err := a.newItem.ExecContext(ctx, feed)
	if err != nil {
		return v, false, err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return v, false, err
	}
	v.Item = model.ItemID(id)
	a.name(v.Item, &in)
	return v, true, a.insert(ctx, &v, outFirst(&in), substance(&in))
}

func (a *appender) insert(ctx context.Context, v *model.Version, out time.Time, hash int64) error {
	args, err := versionArgs(v, out, hash)
	if err != nil {
		return err
	}
	res, err := a.newVer.ExecContext(ctx, args...)
	if err != nil {
		return err
	}
	a.place.hash = hash
	a.known.last[v.Item] = latest{v.Item, v.N, hash, v.Seen.UnixMilli(), out.UnixMilli()}
	a.place.seq, err = res.LastInsertId()
	return err
}

// name lets the item be found by the sighting's identity and link.
func (a *appender) name(id model.ItemID, in *model.Sighting) {
	keys := []int64{identityKey(in)}
	if key, ok := linkKey(in); ok {
		keys = append(keys, key)
	}
	for _, key := range keys {
		a.keys = append(a.keys, [2]int64{key, int64(id)})
		a.known.name(key, id)
	}
}

// stale reports whether a sighting is an older wording from a server's cache:
// it reads as an earlier version did and says that it was updated earlier.
func (a *appender) stale(ctx context.Context, v, last *model.Version, hash int64) (bool, error) {
	if v.Updated.IsZero() || !v.Updated.Before(last.Updated) {
		return false, nil
	}
	var n int
	err := a.tx.QueryRowContext(ctx, "SELECT count(*) FROM versions WHERE item = ? AND hash = ?", int64(v.Item), hash).Scan(&n)
	return n > 0, err
}

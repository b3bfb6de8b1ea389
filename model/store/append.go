package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// Append takes the sightings of a fetch into the record, in one transaction. It
// finds each item by feed and identity, else by the canonical link within the
// feed, and adds a version where title, summary, content or operation changed in
// substance; a date alone is no change. It returns the versions that are new, in
// the order of items, which must not be changed; N is 1 for an item seen for the first
// time.
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
	list := make([]incoming, len(items))
	for i := range items {
		list[i] = incomingOf(items[i])
	}
	var added []model.Version
	var places []place
	var feeds map[string]int64
	err := write(ctx, func(inner context.Context, tx *sql.Tx) error {
		a, err := s.newAppender(inner, tx, list)
		if err != nil {
			return err
		}
		for i := range list {
			if i%64 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			v, isNew, err := a.add(inner, &list[i])
			if err != nil {
				return err
			}
			if isNew {
				if added == nil {
					added, places = make([]model.Version, 0, len(list)-i), make([]place, 0, len(list)-i)
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
		s.cache.put(refOf(&added[i]), cached{version: &added[i], place: places[i]})
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
		if seqs[i] = s.cache.get(refOf(&versions[i])).place.seq; seqs[i] == 0 {
			return nil
		}
	}
	return seqs
}

// appender is one run of Append. Rows are gathered and go in many a statement, keys
// at its end and in order: one by one they cost as much as the versions.
type appender struct {
	s        *Store
	tx       *sql.Tx
	known    *known
	feeds    map[string]int64 // those that are new, or were asked for
	keys     [][2]int64
	item     int64 // the last one in the record
	place    place // of the last version in the record
	items    *rows
	versions *rows
}

func (s *Store) newAppender(ctx context.Context, tx *sql.Tx, list []incoming) (*appender, error) {
	a := &appender{s: s, tx: tx, feeds: map[string]int64{}}
	st, err := s.statements.in(ctx, tx, "SELECT (SELECT coalesce(max(id), 0) FROM items), (SELECT coalesce(max(seq), 0) FROM versions)") //nolint:sqlclosecheck // it ends with its transaction
	if err != nil {
		return nil, err
	}
	if err := st.QueryRowContext(ctx).Scan(&a.item, &a.place.seq); err != nil {
		return nil, err
	}
	if a.items, err = s.rowsInto(ctx, tx, "INSERT INTO items (id, feed)", 2); err != nil {
		return nil, err
	}
	if a.versions, err = s.rowsInto(ctx, tx, insertVersion, versionColumns); err != nil {
		return nil, err
	}
	a.known, err = s.lookUp(ctx, tx, list)
	return a, err
}

// put puts in the items and versions that were gathered.
func (a *appender) put(ctx context.Context) error {
	if err := a.items.put(ctx); err != nil {
		return err
	}
	return a.versions.put(ctx)
}

// finish puts in all that was gathered.
func (a *appender) finish(ctx context.Context) error {
	if err := a.put(ctx); err != nil {
		return err
	}
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
func (a *appender) add(ctx context.Context, in *incoming) (model.Version, bool, error) {
	have, byLink := a.known.find(in)
	if have.item == 0 {
		return a.first(ctx, in)
	}
	if byLink {
		a.name(have.item, in)
	}
	v := model.Version{Item: have.item, Sighting: in.Sighting}
	if have.hash == substance(&in.Sighting) {
		return v, false, nil
	}
	if err := a.put(ctx); err != nil { // the last version may be among the gathered
		return v, false, err
	}
	_, last, err := scanVersion(a.tx.QueryRowContext(ctx, "SELECT "+columns+fromVersions+"WHERE v.item = ? AND v.n = ?", int64(have.item), have.n))
	if err != nil && !errors.Is(err, errDamaged) { // what comes after a damaged version is another one
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
func (a *appender) first(ctx context.Context, in *incoming) (model.Version, bool, error) {
	v := model.Version{N: 1, Sighting: in.Sighting}
	feed, err := a.feed(ctx, in.Feed)
	if err != nil {
		return v, false, err
	}
	if a.items.full() {
		if err := a.put(ctx); err != nil {
			return v, false, err
		}
	}
	a.item++
	a.items.values = append(a.items.values, a.item, feed)
	v.Item = model.ItemID(a.item)
	a.name(v.Item, in)
	return v, true, a.insert(ctx, &v, outFirst(&in.Sighting), substance(&in.Sighting))
}

func (a *appender) insert(ctx context.Context, v *model.Version, out time.Time, hash int64) error {
	if a.versions.full() {
		if err := a.put(ctx); err != nil {
			return err
		}
	}
	a.place = place{a.place.seq + 1, hash}
	a.known.last[v.Item] = latest{v.Item, v.N, hash, v.Seen.UnixMilli(), out.UnixMilli()}
	var err error
	a.versions.values, err = appendVersion(a.versions.values, a.place, v, out)
	return err
}

// name lets the item be found by the sighting's identity and link.
func (a *appender) name(id model.ItemID, in *incoming) {
	named := func(key int64) {
		a.keys = append(a.keys, [2]int64{key, int64(id)})
		a.known.name(key, id)
	}
	named(in.identityKey)
	if in.linked {
		named(in.linkKey)
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

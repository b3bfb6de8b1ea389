package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"
	"time"

	"parley/model"
)

// Append takes the sightings of a fetch into the record, in one transaction. It
// finds each item by feed and identity, else by the canonical link within the
// feed, and adds a version where title, summary, content or operation changed in
// substance; a date alone is no change. It returns the versions that are new, in
// the order of items; N is 1 for an item seen for the first time.
func (s *Store) Append(ctx context.Context, items []model.Sighting) ([]model.Version, error) {
	if len(items) == 0 {
		return nil, ctx.Err()
	}
	var added []model.Version
	err := s.write(ctx, func(inner context.Context, tx *sql.Tx) error {
		a, err := newAppender(inner, tx, items)
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
				added = append(added, v)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range added {
		s.cacheVersion(&added[i])
	}
	return added, nil
}

// appender is one run of Append, with its statements.
type appender struct {
	tx       *sql.Tx
	feeds    map[string]int64
	shared   map[int64]bool // link keys that several identities of this fetch have
	byKey    *sql.Stmt
	latest   *sql.Stmt
	newItem  *sql.Stmt
	newKey   *sql.Stmt
	newVer   *sql.Stmt
}

func newAppender(ctx context.Context, tx *sql.Tx, items []model.Sighting) (*appender, error) {
	a := &appender{tx: tx, feeds: map[string]int64{}, shared: sharedLinks(items)}
	for _, p := range []struct {
		stmt  **sql.Stmt
		query string
	}{
		{&a.byKey, "SELECT item FROM keys WHERE hash = ? LIMIT 2"},
		{&a.latest, "SELECT n, hash, seen, out FROM versions WHERE item = ? ORDER BY n DESC LIMIT 1"},
		{&a.newItem, "INSERT INTO items (feed) VALUES (?)"},
		{&a.newKey, "INSERT OR IGNORE INTO keys (hash, item) VALUES (?, ?)"},
		{&a.newVer, insertVersion},
	} {
		var err error
		if *p.stmt, err = tx.PrepareContext(ctx, p.query); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// add takes one sighting and reports whether it made a version.
func (a *appender) add(ctx context.Context, in model.Sighting) (model.Version, bool, error) {
	id, err := a.find(ctx, &in)
	if err != nil {
		return model.Version{}, false, err
	}
	if id == 0 {
		return a.first(ctx, in)
	}
	v := model.Version{Item: id, Sighting: in}
	var hash, seen, out int64
	if err := a.latest.QueryRowContext(ctx, int64(id)).Scan(&v.N, &hash, &seen, &out); err != nil {
		return v, false, err
	}
	if hash == substance(&in) {
		return v, false, nil
	}
	_, last, err := scanVersion(a.tx.QueryRowContext(ctx, "SELECT "+columns+fromVersions+"WHERE v.item = ? AND v.n = ?", int64(id), v.N))
	if err != nil {
		return v, false, err
	}
	if slices.Contains(last.Flags, model.FlagFullText) && !slices.Contains(in.Flags, model.FlagFullText) {
		// The feed goes on without the article that was fetched from the page:
		// the article stands until the page is fetched again.
		v.Content = last.Content
		v.Flags = append(v.Flags, model.FlagFullText)
	}
	if hash = substance(&v.Sighting); hash == substance(&last.Sighting) {
		return v, false, nil
	}
	stale, err := a.stale(ctx, &v, &last, hash)
	if err != nil || stale {
		return v, false, err
	}
	v.N = last.N + 1
	return v, true, a.insert(ctx, &v, outAfter(&v.Sighting, moment(seen), moment(out)), hash)
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
	if err := a.name(ctx, v.Item, &in); err != nil {
		return v, false, err
	}
	return v, true, a.insert(ctx, &v, outFirst(&in), substance(&in))
}

func (a *appender) insert(ctx context.Context, v *model.Version, out time.Time, hash int64) error {
	args, err := versionArgs(v, out, hash)
	if err != nil {
		return err
	}
	_, err = a.newVer.ExecContext(ctx, args...)
	return err
}

// find returns the item that a sighting is of, 0 for none.
func (a *appender) find(ctx context.Context, in *model.Sighting) (model.ItemID, error) {
	ids, err := a.having(ctx, identityKey(in))
	if err != nil {
		return 0, err
	}
	if len(ids) > 0 {
		return ids[0], nil
	}
	key, ok := linkKey(in)
	if !ok || a.shared[key] {
		return 0, nil
	}
	// A link that several items of the feed have tells nothing.
	if ids, err = a.having(ctx, key); err != nil || len(ids) != 1 {
		return 0, err
	}
	return ids[0], a.name(ctx, ids[0], in)
}

func (a *appender) having(ctx context.Context, key int64) ([]model.ItemID, error) {
	rows, err := a.byKey.QueryContext(ctx, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []model.ItemID
	for rows.Next() {
		var id model.ItemID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// name lets the item be found by the sighting's identity and link.
func (a *appender) name(ctx context.Context, id model.ItemID, in *model.Sighting) error {
	if _, err := a.newKey.ExecContext(ctx, identityKey(in), int64(id)); err != nil {
		return err
	}
	key, ok := linkKey(in)
	if !ok {
		return nil
	}
	_, err := a.newKey.ExecContext(ctx, key, int64(id))
	return err
}

func (a *appender) feed(ctx context.Context, name string) (int64, error) {
	if id, ok := a.feeds[name]; ok {
		return id, nil
	}
	var id int64
	err := a.tx.QueryRowContext(ctx, "SELECT id FROM feeds WHERE name = ?", name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = a.tx.QueryRowContext(ctx, "INSERT INTO feeds (name) VALUES (?) RETURNING id", name).Scan(&id)
	}
	a.feeds[name] = id
	return id, err
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

// identityKey is the hash by which an item is found: of its feed and identity.
func identityKey(in *model.Sighting) int64 { return hashOf("identity", in.Feed, in.Identity) }

// hashOf is 64 bits of SHA-256: nobody makes two feeds' items meet on purpose.
func hashOf(parts ...string) int64 {
	var buf [512]byte
	b := buf[:0]
	for _, p := range parts {
		b = binary.AppendUvarint(b, uint64(len(p)))
		b = append(b, p...)
	}
	sum := sha256.Sum256(b)
	return int64(binary.LittleEndian.Uint64(sum[:8]))
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"parley/model"
)

// A board asks the record for the words of its rows.
var _ model.Texts = (*Store)(nil)

// Version returns one version. It is meant for the rows on the screen and keeps
// what was lately asked for in memory. The error is ErrNotFound for none.
func (s *Store) Version(ref model.VersionRef) (model.Version, error) {
	if v := s.cache.get(ref).version; v != nil {
		return *v, nil
	}
	v, err := s.onDisk(ref)
	if err != nil {
		return model.Version{}, err
	}
	s.cache.put(ref, cached{version: &v})
	return v, nil
}

// onDisk is Version past the cache.
func (s *Store) onDisk(ref model.VersionRef) (model.Version, error) {
	st, err := s.prepare("SELECT " + columns + fromVersions + "WHERE v.item = ? AND v.n = ?")
	if err != nil {
		return model.Version{}, err
	}
	_, v, err := scanVersion(st.row(int64(ref.Item), ref.N))
	if err != nil {
		return model.Version{}, s.missing(ref, err)
	}
	return v, nil
}

// Reading returns what was read from a version, by the newest rules that have
// read it. The error is ErrNotFound where none have. Cached like Version.
func (s *Store) Reading(ref model.VersionRef) (model.Reading, error) {
	if r := s.cache.get(ref).reading; r != nil {
		return *r, nil
	}
	v, err := s.Version(ref)
	if err != nil {
		return model.Reading{}, err
	}
	st, err := s.prepare(`SELECT r.body FROM versions v JOIN readings r ON r.seq = v.seq WHERE v.item = ? AND v.n = ?`)
	if err != nil {
		return model.Reading{}, err
	}
	var body []byte
	if err := st.row(int64(ref.Item), ref.N).Scan(&body); err != nil {
		return model.Reading{}, s.missing(ref, err)
	}
	r, err := s.decode(&v, body)
	if err != nil {
		return model.Reading{}, err
	}
	s.cache.put(ref, cached{reading: &r})
	return r, nil
}

// History returns all versions of an item, oldest first; none for an item that
// is not in the record. Cached like Version; the slice is the caller's own.
func (s *Store) History(item model.ItemID) ([]model.Version, error) {
	st, err := s.prepare("SELECT n FROM versions WHERE item = ? ORDER BY n")
	if err != nil {
		return nil, err
	}
	refs, err := s.versionsOf(st, item)
	if err != nil {
		return nil, err
	}
	var list []model.Version
	for _, ref := range refs {
		v, err := s.Version(ref)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

// versionsOf names the versions of an item. It gives its connection back before they
// are asked for: readers who each held one and waited for another would wait for good.
func (s *Store) versionsOf(st prepared, item model.ItemID) ([]model.VersionRef, error) {
	rows, err := st.rows(int64(item))
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var refs []model.VersionRef
	for rows.Next() {
		ref := model.VersionRef{Item: item}
		if err := rows.Scan(&ref.N); err != nil {
			return nil, s.explain(err)
		}
		refs = append(refs, ref)
	}
	return refs, s.explain(rows.Err())
}

// Replay calls fn for every version after a place in the record, in the order
// of (Seen, Seq), each with its reading where it has one that is not damaged, and with its
// Fault where the version itself is. It ends with fn's error.
func (s *Store) Replay(ctx context.Context, after int64, fn func(Stored) error) error {
	var last int64
	if err := s.r.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM versions").Scan(&last); err != nil {
		return s.explain(err)
	}
	order := " INDEXED BY versions_seen" // walks the index: many are never held at once
	if last-after < 2000 {
		order = " NOT INDEXED" // sorts the few
	}
	rows, err := s.r.QueryContext(ctx, "SELECT "+columns+`, r.body, w.word FROM versions v`+order+`
		JOIN items i ON i.id = v.item JOIN feeds f ON f.id = i.feed
		LEFT JOIN readings r ON r.seq = v.seq LEFT JOIN words w ON w.id = r.rules
		WHERE v.seq > ? ORDER BY v.seen, v.seq`, after)
	if err != nil {
		return s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var st Stored
		var body []byte
		var rules sql.NullString
		st.Seq, st.Version, err = scanVersion(rows, &body, &rules)
		switch st.Rules = rules.String; {
		case errors.Is(err, errDamaged):
			st.Fault = s.explain(err)
		case err != nil:
			return s.explain(err)
		case rules.Valid:
			switch st.Reading, err = s.decode(&st.Version, body); {
			case errors.Is(err, errEncoding):
				st.Rules = "" // it can be read again
			case err != nil:
				return err
			}
		}
		if err := fn(st); err != nil {
			return err
		}
	}
	return s.explain(rows.Err())
}

// Counts are the sizes of a record.
type Counts struct {
	Items, Versions, Readings int64
	LastSeq                   int64
}

// Counts returns how much the record holds.
func (s *Store) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	err := s.r.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM items), (SELECT count(*) FROM versions),
		(SELECT count(*) FROM readings), (SELECT coalesce(max(seq), 0) FROM versions)`).
		Scan(&c.Items, &c.Versions, &c.Readings, &c.LastSeq)
	return c, s.explain(err)
}

func refOf(v *model.Version) model.VersionRef { return model.VersionRef{Item: v.Item, N: v.N} }

func (s *Store) missing(ref model.VersionRef, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	return fmt.Errorf("version %d of item %d: %w", ref.N, ref.Item, s.explain(err))
}

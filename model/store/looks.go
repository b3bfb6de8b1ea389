package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"parley/model"
)

// Kinds of entries in the table looks.
const (
	lookKind     = "look"
	seenKind     = "seen-up-to"
	handOverKind = "hand-over"
)

// ReadState is what one reader has seen of a record.
type ReadState struct {
	Reader string
	UpTo   time.Time            // all versions first seen by then count as seen
	Items  map[model.ItemID]int // the newest version seen, item by item
	Looked time.Time            // when the reader last looked, which is to see all that was there; zero for never
}

// Seen reports whether the reader has seen a version.
func (r *ReadState) Seen(v *model.Version) bool {
	by := func(t time.Time) bool { return !t.IsZero() && !v.Seen.After(t) }
	return by(r.UpTo) || by(r.Looked) || r.Items[v.Item] >= v.N
}

// ReadState returns what a reader has seen.
func (s *Store) ReadState(ctx context.Context, reader string) (ReadState, error) {
	st := ReadState{Reader: reader, Items: map[model.ItemID]int{}}
	var err error
	if st.UpTo, err = s.last(ctx, seenKind, reader); err != nil {
		return st, err
	}
	if st.Looked, err = s.last(ctx, lookKind, reader); err != nil {
		return st, err
	}
	rows, err := s.r.QueryContext(ctx, "SELECT item, n FROM seen_items WHERE reader = ?", reader)
	if err != nil {
		return st, s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var item model.ItemID
		var n int
		if err := rows.Scan(&item, &n); err != nil {
			return st, s.explain(err)
		}
		st.Items[item] = n
	}
	return st, s.explain(rows.Err())
}

// MarkSeen notes that a reader has seen these versions, and with each the older
// versions of its item.
func (s *Store) MarkSeen(ctx context.Context, reader string, at time.Time, refs ...model.VersionRef) error {
	if len(refs) == 0 {
		return ctx.Err()
	}
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		st, err := tx.PrepareContext(ctx, `INSERT INTO seen_items (reader, item, n, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (reader, item) DO UPDATE SET n = excluded.n, at = excluded.at WHERE excluded.n > n`)
		if err != nil {
			return err
		}
		defer st.Close()
		for _, ref := range refs {
			if _, err := st.ExecContext(ctx, reader, int64(ref.Item), ref.N, at.UnixMilli()); err != nil {
				return err
			}
		}
		return nil
	})
}

// SeenUpTo notes that a reader has seen everything that the desk had by then.
func (s *Store) SeenUpTo(ctx context.Context, reader string, t time.Time) error {
	return s.look(ctx, seenKind, reader, t)
}

// Looked notes when a reader looked, for "since I last looked".
func (s *Store) Looked(ctx context.Context, reader string, at time.Time) error {
	return s.look(ctx, lookKind, reader, at)
}

// LastLook returns when a reader last looked; zero for never.
func (s *Store) LastLook(ctx context.Context, reader string) (time.Time, error) {
	return s.last(ctx, lookKind, reader)
}

// HandOver notes that the desk was handed over, and by whom.
func (s *Store) HandOver(ctx context.Context, by string, at time.Time) error {
	return s.look(ctx, handOverKind, by, at)
}

// LastHandOver returns the last hand-over before a moment, and by whom it was;
// zero for none.
func (s *Store) LastHandOver(ctx context.Context, before time.Time) (at time.Time, by string, err error) {
	var ms int64
	err = s.r.QueryRowContext(ctx, "SELECT at, reader FROM looks WHERE kind = ? AND at < ? ORDER BY at DESC, id DESC LIMIT 1",
		handOverKind, before.UnixMilli()).Scan(&ms, &by)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, "", nil
	}
	if err != nil {
		return time.Time{}, "", s.explain(err)
	}
	return moment(ms), by, nil
}

// look keeps one entry a reader of what only its last counts for, and all of the
// hand-overs.
func (s *Store) look(ctx context.Context, kind, reader string, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if kind != handOverKind {
			if _, err := tx.ExecContext(ctx, "DELETE FROM looks WHERE kind = ? AND reader = ?", kind, reader); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO looks (kind, reader, at) VALUES (?, ?, ?)", kind, reader, at.UnixMilli())
		return err
	})
}

func (s *Store) last(ctx context.Context, kind, reader string) (time.Time, error) {
	var ms sql.NullInt64
	err := s.r.QueryRowContext(ctx, "SELECT max(at) FROM looks WHERE kind = ? AND reader = ?", kind, reader).Scan(&ms)
	if err != nil {
		return time.Time{}, s.explain(err)
	}
	return momentOf(ms), nil
}

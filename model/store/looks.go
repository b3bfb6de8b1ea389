package store

import (
	"context"
	"database/sql"
	"time"
)

// lookKind is what entries in the table looks are that say when a reader looked.
const lookKind = "look"

// Looked notes when a reader looked, which is to see all that was there: for "since I
// last looked", and for what is unread.
func (s *Store) Looked(ctx context.Context, reader string, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM looks WHERE kind = ? AND reader = ?", lookKind, reader); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO looks (kind, reader, at) VALUES (?, ?, ?)", lookKind, reader, at.UnixMilli())
		return err
	})
}

// LastLook returns when a reader last looked; zero for never.
func (s *Store) LastLook(ctx context.Context, reader string) (time.Time, error) {
	var ms sql.NullInt64
	err := s.r.QueryRowContext(ctx, "SELECT max(at) FROM looks WHERE kind = ? AND reader = ?", lookKind, reader).Scan(&ms)
	if err != nil {
		return time.Time{}, s.explain(err)
	}
	return momentOf(ms), nil
}

package store

import (
	"context"
	"database/sql"
	"time"
)

// Looked notes when a reader looked, which is to see all that was there: for "since I
// last looked", and for what is unread.
func (s *Store) Looked(ctx context.Context, reader string, at time.Time) error {
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		const look = "INSERT INTO looks (reader, at) VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET at = excluded.at"
		_, err := tx.ExecContext(ctx, look, reader, at.UnixMilli())
		return err
	})
}

// LastLook returns when a reader last looked; zero for never.
func (s *Store) LastLook(ctx context.Context, reader string) (time.Time, error) {
	var ms sql.NullInt64
	err := s.r.QueryRowContext(ctx, "SELECT max(at) FROM looks WHERE reader = ?", reader).Scan(&ms)
	if err != nil {
		return time.Time{}, s.explain(err)
	}
	return momentOf(ms), nil
}

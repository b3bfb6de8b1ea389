package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Lease asks to be the one poller of the record for the time ttl, under a name
// that no other process has, such as host and process number. It says whether
// the holder has it, and else who does. The holder asks again well before ttl is
// over; when it dies the lease runs out and the next that asks has it.
func (s *Store) Lease(ctx context.Context, holder string, ttl time.Duration) (held bool, owner string, err error) {
	err = s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		now := s.now()
		var taken, until int64
		err := tx.QueryRowContext(ctx, "SELECT holder, taken, until FROM leases WHERE name = 'poll'").Scan(&owner, &taken, &until)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		// A lease taken in the future is from before the clock was set back: left
		// alone it could bar everybody for hours.
		fromFuture := taken > now.UnixMilli()
		if err == nil && owner != holder && until > now.UnixMilli() && !fromFuture {
			return nil
		}
		held, owner = true, holder
		_, err = tx.ExecContext(ctx, `INSERT INTO leases (name, holder, taken, until) VALUES ('poll', ?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, taken = excluded.taken, until = excluded.until`,
			holder, now.UnixMilli(), now.Add(ttl).UnixMilli())
		return err
	})
	return held && err == nil, owner, err
}

// Release gives the lease back, so that the next need not wait for its end. It
// does nothing where another holds it.
func (s *Store) Release(ctx context.Context, holder string) error {
	return s.exec(ctx, "DELETE FROM leases WHERE name = 'poll' AND holder = ?", holder)
}

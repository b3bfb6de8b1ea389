package store

import (
	"context"
	"errors"
	"fmt"

	"parley/model"
)

// Unread returns versions that have no reading by these rules, oldest first, at
// most limit of them: what a killed process left unread, and what older rules read. Those
// that are damaged are none of them: who replays the record is told of these.
func (s *Store) Unread(ctx context.Context, rules string, limit int) ([]model.Version, error) {
	list, err := s.neverRead(ctx, limit)
	if err != nil || len(list) >= limit {
		return list, err
	}
	const older = "SELECT " + columns + ` FROM readings r JOIN versions v ON v.seq = r.seq
		JOIN items i ON i.id = v.item JOIN feeds f ON f.id = i.feed WHERE `
	id := "(SELECT coalesce(max(id), 0) FROM words WHERE word = ?)"
	for _, side := range []string{"r.rules < ", "r.rules > "} {
		more, err := s.versions(ctx, older+side+id+" ORDER BY r.rules, r.seq", limit-len(list), rules)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// readTo names the setting up to which no version is without a reading: the
// record only grows, so that what was once found complete stays so.
const readTo = "store.read-to"

func (s *Store) neverRead(ctx context.Context, limit int) ([]model.Version, error) {
	var last int64
	if err := s.r.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM versions").Scan(&last); err != nil {
		return nil, s.explain(err)
	}
	from, err := s.numberSetting(ctx, readTo)
	if err != nil || from >= last {
		return nil, err
	}
	list, err := s.versions(ctx, "SELECT "+columns+fromVersions+`WHERE v.seq > ? AND v.seq <= ?
		AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.seq = v.seq) ORDER BY v.seq`, limit, from, last)
	if err == nil && len(list) == 0 && limit > 0 && !s.readOnly {
		// It only spares the next look: that another process is writing just now
		// is no reason to fail.
		_ = s.SetSetting(ctx, readTo, fmt.Sprint(last))
	}
	return list, err
}

// versions are the first of what a query finds that are not damaged, at most limit of them.
func (s *Store) versions(ctx context.Context, query string, limit int, args ...any) ([]model.Version, error) {
	rows, err := s.r.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var list []model.Version
	for len(list) < limit && rows.Next() {
		_, v, err := scanVersion(rows)
		switch {
		case errors.Is(err, errDamaged):
		case err != nil:
			return nil, s.explain(err)
		default:
			list = append(list, v)
		}
	}
	return list, s.explain(rows.Err())
}

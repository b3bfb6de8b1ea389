package store

import (
	"context"
	"fmt"

	"parley/model"
)

// Unread returns versions that have no reading by these rules, oldest first, at
// most limit of them: what a killed process left unread, and what older rules read.
func (s *Store) Unread(ctx context.Context, rules string, limit int) ([]model.Version, error) {
	list, err := s.neverRead(ctx, limit)
	if err != nil || len(list) >= limit {
		return list, err
	}
	const older = "SELECT " + columns + ` FROM readings r JOIN versions v ON v.seq = r.seq
		JOIN items i ON i.id = v.item JOIN feeds f ON f.id = i.feed WHERE `
	id := "(SELECT coalesce(max(id), 0) FROM words WHERE word = ?)"
	for _, side := range []string{"r.rules < ", "r.rules > "} {
		more, err := s.versions(ctx, older+side+id+" ORDER BY r.rules, r.seq LIMIT ?", rules, limit-len(list))
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
		AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.seq = v.seq) ORDER BY v.seq LIMIT ?`, from, last, limit)
	if err == nil && len(list) == 0 && limit > 0 && !s.readOnly {
		// It only spares the next look: that another process is writing just now
		// is no reason to fail.
		_ = s.SetSetting(ctx, readTo, fmt.Sprint(last))
	}
	return list, err
}

func (s *Store) versions(ctx context.Context, query string, args ...any) ([]model.Version, error) {
	rows, err := s.r.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var list []model.Version
	for rows.Next() {
		_, v, err := scanVersion(rows)
		if err != nil {
			return nil, s.explain(err)
		}
		list = append(list, v)
	}
	return list, s.explain(rows.Err())
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"sync"
)

// feed returns the number of a feed and gives it one.
func (a *appender) feed(ctx context.Context, name string) (int64, error) {
	if id, ok := a.feeds[name]; ok {
		return id, nil
	}
	if id, ok := a.s.feedIDs.get(name); ok {
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

// feedIDs are the numbers of feeds that are in the record for good.
type feedIDs struct {
	mu  sync.Mutex
	ids map[string]int64
}

func (f *feedIDs) get(name string) (int64, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	id, ok := f.ids[name]
	return id, ok
}

// add takes what a committed transaction gave or found.
func (f *feedIDs) add(ids map[string]int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ids == nil {
		f.ids = map[string]int64{}
	}
	maps.Copy(f.ids, ids)
}

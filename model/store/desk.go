package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"

	"parley/model"
)

// FeedState returns what is remembered of a feed, by the URL in the config. A
// feed never asked before has a state with nothing but the URL, and so has one whose
// state is damaged.
func (s *Store) FeedState(ctx context.Context, url string) (model.FeedState, error) {
	var body []byte
	err := s.r.QueryRowContext(ctx, "SELECT body FROM feed_states WHERE url = ?", url).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return model.FeedState{URL: url}, nil
	}
	if err != nil {
		return model.FeedState{}, s.explain(err)
	}
	st, _ := stateOf(url, body)
	return st, nil
}

// stateOf reads the state of a feed. A damaged one is that of a feed never asked, and not
// sound: asking makes a new one.
func stateOf(url string, body []byte) (st model.FeedState, sound bool) {
	if err := json.Unmarshal(body, &st); err != nil {
		return model.FeedState{URL: url}, false
	}
	st.URL = url
	return st, true
}

// SaveFeedState remembers the state of a feed in place of the one before.
func (s *Store) SaveFeedState(ctx context.Context, st model.FeedState) error {
	body, err := json.Marshal(st)
	if err != nil {
		return err
	}
	return s.exec(ctx, `INSERT INTO feed_states (url, body) VALUES (?, ?)
		ON CONFLICT (url) DO UPDATE SET body = excluded.body`, st.URL, string(body))
}

// FeedStates returns the states of all feeds ever asked, by URL.
func (s *Store) FeedStates(ctx context.Context) ([]model.FeedState, error) {
	list, _, err := s.feedStates(ctx)
	return list, err
}

// feedStates are the states of all feeds, and the URLs of those that are damaged.
func (s *Store) feedStates(ctx context.Context) (list []model.FeedState, damaged []string, err error) {
	rows, err := s.r.QueryContext(ctx, "SELECT url, body FROM feed_states ORDER BY url")
	if err != nil {
		return nil, nil, s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var url string
		var body sql.RawBytes
		if err := rows.Scan(&url, &body); err != nil {
			return nil, nil, s.explain(err)
		}
		st, sound := stateOf(url, body)
		if !sound {
			damaged = append(damaged, url)
		}
		list = append(list, st)
	}
	return list, damaged, s.explain(rows.Err())
}

// Setting returns what was remembered under a key, empty for nothing.
func (s *Store) Setting(ctx context.Context, key string) (string, error) {
	var value string
	err := s.r.QueryRowContext(ctx, "SELECT value FROM settings WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, s.explain(err)
}

// SetSetting remembers a value under a key, such as the layout of the screen.
// Keys that begin with "store." are the store's own.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	return s.exec(ctx, `INSERT INTO settings (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
}

// numberSetting is Setting for a number, 0 for nothing.
func (s *Store) numberSetting(ctx context.Context, key string) (int64, error) {
	value, err := s.Setting(ctx, key)
	if err != nil || value == "" {
		return 0, err
	}
	return strconv.ParseInt(value, 10, 64)
}

// Checkpoint returns the derived state that was saved last in this format, with
// the place in the record up to which it was derived. Both are zero for none.
func (s *Store) Checkpoint(ctx context.Context, format string) (seq int64, body []byte, err error) {
	err = s.r.QueryRowContext(ctx, "SELECT seq, body FROM checkpoints WHERE format = ?", format).Scan(&seq, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	return seq, body, s.explain(err)
}

// Behind returns how many versions came after those that the derived state of
// this format was saved from.
func (s *Store) Behind(ctx context.Context, format string) (int64, error) {
	var n int64
	err := s.r.QueryRowContext(ctx, `SELECT coalesce((SELECT max(seq) FROM versions), 0) -
		coalesce((SELECT seq FROM checkpoints WHERE format = ?), 0)`, format).Scan(&n)
	return n, s.explain(err)
}

// SaveCheckpoint stores derived state, which may be dropped at any time, in
// place of all that was saved before, in this and in other formats.
func (s *Store) SaveCheckpoint(ctx context.Context, format string, seq int64, body []byte) error {
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM checkpoints"); err != nil {
			return err
		}
		if body == nil {
			body = []byte{}
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO checkpoints (format, seq, body) VALUES (?, ?, ?)", format, seq, body)
		return err
	})
}

// exec runs one writing statement.
func (s *Store) exec(ctx context.Context, query string, args ...any) error {
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, query, args...)
		return err
	})
}

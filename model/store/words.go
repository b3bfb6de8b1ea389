package store

import (
	"context"
	"database/sql"
	"sync"
)

// maxWords bounds the table of recurring strings, on disk and in memory.
const maxWords = 1 << 13

// words numbers strings that recur in readings. A string gets its number when it
// comes for the second time, so that what is unique never fills the table.
type words struct {
	mu     sync.RWMutex
	id     map[string]int64
	word   map[int64]string
	last   int64
	once   map[string]struct{}
	shapes map[int64]*shape
}

func (w *words) reset() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.id, w.word, w.last = map[string]int64{}, map[int64]string{}, 0
	w.once = map[string]struct{}{}
	w.shapes = map[int64]*shape{}
}

// catchUp reads the words that were numbered since, here or by another process.
func (w *words) catchUp(ctx context.Context, q interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	rows, err := q.QueryContext(ctx, "SELECT id, word FROM words WHERE id > ? ORDER BY id", w.last)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var word string
		if err := rows.Scan(&id, &word); err != nil {
			return err
		}
		w.id[word], w.word[id], w.last = id, word, id
	}
	return rows.Err()
}

func (w *words) find(word string) (int64, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	id, ok := w.id[word]
	return id, ok
}

// number returns the number of a word and gives it one. The transaction must
// have caught up.
func (w *words) number(ctx context.Context, tx *sql.Tx, word string) (int64, error) {
	if id, ok := w.find(word); ok {
		return id, nil
	}
	res, err := tx.ExecContext(ctx, "INSERT INTO words (word) VALUES (?)", word)
	if err != nil {
		return 0, err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return 0, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.id[word], w.word[id], w.last = id, word, id
	return id, nil
}

// recurring is number for a word that came before; it says false for one that
// has not, or when the table is full.
func (w *words) recurring(ctx context.Context, tx *sql.Tx, word string) (int64, bool, error) {
	if id, ok := w.find(word); ok {
		return id, true, nil
	}
	w.mu.Lock()
	_, again := w.once[word]
	if !again {
		if len(w.once) >= maxWords {
			clear(w.once)
		}
		w.once[word] = struct{}{}
	}
	full := len(w.id) >= maxWords
	w.mu.Unlock()
	if !again || full {
		return 0, false, nil
	}
	id, err := w.number(ctx, tx, word)
	return id, err == nil, err
}

// text returns the word with that number, asking the record where another
// process has numbered it.
func (w *words) text(ctx context.Context, db *sql.DB, id int64) (string, error) {
	for try := 0; ; try++ {
		w.mu.RLock()
		word, ok := w.word[id]
		w.mu.RUnlock()
		if ok {
			return word, nil
		}
		if try > 0 {
			return "", errEncoding
		}
		if err := w.catchUp(ctx, db); err != nil {
			return "", err
		}
	}
}

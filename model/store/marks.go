package store

import (
	"context"
	"database/sql"
	"fmt"

	"parley/model"
)

// Undo is the verb of a mark that undoes another, whose ID is its Value.
const Undo = "undo"

// AddMark stores an entry of an editor's hand and returns it with its ID. An
// entry is never changed: undoing one is another entry, of the verb Undo.
func (s *Store) AddMark(ctx context.Context, m model.Mark) (model.Mark, error) {
	m.At, m.Undone = whole(m.At), false
	err := s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if m.Verb == Undo {
			var verb string
			err := tx.QueryRowContext(ctx, "SELECT verb FROM marks WHERE id = ?", m.Value).Scan(&verb)
			if err != nil {
				return fmt.Errorf("there is no mark %q to undo: %w", m.Value, err)
			}
		}
		return tx.QueryRowContext(ctx, `INSERT INTO marks (at, by, verb, kind, n, value) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
			m.At.UnixMilli(), m.By, m.Verb, int(m.On.Kind), m.On.N, m.Value).Scan(&m.ID)
	})
	if err != nil {
		return model.Mark{}, err
	}
	return m, nil
}

// Marks returns all entries in the order in which they were made. Undone is set
// on those that a later entry undid; an undo may itself be undone.
func (s *Store) Marks(ctx context.Context) ([]model.Mark, error) {
	rows, err := s.r.QueryContext(ctx, "SELECT id, at, by, verb, kind, n, value FROM marks ORDER BY id")
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var list []model.Mark
	for rows.Next() {
		var m model.Mark
		var at int64
		if err := rows.Scan(&m.ID, &at, &m.By, &m.Verb, &m.On.Kind, &m.On.N, &m.Value); err != nil {
			return nil, s.explain(err)
		}
		m.At = moment(at)
		list = append(list, m)
	}
	undo(list)
	return list, s.explain(rows.Err())
}

// undo sets Undone. An entry can only undo an earlier one, so that the newest
// stands for sure and the others follow from it.
func undo(list []model.Mark) {
	at := make(map[string]int, len(list))
	for i := range list {
		at[fmt.Sprint(list[i].ID)] = i
	}
	for i := len(list) - 1; i >= 0; i-- {
		if m := &list[i]; m.Verb == Undo && !m.Undone {
			if j, ok := at[m.Value]; ok && j < i {
				list[j].Undone = true
			}
		}
	}
}

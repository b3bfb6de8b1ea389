package store

import (
	"context"
	"database/sql"
)

// prepared is a query that is asked for every row on the screen: it is prepared
// once and kept until the record is closed.
type prepared struct{ stmt *sql.Stmt }

// prepare returns a prepared query, for the reading connections.
func (s *Store) prepare(query string) (prepared, error) {
	s.prepareMu.Lock()
	defer s.prepareMu.Unlock()
	if p, ok := s.prepared[query]; ok {
		return p, nil
	}
	stmt, err := s.r.PrepareContext(context.Background(), query)
	if err != nil {
		return prepared{}, s.explain(err)
	}
	s.prepared[query] = prepared{stmt}
	return prepared{stmt}, nil
}

// row and rows ask. They take no context: a watcher for it would cost more than
// the answer takes.
func (p prepared) row(args ...any) *sql.Row {
	return p.stmt.QueryRowContext(context.Background(), args...)
}

func (p prepared) rows(args ...any) (*sql.Rows, error) {
	return p.stmt.QueryContext(context.Background(), args...)
}

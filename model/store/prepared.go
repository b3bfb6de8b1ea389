package store

import (
	"context"
	"database/sql"
	"sync"
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

// statements are those of the one connection that writes. A statement that two
// transactions ask for is prepared once more, for good, before the next begins:
// within one the connection is taken.
type statements struct {
	mu     sync.Mutex
	kept   map[string]prepared // by query
	wanted []string
}

// keep prepares what was asked for. It holds no lock while it waits for the
// connection: who has that may be asking for a statement.
func (st *statements) keep(ctx context.Context, db *sql.DB) error {
	for query := st.next(); query != ""; query = st.next() {
		stmt, err := db.PrepareContext(ctx, query)
		if err != nil {
			return err
		}
		if !st.add(query, stmt) {
			_ = stmt.Close() //nolint:sqlclosecheck // another was quicker
		}
	}
	return nil
}

// next takes a query that is asked for and not kept yet, empty for none.
func (st *statements) next() string {
	st.mu.Lock()
	defer st.mu.Unlock()
	for len(st.wanted) > 0 {
		query := st.wanted[0]
		st.wanted = st.wanted[1:]
		if _, ok := st.kept[query]; !ok {
			return query
		}
	}
	return ""
}

func (st *statements) add(query string, stmt *sql.Stmt) bool {
	st.mu.Lock()
	defer st.mu.Unlock()
	if _, ok := st.kept[query]; ok {
		return false
	}
	st.kept[query] = prepared{stmt}
	return true
}

// in returns a statement for a transaction, with which it ends at the latest.
func (st *statements) in(ctx context.Context, tx *sql.Tx, query string) (*sql.Stmt, error) {
	st.mu.Lock()
	defer st.mu.Unlock()
	if p, ok := st.kept[query]; ok {
		return tx.StmtContext(ctx, p.stmt), nil
	}
	st.wanted = append(st.wanted, query)
	return tx.PrepareContext(ctx, query) //nolint:sqlclosecheck // it ends with its transaction
}

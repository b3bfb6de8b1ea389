package store

import (
	"context"
	"database/sql"
	"strings"
)

// rowsAtOnce is how many rows one statement puts in: it costs as much to begin and to
// end as a row of few columns does.
const rowsAtOnce = 16

// rows gathers rows of a table, which go in many a statement.
type rows struct {
	width     int // columns
	values    []any
	one, many *sql.Stmt
}

// rowsInto gathers rows for an insert without its VALUES.
func (s *Store) rowsInto(ctx context.Context, tx *sql.Tx, insert string, width int) (*rows, error) {
	r := &rows{width: width, values: make([]any, 0, rowsAtOnce*width)}
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	var err error
	if r.one, err = s.statements.in(ctx, tx, insert+" VALUES "+row); err != nil {
		return nil, err
	}
	r.many, err = s.statements.in(ctx, tx, insert+" VALUES "+row+strings.Repeat(", "+row, rowsAtOnce-1))
	return r, err
}

// full says that the next row needs those before it to be put in.
func (r *rows) full() bool { return len(r.values) == cap(r.values) }

// put puts in what was gathered.
func (r *rows) put(ctx context.Context) error {
	list := r.values
	r.values = r.values[:0]
	if len(list) == rowsAtOnce*r.width {
		_, err := r.many.ExecContext(ctx, list...)
		return err
	}
	for ; len(list) > 0; list = list[r.width:] {
		if _, err := r.one.ExecContext(ctx, list[:r.width]...); err != nil {
			return err
		}
	}
	return nil
}

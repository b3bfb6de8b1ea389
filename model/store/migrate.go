package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// applicationID marks the file as a Parley record ("Prly").
const applicationID = 0x50726c79

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is one step of the schema; steps are numbered from 1 without gaps.
type migration struct {
	number int
	sql    string
}

// embedded returns the program's own migrations, named NNNN_what.sql, in order.
func embedded() []migration {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		panic(err) // only for a malformed pattern, which is a constant
	}
	list := make([]migration, 0, len(names))
	for _, name := range names {
		digits, _, _ := strings.Cut(strings.TrimPrefix(name, "migrations/"), "_")
		number, err := strconv.Atoi(digits)
		if err != nil || number != len(list)+1 {
			panic("migrations out of order at " + name)
		}
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(err) // it is in the program
		}
		list = append(list, migration{number, string(text)})
	}
	return list
}

// migrate brings the record to the newest schema that this program knows. An
// older record is copied first, so that a failed step loses nothing.
func (s *Store) migrate(ctx context.Context, list []migration) error {
	db := s.r
	if !s.readOnly {
		db = s.w
	}
	have, err := s.schema(ctx, db, len(list))
	if err != nil || have == len(list) {
		return err
	}
	if s.readOnly && have == 0 {
		return fmt.Errorf("there is nothing in record %s yet; run parley or parley poll first, or name another with --store FILE", s.path)
	}
	if s.readOnly {
		return s.renew(ctx, have, list)
	}
	if have > 0 {
		if err := s.saveBeside(ctx, fmt.Sprintf("%s.schema-%d.bak", s.path, have)); err != nil {
			return err
		}
	}
	return s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		// Another process may have done it while this one waited for the lock.
		have, err := s.schema(ctx, tx, len(list))
		if err != nil {
			return err
		}
		for _, m := range list[have:] {
			if _, err := tx.ExecContext(ctx, m.sql); err != nil {
				return fmt.Errorf("cannot bring record %s from schema %d to %d, it stays as it was: %w", s.path, have, m.number, err)
			}
		}
		_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(list)))
		return err
	})
}

// renew brings an older record up to date that was opened for reading: a program that
// only reads might be all that is run on it any more.
func (s *Store) renew(ctx context.Context, have int, list []migration) error {
	writer, err := Open(ctx, s.path, func(o *settings) { o.migrations = list })
	if err == nil {
		err = writer.Close()
	}
	if err != nil {
		return &explained{fmt.Sprintf("record %s has the older schema %d and must be brought up to date before it is read", s.path, have), err}
	}
	return nil
}

type queryer interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// schema returns the number of the record's schema, 0 for a fresh file.
func (s *Store) schema(ctx context.Context, q queryer, known int) (int, error) {
	var version, app, tables int
	err := q.QueryRowContext(ctx, `SELECT
		(SELECT user_version FROM pragma_user_version),
		(SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&version, &app, &tables)
	switch {
	case err != nil:
		return 0, err
	case app == 0 && version == 0 && tables == 0:
		return 0, nil
	case app != applicationID:
		return 0, fmt.Errorf("%s is an SQLite file, but not a Parley record; name another with --store FILE", s.path)
	case version > known:
		return 0, fmt.Errorf("record %s has schema %d, this program knows up to %d: %w; update parley, or name another record with --store FILE",
			s.path, version, known, ErrNewer)
	}
	return version, nil
}

// saveBeside copies the record to a file, unless an earlier try has done so.
func (s *Store) saveBeside(ctx context.Context, to string) error {
	if _, err := os.Stat(to); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return s.Backup(ctx, to)
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// How a file is opened for reading. A reader of a fresh log must be able to make the
// shared memory beside it, and hence to write, though query_only keeps it from
// writing to the record. Where it may not, somebody else may have made that memory;
// and where nobody did and there is no log, the file is all there is.
const (
	readsAndShares = "mode=rw"
	readsShared    = "mode=ro"
	readsAlone     = "mode=ro&immutable=1"
)

// openReaders opens the connections that cannot write, on a medium or in a
// directory that cannot be written, too, where the record is only to be read.
func (s *Store) openReaders(ctx context.Context, pragmas []string) error {
	var first error
	for _, s.reads = range []string{readsAndShares, readsShared, readsAlone} {
		if s.reads == readsAlone && holdsLog(s.path) {
			return &explained{fmt.Sprintf("record %s cannot be read where it is, for the latest of it is in %s-wal and nothing can be written beside it: copy both files to a directory of yours, and name the copy with --store FILE", s.path, s.path), first}
		}
		var err error
		if s.r, err = sql.Open("sqlite", dsn(s.path, s.reads, pragmas)); err != nil {
			return err
		}
		s.r.SetMaxOpenConns(8)
		s.r.SetMaxIdleConns(4)
		if !s.readOnly {
			return nil // the writer makes what is missing
		}
		var tables int
		if err = s.r.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); !isBarred(err) {
			return nil // whatever else is wrong with it is found by who looks into it
		}
		if first == nil {
			first = err
		}
		if err := s.r.Close(); err != nil {
			return err
		}
	}
	return first
}

// holdsLog reports whether a part of the record is still in its log.
func holdsLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// isBarred says whether a file could not be opened for want of the right to write.
func isBarred(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff
	return code == sqlite3.SQLITE_READONLY || code == sqlite3.SQLITE_CANTOPEN
}

package store

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrNewer says that a newer Parley wrote the record.
var ErrNewer = errors.New("the record was written by a newer Parley")

// ErrFull says that the disk had no room; nothing of the batch was stored.
var ErrFull = errors.New("the disk is full")

// ErrNotFound says that the record holds no such version or reading.
var ErrNotFound = errors.New("not in the record")

// explain says in words what an SQLite error means and what to do about it. It
// keeps the error underneath.
func (s *Store) explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("record %s: %w; nothing of this batch was stored, what was there before is safe; free some room and it goes on: %w", s.path, ErrFull, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("record %s cannot be written; change the permissions of the file and its directory, or name another with --store FILE: %w", s.path, err)
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return fmt.Errorf("record %s cannot be opened; check the permissions of the file and its directory, or name another with --store FILE: %w", s.path, err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s is not a Parley record; move it away, or name another with --store FILE: %w", s.path, err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("record %s is damaged; nothing was changed: copy it, run parley store check, and go back to a backup or export what can still be read: %w", s.path, err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("record %s is being written by another program for too long; end that program or wait, then try again: %w", s.path, err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("record %s: the disk could not be read or written; nothing of this batch was stored; check the disk and its free room: %w", s.path, err)
	}
	return fmt.Errorf("record %s: %w", s.path, err)
}

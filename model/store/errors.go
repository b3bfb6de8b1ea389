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

// errDamaged says that what is stored cannot be read any more.
var errDamaged = errors.New("it cannot be read")

// explained is an error that already says what to do.
type explained struct {
	msg string
	err error
}

func (e *explained) Error() string { return e.msg + ": " + e.err.Error() }
func (e *explained) Unwrap() error { return e.err }

// advice says what SQLite's result codes mean and what to do about them.
var advice = map[int]string{
	sqlite3.SQLITE_READONLY: "cannot be written; change the permissions of the file and its directory, or name another with --store FILE",
	sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the permissions of the file and its directory, or name another with --store FILE",
	sqlite3.SQLITE_PERM:     "cannot be opened; check the permissions of the file and its directory, or name another with --store FILE",
	sqlite3.SQLITE_NOTADB:   "is not a Parley record; move the file away, or name another with --store FILE",
	sqlite3.SQLITE_CORRUPT:  "is damaged; nothing was changed: copy it, run parley store check, and go back to a backup or export what can still be read",
	sqlite3.SQLITE_BUSY:     "is being written by another program for too long; end that program or wait, then try again",
	sqlite3.SQLITE_LOCKED:   "is being written by another program for too long; end that program or wait, then try again",
	sqlite3.SQLITE_IOERR:    "could not be read or written on its disk; nothing of this batch was stored: check the disk and its free room",
}

// isBusy says whether somebody else holds the lock that was asked for.
func isBusy(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_BUSY
}

// isFull says whether the disk had no room.
func isFull(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL
}

// explain says in words what an SQLite error means and what to do about it. It
// keeps the error underneath, and leaves alone what is no such error.
func (s *Store) explain(err error) error {
	var e *sqlite.Error
	var already *explained
	switch {
	case errors.As(err, &already):
		return err
	case errors.Is(err, errDamaged):
		return &explained{"record " + s.path + " " + advice[sqlite3.SQLITE_CORRUPT], err}
	case !errors.As(err, &e):
		return err
	}
	code := e.Code() & 0xff
	if code == sqlite3.SQLITE_FULL {
		err = fmt.Errorf("%w (%w)", ErrFull, err)
		return &explained{"record " + s.path + " cannot grow; nothing of this batch was stored, what was there before is safe; free some room and it goes on", err}
	}
	if does, ok := advice[code]; ok {
		return &explained{"record " + s.path + " " + does, err}
	}
	return &explained{"record " + s.path, err}
}

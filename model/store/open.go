package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// busyTimeout is how long a connection waits for a lock that another holds.
const busyTimeout = 30 * time.Second

// logPages is how many pages of 4 kB are written to the log before they are moved into
// the file, which waits for the disk twice. Most of them were written several times by
// then, and are moved once.
const logPages = 4000

var waits = fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds())

// Store is an open record. It is safe for concurrent use.
type Store struct {
	path     string
	readOnly bool
	tempDir  string // removed by Close, where the store is a throw-away one
	now      func() time.Time
	w        *sql.DB // one connection, that of the only writer in this process
	r        *sql.DB // a few connections that cannot write
	reads    string  // how a connection that only reads opens the file, see openReaders
	sync     string  // how a write waits for the disk that is to outlast the loss of power
	syncing  string  // how the connection waits just now; for who has it
	words    words
	cache    cache

	statements statements
	feedIDs    feedIDs
	numbering  sync.Mutex // held by who gives words numbers, until these are stored or forgotten

	prepareMu sync.Mutex
	prepared  map[string]prepared // by query

	markMu sync.Mutex
	marked *sql.DB // see markWords
}

// Option changes how a record is opened.
type Option func(*settings)

type settings struct {
	readOnly    bool
	now         func() time.Time
	synchronous string
	migrations  []migration
	maxPages    int
}

// ReadOnly opens an existing record and writes nothing to it, but that an older one is
// brought up to date as by Open.
func ReadOnly() Option { return func(o *settings) { o.readOnly = true } }

// Clock sets the clock that leases are measured with; the default is time.Now.
func Clock(now func() time.Time) Option { return func(o *settings) { o.now = now } }

// Open opens the record in the file path and makes the file, and the
// directories above it, where they are missing. An older record is saved beside
// itself and then brought up to date. The error says what to do when the path
// cannot be used, when the file is no record, or when a newer Parley wrote it.
func Open(ctx context.Context, path string, opts ...Option) (*Store, error) {
	o := settings{now: time.Now, synchronous: "FULL", migrations: embedded()}
	for _, opt := range opts {
		opt(&o)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	if err := checkPath(abs, o.readOnly); err != nil {
		return nil, err
	}
	s := &Store{path: abs, readOnly: o.readOnly, now: o.now, sync: o.synchronous, prepared: map[string]prepared{}}
	s.statements.kept = map[string]prepared{}
	s.words.reset()
	s.cache.reset()
	pragmas := []string{waits, "foreign_keys(1)", "temp_store(memory)"}
	if err := s.openReaders(ctx, append(pragmas, "query_only(1)")); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	if !o.readOnly {
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous("+o.synchronous+")",
			"journal_size_limit(16777216)", fmt.Sprintf("wal_autocheckpoint(%d)", logPages))
		if o.maxPages > 0 {
			pragmas = append(pragmas, fmt.Sprintf("max_page_count(%d)", o.maxPages))
		}
		if s.w, err = sql.Open("sqlite", dsn(abs, "_txlock=immediate", pragmas)); err != nil {
			return nil, errors.Join(s.explain(err), s.Close())
		}
		s.w.SetMaxOpenConns(1)
		if err := awaitTurn(ctx, s.w); err != nil {
			return nil, errors.Join(s.explain(err), s.Close())
		}
	}
	if err := s.migrate(ctx, o.migrations); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// awaitTurn makes the first connection. SQLite does not wait out its busy_timeout
// when several programs turn a fresh file to WAL at once, or when one closes a
// file that another opens: it says that the file is busy, and means "ask again".
func awaitTurn(ctx context.Context, db *sql.DB) error {
	for end := time.Now().Add(busyTimeout); ; {
		err := db.PingContext(ctx)
		if !isBusy(err) || time.Now().After(end) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// OpenTemp opens an empty record that Close removes, for a demo or a replay.
func OpenTemp(ctx context.Context, opts ...Option) (*Store, error) {
	dir, err := os.MkdirTemp("", "parley-")
	if err != nil {
		return nil, fmt.Errorf("cannot make a throw-away record: %w; set TMPDIR to a directory that can be written", err)
	}
	opts = append(opts, func(o *settings) { o.synchronous = "OFF" })
	s, err := Open(ctx, filepath.Join(dir, "record.db"), opts...)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s.tempDir = dir
	return s, nil
}

// Path returns the absolute path of the record's file.
func (s *Store) Path() string { return s.path }

// Close releases the record. What was committed is on disk before that.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.r, s.w, s.marked} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.tempDir != "" {
		errs = append(errs, os.RemoveAll(s.tempDir))
	}
	return errors.Join(errs...)
}

// checkPath finds in advance what SQLite would only call "unable to open".
func checkPath(path string, readOnly bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("record %s is a directory; name a file with --store FILE", path)
	case err == nil:
		return nil
	case readOnly && errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("there is no record at %s; run parley or parley poll first, or name another with --store FILE: %w", path, err)
	case readOnly:
		return fmt.Errorf("record %s cannot be read: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("cannot make the directory of record %s: %w; name a place that can be written with --store FILE", path, err)
	}
	return nil
}

// dsn writes the connection string of a file, whatever signs its path holds.
func dsn(path, how string, pragmas []string) string {
	u := url.URL{Path: filepath.ToSlash(path)}
	p := strings.ReplaceAll(u.EscapedPath(), "?", "%3F")
	return "file:" + p + "?" + how + "&" + url.Values{"_pragma": pragmas}.Encode()
}

// write runs fn in one transaction that holds the write lock from its start, and is on
// disk when it returns.
// The caller's context ends it between rows, not within one: a watcher for each
// of a thousand statements costs more than the statements.
func (s *Store) write(ctx context.Context, fn func(ctx context.Context, tx *sql.Tx) error) error {
	return s.writeWith(ctx, s.sync, fn)
}

// writeSoon is write but for the wait for the disk. What it wrote outlasts the process
// that did, and the loss of power as soon as the next write is done: the log is one
// file, and is waited for as a whole.
func (s *Store) writeSoon(ctx context.Context, fn func(ctx context.Context, tx *sql.Tx) error) error {
	level := s.sync
	if level == "FULL" {
		level = "NORMAL"
	}
	return s.writeWith(ctx, level, fn)
}

func (s *Store) writeWith(ctx context.Context, level string, fn func(ctx context.Context, tx *sql.Tx) error) (err error) {
	if s.readOnly {
		return fmt.Errorf("record %s was opened read-only", s.path)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	inner := context.WithoutCancel(ctx)
	if err := s.statements.keep(inner, s.w); err != nil {
		return s.explain(err)
	}
	conn, err := s.w.Conn(inner)
	if err != nil {
		return s.explain(err)
	}
	defer conn.Close()
	if s.syncing != level {
		if _, err := conn.ExecContext(inner, "PRAGMA synchronous = "+level); err != nil {
			return s.explain(err)
		}
		s.syncing = level
	}
	tx, err := conn.BeginTx(inner, nil)
	if err != nil {
		return s.explain(err)
	}
	defer func() {
		if err != nil {
			err = s.explain(err)
			if rerr := tx.Rollback(); rerr != nil && !errors.Is(rerr, sql.ErrTxDone) {
				err = errors.Join(err, rerr)
			}
		}
	}()
	if err := fn(inner, tx); err != nil {
		return err
	}
	return tx.Commit()
}

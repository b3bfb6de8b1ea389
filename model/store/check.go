package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parley/model"
)

// Check reads the whole record and returns what is wrong with it in words, none
// for a sound one. The error is for a check that could not be done at all.
func (s *Store) Check(ctx context.Context) (faults []string, err error) {
	rows, err := s.r.QueryContext(ctx, "PRAGMA integrity_check(50)")
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var fault string
		if err := rows.Scan(&fault); err != nil {
			return faults, s.explain(err)
		}
		if fault != "ok" {
			faults = append(faults, fault)
		}
	}
	if err := rows.Err(); err != nil {
		return append(faults, s.explain(err).Error()), nil
	}
	for _, c := range []struct{ query, fault string }{
		{"SELECT count(*) FROM pragma_foreign_key_check", "%d rows name rows that are not there"},
		{"SELECT count(*) FROM items i WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.item = i.id AND v.n = 1)", "%d items have no first version"},
		{"SELECT count(*) FROM versions v WHERE v.n > 1 AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.item = v.item AND w.n = v.n - 1)", "%d versions have no version before them"},
	} {
		var n int
		if err := s.r.QueryRowContext(ctx, c.query).Scan(&n); err != nil {
			faults = append(faults, s.explain(err).Error())
		} else if n > 0 {
			faults = append(faults, fmt.Sprintf(c.fault, n))
		}
	}
	altered, damaged, err := s.misread(ctx)
	switch {
	case ctx.Err() != nil:
		return faults, ctx.Err()
	case err != nil && !slices.Contains(faults, err.Error()):
		faults = append(faults, err.Error())
	}
	if len(altered) > 0 {
		faults = append(faults, model.Counted(len(altered), "version does", "versions do")+" not read as stored: "+firstOf(altered))
	}
	if len(damaged) > 0 {
		faults = append(faults, model.Counted(len(damaged), "reading is", "readings are")+" damaged: "+firstOf(damaged))
	}
	switch _, unsound, err := s.feedStates(ctx); {
	case err != nil && !slices.Contains(faults, err.Error()):
		faults = append(faults, err.Error())
	case len(unsound) > 0:
		faults = append(faults, "what is remembered of "+model.Counted(len(unsound), "feed", "feeds")+" is damaged, and made again when polled: "+strings.Join(unsound, ", "))
	}
	return faults, nil
}

// firstOf names the first of some versions.
func firstOf(refs []model.VersionRef) string {
	const few = 8
	names := make([]string, 0, few+1)
	for _, ref := range refs[:min(len(refs), few)] {
		names = append(names, fmt.Sprintf("version %d of item %d", ref.N, ref.Item))
	}
	if more := len(refs) - few; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// misread names the versions whose texts are not those that were stored, and those of the
// others whose readings cannot be read: what SQLite does not notice.
func (s *Store) misread(ctx context.Context) (altered, damaged []model.VersionRef, err error) {
	rows, err := s.r.QueryContext(ctx, "SELECT "+columns+", v.hash, r.body"+fromVersions+"LEFT JOIN readings r ON r.seq = v.seq")
	if err != nil {
		return nil, nil, s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var hash int64
		var body []byte
		_, v, err := scanVersion(rows, &hash, &body)
		if err != nil || substance(&v.Sighting) != hash {
			altered = append(altered, refOf(&v))
			continue
		}
		if body != nil {
			if _, err := s.decode(&v, body); err != nil {
				damaged = append(damaged, refOf(&v))
			}
		}
	}
	return altered, damaged, s.explain(rows.Err())
}

// Backup copies the record, as it stands at this moment, into a new file. It may
// run while the record is written.
func (s *Store) Backup(ctx context.Context, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("%s is there already; name a new file for the backup", to)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return fmt.Errorf("cannot make the directory of backup %s: %w", to, err)
	}
	// Written under another name first, so that half a backup never looks whole.
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	// A connection of its own: those for reading may not write to any file.
	db, err := sql.Open("sqlite", dsn(s.path, s.reads, []string{waits}))
	if err != nil {
		return s.explain(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		if isFull(err) {
			err = fmt.Errorf("there is no room for it: %w", err)
		} else {
			err = s.explain(err)
		}
		return errors.Join(fmt.Errorf("backup to %s: %w", to, err), removeIfThere(part))
	}
	return os.Rename(part, to)
}

func removeIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

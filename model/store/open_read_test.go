package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeProtect takes from a directory and all its files the right to be written.
func writeProtect(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		if err := os.Chmod(path, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o500); err != nil { //nolint:gosec // a directory wants its x
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) }) //nolint:gosec // so that it can be removed
}

// copyOf copies those of a record's files that end so, as they are just now.
func copyOf(t *testing.T, path string, endings ...string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.db")
	for _, ending := range endings {
		data, err := os.ReadFile(path + ending)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+ending, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

func TestARecordIsReadWhereNothingCanBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	mustAppend(t, s, sighting("a", "Borun speaks", 0))
	withLog := copyOf(t, path, "", "-wal", "-shm")
	onlyLog := copyOf(t, path, "", "-wal")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"closed": copyOf(t, path, ""), "in use": withLog} {
		writeProtect(t, filepath.Dir(path))
		s, err := Open(context.Background(), path, ReadOnly())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c, err := s.Counts(context.Background()); err != nil || c.Items != 1 {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	writeProtect(t, filepath.Dir(onlyLog))
	if s, err := Open(context.Background(), onlyLog, ReadOnly()); err == nil || !strings.Contains(err.Error(), "copy both files") {
		t.Errorf("without what is in the log: %v, %v", s, err)
	}
}

func TestAnEmptyFileIsNoRecordToRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path, ReadOnly()); err == nil || !strings.Contains(err.Error(), "there is nothing in record") {
		t.Errorf("%v", err)
	}
}

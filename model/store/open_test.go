package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
)

func TestOpenMakesDirectories(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state dir?", "100% #1", "record.db")
	mustAppend(t, reopen(t, path), sighting("a", "Borun speaks", 0))
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Fatalf("the record is not at its path: %v", err)
	}
	if c, err := reopen(t, path).Counts(context.Background()); err != nil || c.Items != 1 {
		t.Errorf("opened again: %+v, %v", c, err)
	}
}

func TestOpenSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		name, path string
		opts       []Option
		want       []string
	}{
		{"a directory", dir, nil, []string{"is a directory", "--store"}},
		{"a file where a directory should be", filepath.Join(file("plain", "x"), "record.db"), nil, []string{"--store"}},
		{"no SQLite file", file("letter.txt", strings.Repeat("Dear all, this is no record. ", 99)), nil, []string{"not a Parley record", "--store"}},
		{"another program's SQLite file", otherDatabase(t, dir), nil, []string{"not a Parley record", "--store"}},
		{"nothing to read", filepath.Join(dir, "none.db"), []Option{ReadOnly()}, []string{"no record at", "parley poll"}},
		{"a device that takes nothing", "/dev/null/record.db", nil, []string{"--store"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Open(context.Background(), c.path, c.opts...)
			if err == nil {
				s.Close()
				t.Fatal("no error")
			}
			for _, want := range append(c.want, c.path) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
		})
	}
}

func otherDatabase(t *testing.T, dir string) string {
	path := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE recipes (name TEXT)"); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := filepath.Join(t.TempDir(), "record.db")
	mustAppend(t, reopen(t, path), sighting("a", "Borun speaks", 0))
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	s, err := Open(context.Background(), path)
	if err == nil {
		_, err = s.Append(context.Background(), []model.Sighting{sighting("b", "Borun leaves", 0)})
		s.Close()
	}
	if err == nil || !strings.Contains(err.Error(), "cannot be written") {
		t.Errorf("%v", err)
	}
}

func TestOpenNewerSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	if _, err := s.w.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	for _, opts := range [][]Option{nil, {ReadOnly()}} {
		_, err := Open(context.Background(), path, opts...)
		if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "update parley") {
			t.Errorf("%v", err)
		}
	}
}

func withMigrations(list []migration) Option { return func(o *settings) { o.migrations = list } }

func TestMigrationKeepsACopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	mustAppend(t, reopen(t, path), sighting("a", "Borun speaks", 0))
	next := append(embedded(), migration{len(embedded()) + 1, "CREATE TABLE added (id INTEGER PRIMARY KEY)"})

	s := reopen(t, path, withMigrations(next))
	if _, err := s.w.Exec("INSERT INTO added DEFAULT VALUES"); err != nil {
		t.Error(err)
	}
	if v, err := s.Version(model.VersionRef{Item: 1, N: 1}); err != nil || v.Title != "Borun speaks" {
		t.Errorf("after the migration: %q, %v", v.Title, err)
	}
	old := reopen(t, fmt.Sprintf("%s.schema-%d.bak", path, len(embedded())))
	if v, err := old.Version(model.VersionRef{Item: 1, N: 1}); err != nil || v.Title != "Borun speaks" {
		t.Errorf("in the copy: %q, %v", v.Title, err)
	}
	if _, err := Open(context.Background(), path); !errors.Is(err, ErrNewer) {
		t.Errorf("the program from before: %v", err)
	}
}

func TestAReaderBringsAnOlderRecordUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	mustAppend(t, reopen(t, path), sighting("a", "Borun speaks", 0))
	with := func(sql string) Option {
		return withMigrations(append(embedded(), migration{len(embedded()) + 1, sql}))
	}

	_, err := Open(context.Background(), path, ReadOnly(), with("SELECT nonsense"))
	if err == nil || !strings.Contains(err.Error(), "older schema") || !strings.Contains(err.Error(), "stays as it was") {
		t.Errorf("where it cannot be: %v", err)
	}
	s := reopen(t, path, ReadOnly(), with("CREATE TABLE added (id INTEGER PRIMARY KEY)"))
	var n int
	if err := s.r.QueryRow("SELECT count(*) FROM added").Scan(&n); err != nil {
		t.Error(err)
	}
	if v, err := s.Version(model.VersionRef{Item: 1, N: 1}); err != nil || v.Title != "Borun speaks" {
		t.Errorf("after the migration: %q, %v", v.Title, err)
	}
	if err := s.Looked(context.Background(), "mara", start); err == nil {
		t.Error("it writes more than that")
	}
	old := reopen(t, fmt.Sprintf("%s.schema-%d.bak", path, len(embedded())), ReadOnly())
	if v, err := old.Version(model.VersionRef{Item: 1, N: 1}); err != nil || v.Title != "Borun speaks" {
		t.Errorf("in the copy: %q, %v", v.Title, err)
	}
}

// A record from before words were found by their first letters is read again, and
// then searched as any other; the copy still has what had been read.
func TestMigrationToPrefixes(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	old := reopen(t, path, withMigrations(embedded()[:1]))
	m := newMaker()
	if err := old.SaveReadings(ctx, "rules-1", m.read(mustAppend(t, old, m.batch(0, 20)...))); err != nil {
		t.Fatal(err)
	}
	if left, err := old.Unread(ctx, "rules-1", 100); err != nil || len(left) > 0 {
		t.Fatalf("%d left unread, %v", len(left), err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := reopen(t, path)
	again, err := s.Unread(ctx, "rules-1", 100)
	if err != nil || len(again) != 20 {
		t.Fatalf("%d of 20 to be read again, %v", len(again), err)
	}
	if err := s.SaveReadings(ctx, "rules-1", m.read(again)); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"b*", "ba*"} {
		q, err := model.ParseQuery(query, time.UTC, start)
		if err != nil {
			t.Fatal(err)
		}
		hits, err := s.Search(ctx, q, SearchOptions{})
		want := 0
		for i := range again {
			text := " " + strings.ToLower(again[i].Title+" "+again[i].Body())
			if strings.Contains(text, " "+strings.TrimSuffix(query, "*")) {
				want++
			}
		}
		if err != nil || len(hits) != want || want == 0 {
			t.Errorf("%s: %d hits, want %d, %v", query, len(hits), want, err)
		}
	}
	before := reopen(t, path+".schema-1.bak", withMigrations(embedded()[:1]))
	if c, err := before.Counts(ctx); err != nil || c.Readings != 20 {
		t.Errorf("in the copy: %+v, %v", c, err)
	}
}

// A record from before only looks were kept still knows the last look of each reader.
func TestMigrationToLooks(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	old := reopen(t, path, withMigrations(embedded()[:2]))
	mustAppend(t, old, sighting("a", "Borun speaks", 0))
	for _, query := range []string{
		"INSERT INTO seen_items (reader, item, n, at) VALUES ('mara', 1, 1, 7000)",
		"INSERT INTO looks (reader, kind, at) VALUES ('mara', 'look', 4000), ('mara', 'look', 5000), ('mara', 'seen-up-to', 6000), ('ivo', 'hand-over', 6000)",
	} {
		if _, err := old.w.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := reopen(t, path)
	looked := func(reader string, want time.Time) {
		t.Helper()
		if at, err := s.LastLook(ctx, reader); err != nil || !at.Equal(want) {
			t.Errorf("%s looked last at %s, want %s: %v", reader, at, want, err)
		}
	}
	looked("mara", time.Unix(5, 0))
	looked("ivo", time.Time{})
	if err := s.Looked(ctx, "mara", time.Unix(8, 0)); err != nil {
		t.Error(err)
	}
	looked("mara", time.Unix(8, 0))
	if v, err := s.Version(model.VersionRef{Item: 1, N: 1}); err != nil || v.Title != "Borun speaks" {
		t.Errorf("after the migration: %q, %v", v.Title, err)
	}
	if faults, err := s.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("after the migration: %q %v", faults, err)
	}
	before := reopen(t, path+".schema-2.bak", withMigrations(embedded()[:2]))
	var n int
	if err := before.w.QueryRow("SELECT count(*) FROM seen_items").Scan(&n); err != nil || n != 1 {
		t.Errorf("in the copy: %d items seen, %v", n, err)
	}
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	mustAppend(t, reopen(t, path), sighting("a", "Borun speaks", 0))
	broken := append(embedded(), migration{len(embedded()) + 1, "CREATE TABLE added (id INTEGER); SELECT nonsense"})
	if _, err := Open(context.Background(), path, withMigrations(broken)); err == nil || !strings.Contains(err.Error(), "stays as it was") {
		t.Errorf("%v", err)
	}
	s := reopen(t, path)
	if c, err := s.Counts(context.Background()); err != nil || c.Items != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestReadOnlyNeverWrites(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	mustAppend(t, reopen(t, path), sighting("a", "Borun speaks", 0))
	s := reopen(t, path, ReadOnly())
	if _, err := s.Append(ctx, []model.Sighting{sighting("b", "Borun leaves", 0)}); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("%v", err)
	}
	if _, err := s.r.Exec("DELETE FROM settings"); err == nil {
		t.Error("its connections can write")
	}
	if list, err := s.Unread(ctx, "rules-1", 10); err != nil || len(list) != 1 {
		t.Errorf("%v %v", list, err)
	}
}

func TestTheRecordOnlyGrows(t *testing.T) {
	s := open(t)
	mustAppend(t, s, sighting("a", "Borun speaks", 0))
	if _, err := s.AddMark(context.Background(), model.Mark{At: start, Verb: "note"}); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"DELETE FROM versions", "UPDATE versions SET title = 'x'", "DELETE FROM marks", "UPDATE marks SET value = 'x'"} {
		if _, err := s.w.Exec(query); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func TestOpenTempLeavesNothing(t *testing.T) {
	s, err := OpenTemp(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, sighting("a", "Borun speaks", 0))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(s.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there: %v", s.Path(), err)
	}
}

func TestOpenByManyAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			s, err := Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if _, err := s.Append(context.Background(), []model.Sighting{sighting(strings.Repeat("x", i), "Borun speaks", 0)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if c, err := reopen(t, path).Counts(context.Background()); err != nil || c.Items != 8 {
		t.Errorf("%+v %v", c, err)
	}
}

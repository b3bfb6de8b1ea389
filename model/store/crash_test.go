package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
)

// startChild starts this test binary as a second process that ingests.
func startChild(t *testing.T, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "PARLEY_STORE_CHILD="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewScanner(io.Reader(out))
}

// A process is killed at any point of taking items in: what it said was
// committed is there, the record is sound, and what was left unread is known.
func TestKilledProcessLosesNothing(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	for round := range 3 {
		cmd, lines := startChild(t, path)
		committed := 0
		for lines.Scan() {
			var n int
			if _, err := fmt.Sscanf(lines.Text(), "appended %d", &n); err == nil {
				committed = n
			} else if strings.HasPrefix(lines.Text(), "error") {
				t.Fatal(lines.Text())
			}
			if committed >= (round+1)*400 {
				break
			}
		}
		time.Sleep(time.Duration(round*7) * time.Millisecond) // let it get into another write
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it still said before it died
			_, _ = fmt.Sscanf(lines.Text(), "appended %d", &committed)
		}
		_ = cmd.Wait()

		s := reopen(t, path)
		if faults, err := s.Check(ctx); err != nil || len(faults) > 0 {
			t.Fatalf("after the kill: %v %v", faults, err)
		}
		c, err := s.Counts(ctx)
		if err != nil || c.Items < int64(committed) {
			t.Fatalf("%d items are there of %d that were committed (%v)", c.Items, committed, err)
		}
		unread, err := s.Unread(ctx, "rules-1", 1000)
		if err != nil || int64(len(unread)) != c.Versions-c.Readings {
			t.Fatalf("%d versions are found to be unread of %d (%v)", len(unread), c.Versions-c.Readings, err)
		}
		if err := s.SaveReadings(ctx, "rules-1", newMaker().read(unread)); err != nil {
			t.Fatal(err)
		}
		if left, err := s.Unread(ctx, "rules-1", 1000); err != nil || len(left) != 0 {
			t.Fatalf("%d are left unread (%v)", len(left), err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// One process ingests, another reads and writes at the same time.
func TestTwoProcesses(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	_, lines := startChild(t, path)
	if !lines.Scan() || lines.Text() != "lease true child <nil>" {
		t.Fatalf("the child should poll: %q", lines.Text())
	}
	if held, owner, err := s.Lease(ctx, "me", time.Minute); held || owner != "child" || err != nil {
		t.Errorf("two pollers: %v %q %v", held, owner, err)
	}
	for i := 0; i < 40 && lines.Scan(); i++ {
		var n int
		if _, err := fmt.Sscanf(lines.Text(), "appended %d", &n); err != nil {
			t.Fatal(lines.Text())
		}
		if v, err := s.Version(model.VersionRef{Item: model.ItemID(n), N: 1}); err != nil || v.Title == "" {
			t.Fatalf("item %d is committed there and not here: %v", n, err)
		}
		if n > 40 { // the batch before this one has been read
			if _, err := s.Reading(model.VersionRef{Item: model.ItemID(n - 40), N: 1}); err != nil {
				t.Fatalf("reading of item %d: %v", n-40, err)
			}
		}
		if err := s.Looked(ctx, "me", start); err != nil {
			t.Fatalf("writing beside the other: %v", err)
		}
	}
	// The lease of the child, which does not ask for it again, runs out.
	late := reopen(t, path, Clock(func() time.Time { return time.Now().Add(2 * time.Minute) }))
	if held, _, err := late.Lease(ctx, "late", time.Minute); !held || err != nil {
		t.Errorf("a dead poller bars the next: %v", err)
	}
}

func TestManyGoroutines(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	a, b := reopen(t, path), reopen(t, path)
	var wg sync.WaitGroup
	for k, s := range []*Store{a, b, a, b} {
		wg.Go(func() {
			m := newMaker()
			for i := range 10 {
				list := m.batch(i*20, 20)
				for j := range list {
					list[j].Feed = fmt.Sprint("Demo ", k)
				}
				added, err := s.Append(ctx, list)
				if err == nil {
					err = s.SaveReadings(ctx, "rules-1", m.read(added))
				}
				if err == nil {
					_, err = s.Search(ctx, model.Query{Words: []model.AnyWord{{{Text: "ba"}}}}, SearchOptions{})
				}
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if c, err := a.Counts(ctx); err != nil || c.Items != 800 || c.Readings != 800 {
		t.Errorf("%+v, %v", c, err)
	}
	if err := a.Replay(ctx, 0, func(st Stored) error {
		if len(st.Reading.Statements) != 2 {
			return fmt.Errorf("reading of item %d: %+v", st.Version.Item, st.Reading)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// The disk is full: the batch is refused as a whole and in words, what was there
// is there, and with room it goes on.
func TestFullDisk(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	small := reopen(t, path, func(o *settings) { o.maxPages = 100 })
	m := newMaker()
	var err error
	kept, at := int64(0), 0
	for ; err == nil && at < 100_000; at += 100 {
		var added []model.Version
		if added, err = small.Append(ctx, m.batch(at, 100)); err == nil {
			kept += int64(len(added))
			err = small.SaveReadings(ctx, "rules-1", m.read(added))
		}
	}
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "free some room") {
		t.Fatalf("after %d items: %v", kept, err)
	}
	if err := small.SetSetting(ctx, "layout", "wide"); err != nil && !errors.Is(err, ErrFull) {
		t.Errorf("%v", err)
	}
	if c, err := small.Counts(ctx); err != nil || c.Items != kept {
		t.Errorf("%d items are there of %d, %v", c.Items, kept, err)
	}
	if err := small.Close(); err != nil {
		t.Fatal(err)
	}
	s := reopen(t, path)
	if faults, err := s.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
	m.fill(t, s, at, 200, 100)
	if left, err := s.Unread(ctx, "rules-1", 1000); err != nil || len(left) > 100 {
		t.Errorf("%d left, %v", len(left), err)
	}
}

// A page of the file is overwritten: the check says so, and so does what meets it.
func TestDamagedFile(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	newMaker().fill(t, s, 0, 500, 100)
	if err := s.Backup(ctx, path+".copy"); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(ctx, path+".copy"); err == nil || !strings.Contains(err.Error(), "new file") {
		t.Errorf("a backup over another: %v", err)
	}
	size := fileSize(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	for at := int64(8 * 4096); at < size; at += 4 * 4096 {
		if _, err := f.WriteAt([]byte(strings.Repeat("damage! ", 512)), at); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Open(ctx, path)
	if err == nil {
		defer s.Close()
		faults, cerr := s.Check(ctx)
		if cerr == nil && len(faults) == 0 {
			t.Error("the check finds nothing")
		}
		err = s.Replay(ctx, 0, func(Stored) error { return nil })
	}
	if err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v", err)
	}
	whole := reopen(t, path+".copy")
	if c, err := whole.Counts(ctx); err != nil || c.Versions != 500 {
		t.Errorf("the backup: %+v %v", c, err)
	}
	if faults, err := whole.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("the backup: %v %v", faults, err)
	}
}

// SQLite looks at how its pages hang together, and not at what is written in them.
func TestTheCheckReadsWhatTheRecordSays(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	newMaker().fill(t, s, 0, 20, 20)
	for _, query := range []string{"DROP TRIGGER versions_fixed", "UPDATE versions SET title = title || ' not' WHERE seq = 3", "UPDATE readings SET body = x'00ff11' WHERE seq IN (3, 5, 7)"} {
		if _, err := s.w.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	faults, err := s.Check(ctx)
	if want := []string{"1 version does not read as stored: version 1 of item 3", "2 readings are damaged: version 1 of item 5, version 1 of item 7"}; err != nil || !slices.Equal(faults, want) {
		t.Errorf("%v %q, want %q", err, faults, want)
	}
	var damaged []int64
	var again []Stored
	if err := s.Replay(ctx, 0, func(st Stored) error {
		if st.Rules == "" {
			damaged, again = append(damaged, st.Seq), append(again, st)
		}
		return nil
	}); err != nil || !slices.Equal(damaged, []int64{3, 5, 7}) {
		t.Errorf("to be read again: %v %v", damaged, err)
	}
	if err := s.SaveReadings(ctx, "rules-1", again); err != nil {
		t.Errorf("a title that rotted bars its reading: %v", err)
	}
}

// A text that cannot be read any more keeps nobody from the others.
func TestADamagedTextBarsNoOther(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	newMaker().fill(t, s, 0, 20, 20)
	for _, query := range []string{"DROP TRIGGER versions_fixed", "UPDATE versions SET content = x'00ff11' WHERE seq = 9", "DELETE FROM readings WHERE seq IN (8, 9, 10)"} {
		if _, err := s.w.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	var all int
	if err := s.Replay(ctx, 0, func(st Stored) error {
		all++
		if st.Seq == 9 && (st.Fault == nil || !strings.Contains(st.Fault.Error(), "is damaged") || !strings.Contains(st.Fault.Error(), "version 1 of item 9")) || st.Seq != 9 && st.Fault != nil {
			t.Errorf("version %d: %v", st.Seq, st.Fault)
		}
		return nil
	}); err != nil || all != 20 {
		t.Errorf("%d versions: %v", all, err)
	}
	for rules, want := range map[string]int{"rules-1": 2, "rules-2": 19} {
		if left, err := s.Unread(ctx, rules, 100); err != nil || len(left) != want {
			t.Errorf("%d are to be read by %s, want %d: %v", len(left), rules, want, err)
		}
	}
	if first, err := s.Unread(ctx, "rules-2", 3); err != nil || len(first) != 3 {
		t.Errorf("%d are the first three: %v", len(first), err)
	}
}

// What is called stored waits for the disk, and alone that: versions whose readings are
// saved next are on it with these.
func TestWhatIsStoredWaitsForTheDisk(t *testing.T) {
	s, m := open(t), newMaker()
	waits := func(want int) {
		t.Helper()
		var level int
		if err := s.w.QueryRow("PRAGMA synchronous").Scan(&level); err != nil || level != want {
			t.Fatalf("the last write waited at level %d (%v), want %d", level, err, want)
		}
	}
	const normal, full = 1, 2
	added, err := s.AppendUnread(t.Context(), m.batch(0, 10))
	if err != nil || len(added) == 0 {
		t.Fatal(len(added), err)
	}
	waits(normal)
	if err := s.SaveReadings(t.Context(), "rules-1", m.read(added)); err != nil {
		t.Fatal(err)
	}
	waits(full)
	if _, err := s.AppendUnread(t.Context(), m.batch(10, 10)); err != nil {
		t.Fatal(err)
	}
	waits(normal)
	mustAppend(t, s, m.batch(20, 10)...)
	waits(full)
}

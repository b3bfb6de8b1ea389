package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/feeds"
	"parley/model"
	"parley/model/config"
)

// alaska is the built-in recording of the summit, and the configuration it goes with.
func alaska(t *testing.T) (*feeds.Recording, config.Config) {
	t.Helper()
	rec, err := feeds.Builtin(feeds.Alaska)
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Parse("test", exampleConfig)
	if err != nil {
		t.Fatal(err)
	}
	return rec, cfg
}

// A record that grows by what is being stored is the one that is derived from the
// store, also where another process has stored something in between.
func TestTheRecordGrowsAsItIsDerived(t *testing.T) {
	rec, cfg := alaska(t)
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	opened := func() *desk {
		d, err := openDesk(ctx, cfg, deskOptions{path: path})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return d
	}
	// Fetches come out of order now and then.
	all := rec.Sightings
	mine, other := opened(), opened()
	for i := 0; i < len(all); i += 20 {
		part := append([]model.Sighting{}, all[i:min(i+20, len(all))]...)
		part[0], part[len(part)-1] = part[len(part)-1], part[0]
		d := mine
		if i%100 == 60 {
			d = other
		}
		if err := d.takeAll(ctx, part); err != nil {
			t.Fatal(err)
		}
	}
	if err := mine.catchUp(ctx); err != nil {
		t.Fatal(err)
	}
	brief := func(d *desk) string {
		var b bytes.Buffer
		board := d.Board(all[len(all)-1].Seen.Add(time.Hour), model.BySeen)
		if err := model.WriteBrief(&b, board, model.BriefOptions{Since: all[0].Seen, Format: "json"}); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(board.Counts()) + b.String()
	}
	if have, want := brief(mine), brief(opened()); have != want {
		t.Errorf("%d bytes of the record that grew differ from the %d of the derived one", len(have), len(want))
	}
}

// Fetches that end at once go through the stages one behind the other: each is in
// the record when it is told, and the record is the one that is derived from them.
func TestFetchesFollowEachOtherIntoTheRecord(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "r.db")
	d, err := openDesk(ctx, cfg, deskOptions{path: path})
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC)
	end := start.AddDate(0, 0, 1)
	const takers, each, size = 6, 8, 12
	var wg sync.WaitGroup
	for i := range takers {
		wg.Go(func() {
			feed := model.Feed{Name: fmt.Sprint("Demo ", i)}
			for k := range each {
				list := said(size, start.Add(time.Duration(i*each+k)*time.Second))
				for n := range list {
					list[n].Feed = feed.Name
				}
				if fresh, _, err := d.Take(ctx, feed, list); err != nil || fresh != size {
					t.Errorf("fetch %d of %s: %d new, %v", k, feed.Name, fresh, err)
				}
				if n := len(d.Board(end, model.BySeen).Items(model.Filter{Feed: feed.Name})); n != (k+1)*size {
					t.Errorf("%s has %d items on the board after fetch %d, want %d", feed.Name, n, k, (k+1)*size)
				}
			}
		})
	}
	wg.Wait()
	counts := d.Board(end, model.BySeen).Counts()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if d, err = openDesk(ctx, cfg, deskOptions{path: path}); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if again := d.Board(end, model.BySeen).Counts(); counts.Items != takers*each*size || again.Items != counts.Items || again.Statements != counts.Statements {
		t.Errorf("the record grew to %+v, and is derived as %+v", counts, again)
	}
}

// What was stored and then not saved as read, as on a full disk, is read with what
// comes next: the record does not wait for another start.
func TestWhatWasLeftUnreadIsReadWithTheNext(t *testing.T) {
	ctx, cfg := context.Background(), talksConfig(t)
	d, err := openDesk(ctx, cfg, deskOptions{path: filepath.Join(t.TempDir(), "r.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	reader, start := d.reader, time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC)
	broken, end := context.WithCancel(ctx)
	d.reader = func() (model.Reader, error) {
		end() // between the two writes
		return reader()
	}
	if err := d.takeAll(broken, said(5, start)); !errors.Is(err, context.Canceled) {
		t.Fatalf("the error is %v", err)
	}
	d.reader = reader
	if err := d.takeAll(ctx, said(5, start.Add(time.Hour))); err != nil {
		t.Fatal(err)
	}
	if n := len(d.Board(start.AddDate(0, 0, 1), model.BySeen).Items(model.Filter{})); n != 10 {
		t.Errorf("%d items are on the board, want 10", n)
	}
}

// What a poller stored and was killed before it had read is read by the one that
// takes over, also when no feed shows anything new.
func TestWhoTakesOverReadsWhatADeadPollerLeft(t *testing.T) {
	cfg, path := talksConfig(t), filepath.Join(t.TempDir(), "r.db")
	opened := func() *desk {
		d, err := openDesk(t.Context(), cfg, deskOptions{path: path})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return d
	}
	mine, dead := opened(), opened()
	mine.feeds = nil // none is asked
	start := time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC)
	if _, err := dead.store.Append(t.Context(), said(3, start)); err != nil {
		t.Fatal(err)
	}
	stop := beside(t.Context(), func(ctx context.Context) { mine.poll(ctx, cfg, nil) })
	defer stop()
	items := func() int {
		return len(mine.Board(start.AddDate(0, 0, 1), model.BySeen).Items(model.Filter{}))
	}
	for end := time.Now().Add(patience); items() < 3; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d of 3 items are on the board; the trouble is %q", items(), mine.Trouble())
		}
	}
}

// A reading depends on the party that a feed speaks for, and not on how often it is asked.
func TestOldVersionsAreReadAgainForAnotherSideAlone(t *testing.T) {
	cfg := talksConfig(t)
	directory, err := directoryOf(cfg)
	if err != nil {
		t.Fatal(err)
	}
	before := rulesOf(cfg, directory)
	cfg.Feeds[0].Every = 7 * time.Minute
	if rulesOf(cfg, directory) != before {
		t.Error("another interval has every version read again")
	}
	cfg.Feeds[0].Side = "north"
	if rulesOf(cfg, directory) == before {
		t.Error("another side has no version read again")
	}
}

// A reading that is damaged on the disk is made again: it follows from what is stored.
func TestADamagedReadingIsMadeAgain(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "r.db")
	start := time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC)
	opened := func() *desk {
		d, err := openDesk(ctx, cfg, deskOptions{path: path})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := opened()
	if err := d.takeAll(ctx, said(5, start)); err != nil {
		t.Fatal(err)
	}
	want := len(d.Board(start.AddDate(0, 0, 1), model.BySeen).Statements(model.Filter{}))
	if err := d.Close(); err != nil || want == 0 {
		t.Fatalf("%d statements, %v", want, err)
	}
	damage(t, path, "UPDATE readings SET body = x'00ff11' WHERE seq = 3")
	d = opened()
	defer d.Close()
	if got := len(d.Board(start.AddDate(0, 0, 1), model.BySeen).Statements(model.Filter{})); got != want {
		t.Errorf("%d statements are on the board, want %d", got, want)
	}
	if faults, err := d.store.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("it is not mended on the disk: %q %v", faults, err)
	}
}

// Whoever changes the agenda is not told that the checkpoint of the one before is of no use.
func TestAChangedAgendaIsNoFaultOfTheCheckpoint(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "r.db")
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(before)
	d, err := openDesk(ctx, cfg, deskOptions{path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(d.takeAll(ctx, said(checkpointEvery, time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC))), d.Close()); err != nil {
		t.Fatal(err)
	}
	cfg.Summit.Agenda = append(slices.Clone(cfg.Summit.Agenda), model.Phase{ID: "farewell", Title: "Farewell"})
	if d, err = openDesk(ctx, cfg, deskOptions{path: path, readOnly: true}); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil || d.checkpoint != 0 || log.Len() > 0 {
		t.Errorf("checkpoint of %d versions, log %q, %v", d.checkpoint, log.String(), err)
	}
}

// A version that is damaged on the disk costs the desk that version: it is told of and
// left out, and what comes after it is taken in.
func TestADamagedVersionIsLeftOut(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "r.db")
	start := time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC)
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(before)
	opened := func() *desk {
		d, err := openDesk(ctx, cfg, deskOptions{path: path})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	statements := func(d *desk) int {
		return len(d.Board(start.AddDate(0, 0, 1), model.BySeen).Statements(model.Filter{}))
	}
	d, items := opened(), said(5, start)
	if err := errors.Join(d.takeAll(ctx, items), d.Close()); err != nil {
		t.Fatal(err)
	}
	// One that was read, and the last one, which was not.
	damage(t, path, "DROP TRIGGER versions_fixed", "UPDATE versions SET content = x'00ff11' WHERE seq IN (3, 5)", "DELETE FROM readings WHERE seq = 5", "DELETE FROM checkpoints")
	d = opened()
	defer d.Close()
	if got := statements(d); got != 3 {
		t.Errorf("%d statements are on the board, want those of 3 versions", got)
	}
	for _, told := range []string{"version 1 of item 3", "version 1 of item 5", "parley store check"} {
		if !strings.Contains(log.String(), told) {
			t.Errorf("the log does not name %s: %s", told, log.String())
		}
	}
	items[2].Title, items[2].Seen = "Ada Quill says the ferry at Tarn will be sold", start.Add(time.Hour)
	log.Reset()
	if err := d.takeAll(ctx, items[2:3]); err != nil {
		t.Errorf("what comes after a damaged version: %v", err)
	}
	if got := statements(d); got != 4 || log.Len() > 0 {
		t.Errorf("%d statements are on the board then, want 4; the log says %q", got, log.String())
	}
	faults, err := d.store.Check(ctx)
	if want := []string{"2 versions do not read as stored: version 1 of item 3, version 1 of item 5"}; err != nil || !slices.Equal(faults, want) {
		t.Errorf("the check says %q %v, want %q", faults, err, want)
	}
}

// damage changes what a record says behind its back, as a bad disk does.
func damage(t *testing.T, path string, queries ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range queries {
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestWhatCanStillBeReadIsExported(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	d, err := openDesk(t.Context(), talksConfig(t), deskOptions{path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(d.takeAll(t.Context(), said(5, time.Date(2025, 5, 20, 0, 0, 0, 0, time.UTC))), d.Close()); err != nil {
		t.Fatal(err)
	}
	damage(t, path, "DROP TRIGGER versions_fixed", "UPDATE versions SET content = x'00ff11' WHERE seq = 3")
	for what, lines := range map[string]int{"items": 4, "recording": 5} { // that has a header
		status, out, errs := parley(t, "", "export", "--what", what, "--store", path)
		if status != exitFailed || strings.Count(out, "\n") != lines || !strings.Contains(errs, "version 1 of item 3") {
			t.Errorf("%s: %d, %q\n%s", what, status, errs, out)
		}
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"parley/model"
	"parley/model/config"
)

// said is n sightings in which somebody speaks, a minute apart from a moment on.
func said(n int, from time.Time) []model.Sighting {
	list := make([]model.Sighting, n)
	for i := range list {
		id, at := fmt.Sprint(from.Unix(), i), from.Add(time.Duration(i)*time.Minute)
		list[i] = model.Sighting{Feed: "Demo Wire", Identity: id, GUID: id, Seen: at, Published: at,
			Title: fmt.Sprintf("Ada Quill says lamp%d rope%d quay%d mist%d will be moved", i, i, i, i)}
	}
	return list
}

// drawn is a first frame that is there.
func drawn() <-chan struct{} {
	done := make(chan struct{})
	close(done)
	return done
}

func talksConfig(t *testing.T) config.Config {
	t.Helper()
	cfg, err := config.Parse("talks", []byte("[summit]\nname = \"Demo talks\"\ntimezone = \"UTC\"\n\n[[feeds]]\nname = \"Demo Wire\"\nurl = \"https://wire.demo.example/rss\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

func TestADeskOpensWithItsLatestPartAndLoadsTheRest(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "record.db")
	d, err := openDesk(ctx, cfg, deskOptions{path: path})
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC)
	const all = latestPart + 250
	if err := d.takeAll(ctx, said(all, start)); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	if d, err = openDesk(ctx, cfg, deskOptions{path: path, early: true}); err != nil {
		t.Fatal(err)
	}
	items := func() int { return len(d.Board(start.AddDate(0, 0, 1), model.BySeen).Items(model.Filter{})) }
	if n := items(); n != latestPart || d.Opening() == "" {
		t.Errorf("it opens with %d items and says %q, want %d and that there is more", n, d.Opening(), latestPart)
	}
	taken := make(chan error, 1)
	go func() { taken <- d.takeAll(ctx, said(1, start.AddDate(0, 0, 1).Add(-time.Minute))) }() // arrives early, too
	_, loaded := d.loadBeside(ctx, drawn())
	for d.Opening() != "" {
		time.Sleep(time.Millisecond)
	}
	if err := loaded(nil); err != nil {
		t.Fatal(err)
	}
	if err := <-taken; err != nil {
		t.Fatal(err)
	}
	if n := items(); n != all+1 {
		t.Errorf("when it is loaded there are %d items, want %d", n, all+1)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestWhoPollsEndsWhileTheRecordIsLoading(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "record.db")
	d, err := openDesk(ctx, cfg, deskOptions{path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.takeAll(ctx, said(latestPart+10, time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC))); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if d, err = openDesk(ctx, cfg, deskOptions{path: path, early: true}); err != nil {
		t.Fatal(err)
	}
	d.feeds = nil // none is asked
	stop, ended := beside(ctx, func(ctx context.Context) { d.poll(ctx, cfg, nil) }), make(chan struct{})
	for owner := ""; owner != leaseName(); time.Sleep(time.Millisecond) {
		if _, owner, err = d.store.Lease(ctx, "nobody for longer than this", 0); err != nil {
			t.Fatal(err)
		}
	}
	go func() {
		stop()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(patience):
		t.Error("it waits for the loading")
	}
	_, loaded := d.loadBeside(ctx, drawn())
	if err := loaded(nil); err != nil {
		t.Error(err)
	}
	<-ended
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func TestLoadingThatIsBrokenOffKeepsNothing(t *testing.T) {
	ctx, cfg, path := context.Background(), talksConfig(t), filepath.Join(t.TempDir(), "record.db")
	d, err := openDesk(ctx, cfg, deskOptions{path: path, noBoards: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.takeAll(ctx, said(checkpointEvery+100, time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC))); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	if d, err = openDesk(ctx, cfg, deskOptions{path: path, early: true}); err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(ctx)
	end()
	_, loaded := d.loadBeside(ended, drawn())
	if err := loaded(nil); err != nil {
		t.Errorf("a screen that was left early ends with %v", err)
	}
	if n, err := d.store.Behind(ctx, d.checkpointFormat()); err != nil || n != checkpointEvery+100 {
		t.Errorf("the saved state is %d versions behind, want all; %v", n, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	if d, err = openDesk(ctx, cfg, deskOptions{path: path, early: true}); err != nil {
		t.Fatal(err)
	}
	if err := d.store.Close(); err != nil { // as when the disk goes away
		t.Fatal(err)
	}
	during, loaded := d.loadBeside(ctx, drawn())
	select {
	case <-during.Done():
	case <-time.After(patience):
		t.Fatal("the screen goes on without a record")
	}
	first := errors.New("the screen's own end")
	if err := loaded(first); !errors.Is(err, first) || err.Error() == first.Error() {
		t.Errorf("the error is %v, want both", err)
	}
}

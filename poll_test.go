package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
	"parley/model/config"
)

// manyItems serves a feed of so many items, each with a statement.
func manyItems(t *testing.T, n int) (url string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>Demo Wire</title>`)
	for i := range n {
		fmt.Fprintf(&b, "<item><guid>%d</guid><title>Minister Ada Quill says bridge %d will open</title></item>\n", i, i)
	}
	b.WriteString("</channel></rss>")
	body := b.String()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }))
	t.Cleanup(srv.Close)
	return srv.URL
}

// deskOn opens the record of a test for reading.
func deskOn(t *testing.T, cfg, path string) *desk {
	t.Helper()
	a := app{configPath: cfg}
	read, err := a.loadConfig()
	if err != nil {
		t.Fatal(err)
	}
	d, err := openDesk(context.Background(), read, deskOptions{path: path, readOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// behind is how many versions the saved state lacks.
func behind(t *testing.T, d *desk) int64 {
	t.Helper()
	n, err := d.store.Behind(context.Background(), d.checkpointFormat())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A command that polls makes no boards, but whoever opens the record after it
// need not derive again what many versions add up to.
func TestPollLeavesWhatTheNextStartNeeds(t *testing.T) {
	for _, n := range []int{checkpointEvery - 1, checkpointEvery + 100} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			home := emptyHome(t)
			cfg := demoConfig(t, home, manyItems(t, n), "1m")
			path := filepath.Join(home, "record.db")
			if status, _, errs := parley(t, "", "poll", "--once", "--config", cfg, "--store", path); status != exitDone {
				t.Fatal(errs)
			}
			d := deskOn(t, cfg, path)
			if got, want := behind(t, d), int64(n%(checkpointEvery+100)); got != want {
				t.Errorf("the saved state is %d versions behind, want %d", got, want)
			}
			if got := len(d.Board(d.Now(), model.BySeen).Statements(model.Filter{})); got != n {
				t.Errorf("%d statements on the board of %d", got, n)
			}
		})
	}
}

// What is too much to derive while polling is derived by the first who asks for
// it, though it only reads, and not again by the next.
func TestReadersKeepWhatTookLongToDerive(t *testing.T) {
	defer func(n int64) { deriveAtMost = n }(deriveAtMost)
	deriveAtMost = checkpointEvery
	home := emptyHome(t)
	cfg := demoConfig(t, home, manyItems(t, checkpointEvery+1), "1m")
	path := filepath.Join(home, "record.db")
	if status, _, errs := parley(t, "", "poll", "--once", "--config", cfg, "--store", path); status != exitDone {
		t.Fatal(errs)
	}
	if got := behind(t, deskOn(t, cfg, path)); got != checkpointEvery+1 {
		t.Fatalf("the poll left %d versions to derive from", got)
	}
	for _, step := range []struct {
		args string
		left int64
	}{
		{"search quill", checkpointEvery + 1}, // words are found without
		{"search certainty:single", 0},
		{"brief", 0},
	} {
		args := append(strings.Fields(step.args), "--config", cfg, "--store", path)
		if status, _, errs := parley(t, "", args...); status != exitDone {
			t.Fatal(errs)
		}
		if got := behind(t, deskOn(t, cfg, path)); got != step.left {
			t.Errorf("after %s there are %d versions to derive from, not %d", step.args, got, step.left)
		}
	}
}

// Fetches that end at once are stored together, and each is told its own.
func TestFetchesAreStoredTogether(t *testing.T) {
	ctx := context.Background()
	d, err := openDesk(ctx, config.Config{Summit: model.Summit{Timezone: "UTC"}}, deskOptions{noBoards: true})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	sightings := func(feed string, from, n int) []model.Sighting {
		var list []model.Sighting
		for i := from; i < from+n; i++ {
			id := fmt.Sprint(i)
			list = append(list, model.Sighting{Feed: feed, Identity: id, GUID: id, Title: "Bridge " + id + " opens", Seen: time.Now()})
		}
		return list
	}
	if _, _, err := d.Take(ctx, model.Feed{Name: "Demo 0"}, sightings("Demo 0", 0, 5)); err != nil {
		t.Fatal(err)
	}
	d.appending.Lock() // as if one were being stored
	var wg sync.WaitGroup
	for i := range 8 {
		feed := model.Feed{Name: fmt.Sprint("Demo ", i%7)} // the first of them twice
		wg.Go(func() {
			fresh, changed, err := d.Take(ctx, feed, sightings(feed.Name, 2*i, 10))
			want := 10
			if i == 0 {
				want = 5 // the others are known
			}
			if err != nil || changed != 0 || fresh != want {
				t.Errorf("fetch %d: %d new, %d changed, %v", i, fresh, changed, err)
			}
		})
	}
	for waiting := 0; waiting < 8; time.Sleep(time.Millisecond) {
		d.queueing.Lock()
		waiting = len(d.queue)
		d.queueing.Unlock()
	}
	d.appending.Unlock()
	wg.Wait()
	counts, err := d.store.Counts(ctx)
	if want := int64(80); err != nil || counts.Items != want || counts.Readings != want {
		t.Errorf("the record holds %+v, want %d (%v)", counts, want, err)
	}
}

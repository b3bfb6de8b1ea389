package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"parley/model"
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

// A command that polls makes no boards, but whoever opens the record after it
// need not derive again what many versions add up to.
func TestPollLeavesWhatTheNextStartNeeds(t *testing.T) {
	for _, n := range []int{checkpointEvery - 1, checkpointEvery + 100} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			home, ctx := emptyHome(t), context.Background()
			cfg := demoConfig(t, home, manyItems(t, n), "1m")
			path := filepath.Join(home, "record.db")
			if status, _, errs := parley(t, "", "poll", "--once", "--config", cfg, "--store", path); status != exitDone {
				t.Fatal(errs)
			}
			a := app{configPath: cfg}
			read, err := a.loadConfig()
			if err != nil {
				t.Fatal(err)
			}
			d, err := openDesk(ctx, read, deskOptions{path: path, readOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			behind, err := d.store.Behind(ctx, d.checkpointFormat())
			if want := int64(n % (checkpointEvery + 100)); behind != want || err != nil {
				t.Errorf("the saved state is %d versions behind, want %d (%v)", behind, want, err)
			}
			if got := len(d.Board(d.Now(), model.BySeen).Statements(model.Filter{})); got != n {
				t.Errorf("%d statements on the board of %d", got, n)
			}
		})
	}
}

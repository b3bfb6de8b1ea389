package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"parley/feeds"
	"parley/model"
	"parley/model/config"
)

// A record that grows by what is being stored is the one that is derived from the
// store, also where another process has stored something in between.
func TestTheRecordGrowsAsItIsDerived(t *testing.T) {
	rec, err := feeds.Builtin(feeds.Alaska)
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Parse("test", exampleConfig)
	if err != nil {
		t.Fatal(err)
	}
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

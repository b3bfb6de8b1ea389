package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"

	"parley/model"
	"parley/model/store"
)

// latestPart is how many of the newest versions a desk opens with: enough for the
// first pages of every pane, and there at once.
const latestPart = 200

// loadLatest makes boards of the latest part of the record, and lets nothing be
// taken in until loadRest has loaded all of it.
func (d *desk) loadLatest(ctx context.Context) error {
	last, err := d.store.Behind(ctx, "") // no checkpoint has no format: that is all
	if err != nil {
		return err
	}
	part := d.emptyRecord()
	err = d.store.Replay(ctx, max(0, last-latestPart), func(s store.Stored) error {
		if s.Fault == nil { // of others the rest tells
			part.Add(s.Version, s.Reading)
		}
		return nil
	})
	if err != nil {
		return err
	}
	d.boards.Store(part)
	if last > latestPart {
		d.setOpening("opening the record")
	}
	d.appending.Lock()
	d.ingest.Lock()
	return d.loadHealth(ctx)
}

// loadRest loads the record of a desk that opened with its latest part, and lets
// it grow from then on. After an error the desk has no record to go on with.
func (d *desk) loadRest(ctx context.Context) error {
	defer d.appending.Unlock()
	defer d.ingest.Unlock()
	d.progress = func(format string, args ...any) {
		d.setOpening(strings.TrimRight(fmt.Sprintf(format, args...), "…\n"))
	}
	err := d.load(ctx)
	if err != nil {
		d.record = nil // what is there is a part, and not to be kept
	}
	d.progress = func(string, ...any) {}
	d.setOpening("")
	d.tellGrown()
	return err
}

// roomToStart lets garbage lie until the first frame is drawn, which settle tells:
// a start makes little that lives and much that does not.
func roomToStart() (drawn <-chan struct{}, settle func()) {
	done := make(chan struct{})
	restore := allowGarbage(400)
	return done, sync.OnceFunc(func() {
		restore()
		close(done)
	})
}

// whenDrawn does work when the first frame is drawn, or when the context has ended.
func whenDrawn(drawn <-chan struct{}, work func(context.Context)) func(context.Context) {
	return func(ctx context.Context) {
		select {
		case <-drawn:
		case <-ctx.Done():
		}
		work(ctx)
	}
}

// loadBeside loads the rest, from when the first frame is drawn, next to what is done
// in the context that comes back, which ends when that fails. loaded stops the
// loading, waits for its end and adds its error to one that is there already.
func (d *desk) loadBeside(ctx context.Context, drawn <-chan struct{}) (during context.Context, loaded func(error) error) {
	during, cancel := context.WithCancel(ctx)
	var failed error
	stop := beside(during, whenDrawn(drawn, func(ctx context.Context) {
		if err := d.loadRest(ctx); err != nil && ctx.Err() == nil {
			failed = err
			cancel()
		}
		debug.FreeOSMemory() // loading leaves half as much as it keeps, and a screen stays open for hours
	}))
	return during, func(err error) error {
		stop()
		cancel()
		return errors.Join(err, failed)
	}
}

// Opening says how far the record is loaded, empty when it is.
func (d *desk) Opening() string { return d.opening.String() }

func (d *desk) setOpening(text string) {
	if d.opening.set(text) {
		d.news.tell()
	}
}

func (d *desk) emptyRecord() *model.Record {
	return model.NewRecord(model.Case{Summit: d.summit, Directory: d.directory, Feeds: d.feeds}, d.store)
}

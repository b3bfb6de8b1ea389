package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"parley/model"
	"parley/model/config"
	"parley/model/extract"
	"parley/model/store"
)

// desk wires the parts: sightings go in by Take, and out come versions in the
// store, their readings, and a record that boards are made of.
//
//	Take ─► store.AppendUnread ─► reader.Read ─► store.SaveReadings
//	                                            │
//	another process ─► the same store ──────────┴─► record.Add ─► subscribers
type desk struct {
	summit    model.Summit
	directory *model.Directory
	feeds     []model.Feed
	store     *store.Store
	reader    func() (model.Reader, error) // made when it is first asked for: that takes a while
	record    *model.Record                // nil on a desk that shows no boards
	boards    atomic.Pointer[model.Record] // what boards are made of: record, or its latest part while it loads
	player    *player                      // nil on a live desk
	health    *health
	news      hub

	polledBy word         // who polls the record, when it is another process
	trouble  word         // why the record cannot be written or read just now
	opening  word         // how far the record is loaded, while it is
	grown    atomic.Int64 // changes of the record

	rules    string // what readings depend on beside the text
	readOnly bool
	noBoards bool
	progress func(format string, args ...any)

	queueing   sync.Mutex // guards queue
	queue      []*taking  // what waits to be stored, in the order it came
	appending  sync.Mutex // the stages of a parcel: see there
	reading    sync.Mutex
	saving     sync.Mutex
	ahead      atomic.Int32 // how many parcels are past reading
	ingest     sync.Mutex   // the last stage, and whatever else lets the record grow
	leftUnread bool         // something may be stored and not read; guarded by saving
	seq        int64        // the last version in the record
	mark       int64        // the last entry by hand in the record
	checkpoint int64        // the last version in the saved checkpoint
}

// directoryOf lays the config's actors over the built-in directory.
func directoryOf(cfg config.Config) (*model.Directory, error) {
	if !cfg.BuiltinActors {
		return model.NewDirectory(cfg.Actors), nil
	}
	builtin, err := extract.BuiltinActors()
	if err != nil {
		return nil, err
	}
	return model.NewDirectory(builtin, cfg.Actors), nil
}

// readerOf makes the reader of documents about the config's summit. On the desk a
// clock time for which nothing names a zone is the summit's; text that comes from
// anywhere is read by its own date.
func readerOf(cfg config.Config, directory *model.Directory, onDesk bool) (model.Reader, error) {
	zone, err := time.LoadLocation(cfg.Summit.Timezone)
	if err != nil {
		return nil, fmt.Errorf("summit.timezone: %w", err)
	}
	opts := []extract.Option{extract.WithTopics(cfg.Topics), extract.WithPlace(cfg.Summit.Place), extract.WithZone(zone)}
	if onDesk {
		opts = append(opts, extract.WithClocks(zone, cfg.Summit.Start))
	}
	rules, err := extract.New(directory, opts...)
	return steadyReader{rules}, err
}

// deskOptions say where the record is and how it is opened.
type deskOptions struct {
	path     string // empty for a store that goes away with the desk
	readOnly bool
	noBoards bool      // no boards will be asked for
	progress io.Writer // told of long work; nil for nobody
	early    bool      // opens with the latest part; loadRest loads all
}

// openDesk opens the record and brings its facts up to the rules.
func openDesk(ctx context.Context, cfg config.Config, o deskOptions) (*desk, error) {
	directory, err := directoryOf(cfg)
	if err != nil {
		return nil, err
	}
	st, err := o.open(ctx)
	if err != nil {
		return nil, err
	}
	d := &desk{
		summit: cfg.Summit, directory: directory, feeds: cfg.ModelFeeds(), store: st,
		reader: sync.OnceValues(func() (model.Reader, error) { return readerOf(cfg, directory, true) }),
		rules:  rulesOf(cfg, directory), readOnly: o.readOnly, noBoards: o.noBoards, progress: func(string, ...any) {},
	}
	if o.progress != nil {
		d.progress = func(format string, args ...any) { fmt.Fprintf(o.progress, format, args...) }
	}
	d.health = newHealth(d.feeds)
	load := d.load
	if o.early {
		load = d.loadLatest
	}
	if err := load(ctx); err != nil {
		return nil, errors.Join(err, st.Close())
	}
	return d, nil
}

func (o deskOptions) open(ctx context.Context) (*store.Store, error) {
	switch {
	case o.path == "":
		return store.OpenTemp(ctx)
	case o.readOnly:
		return store.Open(ctx, o.path, store.ReadOnly())
	default:
		return store.Open(ctx, o.path)
	}
}

// Close ends the desk. What was committed stays, whether or not the derived
// state could be saved for a faster start.
func (d *desk) Close() error {
	d.news.close()
	if err := d.saveCheckpoint(context.Background()); err != nil {
		slog.Warn("the checkpoint was not saved", "err", err)
	}
	return d.store.Close()
}

// Now is the wall clock, or a replay's virtual one.
func (d *desk) Now() time.Time {
	if d.player != nil {
		return d.player.Now()
	}
	return time.Now()
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"parley/feeds"
	"parley/model/config"
)

// readFlags are what every reading command takes.
type readFlags struct {
	demo     bool
	name     string
	at       string
	noBoards bool // the command makes the record itself, where it needs one
}

func (f *readFlags) register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.demo, "demo", false, "work on the built-in recording instead of a record")
	f.name = feeds.Alaska
	choose(cmd, &f.name, "recording", "which built-in recording --demo means", feeds.BuiltinNames...)
	cmd.Flags().StringVar(&f.at, "at", "", "as of `TIME`: RFC 3339, a local date and time, or 15:04 on the shown day (default: now)")
}

// openReading opens the record, or the whole built-in recording, for a command
// that only reads, and says as of when.
func (a *app) openReading(ctx context.Context, f readFlags) (*desk, config.Config, time.Time, error) {
	if _, err := parseMoment(f.at, time.UTC, time.Now()); err != nil { // whatever there is to read
		return nil, config.Config{}, time.Time{}, err
	}
	if f.demo {
		return a.openDemoReading(ctx, f)
	}
	path, cfg, err := a.existingStore()
	if err != nil {
		return nil, cfg, time.Time{}, err
	}
	d, err := openDesk(ctx, cfg, deskOptions{path: path, readOnly: true, noBoards: f.noBoards})
	if err != nil {
		return nil, cfg, time.Time{}, err
	}
	at, err := parseMoment(f.at, d.summit.Zone(), time.Now())
	if err != nil {
		return nil, cfg, at, errors.Join(err, d.Close())
	}
	return d, cfg, at, nil
}

// existingStore is the record of the config in force, for who does not make one.
func (a *app) existingStore() (string, config.Config, error) {
	cfg, err := a.loadConfig()
	if err != nil {
		return "", cfg, err
	}
	path := a.findStore(cfg)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return path, cfg, fmt.Errorf("there is no record at %s yet: `parley` or `parley poll --once` makes it; brief, search, export and snapshot take --demo to show the built-in recording", path)
	}
	return path, cfg, nil
}

func (a *app) openDemoReading(ctx context.Context, f readFlags) (*desk, config.Config, time.Time, error) {
	rec, err := feeds.Builtin(f.name)
	if err != nil {
		return nil, config.Config{}, time.Time{}, usageError{err}
	}
	cfg, err := a.replayConfig(rec)
	if err != nil {
		return nil, cfg, time.Time{}, err
	}
	d, err := openDesk(ctx, cfg, deskOptions{})
	if err != nil {
		return nil, cfg, time.Time{}, err
	}
	at, err := parseMoment(f.at, d.summit.Zone(), rec.Start)
	if err == nil {
		err = d.takeAll(ctx, rec.Sightings)
	}
	if err != nil {
		return nil, cfg, at, errors.Join(err, d.Close())
	}
	d.player = newPlayer(rec, rec.Sightings[len(rec.Sightings)-1].Seen, usualSpeed)
	d.player.paused = true // before it runs: its moment is the last sighting's, to the bit
	return d, cfg, at, nil
}

package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"parley/feeds"
	"parley/model"
	"parley/model/config"
	"parley/model/store"
)

func (a *app) exportCommand() *cobra.Command {
	var f readFlags
	what := "items"
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Print what the record holds as JSON, a line each",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.export(cmd.Context(), what, f) },
	}
	f.register(cmd)
	choose(cmd, &what, "what", "what is printed; a recording is what parley replay reads", "items", "statements", "signals", "events", "recording")
	return cmd
}

func (a *app) export(ctx context.Context, what string, f readFlags) error {
	f.noBoards = what == "items" || what == "recording" // they stand in the store as they are
	d, cfg, at, err := a.openReading(ctx, f)
	if err != nil {
		return err
	}
	defer d.Close()
	out := bufio.NewWriter(a.stdout)
	if what == "recording" {
		rec, unread, err := d.recordingOf(ctx, cfg, at)
		if err != nil {
			return err
		}
		return flushed(out, cmp.Or(rec.Write(out), unread))
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if what == "items" {
		return flushed(out, exportItems(ctx, enc, d, at))
	}
	write := map[string]func(*json.Encoder, *model.Board) error{
		"statements": exportStatements, "signals": exportSignals, "events": exportEvents,
	}[what]
	return flushed(out, write(enc, d.Board(at, model.BySeen)))
}

// flushed is err with what writing the rest of out adds to it.
func flushed(out *bufio.Writer, err error) error {
	last := out.Flush()
	if last == nil || errors.Is(err, last) {
		return err
	}
	return errors.Join(err, last)
}

// exportItems prints all items that can still be read, and then fails with the first
// error of the others.
func exportItems(ctx context.Context, enc *json.Encoder, d *desk, at time.Time) error {
	if at.IsZero() {
		at = d.Now()
	}
	var unread error
	for item, err := range d.store.Items(ctx, at, model.BySeen) {
		if err != nil {
			unread = cmp.Or(unread, err)
			continue
		}
		if err := enc.Encode(item); err != nil {
			return err
		}
	}
	return unread
}

// fact is what the lines of statements, signals and events have in common.
type fact struct {
	ID        int64            `json:"id"`
	Published time.Time        `json:"published"`
	FirstSeen time.Time        `json:"first_seen"`
	Certainty model.Certainty  `json:"certainty"`
	Struck    bool             `json:"struck"`
	Evidence  []model.Evidence `json:"evidence"`
}

func exportStatements(enc *json.Encoder, b *model.Board) error {
	for _, ref := range b.Statements(model.Filter{}) {
		row, ok := b.Statement(ref)
		if !ok {
			continue
		}
		err := enc.Encode(struct {
			fact
			model.Statement
			Variants []model.Variant `json:"variants,omitempty"`
			Marks    []model.Mark    `json:"marks,omitempty"`
		}{fact{ref.N, row.Published.UTC(), row.Seen.UTC(), row.Certainty, row.Struck, row.Evidence}, row.Statement, row.Variants, row.Marks})
		if err != nil {
			return err
		}
	}
	return nil
}

func exportSignals(enc *json.Encoder, b *model.Board) error {
	for _, ref := range b.Signals(model.Filter{}) {
		row, ok := b.Signal(ref)
		if !ok {
			continue
		}
		err := enc.Encode(struct {
			fact
			model.Signal
		}{fact{ref.N, row.Published.UTC(), row.Seen.UTC(), row.Certainty, row.Struck, row.Evidence}, row.Signal})
		if err != nil {
			return err
		}
	}
	return nil
}

func exportEvents(enc *json.Encoder, b *model.Board) error {
	for _, ref := range b.Events(model.Filter{}) {
		row, ok := b.Event(ref)
		if !ok {
			continue
		}
		err := enc.Encode(struct {
			fact
			model.Event
			Title string `json:"title"`
			Over  bool   `json:"over,omitempty"` // the status is none of today
		}{fact{ref.N, row.At.UTC(), row.Reported.UTC(), row.Certainty, row.Struck, row.Evidence}, row.Event, row.Title, row.Over})
		if err != nil {
			return err
		}
	}
	return nil
}

// recordingOf is the record up to a moment in the form that replay reads. unread is the first
// error of those versions that cannot be read, and are not in it.
func (d *desk) recordingOf(ctx context.Context, cfg config.Config, at time.Time) (rec *feeds.Recording, unread, err error) {
	rec = &feeds.Recording{Header: feeds.Header{Name: d.summit.Name, Version: feeds.RecordingVersion, Summit: d.summit, Feeds: d.feeds, Actors: cfg.Actors}}
	if d.player != nil { // a recording's own header says more: captions, its start
		rec.Header = d.player.recording.Header
	}
	err = d.store.Replay(ctx, 0, func(s store.Stored) error {
		if s.Fault != nil {
			unread = cmp.Or(unread, s.Fault)
		} else if at.IsZero() || !s.Version.Seen.After(at) {
			rec.Sightings = append(rec.Sightings, s.Version.Sighting)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	if len(rec.Sightings) > 0 && rec.Start.IsZero() {
		rec.Start = rec.Sightings[0].Seen
	}
	return rec, unread, nil
}

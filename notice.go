package main

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"

	"parley/model/store"
)

// word is a text that changes while others read it.
type word struct{ p atomic.Pointer[string] }

func (w *word) String() string {
	if s := w.p.Load(); s != nil {
		return *s
	}
	return ""
}

// set changes the text and reports whether it was another one.
func (w *word) set(s string) bool {
	old := w.p.Swap(&s)
	return old == nil && s != "" || old != nil && *old != s
}

// PolledBy names the process that polls this record, empty when it is this one
// or nobody does.
func (d *desk) PolledBy() string { return d.polledBy.String() }

func (d *desk) setPolledBy(name string) {
	if !d.polledBy.set(name) {
		return
	}
	if name != "" {
		slog.Warn("another process polls this record; it is polled from here when that one ends", "poller", name)
	}
	d.news.tell()
}

// Trouble says why the record cannot be written or read just now, empty while
// it can.
func (d *desk) Trouble() string { return d.trouble.String() }

func (d *desk) setTrouble(text string) {
	if !d.trouble.set(text) {
		return
	}
	if text != "" {
		slog.Error(text)
	}
	d.news.tell()
}

// Grown counts the changes of the record.
func (d *desk) Grown() int64 { return d.grown.Load() }

// wrote keeps how the last write to the record went.
func (d *desk) wrote(err error) {
	if err == nil {
		d.setTrouble("")
	}
	d.failed(err)
}

// failed keeps an error as the trouble. A program that ends is no trouble.
func (d *desk) failed(err error) {
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
	case errors.Is(err, store.ErrFull):
		d.setTrouble("the disk is full: nothing new is stored until there is room; what was stored is safe (" + d.store.Path() + ")")
	default:
		d.setTrouble(err.Error())
	}
}

// unwritten is the trouble as the error that a command ends with.
func (d *desk) unwritten() error {
	if text := d.Trouble(); text != "" {
		return errors.New(text)
	}
	return nil
}

package main

import (
	"context"
	"slices"
	"sync"

	"parley/feeds"
	"parley/model"
	"parley/ui"
)

// health is how each feed does, for the screen. It answers from memory.
type health struct {
	mu    sync.Mutex
	rows  []ui.FeedHealth // in the order of the config
	index map[string]int  // by the key of the feed's URL
}

func newHealth(list []model.Feed) *health {
	h := &health{index: map[string]int{}}
	for i, f := range list {
		h.index[feeds.Key(f.URL)] = i
		f.URL = feeds.Redact(f.URL) // a screen is no place for credentials
		h.rows = append(h.rows, ui.FeedHealth{Feed: f, State: model.FeedState{URL: f.URL}})
	}
	return h
}

func (h *health) change(url string, change func(*ui.FeedHealth)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if i, ok := h.index[feeds.Key(url)]; ok {
		change(&h.rows[i])
	}
}

func (h *health) list() []ui.FeedHealth {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.rows)
}

// FeedState is what the record remembers of a feed. With SaveFeedState it makes
// the desk the poller's memory.
func (d *desk) FeedState(ctx context.Context, url string) (model.FeedState, error) {
	return d.store.FeedState(ctx, url)
}

// SaveFeedState shows a feed's state, also where it cannot be stored.
func (d *desk) SaveFeedState(ctx context.Context, state model.FeedState) error {
	d.health.change(state.URL, func(f *ui.FeedHealth) { f.State, f.Asking = state, false })
	d.news.tell()
	err := d.store.SaveFeedState(ctx, state)
	if err != nil {
		d.wrote(err)
	}
	return err
}

// asking shows that a request is under way.
func (d *desk) asking(feed model.Feed) {
	d.health.change(feed.URL, func(f *ui.FeedHealth) { f.Asking = true })
	d.news.tell()
}

// loadHealth fills in what the record remembers of every feed.
func (d *desk) loadHealth(ctx context.Context) error {
	states, err := d.store.FeedStates(ctx)
	if err != nil {
		return err
	}
	for _, s := range states {
		d.health.change(s.URL, func(f *ui.FeedHealth) { f.State = s })
	}
	return nil
}

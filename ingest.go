package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"parley/model"
	"parley/model/store"
)

// takeAtOnce bounds the sightings that are stored in one go. A write costs about
// as much for a few as for a thousand, and memory is used for all of them.
const takeAtOnce = 4000

// taking is what one fetch showed, on its way into the record.
type taking struct {
	feed           string
	items          []model.Sighting
	done           bool
	fresh, changed int
	err            error
}

// Take stores what one fetch showed. It is the poller's sink. Fetches that end
// while others are being stored are stored together.
func (d *desk) Take(ctx context.Context, feed model.Feed, items []model.Sighting) (fresh, changed int, err error) {
	if len(items) == 0 {
		return 0, 0, nil
	}
	t := &taking{feed: feed.Name, items: items}
	d.queueing.Lock()
	d.queue = append(d.queue, t)
	d.queueing.Unlock()
	d.ingest.Lock()
	defer d.ingest.Unlock()
	for !t.done {
		d.takeTogether(ctx, d.nextTakings())
	}
	return t.fresh, t.changed, t.err
}

// nextTakings removes from the queue what is to be stored next: one fetch at
// least, and of each feed one at most.
func (d *desk) nextTakings() []*taking {
	d.queueing.Lock()
	defer d.queueing.Unlock()
	feeds, sum, n := map[string]bool{}, 0, 0
	for _, t := range d.queue {
		if sum += len(t.items); n > 0 && (sum > takeAtOnce || feeds[t.feed]) {
			break
		}
		feeds[t.feed] = true
		n++
	}
	list := d.queue[:n:n]
	d.queue = d.queue[n:]
	return list
}

// takeTogether stores what several fetches showed. When that fails each is tried
// for itself, so that what is wrong with one is not held against another.
func (d *desk) takeTogether(ctx context.Context, list []*taking) {
	items := list[0].items
	if len(list) > 1 {
		items = nil
		for _, t := range list {
			items = append(items, t.items...)
		}
	}
	versions, err := d.takeNow(ctx, items)
	if err != nil && len(list) > 1 {
		for _, t := range list {
			d.takeTogether(ctx, []*taking{t})
		}
		return
	}
	of := map[string]*taking{}
	for _, t := range list {
		t.done, t.err = true, err
		of[t.feed] = t
	}
	for i := range versions {
		t, ok := of[versions[i].Feed]
		switch {
		case !ok:
		case versions[i].N == 1:
			t.fresh++
		default:
			t.changed++
		}
	}
}

// takeNow stores sightings with what is read from them, and lets the record grow.
// It is called with the ingest lock held.
func (d *desk) takeNow(ctx context.Context, items []model.Sighting) ([]model.Version, error) {
	versions, err := d.store.Append(ctx, items)
	var seqs []int64
	var prepared []model.Prepared
	var list []store.Stored
	if err == nil {
		seqs = d.store.Seqs(versions)
		list, err = d.read(versions)
	}
	if err == nil {
		var meanwhile sync.WaitGroup
		meanwhile.Go(func() { prepared = d.prepare(list) })
		err = d.store.SaveReadings(ctx, d.rules, list)
		meanwhile.Wait()
	}
	if d.wrote(err); err != nil {
		return nil, fmt.Errorf("the record could not be written: %w", err)
	}
	return versions, d.addTaken(ctx, versions, seqs, prepared)
}

// prepare readies what is being stored for the record, if there is one.
func (d *desk) prepare(list []store.Stored) []model.Prepared {
	if d.record == nil {
		return nil
	}
	prepared := make([]model.Prepared, len(list))
	for i := range list {
		prepared[i] = d.record.Prepare(list[i].Version, list[i].Reading)
	}
	return prepared
}

// addTaken lets the record grow by versions that were just stored. Where they do
// not follow on what it has, as when another process has stored some, all that is
// new is read from the store.
func (d *desk) addTaken(ctx context.Context, versions []model.Version, seqs []int64, prepared []model.Prepared) error {
	if d.record == nil || len(seqs) == 0 {
		return d.addNew(ctx)
	}
	order := make([]int, len(seqs))
	for i, seq := range seqs {
		if seq != d.seq+1+int64(i) {
			return d.addNew(ctx)
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return versions[i].Seen.Compare(versions[j].Seen) })
	for _, i := range order {
		d.record.AddPrepared(prepared[i])
	}
	d.seq += int64(len(seqs))
	d.tellGrown()
	return nil
}

// takeAll stores sightings of several feeds, in order.
func (d *desk) takeAll(ctx context.Context, items []model.Sighting) error {
	_, _, err := d.Take(ctx, model.Feed{}, items)
	return err
}

// readAll reads documents on all cores; the order of the answers is that of the
// versions.
func (d *desk) readAll(versions []model.Version) ([]model.Reading, error) {
	reader, err := d.reader()
	if err != nil {
		return nil, err
	}
	readings := make([]model.Reading, len(versions))
	from := map[string]model.Feed{}
	for _, f := range d.feeds {
		from[f.Name] = f
	}
	workers := min(runtime.GOMAXPROCS(0), (len(versions)+15)/16)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(versions); i += workers {
				v := &versions[i]
				readings[i] = reader.Read(model.Document{
					ID: fmt.Sprintf("%d.%d", v.Item, v.N), Title: v.Title, Text: v.Body(),
					Published: v.Published, Feed: v.Feed, Kind: from[v.Feed].Kind, Side: from[v.Feed].Side,
				})
			}
		})
	}
	wg.Wait()
	return readings, nil
}

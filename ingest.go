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
// as much for a few as for a thousand; of more, memory is used for all of them, and
// the stages of a parcel wait for each other longer.
const takeAtOnce = 1000

// taking is what one fetch showed, on its way into the record.
type taking struct {
	feed           string
	items          []model.Sighting
	begun          bool // it is on the way; guarded by the first stage
	done           chan struct{}
	fresh, changed int
	err            error
}

// parcel is what is stored in one go. It goes through the stages of a desk, and the
// next one follows it stage by stage: while one is written, another is read.
//
//	appending ─► reading ─► saving ─► ingest
//
// Whoever holds a stage waits for the next before leaving it, so that parcels keep
// their order and never more than one of them is in a stage.
type parcel struct {
	takings  []*taking
	versions []model.Version
	seqs     []int64
	read     []store.Stored
	prepared []model.Prepared
	err      error
}

// Take stores what one fetch showed. It is the poller's sink. Fetches that end
// while others are being stored are stored together.
func (d *desk) Take(ctx context.Context, feed model.Feed, items []model.Sighting) (fresh, changed int, err error) {
	if len(items) == 0 {
		return 0, 0, nil
	}
	t := &taking{feed: feed.Name, items: items, done: make(chan struct{})}
	d.queueing.Lock()
	d.queue = append(d.queue, t)
	d.queueing.Unlock()
	for begun := false; !begun; {
		d.appending.Lock()
		if begun = t.begun; begun {
			d.appending.Unlock()
		} else {
			d.takeThrough(ctx, d.nextTakings())
		}
	}
	<-t.done
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
		t.begun = true
		n++
	}
	list := d.queue[:n:n]
	if d.queue = d.queue[n:]; len(d.queue) == 0 {
		d.queue = nil // its array would keep what is stored in memory
	}
	return list
}

// takeThrough takes what several fetches showed through all stages. It is called
// with the first stage held, and leaves it.
func (d *desk) takeThrough(ctx context.Context, list []*taking) {
	parcels := d.appendTogether(ctx, list)
	for _, t := range list {
		t.items = nil // the versions have them
	}
	d.reading.Lock()
	d.appending.Unlock()
	for _, b := range parcels {
		if b.err == nil {
			b.read, b.prepared, b.err = d.readFor(d.record, b.versions, d.readersFree())
		}
	}
	d.saving.Lock()
	d.reading.Unlock()
	d.ahead.Add(1)
	defer d.ahead.Add(-1)
	for _, b := range parcels {
		d.save(ctx, b)
	}
	d.ingest.Lock()
	d.saving.Unlock()
	for _, b := range parcels {
		if b.err == nil {
			b.err = d.addTaken(ctx, b)
		}
		b.tell()
	}
	d.ingest.Unlock()
}

// readersFree is how many cores a parcel is read on: all but one while another parcel
// is stored, since that takes longest of all and has to wait for no core.
func (d *desk) readersFree() int {
	n := runtime.GOMAXPROCS(0)
	if d.ahead.Load() > 0 {
		n = max(1, n-1)
	}
	return n
}

// appendTogether stores what several fetches showed, not read yet. When that fails
// each is tried for itself, so that what is wrong with one is not held against
// another.
func (d *desk) appendTogether(ctx context.Context, list []*taking) []*parcel {
	items := list[0].items
	if len(list) > 1 {
		items = nil
		for _, t := range list {
			items = append(items, t.items...)
		}
	}
	b := &parcel{takings: list}
	if b.versions, b.err = d.store.AppendUnread(ctx, items); b.err != nil && len(list) > 1 {
		var each []*parcel
		for i := range list {
			each = append(each, d.appendTogether(ctx, list[i:i+1])...)
		}
		return each
	}
	b.seqs = d.store.Seqs(b.versions)
	return []*parcel{b}
}

// save stores what was read from a parcel.
func (d *desk) save(ctx context.Context, b *parcel) {
	if b.err == nil {
		b.err = d.readLeft(ctx)
	}
	if b.err == nil && len(b.read) > 0 {
		b.err = d.store.SaveReadings(ctx, d.rules, b.read)
		d.leftUnread = b.err != nil
	}
	b.read = nil // it need not lie in memory until the parcel is in the record
	if d.wrote(b.err); b.err != nil {
		b.err = fmt.Errorf("the record could not be written: %w", b.err)
	}
}

// readLeft reads what was stored and could not be saved as read. It is called with
// the saving stage held.
func (d *desk) readLeft(ctx context.Context) error {
	if !d.leftUnread {
		return nil
	}
	err := d.reread(ctx)
	d.leftUnread = err != nil
	d.wrote(err)
	return err
}

// tell says to whom a parcel belongs how it went.
func (b *parcel) tell() {
	of := map[string]*taking{}
	for _, t := range b.takings {
		of[t.feed], t.err = t, b.err
	}
	for i := range b.versions {
		t, ok := of[b.versions[i].Feed]
		switch {
		case !ok:
		case b.versions[i].N == 1:
			t.fresh++
		default:
			t.changed++
		}
	}
	for _, t := range b.takings {
		close(t.done)
	}
}

// addTaken lets the record grow by versions that were just stored. Where they do
// not follow on what it has, as when another process has stored some, all that is
// new is read from the store.
func (d *desk) addTaken(ctx context.Context, b *parcel) error {
	if d.record == nil || len(b.seqs) == 0 {
		return d.addNew(ctx)
	}
	order := make([]int, len(b.seqs))
	for i, seq := range b.seqs {
		if seq != d.seq+1+int64(i) {
			return d.addNew(ctx)
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return b.versions[i].Seen.Compare(b.versions[j].Seen) })
	for _, i := range order {
		d.record.AddPrepared(b.prepared[i])
		b.prepared[i] = model.Prepared{}
	}
	d.seq += int64(len(b.seqs))
	boundGarbage()
	d.tellGrown()
	return nil
}

// takeAll stores sightings of several feeds, in order.
func (d *desk) takeAll(ctx context.Context, items []model.Sighting) error {
	_, _, err := d.Take(ctx, model.Feed{}, items)
	return err
}

// readFor reads documents on so many cores, and readies them for a record, unless it is
// nil. The order of the answers is that of the versions.
func (d *desk) readFor(record *model.Record, versions []model.Version, cores int) ([]store.Stored, []model.Prepared, error) {
	reader, err := d.reader()
	if err != nil {
		return nil, nil, err
	}
	list := make([]store.Stored, len(versions))
	var prepared []model.Prepared
	if record != nil {
		prepared = make([]model.Prepared, len(versions))
	}
	from := map[string]model.Feed{}
	for _, f := range d.feeds {
		from[f.Name] = f
	}
	workers := min(cores, (len(versions)+15)/16)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			var draft *model.Draft
			if record != nil {
				draft = record.Draft()
			}
			for i := w; i < len(versions); i += workers {
				v := &versions[i]
				list[i] = store.Stored{Version: *v, Reading: reader.Read(model.Document{
					ID: fmt.Sprintf("%d.%d", v.Item, v.N), Title: v.Title, Text: v.Body(),
					Published: v.Published, Feed: v.Feed, Kind: from[v.Feed].Kind, Side: from[v.Feed].Side,
				})}
				if draft != nil {
					prepared[i] = draft.Prepare(*v, list[i].Reading)
				}
			}
		})
	}
	wg.Wait()
	return list, prepared, nil
}

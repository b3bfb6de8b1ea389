package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"log/slog"
	"math"
	"runtime"
	"sync"

	"parley/model"
	"parley/model/config"
	"parley/model/extract"
	"parley/model/store"
)

// rereadBatch is how many versions are read again at a time.
const rereadBatch = 2000

// checkpointEvery is how many versions may lie behind the record's checkpoint
// before closing writes a new one: replaying fewer costs less than writing it.
const checkpointEvery = 500

// deriveAtMost is how many versions a command that polls derives state from at
// its end. More than these, as after the first poll of many large feeds, take
// longer and more memory than all the rest of it: the first that shows them does
// it, and keeps what it derived. Tests set it lower.
var deriveAtMost int64 = 20_000

// rulesOf names everything that a reading depends on beside the text, so that a
// new rule, actor, topic, time zone, day or side of a party's feed has old versions
// read again.
func rulesOf(cfg config.Config, directory *model.Directory) string {
	hash := fnv.New64a()
	enc := json.NewEncoder(hash)
	_ = enc.Encode(directory.All()) // plain values always encode
	_ = enc.Encode(cfg.Topics)
	_ = enc.Encode(cfg.Summit.Timezone)
	_ = enc.Encode(cfg.Summit.Start)
	sides := map[string]string{} // by feed; whose "the President" is meant
	for _, f := range cfg.Feeds {
		if f.Side != "" {
			sides[f.Name] = f.Side
		}
	}
	_ = enc.Encode(sides)
	return fmt.Sprintf("%d-%x", extract.RulesVersion, hash.Sum64())
}

// load brings the readings in the store up to the rules and makes the record,
// unless the desk is one that shows no boards.
func (d *desk) load(ctx context.Context) error {
	if !d.readOnly {
		if err := d.reread(ctx); err != nil {
			return err
		}
	}
	if !d.noBoards {
		if err := d.loadRecord(ctx); err != nil {
			return err
		}
	}
	return d.loadHealth(ctx)
}

// loadRecord makes the record of what the store holds.
func (d *desk) loadRecord(ctx context.Context) error {
	d.newRecord()
	if err := d.loadCheckpoint(ctx); err != nil {
		return err
	}
	d.checkpoint = d.seq
	behind, err := d.store.Behind(ctx, d.checkpointFormat())
	if err != nil {
		return err
	}
	if behind > deriveAtMost {
		defer littleGarbage()()
	}
	if err := d.replay(ctx, behind); err != nil {
		return err
	}
	if err := d.addMarks(ctx); err != nil {
		return err
	}
	d.boards.Store(d.record)
	return nil
}

// replayBatch is how many versions are readied for the record at a time, while those
// before them are added.
const replayBatch = 1000

// replay adds all versions to the record that come after those it has; behind is how
// many.
func (d *desk) replay(ctx context.Context, behind int64) error {
	ready := make(chan []model.Prepared, 1)
	var adding sync.WaitGroup
	adding.Go(func() {
		for list := range ready {
			for _, p := range list {
				d.record.AddPrepared(p)
			}
		}
	})
	defer adding.Wait()
	defer close(ready)
	done, draft := int64(0), d.record.Draft()
	var list []model.Prepared
	var reread []store.Stored
	err := d.store.Replay(ctx, d.seq, func(s store.Stored) error {
		if done++; done%rereadBatch == 0 {
			d.progress("putting %d of %d reports into their stories…\n", done, behind)
		}
		if d.leftOut(s) {
			return nil
		}
		if s.Rules == "" { // a killed process left it unread, or its reading is damaged
			list, err := d.read([]model.Version{s.Version})
			if err != nil {
				return err
			}
			s.Reading = list[0].Reading
			reread = append(reread, list...)
		}
		list = append(list, draft.Prepare(s.Version, s.Reading))
		if len(list) == replayBatch {
			ready <- list
			list, draft = nil, d.record.Draft()
		}
		d.seq = max(d.seq, s.Seq)
		return nil
	})
	ready <- list
	if err == nil && !d.readOnly && len(reread) > 0 {
		err = d.store.SaveReadings(ctx, d.rules, reread)
	}
	return err
}

// leftOut says whether a version is damaged on the disk. The desk goes on without it, and the
// log tells of it.
func (d *desk) leftOut(s store.Stored) bool {
	if s.Fault == nil {
		return false
	}
	slog.Error("a version cannot be read any more and is left out", "err", s.Fault)
	d.seq = max(d.seq, s.Seq)
	return true
}

func (d *desk) newRecord() { d.record = d.emptyRecord() }

// addMarks adds what hands have entered since, in this process or another one.
func (d *desk) addMarks(ctx context.Context) error {
	if d.record == nil {
		return nil
	}
	marks, err := d.store.Marks(ctx)
	if err != nil {
		return err
	}
	before := d.mark
	for _, m := range marks {
		if m.ID > d.mark {
			d.record.AddMark(m)
			d.mark = m.ID
		}
	}
	if d.mark > before {
		d.tellGrown()
	}
	return nil
}

// reread reads what has no reading by these rules.
func (d *desk) reread(ctx context.Context) error {
	for done := 0; ; {
		versions, err := d.store.Unread(ctx, d.rules, rereadBatch)
		if err != nil || len(versions) == 0 {
			return err
		}
		if err := d.saveReadings(ctx, versions); err != nil {
			return err
		}
		done += len(versions)
		if done >= rereadBatch {
			d.progress("reading %d versions again by newer rules or actors…\n", done)
		}
	}
}

func (d *desk) saveReadings(ctx context.Context, versions []model.Version) error {
	list, err := d.read(versions)
	if err != nil {
		return err
	}
	return d.store.SaveReadings(ctx, d.rules, list)
}

// read returns versions with what is read from them.
func (d *desk) read(versions []model.Version) ([]store.Stored, error) {
	list, _, err := d.readFor(nil, versions, runtime.GOMAXPROCS(0))
	return list, err
}

// catchUp adds to the record what has come into the store since, from this
// process or another one.
func (d *desk) catchUp(ctx context.Context) error {
	d.ingest.Lock()
	defer d.ingest.Unlock()
	return errors.Join(d.addNew(ctx), d.addMarks(ctx))
}

// addNew is catchUp for who holds the ingest lock. A version that the poller has
// not read yet waits, with all behind it, for the next time.
func (d *desk) addNew(ctx context.Context) error {
	if d.record == nil {
		return nil
	}
	var fresh []store.Stored
	unread := int64(math.MaxInt64)
	err := d.store.Replay(ctx, d.seq, func(s store.Stored) error {
		if s.Rules == "" && s.Fault == nil {
			unread = min(unread, s.Seq)
		}
		fresh = append(fresh, s)
		return nil
	})
	if err != nil {
		return err
	}
	before := d.seq
	for _, s := range fresh {
		switch {
		case s.Seq >= unread:
		case d.leftOut(s):
		default:
			d.record.Add(s.Version, s.Reading)
			d.seq = max(d.seq, s.Seq)
		}
	}
	if d.seq > before {
		boundGarbage()
		d.tellGrown()
	}
	return nil
}

// tellGrown wakes the screens to look at the record again.
func (d *desk) tellGrown() {
	d.grown.Add(1)
	d.news.tell()
}

func (d *desk) checkpointFormat() string { return model.RecordFormat + "/" + d.rules }

// loadCheckpoint starts from the derived state saved last, if it is of use.
func (d *desk) loadCheckpoint(ctx context.Context) error {
	seq, blob, err := d.store.Checkpoint(ctx, d.checkpointFormat())
	if err != nil || seq == 0 {
		return err
	}
	if err := d.record.Decode(blob); err != nil {
		if !errors.Is(err, model.ErrOtherCase) { // whoever changed the configuration wanted that
			slog.Warn("the checkpoint could not be read and is derived again", "err", err)
		}
		d.newRecord()
		return nil
	}
	d.seq = seq
	return nil
}

// derive brings the saved derived state up to the record for a desk that keeps
// none: whoever opens the record next would wait for it.
func (d *desk) derive(ctx context.Context) error {
	behind, err := d.store.Behind(ctx, d.checkpointFormat())
	if err != nil || behind < checkpointEvery || behind > deriveAtMost {
		return err
	}
	if err := d.loadRecord(ctx); err != nil {
		return err
	}
	return d.saveCheckpoint(ctx)
}

// saveCheckpoint keeps the derived state for the next start.
func (d *desk) saveCheckpoint(ctx context.Context) error {
	d.ingest.Lock()
	defer d.ingest.Unlock()
	to, behind := d.store, d.seq-d.checkpoint
	switch {
	case d.record == nil || behind < checkpointEvery:
		return nil
	case d.readOnly && behind <= deriveAtMost:
		return nil
	case d.readOnly:
		// A reading command writes only this, and only where the next one would
		// wait for long.
		var err error
		if to, err = store.Open(ctx, d.store.Path()); err != nil {
			return err
		}
		defer to.Close()
	}
	defer littleGarbage()()
	if err := to.SaveCheckpoint(ctx, d.checkpointFormat(), d.seq, d.record.Encode()); err != nil {
		return err
	}
	d.checkpoint = d.seq
	return nil
}

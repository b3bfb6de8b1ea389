package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"parley/model"
	"parley/model/store"
	"parley/ui"
)

// view is the desk as one reader sees it: the shared record with their own
// wake-ups, last look and settings. It is the screen's Desk.
type view struct {
	*desk
	reader   string // whose last look and settings these are
	updates  <-chan struct{}
	leave    func()
	lastLook time.Time
	saving   sync.Mutex
	settings map[string]string
	remote   bool // over SSH: nothing is written outside the record
}

// view opens the desk for a reader, who lets go of it with leave.
func (d *desk) view(ctx context.Context, reader string) (*view, error) {
	look, err := d.store.LastLook(ctx, reader)
	if err != nil {
		return nil, err
	}
	v := &view{desk: d, reader: reader, lastLook: look, settings: map[string]string{}}
	stored, err := d.store.Setting(ctx, v.settingsKey())
	if err != nil {
		return nil, err
	}
	if stored != "" && json.Unmarshal([]byte(stored), &v.settings) != nil {
		v.settings = map[string]string{} // not worth refusing to start
	}
	v.updates, v.leave = d.news.subscribe()
	return v, nil
}

// Summit is the negotiation on the desk.
func (v *view) Summit() model.Summit { return v.summit }

// Directory is who is known by name and side.
func (v *view) Directory() *model.Directory { return v.directory }

// Updates wakes the screen.
func (v *view) Updates() <-chan struct{} { return v.updates }

// Health is how each feed does.
func (v *view) Health() []ui.FeedHealth { return v.health.list() }

// Player is the replay's control, or nil.
func (v *view) Player() ui.Player {
	if v.player == nil {
		return nil
	}
	return v.player
}

// LastLook is when this reader last looked.
func (v *view) LastLook() time.Time { return v.lastLook }

// Board is the record as of a moment, or of now.
func (d *desk) Board(at time.Time, clock model.Clock) *model.Board {
	if at.IsZero() {
		at = d.Now()
	}
	return d.boards.Load().AsOf(at, clock)
}

// Search answers a full-text query with the items that match; what is unread is so
// for this reader.
func (v *view) Search(ctx context.Context, query string, at time.Time, clock model.Clock) ([]model.ItemID, error) {
	if at.IsZero() {
		at = v.Now()
	}
	q, err := model.ParseQuery(query, v.summit.Zone(), at)
	if err != nil {
		return nil, err
	}
	q = q.Resolve(v.directory, v.feeds)
	return v.store.Matching(ctx, q, store.SearchOptions{At: at, Clock: clock, Limit: searchLimit, Reader: v.reader, Fixed: v.fixed(at, clock)})
}

// searchLimit bounds the items that a filter of the panes can hold.
const searchLimit = 10_000

// Mark stores an entry of the editor's hand. The record takes it in with those that
// other desks have stored before it: by its number alone they would be passed over.
// Nobody waits for a record that is still being loaded, which takes it in later.
func (v *view) Mark(ctx context.Context, mark model.Mark) error {
	if _, err := v.store.AddMark(ctx, mark); err != nil || v.Opening() != "" {
		return err
	}
	v.ingest.Lock()
	defer v.ingest.Unlock()
	v.failed(v.addMarks(ctx)) // it is stored, and comes in with the next look at the store
	return nil
}

// Marks are all entries of the editors' hands.
func (v *view) Marks(ctx context.Context) ([]model.Mark, error) { return v.store.Marks(ctx) }

// Looked stores that the reader has seen everything up to a moment.
func (v *view) Looked(ctx context.Context, at time.Time) error {
	return v.store.Looked(ctx, v.reader, at)
}

func (v *view) settingsKey() string { return "screen." + v.reader }

// SaveSetting remembers a choice of this reader.
func (v *view) SaveSetting(ctx context.Context, key, value string) error {
	v.saving.Lock()
	defer v.saving.Unlock()
	v.settings[key] = value
	all, err := json.Marshal(v.settings)
	if err != nil {
		return err
	}
	return v.store.SetSetting(ctx, v.settingsKey(), string(all))
}

// Brief writes the hand-over note into the working folder. One that is filtered never
// takes the place of a whole one.
func (v *view) Brief(_ context.Context, at time.Time, clock model.Clock, opts model.BriefOptions) (string, error) {
	if v.remote {
		return "", errors.New("over SSH nothing is written on the server: use `parley brief` there")
	}
	if at.IsZero() {
		at = v.Now()
	}
	name := "brief-" + at.In(v.summit.Zone()).Format("2006-01-02-1504")
	if opts.Asked != "" {
		name += "-filtered"
	}
	var text bytes.Buffer
	if err := model.WriteBrief(&text, v.Board(at, clock), opts); err != nil {
		return "", err
	}
	name, err := writeBeside(name, ".md", text.Bytes())
	if err != nil {
		return "", err
	}
	if path, err := filepath.Abs(name); err == nil {
		return path, nil
	}
	return name, nil
}

// writeBeside writes a file under a name that is free, with a number where that is taken:
// an editor may have written into the one before. One that says the same is it already.
func writeBeside(stem, ending string, text []byte) (name string, err error) {
	for n := 1; ; n++ {
		name = stem + ending
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		if is, err := os.ReadFile(name); err == nil && bytes.Equal(is, text) {
			return name, nil
		}
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(text)
		if err = errors.Join(err, f.Close()); err != nil {
			return "", errors.Join(err, os.Remove(name))
		}
		return name, nil
	}
}

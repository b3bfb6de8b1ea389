package ui

import (
	"context"
	"time"

	"parley/model"
)

// Desk is what the screen needs of the program around it. Update calls the
// methods without a context, so these answer from memory at once; all others are
// called from a Cmd and may take their time. It must be safe for concurrent use.
type Desk interface {
	// Summit is the negotiation on the desk.
	Summit() model.Summit
	// Directory is who is known by name and side.
	Directory() *model.Directory
	// Board is the record as of a moment; the zero time means live: the moment Now.
	Board(at time.Time, clock model.Clock) *model.Board
	// Now is the wall clock, or the virtual clock of a replay.
	Now() time.Time
	// Updates wakes the screen when the record or the health of a feed changed:
	// one wake for a thousand arrivals. Closed when the desk closes.
	Updates() <-chan struct{}
	// Health is how each feed does, in the order of the config.
	Health() []FeedHealth
	// Player is the replay's control, or nil on a live desk.
	Player() Player
	// LastLook is when this reader last looked, zero for never. What was first
	// seen later counts as new.
	LastLook() time.Time

	// Search answers a full-text query with the items that match as of a moment.
	Search(ctx context.Context, query string, at time.Time, clock model.Clock) ([]model.ItemID, error)
	// Mark stores an entry of the editor's hand.
	Mark(ctx context.Context, mark model.Mark) error
	// Marks are all entries of the editors' hands, oldest first, with Undone set.
	Marks(ctx context.Context) ([]model.Mark, error)
	// Looked stores that the reader has seen everything up to a moment.
	Looked(ctx context.Context, at time.Time) error
	// Brief writes the hand-over note as of a moment and returns its path.
	Brief(ctx context.Context, at time.Time, clock model.Clock, opts model.BriefOptions) (path string, err error)
	// SaveSetting remembers a choice of the reader (theme, clock, pane sizes)
	// for the next start; it comes back in Options.Settings.
	SaveSetting(ctx context.Context, key, value string) error
}

// Shared is a Desk whose record others may work on, or which may be out of reach.
type Shared interface {
	// PolledBy names the process that polls the record, empty when it is this one.
	PolledBy() string
	// Trouble says why the record cannot be written or read, empty while it can.
	Trouble() string
	// Opening says how far the record is loaded while boards are of its latest
	// part only, empty when they are of all of it.
	Opening() string
	// Grown counts the changes of the record, so that a wake for the health of a
	// feed need not look for any.
	Grown() int64
}

// FeedHealth is one feed and how it does.
type FeedHealth struct {
	Feed   model.Feed
	State  model.FeedState
	Asking bool // a request is under way
}

// Failing reports whether the last try of the feed went wrong.
func (h FeedHealth) Failing() bool {
	return h.State.Gone || h.State.Failures > 0 || h.State.LastOutcome == model.OutcomeRefused
}

// Try is how it went to ask the feed the last time.
func (h FeedHealth) Try() model.Try {
	t := model.Try{URL: h.Feed.URL, Status: h.State.LastStatus, Outcome: h.State.LastOutcome}
	if h.Failing() {
		t.Error = h.State.LastError
	}
	return t
}

// Asked reports whether the feed has been tried at all.
func (h FeedHealth) Asked() bool { return !h.State.LastTry.IsZero() }

// Player controls a replay.
type Player interface {
	Paused() bool
	Pause(bool)
	// Ended reports whether the recording has played to its end.
	Ended() bool
	// Speed is virtual seconds per second.
	Speed() float64
	SetSpeed(float64)
	// Caption says in one sentence what to look at as of a moment, or nothing.
	Caption(at time.Time) string
}

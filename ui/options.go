package ui

import (
	"time"

	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

// ThemeName names one of the built-in themes.
type ThemeName string

// Built-in themes. Auto asks the terminal whether it is dark.
const (
	ThemeAuto     ThemeName = "auto"
	ThemeDark     ThemeName = "dark"
	ThemeLight    ThemeName = "light"
	ThemeContrast ThemeName = "high-contrast"
	ThemeBlind    ThemeName = "colour-blind"
)

// Options is how one reader wants the screen. The zero value is usable.
type Options struct {
	// Theme defaults to auto.
	Theme ThemeName
	// Profile limits colours. Zero asks the terminal; Snapshot takes zero as true colour.
	Profile colorprofile.Profile
	// At starts the timeline's cursor there; zero starts live.
	At time.Time
	// Local is the reader's own zone; nil is this machine's.
	Local *time.Location
	// FirstClock is the zone that times are told in at first: summit, local, utc, or
	// capitals for the first of Zones. Empty or summit is what the reader chose last,
	// else the summit's.
	FirstClock string
	// Zones are the clocks behind those, the parties' capitals, such as "Europe/Kyiv".
	Zones []string
	// Sides are the parties of the case, the first ones first; each gets a colour while
	// there are some.
	Sides []string
	// Clock is what "as of" counts by.
	Clock model.Clock
	// Filter is a query that the panes are narrowed to from the start; empty shows everything.
	Filter string
	// Whole has Plain print all that is on the record, not only the latest of it.
	Whole bool
	// Replay marks the screen REPLAY even where the desk has no Player.
	Replay bool
	// Present is the mode for a hall: few lines, a big clock, captions.
	Present bool
	// Reader signs marks made by hand.
	Reader string
	// ConfigPath and StorePath are shown where an empty desk explains itself.
	ConfigPath, StorePath string
	// NoMouse leaves the mouse to the terminal's own selection.
	NoMouse bool
	// NoSuspend takes ctrl+z away: in a session over SSH it would stop the server.
	NoSuspend bool
	// Quiet keeps the bell and notifications silent.
	Quiet bool
	// Keys overrides keys by action name: {"copy": {"y", "ctrl+y"}}.
	Keys map[string][]string
	// OpenLink opens an http or https address; nil where that is not allowed.
	OpenLink func(url string) error
	// Ring is asked about each arrival and says why it rings; nil never rings.
	Ring func(b *model.Board, ref model.Ref) (why string, rings bool)
	// Drawn is told whenever a frame was made; may be nil.
	Drawn func()
	// Settings are what SaveSetting stored earlier.
	Settings map[string]string
}

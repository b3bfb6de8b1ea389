// Package config reads Parley's TOML configuration and names every fault in it.
//
//	bytes ──► go-toml (syntax) ──► tree ──► decode.go (types, unknown keys)
//	                                  │            │
//	                     positions.go ┘            └──► check.go (values) ──► Config or Faults
//
// It does no I/O: main finds the file and hands over its bytes.
package config

import (
	"bytes"
	"time"

	"parley/model"
)

// Config is a whole configuration with every default filled in.
type Config struct {
	Summit        model.Summit        `toml:"summit"`
	Poll          Poll                `toml:"poll"`
	Feeds         []Feed              `toml:"feeds"`
	Actors        []model.Actor       `toml:"actors"`
	BuiltinActors bool                `toml:"builtin_actors"`
	Watch         Watch               `toml:"watch"`
	Screen        Screen              `toml:"screen"`
	Keys          map[string][]string `toml:"keys"`
	Topics        map[string][]string `toml:"topics"`
	// Notes are what is sound but may be meant otherwise.
	Notes []Fault `toml:"-"`
}

// Poll says how feeds are asked.
type Poll struct {
	Every     time.Duration `toml:"every"`
	Floor     time.Duration `toml:"floor"`
	Timeout   time.Duration `toml:"timeout"`
	MaxBody   Size          `toml:"max_body"`
	PerHost   int           `toml:"per_host"`
	UserAgent string        `toml:"user_agent"` // empty: the poller's own
}

// Feed is a [[feeds]] entry: the model's feed and its interval as written.
type Feed struct {
	model.Feed
	Interval time.Duration `toml:"every"`
}

// Watch says what rings.
type Watch struct {
	Terms   []string `toml:"terms"`
	Actors  []string `toml:"actors"`
	Signals []string `toml:"signals"`
}

// Screen holds what the dashboard remembers best from a file.
type Screen struct {
	Theme string `toml:"theme"` // auto, dark, light, high-contrast, colour-blind
	Clock string `toml:"clock"` // summit, local, utc, capitals
	// Zones are more clocks, those of the parties' capitals, by their names such as
	// "Europe/Kyiv".
	Zones  []string `toml:"zones"`
	Mouse  bool     `toml:"mouse"`
	Quiet  bool     `toml:"quiet"`  // no bell, no notification
	Filter string   `toml:"filter"` // a query that narrows the panes from the start
}

// Size is a number of bytes, written "8MiB".
type Size int64

// Themes and Clocks are the values that [screen] takes.
var (
	Themes = []string{"auto", "dark", "light", "high-contrast", "colour-blind"}
	Clocks = []string{"summit", "local", "utc", "capitals"}
)

func defaults() Config {
	return Config{
		Poll: Poll{
			Every:   5 * time.Minute,
			Floor:   30 * time.Second,
			Timeout: 20 * time.Second,
			MaxBody: 8 << 20,
			PerHost: 2,
		},
		BuiltinActors: true,
		Watch:         Watch{Signals: []string{"imposed", "lifted"}},
		Screen:        Screen{Theme: "auto", Clock: "summit", Mouse: true},
	}
}

// Check looks at values that only another package can judge.
type Check func(*Config) []Wrong

// Wrong is a fault that a Check found, by the key that it is of, such as "keys.copy[1]".
type Wrong struct{ Key, Text string }

// Parse reads a configuration. The error, if any, is a Faults that lists every
// fault with its line and column, those that the checks found among them; name is
// what they call the file.
func Parse(name string, data []byte, checks ...Check) (Config, error) {
	cfg := defaults()
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	tree, err := parseTree(name, data)
	if err != nil {
		return Config{}, err
	}
	d := &decoder{file: name, at: locate(data)}
	d.zone = d.summitZone(tree)
	d.table(tree, &cfg, "")
	d.check(&cfg)
	for _, check := range checks {
		for _, w := range check(&cfg) {
			d.fault(w.Key, "%s", w.Text)
		}
	}
	cfg.Notes = d.notes
	if len(d.faults) > 0 {
		return Config{}, d.sorted()
	}
	return cfg, nil
}

// ModelFeeds returns the feeds, each with the interval that its entry writes. One of zero
// says nothing: the feed is asked as often as Poll.Every and its own hints say.
func (c Config) ModelFeeds() []model.Feed {
	out := make([]model.Feed, len(c.Feeds))
	for i, f := range c.Feeds {
		out[i] = f.Feed
		out[i].Every = f.Interval
	}
	return out
}

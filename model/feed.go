package model

import "time"

// FeedKind says how a feed's word is to be weighed.
type FeedKind string

// Kinds of feed, after the config's `kind` key.
const (
	Outlet   FeedKind = "outlet"
	Wire     FeedKind = "wire"
	Official FeedKind = "official"
	Analysis FeedKind = "analysis"
)

// Feed is one entry of the config's [[feeds]].
type Feed struct {
	Name string   `toml:"name" json:"name"`
	URL  string   `toml:"url" json:"url"`
	Kind FeedKind `toml:"kind" json:"kind"`
	// Side is the party it speaks for, empty for none.
	Side string `toml:"side" json:"side,omitempty"`
	// Publisher groups feeds of one house; feeds of one publisher are never
	// independent of each other. Empty means the URL's host.
	Publisher string `toml:"publisher" json:"publisher,omitempty"`
	// Every is the wanted interval; zero means the config's default.
	Every time.Duration `toml:"-" json:"every,omitempty"`
	// AllowPrivate lets this feed live on a loopback or private address.
	AllowPrivate bool `toml:"allow_private" json:"allow_private,omitempty"`
	// FullText asks for the linked page of each item, once and politely.
	FullText bool `toml:"full_text" json:"full_text,omitempty"`
	// DayFirst reads 08/07/2025 as 8 July where the feed's own dates do not tell.
	DayFirst bool `toml:"day_first" json:"day_first,omitempty"`
}

// Outcome is how one fetch ended, in the words of `poll --json`.
type Outcome string

// Outcomes of a fetch.
const (
	OutcomeNew         Outcome = "new"          // 200, something new or changed
	OutcomeUnchanged   Outcome = "unchanged"    // 200, nothing was
	OutcomeNotModified Outcome = "not_modified" // 304
	OutcomeDeferred    Outcome = "deferred"     // 429, 503: told when to come back
	OutcomeGone        Outcome = "gone"         // 410
	OutcomeRefused     Outcome = "refused"      // we would not go there
	OutcomeFailed      Outcome = "failed"
)

// FeedState is what the record remembers of a feed between runs, keyed by the
// URL in the config.
type FeedState struct {
	URL          string        `json:"url"`
	Location     string        `json:"location,omitempty"`      // where it moved for good
	MovedSeen    int           `json:"moved_seen,omitempty"`    // times the same permanent redirect was seen
	MovedTo      string        `json:"moved_to,omitempty"`      // its candidate target
	ETag         string        `json:"etag,omitempty"`          // byte for byte
	LastModified string        `json:"last_modified,omitempty"` // verbatim
	BodyHash     string        `json:"body_hash,omitempty"`     // of the last body that parsed
	NextDue      time.Time     `json:"next_due,omitzero"`       // UTC
	LastTry      time.Time     `json:"last_try,omitzero"`       // UTC
	LastSuccess  time.Time     `json:"last_success,omitzero"`   // UTC, 200 that parsed or 304
	LastNew      time.Time     `json:"last_new,omitzero"`       // UTC, when it last had news
	Failures     int           `json:"failures,omitempty"`      // in a row
	LastError    string        `json:"last_error,omitempty"`    // in words, cleaned
	LastStatus   int           `json:"last_status,omitempty"`   // HTTP status of the last try
	LastOutcome  Outcome       `json:"last_outcome,omitempty"`  // of the last try
	Gone         bool          `json:"gone,omitempty"`          // 410 was answered
	Interval     time.Duration `json:"interval,omitempty"`      // in force, after hints and back-off
	IntervalWhy  string        `json:"interval_why,omitempty"`  // "Cache-Control: max-age", "config", …
	Skew         time.Duration `json:"skew,omitempty"`          // server's Date minus our clock
	// What the server and the feed asked for last, kept because a 304 does not
	// repeat it: how long its answers stay fresh, how often the feed says it is
	// worth asking (with where it says so), and when it is quiet, in UTC.
	Fresh     time.Duration  `json:"fresh,omitempty"`
	FreshWhy  string         `json:"fresh_why,omitempty"` // "Cache-Control: max-age", "Expires"
	Hint      time.Duration  `json:"hint,omitempty"`
	HintWhy   string         `json:"hint_why,omitempty"` // "ttl", "sy:updatePeriod"
	SkipHours []int          `json:"skip_hours,omitempty"`
	SkipDays  []time.Weekday `json:"skip_days,omitempty"`
	// Articles names the feed's present items whose linked page has been dealt
	// with (full_text), by a digest of the link.
	Articles []string `json:"articles,omitempty"`
	Title    string   `json:"title,omitempty"`  // as the feed calls itself, cleaned
	Format   string   `json:"format,omitempty"` // "RSS 2.0", "Atom 1.0", "JSON Feed 1.1"
	Items    int      `json:"items,omitempty"`  // in the last body
	Bytes    int64    `json:"bytes,omitempty"`  // on the wire, last body
}

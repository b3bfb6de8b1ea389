package model

import "time"

// DateSource says where an item's published time was taken from.
type DateSource string

// Sources of a published time.
const (
	DatePublished DateSource = "published"  // pubDate, published, dc:date, …
	DateUpdated   DateSource = "updated"    // only an updated time was there
	DateFirstSeen DateSource = "first-seen" // nothing readable was there
)

// Flag marks something an editor should know of an item.
type Flag string

// Flags of an item version.
const (
	FlagDateMissing Flag = "date-missing" // Published is when the desk first saw it
	FlagDateFuture  Flag = "date-future"  // Published lies after it was seen
	FlagDateGuessed Flag = "date-guessed" // day or zone was read by habit
	FlagTruncated   Flag = "truncated"    // a field was cut to its limit
	FlagFullText    Flag = "full-text"    // Content is the linked page's article
)

// Operation is what a version does to its item, as news agencies mark it.
type Operation string

// Operations on an item.
const (
	OpNone      Operation = ""
	OpUpdate    Operation = "update"
	OpCorrected Operation = "corrected"
	OpRefile    Operation = "refile"
	OpWithdrawn Operation = "withdrawn"
	OpKill      Operation = "kill"
)

// Sighting is one item as one fetch of one feed showed it, cleaned: its text is
// safe to draw. All strings are valid UTF-8 without control characters but \n.
type Sighting struct {
	Feed string `json:"feed"` // the feed's name in the config
	// Identity is stable for the story within its feed: guid without revision
	// suffix, else link without tracking parameters and fragment, else a fingerprint.
	Identity string   `json:"identity"`
	GUID     string   `json:"guid,omitempty"` // as sent
	Link     string   `json:"link,omitempty"` // absolute, http or https, or empty
	Title    string   `json:"title"`
	Summary  string   `json:"summary,omitempty"` // plain text; paragraphs part at "\n\n"
	Content  string   `json:"content,omitempty"` // the fuller text where the feed has one
	Authors  []string `json:"authors,omitempty"`
	// Outlet is the house from which the feed says it has the item, as a site
	// ("wire.example") or a name; empty for the feed's own.
	Outlet    string     `json:"outlet,omitempty"`
	Published time.Time  `json:"published,omitzero"` // UTC
	Updated   time.Time  `json:"updated,omitzero"`   // UTC
	DateFrom  DateSource `json:"date_from,omitempty"`
	Seen      time.Time  `json:"seen"` // UTC, the desk's clock
	Op        Operation  `json:"op,omitempty"`
	// OpTitle is the headline that Op names when it stands on another item:
	// "CORRECTED-Kremlin says …" names "Kremlin says …".
	OpTitle string `json:"op_title,omitempty"`
	Flags   []Flag `json:"flags,omitempty"`
}

// ItemID numbers an item in the record, from 1 in order of first sight.
type ItemID int64

// Version is one state of an item. A record never changes or drops one.
type Version struct {
	Item ItemID `json:"item"`
	N    int    `json:"n"` // from 1
	Sighting
}

// VersionRef names a version.
type VersionRef struct {
	Item ItemID `json:"item"`
	N    int    `json:"n"`
}

// Body returns the text that the reader reads beside the title: the content
// where there is one, else the summary.
func (s *Sighting) Body() string {
	if s.Content != "" {
		return s.Content
	}
	return s.Summary
}

package feeds

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"time"

	"parley/model"
)

// Limits that hold for every feed, whatever it contains.
const (
	defaultMaxItems = 20_000
	maxTitle        = 1000   // runes
	maxSummary      = 20_000 // runes
	maxContent      = 200_000
	maxAuthors      = 20
	maxAuthor       = 200  // runes
	maxLink         = 4096 // bytes; a longer link is dropped, a cut one would lie
	maxGUID         = 2048 // runes
)

// ParseOptions says what is known of a body beside its bytes. The zero value
// parses a body of unknown origin, seen at the zero time.
type ParseOptions struct {
	ContentType string     // as the server sent it; its charset counts
	URL         string     // where the body came from, for relative links
	Feed        model.Feed // its entry in the config
	Seen        time.Time  // the desk's clock
	MaxItems    int        // 0 means 20,000
	KeepRepeats bool       // keep the items as the body has them: every state of a story, and those that say nothing
}

// Hints are what a feed asks of those who poll it. Zero values mean nothing was
// said.
type Hints struct {
	TTL         time.Duration  // rss ttl
	SkipHours   []int          // 0 to 23, GMT
	SkipDays    []time.Weekday // GMT
	UpdateEvery time.Duration  // sy:updatePeriod over sy:updateFrequency
}

// Parsed is one body, read and cleaned.
type Parsed struct {
	Title  string // as the feed calls itself, "" for none
	Format string // "RSS 2.0", "Atom 1.0", "JSON Feed 1.1"
	Hints  Hints
	Items  []model.Sighting // in the feed's order

	// Truncated says that the body broke off; the items before that are here.
	Truncated bool
	// Overlong says that it holds more items than are read; the first are here.
	Overlong bool
}

// Parse reads a body that is already decompressed. Errors say in words what is
// wrong with it; what can be read of a damaged body is read.
func Parse(body []byte, o ParseOptions) (Parsed, error) {
	text, err := decode(body, o.ContentType)
	if err != nil {
		return Parsed{}, err
	}
	doc, err := guard(text, o)
	if err != nil {
		return Parsed{}, cmp.Or(notText(body), err)
	}
	raw, err := doc.safely()
	if err != nil {
		return Parsed{}, fmt.Errorf("the feed cannot be read: %s", Clean(err.Error()))
	}
	return finish(raw, doc, o), nil
}

// safely lets the format's parser read. What it is given is plain, but it is
// not ours: a fault in it may cost a feed, never the night.
func (doc guarded) safely() (raw rawFeed, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the parser failed: %v", fault)
		}
	}()
	return doc.read(strings.NewReader(doc.text))
}

// finish turns what was sent into what the desk works with.
func finish(raw rawFeed, doc guarded, o ParseOptions) Parsed {
	title, _ := truncate(Clean(plainText(raw.title)), maxTitle)
	p := Parsed{Title: title, Format: doc.format, Hints: raw.hints, Truncated: doc.truncated, Overlong: doc.overlong}
	base := baseURL(cmp.Or(o.URL, raw.self), raw.home)
	h := readHabit(raw.items, o)
	for _, it := range raw.items {
		s := it.sighting(base, o)
		if h.stamp(&s, it); o.KeepRepeats || saysAnything(s) {
			p.Items = append(p.Items, s)
		}
	}
	p.Items = identify(p.Items, o.KeepRepeats)
	return p
}

// saysAnything reports whether there is something of an item to show or to know
// it by.
func saysAnything(s model.Sighting) bool {
	return s.Title != "" || s.Summary != "" || s.Content != "" || s.Link != "" || s.GUID != ""
}

// baseURL is what relative links count from: the site a feed names as its home,
// since feeds are often served from elsewhere, else the feed's own address.
func baseURL(feed, home string) *url.URL {
	base, err := url.Parse(feed)
	if err != nil || feed == "" {
		base = nil
	}
	u, err := url.Parse(strings.TrimSpace(home))
	if err != nil || home == "" {
		return base
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Host == "" {
		return base
	}
	return u
}

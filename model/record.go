package model

import (
	"net/url"
	"slices"
	"sync"
	"time"
)

// Case is what a record is about: the negotiation, who is who, and whose feeds.
type Case struct {
	Summit    Summit
	Directory *Directory
	Feeds     []Feed
}

// Record is everything the desk knows, in order of when it knew it. It only
// grows. One goroutine adds; any number make boards and read them meanwhile.
//
//	Add ─► unit (words and names as numbers) ─► open minute ─► base
//	                                               │            │ append-only
//	                                               └─ layer ────┴─► view ─► Board
//
// What belongs together (statements, signals, events, stories) is decided when
// a minute is over, in an order that does not depend on which feed answered
// first, from nothing but what was there before. The minute still open, and a
// moment in the middle of a past one, are derived the same way into a layer over
// the base, so that a board never knows what came after its moment.
type Record struct {
	c     Case
	texts Texts

	mu      sync.RWMutex
	dict    dictionary
	people  people            // beside the actors of dict
	feeds   []Feed            // by number; those of the case first
	houses  []string          // their publishers
	sites   map[string]string // publishers by the site of a feed, and by the agency that it is
	outlets map[string]outlet // the houses of the case's feeds by how texts name them
	alone   [][]string        // why a fact is as sure as it is that one of them alone tells
	feedNo  map[string]int32

	base  segment
	open  []*unit // of the minute that is not over, in canonical order
	due   []*unit // of the minute before it, where not all of it is in the base yet
	moved int     // how many of due are
	known int64   // the latest time anything was known, in ms
	marks []Mark  // in the order made

	draftMu sync.Mutex
	drafts  []*Draft // that are done

	layerMu    sync.Mutex
	layer      *segment // of the open minute, nil when it must be derived
	matchers   []phaseMatcher
	here       string            // words of the summit's places
	site       string            // those of them that name the place
	seats      map[string]string // whose seat a place is
	principals []string          // the people who meet
	ownTerms   []string          // words of the agenda for their meetings alone
	parties    []string          // sides of those who meet
	zone       *time.Location    // of the summit
	sideNames  map[string]int    // the party that a folded name stands for, from 1
	desktops   sync.Pool
	contests   sync.Pool
	tallies    sync.Pool
	rowDesks   sync.Pool
	stops      [2]stopCache // by clock
	published  publishedOrder
	kept       keptCertainty
	densities  densities
	followed   followedLists
}

// settleAtOnce is how many reports that are due move into the base together: in a few
// milliseconds, with what they are compared by at hand. Tests have fewer reports.
var settleAtOnce = 64

// maxOpen bounds the open minute. In a minute with more versions than this the
// first ones are settled before the minute is over.
const maxOpen = 4096

// NewRecord returns an empty record of a case. Words of rows are asked of t.
func NewRecord(c Case, t Texts) *Record {
	if c.Directory == nil {
		c.Directory = NewDirectory()
	}
	r := &Record{c: c, texts: t, feedNo: map[string]int32{}, sites: map[string]string{}}
	r.desktops.New, r.contests.New, r.tallies.New, r.rowDesks.New = newDesktop, newContests, newTally, newRowDesk
	r.dict.init()
	r.dict.frames, r.dict.themes = framesOf(&c), themesOf(&c)
	r.base.init(limits{}, true)
	for _, f := range c.Feeds {
		r.feedOf(f.Name, f)
	}
	r.outlets = outletsOf(c.Feeds)
	r.dict.houses = firstWords(r.outlets)
	r.matchers = newPhaseMatchers(c.Summit)
	r.here, r.site, r.seats = placesOf(c.Summit), siteOf(c.Summit), seatsOf(c.Directory)
	r.principals, r.ownTerms = principalsOf(c.Summit, c.Directory), ownTermsOf(c.Summit)
	r.parties, r.zone = partiesOf(c.Summit, c.Directory), c.Summit.Zone()
	r.sideNames = sideNamesOf(r.parties, c.Directory)
	return r
}

func (r *Record) feedOf(name string, f Feed) int32 {
	if no, ok := r.feedNo[name]; ok {
		return no
	}
	no := int32(len(r.feeds))
	r.feedNo[name] = no
	f.Name = name
	r.feeds = append(r.feeds, f)
	r.houses = append(r.houses, publisherOf(f))
	if u, err := url.Parse(f.URL); err == nil && u.Host != "" {
		for _, name := range []string{SiteOf(u.Hostname()), outletOf(SiteOf(u.Hostname()))} {
			r.sites[name] = r.houses[no]
		}
	}
	r.alone = append(r.alone, []string{"one source: " + name})
	return no
}

// Add takes a version and its reading into the record. Versions come in order of
// Seen; one that comes late counts as known from the moment it came.
func (r *Record) Add(v Version, rd Reading) {
	r.mu.Lock()
	defer r.mu.Unlock()
	u := r.newUnit(&r.dict, &v, &rd)
	u.sortWords()
	r.take(u, v.Feed)
}

// take takes in a unit in the record's own numbers.
func (r *Record) take(u *unit, feed string) {
	r.dict.rate()
	u.ver.feed = r.feedOf(feed, Feed{Name: feed})
	r.people.meet(r.dict.actors.text, r.c.Directory)
	minute, floor := u.ver.minute(), r.base.lastMinute()
	if len(r.open) > 0 {
		floor = r.open[0].ver.minute()
		if minute > floor || len(r.open) >= maxOpen {
			r.settle()
		}
	}
	if minute < floor {
		u.ver.seen = floor * msPerMinute // a clock that jumped: known since this minute
	}
	i, _ := slices.BinarySearchFunc(r.open, u, compareUnits)
	r.open = slices.Insert(r.open, i, u)
	r.known = max(r.known, u.ver.seen)
	r.layer = nil
	if len(r.open)%settleAtOnce == 0 {
		r.settleDue(settleAtOnce)
	}
}

// AddMark takes an entry of the editor's hand into the record. Undo names the
// entry it takes back by its id, in Value.
func (r *Record) AddMark(m Mark) {
	r.mu.Lock()
	defer r.mu.Unlock()
	m.Value, m.By = printable(m.Value), printable(m.By)
	r.marks = append(r.marks, m)
}

// settle ends the open minute: from now on it is due to move into the base, for good.
// For a minute of thousands that takes longer than anybody should wait at once: as
// more are added, as many move.
func (r *Record) settle() {
	r.settleDue(len(r.due))
	r.due, r.open = r.open, r.due
}

// settleDue moves the next n units that are due into the base.
func (r *Record) settleDue(n int) {
	if n = min(n, len(r.due)-r.moved); n > 0 {
		w := r.newWriter(view{base: &r.base, top: maxLimits}, &r.base)
		for _, u := range r.due[r.moved : r.moved+n] {
			w.add(u)
		}
		w.finish()
		clear(r.due[r.moved : r.moved+n])
		r.moved += n
	}
	if r.moved == len(r.due) {
		r.due, r.moved = r.due[:0], 0
	}
}

// read locks the record for who looks at all of it: nothing is due then.
func (r *Record) read() {
	r.mu.RLock()
	for len(r.due) > 0 {
		r.mu.RUnlock()
		r.mu.Lock()
		r.settleDue(len(r.due))
		r.mu.Unlock()
		r.mu.RLock()
	}
}

// AsOf returns the board at a moment, by what this desk had seen or by what was
// published. The zero time means everything known.
func (r *Record) AsOf(at time.Time, clock Clock) *Board {
	r.read()
	defer r.mu.RUnlock()
	return r.asOf(at, clock)
}

// asOf is AsOf for who holds the lock, while nothing is due.
func (r *Record) asOf(at time.Time, clock Clock) *Board {
	b := &Board{At: at.UTC(), Clock: clock, r: r, until: maxTime, seenUntil: maxTime}
	if at.IsZero() {
		b.At = time.UnixMilli(r.known).UTC()
		if r.known == 0 {
			b.At = time.Time{}
		}
	} else {
		b.until = at.UnixMilli()
	}
	if clock == BySeen {
		b.seenUntil = b.until
	}
	b.view = r.viewAt(b.seenUntil)
	b.hand, b.edits = r.handAt(b.until), noEdits
	b.edits = b.edit()
	return b
}

// viewAt returns the record up to a moment of the desk's clock, in ms.
func (r *Record) viewAt(until int64) view {
	if until >= r.known {
		return view{base: &r.base, top: r.base.top(), layer: r.openLayer()}
	}
	minute := floorMinute(until)
	from := r.base.vers.search(func(v *ver) bool { return v.minute() >= minute })
	to, partial := from, false
	for to < r.base.vers.len() && r.base.vers.at(int32(to)).minute() == minute {
		partial = partial || r.base.vers.at(int32(to)).seen > until
		to++
	}
	var open []*unit
	if len(r.open) > 0 && r.open[0].ver.minute() == minute {
		open = known(r.open, until)
	}
	if !partial {
		return r.deriveLayer(view{base: &r.base, top: r.base.topAt(to)}, open)
	}
	var units []*unit
	for i := from; i < to; i++ {
		if r.base.vers.at(int32(i)).seen <= until {
			units = append(units, r.base.unitAt(i))
		}
	}
	return r.deriveLayer(view{base: &r.base, top: r.base.topAt(from)}, append(units, open...))
}

func known(units []*unit, until int64) []*unit {
	var out []*unit
	for _, u := range units {
		if u.ver.seen <= until {
			out = append(out, u)
		}
	}
	return out
}

// openLayer returns the derived open minute, deriving it once per addition.
func (r *Record) openLayer() *segment {
	if len(r.open) == 0 {
		return nil
	}
	r.layerMu.Lock()
	defer r.layerMu.Unlock()
	if r.layer == nil {
		v := r.deriveLayer(view{base: &r.base, top: r.base.top()}, r.open)
		r.layer = v.layer
	}
	return r.layer
}

// deriveLayer decides what belongs together in units that come after the view.
func (r *Record) deriveLayer(v view, units []*unit) view {
	if len(units) == 0 {
		return v
	}
	layer := &segment{}
	layer.init(v.top, false)
	v.layer = layer
	w := r.newWriter(v, layer)
	for i := range units {
		w.add(units[i])
	}
	w.finish()
	return v
}

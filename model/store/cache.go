package store

import (
	"sync"

	"parley/model"
)

// cacheBytes bounds what the cache holds, in bytes of text as estimated: some thousand
// rows of a screen.
const cacheBytes = 4 << 20

// cache keeps what was lately asked for, in two generations: when the young one
// is full it becomes the old one, and what is asked for again moves over. That
// is nearly "least recently used" without a list to mend on every read.
type cache struct {
	mu         sync.Mutex
	young, old map[model.VersionRef]cached
	size       int // of the young generation
}

// cached is what is at hand of a version: nil, and no place, for what is not.
type cached struct {
	version *model.Version
	reading *model.Reading
	place   place
}

func (c *cache) reset() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.young, c.old, c.size = map[model.VersionRef]cached{}, nil, 0
}

// get returns what is at hand of a version, which must not be changed.
func (c *cache) get(ref model.VersionRef) cached {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.young[ref]
	if !ok {
		if e, ok = c.old[ref]; ok {
			c.add(ref, e, e)
		}
	}
	return e
}

// hasReading says whether a reading is at hand.
func (c *cache) hasReading(ref model.VersionRef) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.young[ref].reading != nil || c.old[ref].reading != nil
}

// drop forgets a version.
func (c *cache) drop(ref model.VersionRef) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.young[ref]; ok {
		c.size -= e.size()
		delete(c.young, ref)
	}
	delete(c.old, ref)
}

// put adds to what is at hand of a version.
func (c *cache) put(ref model.VersionRef, more cached) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, young := c.young[ref]
	if !young {
		e = c.old[ref]
	}
	if more.version != nil {
		e.version = more.version
	}
	if more.reading != nil {
		e.reading = more.reading
	}
	if more.place.seq != 0 {
		e.place = more.place
	}
	if young {
		c.add(ref, e, more)
	} else {
		c.add(ref, e, e)
	}
}

// add lays an entry into the young generation, which grows by what is more of it.
func (c *cache) add(ref model.VersionRef, e, more cached) {
	c.size += more.size()
	if c.size > cacheBytes/2 {
		c.old, c.young, c.size = c.young, map[model.VersionRef]cached{}, e.size()
	}
	c.young[ref] = e
}

// size is about how many bytes an entry keeps.
func (e *cached) size() int {
	n := 200 // what a map entry and the headers of values cost
	if v := e.version; v != nil {
		n += len(v.Title) + len(v.Summary) + len(v.Content) + 2*len(v.Link) + 300
	}
	if r := e.reading; r != nil {
		const each = 400 // strings of a fact share the version's text
		n += each * (1 + len(r.Statements) + len(r.Signals) + len(r.Events) + len(r.Actors)/4)
	}
	return n
}

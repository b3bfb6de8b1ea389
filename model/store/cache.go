package store

import "sync"

// cacheBytes bounds what the cache holds, in bytes of text as estimated.
const cacheBytes = 12 << 20

// cache keeps what was lately asked for, in two generations: when the young one
// is full it becomes the old one, and what is asked for again moves over. That
// is nearly "least recently used" without a list to mend on every read.
type cache struct {
	mu         sync.Mutex
	young, old map[any]cached
	size       int // of the young generation
}

type cached struct {
	value any
	size  int
}

func (c *cache) reset() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.young, c.old, c.size = map[any]cached{}, nil, 0
}

func (c *cache) get(key any) (any, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.young[key]; ok {
		return e.value, true
	}
	e, ok := c.old[key]
	if ok {
		c.add(key, e)
	}
	return e.value, ok
}

// put stores a value with its size in bytes.
func (c *cache) put(key, value any, size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(key, cached{value, size})
}

func (c *cache) add(key any, e cached) {
	const entry = 200 // what a map entry and the value's headers cost
	c.size += e.size + entry
	if c.size > cacheBytes/2 {
		c.old, c.young, c.size = c.young, map[any]cached{}, e.size+entry
	}
	c.young[key] = e
}

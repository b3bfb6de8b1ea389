package model

import (
	"fmt"
	"slices"
	"sync"
)

// Texts gives the words behind a Ref. The record itself keeps only what it
// compares by; a board asks for the words of the rows that are looked at. It
// must be safe for concurrent use.
type Texts interface {
	// Version returns one state of an item.
	Version(VersionRef) (Version, error)
	// Reading returns what was read from that state.
	Reading(VersionRef) (Reading, error)
	// History returns the states of an item, oldest first.
	History(ItemID) ([]Version, error)
}

// MemoryTexts keeps words in memory, for the small records of tests.
type MemoryTexts struct {
	mu       sync.RWMutex
	versions map[ItemID][]Version
	readings map[VersionRef]Reading
}

// NewMemoryTexts returns an empty one. The zero value will not do.
func NewMemoryTexts() *MemoryTexts {
	return &MemoryTexts{versions: map[ItemID][]Version{}, readings: map[VersionRef]Reading{}}
}

// Put keeps a version and its reading. Versions of an item come in order.
func (m *MemoryTexts) Put(v Version, rd Reading) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.versions[v.Item] = append(m.versions[v.Item], v)
	m.readings[VersionRef{v.Item, v.N}] = rd
}

// Version returns one state of an item, or an error that names what is missing.
func (m *MemoryTexts) Version(ref VersionRef) (Version, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, v := range m.versions[ref.Item] {
		if v.N == ref.N {
			return v, nil
		}
	}
	return Version{}, fmt.Errorf("version %d of item %d is not in the record", ref.N, ref.Item)
}

// Reading returns what was read from a version, or an error that names it.
func (m *MemoryTexts) Reading(ref VersionRef) (Reading, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	rd, ok := m.readings[ref]
	if !ok {
		return Reading{}, fmt.Errorf("version %d of item %d has no reading", ref.N, ref.Item)
	}
	return rd, nil
}

// History returns the states of an item, oldest first.
func (m *MemoryTexts) History(item ItemID) ([]Version, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.Clone(m.versions[item]), nil
}

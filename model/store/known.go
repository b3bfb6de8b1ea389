package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"parley/model"
)

// known is what the record has of the items of a fetch. It is asked for in a few
// queries for all of them: one query an item costs more than all the rest of it.
type known struct {
	items  map[int64][]model.ItemID // by key
	last   map[model.ItemID]latest
	shared map[int64]bool // links of several items within the fetch
}

// latest is what is compared of the newest version of an item.
type latest struct {
	item            model.ItemID
	n               int
	hash, seen, out int64
}

// chunk is how many keys one query asks for.
const chunk = 100

// incoming is a sighting as it is stored, with what its item is found by.
type incoming struct {
	model.Sighting
	identityKey int64
	linkKey     int64
	linked      bool // it has a link key
}

func incomingOf(in model.Sighting) incoming {
	x := incoming{Sighting: asStored(in)}
	x.identityKey = hashOf("identity", x.Feed, x.Identity)
	if link := canonicalLink(x.Link); link != "" {
		x.linkKey, x.linked = hashOf("link", x.Feed, link), true
	}
	return x
}

// lookUp finds the items that the sightings may be of.
func (s *Store) lookUp(ctx context.Context, tx *sql.Tx, list []incoming) (*known, error) {
	k := &known{items: make(map[int64][]model.ItemID, len(list)), last: make(map[model.ItemID]latest, len(list))}
	keys := make([]any, len(list))
	for i := range list {
		keys[i] = list[i].identityKey
	}
	if err := k.ask(ctx, s, tx, keys); err != nil {
		return nil, err
	}
	// By the link only where the identity is not known.
	keys = keys[:0]
	for i := range list {
		if list[i].linked && len(k.items[list[i].identityKey]) == 0 {
			keys = append(keys, list[i].linkKey)
		}
	}
	if len(keys) == 0 {
		return k, nil
	}
	k.shared = sharedLinks(list)
	return k, k.ask(ctx, s, tx, keys)
}

func (k *known) ask(ctx context.Context, s *Store, tx *sql.Tx, keys []any) error {
	for part := range slices.Chunk(keys, chunk) {
		if err := k.askChunk(ctx, s, tx, filled(part)); err != nil {
			return err
		}
	}
	return nil
}

func (k *known) askChunk(ctx context.Context, s *Store, tx *sql.Tx, keys []any) error {
	st, err := s.statements.in(ctx, tx, `SELECT k.hash, v.item, max(v.n), v.hash, v.seen, v.out
		FROM keys k CROSS JOIN versions v ON v.item = k.item
		WHERE k.hash IN (?`+strings.Repeat(", ?", len(keys)-1)+`) GROUP BY k.hash, v.item`)
	if err != nil {
		return err
	}
	defer st.Close()
	rows, err := st.QueryContext(ctx, keys...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		var l latest
		if err := rows.Scan(&key, &l.item, &l.n, &l.hash, &l.seen, &l.out); err != nil {
			return err
		}
		k.name(key, l.item)
		k.last[l.item] = l
	}
	return rows.Err()
}

// name notes that a key names an item.
func (k *known) name(key int64, id model.ItemID) {
	if !slices.Contains(k.items[key], id) {
		k.items[key] = append(k.items[key], id)
	}
}

// find returns the newest version of the item that a sighting is of, item 0 for
// none, and whether only the link told.
func (k *known) find(in *incoming) (have latest, byLink bool) {
	if ids := k.items[in.identityKey]; len(ids) > 0 {
		return k.last[ids[0]], false
	}
	// A link that several items of the feed have tells nothing.
	if ids := k.items[in.linkKey]; in.linked && len(ids) == 1 && !k.shared[in.linkKey] {
		return k.last[ids[0]], true
	}
	return latest{}, false
}

// hashOf is 64 bits of SHA-256: nobody makes two feeds' items meet on purpose.
func hashOf(parts ...string) int64 {
	h := newHasher()
	for _, p := range parts {
		h.addText(p)
	}
	return h.sum()
}

// hasher hashes a list of texts, each with its length before it. It is of no use
// after its sum.
type hasher struct{ b []byte }

var hashers = sync.Pool{New: func() any { return &hasher{make([]byte, 0, 1024)} }}

func newHasher() *hasher {
	h := hashers.Get().(*hasher)
	h.b = h.b[:0]
	return h
}

func (h *hasher) add(p []byte) {
	h.b = binary.AppendUvarint(h.b, uint64(len(p)))
	h.b = append(h.b, p...)
}

func (h *hasher) addText(s string) {
	h.b = binary.AppendUvarint(h.b, uint64(len(s)))
	h.b = append(h.b, s...)
}

func (h *hasher) sum() int64 {
	sum := sha256.Sum256(h.b)
	hashers.Put(h)
	return int64(binary.LittleEndian.Uint64(sum[:8]))
}

// sharedLinks are the links under which one fetch shows several items: the page
// of a live blog, or the front page. They name no item.
func sharedLinks(list []incoming) map[int64]bool {
	first := make(map[int64]string, len(list))
	shared := map[int64]bool{}
	for i := range list {
		in := &list[i]
		if !in.linked {
			continue
		}
		if identity, seen := first[in.linkKey]; seen && identity != in.Identity {
			shared[in.linkKey] = true
		}
		first[in.linkKey] = in.Identity
	}
	return shared
}

package model

import "sync"

// followedLists keep the statements, signals and events of the actors that were asked
// for last, as Refs: who is followed is asked for with every step of the cursor.
type followedLists struct {
	mu   sync.Mutex
	vers int // of the base
	kept map[listKey][]Ref
}

// mostFollowed bounds them: each session of a server may follow somebody else.
const mostFollowed = 32

// of returns the groups of a list of the base as Refs, newest first. They are shared
// and must not be changed.
func (l *followedLists) of(r *Record, key listKey) []Ref {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.kept == nil || l.vers != r.base.vers.len() || len(l.kept) >= mostFollowed {
		l.vers, l.kept = r.base.vers.len(), map[listKey][]Ref{}
	}
	refs, ok := l.kept[key]
	if !ok {
		groups := r.base.index.list(key).of(uint32(key.id))
		refs = make([]Ref, len(groups))
		for i, g := range groups {
			refs[len(refs)-1-i] = r.base.groupRef(g)
		}
		l.kept[key] = refs
	}
	return refs
}

// followedRefs are the groups in the list of an actor, newest first, on the desk's
// clock where the hand did nothing.
func (b *Board) followedRefs(key listKey) []Ref {
	groups, mine := b.view.listed(key, key.id)
	all := b.r.followed.of(b.r, key)
	base := all[len(all)-len(groups):]
	if len(mine) == 0 {
		return base[:len(base):len(base)]
	}
	out := make([]Ref, 0, len(mine)+len(base))
	for i := len(mine) - 1; i >= 0; i-- {
		out = append(out, b.groupRef(mine[i]))
	}
	return append(out, base...)
}

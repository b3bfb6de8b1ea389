package model

import "time"

// Counts are the sums that a header shows.
type Counts struct {
	Items, Statements, Signals, Events, Stories int
	Changed, Corrected                          int // items edited; items corrected or withdrawn
	Conflicts                                   int // open ones
}

// Counts counts what is on the board.
func (b *Board) Counts() Counts {
	var c Counts
	for _, x := range b.Conflicts() {
		if x.Resolved.IsZero() {
			c.Conflicts++
		}
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	for i := range int32(b.view.nVers()) {
		v := b.view.ver(i)
		if !b.out(v) {
			continue
		}
		if v.n == 1 {
			c.Items++
		} else if v.n == 2 {
			c.Changed++
		}
		if v.op.takesBack() {
			c.Corrected++
		}
	}
	for g := range int32(b.view.nGroups()) {
		if _, ok := b.firstTime(g); !ok {
			continue
		}
		switch b.view.group(g).kind {
		case KindStatement:
			c.Statements++
		case KindSignal:
			c.Signals++
		default:
			c.Events++
		}
	}
	c.Stories = b.nStories()
	return c
}

// Changed returns what came after a moment, up to the board's.
func (b *Board) Changed(since time.Time) ChangeSet {
	out := ChangeSet{Since: since}
	for _, c := range b.Conflicts() {
		if c.Resolved.After(since) {
			out.Resolved = append(out.Resolved, c.Ref)
		}
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	from := since.UnixMilli()
	changed, corrected := map[int64]bool{}, map[int64]bool{}
	for i := range int32(b.view.nVers()) {
		v := b.view.ver(i)
		if !b.out(v) || b.time(v) <= from {
			continue
		}
		if v.op.takesBack() && !corrected[v.item] {
			corrected[v.item] = true
			out.Corrected = append(out.Corrected, Ref{KindItem, v.item})
		} else if v.n > 1 && !changed[v.item] {
			changed[v.item] = true
			out.Changed = append(out.Changed, Ref{KindItem, v.item})
		}
	}
	before := b.r.asOf(since, b.Clock)
	for g := range int32(b.view.nGroups()) {
		at, ok := b.firstTime(g)
		if !ok || b.lastTime(g) <= from {
			continue
		}
		if at > from {
			out.New = append(out.New, b.groupRef(g))
			continue
		}
		if was := before.groupAt(b.groupRef(g)); was >= 0 && rises(before.certaintyOf(before.membersOf(was)).Level, b.certaintyOf(b.membersOf(g)).Level) {
			out.Lifted = append(out.Lifted, b.groupRef(g))
		}
	}
	return out
}

// lastTime is when the latest report of a group came, in ms.
func (b *Board) lastTime(g int32) int64 {
	at := int64(0)
	for f := range b.view.members(g) {
		if v := b.view.ver(b.view.fact(f).ver); b.out(v) {
			at = max(at, b.time(v))
		}
	}
	return at
}

func rises(from, to CertaintyLevel) bool {
	rank := map[CertaintyLevel]int{Single: 1, Corroborated: 2, OfficialWord: 3}
	return rank[from] > 0 && rank[to] > rank[from]
}

package model

import (
	"cmp"
	"slices"
	"sync"
)

// laterWords are the accounts of a board whose own teller later said otherwise. They
// are gathered once, when the board is first asked: thousands of reports may clash.
type laterWords struct {
	once   sync.Once
	byFact map[int32]int64        // by the account: when its house's later word came, in ms
	venues map[int32][]laterVenue // by contest, in the order in which they came
	held   map[int32]int64        // by group of an event whose plans clash: when it was told to be held, in ms
}

// laterVenue is what settles a quarrel about a venue: seen when the desk knew it, and
// end when it came.
type laterVenue struct{ seen, end int64 }

// gatherLater fills the board's laterWords.
func (b *Board) gatherLater() {
	l := &b.later
	l.byFact, l.venues, l.held = map[int32]int64{}, map[int32][]laterVenue{}, map[int32]int64{}
	for c := range b.clashes {
		if g := b.view.fact(c.b).group; b.ofPlan(c) {
			if _, known := l.held[g]; !known {
				l.held[g] = b.firstHeld(g)
			}
		}
		if !c.own || b.factUntil(c.b) != 0 {
			continue
		}
		end := b.time(b.view.ver(b.view.fact(c.b).ver))
		if c.ofSides {
			l.venues[c.contest] = append(l.venues[c.contest], laterVenue{c.seen, end})
			continue
		}
		l.byFact[c.a] = firstEnd(l.byFact[c.a], end)
	}
	for _, list := range l.venues {
		slices.SortStableFunc(list, func(x, y laterVenue) int { return cmp.Compare(x.seen, y.seen) })
		for i := len(list) - 2; i >= 0; i-- {
			list[i].end = min(list[i].end, list[i+1].end)
		}
	}
}

// firstHeld is when reports that stand first told that an event is under way or held,
// in ms; 0 for not yet.
func (b *Board) firstHeld(g int32) (first int64) {
	for i := range b.members(g) {
		f := b.view.fact(i)
		if v := b.view.ver(f.ver); f.flags&flagHeld != 0 && b.out(v) && b.factStands(i) {
			first = firstEnd(first, b.time(v))
		}
	}
	return first
}

// heldIn is when what a clash of plans is about was told to be held, but not before both
// were known, in ms; 0 for not yet.
func (b *Board) heldIn(c *clash) int64 {
	b.later.once.Do(b.gatherLater)
	held := b.later.held[b.view.fact(c.b).group]
	if held == 0 {
		return 0
	}
	if b.Clock == ByPublished {
		return max(held, c.out)
	}
	return max(held, c.seen)
}

// laterOf is when the house of one of two accounts first said otherwise, in ms; 0 for
// never.
func (b *Board) laterOf(x, y int32) int64 {
	b.later.once.Do(b.gatherLater)
	return firstEnd(b.later.byFact[x], b.later.byFact[y])
}

// laterOnVenue is when what a clash is about was settled, in ms; 0 while it is not.
func (b *Board) laterOnVenue(c *clash) int64 {
	b.later.once.Do(b.gatherLater)
	list := b.later.venues[c.contest]
	i, _ := slices.BinarySearchFunc(list, c.seen, func(x laterVenue, seen int64) int { return cmp.Compare(x.seen, seen) })
	if i == len(list) {
		return 0
	}
	return list[i].end
}

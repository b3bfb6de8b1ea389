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
}

// laterVenue is what settles a quarrel about a venue: seen when the desk knew it, and
// end when it came.
type laterVenue struct{ seen, end int64 }

// gatherLater fills the board's laterWords.
func (b *Board) gatherLater() {
	l := &b.later
	l.byFact, l.venues = map[int32]int64{}, map[int32][]laterVenue{}
	for c := range b.clashes {
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

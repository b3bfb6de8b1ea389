package model

import (
	"slices"
	"sync"
)

// levelsOfCertainty are numbered from 1; 0 is a level that is not kept.
var levelsOfCertainty = []CertaintyLevel{Single, Corroborated, OfficialWord, Disputed, Corrected, Withdrawn}

// keptCertainty is how sure each group of the base is once everything is known.
// That holds at any moment after the last version that bears on the group: one with
// a report of it, a later one of a report's item, or one that takes such an item
// back. It is made when somebody filters by certainty, and then only for the groups
// on which later versions bear.
//
// Groups with a clash are left out: whether their accounts are disputed depends on
// other groups, too.
type keptCertainty struct {
	mu     sync.Mutex
	vers   int                     // how much of the base it holds
	levels []uint8                 // by group, see levelsOfCertainty
	last   []int32                 // by group: the last version that bears on it
	out    []int64                 // by group: ms; when the last of those to be out was out
	lists  map[levelSet]*sureLists // that were asked for; nil where the base has grown
}

// catchUp takes in what the base has grown by. The base does not grow while a reader
// holds the record: what one reader is given no other changes.
func (k *keptCertainty) catchUp(r *Record) {
	base := &r.base
	if k.vers == base.vers.len() {
		return
	}
	had, n := len(k.levels), base.groups.len()
	k.levels = append(k.levels, make([]uint8, n-had)...)
	k.last = append(k.last, make([]int32, n-had)...)
	k.out = append(k.out, make([]int64, n-had)...)
	k.lists = nil
	whole := &Board{r: r, Clock: BySeen, until: maxTime, seenUntil: maxTime, hand: noHand, edits: noEdits}
	whole.view = view{base: base, top: base.top()}
	due := make([]bool, n)
	firsts, _ := slices.BinarySearch(base.orders.firsts, int32(k.vers))
	for i := k.vers; i < base.vers.len(); i++ {
		v := base.vers.at(int32(i))
		first := firsts < len(base.orders.firsts) && int(base.orders.firsts[firsts]) == i
		if first {
			firsts++
		}
		if first && v.touched == 0 {
			k.note(base, v, int32(i), v.out, due)
		} else {
			k.bear(base, v.item, int32(i), due)
		}
		if v.target >= 0 {
			k.bear(base, base.vers.at(v.target).item, int32(i), due)
		}
	}
	for g := range due {
		if due[g] {
			k.levels[g] = whole.levelOf(int32(g))
		}
	}
	for g := range base.index.clashes.few {
		if int(g) < n {
			k.levels[g] = 0
		}
	}
	k.vers = base.vers.len()
}

// bear notes on the groups of an item's facts that the version at i bears on them,
// once for all that bear on the item: with the last of them.
func (k *keptCertainty) bear(base *segment, item int64, i int32, due []bool) {
	vers, hits := base.index.items.of(uint32(item)), base.index.hits[item]
	last := vers[len(vers)-1]
	if len(hits) > 0 {
		last = max(last, hits[len(hits)-1])
	}
	if i != last {
		return
	}
	out := int64(0)
	for _, list := range [][]int32{vers, hits} {
		for _, j := range list {
			out = max(out, base.vers.at(j).out)
		}
	}
	for _, j := range vers {
		k.note(base, base.vers.at(j), last, out, due)
	}
}

// note notes on the groups of the facts of a version what the last version that
// bears on them is, and when the last of those to be out was out.
func (k *keptCertainty) note(base *segment, v *ver, last int32, out int64, due []bool) {
	for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
		g := base.facts.at(f).group
		k.last[g], k.out[g], due[g] = max(k.last[g], last), max(k.out[g], out), true
	}
}

// levelOf is the number of the level of a group, without the reasons for it.
func (b *Board) levelOf(g int32) uint8 {
	if f := b.soleFact(g); f >= 0 && !b.edits.some {
		x := b.view.fact(f)
		if b.untouched(x.ver) && b.out(b.view.ver(x.ver)) && !b.contestedElsewhere(g) {
			if b.ownOffice(f) != "" {
				return levelNo(OfficialWord)
			}
			return levelNo(Single)
		}
	}
	reports := b.membersOf(g)
	w := b.weigh(reports)
	if w.sources > 0 {
		if is, _ := b.disputed(reports); is {
			return levelNo(Disputed)
		}
	}
	return levelNo(w.level())
}

func levelNo(l CertaintyLevel) uint8 { return uint8(slices.Index(levelsOfCertainty, l) + 1) }

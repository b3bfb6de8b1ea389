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
	vers   int     // how much of the base it holds
	levels []uint8 // by group, see levelsOfCertainty
	last   []int32 // by group: the last version that bears on it
	out    []int64 // by group: ms; when the last of those to be out was out
}

// catchUp takes in what the base has grown by. The base does not grow while a reader
// holds the record: what one reader is given no other changes.
func (k *keptCertainty) catchUp(r *Record) *keptCertainty {
	k.mu.Lock()
	defer k.mu.Unlock()
	base := &r.base
	if k.vers == len(base.vers) {
		return k
	}
	had, n := len(k.levels), len(base.groups)
	k.levels = append(k.levels, make([]uint8, n-had)...)
	k.last = append(k.last, make([]int32, n-had)...)
	k.out = append(k.out, make([]int64, n-had)...)
	whole := &Board{r: r, Clock: BySeen, until: maxTime, seenUntil: maxTime, hand: noHand, edits: noEdits}
	whole.view = view{base: base, top: base.top()}
	due := make([]bool, n)
	for i := k.vers; i < len(base.vers); i++ {
		v := &base.vers[i]
		k.bear(base, v.item, int32(i), due)
		if v.target >= 0 {
			k.bear(base, base.vers[v.target].item, int32(i), due)
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
	k.vers = len(base.vers)
	return k
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
			out = max(out, base.vers[j].out)
		}
	}
	for _, j := range vers {
		v := &base.vers[j]
		for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
			g := base.facts[f].group
			k.last[g], k.out[g], due[g] = max(k.last[g], last), max(k.out[g], out), true
		}
	}
}

// levelOf is the number of the level of a group, without the reasons for it where
// there is but one report.
func (b *Board) levelOf(g int32) uint8 {
	if f := b.soleFact(g); f >= 0 && b.untouched(b.view.fact(f).ver) {
		if b.ownOffice(f) != "" {
			return levelNo(OfficialWord)
		}
		return levelNo(Single)
	}
	return levelNo(b.certaintyOf(b.membersOf(g)).Level)
}

func levelNo(l CertaintyLevel) uint8 { return uint8(slices.Index(levelsOfCertainty, l) + 1) }

// sureEnough keeps the groups of a board that have one of some levels.
type sureEnough struct {
	b       *Board
	kept    *keptCertainty
	wanted  [8]bool        // by number of the level
	stirred map[int32]bool // groups of the base on which the layer bears
	few     [64]uint64     // bits of which few groups may be stirred
}

// sureEnough makes the filter for levels; nil for none.
func (b *Board) sureEnough(levels []CertaintyLevel) *sureEnough {
	if len(levels) == 0 {
		return nil
	}
	s := &sureEnough{b: b, kept: b.r.kept.catchUp(b.r), stirred: map[int32]bool{}}
	for _, l := range levels {
		s.wanted[levelNo(l)] = true
	}
	s.wanted[0] = false // a level that nobody knows
	layer := b.view.layer
	if layer == nil {
		return s
	}
	stir := func(item int64) {
		for _, i := range b.view.versions(item) {
			v := b.view.ver(i)
			for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
				s.stir(b.view.fact(f).group)
			}
		}
	}
	for i := range layer.vers {
		stir(layer.vers[i].item)
		if t := layer.vers[i].target; t >= 0 {
			stir(b.view.ver(t).item)
		}
	}
	for g := range layer.index.clashes.few {
		s.stir(int32(g))
	}
	return s
}

func (s *sureEnough) stir(g int32) {
	s.stirred[g] = true
	s.few[g>>6&63] |= 1 << (g & 63)
}

func (s *sureEnough) keeps(g int32) bool {
	if s.holds(g) {
		return s.wanted[s.kept.levels[g]]
	}
	return s.wanted[levelNo(s.b.certaintyOf(s.b.membersOf(g)).Level)]
}

// holds says whether the kept level of a group is that on the board.
func (s *sureEnough) holds(g int32) bool {
	b := s.b
	if g < 0 || int(g) >= min(b.view.top.groups, len(s.kept.levels)) || s.kept.levels[g] == 0 || int(s.kept.last[g]) >= b.view.top.vers {
		return false
	}
	if b.Clock == ByPublished && s.kept.out[g] > b.until || s.few[g>>6&63]&(1<<(g&63)) != 0 && s.stirred[g] {
		return false
	}
	return !b.edits.some || len(b.edits.apart[g])+len(b.edits.joined[g]) == 0
}

package model

import (
	"slices"
	"strconv"
	"sync"
)

// clashes walks the clashes whose both reports are on the board, oldest first.
func (b *Board) clashes(yield func(c *clash) bool) {
	parts := [][]clash{b.view.base.clashes[:min(b.view.top.clashes, len(b.view.base.clashes))], nil}
	if b.view.layer != nil {
		parts[1] = b.view.layer.clashes
	}
	for _, part := range parts {
		for i := range part {
			if (b.Clock == BySeen || part[i].out <= b.until) && !yield(&part[i]) {
				return
			}
		}
	}
}

// nClashes is how many clashes the board's record has, on the board or not.
func (b *Board) nClashes() int {
	if b.view.layer != nil {
		return b.view.layer.top().clashes
	}
	return min(b.view.top.clashes, len(b.view.base.clashes))
}

// openConflicts counts the contests in which accounts that clash stand.
func (b *Board) openConflicts() int {
	n, open := 0, make([]bool, b.nClashes())
	for c := range b.clashes {
		if !open[c.contest] && !c.settles() && b.clashUntil(c) == 0 {
			open[c.contest] = true
			n++
		}
	}
	return n
}

// clashUntil is when one of two accounts ceased to stand, in ms; 0 while both do.
func (b *Board) clashUntil(c *clash) int64 {
	var end int64
	if c.ofSides {
		end = firstEnd(b.groupUntil(b.view.fact(c.a).group), b.groupUntil(b.view.fact(c.b).group))
	} else {
		end = firstEnd(b.factUntil(c.a), b.factUntil(c.b))
	}
	if b.ofPlan(c) {
		end = firstEnd(end, b.heldIn(c))
	}
	switch {
	case c.kind == clashOff:
		return firstEnd(end, b.offSettled(c))
	case c.kind == clashVenue:
		return firstEnd(end, b.laterOnVenue(c))
	case c.ofSides || !c.kind.mayBeMended():
		return end
	}
	return firstEnd(end, b.laterOf(c.a, c.b))
}

// clashOut says whether both accounts of a clash are on the board.
func (b *Board) clashOut(c *clash) bool { return b.Clock == BySeen || c.out <= b.until }

// firstEnd is the earlier of two ends, of which 0 is none.
func firstEnd(x, y int64) int64 {
	if x == 0 || y == 0 {
		return max(x, y)
	}
	return min(x, y)
}

// factUntil is when the item of a fact took it back or turned to other words, in
// ms; 0 while it stands.
func (b *Board) factUntil(i int32) int64 {
	f := b.view.fact(i)
	if b.untouched(f.ver) {
		return 0
	}
	var all []report
	if b.hit(b.view.ver(f.ver).item) { // else nobody asks who else tells it
		for j := range b.members(f.group) {
			if b.out(b.view.ver(b.view.fact(j).ver)) {
				all = append(all, report{fact: j})
			}
		}
	}
	p := report{fact: i, first: f.ver}
	b.strike(&p, all)
	return p.vanished
}

// groupUntil is when the last report of a group ceased to stand, in ms; 0 while
// one does.
func (b *Board) groupUntil(g int32) int64 {
	end := int64(0)
	for i := range b.members(g) {
		if !b.out(b.view.ver(b.view.fact(i).ver)) {
			continue
		}
		until := b.factUntil(i)
		if until == 0 {
			return 0
		}
		end = max(end, until)
	}
	return end
}

// disputed says whether one of the reports clashes with another that stands, be
// it one that the hand split off, and whether it is the other side that says so.
func (b *Board) disputed(reports []report) (is, bySide bool) {
	if len(reports) == 1 && !b.edits.some {
		if !b.contestedElsewhere(b.view.fact(reports[0].fact).group) {
			return false, false
		}
	}
	stands := map[int32]bool{} // by fact, of the reports
	for i := range reports {
		stands[reports[i].fact] = reports[i].stands()
	}
	held := slices.ContainsFunc(reports, func(p report) bool {
		return p.stands() && b.view.fact(p.fact).flags&flagHeld != 0 && b.view.fact(p.fact).kind == KindEvent
	})
	claimed := b.mostlyClaim(reports)
	items := sync.OnceValue(func() map[int64]bool { return b.itemsOf(reports) })
	var asked []int32
	for i := range reports {
		g := b.view.fact(reports[i].fact).group
		if slices.Contains(asked, g) {
			continue
		}
		asked = append(asked, g)
		// An item has one report here, though its text may tell more than its title.
		account := func(f int32) (holds, mine bool) {
			if holds, mine = stands[f]; mine {
				return holds, mine
			}
			if b.view.fact(f).group != g || !b.out(b.view.ver(b.view.fact(f).ver)) {
				return false, false
			}
			mine = items()[b.itemOf(f)]
			return (mine || len(b.edits.apart[g]) > 0) && b.factStands(f), mine
		}
		for n := range newestFirst(posted(&b.view, clashesIn, uint32(g), b.view.top.clashes)) {
			switch c := b.view.clash(n); {
			case c.settles() || !b.clashOut(&c) || held && b.ofPlan(&c):
			case c.kind.ofRows():
				if b.clashUntil(&c) == 0 && b.accountOf(reports, &c) {
					return true, false
				}
			case c.ofSides:
				if claimed && b.clashUntil(&c) == 0 {
					return true, true
				}
			default:
				x, ours := account(c.a)
				y, also := account(c.b)
				if x && y && (ours || also) && b.clashUntil(&c) == 0 {
					return true, false
				}
			}
		}
	}
	return false, false
}

// contestedElsewhere says whether a report of a group clashes with one of another group.
func (b *Board) contestedElsewhere(g int32) bool {
	for n := range newestFirst(posted(&b.view, clashesIn, uint32(g), b.view.top.clashes)) {
		if c := b.view.clash(n); c.ofSides || c.kind.ofRows() {
			return true
		}
	}
	return false
}

// accountOf says whether one of some reports that stand is of an item whose account clashes.
func (b *Board) accountOf(reports []report, c *clash) bool {
	return slices.ContainsFunc(reports, func(p report) bool {
		item := b.itemOf(p.fact)
		return p.stands() && (item == b.itemOf(c.a) || item == b.itemOf(c.b))
	})
}

// ofPlan says whether a clash is of a plan: what was held is not in doubt because it
// was planned otherwise.
func (b *Board) ofPlan(c *clash) bool {
	planned := func(i int32) bool { return b.r.dict.labels.text[b.view.fact(i).sector] == Planned }
	return !c.kind.ofRows() && b.view.fact(c.a).kind == KindEvent && (planned(c.a) || planned(c.b))
}

// mostlyClaim says whether what sides contest is in half of the reports of a statement that
// stand. One report that joins it to other words makes no claim of all.
func (b *Board) mostlyClaim(reports []report) bool {
	claim, all := 0, 0
	for i := range reports {
		if reports[i].stands() {
			all++
			if b.claims(reports[i].fact) {
				claim++
			}
		}
	}
	return 2*claim >= all
}

// claims says whether a report of a statement claims what sides contest, be it below a
// headline that has the same without its verb.
func (b *Board) claims(i int32) bool {
	f := b.view.fact(i)
	v := b.view.ver(f.ver)
	for k := v.facts; k < v.facts+int32(v.nFacts); k++ {
		if g := b.view.fact(k); g.kind == KindStatement && g.group == f.group && g.flags&flagsOfReadout != 0 && b.sameAccount(i, k) {
			return true
		}
	}
	return false
}

// itemsOf are the items of reports.
func (b *Board) itemsOf(reports []report) map[int64]bool {
	items := make(map[int64]bool, len(reports))
	for i := range reports {
		items[b.itemOf(reports[i].fact)] = true
	}
	return items
}

// conflict gives a contest its sides in words; false for one whose accounts never stood
// at the same time: the first was taken back before the other came.
func (b *Board) conflict(c *contests, i int) (Conflict, bool) {
	x := &c.list[i]
	out := Conflict{Ref: x.ref, Kind: clashNames[x.kind], Since: moment(x.since)}
	switch until := c.until(i); {
	case until > 0 && until < x.since:
		return Conflict{}, false
	case until > 0:
		out.Resolved = moment(until)
	}
	if x.ofSides {
		out.Topic = readoutTopic(x.kind)
	}
	d := b.rowDesk()
	defer d.free(b.r)
	sides := c.reports(d, i)
	at := map[string]int{}
	best := map[int]int{} // by side, how full the wording is that it is told by
	list := b.fetch(d)
	for n := range list {
		t := &list[n]
		if x.kind == clashWeekday {
			b.takeWeekday(&out, t)
			continue
		}
		says, side, full, e := b.says(t, x.kind)
		if says == "" {
			continue
		}
		if x.ofSides {
			side = strconv.Itoa(sides[t.fact])
		}
		k, ok := at[side]
		if !ok {
			k = len(out.Sides)
			at[side] = k
			out.Sides = append(out.Sides, ConflictSide{Ref: b.standsIn(t.fact)})
		}
		if s := &out.Sides[k]; s.Says == "" || x.ofSides && full > best[k] {
			s.Says, best[k] = says, full
		}
		out.Sides[k].Evidence = append(out.Sides[k].Evidence, e)
		if x.kind == clashTime || x.kind == clashPlan || x.kind == clashPlans {
			out.Sides[k].At = timeTold(t)
		}
		if topic := b.rowsTopic(t, x.kind); topic != "" && (out.Topic == "" || x.kind == clashOff) {
			out.Topic = topic
		} else if out.Topic == "" && !x.kind.ofRows() {
			out.Topic = b.topicOf(t)
		}
	}
	if out.Topic == "" {
		out.Topic = topicWithout(x.kind)
	}
	return out, len(out.Sides) > 1
}

// standsIn is the row of the board that a report stands in.
func (b *Board) standsIn(fact int32) Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	return b.groupRef(b.groupOf(fact))
}

// takeWeekday adds what a report says against itself: its weekday and its date.
func (b *Board) takeWeekday(out *Conflict, t *told) {
	e := t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	weekday, date, wrong := wrongWeekday(ev.Sentence, t.version.Published)
	if !wrong {
		return
	}
	out.Topic = b.topicOf(t)
	for i, says := range []string{weekday, date} {
		if i == len(out.Sides) {
			out.Sides = append(out.Sides, ConflictSide{Ref: b.standsIn(t.fact), Says: says})
		}
		out.Sides[i].Evidence = append(out.Sides[i].Evidence, ev)
	}
}

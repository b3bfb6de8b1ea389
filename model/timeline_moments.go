package model

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Moments returns the stops of the timeline's cursor, oldest first, for the
// whole record and not only up to the board's moment: every event, signal and
// correction that passes the filter, at the moment it became known by the
// board's clock. The slice is shared and must not be changed.
func (b *Board) Moments(f Filter) []Moment {
	b.r.read()
	defer b.r.mu.RUnlock()
	whole := &Board{At: moment(b.r.known), Clock: b.Clock, r: b.r, until: maxTime, seenUntil: maxTime, hand: b.hand, edits: noEdits}
	whole.view = b.r.viewAt(maxTime)
	whole.edits = whole.edit()
	if !b.unfiltered(f) || whole.edits.some {
		return whole.stops(f)
	}
	return b.r.stops[b.Clock].every(whole)
}

// stopCache keeps the stops of the base. They only grow but for those, by when things
// were out, of which a report came in that was out before the others.
type stopCache struct {
	mu     sync.Mutex
	groups int // taken in so far
	facts  int
	ops    int
	vers   int
	stopList
}

// stopList is never changed once it is made.
type stopList struct {
	all  []Moment
	of   []int32          // beside all: the group, or the version of an operation, see opStop
	text map[int32]string // by the fact that a stop tells
}

// opStop is what stands in the place of a group for an operation, and the other way round.
func opStop(ver int32) int32 { return -1 - ver }

// catchUp takes in what the base has grown by. Neither the open minute nor the hand
// has a part in it.
func (c *stopCache) catchUp(r *Record, clock Clock) stopList {
	c.mu.Lock()
	defer c.mu.Unlock()
	base := &r.base
	if c.vers == base.vers.len() {
		return c.stopList
	}
	b := &Board{r: r, Clock: clock, until: maxTime, seenUntil: maxTime, hand: noHand, edits: noEdits}
	b.view = view{base: base, top: base.top()}
	text := maps.Clone(c.text)
	if text == nil {
		text = map[int32]string{}
	}
	type told struct {
		Moment
		of int32
	}
	var more []told
	take := func(g int32) {
		if m, ok := b.stop(g); ok {
			more = append(more, told{m, g})
			text[b.founder(g)] = m.Text
		}
	}
	again := map[int32]bool{}
	for i := int32(c.facts); int(i) < base.facts.len() && clock == ByPublished; i++ {
		if g := base.facts.at(i).group; int(g) < c.groups && base.groups.at(g).early == i {
			again[g] = true
		}
	}
	for g := range again {
		take(g)
	}
	had := c.without(again)
	for g := int32(c.groups); int(g) < base.groups.len(); g++ {
		take(g)
	}
	for _, i := range base.orders.ops[c.ops:] {
		more = append(more, told{b.stopAt(i), opStop(i)})
	}
	slices.SortStableFunc(more, func(x, y told) int { return earlier(x.Moment, y.Moment) })
	next := stopList{make([]Moment, 0, len(had.all)+len(more)), make([]int32, 0, len(had.all)+len(more)), text}
	from := 0
	for _, x := range more {
		to := from + sort.Search(len(had.all)-from, func(i int) bool { return earlier(had.all[from+i], x.Moment) > 0 })
		next.all, next.of = append(next.all, had.all[from:to]...), append(next.of, had.of[from:to]...)
		next.all, next.of = append(next.all, x.Moment), append(next.of, x.of)
		from = to
	}
	next.all, next.of = append(next.all, had.all[from:]...), append(next.of, had.of[from:]...)
	c.groups, c.facts, c.ops, c.vers = base.groups.len(), base.facts.len(), len(base.orders.ops), base.vers.len()
	c.stopList = next
	return next
}

// without is a list without the stops of some groups.
func (l stopList) without(groups map[int32]bool) stopList {
	if len(groups) == 0 {
		return l
	}
	out := stopList{make([]Moment, 0, len(l.all)), make([]int32, 0, len(l.of)), l.text}
	for i, g := range l.of {
		if !groups[g] {
			out.all, out.of = append(out.all, l.all[i]), append(out.of, g)
		}
	}
	return out
}

// every returns the stops of a whole record, with those of its open minute.
func (c *stopCache) every(b *Board) []Moment {
	list := c.catchUp(b.r, b.Clock)
	if b.view.layer == nil {
		return list.all
	}
	list = list.without(b.outAnew())
	return withLate(slices.Clip(list.all), b.lateStops(func(int32) bool { return true }, everyOp))
}

// outAnew are the groups of the base whose stop a report of the open minute may move:
// on the desk's clock none.
func (b *Board) outAnew() map[int32]bool {
	anew := map[int32]bool{}
	for g := range b.view.layer.tails {
		if b.Clock == ByPublished && b.view.group(g).kind != KindStatement {
			anew[g] = true
		}
	}
	return anew
}

// lateStops are the stops of the open minute: of the groups that are kept and that it
// founds or moves, and of what it corrects or takes back.
func (b *Board) lateStops(keeps func(g int32) bool, ops func(ver int32) bool) []Moment {
	var late []Moment
	for g := range b.outAnew() {
		if m, ok := b.stop(g); ok && keeps(g) {
			late = append(late, m)
		}
	}
	for g := b.view.layer.from.groups; g < b.view.nGroups(); g++ {
		if m, ok := b.stop(int32(g)); ok && keeps(int32(g)) {
			late = append(late, m)
		}
	}
	for i := b.view.layer.from.vers; i < b.view.nVers(); i++ {
		if b.view.ver(int32(i)).op.takesBack() && ops(int32(i)) {
			late = append(late, b.stopAt(int32(i)))
		}
	}
	return late
}

// withLate puts stops into a list that is in order.
func withLate(list, late []Moment) []Moment {
	for _, m := range late {
		i := sort.Search(len(list), func(i int) bool { return earlier(list[i], m) > 0 })
		list = slices.Insert(list, i, m)
	}
	return list
}

// earlier puts stops in order; an event and a signal of one report have one number.
func earlier(x, y Moment) int {
	return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Ref.N, y.Ref.N), -cmp.Compare(x.Ref.Kind, y.Ref.Kind))
}

// stops are the stops that pass a filter.
func (b *Board) stops(f Filter) []Moment {
	list, ops := b.r.stops[b.Clock].catchUp(b.r, b.Clock), b.opsAmong(f)
	if b.Clock == BySeen && !b.edits.some {
		return b.stopsAmong(list, f, ops)
	}
	var out []Moment
	for _, kind := range []Kind{KindEvent, KindSignal} {
		for _, g := range slices.Backward(b.groups(kind, f)) {
			if m, ok := b.stopIn(g, list.text); ok {
				out = append(out, m)
			}
		}
	}
	for i := range int32(b.view.nVers()) {
		if v := b.view.ver(i); v.op.takesBack() && b.out(v) && ops(i) {
			out = append(out, b.stopAt(i))
		}
	}
	slices.SortStableFunc(out, earlier)
	return out
}

// opsAmong says of a correction or withdrawal whether its item passes a filter.
func (b *Board) opsAmong(f Filter) func(ver int32) bool {
	if b.unfiltered(f) {
		return everyOp
	}
	var wanted map[int64]bool // made when it is first asked for: most records have no corrections
	return func(ver int32) bool {
		if wanted == nil {
			wanted = map[int64]bool{}
			for _, ref := range b.items(f) {
				wanted[ref.N] = true
			}
		}
		return wanted[b.view.ver(ver).item]
	}
}

func everyOp(int32) bool { return true }

// stopsAmong are those of the stops of the base, and of the open minute, that pass a
// filter, where the base has them as the board does.
func (b *Board) stopsAmong(list stopList, f Filter, ops func(ver int32) bool) []Moment {
	var sieves [kinds]*sieve
	var theirs []uint64 // a bit for each group in the lists of the actor
	if f.Actor != "" {
		theirs = make([]uint64, b.view.nGroups()>>6+1)
	}
	for _, kind := range []Kind{KindEvent, KindSignal} {
		sieves[kind] = b.newSieve(kind, f)
		if f.Actor == "" {
			continue
		}
		key := listKey{kind: kind, dim: byActor, id: b.r.dict.actors.find(f.Actor)}
		for g := range b.view.groupsIn(key) {
			theirs[g>>6] |= 1 << (g & 63)
		}
		if kind == KindSignal {
			for _, g := range sieves[kind].cameTo(key) {
				theirs[g>>6] |= 1 << (g & 63)
			}
		}
	}
	keeps := func(g int32) bool {
		return (theirs == nil || theirs[g>>6]>>(g&63)&1 != 0) && sieves[b.view.group(g).kind].keeps(g)
	}
	var out []Moment
	for i, g := range list.of {
		if g >= 0 && keeps(g) || g < 0 && ops(opStop(g)) {
			out = append(out, list.all[i])
		}
	}
	if b.view.layer == nil {
		return out
	}
	return withLate(out, b.lateStops(keeps, ops))
}

// Words are the latest statements that pass a filter as stops, oldest first, at
// most so many. They have no Text: no statement is read for them.
func (b *Board) Words(f Filter, most int) []Moment {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	groups := b.latestGroups(KindStatement, f, most)
	out := make([]Moment, 0, len(groups))
	for _, g := range slices.Backward(groups) {
		at, ok := b.firstTime(g)
		for _, from := range b.edits.joined[g] {
			if then, is := b.firstTime(from); is {
				at, ok = min(at, then), true
			}
		}
		if ok {
			out = append(out, Moment{At: moment(at), Ref: b.groupRef(g)})
		}
	}
	return out
}

// stop is the stop of an event or signal, unless it is background.
func (b *Board) stop(g int32) (Moment, bool) { return b.stopIn(g, nil) }

// stopIn is stop with texts that are known already, by fact.
func (b *Board) stopIn(g int32, texts map[int32]string) (Moment, bool) {
	if b.view.group(g).kind == KindStatement {
		return Moment{}, false
	}
	at, ok := b.firstTime(g)
	first := b.founder(g)
	if !ok || b.view.fact(first).flags&flagHistorical != 0 {
		return Moment{}, false
	}
	text, known := texts[first]
	if !known {
		text = b.momentText(first)
	}
	return Moment{At: moment(at), Ref: b.groupRef(g), Text: text}, true
}

// stopAt is the stop of a correction, withdrawal or kill.
func (b *Board) stopAt(i int32) Moment {
	v := b.view.ver(i)
	return Moment{At: moment(b.time(v)), Ref: Ref{KindItem, v.item}, Text: string(operations[v.op])}
}

// momentText says a fact in a few words, from what the record itself holds.
func (b *Board) momentText(i int32) string {
	d, f := &b.r.dict, b.view.fact(i)
	var names []string
	for _, id := range b.view.others(i) {
		names = append(names, d.actors.text[id])
	}
	if f.kind == KindEvent {
		return b.eventTitle(Event{Kind: d.labels.text[f.class], Status: d.labels.text[f.sector], Participants: names}, "")
	}
	for i, id := range names {
		names[i] = shortName(b.actor(id, ""))
	}
	text := d.labels.text[f.class] + ": " + strings.ReplaceAll(d.labels.text[f.detail], "-", " ")
	if f.actor >= 0 && d.actors.text[f.actor] != "" {
		text = shortName(b.actor(d.actors.text[f.actor], "")) + " " + text
	}
	if len(names) > 0 {
		text += " → " + strings.Join(names, ", ")
	}
	return text
}

package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Moments returns the stops of the timeline's cursor, oldest first, for the
// whole record and not only up to the board's moment: every event, signal and
// correction that passes the filter, at the moment it became known by the
// board's clock. The slice is shared and must not be changed.
func (b *Board) Moments(f Filter) []Moment {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	whole := &Board{At: moment(b.r.known), Clock: b.Clock, r: b.r, until: maxTime, seenUntil: maxTime, hand: b.hand, edits: noEdits}
	whole.view = b.r.viewAt(maxTime)
	whole.edits = whole.edit()
	if !b.unfiltered(f) || whole.edits.some {
		return whole.stops(f)
	}
	return b.r.stops[b.Clock].get(len(b.r.base.vers), whole)
}

// stopCache keeps the stops of the base, which only grow.
type stopCache struct {
	mu     sync.Mutex
	groups int // taken in so far
	ops    int
	vers   int
	base   []Moment
	texts  map[int32]string // of the base's stops, by the fact that they tell
}

// get returns the stops of a whole record, with those of its open minute.
func (c *stopCache) get(vers int, b *Board) []Moment {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.vers != vers {
		base, texts := slices.Clip(c.base), maps.Clone(c.texts)
		if texts == nil {
			texts = map[int32]string{}
		}
		for g := c.groups; g < len(b.view.base.groups); g++ {
			if m, ok := b.stop(int32(g)); ok {
				base = append(base, m)
				if first := b.founder(int32(g)); int(first) < b.view.top.facts {
					texts[first] = m.Text
				}
			}
		}
		for _, i := range b.view.base.orders.ops[c.ops:] {
			base = append(base, b.stopAt(i))
		}
		c.groups, c.ops, c.vers = len(b.view.base.groups), len(b.view.base.orders.ops), vers
		slices.SortStableFunc(base, earlier)
		c.base, c.texts = slices.Clip(base), texts
	}
	if b.view.layer == nil {
		return c.base
	}
	out := slices.Clip(c.base)
	for g := b.view.layer.from.groups; g < b.view.nGroups(); g++ {
		if m, ok := b.stop(int32(g)); ok {
			out = append(out, m)
		}
	}
	for i := b.view.layer.from.vers; i < b.view.nVers(); i++ {
		if b.view.ver(int32(i)).op.takesBack() {
			out = append(out, b.stopAt(int32(i)))
		}
	}
	slices.SortStableFunc(out, earlier)
	return out
}

// known are the texts of the base's stops, as far as they were made.
func (c *stopCache) known() map[int32]string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.texts
}

func earlier(x, y Moment) int { return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Ref.N, y.Ref.N)) }

// stops are the stops that pass a filter.
func (b *Board) stops(f Filter) []Moment {
	var out []Moment
	texts := b.r.stops[b.Clock].known()
	for _, kind := range []Kind{KindEvent, KindSignal} {
		for _, g := range slices.Backward(b.groups(kind, f)) {
			if m, ok := b.stopIn(g, texts); ok {
				out = append(out, m)
			}
		}
	}
	if f.Actor == "" && f.Topic == "" && len(f.Types) == 0 && f.Side == "" {
		for i := range int32(b.view.nVers()) {
			if v := b.view.ver(i); v.op.takesBack() && b.out(v) {
				out = append(out, b.stopAt(i))
			}
		}
	}
	slices.SortStableFunc(out, earlier)
	return out
}

// Words are the latest statements that pass a filter as stops, oldest first, at
// most so many. They have no Text: no statement is read for them.
func (b *Board) Words(f Filter, most int) []Moment {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	groups := b.groups(KindStatement, f)
	out := make([]Moment, 0, min(most, len(groups)))
	for _, g := range slices.Backward(groups[:min(most, len(groups))]) {
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
		return b.eventTitle(Event{Kind: d.labels.text[f.class], Status: d.labels.text[f.sector], Participants: names})
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

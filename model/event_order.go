package model

import (
	"cmp"
	"math"
	"slices"
)

// eventOrder is events by when they happened or are planned. An event stands in
// it once for each time that reports have given it, with the stretch of the
// record in which that was its time: who asks as of a moment takes those whose
// stretch it lies in.
type eventOrder []eventSpell

// eventSpell is an event at a time. On the desk's clock its stretch counts in
// facts, on that of what was published in ms.
type eventSpell struct {
	at       int64 // ms
	from, to int64 // its stretch; to is not in it
	ref      int64
	g        int32
}

func (o eventOrder) sort() { slices.SortFunc(o, compareSpells) }

func compareSpells(x, y eventSpell) int {
	if x.at != y.at { // most differ in it, and there are many
		return cmp.Compare(x.at, y.at)
	}
	return cmp.Or(cmp.Compare(x.g, y.g), cmp.Compare(x.from, y.from))
}

// latestTime is the most precise time that reports name, the latest of its kind.
type latestTime struct {
	at   int64 // ms
	prec precision
}

// take takes in a report that came before those taken so far.
func (l *latestTime) take(f *fact) {
	if f.prec > l.prec {
		l.at, l.prec = f.when*1000, f.prec
	}
}

// timeAfter is when the event of a group of the base was or is, in ms, by its
// reports up to one.
func (s *segment) timeAfter(i int32) int64 {
	var when latestTime
	first := int64(maxTime)
	for f := i; f >= 0; f = s.facts[f].prev {
		when.take(&s.facts[f])
		first = min(first, s.vers[s.facts[f].ver].seen)
	}
	return happened(when.at, when.prec, first)
}

// noteEvent takes a report of an event of the base into the order.
func (s *segment) noteEvent(i int32) {
	g := s.facts[i].group
	first := s.groups[g].founder
	now := eventSpell{at: s.timeAfter(i), from: int64(i), to: math.MaxInt64, ref: s.groups[g].first, g: g}
	o := &s.orders.events
	if i != first {
		was := eventSpell{at: s.timeAfter(s.facts[i].prev), g: g}
		if was.at == now.at {
			return
		}
		k, _ := slices.BinarySearchFunc(*o, was, compareSpells)
		for ; (*o)[k].to != math.MaxInt64; k++ {
		}
		(*o)[k].to = int64(i)
	}
	k, _ := slices.BinarySearchFunc(*o, now, compareSpells)
	*o = slices.Insert(*o, k, now)
}

// orderEvents makes the order of all events of the base at once.
func (s *segment) orderEvents() {
	o := s.orders.events[:0]
	open := make([]int32, len(s.groups)) // one more than where an event stands now
	for i := range s.facts {
		f := &s.facts[i]
		if f.kind != KindEvent {
			continue
		}
		now := eventSpell{at: s.timeAfter(int32(i)), from: int64(i), to: math.MaxInt64, g: f.group}
		if k := open[f.group]; k > 0 {
			if was := &o[k-1]; was.at == now.at {
				continue
			} else {
				was.to = now.from
			}
		}
		now.ref = s.groups[f.group].first
		o = append(o, now)
		open[f.group] = int32(len(o))
	}
	o.sort()
	s.orders.events = o
}

// appendOut adds an event of the base to an order by what was published.
func (s *segment) appendOut(o eventOrder, g int32, ref int64) eventOrder {
	var reports []timed
	for f := s.groups[g].last; f >= 0; f = s.facts[f].prev {
		reports = append(reports, timed{s.vers[s.facts[f].ver].out, f})
	}
	slices.SortFunc(reports, sooner)
	open := -1
	for n := range reports {
		out := reports[n].at
		if n+1 < len(reports) && reports[n+1].at == out {
			continue
		}
		var when latestTime
		for f := s.groups[g].last; f >= 0; f = s.facts[f].prev {
			if s.vers[s.facts[f].ver].out <= out {
				when.take(&s.facts[f])
			}
		}
		now := eventSpell{at: happened(when.at, when.prec, reports[0].at), from: out, to: math.MaxInt64, ref: ref, g: g}
		if open >= 0 {
			if o[open].at == now.at {
				continue
			}
			o[open].to = out
		}
		open = len(o)
		o = append(o, now)
	}
	return o
}

// everyEvent takes the events of the board out of the order that the base keeps
// by its clock; ok is false for a board that it has outgrown.
func (b *Board) everyEvent() (refs []Ref, ok bool) {
	order, now := b.view.base.orders.events, b.now()
	if b.Clock == ByPublished {
		lists, ok := b.published()
		if !ok {
			return nil, false
		}
		order = lists.events
	}
	var moved []timed
	for _, g := range b.late(KindEvent) {
		if _, ok := b.firstTime(g); ok {
			at, _ := b.eventTime(g)
			moved = append(moved, timed{at, g})
		}
	}
	slices.SortFunc(moved, sooner)
	refs = make([]Ref, 0, len(order)+len(moved))
	grown := b.view.layer != nil && len(b.view.layer.tails) > 0
	for i := range order {
		x := &order[i]
		if x.from > now || x.to <= now || grown && b.view.grown(x.g) {
			continue
		}
		for len(moved) > 0 && sooner(moved[0], timed{x.at, x.g}) < 0 {
			refs, moved = append(refs, b.groupRef(moved[0].g)), moved[1:]
		}
		refs = append(refs, Ref{KindEvent, x.ref})
	}
	for _, x := range moved {
		refs = append(refs, b.groupRef(x.g))
	}
	return refs, true
}

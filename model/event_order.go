package model

import (
	"cmp"
	"maps"
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

// latestTime is the most precise time that reports name, the latest of its kind, and
// when they first told that the event was under way or held.
type latestTime struct {
	at   int64 // ms
	prec precision
	held int64 // ms; 0 for only planned
}

// take takes in a report that came before those taken so far, with when it did, in ms.
func (l *latestTime) take(f *fact, came int64) {
	if f.prec > l.prec {
		l.at, l.prec = f.when*1000, f.prec
	}
	l.hold(f, came)
}

func (l *latestTime) hold(f *fact, came int64) {
	if f.flags&flagHeld != 0 && (l.held == 0 || came < l.held) {
		l.held = came
	}
}

// happened is when an event was or is, in ms, by reports of which the first came at
// a time: what they name when it is a time of day; else, of what was held, when they
// first told so, if that was on the day that they name; else another day than that
// of the report; else when it was reported.
func (l *latestTime) happened(reported int64) int64 {
	switch {
	case l.prec >= precHour:
		return l.at
	case l.held != 0 && (l.prec < precDay || l.held >= l.at-msPerDay/2 && l.held < l.at+msPerDay*3/2):
		return l.held
	case l.prec == precDay && l.at/msPerDay != reported/msPerDay:
		return l.at
	}
	return reported
}

// follow takes in a report that came after those taken so far.
func (l *latestTime) follow(f *fact) {
	if f.prec > precUnknown && f.prec >= l.prec {
		l.at, l.prec = f.when*1000, f.prec
	}
}

// toldTime is when an event was or is by its reports so far.
type toldTime struct {
	latestTime
	first int64 // ms; when the first of them told it
}

func (t *toldTime) time() int64 { return t.happened(t.first) }

// follow takes in a report of an event of the base that came after those so far.
func (s *segment) follow(t *toldTime, i int32) {
	f := s.facts.at(i)
	came := s.vers.at(f.ver).told()
	t.follow(f)
	t.hold(f, came)
	t.first = min(t.first, came)
}

// toldUpTo is when the event of a group of the base was or is by its reports up to one.
func (s *segment) toldUpTo(i int32) toldTime {
	t := toldTime{first: maxTime}
	for ; i >= 0; i = s.facts.at(i).prev {
		f := s.facts.at(i)
		came := s.vers.at(f.ver).told()
		t.take(f, came)
		t.first = min(t.first, came)
	}
	return t
}

// noteEvent takes a report of an event of the base into the order.
func (s *segment) noteEvent(i int32) {
	g := s.facts.at(i).group
	first := s.groups.at(g).founder
	told, o := toldTime{first: maxTime}, &s.orders.events
	if i != first {
		// Of an event that thousands report nobody can go through all at each of them.
		var ok bool
		if told, ok = s.orders.told[g]; !ok {
			told = s.toldUpTo(s.facts.at(i).prev)
		}
	}
	was := eventSpell{at: told.time(), g: g}
	s.follow(&told, i)
	now := eventSpell{at: told.time(), from: int64(i), to: math.MaxInt64, ref: s.groupRef(g).N, g: g}
	if i != first {
		s.orders.told[g] = told
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
	type standing struct {
		toldTime
		at int // where it stands now in the order
	}
	var all []standing
	no := make([]int32, s.groups.len()) // of an event in all, from 1
	for i := range int32(s.facts.len()) {
		f := s.facts.at(i)
		if f.kind != KindEvent {
			continue
		}
		fresh := no[f.group] == 0
		if fresh {
			all = append(all, standing{toldTime: toldTime{first: maxTime}})
			no[f.group] = int32(len(all))
		}
		x := &all[no[f.group]-1]
		s.follow(&x.toldTime, i)
		now := eventSpell{at: x.time(), from: int64(i), to: math.MaxInt64, ref: s.groupRef(f.group).N, g: f.group}
		if !fresh {
			was := &o[x.at]
			if was.at == now.at {
				continue
			}
			was.to = now.from
		}
		x.at = len(o)
		o = append(o, now)
	}
	o.sort()
	s.orders.events = o
}

// appendOut adds an event of the base to an order by what was published.
func (s *segment) appendOut(o eventOrder, g int32, ref int64) eventOrder {
	var reports []timed
	for f := s.groups.at(g).last; f >= 0; f = s.facts.at(f).prev {
		reports = append(reports, timed{s.vers.at(s.facts.at(f).ver).out, f})
	}
	slices.SortFunc(reports, sooner)
	open, when, from := -1, latestTime{}, int32(-1) // the report that names the time
	for n := range reports {
		out, f := reports[n].at, s.facts.at(reports[n].g)
		when.hold(f, out)
		if f.prec > when.prec || f.prec == when.prec && reports[n].g > from {
			if when.follow(f); f.prec > precUnknown {
				from = reports[n].g
			}
		}
		if n+1 < len(reports) && reports[n+1].at == out {
			continue
		}
		now := eventSpell{at: when.happened(reports[0].at), from: out, to: math.MaxInt64, ref: ref, g: g}
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
	mended := b.mendedEvents()
	var moved []timed
	for _, g := range append(b.late(KindEvent), slices.Collect(maps.Keys(mended))...) {
		if _, ok := b.firstTime(g); ok {
			at, _ := b.eventTime(g)
			moved = append(moved, timed{at, g})
		}
	}
	slices.SortFunc(moved, sooner)
	moved = slices.Compact(moved)
	refs = make([]Ref, 0, len(order)+len(moved))
	grown := b.view.layer != nil && len(b.view.layer.tails) > 0
	for i := range order {
		x := &order[i]
		if x.from > now || x.to <= now || grown && b.view.grown(x.g) || mended[x.g] {
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

// mendedEvents are the groups of events of which a report was corrected or taken back:
// their time may be another one than the order has.
func (b *Board) mendedEvents() map[int32]bool {
	out := map[int32]bool{}
	take := func(item int64) {
		for _, j := range b.view.versions(item) {
			v := b.view.ver(j)
			for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
				if x := b.view.fact(f); x.kind == KindEvent {
					out[x.group] = true
				}
			}
		}
	}
	op := func(v *ver) {
		if !v.op.takesBack() || !b.out(v) {
			return
		}
		take(v.item)
		if v.target >= 0 {
			take(b.view.ver(v.target).item)
		}
	}
	for _, i := range prefix(b.view.base.orders.ops, b.view.top.vers) {
		op(b.view.base.vers.at(i))
	}
	if b.view.layer != nil {
		for i := range int32(b.view.layer.vers.len()) {
			op(b.view.layer.vers.at(i))
		}
	}
	return out
}

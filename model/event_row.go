package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Events lists the events that pass a filter, by when they happened or are
// planned, earliest first.
func (b *Board) Events(f Filter) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	groups := b.groups(KindEvent, f)
	type timed struct {
		g  int32
		at int64
	}
	list := make([]timed, len(groups))
	for i, g := range groups {
		at, _ := b.eventTime(g)
		list[i] = timed{g, at}
	}
	slices.SortStableFunc(list, func(x, y timed) int { return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.g, y.g)) })
	for i := range list {
		groups[i] = list[i].g
	}
	return b.refs(groups)
}

// eventTime is when the event of a group was or is, in ms: the most precise time
// of the latest report that names one, else when it was first reported.
func (b *Board) eventTime(g int32) (int64, precision) {
	at, prec := int64(0), precUnknown
	for f := range b.view.members(g) { // newest first
		x := b.view.fact(f)
		if b.out(b.view.ver(x.ver)) && x.prec > prec {
			at, prec = x.when*1000, x.prec
		}
	}
	if prec >= precHour {
		return at, prec
	}
	first, _ := b.firstTime(g)
	if prec == precDay && absDiff(at/msPerDay, first/msPerDay) != 0 {
		return at, prec
	}
	return first, prec
}

// Event returns the row of an event; false when the board does not have it.
func (b *Board) Event(ref Ref) (EventRow, bool) {
	if ref.Kind != KindEvent {
		return EventRow{}, false
	}
	h, ok := b.hold(ref)
	if !ok {
		return EventRow{}, false
	}
	row := EventRow{Ref: h.ref, Certainty: h.certainty, Marks: h.marks, Struck: struckAll(h.list)}
	b.r.mu.RLock()
	at, prec := b.eventTime(b.groupAt(h.ref))
	b.r.mu.RUnlock()
	row.At, row.Precision = moment(at), precisions[prec]
	seen, out := firstTimes(h.list)
	row.Reported = b.byClock(seen, out)
	list := b.fetch(h.list)
	// The latest report that stands says how it went.
	slices.SortStableFunc(list, func(x, y told) int {
		return cmp.Or(-compareBool(x.stands(), y.stands()), -cmp.Compare(settled(x), settled(y)), -cmp.Compare(x.seen, y.seen))
	})
	for i := range list {
		t := &list[i]
		if t.idx >= len(t.reading.Events) {
			continue
		}
		e := t.reading.Events[t.idx]
		if len(row.Evidence) == 0 {
			row.Event = e
		}
		if row.Event.Place == "" {
			row.Event.Place = e.Place
		}
		if len(e.Participants) > len(row.Event.Participants) {
			row.Event.Participants = e.Participants
		}
		if row.Event.When.Start == "" {
			row.Event.When = e.When
		}
		row.Evidence = append(row.Evidence, t.evidence(e.In, e.Spans, e.Rule))
	}
	row.Title = b.eventTitle(row.Event)
	return row, len(row.Evidence) > 0
}

// settled ranks the status of a report: what happened tells more than what was planned.
func settled(t told) int {
	if t.idx >= len(t.reading.Events) {
		return 0
	}
	return statusRank(t.reading.Events[t.idx].Status)
}

func statusRank(status string) int {
	switch status {
	case Done, EventDenied, NoneReached:
		return 3
	case UnderWay:
		return 2
	case Planned:
		return 1
	}
	return 0
}

// eventTitle says an event in a few words: "Trump, Putin: meeting under way".
func (b *Board) eventTitle(e Event) string {
	var names []string
	for _, id := range e.Participants {
		names = append(names, shortName(b.actor(id, "")))
		if len(names) == 3 && len(e.Participants) > 3 {
			names[2] = "others"
			break
		}
	}
	kind := strings.ReplaceAll(e.Kind, "-", " ")
	switch e.Status {
	case UnderWay:
		kind += " under way"
	case Planned:
		kind += " planned"
	case EventDenied:
		kind += " denied"
	case NoneReached:
		kind = "no " + kind
	}
	if len(names) == 0 {
		return kind
	}
	return strings.Join(names, ", ") + ": " + kind
}

// shortName is a person's family name, or the name of anything else.
func shortName(a Actor) string {
	if a.Kind == Person {
		if i := strings.LastIndexByte(a.Name, ' '); i >= 0 && !strings.HasPrefix(a.ID, "von") {
			return a.Name[i+1:]
		}
	}
	return a.Name
}

// Moments returns the stops of the timeline's cursor, oldest first, for the
// whole record and not only up to the board's moment: every event, signal and
// correction that passes the filter, at the moment it became known by the
// board's clock.
func (b *Board) Moments(f Filter) []Moment {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	whole := &Board{At: moment(b.r.known), Clock: b.Clock, r: b.r, until: maxTime, seenUntil: maxTime, hand: b.hand}
	whole.view = b.r.viewAt(maxTime)
	var out []Moment
	for _, kind := range []Kind{KindEvent, KindSignal} {
		for _, g := range whole.groups(kind, f) {
			at, ok := whole.firstTime(g)
			first := whole.view.fact(whole.founder(g))
			if ok && first.flags&flagHistorical == 0 {
				out = append(out, Moment{At: moment(at), Ref: whole.groupRef(g), Text: whole.momentText(first)})
			}
		}
	}
	if f.Actor == "" && f.Topic == "" && len(f.Types) == 0 {
		out = append(out, whole.operationStops()...)
	}
	slices.SortStableFunc(out, func(x, y Moment) int { return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Ref.N, y.Ref.N)) })
	return out
}

// momentText says a fact in a few words, from what the record itself holds.
func (b *Board) momentText(f *fact) string {
	d := &b.r.dict
	seg := b.view.base
	var ids []int32
	if b.view.layer != nil && int(f.ver) >= b.view.layer.from.vers {
		seg = b.view.layer
	}
	ids = seg.ids[f.others : f.others+int32(f.nOther)]
	var names []string
	for _, id := range ids {
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

// operationStops are the corrections, withdrawals and kills.
func (b *Board) operationStops() []Moment {
	var out []Moment
	for i := range int32(b.view.nVers()) {
		v := b.view.ver(i)
		if v.op.takesBack() && b.out(v) {
			out = append(out, Moment{At: moment(b.time(v)), Ref: Ref{KindItem, v.item}, Text: string(operations[v.op])})
		}
	}
	return out
}

// Density counts facts by when they were first known, in equal buckets of a
// stretch of time. What the board does not have is not counted.
func (b *Board) Density(from, to time.Time, buckets int) Lane {
	lane := Lane{Statements: make([]int, buckets), Pressure: make([]int, buckets), Relief: make([]int, buckets), Events: make([]int, buckets)}
	width := to.Sub(from).Milliseconds()
	if buckets <= 0 || width <= 0 {
		return lane
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	lo := from.UnixMilli()
	for _, kind := range []Kind{KindStatement, KindSignal, KindEvent} {
		for g := range b.view.groupsIn(listKey{kind: kind}) {
			at, ok := b.firstTime(g)
			if b.Clock == BySeen && at < lo-msPerMinute {
				break
			}
			if !ok || at < lo || at >= lo+width {
				continue
			}
			i := int((at - lo) * int64(buckets) / width)
			switch {
			case kind == KindStatement:
				lane.Statements[i]++
			case kind == KindEvent:
				lane.Events[i]++
			case b.view.fact(b.view.group(g).founder).dir == relief:
				lane.Relief[i]++
			default:
				lane.Pressure[i]++
			}
		}
	}
	return lane
}

// trendBucket is the width of one bucket of an actor's trend.
const trendBucket = 30 * msPerMinute

// Actors returns those who speak or send signals, the most active first.
func (b *Board) Actors(f Filter) []ActorRow {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	rows := map[int32]*ActorRow{}
	row := func(a int32) *ActorRow {
		if r, ok := rows[a]; ok {
			return r
		}
		id := b.r.dict.actors.text[a]
		r := &ActorRow{Actor: b.actor(id, "")}
		rows[a] = r
		return r
	}
	now := b.At.UnixMilli()
	for _, g := range b.groups(KindStatement, f) {
		first := b.founder(g)
		x := b.view.fact(first)
		at, _ := b.firstTime(g)
		for _, a := range unique(append([]int32{x.actor}, b.view.others(first)...)) {
			r := row(a)
			r.Statements++
			if age := (now - at) / trendBucket; age >= 0 && age < int64(len(r.Trend)) {
				r.Trend[int64(len(r.Trend))-1-age]++
			}
			if r.Last.Kind == KindNone || moment(at).After(r.LastAt) {
				r.Last, r.LastAt = b.groupRef(g), moment(at)
			}
		}
	}
	for _, g := range b.groups(KindSignal, f) {
		if x := b.view.fact(b.founder(g)); x.actor >= 0 {
			row(x.actor).Signals++
		}
	}
	out := make([]ActorRow, 0, len(rows))
	for a, r := range rows {
		if id := b.r.dict.actors.text[a]; id != "" {
			out = append(out, *r)
		}
	}
	slices.SortFunc(out, func(x, y ActorRow) int {
		return cmp.Or(
			compareBool(!named(x.Actor.ID), !named(y.Actor.ID)),
			-cmp.Compare(x.Statements+x.Signals, y.Statements+y.Signals),
			cmp.Compare(x.Actor.ID, y.Actor.ID),
		)
	})
	return out
}

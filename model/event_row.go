package model

import (
	"cmp"
	"slices"
)

// Events lists the events that pass a filter, by when they happened or are
// planned, earliest first.
func (b *Board) Events(f Filter) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if b.unfiltered(f) && !b.edits.some {
		if refs, ok := b.everyEvent(); ok {
			return refs
		}
	}
	var list []timed
	for _, g := range b.groups(KindEvent, f) {
		at, _ := b.eventTime(g)
		list = append(list, timed{at, g})
	}
	slices.SortFunc(list, sooner)
	out := make([]Ref, len(list))
	for i, x := range list {
		out[i] = b.groupRef(x.g)
	}
	return out
}

// timed is a group or fact with its time, in ms.
type timed struct {
	at int64
	g  int32
}

func sooner(x, y timed) int { return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.g, y.g)) }

// merge joins two ordered lists.
func merge(a, b []timed) []timed {
	out := make([]timed, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if sooner(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// eventTime is when the event of a group was or is, in ms, by its reports on the
// board: those that nobody took back, where there are any.
func (b *Board) eventTime(g int32) (int64, precision) {
	var when, fallen latestTime
	stands, first := false, int64(maxTime)
	for f := range b.members(g) { // newest first
		x := b.view.fact(f)
		v := b.view.ver(x.ver)
		if !b.out(v) {
			continue
		}
		first = min(first, b.told(v))
		if !b.factStands(f) {
			fallen.take(x, b.told(v))
			continue
		}
		stands = true
		when.take(x, b.told(v))
	}
	if !stands {
		when = fallen
	}
	return when.happened(first), when.prec
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
	row := EventRow{Ref: h.ref, Certainty: h.certainty, Marks: h.marks, Struck: h.struck, Reports: h.reports}
	b.r.mu.RLock()
	at, prec := b.eventTime(b.groupAt(h.ref))
	b.r.mu.RUnlock()
	row.At, row.Precision = moment(at), precisions[prec]
	row.Reported = b.byClock(h.seen, h.out)
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
		e.Participants = b.takePart(t.fact)
		if len(row.Evidence) == 0 {
			row.Event = e
		}
		if t.stands() || !list[0].stands() { // what was taken back tells nothing of what stands
			fillEvent(&row.Event, &e)
		}
		row.Evidence = append(row.Evidence, t.evidence(e.In, e.Spans, e.Rule))
	}
	told := row.Event
	if told.Status == UnderWay && b.over(row.Ref) {
		row.Over, told.Status = true, Done // in the title: nobody says so, but under way it is not
	}
	row.Title = b.eventTitle(told, b.sessionOf(list))
	if day := b.movedTo(&row); !day.IsZero() {
		row.Over = true
		row.Title += ", since moved to " + day.Format("2 Jan")
	}
	if what := calledOff(row); what != "" {
		row.Title = what + " called off"
	}
	return row, len(row.Evidence) > 0
}

// takePart are those who take part in an event, by what the record made of a report.
func (b *Board) takePart(i int32) []string {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	others := b.view.others(i)
	names := make([]string, len(others))
	for k, no := range others {
		names[k] = b.r.dict.actors.text[no]
	}
	return names
}

// fillEvent fills what the leading report leaves open from another one.
func fillEvent(e, from *Event) {
	if e.Place == "" {
		e.Place = from.Place
	}
	if len(from.Participants) > len(e.Participants) {
		e.Participants = from.Participants
	}
	if e.When.Start == "" {
		e.When = from.When
	}
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

// dayOnly says whether the row's time is a date: midnight of a day in UTC.
func (r *EventRow) dayOnly() bool {
	return r.Precision == precisions[precDay] && r.At.UnixMilli()%msPerDay == 0
}

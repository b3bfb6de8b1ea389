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
	d := b.rowDesk()
	defer d.free(b.r)
	h, ok := b.hold(ref, d)
	if !ok {
		return EventRow{}, false
	}
	row := EventRow{Ref: h.ref, Certainty: h.certainty, Marks: h.marks, Struck: h.struck, Reports: h.reports}
	b.r.mu.RLock()
	at, prec := b.eventTime(b.groupAt(h.ref))
	b.r.mu.RUnlock()
	row.At, row.Precision = moment(at), precisions[prec]
	row.Reported = b.byClock(h.seen, h.out)
	list := b.fetch(d)
	if len(list) == 0 {
		return row, false
	}
	b.leadFirst(list)
	row.Event = b.toldBy(list)
	if row.Precision == precisions[precDay] {
		row.date = dateOf(row.At, list)
	}
	for i := range list {
		e := &list[i].reading.Events[list[i].idx]
		row.Evidence = append(row.Evidence, list[i].evidence(e.In, e.Spans, e.Rule))
	}
	told := row.Event
	if told.Status == UnderWay && b.over(row.Ref) {
		row.Over, told.Status = true, Done // in the title: nobody says so, but under way it is not
	}
	if told.Status == EventDenied && !deniedBy(row.Evidence) {
		told.Status = NoneReached // in the title: nobody said that there was one
	}
	row.Title = b.eventTitle(told, cmp.Or(b.sessionOf(list), row.matterOf()))
	if day := b.movedTo(&row); !day.IsZero() {
		row.Over = true
		row.Title += ", since moved to " + day.Format("2 Jan")
	}
	off, held := b.fateOf(&row)
	switch {
	case off != "":
		row.Over = true
		row.Title += ", since " + off
	case !row.Over && (held || b.planPassed(&row)):
		row.Over = true
		title := strings.TrimSuffix(row.Title, " planned")
		row.Title = title + " " + passedPlan(row.Event.Kind, title)
	}
	if row.Suggested = row.Event.Status == Planned && !row.Struck && suggestedBy(row.Evidence); row.Suggested {
		row.Title = strings.Replace(row.Title, " "+Planned, " "+suggested, 1)
	}
	if title := b.dropTitle(&row); title != "" {
		row.Title = title
	}
	return row, true
}

// takePart are those who take part in an event, by what the record made of a report.
func (b *Board) takePart(i int32) []string {
	others := b.view.others(i)
	names := make([]string, len(others))
	for k, no := range others {
		names[k] = b.r.dict.actors.text[no]
	}
	return names
}

// dateOf returns the date of an event of a day where its time is one: midnight in UTC, or
// where one of its reports was written. Zero for none.
func dateOf(at time.Time, list []told) time.Time {
	if at.UnixMilli()%msPerDay == 0 {
		return at.UTC()
	}
	for i := range list {
		day, ok := parseTime(list[i].reading.Events[list[i].idx].When.Start)
		if ok && day.Equal(at) && day.Hour()+day.Minute() == 0 {
			return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	return time.Time{}
}

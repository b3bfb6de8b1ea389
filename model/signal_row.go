package model

import (
	"slices"
	"time"
)

// Signals lists the sanction signals that pass a filter, newest first.
func (b *Board) Signals(f Filter) []Ref { return b.list(KindSignal, f) }

// Signal returns the row of a signal; false when the board does not have it.
func (b *Board) Signal(ref Ref) (SignalRow, bool) {
	if ref.Kind != KindSignal {
		return SignalRow{}, false
	}
	d := b.rowDesk()
	defer d.free(b.r)
	h, ok := b.hold(ref, d)
	if !ok {
		return SignalRow{}, false
	}
	row := SignalRow{Ref: h.ref, Certainty: h.certainty, Story: h.story, Marks: h.marks, Struck: h.struck, Reports: h.reports}
	row.Seen, row.Published = h.seen, h.out
	row.At = b.byClock(row.Seen, row.Published)
	list := b.fetch(d)
	slices.SortStableFunc(list, func(a, c told) int { return -compareBool(a.stands(), c.stands()) })
	for i := range list {
		t := &list[i]
		s := t.reading.Signals[t.idx]
		if len(row.Evidence) == 0 {
			row.Signal = s
		} else {
			row.Signal = fuller(row.Signal, s)
		}
		row.Evidence = append(row.Evidence, t.evidence(s.In, s.Spans, s.Rule))
	}
	if row.Signal.Sender == "" {
		row.Signal.Sender = b.senderOf(h.ref)
	}
	row.Countdown, row.Begins = b.countdown(row.Signal)
	if len(row.Evidence) > 0 {
		if row.Signal.Historical {
			row.ActOf = yearIn(row.Evidence[0].Sentence)
		}
		row.Still, row.Ended = onlyGoesOn(&row.Signal, row.Evidence[0].Sentence, row.Evidence[0].Marks), b.ended(h.ref, &row)
	}
	return row, len(row.Evidence) > 0
}

// senderOf is who sends the signal of a row by the record, which may know it from other
// reports than the row's; empty for nobody.
func (b *Board) senderOf(ref Ref) string {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if actor := b.view.fact(b.founder(b.groupAt(ref))).actor; actor > nobody {
		return b.r.dict.actors.text[actor]
	}
	return ""
}

// fuller fills what the leading report leaves open from another one.
func fuller(s, t Signal) Signal {
	if s.Sender == "" {
		s.Sender = t.Sender
	}
	if s.Sector == "" {
		s.Sector = t.Sector
	}
	if len(s.Target) == 0 {
		s.Target = t.Target
	}
	if s.Condition == nil {
		s.Condition, s.Conditional = t.Condition, s.Conditional || t.Conditional
	}
	if s.Expires == "" {
		s.Expires = t.Expires
	}
	if s.Effective == "" {
		s.Effective = t.Effective
	}
	return s
}

// countdown is the nearest time ahead that a signal names, else the latest past, and
// whether it takes effect then; zero of what is told as background.
func (b *Board) countdown(s Signal) (best time.Time, begins bool) {
	if s.Historical {
		return best, false
	}
	for _, text := range []string{s.Expires, conditionDeadline(&s), s.Effective} {
		t, ok := parseTime(text)
		if !ok {
			continue
		}
		if best.IsZero() || best.Before(b.At) && t.After(best) || t.After(b.At) && t.Before(best) {
			best, begins = t.UTC(), text == s.Effective
		}
	}
	return best, begins
}

// Background says whether a signal is told as one of earlier times, without a look at its
// row.
func (b *Board) Background(ref Ref) bool {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	i := b.factAt(ref)
	return i >= 0 && b.view.fact(i).flags&flagHistorical != 0
}

package model

import (
	"fmt"
	"time"
)

// How a report tells what is contested.

// says is a report's account of what is contested, and which side that is: one
// side may put it in several ways. Of what sides claim, full says how well the
// report's wording tells it.
func (b *Board) says(t *told, kind clashKind) (says, side string, full int, e Evidence) {
	says, e = b.account(t, kind)
	side = says
	switch kind {
	case clashRate:
		says, side = e.Plain(), rateAmong(foldWords(e.Sentence))
	case clashTerm:
		says, side = e.Plain(), termOf(&t.reading.Signals[t.idx], e.Sentence)
	case clashDay:
		side = dayIn(says)
	case clashNumber:
		side = figuresIn(says)
	case clashAgreement, clashReadout, clashVenue, clashAsked:
		if t.kind == KindEvent {
			return e.Plain(), campOf(says), full, e
		}
		if says != "" {
			s := t.reading.Statements[t.idx]
			if full = 2 * fullness(&s); b.r.readoutOf(&s, t.version.Feed, true)&flagsOfReadout == 0 {
				full = 0 // trimmed of the very claim
			} else if !shouted(&s) {
				full++
			}
			if s.Mode == Direct {
				says = "“" + says + "”"
			}
			says = b.actor(s.Speaker.Actor, s.Speaker.Name).Name + ": " + says
		}
	case clashOff, clashForce, clashDeal, clashMeasure, clashDenied, clashFigure, clashDays:
		says, side = e.Plain(), b.sideOfRow(t, kind) // the words alone would say the contrary
	case clashWording:
		side = fmt.Sprint(len(negationsIn(foldWords(says))) % 2)
	}
	return says, side, full, e
}

// figuresIn are the numbers of a text, one behind the other.
func figuresIn(text string) (figures string) {
	for _, w := range foldWords(text) {
		if n := figure(stem(w)); n != "" {
			figures += " " + n
		}
	}
	return figures
}

// account is what a report has in the place of what is contested: a statement its words, a
// signal its action, an event what the kind of the contest asks for; empty for nothing.
func (b *Board) account(t *told, kind clashKind) (string, Evidence) {
	switch t.kind {
	case KindStatement:
		s := t.reading.Statements[t.idx]
		return s.Content.Text, t.evidence(s.In, s.Content.Spans, s.Rule)
	case KindSignal:
		s := t.reading.Signals[t.idx]
		return s.Action, t.evidence(s.In, s.Spans, s.Rule)
	}
	e := t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	switch kind {
	case clashPlace:
		return e.Place, ev
	case clashLength:
		if e.Lasted == nil {
			return "", ev
		}
		return e.Lasted.words(), ev
	case clashTime, clashPlan, clashPlans:
		when, ok := parseTime(e.When.Start)
		if !ok {
			return "", ev
		}
		text := b.local(when).Format("Mon 2 Jan 15:04 MST")
		if e.When.Precision == precisions[precDay] {
			text = when.Format("Mon 2 Jan") // a date is the day that it was written as
		}
		if e.Status == Planned {
			text += " (planned)"
		}
		return text, ev
	}
	return e.Status, ev
}

// timeTold is the moment at which a report of an event says that it is, zero for a date.
func timeTold(t *told) time.Time {
	if t.kind != KindEvent {
		return time.Time{}
	}
	when := t.reading.Events[t.idx].When
	if at, ok := parseTime(when.Start); ok && when.Precision != precisions[precDay] {
		return at.UTC()
	}
	return time.Time{}
}

// topicOf says what a contest is about by one report of it: the event, or whose words.
func (b *Board) topicOf(t *told) string {
	switch t.kind {
	case KindEvent:
		e := t.reading.Events[t.idx]
		e.Status = Done
		return b.eventTitle(e, "")
	case KindStatement:
		who := &t.reading.Statements[t.idx].Speaker
		return "words of " + b.actor(who.Actor, who.Name).Name
	}
	return ""
}

// local is a time in the summit's zone.
func (b *Board) local(t time.Time) time.Time { return t.In(b.r.zone) }

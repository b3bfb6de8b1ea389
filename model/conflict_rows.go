package model

import "strings"

// How a contest of two rows of the board is told: what it is about, and which side a report
// takes.

// sideOfRow is the side that a report takes in a contest of rows.
func (b *Board) sideOfRow(t *told, kind clashKind) string {
	switch {
	case kind == clashOff || kind == clashForce:
		if t.kind == KindStatement {
			return "not so"
		}
	case kind == clashDeal:
		return campOf(t.reading.EventAt(t.idx).Status)
	case kind == clashMeasure:
		return sideOfMeasure(t.reading.Signals[t.idx].Action)
	case kind == clashDays:
		return dayIn(t.reading.Statements[t.idx].Content.Text)
	case kind == clashFigure:
		return figuresIn(t.reading.Statements[t.idx].Content.Text)
	case t.reading.Statements[t.idx].contradicts():
		return "not so"
	}
	return "so"
}

// rowsTopic says what rows contest, by a report that names it; empty for another one, and of
// another contest.
func (b *Board) rowsTopic(t *told, kind clashKind) string {
	switch {
	case kind == clashOff && t.kind == KindEvent:
		return b.offTopic(t)
	case kind == clashForce && t.kind == KindEvent:
		return b.withNames(t.reading.Events[t.idx].Participants, "whether it is agreed and in force")
	case kind == clashDeal && len(t.reading.Events[t.idx].Participants) > 0:
		return b.withNames(t.reading.Events[t.idx].Participants, readoutTopic(clashAgreement))
	case kind == clashMeasure && t.reading.Signals[t.idx].Sender != "" && len(t.reading.Signals[t.idx].Target) > 0:
		return "how it stands: " + b.measureText(&t.reading.Signals[t.idx])
	case kind == clashRate:
		return "how high it is: " + b.measureText(&t.reading.Signals[t.idx])
	case kind == clashTerm:
		return "how long it holds: " + b.measureText(&t.reading.Signals[t.idx])
	case kind == clashFigure:
		return b.topicOf(t)
	case kind == clashDenied:
		s := &t.reading.Statements[t.idx]
		if !s.contradicts() {
			return "whether it is as " + shortName(b.actor(s.Speaker.Actor, s.Speaker.Name)) + " says"
		}
	}
	return ""
}

// topicWithout is what rows contest of which no report names whose it is.
func topicWithout(kind clashKind) string {
	switch kind {
	case clashDeal:
		return readoutTopic(clashAgreement)
	case clashMeasure:
		return "how a measure stands"
	case clashDays:
		return "on which day it is"
	}
	return "whether it is so"
}

// measureText says in a few words whose measure it is, and on whom.
func (b *Board) measureText(s *Signal) string {
	text := strings.ReplaceAll(s.Instrument, "-", " ")
	if s.Sender != "" {
		text = shortName(b.actor(s.Sender, "")) + " " + text
	}
	var names []string
	for _, id := range s.Target {
		names = append(names, shortName(b.actor(id, "")))
	}
	if len(names) > 0 {
		text += " → " + strings.Join(names, ", ")
	}
	return text
}

package model

import (
	"slices"
	"strings"
	"time"
)

// facts sorts what is new since the last hand-over by how sure it is, and after it
// what was known before and is surer now.
func (n *note) facts(b *Board, lifted []Ref) {
	add := func(f noteFact) {
		f.Published = firstOf(f.Sources)
		if !f.Published.Before(n.Since) || !f.told.After(n.Since) {
			f.Published = time.Time{} // new, or listed because it is surer now
		}
		list := &n.Unconfirmed
		switch f.Certainty.Level {
		case Corroborated, OfficialWord:
			list = &n.Confirmed
		case Corrected, Withdrawn:
			return // stands among the changes
		}
		if len(*list) < maxNoteFacts {
			*list = append(*list, f)
		}
	}
	full := func(looked int) bool {
		return looked == maxNoteLooked || len(n.Confirmed) >= maxNoteFacts && len(n.Unconfirmed) >= maxNoteFacts
	}
	events := b.Events(n.only)
	for i, ref := range slices.Backward(events) {
		if full(len(events) - 1 - i) {
			break
		}
		if f, ok := n.fact(b, ref); ok && (f.told.After(n.Since) || b.heldAfter(ref, n.Since)) {
			add(f)
		}
	}
	for _, list := range [][]Ref{b.Signals(n.only), b.Statements(n.only)} {
		for i, ref := range list {
			if full(i) {
				break
			}
			f, ok := n.fact(b, ref)
			if f.told.IsZero() {
				continue // not on the board
			}
			if !f.told.After(n.Since) {
				break
			}
			if ok {
				add(f)
			}
		}
	}
	for i, ref := range lifted {
		if full(i) {
			break
		}
		if f, ok := n.fact(b, ref); ok && !b.heldAfter(ref, n.Since) {
			add(f)
		}
	}
}

// heldAfter says whether it was first told after a time that an event is held, which was
// planned before.
func (b *Board) heldAfter(ref Ref, since time.Time) bool {
	if ref.Kind != KindEvent {
		return false
	}
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	first := int64(maxTime)
	for i := range b.members(b.groupAt(ref)) {
		if f := b.view.fact(i); f.flags&flagHeld != 0 && b.out(b.view.ver(f.ver)) && b.factStands(i) {
			first = min(first, b.told(b.view.ver(f.ver)))
		}
	}
	return first < maxTime && moment(first).After(since)
}

// fact is a row as the note tells it; ok is false for what it leaves out: other
// kinds than were asked for, background, and what is told as another fact.
func (n *note) fact(b *Board, ref Ref) (f noteFact, ok bool) {
	switch ref.Kind {
	case KindEvent:
		r, ok := b.Event(ref)
		at := r.At
		dayOnly := !r.date.IsZero()
		if dayOnly {
			at = r.date
		}
		return noteFact{"event", "", r.Event.Kind, r.Title, false, at, r.Certainty, b.sourcesOf(r.Evidence), time.Time{}, "", handedOver(r.Marks), r.Reported, dayOnly, r.Ref}, ok && n.wants(KindEvent)
	case KindSignal:
		r, ok := b.Signal(ref)
		text := b.signalText(r.Signal, r.Still)
		if r.Signal.Historical {
			text += ", told as background" // listed for what an editor noted
		}
		return noteFact{"signal", b.name(r.Signal.Sender), r.Signal.Action, text, false, r.At, r.Certainty, b.sourcesOf(r.Evidence), time.Time{}, "", handedOver(r.Marks), r.At, false, r.Ref},
			ok && !r.Signal.Historical && n.wants(KindSignal)
	}
	r, ok := b.Statement(ref)
	return b.statementFact(r), ok && !b.retold(&r) && n.wants(KindStatement)
}

// retold says whether nobody by name says a statement, and the sentence is told as
// an event or signal of its own: "the lunch was cancelled, reports say".
func (b *Board) retold(r *StatementRow) bool {
	if named(r.Speaker.ID) {
		return false
	}
	rd, err := b.r.texts.Reading(r.Evidence[0].Version)
	if err != nil {
		return false
	}
	within := func(in Field, spans []Span) bool {
		return in == r.Statement.In && overlap(spans, r.Statement.Content.Spans)
	}
	return slices.ContainsFunc(rd.Events, func(e Event) bool { return within(e.In, e.Spans) }) ||
		slices.ContainsFunc(rd.Signals, func(s Signal) bool { return within(s.In, s.Spans) })
}

func (b *Board) statementFact(r StatementRow) noteFact {
	return noteFact{"statement", r.Speaker.Name, r.Statement.Type, r.Statement.Words(), r.Statement.Mode == Direct, r.At, r.Certainty, b.sourcesOf(r.Evidence), time.Time{}, r.Statement.Verb(), handedOver(r.Marks), r.At, false, r.Ref}
}

// signalText tells a signal in a few words that can stand behind its sender: who considers
// relief does not consider the measure, and what others want of a sender is not his deed.
func (b *Board) signalText(s Signal, still bool) string {
	what := strings.ReplaceAll(s.Instrument, "-", " ")
	if s.Instrument == "other" || s.Instrument == "" {
		what = "a measure"
	}
	if s.Direction == Relief && (slices.Contains([]string{"considered", "offered", "demanded", "opposed", "denied"}, s.Action) || s.Licenses()) {
		what = "relief from " + what
	}
	if len(s.Target) > 0 {
		what += " on " + strings.Join(b.names(s.Target), ", ")
	}
	text := s.Action + " " + what
	switch s.Action {
	case "called-for", "opposed", "demanded":
		text = what + ", " + strings.ReplaceAll(s.Action, "-", " ")
		if s.Sender != "" {
			text += " by others"
		}
	case "in-force":
		text = what + " in force"
		if still {
			text = what + " still in force"
		}
	case "expired":
		text = what + " expired"
	case "refused-relief":
		text = "refused relief from " + what
	case "licensed":
		if s.Instrument == "licence" {
			text = "issued " + what
		}
	}
	if s.Condition != nil {
		text += ", " + s.Condition.Polarity + " " + s.Condition.Trigger
	}
	return text
}

// sourcesOf are the reports that stand and are no copies, who had it first in front.
func (b *Board) sourcesOf(list []Evidence) []noteSource {
	return b.allSources(slices.DeleteFunc(slices.Clone(list), func(e Evidence) bool {
		return e.CopyOf != nil || e.Struck != OpNone || !e.Vanished.IsZero()
	}))
}

// allSources are the reports of a list, each once, who had it first in front.
func (b *Board) allSources(list []Evidence) []noteSource {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(x, y Evidence) int { return b.byClock(x.Seen, x.Published).Compare(b.byClock(y.Seen, y.Published)) })
	out := []noteSource{}
	for _, e := range list {
		s := noteSource{e.Feed.Name, e.Title, e.Link, e.Published.UTC()}
		if !slices.ContainsFunc(out, func(o noteSource) bool {
			return o.Feed == s.Feed && o.Link == s.Link && (s.Link != "" || o.Title == s.Title)
		}) {
			out = append(out, s)
		}
	}
	return out
}

// firstOf is when the first of some sources came out, zero where none says.
func firstOf(list []noteSource) (first time.Time) {
	for _, s := range list {
		if !s.Published.IsZero() && (first.IsZero() || s.Published.Before(first)) {
			first = s.Published
		}
	}
	return first
}

package model

import (
	"slices"
	"strings"
	"time"
)

// maxNoteAhead is how many planned events a note lists beside the agenda.
const maxNoteAhead = 10

// ahead lists what reports say is planned and the agenda does not have, soonest
// first, among the agenda's own.
func (n *note) ahead(b *Board) {
	if !n.wants(KindEvent) {
		return
	}
	var out []notePhase
	events := b.Events(n.only) // by when they take place
	for i, ref := range slices.Backward(events) {
		if i < len(events)-maxNoteLooked {
			break
		}
		r, ok := b.Event(ref)
		if !ok {
			continue
		}
		at, end := r.At.UTC(), r.At
		dayOnly := !r.date.IsZero()
		if dayOnly {
			at, end = r.date, end.Add(24*time.Hour)
		}
		if end.Before(b.At.Add(-24 * time.Hour)) {
			break
		}
		if agenda := b.Summit(); len(agenda.Agenda) > 0 && r.At.Sub(agenda.Start).Abs() < 24*time.Hour {
			continue // the agenda has that day
		}
		if r.Event.Status == Planned && end.After(b.At) && r.Precision != precisions[precUnknown] && !r.Struck && !r.Over && !b.onAgenda(ref) {
			stands := Planned
			if r.Suggested {
				stands = suggested
			}
			out = append(out, notePhase{strings.TrimSuffix(r.Title, " "+stands), stands, at, r.Event.Place, dayOnly})
		}
	}
	slices.Reverse(out)
	n.Next = inOrder(append(n.Next, out[:min(len(out), maxNoteAhead)]...), b.Summit().Start)
}

// inOrder puts phases in the order of their times. One without a time stays behind the
// one that it follows in the agenda, the first of them where the agenda begins.
func inOrder(list []notePhase, begins time.Time) []notePhase {
	due := make(map[*notePhase]time.Time, len(list))
	after := make([]*notePhase, len(list))
	for i := range list {
		if !list[i].Start.IsZero() {
			begins = list[i].Start
		}
		after[i], due[&list[i]] = &list[i], begins
	}
	slices.SortStableFunc(after, func(x, y *notePhase) int { return due[x].Compare(due[y]) })
	out := make([]notePhase, len(list))
	for i, p := range after {
		out[i] = *p
	}
	return out
}

// onAgenda says whether a report of an event is of a phase of the agenda.
func (b *Board) onAgenda(ref Ref) bool {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	g := b.groupAt(ref)
	if g == noGroup {
		return false
	}
	for i := range b.members(g) {
		if b.view.fact(i).phases != 0 {
			return true
		}
	}
	return false
}

// rungDisputed says whether all signals of a ladder that stand and tell its rung are disputed.
func (b *Board) rungDisputed(l *Ladder, rung string) (disputed bool) {
	for i, ref := range slices.Backward(l.Refs) {
		if rung == "" || i < len(l.Refs)-maxNoteLooked {
			break
		}
		r, ok := b.Signal(ref)
		if !ok || r.Struck || r.Signal.Historical || r.Signal.Action != rung {
			continue
		}
		if r.Certainty.Level != Disputed {
			return false
		}
		disputed = true
	}
	return disputed
}

// background is the latest act of earlier years against a target on whose ladder
// nothing of these days stands, in a few words; empty for none.
func (b *Board) background(l *Ladder, s *Standing) string {
	if s.Rung != "" || s.Relief != "" {
		return ""
	}
	for i, ref := range slices.Backward(l.Refs) {
		if i < len(l.Refs)-maxNoteLooked {
			break
		}
		r, ok := b.Signal(ref)
		if !ok || r.Struck || !r.Signal.Historical || r.Signal.Direction != Pressure || pressureRungs[r.Signal.Action] < rungImposed {
			continue
		}
		r.Signal.Target = nil
		text := b.signalText(r.Signal, r.Still)
		if r.ActOf != "" {
			text += " (" + r.ActOf + ")"
		}
		return text
	}
	return ""
}

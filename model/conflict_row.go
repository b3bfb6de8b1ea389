package model

import (
	"fmt"
	"slices"
	"time"
)

// clashes walks the clashes whose both reports are on the board, oldest first.
func (b *Board) clashes(yield func(c *clash) bool) {
	parts := [][]clash{b.view.base.clashes[:min(b.view.top.clashes, len(b.view.base.clashes))], nil}
	if b.view.layer != nil {
		parts[1] = b.view.layer.clashes
	}
	for _, part := range parts {
		for i := range part {
			if (b.Clock == BySeen || part[i].out <= b.until) && !yield(&part[i]) {
				return
			}
		}
	}
}

// nClashes is how many clashes the board's record has, on the board or not.
func (b *Board) nClashes() int {
	if b.view.layer != nil {
		return b.view.layer.top().clashes
	}
	return min(b.view.top.clashes, len(b.view.base.clashes))
}

// openConflicts counts the contests with a clash of reports that stand.
func (b *Board) openConflicts() int {
	n, open := 0, make([]bool, b.nClashes())
	for c := range b.clashes {
		if !open[c.contest] && b.factStands(c.a) && b.factStands(c.b) {
			open[c.contest] = true
			n++
		}
	}
	return n
}

// disputed says whether one of the reports clashes with another that stands, be
// it one that the hand split off.
func (b *Board) disputed(reports []report) bool {
	if len(reports) < 2 && !b.edits.some {
		return false
	}
	stands := map[int32]bool{} // by fact, of the reports
	for i := range reports {
		stands[reports[i].fact] = reports[i].stands()
	}
	var asked []int32
	for i := range reports {
		g := b.view.fact(reports[i].fact).group
		if slices.Contains(asked, g) {
			continue
		}
		asked = append(asked, g)
		holds := func(f int32) bool {
			holds, mine := stands[f]
			return holds || !mine && len(b.edits.apart[g]) > 0 && b.view.fact(f).group == g && b.out(b.view.ver(b.view.fact(f).ver)) && b.factStands(f)
		}
		for n := range newestFirst(posted(&b.view, clashesIn, uint32(g), b.view.top.clashes)) {
			if c := b.view.clash(n); (stands[c.a] || stands[c.b]) && holds(c.a) && holds(c.b) {
				return true
			}
		}
	}
	return false
}

// conflict gives a contest its sides in words.
func (b *Board) conflict(c *contest, reports []sourced) (Conflict, bool) {
	out := Conflict{Ref: c.ref, Kind: clashNames[c.kind], Since: moment(c.since)}
	at := map[string]int{}
	standing, resolved := map[string]bool{}, int64(0)
	for _, t := range b.fetch(reports) {
		if c.kind == clashWeekday {
			b.takeWeekday(&out, &t)
			continue
		}
		says, side, e := b.says(&t, c.kind)
		if says == "" {
			continue
		}
		i, ok := at[side]
		if !ok {
			i = len(out.Sides)
			at[side] = i
			out.Sides = append(out.Sides, ConflictSide{Says: says})
		}
		out.Sides[i].Evidence = append(out.Sides[i].Evidence, e)
		if t.stands() {
			standing[side] = true
		} else {
			resolved = max(resolved, t.vanished)
		}
		switch {
		case t.kind == KindStatement && (c.kind == clashAgreement || c.kind == clashReadout):
			out.Topic = readoutTopic(c.kind)
		case out.Topic == "":
			out.Topic = b.topicOf(&t)
		}
	}
	if len(standing) < 2 && resolved > 0 {
		out.Resolved = moment(resolved)
	}
	return out, len(out.Sides) > 1
}

// takeWeekday adds what a report says against itself: its weekday and its date.
func (b *Board) takeWeekday(out *Conflict, t *told) {
	if t.idx >= len(t.reading.Events) {
		return
	}
	e := t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	weekday, date, wrong := wrongWeekday(ev.Sentence, t.version.Published)
	if !wrong {
		return
	}
	out.Topic = b.topicOf(t)
	for i, says := range []string{weekday, date} {
		if i == len(out.Sides) {
			out.Sides = append(out.Sides, ConflictSide{Says: says})
		}
		out.Sides[i].Evidence = append(out.Sides[i].Evidence, ev)
	}
	if !t.stands() {
		out.Resolved = moment(t.vanished)
	}
}

// says is a report's account of what is contested, and which side that is: one
// side may put it in several ways.
func (b *Board) says(t *told, kind clashKind) (says, side string, e Evidence) {
	says, e = b.account(t, kind)
	side = says
	switch kind {
	case clashNumber:
		side = ""
		for _, w := range foldWords(says) {
			if isNumber(w) {
				side += " " + w
			}
		}
	case clashAgreement, clashReadout:
		if t.kind == KindStatement && says != "" {
			s := t.reading.Statements[t.idx]
			side = fmt.Sprint(readoutIn(&s)&flagsOfReadout&(flagClaimsDeal|flagDiscussed) != 0)
			says = b.actor(s.Speaker.Actor, s.Speaker.Name).Name + ": " + says
		}
	case clashWording:
		side = fmt.Sprint(len(negationsIn(foldWords(says))) % 2)
	}
	return says, side, e
}

func (b *Board) account(t *told, kind clashKind) (string, Evidence) {
	if t.kind == KindStatement {
		if t.idx >= len(t.reading.Statements) {
			return "", Evidence{}
		}
		s := t.reading.Statements[t.idx]
		return s.Content.Text, t.evidence(s.In, s.Content.Spans, s.Rule)
	}
	if t.idx >= len(t.reading.Events) {
		return "", Evidence{}
	}
	e := t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	switch kind {
	case clashPlace:
		return e.Place, ev
	case clashTime, clashPlan:
		when, ok := parseTime(e.When.Start)
		if !ok {
			return "", ev
		}
		text := b.local(when).Format("Mon 2 Jan 15:04 MST")
		if e.When.Precision == "day" {
			text = when.Format("Mon 2 Jan") // a date is the day that it was written as
		}
		if e.Status == Planned {
			text += " (planned)"
		}
		return text, ev
	}
	return e.Status, ev
}

func (b *Board) topicOf(t *told) string {
	if t.kind == KindEvent && t.idx < len(t.reading.Events) {
		e := t.reading.Events[t.idx]
		e.Status = Done
		return b.eventTitle(e)
	}
	if t.idx < len(t.reading.Statements) {
		return "words of " + b.actor(t.reading.Statements[t.idx].Speaker.Actor, t.reading.Statements[t.idx].Speaker.Name).Name
	}
	return ""
}

// local is a time in the summit's zone.
func (b *Board) local(t time.Time) time.Time {
	if loc, err := time.LoadLocation(b.r.c.Summit.Timezone); err == nil && b.r.c.Summit.Timezone != "" {
		return t.In(loc)
	}
	return t.UTC()
}

package model

import (
	"iter"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// nounsOf are the stems by which a cancellation names what it takes back, by the class of
// that.
var nounsOf = map[string]map[string]bool{
	"meeting":  stemsOf("meeting meetings talks summit session lunch dinner breakfast round negotiation negotiations encounter"),
	"call":     stemsOf("call calls conversation"),
	"visit":    stemsOf("visit trip tour stopover journey"),
	"press":    stemsOf("conference briefing appearance"),
	"ceremony": stemsOf("ceremony signing parade"),
}

// narrow are the stems of what is only a part of a meeting, or one of several: who calls
// off the lunch still meets.
var narrow = stemsOf("lunch dinner breakfast session round plenary expanded restricted working one three second third next another trilateral bilateral delegations")

// fateOf is what later reports tell of what a row tells as planned: the way in which it
// is off, empty for none, or that it was held. Who still tells of the plan within half a
// day of its end has not planned it anew.
func (b *Board) fateOf(row *EventRow) (off string, held bool) {
	if row.Event.Status != Planned || row.Struck {
		return "", false
	}
	b.r.mu.RLock()
	p, ok := b.planOf(row)
	var drops []report
	if ok {
		drops = b.dropsOf(&p)
		held = b.heldSince(&p)
	}
	b.r.mu.RUnlock()
	if len(drops) > 0 {
		off = b.wayOff(row, drops)
	}
	return off, held
}

// wayOff is the way in which the newest of some reports that names what a row tells takes
// it back; empty for none.
func (b *Board) wayOff(row *EventRow, drops []report) string {
	desk := b.rowDesk()
	defer desk.free(b.r)
	b.r.mu.RLock()
	desk.list = b.sources(desk.list, drops, b.shown(drops))
	b.r.mu.RUnlock()
	nouns := nounsOf[EventClass(row.Event.Kind)]
	for _, t := range b.fetch(desk) {
		e := t.reading.Events[t.idx]
		report := t.evidence(e.In, e.Spans, e.Rule)
		named := stemsOf(strings.ReplaceAll(report.marked(), "-", " "))
		way := wayOf(&report, len(e.Participants))
		if !share(named, nouns) || way == wayShunned {
			continue
		}
		maps.DeleteFunc(named, func(w string, _ bool) bool { return !narrow[w] || row.toldAs(w) })
		if len(named) == 0 {
			return way
		}
	}
	return ""
}

// toldAs says whether a report tells the event of a row by a word, which is a stem.
func (r *EventRow) toldAs(word string) bool {
	return slices.ContainsFunc(r.Evidence, func(e Evidence) bool { return stemsOf(strings.ReplaceAll(e.marked(), "-", " "))[word] })
}

// dropsOf are the reports that can call off a plan.
func (b *Board) dropsOf(p *plan) (drops []report) {
	if len(nounsOf[p.class]) == 0 {
		return nil
	}
	for _, key := range p.drops {
		for i := range b.alike(key) {
			if b.canDrop(i, p) {
				drops = append(drops, report{fact: i, first: b.view.fact(i).ver, copyOf: -1})
			}
		}
	}
	return drops
}

// plan is what is needed to find who calls off what a row tells as planned.
type plan struct {
	group, latest int32 // of its reports, the one that came last
	from, to      int64 // when the first and the last of them came, in ms
	class         string
	when          int64 // ms; of a day or of a time of day
	prec          precision
	drops         []uint32 // likenesses of reports that can call it off
}

func (b *Board) planOf(row *EventRow) (plan, bool) {
	p := plan{group: b.groupAt(row.Ref), latest: -1, from: maxTime, class: EventClass(row.Event.Kind), when: row.At.UnixMilli()}
	if p.group == noGroup {
		return p, false
	}
	p.prec = precision(max(0, slices.Index(precisions, row.Precision)))
	dropped := hashOf(cancellation)
	for i := range b.members(p.group) {
		f := b.view.fact(i)
		v := b.view.ver(f.ver)
		if !b.out(v) || !b.factStands(i) {
			continue
		}
		if came := b.told(v); p.latest < 0 || came > p.to {
			p.latest, p.to = i, came
		}
		p.from = min(p.from, b.told(v))
		if f.phases != 0 {
			p.alsoBy(likenessOf(4, dropped, uint64(f.phases)))
		}
		for _, a := range b.view.others(i) {
			p.alsoBy(likenessOf(3, dropped, b.r.dict.actors.hash(a)))
		}
	}
	p.alsoBy(likenessOf(2, dropped)) // nobody named with it
	return p, p.latest >= 0
}

// alsoBy takes a likeness of reports that can call the plan off.
func (p *plan) alsoBy(key uint32) {
	if !slices.Contains(p.drops, key) {
		p.drops = append(p.drops, key)
	}
}

// alike are the latest facts of a likeness, the newest first.
func (b *Board) alike(key uint32) iter.Seq[int32] {
	base, layer := posted(&b.view, alikeOf, key, b.view.top.facts)
	return func(yield func(int32) bool) {
		steps := 0
		for i := range newestFirst(base, layer) {
			if steps++; steps > maxMatches || !yield(i) {
				return
			}
		}
	}
}

// offWindow is how long after the last word of a plan without a day it can be called
// off, in ms.
const offWindow = 14 * msPerDay

// canDrop says whether a report can call off a plan: it came after it, of the same people,
// of no other place and no other day.
func (b *Board) canDrop(i int32, p *plan) bool {
	x, f := b.view.fact(i), b.view.fact(p.latest)
	v := b.view.ver(x.ver)
	if x.kind != KindEvent || b.r.dict.labels.text[x.class] != cancellation || !b.out(v) || !b.factStands(i) {
		return false
	}
	switch came := b.told(v); {
	case came < p.from, p.to-came > cameAbout, came-p.to > offWindow && p.prec < precDay, p.prec >= precDay && came > p.when+msPerDay:
		return false
	case x.prec >= precDay && p.prec >= precDay && absDiff(x.when*1000, p.when) > msPerDay*3/2:
		return false
	}
	placed := x.detail != 0 && f.detail != 0
	if placed && !b.onePlace(f, x) {
		return false
	}
	return b.inPlan(i, p.latest, placed) && (placed || x.prec >= precDay || !b.plannedSince(i, p))
}

// inPlan says whether those whom a cancellation names can be those of a plan, which may be
// at the place that it names.
func (b *Board) inPlan(drop, plan int32, placed bool) bool {
	mine, theirs := unique(b.view.others(plan)), unique(b.view.others(drop))
	switch {
	case len(mine) == 0 || len(theirs) == 0:
		return placed || b.view.fact(plan).phases&b.view.fact(drop).phases != 0
	case len(theirs) == 1 && len(mine) > 1:
		return placed && slices.Contains(mine, theirs[0])
	}
	return b.sameSides(mine, theirs)
}

// plannedSince says whether another thing of the class of a plan and of its people was
// told as planned after it and before a cancellation: that one is meant.
func (b *Board) plannedSince(drop int32, p *plan) bool {
	came := b.told(b.view.ver(b.view.fact(drop).ver))
	mine := unique(b.view.others(p.latest))
	for _, a := range mine {
		for i := range b.alike(likenessOf(3, hashOf(p.class), b.r.dict.actors.hash(a))) {
			x := b.view.fact(i)
			v := b.view.ver(x.ver)
			if x.kind == KindEvent && b.groupOf(i) != p.group && b.r.dict.labels.text[x.sector] == Planned && b.out(v) && b.told(v) > p.to && b.told(v) <= came &&
				b.sameSides(mine, unique(b.view.others(i))) && b.factStands(i) {
				return true
			}
		}
	}
	return false
}

// heldSince says whether a plan is of a session of the agenda that other reports tell as
// held within a day of it.
func (b *Board) heldSince(p *plan) bool {
	phases := b.view.fact(p.latest).phases
	if bits.OnesCount32(phases) != 1 {
		return false // of the day as a whole, or of no session
	}
	base, layer := two(&b.view, phaseLists, int32(bits.TrailingZeros32(phases)), b.view.top.facts)
	steps := 0
	for i := range newestFirst(base, layer) {
		if steps++; steps > maxMatches {
			break
		}
		x := b.view.fact(i)
		v := b.view.ver(x.ver)
		if p.prec >= precDay && b.told(v) < p.when-msPerDay/2 {
			continue // a day before its time another one was held
		}
		if x.kind == KindEvent && x.flags&flagHeld != 0 && b.out(v) && b.told(v) >= p.from && b.told(v)-p.to < msPerDay &&
			EventClass(b.r.dict.labels.text[x.class]) == p.class && b.factStands(i) {
			return true
		}
	}
	return false
}

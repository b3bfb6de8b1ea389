package model

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"time"
)

// phaseMatcher knows by which reports a planned phase is recognised.
type phaseMatcher struct {
	phase Phase
	terms []string // folded, with a space on either side
}

// maxPhases is how many phases of an agenda reports are matched against.
const maxPhases = 32

func newPhaseMatchers(s Summit) []phaseMatcher {
	var out []phaseMatcher
	for _, p := range s.Agenda[:min(len(s.Agenda), maxPhases)] {
		m := phaseMatcher{phase: p}
		for _, t := range p.Terms {
			if f := folded(strings.ReplaceAll(t, "-", " ")); f != "" {
				m.terms = append(m.terms, " "+f+" ")
			}
		}
		out = append(out, m)
	}
	return out
}

// phasesOf returns the phases that an event reports, as bits.
func (r *Record) phasesOf(e *Event, sentence string) uint32 {
	if len(r.matchers) == 0 {
		return 0
	}
	text := " " + folded(strings.ReplaceAll(sentence+" "+e.Place, "-", " ")) + " "
	var bits uint32
	for i := range r.matchers {
		if r.matchers[i].reported(e, text) {
			bits |= 1 << i
		}
	}
	return bits
}

func (m *phaseMatcher) reported(e *Event, text string) bool {
	if len(m.phase.Kinds) > 0 && !slices.Contains(m.phase.Kinds, e.Kind) {
		return false
	}
	for _, a := range m.phase.Actors {
		if !slices.Contains(e.Participants, a) {
			return false
		}
	}
	if len(m.terms) == 0 {
		return true
	}
	return slices.ContainsFunc(m.terms, func(t string) bool { return strings.Contains(text, t) })
}

// Phases returns the agenda with what is known of how it went, in its own order.
// Only a report moves a phase: time passing does not.
func (b *Board) Phases() []PhaseRow {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	rows := make([]PhaseRow, len(b.r.c.Summit.Agenda))
	for i, p := range b.r.c.Summit.Agenda {
		rows[i] = PhaseRow{Phase: p, Status: PhasePlanned}
		if i < len(b.r.matchers) {
			b.report(&rows[i], int32(i))
		}
	}
	b.closePhases(rows)
	return rows
}

// phaseWindow is how long before the summit's day a report can be of a phase
// that happens, and not of another one like it.
const phaseWindow = 36 * time.Hour

// Reports this long before and after the start of a phase can be of it.
const (
	reportsBefore = 45 * 24 * time.Hour
	reportsAfter  = 10 * 24 * time.Hour
)

// report takes in what reports say of a phase, in the order they came.
func (b *Board) report(row *PhaseRow, p int32) {
	base, layer := two(&b.view, phaseLists, p, b.view.top.facts)
	base = b.around(base, row.Phase)
	var facts []int32
	for f := range newestFirst(base, layer) {
		if x := b.view.fact(f); b.out(b.view.ver(x.ver)) && x.flags&flagHistorical == 0 {
			facts = append(facts, f)
		}
	}
	slices.SortStableFunc(facts, func(i, j int32) int {
		return cmp.Or(cmp.Compare(b.time(b.view.ver(b.view.fact(i).ver)), b.time(b.view.ver(b.view.fact(j).ver))), cmp.Compare(i, j))
	})
	start := row.Phase.Start
	if start.IsZero() {
		start = b.r.c.Summit.Start
	}
	for _, f := range facts {
		x := b.view.fact(f)
		at := moment(b.time(b.view.ver(x.ver)))
		happened := at
		if x.prec >= precHour {
			happened = time.Unix(x.when, 0).UTC()
		}
		status := b.r.dict.labels.text[x.sector]
		if b.r.dict.labels.text[x.class] == "cancellation" && status != EventDenied {
			status = NoneReached
		}
		if status != Planned && !start.IsZero() && happened.Before(start.Add(-phaseWindow)) {
			continue
		}
		if x.prec == precDay && status != Planned && !start.IsZero() && absDiff(x.when*1000, start.UnixMilli()) > 2*msPerDay {
			continue
		}
		if !b.factStands(f) {
			continue
		}
		row.take(status, happened, b.groupRef(x.group))
	}
	if row.Status == PhasePlanned && b.dropped(row, p, start) {
		row.Status = PhaseCancelled
	}
}

// around cuts a list of facts to those that came within days of a phase: a
// report from outside them is of something else.
func (b *Board) around(list []int32, p Phase) []int32 {
	start := p.Start
	if start.IsZero() {
		start = b.r.c.Summit.Start
	}
	if start.IsZero() {
		return list
	}
	from, to := start.Add(-reportsBefore).UnixMilli(), start.Add(reportsAfter).UnixMilli()
	i := sort.Search(len(list), func(i int) bool { return b.view.factTime(list[i]) >= from })
	j := sort.Search(len(list), func(i int) bool { return b.view.factTime(list[i]) > to })
	return list[i:max(i, j)]
}

// factStands says whether the item of a fact still holds it.
func (b *Board) factStands(f int32) bool {
	if b.untouched(b.view.fact(f).ver) {
		return true
	}
	p := report{fact: f, first: b.view.fact(f).ver}
	b.strike(&p, nil)
	return p.struck == opNone
}

func (row *PhaseRow) take(status string, happened time.Time, ref Ref) {
	switch status {
	case UnderWay:
		if row.Status == PhaseDone {
			break
		}
		row.Status = PhaseUnderWay
		if row.ActualStart.IsZero() {
			row.ActualStart = happened
		}
	case Done:
		row.Status = PhaseDone
		if row.ActualStart.IsZero() {
			row.ActualStart = happened
		} else if row.ActualEnd.IsZero() && happened.After(row.ActualStart) {
			row.ActualEnd = happened
		}
	case NoneReached, EventDenied:
		if row.Status == PhasePlanned {
			row.Status = PhaseCancelled
		}
	case Planned:
	default:
		return
	}
	if !slices.Contains(row.Evidence, ref) {
		row.Evidence = append(row.Evidence, ref)
	}
}

// closePhases says of phases without a report whether their time has passed: not
// held when the last one was reported, else without report.
func (b *Board) closePhases(rows []PhaseRow) {
	lastStarted := -1
	for i := range rows {
		if rows[i].Status == PhaseUnderWay || rows[i].Status == PhaseDone {
			lastStarted = i
		}
	}
	ended := len(rows) > 0 && rows[len(rows)-1].Status == PhaseDone
	for i := range rows {
		row := &rows[i]
		if row.Status != PhasePlanned {
			continue
		}
		due := row.Phase.End
		if due.IsZero() && !row.Phase.Start.IsZero() {
			due = row.Phase.Start.Add(15 * time.Minute)
		}
		switch {
		case ended:
			row.Status = PhaseCancelled
		case i < lastStarted, !due.IsZero() && due.Before(b.At):
			row.Status = PhaseOverdue
		}
	}
}

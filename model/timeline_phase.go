package model

import (
	"iter"
	"math"
	"slices"
	"sort"
	"strings"
	"time"
)

// phaseMatcher knows by which reports a planned phase is recognised.
type phaseMatcher struct {
	phase   Phase
	kinds   []string // of the events that report it
	terms   []string // folded, with a space on either side
	instead []string // of the form in which it is held otherwise
}

// maxPhases is how many phases of an agenda reports are matched against.
const maxPhases = 32

func newPhaseMatchers(s Summit) []phaseMatcher {
	var out []phaseMatcher
	zone := s.Zone()
	for _, p := range s.Agenda[:min(len(s.Agenda), maxPhases)] {
		m := phaseMatcher{phase: p, kinds: s.reportedBy(&p, zone), terms: termsOf(p.Terms), instead: termsOf(p.InsteadTerms)}
		m.terms = append(m.terms, m.instead...)
		out = append(out, m)
	}
	return out
}

// reportedBy are the kinds of event that report a phase: its own, and the other word for one
// of them, as talks are for a meeting, where no phase of that day is said to be of that kind.
func (s *Summit) reportedBy(p *Phase, zone *time.Location) []string {
	kinds := slices.Clone(p.Kinds)
	for _, kind := range EventKinds {
		one := func(own string) bool { return EventClass(own) == EventClass(kind) }
		taken := func(other Phase) bool { return slices.Contains(other.Kinds, kind) && sameDay(p, &other, zone) }
		if slices.ContainsFunc(p.Kinds, one) && !slices.ContainsFunc(s.Agenda, taken) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// sameDay says whether two phases may be of one day in a zone: of one without a time nobody
// knows.
func sameDay(p, q *Phase, zone *time.Location) bool {
	if p.Start.IsZero() || q.Start.IsZero() {
		return true
	}
	return p.Start.In(zone).Format(time.DateOnly) == q.Start.In(zone).Format(time.DateOnly)
}

func termsOf(list []string) (terms []string) {
	for _, t := range list {
		if f := folded(strings.ReplaceAll(t, "-", " ")); f != "" {
			terms = append(terms, " "+f+" ")
		}
	}
	return terms
}

// heldOtherwise says whether a sentence that reports phases, as bits, tells of the
// form in which one of them is held instead.
func (r *Record) heldOtherwise(phases uint32, sentence string) bool {
	text := " " + folded(strings.ReplaceAll(sentence, "-", " ")) + " "
	for i := range r.matchers {
		if phases&(1<<i) != 0 && slices.ContainsFunc(r.matchers[i].instead, func(t string) bool { return strings.Contains(text, t) }) {
			return true
		}
	}
	return false
}

// phasesOf returns the phases that an event in which some take part reports, as bits.
func (r *Record) phasesOf(e *Event, who []string, sentence string) uint32 {
	if len(r.matchers) == 0 {
		return 0
	}
	text := " " + folded(strings.ReplaceAll(sentence+" "+e.Place, "-", " ")) + " "
	var bits uint32
	ours := r.ofParties(who)
	for i := range r.matchers {
		if (ours || len(r.matchers[i].phase.Actors) > 0) && r.matchers[i].reported(e, who, text) {
			bits |= 1 << i
		}
	}
	return bits
}

// ofParties says whether what some take part in can be of a summit whose agenda does not
// say who takes part: two of its parties are among them, or nobody else is.
func (r *Record) ofParties(who []string) bool {
	if len(r.parties) == 0 {
		return true
	}
	ours := 0
	sides := r.sidesOf(who)
	for _, side := range sides {
		if slices.Contains(r.parties, side) {
			ours++
		}
	}
	return ours == len(sides) || ours > 1
}

func (m *phaseMatcher) reported(e *Event, who []string, text string) bool {
	if len(m.kinds) > 0 && !slices.Contains(m.kinds, e.Kind) {
		return false
	}
	for _, a := range m.phase.Actors {
		if !slices.Contains(who, a) {
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
	start := row.Phase.Start
	if start.IsZero() {
		start = b.r.c.Summit.Start
	}
	for reported, f := range b.reportsOf(p, row.Phase) {
		x, at := b.view.fact(f), moment(reported)
		happened := at
		if x.prec >= precHour {
			happened = time.Unix(x.when, 0).UTC()
		}
		status := b.r.dict.labels.text[x.sector]
		if b.r.dict.labels.text[x.class] == cancellation && status != EventDenied {
			status = NoneReached
		}
		if status == Planned && x.flags&flagInstead == 0 {
			continue
		}
		if !start.IsZero() && happened.Before(start.Add(-phaseWindow)) {
			continue
		}
		if x.prec == precDay && !start.IsZero() && absDiff(x.when*1000, start.UnixMilli()) > 2*msPerDay {
			continue
		}
		if !b.factStands(f) {
			continue
		}
		if x.flags&flagInstead != 0 && status != NoneReached && status != EventDenied && row.Phase.Instead != "" {
			row.Phase.Title = row.Phase.Instead
		}
		if row.take(status, happened); row.Status == PhaseDone && !row.ActualEnd.IsZero() {
			break // nothing later changes that
		}
	}
	if row.Status == PhasePlanned && b.dropped(row, p, start) {
		row.Status = PhaseCancelled
	}
}

// soonSeen is how long after a report came out the desk has it that looks for it all the time,
// in ms. What it finds later, as in a first look, happened when the report came out.
const soonSeen = 15 * msPerMinute

// earlyBy is how long before its planned start a phase may begin, in ms: a live blog that came
// out before that has gone on since.
const earlyBy = 3 * msPerHour

// happenedBy is when what a version reports of a phase had happened by the board's clock, in ms.
func (b *Board) happenedBy(v *ver, p Phase) int64 {
	if v.seen-v.out > soonSeen && (p.Start.IsZero() || p.Start.UnixMilli()-v.out <= earlyBy) {
		return v.out
	}
	return b.time(v)
}

// reportsOf walks the reports of a phase that are on the board, in order of when
// they came by its clock, those of one minute by when that had happened, with that time
// in ms.
func (b *Board) reportsOf(p int32, phase Phase) iter.Seq2[int64, int32] {
	from, to := b.around(phase)
	base, layer := two(&b.view, phaseLists, p, b.view.top.facts)
	return func(yield func(int64, int32) bool) {
		counts := func(f int32) bool {
			x, seen := b.view.fact(f), b.view.factTime(f)
			return x.flags&flagHistorical == 0 && seen >= from && seen <= to && b.out(b.view.ver(x.ver))
		}
		if lists, ok := b.published(); ok {
			var late []timed
			for _, f := range layer {
				late = append(late, timed{b.time(b.view.ver(b.view.fact(f).ver)), f})
			}
			slices.SortFunc(late, sooner)
			for x := range inTurn(lists.phases[p], late) {
				if x.at > b.until || counts(x.g) && !yield(x.at, x.g) {
					return
				}
			}
			return
		}
		if b.Clock == BySeen {
			base = base[sort.Search(len(base), func(i int) bool { return b.view.factTime(base[i]) >= from }):]
		}
		var list []timed // of one minute where the record is in order of minutes
		var minute int64
		flush := func() bool {
			slices.SortFunc(list, sooner)
			for _, x := range list {
				if !yield(x.at, x.g) {
					return false
				}
			}
			list = list[:0]
			return true
		}
		for _, part := range [][]int32{base, layer} {
			for _, f := range part {
				if !counts(f) {
					continue
				}
				v := b.view.ver(b.view.fact(f).ver)
				if len(list) > 0 && b.Clock == BySeen && minute != v.minute() && !flush() {
					return
				}
				minute = v.minute()
				list = append(list, timed{b.happenedBy(v, phase), f})
			}
		}
		flush()
	}
}

// inTurn walks two ordered lists as one.
func inTurn(a, b []timed) iter.Seq[timed] {
	return func(yield func(timed) bool) {
		for len(a)+len(b) > 0 {
			var x timed
			if len(b) == 0 || len(a) > 0 && sooner(a[0], b[0]) <= 0 {
				x, a = a[0], a[1:]
			} else {
				x, b = b[0], b[1:]
			}
			if !yield(x) {
				return
			}
		}
	}
}

// around is the stretch of time within days of a phase, in ms: a report from
// outside it is of something else.
func (b *Board) around(p Phase) (from, to int64) {
	start := p.Start
	if start.IsZero() {
		start = b.r.c.Summit.Start
	}
	if start.IsZero() {
		return math.MinInt64, maxTime
	}
	return start.Add(-reportsBefore).UnixMilli(), start.Add(reportsAfter).UnixMilli()
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

func (row *PhaseRow) take(status string, happened time.Time) {
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
	}
}

// closePhases says of phases without a report that none came where their time has passed, or
// one behind them was reported. That they were not held somebody has to say.
func (b *Board) closePhases(rows []PhaseRow) {
	lastStarted := -1
	for i := range rows {
		if rows[i].Status == PhaseUnderWay || rows[i].Status == PhaseDone {
			lastStarted = i
		}
	}
	for i := range rows {
		row := &rows[i]
		if row.Status != PhasePlanned {
			continue
		}
		due := row.Phase.End
		if due.IsZero() && !row.Phase.Start.IsZero() {
			due = row.Phase.Start.Add(15 * time.Minute)
		}
		if i < lastStarted || !due.IsZero() && due.Before(b.At) {
			row.Status = PhaseOverdue
		}
	}
}

package ui

import (
	"slices"
	"sort"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// travel carries out the actions that move the cursor of time. It works from any
// pane, and everything on the screen follows. Where there is nowhere to go it says so.
func (m *Model) travel(a action) (cmd tea.Cmd, ok bool) {
	moved, what := true, "event"
	switch a {
	case "step-back":
		moved = m.step(-1, nil)
	case "step-on":
		moved = m.step(1, nil)
	case "signal-back":
		moved, what = m.step(-1, isSignal), "sanction signal"
		m.pointAtSignal()
	case "signal-on":
		moved, what = m.step(1, isSignal), "sanction signal"
		m.pointAtSignal()
	case "correction-back":
		moved, what = m.step(-1, isCorrection), "correction"
	case "correction-on":
		moved, what = m.step(1, isCorrection), "correction"
	case "phase-back":
		moved, what = m.phaseStep(-1), "phase"
	case "phase-on":
		moved, what = m.phaseStep(1), "phase"
	case "first-event", "last-event":
		last := len(m.momentsNow()) - 1
		if moved = last >= 0; moved {
			m.goStop(map[action]int{"first-event": 0, "last-event": last}[a])
		}
	case "live":
		m.goLive()
	case "scale":
		m.timeline.scale = (m.timeline.scale + 1) % scales
	default:
		return nil, false
	}
	if moved {
		return nil, true
	}
	where := ""
	switch {
	case what == "event" && len(m.momentsNow()) == 0 && m.narrowedBy() == "":
		where = " on this record yet"
	case strings.HasSuffix(string(a), "-back"):
		where = " before this moment"
	case strings.HasSuffix(string(a), "-on"):
		where = " after this moment"
	}
	if what != "phase" && m.narrowedBy() != "" {
		where += " that the filters leave"
	}
	return m.tell("no "+what+where, false), true
}

func isSignal(s model.Moment) bool { return s.Ref.Kind == model.KindSignal }

// isCorrection: items are stops only where they were corrected or withdrawn.
func isCorrection(s model.Moment) bool { return s.Ref.Kind == model.KindItem }

// momentsNow are the stops of the cursor. On a live desk the future has none.
func (m *Model) momentsNow() []model.Moment {
	if !m.stopsOK {
		m.stops, m.stopsOK = m.board.Moments(m.current), true
		if m.follow != "" && m.wants(model.KindStatement) {
			m.stops = m.withWords(m.stops)
		}
		if len(m.kinds) > 0 {
			m.stops = slices.DeleteFunc(slices.Clone(m.stops), func(s model.Moment) bool { return !m.wants(s.Ref.Kind) })
		}
		if !m.replay() {
			end := sort.Search(len(m.stops), func(i int) bool { return m.stops[i].At.After(m.now) })
			m.stops = m.stops[:end]
		}
		m.stop = -1
	}
	return m.stops
}

// wordsMax bounds how many statements of a followed actor become stops.
const wordsMax = 2000

// withWords adds what the followed actor said to the stops, so that stepping goes
// from statement to statement too.
func (m *Model) withWords(stops []model.Moment) []model.Moment {
	words := m.desk.Board(time.Time{}, m.clock).Words(m.current, wordsMax)
	out := make([]model.Moment, 0, len(stops)+len(words))
	for _, w := range words {
		i := sort.Search(len(stops), func(i int) bool { return stops[i].At.After(w.At) })
		out, stops = append(append(out, stops[:i]...), w), stops[i:]
	}
	return append(out, stops...)
}

// step moves the cursor to the nearest stop before (-1) or after (1) that is
// wanted; nil wants every one. Past the last stop lies the present. It reports whether
// there was one.
func (m *Model) step(by int, wanted func(model.Moment) bool) bool {
	stops := m.momentsNow()
	i := m.stop
	if i < 0 || i >= len(stops) || !stops[i].At.Equal(m.moment()) {
		at := m.moment()
		if by < 0 {
			i = sort.Search(len(stops), func(i int) bool { return !stops[i].At.Before(at) })
			if m.at.IsZero() { // from live, the newest event comes first
				i = sort.Search(len(stops), func(i int) bool { return stops[i].At.After(at) })
			}
		} else {
			i = sort.Search(len(stops), func(i int) bool { return stops[i].At.After(at) }) - 1
		}
	}
	for i += by; i >= 0 && i < len(stops); i += by {
		if wanted == nil || wanted(stops[i]) {
			m.goStop(i)
			return true
		}
	}
	if by > 0 && wanted == nil && !m.at.IsZero() && !m.moment().After(m.now) {
		m.goLive()
		return true
	}
	return false
}

// goStop puts the cursor on a stop, and the cursors of the panes on what happened.
func (m *Model) goStop(i int) {
	s := m.stops[i]
	m.at, m.stop = s.At, i
	m.refresh()
	m.restLists()
	switch {
	case s.Ref.Kind == model.KindStatement:
		m.fillStatements()
		m.statements.point(s.Ref)
	case s.Ref.Kind == model.KindSignal && m.plan.focus == signalsPane:
		m.pointAtSignal()
	case s.Ref.Kind == model.KindSignal:
		m.signals.happened = s.Ref
	}
}

// pointAtSignal turns the signals to the one under the cursor of time.
func (m *Model) pointAtSignal() {
	if s, ok := m.here(); ok && !m.at.IsZero() && s.Ref.Kind == model.KindSignal {
		m.fillSignals()
		m.signals.point(s.Ref)
	}
}

// goTime puts the cursor on a moment that need not be a stop.
func (m *Model) goTime(at time.Time) {
	m.at, m.stop = at, -1
	m.refresh()
	m.restLists()
}

func (m *Model) goLive() {
	if m.at.IsZero() && !m.frozen {
		return
	}
	m.at, m.stop, m.frozen, m.waiting = time.Time{}, -1, false, 0
	m.refresh()
	m.restLists()
}

func (m *Model) restLists() {
	m.signals.happened = model.Ref{}
	m.actors.rest()
	m.statements.rest()
	m.signals.rest()
}

// reveal puts the cursor of the pane that holds a fact on it.
func (m *Model) reveal(ref model.Ref) bool {
	switch ref.Kind {
	case model.KindStatement:
		m.fillStatements()
		return m.statements.find(ref)
	case model.KindSignal:
		m.fillSignals()
		return m.signals.find(ref)
	}
	return false
}

// phaseStep goes to the start of the phase before or after: as it was, else as
// it was planned. It reports whether there is one.
func (m *Model) phaseStep(by int) bool {
	at := m.moment()
	var best time.Time
	for _, p := range m.board.Phases() {
		start := p.Phase.Start
		if !p.ActualStart.IsZero() {
			start = p.ActualStart
		}
		if start.IsZero() || (!m.replay() && start.After(m.now)) {
			continue
		}
		ahead := by > 0 && start.After(at) && (best.IsZero() || start.Before(best))
		behind := by < 0 && start.Before(at) && (best.IsZero() || start.After(best))
		if ahead || behind {
			best = start
		}
	}
	if !best.IsZero() {
		m.goTime(best)
	}
	return !best.IsZero()
}

// here is the stop under the cursor, or the newest one known when there is none.
func (m *Model) here() (model.Moment, bool) {
	stops := m.momentsNow()
	if m.stop >= 0 && m.stop < len(stops) && stops[m.stop].At.Equal(m.moment()) {
		return stops[m.stop], true
	}
	at := m.moment()
	i := sort.Search(len(stops), func(i int) bool { return stops[i].At.After(at) }) - 1
	if i < 0 {
		return model.Moment{}, false
	}
	return stops[i], true
}

package ui

import (
	"slices"
	"sort"
	"strings"
	"time"

	"parley/model"
)

// goNear puts the cursor on the stop nearest to a moment.
func (m *Model) goNear(t time.Time) {
	stops, best := m.momentsNow(), -1
	for i := range stops {
		if best < 0 || stops[i].At.Sub(t).Abs() < stops[best].At.Sub(t).Abs() {
			best = i
		}
	}
	if best >= 0 {
		m.goStop(best)
	}
}

// beforeLines are the events up to the one under the cursor, the latest last. A
// blank line parts them from the lanes.
func (m *Model) beforeLines(w, n int) []string {
	stops, lines := m.momentsNow(), []string{spaces(w)}
	i := m.stop
	if here, ok := m.here(); i < 0 && ok {
		i = sort.Search(len(stops), func(i int) bool { return stops[i].At.After(here.At) }) - 1
	}
	var before []string
	for ; i > 0 && len(before) < n-1; i-- {
		before = append(before, m.stopLine(stops[i-1], w, false))
	}
	for len(lines)+len(before) < n {
		lines = append(lines, spaces(w))
	}
	slices.Reverse(before)
	return append(lines, before...)
}

// happenedLine says what stands under the cursor.
func (m *Model) happenedLine(w int) string {
	s, ok := m.here()
	if !ok {
		why := " no event and no signal on this record yet"
		switch {
		case m.narrowedBy() != "":
			why = " no event and no signal up to here matches the search"
		case len(m.momentsNow()) > 0:
			why = " no event and no signal up to here"
		}
		return newLine(w).put(m.theme.dim, why).done()
	}
	return m.stopLine(s, w, true)
}

// otherDay is the day of an event where that is known and not the day of a moment, at
// which it was told: a deadline that is passed did not pass then.
func (m *Model) otherDay(row model.EventRow, told time.Time) string {
	switch row.Precision {
	case "day", "hour", "minute":
	default:
		return ""
	}
	at := row.At
	if row.Precision == "day" && at.Equal(at.Truncate(24*time.Hour)) { // a date is no moment
		at = time.Date(at.Year(), at.Month(), at.Day(), 12, 0, 0, 0, m.loc())
	}
	if sameDay(at, told, m.loc()) {
		return ""
	}
	return day(at, m.loc())
}

// stopLine is a stop of the cursor in words; the one under the cursor stands out
// and is followed by the phase that runs.
func (m *Model) stopLine(s model.Moment, w int, current bool) string {
	t := m.theme
	glyph, st, text, struck := "▸", t.text, safe(s.Text), false
	switch s.Ref.Kind {
	case model.KindItem:
		glyph, st = "±", t.disputed
		if row, ok := m.board.Item(s.Ref); ok {
			text += ": " + safe(row.Feed.Name) + ", " + newsOf(row.Version)
		}
	case model.KindEvent:
		if row, ok := m.board.Event(s.Ref); ok {
			text = safe(row.Title)
			if on := m.otherDay(row, s.At); on != "" {
				text += " (" + on + ")"
			}
			text, struck = fellIn(text, row.Struck, row.Certainty), row.Struck
			if at, old := m.told(row.Reported, row.Evidence); old {
				st, text = t.dim, text+", published "+m.when(at)
			}
		}
	case model.KindSignal:
		if row, ok := m.signal(s.Ref); ok {
			r := rungThen(row)
			glyph, st = r.glyph, r.pick(t)
			text = r.word + " " + strings.Join(nonEmpty(m.pathOf(row.Signal), sigText(row.Signal)), "  ")
			text, struck = fellIn(text, row.Struck, row.Certainty), row.Struck
			if at, old := m.told(row.At, row.Evidence); old {
				st, text = t.dim, text+", published "+m.when(at)
			}
		}
	case model.KindStatement:
		if row, ok := m.statement(s.Ref); ok {
			glyph, st = "“", t.side(sideOf(row.Speaker))
			text = speakerName(row.Speaker, row.Statement.Speaker)
			if kind := telling(row); kind != "" {
				text += " (" + kind + ")"
			}
			text += ": " + shown(row.Statement)
			struck = row.Struck // telling says so
		}
	}
	at, words := t.strong, t.text
	if !current {
		at, words = t.dim, t.dim
	}
	if struck {
		st, words = st.with(t.struck), words.with(t.struck)
	}
	l := newLine(w)
	l.put("", " ").col(at, m.when(s.At), 7).put(st, glyph+" ").put(words, text)
	if under := m.underWay(); current && under != "" && l.room() > width(under)+4 {
		l.gap(w - width(under) - 2)
		l.put(t.live, under)
	}
	return l.done()
}

// fellIn is a fact in words behind what became of it, where it stands no longer: not every
// terminal strikes through.
func fellIn(text string, struck bool, sure model.Certainty) string {
	if struck {
		return "(" + surenessOf(sure).word + ") " + text
	}
	return text
}

// underWay names the phase that runs at the moment shown.
func (m *Model) underWay() string {
	for _, p := range m.board.Phases() {
		if p.Status == model.PhaseUnderWay {
			return "▶ " + safe(p.Phase.Title) + " under way"
		}
	}
	return ""
}

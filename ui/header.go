package ui

import (
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

// header says what this is, as of when, and how the desk does. The mode stands in
// plain words, and the past has a bar that is seen from across the room.
func (m *Model) header() []string {
	first := m.firstLine()
	if m.lay.header == 1 {
		return []string{first}
	}
	return []string{first, m.secondLine()}
}

// mode is what the screen shows: LIVE, AS OF a moment, REPLAY, FROZEN.
func (m *Model) mode() (text string, st style) {
	t := m.theme
	switch {
	case !m.at.IsZero():
		text, st = "AS OF "+stampBeside(m.at, m.now, m.loc())+" "+abbrev(m.at, m.loc()), t.asOf
		if m.inHall() { // the big clock has the time
			text = "AS OF " + day(m.at, m.loc())
		}
		if m.replay() {
			text = "REPLAY · " + text
		}
	case m.frozen:
		text, st = "‖ FROZEN", t.asOf
		if m.replay() {
			text = "REPLAY · " + text
		}
		if m.waiting > 0 {
			text += " · more waiting"
		}
	case m.replay():
		text, st = "REPLAY", t.replay
		switch {
		case m.player == nil:
		case m.player.Ended():
			text = "REPLAY ended"
		case m.player.Paused():
			text = "REPLAY " + m.speed() + " paused"
		default:
			text += " " + m.speed()
		}
	default:
		return " ● LIVE ", t.live
	}
	return t.frame(text), st
}

// speed is how fast a replay plays, or will: "×60".
func (m *Model) speed() string {
	return "×" + strconv.FormatFloat(m.player.Speed(), 'g', 4, 64)
}

// frame sets off what has a bar behind it, also where there are no colours.
func (t *theme) frame(text string) string {
	if t.profile <= colorprofile.Ascii {
		return "▌" + text + "▐"
	}
	return " " + text + " "
}

// inHall reports whether the screen is the presentation, with its own big clock.
func (m *Model) inHall() bool { return m.plan.present && m.page == nil }

func (m *Model) firstLine() string {
	t := m.theme
	l := newLine(m.w)
	mode, modeStyle := m.mode()
	name := safe(m.summit.Name)
	if place := safe(m.summit.Place); place != "" && m.w >= 140 && !strings.Contains(name, place) {
		name += "  " + place
	}
	right := width(mode) + 1
	trouble := ""
	if _, failing, _, _ := m.feedCounts(); failing > 0 && m.lay.header == 1 {
		trouble = m.failing(failing)
		right += width(trouble) + 1
	}
	news := ""
	if n := m.newCount(); n > 0 && m.lay.header == 1 { // there is no second line to say so
		news = itoa(n) + " new"
		right += width(news) + 1
	}
	clocks := ""
	if !m.inHall() {
		for _, c := range m.clocks() {
			if m.w-right-width(c)-3 >= min(14, width(name)-2) {
				clocks = c
				right += width(c) + 1
				break
			}
		}
	}
	if room := m.w - right - 2; room >= 8 || width(name) <= room { // a stump of a name says nothing
		l.put("", " ").put(t.strong, cut(name, room))
	}
	l.gap(m.w - right)
	if news != "" {
		l.put(t.fresh, news).put("", " ")
	}
	if trouble != "" {
		l.put(t.bad, trouble).put("", " ")
	}
	l.put(modeStyle, mode)
	if clocks != "" {
		l.put("", " ").put(t.text, clocks)
	}
	return l.done()
}

// clocks are the summit's time and UTC, and the chosen zone where it is neither, the
// longest way to write them first. In the past they show the moment of the cursor,
// never the present.
func (m *Model) clocks() []string {
	at := m.moment()
	shown := []zone{m.zones[m.zoneAt]}
	if m.zoneAt != 0 {
		shown = append(shown, m.zones[0])
	}
	shown = append(shown, zone{"UTC", time.UTC})
	var parts []string
	seen := map[string]bool{}
	if !m.at.IsZero() { // the mode beside them has the moment in the chosen zone
		seen[abbrev(at, m.loc())] = true
	}
	for _, z := range shown {
		short := abbrev(at, z.loc)
		if seen[short] {
			continue
		}
		seen[short] = true
		parts = append(parts, hm(at, z.loc)+" "+short)
	}
	all := strings.Join(parts, " · ")
	if !m.at.IsZero() {
		return []string{all}
	}
	date := at.In(m.loc()).Format("Mon 2 Jan ")
	return []string{date + all, date + parts[0], parts[0]}
}

// feedCounts are how many feeds answered when they were asked last, how many failed,
// how many are being asked and how many wait for that since the network is back.
func (m *Model) feedCounts() (well, failing, asking, waiting int) {
	for _, h := range m.health {
		switch {
		case m.fails(h):
			failing++
		case h.Failing():
			waiting++
		case h.Asked():
			well++
		}
		if h.Asking {
			asking++
		}
	}
	return well, failing, asking, waiting
}

// failing says how many feeds fail, or that there is no network, or no server, to ask.
func (m *Model) failing(n int) string {
	switch {
	case m.outage.Down && m.outage.Hosts == 1:
		return "no server"
	case m.outage.Down:
		return "no network"
	}
	return itoa(n) + " failing"
}

func (m *Model) secondLine() string {
	t := m.theme
	if caption := m.caption(); caption != "" && !m.plan.present && m.narrowedBy() == "" && width(caption)+34 > m.w {
		// Of a recording, what to look at is worth more than who fed it.
		return newLine(m.w).put("", " ").put(t.replayText, cut(caption, m.w-2)).done()
	}
	by, need := m.narrowedBy(), 0
	if by != "" { // what is missing is worth more than how the desk does
		need = min(width(by), m.w/2) + len("   ")
	}
	brief := 0
	for brief < briefest && m.desksState(brief, 2*m.w).w+need >= m.w {
		brief++
	}
	l := m.desksState(brief, m.w)
	if by != "" {
		by = cut(by, m.w-l.w-4)
		l.gap(m.w - width(by) - 1)
		l.put(t.asOfText, by)
	} else if caption := m.caption(); caption != "" && m.w-l.w > 30 && !m.plan.present {
		caption = cut(caption, m.w-l.w-3)
		l.gap(m.w-width(caption)-1).put(t.replayText, caption)
	}
	return l.done()
}

// How brief the state of the desk can be said: without what has changed, without the
// feeds that do well, without corrections, and without what is new.
const (
	noChanges = 1 + iota
	noWell
	noCorrections
	briefest
)

// desksState is how the feeds do and what is new, on a line of so many cells.
func (m *Model) desksState(brief, room int) *line {
	t, l := m.theme, newLine(room)
	l.put("", " ")
	well, failing, asking, waiting := m.feedCounts()
	switch total := len(m.health); {
	case total == 0:
		l.put(t.dim, "no feeds")
	case m.replay() && failing == 0 && brief >= noChanges:
		l.put(t.dim, "recorded")
	case m.replay() && failing == 0:
		l.put(t.dim, itoa(total)+" feeds, recorded")
	case brief >= noWell && failing > 0:
		l.put(t.bad, m.failing(failing))
	case brief >= noWell:
	default:
		l.put(t.dim, itoa(well)+"/"+itoa(total)+" feeds")
		if failing > 0 {
			l.put(t.dim, ", ").put(t.bad, m.failing(failing))
		}
	}
	if asking > 0 && brief < noWell {
		l.put(t.dim, ", asking "+itoa(asking))
	}
	if waiting > 0 && brief < noWell {
		l.put(t.dim, ", "+itoa(waiting)+" to be asked again")
	}
	m.putShared(l)
	m.putFresh(l, brief)
	return l
}

// putShared says what keeps the desk from polling or storing by itself.
func (m *Model) putShared(l *line) {
	desk, ok := m.desk.(Shared)
	if !ok {
		return
	}
	if m.opening != "" {
		l.put(m.theme.dim, " · ").put(m.theme.asOfText, cut(safe(m.opening)+"…", max(m.w-l.w-30, 0)))
	}
	if trouble := desk.Trouble(); trouble != "" {
		l.put(m.theme.dim, " · ").put(m.theme.bad, cut(safe(trouble), max(m.w-l.w-3, 0)))
	} else if by := desk.PolledBy(); by != "" && m.w-l.w > 40 {
		l.put(m.theme.dim, " · "+cut("reading along: "+safe(by)+" polls", m.w-l.w-20))
	}
}

// newCount is how many things came since the last look and were not visited.
func (m *Model) newCount() int {
	n := 0
	for _, ref := range m.fresh.New {
		if !m.visited[ref] {
			n++
		}
	}
	return n
}

// putFresh counts what came since the last look, as briefly as is said.
func (m *Model) putFresh(l *line, brief int) {
	t := m.theme
	n, c, k := m.newCount(), len(m.fresh.Changed), len(m.fresh.Corrected)
	if m.deskEmpty() {
		return
	}
	between := " · "
	if l.w == 1 {
		between = ""
	}
	if n+c+k == 0 && brief >= noChanges {
		return
	}
	if n+c+k == 0 {
		text := "nothing new"
		if m.novice {
			text = model.Counted(m.shown, "item", "items") + ", first look"
		}
		l.put(t.faint, " · ").put(t.dim, text)
		if m.novice && m.clock == model.BySeen && !m.replay() && m.narrowedBy() == "" { // all of it stands at one minute
			key, does := m.keys.hint("basis"), " times as published"
			if key != "" && l.w+len(" · ")+width(key+does) < m.w {
				l.put(t.faint, " · ").put(t.key, key).put(t.dim, does)
			}
		}
		return
	}
	for _, part := range []struct {
		n    int
		st   style
		what string
		upTo int // how brief
	}{{n, t.fresh, "new", noCorrections}, {c, t.text, "changed", 0}, {k, t.disputed, "corrected", noWell}} {
		if part.n > 0 && brief <= part.upTo {
			l.put(t.faint, between).put(part.st, itoa(part.n)+" "+part.what)
			between = " · "
		}
	}
}

// caption is what a replay says of the moment shown.
func (m *Model) caption() string {
	if m.player == nil {
		return ""
	}
	return safe(m.player.Caption(m.moment()))
}

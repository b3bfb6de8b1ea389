package ui

import (
	"cmp"
	"strings"
	"time"

	"parley/model"
)

// drawSignal: when, the rung as shape, word and colour, what, and from whom. What
// does not fit goes on below where the pane is high enough.
func (m *Model) drawSignal(i int, s sight, selected bool) []string {
	v := &m.signals
	ref, info := v.rows[i], v.info[i]
	row, ok := m.signal(ref)
	if !ok {
		return []string{spaces(s.w)}
	}
	inLadder := info.ladder >= 0
	unaimed := inLadder && v.ladders[info.ladder].Target.ID == ""
	alone := inLadder && !unaimed && m.standing(info.ladder).Sender != ""
	t := m.theme
	timeStyle, nameStyle := t.inks(selected && s.focused)
	r := rungOfRow(row)
	sure := surenessOf(row.Certainty)
	l := m.begin(s.w, selected, s.focused, m.unseen(row.Seen, ref))
	at, old := m.told(row.At, row.Evidence)
	when := m.when(at)
	if row.Signal.Historical { // told now, done before
		timeStyle, when = t.dim, cmp.Or(row.ActOf, "before")
	}
	l.col(timeStyle, when, 7)
	if s.w >= 50 {
		l.col(sure.pick(t), sure.glyph, 2)
	}
	if row.Struck {
		l.struck = t.struck
	}
	rungStyle, st := r.pick(t), t.text
	if row.Signal.Historical || row.Still || !row.Ended.IsZero() || old {
		rungStyle, st = t.dim, t.dim // told as background, long ago, goes on or is over: no news
	}
	l.put(rungStyle.with(nameStyle), r.glyph+" ")
	rungAt := l.w
	l.col(rungStyle.with(nameStyle), r.word, max(11, width(r.word)+1))
	most := max(6, s.w/3)
	tail := m.signalTail(row, inLadder && !unaimed, alone, most)
	tailWidth := min(width(tail), most)
	text := cmp.Or(sigText(row.Signal), "a measure")
	if !row.Ended.IsZero() {
		if row.Signal.Action != "licensed" {
			text = spoken(row.Signal.Action) + " " + text
		}
		text += ", ended " + day(row.Ended, m.loc())
	}
	if row.Signal.Sender == "" && inLadder && (!unaimed || m.pathOf(row.Signal) == "") { // the heading names those of the others
		text += ", " + m.senderOf(row.Signal)
	}
	text = fellIn(text, row.Struck, row.Certainty)
	if path := m.pathOf(row.Signal); (!inLadder || unaimed) && path != "" { // there, as later reports name it
		text = path + "  " + text
	}
	from, room, lines := l.w, s.w-l.w-tailWidth-2, 1
	switch {
	case s.h >= 24:
		lines = 3
	case s.h >= 9:
		lines = 2
	}
	if s.room > 0 {
		lines = min(lines, s.room)
	}
	under, wide := from, room
	if s.w < 48 { // there the words go on below the rung
		under, wide = rungAt, s.w-rungAt-1
	}
	wrapped := wrapUnder
	if row.Signal.Sender != "" && inLadder && !unaimed && !alone { // it stands at the end
		wrapped = wrapBound
	}
	parts := append(wrapped(text, room, wide, lines), "")
	l.col(st, parts[0], room)
	l.struck = ""
	l.put("", " ").colRight(t.dim, tail, tailWidth)
	out := []string{l.done()}
	for _, part := range parts[1:max(1, len(parts)-1)] {
		l = m.begin(s.w, selected, s.focused, false).gap(under)
		if row.Struck {
			l.struck = t.struck
		}
		l.put(st, part)
		l.struck = ""
		out = append(out, l.done())
	}
	if s.roomy() {
		out = append(out, m.sourceLine(m.begin(s.w, selected, s.focused, false), row.Evidence, from))
	}
	return out
}

// bound and loose join what governs a word with it, by a blank that is no place to break,
// and part them again.
var (
	bound = strings.NewReplacer(" on ", " on\u00a0", " from ", " from\u00a0")
	loose = strings.NewReplacer(" on\u00a0…", "…", " on…", "…", " from\u00a0…", "…", " from…", "…", "\u00a0", " ")
)

// wrapBound is wrapUnder for what a signal is about. No line ends in "on" or "from": with
// the sender at its end it would read as if that were the target, "sanctions on   US".
func wrapBound(text string, first, others, max int) []string {
	parts := wrapUnder(bound.Replace(" "+text), first, others, max)
	for i := range parts {
		parts[i] = loose.Replace(parts[i])
	}
	return parts
}

// signalTail stands at the end of a row of so many cells: what it counts down to, who sent
// it where neither the heading nor the row says so, and its sources.
func (m *Model) signalTail(row model.SignalRow, inLadder, alone bool, most int) string {
	var parts []string
	if row.Signal.Sender != "" && inLadder && !alone {
		parts = append(parts, cut(m.tag(row.Signal.Sender), 14))
	}
	parts = append(parts, nonEmpty(sources(row.Certainty), handSigns(row.Marks))...)
	tail := strings.Join(parts, " ")
	if !alone && row.Countdown.After(m.moment()) { // else the heading or the evidence has it
		if end := strings.TrimSpace(m.endOf(row) + " " + m.countdown(row.Countdown) + " " + tail); width(end) <= most {
			return end
		}
	}
	return tail
}

// endOf says what happens at the moment that a signal counts down to.
func (m *Model) endOf(row model.SignalRow) string {
	switch s := row.Signal; {
	case row.Begins && row.Countdown.After(m.moment()):
		return "takes effect"
	case row.Begins:
		return "in effect from"
	case s.Temporary || s.Direction == model.Relief:
		return "expires"
	}
	return "deadline"
}

// countdown says how far off a deadline is from the moment shown.
func (m *Model) countdown(at time.Time) string {
	d := at.Sub(m.moment())
	if d < 0 {
		return "passed " + m.when(at)
	}
	return "in " + ago(d)
}

// roomy reports whether a pane of signals has room for the sentence that each was read
// from: it goes by the size alone, so that nothing jumps as signals come.
func (s sight) roomy() bool { return s.w >= 70 && s.h >= 36 }

// sourceLine is the sentence that a signal was read from, after its outlet, from the
// column of the signal's words on.
func (m *Model) sourceLine(l *line, evidence []model.Evidence, from int) string {
	t := m.theme
	l.gap(from)
	if len(evidence) > 0 {
		e := evidence[0]
		l.put(t.dim, safe(e.Feed.Name)+": "+curled(safe(strings.Join(strings.Fields(e.Sentence), " "))))
	}
	return l.done()
}

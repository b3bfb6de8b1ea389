package ui

import (
	"slices"
	"sort"
	"strings"
	"time"

	"parley/model"
)

// digits are the shapes of the big clock, three lines of half blocks that are up to four
// cells wide.
var digits = map[rune][3]string{
	'0': {"█▀▀█", "█  █", "█▄▄█"}, '1': {" ▀█ ", "  █ ", " ▄█▄"}, '2': {"▀▀▀█", "█▀▀▀", "█▄▄▄"},
	'3': {"▀▀▀█", " ▀▀█", "▄▄▄█"}, '4': {"█  █", "▀▀▀█", "   █"}, '5': {"█▀▀▀", "▀▀▀█", "▄▄▄█"},
	'6': {"█▀▀▀", "█▀▀█", "█▄▄█"}, '7': {"▀▀▀█", "  █ ", " █  "}, '8': {"█▀▀█", "█▀▀█", "█▄▄█"},
	'9': {"█▀▀█", "▀▀▀█", "▄▄▄█"}, ':': {" ▄ ", "   ", " ▀ "}, ' ': {"  ", "  ", "  "},
}

// bigClock draws a time over three lines, or twice as large over six.
func bigClock(text string, twice bool) []string {
	lines := make([]string, len(digits['0']))
	for i, r := range text {
		shape, ok := digits[r]
		if !ok {
			continue
		}
		for y := range lines {
			if i > 0 {
				lines[y] += " "
			}
			lines[y] += shape[y]
		}
	}
	if !twice {
		return lines
	}
	var large []string
	for _, line := range lines {
		large = append(large, twiceUpper.Replace(line), twiceLower.Replace(line))
	}
	return large
}

// What the upper and the lower half of a line of half blocks look like, twice as large.
var (
	twiceUpper = strings.NewReplacer("█", "██", "▀", "██", "▄", "  ", " ", "  ")
	twiceLower = strings.NewReplacer("█", "██", "▀", "  ", "▄", "██", " ", "  ")
)

// presentation is the screen for a hall: a big clock, what to look at, what came of
// it, the words said last, large and few, and where the ladders stand.
func (m *Model) presentation(w, h int) []string {
	t := m.theme
	margin := max(2, w/16)
	d := &doc{t: t, w: w - 2*margin}
	d.blank()
	_, st := m.mode()
	if m.replay() {
		st = t.replayText
	}
	if !m.at.IsZero() {
		st = t.asOfText
	}
	clock := bigClock(hm(m.moment(), m.loc()), w >= 150 && h >= 45)
	zone := abbrev(m.moment(), m.loc())
	both := zone + "   " + hm(m.moment(), time.UTC) + " UTC"
	if zone == "UTC" {
		both = zone
	}
	date := m.moment().In(m.loc())
	room := d.w - width(clock[0]) - 4
	side := []string{
		fitting(room, date.Format("Monday 2 January 2006"), date.Format("Mon 2 Jan 2006"), date.Format("2 Jan")),
		fitting(room, both, zone), m.underWay(),
	}
	every := len(clock) / len(side)
	for y, part := range clock {
		beside := ""
		if y%every == every-1 {
			beside = side[y/every]
		}
		d.row(piece{st, part}, piece{t.text, "    "}, piece{t.strong, beside})
	}
	if caption := m.caption(); caption != "" {
		d.blank()
		d.para(t.replayText, 0, caption)
	}
	m.putOutcomes(d)
	m.fillStatements()
	m.fillSignals()
	stand := &doc{t: t, w: d.w}
	for left, i := max(1, h/12), 0; left > 0 && i < len(m.signals.ladders) && m.signals.ladders[i].Target.ID != ""; i++ {
		if pieces := m.ladderInWords(m.signals.ladders[i]); len(pieces) > 1 {
			stand.blank()
			stand.flow(0, pieces)
			left--
		}
	}
	foot := h - len(stand.lines) - 1
	m.putVoices(d, foot-len(d.lines))
	for len(d.lines) < foot {
		d.blank()
	}
	d.lines = append(d.lines, stand.lines...)
	out := make([]string, 0, h)
	for _, line := range d.lines {
		out = append(out, spaces(margin)+line+spaces(w-margin-d.w))
	}
	return fill(out, w, max(h, 0))
}

// outcomesMost is how many outcomes a hall sees at once.
const outcomesMost = 3

// outcome is what the talks ended with, or without.
type outcome struct {
	at    time.Time
	title string
	sure  sureness
}

// outcomes are what came of the talks in the latest hours among some stops, newest first:
// agreements, that there was none, and what was called off.
func (m *Model) outcomes(stops []model.Moment) (list []outcome) {
	end := sort.Search(len(stops), func(i int) bool { return stops[i].At.After(m.moment()) })
	told := map[string]int{} // what came of it → its place in list
	for i := end - 1; i >= max(0, end-200) && m.moment().Sub(stops[i].At) < voicesFor && len(list) < outcomesMost; i-- {
		row, ok := m.board.Event(stops[i].Ref)
		if !ok || row.Struck || !isOutcome(row.Event) {
			continue
		}
		o := outcome{stops[i].At, row.Title, surenessOf(row.Certainty)}
		_, came, named := strings.Cut(row.Title, ": ")
		if !named {
			came = row.Title
		}
		at, again := told[came]
		if !again {
			told[came] = len(list)
			list = append(list, o)
		} else if named && !strings.Contains(list[at].title, ": ") { // it says between whom
			list[at] = o
		}
	}
	return list
}

func (m *Model) putOutcomes(d *doc) {
	t := d.t
	for i, o := range m.outcomes(m.momentsNow()) {
		if i == 0 {
			d.blank()
		}
		d.row(piece{t.dim, m.when(o.at) + "  "}, piece{o.sure.pick(t), o.sure.glyph + " "}, piece{t.strong, o.title}, piece{t.dim, "   " + o.sure.word})
	}
}

// isOutcome reports whether an event is what talks end with, or without.
func isOutcome(e model.Event) bool {
	switch e.Kind {
	case "agreement":
		return e.Status == model.Done || e.Status == model.NoneReached
	case "cancellation":
		return true // its status is that of what it took back
	}
	return false
}

// putVoices writes the words said last, as many as fit whole into the lines left; the
// newest of them are cut rather than left out.
func (m *Model) putVoices(d *doc, room int) {
	t := d.t
	for i, ref := range m.voices(8) {
		row, _ := m.statement(ref)
		most := 4
		if i == 0 {
			most = max(1, min(most, room-2))
		}
		words := wrap(lastWords(row), d.w-4, most)
		if len(words)+2 > room {
			continue // a shorter one may still fit
		}
		room -= len(words) + 2
		d.blank()
		sure := surenessOf(row.Certainty)
		at, _ := m.told(row.At, row.Evidence)
		d.row(piece{sure.pick(t), sure.glyph + " "}, piece{t.side(sideOf(row.Speaker)).with(boldOf(t)), speakerName(row.Speaker, row.Statement.Speaker)}, piece{t.dim, "   " + m.when(at) + "   " + sure.word})
		for _, part := range words {
			d.lines = append(d.lines, newLine(d.w).put("", "    ").put(t.text, part).done())
		}
	}
}

// voicesFor is how long words are news for a hall.
const voicesFor = 12 * time.Hour

// voices are up to n statements for a hall, newest first, by people the directory
// knows: of the latest hours one by everyone who was heard, in their own words where
// there are any, then second ones; then older ones, again one by everyone.
func (m *Model) voices(n int) []model.Ref {
	const quote, told, second, older, places = 0, 1, 2, 3, 4
	var chosen [places][]int // places in the list of statements
	spoke := map[string]bool{}
	retold, wasOld := map[string]int{}, map[string]bool{}
	var newest time.Time
	rows := m.statements.rows[:min(len(m.statements.rows), 200)]
	for i, ref := range rows {
		row, ok := m.statement(ref)
		who := row.Speaker.ID
		if _, known := m.desk.Directory().Find(who); !ok || row.Struck || !known {
			continue
		}
		newest = later(newest, row.At)
		switch {
		case newest.Sub(row.At) > voicesFor:
			if !wasOld[who] && row.Statement.Mode != model.Indirect {
				wasOld[who] = true
				chosen[older] = append(chosen[older], i)
			}
		case row.Statement.Mode == model.Indirect:
			if _, told := retold[who]; !told {
				retold[who] = i
			}
		case spoke[who]:
			chosen[second] = append(chosen[second], i)
		default:
			spoke[who] = true
			chosen[quote] = append(chosen[quote], i)
		}
	}
	for who, i := range retold {
		if !spoke[who] {
			chosen[told] = append(chosen[told], i)
		}
	}
	slices.Sort(chosen[told])
	picked := slices.Concat(chosen[:]...)
	if len(picked) == 0 { // nobody the directory knows: the newest of all
		for i := range rows {
			picked = append(picked, i)
		}
	}
	picked = picked[:min(len(picked), n)]
	slices.Sort(picked)
	out := make([]model.Ref, len(picked))
	for i, at := range picked {
		out[i] = rows[at]
	}
	return out
}

// ladderInWords is where a target stands: the rung of pressure and of relief behind its
// name, or nothing.
func (m *Model) ladderInWords(ladder model.Ladder) []piece {
	t, standing := m.theme, m.board.Standing(&ladder)
	pieces := []piece{{t.strong, safe(m.nameOf(ladder.Target.ID)) + "   "}}
	if standing.Rung != "" {
		r := rungOf(standing.Rung, model.Pressure)
		pieces = append(pieces, piece{r.pick(t), r.glyph + " " + r.word + "   "})
	}
	if standing.Relief != "" {
		r := rungOf(standing.Relief, model.Relief)
		pieces = append(pieces, piece{r.pick(t), r.glyph + " " + r.word + "   "})
	}
	if !standing.Next.IsZero() {
		pieces = append(pieces, piece{t.asOfText, standing.NextWhy + " " + m.countdown(standing.Next) + "   "})
	}
	if n := len(ladder.Refs); n > 0 {
		if row, ok := m.signal(ladder.Refs[n-1]); ok && row.Signal.Action != standing.Rung && row.Signal.Action != standing.Relief && !row.Signal.Historical && !row.Struck {
			r := rungOfRow(row)
			pieces = append(pieces, piece{t.dim, "last "}, piece{r.pick(t), r.glyph + " " + r.word + " " + sigText(row.Signal) + "   "})
		}
	}
	return pieces
}

// fitting is the first way of writing something that fits into w cells, else the last.
func fitting(w int, ways ...string) string {
	for _, s := range ways {
		if width(s) <= w {
			return s
		}
	}
	return ways[len(ways)-1]
}

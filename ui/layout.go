package ui

// paneID names a pane; its number is its key.
type paneID int

const (
	actorsPane paneID = iota + 1
	statementsPane
	signalsPane
	timelinePane
	pagePane    // evidence, versions, conflicts, feeds, help: whatever is opened
	watchPane   // what not to miss, on wide screens
	previewPane // evidence of the row under the cursor, on still wider ones
)

// The smallest screen that is of use, in cells.
const (
	minWidth  = 40
	minHeight = 10
)

// rect is where a pane stands on the screen, in cells from the top left.
type rect struct{ x, y, w, h int }

func (r rect) holds(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// slot is a pane and its place.
type slot struct {
	pane paneID
	rect
}

// layout is where everything stands. Columns stand side by side with a one-cell
// rule between them; the foot is below them over the whole width.
type layout struct {
	w, h    int
	header  int // lines
	columns [][]slot
	foot    []slot
	tabs    bool // one pane at a time: its title names the others
}

// plan is what the layout depends on beside the size of the screen.
type plan struct {
	focus   paneID
	zoomed  bool
	page    bool
	broad   bool              // the page takes the place of all panes but the timeline
	covers  bool              // and of the timeline too
	grow    [pagePane + 1]int // lines or cells by which the reader changed a pane
	present bool
	hidden  [pagePane + 1]bool // actors, signals or the timeline: put away by the reader
}

// lay computes the layout of a screen: three columns, two, or one with tabs, over
// the timeline.
func lay(w, h int, p plan) layout {
	l := layout{w: w, h: h, header: 2}
	if h < 18 {
		l.header = 1
	}
	body := h - l.header - 1 // the footer
	main := p.focus
	if p.page {
		main = pagePane
	}
	if p.zoomed || p.covers || (p.page && h < 18) {
		l.columns = [][]slot{l.stack(0, w, body, pieces{{main, 0}})}
		l.tabs = true
		return l
	}
	foot := min(timelineHeight(h)+p.grow[timelinePane], body-4)
	if foot >= 2 && !p.hidden[timelinePane] {
		l.foot = []slot{{timelinePane, rect{0, l.header + body - foot, w, foot}}}
		body -= foot
	}
	if main == timelinePane && len(l.foot) > 0 {
		main = statementsPane
	}
	switch {
	case main == timelinePane: // what has the keys is seen, though there is no room below the others
		l.columns = [][]slot{l.stack(0, w, body, pieces{{timelinePane, 0}})}
		l.tabs = true
	case p.broad:
		l.columns = [][]slot{l.stack(0, w, body, pieces{{pagePane, 0}})}
		l.tabs = true
	case w >= 170:
		l.three(w, body, p)
	case w >= 96:
		l.two(w, body, p)
	default:
		l.columns = [][]slot{l.stack(0, w, body, pieces{{main, 0}})}
		l.tabs = true
	}
	return l
}

func timelineHeight(h int) int {
	switch {
	case h < 14:
		return 0
	case h < 18:
		return 2
	case h < 28:
		return 6
	case h < 34:
		return 9
	case h < 44:
		return 11
	case h < 80:
		return 15
	}
	return 24 // with what happened before the moment shown
}

func (l *layout) three(w, body int, p plan) {
	left, right := w*23/100, w*3/10
	if w >= 240 { // what an actor said last is worth more than long lines of the others
		left, right = w*3/10, w*27/100
	}
	left = clampSize(left+p.grow[actorsPane], 30, max(48, w/3))
	right = clampSize(right+p.grow[signalsPane], 44, w/2)
	if p.hidden[actorsPane] || p.hidden[signalsPane] {
		l.some(w, body, left, right, p)
		return
	}
	mid := w - left - right - 2
	if p.page {
		// Evidence stands where the signals were, or beside them where they are being read.
		right = clampSize(w*2/5+p.grow[pagePane], 50, w/2)
		mid = w - left - right - 2
		list := p.focus
		if list != signalsPane {
			list = statementsPane
		}
		l.columns = [][]slot{l.stack(0, left, body, actorsAnd(body)), l.stack(left+1, mid, body, pieces{{list, 0}}), l.stack(left+mid+2, right, body, pieces{{pagePane, 0}})}
		return
	}
	signals := pieces{{signalsPane, 0}}
	if w >= 220 && body >= 36 {
		signals = pieces{{signalsPane, body * 3 / 5}, {previewPane, 0}}
	}
	l.columns = [][]slot{l.stack(0, left, body, actorsAnd(body)), l.stack(left+1, mid, body, pieces{{statementsPane, 0}}), l.stack(left+mid+2, right, body, signals)}
}

// actorsAnd is the left column of a wide screen: the actors and, where there is
// room below them, what to watch.
func actorsAnd(body int) pieces {
	if body < 30 {
		return pieces{{actorsPane, 0}}
	}
	return pieces{{actorsPane, body * 3 / 5}, {watchPane, 0}}
}

// some are the columns of a wide screen where the reader put one or two away: the
// statements take their room.
func (l *layout) some(w, body, left, right int, p plan) {
	last := signalsPane
	if p.page {
		last, right = pagePane, clampSize(w*2/5+p.grow[pagePane], 50, w/2)
	}
	x := 0
	if !p.hidden[actorsPane] {
		l.columns = append(l.columns, l.stack(0, left, body, actorsAnd(body)))
		x = left + 1
	}
	end := w
	if p.page || !p.hidden[signalsPane] {
		end = w - right - 1
	}
	list := statementsPane
	if p.page && p.focus == signalsPane {
		list = signalsPane
	}
	l.columns = append(l.columns, l.stack(x, end-x, body, pieces{{list, 0}}))
	if end < w {
		l.columns = append(l.columns, l.stack(end+1, right, body, pieces{{last, 0}}))
	}
}

func (l *layout) two(w, body int, p plan) {
	left := clampSize(w*2/5+p.grow[signalsPane], 38, w/2)
	if p.page {
		left = clampSize(w*2/5+p.grow[pagePane], 36, w/2)
		list := p.focus
		if list == timelinePane {
			list = statementsPane
		}
		l.columns = [][]slot{l.stack(0, left, body, pieces{{list, 0}}), l.stack(left+1, w-left-1, body, pieces{{pagePane, 0}})}
		return
	}
	switch {
	case p.hidden[actorsPane] && p.hidden[signalsPane]:
		l.columns = [][]slot{l.stack(0, w, body, pieces{{statementsPane, 0}})}
		return
	case p.hidden[actorsPane], p.hidden[signalsPane]:
		other := signalsPane
		if p.hidden[signalsPane] {
			other = actorsPane
		}
		l.columns = [][]slot{l.stack(0, left, body, pieces{{other, 0}}), l.stack(left+1, w-left-1, body, pieces{{statementsPane, 0}})}
		return
	}
	actors := clampSize(body*2/5+p.grow[actorsPane], 4, body-5)
	l.columns = [][]slot{l.stack(0, left, body, pieces{{actorsPane, actors}, {signalsPane, 0}}), l.stack(left+1, w-left-1, body, pieces{{statementsPane, 0}})}
}

// pieces are panes on top of each other and their heights, the last one taking
// what is left.
type pieces []struct {
	pane paneID
	h    int
}

func (l *layout) stack(x, w, h int, ps pieces) []slot {
	var out []slot
	y := l.header
	for i, p := range ps {
		ph := p.h
		if i == len(ps)-1 {
			ph = l.header + h - y
		}
		out = append(out, slot{p.pane, rect{x, y, w, ph}})
		y += ph
	}
	return out
}

func clampSize(n, lo, hi int) int { return max(lo, min(n, hi)) }

// slots are all panes on the screen.
func (l *layout) slots() []slot {
	var all []slot
	for _, c := range l.columns {
		all = append(all, c...)
	}
	return append(all, l.foot...)
}

// find returns the place of a pane.
func (l *layout) find(p paneID) (rect, bool) {
	for _, s := range l.slots() {
		if s.pane == p {
			return s.rect, true
		}
	}
	return rect{}, false
}

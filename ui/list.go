package ui

import "slices"

// list is the cursor and the window of a pane over rows that come and go. The
// cursor holds on to a row, not to a number, and once the reader has touched the
// list the first line on the screen stays where it is: arrivals never move what
// is being read.
type list[K comparable] struct {
	rows    []K
	cur     int
	top     int
	pad     int  // blank lines above the first row, see stand
	touched bool // the reader moved in it; until then new rows show on top
	pull    bool // the reader moved since the last frame: no blank lines below
	anew    bool // a filter changed: a cursor whose row is gone goes to the newest
	stood   []standing[K]

	// home is the row that the cursor stood on when it went out of the list, and above
	// how many rows stood over it: both come back with it, unless the reader moved.
	home  K
	above int
	away  bool
}

// standing is a row that the last frame showed and its line.
type standing[K comparable] struct {
	row K
	y   int
}

// set replaces the rows, keeping cursor and window on theirs.
func (l *list[K]) set(rows []K) {
	var cur, top K
	had := len(l.rows) > 0
	if had {
		cur, top = l.rows[l.cur], l.rows[min(l.top, len(l.rows)-1)]
	}
	anew := l.anew
	l.rows, l.anew = rows, false
	if !l.touched || !had && !l.away {
		l.cur, l.top = 0, 0
		return
	}
	oldCur, oldTop := l.cur, l.top
	l.cur, l.top = -1, -1
	for i, r := range rows {
		if !had {
			break
		}
		if r == cur {
			l.cur = i
		}
		if r == top {
			l.top = i
		}
		if l.cur >= 0 && l.top >= 0 {
			break
		}
	}
	if l.cur < 0 {
		l.cur = oldCur
		if !l.away {
			l.home, l.above, l.away = cur, oldCur-oldTop, true
		}
		if anew {
			l.cur, l.top = 0, 0
		}
	}
	if l.top < 0 {
		l.top = oldTop
	}
	if l.away {
		if i := slices.Index(rows, l.home); i >= 0 {
			l.cur, l.top, l.away = i, i-l.above, false
		}
	}
	l.clamp()
}

// refill lets the next frame fill the window: the rows are other ones than those
// that stood there.
func (l *list[K]) refill() { l.stood, l.pad, l.pull, l.anew = nil, 0, true, true }

func (l *list[K]) clamp() {
	l.cur = max(0, min(l.cur, len(l.rows)-1))
	l.top = max(0, min(l.top, len(l.rows)-1))
}

// move steps the cursor.
func (l *list[K]) move(by int) {
	l.touched, l.pull, l.away = true, true, false
	l.cur += by
	l.clamp()
}

// to puts the cursor on a row by number.
func (l *list[K]) to(i int) {
	l.touched, l.pull, l.away = true, true, false
	l.cur = i
	l.clamp()
}

// rest goes back to the newest and lets new rows show on top again.
func (l *list[K]) rest() {
	l.touched, l.away, l.cur, l.top = false, false, 0, 0
}

// find puts the cursor on a row.
func (l *list[K]) find(row K) bool {
	found := l.point(row)
	if found {
		l.to(l.cur)
	}
	return found
}

// point puts the cursor on a row as the moment moves: the reader did not.
func (l *list[K]) point(row K) bool {
	i := slices.Index(l.rows, row)
	if i < 0 {
		return false
	}
	l.cur = i
	return true
}

// row is what the cursor stands on.
func (l *list[K]) row() (row K, ok bool) {
	if len(l.rows) == 0 {
		return row, false
	}
	return l.rows[l.cur], true
}

// scroll moves the window so that the cursor is within h lines and says where
// the window starts. height tells how many lines a row takes, and atTop how many more
// or less than that where the window starts with it; nil is none. The cursor of a
// reader that runs out of the window turns the page, with the row it came from
// still on it: a line more at a time would send the whole pane for every key.
func (l *list[K]) scroll(h int, height, atTop func(i int) int) int {
	if len(l.rows) == 0 {
		return 0
	}
	if atTop == nil {
		atTop = func(int) int { return 0 }
	}
	if l.top > 0 || l.pad >= h {
		l.pad = 0
	}
	if l.cur < l.top {
		l.top = l.cur
		if l.pull && l.cur+1 < len(l.rows) { // the page before ends with the row it came from
			l.growUp(height(l.cur)+height(l.cur+1), h, height, atTop)
		}
	}
	used := l.pad
	for i := l.cur; i >= l.top; i-- {
		used += height(i)
		if used+atTop(i) <= h || i == l.cur {
			continue
		}
		l.top, l.pad = i+1, 0
		if l.pull && height(l.cur-1)+height(l.cur)+atTop(l.cur-1) <= h {
			l.top = l.cur - 1
		}
		break
	}
	if !l.pull {
		return l.top
	}
	l.pull = false
	below := l.pad
	for i := l.top; i < len(l.rows) && below < h; i++ {
		below += height(i)
	}
	l.growUp(below, h, height, atTop)
	return l.top
}

// growUp starts the window, whose rows take so many lines, as far up as h lines hold.
func (l *list[K]) growUp(used, h int, height, atTop func(i int) int) {
	for l.top > 0 && used+height(l.top-1)+atTop(l.top-1) <= h {
		l.top--
		used += height(l.top)
	}
}

// stand keeps the rows where the last frame had them while the moment moves in a
// list that nobody moved in. What is not known yet leaves its lines blank, and what
// becomes known is written into them: nothing that is being read jumps, and few
// bytes are sent. The page turns where the newest row would stand in the lower
// third of the h lines, or above them; then it leaves two thirds to what comes.
func (l *list[K]) stand(h int, height func(i int) int) {
	if l.touched || len(l.rows) == 0 {
		return
	}
	l.pad = 0
	if y, ok := l.firstLine(h, height); ok {
		switch {
		case y < 0:
			l.pad = ahead(h)
		case y <= ahead(h):
			l.pad = y
		}
	}
}

// ahead is how many of h lines may be blank above the newest row.
func ahead(h int) int { return h * 2 / 3 }

// firstLine is where the first row stands so that a row of the last frame keeps
// its line; not ok where none of those is among the rows that fit into h lines.
func (l *list[K]) firstLine(h int, height func(i int) int) (y int, ok bool) {
	above := 0
	for i := 0; i < len(l.rows) && above < h; i++ {
		for _, s := range l.stood {
			if s.row == l.rows[i] {
				return s.y - above, true
			}
		}
		above += height(i)
	}
	return 0, false
}

// remember keeps what a frame of h lines shows, for stand.
func (l *list[K]) remember(h int, height func(i int) int) {
	l.stood = l.stood[:0]
	y := l.pad
	for i := l.top; i < len(l.rows) && y < h; i++ {
		l.stood = append(l.stood, standing[K]{l.rows[i], y})
		y += height(i)
	}
}

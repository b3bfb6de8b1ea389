package ui

// list is the cursor and the window of a pane over rows that come and go. The
// cursor holds on to a row, not to a number, and once the reader has touched the
// list the first line on the screen stays where it is: arrivals never move what
// is being read.
type list[K comparable] struct {
	rows    []K
	cur     int
	top     int
	touched bool // the reader moved in it; until then new rows show on top
	pull    bool // the reader moved since the last frame: no blank lines below
}

// set replaces the rows, keeping cursor and window on theirs.
func (l *list[K]) set(rows []K) {
	var cur, top K
	had := len(l.rows) > 0
	if had {
		cur, top = l.rows[l.cur], l.rows[min(l.top, len(l.rows)-1)]
	}
	l.rows = rows
	if !had || !l.touched {
		l.cur, l.top = 0, 0
		return
	}
	oldCur, oldTop := l.cur, l.top
	l.cur, l.top = -1, -1
	for i, r := range rows {
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
	}
	if l.top < 0 {
		l.top = oldTop
	}
	l.clamp()
}

func (l *list[K]) clamp() {
	l.cur = max(0, min(l.cur, len(l.rows)-1))
	l.top = max(0, min(l.top, len(l.rows)-1))
}

// move steps the cursor.
func (l *list[K]) move(by int) {
	l.touched, l.pull = true, true
	l.cur += by
	l.clamp()
}

// to puts the cursor on a row by number.
func (l *list[K]) to(i int) {
	l.touched, l.pull = true, true
	l.cur = i
	l.clamp()
}

// rest goes back to the newest and lets new rows show on top again.
func (l *list[K]) rest() {
	l.touched, l.cur, l.top = false, 0, 0
}

// find puts the cursor on a row.
func (l *list[K]) find(row K) bool {
	for i, r := range l.rows {
		if r == row {
			l.to(i)
			return true
		}
	}
	return false
}

// row is what the cursor stands on.
func (l *list[K]) row() (row K, ok bool) {
	if len(l.rows) == 0 {
		return row, false
	}
	return l.rows[l.cur], true
}

// scroll moves the window so that the cursor is within h lines and says where
// the window starts. height tells how many lines a row takes. The cursor of a
// reader that runs out of the window turns the page, with the row it came from
// still on it: a line more at a time would send the whole pane for every key.
func (l *list[K]) scroll(h int, height func(i int) int) int {
	if len(l.rows) == 0 {
		return 0
	}
	if l.cur < l.top {
		l.top = l.cur
		if l.pull && l.cur+1 < len(l.rows) { // the page before ends with the row it came from
			used := height(l.cur) + height(l.cur+1)
			for l.top > 0 && used+height(l.top-1) <= h {
				l.top--
				used += height(l.top)
			}
		}
	}
	used := 0
	for i := l.cur; i >= l.top; i-- {
		used += height(i)
		if used <= h || i == l.cur {
			continue
		}
		l.top = i + 1
		if l.pull && height(l.cur-1)+height(l.cur) <= h {
			l.top = l.cur - 1
		}
		break
	}
	if !l.pull {
		return l.top
	}
	l.pull = false
	below := 0
	for i := l.top; i < len(l.rows) && below < h; i++ {
		below += height(i)
	}
	for l.top > 0 && below+height(l.top-1) <= h {
		l.top--
		below += height(l.top)
	}
	return l.top
}

package ui

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// style is the parameters of an SGR sequence, "1;38;5;12", empty for plain text.
type style string

// with joins styles, later ones winning.
func (s style) with(more ...style) style {
	for _, m := range more {
		switch {
		case s == "":
			s = m
		case m != "":
			s += ";" + m
		}
	}
	return s
}

// line builds one screen line of styled pieces and knows how wide it is.
// Texts must be safe.
type line struct {
	b    strings.Builder
	w    int
	max  int   // put never writes beyond it
	over style // laid over every piece: the background of a chosen row
	flat bool  // only over counts: pieces keep no style of their own
	// struck strikes every piece through.
	struck style
	last   style // of the piece before
}

func newLine(max int) *line {
	l := &line{max: max}
	l.b.Grow(max + max/2 + 40) // what most lines come to with their styles
	return l
}

// put writes a text, cut to what room is left.
func (l *line) put(st style, s string) *line {
	room := l.max - l.w
	if room <= 0 || s == "" {
		return l
	}
	w := width(s)
	if w > room {
		s = cut(s, room)
		w = width(s)
	}
	if st == "" && strings.TrimLeft(s, " ") == "" {
		st = l.carried(w)
	}
	l.raw(st, s, w)
	return l
}

func (l *line) raw(st style, s string, w int) {
	if l.flat {
		st = ""
	}
	st = st.with(l.struck, l.over)
	l.w, l.last = l.w+w, st
	if st == "" {
		l.b.WriteString(s)
		return
	}
	l.b.WriteString("\x1b[")
	l.b.WriteString(string(st))
	l.b.WriteByte('m')
	l.b.WriteString(s)
	l.b.WriteString(reset)
}

// col writes a text into a column of exactly w cells.
func (l *line) col(st style, s string, w int) *line {
	w = min(w, l.max-l.w)
	if w <= 0 {
		return l
	}
	end := l.w + w
	s = cut(s, w)
	n := width(s)
	l.raw(st, s, n)
	return l.gap(end)
}

// shortGap is up to how many blanks behind a piece keep its style.
const shortGap = 4

// carried is the style of n blanks: that of the piece before them where they are few
// and it does not show. To change it for them would take more bytes than they do.
func (l *line) carried(n int) style {
	if n <= shortGap && l.over == "" && l.struck == "" && l.last.inkOnly() {
		return l.last
	}
	return ""
}

// inkOnly reports whether a style shows on letters only, and not on blanks.
func (s style) inkOnly() bool {
	for rest := string(s); rest != ""; {
		var p string
		p, rest, _ = strings.Cut(rest, ";")
		switch {
		case p == "38": // a colour follows: of the palette, or three parts
			var kind string
			kind, rest, _ = strings.Cut(rest, ";")
			skip := 1
			if kind == "2" {
				skip = 3
			}
			for range skip {
				_, rest, _ = strings.Cut(rest, ";")
			}
		case p == "1", p == "2", p == "3", len(p) == 2 && (p[0] == '3' || p[0] == '9'):
		default:
			return false
		}
	}
	return true
}

// colRight writes a text at the right end of a column of w cells.
func (l *line) colRight(st style, s string, w int) {
	s = cut(s, w)
	l.gap(l.w + w - width(s))
	l.put(st, s)
}

// gap fills with blanks up to a column.
func (l *line) gap(to int) *line {
	n := min(to, l.max) - l.w
	return l.blank(l.carried(n), n)
}

// blank writes n blanks, which nothing strikes through.
func (l *line) blank(st style, n int) *line {
	if n > 0 {
		struck := l.struck
		l.struck = ""
		l.raw(st, spaces(n), n)
		l.struck = struck
	}
	return l
}

// choose lays the look of a chosen row over the pieces that follow.
func (l *line) choose(t *theme) { l.over, l.flat = t.sel, t.flatSel }

// lift ends what is laid over the pieces.
func (l *line) lift() *line {
	l.over, l.flat = "", false
	return l
}

// room is how many cells are left.
func (l *line) room() int { return l.max - l.w }

// done fills the line to its full width, with blanks that a terminal can erase to.
func (l *line) done() string {
	l.blank("", l.room())
	return l.b.String()
}

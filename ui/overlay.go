package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// overlay lays w cells over a styled line from column x on.
func overlay(under, over string, x, w int) string {
	if s, ok := overlayPlain(under, over, x, w); ok {
		return s
	}
	return overlayAny(under, over, x, w)
}

func overlayAny(under, over string, x, w int) string {
	total := ansi.StringWidth(under)
	left, right := ansi.Cut(under, 0, x), ansi.Cut(under, x+w, total)
	// A wide character that an edge cuts in two leaves a blank.
	if ansi.StringWidth(left) > x {
		left = ansi.Cut(under, 0, x-1)
	}
	if ansi.StringWidth(right) > total-x-w {
		right = ansi.Cut(under, x+w+1, total)
	}
	return left + spaces(x-ansi.StringWidth(left)) + over + spaces(total-x-w-ansi.StringWidth(right)) + right
}

// overlayPlain is overlay for a line of letters and marks that are one cell wide
// everywhere, as those of the timeline are; not ok for any other.
func overlayPlain(under, over string, x, w int) (string, bool) {
	var active string // the style where we are, an escape sequence
	var left, right int
	var leftStyle, rightStyle string
	cell := 0
	found := false
	for i := 0; i < len(under); {
		if under[i] == '\x1b' {
			end := strings.IndexByte(under[i:], 'm')
			if end < 0 {
				return "", false
			}
			if active = under[i : i+end+1]; active == reset {
				active = ""
			}
			i += end + 1
			continue
		}
		if cell == x {
			left, leftStyle = i, active
		}
		if cell == x+w {
			right, rightStyle, found = i, active, true
		}
		r, n := utf8.DecodeRuneInString(under[i:])
		if !oneCell(r) {
			return "", false
		}
		cell++
		i += n
	}
	switch {
	case cell < x+w || x < 0 || w < 1:
		return "", false
	case !found: // it ends with the line
		right = len(under)
	}
	var b strings.Builder
	b.Grow(len(under) + len(over) + 2*len(reset) + len(rightStyle))
	b.WriteString(under[:left])
	if leftStyle != "" {
		b.WriteString(reset)
	}
	b.WriteString(over)
	b.WriteString(rightStyle)
	b.WriteString(under[right:])
	return b.String(), true
}

const reset = "\x1b[m"

// oneCell reports whether a rune is one cell wide on every terminal, whatever
// stands beside it.
func oneCell(r rune) bool {
	switch {
	case r >= ' ' && r <= '~', r >= 0xa1 && r < 0x300 && r != 0xad:
		return true
	case r >= 0x0400 && r <= 0x0482, r >= 0x048a && r <= 0x052f: // Cyrillic, without the marks that stand on letters
		return true
	case r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x21ff && r != 0x2194 && r != 0x2195 && r != 0x2199:
		return true
	}
	return r >= 0x2500 && r <= 0x25fc && r != 0x25aa && r != 0x25ab && r != 0x25b6 && r != 0x25c0 && r != 0x25fb && r != 0x25fc
}

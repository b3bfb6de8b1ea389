package feeds

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks one letter may carry: enough for any
// living script, too few to climb out of the line.
const maxMarks = 4

// Clean makes s one line that is safe to draw: no control characters, no
// terminal sequences, nothing invisible or reordering, single spaces. It is the
// last step, after all decoding, and changes nothing on a second run.
func Clean(s string) string {
	if isPlainLine(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	scrub(s, func(r rune) {
		if r == ' ' || r == '\n' {
			space = b.Len() > 0
			return
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	})
	return b.String()
}

// CleanText is Clean for running text: line breaks stay, and paragraphs part at
// exactly one empty line.
func CleanText(s string) string {
	if isPlainLine(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space, lines := false, 0
	scrub(s, func(r rune) {
		switch r {
		case ' ':
			space = true
			return
		case '\n':
			lines++
			return
		}
		switch {
		case b.Len() == 0:
		case lines > 1:
			b.WriteString("\n\n")
		case lines == 1:
			b.WriteByte('\n')
		case space:
			b.WriteByte(' ')
		}
		space, lines = false, 0
		b.WriteRune(r)
	})
	return b.String()
}

// isPlainLine reports whether s is printable ASCII with single inner spaces,
// which most headlines are: they need no second look.
func isPlainLine(s string) bool {
	prev := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && prev == ' ' {
			return false
		}
		prev = c
	}
	return s == "" || prev != ' '
}

// scrub calls emit with every rune of s that may be drawn. White space comes as
// ' ' or '\n'.
func scrub(s string, emit func(rune)) {
	marks, based := 0, false // marks on the current base, and whether there is one
	var prev rune            // the last rune emitted
	found := sequences{text: s}
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c <= '~' {
			i, marks, based, prev = i+1, 0, c != ' ', rune(c)
			emit(prev)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isLetterLike(r) {
			i, marks, based, prev = i+size, 0, true, r
			emit(r)
			continue
		}
		if end := found.endOf(i, r); end > 0 {
			i = end
			continue
		}
		rest := s[i+size:]
		if r == blackFlag {
			if n := flagTags(rest); n > 0 {
				emit(r)
				for _, tag := range rest[:n] {
					emit(tag)
				}
				i, marks, based, prev = i+size+n, 0, true, r
				continue
			}
		}
		i += size
		switch r {
		case zeroWidthJoiner:
			if !joinsEmoji(prev, rest) {
				continue
			}
		case textStyle, emojiStyle:
			if !takesStyle(prev, rest) {
				continue
			}
		default:
			r = drawable(r)
		}
		switch {
		case r < 0, r == utf8.RuneError && prev == utf8.RuneError:
			continue
		case r == ' ' || r == '\n':
			marks, based = 0, false
		case isMark(r):
			if marks++; !based || marks > maxMarks {
				continue
			}
		case r != zeroWidthJoiner && r != textStyle && r != emojiStyle:
			marks, based = 0, true
		}
		prev = r
		emit(r)
	}
}

// isLetterLike covers the blocks of which most text consists, and in which every
// rune may be drawn.
func isLetterLike(r rune) bool {
	return r > 0xAD && r < 0x300 || r >= 0x370 && r < 0x483 || r >= 0x48A && r < 0x590 ||
		r >= 0x2010 && r < 0x2028 || r >= 0x2030 && r < 0x205F ||
		r >= 0x4E00 && r < 0xA000 || r >= 0xAC00 && r < 0xD7A4
}

// drawable maps one rune to what may be drawn for it, -1 for nothing.
func drawable(r rune) rune {
	switch {
	case r == '\n', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\t', r == '\v', r == '\f', r == '\r':
		return ' '
	case r < ' ', r == 0x7F:
		return -1
	case r < 0x7F:
		return r
	case r <= 0x9F:
		return c1[r-0x80] // mislabelled windows-1252, as HTML reads &#146;
	case r == 0xAD: // soft hyphen
		return -1
	case r < 0x300:
		if r == 0xA0 {
			return ' '
		}
		return r
	case r == 0x034F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5,
		r == 0x2800, r == 0x3164, r == 0xFFA0: // joiner, fillers and blanks
		return -1
	case r >= 0x180B && r <= 0x180F, r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return -1 // variation selectors, tags
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // no characters at all
		return -1
	case r >= 0xE000 && r <= 0xF8FF, r >= 0xF0000: // private use: unknown glyph and width
		return utf8.RuneError
	case r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case unicode.Is(unicode.Cf, r): // bidi overrides and isolates, zero-width, …
		return -1
	}
	return r
}

// c1 is what windows-1252 has at 0x80 to 0x9F, -1 where it has nothing.
var c1 = [32]rune{
	'€', -1, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', -1, 'Ž', -1,
	-1, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', -1, 'ž', 'Ÿ',
}

func isMark(r rune) bool {
	return r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me)
}

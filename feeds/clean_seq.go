package feeds

import (
	"strings"
	"unicode/utf8"
)

// Runes that are harmless only in the right company.
const (
	zeroWidthJoiner = '\u200D'
	textStyle       = '\uFE0E'
	emojiStyle      = '\uFE0F'
	keycap          = '\u20E3'
	blackFlag       = '\U0001F3F4'
	tagCancel       = '\U000E007F'
)

// Limits within which a terminal sequence must end to be taken for one. What
// does not end is text whose introducer alone is dropped: nothing is lost.
const (
	maxCSI = 64
	maxOSC = 4096
)

// sequences finds the terminal sequences of a text, from its beginning to its end.
type sequences struct {
	text    string
	endless int // up to here no string of theirs ends
}

// endOf is where the terminal sequence ends that starts at i with the rune r: CSI,
// OSC, DCS, SOS, PM and APC in their 7-bit and 8-bit forms, and two-byte escapes. It
// is 0 where none starts, or none ends.
func (q *sequences) endOf(i int, r rune) int {
	var intro byte
	var n int
	switch {
	case r == 0x1B && i+1 < len(q.text):
		intro, n = q.text[i+1], i+2
	case r >= 0x80 && r <= 0x9F:
		intro, n = byte(r)-0x40, i+utf8.RuneLen(r)
	default:
		return 0
	}
	switch intro {
	case '[':
		return csiEnd(q.text, n)
	case ']', 'P', 'X', '^', '_':
		return q.stringEnd(n)
	}
	if r == 0x1B && intro >= '0' && intro <= '~' {
		return n
	}
	return 0
}

// csiEnd passes parameters, intermediates and the final byte from n on.
func csiEnd(s string, n int) int {
	for end := min(len(s), n+maxCSI); n < end; n++ {
		switch c := s[n]; {
		case c >= 0x40 && c <= 0x7E:
			return n + 1
		case c < 0x20 || c > 0x3F:
			return 0
		}
	}
	return 0
}

// stringEnd passes a string from n on with its BEL or string terminator. What was
// searched for one is not searched again: a text may be nothing but beginnings.
func (q *sequences) stringEnd(n int) int {
	to := min(len(q.text), n+maxOSC)
	from := max(n, q.endless-1) // a terminator of two bytes may lie across
	if from >= to {
		return 0
	}
	tail, best := q.text[from:to], 0
	for _, end := range [...]string{"\a", "\x1b\\", "\u009c"} {
		if i := strings.Index(tail, end); i >= 0 {
			tail = tail[:i]
			best = from + i + len(end)
		}
	}
	if best == 0 {
		q.endless = to
	}
	return best
}

// isEmoji reports whether r can be part of an emoji. The ranges are generous:
// all of them are visible.
func isEmoji(r rune) bool {
	switch {
	case r >= 0x1F000 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF,
		r >= 0x2300 && r <= 0x23FF, r >= 0x2B00 && r <= 0x2BFF,
		r >= 0x2190 && r <= 0x21FF, r >= 0x25A0 && r <= 0x25FF:
		return true
	}
	return strings.ContainsRune("©®‼⁉™ℹⓂ〰〽㊗㊙", r)
}

// joinsEmoji reports whether a joiner between prev and rest makes one picture
// of two.
func joinsEmoji(prev rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return (isEmoji(prev) || prev == emojiStyle) && isEmoji(next)
}

// takesStyle reports whether a variation selector after prev says how to draw
// an emoji or a keycap.
func takesStyle(prev rune, rest string) bool {
	if prev >= '0' && prev <= '9' || prev == '#' || prev == '*' {
		next, _ := utf8.DecodeRuneInString(rest)
		return next == keycap
	}
	return isEmoji(prev)
}

// flagTags returns the length in bytes of the tag characters at the start of s
// that make a black flag the flag of a region: two to six letters or digits and
// the end mark. Any other tag characters could smuggle text.
func flagTags(s string) int {
	count := 0
	for i, r := range s {
		switch {
		case r == tagCancel && count >= 2:
			return i + utf8.RuneLen(r)
		case r >= 0xE0061 && r <= 0xE007A, r >= 0xE0030 && r <= 0xE0039:
			if count++; count > 6 {
				return 0
			}
		default:
			return 0
		}
	}
	return 0
}

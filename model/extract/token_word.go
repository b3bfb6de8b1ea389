package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberEnd finds the end of a number at pos, with its inner marks and letters.
func (c *cutter) numberEnd() int {
	i := c.pos
	for {
		r, n := c.peek(i)
		switch {
		case isDigit(r) || isLetter(r):
			i += n
		case r == '.' || r == ',' || r == ':':
			if after, _ := c.peek(i + n); !isDigit(after) {
				return i
			}
			i += n
		case r == '-':
			after, _ := c.peek(i + n)
			if !isLetter(after) && !isDigit(after) || unicode.IsUpper(after) && c.afterMark() {
				return i // "UPDATE 2-Quell says"
			}
			i += n
		default:
			return i
		}
	}
}

// afterMark says whether a word in capitals that opens the text stands before the
// number at pos, as agencies number their versions.
func (c *cutter) afterMark() bool { return len(c.out) == 1 && c.out[0].is(flagAllCaps) }

// word cuts one word at pos that is not plain.
func (c *cutter) word() {
	if end := c.dottedEnd(); end > 0 {
		c.emit(end, wordToken)
		return
	}
	i := c.pos
	for {
		r, n := c.peek(i)
		switch {
		case isLetter(r) || isDigit(r) || r == '_':
			i += n
			continue
		case r == '\'' || r == '’':
			after, _ := c.peek(i + n)
			if isLetter(after) && !isClitic(c.s[i+n:]) {
				i += n
				continue
			}
		case r == '-':
			after, _ := c.peek(i + n)
			if (isLetter(after) || isDigit(after)) && !(unicode.IsUpper(after) && startsUpper(c.s[c.pos:])) {
				i += n
				continue
			}
		case r == '&': // AT&T
			if after, _ := c.peek(i + n); isLetter(after) {
				i += n
				continue
			}
		case r == '.':
			if low := c.lower(c.s[c.pos:i]); c.lex.abbreviation(low) && !(low == "no" && !c.digitFollows(i+1)) || c.initialAt(i) {
				i++
			}
		}
		break
	}
	c.emit(i, wordToken)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func (c *cutter) digitFollows(i int) bool {
	for i < len(c.s) && c.s[i] == ' ' {
		i++
	}
	r, _ := c.peek(i)
	return isDigit(r)
}

// initialAt says whether the full stop at i ends a single capital letter: "J."
func (c *cutter) initialAt(i int) bool {
	r, n := c.peek(c.pos)
	if !unicode.IsUpper(r) || c.pos+n != i || r == 'I' {
		return false
	}
	after, m := c.peek(i + 1)
	next, _ := c.peek(i + 1 + m)
	return after == ' ' && unicode.IsUpper(next)
}

// dottedEnd finds the end of letters each with its full stop: "U.S.", "a.m.".
func (c *cutter) dottedEnd() int {
	i, pairs := c.pos, 0
	for {
		r, n := c.peek(i)
		if !isLetter(r) {
			break
		}
		if dot, _ := c.peek(i + n); dot != '.' {
			if pairs > 0 && !isLetter(dot) { // "U.S" without its last stop
				return i + n
			}
			return 0
		}
		i += n + 1
		pairs++
	}
	if pairs < 2 {
		return 0
	}
	if r, n := c.peek(i); r == '-' { // "U.S.-led"
		after, _ := c.peek(i + n)
		for isLetter(after) && !unicode.IsUpper(after) {
			i += n
			r, n = c.peek(i)
			after = r
			if r == '-' {
				after, _ = c.peek(i + n)
			}
		}
	}
	return i
}

// isClitic says whether s begins with what may follow a word's apostrophe as a
// word of its own.
func isClitic(s string) bool {
	for _, w := range [...]string{"s", "d", "ll", "ve", "re", "m"} {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			r, _ := utf8.DecodeRuneInString(s[len(w):])
			if len(s) == len(w) || !isLetter(r) {
				return true
			}
		}
	}
	return false
}

// cliticAt returns the length in bytes of a clitic at pos, glued to a word.
func (c *cutter) cliticAt() int {
	r, n := c.peek(c.pos)
	if r != '\'' && r != '’' || c.lead&flagGlued == 0 || len(c.out) == 0 {
		return 0
	}
	if k := c.out[len(c.out)-1].kind; k != wordToken && k != numberToken {
		return 0
	}
	rest := c.s[c.pos+n:]
	if !isClitic(rest) {
		return 0
	}
	for i := range len(rest) {
		if b := rest[i] | 0x20; b < 'a' || b > 'z' {
			return n + i
		}
	}
	return n + len(rest)
}

// mark cuts one mark of punctuation.
func (c *cutter) mark(r rune, n int) {
	rest := c.s[c.pos:]
	run := func(b byte) int {
		i := 0
		for i < len(rest) && rest[i] == b {
			i++
		}
		return i
	}
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '’', '‚', '\'', '＂':
		if r == '\'' && strings.HasPrefix(rest, "''") {
			n = 2
		}
		c.emit(c.pos+n, quoteToken)
	case '`':
		c.emit(c.pos+min(run('`'), 2), quoteToken)
	case '.':
		c.emit(c.pos+run('.'), stopToken)
	case '!', '?', '…', '‽':
		c.emit(c.pos+n, stopToken)
	case '–', '—', '―', '−':
		c.emit(c.pos+n, dashToken)
	case '-':
		c.emit(c.pos+run('-'), dashToken)
	default:
		c.emit(c.pos+n, punctToken)
	}
}

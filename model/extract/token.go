package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what sort of thing a token is.
type tokenKind uint8

const (
	wordToken   tokenKind = iota
	numberToken           // begins with a digit: "1,000", "11:30", "15th"
	quoteToken            // a quotation mark; apostrophes inside words are not
	stopToken             // . ! ? … at the end of something
	dashToken             // – — -- and hyphens between spaces
	punctToken            // everything else that is no letter
)

// Flags of a token.
const (
	flagCapital uint8 = 1 << iota // first letter is a capital
	flagAllCaps                   // two letters or more, all capitals
	flagAbbrev                    // carries its own full stop: "Sen.", "U.S."
	flagGlued                     // no space before it
	flagOpens                     // a quotation mark that opens (set by findQuotes)
	flagQuoted                    // stands inside quotation marks (set by findQuotes)
	flagBroken                    // a line break before it
)

// token is one word, number or mark of a text. Offsets in bytes cut the string,
// offsets in code points go into spans.
type token struct {
	start, end   int32 // bytes
	rstart, rend int32 // code points
	sent         int32 // index of its sentence
	kind         tokenKind
	flags        uint8
	low          string // lower case, with a straight apostrophe
	wordFacts           // of low, in the reader's lexicon
}

func (t *token) is(flag uint8) bool { return t.flags&flag != 0 }

// tokenize cuts s into tokens in one pass. Clitics are parted from their word
// ("Trump" "'s", "he" "'ll"; "don't" stays whole), and so are two names on a
// hyphen ("Trump" "-" "Putin").
func (x *lexicon) tokenize(s string) []token {
	return x.tokenizeInto(make([]token, 0, len(s)/4+2), s)
}

func (x *lexicon) tokenizeInto(room []token, s string) []token {
	c := cutter{lex: x, s: s, out: room[:0]}
	c.folded.Grow(len(s) / 32)
	for c.pos < len(s) {
		switch b := s[c.pos]; {
		case b == ' ':
			c.pos++
			c.runes++
			c.lead &^= flagGlued
		case lowLetter[b] == 0 || !c.plainWord():
			c.next()
		}
	}
	return c.out
}

// cutter walks a string and keeps the two counts, bytes and code points, in step.
type cutter struct {
	lex    *lexicon
	s      string
	folded strings.Builder // the words with capitals, in lower case
	pos    int
	runes  int
	lead   uint8 // flags of what comes before pos: glued, or a line break
	out    []token
}

// lower folds the capitals of a piece of the text. A letter whose lower case is
// longer or shorter stays. Most pieces have none and are not copied.
func (c *cutter) lower(piece string) string {
	for i := range len(piece) {
		if b := piece[i]; b >= utf8.RuneSelf {
			return c.lowerRunes(piece)
		} else if 'A' <= b && b <= 'Z' {
			return c.lowerASCII(piece)
		}
	}
	return piece
}

// lowerWord folds a word of ASCII with capitals, of which the key is known: most
// such words are in the lexicon, and need no copy.
func (c *cutter) lowerWord(word string, key wordKey) string {
	if len(word) <= wholeKey {
		if s := c.lex.known.find(key, word); s.word != 0 {
			return c.lex.known.words[s.word]
		}
	}
	return c.lowerASCII(word)
}

func (c *cutter) lowerASCII(piece string) string {
	from := c.folded.Len()
	for i := range len(piece) {
		b := piece[i]
		if b >= utf8.RuneSelf {
			return c.lowerRunes(piece)
		}
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		c.folded.WriteByte(b)
	}
	return c.folded.String()[from:]
}

func (c *cutter) lowerRunes(piece string) string {
	from := c.folded.Len()
	for i := 0; i < len(piece); {
		r, n := utf8.DecodeRuneInString(piece[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
			c.folded.WriteRune(l)
		} else {
			c.folded.WriteString(piece[i : i+n])
		}
		i += n
	}
	return c.folded.String()[from:]
}

func (c *cutter) next() {
	r, n := rune(c.s[c.pos]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(c.s[c.pos:])
	}
	switch {
	case '\u2010' <= r && r <= '\u2027': // dashes and quotation marks: no letters, no space
		if clitic := c.cliticAt(); clitic > 0 {
			c.emit(c.pos+clitic, wordToken)
		} else {
			c.mark(r, n)
		}
	case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r >= utf8.RuneSelf && unicode.IsSpace(r):
		c.pos += n
		c.runes++
		if c.lead &^= flagGlued; r == '\n' {
			c.lead |= flagBroken
		}
	case isDigit(r):
		c.emit(c.numberEnd(), numberToken)
	case isLetter(r):
		c.word()
	case r < utf8.RuneSelf && plainMarks[r] != 0:
		c.put(1, 1, plainMarks[r]-1, c.s[c.pos:c.pos+1], wordKey(r))
	case c.cliticAt() > 0:
		c.emit(c.pos+c.cliticAt(), wordToken)
	default:
		c.mark(r, n)
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// peek decodes the rune at byte i, 0 past the end.
func (c *cutter) peek(i int) (rune, int) {
	if i >= len(c.s) {
		return 0, 0
	}
	if b := c.s[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.s[i:])
}

// emit ends a token at byte end, which must be past pos.
func (c *cutter) emit(end int, kind tokenKind) {
	piece := c.s[c.pos:end]
	if kind != wordToken {
		low := piece
		if kind == numberToken || kind == punctToken {
			low = c.lower(piece)
		}
		c.put(len(piece), utf8.RuneCountInString(piece), kind, low, keyOf(low))
		return
	}
	runes, low := len(piece), c.lower(piece)
	if !isASCII(piece) {
		runes = utf8.RuneCountInString(piece)
		low = strings.ReplaceAll(low, "’", "'")
	}
	t := c.put(len(piece), runes, wordToken, low, keyOf(low))
	t.flags |= caseFlags(piece)
	if piece[len(piece)-1] == '.' {
		t.flags |= flagAbbrev
	}
}

// put ends a token of so many bytes and code points at pos.
func (c *cutter) put(size, runes int, kind tokenKind, low string, key wordKey) *token {
	n := len(c.out)
	if n == cap(c.out) {
		c.out = slices.Grow(c.out, 1)
	}
	c.out = c.out[:n+1]
	t := &c.out[n]
	t.start, t.end = int32(c.pos), int32(c.pos+size)
	t.rstart, t.rend = int32(c.runes), int32(c.runes+runes)
	t.sent, t.kind, t.flags, t.low = 0, kind, c.lead, low
	t.wordFacts = c.lex.known.find(key, low).wordFacts
	c.pos += size
	c.runes += runes
	c.lead = flagGlued
	return t
}

// plainMarks are the marks that stand for themselves wherever they are, by one more
// than their kind.
var plainMarks = [utf8.RuneSelf]tokenKind{
	'"': quoteToken + 1, '!': stopToken + 1, '?': stopToken + 1,
	',': punctToken + 1, ';': punctToken + 1, ':': punctToken + 1, '(': punctToken + 1, ')': punctToken + 1,
	'[': punctToken + 1, ']': punctToken + 1, '/': punctToken + 1, '%': punctToken + 1, '$': punctToken + 1,
}

// plainWord cuts the word that begins with a letter of ASCII at pos, when it is nothing
// but such letters and what follows can be no part of it, as with most words: a full stop
// may be part of a single letter and of an abbreviation. It tells whether it did.
func (c *cutter) plainWord() bool {
	rest := c.s[c.pos:]
	n, key := 0, wordKey(0)
	some, all := byte(0), byte(capital) // whether a letter, or every one, is a capital
	for n < len(rest) {
		b := rest[n]
		low := lowLetter[b]
		if low == 0 {
			break
		}
		some |= b ^ low
		all &= b ^ low
		key = key.and(low)
		n++
	}
	piece := rest[:n]
	if n < len(rest) && !endsWord[rest[n]] && (rest[n] != '.' || n == 1 || c.lex.known.find(key, piece).starts&c.lex.shortened != 0) {
		return false
	}
	if some == 0 {
		c.put(n, n, wordToken, piece, key)
		return true
	}
	t := c.put(n, n, wordToken, c.lowerWord(piece, key), key)
	if piece[0] <= 'Z' {
		t.flags |= flagCapital
		if all != 0 && n > 1 {
			t.flags |= flagAllCaps
		}
	}
	return true
}

// capital is the bit in which a letter of ASCII and its lower case differ.
const capital = 'a' ^ 'A'

// lowLetter has the letters of ASCII in lower case, 0 for what is none.
var lowLetter = func() (table [256]byte) {
	for b := byte('a'); b <= 'z'; b++ {
		table[b], table[b-'a'+'A'] = b, b
	}
	return table
}()

// endsWord are the bytes that no word goes on with, whatever stands behind them.
var endsWord = [256]bool{
	' ': true, '\n': true, '\t': true, '\r': true, ',': true, ';': true, ':': true, '!': true, '?': true,
	'"': true, '(': true, ')': true, '[': true, ']': true, '{': true, '}': true, '/': true, '*': true, '%': true,
}

// isASCII says whether every code point of s is one byte.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func caseFlags(w string) uint8 {
	if c := w[0]; 'a' <= c && c <= 'z' {
		return 0
	}
	first, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) {
		return 0
	}
	letters := 1
	for _, r := range w[n:] {
		if unicode.IsLower(r) {
			return flagCapital
		}
		if isLetter(r) {
			letters++
		}
	}
	if letters < 2 {
		return flagCapital
	}
	return flagCapital | flagAllCaps
}

package feeds

import (
	"errors"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// longestEntity bounds how far a ';' may be from its '&', in bytes.
const longestEntity = 40

// decodeEntities decodes once: character references, XML's and HTML's names, and
// what own knows. A '&' that starts none of these is text. References to what no
// document may contain go.
func decodeEntities(s string, own func(string) (string, bool)) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		amp := strings.IndexByte(s, '&')
		if amp < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:amp])
		s = s[amp:]
		end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
		if end < 2 {
			b.WriteByte('&')
			s = s[1:]
			continue
		}
		if text, n := surrogatePair(s); n > 0 {
			b.WriteString(text)
			s = s[n:]
		} else if text, ok := entityText(s[1:end], own); ok {
			b.WriteString(text)
			s = s[end+1:]
		} else {
			b.WriteByte('&')
			s = s[1:]
		}
	}
}

func entityText(name string, own func(string) (string, bool)) (string, bool) {
	switch name {
	case "amp":
		return "&", true
	case "lt":
		return "<", true
	case "gt":
		return ">", true
	case "quot":
		return `"`, true
	case "apos":
		return "'", true
	}
	if name[0] == '#' {
		return reference(name[1:])
	}
	if own != nil {
		if text, ok := own(name); ok {
			return text, true
		}
	}
	span := "&" + name + ";"
	text := html.UnescapeString(span)
	return text, text != span && !strings.HasSuffix(text, ";")
}

// twoHalves matches an emoji that a program wrote as two references, one for
// each of its UTF-16 units.
var twoHalves = regexp.MustCompile(`^&#(\d{5}|[xX][0-9a-fA-F]{4});&#(\d{5}|[xX][0-9a-fA-F]{4});`)

func surrogatePair(s string) (string, int) {
	if len(s) < 8 || s[1] != '#' || s[2] != '5' && s[2]|0x20 != 'x' {
		return "", 0
	}
	m := twoHalves.FindStringSubmatch(s[:min(len(s), 20)])
	if m == nil {
		return "", 0
	}
	r := utf16.DecodeRune(halfOf(m[1]), halfOf(m[2]))
	if r == utf8.RuneError {
		return "", 0
	}
	return string(r), len(m[0])
}

func halfOf(digits string) rune {
	if digits[0]|0x20 == 'x' {
		n, _ := strconv.ParseUint(digits[1:], 16, 16)
		return rune(n)
	}
	return rune(atoi(digits))
}

// reference decodes the number of a character reference.
func reference(digits string) (string, bool) {
	base := 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if errors.Is(err, strconv.ErrRange) {
		return "", true
	}
	if err != nil {
		return "", false
	}
	r := rune(n)
	if n > utf8.MaxRune || !isXML(r) {
		return "", true
	}
	if r >= 0x80 && r <= 0x9F {
		r = c1[r-0x80]
		if r < 0 {
			return "", true
		}
	}
	return string(r), true
}

// dropControls takes out what may stand nowhere, not even within a tag.
func dropControls(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' && !isSpace(c) {
			return strings.Map(func(r rune) rune {
				if r < ' ' && !isSpace(byte(r)) {
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}

// isXML reports whether an XML document may contain r.
func isXML(r rune) bool {
	return r >= 0x20 && r < 0xD800 || r == '\t' || r == '\n' || r == '\r' ||
		r > 0xDFFF && r < 0xFFFE || r >= 0x10000 && r <= utf8.MaxRune
}

// writeText writes s as the text of an XML element. What is full of markup goes
// in a CDATA section: the parser is slow at decoding, and need not. The end of
// such a section is written as markup has it, which is how texts are read later.
func writeText(b *strings.Builder, s string) {
	if !strings.ContainsAny(s, "&<>") {
		escape(b, s)
		return
	}
	b.WriteString("<![CDATA[")
	writeLegal(b, strings.ReplaceAll(s, "]]>", "]]&gt;"), func(byte) string { return "" })
	b.WriteString("]]>")
}

// escape writes s so that it may stand in an element or an attribute.
func escape(b *strings.Builder, s string) {
	writeLegal(b, s, func(c byte) string {
		switch c {
		case '&':
			return "&amp;"
		case '<':
			return "&lt;"
		case '>':
			return "&gt;"
		case '"':
			return "&#34;"
		}
		return ""
	})
}

// writeLegal leaves out what no XML document may contain, and replaces the ASCII
// for which with has something.
func writeLegal(b *strings.Builder, s string, with func(byte) string) {
	from := 0
	for i := 0; i < len(s); {
		c, size, instead := s[i], 1, ""
		switch {
		case c == '\r':
			instead = "\n"
		case c < 0x20 && c != '\t' && c != '\n':
		case c == 0xEF: // the block of U+FFFE and U+FFFF
			r, n := utf8.DecodeRuneInString(s[i:])
			if isXML(r) {
				i += n
				continue
			}
			size = n
		case c == '&' || c == '<' || c == '>' || c == '"':
			if instead = with(c); instead == "" {
				i++
				continue
			}
		default:
			i++
			continue
		}
		b.WriteString(s[from:i])
		b.WriteString(instead)
		i += size
		from = i
	}
	b.WriteString(s[from:])
}

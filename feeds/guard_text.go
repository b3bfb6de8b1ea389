package feeds

import (
	"html"
	"strconv"
	"strings"
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
		if text, ok := entityText(s[1:end], own); ok {
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

// reference decodes the number of a character reference.
func reference(digits string) (string, bool) {
	base := 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
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

// isXML reports whether an XML document may contain r.
func isXML(r rune) bool {
	return r >= 0x20 && r < 0xD800 || r == '\t' || r == '\n' || r == '\r' ||
		r > 0xDFFF && r < 0xFFFE || r >= 0x10000 && r <= utf8.MaxRune
}

// escape writes s as the text of an XML element.
func escape(b *strings.Builder, s string) {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c != '&' && c != '<' && c != '>' && c != '"' && c != 0xEF && c != 0xED {
			i++
			continue
		}
		with, size := "", 1
		switch c {
		case '&':
			with = "&amp;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		case '"':
			with = "&#34;"
		case '\t', '\n':
			i++
			continue
		case '\r':
			with = "\n"
		default:
			if c >= 0x20 {
				var r rune
				if r, size = utf8.DecodeRuneInString(s[i:]); isXML(r) {
					i += size
					continue
				}
			}
		}
		b.WriteString(s[from:i])
		b.WriteString(with)
		i += size
		from = i
	}
	b.WriteString(s[from:])
}

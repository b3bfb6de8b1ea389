package feeds

import (
	"regexp"
	"strings"
)

type tokenKind uint8

const (
	tokEOF   tokenKind = iota
	tokText            // with entities still in it
	tokCDATA           // verbatim
	tokStart
	tokEnd
)

// token is one piece of markup. Its strings are slices of the input.
type token struct {
	kind  tokenKind
	text  string // of text and CDATA
	name  string // of tags, as written
	attrs string // of a start tag, as written
	empty bool   // <name/>
	cut   bool   // the input ended inside it
}

// lexer splits any text into tokens in one pass: there is no input that it
// rejects, and none on which it looks at a byte more than a few times.
type lexer struct {
	s        string
	pos      int
	doctype  string            // what the DOCTYPE names
	entities map[string]string // declared by the document itself
	spent    int               // bytes that these have added up to
	missing  [3]bool           // terminators that do not occur any more
	back     *token            // one token put back
}

func (l *lexer) unread(t token) { l.back = &t }

func (l *lexer) next() token {
	if l.back != nil {
		t := *l.back
		l.back = nil
		return t
	}
	for l.pos < len(l.s) {
		rest := l.s[l.pos:]
		switch {
		case rest[0] != '<':
			return l.text(1)
		case len(rest) == 1:
			l.pos = len(l.s)
			return token{kind: tokEOF, cut: true}
		case rest[1] == '!' && strings.HasPrefix(rest, "<!--"):
			l.skipTo("-->", 0, 4)
		case rest[1] == '!' && len(rest) >= 9 && strings.EqualFold(rest[:9], "<![CDATA["):
			if t, ok := l.cdata(); ok {
				return t
			}
		case rest[1] == '!':
			l.declaration()
		case rest[1] == '?':
			l.skipTo("?>", 1, 2)
		case rest[1] == '/' && len(rest) > 2 && isNameStart(rest[2]):
			return l.endTag()
		case isNameStart(rest[1]):
			return l.startTag()
		default:
			return l.text(1) // a '<' that opens nothing
		}
	}
	return token{kind: tokEOF}
}

// text runs to the next '<', at least so many bytes.
func (l *lexer) text(atLeast int) token {
	start := l.pos
	if i := strings.IndexByte(l.s[start+atLeast:], '<'); i >= 0 {
		l.pos = start + atLeast + i
	} else {
		l.pos = len(l.s)
	}
	return token{kind: tokText, text: l.s[start:l.pos]}
}

// skipTo passes a comment or an instruction. Of one that never ends only the
// opening goes: what follows may be the feed.
func (l *lexer) skipTo(end string, which, opening int) {
	l.pos += opening
	if i := l.find(end, which, l.pos); i >= 0 {
		l.pos = i + len(end)
	}
}

// find looks for a terminator and remembers when there is none any more, so
// that a thousand openings do not search the rest a thousand times.
func (l *lexer) find(end string, which, from int) int {
	if l.missing[which] {
		return -1
	}
	i := strings.Index(l.s[from:], end)
	if i < 0 {
		l.missing[which] = true
		return -1
	}
	return from + i
}

// cdata reads a section. Of one that never ends, too, only the opening goes.
func (l *lexer) cdata() (token, bool) {
	from := l.pos + len("<![CDATA[")
	i := l.find("]]>", 2, from)
	if i < 0 {
		l.pos = from
		return token{}, false
	}
	l.pos = i + len("]]>")
	return token{kind: tokCDATA, text: l.s[from:i]}, true
}

func (l *lexer) endTag() token {
	start := l.pos + 2
	end := start
	for end < len(l.s) && l.s[end] != '>' && l.s[end] != '<' {
		end++
	}
	l.pos = end
	if end < len(l.s) && l.s[end] == '>' {
		l.pos++
	}
	name := l.s[start:end]
	return token{kind: tokEnd, name: name[:nameLen(name)]}
}

func (l *lexer) startTag() token {
	start := l.pos + 1
	end := start + nameLen(l.s[start:])
	name := l.s[start:end]
	at, limit := end, min(len(l.s), end+maxTag)
	open := false // a quote never closed: a '/' behind it is part of an address
	for at < limit && l.s[at] != '>' && l.s[at] != '<' {
		if c := l.s[at]; (c == '"' || c == '\'') && follows(l.s[end:at], '=') {
			i := strings.IndexByte(l.s[at+1:limit], c)
			if open = i < 0 || crossesTags(l.s[at+1:at+1+i]); !open {
				at += i + 1
			}
		}
		at++
	}
	if at >= len(l.s) {
		l.pos = len(l.s)
		return token{kind: tokEOF, cut: true}
	}
	attrs := l.s[end:at]
	l.pos = at
	if l.s[at] == '>' {
		l.pos++
	}
	empty := !open && strings.HasSuffix(attrs, "/")
	return token{kind: tokStart, name: name, attrs: strings.TrimSuffix(attrs, "/"), empty: empty}
}

// crossesTags reports whether the value of an attribute, as far as its closing
// quote, must be one whose quote is missing.
func crossesTags(value string) bool {
	end := strings.IndexByte(value, '>')
	return end >= 0 && strings.IndexByte(value[end:], '<') >= 0
}

// follows reports whether s ends in c, white space aside.
func follows(s string, c byte) bool {
	for i := len(s) - 1; i >= 0; i-- {
		if !isSpace(s[i]) {
			return s[i] == c
		}
	}
	return false
}

var entityDecl = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>`)

// declaration passes <!…>, and takes the entities out of a DOCTYPE.
func (l *lexer) declaration() {
	rest := l.s[l.pos:min(len(l.s), l.pos+maxTag)]
	if len(rest) > 9 && strings.EqualFold(rest[:9], "<!DOCTYPE") {
		name := strings.TrimLeft(rest[9:], " \t\r\n")
		l.doctype = name[:nameLen(name)]
	}
	end := strings.IndexByte(rest, '>')
	if open := strings.IndexByte(rest, '['); open >= 0 && open < end {
		if i := strings.IndexByte(rest[open:], ']'); i >= 0 {
			l.declare(rest[open : open+i])
			if j := strings.IndexByte(rest[open+i:], '>'); j >= 0 {
				end = open + i + j
			}
		}
	}
	if end < 0 {
		end = len(rest) - 1
	}
	l.pos += end + 1
}

func (l *lexer) declare(subset string) {
	if l.entities == nil {
		l.entities = map[string]string{}
	}
	for _, m := range entityDecl.FindAllStringSubmatch(subset, maxEntities) {
		// An entity may use those before it as long as it stays small: nothing
		// can grow.
		if value := m[2] + m[3]; len(value) <= maxEntity {
			room := maxEntity
			full := decodeEntities(value, func(name string) (string, bool) {
				text, ok := l.entities[name]
				room -= len(text)
				return text, ok && room >= 0
			})
			if len(full) > maxEntity {
				full = decodeEntities(value, nil)
			}
			l.entities[m[1]] = full
		}
	}
}

// entity is one of the document's own, as long as all together stay small.
func (l *lexer) entity(name string) (string, bool) {
	value, ok := l.entities[name]
	if l.spent += len(value); l.spent > maxExpanded {
		return "", false
	}
	return value, ok
}

// attributes calls yield with each name as written and each value decoded.
func (l *lexer) attributes(s string, yield func(name, value string)) {
	for range maxAttrs {
		s = strings.TrimLeft(s, " \t\r\n/\"'=")
		name := s[:attrNameLen(s)]
		if name == "" {
			return
		}
		s = strings.TrimLeft(s[len(name):], " \t\r\n")
		if !strings.HasPrefix(s, "=") {
			continue
		}
		s = strings.TrimLeft(s[1:], " \t\r\n")
		var value string
		if s != "" && (s[0] == '"' || s[0] == '\'') {
			end := strings.IndexByte(s[1:], s[0])
			if end < 0 {
				end = len(s) - 1
			}
			value, s = s[1:1+end], s[min(len(s), end+2):]
		} else {
			end := strings.IndexAny(s, " \t\r\n")
			if end < 0 {
				end = len(s)
			}
			value, s = s[:end], s[end:]
		}
		yield(name, decodeEntities(value, l.entity))
	}
}

// attr returns one attribute by its name, in any case.
func (l *lexer) attr(attrs, name string) string {
	found := ""
	if attrs != "" {
		l.attributes(attrs, func(n, value string) {
			if found == "" && strings.EqualFold(n, name) {
				found = strings.TrimSpace(value)
			}
		})
	}
	return found
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isNameStart(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == ':' || c >= 0x80
}

// nameLen is the length of the tag name at the start of s.
func nameLen(s string) int {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c == '>' || c == '/' || c == '<' || c == '&' {
			return i
		}
	}
	return len(s)
}

func attrNameLen(s string) int {
	for i := range len(s) {
		if c := s[i]; isSpace(c) || c == '=' || c == '/' || c == '"' || c == '\'' {
			return i
		}
	}
	return len(s)
}

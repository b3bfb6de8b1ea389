package feeds

import (
	"strings"
	"unicode/utf8"
)

// capture reads the content of a field: text decoded once, markup below it as
// bare tags. The second result is false when the input ended first.
func (w *rewriter) capture(t token) (string, bool) {
	var b strings.Builder
	single, pieces := "", 0 // most fields are one piece: no copy
	add := func(s string) {
		if pieces++; pieces == 1 {
			single = s
			return
		}
		if pieces == 2 {
			b.WriteString(single)
		}
		b.WriteString(capped(s, maxField-b.Len()))
	}
	text := func() string {
		if pieces < 2 {
			return capped(single, maxField)
		}
		return b.String()
	}
	depth, same := 0, 0 // open tags inside, and those of the field's own name
	for {
		next := w.lex.next()
		switch next.kind {
		case tokEOF:
			w.lex.unread(next)
			return text(), false
		case tokText:
			if depth == 0 {
				add(decodeEntities(next.text, w.lex.entity))
			} else {
				add(next.text)
			}
		case tokCDATA:
			if next.cut {
				return text(), false
			}
			if depth == 0 {
				add(next.text)
			} else {
				add(strings.ReplaceAll(strings.ReplaceAll(next.text, "&", "&amp;"), "<", "&lt;"))
			}
		case tokStart:
			if w.closes(next, t) {
				w.lex.unread(next)
				return text(), true
			}
			add("<" + localName(next.name) + ">")
			switch {
			case next.empty:
				add("</" + localName(next.name) + ">")
			case next.name == t.name:
				same++
				depth++
			default:
				depth++
			}
		case tokEnd:
			if next.name == t.name || strings.EqualFold(next.name, t.name) {
				if same == 0 {
					return text(), true
				}
				same--
			} else if w.isBoundary(next) {
				w.lex.unread(next)
				return text(), true
			}
			depth = max(depth-1, 0)
			add("</" + localName(next.name) + ">")
		}
	}
}

// capped cuts s to so many bytes, between two characters.
func capped(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit = max(limit, 0); limit > 0 && !utf8.RuneStart(s[limit]); limit-- {
	}
	return s[:limit]
}

// closes reports whether a start tag inside the field opened by t can only mean
// that the field was never closed.
func (w *rewriter) closes(next, t token) bool {
	if w.isBoundary(next) {
		return true
	}
	switch next.name {
	case "pubDate", "guid", "description", "published", "updated":
		return next.name != t.name && w.itemName != ""
	}
	return false
}

// personName takes the name out of <name>, <email> and <uri>, or the text that
// stands in their place.
func personName(markup string) string {
	if strings.IndexByte(markup, '<') < 0 {
		return markup
	}
	lex := lexer{s: markup}
	var bare, name, email strings.Builder
	into := &bare
	for {
		switch t := lex.next(); t.kind {
		case tokEOF:
			for _, b := range []*strings.Builder{&name, &bare, &email} {
				if text := strings.TrimSpace(b.String()); text != "" {
					return text
				}
			}
			return ""
		case tokText, tokCDATA:
			into.WriteString(t.text)
		case tokEnd:
			into = &bare
		case tokStart:
			switch strings.ToLower(t.name) {
			case "name":
				into = &name
			case "email":
				into = &email
			default:
				into = new(strings.Builder)
			}
		}
	}
}

// spaces are the namespaces of the guarded document, by the prefixes of the
// tables.
var spaces = []struct{ prefix, address string }{
	{"atom", "http://www.w3.org/2005/Atom"},
	{"content", "http://purl.org/rss/1.0/modules/content/"},
	{"dc", "http://purl.org/dc/elements/1.1/"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
	{"media", "http://search.yahoo.com/mrss/"},
	{"sy", "http://purl.org/rss/1.0/modules/syndication/"},
}

// writeSpaces declares the namespaces in use: the parser copies every one of
// them for every element.
func (w *rewriter) writeSpaces(b *strings.Builder) {
	used := map[string]bool{}
	for _, fields := range append(w.items, w.head) {
		for _, f := range fields {
			if prefix, _, ok := strings.Cut(f.name, ":"); ok {
				used[prefix] = true
			}
		}
	}
	for _, s := range spaces {
		if used[s.prefix] {
			writeAttr(b, "xmlns:"+s.prefix, s.address)
		}
	}
}

// write puts the document for gofeed together.
func (w *rewriter) write() string {
	var b strings.Builder
	b.Grow(len(w.lex.s))
	root, item := `rss`, "item"
	writeItem := writeRSSItem
	if w.own == "atom" {
		root, item = `feed xmlns="http://www.w3.org/2005/Atom"`, "entry"
		writeItem = writeAtomFields
	}
	b.WriteString("<" + root)
	w.writeSpaces(&b)
	b.WriteByte('>')
	if w.own == "atom" {
		writeAtomFields(&b, w.head)
	} else {
		b.WriteString("<channel>")
		writeRSSHead(&b, w.head)
	}
	for _, fields := range w.items {
		b.WriteString("<" + item + ">")
		writeItem(&b, fields)
		b.WriteString("</" + item + ">\n")
	}
	if w.own == "atom" {
		b.WriteString("</feed>")
	} else {
		b.WriteString("</channel></rss>")
	}
	return b.String()
}

func writeRSSHead(b *strings.Builder, fields []field) {
	b.WriteString("<skipHours>")
	writeAll(b, fields, "hour")
	b.WriteString("</skipHours><skipDays>")
	writeAll(b, fields, "day")
	b.WriteString("</skipDays>")
	written := map[string]bool{"hour": true, "day": true}
	for _, f := range fields {
		if written[f.name] {
			continue
		}
		written[f.name] = true
		if f.name == "link" {
			f.text = f.src
		}
		writeElement(b, f.name, f.text)
	}
}

func writeAll(b *strings.Builder, fields []field, name string) {
	for _, f := range fields {
		if f.name == name {
			writeElement(b, name, f.text)
		}
	}
}

// writeRSSItem writes the first of each kind of field, and every author.
func writeRSSItem(b *strings.Builder, fields []field) {
	var linked, guided bool
	about := ""
	for i, f := range fields {
		switch f.name {
		case "about":
			about = f.text
		case "link", "atom:link":
			if f.src == "" || f.rel != "" && f.rel != "alternate" {
				continue
			}
			name := f.name
			if name == "link" && linked {
				continue
			}
			linked = linked || name == "link"
			writeElement(b, name, f.src)
		case "guid":
			if guided {
				continue
			}
			guided = true
			b.WriteString("<guid")
			if f.kind == "false" {
				b.WriteString(` isPermaLink="false"`)
			}
			b.WriteByte('>')
			escape(b, f.text)
			b.WriteString("</guid>")
		case "enclosure":
			b.WriteString(`<enclosure url="`)
			escape(b, f.src)
			b.WriteString(`"/>`)
		default:
			if !isAuthor(f.name) && hasField(fields[:i], f.name) {
				continue
			}
			writeElement(b, f.name, f.text)
		}
	}
	if !guided && about != "" {
		writeElement(b, "guid", about)
	}
}

func isAuthor(name string) bool {
	switch name {
	case "dc:creator", "itunes:author", "atom:author", "author":
		return true
	}
	return false
}

func hasField(fields []field, name string) bool {
	for _, f := range fields {
		if f.name == name {
			return true
		}
	}
	return false
}

func writeAtomFields(b *strings.Builder, fields []field) {
	about := ""
	for i, f := range fields {
		switch f.name {
		case "about":
			about = f.text
		case "link":
			b.WriteString("<link")
			writeAttr(b, "rel", f.rel)
			writeAttr(b, "type", f.kind)
			writeAttr(b, "href", f.src)
			b.WriteString("/>")
		case "author":
			b.WriteString("<author>")
			writeElement(b, "name", f.text)
			b.WriteString("</author>")
		case "content":
			if hasField(fields[:i], "content") {
				continue
			}
			b.WriteString("<content")
			writeAttr(b, "src", f.src)
			b.WriteByte('>')
			escape(b, f.text)
			b.WriteString("</content>")
		default:
			if f.name == "dc:creator" || !hasField(fields[:i], f.name) {
				writeElement(b, f.name, f.text)
			}
		}
	}
	if about != "" && !hasField(fields, "id") {
		writeElement(b, "id", about)
	}
}

func writeElement(b *strings.Builder, name, text string) {
	b.WriteByte('<')
	b.WriteString(name)
	b.WriteByte('>')
	escape(b, text)
	b.WriteString("</")
	b.WriteString(name)
	b.WriteByte('>')
}

func writeAttr(b *strings.Builder, name, value string) {
	if value == "" {
		return
	}
	b.WriteByte(' ')
	b.WriteString(name)
	b.WriteString(`="`)
	escape(b, value)
	b.WriteByte('"')
}

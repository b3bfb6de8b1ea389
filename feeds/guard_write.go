package feeds

import "strings"

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
			prefix, _, ok := strings.Cut(f.name, ":")
			switch {
			case ok:
				used[prefix] = true
			case f.name == "about":
				used["dc"] = true
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
		if written[f.name] || f.name == "atom:link" && f.rel != "self" {
			continue
		}
		written[f.name] = true
		if f.src != "" {
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
			writeText(b, f.text)
			b.WriteString("</guid>")
		case "enclosure":
			b.WriteString(`<enclosure url="`)
			escape(b, f.src)
			b.WriteString(`"/>`)
		case "source":
			if hasField(fields[:i], f.name) {
				continue
			}
			b.WriteString("<source")
			writeAttr(b, "url", f.src)
			b.WriteByte('>')
			writeText(b, f.text)
			b.WriteString("</source>")
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
			writeText(b, f.text)
			b.WriteString("</content>")
		default:
			if f.name == "dc:creator" || !hasField(fields[:i], f.name) {
				writeElement(b, f.name, f.text)
			}
		}
	}
	if about != "" && !hasField(fields, "dc:identifier") {
		writeElement(b, "dc:identifier", about)
	}
}

func writeElement(b *strings.Builder, name, text string) {
	b.WriteByte('<')
	b.WriteString(name)
	b.WriteByte('>')
	writeText(b, text)
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

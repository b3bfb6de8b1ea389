package feeds

import (
	"encoding/base64"
	"net/url"
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
			b.WriteString(capped(single, maxField))
		}
		b.WriteString(capped(s, maxField-b.Len()))
	}
	tag := func(open, name, end string) {
		if b.Len() < maxField {
			add(open + localName(name) + end)
		}
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
				add(decodeEntities(capped(next.text, 2*maxField), w.lex.entity))
			} else {
				add(next.text)
			}
		case tokCDATA:
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
			if next.empty {
				tag("<", next.name, "/>")
				break
			}
			tag("<", next.name, ">")
			depth++
			if next.name == t.name {
				same++
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
			tag("</", next.name, ">")
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
// that the field was never closed: a title holds no link, and a text no date.
func (w *rewriter) closes(next, t token) bool {
	if w.isBoundary(next) {
		return true
	}
	if next.name == t.name || w.itemName == "" {
		return false
	}
	switch strings.ToLower(next.name) {
	case "pubdate", "guid", "description", "published", "updated":
		return true
	case "title", "summary", "content", "body", "div", "xhtml:div", "xhtml:body":
		return false // these occur in markup, too
	}
	return isShort(t.name) && w.item[w.nameOf(next)].part != partOther
}

// isShort names the fields that hold a line, not a text.
func isShort(name string) bool {
	switch strings.ToLower(localName(name)) {
	case "title", "link", "guid", "id", "pubdate", "date", "published", "updated", "author", "creator":
		return true
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
	var bare, name, email, address strings.Builder
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
			case "uri", "url", "homepage":
				into = &address
			}
		}
	}
}

// take reads one field. It is false when the input ended inside it.
func (w *rewriter) take(t token, el element, fields *[]field) bool {
	f := field{name: el.as}
	base := w.base
	whole := true
	if t.attrs != "" {
		base = resolve(base, w.lex.attr(t.attrs, "xml:base"))
		if el.part == partLink {
			f.src = w.lex.attr(t.attrs, "href")
			f.rel, f.kind = strings.ToLower(w.lex.attr(t.attrs, "rel")), w.lex.attr(t.attrs, "type")
		}
		switch el.as {
		case "enclosure", "source":
			f.src = w.lex.attr(t.attrs, "url")
		case "guid":
			f.kind = strings.ToLower(w.lex.attr(t.attrs, "isPermaLink"))
		case "content":
			f.src = w.lex.attr(t.attrs, "src")
			f.kind = w.lex.attr(t.attrs, "type")
		case "title", "summary":
			f.kind = w.lex.attr(t.attrs, "type")
		}
	}
	if !t.empty {
		f.text, whole = w.capture(t)
	}
	switch el.as {
	case "author", "atom:author":
		f.text = personName(f.text)
	case "content", "summary", "title":
		f.text = unwrapBase64(f.text, f.kind, strings.ToLower(w.lex.attr(t.attrs, "mode")))
	}
	if strings.Contains(f.text, "<![CDATA[") { // a section in a section, or escaped twice
		f.text = strings.NewReplacer("<![CDATA[", "", "]]>", "").Replace(f.text)
	}
	f.text = strings.TrimSpace(f.text)
	if f.src != "" {
		f.src = join(base, f.src)
	} else if el.part == partLink && f.text != "" {
		f.src = join(base, f.text)
	}
	if whole && len(*fields) < maxFields && (f.text != "" || f.src != "") {
		*fields = append(*fields, f)
	}
	return whole
}

// unwrapBase64 decodes what Atom sends as base64: by mode in 0.3, by a type that
// is no text in 1.0. What is no text afterwards is nothing.
func unwrapBase64(text, kind, mode string) string {
	family, _, _ := strings.Cut(kind, "/")
	binary := family == "image" || family == "audio" || family == "video" || kind == "application/octet-stream"
	if !binary && mode != "base64" {
		return text
	}
	plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	switch {
	case err != nil && !binary:
		return text
	case err != nil || !utf8.Valid(plain):
		return ""
	}
	return string(plain)
}

// absolute resolves an address by the xml:base in force.
func (w *rewriter) absolute(address string) string { return join(w.base, address) }

func join(base *url.URL, address string) string {
	if base == nil || strings.HasPrefix(address, "http") {
		return address
	}
	if u := resolve(base, address); u != nil {
		return u.String()
	}
	return address
}

// resolve parses an address against a base, which may be nil. Nothing to
// resolve leaves the base.
func resolve(base *url.URL, address string) *url.URL {
	if address == "" {
		return base
	}
	u, err := url.Parse(address)
	if err != nil {
		return base
	}
	if base != nil {
		return base.ResolveReference(u)
	}
	return u
}

func localName(name string) string {
	return name[strings.LastIndexByte(name, ':')+1:]
}

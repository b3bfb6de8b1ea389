package feeds

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// rewriter writes a feed again from its tokens. It keeps two levels, the feed
// and its items; everything between and below is either passed through (into)
// or passed over.
type rewriter struct {
	lex      lexer
	prefixes map[string]string // as declared → vocabulary, "other" for unknown
	own      string            // the vocabulary of the root, whose elements need no prefix
	feed     map[string]element
	item     map[string]element
	max      int // items

	root     string // raw name, for its end tag
	itemName string // raw name of the open item
	base     *url.URL
	head     []field
	items    [][]field
	cut      bool
	overlong bool
	reread   int    // bytes
	implied  string // the document's root where that is none of a feed's
}

// field is one element that passed. Attributes that count are beside the text.
type field struct {
	name, text     string
	rel, kind, src string // of a link: rel, type, and the address; permalink of a guid in kind
}

func guardXML(text string, max int) (guarded, error) {
	w := rewriter{lex: lexer{s: dropControls(text)}, prefixes: map[string]string{}, max: max}
	root, err := w.findRoot()
	if err != nil {
		return guarded{}, err
	}
	doc := w.open(root)
	if !root.empty {
		w.readFeed()
	}
	if w.implied != "" && !slices.ContainsFunc(w.items, isStory) {
		return guarded{}, notAFeed(w.implied)
	}
	if w.cut && len(w.items) == 0 && len(w.head) == 0 {
		return guarded{}, errCut
	}
	doc.text, doc.truncated, doc.overlong = w.write(), w.cut, w.overlong
	return doc, nil
}

// findRoot passes whatever stands before the feed: warnings of the server's
// programs, comments, headers.
func (w *rewriter) findRoot() (token, error) {
	first := ""
	for {
		t := w.lex.next()
		if t.kind == tokEOF {
			if first == "" && strings.EqualFold(w.lex.doctype, "html") {
				first = "html"
			}
			return t, notAFeed(first)
		}
		if t.kind != tokStart {
			continue
		}
		local := strings.ToLower(localName(t.name))
		switch {
		case local == "rss" || local == "rdf":
			return t, nil
		case local == "feed" && (first == "" || first == "br" || first == "b" || t.attrs != ""):
			return t, nil
		case first == "" && (local == "channel" || local == "entry"):
			return t, nil
		case first == "" && local == "item", local == "channel" && first != "html":
			w.implied = cmp.Or(first, local)
			return t, nil
		}
		if first == "" {
			first = local
		}
	}
}

// isStory tells an item of news from what else is called one.
func isStory(fields []field) bool {
	return hasField(fields, "title") && (hasField(fields, "link") || hasField(fields, "guid") || hasField(fields, "published"))
}

// open settles the format from the root element.
func (w *rewriter) open(root token) guarded {
	w.root = root.name
	w.declare(root)
	prefix, local, _ := strings.Cut(strings.ToLower(root.name), ":")
	if local == "" {
		local = prefix
	}
	attr := func(name string) string { return w.lex.attr(root.attrs, name) }
	version, attrs := attr("version"), strings.ToLower(root.attrs)
	w.base = resolve(nil, attr("xml:base"))
	doc := guarded{read: readRSS}
	w.feed, w.item, w.own = rssFeed, rssItem, ""
	switch local {
	case "feed", "entry":
		w.feed, w.item, w.own = atomFeed, atomEntry, "atom"
		doc.read, doc.format = readAtom, "Atom 1.0"
		if strings.HasPrefix(version, "0.") || strings.Contains(attrs, "purl.org/atom") {
			doc.format = "Atom 0.3"
		}
	case "rdf":
		doc.format = "RSS 1.0"
		if strings.Contains(attrs, "netscape.com") {
			doc.format = "RSS 0.90"
		}
	case "channel":
		doc.format = "CDF"
		if strings.Contains(attrs, "rss1.1") {
			doc.format = "RSS 1.1"
		}
	case "item":
		doc.format = "RSS"
	default:
		doc.format = "RSS" + shortVersion(version)
	}
	if prefix != local {
		w.prefixes[prefix] = w.own // whatever the root's prefix is bound to
	}
	if local == "entry" || local == "item" {
		w.lex.unread(root)
		w.root = ""
	}
	return doc
}

// shortVersion is a version number behind a space, if it looks like one.
func shortVersion(s string) string {
	if s = Clean(s); s == "" || len(s) > 8 {
		return ""
	}
	return " " + s
}

// readFeed reads to the root's end, or to the end of what there is.
func (w *rewriter) readFeed() {
	for {
		t := w.lex.next()
		switch t.kind {
		case tokEOF:
			w.cut = w.cut || t.cut || w.root != ""
			return
		case tokEnd:
			if t.name == w.root {
				return
			}
		case tokStart:
			w.declare(t)
			name := w.nameOf(t)
			switch el := w.feed[name]; el.part {
			case partInto:
				if base := w.lex.attr(t.attrs, "xml:base"); base != "" {
					w.base = resolve(w.base, base)
				}
				if name == "channel" {
					w.cdfLink(t, &w.head)
				}
			case partItem:
				if w.overlong = len(w.items) == w.max; w.overlong {
					return
				}
				if item, ok := w.readItem(t); ok {
					w.items = append(w.items, item)
				}
			case partOther:
				w.skip(t)
			default:
				w.take(t, el, &w.head)
			}
		}
	}
}

// readItem reads one item. It is not ok when the input ended inside it: what
// comes next time will be whole.
func (w *rewriter) readItem(start token) ([]field, bool) {
	outer, base := w.itemName, w.base
	w.itemName = start.name
	defer func() { w.itemName, w.base = outer, base }()
	var fields []field
	if start.attrs != "" {
		w.base = resolve(w.base, w.lex.attr(start.attrs, "xml:base"))
		if about := w.lex.attr(start.attrs, "rdf:about"); about != "" {
			fields = append(fields, field{name: "about", text: about})
		}
		w.cdfLink(start, &fields)
	}
	if start.empty {
		return fields, len(fields) > 0
	}
	for {
		t := w.lex.next()
		switch t.kind {
		case tokEOF:
			w.cut = true
			return fields, w.isOnly(fields)
		case tokEnd:
			if t.name == w.itemName || strings.EqualFold(t.name, w.itemName) {
				return fields, true
			}
			if t.name == w.root || strings.EqualFold(localName(t.name), "channel") {
				w.lex.unread(t)
				return fields, true
			}
		case tokStart:
			if t.name == w.itemName { // the last one was never closed
				w.lex.unread(t)
				return fields, true
			}
			w.declare(t)
			switch el := w.item[w.nameOf(t)]; el.part {
			case partInto:
			case partText, partLink:
				if !w.take(t, el, &fields) {
					w.cut = true
					return fields, w.isOnly(fields)
				}
			default:
				w.skip(t)
			}
		}
	}
}

// isOnly keeps an item that the input ended in where a feed has no other, and
// this one says something.
func (w *rewriter) isOnly(fields []field) bool {
	return len(w.items) == 0 && slices.ContainsFunc(fields, func(f field) bool {
		return f.name == "title" || f.name == "link" || f.name == "guid" || f.name == "dc:identifier" || f.name == "description"
	})
}

// cdfLink reads the attributes in which Channel Definition Format keeps what
// others keep in elements.
func (w *rewriter) cdfLink(t token, fields *[]field) {
	if len(*fields) >= maxFields {
		return
	}
	if href := w.lex.attr(t.attrs, "href"); href != "" {
		*fields = append(*fields, field{name: "link", text: w.absolute(href), src: w.absolute(href)})
	}
	if date := w.lex.attr(t.attrs, "lastmod"); date != "" {
		*fields = append(*fields, field{name: "dc:date", text: date})
	}
}

// skip passes over an element and all that it holds. One that is never closed
// holds nothing: reading goes on behind its start, unless the document has
// already had too much read twice.
func (w *rewriter) skip(t token) {
	if t.empty {
		return
	}
	start := w.lex.pos
	for depth := 1; depth > 0; {
		next := w.lex.next()
		switch {
		case next.kind == tokEOF:
			w.lex.unread(next)
			return
		case w.isBoundary(next):
			w.lex.unread(next)
			if w.reread += w.lex.pos - start; w.reread <= maxReread {
				w.lex.back, w.lex.pos = nil, start
			}
			return
		case next.name != t.name:
		case next.kind == tokEnd:
			depth--
		case !next.empty:
			depth++
		}
	}
}

// isBoundary reports whether a tag begins or ends an item or the feed.
func (w *rewriter) isBoundary(t token) bool {
	if t.kind != tokStart && t.kind != tokEnd {
		return false
	}
	if w.itemName != "" {
		return t.name == w.itemName || t.kind == tokEnd && t.name == w.root
	}
	if t.kind == tokEnd {
		return t.name == w.root
	}
	return w.feed[w.nameOf(t)].part == partItem
}

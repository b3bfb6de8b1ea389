package feeds

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// The parser trusts what it is given: nested tags end the process, namespace
// declarations eat its memory, one bad character loses the feed. So nothing
// reaches it as sent. A feed is taken apart by a lexer that cannot fail, and
// written again as the smallest well-formed document that says the same:
//
//	text ─► lexer ─► rewriter ─► plain RSS, Atom or JSON ─► gofeed
//	        (any      (known elements only, four levels deep,
//	         soup)     one namespace table, text escaped once)
//
// Whole items before a cut are kept; unknown elements, attributes, entities and
// declarations end here.
const (
	maxField    = 1 << 20 // bytes of one field; the rest of it is dropped
	maxFields   = 64      // fields of one item
	maxAttrs    = 64      // attributes of one tag that are looked at
	maxPrefixes = 64      // namespace prefixes of one document
	maxEntities = 64      // entities of one document's own
	maxEntity   = 1 << 10 // bytes of one of them
	maxTag      = 64 << 10
	maxReread   = 256 << 10 // bytes that are read twice for want of an end tag
	maxExpanded = 256 << 10 // bytes that a document's own entities may add up to
)

var errCut = errors.New("the feed breaks off before its first item: fetch it again")

// guarded is a document that gofeed may read.
type guarded struct {
	text      string
	format    string
	truncated bool // it broke off before its end
	overlong  bool // it has more items than were asked for
	read      func(io.Reader) (rawFeed, error)
}

// guard lets only feeds through, and says in words what else it was given.
func guard(text string, o ParseOptions) (guarded, error) {
	head := strings.TrimLeft(text, "\ufeff\x00 \t\r\n")
	if head == "" {
		return guarded{}, errors.New("the body is empty: the server sent nothing")
	}
	items := o.MaxItems
	if items <= 0 {
		items = defaultMaxItems
	}
	switch head[0] {
	case '{':
		return guardJSON(head, items)
	case '[':
		if json.Valid([]byte(strings.TrimSpace(head))) {
			return guarded{}, errNoJSONFeed
		}
	}
	if inner, ok := strings.CutPrefix(head, "<![CDATA["); ok {
		text = inner // a feed in the section that held it elsewhere
	}
	return guardXML(text, items)
}

// notText says what a body is that holds no text in any encoding, nil for one
// that does.
func notText(body []byte) error {
	kind, _, _ := strings.Cut(http.DetectContentType(body), ";")
	switch {
	case strings.HasPrefix(kind, "text/"), wideEncoding(body) != nil:
		return nil
	case kind == "application/octet-stream":
		return errors.New("this is no text, and hence no feed")
	}
	return fmt.Errorf("this is no feed but %s", kind)
}

// notAFeed says what a document is whose root is none of a feed's.
func notAFeed(root string) error {
	switch strings.ToLower(root) {
	case "":
		return errors.New("this is plain text, not a feed")
	case "html", "head", "body", "!doctype html":
		return errors.New("this is a web page, not a feed: look there for the address of its RSS or Atom feed")
	case "opml":
		return errors.New("this is an OPML list of feeds, not a feed: `parley feeds import` reads it")
	case "sitemapindex", "urlset":
		return errors.New("this is a sitemap, not a feed")
	}
	name, _ := truncate(Clean(root), 40)
	return fmt.Errorf("this is XML but not a feed: its root element is <%s>", name)
}

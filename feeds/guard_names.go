package feeds

import "strings"

// vocabularies maps beginnings of namespace addresses, in lower case, to the
// prefixes that stand for them in the guarded document. "" is the feed's own.
var vocabularies = []struct{ begins, prefix string }{
	{"http://www.w3.org/2005/atom", "atom"}, {"https://www.w3.org/2005/atom", "atom"},
	{"http://purl.org/atom/", "atom"}, {"http://purl.org/echo/", "atom"}, {"http://purl.org/pie/", "atom"},
	{"http://example.com/necho", "atom"}, {"http://example.com/newformat", "atom"},
	{"http://purl.org/dc/elements", "dc"}, {"https://purl.org/dc/elements", "dc"}, {"http://dublincore.org/documents/dcmi-namespace", "dc"},
	{"http://purl.org/dc/terms", "dcterms"}, {"https://purl.org/dc/terms", "dcterms"},
	{"http://purl.org/rss/1.0/modules/content", "content"}, {"http://purl.org/rss/1.0/modules/syndication", "sy"},
	{"http://purl.org/rss/1.0/modules/dcterms", "dcterms"}, {"http://purl.org/rss/1.0/modules/dc", "dc"},
	{"http://search.yahoo.com/mrss", "media"}, {"https://search.yahoo.com/mrss", "media"}, {"http://tools.search.yahoo.com/mrss", "media"},
	{"http://www.itunes.com/dtds/podcast", "itunes"}, {"https://www.itunes.com/dtds/podcast", "itunes"},
	{"http://www.w3.org/1999/xhtml", "xhtml"}, {"http://news.yandex.ru", "yandex"}, {"http://prismstandard.org/", "prism"},
	{"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
	{"http://purl.org/rss/1.0/modules/rss091", ""}, {"http://purl.org/rss/1.0/modules", "other"}, {"http://purl.org/rss/1.0", ""},
	{"http://purl.org/net/rss1.1", ""}, {"http://my.netscape.com/", ""}, {"http://channel.netscape.com/", ""}, {"http://backend.userland.com/rss", ""},
	{"http://blogs.law.harvard.edu/tech/rss", ""}, {"http://cyber.law.harvard.edu/rss", ""},
}

// vocabulary finds the prefix for a namespace address.
func vocabulary(address string) (prefix string, ok bool) {
	address = strings.ToLower(strings.TrimSpace(address))
	for _, v := range vocabularies {
		if strings.HasPrefix(address, v.begins) {
			return v.prefix, true
		}
	}
	return "", false
}

// conventional are the prefixes that mean their vocabulary even undeclared or
// declared with an address that nobody knows.
var conventional = map[string]string{
	"atom": "atom", "a10": "atom", "atom10": "atom", "atom03": "atom", "dc": "dc", "dcterms": "dcterms",
	"content": "content", "sy": "sy", "media": "media", "itunes": "itunes", "xhtml": "xhtml",
	"yandex": "yandex", "prism": "prism", "rdf": "rdf", "rss": "", "rss1": "",
}

// part is what an element is for in the structure of a feed.
type part uint8

const (
	partOther part = iota // passed over with all that it holds
	partInto              // itself nothing, but its children count
	partItem
	partText // a field whose content is text or markup
	partLink
)

// element says what becomes of an element: its part, and the name under which
// gofeed is given it.
type element struct {
	part part
	as   string
}

// rssFeed and the three tables after it list all elements that pass the guard.
// RSS dates pass under a name that gofeed keeps as text: it would try a hundred
// layouts on each, and date.go reads them anyway. Atom ids pass as identifiers:
// an id is not to be changed, and it would write them as it writes addresses.
var (
	rssFeed = map[string]element{
		"rss": {partInto, ""}, "rdf:rdf": {partInto, ""}, "channel": {partInto, ""}, "items": {partInto, ""},
		"skiphours": {partInto, ""}, "skipdays": {partInto, ""}, "item": {partItem, ""}, "atom:entry": {partItem, ""},
		"title": {partText, "title"}, "dc:title": {partText, "dc:title"}, "link": {partLink, "link"}, "ttl": {partText, "ttl"},
		"hour": {partText, "hour"}, "day": {partText, "day"},
		"sy:updateperiod": {partText, "sy:updatePeriod"}, "sy:updatefrequency": {partText, "sy:updateFrequency"},
	}
	rssItemParts = map[string]element{
		"title": {partText, "title"}, "dc:title": {partText, "dc:title"}, "media:title": {partText, "media:title"}, "atom:title": {partText, "dc:title"},
		"link": {partLink, "link"}, "atom:link": {partLink, "atom:link"}, "guid": {partText, "guid"}, "atom:id": {partText, "guid"},
		"description": {partText, "description"}, "abstract": {partText, "description"}, "dc:description": {partText, "dc:description"},
		"media:description": {partText, "media:description"}, "itunes:summary": {partText, "itunes:summary"},
		"atom:summary": {partText, "atom:summary"}, "dcterms:abstract": {partText, "dc:description"}, "summary": {partText, "atom:summary"},
		"content:encoded": {partText, "content:encoded"}, "encoded": {partText, "content:encoded"}, "xhtml:body": {partText, "content:encoded"},
		"body": {partText, "content:encoded"}, "xhtml:div": {partText, "content:encoded"}, "yandex:full-text": {partText, "content:encoded"},
		"fulltext": {partText, "content:encoded"}, "content": {partText, "atom:content"}, "atom:content": {partText, "atom:content"},
		"pubdate": {partText, "published"}, "published": {partText, "published"}, "issued": {partText, "published"}, "dc:date": {partText, "dc:date"},
		"date": {partText, "dc:date"}, "dc:date.taken": {partText, "dc:date"}, "dcterms:issued": {partText, "dcterms:issued"},
		"dcterms:created": {partText, "dcterms:created"}, "dcterms:date": {partText, "dcterms:created"}, "dcterms:available": {partText, "dcterms:created"},
		"dcterms:modified": {partText, "dcterms:modified"}, "prism:publicationdate": {partText, "dcterms:issued"},
		"atom:published": {partText, "atom:published"}, "atom:issued": {partText, "atom:published"}, "atom:created": {partText, "dcterms:created"},
		"atom:updated": {partText, "atom:updated"}, "atom:modified": {partText, "atom:updated"}, "updated": {partText, "atom:updated"},
		"modified": {partText, "atom:updated"}, "lastbuilddate": {partText, "atom:updated"}, "created": {partText, "dcterms:created"},
		"author": {partText, "author"}, "dc:creator": {partText, "dc:creator"}, "dc:author": {partText, "dc:creator"}, "creator": {partText, "dc:creator"},
		"itunes:author": {partText, "itunes:author"}, "atom:author": {partText, "atom:author"}, "managingeditor": {partText, "itunes:author"},
		"enclosure": {partLink, "enclosure"}, "media:group": {partInto, ""}, "media:content": {partInto, ""},
	}
	atomFeed = map[string]element{
		"feed": {partInto, ""}, "entry": {partItem, ""}, "title": {partText, "title"}, "dc:title": {partText, "dc:title"},
		"link": {partLink, "link"}, "author": {partText, "author"},
		"sy:updateperiod": {partText, "sy:updatePeriod"}, "sy:updatefrequency": {partText, "sy:updateFrequency"},
	}
	atomEntry = map[string]element{
		"title": {partText, "title"}, "dc:title": {partText, "dc:title"}, "media:title": {partText, "media:title"},
		"id": {partText, "dc:identifier"}, "guid": {partText, "dc:identifier"}, "link": {partLink, "link"}, "summary": {partText, "summary"}, "description": {partText, "summary"},
		"dc:description": {partText, "dc:description"}, "media:description": {partText, "media:description"},
		"content": {partText, "content"}, "content:encoded": {partText, "content"}, "author": {partText, "author"}, "dc:creator": {partText, "dc:creator"},
		"published": {partText, "published"}, "issued": {partText, "published"}, "pubdate": {partText, "published"},
		"updated": {partText, "updated"}, "modified": {partText, "updated"}, "created": {partText, "dcterms:created"},
		"dc:date": {partText, "dc:date"}, "dcterms:issued": {partText, "dcterms:issued"}, "dcterms:created": {partText, "dcterms:created"},
		"dcterms:modified": {partText, "dcterms:modified"}, "media:group": {partInto, ""}, "media:content": {partInto, ""},
	}
)

// declare notes a tag's namespace prefixes.
func (w *rewriter) declare(t token) {
	if !strings.Contains(t.attrs, "xmlns:") {
		return
	}
	w.lex.attributes(t.attrs, func(name, value string) {
		prefix, ok := strings.CutPrefix(name, "xmlns:")
		if !ok || len(w.prefixes) >= maxPrefixes {
			return
		}
		prefix = strings.ToLower(prefix)
		vocab, known := vocabulary(value)
		if !known {
			if vocab, known = conventional[prefix]; !known {
				vocab = "other"
			}
		}
		w.prefixes[strings.Clone(prefix)] = vocab
	})
}

// nameOf brings a tag's name to the form of the tables.
func (w *rewriter) nameOf(t token) string {
	prefix, local, ok := strings.Cut(t.name, ":")
	if !ok {
		if strings.Contains(t.attrs, "xmlns") {
			if vocab, known := vocabulary(w.lex.attr(t.attrs, "xmlns")); known && vocab != "" && vocab != w.own {
				return vocab + ":" + strings.ToLower(t.name)
			}
		}
		return strings.ToLower(t.name)
	}
	prefix = strings.ToLower(prefix)
	vocab, known := w.prefixes[prefix]
	if !known {
		if vocab, known = conventional[prefix]; !known {
			vocab = "other"
		}
	}
	if vocab == w.own || vocab == "" {
		return strings.ToLower(local)
	}
	return vocab + ":" + strings.ToLower(local)
}

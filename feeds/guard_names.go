package feeds

import "strings"

// vocabularies maps beginnings of namespace addresses, in lower case and without
// their scheme, to the prefixes that stand for them in the guarded document. ""
// is the feed's own, "other" is passed over. The first that fits counts.
var vocabularies = []struct{ begins, prefix string }{
	{"www.w3.org/2005/atom", "atom"},
	{"purl.org/atom/", "atom"},
	{"purl.org/echo/", "atom"},
	{"purl.org/pie/", "atom"},
	{"example.com/necho", "atom"},
	{"example.com/newformat", "atom"},
	{"purl.org/dc/elements", "dc"},
	{"purl.org/rss/1.0/modules/dcterms", "dcterms"},
	{"purl.org/rss/1.0/modules/dc", "dc"},
	{"purl.org/dc/terms", "dcterms"},
	{"purl.org/rss/1.0/modules/content", "content"},
	{"purl.org/rss/1.0/modules/syndication", "sy"},
	{"search.yahoo.com/mrss", "media"},
	{"www.rssboard.org/media-rss", "media"},
	{"www.itunes.com/dtds/podcast", "itunes"},
	{"www.w3.org/1999/xhtml", "xhtml"},
	{"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
	{"news.yandex.ru", "yandex"},
	{"prismstandard.org/", "prism"},
	{"purl.org/rss/1.0/modules/rss091", ""},
	{"purl.org/rss/1.0/modules", "other"},
	{"purl.org/rss/1.0", ""},
	{"purl.org/net/rss1.1", ""},
	{"my.netscape.com/", ""},
	{"channel.netscape.com/", ""},
	{"backend.userland.com/rss", ""},
	{"blogs.law.harvard.edu/tech/rss", ""},
	{"cyber.law.harvard.edu/rss", ""},
}

// vocabulary finds the prefix for a namespace address.
func vocabulary(address string) (prefix string, ok bool) {
	address = strings.ToLower(strings.TrimSpace(address))
	address = strings.TrimPrefix(strings.TrimPrefix(address, "http://"), "https://")
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

// elements makes a table of names in lower case, each with the name under which
// gofeed is given it behind '=', where that is another.
func elements(text, link, into, item string) map[string]element {
	table := map[string]element{}
	for part, names := range map[part]string{partText: text, partLink: link, partInto: into, partItem: item} {
		for _, word := range strings.Fields(names) {
			name, as, ok := strings.Cut(word, "=")
			if !ok {
				as = name
			}
			table[name] = element{part, as}
		}
	}
	return table
}

// These tables list all elements that pass the guard. RSS dates pass under a
// name that gofeed keeps as text: it would try a hundred layouts on each, and
// date.go reads them anyway. Atom ids pass as identifiers: an id is not to be
// changed, and gofeed would write it as it writes addresses.
var (
	rssFeed = elements(
		`title dc:title ttl hour day sy:updateperiod=sy:updatePeriod sy:updatefrequency=sy:updateFrequency`,
		`link atom:link`,
		`rss rdf:rdf channel items skiphours skipdays`,
		`item atom:entry`)
	rssItem = elements(
		`title dc:title media:title itunes:title atom:title=dc:title guid atom:id=guid
		description abstract=description dc:description dcterms:abstract=dc:description media:description
		itunes:summary atom:summary summary=atom:summary
		content:encoded encoded=content:encoded body=content:encoded xhtml:body=content:encoded xhtml:div=content:encoded
		yandex:full-text=content:encoded fulltext=content:encoded atom:content content=atom:content
		pubdate=published published issued=published atom:published atom:issued=atom:published
		dc:date date=dc:date dcterms:issued prism:publicationdate=dcterms:issued
		dcterms:created dcterms:date=dcterms:created dcterms:available=dcterms:created atom:created=dcterms:created created=dcterms:created
		dcterms:modified atom:updated atom:modified=atom:updated updated=atom:updated modified=atom:updated lastbuilddate=atom:updated
		author managingeditor=author dc:creator dc:author=dc:creator creator=dc:creator itunes:author atom:author source`,
		`link atom:link enclosure`,
		`media:group media:content`,
		``)
	atomFeed = elements(
		`title dc:title author sy:updateperiod=sy:updatePeriod sy:updatefrequency=sy:updateFrequency`,
		`link`,
		`feed`,
		`entry`)
	atomEntry = elements(
		`title dc:title media:title id=dc:identifier guid=dc:identifier
		summary description=summary dc:description media:description content content:encoded=content
		published issued=published pubdate=published updated modified=updated
		dc:date dcterms:issued dcterms:created created=dcterms:created dcterms:modified author dc:creator`,
		`link`,
		`media:group media:content`,
		``)
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
	if vocab == "other" {
		return vocab
	}
	if vocab == w.own || vocab == "" {
		return strings.ToLower(local)
	}
	return vocab + ":" + strings.ToLower(local)
}

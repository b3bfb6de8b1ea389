package feeds

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// wantItem is what a test says of an item; empty fields are not looked at.
type wantItem struct {
	title, link, guid, summary, content, published, updated string
	authors                                                 []string
}

type parseCase struct {
	name, body string
	format     string
	items      []wantItem
}

// parseCases holds one feed a line of the story: every format, and every fault
// that other readers lose a feed over.
var parseCases = []parseCase{
	{"RSS 2.0", `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
		<channel><title>Demo Wire</title><link>https://demo.example/</link><image><title>Logo</title><url>x</url><link>y</link></image>
		<item><title>Envoys &amp; aides meet</title><link>https://demo.example/1</link><guid isPermaLink="false">id-1</guid>
		<pubDate>Fri, 15 Aug 2025 11:30:00 GMT</pubDate><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>
		<content:encoded><![CDATA[<p>One.</p><p>Two.</p><p>Three.</p>]]></content:encoded>
		<dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator></item></channel></rss>`,
		"RSS 2.0", []wantItem{{"Envoys & aides meet", "https://demo.example/1", "id-1", "One.\n\nTwo.", "One.\n\nTwo.\n\nThree.",
			"2025-08-15T11:30:00Z", "", []string{"A. Writer", "B. Writer"}}}},
	{"RSS 1.0", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
		<channel rdf:about="https://demo.example/"><title>Demo</title><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
		<item rdf:about="urn:demo:1"><title>One</title><link>https://demo.example/1</link><dc:date>2025-08-15T11:30+03:00</dc:date></item></rdf:RDF>`,
		"RSS 1.0", []wantItem{{title: "One", guid: "urn:demo:1", link: "https://demo.example/1", published: "2025-08-15T08:30:00Z", updated: "2025-08-15T08:30:00Z"}}},
	{"RSS 0.90", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
		<channel><title>Demo</title></channel><item><title>One</title><link>https://demo.example/1</link></item></rdf:RDF>`,
		"RSS 0.90", []wantItem{{title: "One", link: "https://demo.example/1"}}},
	{"RSS 0.91 in capitals", `<RSS VERSION="0.91"><CHANNEL><TITLE>Demo</TITLE><ITEM><TITLE>One</TITLE><LINK>https://demo.example/1</LINK></ITEM></CHANNEL></RSS>`,
		"RSS 0.91", []wantItem{{title: "One", link: "https://demo.example/1"}}},
	{"RSS with another default namespace", `<rss version="2.0" xmlns="http://blogs.law.harvard.edu/tech/rss"><channel><title>Demo</title><item><title>One</title></item></channel></rss>`,
		"RSS 2.0", []wantItem{{title: "One"}}},
	{"RSS without a channel", `<rss><item><title>One</title></item></rss>`, "RSS", []wantItem{{title: "One"}}},
	{"RSS with a prefix", `<r:rss xmlns:r="urn:demo"><r:channel><r:title>Demo</r:title><r:item><r:title>One</r:title></r:item></r:channel></r:rss>`,
		"RSS", []wantItem{{title: "One"}}},
	{"RSS with Atom, media and terms", `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:t="http://purl.org/dc/terms/">
		<channel><a:link rel="self" href="https://demo.example/feed"/><title>Demo</title><item><media:group><media:title>One</media:title>
		<media:description>Said so.</media:description></media:group><a:link rel="alternate" href="https://demo.example/1"/>
		<t:issued>2025-08-15T11:30:00Z</t:issued><t:modified>2025-08-15T12:30:00Z</t:modified><a:author><a:name>A. Writer</a:name></a:author></item></channel></rss>`,
		"RSS 2.0", []wantItem{{title: "One", link: "https://demo.example/1", summary: "Said so.", published: "2025-08-15T11:30:00Z", updated: "2025-08-15T12:30:00Z", authors: []string{"A. Writer"}}}},
	{"Atom 1.0", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://demo.example/news/"><title>Demo</title><author><name>Desk</name></author>
		<entry xml:base="2025/"><id>tag:demo.example,2025:1</id><title type="html">An &lt;b>old&lt;/b> plan</title><link rel="self" href="s"/><link rel="alternate" type="text/html" href="one"/>
		<updated>2025-08-15T11:30:00Z</updated><published>2025-08-15T10:30:00Z</published><summary>Said so.</summary>
		<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B.</p><p>Two.</p></div></content></entry></feed>`,
		"Atom 1.0", []wantItem{{"An old plan", "https://demo.example/news/2025/one", "tag:demo.example,2025:1", "Said so.", "A < B.\n\nTwo.",
			"2025-08-15T10:30:00Z", "2025-08-15T11:30:00Z", []string{"Desk"}}}},
	{"Atom 0.3", `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Demo</title><entry><title mode="escaped">One &amp;amp; two</title>
		<issued>2025-08-15T11:30:00+03:00</issued><modified>2025-08-15T12:30:00Z</modified><link rel="alternate" type="text/html" href="https://demo.example/1"/>
		<content type="text/html" mode="base64">PHA+U2FpZCBzby48L3A+</content></entry></feed>`,
		"Atom 0.3", []wantItem{{title: "One & two", link: "https://demo.example/1", content: "Said so.", published: "2025-08-15T08:30:00Z", updated: "2025-08-15T12:30:00Z"}}},
	{"Atom with prefixes", `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Demo</a:title><a:entry><a:title>One</a:title><a:source><a:title>Elsewhere</a:title></a:source></a:entry></a:feed>`,
		"Atom 1.0", []wantItem{{title: "One"}}},
	{"one Atom entry alone", `<entry xmlns="http://www.w3.org/2005/Atom"><title>One</title></entry>`, "Atom 1.0", []wantItem{{title: "One"}}},
	{"channel definition format", `<CHANNEL HREF="https://demo.example/"><TITLE>Demo</TITLE><ITEM HREF="https://demo.example/1" LASTMOD="2025-08-15T11:30:00Z"><TITLE>One</TITLE><ABSTRACT>Said so.</ABSTRACT></ITEM></CHANNEL>`,
		"CDF", []wantItem{{title: "One", link: "https://demo.example/1", summary: "Said so.", published: "2025-08-15T11:30:00Z"}}},
	{"JSON Feed 1.1", `{"version":"https://jsonfeed.org/version/1.1","title":"Demo","items":[{"id":7,"url":"https://demo.example/1","title":"One","content_html":"<p>Said so.</p>",
		"date_published":"2025-08-15T11:30:00+03:00","authors":[{"name":"A. Writer"}]}]}`,
		"JSON Feed 1.1", []wantItem{{title: "One", guid: "7", link: "https://demo.example/1", content: "Said so.", published: "2025-08-15T08:30:00Z", authors: []string{"A. Writer"}}}},
	{"JSON Feed with faults", "\ufeff{\"version\":\"https://jsonfeed.org/version/1\",\"title\":5,\"author\":\"Desk\",\"items\":[null,{\"title\":\"On\x1be\nand\"},\"x\"]} trailing",
		"JSON Feed 1", []wantItem{{title: "On e and", authors: []string{"Desk"}}}},
	{"JSON that only Python writes", `{"title":"Demo","_own":1,"items":[{"id":NaN,"title":"One, NaN","url":-Infinity,},],}`,
		"JSON Feed", []wantItem{{title: "One, NaN", guid: "NaN"}}},
	{"JSON with an extension alone", `{"_own":{"about":"x"},"title":"Demo"}`, "JSON Feed", nil},
	{"a root that is all", `<feed xmlns="http://www.w3.org/2005/Atom"/>`, "Atom 1.0", nil},
	{"no items", `<rss version="2.0"><channel><title>Demo</title></channel></rss>`, "RSS 2.0", nil},

	// Faults that other readers lose a feed over.
	{"illegal characters", "<rss><channel><item><title>O\x00n\x1be\uffff &#x1b;&#0;&#xffff;two</title></item></channel></rss>", "RSS", []wantItem{{title: "One two"}}},
	{"bare ampersands", `<rss><channel><item><title>Q&A: aides & envoys &copy 3</title><link>https://demo.example/?a=1&copy=2</link></item></channel></rss>`,
		"RSS", []wantItem{{title: "Q&A: aides & envoys © 3", link: "https://demo.example/?a=1&copy=2"}}},
	{"HTML's entities", `<rss><channel><item><title>Aides&nbsp;&mdash; d&eacute;j&agrave; &hellip;</title></item></channel></rss>`, "RSS", []wantItem{{title: "Aides — déjà …"}}},
	{"its own entities", `<!DOCTYPE rss [<!ENTITY demo "Demo &#38; Co">]><rss><channel><item><title>&demo; says</title></item></channel></rss>`, "RSS", []wantItem{{title: "Demo & Co says"}}},
	{"undeclared prefixes", `<rss><channel><item><dc:title>One</dc:title><dc:date>2025-08-15</dc:date><foo:bar>x</foo:bar></item></channel></rss>`, "RSS", []wantItem{{title: "One", published: "2025-08-15T00:00:00Z"}}},
	{"junk before the feed", "\n<br />\n<b>Warning</b>: include(x) in <b>/srv/demo</b>\n<?xml version=\"1.0\"?>\n<!-- x --><rss><channel><item><title>One</title></item></channel></rss>", "RSS", []wantItem{{title: "One"}}},
	{"junk after the feed", "<rss><channel><item><title>One</title></item></channel></rss><script>x</script><rss>", "RSS", []wantItem{{title: "One"}}},
	{"a tail without its last sign", "<rss><channel><item><title>One</title></item></channel></rss", "RSS", []wantItem{{title: "One"}}},
	{"cut in an item", "<rss><channel><item><title>One</title></item><item><title>Two</title><description>It was", "RSS", []wantItem{{title: "One"}}},
	{"cut in a tag", `<rss><channel><item><title>One</title></item><item><title>Two</title><enclosure url="https://de`, "RSS", []wantItem{{title: "One"}}},
	{"cut in a CDATA section", "<rss><channel><item><title>One</title></item><item><title><![CDATA[Two", "RSS", []wantItem{{title: "One"}}},
	{"JSON cut in an item", `{"version":"https://jsonfeed.org/version/1","items":[{"title":"One"},{"title":"Two","content`, "JSON Feed 1", []wantItem{{title: "One"}}},
	{"tags never closed", "<rss><channel><item><title>One<pubDate>2025-08-15</pubDate><item><title>Two</title></channel></rss>", "RSS", []wantItem{{title: "One", published: "2025-08-15T00:00:00Z"}, {title: "Two"}}},
	{"lines never closed", "<rss><channel><item><title>One<link>https://demo.example/1<guid>id-1<dc:date>2025-08-15</dc:date></item></channel></rss>", "RSS",
		[]wantItem{{title: "One", link: "https://demo.example/1", guid: "id-1", published: "2025-08-15T00:00:00Z"}}},
	{"unknown tags never closed", "<rss><channel><image><title>Demo</title><item><hr><category>x<title>One</title><foo:x><guid>id-1</guid></item><item><title>Two</title></item></channel></rss>",
		"RSS", []wantItem{{title: "One", guid: "id-1"}, {title: "Two"}}},
	{"an id is kept as it is", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>HTTP://Demo.Example/%7Ea b/../c</id><title>One</title></entry></feed>", "Atom 1.0",
		[]wantItem{{title: "One", guid: "HTTP://Demo.Example/%7Ea b/../c"}}},
	{"stray end tags", "<rss><channel></image></b><item></p><title>One</title></width></item></channel></rss>", "RSS", []wantItem{{title: "One"}}},
	{"naked markup", "<rss><channel><item><title>An <b>old</b> plan</title><description><p>One.</p><p>Two &lt; three.</p></description></item></channel></rss>", "RSS", []wantItem{{title: "An old plan", summary: "One.\n\nTwo < three."}}},
	{"attributes without quotes", `<feed xmlns=http://www.w3.org/2005/Atom><entry><title>One</title><link rel=alternate href=https://demo.example/1 /></entry></feed>`, "Atom 1.0", []wantItem{{title: "One", link: "https://demo.example/1"}}},
	{"a date that is none, and another", "<rss><channel><item><title>One</title><pubDate>today-ish</pubDate><dc:date>2025-08-15</dc:date></item></channel></rss>", "RSS", []wantItem{{title: "One", published: "2025-08-15T00:00:00Z"}}},
	{"the fuller text in the description", "<rss><channel><item><description>One. Two.</description><content:encoded>One.</content:encoded></item></channel></rss>", "RSS", []wantItem{{summary: "One.", content: "One. Two."}}},
	{"a link that is only a guid", "<rss><channel><item><title>One</title><guid>https://demo.example/1</guid></item></channel></rss>", "RSS", []wantItem{{title: "One", link: "https://demo.example/1"}}},
	{"an author with an address", "<rss><channel><item><title>One</title><author>desk@demo.example (The Desk)</author></item></channel></rss>", "RSS", []wantItem{{title: "One", authors: []string{"The Desk"}}}},
	{"relative links count from the site", "<rss><channel><link>https://site.example/news/</link><item><title>One</title><link>/1</link></item></channel></rss>", "RSS", []wantItem{{title: "One", link: "https://site.example/1"}}},
	{"a section escaped twice", "<rss><channel><item><title>&lt;![CDATA[One &amp;amp; two]]&gt;</title></item></channel></rss>", "RSS", []wantItem{{title: "One & two"}}},
	{"the end of a section in a text", "<rss><channel><item><title>a[b[0]]&gt;c &amp;amp; ]]&gt; d</title></item></channel></rss>", "RSS", []wantItem{{title: "a[b[0]]>c & ]]> d"}}},
	{"double escaping", "<rss><channel><item><title>AT&amp;amp;T &amp;#8217;s</title></item></channel></rss>", "RSS", []wantItem{{title: "AT&T ’s"}}},
}

func TestParse(t *testing.T) { testParse(t, parseCases) }

func testParse(t *testing.T, cases []parseCase) {
	t.Helper()
	for _, c := range cases {
		p, err := Parse([]byte(c.body), ParseOptions{Seen: seenAt, URL: "https://feeds.example/all.xml"})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p.Format != c.format {
			t.Errorf("%s: format %q", c.name, p.Format)
		}
		if len(p.Items) != len(c.items) {
			t.Errorf("%s: %d items, want %d", c.name, len(p.Items), len(c.items))
			continue
		}
		for i, want := range c.items {
			got := fileItem(p.Items[i])
			for _, f := range []struct{ name, got, want string }{
				{"title", got.Title, want.title}, {"link", got.Link, want.link}, {"guid", got.GUID, want.guid},
				{"summary", got.Summary, want.summary}, {"content", got.Content, want.content},
				{"published", got.Published, want.published}, {"updated", got.Updated, want.updated},
			} {
				if f.want != "" && f.got != f.want {
					t.Errorf("%s: %s is %q, want %q", c.name, f.name, f.got, f.want)
				}
			}
			if want.authors != nil && !reflect.DeepEqual(got.Authors, want.authors) {
				t.Errorf("%s: authors %q", c.name, got.Authors)
			}
		}
	}
}

// Wherever a feed is cut, the items before the cut are read as they are in the
// whole feed, and none is made up of a half.
func TestEveryCut(t *testing.T) {
	item := `<item><title>Envoys meet</title><link>https://demo.example/%</link><guid>id-%</guid><description><![CDATA[<p>One & two.</p>]]></description></item>`
	entry := `<entry><id>id-%</id><title type="html">Envoys &lt;b>meet&lt;/b></title><link href="https://demo.example/%"/><updated>2025-08-15T11:30:00Z</updated></entry>`
	object := `{"id":"id-%","url":"https://demo.example/%","title":"Envoys meet"}`
	number := func(s string, n string) string { return strings.ReplaceAll(s, "%", n) }
	feeds := []string{
		"<rss><channel><title>Demo</title>" + number(item, "1") + "\n" + number(item, "2") + "\n" + number(item, "3") + "</channel></rss>",
		`<feed xmlns="http://www.w3.org/2005/Atom"><title>Demo</title>` + number(entry, "1") + number(entry, "2") + number(entry, "3") + "</feed>",
		`{"version":"https://jsonfeed.org/version/1.1","items":[` + number(object, "1") + "," + number(object, "2") + "," + number(object, "3") + "]}",
	}
	for _, body := range feeds {
		whole, err := Parse([]byte(body), ParseOptions{Seen: seenAt})
		if err != nil || len(whole.Items) != 3 {
			t.Fatal(err)
		}
		kept := 0
		for cut := range len(body) {
			p, err := Parse([]byte(body[:cut]), ParseOptions{Seen: seenAt})
			if err != nil || len(p.Items) == 0 {
				continue
			}
			if len(p.Items) < kept {
				t.Fatalf("%d items of %q, fewer than with less", len(p.Items), body[:cut])
			}
			kept = len(p.Items)
			for i, s := range p.Items {
				if (kept > 1 || i > 0) && !reflect.DeepEqual(s, whole.Items[i]) {
					t.Fatalf("cut to %q, item %d is %+v", body[:cut], i, s)
				}
			}
		}
		if kept != 3 {
			t.Errorf("%d items just before the end", kept)
		}
	}
}

func TestTruncationIsSaid(t *testing.T) {
	whole := "<rss><channel><item><title>One</title></item></channel></rss>"
	for body, want := range map[string]bool{whole: false, whole[:len(whole)-8]: true} {
		if p, err := Parse([]byte(body), ParseOptions{}); err != nil || p.Truncated != want {
			t.Errorf("%s: truncated %v, %v", body, p.Truncated, err)
		}
	}
}

func TestHints(t *testing.T) {
	body := `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Demo</title><ttl> 15 </ttl>
		<skipHours><hour>0</hour><hour>24</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>saturday</day></skipDays>
		<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>`
	p, err := Parse([]byte(body), ParseOptions{})
	want := Hints{15 * time.Minute, []int{0, 0}, []time.Weekday{time.Sunday, time.Saturday}, 6 * time.Hour}
	if err != nil || !reflect.DeepEqual(p.Hints, want) {
		t.Errorf("%+v, %v", p.Hints, err)
	}
}

func TestNotAFeed(t *testing.T) {
	cases := []struct{ name, body, says string }{
		{"nothing", " \n", "empty"},
		{"eleven bytes", "Bad gateway", "plain text"},
		{"a web page", "<!DOCTYPE html><html><head><title>Demo</title></head></html>", "web page"},
		{"a challenge", "<html><body><script>check()</script></body></html>", "web page"},
		{"OPML", `<?xml version="1.0"?><opml version="2.0"></opml>`, "OPML"},
		{"other XML", `<note>x</note>`, "<note>"},
		{"other JSON", `{"status":"ok"}`, "no JSON Feed"},
		{"a problem in JSON", `{"title":"Not Found","status":404}`, "no JSON Feed"},
		{"an error in JSON", `{"title":"x","error":"rate limit"}`, "no JSON Feed"},
		{"broken JSON", `{"status`, "JSON"},
		{"JSON cut before its first item", `{"version":"https://jsonfeed.org/version/1","items":[{"tit`, "breaks off"},
		{"cut at once", "<rss><chan", "breaks off"},
	}
	for _, c := range cases {
		p, err := Parse([]byte(c.body), ParseOptions{})
		if err == nil || !strings.Contains(err.Error(), c.says) || len(p.Items) > 0 {
			t.Errorf("%s: error %v", c.name, err)
		}
	}
}

func TestSightingKnowsItsFeed(t *testing.T) {
	p, err := Parse([]byte(rssOf("", "CORRECTED-Envoys meet")), ParseOptions{Seen: seenAt, Feed: model.Feed{Name: "Demo Wire"}})
	if err != nil {
		t.Fatal(err)
	}
	s := p.Items[0]
	if s.Feed != "Demo Wire" || !s.Seen.Equal(seenAt) || s.Op != model.OpCorrected || s.OpTitle != "Envoys meet" || s.Title != "CORRECTED-Envoys meet" {
		t.Errorf("%+v", s)
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range slices.Concat(parseCases, oddCases) {
		f.Add([]byte(c.body), "")
	}
	f.Add([]byte(rssOf("", "x")), "text/xml; charset=koi8-r")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		p, err := Parse(body, ParseOptions{ContentType: contentType, Seen: seenAt, URL: "https://demo.example/feed"})
		if why := unsafeParsed(p, err); why != "" {
			t.Fatal(why)
		}
		if err != nil && strings.Contains(err.Error(), "cannot be read: ") {
			t.Fatalf("what passed the guard is refused by the parser: %v", err)
		}
		seen := map[string]bool{}
		for _, s := range p.Items {
			if s.Identity == "" || seen[s.Identity] {
				t.Fatalf("identity %q is empty or there twice", s.Identity)
			}
			seen[s.Identity] = true
			if s.Published.IsZero() {
				t.Fatal("an item without a time")
			}
		}
	})
}

package feeds

import (
	"strings"
	"testing"
)

// oddCases holds what the test suites of other readers hold beside the ordinary
// formats: feeds in odd wrappings, and fields in odd dress.
var oddCases = []parseCase{
	{"items without a feed", "<item><title>One</title><link>https://demo.example/1</link></item><item><title>Two</title></item>",
		"RSS", []wantItem{{title: "One", link: "https://demo.example/1"}, {title: "Two"}}},
	{"a channel under another root", "<demo><channel><title>Demo</title><item><title>One</title><link>https://demo.example/1</link></item></channel></demo>",
		"CDF", []wantItem{{title: "One", link: "https://demo.example/1"}}},
	{"a feed in a section", "<![CDATA[<rss><channel><item><title>One</title></item></channel></rss>]]>", "RSS", []wantItem{{title: "One"}}},
	{"a section in a section", "<rss><channel><item><title>One</title><description><![CDATA[It <![CDATA[was]]> said.]]></description></item></channel></rss>",
		"RSS", []wantItem{{summary: "It was said."}}},
	{"a section that never ends", "<rss><channel><item><title><![CDATA[One</title></item><item><title>Two</title></item></channel></rss>",
		"RSS", []wantItem{{title: "One"}, {title: "Two"}}},
	{"entities made of entities", `<!DOCTYPE rss [<!ENTITY who "the desk"><!ENTITY said "&who; said">]><rss><channel><item><title>So &said;</title></item></channel></rss>`,
		"RSS", []wantItem{{title: "So the desk said"}}},
	{"references by halves", "<rss><channel><item><title>One &#55357;&#56832; &#xD83D;&#xDE00; &#55357;!</title></item></channel></rss>",
		"RSS", []wantItem{{title: "One 😀 😀 !"}}},
	{"references to nothing", "<rss><channel><item><title>One&#99999999999;&#x110000;&#xFFFFFFFFFFFF; two</title></item></channel></rss>",
		"RSS", []wantItem{{title: "One two"}}},
	{"empty elements in a text", "<rss><channel><item><title>One</title><description>It was<br/>said<br></br>so</description></item></channel></rss>",
		"RSS", []wantItem{{summary: "It was\nsaid\n\nso"}}},
	{"a quote that never closes", `<rss version="2.0" xmlns:demo="https://demo.example/><channel><item id="1"><title>One</title></item></channel></rss>`,
		"RSS 2.0", []wantItem{{title: "One"}}},
	{"signs in tags", "<rs\as><channel><item\a&><title>One</title></item></channel></rss>", "RSS", []wantItem{{title: "One"}}},
	{"a warning before a feed that declares nothing", "<br />Warning: demo<br /><feed><entry><title>One</title></entry></feed>",
		"Atom 1.0", []wantItem{{title: "One"}}},
	{"cut in its only item, which has no title", "<rss><channel><item><link>https://demo.example/1</link><description>It was", "RSS",
		[]wantItem{{link: "https://demo.example/1"}}},
	{"an author in markup", "<rss><channel><item><title>One</title><author><p>The Desk</p></author></item></channel></rss>",
		"RSS", []wantItem{{title: "One", authors: []string{"The Desk"}}}},
	{"an author in escaped markup", "<rss><channel><item><title>One</title><author>&lt;p&gt;The Desk&lt;/p&gt;</author></item></channel></rss>",
		"RSS", []wantItem{{title: "One", authors: []string{"The Desk"}}}},
	{"an author with an address only to be visited", "<feed><entry><title>One</title><author><uri>https://demo.example/desk</uri></author></entry></feed>",
		"Atom 1.0", []wantItem{{title: "One", authors: []string{}}}},
	{"a title in base64", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="application/octet-stream">T25l</title><summary type="application/octet-stream">U2FpZCBzby4=</summary></entry></feed>`,
		"Atom 1.0", []wantItem{{title: "One", summary: "Said so."}}},
	{"a title for listeners only", `<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item><itunes:title>One</itunes:title></item></channel></rss>`,
		"RSS", []wantItem{{title: "One"}}},
}

func TestParseOdd(t *testing.T) { testParse(t, oddCases) }

// A feed read from disk has no address but the one that it names itself.
func TestLinksCountFromTheFeedItself(t *testing.T) {
	for _, body := range []string{
		`<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://demo.example/news/all.atom"/><entry><title>One</title><link href="1"/></entry></feed>`,
		`<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://demo.example/news/all.xml"/><item><title>One</title><link>1</link></item></channel></rss>`,
	} {
		p, err := Parse([]byte(body), ParseOptions{})
		if err != nil || len(p.Items) != 1 || p.Items[0].Link != "https://demo.example/news/1" {
			t.Errorf("%v %+v", err, p.Items)
		}
	}
}

// What calls its parts items or channels is no feed for that.
func TestItemsThatAreNoNews(t *testing.T) {
	for _, body := range []string{
		`<item id="7"><price>3</price></item>`,
		`<tv><channel id="demo"><display-name>Demo</display-name></channel></tv>`,
		`<menu><item><title>Open</title></item></menu>`,
	} {
		if p, err := Parse([]byte(body), ParseOptions{}); err == nil || !strings.Contains(err.Error(), "not a feed") {
			t.Errorf("%s: %v %+v", body, err, p.Items)
		}
	}
}

func TestItemsThatSayNothing(t *testing.T) {
	body := []byte("<rss><channel>" + strings.Repeat("<item></item><item><title> </title></item>", 9) + "<item><title>One</title></item></channel></rss>")
	p, err := Parse(body, ParseOptions{})
	if err != nil || len(p.Items) != 1 || p.Items[0].Title != "One" {
		t.Errorf("%v %+v", err, p.Items)
	}
}

func TestWhatIsNoFeedIsCalledByItsName(t *testing.T) {
	for body, want := range map[string]string{
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR<rsx>": "no feed but image/png",
		"%PDF-1.4\n<a>":                     "no feed but application/pdf",
		"\x00\x01\x02\xff\xfe<rsx>\x00\x91": "no text",
		`[{"id":"1","title":"One"}]`:        "JSON, but no JSON Feed",
		"[a note] in brackets":              "plain text",
		"Sorry, no feed":                    "plain text",
	} {
		if p, err := Parse([]byte(body), ParseOptions{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v %+v", body, err, p)
		}
	}
}

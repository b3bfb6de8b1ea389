package feeds

import "testing"

func TestAnItemKnowsWhoseItIs(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"none":          {``, ""},
		"with address":  {`<source url="https://www.courier.example/news">Demo Courier</source>`, "courier.example"},
		"its own":       {`<source url="https://www.wire.example/">Demo Wire</source>`, ""},
		"only a name":   {`<source>Demo &amp;amp; Courier</source>`, "Demo & Courier"},
		"no address":    {`<source url="javascript:x">Demo Courier</source>`, "Demo Courier"},
		"two, of which": {`<source url="https://courier.example">A</source><source url="https://herald.example">B</source>`, "courier.example"},
	} {
		body := `<rss version="2.0"><channel><title>x</title><item><title>Grain sails</title><link>https://wire.example/1</link>` + c.source + `</item></channel></rss>`
		p, err := Parse([]byte(body), ParseOptions{Seen: seenAt, URL: "https://rss.wire.example/top"})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Items[0].Outlet; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAnAggregatorsHeadlineEndsWhereItsSourceBegins(t *testing.T) {
	for name, c := range map[string]struct{ title, summary, wantTitle, wantSummary string }{
		"behind a dash":      {"Grain sails - Demo Courier", "&lt;a href=\"https://wire.example/1\"&gt;Grain sails&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font&gt;Demo Courier&lt;/font&gt;", "Grain sails", ""},
		"in another's words": {"Demo Courier - Grain sails", "It sails at noon. Demo Courier", "Demo Courier - Grain sails", "It sails at noon. Demo Courier"},
		"nothing else":       {" - Demo Courier", "", "- Demo Courier", ""},
	} {
		body := `<rss version="2.0"><channel><title>x</title><item><title>` + c.title + `</title><link>https://search.example/1</link><description>` + c.summary +
			`</description><source url="https://courier.example">Demo Courier</source></item></channel></rss>`
		p, err := Parse([]byte(body), ParseOptions{Seen: seenAt, URL: "https://search.example/rss"})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Items[0]; got.Title != c.wantTitle || got.Summary != c.wantSummary {
			t.Errorf("%s: %q, %q, want %q, %q", name, got.Title, got.Summary, c.wantTitle, c.wantSummary)
		}
	}
}

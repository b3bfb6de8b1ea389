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

package feeds

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// noNews returns an error for an answer that says 200 and is not news: nothing
// at all, or a web page (a login, a challenge, an error page). Whatever else is
// no feed, Parse finds out.
func noNews(body []byte) error {
	rest := skipProlog(body)
	switch {
	case len(rest) == 0:
		return marked{errors.New("the answer is empty"), errNoFeed}
	case !isPage(rest):
		return nil
	}
	said := "what it sent is a web page, not a feed"
	title, links := pageHead(body)
	if title != "" {
		said += fmt.Sprintf(" (%q)", title)
	}
	if len(links) > 0 {
		said += "; the page says that its feed is " + links[0]
	} else {
		said += "; it may be a login, a challenge for browsers, or the wrong address"
	}
	return marked{errors.New(said), errNoFeed}
}

// skipProlog skips what may stand before a root element.
func skipProlog(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	for {
		b = bytes.TrimLeft(b, " \t\r\n\x00")
		var end string
		switch {
		case bytes.HasPrefix(b, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(b, []byte("<!--")):
			end = "-->"
		default:
			return b
		}
		_, after, ok := bytes.Cut(b, []byte(end))
		if !ok {
			return b
		}
		b = after
	}
}

func isPage(b []byte) bool {
	head := strings.ToLower(string(b[:min(len(b), 64)]))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(head, start) {
			return true
		}
	}
	return false
}

// pageHead returns a page's title and the feeds that it names, both cleaned, out
// of its first 64 KiB.
func pageHead(body []byte) (title string, feeds []string) {
	z := html.NewTokenizer(bytes.NewReader(body[:min(len(body), 64<<10)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return title, feeds
		case html.StartTagToken, html.SelfClosingTagToken:
			switch t := z.Token(); t.Data {
			case "title":
				if title == "" && z.Next() == html.TextToken {
					title = short(Clean(string(z.Text())), 80)
				}
			case "link":
				if href := feedLink(t); href != "" && len(feeds) < 5 {
					feeds = append(feeds, href)
				}
			case "body":
				return title, feeds
			}
		}
	}
}

// feedLink returns where a <link rel="alternate"> to a feed leads.
func feedLink(t html.Token) string {
	at := map[string]string{}
	for _, a := range t.Attr {
		at[a.Key] = a.Val
	}
	kind := strings.ToLower(at["type"])
	if !strings.EqualFold(at["rel"], "alternate") || !strings.Contains(kind, "rss") && !strings.Contains(kind, "atom") && !strings.Contains(kind, "feed+json") {
		return ""
	}
	if u, err := url.Parse(at["href"]); err != nil || at["href"] == "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return short(Redact(at["href"]), 300)
}

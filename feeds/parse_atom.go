package feeds

import (
	"cmp"
	"io"
	"strings"

	"github.com/mmcdole/gofeed/atom"
)

// readAtom takes a guarded Atom document apart.
func readAtom(r io.Reader) (rawFeed, error) {
	feed, err := (&atom.Parser{}).Parse(r)
	if err != nil {
		return rawFeed{}, err
	}
	raw := rawFeed{
		title: cmp.Or(feed.Title, first(feed.Extensions, "dc", "title")),
		home:  pageLink(feed.Links),
		self:  selfLink(feed.Links),
		hints: Hints{
			UpdateEvery: updateEvery(first(feed.Extensions, "sy", "updatePeriod"), first(feed.Extensions, "sy", "updateFrequency")),
		},
	}
	for _, e := range feed.Entries {
		it := fromAtom(e)
		if len(it.authors) == 0 {
			it.authors = names(feed.Authors)
		}
		raw.items = append(raw.items, it)
	}
	return raw, nil
}

func fromAtom(e *atom.Entry) rawItem {
	x := e.Extensions
	raw := rawItem{
		guid:  first(x, "dc", "identifier"),
		title: cmp.Or(e.Title, first(x, "dc", "title"), first(x, "media", "title")),
		link:  pageLink(e.Links),
		published: []string{e.Published, first(x, "dcterms", "issued"), first(x, "dc", "date"),
			first(x, "dcterms", "created")},
		updated: []string{e.Updated, first(x, "dcterms", "modified")},
		summary: cmp.Or(e.Summary, first(x, "dc", "description"), first(x, "media", "description")),
		authors: names(e.Authors),
	}
	if e.Content != nil {
		raw.content = e.Content.Value
		raw.link = cmp.Or(raw.link, e.Content.Src)
	}
	if len(raw.authors) == 0 {
		raw.authors = all(x, "dc", "creator")
	}
	if raw.link == "" && strings.HasPrefix(raw.guid, "http") {
		raw.link = raw.guid
	}
	return raw
}

// pageLink chooses the link to the page a reader would open: an alternate in
// HTML, else any alternate, else whatever is no service address.
func pageLink(links []*atom.Link) string {
	best, rank := "", 0
	for _, l := range links {
		r := 0
		switch l.Rel {
		case "", "alternate":
			r = 3
			if l.Type == "" || strings.Contains(l.Type, "html") {
				r = 4
			}
		case "related", "via":
			r = 2
		case "enclosure":
			r = 1
		}
		if r > rank && l.Href != "" {
			best, rank = l.Href, r
		}
	}
	return best
}

// selfLink is where a feed says that it is to be had.
func selfLink(links []*atom.Link) string {
	for _, l := range links {
		if l.Rel == "self" {
			return l.Href
		}
	}
	return ""
}

func names(people []*atom.Person) []string {
	var list []string
	for _, p := range people {
		if name := cmp.Or(p.Name, p.Email); name != "" {
			list = append(list, name)
		}
	}
	return list
}

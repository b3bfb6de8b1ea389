package feeds

import (
	"cmp"
	"io"

	"github.com/mmcdole/gofeed/json"
)

// readJSON takes a guarded JSON Feed apart.
func readJSON(r io.Reader) (rawFeed, error) {
	feed, err := (&json.Parser{}).Parse(r)
	if err != nil {
		return rawFeed{}, err
	}
	raw := rawFeed{title: feed.Title, home: feed.HomePageURL}
	for _, it := range feed.Items {
		item := rawItem{
			guid:      it.ID,
			title:     it.Title,
			link:      cmp.Or(it.URL, it.ExternalURL),
			published: []string{it.DatePublished},
			updated:   []string{it.DateModified},
			summary:   it.Summary,
			content:   cmp.Or(it.ContentHTML, it.ContentText),
			authors:   jsonNames(it.Authors, it.Author),
		}
		if len(item.authors) == 0 {
			item.authors = jsonNames(feed.Authors, feed.Author)
		}
		raw.items = append(raw.items, item)
	}
	return raw, nil
}

func jsonNames(list []*json.Author, one *json.Author) []string {
	var names []string
	for _, a := range append(list, one) {
		if a != nil && a.Name != "" {
			names = append(names, a.Name)
		}
	}
	return names
}

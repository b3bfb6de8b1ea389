package feeds

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"time"

	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/rss"
)

// readRSS takes a guarded RSS document apart.
func readRSS(r io.Reader) (rawFeed, error) {
	feed, err := (&rss.Parser{}).Parse(r)
	if err != nil {
		return rawFeed{}, err
	}
	raw := rawFeed{
		title: cmp.Or(feed.Title, first(feed.Extensions, "dc", "title")),
		home:  feed.Link,
		self:  first(feed.Extensions, "atom", "link"),
		hints: Hints{
			TTL:         minutes(feed.TTL),
			SkipHours:   skippedHours(feed.SkipHours),
			SkipDays:    skippedDays(feed.SkipDays),
			UpdateEvery: updateEvery(first(feed.Extensions, "sy", "updatePeriod"), first(feed.Extensions, "sy", "updateFrequency")),
		},
	}
	for _, it := range feed.Items {
		raw.items = append(raw.items, fromRSS(it))
	}
	return raw, nil
}

func fromRSS(it *rss.Item) rawItem {
	x := it.Extensions
	raw := rawItem{
		title: cmp.Or(it.Title, first(x, "dc", "title"), first(x, "media", "title"), first(x, "itunes", "title")),
		link:  cmp.Or(it.Link, first(x, "atom", "link")),
		published: []string{it.Custom["published"], first(x, "dcterms", "issued"), first(x, "atom", "published"),
			first(x, "dc", "date"), first(x, "dcterms", "created")},
		updated: []string{first(x, "dcterms", "modified"), first(x, "atom", "updated"), first(x, "dc", "date")},
		summary: cmp.Or(it.Description, first(x, "dc", "description"), first(x, "media", "description"),
			first(x, "itunes", "summary"), first(x, "atom", "summary")),
		content: cmp.Or(it.Content, first(x, "atom", "content")),
		authors: all(x, "dc", "creator"),
	}
	if len(raw.authors) == 0 && it.Author != "" {
		raw.authors = []string{it.Author}
	}
	if len(raw.authors) == 0 {
		raw.authors = append(all(x, "atom", "author"), all(x, "itunes", "author")...)
	}
	if it.Source != nil {
		raw.source, raw.sourceURL = it.Source.Title, it.Source.URL
	}
	if it.GUID != nil {
		raw.guid = it.GUID.Value
		if raw.link == "" && it.GUID.IsPermalink != "false" {
			raw.link = raw.guid
		}
	}
	if raw.link == "" && it.Enclosure != nil {
		raw.link = it.Enclosure.URL
	}
	return raw
}

// first returns the text of the first extension element of that name.
func first(x ext.Extensions, prefix, name string) string {
	for _, e := range x[prefix][name] {
		if e.Value != "" {
			return e.Value
		}
	}
	return ""
}

// all returns the texts of every extension element of that name.
func all(x ext.Extensions, prefix, name string) []string {
	var texts []string
	for _, e := range x[prefix][name] {
		if e.Value != "" {
			texts = append(texts, e.Value)
		}
	}
	return texts
}

func minutes(s string) time.Duration {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 || n > 60*24*366 {
		return 0
	}
	return time.Duration(n) * time.Minute
}

// skippedHours reads skipHours; some feeds count to 24.
func skippedHours(list []string) []int {
	var hours []int
	for _, s := range list {
		if h, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && h >= 0 && h <= 24 {
			hours = append(hours, h%24)
		}
	}
	return hours
}

func skippedDays(list []string) []time.Weekday {
	var days []time.Weekday
	for _, s := range list {
		for d := time.Sunday; d <= time.Saturday; d++ {
			if strings.EqualFold(strings.TrimSpace(s), d.String()) {
				days = append(days, d)
			}
		}
	}
	return days
}

// updateEvery reads the syndication module: so many times in a period.
func updateEvery(period, frequency string) time.Duration {
	n, err := strconv.Atoi(strings.TrimSpace(frequency))
	if err != nil || n < 1 {
		n = 1
	}
	const day = 24 * time.Hour
	length := map[string]time.Duration{
		"hourly": time.Hour, "daily": day, "weekly": 7 * day, "monthly": 30 * day, "yearly": 365 * day,
	}
	return length[strings.ToLower(strings.TrimSpace(period))] / time.Duration(n)
}

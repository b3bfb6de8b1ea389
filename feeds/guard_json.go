package feeds

import (
	"encoding/json"
	"errors"
	"strings"
)

// jsonFeed is the plain JSON Feed that gofeed is given: every field of the kind
// that the format says, whatever was sent.
type jsonFeed struct {
	Version string       `json:"version"`
	Title   string       `json:"title"`
	Home    string       `json:"home_page_url,omitempty"`
	Authors []jsonAuthor `json:"authors,omitempty"`
	Items   []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID            string       `json:"id,omitempty"`
	URL           string       `json:"url,omitempty"`
	ExternalURL   string       `json:"external_url,omitempty"`
	Title         string       `json:"title,omitempty"`
	ContentHTML   string       `json:"content_html,omitempty"`
	ContentText   string       `json:"content_text,omitempty"`
	Summary       string       `json:"summary,omitempty"`
	DatePublished string       `json:"date_published,omitempty"`
	DateModified  string       `json:"date_modified,omitempty"`
	Authors       []jsonAuthor `json:"authors,omitempty"`
}

// guardJSON reads as far as the JSON is sound and keeps the items before that.
func guardJSON(text string, max int) (guarded, error) {
	// Control characters are white space outside of strings and forbidden inside.
	text = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
	dec := json.NewDecoder(strings.NewReader(text))
	feed, listed, err := readJSONFeed(dec, max)
	switch {
	case !listed && err != nil && !strings.Contains(feed.Version, "jsonfeed.org"):
		return guarded{}, errors.New("this looks like JSON but cannot be read as such")
	case !listed && !strings.Contains(feed.Version, "jsonfeed.org"):
		return guarded{}, errors.New(`this is JSON, but no JSON Feed: it has no "items"`)
	case err != nil && len(feed.Items) == 0:
		return guarded{}, errors.New("the feed breaks off before its first item: fetch it again")
	}
	plain, merr := json.Marshal(feed)
	if merr != nil {
		return guarded{}, merr
	}
	doc := guarded{text: string(plain), format: "JSON Feed", truncated: err != nil, read: readJSON}
	if i := strings.LastIndexByte(strings.TrimRight(feed.Version, "/"), '/'); strings.Contains(feed.Version, "jsonfeed.org") && i >= 0 {
		doc.format += " " + Clean(strings.Trim(feed.Version[i:], "/"))
	}
	return doc, nil
}

// readJSONFeed returns what it has read when err is not nil, too. listed says
// that there is a list of items.
func readJSONFeed(dec *json.Decoder, max int) (feed jsonFeed, listed bool, err error) {
	feed.Items = []jsonItem{}
	if _, err = dec.Token(); err != nil {
		return feed, false, err
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return feed, listed, err
		}
		if key == "items" {
			list, err := readJSONItems(dec, max, &feed)
			if listed = listed || list; err != nil || len(feed.Items) >= max {
				return feed, listed, err
			}
			continue
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return feed, listed, err
		}
		switch key {
		case "version":
			feed.Version = jsonText(value)
		case "title":
			feed.Title = jsonText(value)
		case "home_page_url":
			feed.Home = jsonText(value)
		case "author", "authors":
			feed.Authors = append(feed.Authors, jsonPeople(value)...)
		}
	}
	_, err = dec.Token()
	return feed, listed, err
}

func readJSONItems(dec *json.Decoder, max int, feed *jsonFeed) (listed bool, err error) {
	open, err := dec.Token()
	if open != json.Delim('[') {
		return false, err
	}
	for dec.More() && len(feed.Items) < max {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return true, err
		}
		var fields map[string]json.RawMessage
		if json.Unmarshal(raw, &fields) != nil || fields == nil {
			continue // not an object: no item
		}
		feed.Items = append(feed.Items, jsonItem{
			ID: jsonText(fields["id"]), URL: jsonText(fields["url"]), ExternalURL: jsonText(fields["external_url"]),
			Title: jsonText(fields["title"]), ContentHTML: jsonText(fields["content_html"]),
			ContentText: jsonText(fields["content_text"]), Summary: jsonText(fields["summary"]),
			DatePublished: jsonText(fields["date_published"]), DateModified: jsonText(fields["date_modified"]),
			Authors: append(jsonPeople(fields["authors"]), jsonPeople(fields["author"])...),
		})
	}
	if len(feed.Items) >= max {
		return true, nil
	}
	_, err = dec.Token()
	return true, err
}

// jsonText reads a string, or a number or truth value as it is written.
func jsonText(raw json.RawMessage) string {
	if len(raw) == 0 || raw[0] == '{' || raw[0] == '[' || raw[0] == 'n' {
		return ""
	}
	var s string
	if raw[0] == '"' && json.Unmarshal(raw, &s) == nil {
		return capped(s, maxField)
	}
	return string(raw)
}

// jsonPeople reads one author or a list, each an object or just a name.
func jsonPeople(raw json.RawMessage) []jsonAuthor {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		list = []json.RawMessage{raw}
	}
	var people []jsonAuthor
	for _, one := range list[:min(len(list), maxAuthors)] {
		var a struct{ Name json.RawMessage }
		name := jsonText(one)
		if json.Unmarshal(one, &a) == nil {
			name = jsonText(a.Name)
		}
		if name != "" {
			people = append(people, jsonAuthor{name})
		}
	}
	return people
}

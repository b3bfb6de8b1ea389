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

	overlong bool
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

// feedKeys are the keys by which an object without items is still a feed; an
// answer about an error has others.
var (
	feedKeys = map[string]bool{
		"items": true, "version": true, "title": true, "home_page_url": true, "feed_url": true, "description": true,
		"icon": true, "favicon": true, "author": true, "authors": true, "hubs": true, "next_url": true,
		"expired": true, "language": true, "user_comment": true,
	}
	errorKeys = map[string]bool{
		"status": true, "error": true, "errors": true, "message": true, "detail": true, "code": true, "success": true, "ok": true,
	}
)

var (
	errNoJSON     = errors.New("this looks like JSON but cannot be read as such")
	errNoJSONFeed = errors.New(`this is JSON, but no JSON Feed: it has no "items"`)
)

// guardJSON reads as far as the JSON is sound and keeps the items before that.
func guardJSON(text string, max int) (guarded, error) {
	feed, keys, err := readJSONFeed(json.NewDecoder(strings.NewReader(repairJSON(text))), max)
	known, faulty := keys["items"], false
	for key := range keys {
		known = known || feedKeys[key] || strings.HasPrefix(key, "_") // "_" marks extensions
		faulty = faulty || errorKeys[key] && !keys["items"]
	}
	switch {
	case err != nil && !known:
		return guarded{}, errNoJSON
	case !known || faulty:
		return guarded{}, errNoJSONFeed
	case err != nil && len(feed.Items) == 0:
		return guarded{}, errCut
	}
	plain, fault := json.Marshal(feed)
	if fault != nil {
		return guarded{}, fault
	}
	doc := guarded{text: string(plain), format: "JSON Feed", truncated: err != nil, overlong: feed.overlong, read: readJSON}
	if _, version, ok := strings.Cut(feed.Version, "jsonfeed.org/version/"); ok {
		doc.format += shortVersion(strings.Trim(version, "/"))
	}
	return doc, nil
}

// repairJSON mends what programs write and the format forbids: raw control
// characters, commas before a closing bracket, Python's numbers that are none.
func repairJSON(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	inside := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c < ' ':
			b.WriteByte(' ')
			continue
		case inside && c == '\\' && i+1 < len(s) && s[i+1] >= ' ':
			b.WriteByte(c)
			i++
			c = s[i]
		case c == '"':
			inside = !inside
		case inside:
		case c == ',':
			if rest := strings.TrimLeft(s[i+1:min(len(s), i+64)], " \t\r\n"); rest != "" && (rest[0] == ']' || rest[0] == '}') {
				continue
			}
		case c == 'N' && strings.HasPrefix(s[i:], "NaN"):
			b.WriteString(`"NaN"`)
			i += len("NaN") - 1
			continue
		case c == '-' && strings.HasPrefix(s[i:], "-Infinity"), c == 'I' && strings.HasPrefix(s[i:], "Infinity"):
			end := strings.IndexByte(s[i:], 'y') + 1
			b.WriteString(`"` + s[i:i+end] + `"`)
			i += end - 1
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// readJSONFeed returns what it has read when err is not nil, too, and the keys
// of the outermost object.
func readJSONFeed(dec *json.Decoder, max int) (feed jsonFeed, keys map[string]bool, err error) {
	feed.Items, keys = []jsonItem{}, map[string]bool{}
	if _, err = dec.Token(); err != nil {
		return feed, keys, err
	}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return feed, keys, err
		}
		key, _ := token.(string)
		if key == "items" {
			keys[key] = true
			if err := readJSONItems(dec, max, &feed); err != nil || feed.overlong {
				return feed, keys, err
			}
			continue
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return feed, keys, err
		}
		if keys[key] = true; len(keys) > maxFields*4 {
			return feed, keys, errNoJSONFeed
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
	return feed, keys, err
}

// readJSONItems reads the list of items; null and other simple values in its
// place are none.
func readJSONItems(dec *json.Decoder, max int, feed *jsonFeed) error {
	switch open, err := dec.Token(); {
	case err != nil:
		return err
	case open == json.Delim('{'):
		return errNoJSONFeed
	case open != json.Delim('['):
		return nil
	}
	var raw json.RawMessage
	for dec.More() {
		if feed.overlong = len(feed.Items) == max; feed.overlong {
			return nil
		}
		if err := dec.Decode(&raw); err != nil {
			return err
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
	_, err := dec.Token()
	return err
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

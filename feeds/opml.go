package feeds

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"parley/model"
)

const (
	maxOPML      = 8 << 20 // bytes
	maxOutlines  = 10_000  // feeds
	maxOPMLDepth = 100
	// parleySpace is the namespace of what OPML has no words for.
	parleySpace = "urn:parley:feeds"
)

// ImportOPML reads the feeds of an OPML list, whatever folders they are in, and
// cleans their names. Of two entries with one URL the first is kept. The error
// says which entries could not be taken, or where the list broke off; the feeds
// that were read are returned beside it. A list cannot give itself leave to use
// private addresses, so AllowPrivate is never set.
func ImportOPML(r io.Reader) ([]model.Feed, error) {
	body, err := io.ReadAll(io.LimitReader(r, maxOPML))
	if err != nil {
		return nil, BrokenList{err}
	}
	text, err := decode(body, "")
	if err != nil {
		return nil, BrokenList{err}
	}
	d := xml.NewDecoder(strings.NewReader(legible(text)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, decoded io.Reader) (io.Reader, error) { return decoded, nil }
	var (
		list  []model.Feed
		wrong []error
		depth int
		root  bool
		urls  = map[string]bool{}
		names = map[string]int{}
	)
	fail := func(err error) ([]model.Feed, error) {
		return list, errors.Join(append(wrong, BrokenList{err})...)
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, column := d.InputPos()
			return fail(fmt.Errorf("the list breaks off at line %d, column %d: %s", line, column, Clean(err.Error())))
		}
		switch e := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth > maxOPMLDepth || len(list) >= maxOutlines {
				return fail(fmt.Errorf("the list is deeper than %d folders or longer than %d feeds; the rest is left out", maxOPMLDepth, maxOutlines))
			}
			if !root && !strings.EqualFold(e.Name.Local, "opml") {
				return fail(fmt.Errorf("this is no OPML list: its root element is <%s>", short(Clean(e.Name.Local), 40)))
			}
			root = true
			f, ok, err := outline(e)
			if err != nil {
				wrong = append(wrong, err)
			}
			if !ok || urls[f.URL] {
				continue
			}
			urls[f.URL] = true
			if names[f.Name]++; names[f.Name] > 1 {
				f.Name = fmt.Sprintf("%s (%d)", f.Name, names[f.Name])
			}
			list = append(list, f)
		}
	}
	if !root {
		return fail(errors.New("this is no OPML list: it has no <opml> element"))
	}
	return list, errors.Join(wrong...)
}

// BrokenList says that a list could not be read to its end, or is none.
type BrokenList struct{ error }

func (b BrokenList) Unwrap() error { return b.error }

// charRef is a character written as its number.
var charRef = regexp.MustCompile(`&#(?:x[0-9a-fA-F]+|[0-9]+);?`)

// legible drops the characters for which the decoder would drop the list.
func legible(text string) string {
	text = charRef.ReplaceAllStringFunc(text, func(ref string) string {
		digits := strings.TrimSuffix(strings.TrimPrefix(ref, "&#"), ";")
		base := 10
		if digits[0] == 'x' {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseUint(digits, base, 21)
		if err != nil || !isXML(rune(n)) {
			return ""
		}
		return ref
	})
	return strings.Map(func(r rune) rune {
		if !isXML(r) {
			return -1
		}
		return r
	}, text)
}

// outline reads one element. It is not ok where it names no feed.
func outline(e xml.StartElement) (f model.Feed, ok bool, err error) {
	at := map[string]string{}
	for _, a := range e.Attr {
		at[strings.ToLower(a.Name.Local)] = strings.TrimSpace(a.Value)
	}
	where := at["xmlurl"]
	if !strings.EqualFold(e.Name.Local, "outline") || where == "" {
		return f, false, nil
	}
	if rest, found := strings.CutPrefix(where, "feed:"); found { // feed:https://…, feed://…
		if where = rest; strings.HasPrefix(rest, "//") {
			where = "https:" + rest
		}
	}
	u, err := address(where, true)
	if err != nil {
		return f, false, fmt.Errorf("%s is left out: %s", Redact(where), words(err))
	}
	f = model.Feed{URL: where, Kind: model.Outlet, Side: Clean(at["side"]), Publisher: Clean(at["publisher"])}
	for _, name := range []string{at["title"], at["text"], u.Hostname()} {
		if f.Name = short(Clean(name), 100); f.Name != "" {
			break
		}
	}
	switch k := model.FeedKind(at["kind"]); k {
	case model.Outlet, model.Wire, model.Official, model.Analysis:
		f.Kind = k
	}
	if d, err := time.ParseDuration(at["every"]); err == nil && d > 0 {
		f.Every = d
	}
	f.FullText, f.DayFirst = at["fulltext"] == "true", at["dayfirst"] == "true"
	return f, true, nil
}

// opml is the document that ExportOPML writes.
type opml struct {
	XMLName xml.Name      `xml:"opml"`
	Version string        `xml:"version,attr"`
	Space   string        `xml:"xmlns:parley,attr"`
	Title   string        `xml:"head>title"`
	Feeds   []opmlOutline `xml:"body>outline"`
}

type opmlOutline struct {
	Type      string `xml:"type,attr"`
	Text      string `xml:"text,attr"`
	Title     string `xml:"title,attr"`
	URL       string `xml:"xmlUrl,attr"`
	Kind      string `xml:"parley:kind,attr,omitempty"`
	Side      string `xml:"parley:side,attr,omitempty"`
	Publisher string `xml:"parley:publisher,attr,omitempty"`
	Every     string `xml:"parley:every,attr,omitempty"`
	FullText  bool   `xml:"parley:fullText,attr,omitempty"`
	DayFirst  bool   `xml:"parley:dayFirst,attr,omitempty"`
}

// ExportOPML writes a list of feeds that other readers, and ImportOPML, can read.
// Users and passwords in addresses are left out, for such lists get passed on;
// so is the leave to use private addresses.
func ExportOPML(w io.Writer, list []model.Feed) error {
	doc := opml{Version: "2.0", Space: parleySpace, Title: "Parley's feeds"}
	for _, f := range list {
		o := opmlOutline{
			Type: "rss", Text: f.Name, Title: f.Name, URL: bareURL(f.URL), Kind: string(f.Kind), Side: f.Side,
			Publisher: f.Publisher, FullText: f.FullText, DayFirst: f.DayFirst,
		}
		if f.Every > 0 {
			o.Every = Spell(f.Every)
		}
		doc.Feeds = append(doc.Feeds, o)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// bareURL drops the user and password from an address.
func bareURL(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return withoutUser(raw)
	}
	if u.User == nil {
		return raw
	}
	u.User = nil
	return u.String()
}

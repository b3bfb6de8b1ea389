package feeds

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/url"
	"strings"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"parley/model"
)

const (
	maxElements = 20_000 // of a page
	minArticle  = 400    // bytes; less is a teaser
)

// article takes the running text out of a page: cleaned, its paragraphs parted
// by an empty line. A page that is not plainly the item's article is an error.
func article(body []byte, contentType string, page *url.URL, it model.Sighting) (text string, err error) {
	if kind, _, err := mime.ParseMediaType(contentType); err == nil && kind != "text/html" && kind != "application/xhtml+xml" {
		return "", fmt.Errorf("the page is %s, and not HTML", Clean(kind))
	}
	// Nothing that a page holds may end the program.
	defer func() {
		if r := recover(); r != nil {
			text, err = "", fmt.Errorf("the page cannot be read: %v", r)
		}
	}()
	r, err := charset.NewReader(bytes.NewReader(body), contentType)
	if err != nil {
		return "", fmt.Errorf("the page's characters cannot be read: %w", err)
	}
	doc, err := html.Parse(r)
	if err != nil {
		return "", fmt.Errorf("the page cannot be read: %w", err)
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, err := parser.ParseAndMutate(doc, page)
	if err != nil {
		return "", fmt.Errorf("the page's article cannot be found: %w", err)
	}
	if found.Node == nil {
		return "", errors.New("the page has no article")
	}
	var b strings.Builder
	if err := found.RenderText(&b); err != nil {
		return "", err
	}
	text = CleanText(b.String())
	if len(text) < minArticle || len(text) <= len(it.Summary) || !about(text, it.Title) {
		return "", errors.New("the page holds no article of this headline; it may be a login, a consent or a paywall")
	}
	return text, nil
}

// about reports whether a text may belong to a headline: of the headline's longer
// words at least a third occur in it. A consent page shares none.
func about(text, title string) bool {
	text = strings.ToLower(text)
	words, shared := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) < 4 {
			continue
		}
		words++
		if strings.Contains(text, w) {
			shared++
		}
	}
	return words == 0 || 3*shared >= words
}

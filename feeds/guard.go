package feeds

import (
	"errors"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"
)

// guarded is a document that gofeed may read.
type guarded struct {
	text   string
	format string
	read   func(io.Reader) (rawFeed, error)
}

// guard lets only feeds through.
func guard(text string, _ ParseOptions) (guarded, error) {
	switch gofeed.DetectFeedType(strings.NewReader(text)) {
	case gofeed.FeedTypeRSS:
		return guarded{text, "RSS", readRSS}, nil
	case gofeed.FeedTypeAtom:
		return guarded{text, "Atom", readAtom}, nil
	case gofeed.FeedTypeJSON:
		return guarded{text, "JSON Feed", readJSON}, nil
	}
	return guarded{}, errors.New("this is not a feed")
}

package feeds

import (
	"fmt"
	"io"
	"os"
	"time"

	"parley/model"
)

// FileReport is what Parley sees in one feed file: one line of `parley feeds
// read`. A file that cannot be read has its error and no items.
type FileReport struct {
	File  string     `json:"file"`
	Error string     `json:"error"`
	Title string     `json:"title"`
	Items []FileItem `json:"items"`
}

// FileItem is one item of a FileReport. Times are RFC 3339 UTC, or empty where
// the item has none.
type FileItem struct {
	GUID      string           `json:"guid"`
	Title     string           `json:"title"`
	Link      string           `json:"link"`
	Published string           `json:"published"`
	Updated   string           `json:"updated"`
	DateFrom  model.DateSource `json:"date_from"`
	Summary   string           `json:"summary"`
	Content   string           `json:"content"`
	Authors   []string         `json:"authors"`
}

// ReadFile reads a feed from disk. Without o.Seen, dates such as "2 hours ago" cannot
// be read.
func ReadFile(path string, o ParseOptions) FileReport {
	f, err := os.Open(path)
	if err != nil {
		return FileReport{File: path, Error: Clean(err.Error()), Items: []FileItem{}}
	}
	defer f.Close()
	return ReadFrom(path, f, o)
}

// ReadFrom is ReadFile for what a reader holds; name stands for it in the report.
func ReadFrom(name string, r io.Reader, o ParseOptions) FileReport {
	report := FileReport{File: name, Items: []FileItem{}}
	o.KeepRepeats = true // as the file has them
	body, err := readAtMost(r)
	if err == nil {
		var p Parsed
		if p, err = Parse(body, o); err == nil {
			report.Title = p.Title
			for _, s := range p.Items {
				report.Items = append(report.Items, fileItem(s))
			}
		}
	}
	if err != nil {
		report.Error = Clean(err.Error())
	}
	return report
}

func readAtMost(r io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	return body, nil
}

func fileItem(s model.Sighting) FileItem {
	it := FileItem{
		GUID: s.GUID, Title: s.Title, Link: s.Link, Updated: stampText(s.Updated),
		DateFrom: s.DateFrom, Summary: s.Summary, Content: s.Content, Authors: s.Authors,
	}
	if s.DateFrom != model.DateFirstSeen {
		it.Published = stampText(s.Published)
	}
	if it.Authors == nil {
		it.Authors = []string{}
	}
	return it
}

func stampText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

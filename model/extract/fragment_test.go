package extract

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"parley/model"
)

// A feed cuts its texts anywhere: each lesson is read from each of its words on, up to each
// of them and without each of them, as a headline and as a text.
func TestFragments(t *testing.T) {
	r := testReader(t)
	eachLessons(t, func(name, _ string, lessons *txtar.Archive) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i := range lessons.Files {
				doc, _, _ := parseLesson(t, &lessons.Files[i])
				for _, whole := range []string{doc.Title, doc.Text} {
					for _, cut := range fragments(whole) {
						readFragment(t, r, model.Document{Title: cut, Published: doc.Published})
						readFragment(t, r, model.Document{Text: cut, Published: doc.Published})
					}
				}
			}
		})
	})
}

// fragments returns a text from each of its words on, up to each and without each.
func fragments(text string) []string {
	words := strings.Fields(text)
	const enough = 60 // words: what comes later in a long lesson is like it
	var out []string
	for i := range min(len(words), enough) {
		from, to := strings.Join(words[i:], " "), strings.Join(words[:i], " ")
		out = append(out, from, to, to+" "+strings.Join(words[i+1:], " "))
	}
	return out
}

// readFragment fails on a panic and on a span outside the text, and names the text.
func readFragment(t *testing.T, r *Reader, doc model.Document) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("reading %q: %v", doc.Title+doc.Text, p)
		}
	}()
	if doc.Published.IsZero() {
		doc.Published = time.Date(2025, 8, 15, 12, 0, 0, 0, time.UTC)
	}
	checkSpans(t, doc, r.Read(doc))
}

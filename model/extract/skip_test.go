package extract

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parley/model"
)

// Sentences in which no measure can begin are passed over. A rule that knows a
// measure by a word which no list names would never see its sentence: this finds it.
func TestNoMeasureIsPassedOver(t *testing.T) {
	files, err := filepath.Glob("testdata/lessons/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no lessons: %v", err)
	}
	r, all := testReader(t), testReader(t)
	words := all.signals.words
	words.nouns, words.verbs, words.named, words.further, words.telling = ^starts(0), ^starts(0), ^starts(0), ^starts(0), ^starts(0)
	read := 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range archive.Files {
			for line := range strings.Lines(string(c.Data)) {
				doc := model.Document{Text: strings.TrimPrefix(strings.TrimSpace(line), "title: ")}
				want := all.Read(doc).Signals
				read += len(want)
				if got := r.Read(doc).Signals; !reflect.DeepEqual(got, want) {
					t.Errorf("%s/%s: %q\ngot  %+v\nwant %+v: name what the rule begins with in data/measures.txt, as sanctioning, banning or barring", file, c.Name, doc.Text, got, want)
				}
			}
		}
	}
	if read == 0 {
		t.Error("the lessons have no signal in a text")
	}
}

func TestPhrasesOfOneBeginningAreToldApart(t *testing.T) {
	x, err := newLexicon()
	if err != nil {
		t.Fatal(err)
	}
	m := newTerms[int](x)
	for i, phrase := range []string{"quark", "quark soup", "quark soup kitchen", "quark pie", "Quark-Soup"} {
		m.add(phrase, i+1)
	}
	m.add("quark pie", 9)
	for text, want := range map[string][2]int{
		"quark": {1, 1}, "Quark soup": {2, 2}, "quark soup kitchen": {3, 3}, "quark soup kitchens": {2, 2}, "quark tart": {1, 1},
		"quark pie": {9, 2}, "Quark-Soup": {5, 3}, "soup": {0, 0}, "Quark, soup": {1, 1},
	} {
		value, n, ok := m.match(x.tokenize(text), 0)
		if value != want[0] || n != want[1] || ok != (want[1] > 0) {
			t.Errorf("%q: got %d of %d tokens, want %v", text, value, n, want)
		}
	}
	if _, _, ok := m.match(nil, 0); ok {
		t.Error("found a phrase in nothing")
	}
}

package feeds

import (
	"bufio"
	"bytes"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// quotations.jsonl lists every wording that may stand in quotation marks in a
// built-in recording: who said it and which entry of the fact sheet has it.
// Entries without a speaker are signs and names, not speech.
//
//go:embed testdata/quotations.jsonl
var quotations []byte

type quotation struct {
	Fact    string `json:"fact"`
	Speaker string `json:"speaker"`
	Text    string `json:"text"`
	Note    string `json:"note"`
}

func permitted(t *testing.T) []quotation {
	t.Helper()
	var list []quotation
	lines := bufio.NewScanner(bytes.NewReader(quotations))
	for lines.Scan() {
		var q quotation
		if err := decodeLine(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if q.Fact == "" || q.Text == "" {
			t.Fatalf("a quotation needs its fact and its text: %+v", q)
		}
		list = append(list, q)
	}
	return list
}

func TestBuiltinQuotationsAreOnTheRecord(t *testing.T) {
	list := permitted(t)
	for i := range list {
		list[i].Text = folded(list[i].Text)
	}
	used := map[string]bool{}
	for _, name := range BuiltinNames {
		rec := builtin(t, name)
		for _, s := range rec.Sightings {
			for _, text := range []string{s.Title, s.Summary, s.Content} {
				for _, q := range quoted(text) {
					n := slices.IndexFunc(list, func(p quotation) bool { return containsWords(p.Text, folded(q)) })
					if n < 0 {
						t.Errorf("%s, %q: nobody is on record with %q", name, s.Title, q)
						continue
					}
					used[list[n].Text] = true
				}
			}
		}
	}
	if len(used) < 25 {
		t.Errorf("only %d quotations were found: are they still looked for?", len(used))
	}
}

var (
	inMarks    = regexp.MustCompile(`"([^"]+)"|“([^”]+)”|‘([^’]+)’|(?:^|[\s(])'([^']+(?:'\w[^']*)*)'(?:$|[\s,.:;)?!])`)
	notLetters = regexp.MustCompile(`[^\pL\pN'%]+`)
)

func quoted(text string) []string {
	var out []string
	for _, m := range inMarks.FindAllStringSubmatch(text, -1) {
		for _, part := range m[1:] {
			if part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// folded is a wording without regard to case, punctuation and kind of apostrophe.
func folded(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	return strings.TrimSpace(notLetters.ReplaceAllString(s, " "))
}

func containsWords(text, words string) bool {
	return words != "" && strings.Contains(" "+text+" ", " "+words+" ")
}

func TestQuotedFindsEveryKindOfMark(t *testing.T) {
	got := quoted(`He's "one" and “two”, ‘don't’ 'isn't it', dogs' and cats' ears (‘five’)`)
	want := []string{"one", "two", "don't", "isn't it", "five"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBuiltinNoUnbalancedMarks(t *testing.T) {
	for _, name := range BuiltinNames {
		for _, s := range builtin(t, name).Sightings {
			for _, text := range []string{s.Title, s.Summary} {
				if strings.Count(text, `"`)%2 != 0 || strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "‘") != strings.Count(text, "’") {
					t.Errorf("%s: unbalanced quotation marks in %q", name, text)
				}
			}
		}
	}
}

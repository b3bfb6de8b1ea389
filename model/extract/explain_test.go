package extract

import (
	"errors"
	"strings"
	"testing"

	"parley/model"
)

func TestExplainMarksWhatWasRead(t *testing.T) {
	r := testReader(t)
	doc := model.Document{ID: "one", Text: "“We are done here,” Marden said on Friday.\n\nThe hall was empty and so were the long corridors behind it, where the lamps had been put out at noon."}
	var b strings.Builder
	if err := Explain(&b, doc, r.Read(doc), false); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	for _, want := range []string{"“[We are done here],” {Marden} <said> on Friday.", "quote-verb:say marden", "The hall was empty"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	for _, line := range strings.Split(out, "\n") {
		if n := len([]rune(line)); n > marginWidth+columnWidth+20 {
			t.Errorf("a line of %d: %s", n, line)
		}
	}
}

func TestExplainColours(t *testing.T) {
	r := testReader(t)
	doc := model.Document{Title: "Marden: 'We are done'", Text: "Marden said it was over."}
	var b strings.Builder
	if err := Explain(&b, doc, r.Read(doc), true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\x1b[1;36mMarden\x1b[0m") || !strings.Contains(b.String(), "\x1b[32mit was over\x1b[0m") {
		t.Errorf("%q", b.String())
	}
}

func TestExplainCutsNothingOfWhatWasRead(t *testing.T) {
	const title = "Norwegian president threatens tariffs on Latvia unless talks resume"
	var b strings.Builder
	doc := model.Document{Title: title}
	r := testReader(t).Read(doc)
	if err := Explain(&b, doc, r, false); err != nil {
		t.Fatal(err)
	}
	var margin strings.Builder
	for line := range strings.Lines(b.String()) {
		if note, _, ok := strings.Cut(line, "│"); ok {
			margin.WriteString(strings.TrimSpace(note) + " ")
		}
	}
	for _, want := range []string{"signal-threaten threatened norway>latvia", "unnamed (threat)"} {
		if !strings.Contains(margin.String(), want) {
			t.Errorf("no %q in the margin:\n%s", want, b.String())
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("pipe closed") }

func TestExplainReportsItsWriter(t *testing.T) {
	doc := model.Document{Text: "Marden said it was over."}
	if err := Explain(brokenPipe{}, doc, testReader(t).Read(doc), false); err == nil {
		t.Error("the writer's error was lost")
	}
}

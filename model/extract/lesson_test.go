package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"parley/model"
)

// The lessons in testdata/lessons are txtar archives, one a phenomenon. Each file
// of an archive is one case: its name says what is to be learnt, its first lines
// are the document, and the lines after them what is read from it:
//
//	title: …                        the document's title; other lines are its text
//	published: 2025-08-15T12:00:00Z
//	> SPEAKER = ACTOR | CUE | MODE TYPE MODALITY | CONTENT    a statement of the text
//	! DIRECTION ACTION INSTRUMENT SENDER > TARGETS FLAGS      a signal of the text
//	~ KIND STATUS PARTICIPANTS | PLACE | WHEN PRECISION       an event of the text
//	> none                          no statement; likewise for the others
//
// With T before the mark (T>, T!, T~) the line is about the title. What a case
// has no line for is not looked at. The spans of a content are joined by " … ".
// `go test -run Lessons -update` writes what is read now into the lines that a
// case has: read the difference before you commit it.
var update = flag.Bool("update", false, "write what is read now into the lessons")

var marks = []string{"T>", "T!", "T~", ">", "!", "~"}

// eachLessons calls do with the name of each file of lessons, its path and its cases.
func eachLessons(t *testing.T, do func(name, path string, lessons *txtar.Archive)) {
	t.Helper()
	files, err := filepath.Glob("testdata/lessons/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no lessons: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		do(strings.TrimSuffix(filepath.Base(file), ".txtar"), file, archive)
	}
}

func TestLessons(t *testing.T) {
	r := testReader(t)
	eachLessons(t, func(name, path string, lessons *txtar.Archive) {
		for i := range lessons.Files {
			c := &lessons.Files[i]
			t.Run(name+"/"+c.Name, func(t *testing.T) { lesson(t, r, c) })
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(lessons), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// parseLesson returns the document of a case, its lines and what its marks want.
func parseLesson(t *testing.T, c *txtar.File) (doc model.Document, head []string, want map[string][]string) {
	t.Helper()
	var text []string
	want = map[string][]string{}
	for _, line := range strings.Split(strings.TrimRight(string(c.Data), "\n"), "\n") {
		mark := ""
		for _, m := range marks {
			if strings.HasPrefix(line, m+" ") {
				mark = m
			}
		}
		if mark != "" {
			want[mark] = append(want[mark], strings.TrimSpace(line[len(mark):]))
			continue
		}
		head = append(head, line)
		switch {
		case strings.HasPrefix(line, "title: "):
			doc.Title = strings.TrimPrefix(line, "title: ")
		case strings.HasPrefix(line, "published: "):
			at, err := time.Parse(time.RFC3339, strings.TrimPrefix(line, "published: "))
			if err != nil {
				t.Fatal(err)
			}
			doc.Published = at
		default:
			text = append(text, line)
		}
	}
	doc.Text = strings.TrimSpace(strings.Join(text, "\n"))
	return doc, head, want
}

func lesson(t *testing.T, r *Reader, c *txtar.File) {
	doc, head, want := parseLesson(t, c)
	if len(want) == 0 {
		t.Fatal("this lesson expects nothing: add a line such as \"> none\"")
	}
	got := lines(doc, r.Read(doc))
	body := strings.Join(head, "\n") + "\n"
	for _, m := range marks {
		if _, asked := want[m]; !asked {
			continue
		}
		have := got[m]
		if len(have) == 0 {
			have = []string{"none"}
		}
		for _, l := range have {
			body += m + " " + l + "\n"
		}
		if a, b := strings.Join(have, "\n"), strings.Join(want[m], "\n"); a != b && !*update {
			t.Errorf("%s\n%s got\n%s\n%s want\n%s", doc.Title+doc.Text, m, a, m, b)
		}
	}
	if *update {
		c.Data = []byte(body)
	}
}

// lines spells a reading as the lessons do.
func lines(doc model.Document, out model.Reading) map[string][]string {
	got := map[string][]string{}
	add := func(in model.Field, mark, line string) {
		if in == model.InTitle {
			mark = "T" + mark
		}
		got[mark] = append(got[mark], strings.Join(strings.Fields(line), " "))
	}
	for _, st := range out.Statements {
		actors := st.Speaker.Actor
		for i, s := range st.Speakers {
			if i == 0 {
				actors = s.Actor
			} else {
				actors += "+" + s.Actor
			}
		}
		add(st.In, ">", fmt.Sprintf("%s = %s | %s | %s %s %s | %s", st.Speaker.Text, actors, st.Cue.Text, st.Mode, st.Type, st.Modality, cuts(doc, st)))
	}
	for _, s := range out.Signals {
		line := fmt.Sprintf("%s %s %s %s > %s", s.Direction, s.Action, s.Instrument, s.Sender, strings.Join(s.Target, ","))
		for _, f := range []struct {
			on   bool
			name string
		}{{s.Conditional, "conditional"}, {s.Temporary, "temporary"}, {s.Historical, "historical"}} {
			if f.on {
				line += " " + f.name
			}
		}
		add(s.In, "!", line)
	}
	for _, e := range out.Events {
		add(e.In, "~", fmt.Sprintf("%s %s %s | %s | %s %s", e.Kind, e.Status, strings.Join(e.Participants, ","), e.Place, e.When.Start, e.When.Precision))
	}
	return got
}

// cuts joins the pieces of a content, so that a lesson shows where it was cut.
func cuts(doc model.Document, st model.Statement) string {
	if len(st.Content.Spans) < 2 {
		return st.Content.Text
	}
	source := doc.Text
	if st.In == model.InTitle {
		source = doc.Title
	}
	runes := []rune(source)
	var parts []string
	for _, sp := range st.Content.Spans {
		parts = append(parts, strings.Join(strings.Fields(string(runes[sp[0]:sp[1]])), " "))
	}
	return strings.Join(parts, " … ")
}

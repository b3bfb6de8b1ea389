package extract

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parley/model"
)

func testReader(t testing.TB) *Reader {
	t.Helper()
	actors, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(model.NewDirectory(actors))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// checkSpans fails on a span outside its string, reversed or empty.
func checkSpans(t *testing.T, doc model.Document, out model.Reading) {
	t.Helper()
	size := map[model.Field]int{model.InTitle: utf8.RuneCountInString(doc.Title), model.InText: utf8.RuneCountInString(doc.Text)}
	check := func(what string, in model.Field, spans []model.Span) {
		for _, s := range spans {
			if s[0] < 0 || s[0] >= s[1] || s[1] > size[in] {
				t.Errorf("%s: span %v of a %s of %d code points", what, s, in, size[in])
			}
		}
	}
	for _, st := range out.Statements {
		check(st.Rule+" content", st.In, st.Content.Spans)
		check(st.Rule+" cue", st.In, st.Cue.Spans)
		check(st.Rule+" speaker", st.In, st.Speaker.Spans)
		if strings.TrimSpace(st.Content.Text) == "" {
			t.Errorf("%s: a statement that says nothing: %+v", st.Rule, st)
		}
		if len(st.Content.Spans) == 0 || st.Rule == "" || st.Quotes == nil || st.Topics == nil {
			t.Errorf("an incomplete statement: %+v", st)
		}
	}
	for _, s := range out.Signals {
		check(s.Rule, s.In, s.Spans)
	}
	for _, e := range out.Events {
		check(e.Rule, e.In, e.Spans)
	}
	for _, a := range out.Actors {
		check(a.ID, model.InText, a.Mentions)
		check(a.ID, model.InTitle, a.TitleMentions)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Envoy: 'we agreed'", "“We agreed,” the envoy said. “Nothing is signed.”\n\n“More to come.\n\n“Tomorrow,” she added.")
	f.Add("X says \"Y", "He said: ‘it’s the leaders’ pact’ — „ja“, «non» ''ok'' ``so''")
	f.Add("", "according to , said that who , adding : “” said")
	f.Add("“", "\"\"\"\"''''’’““””\n\n\"a\n\n\"b, he said, \"c")
	f.Add("İSTANBUL: ‘ǅ’", "Ⱥ said ẞ told İ that Ǆ 𝔘 “é\u0301” \u00a0 warned")
	f.Add("!!!!”A0 added", "!!!!”A0 added")
	f.Add("“!” A0 added", "A0 added: “”\n\n“…” — A0\n\n“, ” said A0 “, ”")
	r := testReader(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		doc := model.Document{Title: strings.ToValidUTF8(title, "\uFFFD"), Text: strings.ToValidUTF8(text, "\uFFFD")}
		doc.Published = time.Date(2025, 8, 15, 12, 0, 0, 0, time.UTC)
		checkSpans(t, doc, r.Read(doc))
	})
}

// hostile are texts whose reading would explode if any step looked too far.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	return map[string]string{
		"straight marks":   fill("\""),
		"opening marks":    fill("“"),
		"single marks":     fill("' "),
		"apostrophes":      fill("’s "),
		"capitals":         fill("ABCDEFGH"),
		"capital words":    fill("Abc "),
		"one sentence":     fill("the envoy of the bloc and "),
		"commas":           fill("Abc, "),
		"cues":             fill("said "),
		"cues and commas":  fill("he said, "),
		"quoted words":     fill("“a” "),
		"quoted sentences": fill("“A b c.” "),
		"brackets":         fill("("),
		"dashes":           fill("— "),
		"sources":          fill("according to "),
		"colons":           fill("A: "),
		"paragraphs":       fill("“A\n\n"),
		"sanctions":        fill("sanctions on Oil and "),
		"capital measures": fill("Ban And Iran Trade "),
		"dates":            fill("on Friday 15 August "),
		"no space":         fill("a.b,c"),
		"strangers":        fill("Quell and Vesk said no. They said yes. The ministers said it was bad. They said it was good. "),
		"full names":       fill("Ada Quell said the port was open. He said it was shut. "),
		"namesakes":        fill("Ada Lavrov said the port was open. Lavrov said it was shut. "),
		"double names":     fill("Vance-Reyl talks were long. Vance said the port was open. "),
		"lists":            fill("Ministers decided to add nine more Belarusians to the EU's asset freeze and visa ban list. "),
	}
}

func TestHostileTextsStayInBounds(t *testing.T) {
	r := testReader(t)
	for name, text := range hostile(20_000) {
		t.Run(name, func(t *testing.T) {
			doc := model.Document{Title: text[:2000], Text: text}
			doc.Title = strings.ToValidUTF8(doc.Title, "")
			checkSpans(t, doc, r.Read(doc))
		})
	}
}

package model_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	. "parley/model"
)

var queryNow = time.Date(2025, 8, 16, 3, 30, 0, 0, time.UTC)

func anchorage(t *testing.T) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("America/Anchorage")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestParseQuery(t *testing.T) {
	loc := anchorage(t)
	word := func(text string) AnyWord { return AnyWord{{Text: text}} }
	one := func(values ...string) []Choice { return []Choice{{Any: values}} }
	for text, want := range map[string]Query{
		"":                                   {},
		" grain — … ":                        {Words: []AnyWord{word("grain")}},
		"grain talks":                        {Words: []AnyWord{word("grain"), word("talks")}},
		`"by the lake" -“old news”`:          {Words: []AnyWord{{{Text: "by the lake", Exact: true}}}, Not: []Word{{Text: "old news", Exact: true}}},
		"sanction* OR title:tariff":          {Words: []AnyWord{{{Text: "sanction", Prefix: true}, {Text: "tariff", Title: true}}}},
		"well-known 21:00 https://a/":        {Words: []AnyWord{word("well-known"), word("21:00"), word("https://a/")}},
		"ACTOR:Borun type:threat,ultimatum":  {Actors: one("borun"), Types: one("threat", "ultimatum")},
		`actor:"Mara of Aldra" -type:praise`: {Actors: one("mara-of-aldra"), Types: []Choice{{Any: []string{"praise"}, Not: true}}},
		`feed:"Demo Wire, world" topic:oil`:  {Feeds: one("Demo Wire, world"), Topics: one("oil")},
		"kind:statements,event":              {Kinds: []Kind{KindStatement, KindEvent}},
		"certainty:single is:corrected":      {Certainty: []CertaintyLevel{Single, Corrected}},
		"side:aldra is:unread":               {Sides: one("aldra"), Unread: true},
		`before:"15 Aug 13:00"`:              {Before: time.Date(2025, 8, 15, 21, 0, 0, 0, time.UTC)},
		"after:2025-08-15T21:00:00Z":         {After: time.Date(2025, 8, 15, 21, 0, 0, 0, time.UTC)},
	} {
		got, err := ParseQuery(text, loc, queryNow)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		want.Source = text
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", text, got, want)
		}
	}
}

func TestParseQueryErrors(t *testing.T) {
	for _, c := range []struct {
		text   string
		column int
		says   string
	}{
		{"grain speaker:borun", 7, "known are actor, type, kind"},
		{`grain "by the lake`, 7, "not closed"},
		{"actor: borun", 1, "no value"},
		{"actor:,", 7, "no value"},
		{"grain kind:story", 12, "statement, signal or event"},
		{"grain type:threat,treat", 12, "does not know treat; did you mean threat?"},
		{"type:xyz", 6, "does not know xyz; it knows assertion"},
		{"certainty:sure", 11, "single, corroborated"},
		{"is:sure", 4, "unread"},
		{"before:soon", 8, "cannot read"},
		{"-before:21:00", 1, "negated"},
		{"OR grain", 1, "between two words"},
		{"grain OR", 7, "between two words"},
		{"grain OR actor:borun", 7, "type:threat,ultimatum"},
		{"after:21:00 before:20:00", 1, "not earlier"},
		{" (", 2, "nothing is looked for: ( has no letter"},
		{"— …", 1, "write words, \"a phrase\""},
		{`-"!"`, 1, "or one of actor:, type:"},
		{strings.Repeat("grain ", 65), 385, "64"},
	} {
		_, err := ParseQuery(c.text, time.UTC, queryNow)
		var qe *QueryError
		if !errors.As(err, &qe) || qe.Column != c.column || !strings.Contains(qe.Error(), c.says) {
			t.Errorf("%s: %v, want column %d and %q", c.text, err, c.column, c.says)
		}
	}
}

func TestParseTime(t *testing.T) {
	loc := anchorage(t) // eight hours behind UTC: it is 19:30 on the 15th there
	for text, want := range map[string]string{
		"2025-08-15T21:00:00Z":      "2025-08-15T21:00:00Z",
		"2025-08-15T13:00:00-08:00": "2025-08-15T21:00:00Z",
		"2025-08-15T13:00":          "2025-08-15T21:00:00Z",
		"2025-08-15 13:00":          "2025-08-15T21:00:00Z",
		"2025-08-15":                "2025-08-15T08:00:00Z",
		"13:00":                     "2025-08-15T21:00:00Z",
		"1pm":                       "2025-08-15T21:00:00Z",
		"1:05 PM":                   "2025-08-15T21:05:00Z",
		"21:00 UTC":                 "2025-08-16T21:00:00Z",
		"15 Aug 13:00":              "2025-08-15T21:00:00Z",
		"Aug 15 13:00":              "2025-08-15T21:00:00Z",
		"15 August 2025 21:00Z":     "2025-08-15T21:00:00Z",
		"15 aug":                    "2025-08-15T08:00:00Z",
		"3 Sept":                    "2025-09-03T08:00:00Z",
		"24 Dec":                    "2025-12-24T09:00:00Z",
		"1 Mar":                     "2025-03-01T09:00:00Z",
		"20 Feb":                    "2025-02-20T09:00:00Z",
		"today":                     "2025-08-15T08:00:00Z",
		"Yesterday":                 "2025-08-14T08:00:00Z",
		"now":                       "2025-08-16T03:30:00Z",
		"90m":                       "2025-08-16T02:00:00Z",
		"2d":                        "2025-08-14T03:30:00Z",
	} {
		got, err := ParseTime(text, loc, queryNow)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%s: %s %v, want %s", text, got.Format(time.RFC3339), err, want)
		}
	}
	early := time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)
	if got, err := ParseTime("15 Aug 13:00", time.UTC, early); err != nil || got.Year() != 2025 {
		t.Errorf("in January the 15th of August is that of last year: %s %v", got, err)
	}
	for _, bad := range []string{"", "soon", "25:00", "31 Feb", "2025-13-01", "-2h", "Z", "15 Aug 2025 25:61", "20000w", "-3d"} {
		if got, err := ParseTime(bad, loc, queryNow); err == nil || !strings.Contains(err.Error(), "write 21:00") {
			t.Errorf("%q is read as %s, %v", bad, got, err)
		}
	}
}

func TestQueryFilter(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  Filter
		exact bool
	}{
		{"grain talks", Filter{Text: "grain talks"}, true},
		{"actor:borun type:threat,demand certainty:single topic:oil feed:wire side:aldra",
			Filter{Actor: "borun", Types: []string{"threat", "demand"}, Certainty: []CertaintyLevel{Single}, Topic: "oil", Feed: "wire", Side: "aldra"}, true},
		{"grain -talks", Filter{Text: "grain"}, false},
		{`"by the lake"`, Filter{Text: "by the lake"}, false},
		{"grain OR talks", Filter{}, false},
		{"actor:borun,aldra", Filter{}, false},
		{"-type:threat", Filter{}, false},
		{"kind:event actor:borun", Filter{Actor: "borun"}, false},
		{"grain after:2h", Filter{Text: "grain"}, false},
	} {
		q, err := ParseQuery(c.text, time.UTC, queryNow)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Filter(); !reflect.DeepEqual(got, c.want) || q.Exact() != c.exact {
			t.Errorf("%s: %+v, exact %v", c.text, got, q.Exact())
		}
	}
}

func TestQueryResolve(t *testing.T) {
	dir := NewDirectory([]Actor{
		{ID: "veral", Name: "Ana Veral", Aliases: []string{"the premier"}, Side: "aldra"},
		{ID: "mirov", Name: "Ilya Mirov", Side: "borun"},
		{ID: "mirov-jr", Name: "Petr Mirov", Side: "borun"},
	})
	feeds := []Feed{{Name: "Demo Wire"}, {Name: "Demo Wire World"}, {Name: "Demo Daily"}}
	for text, want := range map[string][]string{
		"actor:veral":         {"veral"},
		`actor:"Ana Veral"`:   {"veral"},
		`actor:"The Premier"`: {"veral"},
		"actor:mirov":         {"mirov"},
		"actor:ana":           {"ana"},
		"actor:stranger":      {"stranger"},
		"side:borun":          {"mirov", "mirov-jr"},
		"side:nowhere":        {"nowhere"},
	} {
		q, err := ParseQuery(text, time.UTC, queryNow)
		if err != nil {
			t.Fatal(err)
		}
		r := q.Resolve(dir, feeds)
		if len(r.Actors) != 1 || !reflect.DeepEqual(r.Actors[0].Any, want) || len(r.Sides) != 0 {
			t.Errorf("%s: %+v", text, r)
		}
	}
	for text, want := range map[string][]string{
		`feed:"demo wire"`: {"Demo Wire"},
		"feed:wire":        {"Demo Wire", "Demo Wire World"},
		"feed:other":       {"other"},
	} {
		q, err := ParseQuery(text, time.UTC, queryNow)
		if err != nil {
			t.Fatal(err)
		}
		if r := q.Resolve(dir, feeds); !reflect.DeepEqual(r.Feeds[0].Any, want) {
			t.Errorf("%s: %+v", text, r.Feeds)
		}
	}
}

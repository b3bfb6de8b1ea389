package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"

	"pgregory.net/rapid"
)

// talks is a small record with readings, one item an hour.
func talks(t *testing.T) *Store {
	t.Helper()
	s := open(t)
	speaker := func(id string) model.Speaker { return model.Speaker{Actor: id, Name: id} }
	say := func(actor, kind, topic, words string) model.Statement {
		return model.Statement{Speaker: speaker(actor), Type: kind, Topics: []string{topic}, Modality: "asserted", Content: model.Phrase{Text: words}}
	}
	for i, it := range []struct {
		feed, title, body string
		reading           model.Reading
	}{
		{"Demo Wire", "Aldra warns of tariffs", "The premier of Aldra threatened new tariffs on grain. Borun praised the hosts.",
			model.Reading{Statements: []model.Statement{say("aldra", "threat", "trade", "new tariffs on grain"), say("borun", "praise", "hosts", "the hosts")}}},
		{"Demo Wire", "Borun answers", "Borun threatened to leave the café talks.",
			model.Reading{Statements: []model.Statement{say("borun", "threat", "talks", "to leave the café talks")}}},
		{"Demo Daily", "Sanctions on the Hollin Union", "Aldra imposed sanctions on oil of the Hollin Union.",
			model.Reading{Signals: []model.Signal{{Sender: "aldra", Target: []string{"hollin-union"}, Action: "imposed", Direction: model.Pressure, Instrument: "sanctions", Sector: "oil"}}}},
		{"Demo Daily", "Envoys to meet", "Envoys of Aldra and Borun are to meet by the lake.",
			model.Reading{Events: []model.Event{{Kind: "meeting", Status: model.Planned, Participants: []string{"aldra", "borun"}}}}},
	} {
		in := sighting(it.title, it.title, time.Duration(i)*time.Hour)
		in.Feed, in.Summary = it.feed, it.body
		mustRead(t, s, mustAppend(t, s, in), it.reading)
	}
	return s
}

func find(t *testing.T, s *Store, query string, o SearchOptions) []Hit {
	t.Helper()
	q, err := model.ParseQuery(query, time.UTC, start)
	if err != nil {
		t.Fatal(err)
	}
	hits, err := s.Search(context.Background(), q, o)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return hits
}

func TestSearchOperators(t *testing.T) {
	s := talks(t)
	for _, c := range []struct {
		query string
		want  string // items, by number, in order of the record
	}{
		{"", "1234"},
		{"aldra", "134"},
		{"title:aldra", "1"},
		{"aldra -tariffs", "34"},
		{"aldra -title:sanctions", "14"},
		{`"by the lake"`, "4"},
		{`"the lake by"`, ""},
		{"tariff* OR lake", "14"},
		{"CAFE", "2"},
		{"imposing", "3"},
		{"actor:borun", "124"},
		{"actor:borun type:threat", "2"},
		{"actor:aldra type:threat", "1"},
		{"actor:aldra -actor:borun", "3"},
		{"actor:aldra,borun type:threat,imposed", "123"},
		{"type:praise tariffs", "1"},
		{"topic:oil", "3"},
		{"topic:sanctions actor:hollin-union", "3"},
		{"kind:event", "4"},
		{"kind:signal,event", "34"},
		{"kind:statement actor:aldra", "1"},
		{"feed:daily", "34"},
		{`feed:"demo wire" threatened`, "12"},
		{"-feed:wire", "34"},
		{`feed:nobody`, ""},
		{"after:07:30", "34"},
		{"before:07:30", "12"},
		{"after:07:00 before:08:00", "2"},
		{"side:nowhere", ""},
		{"nothing-of-the-kind", ""},
		// What is typed is never looked for among the tags.
		{everything, ""},
		{tag("f", "Demo Wire"), ""},
		{tag("k", "statement"), ""},
		{"K*", ""},
		{"f*", ""},
		{"—f*", ""},
		{"e*", "4"},
		{`"wire ` + everything + `"`, ""},
		{"lake -" + everything, "4"},
		{"-k*", "1234"},
		{"b*", "124"},
	} {
		var got []string
		for _, h := range find(t, s, c.query, SearchOptions{}) {
			got = append(got, string(rune('0'+h.Version.Item)))
		}
		slices.Sort(got)
		if items := matchingItems(t, s, c.query); !containsAll(items, got) {
			t.Errorf("%s: Matching has %v, Search %v", c.query, items, got)
		}
		if strings.Join(got, "") != c.want {
			t.Errorf("%s finds %v, want %s", c.query, got, c.want)
		}
	}
}

func matchingItems(t *testing.T, s *Store, query string) (list []string) {
	t.Helper()
	q, err := model.ParseQuery(query, time.UTC, start)
	if err != nil {
		t.Fatal(err)
	}
	items, err := s.Matching(context.Background(), q, SearchOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range items {
		list = append(list, string(rune('0'+id)))
	}
	return list
}

func containsAll(list, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(list, w) })
}

func TestMatching(t *testing.T) {
	s := talks(t)
	mustRead(t, s, mustAppend(t, s, func() model.Sighting {
		in := sighting("Borun answers", "Borun keeps silent", 9*time.Hour)
		in.Summary = "No more talks."
		return in
	}()))
	for query, want := range map[string]string{
		"aldra": "431", "silent": "2", "threatened": "1", "threatened before:08:00": "21", "": "2431", "actor:borun type:threat": "1", "nobody": "",
	} {
		if got := strings.Join(matchingItems(t, s, query), ""); got != want {
			t.Errorf("%s matches %s, want %s", query, got, want)
		}
	}
}

func TestSearchMarks(t *testing.T) {
	s := talks(t)
	h := find(t, s, "aldra tariffs", SearchOptions{})[0]
	marked := func(text string, spans []model.Span) (words []string) {
		for _, sp := range spans {
			words = append(words, string([]rune(text)[sp[0]:sp[1]]))
		}
		return words
	}
	if got := marked(h.Version.Title, h.TitleMarks); !slices.Equal(got, []string{"Aldra", "tariffs"}) {
		t.Errorf("title: %q", got)
	}
	if got := marked(h.Snippet, h.SnippetMarks); !slices.Equal(got, []string{"Aldra", "tariffs"}) {
		t.Errorf("snippet %q: %q", h.Snippet, got)
	}
	h = find(t, s, "café", SearchOptions{})[0]
	if got := marked(h.Snippet, h.SnippetMarks); !slices.Equal(got, []string{"café"}) {
		t.Errorf("spans count characters: %q in %q", got, h.Snippet)
	}
	h = find(t, s, "actor:aldra type:threat", SearchOptions{})[0]
	if h.Snippet != "new tariffs on grain" || !slices.Equal(h.Facts, []FactRef{{model.KindStatement, 0}}) {
		t.Errorf("a fact found is shown: %q %v", h.Snippet, h.Facts)
	}
	if b, err := json.Marshal(find(t, s, "envoys", SearchOptions{})[0]); err != nil || strings.Contains(string(b), "null") {
		t.Errorf("empty lists are lists: %s %v", b, err)
	}
	if h = find(t, s, "kind:event", SearchOptions{})[0]; !strings.HasPrefix(h.Snippet, "Envoys of Aldra") {
		t.Errorf("else how the text begins: %q", h.Snippet)
	}
}

func TestSearchRanking(t *testing.T) {
	s := open(t)
	add := func(id, title, body string, age time.Duration) {
		in := sighting(id, title, 100*time.Hour-age)
		in.Summary = body
		mustRead(t, s, mustAppend(t, s, in))
	}
	for i := range 30 {
		add("filler"+string(rune('a'+i)), "Weather by the lake", "It rained on the hall all morning.", 0)
	}
	add("body", "Envoys rest", "In the evening somebody spoke of a ceasefire while the hall was being cleaned.", time.Hour)
	add("title", "Ceasefire offered", "Aldra offered a ceasefire.", time.Hour)
	add("old", "Ceasefire offered", "Aldra offered a ceasefire.", 90*time.Hour)
	var got []string
	for _, h := range find(t, s, "ceasefire", SearchOptions{}) {
		got = append(got, h.Version.GUID)
	}
	if len(got) != 3 || got[0] != "title" || slices.Index(got, "old") < 1 {
		t.Errorf("headline first, newer before older: %v", got)
	}
	if hits := find(t, s, "weather", SearchOptions{Limit: 7}); len(hits) != 7 {
		t.Errorf("%d hits with a limit of 7", len(hits))
	}
}

// What stands far back is found though thousands of newer versions share its words.
func TestSearchGoesBack(t *testing.T) {
	s := open(t)
	rare := model.Reading{Statements: []model.Statement{{Speaker: model.Speaker{Actor: "aldra"}, Type: "threat"}}}
	mixed := model.Reading{Statements: []model.Statement{{Speaker: model.Speaker{Actor: "aldra"}, Type: "praise"}, {Speaker: model.Speaker{Actor: "borun"}, Type: "threat"}}}
	var items []model.Sighting
	for i := range 2500 {
		items = append(items, sighting("i"+string(rune('0'+i%10))+strings.Repeat("x", i/10), "Talks go on", time.Duration(i)*time.Second))
	}
	added := mustAppend(t, s, items...)
	readings := make([]model.Reading, len(added))
	for i := range readings {
		readings[i] = mixed
	}
	readings[3] = rare
	mustRead(t, s, added, readings...)
	hits := find(t, s, "actor:aldra type:threat talks", SearchOptions{})
	if len(hits) != 1 || hits[0].Version.Item != added[3].Item {
		t.Errorf("%d hits", len(hits))
	}
	if hits := find(t, s, "talks", SearchOptions{At: start.Add(10 * time.Second)}); len(hits) != 11 {
		t.Errorf("%d hits as of long ago", len(hits))
	}
}

func TestSearchByCertaintyNeedsBoard(t *testing.T) {
	s := talks(t)
	q, err := model.ParseQuery("certainty:single aldra", time.UTC, start)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Search(context.Background(), q, SearchOptions{}); !errors.Is(err, ErrNeedsBoard) {
		t.Errorf("%v", err)
	}
	hits, err := s.Search(context.Background(), q, SearchOptions{Keep: func(h *Hit) bool { return h.Version.Item == 4 }})
	if err != nil || len(hits) != 1 || hits[0].Version.Item != 4 {
		t.Errorf("%+v %v", hits, err)
	}
}

// Whatever is typed, a query is understood or refused in words; the language of
// the index underneath never shows.
func TestSearchTakesAnything(t *testing.T) {
	s := talks(t)
	pieces := rapid.SampledFrom([]string{`"`, "*", "-", "(", ")", "^", "NEAR(", " AND ", " OR ", " NOT ", "title:", "tags : ", "{", "}", "'", "\\", ":", "actor:", "\x00", "aldra", " ", "ñ", "é", "+", ",", "--", "'; DROP TABLE versions", "𝔸", "…", "all0"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 0, 8).Draw(t, "pieces"), "")
		if rapid.Bool().Draw(t, "any") {
			text = rapid.String().Draw(t, "text")
		}
		q, err := model.ParseQuery(text, time.UTC, start)
		if err != nil {
			var qe *model.QueryError
			if !errors.As(err, &qe) || qe.Column < 1 || qe.Column > len([]rune(text))+1 {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		if _, err := s.Search(context.Background(), q, SearchOptions{Keep: func(*Hit) bool { return true }, Reader: "x"}); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
	long := strings.Repeat("aldra ", 64)
	if hits := find(t, s, long, SearchOptions{}); len(hits) != 3 {
		t.Errorf("%d hits for a long query", len(hits))
	}
}

package extract

import (
	"testing"
	"time"

	"parley/model"
)

// The list of tenures and the directory must say the same of the directory's day, or an
// office would have two holders.
func TestTenuresAgreeWithDirectory(t *testing.T) {
	actors, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	who := testReader(t).who
	rows, err := table(actorData, "data/holders.txt", 2)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, a := range actors {
		for _, h := range a.Holds {
			for _, key := range keysOf(h) {
				held[key] = a.ID
			}
		}
	}
	for _, row := range rows {
		for _, office := range list(row[0]) {
			for _, key := range keysOf(office) {
				terms, ok := who.tenures[key]
				if !ok {
					t.Errorf("%s: the list and actors-people.txt name two holders on %d, or the body is none that is known", key, directoryDay)
					continue
				}
				if id := held[key]; id != "" && who.actors[holderOn(terms, directoryDay)].ID != id {
					t.Errorf("%s is held by %s in actors-people.txt and by %s in the list", key, id, who.actors[holderOn(terms, directoryDay)].ID)
				}
			}
		}
	}
}

func TestOfficesByTheDayOfTheDocument(t *testing.T) {
	r := testReader(t)
	for _, c := range []struct{ day, title, want string }{
		{"2016-11-20", "French president says talks went well", "hollande"},
		{"2019-11-20", "French president says talks went well", "macron"},
		{"2018-09-28", "Mexico's president-elect says talks went well", "lopez-obrador"},
		{"2025-08-15", "Mexico's president-elect says talks went well", model.Unnamed},
		{"2018-03-02", "Talks went well, WTO chief says", "azevedo"},
		{"2016-11-19", "Trump's education secretary says talks went well", model.Unnamed},
		{"2018-11-19", "Trump's education secretary says talks went well", "betsy-devos"},
		{"2018-11-19", "Trump's education secretary nominee says talks went well", model.Unnamed},
		{"1990-01-01", "UN secretary general says talks went well", model.Unnamed},
		{"", "French president says talks went well", "macron"},
	} {
		doc := model.Document{Title: c.title}
		if c.day != "" {
			day, err := time.Parse(time.DateOnly, c.day)
			if err != nil {
				t.Fatal(err)
			}
			doc.Published = day
		}
		out := r.Read(doc)
		if len(out.Statements) != 1 || out.Statements[0].Speaker.Actor != c.want {
			t.Errorf("%s %q: %+v, want one statement of %s", c.day, c.title, out.Statements, c.want)
		}
	}
}

func TestConfiguredHolderWinsOnEveryDay(t *testing.T) {
	actors, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	mine := []model.Actor{{ID: "quell", Name: "Ada Quell", Kind: model.Person, State: "france", Holds: []string{"france:president"}}}
	r, err := New(model.NewDirectory(actors, mine))
	if err != nil {
		t.Fatal(err)
	}
	out := r.Read(model.Document{Title: "French president says talks went well", Published: time.Date(2016, 11, 20, 0, 0, 0, 0, time.UTC)})
	if len(out.Statements) != 1 || out.Statements[0].Speaker.Actor != "quell" {
		t.Errorf("%+v, want the configured holder", out.Statements)
	}
}

package extract

import (
	"testing"

	"parley/model"
)

// ownReader reads with actors of a configuration laid over the built-in ones.
func ownReader(t *testing.T, own ...model.Actor) *Reader {
	t.Helper()
	builtin, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(model.NewDirectory(builtin, own), WithPlace("Sable Bay, Lumeria"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// spoke returns who speaks in a headline, by id; empty for no single statement.
func spoke(r *Reader, title string) string {
	got := r.Read(model.Document{Title: title}).Statements
	if len(got) != 1 {
		return ""
	}
	return got[0].Speaker.Actor
}

func TestConfiguredOffices(t *testing.T) {
	r := ownReader(t,
		model.Actor{ID: "veltria", Name: "Veltria", Kind: model.State, Demonyms: []string{"Veltrian", "Kastelmar"}},
		model.Actor{ID: "compact", Name: "Northern Compact", Aliases: []string{"the Compact"}, Kind: model.Bloc},
		model.Actor{ID: "fell", Name: "Irena Fell", Kind: model.Person, Office: "president of Veltria", State: "veltria"},
		model.Actor{ID: "harrow", Name: "Odile Harrow", Kind: model.Person, Office: "foreign minister and trade minister", State: "veltria"},
		model.Actor{ID: "tolm", Name: "Piers Tolm", Kind: model.Person, Office: "Veltria's chief salt negotiator"},
		model.Actor{ID: "anders", Name: "Pell Anders", Kind: model.Person, Office: "Compact secretary general"},
		model.Actor{ID: "olstad", Name: "Mira Olstad", Kind: model.Person, Office: "UN secretary general"},
		model.Actor{ID: "zorn", Name: "Hugo Zorn", Kind: model.Person, Office: "Norwegian prime minister"},
		model.Actor{ID: "merz", Name: "Friedrich Merz", Kind: model.Person, Office: "French president"},
	)
	for title, want := range map[string]string{
		"Veltrian president says harbour will reopen":             "fell",
		"Veltrian leader says harbour will reopen":                "fell",
		"Veltrian foreign minister says harbour will reopen":      "harrow",
		"Veltria's trade minister says harbour will reopen":       "harrow",
		"Veltrian chief salt negotiator says harbour will reopen": "tolm",
		"Compact chief says harbour will reopen":                  "anders",
		"UN chief says harbour will reopen":                       "olstad",
		"UN secretary general says harbour will reopen":           "olstad",
		"Norway's prime minister says harbour will reopen":        "zorn",
		"Norwegian leader says harbour will reopen":               "zorn",
		"French president says harbour will reopen":               "merz",
		"Danish prime minister says harbour will reopen":          "frederiksen",
	} {
		if got := spoke(r, title); got != want {
			t.Errorf("%q: %q speaks, want %q", title, got, want)
		}
	}
	doc := model.Document{Text: "Irena Fell landed at noon. The president said the harbour would reopen."}
	if got := r.Read(doc).Statements; len(got) != 1 || got[0].Speaker.Actor != "fell" {
		t.Errorf("%+v, want one statement of fell", got)
	}
}

func TestOfTwoHeadsThePrincipalLeads(t *testing.T) {
	state := model.Actor{ID: "veltria", Name: "Veltria", Kind: model.State, Demonyms: []string{"Veltrian"}}
	head := model.Actor{ID: "fell", Name: "Irena Fell", Kind: model.Person, Office: "Veltrian president"}
	other := model.Actor{ID: "harrow", Name: "Odile Harrow", Kind: model.Person, Office: "Veltrian prime minister", Role: "principal"}
	if got := spoke(ownReader(t, state, head, other), "Veltrian leader says harbour will reopen"); got != "harrow" {
		t.Errorf("%q speaks, want harrow", got)
	}
}

func TestACapitalAmongTheDemonymsIsAPlace(t *testing.T) {
	r := ownReader(t,
		model.Actor{ID: "lumeria", Name: "Lumeria", Kind: model.State, Demonyms: []string{"Lumerian", "Port Hale"}},
		model.Actor{ID: "isles", Name: "Low Isles", Kind: model.State, Demonyms: []string{"Dunnish", "Dun Harbour"}},
		model.Actor{ID: "marsh", Name: "Irena Marsh", Aliases: []string{"Marsh"}, Kind: model.Person},
	)
	for title, want := range map[string]struct{ place, who string }{
		"Marsh lands in Port Hale":                            {"Port Hale", "marsh"},
		"Marsh lands in Dun Harbour":                          {"Dun Harbour", "marsh"},
		"Marsh arrives in Sable Bay":                          {"Sable Bay", "marsh"},
		"Karvelia and Ruritania agree ceasefire in Port Hale": {"Port Hale", ""},
	} {
		got := r.Read(model.Document{Title: title}).Events
		if len(got) != 1 || got[0].Place != want.place || len(got[0].Participants) > 0 && got[0].Participants[0] != want.who || len(got[0].Participants) == 0 && want.who != "" {
			t.Errorf("%q: %+v, want it at %s with %q", title, got, want.place, want.who)
		}
	}
	for title, want := range map[string]string{"Port Hale says harbour will reopen": "lumeria", "Dunnish leader says harbour will reopen": model.Unnamed} {
		if got := spoke(r, title); got != want {
			t.Errorf("%q: %q speaks, want %q", title, got, want)
		}
	}
}

func TestWhatEverybodyKnowsOfMeasuresDoesNotHoldOfConfiguredStates(t *testing.T) {
	r := ownReader(t, model.Actor{ID: "dorvania", Name: "Dorvania", Kind: model.State, Demonyms: []string{"Dorvanian"}})
	for title, want := range map[string]string{
		"Dorvanian economy will shrink if tariffs come": "",
		"Norwegian economy will shrink if tariffs come": "usa",
	} {
		if got := r.Read(model.Document{Title: title}).Signals; len(got) != 1 || got[0].Sender != want {
			t.Errorf("%q: %+v, want one signal of %q", title, got, want)
		}
	}
}

func TestTheOfficeOfSomebodySpeaksForHim(t *testing.T) {
	r := testReader(t)
	for _, title := range []string{"Macron's office says harbour will reopen", "French president's office says harbour will reopen"} {
		got := r.Read(model.Document{Title: title}).Statements
		if len(got) != 1 || got[0].Speaker.Actor != "macron" || got[0].Speaker.Capacity != "spokesperson" {
			t.Errorf("%q: %+v, want one statement for macron", title, got)
		}
	}
}

func TestWhatADeskSaysOfItsTextIsNoStatement(t *testing.T) {
	const text = "(Corrects to say that nobody has left) Norway said the harbour would reopen."
	got := testReader(t).Read(model.Document{Text: text}).Statements
	if len(got) != 1 || got[0].Speaker.Actor != "norway" || text[got[0].Speaker.Spans[0][0]:got[0].Speaker.Spans[0][1]] != "Norway" {
		t.Errorf("%+v, want one statement of norway", got)
	}
	if got := spoke(testReader(t), "Readout: talks with the president of Norway"); got != "" {
		t.Errorf("%q speaks, want nobody", got)
	}
}

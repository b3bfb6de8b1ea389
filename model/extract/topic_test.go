package extract

import (
	"slices"
	"testing"

	"parley/model"
)

func TestTopics(t *testing.T) {
	builtin, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(model.NewDirectory(builtin), WithTopics(map[string][]string{"harbours": {"harbour", "quay wall"}}))
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string][]string{
		"Ada Quell says cease-fire needs no land swaps":           {"ceasefire", "territory"},
		"Ada Quell says Article 5 is the guarantee":               {"security guarantees"},
		"Ada Quell calls for prisoner swap":                       {"prisoners"},
		"Ada Quell threatens secondary sanctions on oil":          {"sanctions", "energy"},
		"Ada Quell says nothing about us without us":              {},
		"Ada Quell says the quay wall will hold":                  {"harbours"},
		"Ada Quell says New START must be extended":               {"arms control"},
		"Ada Quell says no talks on Ukraine without Ukraine":      {"participation"},
		"Ada Quell says the warrant against the general stands":   {"legitimacy"},
		"Ada Quell says refugees need food and trade needs peace": {"humanitarian", "economic ties", "ceasefire"},
	} {
		got := r.Read(model.Document{Title: title}).Statements
		if len(got) != 1 || !slices.Equal(got[0].Topics, want) {
			t.Errorf("%q: %+v, want one statement on %v", title, got, want)
		}
	}
}

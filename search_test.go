package main

import (
	"strings"
	"testing"

	"parley/model"
	"parley/model/store"
)

// What an answer says of a fact is not the contrary of what was told.
func TestAnAnswerSaysHowAFactStands(t *testing.T) {
	emptyHome(t)
	a := app{}
	cfg, err := a.loadConfig()
	if err != nil {
		t.Fatal(err)
	}
	d, err := openDesk(t.Context(), cfg, deskOptions{noBoards: true})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	rd := model.Reading{
		Events: []model.Event{{Kind: "cancellation", Status: model.EventDenied, Participants: []string{"trump", "putin"}}},
		Signals: []model.Signal{
			{Action: "imposed", Instrument: "tariff", Target: []string{"india"}, Direction: model.Pressure},
			{Action: "licensed", Instrument: "sanctions", Sender: "usa", Target: []string{"russia"}, Direction: model.Relief, Historical: true},
			{Action: "imposed", Instrument: "other", Sender: "eu"},
		},
		Statements: []model.Statement{{Speaker: model.Speaker{Actor: "trump"}, Mode: model.Indirect, Type: "assertion", Cue: model.Phrase{Text: "played down"}, Content: model.Phrase{Text: "the summit"}}},
	}
	for f, want := range map[store.FactRef]string{
		{Kind: model.KindEvent}:            "Donald Trump, Vladimir Putin · cancellation",
		{Kind: model.KindSignal}:           "sender not named → India · imposed · tariff",
		{Kind: model.KindSignal, Index: 1}: "United States → Russia · licensed · relief from sanctions (background)",
		{Kind: model.KindSignal, Index: 2}: "European Union · imposed · a measure",
		{Kind: model.KindStatement}:        "Donald Trump · played down · the summit",
	} {
		if got := d.factInWords(&rd, f); strings.TrimSpace(got) != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

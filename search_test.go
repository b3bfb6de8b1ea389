package main

import (
	"strings"
	"testing"

	"parley/model"
	"parley/model/store"
)

// What an answer says of a fact is not the contrary of what was told.
func TestAnAnswerSaysHowAFactStands(t *testing.T) {
	d := &desk{directory: model.NewDirectory([]model.Actor{
		{ID: "vell", Name: "Ana Vell", Kind: model.Person}, {ID: "osk", Name: "Tomas Osk", Kind: model.Person},
		{ID: "north", Name: "Northland", Kind: model.State}, {ID: "south", Name: "Southland", Kind: model.State},
	})}
	rd := model.Reading{
		Events: []model.Event{{Kind: "cancellation", Status: model.EventDenied, Participants: []string{"vell", "osk"}}},
		Signals: []model.Signal{
			{Action: "imposed", Instrument: "tariff", Target: []string{"south"}, Direction: model.Pressure},
			{Action: "licensed", Instrument: "sanctions", Sender: "north", Target: []string{"south"}, Direction: model.Relief, Historical: true},
			{Action: "imposed", Instrument: "other", Sender: "north"},
		},
		Statements: []model.Statement{
			{Speaker: model.Speaker{Actor: "osk"}, Mode: model.Indirect, Type: "threat", Modality: "negated", Cue: model.Phrase{Text: "has not threatened"}, Content: model.Phrase{Text: "to leave the talks"}},
			{Speaker: model.Speaker{Actor: "vell"}, Mode: model.Indirect, Type: "assertion", Cue: model.Phrase{Text: "played down"}, Content: model.Phrase{Text: "the summit"}},
		},
	}
	for f, want := range map[store.FactRef]string{
		{Kind: model.KindEvent}:               "Ana Vell, Tomas Osk · cancellation",
		{Kind: model.KindSignal}:              "sender not named → Southland · imposed · tariff",
		{Kind: model.KindSignal, Index: 1}:    "Northland → Southland · licensed · relief from sanctions (background)",
		{Kind: model.KindSignal, Index: 2}:    "Northland · imposed · a measure",
		{Kind: model.KindStatement}:           "Tomas Osk · has not threatened · to leave the talks",
		{Kind: model.KindStatement, Index: 1}: "Ana Vell · played down · the summit",
	} {
		if got := d.factInWords(&rd, f); strings.TrimSpace(got) != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

package main

import (
	"strings"
	"testing"
	"time"

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

func TestAnAnswerTellsWhenOldNewsCameOut(t *testing.T) {
	seen := time.Date(2026, 3, 2, 16, 0, 0, 0, time.UTC)
	for want, v := range map[string]model.Version{
		"":                                 {N: 1, Sighting: model.Sighting{Seen: seen, Published: seen.Add(-6 * time.Hour), DateFrom: "published"}},
		", published 27 Feb 16:00 UTC":     {N: 1, Sighting: model.Sighting{Seen: seen, Published: seen.Add(-72 * time.Hour), DateFrom: "published"}},
		", published 2 Mar 2025 16:00 UTC": {N: 1, Sighting: model.Sighting{Seen: seen, Published: seen.AddDate(-1, 0, 0), DateFrom: "published"}},
	} {
		if got := cameOut(v, seen, time.UTC); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, v := range []model.Version{
		{N: 2, Sighting: model.Sighting{Seen: seen, Published: seen.Add(-72 * time.Hour)}}, // an edit is news
		{N: 1, Sighting: model.Sighting{Seen: seen}},
	} {
		if got := cameOut(v, seen, time.UTC); got != "" {
			t.Errorf("%q", got)
		}
	}
}

// The help of search names every operator that a QUERY may have.
func TestTheHelpOfSearchNamesEveryOperator(t *testing.T) {
	_, err := model.ParseQuery("zork:x", time.UTC, time.Time{})
	if err == nil {
		t.Fatal("zork: is an operator")
	}
	_, list, _ := strings.Cut(err.Error(), "known are ")
	list, _, _ = strings.Cut(list, ";")
	known := strings.Split(list, ", ")
	if len(known) < 8 {
		t.Fatalf("the parser names %q", known)
	}
	for _, op := range known {
		if !strings.Contains(searchWords, " "+op+":") {
			t.Errorf("%s: is not explained", op)
		}
	}
}

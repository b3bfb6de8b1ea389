package model

import (
	"strings"
	"testing"
	"time"
)

func TestASearchForNobodySaysWhoIsNear(t *testing.T) {
	dir := demoCase().Directory
	for query, want := range map[string]string{
		"actor:vell":             "",
		`actor:"Ana Vell"`:       "",
		"-actor:nobody":          "",
		"actor:vel":              "no actor is known as “vel”: did you mean actor:vell (Ana Vell)?",
		"actor:Tomass":           "no actor is known as “tomass”: did you mean actor:osk (Tomas Osk)?",
		"actor:velel":            "no actor is known as “velel”: did you mean actor:vell (Ana Vell)?",
		"actor:nobody":           "no actor is known as “nobody”",
		"actor:coastl harbour":   "no actor is known as “coastl”: did you mean actor:coast (Coastland)?",
		"actor:ost":              "no actor is known as “ost”",
		"actor:northsouth":       "no actor is known as “northsouth”",
		"actor:osk,somebodyelse": "no actor is known as “somebodyelse”",
	} {
		q, err := ParseQuery(query, time.UTC, at("10:00"))
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Strangers(dir); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

func TestASearchForNoTypeSaysWhichIsNear(t *testing.T) {
	for query, want := range map[string]string{
		"type:thret":            "type: does not know thret; did you mean threat?",
		"type:Threatenned":      "type: does not know threatenned; did you mean threatened?",
		"type:threat,ultimatun": "type: does not know ultimatun; did you mean ultimatum?",
		"type:ban":              "type: does not know ban; it knows ",
	} {
		if _, err := ParseQuery(query, time.UTC, at("10:00")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", query, err, want)
		}
	}
}

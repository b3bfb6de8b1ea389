package model

import (
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

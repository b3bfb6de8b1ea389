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
		"actor:vel":              "no actor is known as “vel”; near are vell",
		"actor:Tomass":           "no actor is known as “tomass”; near are osk",
		"actor:velel":            "no actor is known as “velel”; near are vell",
		"actor:nobody":           "no actor is known as “nobody”",
		"actor:coastl harbour":   "no actor is known as “coastl”; near are coast",
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

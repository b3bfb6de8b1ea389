package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"parley/model"
)

type stumbler struct{}

func (stumbler) Read(doc model.Document) model.Reading {
	return model.Reading{ID: doc.Title[len(doc.Title):][0:1]} // beyond its end
}

// A rule that stumbles over one text takes neither the desk nor the text along.
func TestSteadyReader(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(before)
	out, err := json.Marshal(steadyReader{stumbler{}}.Read(model.Document{ID: "7.1", Feed: "Demo wire", Title: "An envoy arrives"}))
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"7.1","statements":[],"signals":[],"events":[],"actors":[]}`; string(out) != want {
		t.Errorf("a text that could not be read gives %s, want %s", out, want)
	}
	for _, want := range []string{"7.1", "Demo wire", "An envoy arrives", "out of range"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log does not name %q: %s", want, log.String())
		}
	}
}

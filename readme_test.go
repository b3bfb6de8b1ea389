package main

import (
	"os"
	"strings"
	"testing"

	"parley/ui"
)

func TestTheReadmeShowsTheKeysAsTheyAre(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), strings.TrimSpace(ui.KeyTable())) {
		t.Errorf("the table of keys in README.md is old: put this in its place\n%s", ui.KeyTable())
	}
	for _, command := range []string{"go run . demo", "go test ./..."} {
		if !strings.Contains(string(readme), command) {
			t.Errorf("README.md lacks %q", command)
		}
	}
}

package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestNoLineBreaksWhereOnlyTheStyleChanges(t *testing.T) {
	for name, c := range map[string]struct {
		pieces []string
		want   []string
	}{
		"a mark before a comma": {[]string{"the grants", ", he says"}, []string{"the", "grants, he", "says"}},
		"a mark in quotation":   {[]string{"‘", "ten weeks", "’ if so"}, []string{"‘ten", "weeks’ if", "so"}},
		"a word that is longer": {[]string{"a ", "abcdefghijklm", "nop"}, []string{"a", "abcdefghij", "klmnop"}},
	} {
		d := &doc{t: &theme{}, w: 10}
		var pieces []piece
		for _, text := range c.pieces {
			pieces = append(pieces, piece{"", text})
		}
		d.flow(0, pieces)
		var got []string
		for _, line := range d.lines {
			got = append(got, strings.TrimSpace(ansi.Strip(line)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

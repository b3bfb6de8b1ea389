package store

import (
	"strings"
	"testing"
	"unicode"

	"parley/model"

	"pgregory.net/rapid"
)

// fold is what appendPlain does, a rune at a time.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("\u200b\ufeff\u00ad", r):
			gap = true
			continue
		case strings.ContainsRune("‘’‚‛′`´", r):
			r = '\''
		case strings.ContainsRune("“”„‟″«»", r):
			r = '"'
		case strings.ContainsRune("‐‑‒–—―−", r):
			r = '-'
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if r == '…' {
			b.WriteString("...")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Records hold these hashes: another would make a version of every item anew.
func TestSubstanceStaysTheSame(t *testing.T) {
	in := model.Sighting{Title: "  “Soon”,\tsays the envoy…", Summary: "Not before\u00a0noon – perhaps", Op: model.OpNone}
	if got, want := substance(&in), int64(-1809302318391312098); got != want {
		t.Errorf("the hash of a substance is %d, it was %d", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune(" \n\t\u00a0\u200b\u00ad`'’“”–—…aZ~\x01\x7f\ufffd")))
		s := rapid.StringOf(runes).Draw(t, "text") + rapid.SampledFrom([]string{"", "\xff", "\xe2\x80", " "}).Draw(t, "tail")
		if got, want := string(appendPlain([]byte("x"), s)), "x"+fold(s); got != want {
			t.Fatalf("%q folds to %q, not %q", s, got, want)
		}
	})
}

func BenchmarkSubstance(b *testing.B) {
	in := newMaker().sighting(1)
	in.Summary += " “Not before noon,” she said – perhaps."
	b.ReportAllocs()
	for b.Loop() {
		substance(&in)
	}
}

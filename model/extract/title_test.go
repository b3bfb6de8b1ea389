package extract

import (
	"strings"
	"testing"

	"parley/model"
)

func TestATitleOfHundredsOfWordsIsNoHeadline(t *testing.T) {
	r := testReader(t)
	const headline = "Altland imposes sanctions on Iran"
	for n, want := range map[int]bool{1: true, maxTitle: false} {
		got := r.Read(model.Document{Title: strings.Repeat(headline+", ", n)})
		if (len(got.Signals) > 0) != want {
			t.Errorf("%d times %q has the signals %v", n, headline, got.Signals)
		}
	}
}

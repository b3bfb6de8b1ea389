package ui

import (
	"strings"
	"testing"
)

// footerOf is the last line of the screen.
func footerOf(r *reader) string { return strings.TrimSpace(r.line(r.m.h - 1)) }

func TestANarrowFooterNamesKeysWhole(t *testing.T) {
	for w := 40; w <= 130; w++ {
		for _, keys := range []string{"", "left", "p", "enter", "v", "c", "r", "?", "ctrl+p"} {
			r := sit(t, summitDesk(), w, 24).press(strings.Fields(keys)...)
			r.m.notice.text = ""
			if foot := footerOf(r); strings.Contains(foot, "…") {
				t.Errorf("%d wide after %q: cut off: %q", w, keys, foot)
			}
		}
		r := sit(t, summitDesk(), w, 24).press("p", "left")
		if foot := footerOf(r); !strings.Contains(foot, "? keys") || !strings.Contains(foot, "q quit") || !strings.HasSuffix(foot, "by publication") {
			t.Errorf("%d wide: no help, no way out or not by which clock: %q", w, foot)
		}
	}
}

// While a list is open over the panes, their keys are letters to be typed into it.
func TestTheFooterOfAListNamesItsOwnKeys(t *testing.T) {
	for _, key := range []string{"ctrl+p", "e", "E"} {
		if foot := footerOf(sit(t, summitDesk(), 100, 30).press(key)); foot != "Esc close  ↑↓ choose  ⏎ take" {
			t.Errorf("%s: %q", key, foot)
		}
	}
}

func TestAPageWithNothingToChooseOffersNoChoice(t *testing.T) {
	for _, key := range []string{"U", "c", "d"} {
		if foot := footerOf(sit(t, newFakeDesk(), 100, 30).press(key)); strings.Contains(foot, "choose") || strings.Contains(foot, "M ") {
			t.Errorf("%s: %q", key, foot)
		}
	}
}

func TestVersionsLeadBackToTheEvidence(t *testing.T) {
	r := sit(t, summitDesk(), 100, 30).press("v")
	if foot := footerOf(r); !strings.Contains(foot, "⏎ evidence") || strings.Contains(foot, "v versions") {
		t.Errorf("%q", foot)
	}
	r.press("enter").sees("Evidence", "Certainty")
}

package extract

import (
	"testing"

	"parley/model"
)

// TestSignalsHedged shows which signals say of themselves that they are only somebody's belief.
func TestSignalsHedged(t *testing.T) {
	r := testReader(t)
	for _, c := range []struct {
		text   string
		hedged bool
	}{
		{"The meeting delayed the sanctions on Iran.", true},
		{"The move suspends the US sanctions on Syria, a Syrian minister said.", true},
		{"The deal ends US tariffs on Swiss watches, the Swiss president said.", true},
		{"The US could impose sanctions on Mali.", true},
		{"The decision lifts US tariffs on Swiss watches, Trump said.", false},
		{"The US has delayed the tariffs on China, a Chinese official said.", false},
		{"The move suspends the US sanctions on Syria.", false},
	} {
		signals := r.Read(model.Document{Text: c.text}).Signals
		if len(signals) != 1 {
			t.Errorf("%s: %d signals, want 1", c.text, len(signals))
			continue
		}
		if signals[0].Hedged != c.hedged {
			t.Errorf("%s: hedged %v, want %v", c.text, signals[0].Hedged, c.hedged)
		}
	}
}

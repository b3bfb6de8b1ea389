package ui

import "testing"

// One sign that says how sure a fact is, and another time what a signal does, would have to
// be told apart by where it stands.
func TestNoSignOfCertaintyIsOneOfASignal(t *testing.T) {
	does := map[string]string{}
	for action, r := range rungs {
		does[r.glyph] = action
	}
	for level, s := range surenesses {
		if action, taken := does[s.glyph]; taken {
			t.Errorf("%s says %q and %q", s.glyph, level, action)
		}
	}
}

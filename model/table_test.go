package model

import (
	"testing"

	"pgregory.net/rapid"
)

// A table numbers strings as a map would, however they come, and finds them again
// when a checkpoint brings nothing but the strings.
func TestTableNumbersAsAMapWould(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		have, want := table{}, map[string]int32{}
		for _, s := range rapid.SliceOfN(rapid.StringMatching(`[a-cé]{0,4}|x{0,600}`), 0, 400).Draw(t, "strings") {
			before, known := want[s]
			if !known {
				before = -1
				want[s] = int32(len(want))
			}
			if no := have.find(s); no != before {
				t.Fatalf("%q is found as %d, want %d", s, no, before)
			}
			var no int32
			if len(s)%2 == 0 {
				no = have.number(s)
			} else {
				var isNew bool
				if no, isNew = have.numberOf([]byte(s)); isNew == known {
					t.Fatalf("%q is new: %v", s, isNew)
				}
			}
			if no != want[s] {
				t.Fatalf("%q has number %d, want %d", s, no, want[s])
			}
		}
		again := table{text: have.text}
		again.renumber()
		for s, no := range want {
			if have.text[no] != s || have.find(s) != no || again.find(s) != no || again.number(s) != no {
				t.Fatalf("%q, number %d, is not found again", s, no)
			}
		}
	})
}

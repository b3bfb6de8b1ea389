package extract

import (
	"slices"
	"testing"
)

// TestLean checks what is made of a mention that surely is a signal though no rung is much
// likelier than the rest.
func TestLean(t *testing.T) {
	for name, c := range map[string]struct {
		chances map[string]float64
		want    string // empty for none
	}{
		"the likeliest word":           {map[string]float64{"floated": 0.31, "called-for": 0.25, "opposed": 0.22, "denied": 0.17, "none": 0.05}, "floated"},
		"no deed that may be a word":   {map[string]float64{"imposed": 0.36, "called-for": 0.30, "opposed": 0.20, "floated": 0.09, "none": 0.05}, "called-for"},
		"a deed likelier than all":     {map[string]float64{"imposed": 0.55, "called-for": 0.25, "opposed": 0.15, "none": 0.05}, "imposed"},
		"nothing where the way is not": {map[string]float64{"floated": 0.35, "considered": 0.32, "demanded": 0.28, "none": 0.05}, ""},
		"nothing that may be none":     {map[string]float64{"floated": 0.70, "none": 0.30}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var s Scores
			for action, chance := range c.chances {
				s[slices.Index(LearnedActions[:], action)] = chance
			}
			action, ok := s.Lean()
			if got := LearnedActions[action]; ok != (c.want != "") || ok && got != c.want {
				t.Errorf("got %s, %v, want %q", got, ok, c.want)
			}
		})
	}
}

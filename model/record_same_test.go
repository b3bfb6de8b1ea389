package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A sketch may let through what shares too little, and never keeps away what
// shares enough.
func TestSketchesLoseNothing(t *testing.T) {
	list := func(t *rapid.T, name string) []uint32 {
		words := rapid.SliceOfN(rapid.Uint32Range(0, 40), 1, 12).Draw(t, name)
		slices.Sort(words)
		return slices.Compact(words)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := list(t, "a"), list(t, "b")
		f, g := &glance{nWords: uint8(len(a)), sketch: sketchOf(a)}, &glance{nWords: uint8(len(b)), sketch: sketchOf(b)}
		shared, least := common(a, b), min(len(a), len(b))
		enough := shared >= 3 && float64(shared)/float64(least) >= .6
		if least <= 2 {
			enough = shared == least
		}
		if enough && !f.mayShare(g) {
			t.Fatalf("%v and %v share %d words, and are told not to", a, b, shared)
		}
	})
	if (&glance{nWords: 3, sketch: sketchOf([]uint32{1, 2, 3})}).mayShare(&glance{nWords: 3, sketch: sketchOf([]uint32{4, 5, 6})}) {
		t.Error("lists without a word in common pass")
	}
}

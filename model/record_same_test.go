package model

import (
	"fmt"
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
		f, g := glanceOf(1, false, a), glanceOf(1, false, b)
		shared, least := common(a, b), min(len(a), len(b))
		enough := shared >= 3 && float64(shared)/float64(least) >= .6
		if least <= 2 {
			enough = shared == least
		}
		mesh := func(least func(int) int) *mesh { m := meshOf(f, a, least); return &m }
		if m := mesh(uttered(a)); enough && !m.lets(g) {
			t.Fatalf("%v and %v share %d words, and are told not to", a, b, shared)
		}
		together := float64(shared) / float64(len(a)+len(b)-shared)
		for _, x := range []struct {
			least  int
			enough bool
		}{
			{leastDenied(len(a)), shared >= 3 && float64(shared)/float64(len(a)) >= .6},
			{leastNegated(len(a), len(b)), shared >= 3 && together >= .6},
			{leastBeside(len(a), len(b)), shared >= 2 && together >= .75},
		} {
			if m := mesh(func(int) int { return x.least }); x.enough != (shared >= x.least) || x.enough && !m.lets(g) {
				t.Fatalf("%v and %v share %d words, of %d that they must", a, b, shared, x.least)
			}
		}
	})
	said := func(actor int32, nobody bool, words ...uint32) glance {
		return glanceOf(actor, nobody, words)
	}
	words := []uint32{1, 2, 3}
	m := meshOf(said(1, false, words...), words, uttered(words))
	for why, g := range map[string]glance{
		"lists without a word in common": said(1, false, 4, 5, 6),
		"two of three words":             said(1, false, 1, 2, 6),
		"the words of another speaker":   said(2, false, 1, 2, 3),
		"a statement without words":      said(1, false),
	} {
		if m.lets(g) {
			t.Error("let through:", why)
		}
	}
	for why, g := range map[string]glance{"the same": said(1, false, 1, 2, 3), "nobody by name": said(-1, true, 1, 2, 3, 9)} {
		if !m.lets(g) {
			t.Error("kept away:", why)
		}
	}
}

// However many speak, and whichever of them came first, what two of them say is two
// statements.
func TestNoTwoSpeakersAreOne(t *testing.T) {
	const words = "the old bridge at Tarn will never be sold to anybody"
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Vell says "+words, "", says("vell", words, "assertion"))
	const speakers = 2 * (mouthMask + 1)
	for i := range speakers {
		who := fmt.Sprint("speaker", i)
		b.add("12:01", "Demo Daily", who, who+" says "+words, "", says(who, words, "assertion"))
	}
	if n := len(b.live().Statements(Filter{})); n != 1+speakers {
		t.Errorf("%d speakers said %d statements", 1+speakers, n)
	}
}

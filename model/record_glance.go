package model

import (
	"math/bits"
	"slices"
)

// glance is what most statements differ in: it is kept apart from the rest of a
// fact and small, because a search for what is alike looks at hundreds.
type glance struct {
	sketch    uint64 // of its words, see sketchOf
	actor     int32  // who speaks
	nWords    uint8
	anonymous bool // nobody in particular speaks
}

// glance makes the glance at a fact with those words.
func (f *fact) glance(words []uint32) glance {
	return glance{sketch: sketchOf(words), actor: f.actor, nWords: f.nWords, anonymous: f.flags&flagAnonymous != 0}
}

// sketchOf has a bit for each word of a list, some of them the same one.
func sketchOf(words []uint32) uint64 {
	var sketch uint64
	for _, w := range words {
		sketch |= 1 << (w * 0x9E3779B1 >> 26)
	}
	return sketch
}

// mesh lets those statements through that can be one utterance with one: of one
// mouth, which is one speaker or one of them without a name, and of words that may
// be the same.
type mesh struct {
	glance
	hidden int // words of it that have no bit of their own in its sketch
}

func meshOf(g *glance) mesh {
	return mesh{*g, int(g.nWords) - bits.OnesCount64(g.sketch)}
}

// leastShared is how many words two statements must share at least to be one
// utterance, by the words of the shorter one: see likeWords. Without words they are
// none.
var leastShared = func() (need [256]int) {
	for n := range need {
		need[n] = max(min(n, 3), (3*n+4)/5)
	}
	need[0] = 256
	return need
}()

// lets is 1 for what goes through and 0 for what does not. Words that share a bit of
// a sketch count in favour, so that it is never wrong when it says no. It has no
// branch but what the processor guesses right: who asks goes through hundreds, and
// their glances are fetched from memory one beside the other.
func (m *mesh) lets(g *glance) int {
	most := bits.OnesCount64(m.sketch&g.sketch) + m.hidden
	enough := 0
	if most >= leastShared[min(m.nWords, g.nWords)] {
		enough = 1
	}
	mouth := 0
	if g.actor == m.actor {
		mouth = 1
	}
	unnamed := 0
	if g.anonymous {
		unnamed = 1
	}
	if m.anonymous {
		mouth = 1
	}
	return enough & (mouth | unnamed)
}

// sift returns those of two lists of statements that a mesh lets through, newest
// first. It is good until the next one.
func (w *writer) sift(m *mesh, base, layer []int32) []int32 {
	out := w.sifted[:0:maxAsked]
	if len(layer) > 0 {
		out = m.through(out, layer, w.layer.glances, w.layer.from.facts)
	}
	return w.base.sift(m, out, base)
}

// sift appends what a mesh lets through of a list of the base.
func (s *segment) sift(m *mesh, out, list []int32) []int32 {
	laid, _ := slices.BinarySearch(list, s.laid.facts)
	out = m.through(out, list[laid:], s.glances, int(s.laid.facts))
	for _, j := range slices.Backward(list[:laid]) {
		if m.lets(s.glanceAt(j)) != 0 {
			out = append(out, j)
		}
	}
	return out
}

// through appends, newest first, those of a list that go through; their glances
// begin with that of the statement from.
func (m *mesh) through(out, list []int32, glances []glance, from int) []int32 {
	n := len(out)
	out = out[:n+len(list)]
	for k := len(list) - 1; k >= 0; k-- {
		j := list[k]
		out[n] = j
		n += m.lets(&glances[int(j)-from])
	}
	return out[:n]
}

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
	sketch    uint64
	actor     int32
	anonymous bool
	// need is how many bits of the sketch another statement must have at least, by how
	// many words it has. Words that share a bit count in its favour, so that a mesh is
	// never wrong about what it keeps away.
	need [maxFactWords + 1]int8
}

func meshOf(g *glance) mesh {
	m := mesh{sketch: g.sketch, actor: g.actor, anonymous: g.anonymous}
	hidden := int(g.nWords) - bits.OnesCount64(g.sketch)
	for n := range m.need {
		m.need[n] = int8(leastShared(min(n, int(g.nWords))) - hidden)
	}
	return m
}

// leastShared is how many words two statements must share at least to be one
// utterance, by the words of the shorter one: see likeWords. Without words they are
// none.
func leastShared(least int) int {
	if least == 0 {
		return 2 * maxFactWords
	}
	return max(min(least, 3), (3*least+4)/5)
}

// lets is 1 for what goes through and 0 for what does not. It has no branch but what
// the processor guesses right: who asks goes through hundreds, and their glances are
// fetched from memory one beside the other.
func (m *mesh) lets(g *glance) int {
	enough := 0
	if bits.OnesCount64(m.sketch&g.sketch) >= int(m.need[g.nWords]) {
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

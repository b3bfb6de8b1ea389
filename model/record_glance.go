package model

import (
	"math/bits"
	"slices"
)

// glance is what most statements differ in, kept apart from the rest of a fact: a search
// for what is alike looks at hundreds, each of them somewhere else in memory. It is
//
//	1 bit: nobody in particular speaks · 4: who speaks · 6: how many words · 53: a sketch of them
//
// Speakers may share their 4 bits, and words a bit of the sketch.
type glance uint64

const (
	sketchBits = 53
	wordsMask  = 1<<6 - 1 // maxFactWords fit in
	mouthBit   = sketchBits + 6
	mouthMask  = 1<<4 - 1
	anonymous  = glance(1) << 63
)

// glance makes the glance at a fact with those words.
func (f *fact) glance(words []uint32) glance {
	return glanceOf(f.actor, f.flags&flagAnonymous != 0, words)
}

func glanceOf(actor int32, nobody bool, words []uint32) glance {
	g := glance(actor)&mouthMask<<mouthBit | glance(len(words))<<sketchBits | glance(sketchOf(words))
	if nobody {
		g |= anonymous
	}
	return g
}

// sketchOf has a bit for each word of a list, some of them the same one.
func sketchOf(words []uint32) uint64 {
	var sketch uint64
	for _, w := range words {
		sketch |= sketchBit(w)
	}
	return sketch
}

func sketchBit(word uint32) uint64 { return 1 << (word * 0x9E3779B1 >> 16 * sketchBits >> 16) }

// mesh lets those statements through that can be one utterance with one: of one
// mouth, which is one speaker or one of them without a name, and of words that may
// be the same.
type mesh struct {
	sketch uint64
	twice  uint64 // the bits that two of its words share
	mouth  glance // of who speaks, compared by the bits of among
	among  glance
	// need is how many words, by their bits, another statement must have of it at least, by
	// how many words it has. Words that share a bit count in its favour, so that a mesh is
	// never wrong about what it keeps away.
	need [wordsMask + 1]int8
}

// meshOf makes the mesh for a statement of words, and its glance. least says of how many
// words it must share how many at least.
func meshOf(g glance, words []uint32, least func(n int) int) mesh {
	m := mesh{mouth: g, among: mouthMask << mouthBit}
	if g&anonymous != 0 {
		m.among = 0 // what nobody says may be anybody's
	}
	for _, w := range words {
		bit := sketchBit(w)
		m.twice |= m.sketch & bit
		m.sketch |= bit
	}
	hidden := len(words) - bits.OnesCount64(m.sketch) - bits.OnesCount64(m.twice)
	for n := range m.need {
		m.need[n] = int8(least(n) - hidden)
	}
	return m
}

// uttered says of how many words another statement must share how many with one of words to
// be one utterance with it.
func uttered(words []uint32) func(n int) int {
	return func(n int) int { return leastShared(min(n, len(words))) }
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

// lets says whether what has a glance goes through. Few do, so that the processor guesses
// it right: who asks goes through hundreds, and their glances are fetched from memory one
// beside the other.
func (m *mesh) lets(g glance) bool {
	enough := bits.OnesCount64(m.sketch&uint64(g))+bits.OnesCount64(m.twice&uint64(g)) >= int(m.need[g>>sketchBits&wordsMask])
	return enough && ((g^m.mouth)&m.among == 0 || g&anonymous != 0)
}

// sift appends those of two lists of statements that a mesh lets through, newest first.
func (w *writer) sift(m *mesh, out, base, layer []int32) []int32 {
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
		if m.lets(s.glanceAt(j)) {
			out = append(out, j)
		}
	}
	return out
}

// through appends, newest first, those of a list that go through; their glances
// begin with that of the statement from.
func (m *mesh) through(out, list []int32, glances []glance, from int) []int32 {
	for _, j := range slices.Backward(list) {
		if m.lets(glances[int(j)-from]) {
			out = append(out, j)
		}
	}
	return out
}

// fetchFacts has statements and their words fetched from memory, those of one while it
// waits for those of another, as fetch does it for versions.
func (w *writer) fetchFacts(list []int32) []int32 {
	for _, j := range list {
		w.fetched += uint32(w.fact(j).words)
	}
	var room [1]uint32
	for _, j := range list {
		f := w.fact(j)
		w.fetched += w.segOfFact(j).appendWords(room[:0], f.ver, f.words, 1)[0]
	}
	return list
}

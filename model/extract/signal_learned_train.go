package extract

import (
	"slices"

	"parley/model"
)

// Measure is a mention of a measure in a sentence, for those who train the learned
// reader.
type Measure struct {
	Start, End int      // bytes of the sentence
	Listed     bool     // whether the reader finds it by itself
	Features   []string // what the learned reader sees of it
}

// Measures lists what the reader takes for measures in a sentence, and those of the
// given places, in bytes, where it finds none.
func (r *Reader) Measures(sentence string, in model.Field, places [][2]int) []Measure {
	t := r.lex.newText(in, sentence)
	t.named = r.who.appendMentions(t.named, &t, 0, len(t.tok))
	c := signalContext{signalReader: r.signals, t: &t}
	var out []Measure
	for _, sent := range t.sents {
		found := slices.Clone(c.anchors(sent))
		listed := len(found)
		for _, p := range places {
			if a, ok := c.at(sent, p); ok && !slices.ContainsFunc(found, func(b anchor) bool { return b.lo < a.hi && a.lo < b.hi }) {
				found = append(found, a)
			}
		}
		for i := range found {
			a, v := around(sent, &found[i]), view{}
			m := Measure{Start: int(t.tok[found[i].lo].start), End: int(t.tok[found[i].hi-1].end), Listed: i < listed}
			c.features(&v, a, &found[i], func(feature []byte) { m.Features = append(m.Features, string(feature)) })
			out = append(out, m)
		}
	}
	return out
}

// at makes an anchor of a place in a sentence.
func (c *signalContext) at(sent stretch, place [2]int) (anchor, bool) {
	a := anchor{lo: -1}
	for i := sent.lo; i < sent.hi; i++ {
		if k := &c.t.tok[i]; int(k.start) >= place[0] && int(k.end) <= place[1] {
			if a.lo < 0 {
				a.lo = i
			}
			a.hi = i + 1
		}
	}
	if a.lo < 0 {
		return a, false
	}
	a.np = c.phraseStart(sent, a.lo)
	return a, true
}

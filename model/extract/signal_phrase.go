package extract

import (
	"slices"
	"strings"
)

// Phrases with gaps and choices, of which the lists of wordings, idioms and judgements are
// made.

// step is one part of a phrase.
type step struct {
	words    []wordID // one of them; nil for a class or a gap
	among    uint64   // by their last six bits, to spare most looks at words
	common   bool     // a mark or a word of grammar is one of them
	class    string
	gap      bool
	measure  bool // the measure that the phrase is about
	optional bool
	behind   uint64 // of the first: the words of which one stands right behind it, by their last six bits; 0 where others may
}

// wordingGap is how many tokens a gap in a phrase may hold.
const wordingGap = 10

// grammar are the classes of words that stand in most sentences.
const grammar = classDeterminer | classPossessive | classPronoun | classObject | classPreposition | classConjunction | classRelative | classAnd | classAuxiliary | classModal | classNegation

// stepsOf reads a phrase, its parts parted by spaces.
func stepsOf(x *lexicon, phrase string) []step {
	var steps []step
	for _, part := range strings.Fields(phrase) {
		steps = append(steps, stepOf(x, part))
	}
	if len(steps) > 0 {
		steps[0].behind = firstOf(steps[1:])
	}
	return steps
}

// firstOf tells of which words, by their last six bits, one has to stand where steps begin;
// 0 when others may.
func firstOf(steps []step) (among uint64) {
	for i := range steps {
		s := &steps[i]
		if s.words == nil {
			return 0
		}
		if among |= s.among; !s.optional {
			return among
		}
	}
	return 0
}

func stepOf(x *lexicon, part string) step {
	switch part {
	case "..":
		return step{gap: true}
	case "*":
		return step{measure: true}
	}
	var s step
	if inner, ok := strings.CutPrefix(part, "("); ok {
		part, s.optional = strings.TrimSuffix(inner, ")"), true
	}
	if class, ok := strings.CutPrefix(part, "<"); ok {
		s.class = strings.TrimSuffix(class, ">")
		return s
	}
	for _, word := range strings.Split(part, "/") {
		slot := x.known.file(word)
		s.words = append(s.words, slot.word)
		s.among |= lastBits(slot.word)
		s.common = s.common || word < "a" || slot.class&grammar != 0
	}
	return s
}

// rarest returns the step of a phrase whose words stand in the fewest sentences, as far as
// can be told: no marks or words of grammar, and few. The phrase has to have them.
func rarest(steps []step) *step {
	best := &steps[0]
	for i := range steps {
		if s := &steps[i]; s.words != nil && !s.optional && !s.common && (best.common || len(s.words) <= len(best.words)) {
			best = s
		}
	}
	return best
}

// takes says that a word is one of the words of a step.
func (s *step) takes(word wordID) bool {
	return s.among&lastBits(word) != 0 && slices.Contains(s.words, word)
}

// followed says where a phrase ends whose first word token i is known to be; -1 for nowhere.
func (c *signalContext) followed(steps []step, i, hi int) int {
	if first := &steps[0]; first.behind != 0 && i+1 < hi {
		if k := &c.t.tok[i+1]; k.kind != quoteToken && first.behind&lastBits(k.word) == 0 {
			return -1
		}
	}
	return c.follow(steps[1:], i+1, hi)
}

// follow says where the steps of a phrase end that begins at token i; -1 for nowhere.
func (c *signalContext) follow(steps []step, i, hi int) int {
	if len(steps) == 0 {
		return i
	}
	s := &steps[0]
	if s.gap {
		plain := len(steps) > 1 && steps[1].words != nil && !steps[1].optional
		for at := i; at < hi && at <= i+wordingGap; at++ {
			k := &c.t.tok[at]
			if !plain || k.kind == quoteToken || steps[1].takes(k.word) {
				if end := c.follow(steps[1:], at, hi); end > 0 {
					return end
				}
			}
			if k.kind == wordToken && k.low == "and" && at+1 < hi && c.t.tok[at+1].starts&(c.words.wordy|c.words.meant) != 0 {
				break // another verb with its own object
			}
			if !k.wordy() && k.kind != quoteToken && k.kind != dashToken && k.low != "%" && k.low != "$" && k.low != "€" && k.low != "£" {
				break
			}
		}
		return -1
	}
	if s.measure {
		if i < c.held.lo || i >= c.held.hi {
			return -1
		}
		return c.follow(steps[1:], c.held.hi, hi)
	}
	if i < hi && c.t.tok[i].kind == quoteToken {
		i++
	}
	if i >= hi {
		return -1
	}
	if end := c.meets(s, i, hi); end > 0 {
		if end = c.follow(steps[1:], end, hi); end > 0 {
			return end
		}
	}
	if s.optional {
		return c.follow(steps[1:], i, hi)
	}
	return -1
}

// meets says where a step ends that stands at token i; -1 when it does not.
func (c *signalContext) meets(s *step, i, hi int) int {
	ok := false
	switch s.class {
	case "":
		ok = s.takes(c.t.tok[i].word)
	case "goods":
		ok = c.goodsAt(i) != ""
	case "count":
		ok = c.t.tok[i].kind == numberToken || c.res.lex.of(&c.t.tok[i])&classNumeral != 0 || c.in("count", i)
	case "rate":
		if i+1 < hi && c.rateAt(i) {
			return min(i+2, hi)
		}
	case "state":
		if m, named := c.res.nameAt(c.t, i); named && m.hi <= hi && c.stateIn(i, m.hi) {
			return m.hi
		}
	case "firm":
		if m, named := c.res.nameAt(c.t, i); named && m.hi <= hi && c.words.measures["firms"][c.res.actors[m.actor].ID] && !c.any("flows", m.hi, min(m.hi+3, hi)) {
			return m.hi
		}
	default:
		ok = c.in(s.class, i)
	}
	if ok {
		return i + 1
	}
	return -1
}

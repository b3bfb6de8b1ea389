package extract

import (
	"strings"

	"parley/model"
)

// Who does what is done with a measure of a text where no verb stands behind him: behind
// "by", before a noun that acts, in the clause of the measure itself.

// series lists a name and those that follow it in one breath: "Altland, Borland and the
// Union". Commas count where "and" closes the list.
func (c *signalContext) series(sent stretch, m mention) []mention {
	out, kept := []mention{m}, 1
	for _, next := range c.res.mentions(c.t, m.hi, min(m.hi+earshot/3, sent.hi)) {
		last := out[len(out)-1]
		switch {
		case c.joined(last.hi, next.lo) && c.t.has(last.hi, next.lo, "and", "&"):
			out = append(out, next)
			kept = len(out)
		case next.lo-last.hi <= 2 && c.t.has(last.hi, last.hi+1, ","):
			out = append(out, next)
		default:
			return out[:kept]
		}
	}
	return out[:kept]
}

// ofAct reads a noun that acts with who does it between it and "of" at i: "the
// announcement by Ruritania of". It returns where the noun stands; -1 for none.
func (c *signalContext) ofAct(sent stretch, i int) (int, ladderWord) {
	if c.t.field != model.InText || !c.t.has(i, i+1, "of", "on") {
		return -1, ladderWord{}
	}
	for j := i - 1; j > sent.lo && j > i-9; j-- {
		if c.t.has(j, j+1, "by") {
			w, ok := c.words.acts[c.t.tok[j-1].low]
			if !ok || len(c.res.mentions(c.t, j+1, i)) == 0 {
				return -1, ladderWord{}
			}
			return j - 1, w
		}
	}
	return -1, ladderWord{}
}

// actOf files a noun that acts by its first word: "imposition of".
func (w *signalWords) actOf(phrase string, l ladderWord) {
	if head, rest, _ := strings.Cut(phrase, " "); l.form == formNoun && rest == "of" {
		w.acts[head] = l
	}
}

// relativeParties reads who put a measure on whom in its own clause: "tariffs that
// Ruritania had put on Altland". Nil for nobody.
func (c *signalContext) relativeParties(sent stretch, a *anchor) (senders, targets []string) {
	i := a.hi
	if c.t.has(i, i+1, "that", "which") {
		i++
	}
	if i < sent.hi && c.res.lex.of(&c.t.tok[i])&classDeterminer != 0 {
		i++
	}
	m, ok := c.res.nameAt(c.t, i)
	if c.t.field != model.InText || !ok || m.how != byName || m.hi >= sent.hi {
		return nil, nil
	}
	verb := m.hi
	for verb < sent.hi && c.res.lex.of(&c.t.tok[verb])&(classAuxiliary|classAdverb) != 0 {
		verb++
	}
	w, n, ok := c.words.ladder.match(c.t.tok, verb)
	if !ok || w.deed != deedImpose || w.form != formPast && !c.t.has(verb, verb+1, "put", "hit", "set") {
		return nil, nil
	}
	if verb+n < sent.hi && c.t.has(verb+n, verb+n+1, "on", "against") {
		targets = c.reached(sent, verb+n+1)
	}
	return c.senders([]mention{m}), targets
}

// westerners says that those of the West stand before token i: "Western governments".
func (c *signalContext) westerners(i int) bool {
	return c.t.has(i-1, i, "west") || c.t.has(i-2, i-1, "western") && (c.in("partners", i-1) || c.in("assembled", i-1) || c.t.has(i-1, i, "powers", "allies"))
}

// peopleOf names the states whose people a text says are kept out: "citizens of Ruritania
// and Altland are barred". Nil for none.
func (c *signalContext) peopleOf(sent stretch, a *anchor) []string {
	for i := sent.lo + 1; i+1 < a.lo; i++ {
		if !c.t.has(i, i+1, "from", "of") || !c.in("envoys", i-1) && !c.in("people", i-1) {
			continue
		}
		if ms := c.res.mentions(c.t, i+1, a.lo); len(ms) > 0 && ms[0].lo <= i+4 {
			return c.asTargets(c.series(sent, ms[0]))
		}
	}
	return nil
}

package extract

import (
	"strings"

	"parley/model"
)

// Whom a pronoun, a clause or a description of a text means as the one who is hit.

// peopleOf names the states whose people a text says are kept out: "citizens of Ruritania
// and Altland are barred". Nil for none.
func (c *signalContext) peopleOf(sent stretch, a *anchor) []string {
	if at := c.skipBack(sent, a.lo) - 1; c.in("envoys", at) || c.in("people", at) {
		if m, ok := c.mentionEnding(sent, at); ok && !(c.t.has(at, at+1, "persons") && c.words.measures["imposer"][c.senderID(m)]) && (m.how == byAdjective || m.lo > sent.lo && c.t.has(m.lo-1, m.lo, "of")) {
			return c.asTargets([]mention{m})
		}
	}
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

// those reads the pronoun at i of a text as the measure that the sentence named before, of
// which it tells that it holds on: "but those against its generals remain in place".
func (c *signalContext) those(sent stretch, have []anchor, i int) (anchor, bool) {
	if c.t.field != model.InText || len(have) == 0 || !c.t.has(i, i+1, "those") || !c.t.has(i+1, i+2, "on", "against", "imposed") {
		return anchor{}, false
	}
	if before := have[len(have)-1]; c.in("keeping", i-1) && c.t.has(before.hi, i, "but", "while", "and") {
		return anchor{lo: i, hi: i + 1, np: i, instrument: before.instrument}, !before.verb // "but kept those on"
	}
	for j := i + 2; j < sent.hi && j < i+earshot/5; j++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, j); ok && w.deed == deedForce && c.in("holding", j) {
			before := have[len(have)-1]
			return anchor{lo: i, hi: i + 1, np: i, instrument: before.instrument}, !before.verb
		}
	}
	return anchor{}, false
}

// again reads the pronoun at i of a text, or the decision, as the measure that the sentence named
// before, where something else is done with it: "imposed sanctions in March and lifted them in
// May", "banned its maize before rescinding the decision".
func (c *signalContext) again(sent stretch, have []anchor, i int) (anchor, bool) {
	before := &have[len(have)-1]
	verb := i
	switch {
	case i-before.hi > earshot/4 || before.list || before.back:
		return anchor{}, false
	case c.t.has(i, i+1, "them", "it"):
		if before.verb || before.weak || strings.HasSuffix(c.t.tok[before.hi-1].low, "s") != (c.t.tok[i].low == "them") {
			return anchor{}, false
		}
	case c.t.has(i, i+1, "decision", "move") && c.t.has(i-1, i, "the", "its", "their", "that", "this") && !c.t.has(i+1, i+2, "to", "by", "on", "of"):
		verb--
	default:
		return anchor{}, false
	}
	n := c.ladderEnding(sent, verb)
	if n == 0 || verb-n < before.hi || c.hangsOn(sent, verb-n) {
		return anchor{}, false
	}
	w, _, _ := c.words.ladder.match(c.t.tok, verb-n)
	return anchor{lo: i, hi: i + 1, np: verb, instrument: before.instrument, back: true}, w.form != formNoun && (w.deed.relieves() && w.deed != deedLicense || w.deed == deedTighten || w.deed == deedImpose && strings.HasPrefix(c.t.tok[verb-n].low, "re"))
}

// thenDone reads the "and" at i of a text as the measure before it, to which a second thing
// is done: "were imposed in 2012 and have been eased since".
func (c *signalContext) thenDone(sent stretch, have []anchor, i int) (anchor, bool) {
	if !c.t.has(i, i+1, "and", "but") {
		return anchor{}, false
	}
	before := &have[len(have)-1]
	if before.verb || before.list || before.back || i-before.hi > earshot/6 || !c.t.has(before.hi, i, "was", "were", "been") {
		return anchor{}, false
	}
	at := i + 1
	for at < sent.hi && c.res.lex.of(&c.t.tok[at])&(classAuxiliary|classAdverb|classTime) != 0 {
		at++
	}
	if c.t.has(i+1, at, "has", "have", "had") && !c.t.has(i+1, at, "been") {
		return anchor{}, false // somebody else did something
	}
	w, n, ok := c.words.ladder.match(c.t.tok, at)
	if !ok || w.form != formPast || !w.deed.does() || w.deed == deedForce || c.hasObject(at+n, sent.hi) && !c.t.has(at+n, at+n+1, "last", "this") {
		return anchor{}, false
	}
	return anchor{lo: i, hi: i + 1, np: i, instrument: before.instrument, weak: before.weak, back: true, elided: true}, true
}

// antecedent names the one whom a relative clause of a text is about which begins before
// the verb at i: "Ada Ovezov, a banker who is under sanctions". Nil for nobody.
func (c *signalContext) antecedent(sent stretch, i int) []string {
	who := c.skipBack(sent, i) - 1
	if c.t.field != model.InText || who <= sent.lo || !c.t.has(who, who+1, "who") {
		return nil
	}
	hi := who
	if at := hi - 1; at > sent.lo && c.t.tok[at].kind == wordToken && !c.t.tok[at].is(flagCapital) {
		for at > sent.lo && c.t.tok[at].low != "," && at > hi-9 {
			at--
		}
		if !c.t.has(at, at+1, ",") || !c.determined(at+1) {
			return nil
		}
		hi = at
	}
	return c.nameEnding(sent, hi)
}

// nameEnding names the one whose name ends before token hi, known or not; nil for nobody.
func (c *signalContext) nameEnding(sent stretch, hi int) []string {
	if m, ok := c.mentionEnding(sent, hi); ok {
		return c.asTargets([]mention{m})
	}
	lo := hi
	for lo > sent.lo && c.t.tok[lo-1].kind == wordToken && c.t.tok[lo-1].is(flagCapital) && c.res.lex.of(&c.t.tok[lo-1])&(classTitle|classTime) == 0 {
		lo--
	}
	if lo == hi || hi-lo > 4 {
		return nil
	}
	return []string{c.nameID(lo, hi)}
}

// himBefore names whom "on him" behind a measure of a text stands for, if the sentence says
// before what he was called: "named Ada Ovezov a smuggler and put sanctions on her".
func (c *signalContext) himBefore(sent stretch, a *anchor) []string {
	for i := sent.lo + 1; i+1 < a.np; i++ {
		if !c.in("labelling", i) || !c.t.tok[i+1].is(flagCapital) {
			continue
		}
		hi := i + 1
		for hi < a.np && c.t.tok[hi].kind == wordToken && c.t.tok[hi].is(flagCapital) {
			hi++
		}
		return c.nameEnding(stretch{i + 1, sent.hi}, hi)
	}
	return nil
}

// bearing names the state that tells in a text what a measure does to it, of which nobody
// says whose it is: "Ruritania says the embargo cost it". Nil for none, and for one that
// imposes measures itself.
func (c *signalContext) bearing(sent stretch, a *anchor) []string {
	ms := c.res.mentions(c.t, sent.lo, a.np)
	if len(ms) == 0 || ms[0].lo > sent.lo+1 {
		return nil
	}
	id := c.senderID(ms[0])
	if c.kindOf(id) != model.State || c.words.measures["imposer"][id] {
		return nil
	}
	return []string{id}
}

// nameTold names the one behind the verb of a travel ban of a text whom nobody knows and of
// whom commas tell what he is: "bans Ada Ovezov, Ruritania's singer, from entering".
func (c *signalContext) nameTold(sent stretch, a *anchor) []string {
	if c.t.field != model.InText || a.instrument != "travel-ban" || a.hi >= sent.hi {
		return nil
	}
	hi := c.capitals(a.hi, sent.hi)
	if hi-a.hi < 2 || !c.t.has(hi, hi+1, ",") || len(c.res.mentions(c.t, a.hi, hi)) > 0 {
		return nil
	}
	return []string{c.nameID(a.hi, hi)}
}

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
		last, edge := out[len(out)-1], c.edge(sent, next)
		switch {
		case !c.alongside(last.hi, edge):
			return out[:kept]
		case c.t.has(last.hi, edge, "and", "&"):
			out = append(out, next)
			kept = len(out)
		case c.t.has(last.hi, last.hi+1, ","):
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

// doneByState says that a state, a bloc or an organ of one does what the verb at i of a text
// tells: it stands right before it, or before the verbs that it hangs on.
func (c *signalContext) doneByState(sent stretch, i int) bool {
	state := func(m mention) bool {
		x := c.res.actors[m.actor]
		return x.Kind == model.State || x.Kind == model.Bloc || x.State != "" && x.Kind != model.Person || c.leads(x)
	}
	if c.words.formOf(c.t.tok[i].low) == formGerund {
		ms := c.res.mentions(c.t, sent.lo, i)
		return len(ms) > 0 && ms[0].lo <= sent.lo+1 && state(ms[0])
	}
	for at := i; at > sent.lo && at > i-9; {
		if m, ok := c.mentionEnding(sent, at); ok {
			return state(m) && !c.governed(sent, m)
		}
		k := &c.t.tok[at-1]
		n := c.ladderEnding(sent, at)
		switch {
		case n > 0:
			at -= n
		case k.low == "to", c.res.lex.of(k)&(classAuxiliary|classModal|classAdverb|classNegation|classTime) != 0, c.res.lex.of(k)&classPronoun != 0 && c.stateIn(sent.lo, at):
			at--
		default:
			return c.in("agencies", at-1) && c.stateIn(sent.lo, at)
		}
	}
	return false
}

// those reads the pronoun at i of a text as the measure that the sentence named before, of
// which it tells that it holds on: "but those against its generals remain in place".
func (c *signalContext) those(sent stretch, have []anchor, i int) (anchor, bool) {
	if c.t.field != model.InText || len(have) == 0 || !c.t.has(i, i+1, "those") || !c.t.has(i+1, i+2, "on", "against", "imposed") {
		return anchor{}, false
	}
	for j := i + 2; j < sent.hi && j < i+earshot/5; j++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, j); ok && w.deed == deedForce && c.in("holding", j) {
			before := have[len(have)-1]
			return anchor{lo: i, hi: i + 1, np: i, instrument: before.instrument}, !before.verb
		}
	}
	return anchor{}, false
}

// inverted says that "should" at i opens a condition inside a sentence of a text: "should
// Ruritania quit the pact".
func (c *signalContext) inverted(sent stretch, i int) bool {
	if c.t.field != model.InText || i <= sent.lo || i+1 >= sent.hi || !c.t.has(i, i+1, "should") {
		return false
	}
	if _, ok := c.mentionEnding(sent, i); ok || c.res.lex.of(&c.t.tok[i-1])&classPronoun != 0 {
		return false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi))
	return ok && m.lo <= i+2
}

// antecedent names the one whom a relative clause of a text is about which begins before
// the verb at i: "Ada Ovezov, a banker who is under sanctions". Nil for nobody.
func (c *signalContext) antecedent(sent stretch, i int) []string {
	who := c.skipBack(sent, i) - 1
	if c.t.field != model.InText || who <= sent.lo || !c.t.has(who, who+1, "who") {
		return nil
	}
	hi := who
	if c.t.has(hi-1, hi, ",") {
		hi--
	}
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
	return []string{kebab(c.t.raw(lo, hi))}
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

// keptOutOf fills in who sends a travel ban of a text by where it keeps people out of: "a
// ban on entering Ruritania", "entry of refugees into Altland".
func (c *signalContext) keptOutOf(sent stretch, a *anchor, out *act) {
	for i := a.hi; i+1 < sent.hi && i < a.hi+12; i++ {
		if c.t.tok[i].kind == punctToken || !c.t.has(i, i+1, "entering", "visiting", "into") {
			continue
		}
		if m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi)); ok && (len(out.senders) == 0 || c.t.has(i, i+1, "entering", "visiting")) {
			out.senders = c.senders([]mention{m})
			out.targets = without(out.targets, out.senders)
		}
		return
	}
}

// clauseFrom finds where the clause of a text begins whose verb stands before token i: behind
// the last word that opens one.
func (c *signalContext) clauseFrom(sent stretch, i int) int {
	for j := i - 1; c.t.field == model.InText && j > sent.lo; j-- {
		if c.t.has(j, j+1, "if", "unless", "because") || c.inverted(sent, j) {
			return j
		}
	}
	return sent.lo
}

// edge is where the phrase begins that a name stands in: with who acts for it, "the
// government of Ruritania".
func (c *signalContext) edge(sent stretch, m mention) int {
	if c.t.field == model.InTitle || !c.t.has(m.lo-1, m.lo, "of") || !c.in("agencies", m.lo-2) {
		return m.lo
	}
	for i := m.lo - 2; i > sent.lo && i > m.lo-6; i-- {
		if c.determined(i) {
			return i
		}
	}
	return m.lo - 2
}

// alongside says that between two names of a list in a text nothing stands but what joins
// them.
func (c *signalContext) alongside(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !c.t.has(i, i+1, ",", "and", "&", "the") {
			return false
		}
	}
	return lo < hi && c.t.field == model.InText
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
	return []string{kebab(c.t.raw(a.hi, hi))}
}

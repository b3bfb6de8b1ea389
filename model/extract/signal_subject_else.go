package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who does what a text tells where no name of its sentence does: the one of whom a pronoun
// goes on telling, and the many who are nobody in particular.

// goesOnAbout says that the verb of a text at token i is a second one of a pronoun that opens
// its sentence, so that no name between the two is its subject: "It lists Ferrant Oil and bans".
func (c *signalContext) goesOnAbout(sent stretch, i int) bool {
	if c.t.field != model.InText {
		return false
	}
	at := c.skipBack(sent, i)
	if at <= sent.lo || !c.t.has(at-1, at, "and", ",", "but") {
		return false
	}
	for j := sent.lo; j < sent.lo+3 && j < at; j++ {
		if c.t.has(j, j+1, "it", "he", "she", "they") {
			return c.clauseFrom(sent, at) == sent.lo && !c.anotherClause(j+1, at-1)
		}
	}
	return false
}

// anotherClause says that a word between tokens lo and hi opens a clause with a subject of its
// own.
func (c *signalContext) anotherClause(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if k := &c.t.tok[i]; k.low == ";" || k.low == ":" || c.res.lex.of(k)&(classRelative|classConjunction|classSaid) != 0 && k.low != "as" && !c.t.has(i, i+1, "and", "or") {
			return true
		}
	}
	return false
}

// spokenOfLast names the state that opens the sentence before, where a pronoun of a text
// does what a chain tells: it goes on about that one. Nil for none.
func (c *signalContext) spokenOfLast(sent stretch, ch *chain) []string {
	at := c.skipBack(sent, ch.lo) - 1
	n := int(c.t.tok[sent.lo].sent)
	if c.t.field != model.InText || n == 0 || !c.goesOnAbout(sent, ch.lo) && !(at >= sent.lo && at < sent.lo+3 && c.t.has(at, at+1, "it")) {
		return nil
	}
	before := c.t.sents[n-1]
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(before.lo, before.hi))
	if !ok || m.how != byName || m.hi >= before.hi || genitive(&c.t.tok[m.hi]) {
		return nil
	}
	if kind := c.kindOf(c.senderID(m)); kind != model.State && kind != model.Bloc || c.words.measures["firms"][c.res.actors[m.actor].ID] {
		return nil
	}
	return c.senders([]mention{m})
}

// othersAct says that those who do what a chain of a text tells are many whom it does not
// name, or one of them: "African countries are imposing", "a court in the south has frozen".
// They are nobody whom it named before.
func (c *signalContext) othersAct(sent stretch, ch *chain) bool {
	i := c.skipBack(sent, ch.lo) - 1
	if c.t.field != model.InText || i < sent.lo {
		return false
	}
	k := &c.t.tok[i]
	if k.kind != wordToken || k.is(flagCapital) && !(i == sent.lo && c.in("partners", i)) || c.thing(i) || !c.in("partners", i) && (c.res.lex.of(k)&(classPronoun|classDeterminer|classPossessive|classPreposition|classConjunction|classAnd|classRelative|classTime|classSaid) != 0 || c.verbAt(i)) {
		return false
	}
	many := strings.HasSuffix(k.low, "s") && !strings.HasSuffix(k.low, "ss") || c.in("partners", i)
	for j := i; j >= sent.lo && j > i-5; j-- {
		switch k := &c.t.tok[j]; {
		case c.t.has(j, j+1, "a", "an", "another", "no"):
			return true
		case c.t.has(j, j+1, "some", "many", "several", "most", "few", "other", "various") || k.kind == numberToken || c.res.lex.of(k)&classNumeral != 0:
			return many
		case c.res.lex.of(k)&(classDeterminer|classPossessive) != 0 || genitive(k):
			return false
		case k.low == "of":
		case k.kind != wordToken || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd|classRelative|classAuxiliary|classModal|classSaid) != 0:
			return many
		}
	}
	return many
}

// thing says that the word at token i names what people decide on, by which they act.
func (c *signalContext) thing(i int) bool {
	for _, class := range []string{"ruling", "instruments", "statute", "bill", "project", "occasions", "papers", "measures", "matters"} {
		if c.in(class, i) {
			return true
		}
	}
	return c.measureAt(i)
}

// powers leaves the firms out of those who do something in a text: no firm puts a measure on
// anybody, but for one by which its state sells abroad what nobody else may.
func (c *signalContext) powers(ms []mention) []mention {
	if c.t.field == model.InTitle {
		return ms
	}
	return slices.DeleteFunc(slices.Clone(ms), func(m mention) bool {
		id := c.res.actors[m.actor].ID
		return c.words.measures["firms"][id] && !c.words.measures["monopolies"][id]
	})
}

package extract

import (
	"strings"

	"parley/model"
)

// Those whom the directory does not know and who are named behind their state and what
// they are: "Ruritanian shipping magnate Ovezov".

// apposed names whoever stands in tokens lo to hi of a headline, behind a state's name
// that ends at lo: first what he is, then his name with capitals; empty for nobody.
func (c *signalContext) apposed(lo, hi int) string {
	if c.t.field == model.InTitle && c.titleCase() {
		return ""
	}
	if lo < hi && genitive(&c.t.tok[lo]) {
		lo++
	}
	named := func(i int) bool {
		k := &c.t.tok[i]
		return k.kind == wordToken && k.is(flagCapital) && c.res.noun(k) == 0 && !strings.HasPrefix(k.low, "ex-")
	}
	name := lo
	for name < hi && !named(name) {
		name++
	}
	end := name
	for end < hi && named(end) {
		end++
	}
	if name == end || name == lo || end-name > 3 || name-lo > 4 || end < hi && c.t.tok[end].kind != stopToken && c.words.formOf(c.t.tok[end].low) != formGerund || c.knownWhole(name, end) {
		return ""
	}
	hi = end
	for i := lo; i < name; i++ {
		if k := &c.t.tok[i]; k.kind != wordToken && k.kind != dashToken || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal) != 0 || c.goodsAt(i) != "" && i == name-1 {
			return ""
		}
	}
	if got := c.strangers(name, hi); len(got) == 1 {
		return got[0]
	}
	return ""
}

// titles says that a body or a bloc and what somebody is there stand before his name:
// "UN expert X". Who leads a state is hit as his state.
func (c *signalContext) titles(body, person mention) bool {
	b, p := c.res.actors[body.actor], c.res.actors[person.actor]
	if b.Kind != model.Bloc && b.Kind != model.Organisation || p.Kind != model.Person || c.leads(p) || person.lo == body.hi || person.lo-body.hi > 4 {
		return false
	}
	for i := body.hi; i < person.lo; i++ {
		if k := &c.t.tok[i]; k.kind != wordToken || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd) != 0 {
			return false
		}
	}
	return true
}

// knownWhole says that the directory knows the whole of a name, or its first word: its
// last word alone may be somebody else's too.
func (c *signalContext) knownWhole(lo, hi int) bool {
	ms := c.res.mentions(c.t, lo, hi)
	return len(ms) > 0 && ms[0].lo == lo
}

// ofState names the one behind a state's name as its apposed, where that is all that
// the phrase up to hi names; nil for nobody.
func (c *signalContext) ofState(ms []mention, hi int) []string {
	if len(ms) == 0 || len(ms) > 1 && ms[1].lo == ms[0].hi || c.res.actors[ms[0].actor].Kind == model.Person || ms[0].how == byOffice {
		return nil
	}
	if id := c.apposed(ms[0].hi, hi); id != "" {
		return []string{id}
	}
	return nil
}

// nearest names the one whom nobody knows and who stands in a text right before the verb
// that hits him, or before what is told of him in brackets: "the insurer Ferrant Marine
// was blacklisted". Nil for nobody.
func (c *signalContext) nearest(sent stretch, verb int) []string {
	if c.t.field != model.InText {
		return nil
	}
	at := c.skipBack(sent, verb)
	if who := c.betweenCommas(sent, at); who != nil {
		return who
	}
	hi := c.beforeAside(sent, at)
	lo := hi
	for lo > sent.lo && c.t.tok[lo-1].kind == wordToken && c.t.tok[lo-1].is(flagCapital) && c.res.lex.of(&c.t.tok[lo-1])&(classPreposition|classConjunction|classDeterminer|classPronoun) == 0 {
		lo--
	}
	if lo == hi || hi-lo > 5 {
		return nil
	}
	lo = c.behindOffice(sent, lo, hi)
	if ms := c.res.mentions(c.t, lo, hi); len(ms) > 0 {
		return nil
	}
	return c.strangers(lo, hi)
}

// listedNames names those whom nobody knows and who are put on a list in a text.
func (c *signalContext) listedNames(lo, hi int) []string {
	if c.t.field != model.InText || lo >= hi {
		return nil
	}
	for hi > lo && c.res.lex.of(&c.t.tok[hi-1])&(classPreposition|classDeterminer|classPossessive) != 0 {
		hi--
	}
	return c.strangers(lo, hi)
}

// told names who bears a measure in a sentence that tells what he is between commas:
// "Ada Ovezov, a former Ruritanian minister, faces an asset freeze". Nil for nobody.
func (c *signalContext) told(sent stretch, subject []mention) []string {
	if c.t.field != model.InText || len(subject) != 1 || subject[0].how != byAdjective {
		return nil
	}
	i := subject[0].lo - 1
	for i > sent.lo && i > subject[0].lo-4 && c.t.tok[i].kind == wordToken && !c.t.has(i, i+1, "a", "an", "the") {
		i--
	}
	if i-2 < sent.lo || !c.t.has(i, i+1, "a", "an", "the") || c.t.tok[i-1].low != "," {
		return nil
	}
	lo := i - 1
	for lo > sent.lo && c.t.tok[lo-1].kind == wordToken && c.t.tok[lo-1].is(flagCapital) {
		lo--
	}
	return c.strangers(lo, i-1)
}

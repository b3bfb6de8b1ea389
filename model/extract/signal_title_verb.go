package extract

import (
	"strings"

	"parley/model"
)

// What headlines tell of a measure by verbs and nouns that say something else in a text.

// answersWith reads a measure by which a headline tells somebody to answer what another does:
// "responds to Ruritania's vote with tariffs", "follows Altland with sanctions on".
func (c *signalContext) answersWith(sent stretch, a *anchor) (chain, bool) {
	if !c.t.has(a.np-1, a.np, "with", "in") || a.after != noDeed || c.t.has(a.np-1, a.np, "in") && c.t.field == model.InTitle {
		return chain{}, false
	}
	for i := a.np - 2; i > sent.lo && i > a.np-10; i-- {
		if k := &c.t.tok[i]; k.kind != wordToken && !genitive(k) && k.kind != quoteToken || c.res.lex.of(k)&(classConjunction|classRelative) != 0 {
			return chain{}, false
		}
		if c.t.field == model.InText && !c.followsOne(sent, i) {
			continue
		}
		if !c.in("answering", i) || c.determined(i-1) || genitive(&c.t.tok[i-1]) {
			continue
		}
		w := ladderWord{deed: deedImpose, form: c.words.formOf(c.t.tok[i].low), lead: "answer with"}
		ch := chain{lo: i, hi: a.np, core: link{i, i + 1, w}, with: !c.t.has(a.hi, a.hi+1, "on", "against")}
		c.climb(sent, &ch)
		return ch, true
	}
	return chain{}, false
}

// expectsIt says that the verb before a measure in a headline tells who reckons with it, and
// puts nothing on anybody: "Ruritania expects Altland's sanctions", "told to expect tariffs".
func (c *signalContext) expectsIt(a *anchor, left *chain) bool {
	return c.t.field == model.InTitle && left.core.deed == deedAgree && strings.HasPrefix(left.core.lead, "expect") && left.core.hi == a.np && !c.isTo(a.hi)
}

// hopesToDodge says that who gets round a measure in a headline only means to, so that it is
// not on him yet: "hopes to dodge tariffs".
func (c *signalContext) hopesToDodge(sent stretch, ch *chain) bool {
	if ch.core.deed == deedEvade && !ch.core.flouts() && ch.core.form == formGerund && (c.t.has(ch.core.lo-1, ch.core.lo, "of") && c.t.has(ch.core.lo-2, ch.core.lo-1, "hope", "hopes", "chance", "prospect") || c.t.has(ch.core.lo-1, ch.core.lo, "at") && c.t.has(ch.core.lo-2, ch.core.lo-1, "aimed")) {
		return true // "in the hope of dodging a duty"
	}
	return c.t.field == model.InTitle && ch.core.deed == deedEvade && !ch.core.flouts() && c.isTo(ch.core.lo-1) && c.any("meaning-to", max(sent.lo, ch.core.lo-3), ch.core.lo)
}

// breaksLaw says that a word behind a measure in the plural, which may be a noun elsewhere, is a
// verb whose object is a law or a deal: "tariffs breach trade rules".
func (c *signalContext) breaksLaw(i int) bool {
	return c.t.field == model.InTitle && c.t.has(i, i+1, "breach", "break") && c.any("rules", i+1, i+5)
}

// movesMarkets says that a headline tells of a pause in somebody's measure as what prices rise
// or fall on: "shares rally on Altland's tariff pause".
func (c *signalContext) movesMarkets(sent stretch, a *anchor) bool {
	if !c.t.has(a.np-1, a.np, "on", "after", "following") || a.np-2 <= sent.lo || c.in("matters", a.np-2) || c.in("clarity", a.np-2) {
		return false
	}
	sources, _ := c.inside(a)
	return len(sources) > 0
}

// orElseMeasure says that a headline holds out a measure behind "or else".
func (r *actReader) orElseMeasure() bool {
	return r.t.field == model.InTitle && (r.t.has(r.a.np-1, r.a.np, "else") && r.t.has(r.a.np-2, r.a.np-1, "or") || r.t.has(r.a.np, r.a.np+1, "else") && r.t.has(r.a.np-1, r.a.np, "or"))
}

// namesItsOwn says that the name of a measure begins at token i of a headline, with or without
// whose it is.
func (c *signalContext) namesItsOwn(i int) bool {
	if m, ok := c.res.nameAt(c.t, i); ok {
		if i = m.hi; i < len(c.t.tok) && genitive(&c.t.tok[i]) {
			i++
		}
	}
	return c.measureAt(i)
}

// takesOver says that somebody makes the sanctions of another power his own: that one is not hit.
func (r *actReader) takesOver(own []string) bool {
	return r.t.field == model.InTitle && r.a.instrument != "tariff" && r.inPhrase[0] != own[0] && r.imposes(r.inPhrase[0])
}

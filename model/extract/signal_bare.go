package extract

import "parley/model"

// Measures that a headline only names, as what weighs on somebody: "Minister on US
// duties", "Trump's tariffs spark calls for a boycott in India".

// bare reads a measure that no verb of the ladder governs: it is in force, or newly
// imposed, if the phrase says whose it is. Whom it hits has to be named as well: act
// sees to that.
func (c *signalContext) bare(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InTitle || a.list || a.truce || a.verb || a.instrument == "licence" || a.instrument == "warrant" || a.instrument == "unspecified-consequences" {
		return chain{}, false
	}
	if c.t.has(a.np-1, a.np, "without", "no", "if", "against", "than") || c.isMatter(a) {
		return chain{}, false
	}
	sources, targets := c.inside(a)
	whose := len(sources) > 0 || c.t.has(a.np, a.lo, "western", "west") || c.hasRate(a) || !a.weak && (len(targets) > 0 || c.t.has(a.hi, a.hi+1, "on", "against"))
	if !whose {
		return chain{}, false
	}
	ch := chain{lo: a.np, hi: a.hi, bare: true, core: link{a.lo, a.hi, ladderWord{deed: deedForce, form: formNoun, lead: "bare"}}}
	if c.t.has(a.np, a.lo, "new", "fresh", "latest", "further", "extra", "more", "additional", "another") {
		ch.core.deed = deedImpose
	}
	if a.after == deedFloat || a.after == deedThreaten {
		ch.core.deed = a.after
	}
	return ch, true
}

// isMatter says that a measure is what people talk or deal about: "talks on tariffs",
// "a deal over the levy".
func (c *signalContext) isMatter(a *anchor) bool {
	if !c.t.has(a.np-1, a.np, "on", "over", "about", "of", "in", "for") {
		return false
	}
	for i := a.np - 2; i >= 0 && i >= a.np-4; i-- {
		if c.in("matters", i) {
			return true
		}
	}
	return false
}

// hasRate says that a percentage stands in a measure's phrase.
func (c *signalContext) hasRate(a *anchor) bool {
	for i := a.np; i < a.lo; i++ {
		if c.t.tok[i].kind == numberToken && (c.t.has(i+1, i+2, "%", "percent", "pc", "pct") || c.t.has(i+1, i+2, "per") && c.t.has(i+2, i+3, "cent")) {
			return true
		}
	}
	return false
}

// effect reads a verb right behind a measure, or behind whom it is on, that tells what
// it does: "tariffs upend", "duties on steel cost".
func (c *signalContext) effect(i int, ch *chain, a *anchor) bool {
	if c.t.field != model.InTitle || !c.in("effect", i) || ch.modal != "" || i == a.lo {
		return false
	}
	k := &c.t.tok[i-1]
	return c.res.lex.of(k)&(classPreposition|classDeterminer|classPossessive) == 0 && !genitive(k)
}

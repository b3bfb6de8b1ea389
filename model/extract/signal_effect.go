package extract

import (
	"slices"

	"parley/model"
)

// What a measure does to the trade of those who bear it, which is no other measure: "the sanctions
// have cut its exports by half".

// withoutEffects drops from the measures of a text those that another of them only brings about.
func (c *signalContext) withoutEffects(sent stretch, have []anchor) []anchor {
	if c.t.field != model.InText || len(have) == 0 {
		return have
	}
	for i := have[0].hi + 1; i < sent.hi; i++ {
		if too, ok := c.frozenToo(sent, i); ok && !covered(have, too.lo, too.hi) {
			have = append(have, too)
		}
	}
	return slices.DeleteFunc(have, func(a anchor) bool {
		if a.worded && a.instrument == "unspecified-consequences" && slices.ContainsFunc(have, func(b anchor) bool { return !b.verb && b.np <= a.hi && a.hi <= b.lo }) {
			return true // "hits back with tariffs" is told of the tariffs
		}
		if a.worded && a.instrument == "licence" && slices.ContainsFunc(have, func(b anchor) bool { return !b.verb && b.instrument == "licence" && b.hi < a.lo }) {
			return true // "a waiver that lets it buy gas" is told of the waiver
		}
		return a.verb && !a.passive && c.in("lessening-trade", a.lo) && slices.ContainsFunc(have, func(b anchor) bool { return !b.verb && b.hi <= a.lo && c.actsAt(sent, &b, a.lo) })
	})
}

// actsAt says that a measure is the subject of the verb at i: what it is on and auxiliaries may stand
// between.
func (c *signalContext) actsAt(sent stretch, a *anchor, i int) bool {
	at := a.hi
	if c.t.has(at, at+1, "on", "against", "over") {
		for at++; at < i && (c.determined(at) || genitive(&c.t.tok[at])); at++ {
		}
		m, ok := c.res.nameAt(c.t, at)
		if !ok {
			return false
		}
		at = m.hi
	}
	return at <= i && c.skipBack(sent, i) <= at
}

// actsOnThings says that the verb at token i of a text, whichever it is, has an object, so that what
// stands before it is there and works: "the blockade closed schools".
func (c *signalContext) actsOnThings(i int, a *anchor) bool {
	if c.t.field != model.InText || i+1 >= len(c.t.tok) || a.after != noDeed {
		return false
	}
	k, next := &c.t.tok[i], &c.t.tok[i+1]
	perfect := i > a.hi && c.t.has(a.hi, i, "has", "have", "had")
	if k.kind != wordToken || k.is(flagCapital) || c.words.formOf(k.low) != formPast || c.res.lex.of(k)&(classSaid|classAuxiliary|classModal|classPreposition|classDeterminer) != 0 || c.t.has(a.hi, i, "been", "were", "was", "be", "are", "is") {
		return false
	}
	if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && !w.last || c.in("brand", i) || c.in("purpose", i) {
		return false
	}
	if c.t.has(i+1, i+2, "off", "out", "up", "down", "away", "back") && i+2 < len(c.t.tok) {
		next = &c.t.tok[i+2] // "scared off investors"
	}
	if next.kind != wordToken && next.kind != numberToken || c.res.lex.of(next)&(classPreposition|classTime|classConjunction|classAnd|classRelative|classAdverb) != 0 || c.t.has(i+1, i+2, "to", "by", "last", "this", "earlier", "on") {
		return perfect && c.t.has(i+1, i+2, "on", "into") && next.kind == wordToken
	}
	return true
}

// frozenToo reads behind another measure, whose verb it shares, that somebody's money is frozen:
// "are to be banned from travel and their assets frozen".
func (c *signalContext) frozenToo(sent stretch, i int) (anchor, bool) {
	if i+2 >= sent.hi || !c.in("owning", i) || !c.t.has(i-1, i, "and", ",", "or") || !c.t.has(i+1, i+2, "assets", "accounts", "funds", "property", "money") || !c.t.has(i+2, i+3, "frozen", "blocked") {
		return anchor{}, false
	}
	return anchor{lo: i + 1, hi: i + 3, np: i, instrument: "asset-freeze", verb: true, listed: true, passive: true, deed: deedImpose}, true
}

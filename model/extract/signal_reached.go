package extract

import "parley/model"

// Whom a preposition or a verb reaches: the names from a token on, to the end of their phrase.

// reached gathers the names from a token on, to the end of their phrase.
func (c *signalContext) reached(sent stretch, lo int) []string {
	if lo < sent.hi && c.t.tok[lo].low == "both" {
		lo++
	}
	lo = c.boughtOf(sent, lo)
	if lo+1 < sent.hi && c.t.tok[lo+1].kind == numberToken && c.t.has(lo, lo+1, "about", "around", "over", "near") {
		lo++ // "on about 20 officials"
	}
	if ids, _ := c.namedInTurn(sent, lo); len(ids) > 0 {
		if all := c.namesOf(sent, lo); len(all) > len(ids) {
			return all
		}
		return ids
	}
	hi := lo
loop:
	for ; hi < sent.hi && hi < lo+24; hi++ {
		k := &c.t.tok[hi]
		class := c.res.lex.of(k)
		switch {
		case hi > lo && (c.ladderStart(hi) || c.t.has(hi-1, hi, "and") && c.banVerbAt(hi)):
			break loop
		case k.low == ";" || k.low == ":" || k.kind == dashToken && !k.is(flagGlued) || k.kind == stopToken && k.low != ".":
			break loop
		case k.low == "as" && hi+1 < sent.hi && c.t.tok[hi+1].low != "well":
			break loop
		case hi > lo && c.t.field == model.InText && c.t.has(hi, hi+1, "has", "have", "had") && c.endsName(sent, hi):
			break loop // "sanctions on X has angered Y"
		case hi == lo && class&classDeterminer != 0:
		case class&(classConjunction|classRelative|classConditional|classModal|classPronoun) != 0 && k.low != "as":
			break loop
		case k.low == "from" && hi > lo && !(hi+1 < sent.hi && c.words.formOf(c.t.tok[hi+1].low) == formGerund) && c.comesFrom(hi-1):
		case class&classPreposition != 0 && k.low != "of" && k.low != "in" && k.low != "as" && !(k.low == "behind" && c.t.field == model.InText && hi > lo), k.low == "ahead":
			break loop
		case k.low == "including" && c.t.field == model.InTitle && len(c.res.mentions(c.t, lo, hi)) > 0:
			break loop // some of them are named only as such
		case hi > lo && (c.in("doing", hi) || c.handling(hi, sent.hi)):
			break loop // "firms supplying X" are not X
		case k.low == ",":
			if c.t.field == model.InText && hi+2 < sent.hi && c.t.tok[hi+1].class&classTitle != 0 {
				break loop // "…, President X said"
			}
			if name := c.capitals(hi+1, sent.hi); c.t.field == model.InText && name > hi+1 && name < sent.hi && c.t.tok[name].class&classSaid != 0 {
				break loop // "…, Ada Ovezov said"
			}
			if m, ok := c.res.nameAt(c.t, min(hi+1, sent.hi-1)); ok && m.hi < sent.hi && c.opensClause(sent, m) {
				break loop // "…, X says"
			}
			next := hi + 1
			if c.t.has(next, next+1, "and") && hi > lo {
				next++ // "X, Y, and Z"
			}
			if m, ok := c.res.nameAt(c.t, c.skipDeterminers(next, sent.hi)); ok && c.t.field == model.InText && hi > lo && m.how == byName && m.hi < sent.hi && !genitive(&c.t.tok[m.hi]) && !c.opensClause(sent, m) {
				next = m.lo // "from Ruritania, the European Union and"
			}
			if _, ok := c.res.nameAt(c.t, min(next, sent.hi-1)); !ok && !(next < sent.hi && c.t.tok[next].is(flagCapital) && (next == hi+1 || c.t.field == model.InText)) {
				break loop
			}
		}
	}
	ms := c.res.mentions(c.t, lo, hi)
	for i := lo; i < hi && len(ms) == 0; i++ {
		if id := c.linked(i); id != "" {
			return []string{id}
		}
	}
	if len(ms) == 0 && c.t.has(lo, min(lo+2, hi), "european") {
		return []string{"eu"}
	}
	if len(ms) == 0 && c.t.field == model.InText && c.t.has(lo, min(lo+2, hi), "western") {
		return []string{"west"}
	}
	if len(ms) == 0 && hi+2 < sent.hi && hi > lo && c.t.field == model.InText && c.in("partners", hi-1) && c.t.has(hi, hi+1, ",") && c.t.has(hi+1, hi+2, "including", "among") {
		if m, ok := c.res.nameAt(c.t, hi+2); ok {
			return c.asTargets(c.series(sent, m)) // "six states, including X and Y"
		}
	}
	if len(ms) == 0 && hi < sent.hi && hi > lo && c.in("partners", hi-1) {
		ms = c.res.mentions(c.t, hi, c.clauseOf(hi, sent.hi)) // "countries that trade with X"
	}
	if who := c.ofState(ms, hi); who != nil {
		return who
	}
	if len(ms) > 0 {
		return c.territories(lo, hi, c.among(sent, hi, c.withoutTheirOwn(c.notPlaces(ms))))
	}
	if c.t.field == model.InTitle {
		return nil // whom nobody knows is looked for when nobody known was found
	}
	if all := c.namesOf(sent, lo); all != nil {
		return all
	}
	if who := or2(c.placeOf(sent, hi), c.ofTown(lo, hi)); who != nil {
		return c.territories(lo, hi, who)
	}
	return c.strangers(lo, hi)
}

// comesFrom says that the word at i is for goods, firms or, in a text, people, of whom "from" tells
// whose they are: "firms from X".
func (c *signalContext) comesFrom(i int) bool {
	if c.goodsAt(i) != "" || c.in("partners", i) {
		return true
	}
	return c.t.field == model.InText && (c.in("envoys", i) || c.in("people", i) || c.in("pursued", i))
}

// ladderStart says that a verb of the ladder with a tense begins at token i, and none that imposes.
func (c *signalContext) ladderStart(i int) bool {
	w, _, ok := c.words.ladder.match(c.t.tok, i)
	return ok && (w.form == formPast || w.form == formPresent || w.deed == deedForce && i > 0 && c.t.tok[i-1].is(flagCapital)) && w.deed != deedImpose
}

// clauseOf finds the end of the relative clause or participle at lo.
func (c *signalContext) clauseOf(lo, hi int) int {
	for i := lo; i < hi && i < lo+12; i++ {
		if k := &c.t.tok[i]; k.low == "," || k.low == ";" || k.kind == stopToken || k.kind == dashToken || c.res.lex.of(k)&(classConditional|classConjunction) != 0 {
			return i
		}
	}
	return min(hi, lo+12)
}

// aim says that a verb stands behind "to", and no name.
func (c *signalContext) aim(i int) bool {
	if i >= len(c.t.tok) || c.t.tok[i].is(flagCapital) && !c.titleCase() {
		return false
	}
	_, named := c.res.nameAt(c.t, i)
	return !named && c.res.lex.of(&c.t.tok[i])&(classDeterminer|classPossessive|classNumeral) == 0 && c.goodsAt(i) == "" && !c.in("partners", i)
}

// titleCase says that a headline writes most words with a capital, so that a capital
// marks no name.
func (c *signalContext) titleCase() bool {
	if c.small == 0 {
		c.small = 1
		for i := 0; i < len(c.t.tok) && c.small < 3; i++ {
			if k := &c.t.tok[i]; k.kind == wordToken && len(k.low) > 4 && !k.is(flagCapital) && c.res.lex.of(k)&(classPreposition|classConjunction) == 0 {
				c.small++
			}
		}
	}
	return c.small < 3
}

package extract

import "parley/model"

// Whether what has the name of a measure is a noun there, or a verb.

// ladderEnding returns the length of a word of the ladder that ends before token i.
func (c *signalContext) ladderEnding(sent stretch, i int) int {
	for n := min(4, i-sent.lo); n > 0; n-- {
		if !c.words.ladder.begins(&c.t.tok[i-n]) {
			continue
		}
		if w, m, ok := c.words.ladder.match(c.t.tok, i-n); ok && m == n && !w.last && (n > 1 || !c.nominal(sent, i-n, w)) && (w.deed != deedDemand || !c.onlyTells(sent, i) && !c.backAsAdverb(i-n)) {
			return n
		}
	}
	return 0
}

// backAsAdverb says that "back" at i belongs to the verb before it and backs nothing: "hit back by
// barring", "fired back, banning".
func (c *signalContext) backAsAdverb(i int) bool {
	return c.t.has(i, i+1, "back") && c.t.has(i+1, i+2, "by", "with", "at", "on", "in", "from", "after", ",")
}

// onlyTells says that a form of "tell" ends before token i that bids nobody to do anything:
// "tells the paper he will not lift the embargo".
func (c *signalContext) onlyTells(sent stretch, i int) bool {
	if !c.t.has(i-1, i, "tell", "tells", "told", "telling") {
		return false
	}
	for j := i; j < min(i+8, sent.hi); j++ {
		k := &c.t.tok[j]
		switch modal := c.modalAt(j); {
		case k.low == "to", modal == "must", modal == "should", k.low == "needs", k.kind == quoteToken:
			return false
		case modal != "", k.low == "no", c.res.lex.of(k)&(classPronoun|classAuxiliary) != 0 && !genitive(k):
			return true
		}
	}
	return false
}

// nominal says that a word of the ladder stands as a noun or adjective where it
// is: "the latest targeted sanctions", "travel ban", "US support".
func (c *signalContext) nominal(sent stretch, i int, w ladderWord) bool {
	if w.deed == deedForce && w.form == formGerund && (c.measureAt(i+1) || c.t.field == model.InText && c.goodsAt(i+1) != "" && c.measureAt(i+2)) {
		switch w.lead {
		case "enforce", "maintain", "uphold", "=keeping":
		default:
			return true // "crippling sanctions"
		}
	}
	if w.form == formPast && c.t.field == model.InText && c.measureAt(i+1) && (i == sent.lo || i == sent.lo+1 && c.t.tok[sent.lo].kind == quoteToken) {
		return true // "Proposed tariffs will"
	}
	if w.form == formPast && w.deed.does() && c.t.field == model.InTitle && (i == sent.lo || c.t.has(i-1, i, ":") || c.res.lex.of(&c.t.tok[i-1])&classSaid != 0) && c.namesItsOwn(i+1) {
		return true // "Ruritania: revived UN sanctions void"
	}
	if i == sent.lo {
		return w.form == formBase && i+1 < sent.hi && c.t.tok[i+1].low == "for"
	}
	if c.t.has(i+1, i+2, "and", "or") && c.t.has(i+2, i+3, "other") {
		return true // "threatened aid cuts and other sanctions"
	}
	before := &c.t.tok[i-1]
	class := c.res.lex.of(before)
	if (w.deed == deedDemand || w.deed == deedThreaten || w.deed == deedRefuse) && c.t.has(i+1, i+2, "that", "to", "for", "of") {
		return false // "its demand that", "a threat to"
	}
	switch {
	case w.lead == "face" && before.low == "in", c.t.has(i, i+1, "cuts", "cut") && c.t.has(i-1, i, "aid", "funding"), (w.deed == deedImpose || w.deed == deedSuspend) && c.nounOfMeasure(i):
		return true
	case w.form == formPast && c.t.field == model.InText && c.determined(i+1) && class&(classDeterminer|classPossessive) == 0:
		return false // "a decree lifted the ban"
	case w.form == formGerund && c.t.field == model.InText && c.governsThing(sent, i):
		return true // "will face escalating sanctions"
	case w.form == formPast && c.t.has(i-1, i, "both", "all", "each") && i-2 >= 0 && c.t.has(i-2, i-1, "have", "had", "has"):
		return false
	case class&classDeterminer != 0 && before.low != "that", class&classPossessive != 0 && w.form != formGerund, before.low == "'s" && (w.form == formBase || c.t.field == model.InText && w.form == formGerund):
		return true
	case w.lead == "lower" && w.form == formBase && c.verbAt(i-1):
		return true // "mulls lower cap"
	case w.lead == "use" && c.t.has(i+1, i+2, "of"):
		return true
	case w.form == formPast && c.t.field == model.InTitle && class&classPreposition != 0 && (w.deed.does() || w.deed == deedAgree || w.deed == deedThreaten || w.deed == deedFloat):
		return true // "over reimposed sanctions"
	case w.form == formPast && c.t.field == model.InText && c.t.has(i-1, i, "newly", "recently") && i-2 >= sent.lo && c.res.lex.of(&c.t.tok[i-2])&classAuxiliary == 0:
		return true // "from newly imposed tariffs"
	case w.form == formPast && c.verbAt(i-1):
		return true // "announced renewed sanctions"
	case w.form == formPast && (before.low == "new" || before.low == "renewed" || before.low == "tough"):
		return true
	}
	return false
}

// determined says that a determiner stands at token i, and so a phrase of its own.
func (c *signalContext) determined(i int) bool {
	return i >= 0 && i < len(c.t.tok) && c.res.lex.of(&c.t.tok[i])&(classDeterminer|classPossessive) != 0
}

// governsThing says that a verb stands before token i which takes things for its objects,
// and no doings.
func (c *signalContext) governsThing(sent stretch, i int) bool {
	w, n, ok := c.words.ladder.match(c.t.tok, i-1)
	if ok && c.in("statute", i-1) && i-2 > sent.lo && !c.isTo(i-2) && c.res.lex.of(&c.t.tok[i-2])&(classModal|classAuxiliary|classPronoun|classAdverb) == 0 && !c.endsName(sent, i-1) {
		return false // "a new order lifting"
	}
	return ok && n == 1 && !c.named(sent, i-1) && (w.deed == deedImpose || w.lead == "face" || w.lead == "=facing")
}

// measureAt says that the name of a measure begins at token i, behind a quotation mark
// or not.
func (c *signalContext) measureAt(i int) bool {
	if i < len(c.t.tok) && c.t.tok[i].kind == quoteToken {
		i++
	}
	_, _, ok := c.words.instruments.match(c.t.tok, i)
	return ok
}

// nounOfMeasure says that a word ends the name of a measure: "travel ban".
func (c *signalContext) nounOfMeasure(i int) bool {
	_, n, ok := c.words.instruments.match(c.t.tok, i-1)
	return ok && n == 2
}

// verbAt says that one word of the ladder stands at token i.
func (c *signalContext) verbAt(i int) bool {
	_, n, ok := c.words.ladder.match(c.t.tok, i)
	return ok && n == 1
}

package extract

import "parley/model"

// What a text tells of measures by what they are or do: "the sanctions include a travel
// ban", "the embargo covers timber", "the rules stop firms from selling".

// comprised reads a measure that is named as part of others: those are put on already.
func (c *signalContext) comprised(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InText {
		return chain{}, false
	}
	verb := a.np - 1
	for verb > sent.lo && c.determined(verb) || c.t.has(verb, verb+1, "both") {
		verb--
	}
	if c.t.has(verb, verb+1, "of") {
		verb--
	}
	if verb <= sent.lo || !c.in("comprising", verb) {
		return chain{}, false
	}
	ch := chain{lo: verb, hi: a.hi, core: link{verb, verb + 1, ladderWord{deed: deedImpose, form: formPast, lead: "comprise"}}}
	whole := verb
	for whole > sent.lo && c.res.lex.of(&c.t.tok[whole-1])&(classAuxiliary|classModal|classAdverb|classNegation) != 0 {
		whole--
		ch.modal = or(ch.modal, modalOf(c.t.tok[whole].low))
		ch.negated = ch.negated || negative(c.t.tok[whole].low)
	}
	if at := c.mooted(sent, whole); at >= 0 {
		ch.upper, ch.hasUpper = link{at, verb, ladderWord{deed: deedFloat}}, true
		return ch, true
	}
	if whole == sent.lo || !c.subjectMeasures(sent, whole) && !(c.t.has(whole-1, whole, "which") && ch.modal != "") {
		return chain{}, false
	}
	return ch, true
}

// describes reads a measure that opens a sentence and of which is told whom it is on: it
// is in force.
func (c *signalContext) describes(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InText || a.after != noDeed || a.instrument == "licence" || a.np > sent.lo+6 {
		return chain{}, false
	}
	if c.t.has(max(sent.lo, a.np-1), a.lo, "a", "an") && len(c.res.mentions(c.t, sent.lo, sent.hi)) == 0 {
		return chain{}, false // "a tariff hits the goods of a country" tells what one is
	}
	verb := a.hi
	for verb < sent.hi && (c.res.lex.of(&c.t.tok[verb])&(classAdverb) != 0 || c.t.has(verb, verb+1, "are", "is") && c.t.has(verb+1, verb+2, "aimed", "targeted")) {
		verb++
	}
	if verb >= sent.hi || !c.in("describing", verb) {
		return chain{}, false
	}
	end := verb + 1
	for end < sent.hi && c.t.has(end, end+1, "to", "at", "only", "on", "against") {
		end++
	}
	ch := chain{lo: verb, hi: end, bare: true, core: link{verb, end, ladderWord{deed: deedForce, form: formPresent, lead: "describe"}}}
	if c.t.has(a.np-1, a.np, "before", "until", "till", "once") {
		ch.modal = "will" // "has 90 days before the higher tariff applies"
	}
	return ch, true
}

// ruled says that the subject of a verb at i is what lays down a measure in a text: "the
// order bars".
func (c *signalContext) ruled(sent stretch, i int) bool {
	return c.t.field == model.InText && c.in("ruling", c.skipBack(sent, i)-1)
}

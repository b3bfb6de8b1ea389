package extract

import "parley/model"

// Marks of history in a text: what lies before the report. The pluperfect of what somebody is told to
// have said is none.

// reportedHad says that the "had" at token i of a text only puts back by a tense what a word of saying
// before it reports: "announced that it had imposed".
func (c *signalContext) reportedHad(sent stretch, i int) bool {
	if c.t.field != model.InText {
		return false
	}
	for j := i - 1; j >= sent.lo && j > i-12; j-- {
		k := &c.t.tok[j]
		if low := c.t.tok[j+1].low; low == "in" || low == "by" {
			continue // "the embargo declared in the autumn"
		}
		if c.res.lex.of(k)&classSaid != 0 || c.t.has(j, j+1, "announced", "confirmed", "declared", "revealed", "told", "stated") {
			return true
		}
		if k.kind == stopToken || k.low == "," || k.low == ";" || c.res.lex.of(k)&(classRelative|classConjunction) != 0 && k.low != "that" {
			return false
		}
	}
	return false
}

// openedLongAgo says that a sentence of a text opens with a time long before the report, and that the
// verb of the chain is the first behind it: "Last year", "Earlier this year".
func (c *signalContext) openedLongAgo(sent stretch, ch *chain, a *anchor) bool {
	if c.t.field != model.InText || ch.core.form != formPast || ch.core.lo > a.lo {
		return false
	}
	at := sent.lo
	opens := c.t.has(at, at+1, "last") && c.t.has(at+1, at+2, "year", "month", "spring", "summer", "autumn", "winter") || c.t.has(at, at+1, "earlier") && c.t.has(at+1, at+3, "year")
	for i := at + 1; opens && i < ch.core.lo; i++ {
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == ";" || c.res.lex.of(k)&(classRelative|classConjunction) != 0 {
			return false
		}
	}
	return opens
}

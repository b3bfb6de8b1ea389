package extract

import "parley/model"

// feltReach is how many tokens behind a measure the clause that tells its effect begins at
// the latest.
const feltReach = 8

// feltYet reads the clause by which a text says of a measure that somebody relieves, or wants
// relieved, that it holds until then: "calls for an end to the sanctions that are strangling
// its trade", "lifts the embargo that has been in place since".
func (c *signalContext) feltYet(sent stretch, a *anchor, main *act) (act, bool) {
	if c.t.field == model.InTitle || a.verb || a.back || main.direction != model.Relief && main.action != "refused-relief" {
		return act{}, false
	}
	for i := a.hi; i < sent.hi && i < a.hi+feltReach; i++ {
		k := &c.t.tok[i]
		if c.t.has(i, i+1, "that", "which") {
			hi := c.holds(sent, i+1)
			if hi == 0 {
				return act{}, false
			}
			felt := *main
			felt.action, felt.direction, felt.rule = "in-force", model.Pressure, "signal-felt-yet"
			felt.condition, felt.temporary, felt.lo, felt.hi = nil, false, i, hi
			return felt, true
		}
		if k.kind == stopToken || k.low == ";" || k.low == "," && !c.t.has(i+1, i+2, "which") || c.res.lex.of(k)&(classAuxiliary|classModal|classConjunction|classConditional) != 0 {
			return act{}, false
		}
	}
	return act{}, false
}

// holds finds the end of what a clause at i tells of a measure that has an effect, or has been
// there for some time; 0 for none.
func (c *signalContext) holds(sent stretch, i int) int {
	for i < sent.hi && (c.res.lex.of(&c.t.tok[i])&(classAuxiliary|classAdverb) != 0 || c.t.has(i, i+1, "been")) && !negative(c.t.tok[i].low) {
		i++
	}
	switch {
	case i+1 < sent.hi && c.t.has(i, i+1, "in") && c.t.has(i+1, i+2, "place", "force", "effect"):
		return i + 2
	case i < sent.hi && (c.in("effect", i) || c.in("harming", i) || c.in("hurting", i)):
		return i + 1
	}
	return 0
}

package extract

import (
	"slices"

	"parley/model"
)

// What somebody else says or does in the same sentence about a measure: he will not lift it, goes
// to law about it, does the like; or that more is to come.

// retortReach is how many tokens a clause may take to say so.
const retortReach = 14

// turnsAt says that a clause begins at token i in which somebody else may act.
func (c *signalContext) turnsAt(i int) bool {
	switch c.t.tok[i].low {
	case "but", "while", "although", "though", "which", "however", ";":
		return true
	case "and":
		return c.nextIsName(i+1, len(c.t.tok))
	}
	return false
}

// rebuffed reads that whoever is asked to lift a measure will not: "but Ruritania has so far
// refused".
func (c *signalContext) rebuffed(sent stretch, a *anchor, main *act) (besideAct, bool) {
	if main.action != "demanded" {
		return besideAct{}, false
	}
	for i := a.hi; i < sent.hi; i++ {
		if !c.turnsAt(i) || c.t.has(i, i+1, "and") {
			continue
		}
		for j := i + 1; j < sent.hi && j < i+retortReach; j++ {
			if c.t.tok[j].kind == stopToken || covered(c.room, j, j+1) {
				break
			}
			if c.in("rebuffing", j) && c.rebuffs(sent, j) || c.t.has(j, j+1, "do") && c.t.has(j+1, j+2, "that", "so", "it", "this") && negative(c.t.tok[j-1].low) {
				more := main.then("refused-relief", model.Pressure, "signal-rebuffed", i, j+1)
				if ms := c.res.mentions(c.t, i, j); len(more.senders) == 0 && len(ms) > 0 {
					more.senders = c.senders(ms[:1])
				}
				return more, true
			}
		}
	}
	return besideAct{}, false
}

// rebuffs says that the verb of saying no at token i is about what was asked: nothing else
// stands behind it.
func (c *signalContext) rebuffs(sent stretch, i int) bool {
	switch next := i + 1; {
	case c.isTo(next):
		return c.in("yielding", next+1)
	case next >= sent.hi || c.t.tok[next].kind != wordToken || c.t.has(next, next+1, "it", "this", "them"):
		return true
	default:
		for j := next; j < sent.hi && j < next+4; j++ {
			if c.in("pleas", j) {
				return !c.t.has(j+1, j+2, "of", "for", "to", "that")
			}
		}
		return false
	}
}

// contested reads that whom a measure hits goes to law about it, or calls it against the law:
// "but Ruritania says that it breaks the rules", "asked the court to rule on".
func (c *signalContext) contested(sent stretch, a *anchor, main *act) (besideAct, bool) {
	if main.direction != model.Pressure || main.action == "opposed" || main.action == "refused-relief" || main.action == "denied" {
		return besideAct{}, false
	}
	if c.t.has(a.np-1, a.np, "over", "against", "on", "about") {
		for i := a.np - 2; i > sent.lo; i-- {
			if c.tribunal(i) && (c.any("suing", max(sent.lo, i-8), i) || c.any("suing", i, a.np)) {
				return c.opposedBy(main, c.res.mentions(c.t, sent.lo, i), i, a.hi), true
			}
		}
	}
	for i := a.hi; i < sent.hi; i++ {
		if !c.turnsAt(i) {
			continue
		}
		said := 0
		for j := i + 1; j < sent.hi && j < i+2*retortReach && c.t.tok[j].kind != stopToken; j++ {
			switch {
			case c.in("voicing", j) && said == 0:
				said = j
			case said > 0 && c.ofMeasureSaid(i, said) && (c.in("offending", j) && c.any("rules", j, min(j+6, sent.hi)) || c.in("verdict", j)),
				c.in("suing", j) && c.t.has(j+1, min(j+5, sent.hi), "complaint", "case", "suit", "lawsuit", "dispute", "challenge") && c.tribunalIn(j, min(j+retortReach, sent.hi)):
				if ms := c.res.mentions(c.t, i, j); len(ms) > 0 && !slices.Contains(main.senders, c.senderID(ms[0])) && (len(main.targets) == 0 || slices.Contains(main.targets, c.senderID(ms[0]))) {
					return c.opposedBy(main, ms, i, j+1), true
				}
			}
		}
	}
	return besideAct{}, false
}

// ofMeasureSaid says that what is said by the verb at said is said of the measure: "which X says
// is", "X says that they", "X says the move".
func (c *signalContext) ofMeasureSaid(turn, said int) bool {
	i := said + 1
	if c.t.has(i, i+1, "that") {
		i++
	}
	return c.t.has(turn, turn+1, "which") && c.t.tok[i].class&(classAuxiliary|classModal) != 0 || c.t.has(i, i+1, "it", "they", "this", "these", "such") || c.determined(i) && (c.in("measures", i+1) || c.t.has(i+1, i+2, "move", "decision", "step", "ban", "action"))
}

// tribunal says that a court before which states go stands at token i.
func (c *signalContext) tribunal(i int) bool {
	m, ok := c.res.nameAt(c.t, i)
	return ok && c.res.actors[m.actor].ID == "wto" || c.t.has(i, i+1, "court", "tribunal", "arbitration", "arbitrators")
}

// tribunalIn says that one stands in tokens lo to hi.
func (c *signalContext) tribunalIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if c.tribunal(i) {
			return true
		}
	}
	return false
}

// opposedBy is the act of the first of those named who is against a measure.
func (c *signalContext) opposedBy(main *act, ms []mention, lo, hi int) besideAct {
	more := main.then("opposed", model.Pressure, "signal-contested", lo, hi)
	if len(more.targets) == 0 && len(ms) > 0 {
		more.targets = c.senders(ms[:1])
	}
	return more
}

// furtherSteps reads that whoever takes a measure warns of more: "and warned it would act
// further".
func (c *signalContext) furtherSteps(sent stretch, a *anchor, main *act) (besideAct, bool) {
	if main.direction != model.Pressure || main.action != "imposed" && main.action != "announced" && main.action != "tightened" && (main.condition == nil || main.rule != c.found.rule || c.chain.hasUpper || c.chain.modal != "") {
		return besideAct{}, false
	}
	for i := a.hi; i < sent.hi; i++ {
		if !c.t.has(i, i+1, "warned", "warning", "threatened", "threatening", "vowed", "vowing") || !c.t.has(i-2, i, "and", ",", "but", "while") {
			continue
		}
		for j := i + 1; j+1 < sent.hi && j < i+retortReach/2; j++ {
			if covered(c.room, j, j+2) {
				break
			}
			if c.t.has(j, j+1, "further", "more", "additional", "tougher", "stronger", "other") && c.t.has(j+1, j+2, "steps", "step", "action", "actions", "measures", "moves") || c.t.has(j, j+1, "act", "go") && c.t.has(j+1, j+2, "further") || c.t.has(j, j+1, "do") && c.t.has(j+1, j+2, "more") {
				more := main.then("threatened", model.Pressure, "signal-further-steps", i, j+2)
				more.instrument = "unspecified-consequences"
				if main.condition != nil && main.rule == c.found.rule && c.t.has(j, sent.hi, "if", "unless") {
					more.condition, main.condition = main.condition, nil // only the warning hangs on it
					main.action, main.direction = decide(&c.chain, a, false)
				}
				return more, true
			}
		}
	}
	return besideAct{}, false
}

// likewise reads that somebody did the same before: "follows a similar move by Ruritania". He is
// not the one who does it now.
func (c *signalContext) likewise(sent stretch, a *anchor, main *act) (besideAct, bool) {
	for i := a.hi; i+3 < sent.hi && main.direction == model.Pressure && main.action != "called-for"; i++ {
		if c.in("asking", i) && c.t.has(i+1, min(i+9, sent.hi), "likewise", "suit", "same") && c.t.has(i+2, min(i+7, sent.hi), "to") && c.t.has(i+2, min(i+8, sent.hi), "do", "follow") {
			more := main.then("called-for", model.Pressure, "signal-likewise", i, i+1)
			more.senders = c.senders(c.res.mentions(c.t, i+1, min(i+5, sent.hi)))
			return more, true // "urged others to follow suit"
		}
	}
	for i := a.hi; i+3 < sent.hi; i++ {
		if low := c.t.tok[i].low; low != "similar" && low != "same" || !c.t.has(i+1, i+2, "move", "moves", "decision", "step", "steps", "action", "measure", "announcement") || !c.t.has(i+2, i+3, "by", "from") {
			continue
		}
		ms := c.res.mentions(c.t, i+3, min(i+9, sent.hi))
		if len(ms) == 0 {
			return besideAct{}, false
		}
		more := main.then(main.action, main.direction, "signal-likewise", i, ms[0].hi)
		more.senders, more.historical = c.senders(c.series(sent, ms[0])), true
		other := func(id string) bool { return slices.Contains(more.senders, id) }
		main.senders, main.targets = leaving(main.senders, other), leaving(main.targets, other)
		main.historical = false
		more.targets = slices.Clone(main.targets)
		return more, true
	}
	return besideAct{}, false
}

// keptRest reads that whoever lets go of a part of his measures keeps the others: "but is keeping
// the rest", "while sticking to the older ones".
func (c *signalContext) keptRest(sent stretch, a *anchor, main *act) (besideAct, bool) {
	if main.direction != model.Relief || !done(main.action) && main.action != "offered" {
		return besideAct{}, false
	}
	for i := a.hi; i+2 < sent.hi; i++ {
		if !c.t.has(i, i+1, "but", "while", "although", "though", "however") {
			continue
		}
		for j := i + 1; j+1 < sent.hi && j < i+retortReach/2; j++ {
			if !c.in("clinging", j) {
				continue
			}
			for k := j + 1; k < sent.hi && k < j+retortReach/2 && c.t.tok[k].kind == wordToken; k++ {
				if covered(c.room, k, k+1) {
					return besideAct{}, false // it is told of another measure
				}
				if c.t.has(k, k+1, "ones", "others", "rest", "remainder") {
					return main.then("refused-relief", model.Pressure, "signal-kept-rest", i, k+1), true
				}
			}
		}
	}
	return besideAct{}, false
}

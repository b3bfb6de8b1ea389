package extract

import (
	"strings"

	"parley/model"
)

// refusedAbove finds who rejects the plan or the demand of somebody else at i: "rejects
// Russian demand to lift", "baulks at EU plan to curb"; 0 for none.
func (c *signalContext) refusedAbove(sent stretch, i int, ch *chain) (int, ladderWord) {
	decided := ch.upper.deed == deedDecide
	if ch.upper.deed != deedDemand && ch.upper.deed != deedFloat && ch.upper.deed != deedAgree && !decided {
		return 0, ladderWord{}
	}
	for j := i - 1; j >= sent.lo && j >= i-5; j-- {
		if j == i-1 && c.isTo(j) && c.t.field == model.InText && (ch.upper.deed == deedAgree || ch.upper.deed == deedDemand) {
			continue // "failed to agree on", "were reluctant to support"
		}
		if w, n, ok := c.words.ladder.match(c.t.tok, j); ok && j+n <= i && (w.deed == deedRefuse || w.deed == deedOppose) {
			if c.isTo(i-1) && strings.HasPrefix(w.lead, "no ") {
				return 0, ladderWord{} // whoever has no plans to do it: see unmeant
			}
			switch {
			case c.isTo(i-1) && ch.upper.deed == deedDemand && !decided:
				w.deed = deedOppose
			case !ch.core.deed.relieves() || decided:
				w.deed = deedOppose
			default:
				w.deed = deedRefuse
			}
			return j, w
		}
		if c.t.field == model.InText && ch.upper.deed == deedDemand && c.in("spurning", j) {
			return j, ladderWord{deed: deedRefuse, form: formPast, lead: "spurn"} // "ignored calls to lift"
		}
		if k := &c.t.tok[j]; k.kind != wordToken && k.kind != quoteToken && !genitive(k) || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd) != 0 && !c.t.has(j, j+1, "for", "at", "off", "down", "on", "up", "aside", "away") {
			break
		}
	}
	return 0, ladderWord{}
}

// pastDay goes right over when something was said: "on Monday", "late on Tuesday".
func (c *signalContext) pastDay(i, hi int) int {
	for i < hi && (c.t.has(i, i+1, "on", "late", "early", "again") || c.res.lex.of(&c.t.tok[i])&classTime != 0) {
		i++
	}
	return i
}

// deniedThat finds who denies what is told of a measure right before its phrase: "denies (that) the
// sanctions (have been lifted)"; 0 for nobody.
func (c *signalContext) deniedThat(a *anchor) int {
	i := a.np - 1
	if c.t.has(i, i+1, "that") {
		i--
	}
	if c.t.has(i, i+1, "deny", "denies", "denied", "denying") {
		return i
	}
	return 0
}

// doesAt says whether a name at i is who does the verb at verb: "(denies) Quell promised".
func (c *signalContext) doesAt(sent stretch, i, verb int) bool {
	if m, ok := c.res.nameAt(c.t, i); ok {
		return c.skipBack(sent, verb) == m.hi
	}
	return c.t.tok[i].is(flagCapital) && c.skipBack(sent, verb) == i+1
}

// denialAbove finds "denied that" to the left of a chain, or "denied agreeing": what follows
// is not said to be so.
func (c *signalContext) denialAbove(sent stretch, i int) (int, bool) {
	for j := i - 1; j >= sent.lo && j > i-12; j-- {
		if c.t.has(j, j+1, "deny", "denies", "denied", "denying") {
			what := c.pastDay(j+1, i)
			if strings.HasSuffix(c.t.tok[what].low, "ing") || c.t.has(what, what+1, "that", "he", "she", "it", "they", "plan", "plans", "planning", "offer", "promise", "threat", "any") || c.doesAt(sent, what, i) || c.in("hearsay", what) || c.in("hearsay", what+1) || c.in("hearsay", what+2) {
				return j, true
			}
		}
		if k := &c.t.tok[j]; k.low == "," || k.low == ";" || k.kind == stopToken {
			break
		}
	}
	return 0, false
}

package extract

import "strings"

// What a chain of a text takes over from the words beside it: from another verb of its row, from
// a question, from whom somebody withstands.

// besideAnother gives a verb that stands in a row with others of its form what governs the
// first of them: "asked the council to lift an embargo, impose a blockade and", "steps toward
// reining in a plan and easing sanctions".
func (c *signalContext) besideAnother(sent stretch, ch *chain) {
	if ch.hasUpper || ch.modal != "" && (ch.modal != "to" || c.isTo(ch.core.lo-1)) || ch.negated || ch.core.form != formBase && ch.core.form != formGerund || ch.core.lo-2 <= sent.lo || !c.t.has(ch.core.lo-1, ch.core.lo, ",", "and", "or") {
		return
	}
	for i := ch.core.lo - 3; i > sent.lo && i > ch.core.lo-earshot/4; i-- {
		k := &c.t.tok[i]
		if k.kind == stopToken || k.kind == quoteToken || k.low == ";" || c.res.lex.of(k)&(classRelative|classConditional) != 0 {
			return
		}
		first := ch.core.form == formBase && c.isTo(i-1) && c.infinitive(i) ||
			ch.core.form == formGerund && c.words.formOf(k.low) == formGerund && c.res.lex.of(&c.t.tok[i-1])&classPreposition != 0
		spoken := ch.core.form == formGerund && c.words.formOf(k.low) == formGerund && c.takesGerund(i-1)
		if !first && !spoken {
			continue
		}
		above := chain{lo: i, hi: ch.hi, core: link{i, i + 1, ladderWord{deed: ch.core.deed, form: ch.core.form}}}
		if c.climb(sent, &above); ch.core.form == formGerund {
			c.onlyToward(sent, &above)
		} else {
			c.askedTo(sent, &above, i-1)
			c.goingOn(sent, &above) // "prompting Altland to halt trade and impose"
		}
		if above.hasUpper && above.upper.deed.does() {
			return
		}
		if spoken && !above.hasUpper {
			above.upper, above.hasUpper = link{i - 1, i, ladderWord{deed: deedFloat, form: formPast, lead: "spoken of"}}, true // "discussed closing a port and sanctioning"
		}
		ch.upper, ch.hasUpper, ch.modal, ch.negated = above.upper, above.hasUpper, above.modal, above.negated
		return
	}
}

// takesGerund says that the word at i may be a verb that speaks of doing: "proposed closing".
func (c *signalContext) takesGerund(i int) bool {
	low := c.t.tok[i].low
	return strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing") || c.t.has(i, i+1, "include", "includes") || c.res.lex.of(&c.t.tok[i])&(classVerb|classSaid) != 0
}

// inQuestion reads what somebody asks, or is to find out, as what is only thought of: "to see
// whether they should impose", "asked if he would lift".
func (c *signalContext) inQuestion(sent stretch, a *anchor, ch *chain) {
	from := min(ch.core.lo, a.lo)
	if ch.modal == "must" && (ch.negated || ch.core.lo >= ch.hi) || ch.hasUpper && ch.upper.deed != deedDemand && ch.upper.deed != deedFloat && ch.upper.deed != deedDecide {
		return
	}
	if ch.modal == "" && (ch.core.form != formBase && ch.core.form != formPresent || ch.core.deed == deedExpire) {
		return // "asked whether it had lifted"
	}
	for i := from - 1; i >= sent.lo && i > from-10; i-- {
		k := &c.t.tok[i]
		if k.low == "whether" || k.low == "if" && c.leftOpen(sent, i) {
			ch.upper, ch.hasUpper, ch.modal, ch.negated = link{i, i + 1, ladderWord{deed: deedFloat, form: formNoun, lead: "whether"}}, true, "", false
			return
		}
		if k.kind != wordToken && !genitive(k) {
			return
		}
	}
}

// leftOpen says that an "if" at i opens a question which somebody asks or nobody answers, and no
// condition: "asked if", "it is not known if", "it remains to be seen if".
func (c *signalContext) leftOpen(sent stretch, i int) bool {
	if c.in("unanswered", i-1) {
		return true
	}
	if !c.in("answered", i-1) {
		return false
	}
	for j := i - 2; j >= sent.lo && j > i-7; j-- {
		if negative(c.t.tok[j].low) || c.t.has(j, j+1, "nobody", "remains", "remained", "yet", "wait", "waiting", "unclear") {
			return true
		}
	}
	return false
}

// carriesOut reads efforts to put into practice a measure that is there as its being in force:
// "as part of its efforts to implement the sanctions".
func (c *signalContext) carriesOut(a *anchor, ch *chain) {
	if ch.hasUpper || ch.modal != "to" || ch.negated || !c.t.has(ch.core.lo, ch.core.lo+1, "implement", "enforce", "apply", "uphold") || !c.isTo(ch.core.lo-1) || !c.in("undertaking", ch.core.lo-2) {
		return
	}
	if c.determined(a.np) || c.determined(ch.core.hi) {
		ch.core.deed, ch.modal = deedForce, ""
	}
}

// unpressed reads who does not give in to those who want relief as his refusal: "resisted
// international pressure to remove", "turned down a request for relief".
func (c *signalContext) unpressed(ch *chain) {
	if ch.hasUpper && ch.upper.deed == deedOppose && ch.core.deed.relieves() && !ch.negated && c.any("pleas", ch.upper.hi, min(ch.upper.hi+5, max(ch.core.lo, ch.upper.hi))) && !c.in("counselling", ch.upper.lo) {
		ch.upper.deed = deedRefuse
	}
}

// councilVoted says that the Security Council voted before token i.
func (c *signalContext) councilVoted(sent stretch, i int) bool {
	for j := i - 1; j > sent.lo && j > i-5; j-- {
		if c.in("voting", j) {
			return c.councilsOwn(sent, j)
		}
	}
	return false
}

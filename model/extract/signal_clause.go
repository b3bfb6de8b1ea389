package extract

import "parley/model"

// What stands above the verb of a measure in a text: the clause that it is the object
// of, or the verb behind the noun that it makes.

// above completes a chain with what is said of it elsewhere in the sentence of a text.
func (c *signalContext) above(sent stretch, a *anchor, ch *chain) {
	if c.t.field != model.InText {
		return
	}
	if ch.core.lo >= a.hi {
		c.wanted(sent, a, ch)
		return
	}
	if ch.modal == "to" && c.firstTo(sent, ch) {
		ch.modal, ch.hasUpper = "", false
	}
	switch {
	case ch.core.form == formNoun && !ch.hasUpper && ch.modal == "" && ch.core.deed.does():
	case ch.modal == "to" && c.projected(sent, ch):
	default:
		return
	}
	c.governedLater(sent, a, ch)
}

// governedLater joins the verb behind a noun that acts, or behind a plan, to its chain:
// "the imposition of tariffs was delayed", "a plan to ban imports was dropped".
func (c *signalContext) governedLater(sent stretch, a *anchor, ch *chain) {
	late, ok := c.chainAfter(sent, a)
	if !ok {
		if ch.modal == "" && late.modal != "to" {
			ch.modal = late.modal // "the lifting of sanctions would"
		}
		return
	}
	plan := ch.modal == "to"
	switch d := late.core.deed; {
	case plan && late.passive && (d == deedLift || d == deedSuspend || d == deedDefer || d == deedRefuse):
		late.core.deed = deedDefer
	case plan && (d == deedImpose || d == deedTighten):
		late.core.deed = deedAnnounce // a plan that was adopted is not in force
	case d == deedDefer, d == deedOppose, d == deedRefuse, d == deedDemand, d == deedFloat, d == deedDeny, d == deedAnnounce, d == deedThreaten, d == deedAgree:
	default:
		return
	}
	ch.upper, ch.hasUpper, ch.hi = late.core, true, max(ch.hi, late.hi)
	if late.negated {
		ch.negated = true
	}
}

// projected says that the verb of a measure stands behind "to" as what a plan is for.
func (c *signalContext) projected(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i >= ch.core.lo-4; i-- {
		if c.in("project", i) {
			return true
		}
	}
	return false
}

// wanted finds the verb above a clause whose subject is the measure: "demanded that all
// sanctions be removed", "agreed that the embargo would be lifted".
func (c *signalContext) wanted(sent stretch, a *anchor, ch *chain) {
	if ch.hasUpper {
		return
	}
	at := a.np - 1
	for at >= sent.lo && at > a.np-4 && c.res.lex.of(&c.t.tok[at])&classDeterminer != 0 && c.t.tok[at].low != "that" {
		at--
	}
	if at <= sent.lo || c.t.tok[at].low != "that" {
		return
	}
	for i := at; i > sent.lo && i > at-4; i-- {
		n := c.ladderEnding(sent, i)
		if n == 0 {
			continue
		}
		w, _, _ := c.words.ladder.match(c.t.tok, i-n)
		switch w.deed {
		case deedDemand, deedThreaten, deedRefuse, deedDeny, deedOppose, deedAgree, deedAnnounce:
			ch.upper, ch.hasUpper, ch.lo = link{i - n, i, w}, true, i-n
			c.negationBefore(sent, ch, i-n)
		}
		return
	}
}

// firstTo says that somebody is told to be the first, or the latest, to do what a verb
// tells: that is done. The chain then begins where he becomes it.
func (c *signalContext) firstTo(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i >= ch.core.lo-9; i-- {
		if !c.in("foremost", i) {
			continue
		}
		for j := i - 1; j >= sent.lo && j >= i-4; j-- {
			if c.in("becoming", j) {
				ch.lo = j
				return true
			}
		}
		return false
	}
	return false
}

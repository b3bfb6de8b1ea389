package extract

import (
	"strings"

	"parley/model"
)

// What a text tells of a measure that stays, or of relief that is not given: who keeps it
// against what others ask, until when it holds, what was voted down.

// kept puts what a text tells of a measure that is there already onto its rung: who means to
// keep it refuses relief, and so does who names the day until when it stays; who goes on
// with it only enforces it.
func (c *signalContext) kept(sent stretch, ch *chain, out *act) {
	if c.t.field == model.InTitle && ch.core.deed == deedForce && c.in("keeping", ch.core.lo) && (ch.modal == "will" || ch.modal == "to") && !ch.negated && !ch.hasUpper && out.action == "announced" && out.condition == nil {
		out.action = "refused-relief" // "to keep sanctions in place"
		return
	}
	if c.t.field != model.InText || ch.core.deed != deedForce || ch.negated || out.action != "announced" && out.action != "in-force" {
		return
	}
	switch {
	case !ch.hasUpper && c.any("staying", ch.core.lo, ch.core.hi) && ch.core.form != formPast && c.asLong(ch.hi, sent.hi):
		out.action = "refused-relief" // "will stay as long as"
	case ch.hasUpper && ch.upper.deed == deedDemand && (!c.in("wishing", ch.upper.lo) || ch.core.lo > ch.upper.hi+1 && len(c.res.mentions(c.t, ch.upper.hi, ch.core.lo)) > 0):
		out.action = "called-for" // "urged them to maintain", "to implement"
	case c.goesOnWith(sent, ch.core.lo):
		out.action = "in-force"
	case c.in("keeping", ch.core.lo) && (ch.modal == "will" || ch.modal == "would" || ch.modal == "to") && out.condition == nil:
		out.action = "refused-relief"
	case c.any("staying", ch.core.lo, ch.core.hi) && (ch.modal == "will" || ch.modal == "would" || (ch.core.form == formPresent || ch.core.form == formBase) && out.condition != nil && strings.Count(out.condition.Trigger, " ") > 1) && out.condition != nil && out.condition.Polarity == "until":
		out.action = "refused-relief"
	}
}

// asLong says that tokens lo to hi begin with, or soon come to, "as long as".
func (c *signalContext) asLong(lo, hi int) bool {
	for i := lo; i+2 < hi && i < lo+6; i++ {
		if c.t.has(i, i+1, "as") && c.t.has(i+1, i+2, "long") && c.t.has(i+2, i+3, "as") {
			return true
		}
	}
	return false
}

// goesOnWith says that somebody is told to continue with what the verb at i tells:
// "continue to enforce", "keep applying".
func (c *signalContext) goesOnWith(sent stretch, i int) bool {
	if c.isTo(i-1) && i-2 >= sent.lo {
		i--
	} else if c.words.formOf(c.t.tok[i].low) != formGerund {
		return false
	}
	return c.t.has(i-1, i, "continue", "continues", "continued", "continuing", "keep", "keeps", "kept")
}

// draftRejected says that relief stands in a draft that a text tells to have been voted down:
// "rejected a resolution that would have delayed the return of".
func (c *signalContext) draftRejected(sent stretch, a *anchor, ch *chain) bool {
	if c.t.field != model.InText {
		return false
	}
	would := 0
	for i := sent.lo + 3; i < a.np; i++ {
		if c.t.has(i, i+1, "would", "to") && (c.t.has(i-1, i, "that", "which") || c.in("bill", i-1) || c.in("drafts", i-1)) {
			would = i
			break
		}
	}
	if would == 0 {
		return false
	}
	draft := false
	for i := would - 1; i >= sent.lo && i > would-12; i-- {
		draft = draft || c.in("bill", i) || c.in("drafts", i)
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && i+n < would && draft && (w.deed == deedRefuse && w.lead != "=fail" || w.deed == deedOppose) && w.form != formNoun {
			return c.yieldsIn(would, max(a.np, ch.core.hi))
		}
	}
	return false
}

// yieldsIn says that a word of tokens lo to hi tells of relief.
func (c *signalContext) yieldsIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && (w.deed.relieves() || w.deed == deedDefer) || c.t.has(i, i+1, "relief", "extension", "reprieve", "delay") {
			return true
		}
	}
	return false
}

// onlyHe says that a text tells who alone could give relief, which is no word of it: "can
// only be lifted by", "only the parliament can", or what has to be before a measure can come.
func (c *signalContext) onlyHe(sent stretch, a *anchor, ch *chain) bool {
	if c.t.field == model.InText && ch.modal == "could" && ch.passive && !ch.hasUpper && c.t.has(a.np-1, a.np, "before") && !ch.core.deed.relieves() {
		return true
	}
	if c.t.field != model.InText || !ch.core.deed.relieves() || ch.modal != "could" || ch.hasUpper {
		return false
	}
	return c.t.has(a.hi, ch.core.lo, "only") || c.t.has(sent.lo, min(sent.lo+2, sent.hi), "only")
}

// needsLeave says that a text tells of a licence that one has to have, which nobody has given
// or asks for: "a licence must be issued for the sale of".
func (c *signalContext) needsLeave(a *anchor, ch *chain) bool {
	return c.t.field == model.InText && a.instrument == "licence" && ch.core.lo >= a.hi && ch.passive && ch.modal == "must" && !ch.core.deed.suffers()
}

// needed says that what the noun before a measure tells is said to be needed: "a repeal of
// the sanctions was necessary".
func (c *signalContext) needed(sent stretch, a *anchor, ch *chain) bool {
	if c.t.field != model.InText || ch.core.form != formNoun && ch.core.form != formGerund || !ch.core.deed.relieves() || ch.hasUpper || ch.modal != "" {
		return false
	}
	made := c.t.has(max(sent.lo, ch.core.lo-2), ch.core.lo, "make", "makes", "made", "making", "set", "sets")
	for i := a.hi; i+1 < sent.hi && i < a.hi+judgedReach; i++ {
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == "," || k.low == ";" || c.res.lex.of(k)&(classRelative|classConjunction|classModal) != 0 {
			return false
		}
		if isBe(c.t.tok[i].low) {
			return c.any("price", i+1, min(i+4, sent.hi)) || c.t.has(i+1, i+2, "one", "among") && c.t.has(i+2, min(i+8, sent.hi), "demands", "conditions", "priorities")
		}
		if made && c.t.has(i, i+1, "a", "the", "its", "their") && c.in("price", i+1) {
			return true // "made the lifting of sanctions a condition"
		}
	}
	return false
}

// reportDenied says that a text tells of a measure only in a report that somebody denies:
// "denied a report that X was close to a deal on".
func (c *signalContext) reportDenied(sent stretch, hi int) bool {
	if c.t.field != model.InText {
		return false
	}
	for i := sent.lo; i+1 < hi; i++ {
		if !c.in("denying", i) || !c.any("hearsay", i+1, i+5) {
			continue
		}
		return c.t.has(i+2, min(i+9, hi), "that", "of")
	}
	return false
}

// hopedFor says that a text tells somebody to hope that another will do what a chain tells:
// "exporters hope that X will withdraw".
func (c *signalContext) hopedFor(sent stretch, ch *chain) bool {
	if c.t.field != model.InText || ch.modal != "will" && ch.modal != "would" && ch.modal != "to" || ch.hasUpper {
		return false
	}
	for i := ch.core.lo - 1; i >= sent.lo && i > ch.core.lo-earshot/8; i-- {
		if c.t.has(i, i+1, "hope", "hopes", "hoped", "hoping") {
			return len(c.res.mentions(c.t, i+1, ch.core.lo)) > 0
		}
		if k := &c.t.tok[i]; k.kind != wordToken {
			return false
		}
	}
	return false
}

// renewed says that a chain tells of a measure, or of a pause in it, that somebody makes to hold
// for longer: "extend the sanctions", "extend the pause on tariffs", "the pause in the tariffs
// will not be extended", which negates the chain. To extend a measure "to" others only widens it.
func (c *signalContext) renewed(sent stretch, a *anchor, ch *chain) bool {
	if ch.core.deed != deedDefer {
		return c.words.measures["renewing"][ch.core.lead] && !(ch.core.lo < a.lo && c.t.has(a.hi, a.hi+1, "to"))
	}
	if ch.core.lo >= a.np || ch.negated {
		return false
	}
	denied := false
	for i := a.hi; i < sent.hi && i < a.hi+judgedReach; i++ {
		denied = denied || negative(c.t.tok[i].low)
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && denied && w.form == formPast && c.words.measures["renewing"][w.lead] {
			ch.negated = true
			return true
		}
	}
	return false
}

// notDone says that a chain tells of a measure that nobody has put on, without a word that it
// is still to come: "has not shut its border", "imposed no tariffs", but not "has not yet".
func (c *signalContext) notDone(sent stretch, a *anchor, ch *chain) bool {
	if ch.core.deed != deedImpose || ch.core.form == formNoun || ch.hasUpper || ch.modal != "" || ch.core.lo > a.lo {
		return false
	}
	if !a.verb && c.t.has(a.np-1, a.np+1, "no") && ch.core.form == formPast {
		ch.negated = true
	}
	lo, hi := max(sent.lo, ch.lo-3), min(sent.hi, a.hi+earshot/6)
	for i := lo; i < hi; i++ {
		if c.t.has(i, i+1, "yet", "still", "so", "now", "until", "far") {
			return false
		}
	}
	return ch.negated
}

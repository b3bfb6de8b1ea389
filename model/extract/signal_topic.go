package extract

import (
	"strconv"

	"parley/model"
)

// What a sentence of a text is about where it has the words of a measure and yet tells of
// none between states: what a firm decides for itself, what is paid or licensed at home, what
// the law says, what somebody did not do long ago, what could easily be borne.

// elsewhere says that what a text tells of a measure is no news between states.
func (c *signalContext) elsewhere(sent stretch, a *anchor, ch *chain, out *act) bool {
	if c.t.field != model.InText {
		return false
	}
	return c.byCourt(sent, a, out) || c.byFirm(sent, a, ch) && !c.ofPressed(sent, a, out) || c.athletic(sent, out) || c.paidAtHome(sent, a, out) || c.ruledAtHome(sent, a, out) || c.fromLaw(sent, ch, out) ||
		c.longUndone(sent, ch, out) || c.neverWas(sent)
}

// firmReach is how far behind a firm the verb stands that tells what it does.
const firmReach = 12

// byFirm says that who stops trade or shuts an account is a firm that has no state in its
// name: "the insurer restricted cover", "the airline said it would stop taking".
func (c *signalContext) byFirm(sent stretch, a *anchor, ch *chain) bool {
	if !a.trade && !a.worded && !a.permit && a.instrument != "asset-freeze" || ch.passive {
		return false
	}
	for at := ch.lo; at > sent.lo && at > ch.lo-firmReach; {
		k := &c.t.tok[at-1]
		if c.in("company", at-1) {
			return !c.t.has(at-2, at-1, "central", "national", "state", "state-owned", "state-run", "reserve", "world", "development")
		}
		n := c.ladderEnding(sent, at)
		m, named := c.mentionEnding(sent, at)
		switch class := c.res.lex.of(k); {
		case n > 0:
			at -= n
		case named && m.lo > sent.lo && c.t.has(m.lo-1, m.lo, "in", "from", "of"):
			at = m.lo - 1 // "banks in Ruritania"
		case k.low == "to", class&(classAuxiliary|classModal|classAdverb|classNegation|classTime|classPronoun|classSaid) != 0:
			at--
		default:
			return false
		}
	}
	return false
}

// byCourt says that a court or those who look for cheats act in their own land.
func (c *signalContext) byCourt(sent stretch, a *anchor, out *act) bool {
	court := false
	switch {
	case a.verb && a.instrument == "sanctions" && len(out.targets) == 0 && c.t.has(sent.lo, a.lo, "court", "tribunal", "judge"):
		court = true
	case a.verb && a.instrument == "travel-ban" && c.any("sleuths", sent.lo, a.lo):
		court = true
	case a.instrument == "asset-freeze" || c.t.has(a.lo, a.hi, "accounts", "account", "assets"):
		court = c.ofCourt(sent, a.lo)
	}
	return court && !c.t.has(sent.lo, sent.hi, "international", "icc")
}

// ofPressed says that firms no longer buy the fuel of a state under measures, which is told of
// it as those measures are.
func (c *signalContext) ofPressed(sent stretch, a *anchor, out *act) bool {
	return c.instrument(sent, a) == "oil-ban" && len(out.targets) > 0 && c.words.measures["under"][out.targets[0]]
}

// athletic says that a sentence is about somebody who competes, and no state does anything to
// another in it.
func (c *signalContext) athletic(sent stretch, out *act) bool {
	return c.any("athletes", sent.lo, sent.hi) && (len(out.senders) == 0 || len(out.targets) == 0) && !c.twoStates(sent)
}

// paidAtHome says that a tariff is what those at home pay for power, water or rides, that a
// licence is for what a state leaves to its own, or that a cap is on a price at home.
func (c *signalContext) paidAtHome(sent stretch, a *anchor, out *act) bool {
	switch a.instrument {
	case "tariff":
		return c.any("utilities", sent.lo, sent.hi) && !c.twoStates(sent)
	case "licence":
		return c.any("concessions", sent.lo, sent.hi) && !c.ofSanctions(sent, a)
	case "price-cap":
		return a.verb && len(out.targets) == 0 && len(out.senders) == 1 && c.kindOf(out.senders[0]) == model.State && !c.twoStates(sent)
	}
	return false
}

// ruledAtHome says that what a text restricts is a matter of a state's own people: guns,
// votes, schools.
func (c *signalContext) ruledAtHome(sent stretch, a *anchor, out *act) bool {
	if c.any("extraction", a.hi, min(a.hi+5, sent.hi)) || a.trade && c.any("rationed", a.hi, min(a.hi+8, sent.hi)) {
		return len(out.targets) == 0
	}
	if c.t.has(a.lo, a.hi, "blockade", "blockades", "blockaded", "blockading") && c.any("hauliers", sent.lo, a.lo) {
		return true
	}
	return (a.weak || a.trade || a.worded || a.instrument == "export-control" || a.instrument == "import-ban") && c.domestic(sent) && !c.twoStates(sent)
}

// fromLaw says that a text tells only what a law allows: "under the act he may impose",
// "gives the premier the power to impose".
func (c *signalContext) fromLaw(sent stretch, ch *chain, out *act) bool {
	for i := sent.lo; i+1 < sent.hi; i++ {
		if c.t.tok[i+1].kind == numberToken && c.t.has(i, i+1, "article", "section") && c.t.has(i+1, sent.hi, "may", "shall", "means") {
			return true
		}
	}
	if done(out.action) {
		return false
	}
	if ch.modal == "to" && !ch.hasUpper && c.in("empowering", ch.core.lo-2) && c.isTo(ch.core.lo-1) {
		return !c.any("wielding", sent.lo, ch.core.lo)
	}
	if !c.t.has(sent.lo, sent.lo+1, "under", "for") {
		return false
	}
	law := c.any("statute", sent.lo+1, min(sent.lo+7, sent.hi)) || c.t.has(sent.lo+1, min(sent.lo+7, sent.hi), "charter", "treaty", "purposes")
	return law && c.t.has(sent.lo+2, min(sent.lo+earshot/6, sent.hi), "may", "can", "means")
}

// longUndone says that somebody did not take a measure, or turned it down, in a past that the
// text is not about: "stayed away from sanctions in 2008".
func (c *signalContext) longUndone(sent stretch, ch *chain, out *act) bool {
	if out.action != "deferred" && out.action != "denied" && out.action != "opposed" || !ch.negated && ch.core.deed != deedRefuse && ch.core.deed != deedDefer {
		return false
	}
	if !ch.negated && ch.core.form != formPast && ch.core.form != formNoun || ch.negated && !c.t.has(c.skipBack(sent, ch.core.lo), ch.core.lo, "did", "had", "never") {
		return false
	}
	return c.longAgo(sent)
}

// longAgo says that a sentence tells of another year than the text, or of those who ruled
// before.
func (c *signalContext) longAgo(sent stretch) bool {
	for i := sent.lo; i < sent.hi; i++ {
		k := &c.t.tok[i]
		if k.kind == numberToken && len(k.low) == 4 && (k.low[:2] == "19" || k.low[:2] == "20") && c.t.has(i-1, i, "in", "of", "since", "after") && (c.year <= 1 || k.low < strconv.Itoa(c.year)) {
			return true
		}
	}
	return false
}

// inPassing says that a measure is named only for when something else was, for how it works,
// or for what somebody could bear: "three years before the sanctions began", "how sanctions
// are made", "could absorb the impact of".
func (c *signalContext) inPassing(sent stretch, a *anchor, ch *chain) bool {
	switch ch.core.deed {
	case deedDread:
		return true // "on worries about"
	case deedSuffer:
		return c.lastCentury(sent)
	case deedBear:
		return c.any("coping", ch.lo, ch.core.hi) || ch.modal == "" && c.t.has(max(sent.lo, ch.core.lo-7), ch.core.lo, "while", "when") && c.t.has(ch.core.lo-1, ch.core.lo, "lived", "was", "were")
	case deedForce:
		if c.t.has(a.np-1, a.lo, "how", "what", "why", "theory") || c.t.has(a.np-1, a.np, "if") && c.t.has(a.np-2, a.np-1, "even") {
			return true
		}
		return c.t.has(a.np-1, a.np, "before", "after", "when") && c.t.has(a.np-2, a.np-1, "year", "years", "months", "weeks", "decade", "decades")
	}
	return false
}

// beside says that a measure is only what something goes beyond, is proof against or ready for.
func (c *signalContext) beside(a *anchor) bool {
	if a.verb || c.t.field != model.InText {
		return false
	}
	return c.t.has(a.np-1, a.np, "beyond") || c.t.has(a.np-1, a.np, "against", "to", "from") && c.in("proofed", a.np-2) || c.t.has(a.np-1, a.np, "for") && c.t.has(a.np-2, a.np-1, "ready", "prepared")
}

// lastCentury says that a sentence tells of a year of the last century.
func (c *signalContext) lastCentury(sent stretch) bool {
	for i := sent.lo + 1; i < sent.hi; i++ {
		if k := &c.t.tok[i]; k.kind == numberToken && len(k.low) == 4 && k.low[:2] == "19" && c.t.has(i-1, i, "in", "of") && (c.year <= 1 || k.low < strconv.Itoa(c.year)) {
			return true
		}
	}
	return false
}

// neverWas says that a sentence tells what would have been: "would not have invaded had the
// sanctions been tougher".
func (c *signalContext) neverWas(sent stretch) bool {
	if c.t.has(sent.lo, sent.lo+1, "had") && c.t.has(sent.lo+2, sent.hi, "would", "might", "could") {
		return true
	}
	would := false
	for i := sent.lo; i+1 < sent.hi; i++ {
		modal := c.res.lex.of(&c.t.tok[i])&classModal != 0
		if modal && c.t.has(i, i+1, "would", "might", "could") && (c.t.has(i+1, i+2, "have") || c.t.has(i+1, i+2, "not", "never") && c.t.has(i+2, i+3, "have")) {
			would = true
		}
		if would && (c.t.has(i, i+1, "had") && c.res.lex.of(&c.t.tok[i+1])&(classDeterminer|classPossessive) != 0 || c.t.has(i, i+1, "if") && c.t.has(i+1, min(i+6, sent.hi), "had")) {
			return true
		}
	}
	return false
}

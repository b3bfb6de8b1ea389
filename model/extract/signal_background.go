package extract

import (
	"slices"

	"parley/model"
)

// What only looks like news of a measure: what a measure is for, what a war may bring, what
// a court does to a thief, what a word means, what was done long before.

// meantTo says that the verb at token i tells what a measure named before it is for:
// "sanctions designed in part to curb exports".
func (c *signalContext) meantTo(sent stretch, have []anchor, i int) bool {
	if c.t.field != model.InText || !c.isTo(i-1) && !c.t.has(i-1, i, "at") {
		return false
	}
	for j := i - 2; j >= sent.lo && j > i-7; j-- {
		if c.in("purpose", j) {
			return slices.ContainsFunc(have, func(a anchor) bool { return a.hi <= j })
		}
		if k := &c.t.tok[j]; k.kind != wordToken || c.res.lex.of(k)&(classAuxiliary|classModal|classDeterminer) != 0 {
			return false
		}
	}
	return false
}

// forPurpose says that the words at token i tell what something is for, or go on with a measure
// right before them, or what somebody has not done: "a move designed to starve", "a licence
// permitting", "failed to halt".
func (c *signalContext) forPurpose(sent stretch, have []anchor, i int) bool {
	if n := len(have); n > 0 && have[n-1].hi == i && !have[n-1].verb {
		return true
	}
	return c.isTo(i-1) && i-2 >= sent.lo && (c.in("purpose", i-2) || c.t.has(i-2, i-1, "failure", "failed", "failing", "fails"))
}

// ofCourt says that a sentence is about a court and a cheat, or that those who look for one
// act before token i: what they freeze is frozen by no state against another.
func (c *signalContext) ofCourt(sent stretch, i int) bool {
	if c.t.field == model.InTitle {
		return c.t.has(i, sent.hi, "gang", "gangs", "mafia", "cartel", "fraudster", "fraudsters")
	}
	return c.any("bench", sent.lo, sent.hi) && c.any("cheating", sent.lo, sent.hi) || c.any("sleuths", max(sent.lo, i-judgedReach), i)
}

// atHome says that a measure which a text names at token i is borne at home, or is leave for
// something: "benefit sanctions", "power tariffs on homes", "without proper sanction", "as a
// sanction"; or that it is only studied or talked of.
func (c *signalContext) atHome(sent stretch, i int) bool {
	if c.t.has(i+1, i+2, "for") && c.t.has(i, i+1, "tariff", "tariffs") && c.any("consumers", i+2, min(i+5, sent.hi)) {
		return true
	}
	if c.t.field != model.InText {
		return false
	}
	switch low := c.t.tok[i].low; {
	case c.studied(sent, i), c.talkedOf(sent, i):
		return true
	case low == "sanctions" && (c.t.has(i+1, i+2, "for") && c.in("lapses", i+2) || c.any("subordinate", i+1, min(i+4, sent.hi))):
		return !c.stateIn(sent.lo, sent.hi)
	case low == "blockade" || low == "blockades":
		return c.any("roadside", i+1, min(i+5, sent.hi)) || c.any("hauliers", sent.lo, i) || c.any("at-work", sent.lo, i)
	case (low == "tariff" || low == "tariffs") && (c.t.has(sent.lo, i, "utility", "regulator") || c.t.has(i-1, i, "gas")):
		return true
	case low == "sanction":
		if c.t.has(i-1, i, "word", "term", "noun", "verb") {
			return true
		}
		return c.in("allowing", i-1) || c.t.has(i-1, i, "a") && c.t.has(i-2, i-1, "as") || c.t.has(i-1, i, "without")
	case low == "sanctions" && c.t.has(i+1, min(i+7, sent.hi), "jobseekers", "claimants"):
		return true
	case low == "sanctions" || low == "tariff" || low == "tariffs":
		return c.in("household", i-1) && !(c.t.has(i+1, i+2, "on", "against") && c.stateIn(i+1, min(i+6, sent.hi))) || low == "sanctions" && c.t.has(max(sent.lo, i-3), i, "divestment")
	}
	return false
}

// studied says that a measure at token i is what a book, a course or a show is about: "a
// lecture on sanctions", "her thesis deals with the embargo".
func (c *signalContext) studied(sent stretch, i int) bool {
	if c.t.has(i-1, i, "whether", "how", "why", "when") && i+1 < sent.hi && c.res.lex.of(&c.t.tok[i+1])&(classModal|classAuxiliary) == 0 {
		return c.any("scholars", sent.lo, i-1)
	}
	for j := i - 2; j >= sent.lo && j > i-earshot/8; j-- {
		if k := &c.t.tok[j]; k.kind == stopToken || k.low == "," || k.low == ";" || k.low == ":" {
			return false
		}
		if c.in("scholarship", j) {
			return c.t.has(j+1, j+2, "of", "on", "about", "deals", "traces", "covers", "explores", "tells", "recalls", "follows", "asks", "looks", "shows")
		}
	}
	return false
}

// talkedOf says that the verb behind a measure at token i is that of the talks about it:
// "the talks on tariffs resumed".
func (c *signalContext) talkedOf(sent stretch, i int) bool {
	return c.t.has(i-1, i, "on", "about", "over") && c.t.has(i+1, i+2, "resumed", "resume", "continued", "continue", "stalled", "collapsed", "ended", "began") &&
		c.t.has(max(sent.lo, i-judgedReach), i-1, "talks", "negotiations", "consultations", "discussions")
}

// bannedAtHome says that a ban which somebody is told to break is one of the place where he
// lives: its phrase names no state, and tells of no trade between states: "fined for breaching
// the beef ban".
func (c *signalContext) bannedAtHome(sent stretch, a *anchor) bool {
	if a.verb || !c.t.has(a.lo, a.hi, "ban", "bans", "curfew", "restrictions", "limit", "limits") || c.any("over-borders", a.np, min(a.hi+3, sent.hi)) {
		return false
	}
	sources, _ := c.inside(a)
	return len(sources) == 0 && !c.saysWhom(sent, a)
}

// brings says that consequences, whose name ends at token i, are those of something that
// may happen, and no answer to what somebody does: "the consequences of a war".
func (c *signalContext) brings(sent stretch, i int) bool {
	if _, somebody := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi)); somebody && c.t.has(i, i+1, "for") && c.t.has(max(sent.lo, i-6), i, "there") {
		return false // "there will be severe consequences for Ruritania"
	}
	return c.t.field == model.InText && i+1 < sent.hi && c.t.has(i, i+1, "of", "for") && c.words.formOf(c.t.tok[i+1].low) != formGerund && !c.any("defiance", i+1, min(i+4, sent.hi))
}

// defines says that a sentence tells what a word means, before token i.
func (c *signalContext) defines(sent stretch, i int) bool {
	for j := sent.lo + 1; j+1 < i; j++ {
		if c.isTo(j+1) && c.t.has(j, j+1, "refers", "refer") {
			return true
		}
	}
	return false
}

// notNow puts onto its rung what a text says is for another time, or only if nothing else helps.
func (c *signalContext) notNow(sent stretch, a *anchor, ch *chain, out *act) {
	switch {
	case !done(out.action) && out.action != "" && c.reportDenied(sent, min(a.np, ch.lo)):
		out.action = "denied"
	case (out.direction == model.Relief || ch.core.deed == deedImpose) && out.action != "opposed" && c.draftRejected(sent, a, ch):
		out.action, out.direction = "refused-relief", model.Pressure
	case out.action == "offered" && c.hopedFor(sent, ch):
		out.action = "demanded"
	case out.direction == model.Relief && (c.hasty(sent, ch) || c.unwise(sent, ch)):
		out.action = "opposed"
	case out.direction == model.Relief && c.untimely(sent, ch):
		out.action, out.direction = "refused-relief", model.Pressure
	case (out.action == "deferred" || out.action == "denied") && c.t.field == model.InText && c.unagreed(ch) && c.resisted(sent, a):
		out.action, out.direction = "opposed", model.Pressure
	case out.action == "announced" && c.orElse(sent, ch):
		out.action = "threatened"
	case out.action == "announced" && c.heldOff(sent, ch):
		out.action, out.direction = "deferred", model.Relief
	case ch.core.deed == deedFloat && c.any("exposure", ch.core.hi, ch.core.hi+6) && !c.any("exposure", ch.hi, ch.core.hi+6):
		out.action = "" // "discussed his reliance on a waiver"
	}
}

// untimely says that the time for what a chain tells is said not to have come: "too early
// to lift".
func (c *signalContext) untimely(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i > ch.core.lo-9; i-- {
		switch k := &c.t.tok[i]; {
		case k.kind == stopToken || k.low == "," || k.low == ";" || k.low == "but":
			return false
		case k.low == "premature" || (k.low == "early" || k.low == "soon") && c.t.has(i-1, i, "too"):
			return true
		}
	}
	return false
}

// hasty says that somebody is blamed for giving relief too fast: "is moving too quickly to ease".
func (c *signalContext) hasty(sent stretch, ch *chain) bool {
	if c.t.field != model.InText || !c.isTo(ch.core.lo-1) {
		return false
	}
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-6; i-- {
		if c.t.has(i, i+1, "rushing", "rushed", "haste", "hurrying") || c.t.has(i, i+1, "quickly", "fast", "hastily", "far", "quick", "eager") && c.t.has(i-1, i, "too") {
			return true
		}
	}
	return false
}

// unwise says that somebody calls it wrong to give relief: "it would be a mistake to lift".
func (c *signalContext) unwise(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i >= sent.lo && i > ch.core.lo-9; i-- {
		switch k := &c.t.tok[i]; {
		case k.kind == stopToken || k.low == "," || k.low == ";" || k.low == "but":
			return false
		case k.low == "unwise" || k.low == "mistake" || k.low == "irresponsible" || k.low == "folly" || k.low == "wrong":
			return c.isTo(i + 1)
		}
	}
	return false
}

// heldOff says that a sentence goes on with somebody not doing what he had planned: "had
// planned to impose it, but held off".
func (c *signalContext) heldOff(sent stretch, ch *chain) bool {
	for i := ch.hi; i+1 < sent.hi; i++ {
		if c.t.has(i, i+1, "but", "before") && (c.t.has(i+1, min(i+4, sent.hi), "held", "backed", "backing", "holding") && c.t.has(i+2, min(i+5, sent.hi), "off", "down", "back") || c.t.has(i+1, min(i+4, sent.hi), "relented", "relenting")) {
			return true
		}
	}
	return false
}

// orElse says that a chain tells what follows where somebody does not do what was asked: "or
// else Oslo will impose".
func (c *signalContext) orElse(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 1; i > sent.lo && i > ch.core.lo-9; i-- {
		if c.t.tok[i].kind == stopToken || c.t.has(i, i+1, ";") {
			return false
		}
		if c.t.has(i, i+1, "else") && c.t.has(i-1, i, "or") || c.t.has(i, i+1, "otherwise") {
			return ch.modal == "will" || ch.modal == "would"
		}
	}
	return false
}

// orSuffer says that a text tells by a passive what somebody is to suffer where he does not do
// as he is told: "must leave or be cut off from", "or see its goods taxed".
func (c *signalContext) orSuffer(sent stretch, ch *chain) bool {
	if c.t.field != model.InText {
		return false
	}
	if c.t.has(ch.core.lo-1, ch.core.lo, "be") && c.t.has(ch.core.lo-2, ch.core.lo-1, "or") {
		return true
	}
	for i := ch.core.lo - 1; i > sent.lo && i > ch.core.lo-7; i-- {
		if c.t.has(i, i+1, "see", "have", "find", "watch") && c.t.has(i-1, i, "or") {
			return true
		}
	}
	return false
}

package extract

import (
	"strings"

	"parley/model"
)

// link is one verb, or noun that acts, of the chain that governs a measure.
type link struct {
	lo, hi int
	ladderWord
}

// chain is what stands around a measure's name: the verb that takes it, the one
// above that, and what modifies them.
type chain struct {
	core, upper link
	hasUpper    bool
	negated     bool
	modal       string // will, would, could, may, might, must, should, to
	passive     bool
	with        bool // "hit India with tariffs"
	soon        bool // "once exports are hit by sanctions"
	now         bool // "now face"
	yet         bool // what is not so may still come: "not yet"
	inIf        bool // within a condition: "if X raises tariffs"
	prolongs    bool // a body does it to its own measure by deciding it
	unmeant     bool // nobody means to do what is told: "has no plans to seek"
	undone      bool // nobody has done it, which puts nothing off: "has not imposed", "imposed no tariffs"
	renews      bool // it makes a measure, or a pause in it, hold for longer, without which that runs out
	settled     bool // who resolves to do it has done it: see settled
	bare        bool // no verb, or one that tells only of an effect: whom it hits must be named
	by          int  // where "by" stands behind a noun that acts; 0 for nowhere
	bowed       bool // it is a threat to which somebody gives way or not
	lo, hi      int  // tokens it covers, without the measure
}

// chainBefore looks left of a measure for its verbs.
func (c *signalContext) chainBefore(sent stretch, a *anchor) (chain, bool) {
	var ch chain
	i := a.np
	with := false
	for i > sent.lo && a.np-i < 12 {
		k := &c.t.tok[i-1]
		if n := c.ladderEnding(sent, i); n > 0 {
			w, _, _ := c.words.ladder.match(c.t.tok, i-n)
			if w.lead == "weaken" && c.t.field == model.InText {
				w.deed = deedEase // what somebody weakens does not hold the harder
			}
			if with && c.t.field == model.InText && w.lead == "respond" && c.t.has(i-1, i, "to") {
				w.deed, with = deedImpose, false // "respond to X's sanctions with a ban"
			}
			if with && (w.lead == "join" || w.deed != deedImpose) && w.deed != deedThreaten && !(w.deed == deedTighten && c.t.has(i, a.np, "pressure", "squeeze", "heat", "screws")) && !(w.deed == deedForce && c.t.field == model.InTitle) {
				return ch, false
			}
			if with && w.deed == deedForce {
				w.deed = deedImpose // "squeezes X with sanctions"
			}
			ch.core = link{i - n, i, w}
			ch.with = with
			ch.lo, ch.hi = i-n, a.np
			c.climb(sent, &ch)
			return ch, true
		}
		if j := c.soCalled(sent, i); j < i {
			i = j
			continue
		}
		if j := c.spell(sent, i); j < i {
			i = j
			continue
		}
		if noun, w := c.ofAct(sent, i-1); noun >= 0 {
			ch.core, ch.lo, ch.hi, ch.by = link{noun, noun + 1, w}, noun, a.np, noun+1
			c.climb(sent, &ch)
			return ch, true
		}
		if k.low == "may" && c.t.tok[i].kind == numberToken {
			i-- // the month, of until when
			continue
		}
		class := c.res.lex.of(k)
		switch {
		case k.low == "with" && !with:
			with = true
		case k.low == "from" && c.letsOff(sent, i-1) > 0:
			i = c.letsOff(sent, i-1)
			continue
		case k.low == "," && (with || c.t.has(a.np-1, a.np, "in", "of")) && c.namesAround(sent, i-1):
		case k.low == "," && c.warnedList(sent, i-1, a):
		case k.low == "," || k.low == ";" || k.low == ":" || k.kind == stopToken || k.kind == dashToken && !k.is(flagGlued):
			return ch, false
		case k.low == "that" || class&classRelative != 0 && k.low != "that":
			return ch, false
		case class&(classConjunction|classConditional) != 0 && k.low != "as":
			return ch, false
		case (k.low == "over" || k.low == "about" || k.low == "at") && c.angry(sent, i-1):
			ch.core = link{i - 1, i, ladderWord{deed: deedOppose, form: formNoun, lead: "anger"}}
			ch.lo, ch.hi = i-1, a.np
			return ch, true
		case (k.low == "for" || k.low == "into" || k.low == "to") && c.t.field == model.InTitle && c.verbFor(sent, i-1) > 0:
			i = c.verbFor(sent, i-1)
			continue
		case k.low == "off" && c.t.field == model.InTitle && c.t.has(max(sent.lo, i-6), i-1, "let", "lets", "letting"):
			for !c.t.has(i-1, i, "let", "lets", "letting") {
				i--
			}
			ch.core, ch.lo, ch.hi = link{i - 1, i, ladderWord{deed: deedLicense, form: formPresent, lead: "let off"}}, i-1, a.np
			c.climb(sent, &ch)
			return ch, true
		case k.low == "to" && c.in("giving", i):
		case (k.low == "of" || k.low == "than") && c.t.has(i-2, i-1, "instead", "rather"):
			return ch, false
		case class&classPreposition != 0 && !with && k.low != "of" && k.low != "on" && k.low != "in":
			return ch, false
		case class&(classModal|classAuxiliary) != 0 && !genitive(k):
			return ch, false
		}
		i--
	}
	return ch, false
}

// verbFor finds the end of a verb that takes somebody for its object and its measure
// behind the preposition at i: "pushes Brussels for", "adds five firms to"; 0 for none.
func (c *signalContext) verbFor(sent stretch, i int) int {
	for j := i - 1; j >= sent.lo && j >= i-6; j-- {
		k := &c.t.tok[j]
		if c.t.tok[i].low == "to" {
			if c.t.has(j, j+1, "add", "adds", "added", "adding") {
				return j + 1
			}
		} else if w, n, ok := c.words.ladder.match(c.t.tok, j); ok && n == 1 && w.deed == deedDemand && w.form != formNoun {
			return j + 1
		}
		if k.kind != wordToken && k.kind != numberToken && !genitive(k) || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd) != 0 {
			break
		}
	}
	return 0
}

// spell goes left over how long something holds, which may stand between a verb
// and its measure: "extended for another year the embargo".
func (c *signalContext) spell(sent stretch, i int) int {
	if !c.t.has(i-1, i, "for", "by", "until") {
		return i
	}
	if c.t.has(i-1, i, "until") && c.dateAt(i) {
		return i - 1
	}
	if c.any("period", i, min(i+4, sent.hi)) || c.t.has(i, min(i+4, sent.hi), "time") {
		return i - 1
	}
	return i
}

// angry says that displeasure stands before a preposition, in quotation marks or not.
func (c *signalContext) angry(sent stretch, i int) bool {
	for j := i - 1; j >= sent.lo && j >= i-2; j-- {
		if c.in("anger", j) {
			return true
		}
	}
	for j := i - 1; c.t.field == model.InText && j > sent.lo && j > i-7; j-- {
		if c.t.has(j, j+1, "at") && c.in("lashing", j-1) {
			return true // "hits back at Ruritania over"
		}
	}
	return false
}

// climb looks left of the core for the verb above it and for what modifies it.
func (c *signalContext) climb(sent stretch, ch *chain) {
	c.ceased(sent, ch)
	i := ch.lo
	for steps := 0; i > sent.lo && steps < 11; steps++ {
		k := &c.t.tok[i-1]
		class := c.res.lex.of(k)
		if n := c.ladderEnding(sent, i); n > 0 && !c.partOfName(i-n) {
			w, _, _ := c.words.ladder.match(c.t.tok, i-n)
			if w.lead == "door to" && c.any("closing", max(sent.lo, i-n-3), i-n) {
				i -= n // "closed its door to X by imposing"
				continue
			}
			if c.ordered(i-n, w, ch) {
				w.deed = deedDemand
			}
			if !w.deed.does() || w.deed == deedDefer {
				ch.upper, ch.hasUpper = link{i - n, i, w}, true
				ch.lo = i - n
				if c.shelved(sent, i-n) {
					ch.upper.deed = deedDefer
					return
				}
				c.negationBefore(sent, ch, i-n)
				if at, w := c.refusedAbove(sent, i-n, ch); at > 0 {
					ch.upper, ch.lo = link{at, at + 1, w}, at
					return
				}
				if at, ok := c.denialAbove(sent, i-n); ok {
					ch.upper = link{at, at + 1, ladderWord{deed: deedDeny, form: formPast, lead: "deny"}}
				}
				return
			}
			if w.deed == deedImpose && ch.core.deed.relieves() {
				return
			}
		}
		if k.low == "as" && c.t.field == model.InTitle && !c.t.has(i-2, i-1, "such", "well") {
			return // "X braces as Y warns": another clause
		}
		switch {
		case k.low == "now" || k.low == "already" || k.low == "currently":
			ch.now = true
			if i-2 >= sent.lo && c.res.lex.of(&c.t.tok[i-2])&(classAuxiliary|classModal) == 0 {
				return // what stands before is the subject
			}
		case k.low == "against" && c.t.field == model.InTitle && c.t.has(max(sent.lo, i-6), i-1, "warn", "warns", "warned"):
			for i > sent.lo+1 && !c.t.has(i-1, i, "warn", "warns", "warned") {
				i--
			}
			ch.upper, ch.hasUpper, ch.lo = link{i - 1, i, ladderWord{deed: deedOppose, form: formPresent, lead: "warn against"}}, true, i-1
			return
		case k.low == "without" && i < ch.lo:
			return // "without a truce Y would face"
		case negative(k.low):
			ch.negated = true
			ch.modal = or(ch.modal, modalOf(k.low))
			ch.lo = i - 1
		case k.low == "to" && c.t.field == model.InTitle && ch.core.form == formNoun && c.any("tie", max(sent.lo, i-7), i-1):
			ch.upper, ch.hasUpper, ch.lo = link{i - 1, i, ladderWord{deed: deedDemand, form: formPresent, lead: "tie"}}, true, i-1
			return
		case k.low == "to" && ch.modal == "" && c.t.field == model.InTitle && c.t.has(i-2, i-1, "have", "has", "needs", "need"):
			ch.modal, ch.lo = "must", i-2
		case k.low == "to" && c.t.field == model.InText && i < ch.lo && (c.t.tok[i].is(flagCapital) || c.res.lex.of(&c.t.tok[i])&(classDeterminer|classPossessive) != 0):
			return // "linked to X were": no infinitive
		case k.low == "to" && c.t.field == model.InText && i < ch.lo && ch.core.form == formGerund && !ch.hasUpper:
			return // "to be expelled as well as cutting": another verb's
		case k.low == "to" && ch.modal == "":
			ch.modal = "to"
			ch.lo = i - 1
		case c.modalAt(i-1) != "":
			ch.modal = or(noTo(ch.modal), modalOf(k.low))
			ch.lo = i - 1
		case k.low == ";" || k.low == ":" || k.kind == stopToken || k.kind == dashToken && !k.is(flagGlued):
			return
		case k.low == "," && i == ch.core.lo && c.parenthesis(sent, i-1, ch) > 0:
			i = c.parenthesis(sent, i-1, ch)
			continue
		case k.low == "," && ch.modal != "to":
			return
		case k.low == "yet" && i-2 >= sent.lo && negative(c.t.tok[i-2].low):
		case class&(classConjunction|classConditional) != 0 && k.low != "as":
			return
		case (k.low == "and" || k.low == "or") && i < ch.lo && i-2 > sent.lo && strings.HasSuffix(c.t.tok[i].low, "ly") && strings.HasSuffix(c.t.tok[i-2].low, "ly"):
		case k.low == "and" || k.low == "or":
			if c.t.field == model.InTitle && i == ch.core.lo && ch.core.form == formBase && ch.modal == "" && c.t.has(max(sent.lo, i-8), i-1, "to", "will") {
				ch.modal = "to" // "to end aid and raise tariffs"
			}
			if j := c.governsBoth(sent, i, ch); j > 0 {
				i = j
				continue
			}
			return
		}
		i--
	}
}

// governsBoth finds the end of the modal, or the "to", that two verbs of a text share which
// "and" joins before i: "will sanction settlers and ban goods"; 0 for none.
func (c *signalContext) governsBoth(sent stretch, i int, ch *chain) int {
	if c.t.field != model.InText || i != ch.core.lo || ch.core.form != formBase || ch.modal != "" {
		return 0
	}
	for j := i - 2; j > sent.lo && j > i-earshot/5; j-- {
		k := &c.t.tok[j-1]
		if k.low == ";" || k.kind == stopToken || c.res.lex.of(k)&(classRelative|classConditional) != 0 {
			return 0
		}
		if c.modalAt(j-1) != "" || k.low == "to" && c.infinitive(j) {
			return j
		}
	}
	return 0
}

// infinitive says that the word at i behind "to" is a verb, as far as its looks tell.
func (c *signalContext) infinitive(i int) bool {
	k := &c.t.tok[i]
	if k.kind != wordToken || k.is(flagCapital) && c.t.field == model.InText || c.res.lex.of(k)&(classDeterminer|classPossessive|classPreposition|classNumeral|classObject|classAnd|classConjunction) != 0 {
		return false
	}
	return c.words.formOf(k.low) == formBase
}

// negationBefore notices "does not plan to", "won't rule out" above the chain.
func (c *signalContext) negationBefore(sent stretch, ch *chain, i int) {
	for j := i - 1; j >= sent.lo && j >= i-3; j-- {
		k := &c.t.tok[j]
		if negative(k.low) {
			ch.negated = !ch.negated || k.low == "neither" // "neither proposed nor backed" is one negation
			ch.lo = j
		}
		if c.in("intending", j) && negative(c.t.tok[max(j-1, 0)].low) {
			ch.unmeant = true
		}
		if m := c.modalAt(j); m != "" {
			ch.modal = or(noTo(ch.modal), m)
			ch.lo = min(ch.lo, j)
		}
		if k.kind != wordToken {
			return
		}
	}
}

// partOfName keeps "Jim Banks" and "Mark Green" from being verbs.
func (c *signalContext) partOfName(i int) bool {
	return i > 0 && !c.t.caps && c.t.field == model.InText && c.t.tok[i].is(flagCapital) && c.t.tok[i-1].is(flagCapital) && c.t.tok[i-1].kind == wordToken
}

func negative(low string) bool {
	switch low {
	case "not", "no", "never", "n't", "won't", "wouldn't", "can't", "cannot", "couldn't", "doesn't", "don't", "didn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "without", "neither", "nor":
		return true
	}
	return false
}

func modalOf(low string) string {
	switch low {
	case "will", "'ll", "shall", "won't":
		return "will"
	case "would", "'d", "wouldn't":
		return "would"
	case "could", "couldn't", "can", "can't", "cannot":
		return "could"
	case "may", "might":
		return "may"
	case "must", "should":
		return "must"
	}
	return ""
}

// modalAt is modalOf of token i. The month of May says nothing.
func (c *signalContext) modalAt(i int) string {
	k := &c.t.tok[i]
	if k.low == "may" && k.is(flagCapital) && (c.t.has(i-1, i, "in", "of", "since", "until", "till", "by", "from", "last", "next", "late", "early", "mid", "through") || i+1 < len(c.t.tok) && c.t.tok[i+1].kind == numberToken) {
		return ""
	}
	return modalOf(k.low)
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func noTo(m string) string {
	if m == "to" {
		return ""
	}
	return m
}

package extract

import (
	"strings"

	"parley/model"
)

// act is what is done with a measure.
type act struct {
	action, direction string
	senders, targets  []string
	sector            string
	condition         *model.Condition
	temporary         bool
	historical        bool
	hedged            bool
	expires           string // RFC 3339, empty for none
	effective         string
	lo, hi            int // the phrase that carries it
	rule              string
}

// act works out what is done with a measure, or that nothing is. A measure in a
// list shares what is done with the one before it.
func (c *signalContext) act(sent stretch, a *anchor, before *act) (act, bool) {
	if before != nil && (a.listed || c.inList(sent, a, before)) {
		shared := *before
		shared.lo, shared.hi = a.np, a.hi
		shared.rule += "-list"
		if own := c.targets(sent, a, chain{}); len(own) > 0 {
			shared.targets = own
		}
		return shared, true
	}
	chain, rule, ok := c.governing(sent, a)
	if !ok {
		return act{}, false
	}
	c.chain, c.found = chain, act{rule: rule}
	ch, out := &c.chain, &c.found
	c.besideGerund(sent, ch)
	c.above(sent, a, ch)
	c.wishes(sent, a, ch)
	c.leftUndone(sent, ch)
	c.turned(sent, a, ch)
	c.beforeItBegan(a, ch)
	r := actReader{signalContext: c, sent: sent, a: a, ch: ch, out: out}
	if r.onlySpokenOf(before) || !r.rereadVerb() || !r.findRung() {
		return act{}, false
	}
	c.parties(sent, a, ch, out)
	if !r.rereadByParties() || r.concernsNobody() {
		return act{}, false
	}
	r.fillIn()
	return *out, true
}

// decreed says that before a "to" at i somebody puts an act of law into force: "adopts
// acts to".
func (c *signalContext) decreed(sent stretch, i int) bool {
	if !c.in("statute", i-1) {
		return false
	}
	for j := i - 2; j >= sent.lo && j >= i-5; j-- {
		if c.in("enact", j) {
			return true
		}
	}
	return false
}

// promiseKept says that a promise or a threat stands before a verb at hi, and before it
// that it was carried out.
func (c *signalContext) promiseKept(sent stretch, hi int) bool {
	promised := false
	for i := hi - 1; i >= sent.lo && i >= hi-8; i-- {
		promised = promised || c.in("promise", i)
		if promised && c.in("fulfil", i) && (!c.t.has(i, i+1, "good", "through") || c.t.has(i+1, i+2, "on", "with")) {
			return !c.stillToCome(sent, i)
		}
	}
	return false
}

// isTopic says that a gerund and its measure are what a sentence talks about, not
// what somebody does: "Scrapping export controls is a mistake".
func (c *signalContext) isTopic(sent stretch, a *anchor, ch *chain) bool {
	if ch.core.form != formGerund || ch.hasUpper || c.needed(sent, a, ch) {
		return false
	}
	if k := &c.t.tok[max(ch.core.lo-1, sent.lo)]; ch.core.lo > sent.lo && k.kind == wordToken && c.res.lex.of(k)&classSaid == 0 && !(c.t.field == model.InText && k.low == "that" && c.res.lex.of(&c.t.tok[max(ch.core.lo-2, sent.lo)])&classSaid != 0) {
		return false
	}
	for i := a.hi; i < a.hi+5; i++ {
		if c.t.has(i, i+1, "is", "are", "was", "would", "will", "could", "may", "might", "can", "has") && (c.t.tok[i].low != "may" || c.t.field == model.InTitle || !c.t.tok[i].is(flagCapital)) {
			c.unsaid = c.t.field == model.InText && ch.core.lo > sent.lo // what somebody says of doing it
			return true                                                  // a modal, and no month
		}
	}
	return false
}

// inChamber says that a house of a parliament, or its members, do what a chain tells.
func (c *signalContext) inChamber(sent stretch, ch *chain) bool {
	at := c.skipBack(sent, ch.lo)
	for n := 0; n < 3 && at-1 > sent.lo && c.res.lex.of(&c.t.tok[at-1])&classTime != 0; n++ {
		at-- // "lawmakers this week passed"
	}
	if at > sent.lo && c.t.has(at-1, at, ",", "and") && c.in("chamber", sent.lo) {
		return true // "House passes a budget, sets sanctions"
	}
	return at > sent.lo && c.in("chamber", at-1) && !c.t.has(at-2, at-1, "white")
}

// saysWhom says that the phrase of a measure names whom it is on.
func (c *signalContext) saysWhom(sent stretch, a *anchor) bool {
	_, inside := c.inside(a)
	return len(inside) > 0 || len(c.targets(sent, a, chain{})) > 0
}

// tried says that a sentence is about courts, and who gets round a measure is only tried
// for it.
func (c *signalContext) tried(sent stretch) bool {
	for i := sent.lo; i < sent.hi; i++ {
		if c.in("charged", i) {
			return true
		}
	}
	return false
}

// newlyHit says that a headline tells of a new measure by what those who are hit say of
// it, and not that somebody stands in its way.
func (c *signalContext) newlyHit(a *anchor, ch *chain, out *act) bool {
	if c.t.field != model.InTitle || len(out.senders) == 0 || len(out.targets) == 0 || a.after != noDeed || c.in("resist", ch.core.lo) {
		return false
	}
	return c.isNew(a.np, a.lo)
}

// reported says that a sentence reports in the past, where "would" is a "will".
func (c *signalContext) reported(sent stretch, hi int) bool {
	return c.any("reporting", sent.lo, hi)
}

// plausible asks for a party that measures come from or are aimed at.
func (c *signalContext) plausible(a *act) bool {
	known := func(id string) bool { _, ok := c.res.dir.Find(id); return ok }
	for _, s := range a.senders {
		if known(s) || c.t.field == model.InTitle && len(a.targets) > 0 && known(a.targets[0]) {
			for _, t := range a.targets {
				if x, ok := c.res.dir.Find(t); !ok || x.State != s || c.t.field == model.InTitle {
					return true
				}
			}
			if len(a.targets) == 0 && a.action == "threatened" {
				return true
			}
		}
	}
	return false
}

// clear says that a headline tells without both parties that a measure of states is
// meant: who is hit answers it, a state hits somebody with it, or a member blocks it.
func (c *signalContext) clear(sent stretch, a *anchor, ch *chain, out *act) bool {
	if c.t.field != model.InTitle || a.instrument == "licence" {
		return false
	}
	known := func(ids []string) bool {
		for _, id := range ids {
			if x, ok := c.res.dir.Find(id); ok && (x.Kind == model.State || x.Kind == model.Bloc) {
				return true
			}
		}
		return false
	}
	if a.instrument == "tariff" && (strings.HasSuffix(c.t.tok[a.hi-1].low, "s") || c.hasRate(a)) && known(out.senders) && ch.core.deed != deedForce {
		return true // a state that deals in duties
	}
	return c.reacting(sent, ch, a) && known(out.targets) || ch.core.deed.suffers() && a.instrument == "tariff" && known(c.senders(c.subject(sent, ch))) || ch.with && (known(out.senders) || known(out.targets) && c.beHit(sent, ch)) || out.action == "opposed" && known(out.targets) && known(c.senders(c.subject(sent, ch)))
}

// spokenOf says that a text only speaks of a measure, or of what was done and not by
// whom, against a state that lives under measures: "a plan to cap the price of its oil".
// Who stops trade with it by himself may be a firm.
func (c *signalContext) spokenOf(sent stretch, a *anchor, ch *chain, out *act) bool {
	if c.t.field == model.InText && len(out.targets) > 0 && c.kindOf(out.targets[0]) == model.State {
		if a.instrument == "tariff" && (c.t.has(a.hi, a.hi+1, "on", "against") || out.action == "opposed") {
			return true // "the duties on X's cars", of which nobody says whose they are
		}
		if a.instrument == "licence" && ch.core.lead == "obtain" && c.pressed(sent) != "" {
			return true
		}
		if ch.core.deed.relieves() && (ch.passive || ch.core.lo >= a.hi) && c.words.measures["usual-target"][out.targets[0]] {
			return true // "restrictions on Ruritanian aircraft were waived"
		}
	}
	if c.t.field == model.InText && a.trade && ch.hasUpper && !ch.upper.deed.does() && len(out.targets) > 0 && (c.any("arms", a.lo, a.hi) || a.instrument == "other" && out.action == "demanded") && c.kindOf(out.targets[0]) == model.State {
		return true // "urges him to block arms sales to X"
	}
	if c.t.field != model.InText || !a.trade && !a.permit || len(out.targets) == 0 || !c.words.measures["under"][out.targets[0]] {
		return false
	}
	return ch.passive || ch.hasUpper || a.worded || ch.modal == "to" || c.in("ruling", c.skipBack(stretch{0, len(c.t.tok)}, ch.lo)-1)
}

// ofSanctions says that a licence is one from sanctions, which the sentence names.
func (c *signalContext) ofSanctions(sent stretch, a *anchor) bool {
	switch {
	case a.instrument != "licence":
		return false
	case c.t.has(sent.lo, sent.hi, "sanctions", "ofac"):
		return true
	case c.t.field == model.InTitle:
		return c.t.has(sent.lo, a.lo, "treasury")
	case c.t.has(max(sent.lo, a.lo-3), a.lo, "treasury"), c.t.has(a.hi, a.hi+1, "from") && c.any("duties", a.hi+1, min(a.hi+7, sent.hi)):
		return true
	}
	who := c.pressed(sent)
	return who != "" && (c.official(sent) || c.words.measures["firms"][who])
}

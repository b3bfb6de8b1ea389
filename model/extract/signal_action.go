package extract

import "parley/model"

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
	if before != nil && c.inList(sent, a, before) {
		shared := *before
		shared.lo, shared.hi = a.np, a.hi
		shared.rule += "-list"
		if own := c.targets(sent, a, chain{}); len(own) > 0 {
			shared.targets = own
		}
		return shared, true
	}
	ch, rule, ok := c.governing(sent, a)
	if ch.modal == "would" && c.reported(sent, ch.lo) {
		ch.modal = "will"
	}
	if !ok {
		return act{}, false
	}
	ch.soon = ch.core.deed == deedSuffer && c.t.has(max(sent.lo, ch.lo-7), ch.lo, "once", "when", "before")
	out := act{lo: min(a.np, ch.lo), hi: max(a.hi, ch.hi), rule: rule}
	out.condition = c.condition(sent, &ch, a)
	out.action, out.direction = decide(&ch, a, out.condition != nil && out.condition.Polarity != "until")
	if out.condition != nil && out.condition.Polarity == "until" && ch.core.deed.relieves() {
		out.action, out.direction = "refused-relief", model.Pressure
	}
	if out.action == "" {
		return act{}, false
	}
	c.parties(sent, a, &ch, &out)
	if a.weak && !c.plausible(&out) || ch.core.deed == deedSuffer && len(out.senders)+len(out.targets) == 0 {
		return act{}, false
	}
	if a.instrument == "unspecified-consequences" {
		if out.action != "threatened" && out.action != "announced" && out.action != "floated" || !c.plausible(&out) {
			return act{}, false
		}
		out.action = "threatened"
	}
	out.sector = c.sector(sent, a)
	out.temporary = c.temporary(sent, a, &ch)
	out.historical = c.historical(sent, &ch, a)
	out.hedged = ch.modal == "could" || ch.modal == "may"
	c.dates(sent, a, &ch, &out)
	return out, true
}

// imposedBefore reads behind a measure that is lifted, kept or fought when it
// came: "sanctions imposed on Moscow", "the embargo it has imposed".
func (c *signalContext) imposedBefore(sent stretch, a *anchor, main *act) (act, bool) {
	if main.action == "imposed" || main.direction != model.Relief && main.action != "refused-relief" {
		return act{}, false
	}
	for i := a.hi; i < sent.hi && i < a.hi+14; i++ {
		k := &c.t.tok[i]
		if k.low == "imposed" || k.low == "slapped" || k.low == "levied" {
			past := *main
			past.action, past.direction = "imposed", model.Pressure
			past.historical, past.condition, past.temporary = true, nil, false
			past.lo, past.hi, past.rule = i, i+1, "signal-imposed-before"
			if got := c.agent(sent, i); len(got) > 0 {
				past.senders = got
			}
			return past, true
		}
		if k.low == ";" || k.low == "," && i > a.hi+8 {
			break
		}
	}
	return act{}, false
}

// reported says that a sentence reports in the past, where "would" is a "will".
func (c *signalContext) reported(sent stretch, hi int) bool {
	return c.t.has(sent.lo, hi, "said", "announced", "told", "added", "declared", "confirmed", "pledged")
}

// plausible asks for a party that measures come from or are aimed at.
func (c *signalContext) plausible(a *act) bool {
	known := func(id string) bool { _, ok := c.res.dir.Find(id); return ok }
	for _, s := range a.senders {
		if known(s) {
			for _, t := range a.targets {
				if t != s {
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

// inList says whether a measure is named in one breath with the one before:
// "asset freezes and travel bans", "sanctions, including travel bans".
func (c *signalContext) inList(sent stretch, a *anchor, before *act) bool {
	i := a.np
	if i > sent.lo && i-before.hi < 10 && c.t.has(i-1, i, "including", "include", "includes", "as") {
		return i > before.lo
	}
	for i > sent.lo && i > before.hi-1 {
		k := &c.t.tok[i-1]
		switch k.low {
		case "and", "or", ",", "including", "as", "such", "&", "plus":
			i--
			continue
		}
		break
	}
	return i < a.np && i <= before.hi && i > before.lo
}

// governing finds the verbs of a measure: its own, those left of it, those right
// of it, or a noun behind it.
func (c *signalContext) governing(sent stretch, a *anchor) (chain, string, bool) {
	if a.list {
		ch, ok := c.listing(sent, a)
		return ch, "signal-listing", ok
	}
	if a.verb {
		ch := chain{lo: a.lo, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: a.deed, form: formOf(c.t.tok[a.lo].low)}}}
		c.climb(sent, &ch)
		if k, ok := c.tokenBefore(sent, a.lo); ok && c.t.tok[a.lo].low != "sanctions" && (k == "been" || k == "was" || k == "were" || k == "be" || k == "are" || k == "is") {
			ch.passive = true
		}
		return ch, "signal-verb", true
	}
	left, okLeft := c.chainBefore(sent, a)
	if okLeft && left.core.deed == deedTighten && a.after == deedDefer {
		return left, "signal-truce", true
	}
	if okLeft && left.core.deed == deedAgree && a.after == noDeed && !takesMeasure[left.core.lead] {
		okLeft = false // "ready", "set", "expected" need a verb of their own
	}
	if okLeft {
		return left, "signal-" + ruleOf(left.core.deed), true
	}
	if right, ok := c.chainAfter(sent, a); ok {
		return right, "signal-right-" + ruleOf(right.core.deed), true
	}
	if threat, ok := c.threatIn(sent, a); ok {
		return threat, "signal-consequences", true
	}
	for i := a.hi; i < sent.hi && i < a.hi+14; i++ {
		if c.in("verdict", i) {
			return chain{lo: a.np, hi: i + 1, core: link{i, i + 1, ladderWord{deed: deedOppose}}}, "signal-verdict", true
		}
		if c.in("menace", i) && c.t.has(a.hi, i, "would", "could", "will") {
			return chain{lo: a.np, hi: i + 1, modal: "could", core: link{i, i + 1, ladderWord{deed: deedThreaten}}}, "signal-menace", true
		}
	}
	if c.t.field == model.InTitle && c.t.has(a.np-5, a.np+1, "no") {
		return chain{lo: a.np, hi: a.hi, negated: true, core: link{a.lo, a.hi, ladderWord{deed: deedImpose}}}, "signal-none", true
	}
	switch a.after {
	case deedDefer, deedForce:
		return chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: a.after}}}, "signal-noun-" + ruleOf(a.after), true
	}
	return chain{}, "", false
}

// takesMeasure are the verbs of willing that have a measure for their object.
var takesMeasure = map[string]bool{"agree": true, "agree on": true, "agrees on": true, "agreed on": true, "offer": true, "promise": true, "pledge": true, "plan": true, "plans": true}

// threatIn finds the warning that unnamed consequences belong to, wherever in
// the sentence it stands.
func (c *signalContext) threatIn(sent stretch, a *anchor) (chain, bool) {
	if a.instrument != "unspecified-consequences" {
		return chain{}, false
	}
	for i := sent.lo; i < sent.hi; i++ {
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && w.deed == deedThreaten {
			return chain{lo: i, hi: a.hi, core: link{i, i + n, w}}, true
		}
	}
	return chain{}, false
}

func ruleOf(r deed) string {
	for name, x := range deeds {
		if x == r {
			return name
		}
	}
	return "none"
}

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
	if a.verb {
		ch := chain{lo: a.lo, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedImpose, form: formOf(c.t.tok[a.lo].low)}}}
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

// decide places a chain of verbs on the ladder.
func decide(ch *chain, a *anchor, conditional bool) (action, direction string) {
	core, upper := ch.core.deed, noDeed
	if ch.hasUpper {
		upper = ch.upper.deed
	}
	if upper == deedDeny {
		if core.relieves() || a.after.relieves() {
			return "denied", model.Relief
		}
		return "denied", model.Pressure
	}
	if a.after != noDeed && a.after != core {
		if a.after == deedDefer || a.after == deedThreaten || a.after == deedForce {
			if core == deedThreaten || core == deedFloat || core == deedDemand {
				upper = core
			} else {
				upper = noDeed
			}
		} else if !core.does() {
			upper = core
		}
		core = a.after
	}
	if core == deedDeny && a.instrument == "export-control" {
		core = deedImpose // "deny export licences"
	}
	if a.instrument == "licence" {
		return licensing(ch, core, upper)
	}
	switch core {
	case deedImpose, deedTighten:
		return pressing(ch, core, upper, conditional)
	case deedLift, deedEase, deedSuspend, deedLicense:
		return relieving(ch, core, upper)
	case deedDefer:
		if upper == deedDemand {
			return "demanded", model.Relief
		}
		return "deferred", model.Relief
	case deedForce:
		if (ch.modal == "will" || ch.modal == "to") && !ch.negated {
			return "announced", model.Pressure
		}
		return "in-force", model.Pressure
	case deedSuffer:
		if ch.soon {
			return "announced", model.Pressure
		}
		return suffering(ch, conditional)
	case deedFloat:
		if upper == deedThreaten || conditional {
			return "threatened", model.Pressure
		}
		if ch.negated {
			return "", ""
		}
		return "floated", model.Pressure
	case deedThreaten:
		if ch.negated {
			return "", ""
		}
		return "threatened", model.Pressure
	case deedDemand:
		if ch.negated {
			return "", ""
		}
		return "called-for", model.Pressure
	case deedAnnounce, deedAgree:
		if ch.negated {
			return "denied", model.Pressure
		}
		return "announced", model.Pressure
	case deedOppose, deedRefuse:
		if ch.core.lead == "ruled out" || ch.core.lead == "rules out" || ch.core.lead == "rule out" || ch.core.lead == "ruling out" {
			if ch.negated {
				return "floated", model.Pressure
			}
			return "denied", model.Pressure
		}
		return "opposed", model.Pressure
	case deedDeny:
		return "denied", model.Pressure
	case deedExpire:
		if ch.modal == "will" || ch.modal == "to" {
			return "announced", model.Relief
		}
		return "expired", model.Relief
	}
	return "", ""
}

// licensing places what is done with a licence: to issue one is relief for a
// time, never a measure and never its end.
func licensing(ch *chain, core, upper deed) (string, string) {
	switch core {
	case deedExpire, deedLift, deedSuspend:
		if ch.modal == "will" || ch.modal == "to" {
			return "licensed", model.Relief // it still holds
		}
		return "expired", model.Relief
	case deedOppose, deedRefuse:
		return "opposed", model.Relief
	case deedDemand:
		return "demanded", model.Relief
	case deedFloat:
		return "considered", model.Relief
	case deedAgree:
		return "offered", model.Relief
	}
	return relieving(ch, deedLicense, upper)
}

func pressing(ch *chain, core, upper deed, conditional bool) (string, string) {
	switch upper {
	case deedThreaten:
		return "threatened", model.Pressure
	case deedFloat:
		if conditional {
			return "threatened", model.Pressure
		}
		return "floated", model.Pressure
	case deedDemand:
		return "called-for", model.Pressure
	case deedAgree, deedAnnounce, deedDecide:
		if conditional {
			return "threatened", model.Pressure
		}
		return "announced", model.Pressure
	case deedRefuse:
		if ch.negated {
			return "floated", model.Pressure
		}
		return "denied", model.Pressure
	case deedOppose:
		return "opposed", model.Pressure
	case deedDeny:
		return "denied", model.Pressure
	case deedDefer:
		return "deferred", model.Relief
	}
	if ch.negated {
		return "deferred", model.Relief
	}
	if conditional && (ch.modal != "" || ch.core.form == formPresent || ch.core.form == formBase) {
		return "threatened", model.Pressure
	}
	switch ch.modal {
	case "could", "may", "would":
		return "floated", model.Pressure
	case "will", "to":
		return "announced", model.Pressure
	case "must":
		return "called-for", model.Pressure
	}
	if core == deedTighten {
		return "tightened", model.Pressure
	}
	return "imposed", model.Pressure
}

func relieving(ch *chain, core, upper deed) (string, string) {
	switch upper {
	case deedFloat, deedSuffer:
		return "considered", model.Relief
	case deedDemand:
		return "demanded", model.Relief
	case deedAgree, deedThreaten:
		if ch.negated {
			return "refused-relief", model.Pressure
		}
		return "offered", model.Relief
	case deedRefuse:
		if ch.negated {
			return "considered", model.Relief
		}
		return "refused-relief", model.Pressure
	case deedOppose:
		return "opposed", model.Relief
	case deedDeny:
		return "denied", model.Relief
	}
	if ch.negated {
		return "refused-relief", model.Pressure
	}
	if upper == deedDecide {
		ch.modal = ""
	}
	switch ch.modal {
	case "could", "may":
		return "considered", model.Relief
	case "will", "would", "to":
		return "offered", model.Relief
	case "must":
		return "demanded", model.Relief
	}
	switch core {
	case deedLift:
		return "lifted", model.Relief
	case deedEase:
		return "eased", model.Relief
	case deedSuspend:
		return "suspended", model.Relief
	}
	return "licensed", model.Relief
}

func suffering(ch *chain, conditional bool) (string, string) {
	switch {
	case conditional:
		return "threatened", model.Pressure
	case ch.modal == "could" || ch.modal == "may" || ch.modal == "would":
		return "floated", model.Pressure
	case ch.core.lead == "hit by", ch.core.lead == "under", ch.core.lead == "subject to", ch.core.lead == "targeted by", ch.core.lead == "reeling from", ch.core.lead == "squeezed by", ch.core.lead == "respond":
		return "in-force", model.Pressure
	default:
		return "announced", model.Pressure
	}
}

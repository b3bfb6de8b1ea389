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
	if ok {
		c.above(sent, a, &ch)
		c.wishes(sent, a, &ch)
		c.leftUndone(sent, &ch)
	}
	if ok && c.t.field == model.InText && (c.onlyTalk(sent, a, &ch) || c.nothingYet(sent, a, &ch) || before != nil && c.comesTo(sent, a, &ch)) {
		return act{}, false
	}
	if ok && (c.onlyHe(sent, a, &ch) || c.needsLeave(a, &ch) || c.isTopic(sent, a, &ch) || c.onlyAgenda(sent, a, &ch) || before != nil && before.action == "deferred" && c.toAvoid(&ch)) {
		return act{}, false
	}
	if ch.core.deed == deedImpose && c.t.has(ch.core.lo, ch.core.lo+1, "put", "puts", "putting") && (c.t.has(a.hi, a.hi+1, "on") && c.t.has(a.hi+1, a.hi+2, "hold", "ice") || c.t.has(a.hi+2, min(a.hi+6, sent.hi), "hold", "ice")) {
		ch.core.deed = deedDefer // "puts tariffs on hold"
	}
	if ok && ch.core.deed == deedOppose && c.t.field == model.InTitle && c.in("contest", ch.core.lo) && c.failed(sent, &ch, a) {
		ch.upper, ch.hasUpper = link{ch.lo, ch.core.lo, ladderWord{deed: deedRefuse}}, true
		ch.core.deed = deedLift // "loses appeal against sanctions"
	}
	if ok && (ch.core.deed.relieves() || ch.core.deed == deedDefer) && c.attempted(&ch) && c.failed(sent, &ch, a) {
		ch.upper, ch.hasUpper, ch.modal = link{ch.lo, ch.core.lo, ladderWord{deed: deedRefuse}}, true, ""
		ch.core.deed = deedLift
	}
	if ok && ch.core.deed.relieves() && (!ch.hasUpper || ch.upper.deed != deedRefuse) && c.attempted(&ch) || ok && ch.core.deed == deedOppose && c.any("undo", ch.core.lo-2, ch.core.lo) {
		return act{}, false
	}
	if a.instrument == "price-cap" && ch.core.deed == deedEase && c.in("lower", ch.core.lo) {
		ch.core.deed = deedTighten // the lower a cap, the harder it hits
	}
	if ok && ch.core.deed.relieves() && !ch.hasUpper && ch.modal == "" && ch.core.form == formNoun && c.t.has(a.hi, a.hi+1, "must", "should", "is", "are") && (c.in("price", a.hi) || c.in("price", a.hi+1) || c.in("price", a.hi+2)) {
		ch.modal = "must" // "lifting of sanctions must be part of it"
	}
	if ok && ch.core.deed == deedOppose && c.in("blocking", ch.core.lo) && c.in("bench", c.skipBack(sent, ch.lo)-1) {
		ch.core.deed = deedSuspend // a court that blocks a measure stops it
	}
	if ch.modal == "would" && !ch.hasUpper && c.t.field == model.InText && c.t.has(max(sent.lo, ch.lo-14), ch.lo, "bill", "legislation", "draft") {
		ch.upper, ch.hasUpper = link{ch.lo, ch.core.lo, ladderWord{deed: deedFloat}}, true // what a bill would do
	}
	if ch.modal == "would" && c.reported(sent, ch.lo) {
		ch.modal = "will"
	}
	if !ok {
		return act{}, false
	}
	if c.t.has(a.np, a.lo, "zero", "lower", "reduced") && c.t.field == model.InTitle && a.instrument == "tariff" && !ch.hasUpper && (ch.core.deed == deedAgree || ch.core.deed == deedFloat || ch.core.deed == deedDemand || ch.core.deed == deedAnnounce) {
		ch.upper, ch.hasUpper = ch.core, true
		ch.core.deed = deedEase // "open to zero tariffs"
	}
	if a.after.relieves() && !ch.hasUpper && (ch.core.deed == deedImpose || ch.core.deed == deedAnnounce) && c.t.has(a.hi, a.hi+1, "as") && (c.in("price", a.hi+1) || c.in("price", a.hi+2)) {
		ch.core.deed = deedDemand // "sets sanctions relief as condition"
	}
	if ch.core.lead == "lift" && a.instrument == "tariff" && c.liftedTo(sent, a) {
		ch.core.deed = deedTighten // "lifts tariff to 15%"
	}
	if c.t.has(a.np, a.lo, "zero", "lower", "reduced") && c.t.field == model.InTitle && a.instrument == "tariff" && ch.core.deed == deedImpose {
		ch.core.deed = deedEase // "orders lower tariffs"
		if c.any("awaiting", ch.core.lo-4, ch.core.lo) {
			ch.upper, ch.hasUpper = link{ch.lo, ch.core.lo, ladderWord{deed: deedFloat}}, true
		}
	}
	if ch.core.deed == deedThreaten && ch.core.form == formNoun && c.t.field == model.InTitle && c.in("shelve", ch.core.lo-1) {
		ch.core.deed = deedDefer // "drops threat of"
	}
	if ch.core.deed == deedDefer && ch.modal == "to" && c.t.field == model.InTitle && c.t.has(ch.core.lo, ch.core.lo+1, "head", "stave", "prevent") && (!ch.hasUpper || ch.upper.deed == deedDemand) {
		ch.core.deed, ch.hasUpper, ch.modal = deedSuffer, false, "" // "scrambles to head off tariffs"
	}
	if ch.hasUpper && ch.upper.deed == deedDefer && c.t.has(ch.upper.lo-3, ch.upper.lo, "fail", "fails", "failed") {
		ch.hasUpper, ch.modal = false, "" // "fail to delay"
	}
	if ch.modal == "to" && c.promiseKept(sent, ch.core.lo) {
		ch.hasUpper, ch.modal = false, "" // "made good on his promise to impose"
	}
	if ch.core.deed.relieves() && !ch.hasUpper && ch.modal == "to" && c.decreed(sent, ch.core.lo-1) {
		ch.modal = "" // "signs decree to lift"
	}
	if c.needed(sent, a, &ch) {
		ch.modal = "must"
	}
	ch.soon = ch.core.deed.suffers() && c.t.has(max(sent.lo, ch.lo-7), ch.lo, "once", "when", "before")
	out := act{lo: min(a.np, ch.lo), hi: max(a.hi, ch.hi), rule: rule}
	out.condition = c.condition(sent, &ch, a)
	ch.inIf = c.t.field == model.InTitle && out.condition != nil && c.t.has(sent.lo, a.np, "if")
	ch.prolongs = c.words.measures["prolong"][ch.core.lead]
	ch.settled = c.settled(sent, &ch)
	c.commanded(sent, &ch)
	if ch.modal == "to" && c.t.field == model.InTitle && c.firstTo(sent, &ch) {
		ch.modal, ch.hasUpper = "", false
	}
	out.action, out.direction = decide(&ch, a, out.condition != nil && out.condition.Polarity != "until")
	if out.condition != nil && out.condition.Polarity == "until" && ch.core.deed.relieves() && (ch.negated || ch.core.deed != deedLicense) {
		out.action, out.direction = "refused-relief", model.Pressure
	}
	if out.condition != nil && out.condition.Polarity != "until" && c.t.field == model.InTitle && done(out.action) && out.direction == model.Relief && !c.t.has(sent.lo, a.np, "if", "unless", "once") {
		out.action = "offered" // "lifting of sanctions if a deal is reached"
	}
	if c.supposed(sent, a, &ch) {
		out.suppose()
	}
	c.notNow(sent, a, &ch, &out)
	c.kept(sent, &ch, &out)
	c.shortOfIt(sent, a, &ch, &out)
	if out.action == "" {
		return act{}, false
	}
	if (out.action == "imposed" || out.action == "tightened") && c.t.field == model.InTitle && ch.core.form == formGerund && c.t.has(ch.core.lo-1, ch.core.lo, "before", "from") {
		out.action = "floated" // "tells him to think again before raising tariffs"
	}
	if out.action == "imposed" && c.t.field == model.InTitle && ch.core.form == formPresent && c.t.has(max(sent.lo, ch.lo-3), ch.lo, "before", "until", "unless") {
		out.action = "threatened" // "before he imposes sanctions"
	}
	c.parties(sent, a, &ch, &out)
	if ch.core.deed == deedEvade && (c.tried(sent) && !c.saysWhom(sent, a) || a.weak && a.instrument == "tariff" && c.t.field == model.InTitle) {
		return act{}, false
	}
	if out.action == "opposed" && out.direction == model.Pressure && c.newlyHit(a, &ch, &out) {
		out.action = "imposed" // "deplores new sanctions": the news is that they came
	}
	if c.spared(&ch, a) && c.t.has(a.hi, sent.hi, "now", "until", "for") {
		out.action = "deferred" // "spared tariff, for now"
	}
	if ch.core.deed.suffers() && c.t.field == model.InText && !ch.negated && ch.core.form == formBase && c.t.has(ch.core.lo-1, ch.core.lo, "or") {
		out.action = "threatened" // "must open its ports or face sanctions"
	}
	if ch.passive && (out.action == "imposed" || out.action == "announced") && c.orSuffer(sent, &ch) {
		out.action = "threatened"
	}
	if ch.core.deed.suffers() && c.t.field == model.InTitle && c.t.has(ch.core.lo-1, ch.core.lo, "or") && !c.t.has(ch.core.lo, ch.core.lo+1, "pay") {
		out.action = "threatened" // "X gives Y a week or face tariffs"
		if ms := c.res.mentions(c.t, sent.lo, ch.core.lo); len(ms) > 1 && len(out.senders) < 2 {
			if genitive(&c.t.tok[ms[1].hi]) && c.any("faced-with", ms[0].hi, ms[1].lo) {
				ms[0], ms[1] = ms[1], ms[0] // "X faces Y's deadline to yield or face tariffs"
			}
			out.senders, out.targets = c.senders(ms[:1]), without(c.senders(ms[1:2]), c.senders(ms[:1]))
		}
	}
	if a.weak && c.t.field == model.InText && a.instrument == "tariff" && c.hasRate(a) && len(out.targets) > 0 {
		a.weak = false // "a 35% duty on X's tyres"
	}
	if a.weak && !c.plausible(&out) && !c.rated(sent, a, &ch, &out) && !c.clear(sent, a, &ch, &out) && !c.stopsTrade(a, &out) && !c.curbsCommerce(a, &out) && !c.ofSanctions(sent, a) && !c.spokenOf(sent, a, &ch, &out) && !c.likelyMeant(sent, a) || ch.core.deed.suffers() && len(out.senders)+len(out.targets) == 0 && !c.onlyStates(a) && !c.lawful(sent, &ch) && !c.rated(sent, a, &ch, &out) {
		return act{}, false
	}
	if (ch.bare || ch.core.deed.suffers() && a.instrument == "tariff") && c.t.field == model.InTitle && len(out.targets) == 0 && !c.felt(a, &ch, &out) && !(out.action == "in-force" && (ch.bare || ch.core.form != formNoun) && c.presumed(a)) {
		return act{}, false // what nobody is named to bear is background
	}
	if ch.bare && c.t.field == model.InTitle && a.instrument == "tariff" && len(out.senders) == 0 {
		return act{}, false
	}
	if c.t.field == model.InTitle && c.vague(a, &ch, &out) {
		return act{}, false
	}
	if c.ofNoState(sent, &out) {
		return act{}, false
	}
	if a.instrument == "unspecified-consequences" {
		if out.action != "threatened" && out.action != "announced" && out.action != "floated" && out.action != "deferred" || !c.plausible(&out) && out.action != "deferred" {
			return act{}, false
		}
		if out.action != "deferred" {
			out.action = "threatened"
		}
	}
	if out.action == "imposed" && c.unsure(sent, &ch) {
		out.action = "floated"
	}
	if c.inChamber(sent, &ch) {
		switch out.action {
		case "imposed", "announced", "tightened":
			out.action = "floated" // what a house has passed is no law yet
		case "lifted", "eased", "suspended", "offered":
			out.action = "considered"
		}
	}
	out.sector = c.sector(sent, a)
	out.temporary = c.temporary(sent, a, &ch)
	if out.action == "eased" || out.action == "lifted" {
		if out.temporary = out.temporary || c.limited(sent, a, out.action); out.temporary {
			out.action = "licensed" // relief for a time is no lasting one, whatever the verb
		}
	}
	out.historical = c.historical(sent, &ch, a)
	out.hedged = ch.modal == "could" || ch.modal == "may"
	c.dates(sent, a, &ch, &out)
	return out, true
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
			return true
		}
	}
	return false
}

// isTopic says that a gerund and its measure are what a sentence talks about, not
// what somebody does: "Scrapping export controls is a mistake".
func (c *signalContext) isTopic(sent stretch, a *anchor, ch *chain) bool {
	if ch.core.form != formGerund || ch.hasUpper {
		return false
	}
	if k := &c.t.tok[max(ch.core.lo-1, sent.lo)]; ch.core.lo > sent.lo && k.kind == wordToken && (c.t.field == model.InText || c.res.lex.of(k)&classSaid == 0) {
		return false
	}
	return c.t.has(a.hi, a.hi+5, "is", "are", "was", "would", "will", "could", "may", "might", "can", "has")
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
	return c.t.has(a.np, a.lo, "new", "fresh", "latest")
}

// reported says that a sentence reports in the past, where "would" is a "will".
func (c *signalContext) reported(sent stretch, hi int) bool {
	return c.any("reporting", sent.lo, hi)
}

// plausible asks for a party that measures come from or are aimed at.
func (c *signalContext) plausible(a *act) bool {
	known := func(id string) bool { _, ok := c.res.dir.Find(id); return ok }
	for _, s := range a.senders {
		if x, ok := c.res.dir.Find(s); ok && c.t.field == model.InText && x.Kind == model.Organisation && x.State == "" && s != "un" {
			continue // who only asks
		}
		if known(s) || c.t.field == model.InTitle && len(a.targets) > 0 && known(a.targets[0]) {
			for _, t := range a.targets {
				if x, ok := c.res.dir.Find(t); t != s && (!ok || x.State != s || c.t.field == model.InTitle) {
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
	return a.instrument == "licence" && (c.t.has(sent.lo, sent.hi, "sanctions") || c.t.field == model.InText && c.t.has(sent.lo, sent.hi, "ofac") || c.t.field == model.InText && c.pressed(sent) != "" && (c.official(sent) || c.words.measures["firms"][c.pressed(sent)]) || c.t.field == model.InText && c.t.has(a.hi, a.hi+1, "from") && c.any("duties", a.hi+1, min(a.hi+7, sent.hi)))
}

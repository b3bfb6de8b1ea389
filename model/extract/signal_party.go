package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// parties fills in who sends a measure and who is hit.
func (c *signalContext) parties(sent stretch, a *anchor, ch *chain, out *act) {
	inSource, inTarget := c.inside(a)
	if by := c.madeBy(sent, a); len(by) > 0 {
		inSource = by
	}
	if a.passive {
		inSource = nil // whose the thing is says who is hit
	}
	if a.worded && c.t.has(a.hi-1, a.hi, "list", "blacklist") && len(inSource) == 0 {
		inSource = c.senders(c.res.mentions(c.t, a.lo, a.hi)) // "remain on X's list"
	}
	out.targets = c.targets(sent, a, *ch)
	if a.passive && a.instrument == "asset-freeze" {
		out.senders = c.heldIn(sent, a)
		out.targets = without(out.targets, out.senders)
	}
	if len(out.targets) == 0 {
		out.targets = inTarget
	}
	if c.t.field == model.InText && len(out.targets)+len(inSource) == 0 && c.t.has(a.lo, a.hi, "blockade") {
		out.targets = c.strangers(a.np, a.lo)
	}
	if ch.by > 0 {
		out.senders = c.agent(sent, ch.by)
	}
	subject := c.subject(sent, ch)
	if culprit, victim, ok := c.reproached(sent, a, ch); ok {
		out.senders, out.targets = culprit, victim
		return
	}
	if ch.core.lead == "warned off" {
		out.senders, out.targets = c.warnedParties(sent, a, ch)
		return
	}
	switch {
	case ch.bare && !ch.passive && ch.core.lead == "bare":
		out.senders = inSource
		for _, m := range c.res.mentions(c.t, sent.lo, a.np) {
			if c.t.has(a.np-1, a.np, "at") && c.t.has(m.lo-1, m.lo, "with") && len(inSource) == 0 {
				out.senders = c.senders([]mention{m}) // "seals a pact with X at 20% duty"
			}
		}
	case ch.core.lead == "instead":
		if ms := c.res.mentions(c.t, a.hi, sent.hi); len(ms) > 0 {
			out.senders, out.targets = c.senders(ms[:1]), or2(out.targets, c.senders(ms[1:]))
		}
	case c.spared(ch, a), ch.hasUpper && ch.upper.deed.suffers():
		out.senders = inSource
		out.targets = or2(c.asTargets(subject), out.targets)
	case ch.core.deed == deedLoom && ch.core.lead == "wording" && len(out.targets) == 0 && c.t.field == model.InText && !c.t.has(ch.core.lo, ch.core.lo+1, "there"):
		out.senders, out.targets = inSource, c.asTargets(subject) // "X will face sanctions"
	case c.warnedOf(ch, subject):
		out.senders, out.targets = inSource, c.senders(subject)
	case c.reacting(sent, ch, a) && out.direction != "":
		out.senders = inSource
		out.targets = or2(out.targets, c.senders(subject))
		if out.action == "threatened" && len(subject) > 0 && len(inSource) == 0 {
			out.targets = c.senders(subject)
		}
	case ch.with && c.beHit(sent, ch):
		out.senders = or2(inSource, c.agent(sent, a.hi))
		out.targets = or2(out.targets, c.asTargets(subject)) // "X is to be hit with tariffs"
	case ch.core.deed.suffers():
		if ch.modal == "to" && c.t.field == model.InTitle && !ch.hasUpper && !c.t.has(sent.lo, ch.lo, ":") {
			subject = c.earlier(sent, ch.lo) // "ends its talks to escape sanctions"
		}
		if ms := c.res.mentions(c.t, ch.upper.hi, ch.core.lo); ch.hasUpper && len(ms) > 0 && len(out.targets) == 0 {
			out.targets = c.asTargets(ms) // "suggests that Tehran may face sanctions"
			out.senders = or2(inSource, c.senders(subject))
			break
		}
		if c.fronted(sent, ch) {
			subject = c.behindComma(sent, a.hi) // "Reeling from X's tariffs, Y and Z seek"
		}
		if own := or2(or2(c.antecedent(sent, ch.lo), c.told(sent, subject)), c.asTargets(subject)); len(out.targets) == 0 || len(own) > 0 && strings.HasSuffix(ch.core.lead, " by") && c.t.field == model.InTitle {
			out.targets = own
		}
		if len(out.targets) == 0 && c.t.field == model.InTitle {
			out.targets = c.speaking(sent, ch)
		}
		out.senders = inSource
		if len(out.senders) == 0 && c.t.has(a.hi, a.hi+1, "from") {
			out.senders = c.senders(c.res.mentions(c.t, a.hi+1, min(a.hi+4, sent.hi)))
		}
		if market := c.market(sent, ch); len(out.senders) == 0 && len(market) > 0 {
			out.senders, out.targets = market, without(out.targets, market)
			if own := without(c.asTargets(c.earlier(sent, ch.lo)), market); len(out.targets) == 0 {
				out.targets = own
			}
		}
		if len(out.senders) == 0 && len(subject) > 0 {
			out.senders = without(c.senders(c.earlier(sent, subject[0].lo)), out.targets)
		}
	case a.worded && (c.t.has(a.lo, a.hi, "resolution", "resolutions") || a.deed == deedEvade):
		out.senders, out.targets = []string{"un"}, without(out.targets, []string{"un"})
	case ch.core.deed == deedEvade:
		out.senders = inSource
		if ms := c.res.mentions(c.t, sent.lo, ch.core.lo); len(out.targets) == 0 && len(ms) > 0 && (c.t.field == model.InTitle || c.res.actors[ms[len(ms)-1].actor].Kind == model.State && ms[len(ms)-1].how == byName) && (c.skipBack(sent, ch.core.lo) == ms[len(ms)-1].hi || ch.modal == "to" && !c.words.measures["firms"][c.res.actors[ms[0].actor].ID]) {
			if ch.modal == "to" && c.t.field == model.InTitle {
				ms = ms[:1]
			}
			out.targets = without(c.asTargets(ms[len(ms)-1:]), inSource) // who gets round it is under it
		}
		if who := c.pressed(sent); len(out.targets) == 0 && who != "" && c.t.field == model.InText && !slices.Contains(out.senders, who) {
			out.targets = []string{who}
		}
	case len(out.senders) > 0:
	case ch.passive || ch.core.last || ch.core.deed == deedForce || ch.core.deed == deedLoom || ch.core.deed == deedExpire:
		out.senders = or2(c.agent(sent, ch.hi), inSource)
		if out.action == "opposed" || out.action == "called-for" || out.action == "demanded" {
			out.senders = inSource // who speaks against it does not send it
		}
		if (a.permit || a.instrument == "travel-ban" && a.verb && c.in("forfeit", a.lo)) && len(out.senders) == 0 {
			out.senders = c.senders(c.res.mentions(c.t, a.lo, a.hi)) // "wins US nod to sell"
		}
		if ms := c.res.mentions(c.t, a.hi, min(a.hi+5, sent.hi)); a.verb && a.instrument == "travel-ban" && c.t.has(a.hi, a.hi+1, "from") && len(out.senders) == 0 && len(ms) > 0 {
			out.senders = c.senders(ms[:1]) // "barred from X"
		}
		if !ch.passive && len(out.senders) == 0 && (ch.core.lo < a.np || c.t.field == model.InText && (c.theirOwn(a, subject) || a.worded && a.instrument == "other")) && !(out.condition != nil && c.t.has(sent.lo, sent.lo+1, "if", "unless", "should")) {
			out.senders = c.senders(subject)
		}
		if ms := c.res.mentions(c.t, sent.lo, a.np); len(out.senders) == 0 && c.t.field == model.InTitle && a.instrument == "tariff" && len(ms) > 0 && ms[0].lo == sent.lo && ms[0].hi < a.np && c.res.lex.of(&c.t.tok[ms[0].hi])&classSaid != 0 && c.words.measures["imposer"][c.senderID(ms[0])] && len(without(slices.Clone(out.targets), c.senders(ms[:1]))) == len(out.targets) {
			out.senders = c.senders(ms[:1]) // "X says tariffs are coming"
		}
		if len(out.senders) == 0 && ch.core.deed == deedExpire && c.t.has(a.np-1, a.np, "lets", "let", "allows") {
			out.senders = c.senders(c.earlier(sent, a.np))
		}
	case c.t.field == model.InText && len(inSource) > 0 && c.in("provoking", ch.core.lo):
		out.senders, out.targets = inSource, or2(out.targets, without(c.bearers(c.earlier(sent, ch.lo)), inSource)) // "X's purchase could trigger U.S. sanctions"
	case c.t.field == model.InText && ch.core.form == formNoun && c.onlyGlad(ch):
		out.senders = inSource // "welcomed the renewal of"
	case out.action == "opposed":
		out.senders = or2(inSource, or2(c.agent(sent, a.hi), c.addressee(ch)))
		if ms := c.res.mentions(c.t, max(sent.lo, ch.lo-4), ch.lo); ch.core.lead == "anger" && len(out.senders) == 0 && len(ms) > 0 && c.t.has(ms[len(ms)-1].lo-1, ms[len(ms)-1].lo, "sues", "sue", "sued", "suing") {
			out.senders = c.senders(ms[len(ms)-1:]) // "sues the EU over sanctions"
		}
		if len(out.senders) == 0 && a.verb && c.t.field == model.InTitle {
			out.senders = c.senders(subject) // "shrugs off calls to sanction X"
		}
	case out.action == "called-for":
		out.senders = or2(inSource, or2(c.addressee(ch), c.organs(subject)))
		if to := ch.upper.lo - 1; len(out.senders) == 0 && ch.hasUpper && c.t.field == model.InTitle && c.isTo(to) {
			if m, ok := c.mentionEnding(sent, to); ok {
				out.senders = c.senders([]mention{m}) // "urges Brussels to back a ban on"
			}
		}
		if ch.modal == "must" && len(out.senders) == 0 && c.t.field == model.InText && !ch.passive {
			out.senders = c.senders(subject) // "Altland should consider"
		}
		if ms := c.res.mentions(c.t, ch.core.hi, a.np); !ch.hasUpper && len(out.senders) == 0 && c.t.field == model.InTitle {
			out.senders = c.senders(ms) // "push Brussels for sanctions"
		}
	case out.action == "demanded":
		if asked, asks, ok := c.pleaOf(sent, ch); ok {
			out.senders, out.targets = or2(inSource, asked), asks
			break
		}
		out.senders = or2(inSource, c.addressee(ch))
		if ch.modal == "must" && (!ch.hasUpper || ch.upper.deed != deedDemand) && len(out.senders) == 0 {
			out.senders = c.senders(subject) // "Europe will have to lift"
			break
		}
		out.targets = or2(out.targets, c.bearers(subject)) // who asks for relief is under the measure
		if own := c.bearers(subject); (ch.core.deed == deedLicense || ch.core.deed == deedEase && strings.HasSuffix(ch.core.lead, " from") || a.instrument == "licence" && len(without(slices.Clone(own), out.senders)) > 0) && c.t.field == model.InTitle && len(own) > 0 {
			out.targets = own // "asks for exemption from Russia sanctions"
		}
	case a.after == deedThreaten && ch.core.lo == a.lo && len(inSource) > 0 && c.t.field == model.InTitle:
		out.senders = inSource // "X trades on despite Y's tariff threat"
		out.targets = or2(without(out.targets, inSource), without(c.bearers(subject), inSource))
	case out.action == "denied" && out.direction == model.Relief:
		out.senders = inSource
		out.targets = or2(out.targets, c.senders(subject))
	case out.direction == model.Relief && len(subject) > 1 && len(out.targets) == 0 && len(inSource) == 0 && c.t.field == model.InTitle:
		subject = c.dutiesOf(subject, a)
		out.senders, out.targets = c.senders(subject[:1]), c.senders(subject[1:]) // both give way
	case a.after == deedDefer && ch.core.deed != deedDefer && len(subject) > 1, a.after == deedDefer && len(subject) > 1:
		subject = c.dutiesOf(subject, a)
		out.senders = c.senders(subject[:1]) // a truce has two sides
		out.targets = or2(out.targets, c.senders(subject[1:]))
	case a.after == deedDefer && c.t.has(a.hi, a.hi+1, "from"):
		out.senders = c.senders(c.res.mentions(c.t, a.hi+1, min(a.hi+5, sent.hi)))
		out.targets = or2(c.senders(c.earlier(sent, a.np)), out.targets)
	case (ch.core.deed == deedDefer || ch.core.deed.relieves()) && c.obtained(sent, ch, a):
		if out.senders = inSource; len(inSource) == 0 && c.t.has(a.hi, a.hi+1, "from") {
			out.senders = c.senders(c.res.mentions(c.t, a.hi+1, min(a.hi+4, sent.hi)))
		}
		out.targets = without(out.targets, inSource)
		if own := c.asTargets(subject); len(own) > 0 && (len(out.targets) == 0 || ch.core.deed == deedLicense) {
			out.targets = own
		}
	case len(c.recipient(sent, ch, a)) > 0:
		at := c.recipient(sent, ch, a)
		out.targets = c.asTargets(at[:1])
		out.senders = or2(c.senders(c.earlier(sent, at[0].lo)), inSource)
	default:
		own := c.senders(subject)
		if c.t.field == model.InTitle && len(inSource) > 0 && len(subject) == 1 && c.t.has(subject[0].hi, subject[0].hi+1, ":") {
			out.senders, out.targets = inSource, or2(without(out.targets, inSource), without(own, inSource)) // "X: UN sanctions are void"
			break
		}
		if a.listing {
			own = or2(inSource, or2(c.agent(sent, a.hi), own))
		}
		if c.t.field == model.InText && len(inSource) == 1 && inSource[0] == "un" && !ch.core.deed.relieves() {
			own = inSource // whoever sets them going, they are the UN's
		}
		if (ch.core.deed == deedImpose || ch.core.deed == deedTighten) && len(own) > 0 && len(inSource) > 0 && len(out.targets) == 0 {
			out.targets = slices.Clone(inSource) // "doubles India's tariff"
		}
		hits := c.hitBySubject(subject, own, inSource) && (ch.core.lead != "wording" || c.t.field == model.InText)
		if hits && len(out.targets) == 0 {
			out.targets = inSource // "agrees to delay EU tariffs"
		}
		if ch.core.deed == deedAgree && ch.core.lead == "wording" {
			own = inSource // who no longer stands in its way
			if len(own) == 0 && c.belong(subject, []string{"eu"}) {
				own = []string{"eu"}
			}
		} else if !hits && (ch.core.deed.relieves() || ch.core.deed == deedDefer) || len(own) == 0 || out.action == "floated" && len(inSource) > 0 {
			own = or2(inSource, own)
		}
		out.senders = own
	}
	if len(out.senders) == 0 && !(ch.core.deed == deedEvade && c.t.field == model.InText) && !c.reacting(sent, ch, a) && out.action != "called-for" && out.action != "opposed" && out.action != "demanded" {
		out.senders = c.speaking(sent, ch)
	}
	if c.westActs(sent, ch, a) && (len(out.senders) == 0 || len(inSource) == 0 && c.t.field == model.InTitle) {
		out.senders = []string{"west"}
	}
	if len(out.targets) == 0 && out.action == "opposed" && !c.belong(subject, out.senders) && (c.t.field == model.InTitle || len(subject) == 1 && !c.in("resist", ch.core.lo)) {
		out.targets = without(c.bearers(subject), out.senders)
	}
	if other := c.dealWith(sent, a); other != "" && out.direction == model.Relief && a.instrument == "tariff" && len(inSource) == 0 && !slices.Contains(out.senders, other) && len(out.senders) < 2 {
		out.senders, out.targets = []string{other}, or2(without(out.targets, []string{other}), out.senders) // "strikes deal with X, lowering tariffs"
	}
	if who := c.stranger(sent, ch); who != "" && len(subject) == 0 {
		switch {
		case len(out.senders) == 0 && (ch.core.deed == deedImpose || ch.core.deed == deedTighten) && !ch.passive && c.hasRate(a):
			out.senders = []string{who} // a province
		case len(out.targets) == 0 && out.action == "refused-relief":
			out.targets = []string{who} // "X loses bid to lift sanctions"
		}
	}
	if len(out.senders) == 0 {
		out.senders = or2(c.headingDoer(sent, a, out), without(c.seated(sent, ch), out.targets))
	}
	if c.byCouncil(sent, ch) && (len(out.senders) == 0 || c.kindOf(out.senders[0]) == model.State) {
		out.senders = []string{"un"} // whoever asks for a resolution of it
	}
	if len(out.senders) == 0 && out.action == "opposed" && c.blocked(ch) && len(subject) > 0 && c.belong(subject, []string{"eu"}) && !slices.Contains(out.targets, "eu") && a.instrument != "tariff" {
		out.senders = []string{"eu"} // a member of the Union stands in its way
		out.targets = without(out.targets, c.asTargets(subject))
	}
	for _, id := range c.joinedIn(sent, ch) {
		if len(out.senders) > 0 && !slices.Contains(out.senders, id) {
			out.senders = append(slices.Clip(out.senders), id)
		}
	}
	if a.instrument != "warrant" {
		out.senders = slices.DeleteFunc(out.senders, func(id string) bool { return c.words.measures["never-senders"][id] })
	}
	if c.t.field == model.InTitle && a.instrument == "tariff" {
		out.targets = slices.DeleteFunc(out.targets, func(id string) bool { return c.words.measures["never-senders"][id] })
	}
	if a.worded && a.passive && len(out.senders) == 0 {
		out.senders = c.lawgiver(sent, a)
	}
	if a.list && len(out.senders) == 0 {
		out.senders = c.senders(c.res.mentions(c.t, a.lo, a.hi)) // "the EU list"
	}
	if a.instrument == "licence" && c.t.field == model.InText {
		c.licensor(sent, out)
	}
	if own, whom := c.relativeParties(sent, a); len(own) > 0 && len(out.senders) == 0 {
		out.senders, out.targets = own, or2(out.targets, whom)
	}
	if a.instrument == "travel-ban" && c.t.field == model.InText {
		c.keptOutOf(sent, a, out)
	}
	c.assumeSender(sent, a, out)
	if len(out.senders) == 0 && !c.onlyGlad(ch) && (!a.weak || a.instrument == "tariff" || c.t.has(a.lo, a.hi, "restrictions", "curbs", "measures") && ch.core.deed != deedEvade) {
		out.senders = c.onlyImposer(sent, out)
	}
	if len(out.targets) == 0 && ch.core.deed.suffers() {
		out.targets = without(c.amongMany(sent, ch.lo), out.senders)
	}
	if len(out.targets) == 0 && ch.core.deed == deedLoom && c.t.has(ch.hi, ch.hi+1, "over", "for") {
		out.targets = without(c.asTargets(c.res.mentions(c.t, ch.hi, min(ch.hi+5, sent.hi))), out.senders)
	}
	if len(out.targets) == 0 && ch.core.deed == deedForce {
		out.targets = without(c.asTargets(c.res.mentions(c.t, ch.core.hi, min(ch.core.hi+4, sent.hi))), out.senders)
	}
	if len(out.targets) == 0 {
		out.targets = c.otherTargets(sent, ch, out)
	}
	if len(without(slices.Clone(out.targets), out.senders)) == 0 {
		out.targets = nil
	}
	if sold := c.foreignBuyers(sent, a, out); len(sold) > 0 {
		if out.targets = without(out.targets, sold); len(out.targets) == 0 {
			return
		}
	}
	if len(out.targets) == 0 && c.t.field == model.InText {
		out.targets = without(c.despite(sent, a), out.senders)
	}
	if len(out.targets) == 0 {
		out.targets = c.besides(sent, a, ch, out)
	}
	if who, ok := c.described(sent, a, out); ok {
		out.targets = who
		return
	}
	if len(out.targets) == 0 && c.onThem(sent, a) {
		out.targets = without(c.himBefore(sent, a), out.senders)
		if len(out.targets) == 0 {
			out.targets = without(c.bearers(c.earlier(sent, a.np)), out.senders)
		}
		return
	}
	if !a.weak && len(out.targets)+len(out.senders) == 0 && out.action != "called-for" && out.action != "demanded" && out.action != "opposed" && !c.thingActs(sent, ch.lo) {
		out.senders = c.onlyPower(sent)
	}
	if len(out.targets) == 0 && (a.instrument != "asset-freeze" && a.instrument != "travel-ban" || (a.trade || ch.bare) && c.t.field == model.InTitle || c.onPeople(sent, a)) && ch.core.deed != deedEvade {
		out.targets = c.onlyOther(sent, a, ch, out)
	}
	if len(out.targets) == 0 && c.t.field == model.InText && !a.verb && !a.list {
		out.targets = without(c.asTargets(c.res.mentions(c.t, a.lo, a.hi)), out.senders) // "a ban on X's oil" is one term
	}
	if len(out.targets) == 0 && !a.worded {
		out.targets = c.unknown(sent, a, ch)
	}
	if len(out.targets)+len(out.senders) == 0 && c.t.field == model.InText && out.action == "in-force" {
		out.targets = c.bearing(sent, a)
	}
	if c.onDealers(sent, a) {
		out.targets = without(out.targets, c.senders(c.res.mentions(c.t, a.hi, sent.hi))) // with whom they deal is not taxed
	}
	c.assumeTarget(sent, a, out)
	if len(out.targets) == 0 && (c.t.field == model.InText || a.instrument == "tariff") && c.manyPartners(sent) {
		out.targets = []string{"trading-partners"}
	}
	out.targets = without(out.targets, out.senders)
	out.targets = c.notActing(out)
	c.rightWay(sent, a, ch, out)
}

// westActs says that "West" or "Western" stands for the sender: before the verb, or
// in the measure's phrase.
func (c *signalContext) westActs(sent stretch, ch *chain, a *anchor) bool {
	if i := c.skipBack(sent, min(ch.lo, a.np)); c.t.has(i-1, i, "west") || c.t.field == model.InText && c.westerners(i) {
		return true
	}
	return c.t.has(a.np, a.lo, "west", "western") || ch.hasUpper && ch.upper.deed == deedDemand && c.t.has(ch.upper.hi, ch.core.lo, "west")
}

func or2(a, b []string) []string {
	if len(a) > 0 {
		return a
	}
	return b
}

// agent reads "by the US" behind a passive.
func (c *signalContext) agent(sent stretch, lo int) []string {
	for i := lo; i < sent.hi && i < lo+8; i++ {
		if c.t.tok[i].low == "by" && i+1 < sent.hi {
			if ms := c.res.mentions(c.t, i+1, min(i+6, sent.hi)); len(ms) > 0 {
				if c.t.field == model.InTitle {
					return c.senders(ms[:1])
				}
				return c.senders(c.series(sent, ms[0]))
			}
		}
	}
	return nil
}

// addressee reads whom a demand is made of: "urged the US to lift", "demand that
// the EU ease".
func (c *signalContext) addressee(ch *chain) []string {
	if !ch.hasUpper {
		return nil
	}
	ms := c.res.mentions(c.t, ch.upper.hi, ch.core.lo)
	if len(ms) == 0 {
		return nil
	}
	n := 1
	for n < len(ms) && (c.joined(ms[n-1].hi, ms[n].lo) || c.t.field == model.InTitle && ms[n].lo == ms[n-1].hi+1 && c.t.has(ms[n-1].hi, ms[n].lo, ",")) {
		n++
	}
	return c.senders(ms[:n])
}

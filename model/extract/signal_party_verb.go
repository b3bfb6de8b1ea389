package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who sends a measure and who is hit, by the kind of verb that governs it.

// bare reads a measure that nothing but its place in a title tells of.
func (p *partyReader) bare() {
	p.out.senders = p.inPhrase
	for _, m := range p.res.mentions(p.t, p.sent.lo, p.a.np) {
		if p.t.has(p.a.np-1, p.a.np, "at") && p.t.has(m.lo-1, m.lo, "with") && len(p.inPhrase) == 0 {
			p.out.senders = p.senders([]mention{m}) // "seals a pact with X at 20% duty"
		}
	}
}

// suffering reads who bears a measure or is let off it, which the verb says of its subject.
func (p *partyReader) suffering() {
	if p.ch.modal == "to" && p.t.field == model.InTitle && !p.ch.hasUpper && !p.t.has(p.sent.lo, p.ch.lo, ":") {
		p.doers = p.earlier(p.sent, p.ch.lo) // "ends its talks to escape sanctions"
	}
	if ms := p.res.mentions(p.t, p.ch.upper.hi, p.ch.core.lo); p.ch.hasUpper && len(ms) > 0 && len(p.out.targets) == 0 {
		p.out.targets = p.asTargets(ms) // "suggests that Tehran may face sanctions"
		p.out.senders = or2(p.inPhrase, p.senders(p.doers))
		return
	}
	if p.fronted(p.sent, p.ch) {
		p.doers = p.behindComma(p.sent, p.a.hi) // "Reeling from X's tariffs, Y and Z seek"
	}
	if own := or2(or2(p.antecedent(p.sent, p.ch.lo), p.told(p.sent, p.doers)), p.asTargets(p.doers)); len(p.out.targets) == 0 || len(own) > 0 && strings.HasSuffix(p.ch.core.lead, " by") && p.t.field == model.InTitle {
		p.out.targets = own
	}
	if len(p.out.targets) == 0 && p.t.field == model.InTitle {
		p.out.targets = p.speaking(p.sent, p.ch)
	}
	p.out.senders = p.inPhrase
	if len(p.out.senders) == 0 && p.t.has(p.a.hi, p.a.hi+1, "from") {
		p.out.senders = p.senders(p.res.mentions(p.t, p.a.hi+1, min(p.a.hi+4, p.sent.hi)))
	}
	if market := p.market(p.sent, p.ch); len(p.out.senders) == 0 && len(market) > 0 {
		p.out.senders, p.out.targets = market, without(p.out.targets, market)
		if own := without(p.asTargets(p.earlier(p.sent, p.ch.lo)), market); len(p.out.targets) == 0 {
			p.out.targets = own
		}
	}
	if len(p.out.senders) == 0 && len(p.doers) > 0 {
		p.out.senders = without(p.senders(p.earlier(p.sent, p.doers[0].lo)), p.out.targets)
	}
}

// evading reads who gets round a measure: he is under it.
func (p *partyReader) evading() {
	p.out.senders = p.inPhrase
	if ms := p.res.mentions(p.t, p.sent.lo, p.ch.core.lo); len(p.out.targets) == 0 && len(ms) > 0 && (p.t.field == model.InTitle || p.res.actors[ms[len(ms)-1].actor].Kind == model.State && ms[len(ms)-1].how == byName) && (p.skipBack(p.sent, p.ch.core.lo) == ms[len(ms)-1].hi || p.ch.modal == "to" && !p.words.measures["firms"][p.res.actors[ms[0].actor].ID]) {
		if p.ch.modal == "to" && p.t.field == model.InTitle {
			ms = ms[:1]
		}
		p.out.targets = without(p.asTargets(ms[len(ms)-1:]), p.inPhrase) // who gets round it is under it
	}
	if who := p.pressed(p.sent); len(p.out.targets) == 0 && who != "" && p.t.field == model.InText && !slices.Contains(p.out.senders, who) {
		p.out.targets = []string{who}
	}
}

// passive reads a measure that is the subject itself: who acts stands behind "by" or in its own phrase.
func (p *partyReader) passive() {
	p.out.senders = or2(p.agent(p.sent, p.ch.hi), p.inPhrase)
	if p.out.action == "opposed" || p.out.action == "called-for" || p.out.action == "demanded" {
		p.out.senders = p.inPhrase // who speaks against it does not send it
	}
	if (p.a.permit || p.a.instrument == "travel-ban" && p.a.verb && p.in("forfeit", p.a.lo)) && len(p.out.senders) == 0 {
		p.out.senders = p.senders(p.res.mentions(p.t, p.a.lo, p.a.hi)) // "wins US nod to sell"
	}
	if ms := p.res.mentions(p.t, p.a.hi, min(p.a.hi+5, p.sent.hi)); p.a.verb && p.a.instrument == "travel-ban" && p.t.has(p.a.hi, p.a.hi+1, "from") && len(p.out.senders) == 0 && len(ms) > 0 {
		p.out.senders = p.senders(ms[:1]) // "barred from X"
	}
	if !p.ch.passive && len(p.out.senders) == 0 && (p.ch.core.lo < p.a.np || p.t.field == model.InText && (p.theirOwn(p.a, p.doers) || p.a.worded && p.a.instrument == "other")) && !(p.out.condition != nil && p.t.has(p.sent.lo, p.sent.lo+1, "if", "unless", "should")) {
		p.out.senders = p.senders(p.doers)
	}
	if ms := p.res.mentions(p.t, p.sent.lo, p.a.np); len(p.out.senders) == 0 && p.t.field == model.InTitle && p.a.instrument == "tariff" && len(ms) > 0 && ms[0].lo == p.sent.lo && ms[0].hi < p.a.np && p.res.lex.of(&p.t.tok[ms[0].hi])&classSaid != 0 && p.words.measures["imposer"][p.senderID(ms[0])] && len(without(slices.Clone(p.out.targets), p.senders(ms[:1]))) == len(p.out.targets) {
		p.out.senders = p.senders(ms[:1]) // "X says tariffs are coming"
	}
	if len(p.out.senders) == 0 && p.ch.core.deed == deedExpire && p.t.has(p.a.np-1, p.a.np, "lets", "let", "allows") {
		p.out.senders = p.senders(p.earlier(p.sent, p.a.np))
	}
}

// opposed reads whose measure somebody speaks against.
func (p *partyReader) opposed() {
	p.out.senders = or2(p.inPhrase, or2(p.agent(p.sent, p.a.hi), p.addressee(p.ch)))
	if ms := p.res.mentions(p.t, max(p.sent.lo, p.ch.lo-4), p.ch.lo); p.ch.core.lead == "anger" && len(p.out.senders) == 0 && len(ms) > 0 && p.t.has(ms[len(ms)-1].lo-1, ms[len(ms)-1].lo, "sues", "sue", "sued", "suing") {
		p.out.senders = p.senders(ms[len(ms)-1:]) // "sues the EU over sanctions"
	}
	if len(p.out.senders) == 0 && p.a.verb && p.t.field == model.InTitle {
		p.out.senders = p.senders(p.doers) // "shrugs off calls to sanction X"
	}
}

// calledFor reads who is asked for a measure.
func (p *partyReader) calledFor() {
	p.out.senders = or2(p.inPhrase, or2(p.addressee(p.ch), p.organs(p.doers)))
	if to := p.ch.upper.lo - 1; len(p.out.senders) == 0 && p.ch.hasUpper && p.t.field == model.InTitle && p.isTo(to) {
		if m, ok := p.mentionEnding(p.sent, to); ok {
			p.out.senders = p.senders([]mention{m}) // "urges Brussels to back a ban on"
		}
	}
	if p.ch.modal == "must" && len(p.out.senders) == 0 && p.t.field == model.InText && !p.ch.passive {
		p.out.senders = p.senders(p.doers) // "Altland should consider"
	}
	if ms := p.res.mentions(p.t, p.ch.core.hi, p.a.np); !p.ch.hasUpper && len(p.out.senders) == 0 && p.t.field == model.InTitle {
		p.out.senders = p.senders(ms) // "push Brussels for sanctions"
	}
}

// demanded reads who is asked for relief, and who asks: he is under the measure.
func (p *partyReader) demanded() {
	if asked, asks, ok := p.pleaOf(p.sent, p.ch); ok {
		p.out.senders, p.out.targets = or2(p.inPhrase, asked), asks
		return
	}
	p.out.senders = or2(p.inPhrase, p.addressee(p.ch))
	if p.ch.modal == "must" && (!p.ch.hasUpper || p.ch.upper.deed != deedDemand) && len(p.out.senders) == 0 {
		p.out.senders = p.senders(p.doers) // "Europe will have to lift"
		return
	}
	p.out.targets = or2(p.out.targets, p.bearers(p.doers)) // who asks for relief is under the measure
	if own := p.bearers(p.doers); (p.ch.core.deed == deedLicense || p.ch.core.deed == deedEase && strings.HasSuffix(p.ch.core.lead, " from") || p.a.instrument == "licence" && len(without(slices.Clone(own), p.out.senders)) > 0) && p.t.field == model.InTitle && len(own) > 0 {
		p.out.targets = own // "asks for exemption from Russia sanctions"
	}
}

// letOff reads who is let off by somebody, as the subject of the verb.
func (p *partyReader) letOff() {
	if p.out.senders = p.inPhrase; len(p.inPhrase) == 0 && p.t.has(p.a.hi, p.a.hi+1, "from") {
		p.out.senders = p.senders(p.res.mentions(p.t, p.a.hi+1, min(p.a.hi+4, p.sent.hi)))
	}
	p.out.targets = without(p.out.targets, p.inPhrase)
	if own := p.asTargets(p.doers); len(own) > 0 && (len(p.out.targets) == 0 || p.ch.core.deed == deedLicense) {
		p.out.targets = own
	}
}

// ordinary reads a verb in the active whose subject acts.
func (p *partyReader) ordinary() {
	own := p.senders(p.doers)
	if p.t.field == model.InTitle && len(p.inPhrase) > 0 && len(p.doers) == 1 && p.t.has(p.doers[0].hi, p.doers[0].hi+1, ":") {
		p.out.senders, p.out.targets = p.inPhrase, or2(without(p.out.targets, p.inPhrase), without(own, p.inPhrase)) // "X: UN sanctions are void"
		return
	}
	if p.a.listing {
		own = or2(p.inPhrase, or2(p.agent(p.sent, p.a.hi), own))
	}
	if p.t.field == model.InText && len(p.inPhrase) == 1 && p.inPhrase[0] == "un" && !p.ch.core.deed.relieves() {
		own = p.inPhrase // whoever sets them going, they are the UN's
	}
	if (p.ch.core.deed == deedImpose || p.ch.core.deed == deedTighten) && len(own) > 0 && len(p.inPhrase) > 0 && len(p.out.targets) == 0 {
		p.out.targets = slices.Clone(p.inPhrase) // "doubles India's tariff"
	}
	hits := p.hitBySubject(p.doers, own, p.inPhrase) && (p.ch.core.lead != "wording" || p.t.field == model.InText)
	if hits && len(p.out.targets) == 0 {
		p.out.targets = p.inPhrase // "agrees to delay EU tariffs"
	}
	if p.ch.core.deed == deedAgree && p.ch.core.lead == "wording" {
		own = p.inPhrase // who no longer stands in its way
		if len(own) == 0 && p.belong(p.doers, []string{"eu"}) {
			own = []string{"eu"}
		}
	} else if !hits && (p.ch.core.deed.relieves() || p.ch.core.deed == deedDefer) || len(own) == 0 || p.out.action == "floated" && len(p.inPhrase) > 0 {
		own = or2(p.inPhrase, own)
	}
	p.out.senders = own
}

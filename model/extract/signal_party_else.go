package extract

import (
	"slices"

	"parley/model"
)

// sendersElsewhere looks for who sends a measure where its verb does not say it: with who
// speaks, in what is known of a measure, with the only power that is named.
func (p *partyReader) sendersElsewhere() {
	if len(p.out.senders) == 0 && !(p.ch.core.deed == deedEvade && p.t.field == model.InText) && !p.reacting(p.sent, p.ch, p.a) && p.out.action != "called-for" && p.out.action != "opposed" && p.out.action != "demanded" {
		p.out.senders = p.speaking(p.sent, p.ch)
	}
	if p.westActs(p.sent, p.ch, p.a) && (len(p.out.senders) == 0 || len(p.inPhrase) == 0 && p.t.field == model.InTitle) {
		p.out.senders = []string{"west"}
	}
	if len(p.out.targets) == 0 && p.out.action == "opposed" && !p.belong(p.doers, p.out.senders) && (p.t.field == model.InTitle || len(p.doers) == 1 && !p.in("resist", p.ch.core.lo)) {
		p.out.targets = without(p.bearers(p.doers), p.out.senders)
	}
	if other := p.dealWith(p.sent, p.a); other != "" && p.out.direction == model.Relief && p.a.instrument == "tariff" && len(p.inPhrase) == 0 && !slices.Contains(p.out.senders, other) && len(p.out.senders) < 2 {
		p.out.senders, p.out.targets = []string{other}, or2(without(p.out.targets, []string{other}), p.out.senders) // "strikes deal with X, lowering tariffs"
	}
	if who := p.stranger(p.sent, p.ch); who != "" && len(p.doers) == 0 {
		switch {
		case len(p.out.senders) == 0 && (p.ch.core.deed == deedImpose || p.ch.core.deed == deedTighten) && !p.ch.passive && p.hasRate(p.a):
			p.out.senders = []string{who} // a province
		case len(p.out.targets) == 0 && p.out.action == "refused-relief":
			p.out.targets = []string{who} // "X loses bid to lift sanctions"
		}
	}
	if len(p.out.senders) == 0 {
		p.out.senders = or2(p.headingDoer(p.a, p.out), without(p.seated(p.sent, p.ch), p.out.targets))
	}
	if p.byCouncil(p.sent, p.ch) && (len(p.out.senders) == 0 || p.kindOf(p.out.senders[0]) == model.State) {
		p.out.senders = []string{"un"} // whoever asks for a resolution of it
	}
	if len(p.out.senders) == 0 && p.out.action == "opposed" && p.blocked(p.ch) && len(p.doers) > 0 && p.belong(p.doers, []string{"eu"}) && !slices.Contains(p.out.targets, "eu") && p.a.instrument != "tariff" {
		p.out.senders = []string{"eu"} // a member of the Union stands in its way
		p.out.targets = without(p.out.targets, p.asTargets(p.doers))
	}
	for _, id := range p.joinedIn(p.sent, p.ch) {
		if len(p.out.senders) > 0 && !slices.Contains(p.out.senders, id) {
			p.out.senders = append(slices.Clip(p.out.senders), id)
		}
	}
	if p.a.instrument != "warrant" {
		p.out.senders = slices.DeleteFunc(p.out.senders, func(id string) bool { return p.words.measures["never-senders"][id] })
	}
	if p.t.field == model.InTitle && p.a.instrument == "tariff" {
		p.out.targets = slices.DeleteFunc(p.out.targets, func(id string) bool { return p.words.measures["never-senders"][id] })
	}
	if p.a.worded && p.a.passive && len(p.out.senders) == 0 {
		p.out.senders = p.lawgiver(p.sent, p.a)
	}
	if p.a.list && len(p.out.senders) == 0 {
		p.out.senders = p.senders(p.res.mentions(p.t, p.a.lo, p.a.hi)) // "the EU list"
	}
	if p.a.instrument == "licence" && p.t.field == model.InText {
		p.licensor(p.sent, p.out)
	}
	if own, whom := p.relativeParties(p.sent, p.a); len(own) > 0 && len(p.out.senders) == 0 {
		p.out.senders, p.out.targets = own, or2(p.out.targets, whom)
	}
	if p.a.instrument == "travel-ban" && p.t.field == model.InText {
		p.keptOutOf(p.sent, p.a, p.out)
	}
	p.assumeSender(p.sent, p.a, p.out)
	if len(p.out.senders) == 0 && !p.onlyGlad(p.ch) && (!p.a.weak || p.a.instrument == "tariff" || p.t.has(p.a.lo, p.a.hi, "restrictions", "curbs", "measures") && p.ch.core.deed != deedEvade) {
		p.out.senders = p.onlyImposer(p.sent, p.out)
	}
}

// targetsElsewhere looks for who is hit where phrase and verb do not say it.
func (p *partyReader) targetsElsewhere() {
	if len(p.out.targets) == 0 && p.ch.core.deed.suffers() {
		p.out.targets = without(p.amongMany(p.sent, p.ch.lo), p.out.senders)
	}
	if len(p.out.targets) == 0 && p.ch.core.deed == deedLoom && p.t.has(p.ch.hi, p.ch.hi+1, "over", "for") {
		p.out.targets = without(p.asTargets(p.res.mentions(p.t, p.ch.hi, min(p.ch.hi+5, p.sent.hi))), p.out.senders)
	}
	if len(p.out.targets) == 0 && p.ch.core.deed == deedForce {
		p.out.targets = without(p.asTargets(p.res.mentions(p.t, p.ch.core.hi, min(p.ch.core.hi+4, p.sent.hi))), p.out.senders)
	}
	if len(p.out.targets) == 0 {
		p.out.targets = p.otherTargets(p.sent, p.ch, p.out)
	}
	if len(without(slices.Clone(p.out.targets), p.out.senders)) == 0 {
		p.out.targets = nil
	}
	if sold := p.foreignBuyers(p.sent, p.a, p.out); len(sold) > 0 {
		if p.out.targets = without(p.out.targets, sold); len(p.out.targets) == 0 {
			return
		}
	}
	if len(p.out.targets) == 0 && p.t.field == model.InText {
		p.out.targets = without(p.despite(p.sent, p.a), p.out.senders)
	}
	if len(p.out.targets) == 0 {
		p.out.targets = p.besides(p.sent, p.a, p.ch, p.out)
	}
	if who, ok := p.described(p.sent, p.a, p.out); ok {
		p.out.targets = who
		return
	}
	if len(p.out.targets) == 0 && p.onThem(p.sent, p.a) {
		p.out.targets = without(p.himBefore(p.sent, p.a), p.out.senders)
		if len(p.out.targets) == 0 {
			p.out.targets = without(p.bearers(p.earlier(p.sent, p.a.np)), p.out.senders)
		}
		return
	}
	if !p.a.weak && len(p.out.targets)+len(p.out.senders) == 0 && p.out.action != "called-for" && p.out.action != "demanded" && p.out.action != "opposed" && !p.thingActs(p.sent, p.ch.lo) {
		p.out.senders = p.onlyPower(p.sent)
	}
	if len(p.out.targets) == 0 && (p.a.instrument != "asset-freeze" && p.a.instrument != "travel-ban" || (p.a.trade || p.ch.bare) && p.t.field == model.InTitle || p.onPeople(p.sent, p.a)) && p.ch.core.deed != deedEvade {
		p.out.targets = p.onlyOther(p.sent, p.a, p.ch, p.out)
	}
	if len(p.out.targets) == 0 && p.t.field == model.InText && !p.a.verb && !p.a.list {
		p.out.targets = without(p.asTargets(p.res.mentions(p.t, p.a.lo, p.a.hi)), p.out.senders) // "a ban on X's oil" is one term
	}
	if len(p.out.targets) == 0 && !p.a.worded {
		p.out.targets = p.unknown(p.sent, p.a, p.ch)
	}
	if len(p.out.targets)+len(p.out.senders) == 0 && p.t.field == model.InText && p.out.action == "in-force" {
		p.out.targets = p.bearing(p.sent, p.a)
	}
	if p.onDealers(p.sent, p.a) {
		p.out.targets = without(p.out.targets, p.senders(p.res.mentions(p.t, p.a.hi, p.sent.hi))) // with whom they deal is not taxed
	}
	p.assumeTarget(p.sent, p.a, p.out)
	if len(p.out.targets) == 0 && (p.t.field == model.InText || p.a.instrument == "tariff") && p.manyPartners(p.sent) {
		p.out.targets = []string{"trading-partners"}
	}
	p.out.targets = without(p.out.targets, p.out.senders)
	p.out.targets = p.notActing(p.out)
	p.rightWay(p.sent, p.a, p.ch, p.out)
}

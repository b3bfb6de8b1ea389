package extract

import "parley/model"

// partyReader works out who sends a measure and who is hit, and writes it into the act.
type partyReader struct {
	*signalContext
	sent stretch
	a    *anchor
	ch   *chain
	out  *act

	inPhrase []string  // whom the measure's own phrase names as its source
	doers    []mention // the subject of the chain
}

// parties fills in who sends a measure and who is hit: as the phrase, then as the verb
// says, and where they say nothing as the rest of the sentence does.
func (c *signalContext) parties(sent stretch, a *anchor, ch *chain, out *act) {
	c.persons = c.t.field == model.InTitle && (a.instrument == "travel-ban" || a.instrument == "warrant")
	p := partyReader{signalContext: c, sent: sent, a: a, ch: ch, out: out}
	if p.byPhrase() {
		return
	}
	p.byVerb()
	p.sendersElsewhere()
	p.targetsElsewhere()
}

// byPhrase reads what the measure's phrase and an agent say, and is done where the
// sentence is of a shape that leaves nothing open.
func (p *partyReader) byPhrase() bool {
	inPhrase, inTarget := p.inside(p.a)
	p.inPhrase = inPhrase
	if by := p.madeBy(p.sent, p.a); len(by) > 0 {
		p.inPhrase = by
	}
	if p.a.passive {
		p.inPhrase = nil // whose the thing is says who is hit
	}
	if p.a.worded && p.t.has(p.a.hi-1, p.a.hi, "list", "blacklist") && len(p.inPhrase) == 0 {
		p.inPhrase = p.senders(p.res.mentions(p.t, p.a.lo, p.a.hi)) // "remain on X's list"
	}
	p.out.targets = p.targets(p.sent, p.a, *p.ch)
	if p.a.passive && p.a.instrument == "asset-freeze" {
		p.out.senders = p.heldIn(p.sent, p.a)
		p.out.targets = without(p.out.targets, p.out.senders)
	}
	if len(p.out.targets) == 0 {
		p.out.targets = inTarget
	}
	if p.t.field == model.InText && len(p.out.targets)+len(p.inPhrase) == 0 && p.t.has(p.a.lo, p.a.hi, "blockade") {
		p.out.targets = p.strangers(p.a.np, p.a.lo)
	}
	if p.ch.by > 0 {
		p.out.senders = p.agent(p.sent, p.ch.by)
	}
	p.doers = p.subject(p.sent, p.ch)
	if culprit, victim, ok := p.reproached(p.sent, p.a, p.ch); ok {
		p.out.senders, p.out.targets = culprit, victim
		return true
	}
	if p.ch.core.lead == "warned off" {
		p.out.senders, p.out.targets = p.warnedParties(p.sent, p.a, p.ch)
		return true
	}
	return false
}

// byVerb reads what the verb that governs the measure says of its subject and object.
func (p *partyReader) byVerb() {
	switch {
	case p.ch.bare && !p.ch.passive && p.ch.core.lead == "bare":
		p.bare()
	case p.ch.core.lead == "instead":
		if ms := p.res.mentions(p.t, p.a.hi, p.sent.hi); len(ms) > 0 {
			p.out.senders, p.out.targets = p.senders(ms[:1]), or2(p.out.targets, p.senders(ms[1:]))
		}
	case p.spared(p.ch, p.a), p.ch.hasUpper && p.ch.upper.deed.suffers():
		p.out.senders = p.inPhrase
		p.out.targets = or2(p.asTargets(p.doers), p.out.targets)
	case p.ch.core.deed == deedLoom && p.ch.core.lead == "wording" && len(p.out.targets) == 0 && p.t.field == model.InText && !p.t.has(p.ch.core.lo, p.ch.core.lo+1, "there"):
		p.out.senders, p.out.targets = p.inPhrase, p.asTargets(p.doers) // "X will face sanctions"
	case p.warnedOf(p.ch, p.doers):
		p.out.senders, p.out.targets = p.inPhrase, p.senders(p.doers)
	case p.reacting(p.sent, p.ch, p.a) && p.out.direction != "":
		p.out.senders = p.inPhrase
		p.out.targets = or2(p.out.targets, p.senders(p.doers))
		if p.out.action == "threatened" && len(p.doers) > 0 && len(p.inPhrase) == 0 {
			p.out.targets = p.senders(p.doers)
		}
	case p.ch.with && p.beHit(p.sent, p.ch):
		p.out.senders = or2(p.inPhrase, p.agent(p.sent, p.a.hi))
		p.out.targets = or2(p.out.targets, p.asTargets(p.doers)) // "X is to be hit with tariffs"
	case p.ch.core.deed.suffers():
		p.suffering()
	case p.a.worded && (p.t.has(p.a.lo, p.a.hi, "resolution", "resolutions") || p.a.deed == deedEvade):
		p.out.senders, p.out.targets = []string{"un"}, without(p.out.targets, []string{"un"})
	case p.ch.core.deed == deedEvade:
		p.evading()
	case len(p.out.senders) > 0:
	case p.ch.passive || p.ch.core.last || p.ch.core.deed == deedForce || p.ch.core.deed == deedLoom || p.ch.core.deed == deedExpire:
		p.passive()
	case p.t.field == model.InText && len(p.inPhrase) > 0 && p.in("provoking", p.ch.core.lo):
		p.out.senders, p.out.targets = p.inPhrase, or2(p.out.targets, without(p.bearers(p.earlier(p.sent, p.ch.lo)), p.inPhrase)) // "X's purchase could trigger U.S. sanctions"
	case p.t.field == model.InText && p.ch.core.form == formNoun && p.onlyGlad(p.ch):
		p.out.senders = p.inPhrase // "welcomed the renewal of"
	case p.out.action == "opposed":
		p.opposed()
	case p.out.action == "called-for":
		p.calledFor()
	case p.out.action == "demanded":
		p.demanded()
	case p.a.after == deedThreaten && p.ch.core.lo == p.a.lo && len(p.inPhrase) > 0 && p.t.field == model.InTitle:
		p.out.senders = p.inPhrase // "X trades on despite Y's tariff threat"
		p.out.targets = or2(without(p.out.targets, p.inPhrase), without(p.bearers(p.doers), p.inPhrase))
	case p.out.action == "denied" && p.out.direction == model.Relief:
		p.out.senders = p.inPhrase
		p.out.targets = or2(p.out.targets, p.senders(p.doers))
	case p.out.direction == model.Relief && len(p.doers) > 1 && len(p.out.targets) == 0 && len(p.inPhrase) == 0 && p.t.field == model.InTitle:
		p.doers = p.dutiesOf(p.doers, p.a)
		p.out.senders, p.out.targets = p.senders(p.doers[:1]), p.senders(p.doers[1:]) // both give way
	case p.a.after == deedDefer && p.ch.core.deed != deedDefer && len(p.doers) > 1, p.a.after == deedDefer && len(p.doers) > 1:
		p.doers = p.dutiesOf(p.doers, p.a)
		p.out.senders = p.senders(p.doers[:1]) // a truce has two sides
		p.out.targets = or2(p.out.targets, p.senders(p.doers[1:]))
	case p.a.after == deedDefer && p.t.has(p.a.hi, p.a.hi+1, "from"):
		p.out.senders = p.senders(p.res.mentions(p.t, p.a.hi+1, min(p.a.hi+5, p.sent.hi)))
		p.out.targets = or2(p.senders(p.earlier(p.sent, p.a.np)), p.out.targets)
	case (p.ch.core.deed == deedDefer || p.ch.core.deed.relieves()) && p.obtained(p.sent, p.ch, p.a):
		p.letOff()
	case len(p.recipient(p.sent, p.ch, p.a)) > 0:
		at := p.recipient(p.sent, p.ch, p.a)
		p.out.targets = p.asTargets(at[:1])
		p.out.senders = or2(p.senders(p.earlier(p.sent, at[0].lo)), p.inPhrase)
	default:
		p.ordinary()
	}
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

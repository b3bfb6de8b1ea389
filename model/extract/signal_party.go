package extract

import (
	"slices"

	"parley/model"
)

// parties fills in who sends a measure and who is hit: as the phrase, then as the verb
// says, and where they say nothing as the rest of the sentence does.
func (c *signalContext) parties(sent stretch, a *anchor, ch *chain, out *act) {
	c.persons = c.t.field == model.InTitle && (a.instrument == "travel-ban" || a.instrument == "warrant")
	if at := ch.core.lo - 1; at >= sent.lo && !ch.passive && c.t.field == model.InText && isBe(c.t.tok[at].low) && (ch.core.form == formPast && ch.core.deed.does() || c.t.has(ch.core.lo, ch.core.lo+1, "put", "hit")) {
		ch.passive = true
	}
	r := actReader{signalContext: c, sent: sent, a: a, ch: ch, out: out}
	if r.byPhrase() {
		return
	}
	r.byVerb()
	r.addressedHit()
	r.spareWronged()
	r.sendersElsewhere()
	r.targetsElsewhere()
	r.spareWronged()
	r.facesIt()
	r.notTheUNsOwn()
	r.notItsMember()
	r.nextClause()
	r.out.targets = leaving(r.out.targets, r.leftOut)
	r.keepsIn()
	r.deniesOwn()
	r.boreThem()
	r.answeredIf()
	r.preparedIn()
	r.weWereSpared()
	if r.t.field == model.InText && r.out.action == "denied" && r.ch.core.deed.suffers() && len(r.inPhrase) == 0 {
		r.out.senders = leaving(r.out.senders, func(id string) bool { return !r.imposes(id) }) // he speaks of what another does to his own
	}
	r.onOwnGoods()
	r.ownAnswer()
	r.onlyInCondition()
	r.suedOver()
	r.planOfOther()
	r.threatenedWith()
	r.letTo()
	if r.unsent() && len(r.out.targets) > 0 {
		r.out.targets = leaving(r.out.targets, func(id string) bool { return slices.Contains(r.dealOfTwo(r.sent, r.a), id) })
	}
	r.letIn()
	r.ofPlanOpposed()
	r.inTheWay()
	out.targets = without(out.targets, r.acting)
	if len(out.senders) > 1 && len(out.targets) == 1 {
		if x, ok := c.res.dir.Find(out.targets[0]); ok && x.State != "" && x.Kind != model.State {
			out.senders = without(out.senders, []string{x.State}) // "X, Y discuss lifting sanctions on a firm of Y's"
		}
	}
}

// byPhrase reads what the measure's phrase and an agent say, and is done where the
// sentence is of a shape that leaves nothing open.
func (r *actReader) byPhrase() bool {
	inPhrase, inTarget := r.inside(r.a)
	r.inPhrase = inPhrase
	if by := r.madeBy(r.sent, r.a); len(by) > 0 {
		r.inPhrase = by
	}
	if r.joining() {
		r.inPhrase = nil
	}
	if r.a.passive {
		r.inPhrase = nil // whose the thing is says who is hit
	}
	if r.a.worded && r.t.has(r.a.hi-1, r.a.hi, "list", "blacklist") && len(r.inPhrase) == 0 {
		r.inPhrase = r.senders(r.res.mentions(r.t, r.ofList(r.a), r.a.hi)) // "remain on X's list"
	}
	r.out.targets = r.targets(r.sent, r.a, *r.ch)
	if r.a.worded && r.a.instrument == "asset-freeze" {
		r.out.targets = or2(r.out.targets, without(r.asTargets(r.res.mentions(r.t, r.a.lo, r.a.hi)), r.inPhrase)) // "the seizure of Ruritanian assets"
	}
	if r.ownedBy(r.a) {
		r.out.targets = without(r.out.targets, r.inPhrase)
	}
	if r.a.passive && r.a.instrument == "asset-freeze" {
		r.out.senders = r.heldIn(r.sent, r.a)
		r.out.targets = without(r.out.targets, r.out.senders)
	}
	r.out.targets = or2(r.willPay(), or2(r.out.targets, inTarget))
	if r.t.field == model.InText && len(r.out.targets)+len(r.inPhrase) == 0 && r.t.has(r.a.lo, r.a.hi, "blockade") && !r.t.has(r.a.np, r.a.lo, "naval", "sea", "air", "land") {
		r.out.targets = r.strangers(r.a.np, r.a.lo)
	}
	if r.ch.by > 0 {
		r.out.senders = r.agent(r.sent, r.ch.by)
	}
	if r.many = r.manyBefore(r.sent, r.ch); r.many == "" {
		r.doers = r.subject(r.sent, r.ch)
	}
	r.graceOf()
	if len(inTarget) > 0 && r.movesItself() {
		r.doers = nil
	}
	r.twoTalk()
	if culprit, victim, ok := r.reproached(r.sent, r.a, r.ch); ok {
		r.out.senders, r.out.targets = culprit, victim
		return true
	}
	if r.ch.core.lead == "warned off" {
		r.out.senders, r.out.targets = r.warnedParties(r.sent, r.a, r.ch)
		return true
	}
	return false
}

// byVerb reads what the verb that governs the measure says of its subject and object.
func (r *actReader) byVerb() {
	switch {
	case r.ch.bare && !r.ch.passive && r.ch.core.lead == "bare":
		r.bare()
	case r.ch.core.lead == "instead":
		ms := r.res.mentions(r.t, r.a.hi, r.sent.hi)
		if len(ms) > 0 && slices.Contains(r.out.targets, r.senderID(ms[0])) {
			ms = ms[1:] // "instead of sanctions on Ruritania, Altland"
		}
		if len(ms) > 0 {
			r.out.senders, r.out.targets = r.senders(ms[:1]), or2(r.out.targets, r.senders(ms[1:]))
		}
	case r.deserves(), r.thanked(), r.pleaTurnedDown(), r.threatOfThose(), r.helpedEvade(), r.foretold():
	case r.spared(r.ch, r.a), r.ch.hasUpper && r.ch.upper.deed.suffers():
		r.out.senders = r.inPhrase
		r.out.targets = or2(r.asTargets(r.doers), r.out.targets)
	case r.ch.core.deed == deedLoom && r.ch.core.lead == "wording" && len(r.out.targets) == 0 && r.t.field == model.InText && !r.t.has(r.ch.core.lo, r.ch.core.lo+1, "there"):
		r.out.senders, r.out.targets = r.inPhrase, r.asTargets(r.doers) // "X will face sanctions"
	case r.threatAnswered():
		r.out.senders = r.inPhrase // "X pushes back against Y's tariff threats"
		r.out.targets = or2(without(r.out.targets, r.inPhrase), without(r.bearers(r.doers), r.inPhrase))
	case r.warnedOf(r.ch, r.doers):
		r.out.senders, r.out.targets = r.inPhrase, r.senders(r.doers)
	case r.reacting(r.sent, r.ch, r.a) && r.out.direction != "":
		r.out.senders = r.inPhrase
		r.out.targets = or2(r.out.targets, r.senders(r.doers))
		if r.out.action == "threatened" && len(r.doers) > 0 && len(r.inPhrase) == 0 {
			r.out.targets = r.senders(r.doers)
		}
	case r.ch.with && r.beHit(r.sent, r.ch):
		r.out.senders = or2(r.inPhrase, r.agent(r.sent, r.a.hi))
		r.out.targets = or2(r.out.targets, or2(r.nearest(r.sent, r.ch.lo), r.asTargets(r.doers))) // "X is to be hit with tariffs"
	case r.underThreat():
		r.out.senders = or2(r.inPhrase, r.senders(r.res.mentions(r.t, max(r.sent.lo, r.ch.core.lo-3), r.ch.core.lo)))
		r.out.targets = or2(without(r.out.targets, r.out.senders), without(r.bearers(r.earlier(r.sent, r.ch.core.lo)), r.out.senders)) // "will not talk under the threat of"
	case r.orFace(), r.threatOfAnother():
	case r.ch.core.deed == deedBear && r.out.action == "called-for":
		r.calledFor()
	case r.ch.core.deed.suffers(), r.risks():
		r.suffering()
	case r.a.worded && (r.t.has(r.a.lo, r.a.hi, "resolution", "resolutions") || r.a.deed == deedEvade):
		r.out.senders, r.out.targets = []string{"un"}, without(r.out.targets, []string{"un"})
	case r.ch.core.deed == deedEvade:
		r.evading()
	case r.a.after == deedEvade && r.ch.core.deed == deedDeny:
		r.out.senders, r.out.targets = r.inPhrase, or2(r.out.targets, without(r.bearers(r.doers), r.inPhrase)) // "denies sanctions breach"
	case len(r.out.senders) > 0:
	case r.out.action == "called-for" && r.ch.core.deed == deedForce && r.ch.hasUpper:
		r.calledFor() // "pressed Altland to enforce"
	case r.ch.passive || r.ch.core.last || r.ch.core.deed == deedForce || r.ch.core.deed == deedLoom || r.ch.core.deed == deedExpire:
		r.passive()
	case r.t.field == model.InText && len(r.inPhrase) > 0 && r.in("provoking", r.ch.core.lo):
		r.out.senders, r.out.targets = r.inPhrase, or2(r.out.targets, without(r.bearers(r.earlier(r.sent, r.ch.lo)), r.inPhrase)) // "X's purchase could trigger U.S. sanctions"
	case r.t.field == model.InText && r.ch.core.form == formNoun && r.onlyGlad(r.ch):
		r.out.senders = r.inPhrase // "welcomed the renewal of"
	case r.out.action == "opposed":
		r.opposed()
	case r.out.action == "called-for":
		r.calledFor()
	case r.out.action == "demanded":
		r.demanded()
	case r.a.after == deedThreaten && r.ch.core.lo == r.a.lo && len(r.inPhrase) > 0 && r.t.field == model.InTitle:
		r.out.senders = r.inPhrase // "X trades on despite Y's tariff threat"
		r.out.targets = or2(without(r.out.targets, r.inPhrase), without(r.bearers(r.doers), r.inPhrase))
	case r.out.action == "denied" && r.out.direction == model.Relief:
		r.out.senders = r.inPhrase
		if !r.any("seconding", max(r.sent.lo, r.ch.core.lo-6), r.ch.core.lo) {
			r.out.targets = or2(r.out.targets, r.senders(r.doers))
		}
		if m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, r.ch.core.lo)); ok && r.ch.core.lead == "obtain" && m.lo > r.sent.lo {
			r.out.senders, r.out.targets = or2(r.inPhrase, r.senders(r.doers)), r.senders([]mention{m}) // "denies that Ruritania got a waiver"
		}
		if len(r.inPhrase) == 1 && r.words.measures["usual-target"][r.inPhrase[0]] && len(r.doers) == 1 {
			r.out.senders, r.out.targets = r.senders(r.doers), r.inPhrase // "denies having promised Ovezov relief"
		}
	case r.out.direction == model.Relief && len(r.doers) > 1 && len(r.out.targets) == 0 && len(r.inPhrase) == 0 && r.t.field == model.InTitle:
		r.doers = r.dutiesOf(r.doers, r.a)
		r.out.senders, r.out.targets = r.senders(r.doers[:1]), r.senders(r.doers[1:]) // both give way
	case r.a.after == deedDefer && r.ch.core.deed != deedDefer && len(r.doers) > 1, r.a.after == deedDefer && len(r.doers) > 1:
		r.doers = r.dutiesOf(r.doers, r.a)
		r.out.senders = r.senders(r.doers[:1]) // a truce has two sides
		r.out.targets = or2(r.out.targets, r.senders(r.doers[1:]))
	case r.a.after == deedDefer && r.t.has(r.a.hi, r.a.hi+1, "from"):
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.hi+1, min(r.a.hi+5, r.sent.hi)))
		r.out.targets = or2(r.senders(r.earlier(r.sent, r.a.np)), r.out.targets)
	case (r.ch.core.deed == deedDefer || r.ch.core.deed.relieves()) && r.obtained(r.sent, r.ch, r.a):
		r.letOff()
	case len(r.recipient(r.sent, r.ch, r.a)) > 0:
		at := r.recipient(r.sent, r.ch, r.a)
		r.out.targets = r.asTargets(at[:1])
		r.out.senders = or2(r.senders(r.earlier(r.sent, at[0].lo)), r.inPhrase)
	default:
		r.ordinary()
	}
}

// threatAnswered says that a headline tells how somebody takes the threat of another, who is
// named in it.
func (r *actReader) threatAnswered() bool {
	return r.t.field == model.InTitle && r.a.after == deedThreaten && r.out.action == "threatened" && len(r.inPhrase) > 0 && (r.ch.core.deed == deedOppose || r.ch.core.deed == deedRefuse)
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
		if c.t.field == model.InText && isBe(c.t.tok[i].low) {
			return nil // "imposed in 2011 is flouted by"
		}
		if c.t.tok[i].low != "by" || i+1 >= sent.hi {
			continue
		}
		ms := c.res.mentions(c.t, i+1, min(i+6, sent.hi))
		if m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi)); ok && len(ms) == 0 {
			ms = []mention{m} // a long name
		}
		switch many := c.manyFrom(sent, i+1); {
		case many != nil:
			return many
		case len(ms) == 0:
		case c.t.field == model.InTitle:
			return c.senders(ms[:1])
		default:
			return c.senders(c.series(sent, ms[0]))
		}
	}
	return nil
}

// addressee reads whom a demand is made of: "urged the US to lift", "demand that
// the EU ease".
func (c *signalContext) addressee(ch *chain) []string {
	if !ch.hasUpper || c.t.has(ch.core.lo-1, ch.core.lo, "in") {
		return nil // "backs Ruritania in opposing"
	}
	ms := c.res.mentions(c.t, ch.upper.hi, ch.core.lo)
	if len(ms) > 0 && genitive(&c.t.tok[ms[0].hi]) && c.any("friends", ms[0].hi+1, min(ms[0].hi+3, ch.core.lo)) {
		return nil // "urges Ruritania's allies to"
	}
	if len(ms) == 0 {
		who, _ := c.theBloc(stretch{0, ch.core.lo}, ch.core.lo-1)
		return c.senders(who) // "urged the bloc to"
	}
	if last := ms[len(ms)-1]; c.t.field == model.InText && c.any("enabling", last.lo-2, last.lo) {
		return c.senders(ms[len(ms)-1:]) // "asked Ruritania to help Altland adopt"
	}
	n := 1
	for n < len(ms) && (c.joined(ms[n-1].hi, ms[n].lo) || c.t.field == model.InTitle && ms[n].lo == ms[n-1].hi+1 && c.t.has(ms[n-1].hi, ms[n].lo, ",")) {
		n++
	}
	return c.senders(ms[:n])
}

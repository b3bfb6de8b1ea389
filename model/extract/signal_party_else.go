package extract

import (
	"slices"

	"parley/model"
)

// sendersElsewhere looks for who sends a measure where its verb does not say it. The evidence is
// weighed in this order, and the first to name somebody is believed, but where a step says that it
// knows better:
//
//	who is asked, or acts, or speaks      ofThoseWhoSpeak
//	what a headline alone may say         ofTheHeadline
//	whom the one who speaks against it means, who strikes a deal, who opens the headline, and the
//	council and the union that decide for others
//	laws, lists, licences                 ofTheLaw
//	what every reader knows, and the one power that is named
func (r *actReader) sendersElsewhere() {
	r.ofThoseWhoSpeak()
	r.ofTheHeadline()
	r.spokenAgainst()
	r.ofTheDeal()
	r.ofTheOpening()
	r.ofThoseWhoDecide()
	for _, id := range r.joinedIn(r.sent, r.ch) {
		if len(r.out.senders) > 0 && !slices.Contains(r.out.senders, id) {
			r.out.senders = append(slices.Clip(r.out.senders), id)
		}
	}
	if r.a.instrument != "warrant" {
		r.out.senders = leaving(r.out.senders, r.neverSends)
	}
	if r.t.field == model.InTitle && r.a.instrument == "tariff" {
		r.out.targets = leaving(r.out.targets, r.neverSends)
	}
	r.ofTheLaw()
	r.assumeSender(r.sent, r.a, r.ch, r.out)
	if r.unsent() && !r.onlyGlad(r.ch) && (r.ch.passive || !r.othersAct(r.sent, r.ch)) && (!r.a.weak || r.a.instrument == "tariff" || r.t.has(r.a.lo, r.a.hi, "restrictions", "curbs", "measures") && r.ch.core.deed != deedEvade) {
		r.out.senders = r.onlyImposer(r.sent, r.ch, r.out)
	}
}

// unsent says that nobody is known yet who sends the measure.
func (r *actReader) unsent() bool { return len(r.out.senders) == 0 }

// wordOnly says that the measure is only asked for or spoken against, so that whoever acts in the
// sentence need not be its sender.
func (r *actReader) wordOnly() bool {
	return r.out.action == "called-for" || r.out.action == "opposed" || r.out.action == "demanded"
}

// ofThoseWhoSpeak takes those who are asked as one, those who act as one, or whoever says the sentence.
func (r *actReader) ofThoseWhoSpeak() {
	if who := r.manyAsked(r.sent, r.ch); who != "" && r.unsent() {
		r.out.senders = []string{who}
	}
	if r.many != "" && !r.wordOnly() && r.unsent() && !r.ch.passive && !r.ch.core.deed.suffers() {
		r.out.senders = []string{r.many}
	}
	if r.unsent() && r.ch.core.deed != deedEvade && !r.underThreat() && !r.reacting(r.sent, r.ch, r.a) && !r.wordOnly() && !(r.t.field == model.InText && r.ch.core.deed == deedBear && r.ch.core.lead == "wording") {
		r.out.senders = r.speaking(r.sent, r.ch)
		if r.t.field == model.InText && starting(r.ch.core.lead) && r.ch.core.lo >= r.a.hi && r.t.has(r.a.np, r.a.np+1, "the") && len(r.out.senders) == 1 && !r.words.measures["imposer"][r.out.senders[0]] {
			r.out.senders = nil // who says that the tariffs begin may be the one who bears them
		}
	}
}

// ofTheHeadline takes what only headlines say so, and the West, which may have no other name.
func (r *actReader) ofTheHeadline() {
	if r.t.field == model.InTitle {
		r.membersSpeak()
	}
	if r.unsent() && r.t.field == model.InTitle {
		r.out.senders = or2(r.toldByItself(), or2(r.spokenTo(), or2(r.laysOnTable(), r.agentBehind())))
	}
	if r.westActs(r.sent, r.ch, r.a) && (r.unsent() || len(r.inPhrase) == 0 && r.t.field == model.InTitle) {
		r.out.senders = []string{"west"}
	}
}

// spokenAgainst says whom a measure is on that somebody speaks against: whose goods they are, or
// himself.
func (r *actReader) spokenAgainst() {
	if r.out.action != "opposed" {
		return
	}
	if len(r.out.targets) == 0 {
		r.out.targets = without(r.goodsOf(), r.out.senders)
	}
	if len(r.out.targets) == 0 && !r.belong(r.doers, r.out.senders) && (r.t.field == model.InTitle || len(r.doers) == 1 && !r.in("resist", r.ch.core.lo)) {
		r.out.targets = without(r.askers(), r.out.senders)
	}
}

// ofTheDeal lets the other side of a deal give the relief: "strikes deal with X, lowering tariffs".
func (r *actReader) ofTheDeal() {
	if other := r.dealWith(r.sent, r.a); other != "" && r.out.direction == model.Relief && r.a.instrument == "tariff" && len(r.inPhrase) == 0 && !slices.Contains(r.out.senders, other) && len(r.out.senders) < 2 {
		r.out.senders, r.out.targets = []string{other}, or2(without(r.out.targets, []string{other}), r.out.senders)
	}
}

// ofTheOpening takes who opens the headline, whom nobody may know, or whose seat a text names.
func (r *actReader) ofTheOpening() {
	if who := r.stranger(r.sent, r.ch); who != "" && len(r.doers)+len(r.out.senders) == 0 && (r.ch.core.deed == deedImpose || r.ch.core.deed == deedTighten) && !r.ch.passive && r.hasRate(r.a) {
		r.out.senders = []string{who} // a province
	}
	if r.unsent() {
		r.out.senders = or2(r.headingDoer(r.a, r.out), without(r.seated(r.sent, r.ch), r.out.targets))
	}
}

// ofThoseWhoDecide puts the council and the union in the place of those who only ask for their
// measure, or stand in its way.
func (r *actReader) ofThoseWhoDecide() {
	if r.byCouncil(r.sent, r.ch) && (r.unsent() || r.kindOf(r.out.senders[0]) == model.State) {
		r.out.senders = []string{"un"} // whoever asks for a resolution of it
	}
	if r.unsent() && r.out.action == "opposed" && r.blocked(r.ch) && len(r.doers) > 0 && r.belong(r.doers, []string{"eu"}) && !slices.Contains(r.out.targets, "eu") && r.a.instrument != "tariff" {
		r.out.senders = []string{"eu"} // a member of the Union stands in its way
		r.out.targets = without(r.out.targets, r.asTargets(r.doers))
	}
}

// ofTheLaw takes whose rules, resolution, list or licence it is, and what a clause about it says.
func (r *actReader) ofTheLaw() {
	if r.a.worded && r.a.passive && r.unsent() {
		r.out.senders = r.lawgiver(r.sent, r.a)
	}
	if r.unsent() && r.numberedCouncil(r.sent) {
		r.out.senders = []string{"un"}
	}
	if r.a.list && r.unsent() {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.lo, r.a.hi)) // "the EU list"
	}
	if r.a.instrument == "licence" && r.t.field == model.InText {
		r.licensor(r.sent, r.out)
	}
	if own, whom := r.relativeParties(r.sent, r.a); len(own) > 0 && r.unsent() {
		r.out.senders, r.out.targets = own, or2(r.out.targets, whom)
	}
	if r.a.instrument == "travel-ban" && r.t.field == model.InText {
		r.keptOutOf(r.sent, r.a, r.out)
	}
}

// neverSends says that somebody sends no measures, whatever he says of them.
func (r *actReader) neverSends(id string) bool { return r.words.measures["never-senders"][id] }

// targetsElsewhere looks for who is hit where phrase and verb do not say it.
func (r *actReader) targetsElsewhere() {
	if len(r.out.targets) == 0 && r.ch.core.deed.suffers() {
		r.out.targets = without(r.amongMany(r.sent, r.ch.lo), r.out.senders)
	}
	if len(r.out.targets) == 0 && r.ch.core.deed == deedLoom && r.t.has(r.ch.hi, r.ch.hi+1, "over", "for") {
		r.out.targets = without(r.asTargets(r.res.mentions(r.t, r.ch.hi, min(r.ch.hi+5, r.sent.hi))), r.out.senders)
	}
	if len(r.out.targets) == 0 && r.ch.core.deed == deedForce {
		ms := r.res.mentions(r.t, r.ch.core.hi, min(r.ch.core.hi+4, r.sent.hi))
		r.out.targets = without(r.asTargets(ms), r.out.senders)
	}
	if len(r.out.targets) == 0 && r.t.field == model.InTitle {
		r.out.targets = r.leaderTells()
	}
	if len(r.out.targets) == 0 {
		r.out.targets = r.concerned(r.out)
	}
	r.blockaded()
	if len(r.out.targets) == 0 {
		r.out.targets = or2(r.ofWhole(r.sent, r.ch), r.whoseIsHit(r.sent, r.a, r.out))
	}
	if len(r.out.targets) == 0 {
		r.out.targets = r.otherTargets(r.sent, r.ch, r.out)
	}
	if len(without(r.out.targets, r.out.senders)) == 0 {
		r.out.targets = nil
	}
	if sold := r.foreignBuyers(r.sent, r.a, r.out); len(sold) > 0 {
		if r.out.targets = without(r.out.targets, sold); len(r.out.targets) == 0 {
			return
		}
	}
	if len(r.out.targets) == 0 && r.t.field == model.InText {
		r.out.targets = without(r.despite(r.sent, r.a), r.out.senders)
	}
	if len(r.out.targets) == 0 {
		r.out.targets = r.besides(r.sent, r.a, r.ch, r.out)
	}
	if who, ok := r.described(r.sent, r.a, r.out); ok {
		r.out.targets = who
		return
	}
	if len(r.out.targets) == 0 && r.onThem(r.sent, r.a) {
		r.out.targets = without(or2(r.himBefore(r.sent, r.a), r.lastPerson(r.sent, r.a.np)), r.out.senders)
		if len(r.out.targets) == 0 {
			r.out.targets = without(r.bearers(r.earlier(r.sent, r.a.np)), r.out.senders)
		}
		return
	}
	if !r.a.weak && len(r.out.targets)+len(r.out.senders) == 0 && r.out.action != "called-for" && r.out.action != "demanded" && r.out.action != "opposed" && !r.thingActs(r.sent, r.ch.lo) {
		r.out.senders = r.onlyPower(r.sent)
	}
	if len(r.out.targets) == 0 && !r.acts && r.ch.core.deed != deedEvade && !r.listOfSubject() && r.hitsStates() && r.noOthersAct() {
		r.out.targets = r.onlyOther(r.sent, r.a, r.ch, r.out)
	}
	if len(r.out.targets) == 0 && r.t.field == model.InText && !r.a.verb && !r.a.list {
		r.out.targets = without(r.asTargets(r.res.mentions(r.t, r.a.lo, r.a.hi)), r.out.senders) // "a ban on X's oil" is one term
	}
	if len(r.out.targets) == 0 && !r.a.worded {
		r.out.targets = r.unknown(r.sent, r.a, r.ch)
	}
	if len(r.out.targets)+len(r.out.senders) == 0 && r.t.field == model.InText && r.out.action == "in-force" && !r.acts {
		r.out.targets = r.bearing(r.sent, r.a)
	}
	if r.onDealers(r.sent, r.a) {
		r.out.targets = without(r.out.targets, r.senders(r.res.mentions(r.t, r.a.hi, r.sent.hi))) // with whom they deal is not taxed
	}
	r.assumeTarget(r.sent, r.a, r.out)
	if len(r.out.targets) == 0 && (r.t.field == model.InText || r.a.instrument == "tariff") && r.manyPartners(r.sent) {
		r.out.targets = []string{"trading-partners"}
	}
	if len(r.out.targets) == 0 {
		r.out.targets = r.rebelsState(r.out)
	}
	if r.oneAnother() {
		r.out.targets = slices.Clone(r.out.senders)
	} else {
		r.out.targets = without(r.out.targets, r.out.senders)
	}
	r.out.targets = r.notActing(r.a, r.out)
	if r.anothersOwn() {
		r.out.targets = nil
	}
	r.rightWay(r.sent, r.a, r.ch, r.out)
}

// anothersOwn says that the one taken for the target is whose sanctions the sender takes over:
// "Altland will not adopt all of the EU's measures". Who lives under measures answers in kind.
func (r *actReader) anothersOwn() bool {
	out := r.out
	if r.a.instrument == "tariff" || len(out.targets) != 1 || len(out.senders) == 0 || !r.words.measures["imposer"][out.targets[0]] || r.words.measures["under"][out.targets[0]] || r.words.measures["under"][out.senders[0]] && r.ch.core.lead != "join" {
		return false
	}
	ms := r.res.mentions(r.t, max(r.sent.lo, r.a.lo-4), r.a.lo)
	if len(ms) == 0 || r.senderID(ms[len(ms)-1]) != out.targets[0] {
		return false
	}
	end := ms[len(ms)-1].hi
	return end == r.a.lo && r.a.instrument == "sanctions" || genitive(&r.t.tok[end]) && r.any("taking-over", r.ch.core.lo, r.ch.core.hi)
}

// concerned names the state that a headline of what another does is about: it opens with it
// for whom it is good or bad, or with what the first one makes of it.
func (r *actReader) concerned(out *act) []string {
	ms := r.res.mentions(r.t, r.sent.lo, r.sent.hi)
	if r.t.field == model.InTitle && out.action == "called-for" && len(ms) > 0 && r.res.actors[ms[0].actor].Kind == model.State && r.setOff(r.sent, ms[0]) {
		return without(r.asTargets(ms[:1]), out.senders) // "Ruritania: opposition calls for sanctions"
	}
	if r.t.field != model.InTitle || len(ms) < 2 || len(out.senders) == 0 || r.res.actors[ms[0].actor].Kind != model.State {
		return nil
	}
	if r.setOff(r.sent, ms[0]) || ms[0].lo == r.sent.lo && ms[0].how == byName && !genitive(&r.t.tok[ms[0].hi]) && r.opens(r.sent, ms[1], r.ch.lo) {
		return without(r.asTargets(ms[:1]), out.senders)
	}
	return nil
}

// listOfSubject says that a phrase ends with a list that is its subject's own: "took X off its list".
func (r *actReader) listOfSubject() bool {
	return r.a.worded && len(r.doers) > 0 && r.t.has(r.a.hi-1, r.a.hi, "list") && r.opens(r.sent, r.doers[0], r.a.lo)
}

// hitsStates says that a measure is one on a state, or that its people stand for theirs.
func (r *actReader) hitsStates() bool {
	if r.a.instrument != "asset-freeze" && r.a.instrument != "travel-ban" {
		return true
	}
	return (r.a.trade || r.ch.bare) && r.t.field == model.InTitle || r.onPeople(r.sent, r.a)
}

// noOthersAct says that those who act are known, or that nobody else is named who might.
func (r *actReader) noOthersAct() bool {
	return len(r.out.senders) > 0 && r.many == "" || r.ch.passive || !r.othersAct(r.sent, r.ch)
}

package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who sends a measure and who is hit, by the kind of verb that governs it.

// bare reads a measure that nothing but its place in a title tells of.
func (r *actReader) bare() {
	r.out.senders = r.inPhrase
	if r.a.after == deedThreaten && r.t.has(r.a.hi, r.a.hi+1, "over") && len(r.inPhrase) > 0 {
		r.out.targets = or2(without(r.bearers(r.earlier(r.sent, r.a.np)), r.inPhrase), r.out.targets) // "Altland calls the threat over its purchase an insult"
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.a.np) {
		if r.t.has(r.a.np-1, r.a.np, "at") && r.t.has(m.lo-1, m.lo, "with") && len(r.inPhrase) == 0 {
			r.out.senders = r.senders([]mention{m}) // "seals a pact with X at 20% duty"
		}
	}
}

// suffering reads who bears a measure or is let off it, which the verb says of its subject.
func (r *actReader) suffering() {
	if r.ch.modal == "to" && r.t.field == model.InTitle && !r.ch.hasUpper && !r.t.has(r.sent.lo, r.ch.lo, ":") {
		r.doers = r.earlier(r.sent, r.ch.lo) // "ends its talks to escape sanctions"
	}
	if ms := r.res.mentions(r.t, r.ch.upper.hi, r.ch.core.lo); r.ch.hasUpper && len(ms) > 0 && len(r.out.targets) == 0 {
		r.out.targets = r.asTargets(ms) // "suggests that Tehran may face sanctions"
		r.out.senders = or2(r.inPhrase, r.senders(r.doers))
		return
	}
	if r.fronted(r.sent, r.ch) {
		r.doers = r.behindComma(r.sent, r.a.hi) // "Reeling from X's tariffs, Y and Z seek"
	}
	if r.onlyActsUnder() {
		r.acting = r.asTargets(r.doers)
		r.doers, r.acts = nil, true
	}
	if own := r.bearingSubject(); len(r.out.targets) == 0 || len(own) > 0 && r.hitBy() {
		r.out.targets = own
	}
	if len(r.out.targets) == 0 && r.t.field == model.InTitle {
		r.out.targets = r.speaking(r.sent, r.ch)
	}
	r.out.senders = r.inPhrase
	if len(r.out.senders) == 0 && r.t.has(r.a.hi, r.a.hi+1, "from") {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.hi+1, min(r.a.hi+4, r.sent.hi)))
	}
	if r.t.field == model.InText && r.a.instrument == "tariff" && len(r.out.senders) == 0 && r.t.has(r.a.hi, r.a.hi+1, "in") {
		if m, ok := r.res.nameAt(r.t, r.skipDeterminers(r.a.hi+1, r.sent.hi)); ok {
			r.out.senders = without(r.senders([]mention{m}), r.out.targets) // "faces a duty in Altland"
		}
	}
	if market := r.market(r.sent, r.ch); len(r.out.senders) == 0 && len(market) > 0 {
		r.out.senders, r.out.targets = market, without(r.out.targets, market)
		if own := without(r.asTargets(r.earlier(r.sent, r.ch.lo)), market); len(r.out.targets) == 0 {
			r.out.targets = own
		}
	}
	if len(r.out.senders) == 0 && len(r.doers) > 0 {
		r.out.senders = without(r.senders(r.earlier(r.sent, r.doers[0].lo)), r.out.targets)
		if r.t.field == model.InTitle {
			r.out.senders = without(r.out.senders, r.senders(r.doers)) // not of "Ruritanian judge Ada Ovezov"
		}
	}
}

// bearingSubject lists those of whom the verb says that they bear the measure, the nearest words for them
// first.
func (r *actReader) bearingSubject() []string {
	near := or2(r.amongThose(r.sent, r.a), or2(r.antecedent(r.sent, r.ch.lo), r.told(r.sent, r.doers)))
	aside := r.betweenCommas(r.sent, r.skipBack(r.sent, r.ch.lo))
	return or2(or2(near, aside), or2(r.asTargets(r.doers), r.strangerBearing(r.sent, r.ch)))
}

// hitBy says that a headline's verb goes on with "by", so that its subject is hit whatever stands in the
// measure's phrase: "Altland hit by Ruritanian duties".
func (r *actReader) hitBy() bool {
	return strings.HasSuffix(r.ch.core.lead, " by") && r.t.field == model.InTitle
}

// onlyActsUnder says that the subject of a text does something else than bear the measure: he acts by
// it, or it is on others that he names: "blocked the ship from leaving under EU sanctions", "a list of
// oligarchs who faced sanctions".
func (r *actReader) onlyActsUnder() bool {
	if r.t.field != model.InText || len(r.doers) == 0 {
		return false
	}
	last := r.doers[len(r.doers)-1]
	if who := r.skipBack(r.sent, r.ch.core.lo) - 1; r.t.has(who, who+1, "who") && who > last.hi {
		return r.t.tok[who-1].kind == wordToken && !r.t.tok[who-1].is(flagCapital)
	}
	if r.ch.core.lead != "under" && r.ch.core.lead != "=under" {
		return false
	}
	if r.in("pursued", r.ch.core.lo-1) {
		return last.hi < r.ch.core.lo-1 // "would deflag 70 ships under sanctions"
	}
	verb := last.hi
	for verb < r.ch.core.lo && r.res.lex.of(&r.t.tok[verb])&(classAuxiliary|classAdverb) != 0 {
		verb++
	}
	return verb+2 < r.ch.core.lo && !isBe(r.t.tok[verb-1].low) && r.words.formOf(r.t.tok[verb].low) == formPast && r.determined(verb+1)
}

// evading reads who gets round a measure: he is under it.
func (r *actReader) evading() {
	r.out.senders = r.inPhrase
	if ms := r.res.mentions(r.t, r.sent.lo, r.ch.core.lo); len(r.out.targets) == 0 && len(ms) > 0 && r.evades(ms) {
		if r.ch.modal == "to" && r.t.field == model.InTitle {
			ms = ms[:1]
		}
		r.out.targets = without(r.asTargets(ms[len(ms)-1:]), r.inPhrase) // who gets round it is under it
	}
	if who := r.pressed(r.sent); len(r.out.targets) == 0 && who != "" && r.t.field == model.InText && !slices.Contains(r.out.senders, who) {
		r.out.targets = []string{who}
	}
}

// evades says that the last of those named before the verb is who gets round the measure: a headline's
// subject or a text's state, right before the verb or before its "to".
func (r *actReader) evades(ms []mention) bool {
	first, last := &ms[0], &ms[len(ms)-1]
	title := r.t.field == model.InTitle
	if !title && (r.res.actors[last.actor].Kind != model.State || last.how != byName) {
		return false
	}
	if r.skipBack(r.sent, r.ch.core.lo) == last.hi {
		return true
	}
	return r.ch.modal == "to" && (title && first.lo == r.sent.lo || !r.words.measures["firms"][r.res.actors[first.actor].ID])
}

// passive reads a measure that is the subject itself: who acts stands behind "by" or in its own phrase.
func (r *actReader) passive() {
	r.out.senders = or2(r.agent(r.sent, r.ch.hi), r.inPhrase)
	if r.out.action == "opposed" || r.out.action == "called-for" || r.out.action == "demanded" {
		r.out.senders = or2(r.inPhrase, r.askedOf()) // who speaks against it does not send it
	}
	if r.t.field == model.InText && r.ch.hasUpper && r.ch.upper.lead == "recommend" && len(r.out.senders) == 0 {
		r.out.senders = r.organs(r.earlier(r.sent, r.ch.upper.lo)) // "EU ministers recommended that duties be imposed"
	}
	if len(r.out.senders) == 0 && (r.a.permit || r.losesVisa()) {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.lo, r.a.hi)) // "wins US nod to sell"
	}
	if ms := r.res.mentions(r.t, r.a.hi, min(r.a.hi+5, r.sent.hi)); len(r.out.senders) == 0 && len(ms) > 0 && r.barredFrom() {
		r.out.senders = r.senders(ms[:1])
	}
	if len(r.out.senders) == 0 && r.subjectActs() && !r.underOpeningCondition() {
		if own := r.senders(r.doers); len(without(own, r.out.targets)) > 0 { // not of "Swiss officials … duties on Swiss goods"
			r.out.senders = own
		}
	}
	if ms := r.res.mentions(r.t, r.sent.lo, r.a.np); len(r.out.senders) == 0 && len(ms) > 0 && r.tellsOwnTariff(ms[0]) {
		r.out.senders = r.senders(ms[:1])
	}
	if who := r.senders(r.earlier(r.sent, r.a.np)); len(who) > 0 && r.letsExpire() && (len(r.out.senders) == 0 || r.a.instrument == "licence" && r.words.measures["imposer"][who[0]]) {
		r.out.targets = or2(without(r.out.targets, who), without(r.inPhrase, who))
		r.out.senders = who
	}
}

// losesVisa says that a verb tells of somebody's visa, whose giver stands in its phrase: "loses his
// Altlandic visa".
func (r *actReader) losesVisa() bool {
	return r.a.instrument == "travel-ban" && r.a.verb && r.in("forfeit", r.a.lo)
}

// barredFrom says that a verb goes on with the land that keeps somebody out: "barred from X".
func (r *actReader) barredFrom() bool {
	return r.a.verb && r.a.instrument == "travel-ban" && r.t.has(r.a.hi, r.a.hi+1, "from")
}

// subjectActs says that whoever stands before a measure may send it, though it is no object of theirs:
// its verb stands before it, or the text calls it their own.
func (r *actReader) subjectActs() bool {
	if r.ch.passive {
		return false
	}
	return r.ch.core.lo < r.a.np || r.t.field == model.InText && (r.theirOwn(r.a, r.doers) || r.a.worded && r.a.instrument == "other")
}

// underOpeningCondition says that the sentence opens with a condition, whose subject does what it is not to
// do: "If Altland attacks, sanctions follow".
func (r *actReader) underOpeningCondition() bool {
	return r.out.condition != nil && r.t.has(r.sent.lo, r.sent.lo+1, "if", "unless", "should")
}

// tellsOwnTariff says that a headline opens with a power that tells of a tariff which is nobody else's,
// and does not hit it: "X says tariffs are coming".
func (r *actReader) tellsOwnTariff(m mention) bool {
	if r.t.field != model.InTitle || r.a.instrument != "tariff" || m.lo != r.sent.lo || m.hi >= r.a.np {
		return false
	}
	return r.res.lex.of(&r.t.tok[m.hi])&classSaid != 0 && r.words.measures["imposer"][r.senderID(m)] && !shareAny(r.out.targets, r.senders([]mention{m}))
}

// letsExpire says that somebody lets the measure run out: "lets its waiver expire".
func (r *actReader) letsExpire() bool {
	return r.ch.core.deed == deedExpire && r.t.has(r.a.np-1, r.a.np, "lets", "let", "allows")
}

// letOff reads who is let off by somebody, as the subject of the verb.
func (r *actReader) letOff() {
	if r.out.senders = r.inPhrase; len(r.inPhrase) == 0 && r.t.has(r.a.hi, r.a.hi+1, "from") {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.hi+1, min(r.a.hi+4, r.sent.hi)))
	}
	r.out.targets = without(r.out.targets, r.inPhrase)
	if own := r.asTargets(r.doers); len(own) > 0 && (len(r.out.targets) == 0 || r.ch.core.deed == deedLicense) {
		r.out.targets = own
	}
}

// ordinary reads a verb in the active whose subject acts.
func (r *actReader) ordinary() {
	if ms := r.res.mentions(r.t, r.sent.lo, r.a.np); len(ms) == 2 && r.comesHomeWithRelief(ms) {
		r.out.senders, r.out.targets = r.senders(ms[1:]), r.bearers(ms[:1])
		return
	}
	if ms := r.participle(r.sent, r.a, r.ch); len(r.doers) == 0 && len(ms) > 0 {
		r.doers = ms
		r.out.targets = without(r.out.targets, r.senders(ms))
	}
	if r.out.rule == "signal-noun-threaten" && r.t.has(r.behindDeterminers(), r.behindDeterminers()+1, "after", "amid", "despite", "following") {
		r.out.senders = r.inPhrase // "reopen their border after the tariff threat": another's
		return
	}
	if r.threatOfOwner() || r.onlyTold() {
		return
	}
	own := r.senders(r.powers(r.doers))
	if r.t.field == model.InText && r.out.rule == "signal-learned" && len(r.inPhrase) > 0 {
		own = r.inPhrase // no verb says that somebody else does it
	}
	if r.t.field == model.InTitle && len(r.inPhrase) > 0 && len(r.doers) == 1 && r.t.has(r.doers[0].hi, r.doers[0].hi+1, ":") {
		r.out.senders, r.out.targets = r.inPhrase, or2(without(r.out.targets, r.inPhrase), without(own, r.inPhrase)) // "X: UN sanctions are void"
		return
	}
	switch {
	case r.a.listing && r.ch.core.lead == "retaliate against":
		r.out.targets = or2(r.agent(r.sent, r.a.hi), r.out.targets) // "vowed to answer the listing of its banks by Altland"
	case r.a.listing:
		own = or2(r.inPhrase, or2(r.agent(r.sent, r.a.hi), own))
	}
	if r.t.field == model.InText && len(r.inPhrase) == 1 && r.inPhrase[0] == "un" && !r.ch.core.deed.relieves() {
		own = r.inPhrase // whoever sets them going, they are the UN's
	}
	if (r.ch.core.deed == deedImpose || r.ch.core.deed == deedTighten) && len(own) > 0 && len(r.inPhrase) > 0 && len(r.out.targets) == 0 && !r.takesOver(own) {
		r.out.targets = slices.Clone(r.inPhrase) // "doubles India's tariff"
	}
	if r.lowersRateOf(own) {
		r.out.senders, r.out.targets = own, slices.Clone(r.inPhrase)
		return
	}
	hits := r.hitBySubject(r.doers, own, r.inPhrase) && (r.ch.core.lead != "wording" || r.t.field == model.InText)
	if hits && len(r.out.targets) == 0 {
		r.out.targets = r.inPhrase // "agrees to delay EU tariffs"
	}
	if r.ch.core.deed == deedAgree && r.ch.core.lead == "wording" {
		own = r.inPhrase // who no longer stands in its way
		if len(own) == 0 && r.belong(r.doers, []string{"eu"}) {
			own = []string{"eu"}
		}
	} else if !hits && (r.ch.core.deed.relieves() || r.ch.core.deed == deedDefer) || len(own) == 0 || r.out.action == "floated" && len(r.inPhrase) > 0 {
		own = or2(r.inPhrase, own)
	}
	r.out.senders = own
}

// comesHomeWithRelief says that the first of two has got relief from the second: "leaves Altland with a
// waiver".
func (r *actReader) comesHomeWithRelief(ms []mention) bool {
	relief := r.a.instrument == "licence" || r.a.after.relieves() || r.out.action == "deferred"
	return relief && r.ch.core.lead == "with" && len(r.inPhrase) == 0 && r.any("coming-home", ms[0].hi, ms[1].lo)
}

// lowersRateOf says that one of those who impose most measures lowers the duty that another bears, whose
// the measure is called: "Altland cut Ruritania's tariff to 18%".
func (r *actReader) lowersRateOf(own []string) bool {
	if r.a.instrument != "tariff" || r.ch.core.deed != deedEase || r.ch.hasUpper || r.ch.passive || len(own) != 1 || len(r.inPhrase) != 1 || len(r.out.targets) > 0 {
		return false
	}
	for i := r.a.np; i < r.a.lo; i++ {
		if genitive(&r.t.tok[i]) {
			return own[0] != r.inPhrase[0] && r.words.measures["powers"][own[0]]
		}
	}
	return false
}

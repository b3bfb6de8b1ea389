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
	if own := or2(or2(r.amongThose(r.sent, r.a), or2(r.antecedent(r.sent, r.ch.lo), r.told(r.sent, r.doers))), or2(r.betweenCommas(r.sent, r.skipBack(r.sent, r.ch.lo)), or2(r.asTargets(r.doers), r.strangerBearing(r.sent, r.ch)))); len(r.out.targets) == 0 || len(own) > 0 && strings.HasSuffix(r.ch.core.lead, " by") && r.t.field == model.InTitle {
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
	if ms := r.res.mentions(r.t, r.sent.lo, r.ch.core.lo); len(r.out.targets) == 0 && len(ms) > 0 && (r.t.field == model.InTitle || r.res.actors[ms[len(ms)-1].actor].Kind == model.State && ms[len(ms)-1].how == byName) && (r.skipBack(r.sent, r.ch.core.lo) == ms[len(ms)-1].hi || r.ch.modal == "to" && r.t.field == model.InTitle && ms[0].lo == r.sent.lo || r.ch.modal == "to" && !r.words.measures["firms"][r.res.actors[ms[0].actor].ID]) {
		if r.ch.modal == "to" && r.t.field == model.InTitle {
			ms = ms[:1]
		}
		r.out.targets = without(r.asTargets(ms[len(ms)-1:]), r.inPhrase) // who gets round it is under it
	}
	if who := r.pressed(r.sent); len(r.out.targets) == 0 && who != "" && r.t.field == model.InText && !slices.Contains(r.out.senders, who) {
		r.out.targets = []string{who}
	}
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
	if (r.a.permit || r.a.instrument == "travel-ban" && r.a.verb && r.in("forfeit", r.a.lo)) && len(r.out.senders) == 0 {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.lo, r.a.hi)) // "wins US nod to sell"
	}
	if ms := r.res.mentions(r.t, r.a.hi, min(r.a.hi+5, r.sent.hi)); r.a.verb && r.a.instrument == "travel-ban" && r.t.has(r.a.hi, r.a.hi+1, "from") && len(r.out.senders) == 0 && len(ms) > 0 {
		r.out.senders = r.senders(ms[:1]) // "barred from X"
	}
	if !r.ch.passive && len(r.out.senders) == 0 && (r.ch.core.lo < r.a.np || r.t.field == model.InText && (r.theirOwn(r.a, r.doers) || r.a.worded && r.a.instrument == "other")) && !(r.out.condition != nil && r.t.has(r.sent.lo, r.sent.lo+1, "if", "unless", "should")) {
		if own := r.senders(r.doers); len(without(own, r.out.targets)) > 0 { // not of "Swiss officials … duties on Swiss goods"
			r.out.senders = own
		}
	}
	if ms := r.res.mentions(r.t, r.sent.lo, r.a.np); len(r.out.senders) == 0 && r.t.field == model.InTitle && r.a.instrument == "tariff" && len(ms) > 0 && ms[0].lo == r.sent.lo && ms[0].hi < r.a.np && r.res.lex.of(&r.t.tok[ms[0].hi])&classSaid != 0 && r.words.measures["imposer"][r.senderID(ms[0])] && len(without(r.out.targets, r.senders(ms[:1]))) == len(r.out.targets) {
		r.out.senders = r.senders(ms[:1]) // "X says tariffs are coming"
	}
	if who := r.senders(r.earlier(r.sent, r.a.np)); r.ch.core.deed == deedExpire && len(who) > 0 && r.t.has(r.a.np-1, r.a.np, "lets", "let", "allows") && (len(r.out.senders) == 0 || r.a.instrument == "licence" && r.words.measures["imposer"][who[0]]) {
		r.out.targets = or2(without(r.out.targets, who), without(r.inPhrase, who))
		r.out.senders = who
	}
}

// opposed reads whose measure somebody speaks against.
func (r *actReader) opposed() {
	if r.requestRefused() {
		return
	}
	if r.t.has(r.ch.core.lo, r.ch.core.lo+1, "no") && r.t.has(r.ch.core.lo-1, r.ch.core.lo, "has", "have", "had") && r.t.field == model.InTitle && len(r.doers) > 0 {
		r.out.senders = or2(r.inPhrase, r.senders(r.doers)) // "Altland has no right to impose"
		r.out.targets = or2(without(r.out.targets, r.out.senders), without(r.bearers(r.earlier(r.sent, r.doers[0].lo)), r.out.senders))
		return
	}
	if r.blockade(r.a) && len(r.out.targets) == 0 {
		r.out.targets = r.unknown(r.sent, r.a, r.ch) // what is closed off, and not who speaks
	}
	r.out.senders = or2(r.inPhrase, or2(r.agent(r.sent, r.a.hi), r.addressee(r.ch)))
	if len(r.out.senders) == 0 && r.a.verb && r.t.field == model.InTitle {
		r.out.senders = r.senders(r.doers) // "shrugs off calls to sanction X"
	}
	if own := r.ch.modal == "must" || r.t.has(r.ch.lo, r.ch.core.lo, "proposal", "bill", "motion") && r.isTo(r.ch.core.lo-1); own && len(r.out.senders) == 0 && r.t.field == model.InText && !r.ch.passive {
		r.out.senders = r.senders(r.doers) // "Altland should not relax", "rejected a bill to ban"
	}
}

// askedInPassive says that the subject of a text's verb of asking is who is asked: "Altland was
// urged by Ruritania to".
func (r *actReader) askedInPassive() bool {
	up := &r.ch.upper
	return r.t.field == model.InText && r.ch.hasUpper && up.deed == deedDemand && up.lo > r.sent.lo && isBe(r.t.tok[up.lo-1].low) && r.words.formOf(r.t.tok[up.lo].low) == formPast
}

// calledFor reads who is asked for a measure.
func (r *actReader) calledFor() {
	if r.t.has(r.ch.core.lo, r.ch.core.lo+1, "match", "copy", "mirror", "echo", "replicate", "emulate") {
		r.out.senders = r.addressee(r.ch) // "urges Altland to match Ruritania's embargo"
		return
	}
	if r.askedInPassive() {
		r.out.senders = or2(r.inPhrase, r.senders(r.doers))
		return
	}
	r.out.senders = or2(r.inPhrase, or2(r.addressee(r.ch), or2(r.askedOf(), r.organs(r.doers))))
	if to := r.ch.upper.lo - 1; len(r.out.senders) == 0 && r.ch.hasUpper && r.t.field == model.InTitle && r.isTo(to) {
		if m, ok := r.mentionEnding(r.sent, to); ok {
			r.out.senders = r.senders([]mention{m}) // "urges Brussels to back a ban on"
		}
	}
	if m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, r.ch.lo)); ok && r.ch.modal == "must" && len(r.out.senders) == 0 && r.t.field == model.InTitle && !r.a.trade && !r.ch.hasUpper && !r.ch.passive {
		r.out.senders = r.senders([]mention{m}) // "Altland should impose, says"
	}
	if r.ch.modal == "must" && len(r.out.senders) == 0 && r.t.field == model.InText && !r.ch.passive {
		r.out.senders = r.senders(r.doers) // "Altland should consider"
	}
	if ms := r.res.mentions(r.t, r.ch.core.hi, r.a.np); !r.ch.hasUpper && len(r.out.senders) == 0 && r.t.field == model.InTitle {
		r.out.senders = r.senders(ms) // "push Brussels for sanctions"
	}
}

// demanded reads who is asked for relief, and who asks: he is under the measure.
func (r *actReader) demanded() {
	if asked, asks, ok := r.pleaOf(r.sent, r.ch); ok {
		r.out.senders, r.out.targets = or2(r.inPhrase, asked), asks
		return
	}
	if r.askedInPassive() {
		r.out.senders = or2(r.inPhrase, r.senders(r.doers))
		return
	}
	if r.hopedOf() {
		return
	}
	if up := &r.ch.upper; r.t.field == model.InTitle && r.ch.hasUpper && r.isTo(up.hi) && len(r.doers) > 0 && r.doers[len(r.doers)-1].hi == up.lo && r.t.has(up.lo, up.lo+1, "urged", "asked", "pressed", "pressured", "told", "lobbied") {
		r.out.senders = or2(r.inPhrase, r.senders(r.doers)) // "Altland urged to drop"
		return
	}
	r.out.senders = or2(r.inPhrase, or2(r.addressee(r.ch), r.askedOf()))
	if r.t.field == model.InText && (r.a.after.relieves() || r.a.instrument == "licence") && len(r.out.senders) == 0 && r.t.has(r.a.hi, r.a.hi+1, "from") {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.hi+1, min(r.a.hi+4, r.sent.hi))) // "in return for tariff relief from X"
		if r.out.targets = without(r.out.targets, r.out.senders); r.a.instrument == "licence" {
			r.out.targets = or2(without(r.bearers(r.doers), r.out.senders), r.out.targets) // "applied for a licence from X"
		}
	}
	if r.ch.modal == "must" && !r.ch.hasUpper && r.t.field == model.InText && r.ch.core.lo < r.a.np && (r.ch.core.form == formGerund || r.ch.core.form == formNoun) {
		r.out.targets = or2(r.out.targets, without(r.bearers(r.doers), r.out.senders)) // "the Altlandic envoy said lifting it was a precondition"
		return
	}
	if r.ch.modal == "must" && (!r.ch.hasUpper || r.ch.upper.deed != deedDemand) && len(r.out.senders) == 0 {
		r.out.senders = r.senders(r.doers) // "Europe will have to lift"
		return
	}
	r.out.targets = or2(r.out.targets, r.askers()) // who asks for relief is under the measure
	if own := r.bearers(r.doers); (r.ch.core.deed == deedLicense || r.ch.core.deed == deedEase && strings.HasSuffix(r.ch.core.lead, " from") || r.a.instrument == "licence" && len(without(own, r.out.senders)) > 0) && r.t.field == model.InTitle && len(own) > 0 {
		r.out.targets = own // "asks for exemption from Russia sanctions"
	}
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
	if ms := r.res.mentions(r.t, r.sent.lo, r.a.np); r.ch.core.lead == "with" && (r.a.instrument == "licence" || r.a.after.relieves() || r.out.action == "deferred") && len(r.inPhrase) == 0 && len(ms) == 2 && r.any("coming-home", ms[0].hi, ms[1].lo) {
		r.out.senders, r.out.targets = r.senders(ms[1:]), r.bearers(ms[:1]) // "leaves Altland with a waiver"
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

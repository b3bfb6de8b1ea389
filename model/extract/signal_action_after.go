package extract

import (
	"strings"

	"parley/model"
)

// What is read of an act again once it is known who sends the measure and who is hit.

// rereadByParties puts the rung right by who is known to be hit, and says whether it stands.
func (r *actReader) rereadByParties() bool {
	r.waitedFor()
	r.wanter()
	r.rejectsRenewal()
	if r.t.field == model.InTitle && r.out.action == "offered" && r.ch.modal == "will" && r.t.has(max(r.sent.lo, r.ch.core.lo-6), r.ch.core.lo, "hopes", "hope", "hoping") {
		r.out.action = "demanded" // "Ruritania hopes Altland will drop"
	}
	r.ownClosure()
	if r.out.action == "refused-relief" && r.ch.hasUpper && r.ch.upper.lead == "" && r.any("attempt", r.ch.core.lo-3, r.ch.core.lo) && r.any("flop", r.a.hi, min(r.a.hi+4, r.sent.hi)) {
		r.out.senders = nil // who failed with a bid for relief is not who refused it
	}
	if r.ch.core.deed == deedEvade && (r.tried(r.sent) && !r.saysWhom(r.sent, r.a) || r.a.weak && r.a.instrument == "tariff" && r.t.field == model.InTitle) {
		return false
	}
	if r.out.rule == "signal-none" && r.t.field == model.InTitle && r.out.action == "denied" && (len(r.out.senders) == 0 || r.t.has(r.a.hi, r.a.hi+1, ",") && r.t.has(r.a.hi+1, r.a.hi+2, "no")) {
		return false // who says so is not told, or it is a price: "no sanctions, no talks"
	}
	if r.ch.core.deed == deedEvade && r.t.has(r.ch.core.lo-1, r.ch.core.lo, "no") {
		r.unsaid = true
		return false // "found no breach of sanctions"
	}
	if r.ch.core.deed == deedEvade && r.bannedAtHome(r.sent, r.a) {
		r.unsaid = true
		return false
	}
	if r.out.action == "opposed" && r.out.direction == model.Pressure && r.newlyHit(r.a, r.ch, r.out) {
		r.out.action = "imposed" // "deplores new sanctions": the news is that they came
	}
	if r.out.action == "in-force" && (r.a.truce || r.a.after == deedDefer) && r.any("sparing", r.sent.lo, r.a.np) {
		r.out.action, r.out.direction = "deferred", model.Relief // "spared so far because of a tariff truce"
	}
	if r.spared(r.ch, r.a) && r.t.has(r.a.hi, r.sent.hi, "now", "until", "for") {
		r.out.action = "deferred" // "spared tariff, for now"
	}
	if r.ch.core.deed.suffers() && r.t.field == model.InText && !r.ch.negated && r.ch.core.form == formBase && r.t.has(r.ch.core.lo-1, r.ch.core.lo, "or") {
		r.out.action = "threatened" // "must open its ports or face sanctions"
		r.out.targets = r.statesOf(r.out.targets)
	}
	if r.ch.hasUpper && r.ch.upper.deed.suffers() && r.out.action == "announced" && r.t.has(r.ch.upper.lo-1, r.ch.upper.lo, "or") {
		r.out.action = "threatened" // "must yield or face the return of sanctions"
	}
	if r.ch.passive && (r.out.action == "imposed" || r.out.action == "announced") && r.orSuffer(r.sent, r.ch) {
		r.out.action = "threatened"
	}
	if r.ch.core.deed.suffers() && r.t.field == model.InTitle && r.t.has(r.ch.core.lo-1, r.ch.core.lo, "or") && (!r.t.has(r.ch.core.lo, r.ch.core.lo+1, "pay") || r.t.has(r.sent.lo, r.ch.core.lo, "tells", "told", "orders", "warns")) {
		r.out.action = "threatened" // "X gives Y a week or face tariffs"
		r.orFaceIt()
	}
	return true
}

// concernsNobody says that a measure with the parties that were found is none of states, or
// is mere background.
func (r *actReader) concernsNobody() bool {
	if r.a.instrument == "unspecified-consequences" && (r.out.action == "announced" || r.out.action == "floated") {
		r.out.action = "threatened" // whoever says that there will be some threatens
	}
	if r.a.weak && len(r.out.targets) > 0 && (r.a.instrument == "tariff" && r.hasRate(r.a) || r.t.field == model.InTitle && (r.hasRate(r.a) || r.rateBehind(r.a) || r.putOn(r.a))) {
		r.a.weak = false // "a 35% duty on X's tyres", "penalty of 25% on X dropped"
	}
	if r.a.weak && r.t.field == model.InText && r.a.instrument == "sanctions" && (strings.HasPrefix(r.ch.core.lead, "reimpos") || strings.HasPrefix(r.ch.core.lead, "re-impos") || strings.HasPrefix(r.ch.core.lead, "reappl")) && r.stateIn(r.sent.lo, r.sent.hi) {
		r.a.weak = false // what is put on again was one of states before
	}
	if r.a.weak && !r.weakIsMeant() || r.ch.core.deed.suffers() && r.borneByNobody() {
		return true
	}
	if (r.ch.bare || r.ch.core.deed.suffers() && r.a.instrument == "tariff") && r.a.after != deedAnnounce && r.t.field == model.InTitle && len(r.out.targets) == 0 && !r.felt(r.a, r.ch, r.out) && !(r.out.action == "in-force" && (r.ch.bare || r.ch.core.form != formNoun) && r.presumed(r.a)) {
		return true // what nobody is named to bear is background
	}
	if r.out.rule == "signal-noun-threaten" && len(r.out.senders)+len(r.out.targets) == 0 {
		r.unsaid = true
		return true
	}
	if r.ch.bare && r.a.after != deedAnnounce && r.t.field == model.InTitle && r.a.instrument == "tariff" && len(r.out.senders) == 0 {
		return true
	}
	if r.t.field == model.InTitle && r.vague(r.a, r.ch, r.out) {
		return true
	}
	if r.t.field == model.InText && len(r.out.targets) == 0 && (len(r.out.senders) == 0 || strings.HasSuffix(r.out.rule, "-assumed")) && r.t.has(r.a.lo, r.a.hi, "tariff") && !r.stateIn(r.sent.lo, r.sent.hi) {
		r.unsaid = true
		return true // that of a supplier, which a commission allows
	}
	if r.t.field == model.InText && r.a.instrument == "licence" && r.a.weak && r.out.direction == model.Pressure && !r.twoStates(r.sent) && r.pressed(r.sent) == "" {
		return true // a bank at home that loses its licence
	}
	if r.ofNoState(r.sent, r.out) || r.elsewhere(r.sent, r.a, r.ch, r.out) || r.believedDone(r.sent, r.ch, r.out) {
		return true
	}
	if r.a.instrument == "unspecified-consequences" {
		if r.out.action != "threatened" && r.out.action != "deferred" || !r.plausible(r.out) && r.out.action != "deferred" {
			return true
		}
	}
	return false
}

// fillIn lowers the rung of what is unsure or no law yet, and adds the sector, the time and
// whether it is for a time or past.
func (r *actReader) fillIn() {
	if r.out.action == "imposed" && r.unsure(r.sent, r.ch) {
		r.out.action = "floated"
	}
	if r.out.action == "imposed" && !r.a.verb && !r.in("voting", r.ch.core.lo) && r.onlyEnvoys() {
		r.out.action = "announced"
	}
	switch r.out.action {
	case "imposed", "announced", "tightened", "in-force", "called-for":
		if r.onlyReckoned() {
			r.out.action = "floated"
		}
	case "offered", "demanded":
		if r.onlyReckoned() {
			r.out.action = "considered"
		}
	}
	if r.inChamber(r.sent, r.ch) || r.houseVoted() {
		switch r.out.action {
		case "imposed", "announced", "tightened":
			r.out.action = "floated" // what a house has passed is no law yet
		case "lifted", "eased", "suspended", "offered":
			r.out.action = "considered"
		}
	}
	r.carriedOver()
	r.out.sector = r.sector(r.sent, r.a)
	r.out.temporary = r.temporary(r.sent, r.a, r.ch)
	if r.out.action == "eased" || r.out.action == "lifted" {
		if r.out.temporary = r.out.temporary || r.limited(r.sent, r.a, r.out.action); r.out.temporary {
			r.out.action = "licensed" // relief for a time is no lasting one, whatever the verb
		}
	}
	r.out.historical = r.historical(r.sent, r.ch, r.a) && !(r.out.action == "in-force" && r.heldSince(r.sent, r.a, r.ch))
	if r.out.action == "announced" && r.t.field == model.InText && r.ch.core.deed == deedAnnounce && !r.ch.hasUpper && r.ch.modal == "" && r.ch.core.form == formPast && r.out.condition == nil && r.longPast() {
		r.out.action, r.out.historical = "imposed", true // "last October announced a ban": it is on
	}
	r.out.hedged = r.ch.modal == "could" || r.ch.modal == "may" || r.onlyBelieved(r.sent, r.ch, r.out)
	r.dates(r.sent, r.a, r.ch, r.out)
}

// weakIsMeant says that a word which may be anything is a measure of a state here.
func (r *actReader) weakIsMeant() bool {
	told := r.plausible(r.out) || r.rated(r.sent, r.a, r.ch, r.out) || r.clear(r.sent, r.a, r.ch, r.out)
	onTrade := told || r.stopsTrade(r.a, r.out) || r.curbsCommerce(r.a, r.out) || r.ofSanctions(r.sent, r.a)
	return onTrade || r.spokenOf(r.sent, r.a, r.ch, r.out) || r.likelyMeant(r.sent, r.a)
}

// borneByNobody says that a measure is borne and nothing tells by whom or whose it is.
func (r *actReader) borneByNobody() bool {
	return len(r.out.senders)+len(r.out.targets) == 0 && !r.onlyStates(r.a) && !r.lawful(r.sent, r.ch) && !r.rated(r.sent, r.a, r.ch, r.out)
}

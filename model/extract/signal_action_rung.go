package extract

import (
	"strings"

	"parley/model"
)

// actReader works out what is done with a measure, by whom and to whom: what it finds it
// writes into the act.
type actReader struct {
	*signalContext
	sent stretch
	a    *anchor
	ch   *chain
	out  *act

	inPhrase []string  // whom the measure's own phrase names as its source
	doers    []mention // the subject of the chain
	acts     bool      // the subject acts by the measure, which is on somebody else
	acting   []string  // who that is
	many     string    // the subject where it is many under no name that is known
}

// onlySpokenOf says that nothing is done with the measure: it is a topic of talk.
func (r *actReader) onlySpokenOf(before *act) bool {
	if r.t.field == model.InText && (r.onlyTalk(r.sent, r.a, r.ch) || r.nothingYet(r.sent, r.a, r.ch) || before != nil && r.comesTo(r.sent, r.a, r.ch)) {
		return true
	}
	if r.t.field == model.InText && before != nil && before.action == "threatened" && before.hi <= r.ch.lo && r.supposed(r.sent, r.a, r.ch) && (r.ch.core.deed.relieves() && r.ch.negated || r.ch.core.deed == deedForce && (r.in("keeping", r.ch.core.lo) || r.t.has(r.ch.core.lo, r.ch.core.lo+1, "keeps"))) {
		r.unsaid = true
		return true // what a threat hangs on: "countermeasures if it does not remove the tariffs"
	}
	if r.ch.core.deed == deedThreaten && r.ch.core.lo < r.a.np && r.warnedEffect(r.sent, r.a) {
		r.unsaid = true
		return true
	}
	if r.demandDropped() || r.bothOpen() || r.paidFor() || r.awaitsLeave() || r.retaliationOff() || r.notAgainst() || r.doubtful() || r.unasked() || r.withoutThreat() || r.byAnybody(r.sent, r.ch) || r.leftUnsaid(r.sent, r.a) {
		r.unsaid = true
		return true
	}
	if r.onlyHe(r.sent, r.a, r.ch) || r.needsLeave(r.a, r.ch) || r.isTopic(r.sent, r.a, r.ch) || r.onlyAgenda(r.sent, r.a, r.ch) || before != nil && before.action == "deferred" && r.toAvoid(r.ch) {
		return true
	}
	return false
}

// rereadVerb puts the chain right where the words around its verb turn what it says, and
// says whether anything is done at all.
func (r *actReader) rereadVerb() bool {
	if r.ch.core.lead == "under" && r.t.field == model.InText && r.in("pursued", r.ch.core.lo-1) {
		r.ch.modal, r.ch.hasUpper, r.ch.negated, r.unsaid = "", false, false, true // "would deflag 70 ships under sanctions"
	}
	if r.ch.core.deed == deedImpose && r.t.has(r.ch.core.lo, r.ch.core.lo+1, "put", "puts", "putting") && (r.t.has(r.a.hi, r.a.hi+1, "on") && r.t.has(r.a.hi+1, r.a.hi+2, "hold", "ice") || r.t.has(r.a.hi+2, min(r.a.hi+6, r.sent.hi), "hold", "ice")) {
		r.ch.core.deed = deedDefer // "puts tariffs on hold"
	}
	r.ch.bowed = r.bowsTo(r.ch)
	if r.ch.core.deed == deedLift && r.a.instrument != "licence" && r.partOfAll() {
		r.ch.core.deed = deedEase
	}
	if r.probeEnded() {
		r.ch.core.deed = deedDefer
	}
	r.appealDecided()
	if r.ch.hasUpper && r.ch.upper.deed == deedThreaten && !r.ch.negated && r.didSo() {
		r.ch.hasUpper, r.ch.modal = false, ""
	}
	r.pleaOnMeasure()
	if r.ch.core.deed == deedTighten && (r.t.has(r.a.np, min(r.a.hi+1, r.sent.hi), "phase-in")) {
		r.ch.core.deed = deedDefer // "extends the phase-in of the tariff"
	}
	if r.t.field == model.InTitle {
		r.leaveToExport(r.a, r.ch)
		if r.asksAbout() {
			return false
		}
	}
	if r.ch.core.deed == deedOppose && r.t.field == model.InTitle && r.in("contest", r.ch.core.lo) && r.failed(r.sent, r.ch, r.a) {
		r.ch.upper, r.ch.hasUpper = link{r.ch.lo, r.ch.core.lo, ladderWord{deed: deedRefuse}}, true
		r.ch.core.deed = deedLift // "loses appeal against sanctions"
	}
	if r.ch.core.deed.relieves() && r.ch.passive && !r.ch.hasUpper && r.t.field == model.InTitle && r.in("contest", r.a.hi) && r.ch.core.lo > r.a.hi {
		r.ch.upper, r.ch.hasUpper = link{r.a.hi, r.a.hi + 1, ladderWord{deed: deedRefuse}}, true // "sanctions appeal thrown out"
	}
	if (r.ch.core.deed.relieves() || r.ch.core.deed == deedDefer) && r.attempted(r.ch) && r.failed(r.sent, r.ch, r.a) {
		r.ch.upper, r.ch.hasUpper, r.ch.modal = link{r.ch.lo, r.ch.core.lo, ladderWord{deed: deedRefuse}}, true, ""
		r.ch.core.deed = deedLift
	}
	if r.ch.core.deed.relieves() && (!r.ch.hasUpper || r.ch.upper.deed != deedRefuse) && r.attempted(r.ch) || r.ch.core.deed == deedOppose && r.any("undo", r.ch.core.lo-2, r.ch.core.lo) {
		return false
	}
	if r.t.field == model.InTitle && r.ch.core.deed.relieves() && r.ch.hasUpper && r.ch.upper.deed == deedDemand && strings.HasPrefix(r.ch.upper.lead, "back") && r.inChamber(r.sent, r.ch) {
		r.ch.upper.deed = deedFloat // "Senate backs repeal of"
	}
	if r.orElseMeasure() {
		r.ch.core.deed, r.ch.core.form, r.ch.hasUpper, r.ch.modal = deedThreaten, formPresent, false, ""
	}
	if r.hopesToDodge(r.sent, r.ch) {
		r.ch.core.deed, r.ch.core.lead, r.ch.modal, r.ch.hasUpper = deedDread, "avoid", "", false
	}
	if r.a.instrument == "price-cap" && r.ch.core.deed == deedEase && r.in("lower", r.ch.core.lo) {
		r.ch.core.deed = deedTighten // the lower a cap, the harder it hits
	}
	if r.t.has(r.a.lo, r.a.hi, "quota", "quotas") && !r.a.verb {
		switch {
		case r.ch.core.deed == deedEase && r.in("lower", r.ch.core.lo):
			r.ch.core.deed = deedTighten // the less may come in, the harder it hits
		case r.ch.core.deed == deedTighten && r.in("raise", r.ch.core.lo):
			r.ch.core.deed = deedEase
		}
	}
	if r.ch.core.deed.relieves() && !r.ch.hasUpper && r.ch.modal == "" && r.ch.core.form == formNoun && r.t.has(r.a.hi, r.a.hi+1, "must", "should", "is", "are") && (r.in("price", r.a.hi) || r.in("price", r.a.hi+1) || r.in("price", r.a.hi+2)) {
		r.ch.modal = "must" // "lifting of sanctions must be part of it"
	}
	if r.ch.core.deed == deedOppose && r.in("blocking", r.ch.core.lo) && r.in("bench", r.skipBack(r.sent, r.ch.lo)-1) {
		r.ch.core.deed = deedSuspend // a court that blocks a measure stops it
	}
	if r.ch.modal == "would" && !r.ch.hasUpper && r.t.has(max(r.sent.lo, r.ch.lo-14), r.ch.lo, "bill", "legislation", "draft") {
		r.ch.upper, r.ch.hasUpper = link{r.ch.lo, r.ch.core.lo, ladderWord{deed: deedFloat}}, true // what a bill would do
	}
	if r.ch.modal == "would" && r.reported(r.sent, r.ch.lo) {
		r.ch.modal = "will"
	}
	if r.t.has(r.a.np, r.a.lo, "zero", "lower", "reduced") && r.t.field == model.InTitle && r.a.instrument == "tariff" && !r.ch.hasUpper && (r.ch.core.deed == deedAgree || r.ch.core.deed == deedFloat || r.ch.core.deed == deedDemand || r.ch.core.deed == deedAnnounce) {
		r.ch.upper, r.ch.hasUpper = r.ch.core, true
		r.ch.core.deed = deedEase // "open to zero tariffs"
	}
	if r.t.has(r.a.np, r.a.lo, "eased", "looser", "relaxed", "softer", "softened", "loosened") && r.t.field == model.InTitle && r.ch.hasUpper && r.ch.upper.deed == deedDeny && r.ch.core.deed == deedFloat {
		return false // "denies considering eased curbs": who would ease them is open
	}
	if r.a.after.relieves() && !r.ch.hasUpper && (r.ch.core.deed == deedImpose || r.ch.core.deed == deedAnnounce) && r.t.has(r.a.hi, r.a.hi+1, "as") && (r.in("price", r.a.hi+1) || r.in("price", r.a.hi+2)) {
		r.ch.core.deed = deedDemand // "sets sanctions relief as condition"
	}
	if r.ch.core.lead == "lift" && r.a.instrument == "tariff" && r.liftedTo(r.sent, r.a) {
		r.ch.core.deed = deedTighten // "lifts tariff to 15%"
	}
	if r.t.has(r.a.np, r.a.lo, "zero", "lower", "reduced") && r.t.field == model.InTitle && r.a.instrument == "tariff" && r.ch.core.deed == deedImpose {
		r.ch.core.deed = deedEase // "orders lower tariffs"
	}
	if r.ch.core.deed == deedThreaten && r.ch.core.form == formNoun && r.t.field == model.InTitle && r.in("shelve", r.ch.core.lo-1) {
		r.ch.core.deed = deedDefer // "drops threat of"
	}
	if r.ch.core.deed == deedDefer && r.ch.modal == "to" && r.t.field == model.InTitle && r.t.has(r.ch.core.lo, r.ch.core.lo+1, "head", "stave", "prevent") && (!r.ch.hasUpper || r.ch.upper.deed == deedDemand) {
		r.ch.core.deed, r.ch.hasUpper, r.ch.modal = deedSuffer, false, "" // "scrambles to head off tariffs"
	}
	if (r.ch.modal == "to" || r.ch.hasUpper && r.ch.upper.deed == deedThreaten) && r.promiseKept(r.sent, r.ch.core.lo) {
		r.ch.hasUpper, r.ch.modal = false, "" // "made good on his promise to impose"
	}
	if r.ch.core.deed.relieves() && !r.ch.hasUpper && r.ch.modal == "to" && r.decreed(r.sent, r.ch.core.lo-1) {
		r.ch.modal = "" // "signs decree to lift"
	}
	if r.needed(r.sent, r.a, r.ch) {
		r.ch.modal = "must"
	}
	return true
}

// asksAbout says that somebody wants to know of a measure, or to talk of it: "seeks clarity
// on tariffs", "asks for details of the embargo".
func (r *actReader) asksAbout() bool {
	asks := r.ch.core.deed == deedDemand || r.ch.hasUpper && r.ch.upper.deed == deedDemand
	for i := r.ch.lo; asks && i+1 < r.a.np; i++ {
		if r.in("clarity", i) && r.t.has(i+1, i+2, "on", "over", "about", "of") {
			return true
		}
	}
	return false
}

// findRung decides the rung of the ladder, and says whether there is one.
func (r *actReader) findRung() bool {
	r.ch.soon = r.ch.core.deed.suffers() && r.t.has(max(r.sent.lo, r.ch.lo-7), r.ch.lo, "once", "when", "before")
	r.out.lo, r.out.hi = min(r.a.np, r.ch.lo), max(r.a.hi, r.ch.hi)
	r.out.condition = r.condition(r.sent, r.ch, r.a)
	r.ch.inIf = r.t.field == model.InTitle && r.out.condition != nil && r.t.has(r.sent.lo, r.a.np, "if")
	r.ch.prolongs = r.words.measures["prolong"][r.ch.core.lead]
	if r.neither(r.sent, r.a) {
		r.ch.negated = true
	}
	r.ch.undone = r.notDone(r.sent, r.a, r.ch)
	r.ch.renews = r.renewed(r.sent, r.a, r.ch)
	r.ch.settled = r.settled(r.sent, r.ch)
	r.commanded(r.sent, r.ch)
	if r.ch.modal == "to" && r.t.field == model.InTitle && r.firstTo(r.sent, r.ch) {
		r.ch.modal, r.ch.hasUpper = "", false
	}
	if r.t.field == model.InTitle {
		r.ch.yet = r.any("for-now", r.sent.lo, r.sent.hi)
	}
	r.out.action, r.out.direction = decide(r.ch, r.a, r.out.condition != nil && r.out.condition.Polarity != "until")
	if r.out.condition != nil && r.out.condition.Polarity == "until" && r.ch.core.deed.relieves() && (r.ch.negated || r.ch.core.deed == deedLift) && r.ch.modal != "must" && !(r.ch.hasUpper && r.ch.upper.deed == deedDemand && r.ch.core.lo >= r.a.hi) {
		r.out.action, r.out.direction = "refused-relief", model.Pressure
	}
	if r.t.field == model.InText && (r.out.action == "offered" || r.out.action == "considered") && r.onlyThen(r.sent) {
		r.out.action, r.out.direction = "refused-relief", model.Pressure
	}
	if r.out.condition != nil && r.out.condition.Polarity != "until" && r.t.field == model.InTitle && done(r.out.action) && r.out.direction == model.Relief && !r.t.has(r.sent.lo, r.a.np, "if", "unless", "once") {
		r.out.action = "offered" // "lifting of sanctions if a deal is reached"
	}
	if r.supposed(r.sent, r.a, r.ch) {
		r.out.suppose()
	}
	switch {
	case r.a.lo == r.ch.core.lo && r.out.rule == "signal-none" && r.out.action == "" && r.t.field == model.InTitle:
		r.out.action, r.out.direction = "denied", model.Pressure // "no sanctions on Ruritania, Altland says"
	case r.plainlyNot():
		r.out.action, r.out.direction = "denied", model.Pressure
	case r.holdsOn():
		r.out.action = "refused-relief"
	case r.declines():
		r.out.action = "denied"
	case r.out.action != "" && r.answeredWith(r.ch):
		r.out.action = "threatened"
	case r.onlyHoped():
		r.out.action = "demanded"
	case r.out.action == "considered" && r.notRaised():
		r.out.action = "denied"
	}
	if r.t.field == model.InText && done(r.out.action) && r.evenIf() {
		r.out.suppose()
	}
	r.notNow(r.sent, r.a, r.ch, r.out)
	r.kept(r.sent, r.ch, r.out)
	r.shortOfIt(r.sent, r.a, r.ch, r.out)
	if r.out.action == "" {
		r.unsaid = r.unsaid || r.ch.core.deed == deedForce && obeys(r.ch.core.lead) && !r.ch.hasUpper || r.ch.negated && r.ch.core.standsUnder()
		return false
	}
	if r.out.action == "imposed" && r.a.verb && r.t.has(r.a.lo-1, r.a.lo, "further") {
		r.out.action = "tightened" // "further restricts exports of chips"
	}
	if (r.out.action == "imposed" || r.out.action == "tightened") && r.t.field == model.InTitle && r.ch.core.form == formGerund && r.t.has(r.ch.core.lo-1, r.ch.core.lo, "before", "from") {
		r.out.action = "floated" // "tells him to think again before raising tariffs"
	}
	if r.out.action == "imposed" && r.ch.core.form == formPresent && r.t.has(max(r.sent.lo, r.ch.lo-3), r.ch.lo, "before", "until", "unless") {
		r.out.action = "threatened" // "before he imposes sanctions"
		if r.t.field == model.InText {
			r.out.action = "floated"
		}
	}
	if r.out.action == "imposed" && r.heldSince(r.sent, r.a, r.ch) {
		r.out.action = "in-force"
	}
	if r.out.action == "imposed" && r.ch.passive && r.t.field == model.InText && r.t.has(r.a.np-1, r.a.np, "before", "until", "unless") && r.t.has(r.a.hi, r.ch.core.lo, "are", "is") {
		r.out.action = "floated" // "before sanctions are imposed"
	}
	return true
}

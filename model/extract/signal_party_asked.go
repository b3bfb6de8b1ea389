package extract

import (
	"strings"

	"parley/model"
)

// Who is asked for a measure or for its end, whose measure somebody speaks against, and who asks.

// opposed reads whose measure somebody speaks against.
func (r *actReader) opposed() {
	if r.requestRefused() {
		return
	}
	if r.hasNoRight() && len(r.doers) > 0 {
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
	if len(r.out.senders) == 0 && r.t.field == model.InText && !r.ch.passive && (r.ch.modal == "must" || r.ofBill()) {
		r.out.senders = r.senders(r.doers) // "Altland should not relax", "rejected a bill to ban"
	}
}

// hasNoRight says that a headline denies somebody the power to act: "Altland has no right to impose".
func (r *actReader) hasNoRight() bool {
	no := r.ch.core.lo
	return r.t.field == model.InTitle && r.t.has(no, no+1, "no") && r.t.has(no-1, no, "has", "have", "had")
}

// ofBill says that the verb is what a bill is to do, on which its own parliament decides.
func (r *actReader) ofBill() bool {
	return r.t.has(r.ch.lo, r.ch.core.lo, "proposal", "bill", "motion") && r.isTo(r.ch.core.lo-1)
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
	if r.ch.modal == "must" && !r.ch.passive && len(r.out.senders) == 0 {
		m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, r.ch.lo))
		switch {
		case r.t.field == model.InText:
			r.out.senders = r.senders(r.doers) // "Altland should consider"
		case ok && !r.a.trade && !r.ch.hasUpper:
			r.out.senders = r.senders([]mention{m}) // "Altland should impose, says"
		}
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
	if r.urgedTo() {
		r.out.senders = or2(r.inPhrase, r.senders(r.doers))
		return
	}
	r.out.senders = or2(r.inPhrase, or2(r.addressee(r.ch), r.askedOf()))
	if r.t.field == model.InText && (r.a.after.relieves() || r.a.instrument == "licence") && len(r.out.senders) == 0 && r.t.has(r.a.hi, r.a.hi+1, "from") {
		r.out.senders = r.senders(r.res.mentions(r.t, r.a.hi+1, min(r.a.hi+4, r.sent.hi))) // "in return for tariff relief from X"
		if r.out.targets = without(r.out.targets, r.out.senders); r.a.instrument == "licence" {
			r.out.targets = or2(without(r.bearers(r.doers), r.out.senders), r.out.targets) // "applied for a licence from X"
		}
	}
	if r.namesPrecondition() {
		r.out.targets = or2(r.out.targets, without(r.bearers(r.doers), r.out.senders))
		return
	}
	if r.ch.modal == "must" && (!r.ch.hasUpper || r.ch.upper.deed != deedDemand) && len(r.out.senders) == 0 {
		r.out.senders = r.senders(r.doers) // "Europe will have to lift"
		return
	}
	r.out.targets = or2(r.out.targets, r.askers()) // who asks for relief is under the measure
	if own := r.bearers(r.doers); r.t.field == model.InTitle && len(own) > 0 && (r.leaveFrom() || r.a.instrument == "licence" && len(without(own, r.out.senders)) > 0) {
		r.out.targets = own
	}
}

// urgedTo says that a headline's subject is who is asked, as no other verb stands between: "Altland urged to
// drop".
func (r *actReader) urgedTo() bool {
	up := &r.ch.upper
	if r.t.field != model.InTitle || !r.ch.hasUpper || !r.isTo(up.hi) || len(r.doers) == 0 || r.doers[len(r.doers)-1].hi != up.lo {
		return false
	}
	return r.t.has(up.lo, up.lo+1, "urged", "asked", "pressed", "pressured", "told", "lobbied")
}

// namesPrecondition says that relief is the subject of what a text demands: "the Altlandic envoy said lifting
// it was a precondition".
func (r *actReader) namesPrecondition() bool {
	core := &r.ch.core
	return r.ch.modal == "must" && !r.ch.hasUpper && r.t.field == model.InText && core.lo < r.a.np && (core.form == formGerund || core.form == formNoun)
}

// leaveFrom says that what is asked for is to be let off a measure that holds for others: "asks for exemption
// from Russia sanctions".
func (r *actReader) leaveFrom() bool {
	return r.ch.core.deed == deedLicense || r.ch.core.deed == deedEase && strings.HasSuffix(r.ch.core.lead, " from")
}

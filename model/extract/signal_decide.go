package extract

import (
	"strings"

	"parley/model"
)

// decide places a chain of verbs on the ladder.
func decide(ch *chain, a *anchor, conditional bool) (action, direction string) {
	core, upper := ch.core.deed, noDeed
	if ch.bare && ch.core.lead == "bare" && (a.after == deedEase || a.after == deedLicense) && a.instrument != "licence" {
		return "considered", model.Relief // "bets on sanctions relief"
	}
	if ch.hasUpper {
		upper = ch.upper.deed
	}
	if upper == deedDeny && core != deedEvade {
		if core.relieves() || core == deedDefer || a.after.relieves() {
			return "denied", model.Relief
		}
		return "denied", model.Pressure
	}
	if a.after == deedFloat {
		return planning(core)
	}
	if a.after == deedBear {
		if !core.suffers() && core != deedForce {
			return "", ""
		}
		if core == deedSuffer && ch.modal == "" {
			ch.core.deed = deedBear
		}
		return suffering(ch, conditional)
	}
	if a.after == deedTighten && core == deedEvade && !ch.negated && !ch.core.flouts() {
		return "deferred", model.Relief // "dodges tariff hike"
	}
	if a.after == deedDefer && core.suffers() {
		return suffering(ch, conditional) // "races to beat tariff deadline"
	}
	if core == deedLoom && a.after.relieves() {
		return "considered", model.Relief // "relief is on the table"
	}
	if core == deedLoom && a.after == deedDefer {
		return "announced", model.Pressure // "tariff deadline looms"
	}
	if a.after == deedDefer && core == deedExpire {
		return "announced", model.Pressure // "tariff truce set to expire"
	}
	if a.after == deedDefer && !a.dated && upper == deedRefuse && ch.core.lead == "wording" {
		return "refused-relief", model.Pressure // "fails to win tariff reprieve"
	}
	if a.after == deedDefer && upper == deedRefuse && !ch.negated && core == deedTighten {
		return "refused-relief", model.Pressure // "rules out extending the tariff deadline"
	}
	if a.after == deedDefer && ch.negated && upper == noDeed && (core == deedTighten || core == deedDefer) {
		return "refused-relief", model.Pressure // "will not extend the tariff pause"
	}
	if a.after == deedDefer && a.dated && (core == deedOppose || core == deedRefuse) {
		return "threatened", model.Pressure // "shrugs off sanctions deadline"
	}
	if core == deedDemand && (upper == deedRefuse || upper == deedOppose) && (a.after == deedTighten || a.after == deedImpose) {
		return "opposed", model.Pressure // "rejects call for embargo extension"
	}
	if a.after != noDeed && a.after != core {
		if a.after.relieves() && (core == deedLift || core == deedSuspend) {
			return pressing(ch, deedImpose, upper, conditional) // "suspends tariff concessions"
		}
		if a.after == deedTighten && core.relieves() {
			return relieving(ch, deedEase, upper) // "ends tariff stacking"
		}
		if a.after == deedTighten && core == deedDefer {
			return "deferred", model.Relief // "preventing tariff surge"
		}
		if a.after == deedThreaten && (core == deedDefer || core == deedLift || core == deedSuspend) {
			return "deferred", model.Relief // "drops tariff threat"
		}
		if a.after == deedDefer || a.after == deedThreaten || a.after == deedForce {
			if core == deedThreaten || core == deedFloat || core == deedDemand {
				upper = core
			} else {
				upper = noDeed
			}
		} else if !core.does() && upper != deedRefuse {
			upper = core
		}
		core = a.after
	}
	if core == deedDeny && ch.core.lead == "deny" && a.instrument == "export-control" {
		core = deedImpose // "deny export licences"
	}
	if a.instrument == "licence" {
		return licensing(ch, a, core, upper)
	}
	switch core {
	case deedImpose, deedTighten:
		return pressing(ch, core, upper, conditional)
	case deedLift, deedEase, deedSuspend, deedLicense:
		return relieving(ch, core, upper)
	case deedDefer:
		if upper == deedDemand {
			return "demanded", model.Relief
		}
		if ch.negated && upper == noDeed {
			return undeferred(ch)
		}
		if upper == deedAgree && promises(ch.upper.lead) && !ch.negated {
			return "offered", model.Relief
		}
		if ch.modal == "may" || ch.modal == "could" {
			return "considered", model.Relief
		}
		return "deferred", model.Relief
	case deedEvade:
		if a.instrument == "tariff" && ch.modal == "" && !ch.negated && !ch.core.flouts() && (ch.core.form == formPresent || ch.core.form == formPast) {
			return "deferred", model.Relief // who dodges a duty is spared it
		}
		return "in-force", model.Pressure
	case deedForce:
		if obeys(ch.core.lead) {
			switch {
			case upper == deedDemand && !ch.negated:
				return "called-for", model.Pressure // "asked Altland to comply with"
			case upper == deedRefuse || ch.negated && (ch.modal == "will" || ch.modal == "would"):
				return "opposed", model.Pressure // "would not take part in"
			}
			return "", ""
		}
		if upper == deedFloat && ch.upper.lead == "whether" && starting(ch.core.lead) {
			return "floated", model.Pressure // "whether they take effect is not known"
		}
		if ch.modal == "must" && !ch.negated && staying(ch.core.lead) {
			return "called-for", model.Pressure // "must stay in force"
		}
		if conditional && ch.modal == "" && !ch.negated && ch.core.lead != "enforce" && starting(ch.core.lead) && (ch.core.form == formPresent || ch.core.form == formBase) {
			return "threatened", model.Pressure // "sanctions snap back if"
		}
		if conditional && ch.modal != "" && !ch.negated && (starting(ch.core.lead) || ch.core.lead == "wording") {
			return "threatened", model.Pressure
		}
		if (ch.modal == "would" || ch.modal == "could" || ch.modal == "may") && !ch.negated && !ch.bare && (starting(ch.core.lead) || ch.core.lead == "wording") {
			if ch.modal == "would" {
				return "announced", model.Pressure
			}
			return "floated", model.Pressure
		}
		if (ch.modal == "will" || ch.modal == "to") && !ch.now && !ch.negated && !strings.HasPrefix(ch.core.lead, "stay") && !strings.HasPrefix(ch.core.lead, "remain") && ch.core.lead != "continue" {
			return "announced", model.Pressure
		}
		return "in-force", model.Pressure
	case deedLoom:
		if ch.negated {
			return "denied", model.Pressure
		}
		if conditional && ch.core.lead == "wording" {
			return "threatened", model.Pressure // "will see sanctions if"
		}
		if ch.modal == "could" || ch.modal == "may" || ch.modal == "would" {
			return "floated", model.Pressure
		}
		return "announced", model.Pressure
	case deedSuffer, deedBear, deedDread:
		if ch.soon {
			return "announced", model.Pressure
		}
		return suffering(ch, conditional)
	case deedFloat:
		if upper == deedDemand && (ch.core.lead == "reconsider" || ch.core.lead == "revisit" || strings.HasPrefix(ch.core.lead, "review") || strings.HasPrefix(ch.core.lead, "=rethink")) {
			return "demanded", model.Relief
		}
		if upper == deedDefer && !ch.negated {
			return "deferred", model.Relief // "put off the debate on"
		}
		if upper == deedThreaten || conditional {
			return "threatened", model.Pressure
		}
		if upper == deedDemand && ch.core.form == formBase && ch.core.lead != "wording" && !ch.negated {
			return "called-for", model.Pressure // "called on X to consider sanctions"
		}
		if upper == deedOppose && ch.upper.lead != "dismiss" {
			return "opposed", model.Pressure // "blocked a bill that would"
		}
		if upper == deedOppose || upper == deedRefuse || ch.negated && ch.core.form == formGerund {
			return "denied", model.Pressure // "dismissed talk of", "is not weighing"
		}
		if ch.negated {
			return "", ""
		}
		if ch.modal == "must" {
			return "called-for", model.Pressure // "should consider sanctions"
		}
		return "floated", model.Pressure
	case deedThreaten:
		if upper == deedRefuse {
			return "denied", model.Pressure
		}
		if ch.negated && !(ch.core.lead == "wording" && ch.passive) && !ch.bowed {
			return "denied", model.Pressure // but "will not talk under the threat of sanctions" bears one
		}
		return "threatened", model.Pressure
	case deedDemand:
		if upper == deedOppose || upper == deedRefuse {
			return "opposed", model.Pressure // "condemned the calls for"
		}
		if ch.negated {
			return "", ""
		}
		return "called-for", model.Pressure
	case deedAnnounce, deedAgree:
		if upper == deedRefuse && core == deedAgree {
			return "deferred", model.Relief // "fails to agree"
		}
		if conditional && !ch.negated && (core == deedAgree || ch.modal == "") {
			return "threatened", model.Pressure // "vows countermeasures if"
		}
		if ch.negated {
			return "denied", model.Pressure
		}
		if ch.modal == "must" {
			return "called-for", model.Pressure // "must agree to new sanctions"
		}
		return "announced", model.Pressure
	case deedOppose, deedRefuse:
		if ch.core.lead == "ruled out" || ch.core.lead == "rules out" || ch.core.lead == "rule out" || ch.core.lead == "ruling out" {
			if ch.negated || upper == deedRefuse {
				return "floated", model.Pressure // "does not rule out", "refuses to rule out"
			}
			return "denied", model.Pressure
		}
		if strings.HasSuffix(ch.core.lead, " short of") {
			return "deferred", model.Relief
		}
		return "opposed", model.Pressure
	case deedDeny:
		return "denied", model.Pressure
	case deedExpire:
		if ch.negated && ch.core.lead == "wording" {
			return "refused-relief", model.Pressure // "will not let the sanctions lapse"
		}
		if ch.modal == "will" || ch.modal == "to" {
			return "announced", model.Relief
		}
		if ch.modal == "could" || ch.modal == "may" || ch.modal == "would" {
			return "considered", model.Relief
		}
		return "expired", model.Relief
	}
	return "", ""
}

func pressing(ch *chain, core, upper deed, conditional bool) (string, string) {
	switch upper {
	case deedThreaten:
		return "threatened", model.Pressure
	case deedFloat:
		if conditional {
			return "threatened", model.Pressure
		}
		if ch.modal == "must" && !ch.negated && !ch.passive {
			return "called-for", model.Pressure // "must consider imposing"
		}
		return "floated", model.Pressure
	case deedDemand:
		if ch.negated && ch.modal == "to" {
			return "opposed", model.Pressure // "urged them not to impose"
		}
		return "called-for", model.Pressure
	case deedAgree, deedAnnounce, deedDecide:
		if ch.negated && upper == deedAgree {
			if intends(ch.upper.lead) {
				return "denied", model.Pressure // "does not plan to impose"
			}
			return "deferred", model.Relief // "not ready to impose"
		}
		if ch.negated && upper == deedDecide && core == deedTighten && ch.prolongs {
			return "lifted", model.Relief // "decided not to renew"
		}
		if ch.negated && upper == deedDecide && core == deedImpose {
			if ch.yet {
				return "deferred", model.Relief // "decided not to impose for now"
			}
			return "denied", model.Pressure // "decided not to impose"
		}
		if conditional {
			return "threatened", model.Pressure
		}
		if upper == deedDecide && ch.upper.form == formPast && !ch.negated && ch.prolongs || ch.settled && core == deedTighten {
			return "tightened", model.Pressure // who decides on it has done it
		}
		if ch.settled || upper == deedAnnounce && ch.core.form == formNoun && ch.core.lead != "return of" && ch.upper.form == formPast {
			return "imposed", model.Pressure // "announced the imposition of"
		}
		return "announced", model.Pressure
	case deedRefuse:
		if ch.negated {
			return "floated", model.Pressure
		}
		if ch.renews {
			return "offered", model.Relief // "rules out an extension of the sanctions"
		}
		if ch.upper.lead == "decline" || strings.HasSuffix(ch.upper.lead, "short of") || strings.HasPrefix(ch.upper.lead, "in no") || strings.HasPrefix(ch.upper.lead, "too ") || balks(ch.upper.lead) {
			return "deferred", model.Relief // "in no rush to sanction"
		}
		return "denied", model.Pressure
	case deedOppose:
		return "opposed", model.Pressure
	case deedDefer:
		return "deferred", model.Relief
	case deedSuffer, deedDread:
		return "announced", model.Pressure // "braces for the return of"
	}
	if ch.negated && core == deedTighten && (ch.passive || ch.renews) && ch.modal == "" {
		return "expired", model.Relief // "were not renewed"
	}
	if ch.negated && ch.renews && (ch.modal == "will" || ch.modal == "would" || ch.modal == "to") {
		return "offered", model.Relief // "will not extend the sanctions": they will run out
	}
	if ch.negated && ch.undone {
		return "", ""
	}
	if ch.negated && core == deedImpose && (ch.modal == "" || ch.modal == "will" || ch.modal == "would" || ch.modal == "to") && !ch.yet {
		return "denied", model.Pressure // "has not imposed", "no sanctions were imposed", "will not impose"
	}
	if ch.negated {
		return "deferred", model.Relief
	}
	if ch.modal == "must" {
		return "called-for", model.Pressure
	}
	if conditional && (ch.modal != "" || ch.core.form == formPresent || ch.core.form == formBase) {
		return "threatened", model.Pressure
	}
	switch ch.modal {
	case "could", "may", "would":
		return "floated", model.Pressure
	case "will", "to":
		return "announced", model.Pressure
	}
	if core == deedTighten {
		return "tightened", model.Pressure
	}
	return "imposed", model.Pressure
}

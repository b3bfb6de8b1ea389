package extract

import (
	"strings"

	"parley/model"
)

// The rungs of relief, plans and licences, and the verbs whose rung is told by more than their deed.

// relieving places relief under the verb above it.
func relieving(ch *chain, core, upper deed) (string, string) {
	if ch.modal == "must" && !ch.negated && (upper == deedAgree || upper == deedAnnounce || upper == deedDecide) {
		return "demanded", model.Relief // "should announce the lifting of"
	}
	switch upper {
	case deedFloat, deedSuffer, deedDread:
		if ch.modal == "must" && upper == deedFloat && !ch.negated && ch.core.form != formPast {
			return "demanded", model.Relief // "should consider lifting"
		}
		if ch.negated && upper == deedFloat && (ch.modal == "will" || ch.modal == "would") {
			return "refused-relief", model.Pressure // "will not consider lifting"
		}
		if ch.negated && upper == deedFloat && (strings.HasPrefix(ch.upper.lead, "talk") || strings.HasPrefix(ch.upper.lead, "discuss") || ch.modal == "" && (ch.core.lead == "discuss" || ch.core.lead == "raise")) {
			return "denied", model.Relief // "no talks on easing", "no relief was discussed"
		}
		return "considered", model.Relief
	case deedDemand:
		if ch.negated && (ch.upper.lead == "want" || ch.unmeant) {
			return "refused-relief", model.Pressure // "does not want to lift"
		}
		return "demanded", model.Relief
	case deedAgree, deedThreaten:
		if ch.negated {
			return "refused-relief", model.Pressure
		}
		return "offered", model.Relief
	case deedRefuse:
		if ch.negated {
			return "considered", model.Relief
		}
		return "refused-relief", model.Pressure
	case deedOppose:
		if ch.negated {
			return "considered", model.Relief // "is not opposed to lifting"
		}
		return "opposed", model.Relief
	case deedDeny:
		return "denied", model.Relief
	case deedDefer:
		return "refused-relief", model.Pressure // "the lifting of sanctions was put off"
	}
	if ch.negated && ch.modal == "must" && !ch.bare {
		return "opposed", model.Relief // "should not lift the embargo"
	}
	if ch.negated {
		return "refused-relief", model.Pressure
	}
	if upper == deedDecide {
		ch.modal = ""
	}
	switch ch.modal {
	case "could", "may":
		return "considered", model.Relief
	case "will", "would", "to":
		return "offered", model.Relief
	case "must":
		return "demanded", model.Relief
	}
	switch core {
	case deedLift:
		return "lifted", model.Relief
	case deedEase:
		return "eased", model.Relief
	case deedSuspend:
		return "suspended", model.Relief
	}
	return "licensed", model.Relief
}

// flouts says that a verb tells of getting round a measure against the law, not of being spared it.
func (w ladderWord) flouts() bool {
	switch w.lead {
	case "violate", "breach", "evade", "circumvent", "=flouting", "flout":
		return true
	}
	return false
}

// starting says that a verb tells when a measure begins to hold.
func starting(lead string) bool {
	for _, part := range [...]string{"effect", "into force", "kick", "take hold", "snap back", "snaps back", "begin", "start", "become law", "enforce", "return"} {
		if strings.Contains(lead, part) {
			return true
		}
	}
	return false
}

// undeferred places what somebody does not put off, or a pause that he does not grant.
func undeferred(ch *chain) (string, string) {
	if ch.renews {
		return "refused-relief", model.Pressure // "will not extend the pause on"
	}
	return "announced", model.Pressure // "will not delay the tariffs"
}

// staying says that a verb tells that a measure is to stay as it is.
func staying(lead string) bool {
	for _, part := range [...]string{"stay", "remain", "keep", "kept", "maintain", "uphold", "retain", "leave", "left", "in place", "in force", "enforce"} {
		if strings.Contains(lead, part) {
			return true
		}
	}
	return false
}

// planning places what is done with the plan of a measure.
func planning(core deed) (string, string) {
	switch {
	case core.relieves() || core == deedDefer:
		return "deferred", model.Relief
	case core == deedThreaten:
		return "threatened", model.Pressure
	}
	return "floated", model.Pressure
}

// licensing places what is done with a licence: to issue one is relief for a
// time, never a measure and never its end.
func licensing(ch *chain, a *anchor, core, upper deed) (string, string) {
	switch core {
	case deedExpire:
		if ch.modal == "will" || ch.modal == "to" {
			return "licensed", model.Relief // it still holds
		}
		return "expired", model.Relief
	case deedLift, deedSuspend:
		if ch.core.lo >= a.hi && !ch.passive {
			return "expired", model.Relief // "exemption ends"
		}
		return pressing(ch, deedImpose, upper, false) // who takes leave away presses again
	case deedOppose, deedRefuse:
		return "opposed", model.Relief
	case deedDemand:
		return "demanded", model.Relief
	case deedFloat:
		return "considered", model.Relief
	case deedAgree:
		return "offered", model.Relief
	case deedSuffer, deedBear:
		return "licensed", model.Relief // "comes under a licence"
	}
	return relieving(ch, deedLicense, upper)
}

// intends says that a verb tells what somebody means to do.
func intends(lead string) bool {
	switch lead {
	case "plan", "plans", "intend", "intends", "intended":
		return true
	}
	return false
}

// balks says that a verb tells of somebody who would rather not, and has not said no.
func balks(lead string) bool {
	for _, part := range [...]string{"reluctan", "unwilling", "hesita", "loath", "balk", "baulk"} {
		if strings.Contains(lead, part) {
			return true
		}
	}
	return false
}

// promises says that a verb tells what somebody holds out to another.
func promises(lead string) bool {
	switch lead {
	case "offer", "promise", "vow", "pledge", "dangle":
		return true
	}
	return false
}

// obeys says that a verb tells who goes along with the measure of another.
func obeys(lead string) bool {
	switch lead {
	case "comply", "abide", "adhere", "participate", "go along with", "goes along with", "went along with", "going along with", "take part in", "takes part in", "took part in", "taking part in":
		return true
	}
	return false
}

package extract

import (
	"strings"

	"parley/model"
)

// suffering places a chain whose subject is the one that a measure hits, or will hit.
func suffering(ch *chain, conditional bool) (string, string) {
	switch {
	case ch.negated && ch.core.deed != deedBear:
		return "denied", model.Pressure
	case ch.core.deed == deedSuffer && (ch.core.lead == "avoid" || ch.core.lead == "escape" || ch.core.lead == "avert") && ch.modal == "" && !ch.hasUpper && !conditional && (ch.core.form == formPresent || ch.core.form == formPast):
		return "deferred", model.Relief
	case ch.core.deed == deedBear && ch.hasUpper && ch.upper.deed == deedDemand && !ch.negated:
		return "called-for", model.Pressure // "calls for more pressure from sanctions"
	case ch.core.deed == deedSuffer && ch.modal == "must" && ch.lo+1 == ch.core.lo && ch.core.lead != "=pay":
		return "called-for", model.Pressure // "must face sanctions"
	case conditional, ch.hasUpper && (ch.upper.lead == "risk" || ch.upper.deed == deedThreaten && ch.core.deed == deedSuffer), strings.HasSuffix(ch.core.lead, "threatened with") && ch.modal == "":
		return "threatened", model.Pressure
	case ch.core.deed == deedBear && ch.negated && ch.core.standsUnder():
		if ch.modal == "will" || ch.modal == "would" || ch.modal == "to" {
			return "denied", model.Pressure
		}
		return "", "" // "is not under sanctions"
	case ch.core.deed == deedBear && ch.negated:
		return "in-force", model.Pressure // "will never bow to sanctions"
	case ch.core.deed == deedBear && ch.modal == "will" && !ch.now && (strings.HasSuffix(ch.core.lead, " by") || strings.HasSuffix(ch.core.lead, " to") && ch.core.lead != "respond to" || strings.HasSuffix(ch.core.lead, "under")):
		return "announced", model.Pressure
	case ch.core.deed == deedSuffer && strings.HasPrefix(ch.core.lead, "to be ") && !ch.now:
		return "announced", model.Pressure // "to be hit by"
	case ch.core.deed == deedDread, ch.modal == "could", ch.modal == "may", ch.modal == "would":
		return "floated", model.Pressure
	case ch.core.deed == deedBear, ch.core.deed == deedForce, strings.HasSuffix(ch.core.lead, " by"), ch.now && ch.modal == "":
		return "in-force", model.Pressure
	}
	return "announced", model.Pressure
}

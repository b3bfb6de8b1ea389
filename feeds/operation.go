package feeds

import (
	"regexp"
	"strings"

	"parley/model"
)

// Agencies mark what a dispatch does to an earlier one at the head of its
// title ("CORRECTED-", "UPDATE 2-", "(2nd LD)", "KILL:"), outlets sometimes at its end
// ("… (corrected)"). In capitals any sign may follow; otherwise only a colon, a
// free-standing dash or brackets make a marker, so that "Kill-switch bill
// passes" and "Corrected figures show …" stay headlines.
var (
	agencyMark = regexp.MustCompile(`^[\[(*]*\s*(?:` +
		`(?P<update>(?:UPDATED?|WRAPUP|RECAST|REPEAT|RPT)(?:\s*(?:NO\.?\s*)?\d{1,2})?)` +
		`|(?P<corrected>(?:CORRECT(?:ED|ION|S|IVE)|CLARIFICATION)(?:\s*\(OFFICIAL\))?)` +
		`|(?P<refile>REFILED?)` +
		`|(?P<withdrawn>(?:STORY\s+)?(?:WITHDRAWN|RETRACTED|RETRACTION|REMOVED))` +
		`|(?P<kill>(?:(?:MANDATORY|BULLETIN|STORY)\s+)?KILL(?:ED)?)` +
		`)\s*(?:[\])*]+\s*[-–—:]*|[-–—:]+)\s*`)
	outletMark = regexp.MustCompile(`^(?:[\[(*]+\s*)?(?i:` +
		`(?P<update>updated?(?:\s+\d{1,2})?)|(?P<corrected>corrected|correction|clarification)` +
		`|(?P<refile>refiled?)|(?P<withdrawn>withdrawn|retracted|retraction)|(?P<kill>kill(?:ed)?)` +
		`)(?:\s*[\])*]+\s*[-–—:]*|:|\s+[-–—]+)\s+`)
	leadMark = regexp.MustCompile(`^\((?P<update>(?i:(?:\d(?:st|nd|rd|th)\s+)?(?:lead|ld)))\)\s*`)
	tailMark = regexp.MustCompile(`(?i)\s*[\[(]\s*(?:(?P<update>updated?(?:\s+\d{1,2})?)|(?P<corrected>corrected|correction)` +
		`|(?P<refile>refiled?)|(?P<withdrawn>withdrawn|retracted)|(?P<kill>killed))\s*[\])]$`)
)

// operation reads what a title does to the item it stands on, and the headline
// that is left without the marker. The strongest of several markers counts:
// "REFILE-UPDATE 1-" is a refile.
func operation(title string) (model.Operation, string) {
	op, rest := model.OpNone, title
	if !strings.ContainsAny(title, ":-–—)]*") {
		return op, ""
	}
	for _, mark := range []*regexp.Regexp{agencyMark, agencyMark, agencyMark, outletMark, leadMark, tailMark} {
		at := mark.FindStringSubmatchIndex(rest)
		if at == nil {
			continue
		}
		left := strings.TrimSpace(rest[:at[0]] + rest[at[1]:])
		if left == "" {
			continue // a title of nothing but the marker names nothing
		}
		rest = left
		for i, name := range mark.SubexpNames() {
			if name != "" && at[2*i] >= 0 && weight[model.Operation(name)] > weight[op] {
				op = model.Operation(name)
			}
		}
	}
	if op == model.OpNone {
		return op, ""
	}
	return op, rest
}

// weight orders operations by how much they take back.
var weight = map[model.Operation]int{
	model.OpUpdate: 1, model.OpRefile: 2, model.OpCorrected: 3, model.OpWithdrawn: 4, model.OpKill: 5,
}

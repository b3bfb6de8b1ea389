package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// headCameo are the codes of the statement types.
var headCameo = map[string]string{
	"assertion": "010", "no-comment": "011", "pessimistic": "012", "optimistic": "013", "admission": "015", "denial": "016",
	"accord-claim": "019", "praise": "051", "criticism": "111", "accusation": "112", "appeal": "02", "demand": "10",
	"offer": "03", "promise": "03", "concession": "08", "rejection": "12", "threat": "13", "ultimatum": "139",
}

// onlyJudges tells whether a speaker is one who only judges what may come: "experts".
func (h *headlines) onlyJudges(t *text, who stretch) bool {
	for i := who.lo; i < who.hi; i++ {
		if h.word(t, i)&hAssess != 0 {
			return true
		}
	}
	return false
}

// keepsSilent tells whether somebody will not comment: "declines to say whether A", "will not
// comment on A".
func (r *titleReader) keepsSilent(v headVerb, lo, hi int, not bool) bool {
	switch v.lemma {
	case "refuse", "decline":
		return r.any(lo, lo+1, "to") && r.any(lo+1, min(lo+3, hi), "drawn", "say", "comment", "answer", "elaborate", "speculate", "confirm", "discuss", "specify", "disclose", "reveal")
	case "comment on", "comment":
		return not
	}
	return false
}

// refineType sets modality and code, and mends the type by what was said: a warning
// of consequences is a threat unless who warns only judges, "must" is a demand.
func refineType(st *model.Statement, t *text, c stretch, judges bool) {
	low := make([]string, 0, c.hi-c.lo)
	for i := c.lo; i < c.hi; i++ {
		low = append(low, t.tok[i].low)
	}
	words := " " + strings.Join(low, " ") + " "
	has := func(list ...string) bool {
		for _, w := range list {
			if strings.Contains(words, " "+w+" ") {
				return true
			}
		}
		return false
	}
	if st.Type == "" {
		st.Type = "assertion"
	}
	switch {
	case strings.HasSuffix(st.Rule, ":warn") && !judges && has("consequences", "sanctions", "tariffs", "retaliation", "response", "if"):
		st.Type = "threat"
	case st.Type == "assertion" && (has("must", "demands") || compelled(low)):
		st.Type = "demand"
	case st.Type == "assertion" && has("ready to", "willing to", "open to", "ready for", "prepared to"):
		st.Type = "offer"
	case st.Type == "assertion" && has("no comment"):
		st.Type = "no-comment"
	case st.Type == "threat" && has("deadline", "by friday", "within") && has("if", "unless", "or"):
		st.Type = "ultimatum"
	}
	if st.Modality == "" {
		switch {
		case has("if", "unless", "until", "provided that", ", provided"):
			st.Modality = "conditional"
		case st.Stance == "hedged", has("may", "might", "could", "possible", "possibly", "likely", "perhaps", "reportedly", "allegedly", "appears"):
			st.Modality = "hedged"
		case st.Type == "denial" || has("not", "no", "never", "won't", "didn't", "doesn't", "isn't", "cannot", "can't"):
			st.Modality = "negated"
		case has("will", "'ll", "going to", "plans to", "intends to", "set to", "to meet"):
			st.Modality = "future"
		case has("told me", "told him", "told her", "told them"):
			st.Modality = "hearsay"
		default:
			st.Modality = "asserted"
		}
	}
	st.CAMEO = headCameo[st.Type]
	if st.Type == "threat" && has("sanction", "sanctions", "tariff", "tariffs", "embargo") {
		st.CAMEO = "1312"
	}
}

// compelled tells whether it is said that something has to be done: not that it "won't
// have to", and not what holds "if I have to".
func compelled(low []string) bool {
	for i := 0; i+1 < len(low); i++ {
		if low[i+1] != "to" || !slices.Contains([]string{"need", "needs", "have", "has"}, low[i]) {
			continue
		}
		before := low[max(0, i-3):i]
		if !slices.ContainsFunc(before, func(w string) bool {
			return w == "if" || w == "never" || w == "not" || w == "may" || w == "might" || strings.HasSuffix(w, "n't")
		}) {
			return true
		}
	}
	return false
}

package model

import (
	"fmt"
	"slices"
	"strings"
)

// variantsOf are the other wordings of a statement, each with how it differs
// from the leading one.
func variantsOf(list []said) []Variant {
	var out []Variant
	at := map[string]int{}
	lead := list[0].s
	at[folded(lead.Content.Text)] = -1
	for i := range list {
		s := &list[i]
		key := folded(s.s.Content.Text)
		if j, ok := at[key]; ok {
			if j >= 0 && !slices.Contains(out[j].Feeds, s.feed.Name) {
				out[j].Feeds = append(out[j].Feeds, s.feed.Name)
			}
			continue
		}
		at[key] = len(out)
		out = append(out, Variant{
			Text: s.s.Content.Text, Mode: s.s.Mode, Feeds: []string{s.feed.Name},
			Diff: Diff(lead.Content.Text, s.s.Content.Text), Alert: misquoted(lead, s.s),
		})
	}
	return out
}

func folded(text string) string { return strings.Join(foldWords(text), " ") }

// misquoted says in words how a wording turns the leading one round, if it does:
// a number that is another, or a word that says no.
func misquoted(lead, other *Statement) string {
	a, b := foldWords(lead.Content.Text), foldWords(other.Content.Text)
	if x, y := firstOther(a, b), firstOther(b, a); x != "" && y != "" {
		return fmt.Sprintf("number differs: %s / %s", x, y)
	}
	if near := overlapOf(a, b); near >= .5 && likeLength(a, b) {
		if w, v, ok := opposites(a, b); ok {
			return fmt.Sprintf("meaning turned round: %s / %s", w, v)
		}
		na, nb := negationsIn(a), negationsIn(b)
		if len(na)%2 != len(nb)%2 {
			return "polarity differs: " + firstWord(na, nb) + " only in one"
		}
	}
	return ""
}

// likeLength says whether two wordings are of about the same extent, so that one
// cannot say no in a part that the other leaves out.
func likeLength(a, b []string) bool {
	return 3*min(len(a), len(b)) >= 2*max(len(a), len(b))
}

// firstOther is the first number in a that b does not have.
func firstOther(a, b []string) string {
	for _, w := range a {
		if isNumber(w) && !slices.Contains(b, w) {
			return w
		}
	}
	return ""
}

func negationsIn(words []string) []string {
	var out []string
	for _, w := range words {
		if negations[w] {
			out = append(out, w)
		}
	}
	return out
}

func firstWord(lists ...[]string) string {
	for _, l := range lists {
		if len(l) > 0 {
			return `"` + l[0] + `"`
		}
	}
	return ""
}

func overlapOf(a, b []string) float64 {
	n, least := 0, 0
	for _, w := range a {
		if !functionWords[w] {
			least++
			if slices.Contains(b, w) {
				n++
			}
		}
	}
	other := 0
	for _, w := range b {
		if !functionWords[w] {
			other++
		}
	}
	if least = min(least, other); least == 0 {
		return 0
	}
	return float64(n) / float64(least)
}

// turned are pairs of words that make a sentence say the opposite.
var turned = map[string]string{
	"success": "failure", "succeed": "fail", "successful": "unsuccessful", "agreed": "refused", "accept": "reject",
	"accepted": "rejected", "win": "lose", "more": "less", "increase": "decrease", "raise": "lower", "before": "after",
	"possible": "impossible", "lift": "impose", "lifted": "imposed", "agreement": "disagreement",
}

// opposites finds a word in one text whose opposite stands in the other.
func opposites(a, b []string) (string, string, bool) {
	for _, w := range a {
		for v, u := range turned {
			if w == u {
				v, u = u, v
			}
			if w == v && slices.Contains(b, u) && !slices.Contains(a, u) && !slices.Contains(b, w) {
				return w, u, true
			}
		}
	}
	return "", "", false
}

package model

import (
	"regexp"
	"strings"
)

// A report says that a truce is in force, and somebody says that it is not, or one says that it
// was agreed, and somebody denies that: one of them is wrong. The reader finds an agreement in
// the first, and only words in the second.

// flagNoSuchDeal says of a statement, which is no signal, that by it a truce or an agreement is
// not in force, or was not made.
const flagNoSuchDeal = flagStill

const (
	truceWord = `(?:truce|ceasefire|cease fire|armistice|agreement|deal|accord|pact|treaty)`
	forceWord = `(?:(?:take|taken|took|taking|come|came|coming|go|gone|went|enter|entered|entering|put) (?:in|into|to)? ?(?:effect|force)|in (?:effect|force|place)|begun|begin|started|start)`
)

var (
	inForce    = regexp.MustCompile(`\b` + truceWord + `s? (?:\w+ ){0,6}?` + forceWord + `\b`)
	notInForce = regexp.MustCompile(`\b` + truceWord + `s? (?:\w+ ){0,6}?(?:not|never|yet to|failed to) (?:yet |been |be |actually )*` + forceWord + `\b` +
		`|\bno ` + truceWord + ` (?:is |was )?(?:in (?:effect|force|place))\b`)
	// agreedOn is what a denial has that an agreement was made: "truce deal with Osk", "that a
	// truce had been agreed", "agreeing to open the crossing".
	agreedOn = regexp.MustCompile(`^ (?:that |any |an? |the )*(?:\w+ ){0,2}?` + truceWord + `s? (?:with|on|over)\b` +
		`|\b` + truceWord + `s? (?:\w+ ){0,5}?(?:agreed|reached|struck|signed|concluded|made)\b` +
		`|\b(?:agreed|agreeing|signed|signing|reached|reaching|struck|striking) (?:to|on|an?|the|any|in)\b`)
)

// saysNoSuchDeal says whether by a statement a truce is not in force, or an agreement was not
// made.
func saysNoSuchDeal(s *Statement) bool {
	if !containsAny(s.Content.Text, ofTruces) || s.Modality == "conditional" || s.Modality == "historical" || s.Modality == "future" {
		return false
	}
	text := contracted.Replace(" " + strings.Join(foldWords(strings.ReplaceAll(s.Content.Text, "-", " ")), " ") + " ")
	if s.denies() { // the words are those that are denied
		return (inForce.MatchString(text) || agreedOn.MatchString(text)) && !notInForce.MatchString(text)
	}
	return notInForce.MatchString(text)
}

// ofTruces are words of which all texts have one that tell of a truce in force or of an
// agreement that was made. To look for them is quick, and most texts lack them.
var ofTruces = []string{"effect", "force", "begun", "start", "in place", "agree", "deal", "truce", "ceasefire", "sign"}

// truceStems and forceStems are the words of a report by which something is in force.
var (
	truceStems = stemsOf("truce ceasefire cease armistice agreement deal accord pact treaty")
	forceStems = stemsOf("effect force begins begun began started starts place")
)

// sameForce says whether a report tells that what a statement says is not in force is, or that
// what it says was not agreed was.
func (w *writer) sameForce(event, word int32) bool {
	if apartMatters(w.mattersOf(event), w.mattersOf(word)) || w.namesAny(word, forceStems) && !w.namesAny(event, forceStems) {
		return false
	}
	if !w.namesAny(event, truceStems) || !w.namesAny(word, truceStems) {
		mine, _, shared := w.r.dict.telling(w.factWords(word), w.factWords(event))
		if shared < 2 || 2*shared < mine {
			return false
		}
	}
	if w.factVer(event).story == w.factVer(word).story {
		return true
	}
	for _, a := range unique(w.others(event)) {
		if w.namesParty(word, a) {
			return true
		}
	}
	return false
}

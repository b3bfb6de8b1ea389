package model

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
)

//go:embed data/openwords.txt
var openWordsText string

// openWords are the stems of openwords.txt.
var openWords = stemsListed(openWordsText)

// leavesOpen says whether a sentence tells only of what somebody would like or what
// could be.
func leavesOpen(sentence string) (open bool) {
	eachWordBytes(sentence, func(w []byte) bool {
		open = openWords[stem(string(w))]
		return !open
	})
	return open
}

// suggested is how an event stands of which that is all that is told.
const suggested = "suggested"

// suggestion is how folded words tell of a meeting that nobody has agreed to: an
// invitation, a proposal, or that it could be.
var suggestion = regexp.MustCompile(`\binvit(?:e|es|ed|ing|ation)\b` +
	`|\b(?:could|may|might) (?:\w+ )?(?:meet|visit|hold|go|travel|fly|head|return|come|join|host|receive|speak|call|talk|sit down|attend|be held|be hosted|take place|happen|resume|convene)\b` +
	`|\b(?:propos|suggest|offer)\w* (?:to )?host` +
	`|\b(?:ready|willing|prepared) to host\b` +
	`|\b(?:propos|suggest|offer)\w* (?:\w+ ){0,3}(?:meeting|meet|talks|summit|visit|call|trip)\b`)

// suggestedBy says whether none of some reports that tell an event as planned says that it
// will be.
func suggestedBy(reports []Evidence) bool {
	return !slices.ContainsFunc(reports, func(e Evidence) bool {
		return e.Struck == OpNone && e.Vanished.IsZero() && !suggestion.MatchString(strings.Join(foldWords(e.Sentence), " "))
	})
}

// denial is how folded words tell that somebody disputes what others say.
var denial = regexp.MustCompile(`\b(?:den(?:y|ies|ied|ying|ial)|dismiss\w*|reject\w*|refut\w*|disput\w*|fake|untrue|false)\b`)

// deniedBy says whether one of some reports of what is not so says that somebody denies it,
// and not only that it will not be: "Vell and Osk will not meet".
func deniedBy(reports []Evidence) bool {
	return slices.ContainsFunc(reports, func(e Evidence) bool { return denial.MatchString(strings.Join(foldWords(e.Sentence), " ")) })
}

package model

import (
	_ "embed"
	"strings"
)

//go:embed data/openwords.txt
var openWordsText string

// openWords are the stems of openwords.txt.
var openWords = func() map[string]bool {
	stems := map[string]bool{}
	for line := range strings.Lines(openWordsText) {
		if !strings.HasPrefix(line, "#") {
			for word := range strings.FieldsSeq(line) {
				stems[stem(word)] = true
			}
		}
	}
	return stems
}()

// leavesOpen says whether a sentence tells only of what somebody would like or what
// could be.
func leavesOpen(sentence string) (open bool) {
	eachWordBytes(sentence, func(w []byte) bool {
		open = openWords[stem(string(w))]
		return !open
	})
	return open
}

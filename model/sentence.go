package model

import (
	"strings"
	"unicode"
)

// fieldText is the string that spans of a field count in.
func fieldText(v *Version, in Field) string {
	if in == InTitle {
		return v.Title
	}
	return v.Body()
}

// maxSentence bounds the sentence that is shown around a fact, in code points.
const maxSentence = 600

// sentenceAround returns the sentences of a text that hold the spans, and the
// spans counted within them. Spans outside the text are left out.
func sentenceAround(text string, spans []Span) (string, []Span) {
	runes := []rune(text)
	lo, hi := len(runes), 0
	for _, s := range spans {
		if s[0] >= 0 && s[0] < s[1] && s[1] <= len(runes) {
			lo, hi = min(lo, s[0]), max(hi, s[1])
		}
	}
	if lo >= hi {
		return strings.TrimSpace(string(runes[:min(len(runes), maxSentence)])), nil
	}
	from, to := lo, hi
	for from > 0 && lo-from < maxSentence && !endsSentence(runes, from-1) {
		from--
	}
	for from < lo && unicode.IsSpace(runes[from]) {
		from++
	}
	for to < len(runes) && to-hi < maxSentence && !endsSentence(runes, to-1) {
		to++
	}
	for to < len(runes) && strings.ContainsRune(`"”’')»`, runes[to]) {
		to++
	}
	var marks []Span
	for _, s := range spans {
		if s[0] >= from && s[0] < s[1] && s[1] <= to {
			marks = append(marks, Span{s[0] - from, s[1] - from})
		}
	}
	return strings.TrimRightFunc(string(runes[from:to]), unicode.IsSpace), marks
}

// endsSentence says whether a sentence ends with the rune at i: a stop before a
// space and a capital, or a new paragraph.
func endsSentence(runes []rune, i int) bool {
	switch runes[i] {
	case '\n':
		return true
	case '.', '!', '?':
	case '"', '”':
		if i == 0 || !strings.ContainsRune(".!?", runes[i-1]) {
			return false
		}
	default:
		return false
	}
	if i+1 >= len(runes) {
		return true
	}
	if !unicode.IsSpace(runes[i+1]) {
		return false
	}
	// One capital before the stop is an initial, two or three an abbreviation
	// such as U.S.
	if runes[i] == '.' && i > 0 && unicode.IsUpper(runes[i-1]) && (i == 1 || !unicode.IsLetter(runes[i-2])) {
		return false
	}
	for j := i + 1; j < len(runes); j++ {
		if !unicode.IsSpace(runes[j]) {
			return !unicode.IsLower(runes[j])
		}
	}
	return true
}

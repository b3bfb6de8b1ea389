package model

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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
	runes := pointsOf(text)
	n := runes.len()
	lo, hi := n, 0
	for _, s := range spans {
		if s[0] >= 0 && s[0] < s[1] && s[1] <= n {
			lo, hi = min(lo, s[0]), max(hi, s[1])
		}
	}
	if lo >= hi {
		return strings.TrimSpace(runes.text(0, min(n, maxSentence))), nil
	}
	from, to := lo, hi
	for from > 0 && lo-from < maxSentence && !runes.endsSentence(from-1) {
		from--
	}
	for from < lo && unicode.IsSpace(runes.at(from)) {
		from++
	}
	for to < n && to-hi < maxSentence && !runes.endsSentence(to-1) {
		to++
	}
	for to < n && strings.ContainsRune(`"”’')»`, runes.at(to)) {
		to++
	}
	for to > from && unicode.IsSpace(runes.at(to-1)) {
		to--
	}
	marks := make([]Span, 0, len(spans))
	for _, s := range spans {
		if end := min(s[1], to); s[0] >= from && s[0] < end && s[1] <= n {
			marks = append(marks, Span{s[0] - from, end - from})
		}
	}
	return runes.text(from, to), marks
}

// points is a text by its code points: itself where all are ASCII, so that most
// texts are not copied to be looked at.
type points struct {
	ascii string
	runes []rune
}

func pointsOf(text string) points {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return points{runes: []rune(text)}
		}
	}
	return points{ascii: text}
}

func (p *points) len() int { return len(p.ascii) + len(p.runes) }

func (p *points) at(i int) rune {
	if p.runes == nil {
		return rune(p.ascii[i])
	}
	return p.runes[i]
}

func (p *points) text(from, to int) string {
	if p.runes == nil {
		return p.ascii[from:to]
	}
	return string(p.runes[from:to])
}

// endsSentence says whether a sentence ends with the rune at i: a stop before a
// space and a capital, or a new paragraph.
func (p *points) endsSentence(i int) bool {
	switch p.at(i) {
	case '\n':
		return true
	case '.', '!', '?':
	case '"', '”':
		if i == 0 || !strings.ContainsRune(".!?", p.at(i-1)) {
			return false
		}
	default:
		return false
	}
	if i+1 >= p.len() {
		return true
	}
	if !unicode.IsSpace(p.at(i + 1)) {
		return false
	}
	// One capital before the stop is an initial, two or three an abbreviation
	// such as U.S.
	if p.at(i) == '.' && i > 0 && unicode.IsUpper(p.at(i-1)) && (i == 1 || !unicode.IsLetter(p.at(i-2))) {
		return false
	}
	for j := i + 1; j < p.len(); j++ {
		if next := p.at(j); !unicode.IsSpace(next) {
			return !unicode.IsLower(next) && !(p.at(i) == '.' && p.abbreviates(i, next))
		}
	}
	return true
}

//go:embed data/abbreviations.txt
var abbreviationList string

// abbreviations tells of each word of abbreviations.txt whether it is one before
// numbers only.
var abbreviations = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(abbreviationList) {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			for _, w := range f[1:] {
				words[w] = f[0] == "number"
			}
		}
	}
	return words
})

// longestAbbreviation bounds the words that are looked up, in code points.
const longestAbbreviation = 6

// abbreviates says whether the full stop at i belongs to a word before it, such as
// "Sen." or "Aug.", and next goes on with what that word is put before.
func (p *points) abbreviates(i int, next rune) bool {
	lo := i
	for lo > 0 && i-lo <= longestAbbreviation && unicode.IsLetter(p.at(lo-1)) {
		lo--
	}
	if i-lo < 2 || i-lo > longestAbbreviation {
		return false
	}
	numbers, ok := abbreviations()[strings.ToLower(p.text(lo, i))]
	return ok && (!numbers || unicode.IsDigit(next))
}

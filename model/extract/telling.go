package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
)

// telling says whether a statement tells an editor something: those in notes on
// earlier versions, in questions, of documents that are only named by their number,
// and those whose content is a word that stands for another do not, unless it is denied or
// turned down: that is news, whatever it was.
func (r *Reader) telling(st *model.Statement, notes []model.Span) bool {
	return !within(notes, st.Cue.Spans) && !asksWho(st.Speaker.Text) && !(st.Mode == model.Indirect && (numbered(st.Speaker.Text) || !gainsays(st.Type) && r.hollow(st.Content.Text))) && !bareConfirmation(st)
}

// gainsays tells whether a statement of a type says no to what somebody else said.
func gainsays(typ string) bool { return typ == "denial" || typ == "rejection" || typ == "no-comment" }

// bareConfirmation tells whether a statement confirms a name and leaves out what of it:
// "confirms Oslo".
func bareConfirmation(st *model.Statement) bool {
	return st.Mode == model.Indirect && strings.HasSuffix(st.Rule, ":confirm") && !strings.Contains(st.Content.Text, " ")
}

// corrections are the spans of the sentences that say what was wrong before.
func (t *text) corrections() []model.Span {
	var out []model.Span
	for _, s := range t.sents {
		if correction(t, s) {
			out = append(out, t.span(s.lo, s.hi))
		}
	}
	return out
}

// within tells whether the first of some spans lies in one of the notes.
func within(notes, spans []model.Span) bool {
	if len(spans) == 0 {
		return false
	}
	return slices.ContainsFunc(notes, func(n model.Span) bool { return n[0] <= spans[0][0] && spans[0][1] <= n[1] })
}

// asksWho tells whether a speaker is only asked for: "Who will say what?"
func asksWho(speaker string) bool {
	return len(speaker) <= len("which") && (strings.EqualFold(speaker, "who") || strings.EqualFold(speaker, "what") || strings.EqualFold(speaker, "which"))
}

// numbered tells whether a speaker is a document: "General License 133".
func numbered(speaker string) bool {
	digit := false
	for i := range len(speaker) {
		digit = digit || isDigit(rune(speaker[i]))
	}
	if !digit {
		return false
	}
	words := strings.Fields(speaker)
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	if last[0] < '0' || last[0] > '9' {
		return false
	}
	switch strings.ToLower(words[len(words)-2]) {
	case "order", "license", "licence", "resolution", "directive", "regulation", "act", "rule", "bill", "proclamation":
		return true
	}
	return false
}

// longestHollow is how many bytes a hollow content has at most; "their preparations on
// Wednesday" has half as many.
const longestHollow = 64

// hollow tells whether a content is a word that stands for something said before:
// "it", "the claim", "a measure on Monday".
func (r *Reader) hollow(content string) bool {
	if len(content) > longestHollow {
		return false
	}
	word, behind := firstWord(content)
	low := strings.ToLower(word)
	if r.standsFor(low) && onlyDay(behind) {
		return true
	}
	switch low {
	case "the", "a", "an", "this", "that", "these", "those", "any", "his", "her", "its", "their":
		word, behind = firstWord(behind)
		return r.standsFor(strings.ToLower(word)) && onlyDay(behind)
	}
	return false
}

// standsFor tells whether a word in lower case says nothing alone: it stands for another.
func (r *Reader) standsFor(low string) bool {
	return r.cues.around.of(r.lex.find(low))&reportHollow != 0
}

// onlyDay tells whether nothing stands behind a content, or only its day: "on Monday".
func onlyDay(behind string) bool {
	on, behind := firstWord(behind)
	if on != "on" {
		return on == ""
	}
	word, behind := firstWord(behind)
	_, day := weekdays[strings.ToLower(word)]
	end, _ := firstWord(behind)
	return day && end == ""
}

// firstWord parts the first word of a text from what stands behind it. It is empty when
// there is none.
func firstWord(s string) (word, behind string) {
	s = strings.TrimSpace(s)
	for i, r := range s {
		if (r <= ' ' || r >= utf8.RuneSelf) && unicode.IsSpace(r) {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

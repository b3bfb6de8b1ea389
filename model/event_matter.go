package model

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

//go:embed data/dealheads.txt
var dealHeads string

// headsOfMatters are the stems of dealheads.txt.
var headsOfMatters = stemsListed(dealHeads)

// Words that an agreement is called by or made with, and those that lead from it to what it
// is on.
var (
	dealWords  = wordSet("deal deals agreement agreements accord accords pact pacts treaty treaties protocol protocols memorandum agree agrees agreed agreeing")
	agreeVerbs = wordSet("agree agrees agreed agreeing")
	matterLead = wordSet("on upon over about for to covering governing")
	// Behind these another clause begins, or somebody is named.
	matterEnd = wordSet("that which who whose as while after before but until unless if when amid despite because since with by from at")
)

// How far from an agreement its matter may stand, in words.
const (
	matterReach  = 6
	partiesReach = 4 // "a deal with Sudria on grain"
	matterRun    = 4 // from its first word on
)

// matterWord is a word of a sentence with what it is written like.
type matterWord struct {
	text, low string
	from      int  // in runes
	closed    bool // a sign that parts clauses stands behind it
}

// matter is whether an agreement may be on what the word names.
func (w *matterWord) matter() bool {
	return w.any(func(s string) bool { return mattersOfDeals[s] != 0 })
}

func (w *matterWord) head() bool { return w.any(func(s string) bool { return headsOfMatters[s] }) }

func (w *matterWord) any(is func(stem string) bool) bool {
	return slices.ContainsFunc(strings.Split(w.low, "-"), func(part string) bool { return is(stem(part)) })
}

// shown is the word as it stands in a title: a capital is left to names.
func (w *matterWord) shown() string {
	if w.matter() || w.head() || functionWords[w.low] {
		return w.low
	}
	return w.text
}

func matterWords(sentence string) (out []matterWord) {
	runes := []rune(sentence)
	inWord := func(i int) bool {
		r := runes[i]
		return unicode.IsLetter(r) || unicode.IsDigit(r) || (r == '-' || r == '\'' || r == '’') && i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1])
	}
	for i := 0; i < len(runes); {
		if !inWord(i) {
			if n := len(out); n > 0 && !unicode.IsSpace(runes[i]) {
				out[n-1].closed = true
			}
			i++
			continue
		}
		from := i
		for i < len(runes) && inWord(i) {
			i++
		}
		text := string(runes[from:i])
		out = append(out, matterWord{text: text, low: strings.ToLower(text), from: from})
	}
	return out
}

// agreementOn names an agreement by what its sentence says that it is on, "prisoner swap
// agreement", "agreement on the export of grain"; empty where that is nothing of
// dealmatters.txt. Several accords of the same two need a name each.
func agreementOn(sentence string, marks []Span) string {
	words := matterWords(sentence)
	at := slices.IndexFunc(words, func(w matterWord) bool {
		return dealWords[w.low] && slices.ContainsFunc(marks, func(m Span) bool { return w.from >= m[0] && w.from < m[1] })
	})
	if at < 0 {
		return ""
	}
	before, after := "", matterAfter(words, at)
	if !agreeVerbs[words[at].low] {
		before = matterBefore(words[:at])
	}
	if before+after == "" {
		return ""
	}
	return before + "agreement" + after
}

// matterBefore is the matter that stands before the word for an agreement, with a space behind it.
func matterBefore(words []matterWord) string {
	from := len(words)
	for from > 0 && !words[from-1].closed && (words[from-1].matter() || words[from-1].head()) {
		from--
	}
	for from < len(words) && !words[from].matter() {
		from++
	}
	return joinShown(words[from:], "", " ")
}

// matterAfter is the matter that stands behind the word for an agreement, with what leads to
// it and a space before that.
func matterAfter(words []matterWord, at int) string {
	from, begins := leadToMatter(words, at)
	for i := from; i < len(words) && i <= from+matterReach && !matterEnd[words[i].low] && (i == from || !words[i-1].closed); i++ {
		if !words[i].matter() || words[i-1].low == "to" { // "to withdraw" tells of a deed
			continue
		}
		if end := wholeOfMatter(words, i); end > 0 {
			return joinShown(words[from:end], begins, "")
		}
		return ""
	}
	return ""
}

// wholeOfMatter is where the words end that belong to a matter, "grain" or "export of grain",
// whose first one is given; 0 where they run on: who lifts a grain ban does not lift grain.
func wholeOfMatter(words []matterWord, i int) int {
	for end := i + 1; end <= min(len(words), i+matterRun); end++ {
		if end == len(words) || words[end-1].closed {
			return end
		}
		low := words[end].low
		if next := end + 1; low == "and" {
			for next < len(words)-1 && next < end+2 && !words[next].matter() && !words[next].closed {
				next++
			}
			if next < len(words) && words[next].matter() {
				return wholeOfMatter(words, next) // one accord on two matters
			}
		}
		if low != "of" && words[end-1].low != "of" && (functionWords[low] || matterEnd[low] || matterLead[low]) {
			return end
		}
	}
	return 0
}

// leadToMatter is the word behind an agreement with which its matter begins, and what to
// write before it; len(words) for none.
func leadToMatter(words []matterWord, at int) (from int, begins string) {
	verb := agreeVerbs[words[at].low]
	direct := verb // they agree a truce
	for i := at + 1; i < len(words) && i <= at+partiesReach && !words[i-1].closed; i++ {
		w := &words[i]
		switch {
		case w.low == "not" && i+1 < len(words) && words[i+1].low == "to":
			return i, " "
		case negations[w.low]:
			return len(words), ""
		case matterLead[w.low] && (i == at+1 || w.low == "on" || verb && w.low == "to"):
			return i, " "
		case direct && w.matter():
			return at + 1, " on "
		}
		direct = direct && (!functionWords[w.low] || w.low == "a" || w.low == "the")
	}
	return len(words), ""
}

func joinShown(words []matterWord, before, after string) string {
	if len(words) == 0 {
		return ""
	}
	shown := make([]string, len(words))
	for i := range words {
		shown[i] = words[i].shown()
	}
	return before + strings.Join(shown, " ") + after
}

// matterOf is what the reports of an agreement call it by its matter, the leading one first;
// empty for other events, and where one of them tells that there was none at all: that there
// was none on a ceasefire would say less.
func (row *EventRow) matterOf() (matter string) {
	if EventClass(row.Event.Kind) != "agreement" {
		return ""
	}
	for i := range row.Evidence {
		e := &row.Evidence[i]
		if e.Struck != OpNone || !e.Vanished.IsZero() {
			continue
		}
		called := agreementOn(e.Sentence, e.Marks)
		if called == "" && row.Event.Status == NoneReached {
			return ""
		}
		matter = cmp.Or(matter, called)
	}
	return matter
}

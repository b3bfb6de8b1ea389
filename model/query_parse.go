package model

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// queryOperators are the operators of a query, in the order in which help and
// errors name them.
var queryOperators = []string{"actor", "type", "kind", "topic", "certainty", "feed", "side", "title", "before", "after", "is"}

// maxQueryTokens bounds what one query can ask of the index.
const maxQueryTokens = 64

// QueryOperators returns the names of all operators, for help texts.
func QueryOperators() []string { return slices.Clone(queryOperators) }

// ParseQuery reads a query. Times in it count in loc, and where a part of a date
// is left out it is that of now. The error, a *QueryError, says what is wrong and
// at which column. An empty query is no error: it asks for everything. One of signs alone,
// which looks for nothing, is one.
func ParseQuery(s string, loc *time.Location, now time.Time) (Query, error) {
	q := Query{Source: s}
	or := false
	tokens, err := queryTokens(s)
	if err != nil {
		return Query{}, err
	}
	if len(tokens) > maxQueryTokens {
		return Query{}, &QueryError{tokens[maxQueryTokens].column, "a search has 64 words at most"}
	}
	for i, t := range tokens {
		if t.text == "OR" && !t.exact && !t.not && t.op == "" {
			or = true
			if len(q.Words) == 0 || i+1 == len(tokens) || !tokens[i+1].isWord() || !tokens[i-1].isWord() {
				return Query{}, &QueryError{t.column, "OR stands between two words; for an operator write its values with a comma: type:threat,ultimatum"}
			}
			continue
		}
		if t.op == "" || t.op == "title" {
			q.addWord(t, or)
			or = false
			continue
		}
		if err := q.addOperator(t, loc, now); err != nil {
			return Query{}, err
		}
	}
	if len(tokens) > 0 && q.IsZero() {
		return Query{}, &QueryError{tokens[0].column, "nothing is looked for: " + strings.TrimSpace(s) + ` has no letter and no number; write words, "a phrase", begin*, -not, or one of ` +
			strings.Join(queryOperators, ":, ") + ":"}
	}
	if !q.After.IsZero() && !q.Before.IsZero() && !q.After.Before(q.Before) {
		return Query{}, &QueryError{1, "after: is not earlier than before:, so nothing can be found"}
	}
	return q, nil
}

// queryToken is one piece of a query: [-][op:]text.
type queryToken struct {
	op     string
	text   string
	not    bool
	exact  bool
	column int // of its first sign
	value  int // column of its text
}

func (t *queryToken) isWord() bool { return !t.not && (t.op == "" || t.op == "title") }

func (q *Query) addWord(t queryToken, or bool) {
	w := Word{Text: t.text, Exact: t.exact, Title: t.op == "title"}
	if !t.exact && strings.HasSuffix(w.Text, "*") {
		w.Text, w.Prefix = strings.TrimRight(w.Text, "*"), true
	}
	if !strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return // a lone dash or bracket asks for nothing
	}
	switch {
	case t.not:
		q.Not = append(q.Not, w)
	case or:
		last := len(q.Words) - 1
		q.Words[last] = append(q.Words[last], w)
	default:
		q.Words = append(q.Words, AnyWord{w})
	}
}

func (q *Query) addOperator(t queryToken, loc *time.Location, now time.Time) error {
	if t.text == "" {
		return &QueryError{t.column, t.op + `: has no value; write it without a space, in quotation marks if it has several words: ` + t.op + `:"…"`}
	}
	if t.not && (t.op == "before" || t.op == "after" || t.op == "kind" || t.op == "certainty" || t.op == "is") {
		return &QueryError{t.column, t.op + ": cannot be negated"}
	}
	choice := Choice{Not: t.not}
	for part := range strings.SplitSeq(t.text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			choice.Any = append(choice.Any, kebab(part))
		}
	}
	if len(choice.Any) == 0 {
		return &QueryError{t.value, t.op + ": has no value"}
	}
	switch t.op {
	case "actor":
		q.Actors = append(q.Actors, choice)
	case "type":
		known := slices.Concat(StatementTypes, SignalActions, EventKinds)
		for _, name := range choice.Any {
			if !slices.Contains(known, name) {
				says := "it knows " + strings.Join(known, ", ")
				if near := nearWords(known, name); len(near) > 0 {
					says = "did you mean " + strings.Join(near, " or ") + "?"
				}
				return &QueryError{t.value, "type: does not know " + name + "; " + says}
			}
		}
		q.Types = append(q.Types, choice)
	case "topic":
		q.Topics = append(q.Topics, choice)
	case "side":
		q.Sides = append(q.Sides, choice)
	case "feed":
		// Names of feeds are in the words of the config, commas and all.
		q.Feeds = append(q.Feeds, Choice{Any: []string{t.text}, Not: t.not})
	case "kind":
		return q.addKinds(t, choice.Any)
	case "certainty":
		return q.addCertainty(t, choice.Any)
	case "is":
		if choice.Any[0] == "unread" || choice.Any[0] == "unseen" || choice.Any[0] == "new" {
			q.Unread = true
			return nil
		}
		if err := q.addCertainty(t, choice.Any); err != nil {
			return &QueryError{t.value, "is: knows unread, single, corroborated, official, disputed, corrected and withdrawn, not " + t.text}
		}
	case "before", "after":
		at, err := ParseTime(t.text, loc, now)
		if err != nil {
			return &QueryError{t.value, err.Error()}
		}
		if t.op == "before" {
			q.Before = at
		} else {
			q.After = at
		}
	}
	return nil
}

func (q *Query) addKinds(t queryToken, names []string) error {
	for _, name := range names {
		kinds := map[string]Kind{"statement": KindStatement, "signal": KindSignal, "event": KindEvent}
		kind, ok := kinds[strings.TrimSuffix(name, "s")]
		if !ok {
			return &QueryError{t.value, "kind: is statement, signal or event, not " + name}
		}
		q.Kinds = append(q.Kinds, kind)
	}
	return nil
}

func (q *Query) addCertainty(t queryToken, names []string) error {
	for _, name := range names {
		if !slices.Contains(levelsOfCertainty, CertaintyLevel(name)) {
			return &QueryError{t.value, "certainty: is single, corroborated, official, disputed, corrected or withdrawn, not " + name}
		}
		q.Certainty = append(q.Certainty, CertaintyLevel(name))
	}
	return nil
}

// queryTokens parts a query at white space outside of quotation marks, straight
// or curly.
func queryTokens(s string) ([]queryToken, error) {
	var tokens []queryToken
	runes := []rune(s)
	for i := 0; i < len(runes); {
		if unicode.IsSpace(runes[i]) {
			i++
			continue
		}
		t := queryToken{column: i + 1}
		if runes[i] == '-' && i+1 < len(runes) && !unicode.IsSpace(runes[i+1]) {
			t.not = true
			i++
		}
		if op, width := operatorAt(runes[i:]); width > 0 {
			if !slices.Contains(queryOperators, op) {
				return nil, &QueryError{i + 1, `unknown operator "` + op + `:"; known are ` + strings.Join(queryOperators, ", ") +
					`; to search for these signs put them in quotation marks`}
			}
			t.op = op
			i += width
		}
		t.value = i + 1
		if i < len(runes) && isQuotationMark(runes[i]) {
			end := slices.IndexFunc(runes[i+1:], isQuotationMark)
			if end < 0 {
				return nil, &QueryError{i + 1, "this quotation mark is not closed"}
			}
			t.text, t.exact = string(runes[i+1:i+1+end]), true
			i += end + 2
		} else {
			start := i
			for i < len(runes) && !unicode.IsSpace(runes[i]) && !isQuotationMark(runes[i]) {
				i++
			}
			t.text = string(runes[start:i])
		}
		tokens = append(tokens, t)
	}
	return tokens, nil
}

// operatorAt finds letters with a colon after them. A web address is a word, and
// so is 21:00.
func operatorAt(runes []rune) (string, int) {
	n := slices.IndexFunc(runes, func(r rune) bool { return !unicode.IsLetter(r) })
	if n <= 0 || runes[n] != ':' || (n+1 < len(runes) && runes[n+1] == '/') {
		return "", 0
	}
	return strings.ToLower(string(runes[:n])), n + 1
}

func isQuotationMark(r rune) bool {
	return r == '"' || r == '“' || r == '”' || r == '„' || r == '«' || r == '»'
}

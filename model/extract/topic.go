package extract

import (
	"embed"
	"slices"
)

//go:embed data/topics.txt
var topicData embed.FS

// topics finds what a statement is about by the words in it.
type topics struct{ terms *terms[string] }

// newTopics reads the embedded list and then the caller's own: topic → terms.
func newTopics(x *lexicon, more map[string][]string) (*topics, error) {
	rows, err := table(topicData, "data/topics.txt", 2)
	if err != nil {
		return nil, err
	}
	tp := &topics{terms: newTerms[string](x)}
	for _, row := range rows {
		for _, term := range list(row[1]) {
			tp.terms.add(term, row[0])
		}
	}
	for topic, words := range more {
		for _, term := range words {
			tp.terms.add(term, topic)
		}
	}
	return tp, nil
}

// find returns the topics that a stretch touches, in the order of their first
// words, never nil.
func (tp *topics) find(t *text, s stretch) []string { return tp.appendTo([]string{}, t, s) }

// appendTo appends to out the topics of a stretch that are not there yet.
func (tp *topics) appendTo(out []string, t *text, s stretch) []string {
	for i := s.lo; i < s.hi; i++ {
		if !tp.terms.begins(&t.tok[i]) {
			continue
		}
		if topic, _, ok := tp.terms.match(t.tok, i); ok && !slices.Contains(out, topic) {
			out = append(out, topic)
		}
	}
	return out
}

package extract

import (
	"strings"
	"sync"
)

// wordID is a word of the reader's lists; 0 is every other word.
type wordID uint32

// lexicon numbers the words that any list knows, so that reading looks each
// token up once and compares numbers from there on. It grows while the reader is
// made and is only read afterwards.
type lexicon struct {
	ids     map[string]wordID
	class   []class // by wordID
	abbrevs map[string]bool
	rooms   sync.Pool       // of *[]token
	quoting *terms[cueForm] // verbs that may stand behind a quotation, in a tense; filled with the cues
}

// class is a set of the classes of data/words.txt.
type class uint32

func newLexicon() (*lexicon, error) {
	x := &lexicon{ids: map[string]wordID{}, class: make([]class, 1, 4096), abbrevs: map[string]bool{}}
	x.quoting = newTerms[cueForm](x)
	rows, err := table(textData, "data/words.txt", 2)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, w := range strings.Fields(row[1]) {
			w = strings.ReplaceAll(w, "_", " ")
			if row[0] == "abbreviation" {
				x.abbrevs[strings.TrimSuffix(w, ".")] = true
				continue
			}
			x.class[x.intern(w)] |= wordClasses[row[0]]
		}
	}
	return x, nil
}

// intern numbers a word, in lower case.
func (x *lexicon) intern(word string) wordID {
	if id, ok := x.ids[word]; ok {
		return id
	}
	id := wordID(len(x.class))
	x.ids[word] = id
	x.class = append(x.class, 0)
	return id
}

// of returns the classes of a token.
func (x *lexicon) of(t *token) class { return x.class[t.id] }

func (x *lexicon) abbreviation(low string) bool { return x.abbrevs[low] }

// terms finds phrases of one word or more in tokens: lists by the number of the
// first word, the longest phrase first. A slice, because it is asked at every
// token. Make it with newTerms, fill it with add.
type terms[T any] struct {
	lex   *lexicon
	first [][]term[T]
}

type term[T any] struct {
	rest  []wordID
	value T
}

func newTerms[T any](x *lexicon) *terms[T] {
	return &terms[T]{lex: x}
}

// add files a phrase, cut as the text is where it is written so ("Ben-Gvir" is
// three tokens); case does not count when it is looked for. The same phrase
// may be added again with another value: the later one is found.
func (m *terms[T]) add(phrase string, value T) {
	toks := m.lex.tokenize(phrase)
	if len(toks) == 0 {
		return
	}
	ids := make([]wordID, len(toks))
	for i := range toks {
		ids[i] = m.lex.intern(toks[i].low)
	}
	if need := int(ids[0]) + 1 - len(m.first); need > 0 {
		m.first = append(m.first, make([][]term[T], need)...)
	}
	list := m.first[ids[0]]
	at := 0
	for at < len(list) && len(list[at].rest) > len(ids)-1 {
		at++
	}
	list = append(list, term[T]{})
	copy(list[at+1:], list[at:])
	list[at] = term[T]{rest: ids[1:], value: value}
	m.first[ids[0]] = list
}

// match returns the longest phrase that begins at token i, its value and its
// length in tokens.
func (m *terms[T]) match(toks []token, i int) (value T, n int, ok bool) {
	if i >= len(toks) || int(toks[i].id) >= len(m.first) {
		return value, 0, false
	}
next:
	for k := range m.first[toks[i].id] {
		t := &m.first[toks[i].id][k]
		if i+len(t.rest) >= len(toks) {
			continue
		}
		for j, id := range t.rest {
			if toks[i+1+j].id != id {
				continue next
			}
		}
		return t.value, len(t.rest) + 1, true
	}
	return value, 0, false
}

package extract

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// wordID is a word of the reader's lists; 0 is every other word.
type wordID uint32

// lastBits stands for a word, and for others with the same last six bits, in a set of words.
func lastBits(word wordID) uint64 { return 1 << (word & 63) }

// lexicon numbers the words that any list knows, so that reading looks each
// token up once and compares numbers from there on. It grows while the reader is
// made and is only read afterwards.
type lexicon struct {
	known     wordTable
	lists     int             // phrase lists made so far
	cutting   []token         // of the phrase last filed
	shortened starts          // the bit of abbreviations, which go with a full stop
	docs      sync.Pool       // of *doc, for their room
	quoting   *terms[cueForm] // verbs that may stand behind a quotation, in a tense; filled with the cues

	zones *terms[timeZone] // behind a clock time; filled with the times
}

// class is a set of the classes of data/words.txt.
type class uint32

// starts is the set of the phrase lists, by their bits, that have a phrase which
// begins with a word. It spares most tokens, and most sentences, every question.
type starts uint64

// classMarks is the set of the classes of data/measures.txt that a word is in, each by one of
// 32 bits, which it may share with others. What a rule asks of most words is answered by it.
type classMarks uint32

// markOf returns the bit of a class, whose name must not be empty.
func markOf(class string) classMarks {
	n := len(class)
	return 1 << ((uint(class[0]) + uint(class[n/2])*5 + uint(class[n-1])*11 + uint(n)*23) & 31)
}

// wordFacts is what the lists say of a word; a token carries a copy.
type wordFacts struct {
	starts starts
	marks  classMarks
	class  class
	id     wordID // 0 when it is only marked
	word   wordID // the same number, when it is only marked too
}

func newLexicon() (*lexicon, error) {
	x := &lexicon{known: newWordTable()}
	x.shortened = x.newBit()
	x.quoting = newTerms[cueForm](x)
	x.zones = newTerms[timeZone](x)
	rows, err := table(textData, "data/words.txt", 2)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, w := range strings.Fields(row[1]) {
			w = strings.ReplaceAll(w, "_", " ")
			if row[0] == "abbreviation" {
				x.mark(strings.TrimSuffix(w, "."), x.shortened)
				continue
			}
			x.intern(w)
			x.known.file(w).class |= wordClasses[row[0]]
		}
	}
	return x, nil
}

// intern numbers a word, in lower case.
func (x *lexicon) intern(word string) wordID {
	slot := x.known.file(word)
	slot.id = slot.word
	return slot.id
}

// mark puts a word into a set without counting it as one that lists know: the rules
// take words that no list knows for names.
func (x *lexicon) mark(word string, set starts) { x.known.file(word).starts |= set }

func (x *lexicon) markAll(set starts, words ...string) {
	for _, word := range words {
		x.mark(word, set)
	}
}

// number files a word in the same way and returns its number.
func (x *lexicon) number(word string) wordID { return x.known.file(word).word }

// find returns the number of a word in lower case, 0 for one that no list has.
func (x *lexicon) find(low string) wordID { return x.known.find(keyOf(low), low).word }

// newBit returns a bit of its own for a list. Should there once be more lists than
// bits, the last ones share one, which is only slower.
func (x *lexicon) newBit() starts {
	bit := starts(1) << min(x.lists, 63)
	x.lists++
	return bit
}

// of returns the classes of a token.
func (x *lexicon) of(t *token) class { return t.class }

func (x *lexicon) abbreviation(low string) bool {
	return x.known.find(keyOf(low), low).starts&x.shortened != 0
}

// perWord keeps what some words have, by their number.
type perWord[T any] []T

// of returns what a word has, the zero value when it has nothing.
func (p perWord[T]) of(id wordID) (value T) {
	if int(id) < len(p) {
		return p[id]
	}
	return value
}

// at returns what a word has, to be changed.
func (p *perWord[T]) at(id wordID) *T {
	*p = lengthen(*p, int(id))
	return &(*p)[id]
}

// classedWords reads a list of words by their classes, which are bits, in two columns.
func classedWords[C ~uint16 | ~uint64](x *lexicon, data embed.FS, file string, classes map[string]C) (perWord[C], error) {
	rows, err := table(data, file, 2)
	if err != nil {
		return nil, err
	}
	var out perWord[C]
	for _, row := range rows {
		class, ok := classes[row[0]]
		if !ok {
			return nil, fmt.Errorf("%s: there is no class %q; the classes are explained at its top", file, row[0])
		}
		for _, w := range list(row[1]) {
			*out.at(x.number(w)) |= class
		}
	}
	return out, nil
}

// lengthen makes a list long enough for a place. Words are numbered upwards while the lists
// are read, so there is room for thousands more at once.
func lengthen[T any](list []T, place int) []T {
	if place < len(list) {
		return list
	}
	if place >= cap(list) {
		list = slices.Grow(list, place+4096-len(list))
	}
	return list[:place+1]
}

// terms finds phrases of one word or more in tokens, and the value of each. Make it
// with newTerms, fill it with add.
type terms[T any] struct {
	phrases
	values []T // by the phrase's place in list
}

// phrases is what terms of all kinds have in common: the phrases by the number of
// their first word. It is asked at every token: so it is flat, and a word that begins
// none of them is told by one bit of the token.
type phrases struct {
	lex   *lexicon
	bit   starts
	first []int32 // by wordID: its place in heads; 0 for a word that begins none
	heads []head
	list  []phrase
	rests []wordID // the words behind the first of all phrases
}

// head is a word that begins phrases.
type head struct {
	seconds uint64 // the words behind it, by their last six bits: most words of a text are none of them
	longest int32  // the longest phrase of several words, as its place in list; 0 for none
	alone   int32  // the phrase that is this word alone; 0 for none
}

type phrase struct {
	second   wordID
	from, to int32 // its words behind the first, in rests
	next     int32 // the next longest phrase with the same first word; 0 for none
}

// newTerms makes an empty list.
func newTerms[T any](x *lexicon) *terms[T] {
	return &terms[T]{phrases: phrases{lex: x, bit: x.newBit(), heads: make([]head, 1), list: make([]phrase, 1)}, values: make([]T, 1)}
}

// add files a phrase, cut as the text is where it is written so ("Ben-Gvir" is
// three tokens); case does not count when it is looked for. The same phrase
// may be added again with another value: the later one is found.
func (m *terms[T]) add(phrase string, value T) {
	m.lex.cutting = m.lex.tokenizeInto(m.lex.cutting, phrase)
	if m.file(m.lex.cutting) {
		m.values = append(m.values, value)
	}
}

// file adds a phrase at the end of the list, unless it is empty.
func (m *phrases) file(toks []token) bool {
	if len(toks) == 0 {
		return false
	}
	word := m.lex.intern(toks[0].low)
	from := int32(len(m.rests))
	for i := range toks[1:] {
		m.rests = append(m.rests, m.lex.intern(toks[1+i].low))
	}
	m.lex.mark(toks[0].low, m.bit)
	h := m.headOf(word)
	place := int32(len(m.list))
	if len(toks) == 1 {
		h.alone = place
		m.list = append(m.list, phrase{})
		return true
	}
	second := m.rests[from]
	h.seconds |= lastBits(second)
	at := &h.longest
	for *at != 0 && int(m.list[*at].to-m.list[*at].from) > len(toks)-1 {
		at = &m.list[*at].next
	}
	added := phrase{second: second, from: from, to: int32(len(m.rests)), next: *at}
	*at = place
	m.list = append(m.list, added)
	return true
}

// headOf returns what begins with a word, to be filled.
func (m *phrases) headOf(word wordID) *head {
	m.first = lengthen(m.first, int(word))
	at := &m.first[word]
	if *at == 0 {
		*at = int32(len(m.heads))
		m.heads = append(m.heads, head{})
	}
	return &m.heads[*at]
}

// match returns the longest phrase that begins at token i, its value and its
// length in tokens.
func (m *terms[T]) match(toks []token, i int) (value T, n int, ok bool) {
	at, n := m.find(toks, i)
	return m.values[at], n, n > 0
}

// begins says whether a phrase may begin with a token.
func (m *phrases) begins(k *token) bool { return k.starts&m.bit != 0 }

// find returns the place of the longest phrase that begins at token i in the list,
// and its length in tokens; 0 for none.
func (m *phrases) find(toks []token, i int) (place int32, n int) {
	if i >= len(toks) || !m.begins(&toks[i]) {
		return 0, 0
	}
	h := &m.heads[m.first[toks[i].id]]
	if i+1 < len(toks) && h.seconds&lastBits(toks[i+1].id) != 0 {
		if k := m.longest(h, toks[i+1:]); k != 0 {
			return k, 1 + int(m.list[k].to-m.list[k].from)
		}
	}
	if h.alone != 0 {
		return h.alone, 1
	}
	return 0, 0
}

// longest returns the place of the longest phrase of several words that goes on with some
// tokens, 0 for none.
func (m *phrases) longest(h *head, toks []token) int32 {
next:
	for k := h.longest; k != 0; k = m.list[k].next {
		p := &m.list[k]
		if p.second != toks[0].id || int(p.to-p.from) > len(toks) {
			continue
		}
		for j, id := range m.rests[p.from:p.to] {
			if toks[j].id != id {
				continue next
			}
		}
		return k
	}
	return 0
}

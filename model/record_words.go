package model

import (
	"slices"
	"strings"
)

// dictionary numbers words, actor ids and labels in order of arrival. Numbers are
// only compared for equality: what depends on an order asks for the string.
type dictionary struct {
	words  table // stems
	forms  map[string]int32
	actors table
	shares []float32       // of words, how often headlines have them
	frames map[string]bool // stems that tell nothing of what was said
	frame  []bool          // of words, whether they are such
	labels table           // types, actions, instruments, places, topics, houses
}

func (d *dictionary) init() {
	d.words.init()
	d.forms = map[string]int32{}
	d.actors.init()
	d.actors.number("") // 0 is nobody
	d.labels.init()
	d.labels.number("") // 0 is nothing
}

// word numbers a stem.
func (d *dictionary) word(s string) uint32 {
	n := d.words.number(s)
	if int(n) == len(d.shares) {
		d.shares = append(d.shares, float32(newsShare(s)))
		d.frame = append(d.frame, d.frames[s])
	}
	return uint32(n)
}

// share is how often headlines have a word, by the built-in list.
func (d *dictionary) share(word uint32) float32 { return d.shares[word] }

// table gives strings numbers.
type table struct {
	no   map[string]int32
	text []string
}

func (t *table) init() { t.no = map[string]int32{} }

func (t *table) number(s string) int32 {
	if n, ok := t.no[s]; ok {
		return n
	}
	n := int32(len(t.text))
	s = strings.Clone(s)
	t.no[s] = n
	t.text = append(t.text, s)
	return n
}

// hash is the same for a string in every record; 0 for no number.
func (t *table) hash(no int32) uint64 {
	if no < 0 {
		return 0
	}
	return hashOf(t.text[no])
}

// find returns the number of a string that is known, or -1.
func (t *table) find(s string) int32 {
	if n, ok := t.no[s]; ok {
		return n
	}
	return -1
}

// Limits of what is kept for comparing.
const (
	maxTitleWords = 40
	maxBodyWords  = 64
	maxFactWords  = 60
)

// read numbers the content stems of a text, each once, sorted, and says whether
// an odd number of words turns it round.
func (d *dictionary) read(text string, limit int) (words []uint32, negative bool) {
	words = make([]uint32, 0, min(limit, len(text)/6+1))
	eachWordBytes(text, func(w []byte) bool {
		no, ok := d.forms[string(w)]
		if !ok {
			no = d.form(string(w))
		}
		negative = negative != (no&formNegates != 0)
		if id := uint32(no >> 1); no >= 0 && !slices.Contains(words, id) {
			words = append(words, id)
		}
		return len(words) < limit
	})
	slices.Sort(words)
	return words, negative
}

func (d *dictionary) wordsOf(text string, limit int) []uint32 {
	words, _ := d.read(text, limit)
	return words
}

// formNegates is the bit of a form's number that says it turns a text round; the
// rest is its stem's. A form without content is formEmpty.
const (
	formNegates = 1
	formEmpty   = -2
)

// form numbers a word as it stands in texts.
func (d *dictionary) form(w string) int32 {
	no := int32(formEmpty)
	if !functionWords[w] && (len(w) > 1 || isNumber(w)) {
		no = int32(d.word(stem(w))) << 1
		if negations[w] {
			no |= formNegates
		}
	}
	d.forms[w] = no
	return no
}

// common counts the words that two sorted lists share.
func common(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// jaccard is the share of words that two sorted lists have in common.
func jaccard(a, b []uint32) float64 {
	n := common(a, b)
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

package model

import (
	"slices"
	"strings"
)

// dictionary numbers words, actor ids and labels in order of arrival. Numbers are
// only compared for equality: what depends on an order asks for the string.
type dictionary struct {
	words  table // stems
	actors table
	shares []float32 // of words, how often headlines have them
	labels table     // types, actions, instruments, places, topics, houses
}

func (d *dictionary) init() {
	d.words.init()
	d.actors.init()
	d.labels.init()
	d.labels.number("") // 0 is nothing
}

// word numbers a stem.
func (d *dictionary) word(s string) uint32 {
	n := d.words.number(s)
	if int(n) == len(d.shares) {
		d.shares = append(d.shares, float32(newsShare(s)))
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

// wordsOf numbers the content stems of a text, each once, sorted.
func (d *dictionary) wordsOf(text string, limit int) []uint32 {
	stems := contentStems(text, limit)
	out := make([]uint32, len(stems))
	for i, s := range stems {
		out[i] = d.word(s)
	}
	slices.Sort(out)
	return out
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

package model

import "slices"

// dictionary numbers words, actor ids and labels in order of arrival. Numbers are
// only compared for equality: what depends on an order asks for the string.
type dictionary struct {
	words  table           // stems
	forms  table           // words as they stand in texts
	stems  []int32         // by form: see form
	room   []byte          // for the word at hand
	shares []float32       // of words, how often headlines have them
	frames map[string]bool // stems that tell nothing of what was said
	themes map[string]bool // stems of what all reports are about
	kinds  []wordKind      // of words
	actors table
	labels table           // types, actions, instruments, places, topics, houses
	houses map[string]bool // words with which the names of the desk's outlets begin
}

func (d *dictionary) init() {
	d.actors.number("") // 0 is nobody
	d.labels.number("") // 0 is nothing
}

// reset empties the dictionary of a draft, and keeps its room.
func (d *dictionary) reset() {
	d.words.reset()
	d.forms.reset()
	d.actors.reset()
	d.labels.reset()
	d.stems = d.stems[:0]
	d.init()
}

// rate notes of words that are new what a record compares them by.
func (d *dictionary) rate() {
	for _, s := range d.words.text[len(d.shares):] {
		d.shares = append(d.shares, float32(newsShare(s)))
		kind := wordKind(0)
		if d.frames[s] {
			kind |= isFrame
		}
		if d.themes[s] {
			kind |= isTheme
		}
		if figure(s) != "" {
			kind |= isFigure
		}
		if slices.Contains(monthStems, s) || slices.Contains(weekdayStems, s) {
			kind |= isOfDay
		}
		d.kinds = append(d.kinds, kind)
	}
}

// wordKind is what a record asks of a word again and again.
type wordKind uint8

const (
	isFrame  wordKind = 1 << iota // it tells nothing of what was said
	isFigure                      // it is a number, in figures or spelled out
	isTheme                       // all reports are about it
	isOfDay                       // it is a month or a weekday
)

// share is how often headlines have a word, by the built-in list.
func (d *dictionary) share(word uint32) float32 { return d.shares[word] }

// Limits of what is kept for comparing.
const (
	maxTitleWords = 40
	maxBodyWords  = 64
	maxFactWords  = 60
)

// read appends the numbers of the content stems of a text, each once and at most so
// many, and says of what kind some of its words are: that they turn the text round, of
// an odd number of them only.
func (d *dictionary) read(list []uint32, text string, limit int) (words []uint32, some formKind) {
	words = list
	from := len(list)
	d.room = eachWordIn(d.room, text, func(w []byte) bool {
		form, isNew := d.forms.numberOf(w)
		if isNew {
			d.stems = append(d.stems, d.form(d.forms.text[form]))
		}
		no := d.stems[form]
		some = some&turning ^ formKind(no)&turning | (some|formKind(no))&(namesHouse|ofOutcome)
		if id := uint32(no >> formBits); no >= 0 && !slices.Contains(words[from:], id) {
			words = append(words, id)
		}
		return len(words)-from < limit
	})
	if len(words)-from >= limit {
		some |= namesHouse | ofOutcome // for what is not read
	}
	return words, some
}

// formKind says of what kinds a word is, in the lowest bits of its form's number; the
// rest is its stem's. A form without content is formEmpty, but for its kinds.
type formKind uint8

const (
	turning    formKind = 1 << iota // it turns a text round
	namesHouse                      // the name of an agency or of an outlet of the desk begins with it
	ofOutcome                       // it may tell what came of a meeting

	formBits  = 3
	formEmpty = -1 << formBits
)

// form is the number of a word as it stands in texts.
func (d *dictionary) form(w string) int32 {
	kinds := formKind(0)
	if agencyWords[w] || d.houses[w] {
		kinds |= namesHouse
	}
	if hasOutcome(w) {
		kinds |= ofOutcome
	}
	if functionWords[w] || len(w) < 2 && !isNumber(w) {
		return formEmpty | int32(kinds)
	}
	if negations[w] {
		kinds |= turning
	}
	return d.words.number(stem(w))<<formBits | int32(kinds)
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

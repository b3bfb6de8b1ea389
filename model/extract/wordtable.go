package extract

import "math/bits"

// wordTable finds what the lists say of a word by its key, which the cutter has at
// hand when it has walked over the word. It is open-addressed and at most five eighths full;
// what is asked for stands where it is looked for.
type wordTable struct {
	slots []wordSlot
	words []string // those that are filed, from 1 on
	shift uint     // of a mixed key, to the bits that number the slots
}

type wordSlot struct {
	key       wordKey
	wordFacts       // its word is 0 in an empty slot
	size      int32 // of the word, in bytes
}

// wordKey is a word in lower case, byte by byte turned in. Of a word of up to eight
// bytes it is the word itself; that of a longer one may be another word's too.
type wordKey uint64

// wholeKey is the length in bytes of the longest word that its key tells whole.
const wholeKey = 8

func (k wordKey) and(b byte) wordKey {
	return wordKey(bits.RotateLeft64(uint64(k), 8)) ^ wordKey(b)
}

func keyOf(word string) wordKey {
	var k wordKey
	for i := range len(word) {
		k = k.and(word[i])
	}
	return k
}

func newWordTable() wordTable {
	w := wordTable{words: make([]string, 1, 1<<15)}
	w.resize(15)
	return w
}

// find returns the slot of a word with its key, or the empty one where it would be.
// Of a word of up to eight bytes only the length counts.
func (w *wordTable) find(key wordKey, word string) *wordSlot {
	for at := w.home(key); ; at = (at + 1) & (len(w.slots) - 1) {
		s := &w.slots[at]
		if s.key == key && int(s.size) == len(word) && (len(word) <= wholeKey || w.words[s.word] == word) || s.word == 0 {
			return s
		}
	}
}

// home is the number of the slot where the search for a key begins.
func (w *wordTable) home(key wordKey) int {
	return int(uint64(key) * 0x9E3779B97F4A7C15 >> (w.shift & 63))
}

// file returns the slot of a word, which is added if it is new. The slot stays where
// it is until the next word is filed.
func (w *wordTable) file(word string) *wordSlot {
	key := keyOf(word)
	s := w.find(key, word)
	if s.word != 0 {
		return s
	}
	if w.words = append(w.words, word); 8*len(w.words) > 5*len(w.slots) {
		w.resize(64 - int(w.shift) + 1)
		s = w.find(key, word)
	}
	s.key, s.word, s.size = key, wordID(len(w.words)-1), int32(len(word))
	return s
}

func (w *wordTable) resize(exponent int) {
	old := w.slots
	w.slots, w.shift = make([]wordSlot, 1<<exponent), uint(64-exponent)
	for i := range old {
		if s := &old[i]; s.word != 0 {
			*w.find(s.key, w.words[s.word]) = *s
		}
	}
}

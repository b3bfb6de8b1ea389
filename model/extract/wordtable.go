package extract

import "math/bits"

// wordTable finds the number of a word that lists know by its key, which the cutter
// has at hand when it has walked over the word. It is open-addressed and at most
// half full.
type wordTable struct {
	slots []wordSlot
	words []string // by wordID
	shift int      // of a mixed key, to the bits that number the slots
}

type wordSlot struct {
	key  wordKey
	id   wordID // 0 for an empty slot
	long bool   // the key may be another word's too
}

// wordKey is a word in lower case, byte by byte turned in. Of a word of up to eight
// bytes it is the word itself.
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
	w := wordTable{words: make([]string, 1, 1<<13)}
	w.resize(14)
	return w
}

// find returns the number of a word with its key, 0 when no list knows it.
func (w *wordTable) find(key wordKey, word string) wordID {
	for at := w.home(key); ; at = (at + 1) & (len(w.slots) - 1) {
		s := &w.slots[at]
		if s.id == 0 || s.key == key && s.long == (len(word) > wholeKey) && (!s.long || w.words[s.id] == word) {
			return s.id
		}
	}
}

// home is the slot where the search for a key begins.
func (w *wordTable) home(key wordKey) int { return int(uint64(key) * 0x9E3779B97F4A7C15 >> w.shift) }

// add files a new word; the numbers of words go up by one.
func (w *wordTable) add(key wordKey, word string, id wordID) {
	w.words = append(w.words, word)
	if 2*len(w.words) > len(w.slots) {
		w.resize(64 - w.shift + 1)
	}
	w.put(wordSlot{key, id, len(word) > wholeKey})
}

func (w *wordTable) resize(exponent int) {
	old := w.slots
	w.slots, w.shift = make([]wordSlot, 1<<exponent), 64-exponent
	for _, s := range old {
		if s.id != 0 {
			w.put(s)
		}
	}
}

func (w *wordTable) put(s wordSlot) {
	at := w.home(s.key)
	for w.slots[at].id != 0 {
		at = (at + 1) & (len(w.slots) - 1)
	}
	w.slots[at] = s
}

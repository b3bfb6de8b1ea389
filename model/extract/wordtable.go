package extract

// wordTable finds the number of a word that lists know by its hash, which the
// cutter has at hand when it has walked over the word. It is open-addressed and at
// most half full.
type wordTable struct {
	slots []wordSlot
	words []string // by wordID
}

type wordSlot struct {
	hash uint32
	id   wordID // 0 for an empty slot
}

func newWordTable() wordTable {
	return wordTable{slots: make([]wordSlot, 1<<15), words: make([]string, 1, 1<<14)}
}

// The hash is FNV-1a of the word in lower case.
const (
	hashStart uint32 = 2166136261
	hashPrime uint32 = 16777619
)

func hashOf(word string) uint32 {
	h := hashStart
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	return h
}

// find returns the number of a word with its hash, 0 when no list knows it.
func (w *wordTable) find(hash uint32, word string) wordID {
	mask := uint32(len(w.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		s := w.slots[at]
		if s.id == 0 || s.hash == hash && w.words[s.id] == word {
			return s.id
		}
	}
}

// add files a new word; the numbers of words go up by one.
func (w *wordTable) add(hash uint32, word string, id wordID) {
	w.words = append(w.words, word)
	if 2*len(w.words) > len(w.slots) {
		old := w.slots
		w.slots = make([]wordSlot, 2*len(old))
		for _, s := range old {
			if s.id != 0 {
				w.put(s)
			}
		}
	}
	w.put(wordSlot{hash, id})
}

func (w *wordTable) put(s wordSlot) {
	mask := uint32(len(w.slots) - 1)
	at := s.hash & mask
	for w.slots[at].id != 0 {
		at = (at + 1) & mask
	}
	w.slots[at] = s
}

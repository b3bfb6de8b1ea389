package extract

import (
	"fmt"
	"testing"
)

func TestWordTableKeepsWordsApart(t *testing.T) {
	w := newWordTable()
	var words []string
	for i := range 30_000 { // more than it is made for: it grows
		words = append(words, fmt.Sprint("w", i), fmt.Sprintf("a long word with the number %d", i))
	}
	for i, word := range words {
		if w.find(keyOf(word), word).word != 0 {
			t.Fatalf("%q was found before it was filed", word)
		}
		w.file(word).id = wordID(i + 1)
	}
	for i, word := range words {
		if id := w.find(keyOf(word), word).id; int(id) != i+1 {
			t.Fatalf("%q is number %d, want %d", word, id, i+1)
		}
		if id := w.file(word).id; int(id) != i+1 {
			t.Fatalf("%q was filed twice", word)
		}
	}
}

// What is turned into a key comes round after eight bytes: some words have the same.
func TestWordTableTellsAlikeKeysApart(t *testing.T) {
	for _, pair := range [][2]string{{"abcdefghij", "ibcdefghaj"}, {"measurement", "eeasuremmnt"}} {
		if keyOf(pair[0]) != keyOf(pair[1]) {
			t.Fatalf("%q and %q no longer have one key: find others", pair[0], pair[1])
		}
		w := newWordTable()
		w.file(pair[0])
		if w.find(keyOf(pair[1]), pair[1]).word != 0 {
			t.Errorf("%q was found as %q", pair[1], pair[0])
		}
		// the key of a long word, asked for as if it were a short one's
		if w.find(keyOf(pair[0]), "short").word != 0 {
			t.Errorf("a short word was found as %q", pair[0])
		}
	}
}

package extract

// Which words stand where: the questions that all rules of measures ask.

// has says whether any of the words, in lower case, stands in tokens lo to hi. It is asked
// in more than a thousand places, which would not stay in the processor's cache with its loop in each.
//
//go:noinline
func (t *text) has(lo, hi int, words ...string) bool {
	lo, hi = max(lo, 0), min(hi, len(t.tok))
	for i := lo; i < hi; i++ {
		if among(words, t.tok[i].low) {
			return true
		}
	}
	return false
}

// among says whether a word is one of some, none of them empty. Most words of one length
// differ in the first letter.
func among(words []string, word string) bool {
	for _, w := range words {
		if len(w) != len(word) || w[0] != word[0] {
			continue
		}
		if w == word {
			return true
		}
	}
	return false
}

// in says that token i is a word of a class of data/measures.txt.
func (c *signalContext) in(class string, i int) bool {
	if uint(i) >= uint(len(c.t.tok)) {
		return false
	}
	k := &c.t.tok[i]
	return k.marks != 0 && k.marks&markOf(class) != 0 && c.words.inClass(k.word, class)
}

// any says that one of tokens lo to hi is.
func (c *signalContext) any(class string, lo, hi int) bool {
	mark := markOf(class)
	for i := max(lo, 0); i < hi && i < len(c.t.tok); i++ {
		if k := &c.t.tok[i]; k.marks&mark != 0 && c.words.inClass(k.word, class) {
			return true
		}
	}
	return false
}

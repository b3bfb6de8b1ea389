package model

import (
	_ "embed"
	"strings"
)

//go:embed data/clausewords.txt
var clauseWordsText string

// clauseWords are the words of clausewords.txt.
var clauseWords = func() map[string]bool {
	words := map[string]bool{}
	for w := range wordsListed(clauseWordsText) {
		words[w] = true
	}
	return words
}()

// Fragment says whether the words of a statement are too few to stand for what its
// speaker said: "cash for fuel". Five words, a word that makes a clause, or three to four
// that somebody is plainly said to have said are no fragment.
func (s *Statement) Fragment() bool {
	n, clause := 0, false
	eachWordBytes(s.Content.Text, func(w []byte) bool {
		n++
		clause = clause || clauseWords[string(w)]
		return n < 5
	})
	switch {
	case n >= 5, n >= 2 && clause:
		return false
	case n < 3 || n == 3 && s.Mode == Direct || s.Mode == Mixed:
		return true
	}
	return !justSaid[strings.ToLower(s.Cue.Text)]
}

// fragmentAge is by how much older than it is a statement counts that is a fragment in
// all of its reports, where the latest words of an actor are sought, in ms.
const fragmentAge = msPerDay

// fragment says whether all reports of a statement that are on the board tell fragments.
func (b *Board) fragment(g int32) bool {
	if g >= 0 {
		gr := b.view.group(g)
		if f := b.view.fact(gr.founder); f.flags&flagFragment == 0 && (b.Clock == BySeen || gr.early == gr.founder && b.view.ver(f.ver).out <= b.until) {
			return false // its first report is on the board
		}
	}
	for i := range b.members(g) {
		if b.view.fact(i).flags&flagFragment == 0 && b.out(b.view.ver(b.view.fact(i).ver)) {
			return false
		}
	}
	return true
}

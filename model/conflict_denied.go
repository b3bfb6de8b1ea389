package model

import "slices"

// Somebody says that it is so, and another denies it in the same words. The words of the denial
// are those that are denied, so that the two are alike, and must not be one.

// leftOpen are the flags of a statement that does not plainly say that something is so.
const leftOpen = flagConditional | flagHistorical | flagHedged | flagAnonymous | flagFragment

// denies says whether the words told of a statement are those that its speaker denies.
func (s *Statement) denies() bool { return s.Type == "denial" && s.Mode != Direct }

// contradicts says whether a statement is the side of a contest that says that it is not so.
func (s *Statement) contradicts() bool {
	return s.denies() || len(negationsIn(foldWords(s.Content.Text)))%2 == 1
}

// clashDenials notes what others said that the speaker of a denial denies, what they denied just
// before that he says, and where he himself said as much with another figure, or on another day.
func (w *writer) clashDenials(i int32) {
	f := w.fact(i)
	if f.flags&leftOpen != 0 || f.nWords < 3 {
		return
	}
	words := w.factWords(i)
	anybody := w.glance(i) | anonymous // may have said what is denied, and denied what is said
	class := w.r.dict.labels.text[f.class]
	switch {
	case class == "denial" && f.flags&flagDirect == 0:
		w.clashSaid(i, planWindow, clashDenied, w.denied, meshOf(anybody, words, func(int) int { return leastDenied(len(words)) }))
	case f.flags&flagNegative != 0:
		if said := w.withoutNegations(i); class == "assertion" {
			w.clashSaid(i, planWindow, clashDenied, w.negated, meshOf(anybody, said, func(n int) int { return leastNegated(len(said), n) }))
		}
		return
	case w.dayOf(i) != "":
		w.clashSaid(i, planWindow, clashDays, w.onAnotherDay, meshOf(anybody, w.withoutDays(i), func(int) int { return leastOfDay }))
	case w.spelledIn(i) != "":
		said := w.withoutNumbers(i)
		w.clashSaid(i, planWindow, clashFigure, w.otherFigure, meshOf(w.glance(i), said, func(n int) int { return leastBeside(len(said), n-1) }))
	}
	if claiming[class] {
		w.clashSaid(i, fellThrough, clashDenied, w.deniedBefore, meshOf(anybody, words, func(n int) int {
			return min(leastDenied(n), leastNegated(max(0, n-maxNegations), len(words)))
		}))
	}
}

// maxNegations is how many words of a statement are taken for a "not" at most.
const maxNegations = 4

// clashSaid notes a clash of a kind with those of the statements of a while before one, in ms, that
// share a rare word with it, may be meant by what they share, and with which, by cannot, it cannot hold.
func (w *writer) clashSaid(i int32, window int64, kind clashKind, cannot func(i, j int32) bool, mine mesh) {
	now, noted := w.factTime(i), 0
	var met []int32
	for _, word := range w.rarest(w.factWords(i), saidOf, w.top.facts, rareWords) {
		base, layer := latest(&w.view, w.lately[:], saidOf, word, w.top.facts, maxMatches)
		for _, j := range w.sift(&mine, w.sifted[:0], base, layer) {
			if noted == maxClashes || now-w.factTime(j) > window {
				break
			}
			if slices.Contains(met, j) {
				continue
			}
			met = append(met, j)
			if cannot(i, j) {
				w.noteClash(j, i, kind)
				noted++
			}
		}
	}
}

// How many words a statement must share at least, by how many it has: of what is denied with
// the denial; with what is said with a "not", and with what has another figure, of the words
// beside these and of as many as the other has.

func leastDenied(mine int) int          { return max(3, (3*mine+4)/5) }
func leastNegated(mine, theirs int) int { return max(3, (3*(mine+theirs)+7)/8) } // of all together .6
func leastBeside(mine, theirs int) int  { return max(2, (3*(mine+theirs)+6)/7) } // of all together .75

// deniedBefore says whether what one plainly says another side had just denied, or said with a "not".
// Hours later it may have come about.
func (w *writer) deniedBefore(i, j int32) bool {
	g := w.fact(j)
	if g.flags&leftOpen != 0 || g.nWords < 3 || w.apart(i, j) > fellThrough {
		return false
	}
	switch class := w.r.dict.labels.text[g.class]; {
	case class == "denial" && g.flags&flagDirect == 0:
		return w.denied(j, i)
	case class == "assertion" && g.flags&flagNegative != 0:
		return w.negated(j, i)
	}
	return false
}

// negated says whether a statement of another side plainly says, in nearly the same words, what
// one says with a "not".
func (w *writer) negated(not, j int32) bool {
	f, g := w.fact(not), w.fact(j)
	if f.actor == g.actor || !w.plainlySays(j) {
		return false
	}
	if w.factVer(not).item == w.factVer(j).item || w.apart(not, j) > cameAbout || f.flags&flagsOfReadout != 0 && g.flags&flagsOfReadout != 0 {
		return false
	}
	a := w.withoutNegations(not)
	if common(a, w.factWords(j)) < leastNegated(len(a), int(g.nWords)) {
		return false
	}
	one, other := w.sideOf(not), w.sideOf(j)
	return one != "" && one != other
}

func (w *writer) withoutNegations(i int32) []uint32 {
	return slices.DeleteFunc(slices.Clone(w.factWords(i)), func(word uint32) bool { return negations[w.r.dict.words.text[word]] })
}

// otherFigure says whether two reports put one figure each into the same words of one speaker,
// too few for the two to be one statement.
func (w *writer) otherFigure(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	if f.actor != g.actor || f.group == g.group || g.flags&(leftOpen|flagNegative) != 0 || w.factVer(i).item == w.factVer(j).item || w.apart(i, j) > cameAbout {
		return false
	}
	p, q := w.spelledIn(i), w.spelledIn(j)
	a, b := w.withoutNumbers(i), w.withoutNumbers(j)
	return q != "" && p != q && common(a, b) >= leastBeside(len(a), len(b))
}

// onAnotherDay says whether two statements, of one speaker or of two sides, plainly put the same on
// two days.
func (w *writer) onAnotherDay(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	if f.group == g.group || g.flags&(leftOpen|flagNegative) != 0 || w.factVer(i).item == w.factVer(j).item || w.apart(i, j) > cameAbout {
		return false
	}
	if one, other := w.sideOf(i), w.sideOf(j); f.actor != g.actor && (one == "" || other == "" || one == other) {
		return false
	}
	return f.class == g.class && w.otherDay(i, j)
}

// plainlySays says whether a statement says without a "not" that something is so.
func (w *writer) plainlySays(i int32) bool {
	f := w.fact(i)
	return f.flags&(leftOpen|flagNegative) == 0 && claiming[w.r.dict.labels.text[f.class]]
}

// sideOf is the side of who speaks in a statement, empty for none.
func (w *writer) sideOf(i int32) string {
	return SideOf(*w.r.c.Directory.actor(w.r.dict.actors.text[w.fact(i).actor], ""))
}

// denied says whether a statement plainly says what the speaker of a denial, who is of another
// side, denies.
func (w *writer) denied(denial, j int32) bool {
	f, g := w.fact(denial), w.fact(j)
	if f.actor == g.actor || f.flags&flagNegative != 0 || !w.plainlySays(j) {
		return false
	}
	if w.factVer(denial).item == w.factVer(j).item || w.apart(denial, j) > planWindow {
		return false
	}
	a, b := w.factWords(denial), w.factWords(j)
	if common(a, b) < leastDenied(len(a)) || !w.sameWords(denial, j) {
		return false
	}
	one, other := w.sideOf(denial), w.sideOf(j)
	return one != "" && other != "" && one != other
}

// claiming are the types of statement that say that something is so.
var claiming = map[string]bool{"assertion": true, "accusation": true, "accord-claim": true, "criticism": true, "admission": true, "optimistic": true, "pessimistic": true}

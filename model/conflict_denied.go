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

// clashDenials notes what others said that the speaker of a denial denies, and where he himself
// said as much with another figure.
func (w *writer) clashDenials(i int32) {
	f := w.fact(i)
	if f.flags&leftOpen != 0 || f.nWords < 3 {
		return
	}
	// Anybody may have said what is denied.
	says, kind, whose, words := w.denied, clashDenied, w.glance(i)|anonymous, w.factWords(i)
	least := func(int) int { return leastDenied(len(words)) }
	switch class := w.r.dict.labels.text[f.class]; {
	case class == "denial" && f.flags&flagDirect == 0:
	case class == "assertion" && f.flags&flagNegative != 0:
		says, words = w.negated, w.withoutNegations(i)
		least = func(n int) int { return leastNegated(len(words), n) }
	case f.flags&flagNegative == 0 && dayAmong(w.textsOf(i)) != "":
		says, kind, words = w.onAnotherDay, clashDays, w.withoutDays(i)
		least = func(int) int { return leastOfDay }
	case f.flags&flagNegative == 0 && w.spelledIn(i) != "":
		says, kind, whose, words = w.otherFigure, clashFigure, w.glance(i), w.withoutNumbers(i)
		least = func(n int) int { return leastBeside(len(words), n-1) }
	default:
		return
	}
	mine := meshOf(whose, words, least)
	now, noted := w.factTime(i), 0
	var met []int32
	for _, word := range w.rarest(w.factWords(i), saidOf, w.top.facts, rareWords) {
		base, layer := latest(&w.view, w.lately[:], saidOf, word, w.top.facts, maxMatches)
		for _, j := range w.sift(&mine, w.sifted[:0], base, layer) {
			if noted == maxClashes || now-w.factTime(j) > planWindow {
				break
			}
			if slices.Contains(met, j) {
				continue
			}
			met = append(met, j)
			if says(i, j) {
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

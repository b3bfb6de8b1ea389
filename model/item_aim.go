package model

import "slices"

// Which item a correction or a withdrawal that came as an item of its own takes back.

// aim finds the item that an operation names by its headline, in the same house.
func (w *writer) aim(i int32) {
	v := w.ver(i)
	if !v.op.takesBack() || v.n > 1 {
		return
	}
	words := w.titleWords(i)
	best, bestScore := int32(-1), .6
	var told []int32
	for _, word := range w.rarest(words, titlesOf, w.top.vers, rareWords) {
		base, layer := latest(&w.view, w.lately[:], titlesOf, word, w.top.vers, maxAsked)
		for j := range newestFirst(base, layer) {
			x := w.ver(j)
			if v.seen-x.seen > opWindow {
				break
			}
			if x.item == v.item || w.r.houses[x.feed] != w.r.houses[v.feed] {
				continue
			}
			told = append(told, j)
			if score := jaccard(words, w.titleWords(j)); score > bestScore {
				best, bestScore = j, score
			}
		}
	}
	if best < 0 {
		best = w.aimByText(i, told)
	}
	if best < 0 {
		return
	}
	v.target = best
	w.touch(w.ver(best).item, i)
	x := &w.seg.index
	x.hits[w.ver(best).item] = append(x.hits[w.ver(best).item], i)
}

// By the words of its text, too, a correction with a headline of its own finds what it corrects.
const (
	textWindow = 2 * msPerDay // how long before it that came, in ms
	textShared = 5            // words that both have, names of states and people among them
	textShare  = .6           // of the shorter one
	textAhead  = .1           // by how much more than any other item of its house
)

// aimByText is the one of some items of a house that a correction plainly is of by all its words,
// or -1: to strike the wrong one is worse than to strike none.
func (w *writer) aimByText(i int32, among []int32) int32 {
	v, mine := w.ver(i), w.allWords(i)
	best, bestScore, second := int32(-1), 0.0, 0.0
	for _, j := range unique(among) {
		x := w.ver(j)
		if v.apart(x) > textWindow || x.op.takesBack() || w.ver(latestOf(w.versions(x.item))).op.takesBack() {
			continue
		}
		theirs := w.allWords(j)
		shared := common(mine, theirs)
		_, _, telling := w.r.dict.telling(mine, theirs)
		if shared < textShared || telling < textShared/2 || float64(shared) < textShare*float64(min(len(mine), len(theirs))) {
			continue
		}
		score := jaccard(mine, theirs)
		switch {
		case best >= 0 && w.ver(best).item == x.item:
			best, bestScore = j, max(score, bestScore)
		case score > bestScore:
			best, bestScore, second = j, score, bestScore
		default:
			second = max(second, score)
		}
	}
	if bestScore-second < textAhead {
		return -1
	}
	return best
}

// takesBack is the item that an item of its own takes back, by the board's moment; false for none.
func (b *Board) takesBack(ref Ref) (Ref, bool) {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	for _, i := range b.view.versions(ref.N) {
		if v := b.view.ver(i); b.out(v) && v.target >= 0 {
			return Ref{KindItem, b.view.ver(v.target).item}, true
		}
	}
	return Ref{}, false
}

func latestOf(list []int32) int32 { return list[len(list)-1] }

// allWords are the words of the title and the text of a version, sorted.
func (w *writer) allWords(i int32) []uint32 {
	return tidyWords(append(slices.Clone(w.titleWords(i)), w.bodyWords(i)...))
}

func tidyWords(words []uint32) []uint32 {
	slices.Sort(words)
	return slices.Compact(words)
}

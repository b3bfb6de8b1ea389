package model

import "slices"

// An edit that changes quotation marks or spelling, or trims a sentence, is a
// rewording: the item goes on saying what it said. Only what is gone from it, or
// turned round, or given another figure or to another mouth, was edited out.

// sameInItem finds what an earlier version of the item said in other words and
// this one goes on saying, or -1.
func (w *writer) sameInItem(i int32) int32 {
	f := w.fact(i)
	v := w.ver(f.ver)
	if v.n == 1 {
		return -1
	}
	best, bestScore := int32(-1), 0.0
	older := w.versions(v.item)
	for k := len(older) - 1; k >= 0 && best < 0; k-- {
		x := w.ver(older[k])
		if older[k] == f.ver || x.n >= v.n || x.full != v.full {
			continue
		}
		for j := x.facts; j < x.facts+int32(x.nFacts); j++ {
			if score := w.likeReworded(i, j); score > bestScore {
				best, bestScore = j, score
			}
		}
	}
	return best
}

// likeReworded says how alike a fact is to one of an earlier version of its item;
// 0 for another fact.
func (w *writer) likeReworded(i, j int32) float64 {
	f, g := w.fact(i), w.fact(j)
	if f.kind != g.kind || g.group < 0 {
		return 0
	}
	switch f.kind {
	case KindStatement:
		if f.actor != g.actor || (f.flags^g.flags)&flagNegative != 0 || w.opposed(f, g) || w.otherNumber(i, j) && w.otherNumber(j, i) {
			return 0
		}
		a, b := w.factWords(i), w.factWords(j)
		shared, least := w.sharedSpellings(a, b), min(len(a), len(b))
		if shared == 0 || shared < least && 2*shared < max(len(a), len(b)) {
			return 0
		}
		if mine, theirs, telling := w.r.dict.telling(a, b); telling == 0 && min(mine, theirs) > 0 && shared < least {
			return 0
		}
		return float64(shared) / float64(max(len(a), len(b)))
	case KindSignal:
		if f.class != g.class || f.dir != g.dir || f.actor != g.actor || f.detail != g.detail || !slices.Equal(unique(w.others(i)), unique(w.others(j))) {
			return 0
		}
		return 1
	}
	return 0
}

// sharedSpellings counts the words of one list that the other has, if need be in
// another spelling.
func (w *writer) sharedSpellings(a, b []uint32) int {
	n, text := common(a, b), w.r.dict.words.text
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); !ok && slices.ContainsFunc(b, func(y uint32) bool { return spelledAlike(text[x], text[y]) }) {
			n++
		}
	}
	return min(n, len(b))
}

// spelledAlike says whether two stems are spellings of one word: "defenc" and
// "defens", "zelenskyy" and "zelensky".
func spelledAlike(a, b string) bool {
	if len(a) < 5 || len(b) < 5 || isNumber(a) || isNumber(b) || a == b {
		return a == b
	}
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	// Of a short word, what differs at its end may be all that it means.
	return head >= 3 && head+tail >= 4 && max(len(a), len(b))-head-tail <= 1
}

// leastReworded is how many words a statement must have for an edit that keeps only
// most of them to be a rewording: of a short one, a word may be all that it says.
const leastReworded = 5

// stillSays says whether a later version of an item goes on saying a fact in the
// words that it had, although it was read otherwise: two of three of its words are
// there, no figure of it is gone, no word that turns it round came or went, and its
// speaker is named.
func (b *Board) stillSays(later *ver, li, i int32) bool {
	f := b.view.fact(i)
	words, text := b.view.factWords(i), b.r.dict.words.text
	if f.kind != KindStatement || len(words) < 2 {
		return false
	}
	has := slices.Contains[[]uint32]
	title, body := b.view.titleWords(li), b.view.bodyWords(li)
	named := func(w uint32) bool {
		alike := func(x uint32) bool { return x == w || spelledAlike(text[w], text[x]) }
		return slices.ContainsFunc(title, alike) || slices.ContainsFunc(body, alike)
	}
	lost := 0
	for _, w := range words {
		if named(w) {
			continue
		}
		if lost++; isNumber(text[w]) || negations[text[w]] {
			return false
		}
	}
	if lost > 0 && (len(words) < leastReworded || 3*lost > len(words)) {
		return false
	}
	was := f.ver
	for _, lists := range [][4][]uint32{
		{b.view.titleWords(was), b.view.bodyWords(was), title, body},
		{title, body, b.view.titleWords(was), b.view.bodyWords(was)},
	} {
		for _, list := range lists[:2] {
			for _, w := range list {
				if negations[text[w]] && !has(lists[2], w) && !has(lists[3], w) {
					return false
				}
			}
		}
	}
	if f.flags&flagAnonymous == 0 {
		who := b.actor(b.r.dict.actors.text[max(0, f.actor)], "")
		for _, part := range contentStems(nameInText(who), maxTitleWords) {
			if no := b.r.dict.words.find(part); no < 0 || !named(uint32(no)) {
				return false
			}
		}
	}
	for j := later.facts; j < later.facts+int32(later.nFacts); j++ {
		if x := b.view.fact(j); x.kind == KindStatement && x.actor != f.actor && x.flags&flagAnonymous == 0 && 5*common(words, b.view.factWords(j)) >= 4*len(words) {
			return false // it is another's word now
		}
	}
	return true
}

package model

import (
	_ "embed"
	"slices"
)

//go:embed data/framewords.txt
var frameWords string

// frameStems are the stems of framewords.txt.
func frameStems() map[string]bool { return stemsListed(frameWords) }

// framesOf are the stems that tell nothing of what was said in a case: the names of
// its people, states and place, and the words of any report of talks. Bodies have
// words of any kind in their names: "Security Council".
func framesOf(c *Case) map[string]bool {
	frames := frameStems()
	note := func(text string) {
		eachWord(text, func(w string) bool {
			if !isNumber(w) {
				frames[stem(w)] = true
			}
			return true
		})
	}
	note(c.Summit.Place)
	for _, a := range c.Directory.All() {
		if a.Kind != Person && a.Kind != State && a.Kind != Bloc {
			continue
		}
		note(a.Name)
		for _, list := range [][]string{a.Aliases, a.Demonyms, a.Seats} {
			for _, name := range list {
				note(name)
			}
		}
	}
	return frames
}

// telling counts the words of two sorted lists that tell what was said, and those
// of them that both have.
func (d *dictionary) telling(a, b []uint32) (mine, theirs, shared int) {
	for _, x := range a {
		if d.kinds[x]&isFrame != 0 {
			continue
		}
		mine++
		if _, ok := slices.BinarySearch(b, x); ok {
			shared++
		}
	}
	for _, x := range b {
		if d.kinds[x]&isFrame == 0 {
			theirs++
		}
	}
	return mine, theirs, shared
}

// sameWords says whether two statements of like words share those that tell what
// was said: "Vell and Osk will discuss borders" is not "Vell will sound out Osk",
// though half of their words are the same names.
func (w *writer) sameWords(i, j int32) bool {
	a, b := w.factWords(i), w.factWords(j)
	mine, theirs, shared := w.r.dict.telling(a, b)
	least, most := min(mine, theirs), max(mine, theirs)
	late := absDiff(w.ver(w.fact(i).ver).out, w.ver(w.fact(j).ver).out) > saidWindow
	switch {
	case least == 0:
		return slices.Equal(a, b)
	case late && shared < least:
		return false // what was told days before in other words was said before
	case least == 1:
		return shared == 1 && most <= 3
	}
	f, g := w.fact(i), w.fact(j)
	if f.flags&g.flags&flagDirect != 0 && w.apart(i, j) <= msPerDay {
		return shared >= 2 && 2*shared >= least // marks hold what is his, and reports tell the rest
	}
	return shared >= 2 && 5*shared >= 3*least
}

// sameMeasure says whether two reports of signals, of which one names no target, can
// be of one: what else they tell must meet, and they came out within two days.
func (w *writer) sameMeasure(i, j int32) bool {
	if absDiff(w.ver(w.fact(i).ver).out, w.ver(w.fact(j).ver).out) > 2*msPerDay {
		return false
	}
	d := &w.r.dict
	mine, theirs, shared := d.telling(w.factWords(i), w.factWords(j))
	// That both name the measure is no news: they are here because they do.
	eachWord(d.labels.text[w.fact(i).detail], func(word string) bool {
		id := uint32(d.words.find(stem(word)))
		_, has := slices.BinarySearch(w.factWords(i), id)
		_, have := slices.BinarySearch(w.factWords(j), id)
		if has {
			mine--
		}
		if have {
			theirs--
		}
		if has && have {
			shared--
		}
		return true
	})
	return shared > 0 || min(mine, theirs) <= 0
}
